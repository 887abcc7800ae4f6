package score_test

import (
	"testing"

	"github.com/planeval/planeval/evaluate"
	"github.com/planeval/planeval/evaluate/score"
	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/seeds"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func evaluationOf(t *testing.T, plan evaluate.Plan) *evaluate.Evaluation {
	t.Helper()
	e, err := evaluate.Evaluate(plan, evaluate.Options{AsOf: indicator.MustPeriod("2023-08-31")})
	require.NoError(t, err)
	return &e
}

// The report prints 2.86 of 3, 48.42 of 58, 1822 of 2700, 1374 of 1800, 448 of 550, 25 of 30, 305.41 of 350 and 7.46 of 10. The
// mean of the eight quotients, times 100, is 279611909 ÷ 3445200 = 81.1598…, by Python's fractions.
func TestTheMeanOfTheIndicatorsOfAPlan(t *testing.T) {
	plan := seeds.Zibo()
	sheet := score.CappedMean(plan.Indicators)
	require.Len(t, sheet.Root.Children, 8)
	data := score.Collect(sheet, score.Unit{Code: "zibo", Name: "淄博"}, evaluationOf(t, plan).Figures())
	r := evaluateExact(t, sheet, data)
	assert.Equal(t, "279611909/3445200", worded(r.Totals[0].Score))
	assert.Equal(t, "81.16", r.Totals[0].Score.Decimal(2, indicator.HalfUp).StringFixed(2))
	assert.Equal(t, "良", r.Totals[0].Grade.Name)
	for code, want := range map[string]string{
		"rd-gdp": "286/3", "hightech-share": "2421/29", "tech-smes": "1822/27", "hightech-enterprises": "229/3",
		"platforms": "896/11", "incubators": "250/3", "contracts": "4363/50", "patents": "373/5",
	} {
		assert.Equal(t, want, worded(r.Score(0, code)), code)
		assert.Equal(t, "f + (g − f) × a", r.Working(0, code).Expression, "the figure is a share already")
	}
}

// planOf is a plan with these indicators, from 2020 to 2025.
func planOf(indicators ...indicator.Indicator) evaluate.Plan {
	for i := range indicators {
		ind := &indicators[i]
		ind.Name, ind.Unit, ind.Nature, ind.Baseline = ind.Code, "%", indicator.Binding, indicator.Year(2020)
		if ind.Kind == "" {
			ind.Kind = indicator.Level
			ind.Series = append(indicator.Series{observedIn(2020, "100")}, ind.Series...)
		}
		for k := range ind.Targets {
			ind.Targets[k].Period = indicator.Year(2025)
		}
	}
	return evaluate.Plan{Code: "p", Title: "P", Start: indicator.Year(2021), End: indicator.Year(2025), Indicators: indicators}
}

func observedIn(year int, value string) indicator.Observation {
	return indicator.Observation{Period: indicator.Year(year), Value: literal(value)}
}

