package html

import (
	"github.com/planeval/planeval/internal/chart"
	"github.com/planeval/planeval/report"
)

// figure writes a chart: its caption, its legend, the picture for pages and that for phones, its notes, and links to the
// tables with its numbers, which go by their captions.
func (p *page) figure(c *report.Chart) {
	p.raw("<figure")
	p.id(c.ID)
	p.raw(">")
	if c.Caption != "" {
		p.raw("<figcaption>")
		p.text(c.Caption)
		p.raw("</figcaption>")
	}
	p.turn()
	p.legend(c.Legend)
	p.raw("<div class=page>")
	p.b = chart.Append(p.b, *c, chart.Wide)
	p.raw("</div>")
	p.turn()
	p.raw("<div class=phone>")
	p.b = chart.Append(p.b, *c, chart.Narrow)
	p.raw("</div>")
	p.turn()
	p.notes(c.Notes)
	p.links(c.Tables)
	p.raw("</figure>\n")
}

// links writes links to tables.
func (p *page) links(ids []string) {
	opened := false
	for _, id := range ids {
		caption := p.captions[id]
		if caption == "" { // a link without a text would lead nowhere for a reader
			continue
		}
		if !opened {
			p.raw("<p class=n>")
			opened = true
		}
		p.raw("<a href=#" + id + ">")
		p.text(caption)
		p.raw("</a>\n")
	}
}

func (p *page) legend(keys []report.Key) {
	if len(keys) == 0 {
		return
	}
	p.raw("<div class=legend>")
	for _, k := range keys {
		p.raw("<span>")
		p.b = chart.AppendKey(p.b, k)
		p.text(k.Text)
		p.raw("</span>")
	}
	p.raw("</div>")
	p.turn()
}
