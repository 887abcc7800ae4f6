package docx

import (
	"cmp"
	"strings"
)

// layout is what the options come to. Lengths are in twentieths of a point, as Word has them.
type layout struct {
	chinese                  bool
	fonts                    map[Style]Font
	top, bottom, left, right int
	pitch                    int
}

const (
	pageWidth  = 11906 // A4
	pageHeight = 16838
)

func newLayout(language string, o Options) layout {
	l := layout{chinese: language != "en" && !strings.HasPrefix(language, "en-"), fonts: english()}
	pitch := 340
	if l.chinese {
		l.fonts, pitch = standard(), 579
	}
	for style, font := range o.Fonts {
		d := l.fonts[style]
		l.fonts[style] = Font{cmp.Or(font.EastAsia, d.EastAsia), cmp.Or(font.Latin, d.Latin), cmp.Or(font.Size, d.Size)}
	}
	l.pitch = cmp.Or(o.Pitch, pitch)
	l.top, l.bottom = twips(cmp.Or(o.Margins.Top, 37)), twips(cmp.Or(o.Margins.Bottom, 35))
	l.left, l.right = twips(cmp.Or(o.Margins.Left, 28)), twips(cmp.Or(o.Margins.Right, 26))
	return l
}

// twips returns millimetres in twentieths of a point.
func twips(millimetres int) int { return (millimetres*14400 + 127) / 254 }

// width is that of the text.
func (l layout) width() int { return pageWidth - l.left - l.right }

// indent is that of the first line of a paragraph: two characters in Chinese.
func (l layout) indent() int {
	if l.chinese {
		return 2 * l.fonts[Body].Size * 10
	}
	return 0
}

// characterSpace is what characters of running text are set closer, so that a line holds a whole number of them: 28 with
// the defaults. A grid for characters would do it too, but programs differ in what they make of one.
func (l layout) characterSpace() int {
	size := l.fonts[Body].Size * 10
	n := max((l.width()+size/2)/size, 1)
	return min(l.width()/n-size, 0)
}
