package text

import (
	"strings"

	"github.com/planeval/planeval/internal/typeset"
	"github.com/planeval/planeval/report"
)

// between is how many spaces stand between two columns.
const between = 2

// table writes the caption, the table with a rule under its header, and the notes.
func (p *printer) table(t report.Table) {
	p.put(wrap(clean(t.Caption), p.width))
	if len(t.Columns) > 0 {
		p.put(grid(t, p.width))
	}
	for _, note := range t.Notes {
		p.put(wrap(clean(note), p.width))
	}
}

// grid returns the lines of the header, the rule and the rows.
func grid(t report.Table, width int) []string {
	titles := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		titles[i] = clean(c.Title)
	}
	rows := make([][]string, len(t.Rows))
	for i, row := range t.Rows {
		rows[i] = make([]string, len(row))
		for j, c := range row {
			rows[i][j] = clean(typeset.Join(report.ToneOf(c.State).Shape(), c.Text))
		}
	}
	widths := fit(t.Columns, titles, rows, width-between*(len(t.Columns)-1))
	lines := rowLines(t.Columns, titles, widths, true)
	rules := make([]string, len(widths))
	for i, w := range widths {
		rules[i] = strings.Repeat("─", w)
	}
	lines = append(lines, strings.Join(rules, strings.Repeat(" ", between)))
	for _, row := range rows {
		lines = append(lines, rowLines(t.Columns, row, widths, false)...)
	}
	return lines
}

// rowLines returns one row's cells side by side, as many lines as the highest needs. Headers stand at the bottom, on the
// rule.
func rowLines(cols []report.Column, cells []string, widths []int, header bool) []string {
	wrapped, height := make([][]string, len(cells)), 1
	for i, c := range cells {
		wrapped[i] = wrap(c, widths[i])
		height = max(height, len(wrapped[i]))
	}
	lines := make([]string, height)
	for n := range lines {
		var line strings.Builder
		for i, texts := range wrapped {
			at := n
			if header {
				at -= height - len(texts)
			}
			text := ""
			if 0 <= at && at < len(texts) {
				text = strings.TrimRight(texts[at], " ")
			}
			left, right := 0, max(widths[i]-columns(text), 0)
			switch cols[i].Align {
			case report.End:
				left, right = right, 0
			case report.Center:
				left, right = right/2, right-right/2
			}
			if i > 0 {
				left += between
			}
			line.WriteString(strings.Repeat(" ", left) + text + strings.Repeat(" ", right))
		}
		lines[n] = line.String()
	}
	return lines
}
