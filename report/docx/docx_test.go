package docx_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/internal/failing"
	"github.com/planeval/planeval/internal/golden"
	"github.com/planeval/planeval/report"
	"github.com/planeval/planeval/report/docx"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func Example() {
	var file bytes.Buffer
	err := docx.Write(&file, report.Document{
		Language: "en",
		Title:    "Mid-term evaluation",
		Sections: []report.Section{{
			ID: "indicators", Level: 1, Number: "1", Title: "Main indicators",
			Blocks: []report.Block{report.Paragraph{Lead: "As of 31 August 2023.", Text: "Two of the main indicators are shown."}},
		}},
	}, docx.Options{
		Fonts:   map[docx.Style]docx.Font{docx.Body: {Latin: "Georgia", Size: 22}},
		Margins: docx.Margins{Left: 30, Right: 30},
	})
	if err != nil {
		panic(err)
	}
	files, err := zip.NewReader(bytes.NewReader(file.Bytes()), int64(file.Len()))
	if err != nil {
		panic(err)
	}
	for _, f := range files.File {
		fmt.Println(f.Name)
	}
	// Output:
	// [Content_Types].xml
	// _rels/.rels
	// docProps/core.xml
	// word/settings.xml
	// word/styles.xml
	// word/footer1.xml
	// word/footer2.xml
	// word/document.xml
	// word/numbering.xml
	// word/_rels/document.xml.rels
}

// documents are those that the tests of whole files look at.
func documents(t testing.TB) map[string]report.Document {
	english := everything()
	english.Language = "en"
	return map[string]report.Document{
		"everything": everything(), "everything in English": english, "empty": {}, "seed": seed(t, "zh"), "seed in English": seed(t, "en"),
	}
}

// parts returns the files of a Word document by their names.
func parts(t testing.TB, file []byte) map[string][]byte {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	require.NoError(t, err)
	found := map[string][]byte{}
	for _, f := range archive.File {
		r, err := f.Open()
		require.NoError(t, err)
		found[f.Name], err = io.ReadAll(r)
		require.NoError(t, err)
	}
	return found
}

// lines puts each paragraph and row on a line of its own.
func lines(part []byte) []byte {
	for _, element := range []string{"<w:p>", "<w:tbl>", "<w:tr>", "<w:sectPr>", "<w:style "} {
		part = bytes.ReplaceAll(part, []byte(element), []byte("\n"+element))
	}
	return append(part, '\n')
}

func TestGolden(t *testing.T) {
	found := parts(t, write(t, everything()))
	golden.Compare(t, "testdata/document.golden.xml", lines(found["word/document.xml"]))
	golden.Compare(t, "testdata/styles.zh.golden.xml", lines(found["word/styles.xml"]))
	english := everything()
	english.Language = "en"
	golden.Compare(t, "testdata/styles.en.golden.xml", lines(parts(t, write(t, english))["word/styles.xml"]))
}

// shown returns what a reader sees in a part: its texts in order.
func shown(t testing.TB, part []byte) string {
	t.Helper()
	var b strings.Builder
	inText := false
	decoder := xml.NewDecoder(bytes.NewReader(part))
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return b.String()
		}
		require.NoError(t, err)
		switch token := token.(type) {
		case xml.StartElement:
			inText = token.Name.Local == "t"
			switch token.Name.Local {
			case "br", "p", "tab":
				b.WriteByte('\n')
			}
		case xml.EndElement:
			inText = false
		case xml.CharData:
			if inText {
				b.Write(token)
			}
		}
	}
}

