// Package markdown writes a report as GitHub-flavoured Markdown.
//
// Every text comes out of a CommonMark and GFM parser as it went in: nothing in it becomes a link, emphasis, HTML or the
// start of a list. What is not needed for that is left unescaped, so that the file can be read as it is. (GitHub's own
// parser makes a link of an e-mail address however it is escaped; the address stays as it was.)
//
// A few things have no form in Markdown: a line break is a space, but in a table's cell it is <br>; a tab is a space;
// control characters, bidirectional overrides, noncharacters and broken UTF-8 are U+FFFD. Charts are left out: their
// numbers stand in the tables of the same document.
package markdown

import (
	"fmt"
	"io"
	"strings"

	"github.com/planeval/planeval/internal/typeset"
	"github.com/planeval/planeval/report"
)

// contentsFrom is how many chapters make a reader want a table of contents.
const contentsFrom = 4

// Write writes the document piece by piece, or returns the error of w. Of a document that cannot be laid out nothing is
// written; the error then wraps the faults that [report.Document.Validate] finds.
func Write(w io.Writer, d report.Document) error {
	if err := d.Validate().Err(); err != nil {
		return fmt.Errorf("markdown: %w", err)
	}
	p := printer{w: w}
	p.document(d)
	p.flush()
	return p.err
}

func (p *printer) document(d report.Document) {
	p.heading(1, d.Title, "")
	p.paragraph(report.Paragraph{Text: d.Subtitle})
	contents := len(d.Sections) >= contentsFrom
	if contents {
		p.contents(d.Sections)
	}
	p.blocks(d.Blocks)
	p.sections(d.Sections, contents)
}

// contents lists the chapters, each with a link to its heading. The slugs that readers make of headings differ between
// them, most of all for Chinese, so the headings get anchors.
func (p *printer) contents(chapters []report.Section) {
	p.list(false, len(chapters), func(i int) {
		s := chapters[i]
		title := typeset.Join(s.Number, s.Title)
		if s.ID == "" {
			p.text(title, start)
			return
		}
		p.raw("[")
		p.text(title, inline)
		p.raw("](#" + s.ID + ")")
	})
}

func (p *printer) sections(sections []report.Section, anchors bool) {
	for _, s := range sections {
		anchor := ""
		if anchors && s.ID != "" {
			anchor = `<a id="` + s.ID + `"></a>`
		}
		p.heading(s.Level+1, typeset.Join(s.Number, s.Title), anchor)
		p.blocks(s.Blocks)
		p.sections(s.Sections, false)
	}
}

// heading writes a heading of a level from 1 to 6; the anchor stands at its end, where it disturbs a reader least.
func (p *printer) heading(level int, text, anchor string) {
	if text == "" && anchor == "" {
		return
	}
	p.begin()
	p.raw("######"[:min(max(level, 1), 6)] + " ")
	p.text(text, heading)
	p.raw(anchor)
	p.end()
}

func (p *printer) blocks(blocks []report.Block) {
	for _, b := range blocks {
		switch b := b.(type) {
		case report.Paragraph:
			p.paragraph(b)
		case report.List:
			p.list(b.Numbered, len(b.Items), func(i int) { p.run(b.Items[i]) })
		case report.Table:
			p.table(b)
		case report.Tiles:
			p.tiles(b)
		}
	}
}

func (p *printer) paragraph(paragraph report.Paragraph) {
	if paragraph != (report.Paragraph{}) {
		p.begin()
		p.run(paragraph)
		p.end()
	}
}

// list writes a list of n items. Two lists in a row would be one to a parser, unless the second has another marker.
func (p *printer) list(numbered bool, n int, item func(i int)) {
	if n == 0 {
		return
	}
	other := p.otherMarker
	p.begin()
	for i := range n {
		if i > 0 {
			p.raw("\n")
		}
		switch {
		case numbered && other:
			p.buffer = fmt.Appendf(p.buffer, "%d) ", i+1)
		case numbered:
			p.buffer = fmt.Appendf(p.buffer, "%d. ", i+1)
		case other:
			p.raw("* ")
		default:
			p.raw("- ")
		}
		item(i)
	}
	p.end()
	p.otherMarker = !other
}

// run writes a paragraph in one line.
func (p *printer) run(paragraph report.Paragraph) {
	if paragraph.Lead == "" {
		p.text(paragraph.Text, start)
	} else {
		p.strong(paragraph.Lead, paragraph.Text)
	}
}

// strong writes a lead in bold and the text after it. A lead's own colon or stop goes behind the asterisks: they close
// nothing when they stand between punctuation and a letter.
func (p *printer) strong(lead, text string) {
	bold, space := lead, ""
	if text != "" {
		space = typeset.LeadSpace(lead)
		if word := strings.TrimRight(lead, typeset.Stops); word != "" && word != lead {
			bold, text, space = word, lead[len(word):]+text, ""
		} else if space == "" { // the lead is nothing but a stop
			space = "\u3000"
		}
	}
	p.raw("**")
	p.text(bold, inline)
	p.raw("**" + space)
	p.text(text, inline)
}
