package docx_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/planeval/planeval/report"
	"github.com/stretchr/testify/assert"
)

// keptRows returns for each row of the tables of a document, without headers, "k" where it stays on the page of the next
// row, "." where it does not, and "N" for the name of a group, which stays by its style.
func keptRows(t *testing.T, b report.Block) string {
	t.Helper()
	var kept strings.Builder
	for _, row := range rowsOf(t, report.Document{Language: "zh-Hans", Blocks: []report.Block{b}}) {
		paragraphs := strings.Count(row, "<w:p>")
		switch n := strings.Count(row, `"/><w:keepNext/>`); {
		case strings.Contains(row, "<w:tblHeader/>"):
		case strings.Contains(row, `Group"/>`):
			kept.WriteByte('N')
		case n == 0:
			kept.WriteByte('.')
		default:
			kept.WriteByte('k')
			assert.Equal(t, paragraphs, n, "all paragraphs of a row, or none")
		}
	}
	return kept.String()
}

// A page has room for 12756, of which rows that stay together take three quarters; a row of one line takes 21 × 13 + 60.
func TestRowsOfTablesThatStayTogether(t *testing.T) {
	const fits, more = 28, 29
	// table has a group of rows for each of the sizes, all with a text.
	table := func(grouped bool, text string, groups ...int) report.Table {
		result := report.Table{Grouped: grouped, Columns: []report.Column{{Title: "组"}, {Title: "甲"}, {Title: "乙", Align: report.End}}}
		for i, n := range groups {
			for range n {
				result.Rows = append(result.Rows, []report.Cell{{Text: fmt.Sprint(i)}, {Text: text}, {Text: "1"}})
			}
		}
		return result
	}
	again := strings.Repeat
	for _, test := range []struct {
		name  string
		table report.Table
		want  string
	}{
		{"a table of eight rows", table(false, "甲", 8), "kkkkkkk."},
		{"a table of nine rows", table(false, "甲", 9), "........."},
		{"eight rows that have no room on a page", table(false, again("甲", 300), 8), "........"},
		{"one row", table(false, "甲", 1), "."},
		{"no rows", table(false, "甲"), ""},
		{"groups", table(true, "甲", 3, 2, 1, 4), "Nkk.Nk.N.Nkkk."},
		{"groups of a short table", table(true, "甲", 3, 1, 4), "NkkkNkNkkk."},
		{"a group for which a page has room", table(true, "甲", fits, 2), "N" + again("k", fits-1) + ".Nk."},
		{"a group for which a page has none", table(true, "甲", more, 2), "N" + again(".", more) + "Nk."},
		{"a group of long texts for which a page has none", table(true, again("甲", 300), 10), "N.........."},
		{"a group of many lines for which a page has none", table(true, again("甲\n", 9), 10), "N.........."},
	} {
		assert.Equal(t, test.want, keptRows(t, test.table), test.name)
	}
}

