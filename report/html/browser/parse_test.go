package browser

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/report"
	"github.com/planeval/planeval/report/html"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	parser "golang.org/x/net/html"
)

// hostile are texts that try to be more than texts. The first six are the entries of the category html of the project's
// catalogue of bad inputs.
var hostile = []string{
	"<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "</title><svg onload=alert(1)>", "expression(alert(1)) in style",
	"`${x}` in JSON-in-script", "\u2028 line separator in JSON-in-script",
	"</style><script>", "</table></div></main>", "<!--", "-->", "<![CDATA[", "]]>", "<?x?>", "<", ">", "&", "\"", "'", "&lt;b&gt;", "&#60;b&#62;", "&amp",
	"x onload=y", " id=summary ", "javascript:alert(1)", "<a href=javascript:alert(1)>x</a>", "<tr><td>", "</svg>", "<svg><style>", "<template>", "<base href=//a.b>",
	"<plaintext>", "<textarea>", "</textarea>", "<xmp>", "<noscript>", "{{.}}", "a\x00b", "\xff<b>", "\u202e<b>", "<\x00b>", "<\tb>", "\ufeff", "𠮷", "= \\\" '",
}

// shape is what a page is made of besides its texts: each element with its attributes, and each comment.
func shape(t testing.TB, page []byte) []string {
	t.Helper()
	root, err := parser.Parse(bytes.NewReader(page))
	require.NoError(t, err)
	var list []string
	for n := range root.Descendants() {
		switch n.Type {
		case parser.ElementNode:
			entry := n.Data
			for _, a := range n.Attr {
				if a.Key == "style" && shrunk.MatchString(a.Val) || a.Key == "x" && place.MatchString(a.Val) {
					continue
				}
				entry += " " + a.Key
				if !slices.Contains(textual, a.Key) {
					entry += "=" + a.Val
				}
			}
			list = append(list, entry)
		case parser.CommentNode:
			list = append(list, "comment "+n.Data)
		}
	}
	return list
}

// textual are the attributes that hold texts, or sizes that follow from texts.
var textual = []string{"lang", "aria-label", "viewBox", "d", "y"}

// shrunk is the style of a text in a picture that is wider than its room.
var shrunk = regexp.MustCompile(`^font-size:[0-9.]+px$`)

// place is the x of a text in a picture, which one at the left edge has not.
var place = regexp.MustCompile(`^[0-9.]+$`)

// oneLine has a space for what ends a line, which makes an element of its own in a table.
var oneLine = strings.NewReplacer("\n", " ", "\r", " ", "\u2028", " ")

func page(t testing.TB, d report.Document) []byte {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, html.Write(&b, d, html.Options{}))
	return b.Bytes()
}

// A picture breaks its lines by their width, so the shape of a page without pictures is compared for every text, and
// that of pictures with texts of the same width.
func TestTextsMakeNoElement(t *testing.T) {
	plain := shape(t, page(t, filled("a", false)))
	require.Contains(t, plain, "table id=t1 class=e2 c3")
	for _, text := range hostile {
		assert.Equal(t, plain, shape(t, page(t, filled(oneLine.Replace(text), false))), "%q", text)
	}
}

// TestTextsMakeNoElementInPictures compares which elements there are at all, each with its attributes.
func TestTextsMakeNoElementInPictures(t *testing.T) {
	kinds := func(text string) []string {
		list := shape(t, page(t, filled(text, true)))
		slices.Sort(list)
		return slices.Compact(list)
	}
	plain := kinds("a")
	require.Contains(t, plain, "figure id=chart-0")
	for _, text := range hostile {
		for _, kind := range kinds(oneLine.Replace(text)) {
			assert.Contains(t, plain, kind, "%q", text)
		}
	}
}

