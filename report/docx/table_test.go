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
		`<w:r><w:rPr><w:rStyle w:val="beyond"/></w:rPr><w:t xml:space="preserve"> 快于预期</w:t></w:r>`)
	assert.Contains(t, body, `<w:t>科技型中小企业（家）</w:t><w:br/><w:t>含入库企业</w:t>`)
}

// Tiles stand up to five in a row, and more are shared out evenly.
func TestTiles(t *testing.T) {
	for n, want := range map[int][]int{1: {1}, 5: {5}, 6: {3, 3}, 7: {3, 4}, 11: {3, 4, 4}} {
		items := make([]report.Tile, n)
		body := string(parts(t, write(t, report.Document{Blocks: []report.Block{report.Tiles{Items: items}}}))["word/document.xml"])
		var got []int
		for _, table := range strings.Split(body, "<w:tbl>")[1:] {
			got = append(got, strings.Count(table, "<w:tc>"))
		}
		assert.Equal(t, want, got, "%d tiles", n)
	}
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
