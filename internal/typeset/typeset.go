// Package typeset holds what every renderer does to a text before it shows it.
package typeset

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Clean returns a text with \n for its line breaks, spaces for tabs, and U+FFFD for what cannot be shown or would drive
// the device: control characters, noncharacters, broken UTF-8, and the marks that turn the direction of writing.
func Clean(s string) string {
	if strings.IndexFunc(s, doubtful) < 0 {
		return s
	}
	s = strings.ReplaceAll(s, "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n', r == '\r', r == '\u2028', r == '\u2029':
			return '\n'
		case r == '\t':
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Noncharacter_Code_Point, r),
			'\u202a' <= r && r <= '\u202e', '\u2066' <= r && r <= '\u2069':
			return utf8.RuneError
		}
		return r
	}, s)
}

// doubtful reports whether a character may be one that Clean replaces, as few are; broken UTF-8 reads as U+FFFD.
func doubtful(r rune) bool {
	switch {
	case ' ' <= r && r <= '~', '\u00a0' <= r && r < '\u2028', '\u2070' <= r && r < '\ud7ff', '\ufdf0' <= r && r < utf8.RuneError:
		return false
	}
	return r != '\n'
}

// Join puts a number or lead before a text: with a space between them, but not after a Chinese character or full-width
// punctuation, which bring their own.
func Join(before, text string) string {
	if before == "" || text == "" || EndsWide(before) {
		return before + text
	}
	return before + " " + text
}

// EndsWide reports whether a text ends in a Chinese character or full-width punctuation.
func EndsWide(s string) bool {
	last, _ := utf8.DecodeLastRuneInString(s)
	return last >= '⺀' && last != utf8.RuneError // the first of the East Asian blocks
}

// Stops are the punctuation of full width after which a text goes on without a space.
const Stops = "：。，；、！？"

// LeadSpace returns what stands between a paragraph's lead and its text: nothing after full-width punctuation, a space
// of full width after a Chinese character, as it is set after a heading within the line, and else a space.
func LeadSpace(lead string) string {
	last, _ := utf8.DecodeLastRuneInString(lead)
	switch {
	case lead == "" || strings.ContainsRune(Stops, last):
		return ""
	case EndsWide(lead):
		return "\u3000"
	}
	return " "
}
