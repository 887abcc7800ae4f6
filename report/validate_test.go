package report

import (
	"testing"

	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/assert"
)

func TestDocumentsThatCannotBeLaidOutHaveFaults(t *testing.T) {
	axis := Axis{{At: v("0")}, {At: v("1")}}
	heads := make([]string, 6)
	for _, test := range []struct {
		name  string
		block Block
		want  []string
	}{
		{"a paragraph, list, tiles and table are whole", Table{ID: "t", Columns: make([]Column, 2), Rows: [][]Cell{make([]Cell, 2)}}, nil},
		{"a row has a cell too many", Table{Columns: make([]Column, 2), Rows: [][]Cell{make([]Cell, 2), make([]Cell, 3)}}, []string{"/blocks/0/rows/1 range 3: 2 cells"}},
		{"groups of rows with nothing beside their names", Table{Columns: make([]Column, 1), Grouped: true}, []string{"/blocks/0/columns range 1: two columns or more, as the first names groups"}},
		{"an ID has a blank", Table{ID: "a b"}, []string{"/blocks/0/id text a b: a-z, 0-9, - and . alone"}},
		{"no block", nil, []string{"/blocks/0 enum <nil>: a Paragraph, List, Table, Tiles or Chart"}},
		{"no plot", Chart{}, []string{"/blocks/0/plot enum <nil>: Bullets, Trajectories, Bars, a Grid or Strips"}},
		{"a chart of a table that is not there", Chart{Plot: Strips{}, Tables: []string{"t"}}, []string{"/blocks/0/tables/0 reference t: the ID of a table of the document"}},
		{"an axis of one tick", Chart{Plot: Bullets{Columns: heads, Axis: axis[:1]}}, []string{"/blocks/0/plot/axis range 1: two ticks or more"}},
		{"an axis that turns round", Chart{Plot: Bars{Axis: Axis{axis[1], axis[0]}}}, []string{"/blocks/0/plot/axis/1/at order 0: a number above that of the tick before"}},
		{"a tick without a place", Chart{Plot: Bars{Axis: Axis{axis[0], {}}}}, []string{"/blocks/0/plot/axis/1/at required : a number"}},
		{"bullets without headings", Chart{Plot: Bullets{Axis: axis}}, []string{"/blocks/0/plot/columns range 0: 6 headings"}},
		{"a trajectory without an axis", Chart{Plot: Trajectories{Panels: []Trajectory{{Across: axis}}}}, []string{"/blocks/0/plot/panels/0/up range 0: two ticks or more"}},
		{"bars with unlike remarks", Chart{Plot: Bars{Axis: axis, Groups: []BarGroup{{Rows: []Bar{{Remarks: []string{"a"}}, {}}}}}}, []string{"/blocks/0/plot/groups/0/rows/1/remarks range 0: 1 remarks"}},
		{"bars with more headings than remarks", Chart{Plot: Bars{Axis: axis, Columns: make([]string, 4), Groups: []BarGroup{{Rows: []Bar{{}}}}}}, []string{"/blocks/0/plot/groups/0/rows/0/remarks range 0: 1 remarks"}},
		{"a grid without columns", Chart{Plot: Grid{Rows: [][]Cell{{{}}}}}, []string{"/blocks/0/plot/columns required : the column of the names of the rows", "/blocks/0/plot/rows/0 range 1: 0 cells"}},
		{"a strip of less than nothing", Chart{Plot: Strips{Rows: []Strip{{Parts: []StripPart{{Count: -1}}}}}}, []string{"/blocks/0/plot/rows/0/parts/0/count range -1: 0 or more"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			assert.Equal(t, test.want, faultLines(Document{Blocks: []Block{test.block}}.Validate()))
		})
	}
	assert.Equal(t, []string{"/sections/0/part enum 4: Chapter, Front, Annex or Appendix"}, faultLines(Document{Sections: []Section{{Part: 4}}}.Validate()))
	assert.Equal(t, []string{"/blocks/1/tables/0 reference : the ID of a table of the document"},
		faultLines(Document{Blocks: []Block{Table{}, Chart{Plot: Strips{}, Tables: []string{""}}}}.Validate()), "a table without an ID is none that a chart can name")
	d := Document{Sections: []Section{{ID: "a", Sections: []Section{{ID: "a"}}}, {ID: "../x", Blocks: []Block{Paragraph{}, List{}, Tiles{}}}}}
	assert.Equal(t, []string{"/sections/0/sections/0/id duplicate a: an ID of its own", "/sections/1/id text ../x: a-z, 0-9, - and . alone"}, faultLines(d.Validate()))
}

func TestRowsAreGroupedByTheirFirstCells(t *testing.T) {
	row := func(group, text string) []Cell { return []Cell{{Text: group}, {Text: text}} }
	table := Table{Grouped: true, Rows: [][]Cell{row("a", "1"), row("a", "2"), row("b", "3"), row("a", "4"), {{Text: "a", State: "met"}, {Text: "5"}}}}
	var groups []string
	for rows := range table.Groups() {
		group := rows[0][0].Text + ":"
		for _, r := range rows {
			group += r[1].Text
		}
		groups = append(groups, group)
	}
	assert.Equal(t, []string{"a:12", "b:3", "a:4", "a:5"}, groups, "neighbours alone, and of the same state")
	for rows := range table.Groups() {
		assert.Len(t, rows, 2, "a caller may stop at the first group")
		break
	}
	table.Columns = []Column{{Title: "group"}, {Title: "text"}}
	assert.Equal(t, []Column{{Title: "text"}}, table.Shown())
	table.Grouped = false
	assert.Len(t, table.Shown(), 2)
	assert.Empty(t, Table{Grouped: true}.Shown())
	for range (Table{}).Groups() {
		t.Error("a table without rows has no group")
	}
}

func faultLines(faults indicator.Faults) []string {
	var lines []string
	for _, f := range faults {
		lines = append(lines, f.Path+" "+string(f.Rule)+" "+f.Value+": "+f.Want)
	}
	return lines
}