// filled is a document whose every text is the given one, that of its language too.
func filled(text string, charts bool) report.Document {
	d := report.Document{Sections: []report.Section{{ID: "a", Sections: []report.Section{{ID: "b"}}}, {ID: "c", Part: report.Front}, {ID: "d", Part: report.Annex}, {}}}
	value := indicator.MustValue
	tables := []report.Table{
		{
			ID: "t1", Columns: []report.Column{{}, {Align: report.End}, {Align: report.Center}},
			Rows: [][]report.Cell{{{}, {State: "ahead"}, {State: "behind"}}, {{}, {}, {}}}, Notes: []string{"", ""},
		},
		{ID: "t2", Columns: make([]report.Column, 4), Rows: [][]report.Cell{make([]report.Cell, 4)}},
		{ID: "t3"},
		{ID: "t4", Grouped: true, Columns: make([]report.Column, 3), Rows: [][]report.Cell{{{State: "ahead"}, {}, {}}, {{State: "ahead"}, {}, {}}, make([]report.Cell, 3)}},
	}
	d.Blocks = []report.Block{
		report.Paragraph{}, report.List{Items: make([]report.Paragraph, 2)}, report.List{Numbered: true, Items: make([]report.Paragraph, 1)},
		report.Tiles{Items: []report.Tile{{State: "ahead"}, {State: "behind"}}}, tables[0], tables[1], tables[2], tables[3],
	}
	if charts {
		axis := report.Axis{{At: value("0")}, {At: value("100")}}
		at := report.Point{At: value("50")}
		for i, plot := range []report.Plot{
			report.Bullets{Columns: make([]string, 6), Axis: axis, Rows: []report.Bullet{{State: "ahead", Attainment: at, Due: value("60")}, {Attainment: report.Point{}}}},
			report.Trajectories{Panels: []report.Trajectory{{Across: axis, Up: axis, Actual: []report.Moment{{Time: value("1"), Point: at}}, Target: report.Moment{Time: value("100"), Point: at}}}},
			report.Bars{Columns: make([]string, 4), Axis: axis, Bounds: []report.Point{at}, Groups: []report.BarGroup{{Rows: []report.Bar{{Value: at, Low: value("40"), High: value("60"), Remarks: []string{""}}}}}},
			report.Grid{Columns: make([]report.Column, 2), Rows: [][]report.Cell{{{}, {State: "behind"}}, {{}, {}}}},
			report.Strips{Rows: []report.Strip{{Parts: []report.StripPart{{State: "met", Count: 2}}}}},
		} {
			d.Blocks = append(d.Blocks, report.Chart{
				ID: "chart-" + string(rune('0'+i)), Tables: []string{"t1", "t2"}, Plot: plot, Notes: []string{""}, Legend: []report.Key{{Mark: report.MarkBar}, {Mark: report.MarkCell, State: "met"}},
			})
		}
	}
	return fill(reflect.ValueOf(d), text).Interface().(report.Document)
}

// fill returns a copy of a value with each empty text in it replaced. States, IDs and marks are no texts that are shown,
// and are given where they matter.
func fill(v reflect.Value, text string) reflect.Value {
	c := reflect.New(v.Type()).Elem()
	c.Set(v)
	switch v.Kind() {
	case reflect.String:
		if v.String() == "" && v.Type() == reflect.TypeFor[string]() {
			c.SetString(text)
		}
	case reflect.Interface:
		if !v.IsNil() {
			c.Set(fill(v.Elem(), text))
		}
	case reflect.Slice:
		if !v.IsNil() {
			c.Set(reflect.MakeSlice(v.Type(), v.Len(), v.Len()))
			for i := range v.Len() {
				c.Index(i).Set(fill(v.Index(i), text))
			}
		}
	case reflect.Struct:
		for i := range v.NumField() {
			field := v.Type().Field(i)
			if field.IsExported() && field.Name != "ID" && field.Name != "State" && field.Type != reflect.TypeFor[indicator.Value]() && field.Name != "Working" {
				c.Field(i).Set(fill(v.Field(i), text))
			}
		}
	}
	return c
}

// The golden pages of package html are made of a few elements, each allowed attribute is known, each ID is there once,
// and each link leads to one.
func TestGoldenPages(t *testing.T) {
	files, err := filepath.Glob("../testdata/*.golden.html")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	allowed := strings.Fields("html head meta title style body header main nav h1 h2 h3 h4 h5 h6 p div span small b ul ol li a br figure figcaption " +
		"table caption thead tbody tr th td svg desc pattern path text")
	for _, file := range files {
		source, err := os.ReadFile(file)
		require.NoError(t, err)
		root, err := parser.Parse(bytes.NewReader(source))
		require.NoError(t, err)
		ids, links := map[string]bool{}, []string{}
		for n := range root.Descendants() {
			if n.Type != parser.ElementNode {
				continue
			}
			assert.Contains(t, allowed, n.Data, file)
			for _, a := range n.Attr {
				switch a.Key {
				case "id":
					assert.False(t, ids[a.Val], "%s: %s is there twice", file, a.Val)
					ids[a.Val] = true
				case "href":
					require.True(t, strings.HasPrefix(a.Val, "#"), a.Val)
					links = append(links, a.Val[1:])
				case "aria-labelledby":
					links = append(links, strings.Fields(a.Val)...)
				default:
					assert.NotRegexp(t, "^(on|src)", a.Key)
				}
			}
		}
		require.NotEmpty(t, links)
		for _, id := range links {
			assert.True(t, ids[id], "%s: nothing has the ID %s", file, id)
		}
	}
}

// Inputs that are bad for other formats are but texts here.
func TestInputsOfOtherFormatsMakeNoElement(t *testing.T) {
	file, err := os.ReadFile("../../markdown/conformance/testdata/bad_inputs.json")
	require.NoError(t, err)
	var entries []struct{ Input string }
	require.NoError(t, json.Unmarshal(file, &entries))
	require.NotEmpty(t, entries)
	for _, e := range entries {
		assert.Equal(t, shape(t, page(t, filled("a", false))), shape(t, page(t, filled(oneLine.Replace(e.Input), false))), "%q", e.Input)
	}
}
