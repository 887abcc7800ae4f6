package text_test

import (
	"bytes"
	"errors"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/internal/failing"
	"github.com/planeval/planeval/report"
	"github.com/planeval/planeval/report/text"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func Example() {
	err := text.Write(os.Stdout, report.Document{
		Title: "Mid-term evaluation",
		Blocks: []report.Block{
			report.Paragraph{Lead: "As of 31 August 2023.", Text: "Two of the main indicators are shown."},
		},
		Sections: []report.Section{{
			Level:  1,
			Number: "1",
			Title:  "Main indicators",
			Blocks: []report.Block{report.Table{
				Caption: "Table 1 Attainment",
				Columns: []report.Column{{Title: "Indicator"}, {Title: "Attainment", Align: report.End}, {Title: "Verdict"}},
				Rows: [][]report.Cell{
					{{Text: "R&D intensity"}, {Text: "95.33%"}, {Text: "ahead", State: "ahead"}},
					{{Text: "High-tech enterprises"}, {Text: "61.20%"}, {Text: "behind", State: "behind"}},
				},
				Notes: []string{"Source: statistical yearbook."},
			}},
		}},
	}, 60)
	if err != nil {
		panic(err)
	}
	// Output:
	// Mid-term evaluation
	// ===================
	//
	// As of 31 August 2023. Two of the main indicators are shown.
	//
	// 1 Main indicators
	// -----------------
	//
	// Table 1 Attainment
	//
	// Indicator              Attainment  Verdict
	// ─────────────────────  ──────────  ────────
	// R&D intensity              95.33%  ▲ ahead
	// High-tech enterprises      61.20%  ▼ behind
	//
	// Source: statistical yearbook.
}

// write returns the document as text.
func write(t testing.TB, d report.Document, width int) string {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, text.Write(&b, d, width))
	return b.String()
}

// blocks returns a document of these blocks alone.
func blocks(b ...report.Block) report.Document { return report.Document{Blocks: b} }

var chinese = report.Document{
	Title:    "淄博市“十四五”科技创新规划后评估报告",
	Subtitle: "评估日期 2023年8月31日",
	Sections: []report.Section{{
		Number: "一、", Level: 1, Title: "实施情况",
		Sections: []report.Section{{
			Number: "（一）", Level: 2, Title: "主要指标",
			Blocks: []report.Block{
				report.Paragraph{Lead: "总体判断：", Text: "落实创新驱动发展要求，为全市“十四五”时期的科技工作确定思路（含R&D投入）。"},
				report.List{Numbered: true, Items: []report.Paragraph{
					{Lead: "一是", Text: "落实创新驱动发展要求，发挥科技创新的作用，确定思路。"},
					{Text: "二是加大投入。"},
				}},
				report.Table{
					Caption: "表1　主要指标",
					Columns: []report.Column{
						{Title: "指标"}, {Title: "2025年目标", Align: report.End}, {Title: "完成率（百分比）", Align: report.End},
						{Title: "判断", Align: report.Center},
					},
					Rows: [][]report.Cell{
						{
							{Text: "研发经费投入强度（全社会研究与试验发展经费支出占地区生产总值的比重）"}, {Text: "3.1"}, {Text: "95.33%"},
							{Text: "快于预期", State: "ahead"},
						},
						{{Text: "高新技术企业数量"}, {Text: "1374"}, {Text: "—"}, {Text: "滞后", State: "behind"}},
					},
					Notes: []string{"注：数据来自年报。"},
				},
			},
		}},
	}},
}

func TestChinese(t *testing.T) {
	assert.Equal(t, `淄博市“十四五”科技创新规划后评估报告
====================================

评估日期 2023年8月31日

一、实施情况
------------

（一）主要指标

总体判断：落实创新驱动发展要求，为全市“十四五”时期的科技工作
确定思路（含R&D投入）。

1. 一是　落实创新驱动发展要求，发挥科技创新的作用，确定思
   路。
2. 二是加大投入。

表1　主要指标

                                          完成率
                              2025年目    （百分
指标                                标      比）     判断
────────────────────────────  ────────  ────────  ──────────
研发经费投入强度（全社会研究       3.1    95.33%  ▲ 快于预期
与试验发展经费支出占地区生产
总值的比重）
高新技术企业数量                  1374         —    ▼ 滞后

注：数据来自年报。
`, write(t, chinese, 60))
}

