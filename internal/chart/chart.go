// Package chart draws the charts of a report as SVG, for renderers that show pictures.
package chart

import "github.com/planeval/planeval/report"

// Layout says how a chart is laid out, for a width of page. Widths of pictures are those of the view box, in which texts
// are 13 to 15 high.
type Layout uint8

// The layouts.
const (
	Wide   Layout = iota // one picture, 1000 wide, for pages and paper
	Narrow               // one picture, 360 wide, for phones
	Panels               // small pictures, 300 to 360 wide, of which a page puts as many beside each other as it has room for
)

// Layouts returns the layouts that together show a plot on every width of page, in the order in which a page has them:
//
//   - Panels for Trajectories and Strips, which consist of equal parts. [Append] draws them so whatever layout it is given.
//   - Wide and then Narrow for Bullets and for Bars with bars. A page shows Wide from some width on and Narrow below it.
//   - Wide alone for a Grid and for Bars with Dots. A page that is narrower lets its readers scroll them.
//
// It returns nil for a plot of no known kind, which Append does not draw.
func Layouts(plot report.Plot) []Layout {
	switch p := plot.(type) {
	case report.Trajectories, report.Strips:
		return []Layout{Panels}
	case report.Bullets:
		return []Layout{Wide, Narrow}
	case report.Bars:
		if p.Dots {
			return []Layout{Wide}
		}
		return []Layout{Wide, Narrow}
	case report.Grid:
		return []Layout{Wide}
	}
	return nil
}

// Append appends the picture of a chart in one of its Layouts, as an svg element: nothing where the plot is of no known
// kind, and in Panels an element for each panel. A picture is named by the chart's caption and described by its summary; that
// of a panel is named by the panel's name where it has one, and described by what it says. Its ids begin with the given text,
// which no other picture of the page has. A text that is wider than its room goes on in further lines or, where it is one
// word, gets smaller; no text lies over another or beyond the view box.
func Append(dst []byte, c report.Chart, l Layout, ids string) []byte {
	p := picture{ids: ids, width: 1000}
	if l == Narrow {
		p.width = 360
	}
	switch plot := c.Plot.(type) {
	case report.Bullets:
		p.bullets(plot, l)
	case report.Trajectories:
		return appendPanels(dst, c, ids, panelWidth, trajectoryPanels(plot))
	case report.Bars:
		p.bars(plot, l)
	case report.Grid:
		p.cells(plot)
	case report.Strips:
		return appendPanels(dst, c, ids, stripWidth(plot), stripPanels(plot))
	default:
		return dst
	}
	return p.append(dst, c.Summary, c.Caption)
}
