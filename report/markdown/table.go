package markdown

import (
	"fmt"
	"strings"

	"github.com/planeval/planeval/report"
)

// table writes the caption in bold, the table, and its notes as paragraphs.
func (p *printer) table(t report.Table) error {
	for i, row := range t.Rows {
		if len(row) != len(t.Columns) {
			return fmt.Errorf("markdown: table %q: row %d has %d cells for %d columns", t.ID, i+1, len(row), len(t.Columns))
		}
	}
	p.paragraph(report.Paragraph{Lead: t.Caption})
	if len(t.Columns) > 0 {
		p.put(strings.Join(lines(t), "\n"))
	}
	for _, note := range t.Notes {
		p.paragraph(report.Paragraph{Text: note})
	}
	return nil
}

// lines returns the header, the line with the alignments and the rows. The cells are not padded: that would need the
// width of Chinese characters in the reader's font.
func lines(t report.Table) []string {
	titles, rules := make([]string, len(t.Columns)), make([]string, len(t.Columns))
	for i, c := range t.Columns {
		titles[i] = escape(c.Title, cell)
		switch c.Align {
		case report.End:
			rules[i] = "---:"
		case report.Center:
			rules[i] = ":---:"
		default:
			rules[i] = "---"
		}
	}
	lines := []string{line(titles), line(rules)}
	for _, row := range t.Rows {
		cells := make([]string, len(row))
		for i, c := range row {
			cells[i] = escape(c.Text, cell)
		}
		lines = append(lines, line(cells))
	}
	return lines
}

func line(cells []string) string {
	return "| " + strings.Join(cells, " | ") + " |"
}
