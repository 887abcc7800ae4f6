package score_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/planeval/planeval/evaluate/score"
	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func readSheet(t *testing.T, text string) score.Sheet {
	t.Helper()
	sheet, err := score.ReadSheet(strings.NewReader(text))
	require.NoError(t, err)
	return sheet
}

// smallSheet is a sheet in JSON, with one of most things.
const smallSheet = `{
	"code": "s", "title": "S", "most": "100", "ties": "average",
	"root": {"code": "r", "name": "R", "missing": {"drop": true, "share": "0.5"}, "aggregation": {"method": "power", "power": "0.5"}, "children": [
		{"code": "a", "name": "A", "weight": "60", "rule": {"kind": "goalposts", "direction": "increase", "low": "0", "high": "50", "outliers": {"share": "0.1"}}},
		{"code": "b", "name": "B", "weight": "40", "from": {"path": "/indicators/0", "formula": "attainment"}, "rule": {"kind": "attainment", "direction": "decrease", "attainment": "difference", "impute": {"by": "previous"}}}]},
	"bonuses": [{"code": "c", "name": "C", "rule": {"kind": "points", "scale": {"from": "0", "to": "5"}}}],
	"vetoes": [{"code": "v", "name": "V", "atMost": "0", "grade": "poor"}],
	"grades": [{"name": "good", "atLeast": "80"}, {"name": "poor"}],
	"translations": {"zh": {"S": "表"}}
}`

func TestASheetInJSON(t *testing.T) {
	sheet := readSheet(t, smallSheet)
	assert.Equal(t, score.Sheet{
		Code: "s", Title: "S", Most: literal("100"), Ties: score.TiesAverage,
		Root: score.Node{
			Code: "r", Name: "R", Missing: score.Missing{Drop: true, Share: literal("0.5")},
			Aggregation: score.Aggregation{Method: score.PowerMean, Power: literal("0.5")},
			Children: []score.Node{
				{Code: "a", Name: "A", Weight: literal("60"), Rule: &score.Rule{
					Kind: score.Goalposts, Direction: more, Low: literal("0"), High: literal("50"), Outliers: score.Outliers{Share: literal("0.1")},
				}},
				{Code: "b", Name: "B", Weight: literal("40"), From: score.From{Path: "/indicators/0", Formula: indicator.FormulaAttainment}, Rule: &score.Rule{
					Kind: score.Attainment, Direction: less, Attainment: indicator.AttainmentDifference, Impute: score.Impute{By: score.ByPrevious},
				}},
			},
		},
		Bonuses:      []score.Node{{Code: "c", Name: "C", Rule: &score.Rule{Kind: score.Points, Scale: scaleOf(0, 5)}}},
		Vetoes:       []score.Veto{{Code: "v", Name: "V", AtMost: literal("0"), Grade: "poor"}},
		Grades:       []score.Grade{{Name: "good", AtLeast: literal("80")}, {Name: "poor"}},
		Translations: map[string]map[string]string{"zh": {"S": "表"}},
	}, sheet)
	text, err := json.Marshal(sheet)
	require.NoError(t, err)
	assert.JSONEq(t, smallSheet, string(text), "it is written as it was read")
}

