package html_test

import (
	"bytes"
	"fmt"
	"io"
	"regexp"
	"strings"
	"testing"

	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/internal/golden"
	"github.com/planeval/planeval/report"
	"github.com/planeval/planeval/report/html"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func Example() {
	var page strings.Builder
	err := html.Write(&page, report.Document{
		Language: "en",
		Title:    "Mid-term evaluation",
		Sections: []report.Section{{
			ID:     "indicators",
			Level:  1,
			Number: "1",
			Title:  "Main indicators",
			Blocks: []report.Block{
				report.Paragraph{Lead: "As of 31 August 2023.", Text: "Two of the main indicators are shown."},
				report.Table{
					ID:      "table-1",
					Caption: "Table 1 Attainment",
					Columns: []report.Column{{Title: "Indicator"}, {Title: "Attainment", Align: report.End}, {Title: "Verdict"}},
					Rows: [][]report.Cell{
						{{Text: "R&D intensity"}, {Text: "95.33%"}, {Text: "ahead", State: "ahead"}},
						{{Text: "Stars <planned>"}, {Text: "61.20%"}, {Text: "behind", State: "behind"}},
					},
					Notes: []string{"Source: statistical yearbook."},
				},
			},
		}},
	}, html.Options{Variables: map[string]string{"accent": "#003366"}})
	if err != nil {
		panic(err)
	}
	_, body, _ := strings.Cut(page.String(), "</style>\n")
	fmt.Print(body)
	// Output:
	// <header><h1>Mid-term evaluation</h1></header>
	// <main>
	// <h2 id=indicators>1 Main indicators</h2>
	// <p><b>As of 31 August 2023.</b> Two of the main indicators are shown.
	// <table id=table-1 class="e2"><caption>Table 1 Attainment</caption><thead><tr><th>Indicator<th>Attainment<th>Verdict<tbody>
	// <tr><th>R&amp;D intensity<td>95.33%<td class=b>ahead
	// <tr><th>Stars &lt;planned&gt;<td>61.20%<td class=s>behind</table>
	// <p class=n>Source: statistical yearbook.
	// </main>
}

// write returns the document as a page.
func write(t testing.TB, d report.Document, o html.Options) string {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, html.Write(&b, d, o))
	return b.String()
}

// body returns what the page of a document has after its style sheet.
func body(t testing.TB, d report.Document) string {
	t.Helper()
	_, body, found := strings.Cut(write(t, d, html.Options{}), "</style>\n")
	require.True(t, found)
	return body
}

// in returns what the main part of a page of some blocks has.
func in(t testing.TB, blocks ...report.Block) string {
	t.Helper()
	return strings.TrimSuffix(strings.TrimPrefix(body(t, report.Document{Sections: []report.Section{{Blocks: blocks}}}), "<main>\n\n"), "</main>\n")
}

func TestGolden(t *testing.T) {
	for _, language := range []string{"zh", "en"} {
		golden.Compare(t, "testdata/blocks."+language+".golden.html", []byte(write(t, everyBlock(language), html.Options{})))
	}
}

func TestAPageIsSelfContained(t *testing.T) {
	for _, language := range []string{"zh", "en"} {
		page := write(t, everyBlock(language), html.Options{})
		for _, loads := range []string{"<script", "<link", "<img", "<iframe", "@import", "@font-face", "url(http", "src=", " on", "javascript:", "//"} {
			if loads == " on" {
				assert.NotRegexp(t, `<[^>]* on[a-z]+=`, page)
				continue
			}
			assert.NotContains(t, page, loads)
		}
	}
}

// A rule for narrow windows that does not say screen would hold on paper too.
func TestNarrowWindowsAreOfScreens(t *testing.T) {
	page := write(t, report.Document{}, html.Options{})
	assert.Equal(t, 3, strings.Count(page, "@media screen and (max-width:"))
	assert.Equal(t, 3, strings.Count(page, "(max-width:"))
}

