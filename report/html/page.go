package html

import (
	"io"
	"strings"

	"github.com/planeval/planeval/internal/typeset"
	"github.com/planeval/planeval/report"
)

// page collects what is written and hands it to the writer in pieces.
type page struct {
	w   io.Writer
	err error // the first of w, after which nothing is written
	b   []byte

	drawn    []byte            // the picture that is being written
	labels   int               // how many labels were written, see label
	captions map[string]string // of the tables, by ID; filled where a chart points to them
	ends     int               // the last column of a table that is set to the end, counted from 1
	centers  int               // the last that is centred
}

// piece is how many bytes are collected, about, before they are handed on.
const piece = 1 << 15

func newPage(w io.Writer) *page { return &page{w: w, b: make([]byte, 0, piece+piece/4)} }

// raw appends markup.
func (p *page) raw(markup string) { p.b = append(p.b, markup...) }

// text appends a text of one line. A line break in it is a space, as HTML has it.
func (p *page) text(s string) { p.b = appendText(p.b, s, "\n") }

// lines appends a text and keeps its line breaks.
func (p *page) lines(s string) { p.b = appendText(p.b, s, "<br>") }

// turn ends a line of the file, and hands on what was collected when it is enough.
func (p *page) turn() {
	p.b = append(p.b, '\n')
	if len(p.b) >= piece {
		p.flush()
	}
}

func (p *page) flush() {
	if p.err == nil && len(p.b) > 0 {
		var n int
		n, p.err = p.w.Write(p.b)
		if p.err == nil && n < len(p.b) {
			p.err = io.ErrShortWrite
		}
	}
	p.b = p.b[:0]
}

func (p *page) close() error {
	p.flush()
	return p.err
}

// appendText appends a text escaped for elements and quoted attributes, with the given markup for its line breaks. What
// cannot be shown is replaced as [typeset.Clean] does it; since that is rare, it is called only where it would change
// the text.
func appendText(dst []byte, s, lineBreak string) []byte {
	start, from := len(dst), 0
	for i, r := range s {
		var entity string
		switch {
		case r > '>' && r < 0x7f:
			continue
		case r == '&':
			entity = "&amp;"
		case r == '<':
			entity = "&lt;"
		case r == '>':
			entity = "&gt;"
		case r == '"':
			entity = "&#34;"
		case r == '\n':
			entity = lineBreak
		case unclean(r) && !strings.HasPrefix(s[i:], "\uFFFD"): // which a broken byte reads as, too
			return appendText(dst[:start], typeset.Clean(s), lineBreak)
		default:
			continue
		}
		dst = append(dst, s[from:i]...)
		dst = append(dst, entity...)
		from = i + 1
	}
	return append(dst, s[from:]...)
}

// unclean says whether [typeset.Clean] would replace a character other than a line feed.
func unclean(r rune) bool {
	switch {
	case r < 0x2028:
		return r < ' ' || 0x7f <= r && r <= 0x9f
	case r <= 0x2069:
		return r <= 0x202e || 0x2066 <= r
	}
	return r == '\uFFFD' || 0xfdd0 <= r && r <= 0xfdef || r&0xfffe == 0xfffe
}

// scan notes what must be known of the blocks before the first is written.
func (p *page) scan(blocks []report.Block, sections []report.Section) {
	p.captions = map[string]string{}
	p.scanBlocks(blocks)
	p.scanSections(sections)
}

func (p *page) scanSections(sections []report.Section) {
	for i := range sections {
		p.scanBlocks(sections[i].Blocks)
		p.scanSections(sections[i].Sections)
	}
}

func (p *page) scanBlocks(blocks []report.Block) {
	for _, b := range blocks {
		t, ok := b.(report.Table)
		if !ok {
			continue
		}
		if t.ID != "" {
			p.captions[t.ID] = t.Caption
		}
		for i, c := range t.Shown() {
			switch c.Align {
			case report.End:
				p.ends = max(p.ends, i+1)
			case report.Center:
				p.centers = max(p.centers, i+1)
			}
		}
	}
}
