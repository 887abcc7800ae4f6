package csv_test

import (
	"bytes"
	encoding "encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/planeval/planeval/evaluate"
	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/internal/failing"
	"github.com/planeval/planeval/internal/golden"
	"github.com/planeval/planeval/report"
	"github.com/planeval/planeval/report/csv"
	"github.com/planeval/planeval/seeds"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func ExampleWriteTable() {
	var b strings.Builder
	err := csv.WriteTable(&b, report.Table{
		Caption: "Table 1 Attainment",
		Columns: []report.Column{{Title: "Indicator"}, {Title: "Actual", Align: report.End}, {Title: "Gap", Align: report.End}},
		Rows: [][]report.Cell{
			{{Text: "High-tech enterprises"}, {Text: "1,374"}, {Text: "−3.5"}},
			{{Text: "Contracts, registered"}, {Text: "305.41"}, {Text: "+21.17 pp"}},
		},
	})
	if err != nil {
		panic(err)
	}
	fmt.Print(strings.ReplaceAll(strings.TrimPrefix(b.String(), "\ufeff"), "\r\n", "\n"))
	// Output:
	// Indicator,Actual,Gap
	// High-tech enterprises,1374,-3.5
	// "Contracts, registered",305.41,21.17 pp
}

// table is a table of one row of these texts.
func table(texts ...string) report.Table {
	t := report.Table{Columns: make([]report.Column, len(texts)), Rows: [][]report.Cell{make([]report.Cell, len(texts))}}
	for i, text := range texts {
		t.Columns[i].Title = "h"
		t.Rows[0][i].Text = text
	}
	return t
}

// row returns the last record that WriteTable writes of a row of these texts.
func row(t testing.TB, texts ...string) string {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, csv.WriteTable(&b, table(texts...)))
	last, ok := strings.CutPrefix(b.String(), "\ufeffh"+strings.Repeat(",h", len(texts)-1)+"\r\n")
	require.True(t, ok, b.String())
	return last
}

// wanted are the records of the inputs in testdata/bad_inputs.json.
var wanted = map[string]string{
	"csv-03": "'+1+1\r\n",
	"csv-06": "'\t=1+1\r\n",
	"csv-08": "\"'\n=1+1\"\r\n",
	"csv-11": "'－1\r\n",
	"csv-12": "'＠A1\r\n",
	"csv-15": "; =1\r\n",
	"csv-18": "-3.5\r\n",
	"csv-19": "\"a\"\"b,c\nd\"\r\n",
}

func TestBadInputs(t *testing.T) {
	var cases []struct{ ID, Input, Why string }
	content, err := os.ReadFile("testdata/bad_inputs.json")
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(content, &cases))
	require.Len(t, cases, len(wanted))
	for _, c := range cases {
		input := strings.TrimSuffix(c.Input, " (numeric cell)")
		assert.Equal(t, wanted[c.ID], row(t, input), "%s: %s", c.ID, c.Why)
	}
}

func TestFields(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"a number loses its groups", "1,374", "1374"},
		{"a minus of its own character is -", "−0.06", "-0.06"},
		{"a number above zero loses its plus", "+142", "142"},
		{"a percentage stays", "95.33%", "95.33%"},
		{"per mille stays", "−3.5‰", "-3.5‰"},
		{"percentage points keep their unit", "1.93个百分点", "1.93个百分点"},
		{"percentage points lose their plus", "+21.17 pp", "21.17 pp"},
		{"percentage points below zero are a text to a spreadsheet", "-1.93个百分点", "'-1.93个百分点"},
		{"percentage points below zero in English", "−1,000.93 pp", "'-1000.93 pp"},
		{"a formula is a text", "=HYPERLINK(\"x\")", `"'=HYPERLINK(""x"")"`},
		{"a minus before a word is no number", "-a", "'-a"},
		{"an address", "@A1", "'@A1"},
		{"full width", "＝1", "'＝1"},
		{"a formula behind a byte order mark", "\ufeff=1", "'\ufeff=1"},
		{"a carriage return is a line break", "\r=1", "\"'\n=1\""},
		{"CR LF is one line break", "a\r\nb", "\"a\nb\""},
		{"an apostrophe of its own stays", "'a", "'a"},
		{"spaces stay", "  a ", "  a "},
		{"a tab within a text stays", "a\tb", "a\tb"},
		{"a control character is replaced", "a\x00b", "a\uFFFDb"},
		{"broken UTF-8 is replaced", "a\xff", "a\uFFFD"},
		{"nothing alone is quoted, so that it is no empty line", "", `""`},
	} {
		assert.Equal(t, c.want+"\r\n", row(t, c.text), c.name)
	}
	assert.Equal(t, ",\r\n", row(t, "", ""), "nothing beside nothing")
}

