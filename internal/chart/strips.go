package chart

import (
	"strings"
	"unicode/utf8"

	"github.com/planeval/planeval/report"
)

func stripPanels(s report.Strips) []panel {
	var list []panel
	for _, strip := range s.Rows {
		list = append(list, panel{name: strip.Name, says: enumerated(strip.Parts), draw: func(p *picture) { p.strip(strip) }})
	}
	return list
}

// enumerated returns the texts of the parts in one line, parted as Chinese or as other languages do it.
func enumerated(parts []report.StripPart) string {
	var b strings.Builder
	comma := ""
	for _, part := range parts {
		if part.Text == "" {
			continue
		}
		b.WriteString(comma + part.Text)
		comma = ", "
		if last, _ := utf8.DecodeLastRuneInString(part.Text); isWide(last) {
			comma = "、"
		}
	}
	return b.String()
}

// Sizes of the squares of a strip.
const (
	square      = 16.0
	squareStep  = square + 2 // from one to the next
	mostSquares = 240        // squares, beyond which a bar shows the shares
	mostInLine  = 20         // squares, beyond which they go on in a further line
)

// count returns how many things a strip has. It is no int, in which counts could run over.
func count(s report.Strip) float64 {
	total := 0.0
	for _, part := range s.Parts {
		total += float64(max(part.Count, 0))
	}
	return total
}

// stripWidth returns how wide the panels of strips are, so that the lengths of strips can be compared: all have room for the
// longest, up to that of a full line.
func stripWidth(s report.Strips) float64 {
	width := float64(panelWidth)
	for _, strip := range s.Rows {
		if total := count(strip); total <= mostSquares {
			width = max(width, min(total, mostInLine)*squareStep)
		}
	}
	return width
}

// strip draws the squares of a strip and writes its parts below them.
func (p *picture) strip(s report.Strip) {
	var texts []paragraph
	for _, part := range s.Parts {
		texts = append(texts, minor.of(part.State).paragraph(word(part.State, part.Text), p.width))
	}
	p.y += 6
	if total := count(s); total > mostSquares {
		p.shares(s, total)
	} else {
		p.squares(s)
	}
	p.y += square + 5
	p.y += p.flow(0, p.y, p.width, texts...)
}

// shares draws a bar of the shares of the parts.
func (p *picture) shares(s report.Strip, total float64) {
	left := 0.0
	for _, part := range s.Parts {
		width := float64(max(part.Count, 0)) / total * p.width
		if width > 0 {
			p.fill(report.ToneOf(part.State), left, p.y, width, square)
			p.down("x", left+width, p.y, square)
		}
		left += width
	}
}

// squares draws a square for each thing, in as many lines as they need.
func (p *picture) squares(s report.Strip) {
	line := int((p.width + squareStep - square) / squareStep)
	taken := 0 // of the line
	for _, part := range s.Parts {
		for left := part.Count; left > 0; {
			if taken == line {
				taken, p.y = 0, p.y+squareStep
			}
			n := min(left, line-taken)
			p.alike(report.ToneOf(part.State), float64(taken)*squareStep, n)
			taken, left = taken+n, left-n
		}
	}
}

// alike draws squares of one state in a line, with the shape of its tone in each. As strokes with dashes they are one short
// path, however many they are; those with an outline must be drawn one by one, and so must triangles.
func (p *picture) alike(t report.Tone, x float64, n int) {
	each := func(class string, x, y float64, commands string) {
		p.path(class, "M% %"+commands+strings.Repeat("m18 0"+commands, n-1), x, y)
	}
	middle, length := x+square/2, float64(n-1)*squareStep
	if t == report.Unsettled {
		each("fu", x, p.y, "h16v16h-16z")
		each("u", middle, p.y+4, "a4 4 0 1 1-.1 0z")
		return
	}
	p.path("s"+letter(t), "M% %h%", x, p.y+square/2, length+square)
	switch t {
	case report.Beyond:
		each("w", middle, p.y+4, "l4 7h-8z")
	case report.AsAsked:
		p.path("so", "M% %h%", middle, p.y+square/2, length+1) // so that one dot has a length, too
	case report.Short:
		each("w", middle, p.y+12, "l4-7h-8z")
	}
}
