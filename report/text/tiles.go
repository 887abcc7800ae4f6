package text

import (
	"strings"
	"unicode/utf8"

	"github.com/planeval/planeval/internal/typeset"
	"github.com/planeval/planeval/report"
)

// tileLines returns a line for each figure: the shape of its state, the figure with its unit and what it counts, with the
// note below that.
func tileLines(t report.Tiles, width int) []string {
	figures, shapes := make([]string, len(t.Items)), make([]string, len(t.Items))
	for i, tile := range t.Items {
		figures[i], shapes[i] = figure(tile), report.ToneOf(tile.State).Shape()
	}
	room, mark := widest(figures), widest(shapes)
	rows := make([][]string, len(t.Items))
	for i, tile := range t.Items {
		number := strings.Repeat(" ", room-columns(figures[i])) + figures[i]
		if mark > 0 {
			number = shapes[i] + strings.Repeat(" ", mark-columns(shapes[i])+1) + number
		}
		rows[i] = []string{number, clean(tile.Label + "\n" + tile.Note)}
	}
	cols := make([]report.Column, 2)
	widths := fit(cols, make([]string, 2), rows, width-between)
	var lines []string
	for _, row := range rows {
		lines = append(lines, rowLines(cols, row, widths, false)...)
	}
	return lines
}

// figure returns a tile's figure with its unit, between which no space stands in Chinese.
func figure(t report.Tile) string {
	number, unit := clean(t.Figure), clean(t.Unit)
	first, _ := utf8.DecodeRuneInString(unit)
	if typeset.EndsWide(string(first)) {
		return number + unit
	}
	return typeset.Join(number, unit)
}
