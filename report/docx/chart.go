package docx

import (
	"strconv"
	"strings"

	"github.com/planeval/planeval/report"
)

// chartTable is a chart as a table: a picture without text in one column, words and figures in the others.
type chartTable struct {
	headings []string
	rows     []chartRow
	picture  int // the column of pictures

	// Of a picture in tenths of a millimetre: what it takes where the other columns keep their short lines whole, and what
	// it has at least.
	width, least int
}

// chartRow is a row of cells, a title over all columns, or labels below or above the pictures.
type chartRow struct {
	title  string
	labels func(width int) []label
	cells  []chartCell
	height int // about that of the picture and the labels below it, in tenths of a millimetre
}

// chartCell holds lines of text, or labels beside a picture, or a picture, which is drawn when its width is known.
type chartCell struct {
	lines  []chartLine
	end    bool // stands at the end
	beside []label
	draw   func(width int) *canvas
	below  func(width int) []label // the picture
	alt    []string
}

// chartLine is a line of a cell, after a mark or the shape of a state if it has one.
type chartLine struct {
	text, state string
	key         *report.Key
	small       bool
}

// chartSize is the size of tableSizes that charts have, or a smaller one.
const chartSize = 1

func (w *writer) chart(c report.Chart) {
	w.caption(c.Caption)
	_, shaded := c.Plot.(report.Grid)
	w.legend(c.Legend, shaded)
	f := tableFrame{chart: true, caption: c.Caption, summary: c.Summary}
	switch p := c.Plot.(type) {
	case report.Bullets:
		w.chartTable(f, bulletTable(p))
	case report.Trajectories:
		w.chartTable(f, trajectoryTable(p))
	case report.Bars:
		w.chartTable(f, barTable(p))
	case report.Strips:
		w.chartTable(f, stripTable(p))
	case report.Grid:
		f.chart = false
		w.grid(f, report.Table{Columns: p.Columns, Rows: p.Rows}, shaded)
	}
	w.notes(c.Notes)
}

// legend writes what the marks mean in one line.
func (w *writer) legend(keys []report.Key, shaded bool) {
	if len(keys) == 0 {
		return
	}
	w.open("Legend")
	for i, key := range keys {
		if i > 0 {
			w.run("", "    ")
		}
		w.picture(w.album.key(key, shaded), key.Text)
		w.run("", " "+key.Text)
	}
	w.raw(`</w:p>`)
}

// chartTable writes a chart's table.
func (w *writer) chartTable(f tableFrame, t chartTable) {
	columns := len(t.headings)
	for _, row := range t.rows {
		columns = max(columns, len(row.cells))
	}
	if columns == 0 {
		return
	}
	needs := extents(columns, t.texts)
	rest := append(append([]extent{}, needs[:t.picture]...), needs[t.picture+1:]...)
	t.width = w.pictureWidth(t, rest)
	pictures := t.width*567/100 + margins
	size, others := w.fit(rest, w.layout.width()-pictures, chartSize, false)
	f.size = size
	f.widths = append(append(append([]int{}, others[:t.picture]...), pictures), others[t.picture:]...)
	w.openTable(&f)
	if strings.Join(t.headings, "") != "" {
		w.header(f, t.headings)
	}
	kept := w.keptRows(f, t.rows)
	for i, row := range t.rows {
		w.keepIf(kept[i])
		w.raw(`<w:tr><w:trPr><w:cantSplit/></w:trPr>`)
		switch {
		case row.title != "":
			w.openAcross(f, "")
			w.open(tableStyle(f.size))
			w.run("Lead", row.title)
			w.raw(`</w:p></w:tc>`)
		case row.labels != nil:
			for i := range f.widths {
				w.openCell(f, i, "")
				if i == t.picture {
					w.labels(row.labels(t.width), pictures-cellMargin)
				} else {
					w.paragraph("Axis", "")
				}
				w.raw(`</w:tc>`)
			}
		default:
			for i, c := range row.cells {
				w.openCell(f, i, c.place())
				w.chartCell(c, f, i, t.width)
				w.raw(`</w:tc>`)
			}
		}
		w.raw(`</w:tr>`)
	}
	w.keepIf(false)
	w.raw(`</w:tbl>`)
}

func sum(widths []int) int {
	total := 0
	for _, width := range widths {
		total += width
	}
	return total
}

// texts yields the texts of the rows for their widths.
func (t chartTable) texts(yield func([]string) bool) {
	if len(t.headings) > 0 && !yield(t.headings) {
		return
	}
	for _, row := range t.rows {
		texts := make([]string, len(row.cells))
		for i, c := range row.cells {
			for _, label := range c.beside {
				texts[i] += label.text + "\n"
			}
			for _, line := range c.lines {
				text := shaped(line.state, line.text)
				if line.key != nil {
					text = "▲▲▲ " + text
				}
				texts[i] += text + "\n"
			}
		}
		if !yield(texts) {
			return
		}
	}
}

// pictureWidth returns how wide pictures are beside other columns.
func (w *writer) pictureWidth(t chartTable, others []extent) int {
	unit, room := w.unit(chartSize), w.layout.width()-margins
	for _, c := range others {
		room -= unit(max(c.least, c.whole[1]))
	}
	return max(min(room*100/567, t.width), t.least)
}

// place returns where what stands in a cell stands: pictures with labels, and the labels beside them, at the top.
func (c chartCell) place() string {
	if c.below != nil || c.beside != nil {
		return `<w:vAlign w:val="top"/>`
	}
	return ""
}

// chartCell writes what is in the cell of a column.
func (w *writer) chartCell(c chartCell, f tableFrame, column, width int) {
	size := f.size
	switch {
	case c.draw != nil:
		w.open("Axis")
		w.picture(w.album.add(c.draw(width)), strings.Join(c.alt, " "))
		w.raw(`</w:p>`)
		if c.below != nil {
			w.labels(c.below(width), f.widths[column]-cellMargin)
		}
		return
	case c.beside != nil:
		w.beside(c.beside)
		return
	}
	align := report.Start
	if c.end {
		align = report.End
	}
	for _, line := range c.lines {
		style := tableStyle(size)
		if line.small {
			style = tableStyle(min(size+1, smallest))
		}
		w.openAligned(style, align)
		if line.key != nil {
			w.picture(w.album.key(*line.key, false), "")
			w.run("", " ")
		}
		tone := report.ToneOf(line.state)
		text := line.text
		if _, piece := measure(text); c.end && w.unit(size)(piece) > f.widths[column] {
			text = strings.ReplaceAll(text, "/", "/\n") // rather than within a number
		}
		w.state(tone.String(), tone, text)
		w.raw(`</w:p>`)
	}
	if len(c.lines) == 0 {
		w.paragraph(tableStyle(size), "")
	}
}

// picture writes a picture into the line, with what it shows for those who do not see it.
func (w *writer) picture(p picture, alt string) {
	w.drawings++
	n, width, height := strconv.Itoa(w.drawings), strconv.Itoa(p.width*emu), strconv.Itoa(p.height*emu)
	w.raw(`<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="`, width, `" cy="`, height,
		`"/><wp:docPr id="`, n, `" name="`, n, `" descr="`)
	w.attribute(alt)
	w.raw(`"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="`, n, `" name="`, n,
		`"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rId`, strconv.Itoa(firstPicture+p.place),
		`"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="`, width, `" cy="`, height,
		`"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`)
}
