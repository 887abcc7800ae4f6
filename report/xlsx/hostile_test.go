package xlsx_test

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"io"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/planeval/planeval/internal/typeset"
	"github.com/planeval/planeval/report"
	"github.com/planeval/planeval/report/xlsx"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"
)

// texts is a document of one table with these texts, each in a row of its own, from A4.
func texts(all ...string) report.Document {
	t := report.Table{Caption: "c", Columns: []report.Column{{Title: "h"}}}
	for _, text := range all {
		t.Rows = append(t.Rows, []report.Cell{{Text: text}})
	}
	return report.Document{Sections: []report.Section{{Title: "s", Blocks: []report.Block{t}}}}
}

// part returns a file of a workbook.
func part(t testing.TB, content []byte, name string) string {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	require.NoError(t, err)
	file, err := archive.Open(name)
	require.NoError(t, err)
	text, err := io.ReadAll(file)
	require.NoError(t, err)
	return string(text)
}

// hostile has a case for each entry of testdata/bad_inputs.json, which is given the entry's input.
var hostile = map[string]func(t *testing.T, input string){
	"ooxml-02": replaced, // vertical tab
	"ooxml-03": replaced, // unit separator
	"ooxml-04": replaced, // U+FFFE
	"ooxml-06": func(t *testing.T, _ string) { replaced(t, "\xed\xa0\x80") },
	"ooxml-07": func(t *testing.T, input string) {
		text, _, _ := strings.Cut(input, " ")
		content := write(t, texts(text, "_x005F_x0041_", "_x0041", " _x0041_ _x0042_ ", text))
		f := open(t, content)
		for cell, want := range map[string]string{"A5": "_x0041_", "A6": "_x005F_x0041_", "A7": "_x0041", "A8": " _x0041_ _x0042_ ", "A9": "_x0041_"} {
			_, raw := value(t, f, "s", cell)
			assert.Equal(t, want, raw, cell)
		}
		assert.Contains(t, part(t, content, "xl/sharedStrings.xml"), "_x005F_x0041_")
	},
	"ooxml-08": func(t *testing.T, _ string) {
		assert.ErrorContains(t, xlsx.Write(io.Discard, texts(strings.Repeat("值", 32768))), "/sections/0/blocks/0/rows/0/0: ")
	},
	"ooxml-09": func(t *testing.T, _ string) {
		content := write(t, texts("  two before, one behind "))
		_, raw := value(t, open(t, content), "s", "A5")
		assert.Equal(t, "  two before, one behind ", raw)
		assert.Contains(t, part(t, content, "xl/sharedStrings.xml"), `xml:space="preserve"`)
	},
	"ooxml-11": func(t *testing.T, _ string) {
		d := texts("a")
		d.Sections = append(d.Sections, d.Sections[0])
		d.Sections[1].Title = "S"
		assert.Equal(t, []string{"s", "S (2)"}, open(t, write(t, d)).GetSheetList())
	},
	"ooxml-12": func(t *testing.T, _ string) { isText(t, "=1+1") },
}

// replaced has characters that XML cannot hold; the file must be one that can be read.
func replaced(t *testing.T, input string) {
	_, raw := value(t, open(t, write(t, texts("a"+input+"b"))), "s", "A5")
	assert.Equal(t, "ab", strings.ReplaceAll(raw, "\uFFFD", ""))
	assert.Contains(t, raw, "\uFFFD")
}

// isText wants a text to be stored as it is, and as no formula.
func isText(t *testing.T, text string) {
	content := write(t, texts(text))
	f := open(t, content)
	_, raw := value(t, f, "s", "A5")
	assert.Equal(t, text, raw)
	kind, err := f.GetCellType("s", "A5")
	require.NoError(t, err)
	assert.Equal(t, excelize.CellTypeSharedString, kind, text)
	assert.NotContains(t, part(t, content, "xl/worksheets/sheet1.xml"), "<f")
}

func TestBadInputs(t *testing.T) {
	var cases []struct{ ID, Input, Why string }
	content, err := os.ReadFile("testdata/bad_inputs.json")
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(content, &cases))
	require.Len(t, cases, len(hostile))
	for _, c := range cases {
		require.Contains(t, hostile, c.ID)
		t.Run(c.ID, func(t *testing.T) { hostile[c.ID](t, c.Input) })
	}
}

// None of these is a number or formula to Excel.
func TestTexts(t *testing.T) {
	for _, text := range []string{
		"=HYPERLINK(\"http://x\")", "+1+1", "-a", "@A1", "＝1", "'=1", "007", "1e5", "1/2", "2023-08-31", "TRUE", "#REF!", "5.2.1", "１",
		"<b>&\"'", "two\nlines", "𠮷",
	} {
		t.Run(text, func(t *testing.T) { isText(t, text) })
	}
}

// FuzzWrite reads back what was written: numbers, texts without what XML cannot hold, and no formula.
func FuzzWrite(f *testing.F) {
	f.Add("=1+1", "一、[评估]:*?/\\", "1,374")
	f.Add("_x0041_", "'History'", "\x0b\ufffe\xff")
	f.Add("-1.93 pp", "𠮷", "12345678901234567.5%")
	f.Add("0.00000000000000000000000000000000000000001%", "−0.0 %", "+6.32个百分点")
	f.Fuzz(func(t *testing.T, a, title, b string) {
		d := texts(a, b)
		d.Title, d.Subtitle, d.Language = b, a, title
		d.Sections[0].Title = "s" + title
		once, twice := write(t, d), write(t, d)
		require.True(t, bytes.Equal(once, twice))
		file := open(t, once)
		require.Len(t, file.GetSheetList(), 1)
		sheet := file.GetSheetList()[0]
		for cell, text := range map[string]string{"A1": "s" + title, "A3": "c", "A4": "h", "A5": a, "A6": b} {
			_, raw := value(t, file, sheet, cell)
			kind, err := file.GetCellType(sheet, cell)
			require.NoError(t, err)
			if number, ok := typeset.ParseNumber(text); ok && kind == excelize.CellTypeUnset {
				digits := number.Plain
				if strings.HasSuffix(number.Unit, "%") {
					digits += "e-2"
				}
				want, err := strconv.ParseFloat(digits, 64)
				require.NoError(t, err)
				got, err := strconv.ParseFloat(raw, 64)
				require.NoError(t, err)
				assert.Equal(t, want, got, cell)
			} else {
				assert.Equal(t, typeset.Clean(text), raw, cell)
			}
			formula, err := file.GetCellFormula(sheet, cell)
			require.NoError(t, err)
			assert.Empty(t, formula, cell)
		}
		assert.NotContains(t, part(t, once, "xl/worksheets/sheet1.xml"), "<f")
	})
}
