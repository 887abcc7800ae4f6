package markdown_test

import (
	"bytes"
	"io"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/internal/failing"
	"github.com/planeval/planeval/internal/golden"
	"github.com/planeval/planeval/report"
	"github.com/planeval/planeval/report/markdown"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func Example() {
	err := markdown.Write(os.Stdout, report.Document{
		Title: "Mid-term evaluation",
		Sections: []report.Section{{
			ID:     "indicators",
			Level:  1,
			Number: "1",
			Title:  "Main indicators",
			Blocks: []report.Block{
				report.Paragraph{Lead: "As of 31 August 2023.", Text: "Two of the main indicators are shown."},
				report.Table{
					Caption: "Table 1 Attainment",
					Columns: []report.Column{{Title: "Indicator"}, {Title: "Attainment", Align: report.End}, {Title: "Verdict"}},
					Rows: [][]report.Cell{
						{{Text: "R&D intensity"}, {Text: "95.33%"}, {Text: "ahead", State: "ahead"}},
						{{Text: "Stars | *planned*"}, {Text: "61.20%"}, {Text: "behind", State: "behind"}},
					},
					Notes: []string{"Source: statistical yearbook."},
				},
			},
		}},
	})
	if err != nil {
		panic(err)
	}
	// Output:
	// # Mid-term evaluation
	//
	// ## 1 Main indicators
	//
	// **As of 31 August 2023.** Two of the main indicators are shown.
	//
	// **Table 1 Attainment**
	//
	// | Indicator | Attainment | Verdict |
	// | --- | ---: | --- |
	// | R&D intensity | 95.33% | ahead |
	// | Stars \| \*planned\* | 61.20% | behind |
	//
	// Source: statistical yearbook.
}

// write returns the document as Markdown.
func write(t testing.TB, d report.Document) string {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, markdown.Write(&b, d))
	return b.String()
}

// chapters is a document with every kind of block and enough chapters for a table of contents.
var chapters = report.Document{
	Title:    "淄博市“十四五”科技创新规划后评估报告",
	Subtitle: "评估日期 2023年8月31日",
	Blocks:   []report.Block{report.Paragraph{Text: "本报告由评估结果生成。"}},
	Sections: []report.Section{
		{
			ID: "procedure", Level: 1, Number: "一、", Title: "评估工作",
			Blocks: []report.Block{
				report.Paragraph{Lead: "工作组：", Text: "3人。"},
				report.List{Items: []report.Paragraph{{Lead: "一是", Text: "查阅资料"}, {Text: "- 实地走访"}}},
				report.List{Items: []report.Paragraph{{Text: "另一列表"}}},
				report.List{Numbered: true, Items: []report.Paragraph{{Text: "甲"}, {Text: "2. 乙"}, {}}},
				report.List{Numbered: true, Items: []report.Paragraph{{Text: "丙"}}},
				report.List{},
				report.Paragraph{},
			},
		},
		{
			ID: "implementation", Level: 1, Number: "二、", Title: "实施情况",
			Sections: []report.Section{{
				ID: "indicators", Level: 2, Number: "（一）", Title: "主要指标",
				Blocks: []report.Block{
					report.Table{
						ID: "t1", Caption: "表1　主要指标",
						Columns: []report.Column{{Title: "指标"}, {Title: "完成率", Align: report.End}, {Title: "判断", Align: report.Center}},
						Rows: [][]report.Cell{
							{{Text: "研发经费投入强度\n（%）"}, {Text: "95.33%"}, {Text: "快于预期", State: "ahead"}},
							{{Text: "a|b"}, {}, {Text: "—"}},
						},
						Notes: []string{"注：数据来自年报。", "1. 初步数。"},
					},
					report.Table{ID: "t2", Caption: "无列"},
				},
				Sections: []report.Section{{Level: 7, Number: "1.1", Title: "深"}},
			}},
		},
		{ID: "costs", Level: 1, Number: "三、", Title: "成本#"},
		{Level: 1, Title: "1. 附件"},
	},
}

func TestGolden(t *testing.T) {
	golden.Compare(t, "testdata/chapters.golden.md", []byte(write(t, chapters)))
}

func TestThreeChaptersHaveNoContents(t *testing.T) {
	d := report.Document{Title: "报告", Sections: []report.Section{
		{ID: "a", Level: 1, Number: "一、", Title: "甲"}, {ID: "b", Level: 1, Number: "二、", Title: "乙"}, {ID: "c", Level: 0, Title: "丙"},
	}}
	assert.Equal(t, "# 报告\n\n## 一、甲\n\n## 二、乙\n\n# 丙\n", write(t, d))
}

func TestEmptyDocument(t *testing.T) {
	assert.Empty(t, write(t, report.Document{}))
	assert.Empty(t, write(t, report.Document{Blocks: []report.Block{report.Paragraph{}, report.List{}, report.Table{}}}))
}

