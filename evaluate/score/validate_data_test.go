package score_test

import (
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
			d.Units = nil
			for i := range d.Columns {
				d.Columns[i].Values, d.Columns[i].Levels = []indicator.Value{}, nil
			}
		}, []string{"/units range"}},
		{"a unit has no code", func(d *score.Data) { d.Units[0].Code = "" }, []string{"/units/0/code required"}},
		{"a unit has no name", func(d *score.Data) { d.Units[1].Name = "" }, []string{"/units/1/name required"}},
		{"two units have one code", func(d *score.Data) { d.Units[1].Code = "a" }, []string{"/units/1/code duplicate"}},
		{"two units have one code in one period", func(d *score.Data) {
			d.Units[1].Code, d.Units[0].Period, d.Units[1].Period = "a", indicator.Year(2021), indicator.Year(2021)
		}, []string{"/units/1/code duplicate"}},
		{"one unit in two periods is none", func(d *score.Data) {
			d.Units[1].Code, d.Units[0].Period, d.Units[1].Period = "a", indicator.Year(2020), indicator.Year(2021)
		}, nil},
		{"the first unit has a period and the second none", func(d *score.Data) { d.Units[0].Period = indicator.Year(2021) }, []string{"/units/1/period conflict"}},
		{"the second unit has a period and the first none", func(d *score.Data) { d.Units[1].Period = indicator.Year(2021) }, []string{"/units/1/period conflict"}},
		{"one period is a year and another a month", func(d *score.Data) {
			d.Units[0].Period, d.Units[1].Period = indicator.Year(2021), indicator.MustPeriod("2021-06")
		}, []string{"/units/1/period conflict"}},
		{"a column of no leaf", column(0, func(c *score.Column) { c.Leaf = "z" }), []string{"/columns/0/leaf reference", "/columns required"}},
		{"a column of a node with children", column(0, func(c *score.Column) { c.Leaf = "n" }), []string{"/columns/0/leaf reference", "/columns required"}},
		{"two columns of one leaf", column(1, func(c *score.Column) { c.Leaf = "a" }), []string{"/columns/1/leaf duplicate", "/columns required"}},
		{"no column of a veto", func(d *score.Data) { d.Columns = d.Columns[:5] }, []string{"/columns required"}},
		{"no column of a leaf", func(d *score.Data) { d.Columns = d.Columns[1:] }, []string{"/columns required"}},
		{"no column of a bonus", func(d *score.Data) { d.Columns = append(d.Columns[:4], d.Columns[5]) }, []string{"/columns required"}},
		{"a column without values or figures", column(0, func(c *score.Column) { c.Values = nil }), []string{"/columns/0/values required"}},
		{"a column of values and figures", column(0, func(c *score.Column) { c.Figures = figures }), []string{"/columns/0/values required"}},
		{"a value too few", column(0, func(c *score.Column) { c.Values = row("1") }), []string{"/columns/0/values range"}},
		{"a figure too many", column(0, func(c *score.Column) { c.Values, c.Figures = nil, append(figures, figures...) }), []string{"/columns/0/figures range"}},
		{"a target too few", column(2, func(c *score.Column) { c.Targets = row("1") }), []string{"/columns/2/targets range"}},
		{"a level too few", column(3, func(c *score.Column) { c.Levels = []string{"met"} }), []string{"/columns/3/levels range"}},
		{"targets beside figures", column(2, func(c *score.Column) { c.Values, c.Figures, c.Targets = nil, figures, row("1 2") }), []string{"/columns/2/targets conflict"}},
		{"figures of a leaf that is judged", column(3, func(c *score.Column) { c.Values, c.Levels, c.Figures = nil, nil, figures }), []string{"/columns/3/figures/0 conflict", "/columns/3/figures/1 conflict"}},
		{"figures in per cent of a leaf of points", column(4, func(c *score.Column) {
			c.Values, c.Figures = nil, []indicator.Figure{{Formula: indicator.FormulaAttainment, Result: indicator.IntRatio(1, 2)}, figures[1]}
		}), []string{"/columns/4/figures/0 conflict"}},
		{"figures of a leaf of points below the scale", column(4, func(c *score.Column) {
			c.Values, c.Figures = nil, []indicator.Figure{{Result: indicator.IntRatio(-1, 2)}, figures[1]}
		}), []string{"/columns/4/figures/0 range"}},
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

// What is missing is named, and what is wrong with a level says which there are.
func TestAFaultOfDataSaysWhatIsWanted(t *testing.T) {
	data := goodData()
	data.Columns = append(data.Columns[1:3], data.Columns[4:]...)
	assert.Equal(t, `/columns: required: got "a", want a column for this leaf, with null where nothing was observed
/columns: required: got "l", want a column for this leaf, with null where nothing was observed`, data.Validate(goodSheet()).Error())
	data = goodData()
	data.Columns[3].Levels[0] = "great"
	assert.Equal(t, `/columns/3/levels/0: reference: got "great", want one of met, not`, data.Validate(goodSheet()).Error())
	data = goodData()
	data.Columns[1].Values = row("3")
	assert.Equal(t, `/columns/1/values: range: got "1", want 2 values, one for each unit`, data.Validate(goodSheet()).Error())
	data = goodData()
	data.Columns = data.Columns[:5]
	assert.Equal(t, `/columns: required: got "v", want a column for this veto`, data.Validate(goodSheet()).Error())
}

