package docx_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/planeval/planeval/report"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// columnWidths returns the widths of the first table's columns in twentieths of a point, and the style of its cells.
func columnWidths(t *testing.T, rows ...[]string) (widths []int, style string) {
	t.Helper()
	table := report.Table{Columns: make([]report.Column, len(rows[0]))}
	for _, row := range rows {
		cells := make([]report.Cell, len(row))
		for i, text := range row {
			cells[i].Text = text
		}
		table.Rows = append(table.Rows, cells)
	}
	body := parts(t, write(t, report.Document{Language: "zh-Hans", Blocks: []report.Block{table}}))["word/document.xml"]
	for _, width := range attributes(t, body, "gridCol", "w") {
		n, err := strconv.Atoi(width)
		require.NoError(t, err)
		widths = append(widths, n)
	}
	styles := attributes(t, body, "pStyle", "val")
	return widths, styles[len(styles)-2] // the last is the gap below the table
}

// The text is 8845 wide; a character of 10.5 pt is 210.
func TestWidthsOfColumns(t *testing.T) {
	long := strings.Repeat("指标说明", 10)
	word := strings.Repeat("w", 30)
	tests := []struct {
		name  string
		row   []string
		check func(t *testing.T, w []int)
		style string
	}{
		{
			name: "short cells share the room by their lengths", row: []string{"甲", "甲乙丙丁甲乙丙丁"}, style: "TableText",
			check: func(t *testing.T, w []int) { assert.Greater(t, w[1], 2*w[0]) },
		},
		{
			name: "a long text takes what figures leave, and figures are whole", row: []string{long, "95.33%", "2022年"}, style: "TableText",
			check: func(t *testing.T, w []int) {
				assert.Greater(t, w[0], 5000)
				assert.Greater(t, w[1], 160+3*210)
				assert.Greater(t, w[2], 160+3*210)
			},
		},
		{
			name: "many columns of text take smaller type", row: []string{long, long, long, long}, style: "TableTextSmall",
			check: func(t *testing.T, w []int) { assert.InDelta(t, w[0], w[3], 1) },
		},
		{
			name: "words that do not fit take the smallest type, and the longest breaks first", row: []string{word + word + word, word, "a", word}, style: "TableTextTiny",
			check: func(t *testing.T, w []int) { assert.Greater(t, w[0], 8*w[2]); assert.GreaterOrEqual(t, w[0], w[1]) },
		},
		{
			name: "an empty table", row: []string{"", "", ""}, style: "TableText",
			check: func(t *testing.T, w []int) { assert.InDelta(t, 8845/3, w[0], 1) },
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			widths, style := columnWidths(t, test.row)
			sum := 0
			for _, w := range widths {
				sum += w
			}
			assert.Equal(t, 8845, sum)
			assert.Equal(t, test.style, style)
			test.check(t, widths)
		})
	}
}

func TestTables(t *testing.T) {
	body := string(parts(t, write(t, report.Document{Blocks: []report.Block{indicators()}}))["word/document.xml"])
	assert.Contains(t, body, `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>`, "a header row that is repeated")
	assert.Equal(t, 4, strings.Count(body, `<w:cantSplit/>`), "rows that are not cut by a page's end")
	assert.Equal(t, 6, strings.Count(body, `<w:jc w:val="right"/>`), "figures at the end")
	assert.Contains(t, body, `<w:r><w:rPr><w:rStyle w:val="beyond"/><w:rFonts w:hint="eastAsia"/></w:rPr><w:t>▲</w:t></w:r>`+
		"<w:r><w:rPr><w:rStyle w:val=\"beyond\"/></w:rPr><w:t>\u00a0快于预期</w:t></w:r>", "a shape and its word on one line")
	assert.Contains(t, body, `<w:t>科技型中小企业（家）</w:t><w:br/><w:t>含入库企业</w:t>`)
}

// rowsOf returns the rows of the tables of a document as markup.
func rowsOf(t *testing.T, d report.Document) []string {
	t.Helper()
	var rows []string
	for row := range strings.SplitSeq(string(parts(t, write(t, d))["word/document.xml"]), "<w:tr>") {
		row, _, _ = strings.Cut(row, "</w:tr>")
		rows = append(rows, row)
	}
	return rows[1:]
}

