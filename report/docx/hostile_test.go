package docx_test

import (
	"encoding/json"
	"os"
	"path"
	"strings"
	"testing"

	"github.com/planeval/planeval/internal/typeset"
	"github.com/planeval/planeval/report"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// hostile are texts that markup, archives and programs stumble over, beside those of testdata/bad_inputs.json, which are
// copied from the project's vectors; the entries' source says so.
func hostile(t testing.TB) []string {
	content, err := os.ReadFile("testdata/bad_inputs.json")
	require.NoError(t, err)
	var entries []struct {
		Input string `json:"input"`
	}
	require.NoError(t, json.Unmarshal(content, &entries))
	require.Len(t, entries, 15)
	inputs := []string{
		"", " ", "  a  b  ", "\n", "a\n\nb", "\r\n", "\t", "\x00", "\x1b[31m", "\x7f", "\u0085", "\ufffe", "\uffff", "\U0001fffe", "\xff", "a\xc3", "\xed\xa0\x80",
		"]]>", "<!--", "-->", "<?xml?>", "&amp;", "&#0;", "&lt;", `"`, "'", "</w:t>", "</w:document>", "<w:br/>", "%n", "\u202eabc", "\ufeff", "e\u0301", "👩\u200d🔬",
		"𠮷", "=1+1", "{MERGEFIELD x}", strings.Repeat("长", 40000), strings.Repeat("w", 40000), strings.Repeat("a b", 3000),
	}
	for _, e := range entries {
		inputs = append(inputs, e.Input)
	}
	return inputs
}

// filled is the document with a text in the place of every other.
func filled(text string) report.Document {
	cells := []report.Cell{{Text: text}, {Text: text, State: "ahead"}, {Text: text, State: text}}
	columns := []report.Column{{Title: text}, {Title: text, Align: report.End}, {Title: text, Align: report.Center}}
	point := report.Point{At: v("50"), Text: text}
	tick := report.Axis{{At: v("0"), Text: text}, {At: v("100"), Text: text}}
	observed := report.Moment{Time: v("50"), Point: point}
	headings := []string{text, text, text, text, text, text}
	plots := []report.Plot{
		report.Bullets{Columns: headings, Axis: tick, Rows: []report.Bullet{{Name: text, State: text, Attainment: point, Values: text, Period: text, Verdict: text, Detail: text}}},
		report.Trajectories{Panels: []report.Trajectory{{
			Name: text, Unit: text, State: text, Across: tick, Up: tick, Actual: []report.Moment{observed}, Target: observed, Ends: []report.Moment{observed}, Says: text,
		}}},
		report.Bars{Columns: headings, Axis: tick, Bounds: []report.Point{point}, Groups: []report.BarGroup{{Title: text, Rows: []report.Bar{{
			Name: text, State: text, Value: point, Remarks: []string{text, text, text},
		}}}}},
		report.Grid{Columns: columns, Rows: [][]report.Cell{cells}},
		report.Strips{Rows: []report.Strip{{Name: text, Parts: []report.StripPart{{State: text, Count: 1 << 30, Text: text}, {Count: 1 << 30, Text: text}}}}},
	}
	blocks := []report.Block{
		report.Paragraph{Lead: text, Text: text}, report.List{Items: []report.Paragraph{{Lead: text, Text: text}}},
		report.List{Numbered: true, Items: []report.Paragraph{{Text: text}}},
		report.Tiles{Items: []report.Tile{{Figure: text, Unit: text, Label: text, State: text, Note: text}}},
		report.Table{Caption: text, Columns: columns, Rows: [][]report.Cell{cells}, Notes: []string{text}},
	}
	for _, plot := range plots {
		blocks = append(blocks, report.Chart{Caption: text, Summary: text, Legend: []report.Key{{Mark: report.Mark(text), State: text, Text: text}}, Plot: plot, Notes: []string{text}})
	}
	return report.Document{Language: text, Title: text, Subtitle: text, Blocks: blocks, Sections: []report.Section{{Level: 1, Number: text, Title: text}}}
}

// Every text comes out as it went in, but for what [typeset.Clean] replaces, and none becomes markup.
func TestHostileTexts(t *testing.T) {
	for _, text := range hostile(t) {
		d := filled(text)
		found := parts(t, write(t, d))
		for name, part := range found {
			if path.Ext(name) == ".png" {
				continue
			}
			require.NoError(t, misplaced(part), "%.40q: %s", text, name)
		}
		rest := dense(shown(t, found["word/document.xml"]))
		for _, want := range texts(d) {
			_, after, ok := strings.Cut(rest, dense(typeset.Clean(want)))
			require.True(t, ok, "%.40q is missing", text)
			rest = after
		}
		if text != "" { // an empty title of a group has no row
			assert.Equal(t, 63, strings.Count(string(found["word/document.xml"]), "<w:tc>"), "%.40q", text)
		}
	}
}

// Line breaks are kept, and so are spaces at the ends and side by side.
func TestBreaksAndSpaces(t *testing.T) {
	d := report.Document{Blocks: []report.Block{report.Paragraph{Text: " a\n\n b  c\r\nd "}}}
	assert.Contains(t, string(parts(t, write(t, d))["word/document.xml"]),
		`<w:r><w:t xml:space="preserve"> a</w:t><w:br/><w:br/><w:t xml:space="preserve"> b  c</w:t><w:br/><w:t xml:space="preserve">d </w:t></w:r>`)
}

// What no document can hold is U+FFFD.
func TestIllegalCharacters(t *testing.T) {
	d := report.Document{Title: "a\x00b", Blocks: []report.Block{report.Paragraph{Text: "\x0b\ufffe\xed\xa0\x80<&>\""}}}
	found := parts(t, write(t, d))
	assert.Contains(t, string(found["word/document.xml"]), "<w:t>a\ufffdb</w:t>")
	assert.Contains(t, string(found["word/document.xml"]), "<w:t>\ufffd\ufffd\ufffd\ufffd\ufffd&lt;&amp;&gt;&quot;</w:t>")
	assert.Contains(t, string(found["docProps/core.xml"]), "<dc:title>a\ufffdb</dc:title>")
}