// dense drops spaces, which line breaks come and go with.
func dense(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

func TestEveryTextIsInTheDocumentInOrder(t *testing.T) {
	for name, d := range documents(t) {
		t.Run(name, func(t *testing.T) {
			rest := dense(shown(t, parts(t, write(t, d))["word/document.xml"]))
			for _, want := range texts(d) {
				_, after, found := strings.Cut(rest, dense(want))
				require.True(t, found, "%q is missing, or not after the texts before it", want)
				rest = after
			}
		})
	}
}

// What a document says is all that there is: with its texts taken out, shapes are left.
func TestNoWordIsAdded(t *testing.T) {
	d := everything()
	rest := dense(shown(t, parts(t, write(t, d))["word/document.xml"]))
	var left strings.Builder
	for _, want := range texts(d) {
		before, after, _ := strings.Cut(rest, dense(want))
		left.WriteString(before)
		rest = after
	}
	assert.Empty(t, strings.Trim(left.String()+rest, "▲●▼○"))
}

// heading is a paragraph with the style of a heading.
type heading struct {
	level int
	text  string
}

func TestOutlineIsThatOfTheSections(t *testing.T) {
	for name, d := range documents(t) {
		t.Run(name, func(t *testing.T) {
			var want []heading
			for s := range sections(d.Sections) {
				want = append(want, heading{s.Level, dense(s.Number + s.Title)})
			}
			found := parts(t, write(t, d))
			var got []heading
			for paragraph := range strings.SplitSeq(string(found["word/document.xml"]), "<w:p>") {
				rest, ok := strings.CutPrefix(paragraph, `<w:pPr><w:pStyle w:val="Heading`)
				if !ok {
					continue
				}
				whole, _, _ := strings.Cut("<w:p>"+paragraph, "</w:p>")
				got = append(got, heading{int(rest[0] - '0'), dense(shown(t, []byte(strings.ReplaceAll(whole+"</w:p>", "w:", ""))))})
			}
			assert.Equal(t, want, got)
			for i := range 9 {
				id := fmt.Sprintf(`w:styleId="Heading%d"><w:name w:val="heading %d"/>`, i+1, i+1)
				_, style, ok := strings.Cut(string(found["word/styles.xml"]), id)
				require.True(t, ok, id)
				style, _, _ = strings.Cut(style, "</w:style>")
				assert.Contains(t, style, fmt.Sprintf(`<w:outlineLvl w:val="%d"/>`, i))
			}
		})
	}
}

// A level that Word does not have is the nearest that it has.
func TestLevelsOfHeadings(t *testing.T) {
	d := report.Document{Sections: []report.Section{{Level: -3, Title: "a"}, {Level: 0, Title: "b"}, {Level: 9, Title: "c"}, {Level: 1 << 30, Title: "d"}}}
	body := string(parts(t, write(t, d))["word/document.xml"])
	for text, style := range map[string]string{"a": "Heading1", "b": "Heading1", "c": "Heading9", "d": "Heading9"} {
		assert.Contains(t, body, `<w:pStyle w:val="`+style+`"/></w:pPr><w:r><w:t>`+text+`</w:t>`)
	}
}

func TestNumberedListsBeginAnew(t *testing.T) {
	found := parts(t, write(t, everything()))
	body, numbering := string(found["word/document.xml"]), string(found["word/numbering.xml"])
	assert.Contains(t, styleOf(t, string(found["word/styles.xml"]), "ListText"), `<w:numPr><w:numId w:val="1"/></w:numPr>`, "of lists without numbers")
	assert.Equal(t, 2, strings.Count(body, `<w:pStyle w:val="ListText"/></w:pPr>`), "their items")
	assert.Equal(t, 2, strings.Count(body, `<w:numId w:val="2"/>`), "those of the first numbered list")
	assert.Equal(t, 1, strings.Count(body, `<w:numId w:val="3"/>`), "those of the second")
	assert.Equal(t, 2, strings.Count(numbering, `<w:startOverride w:val="1"/>`))
	assert.Equal(t, 1, strings.Count(numbering, `<w:num w:numId="3"><w:abstractNumId w:val="2"/>`))
}

// What a document or options have wrong is told, and nothing is written.
func TestFaults(t *testing.T) {
	tests := []struct {
		name    string
		d       report.Document
		options docx.Options
		paths   []string
	}{
		{
			name: "a row with too few cells",
			d: report.Document{Blocks: []report.Block{report.Table{
				Columns: []report.Column{{}, {}}, Rows: [][]report.Cell{{{}}},
			}}},
			paths: []string{"/blocks/0/rows/0"},
		},
		{
			name: "more columns than Word takes, with every other fault",
			d: report.Document{
				Blocks: []report.Block{report.Table{Columns: make([]report.Column, 63)}, report.Table{Columns: make([]report.Column, 64)}, nil, report.Table{Columns: make([]report.Column, 64), Grouped: true}},
				Sections: []report.Section{{Sections: []report.Section{{Blocks: []report.Block{
					report.Tiles{Items: make([]report.Tile, 64)},
					report.Chart{Plot: report.Grid{Columns: make([]report.Column, 64)}},
					report.Chart{Plot: report.Bars{Axis: report.Axis{at("0", ""), at("1", "")}, Groups: []report.BarGroup{{Rows: []report.Bar{{Remarks: make([]string, 61)}}}}}},
					report.Chart{Plot: report.Bars{Axis: report.Axis{at("0", ""), at("1", "")}, Groups: []report.BarGroup{{Rows: []report.Bar{{Remarks: make([]string, 60)}}}}}},
				}}}}},
			},
			options: docx.Options{Pitch: 1},
			paths:   []string{"/blocks/2", "/blocks/1", "/sections/0/sections/0/blocks/1", "/sections/0/sections/0/blocks/2", "/options/pitch"},
		},
		{name: "groups without a column", d: report.Document{Blocks: []report.Block{report.Table{Grouped: true}}}, paths: []string{"/blocks/0/columns"}},
		{name: "a block of no kind", d: report.Document{Blocks: []report.Block{nil}}, paths: []string{"/blocks/0"}},
		{
			name: "all faults of options",
			options: docx.Options{
				Fonts: map[docx.Style]docx.Font{
					"heading-4": {},
					docx.Body:   {EastAsia: "宋\x00体", Latin: strings.Repeat("x", 32), Size: 9},
					docx.Note:   {EastAsia: "宋体\n", Latin: "Times\r\nNew"},
				},
				Margins: docx.Margins{Top: 4, Bottom: 61, Left: -1, Right: 1000}, Pitch: 199,
			},
			paths: []string{
				"/options/fonts/body/eastAsia", "/options/fonts/body/latin", "/options/fonts/body/size", "/options/fonts/heading-4",
				"/options/fonts/note/eastAsia", "/options/fonts/note/latin",
				"/options/margins/top", "/options/margins/bottom", "/options/margins/left", "/options/margins/right", "/options/pitch",
			},
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var b bytes.Buffer
			err := docx.Write(&b, test.d, test.options)
			require.ErrorContains(t, err, "docx: ")
			assert.Empty(t, b.Bytes())
			var faults indicator.Faults
			require.ErrorAs(t, err, &faults)
			var got []string
			for _, fault := range faults {
				got = append(got, fault.Path)
			}
			assert.Equal(t, test.paths, got)
		})
	}
}

