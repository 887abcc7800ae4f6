package markdown

import "io"

// piece is how many bytes are collected before they are written.
const piece = 32 << 10

// printer writes the file in pieces, so that no more than one is held. After an error of w it writes nothing.
type printer struct {
	w           io.Writer
	buffer      []byte
	err         error
	inside      bool // a block stands before
	otherMarker bool // the next list would run into the list just written, and takes the other marker
}

// begin begins a block of its own.
func (p *printer) begin() {
	if p.inside {
		p.raw("\n")
	}
	p.inside = true
}

// end ends a block, or a row of one.
func (p *printer) end() {
	p.raw("\n")
	p.otherMarker = false
	if len(p.buffer) >= piece {
		p.flush()
	}
}

// raw adds Markdown.
func (p *printer) raw(markdown string) { p.buffer = append(p.buffer, markdown...) }

// text adds a text that stands at that place.
func (p *printer) text(text string, at place) { p.buffer = escaped(p.buffer, text, at) }

func (p *printer) flush() {
	if p.err == nil && len(p.buffer) > 0 {
		_, p.err = p.w.Write(p.buffer)
	}
	p.buffer = p.buffer[:0]
}