func TestHead(t *testing.T) {
	page := write(t, report.Document{Language: "zh-Hans", Title: "甲<乙"}, html.Options{})
	assert.Regexp(t, `^<!DOCTYPE html>\n<html lang="zh-Hans"><meta charset=utf-8><meta name=viewport content="width=device-width,initial-scale=1">\n<title>甲&lt;乙</title>\n<style>\n`, page)
	assert.Regexp(t, `^<!DOCTYPE html>\n<html><meta`, write(t, report.Document{}, html.Options{}), "no language, no attribute")
}

func TestHeadings(t *testing.T) {
	assert.Equal(t, "<header><h1><span>《规划》</span><span>后评估报告</span></h1><p>副题</header>\n<main>\n</main>\n",
		body(t, report.Document{Title: "《规划》后评估报告", Subtitle: "副题"}), "a line may end after the name of the plan")
	assert.Equal(t, "<header><h1>《规划》</h1></header>\n<main>\n</main>\n", body(t, report.Document{Title: "《规划》"}))
	assert.Equal(t, "<header><h1>《规划》：评估</h1></header>\n<main>\n</main>\n", body(t, report.Document{Title: "《规划》：评估"}), "none begins with punctuation")
	assert.Equal(t, "<main>\n</main>\n", body(t, report.Document{}), "an empty document has an empty main part")

	deep := report.Section{Level: 9, Title: "戊"}
	for _, title := range []string{"丁", "丙", "乙", "甲"} {
		deep = report.Section{Level: 9, Title: title, Sections: []report.Section{deep}}
	}
	deep.Sections[0].Sections[0].Sections[0].Sections[0].Sections = []report.Section{{ID: "last", Number: "（1）", Title: "己"}, {ID: "mute"}}
	assert.Equal(t, "<main>\n<h2>甲</h2>\n<h3>乙</h3>\n<h4>丙</h4>\n<h5>丁</h5>\n<h6>戊</h6>\n<h6 id=last>（1）己</h6>\n<a id=mute></a>\n</main>\n",
		body(t, report.Document{Sections: []report.Section{deep}}), "headings follow the depth, to h6, and an empty one is an anchor alone")
}

func TestParts(t *testing.T) {
	section := func(id string, part report.Part) report.Section {
		return report.Section{ID: id, Part: part, Level: 1, Title: id}
	}
	d := report.Document{Sections: []report.Section{
		section("s", report.Front), section("a", report.Chapter), section("b", report.Annex), section("c", report.Appendix), {Title: "e"}, {ID: "mute"},
	}}
	assert.Equal(t, `<main>
<div class="front">
<h2 id=s>s</h2>
</div>
<nav><ul>
<li><a href=#a>a</a>
<li><a href=#b>b</a>
<li><a href=#c>c</a>
<li>e
</ul></nav>
<h2 id=a>a</h2>
<div class="annex">
<h2 id=b>b</h2>
</div>
<div class="annex appendix">
<h2 id=c>c</h2>
</div>
<h2>e</h2>
<a id=mute></a>
</main>
`, body(t, d), "the contents follow the front, and leave it out and what has no heading")
	d.Sections = d.Sections[:3]
	assert.NotContains(t, body(t, d), "<nav>", "three sections need no contents")
	front := section("", report.Front)
	front.Title = "s"
	assert.NotContains(t, body(t, report.Document{Sections: []report.Section{front, front, front, front}}), "nav", "there are none of the front alone")
	assert.NotContains(t, body(t, report.Document{Sections: make([]report.Section, 4)}), "nav", "nor of sections without a heading")
}