func TestDocument(t *testing.T) {
	var b bytes.Buffer
	require.NoError(t, csv.Write(&b, report.Document{
		Title: "报告",
		Blocks: []report.Block{
			report.Paragraph{Text: "文字"},
			report.Table{Caption: "表1　指标", Columns: []report.Column{{Title: "指标"}, {Title: "完成率"}, {Title: "判定"}}, Rows: [][]report.Cell{
				{{Text: "高新技术企业（家）"}, {Text: "76.33%"}, {Text: "快于预期", State: "ahead"}},
			}, Notes: []string{"注：一", "=二"}},
			report.Tiles{Items: []report.Tile{{Figure: "2"}}},
		},
		Sections: []report.Section{{Sections: []report.Section{{Blocks: []report.Block{
			report.Table{Caption: "表2", Columns: []report.Column{{Title: "项"}}, Rows: [][]report.Cell{{{Text: "1,000"}}}},
			report.Table{Columns: []report.Column{{Title: "无题"}}},
		}}}}},
	}))
	assert.Equal(t, "\ufeff表1　指标,,\r\n指标,完成率,判定\r\n高新技术企业（家）,76.33%,快于预期\r\n注：一,,\r\n'=二,,\r\n"+
		",,\r\n表2,,\r\n项,,\r\n1000,,\r\n,,\r\n无题,,\r\n", b.String())
}

func TestDocumentWithoutTables(t *testing.T) {
	var b bytes.Buffer
	require.NoError(t, csv.Write(&b, report.Document{Title: "报告"}))
	assert.Equal(t, "\ufeff", b.String())
}

func TestFaults(t *testing.T) {
	bad := report.Table{ID: "T 1", Columns: make([]report.Column, 2), Rows: [][]report.Cell{make([]report.Cell, 3)}}
	var b bytes.Buffer
	err := csv.Write(&b, report.Document{Sections: []report.Section{{Blocks: []report.Block{bad}}}})
	assert.ErrorContains(t, err, "csv: ")
	assert.ErrorContains(t, err, "/sections/0/blocks/0/rows/0")
	var faults indicator.Faults
	assert.ErrorAs(t, err, &faults)
	faults = nil
	require.ErrorAs(t, csv.WriteTable(&b, bad), &faults)
	require.Len(t, faults, 2)
	assert.Equal(t, []string{"/id", "/rows/0"}, []string{faults[0].Path, faults[1].Path}, "paths within the table")
	assert.Empty(t, b.String(), "nothing is written")
}

// seed is the English report on the plan in seeds/zibo.json.
func seed(t testing.TB) report.Document {
	t.Helper()
	e, err := evaluate.Evaluate(seeds.Zibo(), evaluate.Options{
		AsOf: indicator.MustPeriod("2023-08-31"), Rules: evaluate.Rules(evaluate.GoodPractice, evaluate.OwnScheme, evaluate.DecisionRegulation),
	})
	require.NoError(t, err)
	var o report.Options
	require.NoError(t, o.Language.UnmarshalText([]byte("en")))
	return report.Build(&e, o)
}

func TestSeed(t *testing.T) {
	var b bytes.Buffer
	require.NoError(t, csv.Write(&b, seed(t)))
	golden.Compare(t, "testdata/zibo.en.golden.csv", b.Bytes())
	records, err := encoding.NewReader(bytes.NewReader(b.Bytes())).ReadAll()
	require.NoError(t, err, "all records have equally many fields")
	assert.Greater(t, len(records), 100)
}

func TestFailingWriter(t *testing.T) {
	d := report.Document{Blocks: []report.Block{table("a", strings.Repeat("b", 50_000))}}
	failing.Test(t, 509, func(w io.Writer) error { return csv.Write(w, d) })
	failing.Test(t, 509, func(w io.Writer) error { return csv.WriteTable(w, d.Blocks[0].(report.Table)) })
}
