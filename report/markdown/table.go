package markdown

import (
	"unicode/utf8"

	"github.com/planeval/planeval/internal/typeset"
	"github.com/planeval/planeval/report"
)

// table writes the caption in bold, the table, and its notes as paragraphs. The cells are not padded: that would need the
// width of Chinese characters in the reader's font.
func (p *printer) table(t report.Table) {
	p.paragraph(report.Paragraph{Lead: t.Caption})
	if len(t.Columns) > 0 {
		p.begin()
		p.header(t.Columns)
		for _, row := range t.Rows {
			for _, c := range row {
				p.raw("| ")
				p.text(c.Text, cell)
				p.raw(" ")
			}
			p.raw("|")
			p.end()
		}
	}
	for _, note := range t.Notes {
		p.paragraph(report.Paragraph{Text: note})
	}
}

// header writes the titles of the columns and the line with their alignments.
func (p *printer) header(columns []report.Column) {
	for _, c := range columns {
		p.raw("| ")
		p.text(c.Title, cell)
		p.raw(" ")
	}
	p.raw("|\n")
	for _, c := range columns {
		switch c.Align {
		case report.End:
			p.raw("| ---: ")
		case report.Center:
			p.raw("| :---: ")
		default:
			p.raw("| --- ")
		}
	}
	p.raw("|")
	p.end()
}

// tiles writes a table of one row: what each figure counts above it, and its note below it.
func (p *printer) tiles(tiles report.Tiles) {
	t := report.Table{Rows: [][]report.Cell{nil}}
	for _, tile := range tiles.Items {
		text := figure(tile)
		if tile.Note != "" {
			text += "\n" + tile.Note
		}
		t.Columns = append(t.Columns, report.Column{Title: tile.Label})
		t.Rows[0] = append(t.Rows[0], report.Cell{Text: text})
	}
	p.table(t)
}

// figure returns a tile's figure with its unit, between which no space stands in Chinese.
func figure(t report.Tile) string {
	first, _ := utf8.DecodeRuneInString(t.Unit)
	if typeset.EndsWide(string(first)) {
		return t.Figure + t.Unit
	}
	return typeset.Join(t.Figure, t.Unit)
}
