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
	for _, id := range c.Tables {
		if caption := p.captions[id]; caption != "" {
			p.raw("<p class=n><a href=#" + id + ">")
			p.text(caption)
			p.raw("</a>")
			p.turn()
		}
	}
	p.raw("</figure>\n")
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
