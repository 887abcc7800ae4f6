// Package markdown writes a report as GitHub-flavoured Markdown.
//
// Every text comes out of a CommonMark and GFM parser as it went in: nothing in it becomes a link, emphasis, HTML or the
// start of a list. What is not needed for that is left unescaped, so that the file can be read as it is. (GitHub's own
// parser makes a link of an e-mail address however it is escaped; the address stays as it was.)
//
// A few things have no form in Markdown: a line break is a space, but in a table's cell it is <br>; a tab is a space;
// control characters, bidirectional overrides, noncharacters and broken UTF-8 are U+FFFD.
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

// Write writes the document, or returns the error of w. A document that no one could lay out is an error too, and
// nothing is written: a table's row that has more or fewer cells than the table has columns, or an unknown kind of block.
func Write(w io.Writer, d report.Document) error {
	var p printer
	if err := p.document(d); err != nil {
		return err
	}
	_, err := strings.NewReader(p.String()).WriteTo(w)
	return err
}

// printer collects the file.
type printer struct {
	strings.Builder
	otherMarker bool // the next list would run into the list just written, and takes the other marker
}

// put adds lines as a block of their own.
func (p *printer) put(lines string) {
	if p.Len() > 0 {
		p.WriteByte('\n')
	}
	p.WriteString(lines)
	p.WriteByte('\n')
	p.otherMarker = false
}

func (p *printer) document(d report.Document) error {
	p.heading(1, d.Title, "")
	p.paragraph(report.Paragraph{Text: d.Subtitle})
	contents := len(d.Sections) >= contentsFrom
	if contents {
		p.contents(d.Sections)
	}
	if err := p.blocks(d.Blocks); err != nil {
		return err
	}
	return p.sections(d.Sections, contents)
}

// contents lists the chapters, each with a link to its heading. The slugs that readers make of headings differ between
// them, most of all for Chinese, so the headings get anchors.
func (p *printer) contents(chapters []report.Section) {
	items := make([]string, len(chapters))
	for i, s := range chapters {
		title := typeset.Join(s.Number, s.Title)
		if isID(s.ID) {
			items[i] = "[" + escape(title, inline) + "](#" + s.ID + ")"
		} else {
			items[i] = escape(title, start)
		}
	}
	p.list(false, items)
}

func (p *printer) sections(sections []report.Section, anchors bool) error {
	for _, s := range sections {
		anchor := ""
		if anchors && isID(s.ID) {
			anchor = `<a id="` + s.ID + `"></a>`
		}
		p.heading(s.Level+1, typeset.Join(s.Number, s.Title), anchor)
		if err := p.blocks(s.Blocks); err != nil {
			return err
		}
		if err := p.sections(s.Sections, false); err != nil {
			return err
		}
	}
	return nil
}

// heading writes a heading of a level from 1 to 6; the anchor stands at its end, where it disturbs a reader least.
func (p *printer) heading(level int, text, anchor string) {
	if text != "" || anchor != "" {
		p.put(strings.Repeat("#", min(max(level, 1), 6)) + " " + escape(text, heading) + anchor)
	}
}

func (p *printer) blocks(blocks []report.Block) error {
	for _, b := range blocks {
		switch b := b.(type) {
		case report.Paragraph:
			p.paragraph(b)
		case report.List:
			items := make([]string, len(b.Items))
			for i, item := range b.Items {
				items[i] = run(item)
			}
			p.list(b.Numbered, items)
		case report.Table:
			if err := p.table(b); err != nil {
				return err
			}
		default:
			return fmt.Errorf("markdown: cannot write a block of type %T", b)
		}
	}
	return nil
}

func (p *printer) paragraph(paragraph report.Paragraph) {
	if paragraph != (report.Paragraph{}) {
		p.put(run(paragraph))
	}
}

// list writes a list. Two lists in a row would be one to a parser, unless the second has another marker.
func (p *printer) list(numbered bool, items []string) {
	if len(items) == 0 {
		return
	}
	other := p.otherMarker
	var lines strings.Builder
	for i, item := range items {
		if i > 0 {
			lines.WriteByte('\n')
		}
		switch {
		case numbered && other:
			fmt.Fprintf(&lines, "%d) ", i+1)
		case numbered:
			fmt.Fprintf(&lines, "%d. ", i+1)
		case other:
			lines.WriteString("* ")
		default:
			lines.WriteString("- ")
		}
		lines.WriteString(item)
	}
	p.put(lines.String())
	p.otherMarker = !other
}

// run returns a paragraph in one line.
func run(paragraph report.Paragraph) string {
	if paragraph.Lead == "" {
		return escape(paragraph.Text, start)
	}
	return strong(paragraph.Lead, paragraph.Text)
}

// strong returns a lead in bold and the text after it. A lead's own colon or stop goes behind the asterisks: they close
// nothing when they stand between punctuation and a letter.
func strong(lead, text string) string {
	if text == "" {
		return "**" + escape(lead, inline) + "**"
	}
	if word := strings.TrimRight(lead, typeset.Stops); word != "" && word != lead {
		return "**" + escape(word, inline) + "**" + escape(lead[len(word):]+text, inline)
	}
	space := typeset.LeadSpace(lead)
	if space == "" { // the lead is nothing but a stop
		space = "\u3000"
	}
	return "**" + escape(lead, inline) + "**" + space + escape(text, inline)
}

// isID says whether a section's ID can stand in a link and an attribute as it is.
func isID(id string) bool {
	return id != "" && strings.Trim(id, "abcdefghijklmnopqrstuvwxyz0123456789-.") == ""
}