func TestDefaultWidth(t *testing.T) {
	assert.Equal(t, write(t, chinese, 100), write(t, chinese, 0))
	assert.Equal(t, write(t, chinese, 20), write(t, chinese, -1))
	assert.Equal(t, write(t, chinese, 20), write(t, chinese, 7))
}

func TestWrapping(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"a line of twenty columns holds ten Chinese characters", "一二三四五六七八九十一二", "一二三四五六七八九十\n一二\n"},
		{"a stop does not begin a line", "一二三四五六七八九十。", "一二三四五六七八九\n十。\n"},
		{"nor do two", "一二三四五六七八九十”。又", "一二三四五六七八九\n十”。又\n"},
		{"a bracket does not end a line", "一二三四五六七八九（十）", "一二三四五六七八九\n（十）\n"},
		{"a quotation mark stays with what it quotes", "一二三四五六七八九“十四五”", "一二三四五六七八九\n“十四五”\n"},
		{"a word is not broken", "The implementation of it", "The implementation\nof it\n"},
		{"nor is a figure", "一二三四五六七八95.33%二", "一二三四五六七八\n95.33%二\n"},
		{"a word wider than a line is cut", "abcdefghijklmnopqrstuvwxyz a", "abcdefghijklmnopqrst\nuvwxyz a\n"},
		{"behind a shorter one too", "ab abcdefghijklmnopqrstuvwxyz", "ab\nabcdefghijklmnopqrst\nuvwxyz\n"},
		{"closing marks wider than a line are cut", "一。。。。。。。。。。。。", "一。。。。。。。。。\n。。。\n"},
		{"a character of two columns is not cut in half", "x一二三四五六七八九十", "x一二三四五六七八九\n十\n"},
		{"a character outside the first plane takes two columns", "𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷", "𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷\n𠮷\n"},
		{"a combining mark takes none", "e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301 0123456789", "e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301\n0123456789\n"},
		{"spaces at a break are dropped", "0123456789 12345678   0123", "0123456789 12345678\n0123\n"},
		{"a line break is kept", "甲\r\n乙\r丙\u2028丁", "甲\n乙\n丙\n丁\n"},
		{"spaces at the ends are dropped", " \t 甲 \n", "甲\n"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			assert.Equal(t, test.want, write(t, blocks(report.Paragraph{Text: test.text}), 20))
		})
	}
}

func TestBlocks(t *testing.T) {
	tests := []struct {
		name  string
		block report.Block
		want  string
	}{
		{"a lead that ends in a Chinese character is set off", report.Paragraph{Lead: "总体判断", Text: "加大投入"}, "总体判断\u3000加大投入\n"},
		{"one that ends in a stop is not", report.Paragraph{Lead: "总体判断：", Text: "加大投入"}, "总体判断：加大投入\n"},
		{"a Latin lead has one", report.Paragraph{Lead: "First", Text: "more"}, "First more\n"},
		{"a lead may stand alone", report.Paragraph{Lead: "First"}, "First\n"},
		{"a list", report.List{Items: []report.Paragraph{{Text: "甲"}, {Text: "乙\n丙"}}}, "- 甲\n- 乙\n  丙\n"},
		{"an item without text keeps its place", report.List{Items: []report.Paragraph{{}, {Text: "乙"}}}, "-\n- 乙\n"},
		{
			"numbers stand under one another",
			report.List{Numbered: true, Items: make([]report.Paragraph, 10)},
			" 1.\n 2.\n 3.\n 4.\n 5.\n 6.\n 7.\n 8.\n 9.\n10.\n",
		},
		{
			"cells keep their line breaks",
			report.Table{
				Columns: []report.Column{{Title: "甲\n乙"}, {Title: "丙", Align: report.End}},
				Rows:    [][]report.Cell{{{Text: "a\nbcd"}, {Text: "1"}}, {{}, {Text: "22.5"}}},
			},
			"甲\n乙     丙\n───  ────\na       1\nbcd\n     22.5\n",
		},
		{
			"each state has a shape",
			report.Table{
				Columns: []report.Column{{Title: "状态"}},
				Rows: [][]report.Cell{
					{{Text: "提前实现", State: "achieved"}}, {{Text: "符合", State: "met"}}, {{Text: "背离", State: "reversed"}},
					{{Text: "不适用", State: "not-applicable"}}, {{Text: "无"}},
				},
			},
			"状态\n──────────\n▲ 提前实现\n● 符合\n▼ 背离\n○ 不适用\n无\n",
		},
		{
			"a table that cannot be made narrow enough is wider",
			report.Table{Columns: []report.Column{{Title: "甲甲甲"}, {Title: "乙乙", Align: report.End}, {Title: "丙"}, {Title: "abcdefg"}, {}, {}, {}, {}}},
			"甲甲            abcd\n甲    乙乙  丙  efg\n────  ────  ──  ────\n",
		},
		{
			"the shape is that of the state's tone",
			report.Table{Columns: []report.Column{{Title: "状态"}}, Rows: [][]report.Cell{
				{{Text: "已完成", State: "completed"}}, {{Text: "正常推进", State: "on-schedule"}}, {{Text: "", State: "ahead"}},
			}},
			"状态\n──────────\n▲ 已完成\n● 正常推进\n▲\n",
		},
		{
			"figures stand under one another with the shapes of their states",
			report.Tiles{Items: []report.Tile{
				{Figure: "12", Unit: "项", Label: "主要指标"}, {Figure: "2", Unit: "项", Label: "快于预期", State: "ahead"},
				{Figure: "0", Unit: "项", Label: "相对滞后", State: "behind"},
			}},
			"  12项  主要指标\n▲  2项  快于预期\n▼  0项  相对滞后\n",
		},
		{
			"without any state there are no shapes",
			report.Tiles{Items: []report.Tile{{Figure: "2", Unit: "of 8", Label: "ahead"}, {Figure: "10", Label: "tasks"}}},
			"2 of 8  ahead\n    10  tasks\n",
		},
		{
			"what a figure counts is wrapped, and its note stands below",
			report.Tiles{Items: []report.Tile{{Figure: "1", Unit: "／8项", Label: "基本符合预期的指标", Note: "见表1", State: "on-course"}}},
			"● 1／8项  基本符合预\n          期的指标\n          见表1\n",
		},
		{"no figures are no block", report.Tiles{}, ""},
		{"a table without columns is its caption and notes", report.Table{Caption: "表", Notes: []string{"注", ""}}, "表\n\n注\n"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			assert.Equal(t, test.want, write(t, blocks(test.block), 20))
		})
	}
}

