package score_test

import (
	"encoding/json"
	"testing"

	"github.com/planeval/planeval/evaluate/score"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// 0.6 × 80 + 0.4 × 60 + 2 = 74, 4 above the bound; the second unit lacks y.
func TestAResultInJSON(t *testing.T) {
	sheet := parent(pointed("x", "60"), pointed("y", "40"))
	sheet.Bonuses = []score.Node{leafNode("bonus", score.Rule{Kind: score.Points})}
	sheet.Grades = []score.Grade{{Name: "good", AtLeast: literal("70")}, {Name: "poor"}}
	r := evaluateExact(t, sheet, columnsData("x", "80 70", "y", "60 -", "bonus", "2 0"))
	text, err := json.Marshal(r)
	require.NoError(t, err)
	assert.JSONEq(t, `{
		"sheet": {
			"code": "s", "title": "S",
			"root": {"code": "r", "name": "r", "children": [
				{"code": "x", "name": "x", "weight": "60", "rule": {"kind": "points"}}, {"code": "y", "name": "y", "weight": "40", "rule": {"kind": "points"}}]},
			"bonuses": [{"code": "bonus", "name": "bonus", "rule": {"kind": "points"}}],
			"grades": [{"name": "good", "atLeast": "70"}, {"name": "poor"}]
		},
		"data": {
			"units": [{"code": "a", "name": "a"}, {"code": "b", "name": "b"}],
			"columns": [{"leaf": "x", "values": ["80", "70"]}, {"leaf": "y", "values": ["60", null]}, {"leaf": "bonus", "values": ["2", "0"]}]
		},
		"weights": [{"node": "r", "method": "", "children": [
			{"code": "x", "weight": {"fraction": "60", "rounded": "60.000000"}, "share": {"fraction": "3/5", "rounded": "0.600000"}, "effective": {"fraction": "3/5", "rounded": "0.600000"}},
			{"code": "y", "weight": {"fraction": "40", "rounded": "40.000000"}, "share": {"fraction": "2/5", "rounded": "0.400000"}, "effective": {"fraction": "2/5", "rounded": "0.400000"}}]}],
		"totals": [
			{"score": {"fraction": "74", "rounded": "74.000000"}, "grade": {"name": "good", "above": {"fraction": "4", "rounded": "4.000000"}},
				"rank": {"rank": {"fraction": "1", "rounded": "1.000000"}, "of": 1}},
			{"score": {"missing": "no-observation"}, "grade": {"why": "no-observation"}, "rank": {"rank": {"missing": "no-observation"}, "of": 0}}],
		"scores": [
			{"code": "r", "scores": [{"fraction": "72", "rounded": "72.000000"}, {"missing": "no-observation"}]},
			{"code": "x", "scores": [{"fraction": "80", "rounded": "80.000000"}, {"fraction": "70", "rounded": "70.000000"}]},
			{"code": "y", "scores": [{"fraction": "60", "rounded": "60.000000"}, {"missing": "no-observation"}]},
			{"code": "bonus", "scores": [{"fraction": "2", "rounded": "2.000000"}, {"fraction": "0", "rounded": "0.000000"}]}]
	}`, string(text))
}

// Two of √50 are 7.0710678118654755 to the last place of float64, with an error that says so.
func TestScoresInFloatSayTheirErrorInJSON(t *testing.T) {
	sheet := rooted(pointed("x", "1"), pointed("y", "1"))
	sheet.Root.Aggregation.Method = score.Geometric
	r := evaluateExact(t, sheet, columnsData("x", "5", "y", "10"))
	text, err := json.Marshal(r)
	require.NoError(t, err)
	var read struct {
		Totals []struct {
			Score struct{ Approximate, Error string }
		}
	}
	require.NoError(t, json.Unmarshal(text, &read))
	x, bound := rational(t, read.Totals[0].Score.Approximate), rational(t, read.Totals[0].Score.Error)
	assert.False(t, apart(x, rational(t, "7.07106781186547524400844362104849"), bound))
	assert.Equal(t, -1, bound.Cmp(rational(t, "1e-12")))

	float, err := score.Evaluate(sheet, r.Data, score.Options{Float: true})
	require.NoError(t, err)
	text, err = json.Marshal(float)
	require.NoError(t, err)
	assert.Contains(t, string(text), `"float":true`)
}

func TestWhatIsDerivedFromAResultCanBeWrittenDown(t *testing.T) {
	r := districts(t)
	for _, v := range []any{r.Contributions(0, 2), r.Removals(), r.GradeFlips(0), r.OrderFlips(0, 1), r.Working(0, "income"), r.Working(2, "economy"),
		sensitivity(t, r, score.Simulation{Replications: 10})} {
		text, err := json.Marshal(v)
		require.NoError(t, err)
		assert.NotContains(t, string(text), "NaN")
		assert.NotContains(t, string(text), `:{}`, "every number has its fraction or its reason")
	}
}
