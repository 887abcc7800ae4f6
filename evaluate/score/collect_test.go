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
	data, err := score.Collect(sheet, score.Unit{Code: "zibo", Name: "淄博"}, evaluationOf(t, plan).Figures())
	require.NoError(t, err)
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
	data, err := score.Collect(sheet, score.Unit{Code: "p", Name: "P"}, evaluationOf(t, plan).Figures())
	require.NoError(t, err)
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
		n := leafNode(code, score.Rule{Kind: score.Attainment, Direction: more})
		n.From = score.From{Path: path, Formula: formula}
		return n
	}
	sheet := parent(
		leaf("first", "/b", indicator.FormulaProgress), leaf("form", "/b", indicator.FormulaAttainmentDifference),
		leaf("any-form", "/b", indicator.FormulaAttainment), leafNode("judged", score.Rule{Kind: score.Points}),
	)
	sheet.Root.Weighting.Method = score.EqualWeights
	sheet.Bonuses = []score.Node{leaf("bonus", "/a", indicator.FormulaProgress)}
	data, err := score.Collect(sheet, score.Unit{Code: "u", Name: "U"}, figures)
	require.NoError(t, err)
	found := map[string]string{}
	for _, c := range data.Columns {
		if c.Leaf == "judged" {
			assert.Equal(t, score.Column{Leaf: "judged", Values: row("-")}, c, "what names no figure has one value, which is missing")
			continue
		}
		require.Len(t, c.Figures, 1)
		found[c.Leaf] = worded(c.Figures[0].Result)
	}
	assert.Equal(t, map[string]string{"first": "1/4", "form": "1/5", "any-form": "1/5", "bonus": "1/2"}, found)
	r := evaluateExact(t, sheet, data)
	assert.Equal(t, "25", worded(r.Score(0, "first")))
	assert.Equal(t, "no-observation", worded(r.Score(0, "judged")))
}

// placed yields figures at their places.
func placed(figures ...any) func(yield func(string, indicator.Figure) bool) {
	return func(yield func(string, indicator.Figure) bool) {
		for i := 0; i < len(figures); i += 3 {
			if !yield(figures[i].(string), indicator.Figure{Formula: figures[i+1].(indicator.Formula), Result: figures[i+2].(indicator.Number)}) {
				return
			}
		}
	}
}

func TestAFigureThatTheEvaluationDoesNotHaveIsAFault(t *testing.T) {
	attained := func(code, path string, formula indicator.Formula) score.Node {
		n := leafNode(code, score.Rule{Kind: score.Attainment, Direction: more})
		n.From = score.From{Path: path, Formula: formula}
		return n
	}
	sheet := rooted(
		attained("there", "/a", indicator.FormulaAttainment), attained("elsewhere", "/b", indicator.FormulaAttainment),
		attained("other-form", "/a", indicator.FormulaAttainmentDifference), attained("longer", "/a", indicator.FormulaProgress),
		attained("same-form", "/a", indicator.FormulaAttainmentDecrease),
	)
	sheet.Bonuses = []score.Node{attained("bonus", "/c", indicator.FormulaProgress)}
	sheet.Vetoes = []score.Veto{{Code: "none", Name: "N"}, {Code: "veto", Name: "V", From: score.From{Path: "/d", Formula: indicator.FormulaShare}}}
	data, err := score.Collect(sheet, score.Unit{Code: "u", Name: "U"}, placed("/a", indicator.FormulaAttainmentDecrease, indicator.IntRatio(1, 2)))
	assert.EqualError(t, err, `/root/children/1/from: reference: got "/b attainment", want a figure of the evaluation
/root/children/2/from: reference: got "/a attainment-difference", want a figure of the evaluation
/root/children/3/from: reference: got "/a progress", want a figure of the evaluation
/bonuses/0/from: reference: got "/c progress", want a figure of the evaluation
/vetoes/1/from: reference: got "/d share", want a figure of the evaluation`)
	assert.Equal(t, score.Data{}, data, "no data come with an error")
}

// The veto "half" holds below 60 %, of which 1/2 has come; "leaf" is the number of the leaf, whatever it names itself.
func TestAVetoStandsOnAFigureOrOnThatOfALeaf(t *testing.T) {
	sheet := leafSheet(score.Rule{Kind: score.Attainment, Direction: more})
	sheet.Root.From = score.From{Path: "/a", Formula: indicator.FormulaAttainment}
	sheet.Grades = []score.Grade{{Name: "good", AtLeast: literal("80")}, {Name: "fair", AtLeast: literal("60")}, {Name: "poor"}}
	half := score.Veto{Code: "half", Name: "H", AtLeast: literal("0.6"), Grade: "fair", From: score.From{Path: "/b", Formula: indicator.FormulaShare}}
	again := half
	again.AtLeast, again.Grade = literal("0.5"), "poor"
	own := score.Veto{Code: "x", Name: "X", AtLeast: literal("0.95"), Grade: "fair"}
	sheet.Vetoes = []score.Veto{half, again, own}
	data, err := score.Collect(sheet, score.Unit{Code: "u", Name: "U"},
		placed("/a", indicator.FormulaAttainmentLow, indicator.IntRatio(9, 10), "/b", indicator.FormulaShare, indicator.IntRatio(1, 2)))
	require.NoError(t, err)
	assert.Len(t, data.Columns, 2, "a number stands once, however many vetoes are on it")
	r := evaluateExact(t, sheet, data)
	assert.Equal(t, score.Graded{Name: "fair", Vetoes: []string{"half", "x"}}, r.Totals[0].Grade)
	sheet.Vetoes[0].From, sheet.Vetoes[1].From = score.From{}, score.From{}
	data, err = score.Collect(sheet, score.Unit{Code: "u", Name: "U"}, placed("/a", indicator.FormulaAttainment, indicator.IntRatio(9, 10)))
	require.NoError(t, err)
	assert.Equal(t, "no-observation", evaluateExact(t, sheet, data).Totals[0].Grade.Why.String(), "what names no figure is not known")
}

// The illustrations for the seed: what they stand on is there.
func TestTheSheetsOfTheSeedStandOnItsFigures(t *testing.T) {
	e := evaluationOf(t, seeds.Zibo())
	for _, sheet := range seeds.ZiboSheets() {
		require.Empty(t, sheet.Validate())
		data, err := score.Collect(sheet, score.Unit{Code: "zibo", Name: "淄博"}, e.Figures())
		require.NoError(t, err)
		for _, c := range data.Columns {
			if c.Figures != nil {
				assert.Equal(t, indicator.Present, c.Figures[0].Result.Missing(), "%s: %s", sheet.Code, c.Leaf)
			}
		}
	}
}
