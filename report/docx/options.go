package docx

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/internal/typeset"
)

// Options say how a document looks. The zero Options are the layout of Chinese official documents; for a document in
// English, Times New Roman on a closer pitch.
type Options struct {
	Fonts   map[Style]Font // what differs from the defaults
	Margins Margins        // 5 to 60 mm each
	Pitch   int            // of lines of running text, in twentieths of a point, 200 to 2000; 0: 579, in English 340
}

// Style is what a font is for.
type Style string

// The styles.
const (
	Title    Style = "title"
	Heading1 Style = "heading-1"
	Heading2 Style = "heading-2"
	Heading3 Style = "heading-3" // and below
	Body     Style = "body"
	Caption  Style = "caption" // of tables and charts
	Table    Style = "table"   // wide tables take smaller sizes
	Note     Style = "note"    // below tables and charts
	Page     Style = "page"    // page numbers
)

// Font is the font of Chinese characters, that of all others, and their size. What is empty is as in the defaults.
type Font struct {
	EastAsia string // such as 仿宋_GB2312, 31 characters at most
	Latin    string // such as Times New Roman
	Size     int    // in half points, 10 to 144: 32 is 16 pt, 三号
}

// Margins are the margins of a page in millimetres; 0 is the default of 37, 35, 28 and 26, in any language.
type Margins struct{ Top, Bottom, Left, Right int }

// standard are the fonts of GB/T 9704, and of tables as they are usually set beside it.
func standard() map[Style]Font {
	return map[Style]Font{
		Title:    {"方正小标宋简体", "Times New Roman", 44},
		Heading1: {"黑体", "Times New Roman", 32},
		Heading2: {"楷体_GB2312", "Times New Roman", 32},
		Heading3: {"仿宋_GB2312", "Times New Roman", 32},
		Body:     {"仿宋_GB2312", "Times New Roman", 32},
		Caption:  {"黑体", "Times New Roman", 24},
		Table:    {"仿宋_GB2312", "Times New Roman", 21},
		Note:     {"仿宋_GB2312", "Times New Roman", 18},
		Page:     {"宋体", "宋体", 28},
	}
}

// english are the fonts of documents in English.
func english() map[Style]Font {
	return map[Style]Font{
		Title:    {"宋体", "Times New Roman", 44},
		Heading1: {"黑体", "Times New Roman", 32},
		Heading2: {"黑体", "Times New Roman", 28},
		Heading3: {"黑体", "Times New Roman", 24},
		Body:     {"宋体", "Times New Roman", 24},
		Caption:  {"黑体", "Times New Roman", 22},
		Table:    {"宋体", "Times New Roman", 20},
		Note:     {"宋体", "Times New Roman", 18},
		Page:     {"宋体", "Times New Roman", 22},
	}
}

// The limits of options: what Word takes and a reader can read.
const (
	minSize, maxSize     = 10, 144
	minMargin, maxMargin = 5, 60
	minPitch, maxPitch   = 200, 2000
	maxName              = 31 // characters in the name of a font
)

// Validate returns every fault of the options, with JSON Pointers into them.
func (o Options) Validate() indicator.Faults {
	var faults indicator.Faults
	within := func(path string, n, low, high int) {
		if n != 0 && (n < low || n > high) {
			faults.Add(path, indicator.FaultRange, strconv.Itoa(n), fmt.Sprintf("%d to %d", low, high))
		}
	}
	known := standard()
	for _, style := range slices.Sorted(maps.Keys(o.Fonts)) {
		path, font := indicator.Pointer("fonts", string(style)), o.Fonts[style]
		if _, ok := known[style]; !ok {
			faults.Add(path, indicator.FaultEnum, string(style), "a style of this package, such as body")
		}
		for _, name := range []struct{ key, text string }{{"eastAsia", font.EastAsia}, {"latin", font.Latin}} {
			if utf8.RuneCountInString(name.text) > maxName || typeset.Clean(name.text) != name.text || strings.Contains(name.text, "\n") {
				faults.Add(path+"/"+name.key, indicator.FaultText, name.text, fmt.Sprintf("the name of a font, %d characters at most", maxName))
			}
		}
		within(path+"/size", font.Size, minSize, maxSize)
	}
	within("/margins/top", o.Margins.Top, minMargin, maxMargin)
	within("/margins/bottom", o.Margins.Bottom, minMargin, maxMargin)
	within("/margins/left", o.Margins.Left, minMargin, maxMargin)
	within("/margins/right", o.Margins.Right, minMargin, maxMargin)
	within("/pitch", o.Pitch, minPitch, maxPitch)
	return faults
}
