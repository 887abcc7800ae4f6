package docx

import (
	"strings"
	"unicode/utf8"

	"github.com/planeval/planeval/report"
)

// keepNext is the property of a paragraph that stays on the page of the next one. That of the cells of a row says that the
// row stays on the page of the next row.
const keepNext = `<w:keepNext/>`

// keepIf says whether what is written next stays on the page of what follows it.
func (x *markup) keepIf(yes bool) {
	x.keep = ""
	if yes {
		x.keep = keepNext
	}
}

// shortTable is up to how many rows a table stays on one page.
const shortTable = 8

// room is how high rows are at most that stay on one page. What is above them has room there too: a heading, a line, a
// caption and a header row.
func (w *writer) room() int { return (pageHeight - w.layout.top - w.layout.bottom) * 3 / 4 }

// kept returns how many rows, of those that a table or a group has, stay on the page of the next row: all but the last, or
// none where a page has no room for them.
func (w *writer) kept(f tableFrame, rows [][]report.Cell) int {
	room := w.room()
	for _, row := range rows {
		lines := 1
		for i, c := range row[len(row)-len(f.widths):] { // all, or all but the name of the group
			lines = max(lines, w.linesOf(c.Text, f, i))
		}
		if room -= w.rowHeight(f, lines); room < 0 {
			return 0
		}
	}
	return len(rows) - 1
}

// keptRows says of each row of a chart whether it stays on the page of the next one: all but the last where a page has room
// for them; otherwise titles and labels above pictures, and what stands above labels.
func (w *writer) keptRows(f tableFrame, rows []chartRow) []bool {
	room := w.room()
	for _, row := range rows {
		lines := 1
		for i, c := range row.cells {
			n := 0
			for _, line := range c.lines {
				n += w.linesOf(line.text, f, i)
			}
			lines = max(lines, n)
		}
		if room -= max(w.rowHeight(f, lines), twips(row.height)/10); room < 0 {
			break
		}
	}
	kept := make([]bool, len(rows))
	for i := range len(rows) - 1 {
		kept[i] = room >= 0 || rows[i].cells == nil || rows[i+1].labels != nil
	}
	return kept
}

// rowHeight returns about how high a row of so many lines is.
func (w *writer) rowHeight(f tableFrame, lines int) int {
	const line, space = 13, 60 // the former in tenths of the size of the type
	const most = 1000          // no page has so many
	return min(lines, most)*w.typeSize(f.size)*line + space
}

// linesOf returns about how many lines a text takes in a column. It is quicker than measuring: a character of three bytes
// counts as wide as its size, one of a single byte as half of it.
func (w *writer) linesOf(text string, f tableFrame, column int) int {
	width := min(25*(len(text)+utf8.RuneCountInString(text)), longestText) * w.typeSize(f.size) / 10
	inner := max(f.widths[column]-besideText(f.size), 1)
	return strings.Count(text, "\n") + max((width+inner-1)/inner, 1)
}
