package docx

import (
	"slices"
	"strconv"

	"github.com/planeval/planeval/report"
)

// cellMargin is that of cells, left and right together; tables in the smallest type have the narrow one. Columns have a
// little air beside it for what measuring gets wrong.
const (
	cellMargin   = 160
	narrowMargin = 100
	air          = 50
	margins      = cellMargin + air
)

// cellMargins returns the margins of cells.
func cellMargins(both int) string {
	side := strconv.Itoa(both / 2)
	return `<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="` + side + `" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>` +
		`<w:right w:w="` + side + `" w:type="dxa"/></w:tblCellMar>`
}

func (w *writer) table(t report.Table) {
	w.caption(t.Caption)
	if len(t.Columns) > 0 {
		w.grid(tableFrame{caption: t.Caption}, t, false)
	}
	w.notes(t.Notes)
}

func (w *writer) caption(caption string) {
	if caption != "" {
		w.paragraph("Caption", caption)
	}
}

// notes writes the notes below a table; where there are none, a small gap, so that two tables do not become one.
func (w *writer) notes(notes []string) {
	written := false
	for _, note := range notes {
		if note != "" {
			w.paragraph("Note", note)
			written = true
		}
	}
	if !written {
		w.paragraph("TableGap", "")
	}
}

// grid writes a table with a header row that is repeated on each page; its cells may be shaded by their states.
func (w *writer) grid(f tableFrame, t report.Table, shaded bool) {
	columns := t.Shown()
	first := len(t.Columns) - len(columns)
	needs := extents(len(columns), func(yield func([]string) bool) {
		texts := make([]string, len(columns))
		for i, c := range columns {
			texts[i] = c.Title
		}
		if !yield(texts) {
			return
		}
		for _, row := range t.Rows {
			for i, c := range row[first:] {
				texts[i] = shaped(c.State, c.Text)
			}
			if !yield(texts) {
				return
			}
		}
	})
	if shaded { // their cells are few words, and names have the rest
		for i, c := range needs[1:] {
			c.full = max(c.least, c.whole[1])
			c.weight = c.full
			needs[i+1] = c
		}
	}
	f.size, f.widths = w.fit(needs, w.layout.width(), 0, shaded)
	w.openTable(&f)
	titles := make([]string, len(columns))
	for i, c := range columns {
		titles[i] = c.Title
	}
	w.header(f, titles)
	whole := 0 // how many rows stay on the page of the next one, of a table that is not parted
	if shaded || len(t.Rows) <= shortTable {
		whole = w.kept(f, t.Rows)
	}
	if t.Grouped {
		for group := range t.Groups() {
			w.name(f, group[0][0])
			w.cells(f, columns, group, max(w.kept(f, group), min(whole, len(group))), shaded)
			whole = max(whole-len(group), 0)
		}
	} else {
		w.cells(f, columns, t.Rows, whole, shaded)
	}
	w.raw(`</w:tbl>`)
}

// name writes a row of one cell, which names the group of rows below it and stays on the page of the first of them.
func (w *writer) name(f tableFrame, c report.Cell) {
	w.raw(`<w:tr><w:trPr><w:cantSplit/></w:trPr>`)
	w.openAcross(f, `<w:shd w:val="clear" w:color="auto" w:fill="F3F5F8"/>`)
	w.open(tableStyle(f.size) + "Group")
	tone := report.ToneOf(c.State)
	w.state(tone.String(), tone, c.Text)
	w.raw(`</w:p></w:tc></w:tr>`)
}

// cells writes rows from the cells of the first column that is shown on; the first ones, as many as are kept, stay on the
// page of the next row.
func (w *writer) cells(f tableFrame, columns []report.Column, rows [][]report.Cell, kept int, shaded bool) {
	style := tableStyle(f.size)
	for n, row := range rows {
		w.keepIf(n < kept)
		w.raw(`<w:tr><w:trPr><w:cantSplit/></w:trPr>`)
		for i, c := range row[len(row)-len(columns):] {
			tone := report.ToneOf(c.State)
			shade := ""
			if shaded {
				shade = shading(tone)
			}
			w.openCell(f, i, shade)
			w.openAligned(style, columns[i].Align)
			if shaded && tone == report.Beyond {
				w.state("OnDark", tone, c.Text)
			} else {
				w.state(tone.String(), tone, c.Text)
			}
			w.raw(`</w:p></w:tc>`)
		}
		w.raw(`</w:tr>`)
	}
	w.keepIf(false)
}

// shaped returns a text as state writes it.
func shaped(state, text string) string {
	if state == "" {
		return text
	}
	return "▲" + shapeSpace + text
}

// unit returns the function from widths in hundredths of a size of type to those of columns.
func (w *writer) unit(size int) func(int) int {
	half, beside := w.typeSize(size), besideText(size)
	return func(n int) int { return (n*half+9)/10 + beside }
}

// typeSize returns one of tableSizes in half points.
func (w *writer) typeSize(size int) int {
	return max(w.layout.fonts[Table].Size-tableSizes[size], minSize)
}

// besideText returns how much of a column's width its text does not have.
func besideText(size int) int {
	if size == smallest {
		return narrowMargin + air
	}
	return margins
}

// fit returns the greatest size of type from the first on in which no word breaks, nor any short line if all are to be whole, and for the
// greatest of all cells are short, with the widths of the columns.
func (w *writer) fit(columns []extent, room, first int, whole bool) (size int, result []int) {
	const few = 2 // lines
	for size = first; size < len(tableSizes); size++ {
		var lines int
		var ok bool
		result, lines, ok = widths(columns, room, w.unit(size), whole)
		if ok && (size > 0 || lines <= few) {
			return size, result
		}
	}
	return smallest, result
}

