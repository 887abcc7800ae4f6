package docx

import (
	"strconv"
	"strings"

	"github.com/planeval/planeval/internal/typeset"
	"github.com/planeval/planeval/report"
)

// writer writes the text.
type writer struct {
	*markup
	layout   layout
	album    album
	drawings int // pictures shown
	numbered int // numbered lists written
}

const documentNS = wordNS + ` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"` +
	` xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"` +
	` xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"` +
	` xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"`

func (w *writer) document(d report.Document) {
	w.raw(`<w:document`, documentNS, `><w:body>`)
	w.title(d.Title)
	if d.Subtitle != "" {
		w.paragraph("Subtitle", d.Subtitle)
	}
	w.blocks(d.Blocks, false)
	w.sections(d.Sections)
	w.page()
	w.raw(`</w:body></w:document>`)
}

// title writes the title; one that is too long for a line is broken where its name ends.
func (w *writer) title(title string) {
	if title == "" {
		return
	}
	title = typeset.Clean(title)
	if !strings.Contains(title, "\n") && textWidth(title)*w.layout.fonts[Title].Size/10 > w.layout.width() {
		for _, end := range []string{"》", "：", ": "} {
			if before, after, ok := cutLast(title, end); ok && after != "" {
				title = before + "\n" + after
				break
			}
		}
	}
	w.paragraph("Title", title)
}

// cutLast cuts a text after the last place where it has another.
func cutLast(s, end string) (before, after string, ok bool) {
	i := strings.LastIndex(s, end)
	if i < 0 {
		return s, "", false
	}
	return s[:i+len(end)], s[i+len(end):], true
}

func (w *writer) sections(sections []report.Section) {
	for _, s := range sections {
		title := typeset.Join(s.Number, s.Title)
		if title != "" {
			w.paragraph("Heading"+strconv.Itoa(min(max(s.Level, 1), headingLevels)), title)
		}
		w.blocks(s.Blocks, title != "" && len(s.Blocks)+len(s.Sections) > 1)
		w.sections(s.Sections)
	}
}

// blocks writes blocks; a line that is the first below a heading, and not all that is there, is not left alone with it at
// the foot of a page.
func (w *writer) blocks(blocks []report.Block, below bool) {
	for i, b := range blocks {
		switch b := b.(type) {
		case report.Paragraph:
			if b != (report.Paragraph{}) {
				style := "BodyText"
				if i+1 < len(blocks) && isList(blocks[i+1]) {
					style = "ListLead"
				}
				w.keepIf(below && i == 0 && w.oneLine(b))
				w.open(style)
				w.keepIf(false)
				w.text(b)
				w.raw(`</w:p>`)
			}
		case report.List:
			w.list(b)
		case report.Table:
			w.table(b)
		case report.Tiles:
			w.tiles(b)
		case report.Chart:
			w.chart(b)
		}
	}
}

func isList(b report.Block) bool {
	_, ok := b.(report.List)
	return ok
}

// oneLine says whether a paragraph of running text has room in one line.
func (w *writer) oneLine(p report.Paragraph) bool {
	if strings.Contains(p.Lead+p.Text, "\n") {
		return false
	}
	size := w.layout.fonts[Body].Size*10 + w.layout.characterSpace()
	return min(textWidth(p.Lead+p.Text), longestText)*size/100 <= w.layout.width()-w.layout.indent()
}

// text writes a paragraph's lead and text.
func (w *writer) text(p report.Paragraph) {
	w.run("Lead", p.Lead)
	if p.Lead != "" && p.Text != "" {
		w.run("", typeset.LeadSpace(p.Lead)+p.Text)
		return
	}
	w.run("", p.Text)
}

func (w *writer) list(l report.List) {
	numbered := "" // the style has bullets
	if l.Numbered && len(l.Items) > 0 {
		numbered = `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="` + strconv.Itoa(firstNumbered+w.numbered) + `"/></w:numPr>`
		w.numbered++
	}
	for _, item := range l.Items {
		w.raw(`<w:p><w:pPr><w:pStyle w:val="ListText"/>`, numbered, `</w:pPr>`)
		w.text(item)
		w.raw(`</w:p>`)
	}
}

// page writes the size of pages, their margins and footers. The number stands 7 mm below the text.
func (w *writer) page() {
	l := w.layout
	n := strconv.Itoa
	w.raw(`<w:sectPr><w:footerReference w:type="default" r:id="`, oddFooter, `"/><w:footerReference w:type="even" r:id="`, evenFooter, `"/>`,
		`<w:pgSz w:w="`, n(pageWidth), `" w:h="`, n(pageHeight), `"/><w:pgMar w:top="`, n(l.top), `" w:right="`, n(l.right), `" w:bottom="`, n(l.bottom),
		`" w:left="`, n(l.left), `" w:header="851" w:footer="`, n(max(l.bottom-twips(7)-l.fonts[Page].Size*10, 0)), `" w:gutter="0"/>`)
	if l.chinese {
		w.raw(`<w:docGrid w:type="lines" w:linePitch="`, n(l.pitch), `"/>`)
	}
	w.raw(`</w:sectPr>`)
}