// across is a row of one cell that is as wide as the text, 8845.
func across(columns, runs string) string {
	return `<w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w="8845" w:type="dxa"/>` + columns + `<w:shd w:val="clear" w:color="auto" w:fill="F3F5F8"/></w:tcPr>` +
		`<w:p><w:pPr><w:pStyle w:val="TableTextGroup"/></w:pPr>` + runs + `</w:p></w:tc>`
}

func TestGroupedTables(t *testing.T) {
	const span, header = `<w:gridSpan w:val="2"/>`, `<w:tblHeader/>`
	text := func(s string) string { return "<w:r><w:t>" + s + "</w:t></w:r>" }
	row := func(name, item, figure string) []report.Cell {
		return []report.Cell{{Text: name}, {Text: item}, {Text: figure}}
	}
	table := report.Table{
		Grouped: true, Columns: []report.Column{{Title: "对象", Align: report.Center}, {Title: "项目"}, {Title: "值", Align: report.End}},
		Rows: [][]report.Cell{row("甲", "a", "1"), row("甲", "b", "2"), row("<乙>\n&", "c", "3"), row("甲", "d", "4"), row("", "e", "5")},
	}
	table.Rows[3][0].State = "behind"
	rows := rowsOf(t, report.Document{Blocks: []report.Block{table}})
	require.Len(t, rows, 10)
	assert.Equal(t, "\n项目\n值", shown(t, []byte("<x>"+strings.ReplaceAll(rows[0], "w:", "")+"</x>")), "the title of the names is left out")
	assert.Contains(t, rows[0], header)
	assert.Equal(t, across(span, text("甲")), rows[1], "a name stands once")
	for i, want := range map[int]string{2: "\na\n1", 3: "\nb\n2", 5: "\nc\n3", 7: "\nd\n4", 9: "\ne\n5"} {
		assert.Equal(t, want, shown(t, []byte("<x>"+strings.ReplaceAll(rows[i], "w:", "")+"</x>")))
		assert.Equal(t, 1, strings.Count(rows[i], `<w:jc w:val="right"/>`), "the last column alone")
	}
	assert.Equal(t, across(span, `<w:r><w:t>&lt;乙&gt;</w:t><w:br/><w:t>&amp;</w:t></w:r>`), rows[4])
	assert.Equal(t, across(span, `<w:r><w:rPr><w:rStyle w:val="short"/><w:rFonts w:hint="eastAsia"/></w:rPr><w:t>▼</w:t></w:r>`+
		"<w:r><w:rPr><w:rStyle w:val=\"short\"/></w:rPr><w:t>\u00a0甲</w:t></w:r>"), rows[6], "again, as others stand between, and with its state")
	assert.Equal(t, across(span, ""), rows[8], "a group without a name")

	table.Columns, table.Rows = table.Columns[:2], [][]report.Cell{{{Text: "甲"}, {Text: "a"}}}
	rows = rowsOf(t, report.Document{Blocks: []report.Block{table}})
	require.Len(t, rows, 3)
	assert.Equal(t, across("", text("甲")), rows[1], "one column below the names")
	table.Rows = nil
	assert.Len(t, rowsOf(t, report.Document{Blocks: []report.Block{table}}), 1, "without rows")
}

// A name stays on the page of its first row, in type of the captions.
func TestNamesOfGroupsStayWithTheirRows(t *testing.T) {
	for _, language := range []string{"zh-Hans", "en"} {
		styles := string(parts(t, write(t, report.Document{Language: language}))["word/styles.xml"])
		for id, size := range map[string]string{"TableTextGroup": "21", "TableTextSmallGroup": "18", "TableTextTinyGroup": "15"} {
			style := styleOf(t, styles, id)
			assert.Contains(t, style, `<w:pPr><w:keepNext/>`)
			if language == "zh-Hans" {
				assert.Contains(t, style, `w:eastAsia="黑体"`)
				assert.Contains(t, style, `<w:sz w:val="`+size+`"/>`)
			} else {
				assert.Contains(t, style, `<w:b/>`)
			}
		}
	}
}

// The names of groups take no width from the columns.
func TestWidthsOfColumnsBelowNames(t *testing.T) {
	table := report.Table{Grouped: true, Columns: make([]report.Column, 3), Rows: [][]report.Cell{{{Text: strings.Repeat("很长的名称", 20)}, {Text: "甲乙"}, {Text: "丙丁"}}}}
	widths := attributes(t, parts(t, write(t, report.Document{Language: "zh-Hans", Blocks: []report.Block{table}}))["word/document.xml"], "gridCol", "w")
	assert.Equal(t, []string{"4422", "4423"}, widths)
}

