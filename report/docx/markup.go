package docx

import (
	"io"
	"strings"

	"github.com/planeval/planeval/internal/typeset"
)

// markup writes XML in pieces, until its writer fails.
type markup struct {
	w    io.Writer
	buf  []byte
	err  error
	keep string // what paragraphs are opened with: keepNext, or nothing
}

const pieceSize = 32 << 10

func (x *markup) flush() {
	if x.err == nil {
		_, x.err = x.w.Write(x.buf)
	}
	x.buf = x.buf[:0]
}

// raw adds markup as it is.
func (x *markup) raw(parts ...string) {
	buf := x.buf // once back, as that costs more than to add a part
	for _, part := range parts {
		buf = append(buf, part...)
	}
	x.buf = buf
	if len(x.buf) >= pieceSize {
		x.flush()
	}
}

// attribute adds a text in one line, as the value of an attribute or the content of an element.
func (x *markup) attribute(text string) {
	x.escape(strings.ReplaceAll(typeset.Clean(text), "\n", " "))
}

func (x *markup) escape(s string) {
	from := 0
	for i := 0; i < len(s); i++ {
		entity := ""
		switch s[i] {
		case '&':
			entity = "&amp;"
		case '<':
			entity = "&lt;"
		case '>':
			entity = "&gt;"
		case '"':
			entity = "&quot;"
		default:
			continue
		}
		x.buf = append(append(x.buf, s[from:i]...), entity...)
		from = i + 1
	}
	x.buf = append(x.buf, s[from:]...)
}

// run adds a text, which may be empty, in a style of characters, which may be empty too.
func (x *markup) run(style, text string) {
	if text == "" {
		return
	}
	x.raw(`<w:r>`)
	if style != "" {
		x.raw(`<w:rPr><w:rStyle w:val="`, style, `"/></w:rPr>`)
	}
	first := true
	for line := range strings.SplitSeq(typeset.Clean(text), "\n") {
		if !first {
			x.raw(`<w:br/>`)
		}
		first = false
		if line == "" {
			continue
		}
		if line[0] == ' ' || line[len(line)-1] == ' ' || strings.Contains(line, "  ") {
			x.raw(`<w:t xml:space="preserve">`)
		} else {
			x.raw(`<w:t>`)
		}
		x.escape(line)
		x.raw(`</w:t>`)
	}
	x.raw(`</w:r>`)
}

// paragraph adds a paragraph of one text in a style.
func (x *markup) paragraph(style, text string) {
	x.open(style)
	x.run("", text)
	x.raw(`</w:p>`)
}

// open begins a paragraph in a style.
func (x *markup) open(style string) {
	x.raw(`<w:p><w:pPr><w:pStyle w:val="`, style, `"/>`, x.keep, `</w:pPr>`)
}