func TestBlocks(t *testing.T) {
	columns := []report.Column{{Title: "名称"}, {Title: "值\n（%）", Align: report.End}}
	for _, c := range []struct {
		name  string
		block report.Block
		want  string
	}{
		{"an empty paragraph is left out", report.Paragraph{}, ""},
		{"a lead and its text in Chinese stand apart by a wide space", report.Paragraph{Lead: "一是", Text: "查阅"}, "<p><b>一是</b>\u3000查阅\n"},
		{"after a full stop they do not", report.Paragraph{Lead: "一是：", Text: "查阅"}, "<p><b>一是：</b>查阅\n"},
		{"a lead alone", report.Paragraph{Lead: "a"}, "<p><b>a</b>\n"},
		{"an empty list is left out", report.List{Numbered: true}, ""},
		{"a list", report.List{Items: []report.Paragraph{{Text: "a"}, {Lead: "b", Text: "c"}}}, "<ul>\n<li>a\n<li><b>b</b> c\n</ul>\n"},
		{"a numbered list", report.List{Numbered: true, Items: []report.Paragraph{{Text: "a"}}}, "<ol>\n<li>a\n</ol>\n"},
		{"no tiles are left out", report.Tiles{}, ""},
		{
			"a tile has the class of its state's tone",
			report.Tiles{Items: []report.Tile{{Figure: "2", Unit: "项", Label: "快于预期", State: "ahead", Note: "共8项"}, {Figure: "1", Label: "b"}}},
			"<ul class=tiles>\n<li class=b><b>2<small>项</small></b> <span>快于预期</span> <small>共8项</small>\n<li><b>1</b> <span>b</span>\n</ul>\n",
		},
		{"a table without columns is its caption", report.Table{ID: "t", Caption: "表", Notes: []string{"注", ""}}, "<p class=c id=t>表\n<p class=n>注\n"},
		{"an empty table is left out", report.Table{}, ""},
		{
			"line breaks stay, empty cells are no headers",
			report.Table{Columns: append([]report.Column{{}}, columns...), Rows: [][]report.Cell{{{}, {Text: "a\r\nb"}, {Text: "1"}}}},
			"<table class=\"e3\"><thead><tr><td><th scope=col>名称<th scope=col>值<br>（%）<tbody>\n<tr><td><td>a<br>b<td>1</table>\n",
		},
		{
			"a row is named by its first cell where that is set to the start",
			report.Table{Columns: columns, Rows: [][]report.Cell{{{Text: "a", State: "behind"}, {Text: "1", State: "x"}}}},
			"<table class=\"e2\"><thead><tr><th>名称<th>值<br>（%）<tbody>\n<tr><th class=s>a<td class=u>1</table>\n",
		},
		{
			"headers among cells that are none say what they head",
			report.Table{Columns: columns, Rows: [][]report.Cell{{{Text: "a"}, {}}, {{}, {}}}},
			"<table class=\"e2\"><thead><tr><th>名称<th>值<br>（%）<tbody>\n<tr><th scope=row>a<td>\n<tr><td><td></table>\n",
		},
		{
			"and not where that is a figure",
			report.Table{Columns: []report.Column{{Title: "a", Align: report.End}, {Title: "b", Align: report.Center}}, Rows: [][]report.Cell{{{Text: "1"}, {Text: "2"}}}},
			"<table class=\"e1 c2\"><thead><tr><th>a<th>b<tbody>\n<tr><td>1<td>2</table>\n",
		},
		{
			"nor where the column is alone",
			report.Table{Columns: columns[:1], Rows: [][]report.Cell{{{Text: "a"}}}},
			"<table><thead><tr><th>名称<tbody>\n<tr><td>a</table>\n",
		},
		{
			"a table of four columns has a frame that is named by its caption",
			report.Table{ID: "t", Caption: "表1", Columns: make([]report.Column, 4)},
			"<div class=t id=t tabindex=0 role=region aria-labelledby=_1><table><caption id=_1>表1</caption><thead><tr><td><td><td><td><tbody></table></div>\n",
		},
		{
			"one without a caption has no name",
			report.Table{Columns: make([]report.Column, 7)},
			"<div class=\"t w\" tabindex=0><table><thead><tr><td><td><td><td><td><td><td><tbody></table></div>\n",
		},
		{
			"one of ten columns is set smallest",
			report.Table{Columns: make([]report.Column, 10)},
			"<div class=\"t w x\" tabindex=0><table><thead><tr><td><td><td><td><td><td><td><td><td><td><tbody></table></div>\n",
		},
	} {
		assert.Equal(t, c.want, in(t, c.block), c.name)
	}
}

