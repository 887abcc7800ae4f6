package score_test

import (
	"strconv"
	"testing"

	"github.com/planeval/planeval/evaluate/score"
	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// sized is a sheet of so many leaves of a rule below its root, weighted equally, and data of so many units, all without a value.
func sized(leaves, units int, rule score.Rule) (score.Sheet, score.Data) {
	sheet := parent()
	sheet.Root.Weighting.Method = score.EqualWeights
	data := score.Data{Units: make([]score.Unit, units)}
	for i := range data.Units {
		code := strconv.Itoa(i)
		data.Units[i] = score.Unit{Code: code, Name: code}
	}
	for i := range leaves {
		sheet.Root.Children = append(sheet.Root.Children, leafNode(strconv.Itoa(i), rule))
		data.Columns = append(data.Columns, score.Column{Leaf: strconv.Itoa(i), Values: make([]indicator.Value, units)})
	}
	return sheet, data
}

func TestDataAreBounded(t *testing.T) {
	points := score.Rule{Kind: score.Points}
	compared := score.Rule{Kind: score.MinMax, Direction: more}
	brought := func(count int) score.Rule {
		return score.Rule{Kind: score.Points, Outliers: score.Outliers{Count: count}}
	}
	for _, c := range []struct {
		name          string
		leaves, units int
		rule          score.Rule
		want          string
	}{
		{"as many cells as there may be", 20, 100_000, points, ""},
		{"a leaf more", 21, 100_000, points, `/units: range: got "2100000", want at most 2000000 units times leaves, where one with targets of the units counts four times`},
		{"as many units as there may be", 1, 100_000, points, ""},
		{"a unit more", 1, 100_001, points, `/units: range: got "100001", want 1 to 100000 units`},
		{"units times the square of the leaves at the limit", 1_000, 50, compared, ""},
		{"units times the square of the leaves beyond it", 1_000, 51, compared, `/units: range: got "51", want at most 50 units for 1000 leaves`},
		{"outliers of units at the limit", 1, 12_500, brought(20), ""},
		{"outliers of units beyond it", 1, 12_501, brought(20), `/units: range: got "12501", want at most 250000 units times outliers that may be brought in, of all leaves`},
		{"outliers of several leaves at the limit", 4, 12_500, brought(5), ""},
		{"outliers of several leaves beyond it", 5, 12_500, brought(5), `/units: range: got "12500", want at most 250000 units times outliers that may be brought in, of all leaves`},
	} {
		t.Run(c.name, func(t *testing.T) {
			sheet, data := sized(c.leaves, c.units, c.rule)
			require.Empty(t, sheet.Validate())
			if faults := data.Validate(sheet); c.want == "" {
				assert.Empty(t, faults)
			} else {
				assert.EqualError(t, faults, c.want)
			}
		})
	}
}

// 1,000 units are 500,000 pairs, so 199 children, and not 200, stay within 100,000,000. Of two periods they are half as many.
func TestPairsThatAreComparedAreBoundedOverAllNodes(t *testing.T) {
	two := func(first, second int) score.Sheet {
		sheet := parent()
		sheet.Root.Weighting.Method = score.EqualWeights
		next := 0
		for k, leaves := range []int{first, second} {
			n := score.Node{Code: "n" + strconv.Itoa(k), Name: "N", Weighting: score.Weighting{Method: score.EqualWeights}}
			n.Aggregation.Method = score.Copeland
			for range leaves {
				n.Children = append(n.Children, leafNode(strconv.Itoa(next), score.Rule{Kind: score.Points}))
				next++
			}
			sheet.Root.Children = append(sheet.Root.Children, n)
		}
		return sheet
	}
	_, data := sized(200, 1_000, score.Rule{Kind: score.Points})
	const fault = `/units: range: got "1000", want at most 100000000 pairs of units times children, for the method copeland`
	assert.EqualError(t, data.Validate(two(100, 100)), fault)
	for i := range data.Units {
		data.Units[i].Period = indicator.Year(2023 + i%2)
	}
	assert.Empty(t, data.Validate(two(100, 100)), "units of other periods are not compared")
	_, data = sized(199, 1_000, score.Rule{Kind: score.Points})
	assert.Empty(t, data.Validate(two(100, 99)))
	sheet, data := sized(200, 1_000, score.Rule{Kind: score.Points})
	assert.Empty(t, data.Validate(sheet), "other methods compare no pairs")
}

// What a rule of a kind that does not exist would need of the data cannot be said.
func TestAKindThatDoesNotExistIsTheOnlyFault(t *testing.T) {
	sheet, data := goodSheet(), goodData()
	sheet.Root.Children[1].Rule.Kind = "guess"
	data.Columns[2].Targets = row("1 2")
	_, err := score.Evaluate(sheet, data, score.Options{})
	assert.Equal(t, "/sheet/root/children/1/rule/kind enum", simulationFaults(err))
	sheet.Root.Children[1].Rule = nil
	_, err = score.Evaluate(sheet, data, score.Options{})
	assert.Equal(t, "/sheet/root/children/1 required", simulationFaults(err), "nor can it where there is none")
}

// 100,000 units of 5 leaves, each with its target, count 2,000,000.
func TestTargetsOfUnitsCountFourTimes(t *testing.T) {
	sheet, data := sized(5, 100_000, score.Rule{Kind: score.Attainment, Direction: more})
	for i := range data.Columns {
		data.Columns[i].Targets = data.Columns[i].Values
	}
	assert.Empty(t, data.Validate(sheet))
	sheet, data = sized(6, 100_000, score.Rule{Kind: score.Attainment, Direction: more})
	for i := range data.Columns {
		data.Columns[i].Targets = data.Columns[i].Values
	}
	assert.Contains(t, data.Validate(sheet).Error(), `/units: range: got "2400000", want at most 2000000 units times leaves`)
}