func TestADocumentThatCannotBeLaidOutIsNotWritten(t *testing.T) {
	for want, block := range map[string]report.Block{
		`/blocks/1/rows/1: range: got "3", want 2 cells`: report.Table{
			ID: "t1", Columns: make([]report.Column, 2), Rows: [][]report.Cell{make([]report.Cell, 2), make([]report.Cell, 3)},
		},
		`/blocks/1: enum: got "<nil>", want a Paragraph, List, Table, Tiles or Chart`:             nil,
		`/blocks/1: enum: got "*report.Paragraph", want a Paragraph, List, Table, Tiles or Chart`: &report.Paragraph{},
		`/blocks/1/id: text: got "../x", want a-z, 0-9, - and . alone`:                            report.Table{ID: "../x"},
	} {
		for path, d := range map[string]report.Document{
			"":                       {Blocks: []report.Block{report.Paragraph{Text: "before"}, block}},
			"/sections/0/sections/0": {Sections: []report.Section{{Sections: []report.Section{{Blocks: []report.Block{report.List{}, block}}}}}},
		} {
			var b bytes.Buffer
			err := markdown.Write(&b, d)
			assert.EqualError(t, err, "markdown: "+path+want)
			assert.ErrorAs(t, err, new(indicator.Faults))
			assert.Empty(t, b.String(), "nothing is written")
		}
	}
}

func TestTiles(t *testing.T) {
	tests := []struct {
		name  string
		tiles []report.Tile
		want  string
	}{
		{"none are no table", nil, ""},
		{
			"labels stand above figures with their units",
			[]report.Tile{{Figure: "8", Unit: "项", Label: "主要指标"}, {Figure: "0", Unit: "／8项", Label: "快于预期", State: "ahead"}},
			"| 主要指标 | 快于预期 |\n| --- | --- |\n| 8项 | 0／8项 |\n",
		},
		{
			"a word stands off from its figure",
			[]report.Tile{{Figure: "2", Unit: "of 8", Label: "ahead"}},
			"| ahead |\n| --- |\n| 2 of 8 |\n",
		},
		{
			"a note stands below its figure",
			[]report.Tile{{Figure: "67.5%", Label: "lowest | first", Note: "of *the* target"}},
			"| lowest \\| first |\n| --- |\n| 67.5%<br>of \\*the\\* target |\n",
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			assert.Equal(t, test.want, write(t, report.Document{Blocks: []report.Block{report.Tiles{Items: test.tiles}}}))
		})
	}
}

func TestChartsAreLeftOutAsTheirTablesAreThere(t *testing.T) {
	assert.Equal(t, "| 指标 |\n| --- |\n| 95.33% |\n\n后文\n", write(t, report.Document{Blocks: []report.Block{
		report.Chart{ID: "c1", Caption: "图1", Summary: "说明", Tables: []string{"t1"}, Plot: report.Strips{}, Notes: []string{"注"}},
		report.Table{ID: "t1", Columns: []report.Column{{Title: "指标"}}, Rows: [][]report.Cell{{{Text: "95.33%"}}}},
		report.Paragraph{Text: "后文"},
	}}))
}

func TestFailingWriter(t *testing.T) {
	failing.Test(t, 1, func(w io.Writer) error { return markdown.Write(w, chapters) })
}

// pieces keeps the length of what is written at once.
type pieces []int

func (p *pieces) Write(b []byte) (int, error) {
	*p = append(*p, len(b))
	return len(b), nil
}

// A document of 1.2 MB: a hundred tables of a hundred rows of 120 bytes.
func TestALongDocumentIsWrittenInPieces(t *testing.T) {
	table := report.Table{Columns: make([]report.Column, 1)}
	for range 100 {
		table.Rows = append(table.Rows, []report.Cell{{Text: strings.Repeat("a", 115)}})
	}
	d := report.Document{}
	for range 100 {
		d.Blocks = append(d.Blocks, table)
	}
	var p pieces
	require.NoError(t, markdown.Write(&p, d))
	assert.Less(t, slices.Max(p), 33_000)
	assert.Greater(t, len(p), 36)
	failing.Test(t, 400_000, func(w io.Writer) error { return markdown.Write(w, d) })
}

func FuzzWrite(f *testing.F) {
	f.Add("**a** [b](c)", "|", "a-1", uint8(4))
	f.Add("\x00\xff\r\n\t", "# #", "../x\"", uint8(7))
	f.Fuzz(func(t *testing.T, a, b, id string, n uint8) {
		table := report.Table{Caption: b, Notes: []string{a}, Rows: [][]report.Cell{nil}}
		d := report.Document{Title: a, Subtitle: b}
		for i := range n % 8 {
			table.Columns = append(table.Columns, report.Column{Title: b, Align: report.Align(i % 4)})
			table.Rows[0] = append(table.Rows[0], report.Cell{Text: a, State: b})
			items := []report.Paragraph{{Lead: a, Text: b}, {Text: a}}
			d.Blocks = append(d.Blocks, items[0], report.List{Items: items}, report.List{Numbered: true, Items: items})
			d.Sections = append(d.Sections, report.Section{Level: int(n), Number: b, Title: a, Blocks: []report.Block{items[1]}})
		}
		d.Blocks = append(d.Blocks, table)
		if id != "" {
			d.Sections = append(d.Sections, report.Section{ID: id, Title: a})
		}
		if strings.Trim(id, "abcdefghijklmnopqrstuvwxyz0123456789-.") != "" {
			assert.Error(t, markdown.Write(io.Discard, d))
			return
		}
		once, twice := write(t, d), write(t, d)
		assert.Equal(t, once, twice)
		assert.NotContains(t, once, "<script")
		assert.NotContains(t, once, "\r")
	})
}
