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

// Append appends the picture of a chart, one svg element, in a layout.
func Append(dst []byte, c report.Chart, l Layout) []byte { return dst }

// AppendKey appends the small picture of a key of a legend, one svg element that is 30 wide and 16 high.
func AppendKey(dst []byte, k report.Key) []byte { return dst }

// CSS are the rules for the classes that pictures use. Colours are custom properties, so that a page may set them.
const CSS = ``