// grouped is a grouped table of texts.
func grouped(columns []report.Column, rows ...[]string) report.Table {
	t := report.Table{Grouped: true, Columns: columns}
	for _, row := range rows {
		var cells []report.Cell
		for _, text := range row {
			cells = append(cells, report.Cell{Text: text})
		}
		t.Rows = append(t.Rows, cells)
	}
	return t
}

func TestGroupedTables(t *testing.T) {
	columns := []report.Column{{Title: "对象"}, {Title: "项目"}, {Title: "值", Align: report.End}}
	nameless := []report.Column{{}, {Title: "项目"}, {Title: "值"}}
	stated := grouped(columns, []string{"甲", "a", "1"}, []string{"甲", "b", "2"})
	stated.Rows[0][0].State, stated.Rows[1][0].State = "behind", "behind"
	const head = "<table class=\"e2\"><thead><tr><th>项目<th>值<tbody>\n"
	for _, c := range []struct {
		name  string
		table report.Table
		want  string
	}{
		{
			"a group is named once, and its rows by what follows the name", grouped(columns, []string{"甲", "a", "1"}, []string{"甲", "b", "2"}),
			head + "<tr><th scope=rowgroup colspan=2><b>甲</b>\n<tr><th>a<td>1\n<tr><th>b<td>2</table>\n",
		},
		{
			"groups of one name that are no neighbours are two", grouped(columns, []string{"甲", "a", "1"}, []string{"乙", "a", "2"}, []string{"甲", "a", "3"}),
			head + "<tr><th scope=rowgroup colspan=2><b>甲</b>\n<tr><th>a<td>1\n<tbody>\n<tr><th scope=rowgroup colspan=2><b>乙</b>\n<tr><th>a<td>2\n<tbody>\n" +
				"<tr><th scope=rowgroup colspan=2><b>甲</b>\n<tr><th>a<td>3</table>\n",
		},
		{"without rows", grouped(columns), "<table class=\"e2\"><thead><tr><th>项目<th>值<tbody></table>\n"},
		{
			"names without a title have no header", grouped(nameless, []string{"甲", "a", "1"}),
			"<table><thead><tr><th>项目<th>值<tbody>\n<tr><th scope=rowgroup colspan=2><b>甲</b>\n<tr><th>a<td>1</table>\n",
		},
		{
			"an empty name is no header, and rows say that theirs are", grouped(columns, []string{"", "a", "1"}),
			head + "<tr><td colspan=2><b></b>\n<tr><th scope=row>a<td>1</table>\n",
		},
		{
			"an empty first cell is no header, and other rows say that theirs are", grouped(columns, []string{"甲", "a", "1"}, []string{"甲", "", "2"}),
			head + "<tr><th scope=rowgroup colspan=2><b>甲</b>\n<tr><th scope=row>a<td>1\n<tr><td><td>2</table>\n",
		},
		{
			"an empty title among those of the columns", grouped([]report.Column{{Title: "对象"}, {}, {Title: "值"}}, []string{"甲", "a", "1"}),
			"<table><thead><tr><td><th scope=col>值<tbody>\n<tr><th scope=rowgroup colspan=2><b>甲</b>\n<tr><th scope=row>a<td>1</table>\n",
		},
		{
			"a name has a state as other cells", stated,
			head + "<tr><th scope=rowgroup colspan=2 class=s><b>甲</b>\n<tr><th>a<td>1\n<tr><th>b<td>2</table>\n",
		},
		{
			"names and titles are texts of one line or more", grouped([]report.Column{{Title: "<b>\nx"}, {Title: "项目"}, {}}, []string{"</b></table>\n\x00&\"", "a", "1"}),
			"<table><thead><tr><th scope=col>项目<td><tbody>\n<tr><th scope=rowgroup colspan=2><b>&lt;/b&gt;&lt;/table&gt;<br>\uFFFD&amp;&#34;</b>\n<tr><th>a<td>1</table>\n",
		},
		{
			"columns are counted as they are shown, and figures name no row",
			grouped([]report.Column{{Title: "对象", Align: report.End}, {Title: "值", Align: report.End}, {Title: "年", Align: report.Center}}, []string{"甲", "1", "2022"}),
			"<table class=\"e1 c2\"><thead><tr><th>值<th>年<tbody>\n<tr><th scope=rowgroup colspan=2><b>甲</b>\n<tr><td>1<td>2022</table>\n",
		},
		{
			"one column below the names", grouped(columns[:2], []string{"甲", "a"}, []string{"甲", "b"}),
			"<table><thead><tr><th>项目<tbody>\n<tr><th scope=rowgroup colspan=1><b>甲</b>\n<tr><td>a\n<tr><td>b</table>\n",
		},
		{
			"four columns of which three are shown need no frame", grouped(make([]report.Column, 4)),
			"<table><thead><tr><td><td><td><tbody></table>\n",
		},
		{
			"one of seven shown is set smaller", grouped(make([]report.Column, 8)),
			"<div class=\"t w\" tabindex=0><table><thead><tr><td><td><td><td><td><td><td><tbody></table></div>\n",
		},
	} {
		assert.Equal(t, c.want, in(t, c.table), c.name)
	}
}