// Pictures of bars take 294, panels 1332, and strips of 120 squares 1542.
func TestRowsOfChartsThatStayTogether(t *testing.T) {
	again := strings.Repeat
	axis := report.Axis{at("0", "0"), at("100", "100")}
	bullets := func(n int, name string) report.Plot {
		p := report.Bullets{Columns: make([]string, 6), Axis: axis}
		for range n {
			p.Rows = append(p.Rows, report.Bullet{Name: name, Attainment: at("50", "50%")})
		}
		return p
	}
	bars := func(n int) report.Plot {
		group := report.BarGroup{Title: "组"}
		for range n {
			group.Rows = append(group.Rows, report.Bar{Name: "甲", Value: at("50", "50%")})
		}
		return report.Bars{Axis: axis, Bounds: []report.Point{at("70", "合格")}, Groups: []report.BarGroup{group, group}}
	}
	panels := func(n int) report.Plot {
		p := trajectories().Plot.(report.Trajectories)
		return report.Trajectories{Panels: append([]report.Trajectory{}, times(p.Panels[0], n)...)}
	}
	strips := func(n int) report.Plot {
		return report.Strips{Rows: times(report.Strip{Name: "甲", Parts: []report.StripPart{{Count: 120, Text: "120项"}}}, n)}
	}
	grid := func(n int) report.Plot {
		return report.Grid{Columns: make([]report.Column, 2), Rows: times([]report.Cell{{Text: "甲"}, {Text: "正常", State: "on-schedule"}}, n)}
	}
	for _, test := range []struct {
		name string
		plot report.Plot
		want string
	}{
		{"bullets and their axis", bullets(6, "甲"), "kkkkkk."},
		{"many bullets: the last stays above the axis", bullets(40, "甲"), again(".", 39) + "k."},
		{"bullets of long names", bullets(9, again("甲", 200)), again(".", 8) + "k."},
		{"bars between labels", bars(3), "kkkkkkkkk."},
		{"many bars: labels and titles stay above them", bars(20), "kk" + again(".", 20) + "k" + again(".", 19) + "k."},
		{"seven panels", panels(7), "kkkkkk."},
		{"eight panels", panels(8), "........"},
		{"six strips", strips(6), "kkkkk."},
		{"seven strips", strips(7), "......."},
		{"a grid of more rows than a short table", grid(20), again("k", 19) + "."},
		{"a long grid", grid(40), again(".", 40)},
		{"nothing", report.Strips{}, ""},
	} {
		assert.Equal(t, test.want, keptRows(t, report.Chart{Plot: test.plot}), test.name)
	}
}

// times returns a row n times.
func times[T any](row T, n int) []T {
	rows := make([]T, n)
	for i := range rows {
		rows[i] = row
	}
	return rows
}

// A header row, a caption and a legend stay on the page of the first row, by their styles.
func TestWhatStandsAboveRowsStaysWithThem(t *testing.T) {
	styles := string(parts(t, write(t, report.Document{}))["word/styles.xml"])
	for _, id := range []string{"Caption", "Legend", "TableTextHead", "TableTextSmallHead", "TableTextTinyHead"} {
		assert.Contains(t, styleOf(t, styles, id), `<w:pPr><w:keepNext/>`, id)
	}
}

// A line of running text holds 28 characters, and the first one 26.
func TestLinesBelowHeadings(t *testing.T) {
	line := func(text string) report.Block { return report.Paragraph{Text: text} }
	section := func(blocks ...report.Block) report.Section { return report.Section{Title: "标题", Blocks: blocks} }
	long := strings.Repeat("长", 26)
	for _, test := range []struct {
		name    string
		section report.Section
		kept    []string // texts
	}{
		{"a line above a paragraph", section(line("牵头单位：科技局。"), line("乙")), []string{"牵头单位：科技局。"}},
		{"a line above a table", section(line("甲"), indicators()), []string{"甲"}},
		{"as long as a line", section(line(long), line("乙")), []string{long}},
		{"longer than a line", section(line(long+"长"), line("乙")), nil},
		{"two lines", section(line("甲\n乙"), line("丙")), nil},
		{"all that there is", section(line("甲")), nil},
		{"a line above another section", report.Section{Title: "标题", Blocks: []report.Block{line("甲")}, Sections: []report.Section{section(line("乙"))}}, []string{"甲"}},
		{"below no heading", report.Section{Blocks: []report.Block{line("甲"), line("乙")}}, nil},
		{"an emphasised lead counts", section(report.Paragraph{Lead: "长", Text: long}, line("乙")), nil},
	} {
		body := string(parts(t, write(t, report.Document{Language: "zh-Hans", Sections: []report.Section{test.section}}))["word/document.xml"])
		assert.Equal(t, len(test.kept), strings.Count(body, `"BodyText"/><w:keepNext/>`), test.name)
		for _, text := range test.kept {
			assert.Contains(t, body, `"BodyText"/><w:keepNext/></w:pPr><w:r><w:t>`+text, test.name)
		}
	}
}
