package chart

import (
	"strconv"

	"github.com/planeval/planeval/report"
)

// panel is a part of a chart that has a picture of its own.
type panel struct {
	name, unit string
	says       string           // what the picture shows, in words
	draw       func(p *picture) // draws what stands below the name
}

// panelWidth is how wide panels are that need no more: three stand side by side on a page, and one fills a phone.
const panelWidth = 300

// appendPanels appends the picture of each panel, all of one width. In panels beside each other the last lines of names are
// level, and so is what stands below them: all have room for the highest name and the highest unit.
func appendPanels(dst []byte, c report.Chart, ids string, width float64, panels []panel) []byte {
	names, units := 0.0, 0.0
	for _, panel := range panels {
		names = max(names, strong.paragraph(panel.name, width).height())
		units = max(units, small.paragraph(panel.unit, width).height())
	}
	for i, panel := range panels {
		p := picture{ids: ids + "-" + strconv.Itoa(i), width: width, y: names + units}
		name := strong.paragraph(panel.name, width)
		p.lines(name, start, 0, names-name.height(), width)
		p.lines(small.paragraph(panel.unit, width), start, 0, names, width)
		panel.draw(&p)
		dst = p.append(dst, panel.says, panel.name, c.Caption)
	}
	return dst
}
