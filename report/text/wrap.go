package text

import (
	"iter"
	"strings"
	"unicode"

	"github.com/planeval/planeval/internal/typeset"
	"golang.org/x/text/width"
)

// clean returns a text that drives no terminal, without spaces at its ends.
func clean(s string) string { return strings.Trim(typeset.Clean(s), " \n") }

// runeWidth returns how many columns a character takes; one whose width depends on the font takes one.
func runeWidth(r rune) int {
	switch { // of the two, most texts are made
	case ' ' <= r && r <= '~':
		return 1
	case '一' <= r && r <= '\u9fff':
		return 2
	}
	if unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) {
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}

// columns returns how many columns a text takes.
func columns(s string) int {
	n := 0
	for _, r := range s {
		n += runeWidth(r)
	}
	return n
}

func widest(lines []string) int {
	n := 0
	for _, line := range lines {
		n = max(n, columns(line))
	}
	return n
}

// wrap breaks a text into lines of at most limit columns, each line of the text by itself. Spaces at a break are
// dropped; a piece that nothing allows to be broken is cut between two characters when it is wider than a line.
func wrap(s string, limit int) []string {
	if s == "" {
		return nil
	}
	var lines []string
	for part := range strings.SplitSeq(s, "\n") {
		if columns(part) <= limit {
			lines = append(lines, part)
			continue
		}
		line, used := "", 0
		for piece := range pieces(part) {
			word := strings.TrimRight(piece, " ")
			if used > 0 && used+columns(word) > limit {
				lines = append(lines, line)
				line, used = "", 0
			}
			for head := cut(word, limit); len(head) < len(word); head = cut(word, limit) {
				lines = append(lines, head)
				word, piece = word[len(head):], piece[len(head):]
			}
			line, used = line+piece, used+columns(piece)
		}
		lines = append(lines, line)
	}
	return lines
}

// cut returns as much of the start of s as limit columns hold, and one character at least.
func cut(s string, limit int) string {
	used := 0
	for i, r := range s {
		used += runeWidth(r)
		if used > limit && i > 0 {
			return s[:i]
		}
	}
	return s
}

// pieces yields the pieces of a line between which it may be broken; spaces stand at the end of their piece.
func pieces(s string) iter.Seq[string] {
	return func(yield func(string) bool) {
		from := 0
		var before rune
		for i, r := range s {
			if i > from && mayBreak(before, r) {
				if !yield(s[from:i]) {
					return
				}
				from = i
			}
			if runeWidth(r) > 0 {
				before = r
			}
		}
		yield(s[from:])
	}
}

// mayBreak says whether a line may end with one character and the next begin with the other: behind a space, and beside
// a Chinese character, except before punctuation that closes and behind punctuation that opens.
func mayBreak(before, after rune) bool {
	switch {
	case after == ' ' || runeWidth(after) == 0:
		return false
	case before == ' ':
		return true
	case strings.ContainsRune(noStart, after) || strings.ContainsRune(noEnd, before):
		return false
	}
	return runeWidth(before) == 2 || runeWidth(after) == 2
}

const (
	noStart = "）》〉」』】〕］｝，。、；：！？”’…—～·％‰)]},.;:!?%\"'"
	noEnd   = "（《〈「『【〔［｛“‘([{\"'"
)