// A name is as wide as the table, so that no rule of a column is for it.
func TestNamesOfGroupsAreSetAsNoColumnIs(t *testing.T) {
	page := write(t, report.Document{Blocks: []report.Block{grouped([]report.Column{{Align: report.Center}, {Align: report.Center}, {Align: report.End}})}}, html.Options{})
	assert.Contains(t, page, "\n.e1 tr>:nth-child(1):not([colspan]),.e2 tr>:nth-child(2){text-align:end;")
	assert.Contains(t, page, "\n.c1 tr>:nth-child(1):not([colspan]){text-align:center}\n</style>")
}

func TestColumnRulesAreThoseThatTheTablesNeed(t *testing.T) {
	page := write(t, report.Document{Blocks: []report.Block{report.Table{Columns: []report.Column{{}, {Align: report.Center}, {Align: report.End}}}}}, html.Options{})
	assert.Contains(t, page, "\n.e1 tr>:nth-child(1):not([colspan]),.e2 tr>:nth-child(2),.e3 tr>:nth-child(3){text-align:end;")
	assert.Contains(t, page, "\n.c1 tr>:nth-child(1):not([colspan]),.c2 tr>:nth-child(2){text-align:center}\n</style>")
	assert.NotContains(t, write(t, report.Document{}, html.Options{}), "tr>:nth-child")
}

func TestTexts(t *testing.T) {
	for in, want := range map[string]string{
		`a<b>&"c"'`:                    "a&lt;b&gt;&amp;&#34;c&#34;'",
		"a\tb\rc":                      "a b\nc",
		"\x00\x7f\u0085":               "\uFFFD\uFFFD\uFFFD",
		"a\xff\u202e<":                 "a\uFFFD\uFFFD&lt;",
		"\u2066\uFDD0\uFFFE\U0001FFFF": "\uFFFD\uFFFD\uFFFD\uFFFD",
		"\uFFFD“𠮷”\u2027\u202f\u2070 ": "\uFFFD“𠮷”\u2027\u202f\u2070 ",
		"<\x1b[31m>":                   "&lt;\uFFFD[31m&gt;",
		"\xef\xbf<":                    "\uFFFD\uFFFD&lt;",
		"\u2028":                       "\n",
	} {
		assert.Equal(t, "<p>"+want+"\n", body(t, report.Document{Sections: []report.Section{{Blocks: []report.Block{report.Paragraph{Text: in}}}}})[len("<main>\n\n"):len("<main>\n\n<p>\n")+len(want)], "%q", in)
	}
}

