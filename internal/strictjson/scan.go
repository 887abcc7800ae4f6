package strictjson

import (
	"encoding/hex"
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// token is a kind of JSON value, or a set of kinds.
type token uint8

const (
	aNull token = 1 << iota
	aBoolean
	aNumber
	aText
	aList
	anObject
	nothing  token = 0
	anything       = aNull | aBoolean | aNumber | aText | aList | anObject
)

// skipMark steps over the byte order mark that some editors write.
func (d *decoder) skipMark() {
	const mark = "\uFEFF"
	if len(d.data) >= len(mark) && string(d.data[:len(mark)]) == mark {
		d.pos, d.offset = len(mark), len(mark)
	}
}

// at returns the byte at pos, or 0 at the end; a 0 in the data is no JSON either.
func (d *decoder) at() byte {
	if d.pos < len(d.data) {
		return d.data[d.pos]
	}
	return 0
}

func (d *decoder) space() {
	for d.pos < len(d.data) {
		switch d.data[d.pos] {
		case ' ', '\t', '\r', '\n':
			d.pos++
		default:
			return
		}
	}
}

// peek skips space and tells the kind of the value that begins there.
func (d *decoder) peek() token {
	d.space()
	switch c := d.at(); {
	case c == '"':
		return aText
	case c == '{':
		return anObject
	case c == '[':
		return aList
	case c == '-' || isDigit(c):
		return aNumber
	case c == 't' || c == 'f':
		return aBoolean
	case c == 'n':
		return aNull
	}
	return nothing
}

// more steps to the next element and reports whether there is one.
func (d *decoder) more(first bool, end byte) bool {
	d.space()
	switch c := d.at(); {
	case c == end:
		d.pos++
		return false
	case first:
		return !d.halted
	case c == ',':
		d.pos++
		return true
	}
	d.fail(d.pos, fmt.Sprintf("a comma or %c", end))
	return false
}

// word steps over true, false or null.
func (d *decoder) word(word string) {
	if end := d.pos + len(word); end <= len(d.data) && string(d.data[d.pos:end]) == word {
		d.pos = end
		return
	}
	d.fail(d.pos, "a value")
}

// number returns a number as it is written.
func (d *decoder) number() []byte {
	start := d.pos
	if d.at() == '-' {
		d.pos++
	}
	if d.at() == '0' {
		if d.pos++; isDigit(d.at()) {
			d.fail(d.pos-1, "a number without leading zeros")
			return nil
		}
	} else {
		d.digits()
	}
	if d.at() == '.' {
		d.pos++
		d.digits()
	}
	if d.at()|0x20 == 'e' {
		if d.pos++; d.at() == '+' || d.at() == '-' {
			d.pos++
		}
		d.digits()
	}
	if d.halted {
		return nil
	}
	return d.data[start:d.pos]
}

func (d *decoder) digits() {
	if !isDigit(d.at()) {
		d.fail(d.pos, "a digit")
	}
	for isDigit(d.at()) {
		d.pos++
	}
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// text returns the text at pos and its first flaw. The bytes may be part of the data.
func (d *decoder) text() (text []byte, first *flaw) {
	d.pos++
	start := d.pos // of what is not yet in text
	for d.pos < len(d.data) {
		at := d.pos
		var r rune
		switch c := d.data[at]; {
		case c == '"':
			d.pos++
			if text == nil {
				return d.data[start:at:at], first
			}
			return append(text, d.data[start:at]...), first
		case c < ' ':
			d.fail(at, `a closing quote, or an escape such as \n`)
			return nil, nil
		case c == '\\':
			text = append(text, d.data[start:at]...)
			r = d.escape()
			text = utf8.AppendRune(text, r)
			start = d.pos
		case c < utf8.RuneSelf:
			d.pos++
			continue
		default:
			var size int
			r, size = utf8.DecodeRune(d.data[at:])
			d.pos += size
		}
		if first == nil {
			first = d.flawed(at, r)
		}
	}
	d.fail(d.pos, "a closing quote")
	return nil, nil
}

// escape reads a character written with a backslash. Half a surrogate pair comes back as it is.
func (d *decoder) escape() rune {
	at := d.pos
	if d.pos++; d.at() == 'u' {
		return d.escaped4(at)
	}
	i := strings.IndexByte(`"\/bfnrt`, d.at())
	if i < 0 {
		d.fail(at, `an escape such as \\ or \n`)
		return 0
	}
	d.pos++
	return rune("\"\\/\b\f\n\r\t"[i])
}

func (d *decoder) escaped4(at int) rune {
	r := d.unit(at)
	if r < 0 {
		d.fail(at, `an escape such as \u00e9`)
		return 0
	}
	d.pos = at + 6
	if pair := utf16.DecodeRune(r, d.unit(d.pos)); pair != utf8.RuneError {
		d.pos += 6
		return pair
	}
	return r
}

// unit reads the \uXXXX at an offset; anything else gives -1.
func (d *decoder) unit(at int) rune {
	if at+6 > len(d.data) || d.data[at] != '\\' || d.data[at+1] != 'u' {
		return -1
	}
	var unit [2]byte
	if _, err := hex.Decode(unit[:], d.data[at+2:at+6]); err != nil {
		return -1
	}
	return rune(unit[0])<<8 | rune(unit[1])
}
