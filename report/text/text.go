// Package text writes a report as plain text for a terminal.
//
// A Chinese character takes two columns and a combining mark none, as terminals show them. Control characters, escape
// sequences and bidirectional overrides are replaced by U+FFFD, so that a text cannot drive the terminal. Charts are left
// out: their numbers stand in the tables of the same document.
package text

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/planeval/planeval/internal/typeset"
	"github.com/planeval/planeval/report"
)

const (
	defaultWidth = 100
	minWidth     = 20
)

// Write writes the document piece by piece, in lines of at most width columns, or returns the error of w. A width of 0 stands for 100, a
// smaller one than 20 for 20; a table that cannot be made so narrow is wider. Of a document that cannot be laid out nothing
// is written; the error then wraps the faults that [report.Document.Validate] finds.
func Write(w io.Writer, d report.Document, width int) error {
	if err := d.Validate().Err(); err != nil {
		return fmt.Errorf("text: %w", err)
	}
	if width == 0 {
		width = defaultWidth
	}
	p := printer{w: w, width: max(width, minWidth)}
	p.heading(clean(d.Title), "=")
	p.put(wrap(clean(d.Subtitle), p.width))
	p.blocks(d.Blocks)
	p.sections(d.Sections)
	p.flush()
	return p.err
}

// piece is how many bytes are collected before they are written.
const piece = 32 << 10

// printer writes the text in pieces, so that no more than one is held. After an error of w it writes nothing.
type printer struct {
	w      io.Writer
	buffer []byte
	err    error
	width  int
	inside bool // a block stands before
}

func (p *printer) flush() {
	if p.err == nil && len(p.buffer) > 0 {
		_, p.err = p.w.Write(p.buffer)
	}
	p.buffer = p.buffer[:0]
}

// put adds lines as a block of their own, with an empty line before it. No lines are no block.
func (p *printer) put(lines []string) {
	if len(lines) > 0 && p.inside {
		p.buffer = append(p.buffer, '\n')
	}
	for _, line := range lines {
		p.inside = true
		p.buffer = append(append(p.buffer, strings.TrimRight(line, " ")...), '\n')
		if len(p.buffer) >= piece {
			p.flush()
		}
	}
}

// heading writes a heading, underlined with a character or, with none, as it is.
func (p *printer) heading(title, underline string) {
	lines := wrap(title, p.width)
	if len(lines) > 0 && underline != "" {
		lines = append(lines, strings.Repeat(underline, widest(lines)))
	}
	p.put(lines)
}

// sections writes the sections: chapters are underlined, what is below them goes by its number.
func (p *printer) sections(sections []report.Section) {
	for _, s := range sections {
		underline := ""
		if s.Level <= 1 {
			underline = "-"
		}
		p.heading(typeset.Join(clean(s.Number), clean(s.Title)), underline)
		p.blocks(s.Blocks)
		p.sections(s.Sections)
	}
}

func (p *printer) blocks(blocks []report.Block) {
	for _, b := range blocks {
		switch b := b.(type) {
		case report.Paragraph:
			p.put(wrap(run(b), p.width))
		case report.List:
			p.put(listLines(b, p.width))
		case report.Table:
			p.table(b)
		case report.Tiles:
			p.put(tileLines(b, p.width))
		}
	}
}

// listLines returns the lines of a list; an item's further lines stand under its text.
func listLines(l report.List, width int) []string {
	var lines []string
	indent := 2
	if l.Numbered {
		indent = len(strconv.Itoa(len(l.Items))) + 2
	}
	for i, item := range l.Items {
		marker := "- "
		if l.Numbered {
			marker = fmt.Sprintf("%*d. ", indent-2, i+1)
		}
		texts := wrap(run(item), max(width-indent, 2))
		if len(texts) == 0 {
			texts = []string{""}
		}
		for _, text := range texts {
			lines = append(lines, marker+text)
			marker = strings.Repeat(" ", indent)
		}
	}
	return lines
}

// run returns a paragraph's lead and text in one.
func run(paragraph report.Paragraph) string {
	lead, text := clean(paragraph.Lead), clean(paragraph.Text)
	if text == "" {
		return lead
	}
	return lead + typeset.LeadSpace(lead) + text
}