func TestASheetInJSONThatIsNotInOrder(t *testing.T) {
	for _, c := range []struct{ name, old, new, want string }{
		{"an unknown key", `"title": "S"`, `"title": "S", "colour": "red"`, "/colour unknown"},
		{"a key in other letters", `"title"`, `"Title"`, "/Title unknown, /title required"},
		{"a key twice", `"title": "S"`, `"title": "S", "title": "T"`, "/title duplicate"},
		{"a number that is no plain decimal", `"high": "50"`, `"high": "5e1"`, "/root/children/0/rule/high number"},
		{"a number above the other", `"high": "50"`, `"high": "-1"`, "/root/children/0/rule/high order"},
		{"a formula that there is not", `"formula": "attainment"`, `"formula": "magic"`, "/root/children/1/from/formula enum"},
		{"a word that there is not", `"by": "previous"`, `"by": "guess"`, "/root/children/1/rule/impute/by enum"},
		{"faults of reading and of the sheet, all at once", `"title": "S", "most": "100", "ties": "average"`, `"most": "x", "ties": "none"`, "/most number, /title required, /ties enum"},
		{"weights that do not add up", `"weight": "60"`, `"weight": "50"`, "/root/children conflict"},
		{"something after the end", `{"zh": {"S": "表"}}`, `{"zh": {"S": "表"}}} {`, " syntax"},
	} {
		t.Run(c.name, func(t *testing.T) {
			require.Contains(t, smallSheet, c.old)
			sheet, err := score.ReadSheet(strings.NewReader(strings.Replace(smallSheet, c.old, c.new, 1)))
			assert.Equal(t, c.want, simulationFaults(err))
			assert.Equal(t, score.Sheet{}, sheet, "no sheet comes with an error")
		})
	}
}

const smallData = `{
	"units": [{"code": "x", "name": "X", "period": "2023"}, {"code": "y", "name": "Y", "period": "2024"}],
	"columns": [{"leaf": "a", "values": ["10", null], "source": "yearbook"}, {"leaf": "b", "values": ["5", "6"], "targets": ["4", null]},
		{"leaf": "c", "values": ["0", "5"]}, {"leaf": "v", "values": ["0", "1"]}]
}`

func TestDataInJSON(t *testing.T) {
	data, err := score.ReadData(strings.NewReader(smallData), readSheet(t, smallSheet))
	require.NoError(t, err)
	assert.Equal(t, score.Data{
		Units: unitsNamed(score.Unit{Code: "x", Name: "X", Period: indicator.Year(2023)}, score.Unit{Code: "y", Name: "Y", Period: indicator.Year(2024)}),
		Columns: []score.Column{
			{Leaf: "a", Values: row("10 -"), Source: "yearbook"}, {Leaf: "b", Values: row("5 6"), Targets: row("4 -")},
			{Leaf: "c", Values: row("0 5")}, {Leaf: "v", Values: row("0 1")},
		},
	}, data)
}

func unitsNamed(units ...score.Unit) []score.Unit { return units }

func TestDataInJSONThatAreNotInOrder(t *testing.T) {
	for _, c := range []struct{ name, old, new, want string }{
		{"an unknown key", `"source": "yearbook"`, `"figures": []`, "/columns/0/figures unknown"},
		{"a leaf that the sheet does not hold", `"leaf": "a"`, `"leaf": "z"`, "/columns/0/leaf reference, /columns required"},
		{"a value too few", `["10", null]`, `["10"]`, "/columns/0/values range"},
		{"a number as such", `["10", null]`, `[10, null]`, ""},
		{"a bonus beyond its scale", `["0", "5"]`, `["0", "5.01"]`, "/columns/2/values/1 range"},
		{"a veto without a column", `, {"leaf": "v", "values": ["0", "1"]}`, ``, "/columns required"},
		{"all faults at once", `{"code": "x", "name": "X", "period": "2023"}`, `{"code": "x", "nam": "X", "period": "20x"}`, "/units/0/nam unknown, /units/0/period period, /units/1/period conflict, /units/0/name required"},
	} {
		t.Run(c.name, func(t *testing.T) {
			require.Contains(t, smallData, c.old)
			data, err := score.ReadData(strings.NewReader(strings.Replace(smallData, c.old, c.new, 1)), readSheet(t, smallSheet))
			assert.Equal(t, c.want, simulationFaults(err))
			if c.want != "" {
				assert.Equal(t, score.Data{}, data, "no data come with an error")
			}
		})
	}
}

func TestAReaderThatFails(t *testing.T) {
	broken := errors.New("broken")
	_, err := score.ReadSheet(iotest.ErrReader(broken))
	assert.ErrorIs(t, err, broken)
	_, err = score.ReadData(iotest.ErrReader(broken), readSheet(t, smallSheet))
	assert.ErrorIs(t, err, broken)
}