// tableFrame is what a table has around its rows.
type tableFrame struct {
	chart            bool
	caption, summary string // for those who do not see it
	size             int    // index of tableSizes
	widths           []int
	cells            []string // what the cells of each column begin with
}

func (w *writer) openTable(f *tableFrame) {
	style := "ReportTable"
	if f.chart {
		style = "ReportChart"
	}
	w.raw(`<w:tbl><w:tblPr><w:tblStyle w:val="`, style, `"/><w:tblW w:w="`, strconv.Itoa(sum(f.widths)), `" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/>`)
	if f.size == smallest {
		w.raw(cellMargins(narrowMargin))
	}
	if f.caption != "" {
		w.raw(`<w:tblCaption w:val="`)
		w.attribute(f.caption)
		w.raw(`"/>`)
	}
	if f.summary != "" {
		w.raw(`<w:tblDescription w:val="`)
		w.attribute(f.summary)
		w.raw(`"/>`)
	}
	w.raw(`</w:tblPr><w:tblGrid>`)
	for _, width := range f.widths {
		n := strconv.Itoa(width)
		w.raw(`<w:gridCol w:w="`, n, `"/>`)
		f.cells = append(f.cells, `<w:tc><w:tcPr><w:tcW w:w="`+n+`" w:type="dxa"/>`)
	}
	w.raw(`</w:tblGrid>`)
}

// header writes a row that is repeated on each page.
func (w *writer) header(f tableFrame, titles []string) {
	w.raw(`<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>`)
	for i, title := range titles {
		w.openCell(f, i, "")
		w.paragraph(tableStyle(f.size)+"Head", title)
		w.raw(`</w:tc>`)
	}
	w.raw(`</w:tr>`)
}

// openCell begins the cell of a column.
func (w *writer) openCell(f tableFrame, column int, properties string) {
	w.raw(f.cells[column], properties, `</w:tcPr>`)
}

// openAcross begins a cell over all columns.
func (w *writer) openAcross(f tableFrame, properties string) {
	w.raw(`<w:tc><w:tcPr><w:tcW w:w="`, strconv.Itoa(sum(f.widths)), `" w:type="dxa"/>`)
	if len(f.widths) > 1 {
		w.raw(`<w:gridSpan w:val="`, strconv.Itoa(len(f.widths)), `"/>`)
	}
	w.raw(properties, `</w:tcPr>`)
}

func (w *writer) openAligned(style string, align report.Align) {
	switch align {
	case report.End:
		w.raw(`<w:p><w:pPr><w:pStyle w:val="`, style, `"/>`, w.keep, `<w:jc w:val="right"/></w:pPr>`)
	case report.Center:
		w.raw(`<w:p><w:pPr><w:pStyle w:val="`, style, `"/>`, w.keep, `<w:jc w:val="center"/></w:pPr>`)
	default:
		w.open(style)
	}
}

// shapeSpace keeps a shape and the first word after it on one line.
const shapeSpace = "\u00a0"

// state writes a text after the shape of its tone; a plain one as it is.
func (w *writer) state(style string, tone report.Tone, text string) {
	if tone == report.Plain {
		w.run("", text)
		return
	}
	w.raw(`<w:r><w:rPr><w:rStyle w:val="`, style, `"/><w:rFonts w:hint="eastAsia"/></w:rPr><w:t>`, tone.Shape(), `</w:t></w:r>`)
	if text != "" {
		w.run(style, shapeSpace+text)
	}
}

// shading returns the shading of a cell, which is hatched where a state is short of what was asked.
func shading(t report.Tone) string {
	switch p := cells(t); {
	case t == report.Plain:
		return ""
	case p.base != p.stripe:
		return `<w:shd w:val="thinDiagStripe" w:color="` + p.stripe.hex() + `" w:fill="` + p.base.hex() + `"/>`
	default:
		return `<w:shd w:val="clear" w:color="auto" w:fill="` + p.base.hex() + `"/>`
	}
}

// tiles writes the figures that answer first, side by side.
func (w *writer) tiles(t report.Tiles) {
	const most = 5 // in a row
	if len(t.Items) == 0 {
		return
	}
	rows := (len(t.Items) + most - 1) / most
	columns := (len(t.Items) + rows - 1) / rows
	f := tableFrame{widths: make([]int, columns)}
	for i := range f.widths {
		f.widths[i] = w.layout.width() / columns
	}
	w.openTable(&f)
	for items := range slices.Chunk(t.Items, columns) {
		w.raw(`<w:tr><w:trPr><w:cantSplit/></w:trPr>`)
		for i := range f.widths {
			w.openCell(f, i, "")
			if i < len(items) {
				w.tile(items[i])
			} else {
				w.paragraph("TileLabel", "")
			}
			w.raw(`</w:tc>`)
		}
		w.raw(`</w:tr>`)
	}
	w.raw(`</w:tbl>`)
	w.paragraph("TableGap", "")
}

func (w *writer) tile(t report.Tile) {
	tone := report.ToneOf(t.State)
	w.open("TileFigure")
	w.state(tone.String(), tone, t.Figure)
	if t.Unit != "" {
		w.run("Unit", " "+t.Unit)
	}
	w.raw(`</w:p>`)
	w.paragraph("TileLabel", t.Label)
	if t.Note != "" {
		w.paragraph("TileNote", t.Note)
	}
}