func TestChartsAreLeftOutAsTheirTablesAreThere(t *testing.T) {
	assert.Equal(t, "指标\n──────\n95.33%\n\n后文\n", write(t, blocks(
		report.Chart{ID: "c1", Caption: "图1", Summary: "说明", Tables: []string{"t1"}, Plot: report.Strips{}, Notes: []string{"注"}},
		report.Table{ID: "t1", Columns: []report.Column{{Title: "指标"}}, Rows: [][]report.Cell{{{Text: "95.33%"}}}},
		report.Paragraph{Text: "后文"},
	), 20))
}

func TestEmptyDocument(t *testing.T) {
	assert.Empty(t, write(t, report.Document{}, 0))
	assert.Empty(t, write(t, report.Document{Blocks: []report.Block{report.Paragraph{}, report.List{}, report.Table{}}}, 0))
}

// TestHostile puts texts that drive a terminal in every position. Nothing may come out but printable characters.
func TestHostile(t *testing.T) {
	for in, want := range map[string]string{
		"\x1b[31m红":           "\ufffd[31m红", // colours
		"\x1b]0;title\x07":    "\ufffd]0;title\ufffd",
		"\u009b2J":            "\ufffd2J", // the same with one C1 control
		"a\bb":                "a\ufffdb",
		"a\x00b\x7f":          "a\ufffdb\ufffd",
		"\u202e95":            "\ufffd95", // shown as 59
		"\u2066a\u2069":       "\ufffda\ufffd",
		"\ufffe\U0010ffff":    "\ufffd\ufffd",
		"\xff\xc3(":           "\ufffd\ufffd(",
		"a\vb\fc":             "a\ufffdb\ufffdc",
		"\u200b安全":            "\u200b安全",
		"\u0085下一行":           "\ufffd下一行",
		"e\u0301\u0302\u0303": "e\u0301\u0302\u0303",
	} {
		p := report.Paragraph{Text: in}
		got := write(t, report.Document{
			Title: in, Subtitle: in,
			Blocks: []report.Block{
				p, report.Paragraph{Lead: in}, report.List{Items: []report.Paragraph{p}},
				report.Table{Caption: in, Columns: []report.Column{{Title: in}}, Rows: [][]report.Cell{{{Text: in}}}, Notes: []string{in}},
				report.Tiles{Items: []report.Tile{{Figure: in, Unit: in, Label: in, Note: in}}},
			},
			Sections: []report.Section{{Title: in, Level: 2}},
		}, 0)
		assert.Equal(t, 14, strings.Count(got, want), "%q is written as\n%s", in, got)
		assert.NotRegexp(t, `[^\PC\n\x{200b}]`, got, "%q", in)
	}
}