// By hand, against the target 80: 80/90, 2 − 90/80, and for the range of 80 to 95 70/80, 1 and 95/99. Rates of 5 % and 6 % are
// √(1.05 × 1.06) − 1 on average, 0.916469193203911796… of 6 %, by mpmath; two of 3 % are a half.
func TestAttainmentStandsForWhicheverFormAnIndicatorHas(t *testing.T) {
	at80, range80 := []indicator.Target{{Value: literal("80")}}, []indicator.Target{{Low: literal("80"), High: literal("95")}}
	falls := func(code, actual string, form indicator.AttainmentForm) indicator.Indicator {
		return indicator.Indicator{Code: code, Direction: less, Attainment: form, Series: indicator.Series{observedIn(2022, actual)}, Targets: at80}
	}
	within := func(code, actual string) indicator.Indicator {
		return indicator.Indicator{Code: code, Direction: indicator.Range, Series: indicator.Series{observedIn(2022, actual)}, Targets: range80}
	}
	grows := func(code string, rates ...string) indicator.Indicator {
		ind := indicator.Indicator{Code: code, Direction: more, Kind: indicator.Growth, Targets: []indicator.Target{{Value: literal("6")}}}
		for i, rate := range rates {
			ind.Series = append(ind.Series, observedIn(2021+i, rate))
		}
		return ind
	}
	plan := planOf(
		falls("falls", "90", indicator.AttainmentRatio), falls("falls-by-difference", "90", indicator.AttainmentDifference),
		falls("fell", "70", indicator.AttainmentRatio), within("below", "70"), within("inside", "90"), within("above", "99"),
		grows("grows", "5", "6"), grows("grows-evenly", "3", "3"), indicator.Indicator{Code: "unseen", Direction: more, Targets: at80},
	)
	plan.Indicators[8].Series = nil
	sheet := score.CappedMean(plan.Indicators)
	sheet.Root.Missing.Drop = true
	data := score.Collect(sheet, score.Unit{Code: "p", Name: "P"}, evaluationOf(t, plan).Figures())
	r := evaluateExact(t, sheet, data)
	for code, want := range map[string]string{
		"falls": "800/9", "falls-by-difference": "175/2", "fell": "100", "below": "175/2", "inside": "100", "above": "9500/99",
		"grows": "229117298301/2500000000", "grows-evenly": "50", "unseen": "no-observation",
	} {
		assert.Equal(t, want, worded(r.Score(0, code)), code)
	}
}

// A leaf may stand on any figure; of two figures of one place and formula the first counts.
func TestTheFirstFigureOfAPlaceAndFormulaCounts(t *testing.T) {
	figure := func(formula indicator.Formula, num, den int64) indicator.Figure {
		return indicator.Figure{Formula: formula, Result: indicator.IntRatio(num, den)}
	}
	figures := func(yield func(string, indicator.Figure) bool) {
		_ = yield("/a", figure(indicator.FormulaProgress, 1, 2)) &&
			yield("/b", figure(indicator.FormulaProgress, 1, 4)) &&
			yield("/b", figure(indicator.FormulaProgress, 3, 4)) &&
			yield("/b", figure(indicator.FormulaAttainmentDifference, 1, 5))
	}
	leaf := func(code, path string, formula indicator.Formula) score.Node {
		n := leafNode(code, score.Rule{Kind: score.Points})
		n.From = score.From{Path: path, Formula: formula}
		return n
	}
	sheet := parent(
		leaf("first", "/b", indicator.FormulaProgress), leaf("form", "/b", indicator.FormulaAttainmentDifference),
		leaf("any-form", "/b", indicator.FormulaAttainment), leaf("nowhere", "/c", indicator.FormulaProgress), leafNode("judged", score.Rule{Kind: score.Points}),
	)
	sheet.Root.Weighting.Method = score.EqualWeights
	sheet.Bonuses = []score.Node{leaf("bonus", "/a", indicator.FormulaProgress)}
	data := score.Collect(sheet, score.Unit{Code: "u", Name: "U"}, figures)
	found := map[string]string{}
	for _, c := range data.Columns {
		require.Len(t, c.Figures, 1)
		found[c.Leaf] = worded(c.Figures[0].Result)
	}
	assert.Equal(t, map[string]string{"first": "1/4", "form": "1/5", "any-form": "1/5", "nowhere": "not-computed", "bonus": "1/2"}, found,
		"a leaf that names no figure has no column")
	r := evaluateExact(t, sheet, data)
	assert.Equal(t, "not-computed", worded(r.Score(0, "nowhere")))
	assert.Equal(t, "no-observation", worded(r.Score(0, "judged")))
}

// The illustrations for the seed: what they stand on is there.
func TestTheSheetsOfTheSeedStandOnItsFigures(t *testing.T) {
	e := evaluationOf(t, seeds.Zibo())
	for _, sheet := range seeds.ZiboSheets() {
		require.Empty(t, sheet.Validate())
		for _, c := range score.Collect(sheet, score.Unit{Code: "zibo", Name: "淄博"}, e.Figures()).Columns {
			assert.Equal(t, indicator.Present, c.Figures[0].Result.Missing(), "%s: %s", sheet.Code, c.Leaf)
		}
	}
}
