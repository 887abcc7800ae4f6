// Package chart draws the charts of a report as SVG, for renderers that show pictures.
package chart

import "github.com/planeval/planeval/report"

// Layout says how wide a picture is laid out.
type Layout uint8

// The layouts. Widths are those of the view box, in which texts are 13 to 15 high.
const (
	Wide   Layout = iota // 1000 wide, for pages and paper
	Narrow               // 360 wide, for phones
)

// Append appends the picture of a chart, one svg element, in a layout: nothing where the plot is of no known kind. It is
// named by the chart's caption and described by its summary; its ids begin with the given text, which no other picture of
// the page has. A text that is wider than its room goes on in further lines or, where it is one word, gets smaller; no text
// lies over another or beyond the view box.
func Append(dst []byte, c report.Chart, l Layout, ids string) []byte {
	p := picture{ids: ids, width: 1000}
	if l == Narrow {
		p.width = 360
	}
	switch plot := c.Plot.(type) {
	case report.Bullets:
		p.bullets(plot, l)
	case report.Trajectories:
		p.trajectories(plot, l)
	case report.Bars:
		p.bars(plot, l)
	case report.Grid:
		p.cells(plot, l)
	case report.Strips:
		p.strips(plot, l)
	default:
		return dst
	}
	return p.append(dst, c)
}