func TestADocumentThatCannotBeLaidOutIsNotWritten(t *testing.T) {
	for want, block := range map[string]report.Block{
		`/blocks/1/rows/1: range: got "1", want 2 cells`: report.Table{
			ID: "t1", Columns: make([]report.Column, 2), Rows: [][]report.Cell{make([]report.Cell, 2), make([]report.Cell, 1)},
		},
		`/blocks/1: enum: got "<nil>", want a Paragraph, List, Table, Tiles or Chart`:             nil,
		`/blocks/1: enum: got "*report.Paragraph", want a Paragraph, List, Table, Tiles or Chart`: &report.Paragraph{},
	} {
		for path, d := range map[string]report.Document{
			"":                       blocks(report.Paragraph{Text: "before"}, block),
			"/sections/0/sections/0": {Sections: []report.Section{{Sections: []report.Section{{Blocks: []report.Block{report.List{}, block}}}}}},
		} {
			var b bytes.Buffer
			err := text.Write(&b, d, 0)
			assert.EqualError(t, err, "text: "+path+want)
			assert.ErrorAs(t, err, new(indicator.Faults))
			assert.Empty(t, b.String(), "nothing is written")
		}
	}
}

func TestFailingWriter(t *testing.T) {
	failing.Test(t, 1, func(w io.Writer) error { return text.Write(w, chinese, 0) })
}

func TestALargeDocumentIsWrittenInPieces(t *testing.T) {
	table := report.Table{Columns: make([]report.Column, 1)}
	for range 10_000 {
		table.Rows = append(table.Rows, []report.Cell{{Text: "一二三四五六七八九十"}}) // 31 bytes with the line feed
	}
	var pieces pieces
	require.NoError(t, text.Write(&pieces, blocks(table), 0))
	require.Greater(t, len(pieces), 310_000/40_000)
	for _, n := range pieces {
		assert.Less(t, n, 40_000)
	}
}

// pieces notes how many bytes each call gives.
type pieces []int

func (p *pieces) Write(b []byte) (int, error) {
	*p = append(*p, len(b))
	return len(b), nil
}

// Nothing more is laid before a writer that has failed.
func TestAfterAnErrorNothingIsWritten(t *testing.T) {
	var large []report.Block
	for range 10_000 {
		large = append(large, report.Paragraph{Text: "一二三四五六七八九十"})
	}
	w := &broken{}
	assert.EqualError(t, text.Write(w, blocks(large...), 0), "broken")
	assert.Equal(t, 1, w.calls)
}

type broken struct{ calls int }

func (b *broken) Write([]byte) (int, error) {
	b.calls++
	return 0, errors.New("broken")
}

func FuzzWrite(f *testing.F) {
	f.Add("一二（三）", "abc", 20, uint8(0))
	f.Add("\x1b[0m\n\r", "“十四五”", -1, uint8(3))
	f.Fuzz(func(t *testing.T, a, b string, width int, n uint8) {
		table := report.Table{Caption: b, Notes: []string{a}, Rows: [][]report.Cell{nil, nil}}
		for i := range n % 8 {
			table.Columns = append(table.Columns, report.Column{Title: b, Align: report.Align(i % 4)})
			table.Rows[0] = append(table.Rows[0], report.Cell{Text: a, State: b})
			table.Rows[1] = append(table.Rows[1], report.Cell{Text: b})
		}
		items := []report.Paragraph{{Lead: a, Text: b}, {Text: a}}
		d := report.Document{
			Title: a, Subtitle: b,
			Blocks:   []report.Block{items[0], report.List{Items: items}, report.List{Numbered: true, Items: items}, table, report.Tiles{Items: []report.Tile{{Figure: a, Unit: b, Label: b, State: a, Note: a}, {Label: a}}}},
			Sections: []report.Section{{Level: int(n), Number: a, Title: b, Blocks: []report.Block{items[1]}}},
		}
		var once, twice bytes.Buffer
		require.NoError(t, text.Write(&once, d, width))
		require.NoError(t, text.Write(io.MultiWriter(&twice, io.Discard), d, width))
		assert.Equal(t, once.String(), twice.String())
		assert.NotContains(t, once.String(), "\x1b")
	})
}
