package chart

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/planeval/planeval/internal/typeset"
)

// style is how a text looks.
type style struct {
	class string // of the style sheet
	size  float64
}

// The styles. Their sizes are those that CSS gives their classes; text without a class is body.
var (
	body    = style{"", 14}
	strong  = style{"b", 14} // bold
	figure  = style{"v", 15} // bold
	heading = style{"h", 13} // bold, muted
	small   = style{"s", 13} // muted
	tick    = style{"k", 13} // muted, of axes
	minor   = style{"i", 13}
)

// with returns a style with another class, such as a colour, that leaves its size.
func (s style) with(class string) style {
	s.class = strings.TrimSpace(s.class + " " + class)
	return s
}

// width returns how wide a text is in a style, at most.
func (s style) width(text string) float64 {
	sum := 0
	for _, r := range text {
		sum += runeWidth(r)
	}
	return float64(sum) * s.size / 1000
}

// The height of a line, and how far below its top its base line lies.
const (
	lineHeight = 18.0
	ascent     = 14.0
)

// asciiWidths are the widths of the characters from space to ~ in thousandths of an em: the widest that they are in Noto Sans CJK SC
// and Arial, regular and bold.
var asciiWidths = [...]int{
	280, 370, 575, 595, 595, 965, 745, 330, 380, 380, 510, 595, 330, 375, 330, 395, // space to /
	595, 595, 595, 595, 595, 595, 595, 595, 595, 595, 335, 335, 595, 595, 595, 615, // 0 to ?
	1010, 725, 725, 725, 725, 670, 615, 780, 760, 335, 570, 725, 615, 860, 750, 780, // @ to O
	670, 780, 725, 670, 630, 750, 670, 950, 670, 670, 615, 380, 395, 380, 595, 570, // P to _
	630, 595, 650, 560, 650, 585, 375, 615, 645, 310, 310, 605, 320, 965, 645, 630, // ` to o
	650, 650, 440, 560, 425, 640, 580, 865, 565, 580, 515, 390, 300, 390, 595, // p to ~
}

// runeWidth returns how wide a character is at most, in thousandths of an em.
func runeWidth(r rune) int {
	switch {
	case ' ' <= r && r <= '~':
		return asciiWidths[r-' ']
	case joins(r):
		return 0
	case r == '\u00a0':
		return asciiWidths[0]
	case r == '⸺':
		return 2000
	case r == '⸻':
		return 3000
	case 0x370 <= r && r < 0x1100, 0x1f000 <= r && r < 0x20000: // Greek to Georgian; emoji
		return 1400
	}
	return 1000
}

// joins reports whether a character is drawn onto the one before it, or not at all.
func joins(r rune) bool { return unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) }

// Characters that begin no line, and that end none (GB/T 15834 and W3C's Requirements for Chinese Text Layout).
const (
	neverFirst = "，。、；：！？）》〉」』】〕］｝”’…—～·％‰℃,.;:!?)]}>%°〗〞"
	neverLast  = "（《〈「『【〔［｛“‘([{<￥$€£#〖〝"
)

// wrap breaks a text into lines that are no wider than the room, but of one character at least: at spaces and beside
// Chinese characters, elsewhere where a word alone is too wide. A line break in the text breaks the line.
func (s style) wrap(text string, room float64) []string {
	var lines []string
	most := int(room * 1000 / s.size)
	for part := range strings.SplitSeq(typeset.Clean(text), "\n") {
		for part = strings.TrimSpace(part); part != ""; {
			end := lineEnd(part, most)
			lines = append(lines, strings.TrimSpace(part[:end]))
			part = strings.TrimSpace(part[end:])
		}
	}
	return lines
}

// oneLine returns a text without line breaks.
func oneLine(text string) string { return strings.ReplaceAll(typeset.Clean(text), "\n", " ") }

// lineEnd returns where the first line of a text ends: at the last place that is within the width, between words if it
// can be.
func lineEnd(text string, most int) int {
	width, end, within, last := 0, 0, 0, ' '
	for i, r := range text {
		if i > 0 && mayPart(last, r) {
			within = i
			if isWordEnd(last, r) {
				end = i
			}
		}
		width += runeWidth(r)
		if width > most && i > 0 && !unicode.IsSpace(r) && !joins(r) {
			switch {
			case end > 0:
				return end
			case within > 0:
				return within
			}
			return i
		}
		last = r
	}
	return len(text)
}

// mayPart reports whether one character may end a line and the other begin the next.
func mayPart(before, after rune) bool {
	return !joins(after) && !strings.ContainsRune(neverFirst, after) && !strings.ContainsRune(neverLast, before)
}

// isWordEnd reports whether a line may be broken between two characters without breaking a word.
func isWordEnd(before, after rune) bool {
	switch {
	case unicode.IsSpace(before):
		return before != '\u00a0'
	case unicode.IsSpace(after):
		return false
	case unicode.IsDigit(before) && isWide(after): // 1374家
		return false
	}
	return isWide(before) || isWide(after) || before == '/' || before == '-' && unicode.IsLetter(after)
}

// isWide reports whether a character is East Asian, and so stands for a word.
func isWide(r rune) bool { return r >= '⺀' && r != utf8.RuneError && r < 0xe0000 }

// paragraph is a text broken into lines.
type paragraph struct {
	style
	lines []string
}

func (s style) paragraph(text string, room float64) paragraph {
	return paragraph{s, s.wrap(text, room)}
}

func (p paragraph) height() float64 { return float64(len(p.lines)) * lineHeight }

// breadth returns how wide the widest line is.
func (p paragraph) breadth() float64 {
	widest := 0.0
	for _, line := range p.lines {
		widest = max(widest, p.width(line))
	}
	return widest
}

// balanced breaks a text into as few lines as wrap does, but of more equal widths.
func (s style) balanced(text string, room float64) paragraph {
	p, least := s.paragraph(text, room), s.longest(text)
	for room -= s.size / 2; len(p.lines) > 1 && room > least; room -= s.size / 2 {
		narrower := s.paragraph(text, room)
		if len(narrower.lines) > len(p.lines) {
			break
		}
		p = narrower
	}
	return p
}

// longest returns the width of the longest part of a text that is not broken but where it must be.
func (s style) longest(text string) float64 {
	longest, begin, last := 0.0, 0, ' '
	for i, r := range text {
		if i > 0 && mayPart(last, r) && isWordEnd(last, r) {
			longest, begin = max(longest, s.width(text[begin:i])), i
		}
		last = r
	}
	return max(longest, s.width(text[begin:]))
}
