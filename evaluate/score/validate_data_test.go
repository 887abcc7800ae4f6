package score_test

import (
	"strconv"
	"testing"

	"github.com/planeval/planeval/evaluate/score"
	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/assert"
)

func TestFaultsOfData(t *testing.T) {
	figures := []indicator.Figure{{Result: indicator.IntRatio(1, 2)}, {Result: indicator.IntRatio(1, 3)}}
	column := func(i int, change func(*score.Column)) func(*score.Data) {
		return func(d *score.Data) { change(&d.Columns[i]) }
	}
	for _, c := range []struct {
		name   string
		change func(*score.Data)
		want   []string
	}{
		{"there are no units", func(d *score.Data) {
			*d = score.Data{Columns: []score.Column{{Leaf: "v", Values: []indicator.Value{}}}}
		}, []string{"/units range"}},
		{"a unit has no code", func(d *score.Data) { d.Units[0].Code = "" }, []string{"/units/0/code required"}},
		{"a unit has no name", func(d *score.Data) { d.Units[1].Name = "" }, []string{"/units/1/name required"}},
		{"two units have one code", func(d *score.Data) { d.Units[1].Code = "a" }, []string{"/units/1/code duplicate"}},
		{"two units have one code in one period", func(d *score.Data) {
			d.Units[1].Code, d.Units[0].Period, d.Units[1].Period = "a", indicator.Year(2021), indicator.Year(2021)
		}, []string{"/units/1/code duplicate"}},
		{"one unit in two periods is none", func(d *score.Data) { d.Units[1].Code, d.Units[1].Period = "a", indicator.Year(2021) }, nil},
		{"a column of no leaf", column(0, func(c *score.Column) { c.Leaf = "z" }), []string{"/columns/0/leaf reference"}},
		{"a column of a node with children", column(0, func(c *score.Column) { c.Leaf = "n" }), []string{"/columns/0/leaf reference"}},
		{"two columns of one leaf", column(1, func(c *score.Column) { c.Leaf = "a" }), []string{"/columns/1/leaf duplicate"}},
		{"no column of a veto", func(d *score.Data) { d.Columns = d.Columns[:5] }, []string{"/columns required"}},
		{"no column of a leaf is none", func(d *score.Data) { d.Columns = d.Columns[1:] }, nil},
		{"a column without values or figures", column(0, func(c *score.Column) { c.Values = nil }), []string{"/columns/0/values required"}},
		{"a column of values and figures", column(0, func(c *score.Column) { c.Figures = figures }), []string{"/columns/0/values required"}},
		{"a value too few", column(0, func(c *score.Column) { c.Values = row("1") }), []string{"/columns/0/values range"}},
		{"a figure too many", column(0, func(c *score.Column) { c.Values, c.Figures = nil, append(figures, figures...) }), []string{"/columns/0/figures range"}},
		{"a target too few", column(2, func(c *score.Column) { c.Targets = row("1") }), []string{"/columns/2/targets range"}},
		{"a level too few", column(3, func(c *score.Column) { c.Levels = []string{"met"} }), []string{"/columns/3/levels range"}},
		{"targets of a rule that has none", column(1, func(c *score.Column) { c.Targets = row("1 2") }), []string{"/columns/1/targets conflict"}},
		{"levels of a rule that has none", column(1, func(c *score.Column) { c.Levels = []string{"met", "not"} }), []string{"/columns/1/levels conflict"}},
		{"points above the scale", column(4, func(c *score.Column) { c.Values = row("5 5.1") }), []string{"/columns/4/values/1 range"}},
		{"points below the scale", column(4, func(c *score.Column) { c.Values = row("-0.1 -") }), []string{"/columns/4/values/0 range"}},
		{"a level that does not exist", column(3, func(c *score.Column) { c.Levels[0] = "great" }), []string{"/columns/3/levels/0 reference"}},
		{"a level that does not exist without points", column(3, func(c *score.Column) { c.Levels[1] = "great" }), []string{"/columns/3/levels/1 reference"}},
		{"points outside the level that was given", column(3, func(c *score.Column) { c.Levels[0] = "not" }), []string{"/columns/3/values/0 range"}},
		{"points outside any level", column(3, func(c *score.Column) { c.Values, c.Levels = row("70 85"), nil }), []string{"/columns/3/values/0 range"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			data := goodData()
			c.change(&data)
			assert.Equal(t, c.want, told(data.Validate(goodSheet())))
		})
	}
}

// 51 leaves of 100 000 units are 5 100 000 cells.
func TestDataAreBounded(t *testing.T) {
	sheet := parent()
	sheet.Root.Weighting.Method = score.EqualWeights
	for i := range 51 {
		sheet.Root.Children = append(sheet.Root.Children, leafNode(strconv.Itoa(i), score.Rule{Kind: score.Points}))
	}
	units := func(n int) score.Data {
		data := score.Data{Units: make([]score.Unit, n)}
		for i := range data.Units {
			code := strconv.Itoa(i)
			data.Units[i] = score.Unit{Code: code, Name: code}
		}
		return data
	}
	assert.Equal(t, []string{"/units range"}, told(units(score.MostUnits).Validate(sheet)), "too many cells")
	sheet.Root.Children = sheet.Root.Children[:50]
	assert.Empty(t, units(score.MostUnits).Validate(sheet))
	sheet.Root.Children = sheet.Root.Children[:1]
	assert.Equal(t, []string{"/units range"}, told(units(score.MostUnits+1).Validate(sheet)), "too many units")
}

func TestAReferenceIsToOneUnit(t *testing.T) {
	sheet := parent(score.Node{Code: "x", Name: "x", Weight: literal("1"), Rule: &score.Rule{
		Kind: score.DistanceToTarget, Direction: indicator.Increase, Reference: "b",
	}})
	data := score.Data{Units: []score.Unit{{Code: "a", Name: "A"}}}
	assert.Equal(t, "/units: reference: got \"b\", want one unit of this code, to which the leaf x refers", data.Validate(sheet).Error())
	for _, year := range []int{2022, 2023} {
		data.Units = append(data.Units, score.Unit{Code: "b", Name: "B", Period: indicator.Year(year)})
	}
	assert.Equal(t, 1, data.Validate(sheet).Count(), "two periods of it are two units")
	data.Units = data.Units[:2]
	assert.Empty(t, data.Validate(sheet))
}