func TestARuleThatMeasuresATargetNeedsOne(t *testing.T) {
	bands := []score.Band{{AtLeast: literal("1"), Points: literal("10")}, {Points: literal("0")}}
	figures := []indicator.Figure{{Formula: indicator.FormulaAttainment, Result: indicator.IntRatio(1, 2)}, {Formula: indicator.FormulaAttainment}}
	for _, rule := range []score.Rule{{Kind: score.Attainment, Direction: more}, {Kind: score.Banded, Direction: less, Bands: bands}} {
		data := rowData("1 2")
		assert.Equal(t, []string{"/columns/0/targets required"}, told(data.Validate(leafSheet(rule))), rule.Kind)
		data.Columns[0].Targets = row("1 -")
		assert.Empty(t, data.Validate(leafSheet(rule)), "each unit may have its own, and one may have none")
		data.Columns[0].Targets = nil
		own := rule
		own.Target = literal("3")
		assert.Empty(t, data.Validate(leafSheet(own)), "the rule may have one")
		data.Columns[0].Values, data.Columns[0].Figures = nil, figures
		assert.Empty(t, data.Validate(leafSheet(rule)), "figures may be attainments already")
	}
	assert.Empty(t, rowData("1 2").Validate(leafSheet(score.Rule{Kind: score.Banded, Bands: bands})), "bands of the value itself have none")
}

// The level above begins at 80, so "fair" ends below it.
func TestALevelThatEndsBelowItsHigh(t *testing.T) {
	sheet := leafSheet(score.Rule{Kind: score.Levels, Levels: []score.Level{
		{Name: "good", Low: literal("80"), High: literal("100")}, {Name: "fair", Low: literal("60"), High: literal("80"), Below: true},
	}})
	data := rowData("80 80 79.9 60")
	data.Columns[0].Levels = []string{"good", "fair", "fair", "fair"}
	assert.Equal(t, []string{"/columns/0/values/1 range"}, told(data.Validate(sheet)))
	data.Columns[0].Levels = nil
	assert.Empty(t, data.Validate(sheet), "points at the bound are those of the level above")
}

func TestAReferenceIsToOneUnit(t *testing.T) {
	sheet := parent(score.Node{Code: "x", Name: "x", Weight: literal("1"), Rule: &score.Rule{
		Kind: score.DistanceToTarget, Direction: indicator.Increase, Reference: "b",
	}})
	data := rowData("1")
	assert.Equal(t, "/units: reference: got \"b\", want one unit of this code, to which the leaf x refers", data.Validate(sheet).Error())
	data = score.Data{Units: unitsOf(t, "a@2022 b@2022 b@2023"), Columns: []score.Column{{Leaf: "x", Values: row("1 2 3")}}}
	assert.Equal(t, []string{"/units reference"}, told(data.Validate(sheet)), "two periods of it are two units")
	data.Units, data.Columns[0].Values = data.Units[:2], row("1 2")
	assert.Empty(t, data.Validate(sheet))
}

func TestAVetoIsOnOneNumber(t *testing.T) {
	sheet := parent(pointed("x", "100"))
	sheet.Grades = score.BudgetGrades()
	other := score.From{Path: "/tasks", Formula: indicator.FormulaTasksLed}
	sheet.Vetoes = []score.Veto{{Code: "x", Name: "x", AtLeast: literal("50"), Grade: "中", From: other}}
	assert.Equal(t, `/vetoes/0/from: conflict: got "/tasks", want the figure of x, which has this code already, or none`, sheet.Validate().Error())
	sheet.Vetoes[0].Code = "v"
	sheet.Vetoes = append(sheet.Vetoes, score.Veto{Code: "v", Name: "v", AtMost: literal("90"), Grade: "中"})
	assert.Empty(t, sheet.Validate(), "the second veto is on the number of the first")
	data := columnsData("x", "60", "v", "70")
	data.Columns[1].Targets = data.Columns[1].Values
	assert.Equal(t, `/columns/1: conflict: got "v", want no targets and no levels: a veto looks at values alone`, data.Validate(sheet).Error())
}

func TestTheWorkingOfAValueBeyondAnEndNamesTheValue(t *testing.T) {
	goalposts := score.Rule{Kind: score.Goalposts, Direction: more, Low: literal("20"), High: literal("40")}
	w := evaluateExact(t, leafSheet(goalposts), rowData("55")).Working(0, "x")
	assert.True(t, w.Ended)
	assert.Equal(t, "55 40 100", worded(w.Value)+" "+worded(w.End)+" "+worded(w.Result))
}
