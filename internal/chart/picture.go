package chart

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/planeval/planeval/internal/typeset"
)

// picture is a picture that is being drawn, from the top down.
type picture struct {
	drawn []byte             // texts and areas, in the order in which they were drawn
	marks [len(order)][]byte // commands of the marks below and above them
	ids   string             // what the ids of the picture begin with
	width float64            // of the view box
	y     float64            // where what comes next begins
	// Whether a hatch is needed, of bars and of cells.
	hatch, cellHatch bool
}

// order are the classes of marks, from the lowest to the highest. Marks are what a picture repeats from row to row: all of a
// class are one path, which is shorter than a path each. Everything else is drawn at the place of the empty class.
var order = [...]string{"ca", "cb", "cu", "q", "g", "g u", "a", "", "fp", "fa", "fb", "fs", "fu", "u w", "w", "x", "j", "u", "p", "r", "t", "c"}

// mark draws a mark of a class that is in the order; in its commands each % is a number.
func (p *picture) mark(class, commands string, numbers ...float64) {
	i := slices.Index(order[:], class)
	p.marks[i] = steps(p.marks[i], commands, numbers...)
}

// number appends a coordinate with at most one decimal.
func number(dst []byte, v float64) []byte {
	n := int64(math.Round(v * 10))
	if n < 0 {
		dst, n = append(dst, '-'), -n
	}
	dst = strconv.AppendInt(dst, n/10, 10)
	if n%10 != 0 {
		dst = append(dst, '.', byte('0'+n%10))
	}
	return dst
}

// escaped appends a text as XML has it in elements and in attributes between double quotes.
func escaped(dst []byte, text string) []byte {
	for i := range len(text) {
		switch text[i] {
		case '<':
			dst = append(dst, "&lt;"...)
		case '>':
			dst = append(dst, "&gt;"...)
		case '&':
			dst = append(dst, "&amp;"...)
		case '"':
			dst = append(dst, "&#34;"...)
		default:
			dst = append(dst, text[i])
		}
	}
	return dst
}

// path appends a path of a class; in its commands each % is a number.
func (p *picture) path(class, commands string, numbers ...float64) {
	p.drawn = append(p.drawn, `<path class="`...)
	p.drawn = append(p.drawn, class...)
	p.drawn = append(p.drawn, `" d="`...)
	p.drawn = steps(p.drawn, commands, numbers...)
	p.drawn = append(p.drawn, `"/>`...)
}

// steps appends commands of a path; each % in them is a number.
func steps(dst []byte, commands string, numbers ...float64) []byte {
	for i := range len(commands) {
		if commands[i] == '%' {
			dst, numbers = number(dst, numbers[0]), numbers[1:]
		} else {
			dst = append(dst, commands[i])
		}
	}
	return dst
}

// box draws a rectangle.
func (p *picture) box(class string, x, y, width, height float64) {
	p.path(class, rectangular, x, y, width, height, x)
}

// rectangular are the commands of a rectangle: its left, top, width and height, and its left again.
const rectangular = "M% %h%v%H%z"

// across draws a horizontal line as a mark, down a vertical one.
func (p *picture) across(class string, x, y, length float64) { p.mark(class, "M% %h%", x, y, length) }

func (p *picture) down(class string, x, y, length float64) { p.mark(class, "M% %v%", x, y, length) }

// round are the commands of a circle from its top: all of it but a tenth in one arc, which is shorter than two.
const round = "M% %a% % 0 1 1-.1 0z"

// anchor says which end of a text stands at its place.
type anchor string

const (
	start  anchor = ""
	middle anchor = "m"
	end    anchor = "e"
)

