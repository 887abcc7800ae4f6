package text

import (
	"strings"

	"github.com/planeval/planeval/report"
)

const (
	ample  = 36 // what a column of text keeps before headers of figures are wrapped
	narrow = 12 // what it keeps while it can
	header = 8  // what a column of figures keeps while it can
	least  = 4  // what any column keeps
)

// fit returns the widths of the columns, together room at most if that can be. When the table is wider, the widest
// column of text gives way first, then the headers of figures, then text again; a word or figure is broken last.
func fit(cols []report.Column, titles []string, rows [][]string, room int) []int {
	widths := make([]int, len(cols))
	floors := make([][]int, 5) // of each step, the widths at which it stops
	for i, c := range cols {
		body, word := 0, longest(titles[i])
		for _, row := range rows {
			body = max(body, widest(strings.Split(row[i], "\n")))
			word = max(word, longest(row[i]))
		}
		widths[i] = max(body, widest(strings.Split(titles[i], "\n")))
		steps := []int{max(ample, word), max(ample, word), max(narrow, word), max(least, word), least}
		if c.Align == report.End {
			body = max(body, word)
			steps = []int{widths[i], max(header, body), max(header, body), max(least, body), least}
		}
		for s, floor := range steps {
			floors[s] = append(floors[s], floor)
		}
	}
	for _, floor := range floors {
		shrink(widths, floor, room)
	}
	return widths
}

// shrink takes from the widest column that is above its floor until the columns have room or none is.
func shrink(widths, floor []int, room int) {
	excess := -room
	for _, w := range widths {
		excess += w
	}
	for ; excess > 0; excess-- {
		at := -1
		for i, w := range widths {
			if w > floor[i] && (at < 0 || w > widths[at]) {
				at = i
			}
		}
		if at < 0 {
			return
		}
		widths[at]--
	}
}

// longest returns the width of the widest piece of a text that is not broken if possible.
func longest(s string) int {
	n := 0
	for part := range strings.SplitSeq(s, "\n") {
		for piece := range pieces(part) {
			n = max(n, columns(strings.TrimRight(piece, " ")))
		}
	}
	return n
}
