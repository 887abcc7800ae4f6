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
	width    int // of a picture
}

// chartRow is a row of cells, a title over all columns, or labels below or above the pictures.
type chartRow struct {
	title  string
	labels []label
	cells  []chartCell
}

// chartCell holds lines of text, or a picture, which is drawn when it is written.
type chartCell struct {
	lines []chartLine
	end   bool // stands at the end
	draw  func() *canvas
	alt   []string
	below []label // the picture
	width int     // of the picture
}

// chartLine is a line of a cell, after a mark or the shape of a state if it has one.
type chartLine struct {
	text, state string
	key         *report.Key
	small       bool
}

func (w *writer) chart(c report.Chart) {
	w.caption(c.Caption)
	w.legend(c.Legend)
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
		w.grid(f, p.Columns, p.Rows, true)
	}
	w.notes(c.Notes)
}

// legend writes what the marks mean in one line.
func (w *writer) legend(keys []report.Key) {
	if len(keys) == 0 {
		return
	}
	w.open("Legend")
	for i, key := range keys {
		if i > 0 {
			w.run("", "    ")
		}
		w.picture(keyPicture(key), key.Text)
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
	pictures := t.width*567/100 + margins
	rest := append(append([]extent{}, needs[:t.picture]...), needs[t.picture+1:]...)
	size, others := w.fit(rest, w.layout.width()-pictures)
	f.size = max(size, 1)
	f.widths = append(append(append([]int{}, others[:t.picture]...), pictures), others[t.picture:]...)
	w.openTable(f)
	if strings.Join(t.headings, "") != "" {
		w.header(f, t.headings)
	}
	for _, row := range t.rows {
		w.raw(`<w:tr><w:trPr><w:cantSplit/></w:trPr>`)
		switch {
		case row.title != "":
			w.openCell(sum(f.widths), columns, "")
			w.open(tableStyle(f.size))
			w.run("Lead", row.title)
			w.raw(`</w:p></w:tc>`)
		case len(row.labels) > 0:
			for i, width := range f.widths {
				w.openCell(width, 1, "")
				if i == t.picture {
					w.labels(row.labels, pictures-cellMargin)
				} else {
					w.paragraph("Axis", "")
				}
				w.raw(`</w:tc>`)
			}
		default:
			for i, c := range row.cells {
				w.openCell(f.widths[i], 1, "")
				w.chartCell(c, f.size)
				w.raw(`</w:tc>`)
			}
		}
		w.raw(`</w:tr>`)
	}
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
			for _, line := range c.lines {
				text := line.text
				if line.state != "" {
					text = "▲ " + text
				}
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

func (w *writer) chartCell(c chartCell, size int) {
	if c.draw != nil {
		w.open("Axis")
		w.picture(c.draw(), strings.Join(c.alt, " "))
		w.raw(`</w:p>`)
		if len(c.below) > 0 {
			w.labels(c.below, c.width)
		}
		return
	}
	align := report.Start
	if c.end {
		align = report.End
	}
	for _, line := range c.lines {
		style := tableStyle(size)
		if line.small {
			style = tableStyle(min(size+1, len(tableSizes)-1))
		}
		w.openAligned(style, align)
		if line.key != nil {
			w.picture(keyPicture(*line.key), "")
			w.run("", " ")
		}
		tone := report.ToneOf(line.state)
		w.state(tone.String(), tone, line.text)
		w.raw(`</w:p>`)
	}
	if len(c.lines) == 0 {
		w.paragraph(tableStyle(size), "")
	}
}

// picture writes a picture into the line, with what it shows for those who do not see it.
func (w *writer) picture(c *canvas, alt string) {
	id := w.album.add(c)
	w.drawings++
	n, width, height := strconv.Itoa(w.drawings), strconv.Itoa(c.width*emu), strconv.Itoa(c.height*emu)
	w.raw(`<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="`, width, `" cy="`, height,
		`"/><wp:docPr id="`, n, `" name="`, n, `" descr="`)
	w.attribute(alt)
	w.raw(`"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="`, n, `" name="`, n,
		`"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rId`, strconv.Itoa(firstPicture+id),
		`"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="`, width, `" cy="`, height,
		`"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`)
}