// text draws a line of text with its base line at y, smaller where it is wider than the room.
func (p *picture) text(s style, at anchor, x, y, room float64, text string) {
	if text == "" {
		return
	}
	p.drawn = append(p.drawn, "<text"...)
	if class := strings.TrimSpace(s.class + " " + string(at)); class != "" {
		p.drawn = append(p.drawn, ` class="`...)
		p.drawn = append(p.drawn, class...)
		p.drawn = append(p.drawn, '"')
	}
	switch at { // whole places are shorter; the text stands less than one further out
	case start:
		x = math.Floor(x)
	case end:
		x = math.Ceil(x)
	}
	if x != 0 { // where it would stand without
		p.drawn = append(p.drawn, ` x="`...)
		p.drawn = number(p.drawn, x)
		p.drawn = append(p.drawn, '"')
	}
	p.drawn = append(p.drawn, ` y="`...)
	p.drawn = number(p.drawn, math.Round(y))
	p.drawn = append(p.drawn, '"')
	if width := s.width(text); width > room+0.05 {
		p.drawn = append(p.drawn, ` style="font-size:`...)
		p.drawn = strconv.AppendFloat(p.drawn, math.Floor(s.size*room/width*100)/100, 'f', -1, 64)
		p.drawn = append(p.drawn, `px"`...)
	}
	p.drawn = append(p.drawn, '>')
	p.drawn = escaped(p.drawn, text)
	p.drawn = append(p.drawn, "</text>"...)
}

// lines draws a paragraph with its top at y; a line of one character may still be wider than the room.
func (p *picture) lines(g paragraph, at anchor, x, y, room float64) {
	for i, line := range g.lines {
		p.text(g.style, at, x, y+float64(i)*lineHeight+ascent, room, line)
	}
}

// flow draws paragraphs of one line or more beside each other and, where the room ends, below each other. It returns
// the height.
func (p *picture) flow(x, y, room float64, items ...paragraph) float64 {
	const gap = 14
	top, left, height := y, x, 0.0
	for _, item := range items {
		if len(item.lines) == 0 {
			continue
		}
		width := item.breadth()
		if left > x && left+width > x+room {
			y, left, height = y+height, x, 0
		}
		p.lines(item, start, left, y, room)
		left, height = left+width+gap, max(height, item.height())
	}
	return y + height - top
}

// append appends the picture as an element, with the first name that is not blank.
func (p *picture) append(dst []byte, description string, names ...string) []byte {
	description = typeset.Clean(description)
	name := ""
	for i := 0; i < len(names) && strings.TrimSpace(name) == ""; i++ {
		name = typeset.Clean(names[i])
	}
	if strings.TrimSpace(name) == "" { // an image must have a name
		name, description = description, ""
	}
	dst = append(dst, `<svg class="ch" viewBox="0 0 `...)
	dst = number(dst, p.width)
	dst = append(dst, ' ')
	dst = number(dst, math.Ceil(p.y))
	dst = append(dst, '"')
	if strings.TrimSpace(name) != "" {
		dst = append(dst, ` role="img"><title>`...)
		dst = escaped(dst, name)
		dst = append(dst, `</title`...)
	}
	dst = append(dst, '>')
	if description != "" {
		dst = append(dst, `<desc>`...)
		dst = escaped(dst, description)
		dst = append(dst, `</desc>`...)
	}
	if p.hatch {
		dst = append(dst, `<pattern id="`+p.ids+`h" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="fs" d="M0 0h5v5H0z"/><path class="z" d="M1 0v5"/></pattern>`...)
	}
	if p.cellHatch {
		dst = append(dst, `<pattern id="`+p.ids+`c" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="cs" d="M0 0h7v7H0z"/><path class="y" d="M1 0v7"/></pattern>`...)
	}
	return append(p.appendDrawn(dst), `</svg>`...)
}

// appendDrawn appends what was drawn, in its order.
func (p *picture) appendDrawn(dst []byte) []byte {
	for i, class := range order {
		if class == "" {
			dst = append(dst, p.drawn...)
		} else if len(p.marks[i]) > 0 {
			dst = append(dst, `<path class="`+class+`" d="`...)
			dst = append(dst, p.marks[i]...)
			dst = append(dst, `"/>`...)
		}
	}
	return dst
}