// Tiles stand up to five in a row, and more in rows of equal widths, of which the last may have fewer.
func TestTiles(t *testing.T) {
	for n, want := range map[int][]int{1: {1}, 5: {5}, 6: {3, 3}, 7: {4, 3}, 11: {4, 4, 3}} {
		items := make([]report.Tile, n)
		for i := range items {
			items[i].Figure = "8"
		}
		body := string(parts(t, write(t, report.Document{Blocks: []report.Block{report.Tiles{Items: items}}}))["word/document.xml"])
		var got []int
		for _, row := range strings.Split(body, "<w:tr>")[1:] {
			got = append(got, strings.Count(row, "<w:t>8</w:t>"))
			assert.Equal(t, want[0], strings.Count(row, "<w:tc>"))
		}
		assert.Equal(t, want, got, "%d tiles", n)
		assert.Equal(t, 1, strings.Count(body, "<w:tbl>"))
		assert.Empty(t, strings.Trim(dense(shown(t, []byte(body))), "8"), "no state, no shape")
	}
	assert.NotContains(t, string(parts(t, write(t, report.Document{Blocks: []report.Block{report.Tiles{}}}))["word/document.xml"]), "<w:tbl>")
}

// chartWidths returns the widths of the columns of a chart in twentieths of a point.
func chartWidths(t *testing.T, language string, c report.Chart) []int {
	t.Helper()
	var widths []int
	for _, width := range attributes(t, parts(t, write(t, report.Document{Language: language, Blocks: []report.Block{c}}))["word/document.xml"], "gridCol", "w") {
		n, err := strconv.Atoi(width)
		require.NoError(t, err)
		widths = append(widths, n)
	}
	return widths
}

// A digit of 9 pt is 90 wide, a slash at least 50, and 160 are the margins of a cell: a pair of numbers has room, for which
// the picture beside it gives way.
func TestNumbersOfBulletsAreWhole(t *testing.T) {
	c := bullets()
	c.Tables = nil
	before := chartWidths(t, "zh-Hans", c)
	plot := c.Plot.(report.Bullets)
	plot.Rows[0].Values, plot.Rows[0].Name = "26100000000/45000000000", strings.Repeat("长名称", 20)
	plot.Rows[0].Verdict, plot.Rows[0].Period = "不判定（缺基期值）", "2021年至2022年"
	after := chartWidths(t, "zh-Hans", c)
	assert.Greater(t, after[3], 22*90+50+160)
	assert.Less(t, after[1], before[1])
	body := string(parts(t, write(t, report.Document{Blocks: []report.Block{c}}))["word/document.xml"])
	assert.Contains(t, body, "<w:t>26100000000/45000000000</w:t>")
}

// A pair of numbers that has no room breaks after the slash.
func TestLongNumbersBreakAfterTheSlash(t *testing.T) {
	c := bullets()
	c.Tables = nil
	n := strings.Repeat("1", 40)
	c.Plot.(report.Bullets).Rows[0].Values = n + "/" + n
	body := string(parts(t, write(t, report.Document{Blocks: []report.Block{c}}))["word/document.xml"])
	assert.Contains(t, body, "<w:t>"+n+"/</w:t><w:br/><w:t>"+n+"</w:t>")
}

// The words of a grid of many columns are whole: ○ 牵头 2 takes at least 4 characters of 7.5 pt, which are 150 wide, and
// Industrialisation 7.1 of bold type of 7 pt; the margins of cells in the smallest type are 100.
func TestCellsOfGridsAreWhole(t *testing.T) {
	p := report.Grid{Columns: []report.Column{{Title: "重点任务"}}, Rows: [][]report.Cell{{{Text: strings.Repeat("任务名称", 10)}}}}
	for range 8 {
		p.Columns = append(p.Columns, report.Column{Title: "政策法规与创新促进科", Align: report.Center})
		p.Rows[0] = append(p.Rows[0], report.Cell{Text: "牵头 2", State: "unknown"})
	}
	for _, width := range chartWidths(t, "zh-Hans", report.Chart{Plot: p})[1:] {
		assert.Greater(t, width, 4*150+100)
	}
	for i, title := range []string{
		"Policy, Regulation and Innovation Promotion Section", "Planning and Resource Allocation Section", "Science and Technology Cooperation Section",
		"High-Tech Development and Industrialisation Section", "Rural and Social Development Section", "Talent and Achievements Section",
		"Foreign Experts Service Section", "Municipal Science and Technology Development Centre",
	} {
		p.Columns[i+1].Title, p.Rows[0][i+1].Text = title, "leads 2"
	}
	p.Columns[0].Title, p.Rows[0][0].Text = "Key task", "Task 5 Strengthen enterprises as the main force of innovation"
	assert.Greater(t, chartWidths(t, "en", report.Chart{Plot: p})[4], 71*14+100)
}