func TestFailingWriter(t *testing.T) {
	small := report.Document{Title: "报告", Blocks: []report.Block{report.Chart{Legend: []report.Key{{Mark: report.MarkDue, Text: "应达水平"}}, Plot: report.Strips{}}}}
	for _, test := range []struct {
		name string
		d    report.Document
		step int
	}{{"a small document", small, 5}, {"everything", everything(), 499}, {"the seed", seed(t, "zh"), 19997}} {
		t.Run(test.name, func(t *testing.T) {
			failing.Test(t, test.step, func(w io.Writer) error { return docx.Write(w, test.d, docx.Options{}) })
		})
	}
}

func TestEqualDocumentsAreEqualBytes(t *testing.T) {
	for name, d := range documents(t) {
		first := write(t, d)
		for range 3 {
			require.True(t, bytes.Equal(first, write(t, d)), name)
		}
	}
}

// The archive has the first date that archives have and nothing of the machine, every file can be read from a stream, and
// every part has a type and is referred to.
func TestArchive(t *testing.T) {
	for name, d := range documents(t) {
		t.Run(name, func(t *testing.T) {
			file := write(t, d)
			archive, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
			require.NoError(t, err)
			assert.Equal(t, "[Content_Types].xml", archive.File[0].Name)
			found := parts(t, file)
			for _, f := range archive.File {
				assert.True(t, f.Modified.Equal(time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)), "%s: %s", f.Name, f.Modified)
				assert.Zero(t, f.ExternalAttrs, f.Name)
				assert.Equal(t, zip.Deflate, f.Method, "%s: the size of a stored file would stand behind it", f.Name)
				if slices.Contains([]string{".png", ".rels"}, path.Ext(f.Name)) || f.Name == "[Content_Types].xml" {
					continue
				}
				assert.Contains(t, string(found["[Content_Types].xml"]), `PartName="/`+f.Name+`"`)
			}
			for _, target := range attributes(t, found["word/_rels/document.xml.rels"], "Relationship", "Target") {
				assert.Contains(t, found, "word/"+target)
			}
			ids := attributes(t, found["word/_rels/document.xml.rels"], "Relationship", "Id")
			for _, id := range append(attributes(t, found["word/document.xml"], "blip", "embed"), attributes(t, found["word/document.xml"], "footerReference", "id")...) {
				assert.Contains(t, ids, id)
			}
			pictures := map[string]string{}
			for name, content := range found {
				if path.Ext(name) == ".png" {
					assert.Empty(t, pictures[string(content)], "two files with one picture")
					pictures[string(content)] = name
				}
			}
			drawn := attributes(t, found["word/document.xml"], "docPr", "id")
			assert.Len(t, slices.Compact(slices.Sorted(slices.Values(drawn))), len(drawn), "ids of drawings")
		})
	}
}

// attributes returns an attribute of every element of a name.
func attributes(t testing.TB, part []byte, element, name string) []string {
	t.Helper()
	var values []string
	decoder := xml.NewDecoder(bytes.NewReader(part))
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return values
		}
		require.NoError(t, err)
		if start, ok := token.(xml.StartElement); ok && start.Name.Local == element {
			for _, a := range start.Attr {
				if a.Name.Local == name {
					values = append(values, a.Value)
				}
			}
		}
	}
}