func TestOfInvalidDocumentsNothingIsWritten(t *testing.T) {
	for want, block := range map[string]report.Block{
		`html: /blocks/0/rows/0: range: got "1", want 2 cells`:                                        report.Table{Columns: make([]report.Column, 2), Rows: [][]report.Cell{make([]report.Cell, 1)}},
		`html: /blocks/0: enum: got "<nil>", want a Paragraph, List, Table, Tiles or Chart`:           nil,
		`html: /blocks/0/plot: enum: got "<nil>", want Bullets, Trajectories, Bars, a Grid or Strips`: report.Chart{},
		`html: /blocks/0/id: text: got "\" onload=\"", want a-z, 0-9, - and . alone`:                  report.Table{ID: `" onload="`},
	} {
		var b bytes.Buffer
		err := html.Write(&b, report.Document{Title: "甲", Blocks: []report.Block{block}}, html.Options{})
		assert.EqualError(t, err, want)
		assert.ErrorAs(t, err, new(indicator.Faults))
		assert.Empty(t, b.String(), want)
	}
}

func TestAnUnknownPartIsAFault(t *testing.T) {
	err := html.Write(io.Discard, report.Document{Sections: []report.Section{{Part: 200}}}, html.Options{})
	assert.EqualError(t, err, `html: /sections/0/part: enum: got "200", want Chapter, Front, Annex or Appendix`)
}

// Charts need neither an ID nor a caption for the ids in their pictures to differ: in both layouts of both, a hatch has one.
func TestEqualChartsShareNoID(t *testing.T) {
	axis := report.Axis{{At: indicator.MustValue("0")}, {At: indicator.MustValue("1")}}
	c := report.Chart{Plot: report.Bars{Axis: axis, Groups: []report.BarGroup{{Rows: []report.Bar{{State: "behind", Value: axis[1]}}}}}}
	page := in(t, c, c)
	ids := regexp.MustCompile(` id=(\S+)`).FindAllStringSubmatch(page, -1)
	require.Len(t, ids, 4)
	seen := map[string]bool{}
	for _, id := range ids {
		assert.False(t, seen[id[1]], id[1])
		seen[id[1]] = true
		assert.Contains(t, page, "url(#"+id[1]+")")
	}
}

// Panels have names of their own; what the chart shows is the name of their group.
func TestPanelsAreAGroup(t *testing.T) {
	c := report.Chart{Summary: `"甲" < 乙`, Plot: report.Strips{Rows: []report.Strip{{Name: "丙"}, {Name: "丁"}}}}
	page := in(t, c)
	assert.Contains(t, page, `<div class=panels role=group aria-label="&#34;甲&#34; &lt; 乙"><svg `)
	assert.Contains(t, page, " role=img><title>丙</title>")
	assert.Contains(t, page, " role=img><title>丁</title>")
	c.Summary = ""
	assert.Contains(t, in(t, c), "<div class=panels><svg ")
	assert.Equal(t, "<figure><figcaption>空</figcaption>\n</figure>\n", in(t, report.Chart{Caption: "空", Summary: "甲", Plot: report.Strips{}}), "no group without panels")
}

// A link goes by the caption of its table, so a table without one gets none.
func TestLinks(t *testing.T) {
	page := in(t, report.Table{ID: "t1"}, report.Table{ID: "t2", Caption: "表2"}, report.Chart{ID: "c", Plot: report.Strips{}, Tables: []string{"t1", "t2"}})
	assert.Contains(t, page, "<p class=n><a href=#t2>表2</a>\n</figure>")
	assert.NotContains(t, page, "href=#t1")
}
