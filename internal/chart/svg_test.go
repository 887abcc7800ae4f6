package chart_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/planeval/planeval/internal/chart"
	"github.com/planeval/planeval/report"
	"github.com/stretchr/testify/require"
)

// names are those of the layouts.
var names = map[chart.Layout]string{chart.Wide: "wide", chart.Narrow: "narrow", chart.Panels: "panels"}

// picture is what a test sees of an svg element.
type picture struct {
	width, height      float64
	title, description string
	elements           []string // name and the names of attributes, such as "path class d"
	ids                []string
	texts              []text
	marks              [][4]float64 // from and to where lines and rectangles reach, across and down
}

// text is a text element with its box, as wide as the wider of Noto Sans CJK SC and Arial make it, bold or not.
type text struct {
	class                    string
	content                  string
	left, right, top, bottom float64
}

// em returns how wide a character is in the wider of the fonts.
func em(r rune) float64 {
	if ' ' <= r && r <= '~' {
		return float64(max(notoWidths[r-' '], arialWidths[r-' '])) / 1000
	}
	if r == '\u00a0' {
		return em(' ')
	}
	return 1
}

// The sizes of texts by class, as CSS has them; 14 without one of these.
var sizes = map[string]float64{"v": 15, "h": 13, "s": 13, "k": 13, "i": 13}

var fontSize = regexp.MustCompile(`^font-size:([0-9.]+)px$`)

// parse reads svg elements; it fails the test where they are no well-formed XML.
func parse(t testing.TB, svg []byte) (list []picture) {
	t.Helper()
	var p picture
	decoder := xml.NewDecoder(bytes.NewReader(svg))
	depth := 0
	var open xml.StartElement
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		require.NoError(t, err, "%s", svg)
		switch token := token.(type) {
		case xml.StartElement:
			if depth == 0 {
				p = picture{}
				box := strings.Fields(attribute(token, "viewBox"))
				require.Len(t, box, 4)
				p.width, p.height = decimal(t, box[2]), decimal(t, box[3])
			}
			depth++
			open = token.Copy()
			form := token.Name.Local
			for _, a := range token.Attr {
				form += " " + a.Name.Local
				if a.Name.Local == "id" {
					p.ids = append(p.ids, a.Value)
				}
			}
			p.elements = append(p.elements, form)
			if inPattern := token.Name.Local == "path" && slices.Contains(hatchLines, attribute(token, "class")); !inPattern {
				p.marks = append(p.marks, marks(t, attribute(token, "class"), attribute(token, "d"))...)
			}
		case xml.EndElement:
			if depth--; depth == 0 {
				list = append(list, p)
			}
		case xml.CharData:
			switch content := string(token); open.Name.Local {
			case "title":
				p.title += content
			case "desc":
				p.description += content
			case "text":
				p.texts = append(p.texts, box(t, open, content))
			default:
				require.Empty(t, content, "text outside of text elements")
			}
		default:
			require.Fail(t, "comments, directives and instructions have no place here", "%v", token)
		}
	}
	require.Zero(t, depth)
	return list
}

// hatchLines are the classes of what patterns are made of, which have coordinates of their own.
var hatchLines = []string{"z", "y"}

var squares = regexp.MustCompile(`^s[pabs]$`)

var stroke = regexp.MustCompile(`M(-?[0-9.]+) (-?[0-9.]+)(?:([hv])(-?[0-9.]+))?(?:v([0-9.]+)H|m0-5h([0-9.]+))?`)

// marks returns how far each part of a path reaches that begins with a horizontal or vertical line, or is a whisker, and where
// each other part begins. A line of squares is as high as they are.
func marks(t testing.TB, class, path string) (list [][4]float64) {
	half := 0.0
	if squares.MatchString(class) {
		half = 8
	}
	for _, m := range stroke.FindAllStringSubmatch(path, -1) {
		x, y := decimal(t, m[1]), decimal(t, m[2])
		right, bottom := x, y
		switch m[3] {
		case "h":
			right += decimal(t, m[4])
		case "v":
			bottom += decimal(t, m[4])
		}
		if m[5] != "" {
			bottom += decimal(t, m[5])
		}
		if m[6] != "" {
			right += decimal(t, m[6])
		}
		list = append(list, [4]float64{min(x, right), max(x, right), min(y, bottom) - half, max(y, bottom) + half})
	}
	return list
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

func decimal(t testing.TB, s string) float64 {
	t.Helper()
	n, err := strconv.ParseFloat(s, 64)
	require.NoError(t, err)
	return n
}

func box(t testing.TB, e xml.StartElement, content string) text {
	size, width, shift := 14.0, 0.0, 0.0
	for class := range strings.FieldsSeq(attribute(e, "class")) {
		if s, ok := sizes[class]; ok {
			size = s
		}
		switch class {
		case "m":
			shift = -.5
		case "e":
			shift = -1
		}
	}
	if own := fontSize.FindStringSubmatch(attribute(e, "style")); own != nil {
		size = decimal(t, own[1])
	}
	for _, r := range content {
		width += em(r) * size
	}
	x, y := shift*width, decimal(t, attribute(e, "y"))
	if own := attribute(e, "x"); own != "" {
		x += decimal(t, own)
	}
	// The em box of Noto Sans CJK: 0.88 above the base line, 0.12 below.
	return text{attribute(e, "class"), content, x, x + width, y - .88*size, y + .12*size}
}

func (x text) String() string {
	return fmt.Sprintf("%q at %.1f–%.1f × %.1f–%.1f", x.content, x.left, x.right, x.top, x.bottom)
}

// draw returns the pictures of a chart as they were drawn and as they were read.
func draw(t testing.TB, c report.Chart, l chart.Layout) ([]byte, []picture) {
	t.Helper()
	svg := chart.Append(nil, c, l, "_1")
	return svg, parse(t, svg)
}

// drawn returns the picture of a chart that has one.
func drawn(t testing.TB, c report.Chart, l chart.Layout) picture {
	t.Helper()
	_, list := draw(t, c, l)
	require.Len(t, list, 1)
	return list[0]
}
