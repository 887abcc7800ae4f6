package markdown

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/planeval/planeval/internal/typeset"
)

// place is where on its line a text stands; some characters mean something in one place only.
type place uint8

const (
	inline  place = iota // after other characters, and perhaps before some
	start                // at the line's start: # > - + = and 1. begin blocks there
	heading              // to a heading's end: # at the end belongs to the frame
	cell                 // in a table: | ends the cell, and a line break can be kept
)

// escaped adds a text to b as Markdown that a parser reads as that text and nothing else.
func escaped(b []byte, text string, at place) []byte {
	if plain(text, at) {
		return append(b, text...)
	}
	s := typeset.Clean(text)
	if at != cell {
		s = strings.ReplaceAll(s, "\n", " ")
	}
	frame := -1 // where a character that would be taken for a block's begin or end stands
	switch at {
	case start:
		frame = marker(s)
	case heading:
		frame = closing(s)
	}
	for i, r := range s {
		before, after := s[:i], s[i+utf8.RuneLen(r):]
		switch {
		case r == '\n':
			b = append(b, "<br>"...)
			continue
		case unicode.IsSpace(r) && (before == "" || after == ""): // parsers drop it there, and ** does not hold to it
			b = fmt.Appendf(b, "&#%d;", r)
			continue
		case r == '<' && opensTag(after):
			b = append(b, "&lt;"...)
			continue
		case r == '&' && opensEntity(after):
			b = append(b, "&amp;"...)
			continue
		}
		if i == frame || special(r, before, after, at) {
			b = append(b, '\\')
		}
		b = utf8.AppendRune(b, r)
	}
	return b
}

// plain says, for most of the texts of a report, that nothing in them has to be escaped or replaced.
func plain(s string, at place) bool {
	first, _ := utf8.DecodeRuneInString(s)
	last, _ := utf8.DecodeLastRuneInString(s)
	if unicode.IsSpace(first) || unicode.IsSpace(last) || at == start && marker(s) >= 0 || at == heading && last == '#' {
		return false
	}
	var before rune
	for _, r := range s {
		switch {
		case r < utf8.RuneSelf:
			if !ordinary(before, r) {
				return false
			}
		case '\u3000' <= r && r <= '\ud7ff': // most Chinese text
		case r < '\u00a0', '\u2028' <= r && r <= '\u202e', '\u2066' <= r && r <= '\u2069', r >= '\ufdd0' && r < '\uff00', r >= '\ufff0':
			return false
		}
		before = r
	}
	return true
}

// ordinary says whether an ASCII character behind another means nothing wherever it stands.
func ordinary(before, r rune) bool {
	switch r {
	case '\\', '`', '*', '~', '[', ']', '$', '{', '|', '_', '@', '<', '&', 0x7f:
		return false
	case '.': // www.
		return before|0x20 != 'w'
	case '/': // http://
		return before != ':'
	}
	return r >= ' '
}

// special says whether a character needs a backslash between these texts.
func special(r rune, before, after string, at place) bool {
	switch r {
	case '\\', '`', '*', '~', '[', ']': // GFM
		return true
	case '$', '{': // formulas and templates, which many readers of Markdown add
		return true
	case '|':
		return at == cell
	case '_': // within a word it is nothing else
		last, _ := utf8.DecodeLastRuneInString(before)
		first, _ := utf8.DecodeRuneInString(after)
		return !isWord(last) || !isWord(first)
	case '@': // an e-mail address
		return before != "" && after != "" && isLocal(before[len(before)-1]) && isDomain(after[0])
	case ':': // http://
		return before != "" && isLetter(before[len(before)-1]) && strings.HasPrefix(after, "//")
	case '.': // www.
		return len(before) >= 3 && strings.EqualFold(before[len(before)-3:], "www")
	}
	return false
}

// marker returns where the character stands that makes the start of s the start of a heading, quotation, list item,
// rule or underline; -1 where nothing does.
func marker(s string) int {
	if s == "" {
		return -1
	}
	switch c := s[0]; c {
	case '#', '>':
		return 0
	case '-', '+', '=':
		if len(s) == 1 || s[1] == ' ' || s[1] == c {
			return 0
		}
	}
	rest := strings.TrimLeft(s, "0123456789")
	digits := len(s) - len(rest)
	if digits > 0 && rest != "" && (rest[0] == '.' || rest[0] == ')') && (len(rest) == 1 || rest[1] == ' ') {
		return digits
	}
	return -1
}

// closing returns where the last # stands that ends a heading with its frame, -1 where the text does not end so.
func closing(s string) int {
	rest := strings.TrimRight(s, "#")
	if rest != s && (rest == "" || rest[len(rest)-1] == ' ') {
		return len(s) - 1
	}
	return -1
}

// opensTag says whether < before this text could open a tag, comment or <address>.
func opensTag(after string) bool {
	return after == "" || !strings.ContainsRune(" =0123456789", rune(after[0])) && after[0] < utf8.RuneSelf
}

// opensEntity says whether & before this text could begin an entity such as &amp; or &#38;.
func opensEntity(after string) bool {
	rest := strings.TrimLeftFunc(after, func(r rune) bool { return r < utf8.RuneSelf && isWord(r) })
	return strings.HasPrefix(after, "#") || rest != after && strings.HasPrefix(rest, ";")
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// isLocal says whether a character may stand before the @ of an e-mail address (RFC 5321's atext, as CommonMark has it).
func isLocal(c byte) bool { return isDomain(c) || strings.IndexByte(".!#$%&'*+/=?^_`{|}~", c) >= 0 }

// isDomain says whether a character may stand after the @ of an e-mail address; GFM lets a hyphen begin a domain.
func isDomain(c byte) bool { return isLetter(c) || '0' <= c && c <= '9' || c == '-' || c == '_' }