// A title that is too long for a line is broken after the name of the plan or before a subtitle.
func TestLongTitles(t *testing.T) {
	for title, want := range map[string]string{
		"《淄博市“十四五”科技创新规划》后评估报告": `<w:t>《淄博市“十四五”科技创新规划》</w:t><w:br/><w:t>后评估报告</w:t>`,
		"《规划》后评估报告":             `<w:t>《规划》后评估报告</w:t>`,
		strings.Repeat("长", 30): `<w:t>` + strings.Repeat("长", 30) + `</w:t>`,
	} {
		assert.Contains(t, string(parts(t, write(t, report.Document{Title: title}))["word/document.xml"]), want)
	}
}

// A paragraph before a list stays on its page.
func TestParagraphsBeforeLists(t *testing.T) {
	found := parts(t, write(t, report.Document{Blocks: []report.Block{report.Paragraph{Text: "如下："}, report.List{Items: []report.Paragraph{{Text: "甲"}}}}}))
	assert.Contains(t, string(found["word/document.xml"]), `<w:pStyle w:val="ListLead"/></w:pPr><w:r><w:t>如下：</w:t>`)
	assert.Contains(t, styleOf(t, string(found["word/styles.xml"]), "ListLead"), `<w:keepNext/>`)
}

// The number of a page is at the outer side, between dashes in Chinese.
func TestFooters(t *testing.T) {
	found := parts(t, write(t, report.Document{Language: "zh-Hans"}))
	assert.Equal(t, "\n— 1 —", shown(t, found["word/footer1.xml"]))
	assert.Contains(t, string(found["word/footer1.xml"]), `<w:ind w:rightChars="100" w:right="280"/><w:jc w:val="right"/>`)
	assert.Contains(t, string(found["word/footer2.xml"]), `<w:ind w:leftChars="100" w:left="280"/><w:jc w:val="left"/>`)
	assert.Contains(t, string(found["word/settings.xml"]), `<w:evenAndOddHeaders/>`)
	assert.Equal(t, "\n1", shown(t, parts(t, write(t, report.Document{Language: "en"}))["word/footer1.xml"]))
}

// A table of twelve columns in English has no word in two: of bold Times New Roman of 7 pt, which are 140 wide, Department
// takes 5.1 and Completion 4.9; the margins of cells are 100.
func TestWordsOfWideTablesAreWhole(t *testing.T) {
	table := report.Table{}
	for _, title := range []string{
		"Department", "Tasks led", "Tasks supported", "Completed", "On schedule", "Delayed", "Not started", "Adjusted", "Not stated", "Figures", "Completion", "Self-assessment",
	} {
		table.Columns = append(table.Columns, report.Column{Title: title})
	}
	table.Rows = [][]report.Cell{{
		{Text: "General Office"}, {Text: "0"}, {Text: "0"}, {Text: "0"}, {Text: "0"}, {Text: "0"}, {Text: "0"}, {Text: "0"}, {Text: "0"}, {Text: "0"},
		{Text: "not applicable"}, {Text: "returned (July 2023)", State: "met"},
	}}
	body := parts(t, write(t, report.Document{Language: "en", Blocks: []report.Block{table}}))["word/document.xml"]
	widths := attributes(t, body, "gridCol", "w")
	for column, least := range map[int]int{0: 51*14 + 100, 10: 49*14 + 100} {
		width, err := strconv.Atoi(widths[column])
		require.NoError(t, err)
		assert.GreaterOrEqual(t, width, least, table.Columns[column].Title)
	}
	assert.Contains(t, string(body), `<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="50" w:type="dxa"/>`)
}
