package html

import (
	"bytes"

	"github.com/planeval/planeval/internal/chart"
	"github.com/planeval/planeval/report"
)

// figure writes a chart: its caption, its legend, its pictures, its notes, and links to the tables with its numbers, which
// go by their captions.
func (p *page) figure(c *report.Chart) {
	label := ""
	p.raw("<figure")
	p.id(c.ID)
	p.raw(">")
	layouts := chart.Layouts(c.Plot)
	scrolled := len(layouts) == 1 && layouts[0] == chart.Wide
	if c.Caption != "" {
		if scrolled {
			label = p.label()
		}
		p.raw("<figcaption")
		p.id(label)
		p.raw(">")
		p.text(c.Caption)
		p.raw("</figcaption>")
	}
	p.turn()
	p.legend(c.Legend)
	for _, layout := range layouts {
		p.drawn = chart.Append(p.drawn[:0], *c, layout, p.label())
		if len(p.drawn) == 0 { // of no panels
			continue
		}
		switch {
		case scrolled:
			p.raw("<div class=t tabindex=0")
			if label != "" {
				p.raw(" role=region aria-labelledby=" + label)
			}
		case layout == chart.Panels:
			p.raw("<div class=panels")
			if c.Summary != "" {
				p.raw(" role=group aria-label=\"")
				p.text(c.Summary)
				p.raw(`"`)
			}
		case layout == chart.Wide:
			p.raw("<div class=page")
		default:
			p.raw("<div class=phone")
		}
		p.raw(">")
		p.svg(p.drawn)
		p.raw("</div>")
		p.turn()
	}
	p.notes(c.Notes)
	p.links(c.Tables)
	p.raw("</figure>\n")
}

// svg writes a picture without the quotation marks that XML wants around every value, and HTML around those with a space.
func (p *page) svg(drawn []byte) {
	for rest := drawn; ; {
		mark := bytes.IndexByte(rest, '"')
		if mark < 0 {
			p.b = append(p.b, rest...)
			return
		}
		end := mark + 1 + bytes.IndexByte(rest[mark+1:], '"')
		value := rest[mark+1 : end]
		if len(value) == 0 || bytes.ContainsAny(value, " \t\n\f\r'=<>`/") || rest[end+1] == '/' {
			p.b = append(p.b, rest[:end+1]...)
		} else {
			p.b = append(append(p.b, rest[:mark]...), value...)
		}
		rest = rest[end+1:]
	}
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
		p.drawn = chart.AppendKey(p.drawn[:0], k)
		p.svg(p.drawn)
		p.text(k.Text)
		p.raw("</span>")
	}
	p.raw("</div>")
	p.turn()
}
