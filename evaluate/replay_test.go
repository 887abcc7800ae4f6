package evaluate_test

import (
	"encoding/json"
	"os"
	"slices"
	"strconv"
	"testing"

	"github.com/planeval/planeval/evaluate"
	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/internal/replay"
	"github.com/planeval/planeval/survey"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Every figure of an evaluation comes out again from its own working, and every margin from the figure that decided and
// the threshold. The seed has no counts in its survey, no task status, and no indicator that should fall or that is
// counted within the year; the orderly plan with more indicators has.
func TestEveryFigureIsReproducedByItsWorking(t *testing.T) {
	plan := orderly()
	for _, other := range []struct {
		code, actual string
		direction    indicator.Direction
		attainment   indicator.AttainmentForm
		target       indicator.Target
	}{
		{"falls", "90", indicator.Decrease, indicator.AttainmentRatio, indicator.Target{Value: value("80")}},
		{"falls-by-difference", "90", indicator.Decrease, indicator.AttainmentDifference, indicator.Target{Value: value("80")}},
		{"inside", "90", indicator.Range, indicator.AttainmentRatio, indicator.Target{Low: value("80"), High: value("95")}},
		{"below", "70", indicator.Range, indicator.AttainmentRatio, indicator.Target{Low: value("80"), High: value("95")}},
		{"above", "99", indicator.Range, indicator.AttainmentRatio, indicator.Target{Low: value("80"), High: value("95")}},
	} {
		ind := plan.Indicators[0]
		ind.Code, ind.Direction, ind.Attainment, ind.Unit = other.code, other.direction, other.attainment, "%"
		ind.Series = indicator.Series{{Period: period("2019"), Value: value("101")}, {Period: period("2020"), Value: value("100")}, {Period: period("2021"), Value: value("95")},
			{Period: period("2022"), Value: value(other.actual)}}
		other.target.Period = period("2025")
		ind.Targets = []indicator.Target{other.target}
		plan.Indicators = append(plan.Indicators, ind)
	}
	for _, kind := range []indicator.Kind{indicator.Cumulative, indicator.Reduction, indicator.Growth} {
		ind := plan.Indicators[0]
		ind.Code, ind.Kind, ind.Direction, ind.Unit, ind.Baseline = string(kind), kind, indicator.Increase, "%", period("2020")
		ind.Series = indicator.Series{{Period: period("2021"), Value: value("2")}, {Period: period("2022"), Value: value("5")}}
		ind.Targets = []indicator.Target{{Period: period("2025"), Value: value("17")}}
		plan.Indicators = append(plan.Indicators, ind)
	}
	for _, flow := range []struct {
		code, target string
		series       indicator.Series
	}{
		{"yearly", "2025", plan.Indicators[0].Series},
		{"quarterly", "2025Q4", indicator.Series{{Period: period("2022Q3"), Value: value("30")}, {Period: period("2022Q4"), Value: value("36")}}},
	} {
		ind := plan.Indicators[0]
		ind.Code, ind.Kind, ind.Series = flow.code, indicator.Flow, flow.series
		ind.Targets = []indicator.Target{{Period: period(flow.target), Value: value("200")}}
		plan.Indicators = append(plan.Indicators, ind)
	}
	plan.Economy = []evaluate.Statistic{{Code: "share", Name: "Share", Unit: "%", Series: plan.Indicators[1].Series}}
	plan.Economy = append(plan.Economy, everyGrowth()...)
	plan.Costs = append(plan.Costs, yearlyCost())
	plan.Benefits = append(plan.Benefits, plan.Economy...)
	for i := range plan.Benefits {
		plan.Benefits[i].Code = "benefit-" + plan.Benefits[i].Code
	}
	plan.Surveys = append(plan.Surveys, scaledSurvey(t))
	other, err := evaluate.Evaluate(plan, evaluate.Options{AsOf: asOf, Methods: []indicator.Method{
		indicator.Schedule(indicator.Bands{}), indicator.FinalAssessment(indicator.FinalBands{}), indicator.ProgressChart(),
		indicator.Weather(), indicator.EnergyAssessment(indicator.EnergyPoints{Measures: indicator.IntValue(50)}),
	}})
	require.NoError(t, err)
	seed := evaluateSeed(t)

	present := map[indicator.Formula]int{}
	for _, e := range []*evaluate.Evaluation{&seed, &other} {
		for path, f := range e.Figures() {
			require.NoError(t, replay.Check(f), path)
			if f.Result.Missing() == indicator.Present {
				present[f.Formula]++
			}
		}
		for _, f := range e.Findings {
			for _, a := range f.Args {
				if a.Figure != nil {
					require.NoError(t, replay.Check(*a.Figure), f.Rule)
				}
			}
		}
		for _, a := range e.Indicators {
			checkMargin(t, &a)
			trend := a.Trend()
			for _, f := range []indicator.Figure{trend.Slope, trend.Intercept} {
				require.NoError(t, replay.Check(f), a.Indicator.Code)
				if f.Result.Missing() == indicator.Present {
					present[f.Formula]++
				}
			}
			for _, p := range a.Projections() {
				for _, f := range []indicator.Figure{p.Value, p.Attainment, p.Shortfall} {
					require.NoError(t, replay.Check(f), a.Indicator.Code)
					if f.Result.Missing() == indicator.Present {
						present[f.Formula]++
					}
				}
			}
		}
	}
	for _, f := range indicator.Formulas() {
		if slices.Contains(openSDG, f) {
			continue // by a method that the evaluations here do not use
		}
		assert.Positive(t, present[f], "no figure by %s", f)
	}
}

// scaledSurvey has a scale with an answer outside its base, one from 0 to 10, a multiple choice, a cross table, weights and
// what became of every case.
func scaledSurvey(t *testing.T) survey.Survey {
	t.Helper()
	data, err := os.ReadFile("testdata/scaled-survey.json")
	require.NoError(t, err)
	var s survey.Survey
	require.NoError(t, json.Unmarshal(data, &s))
	return s
}

// everyGrowth are statistics of both sides, with observations alone, published changes alone, no growth, growth from 0 and
// a fall, in units of money and others.
func everyGrowth() []evaluate.Statistic {
	var list []evaluate.Statistic
	for i, s := range []indicator.Series{
		{{Period: period("2020"), Value: value("100")}, {Period: period("2022"), Value: value("150.5")}},
		{{Period: period("2020"), Value: value("100")}, {Period: period("2022"), Value: value("100")}},
		{{Period: period("2020"), Value: value("0")}, {Period: period("2022"), Value: value("7")}},
		{{Period: period("2021"), Value: value("9")}, {Period: period("2022"), Value: value("7")}},
		{{Period: period("2022"), Value: value("7")}},
		{{Period: period("2022Q1"), Value: value("7")}},
		nil,
	} {
		for j, unit := range []string{"家", "万元"} {
			for k, changes := range [][]evaluate.Change{nil, {{Kind: evaluate.Relative, From: period("2020"), To: period("2022"), Value: value("-3.1")}}} {
				code := strconv.Itoa(i*4 + j*2 + k)
				list = append(list, evaluate.Statistic{Code: code, Name: code, Unit: unit, Science: j == 0, Series: s, Changes: changes})
			}
		}
	}
	return list
}

// yearlyCost is a cost with yearly input and a budget.
func yearlyCost() evaluate.Cost {
	return evaluate.Cost{Code: "yearly", Name: "Yearly", Unit: "亿元", Total: value("1.5"), Start: period("2020"), End: period("2022"), Budget: value("2"),
		Series: indicator.Series{{Period: period("2020"), Value: value("0.4")}, {Period: period("2021"), Value: value("0.5")}, {Period: period("2022"), Value: value("0.6")}}}
}

func checkMargin(t *testing.T, a *indicator.Assessment) {
	t.Helper()
	for _, j := range a.Judgements {
		for _, f := range a.Figures() {
			if f.Formula == j.Decisive {
				if j.Method == "weather" { // whose gap must be small
					continue
				}
				if r, ok := f.Result.(indicator.Ratio); ok {
					assert.Equal(t, r.Sub(j.Threshold).String(), j.Margin.String(), a.Indicator.Code)
					continue
				}
				assert.Equal(t, f.Result.Cmp(j.Threshold), j.By().Cmp(indicator.IntRatio(0, 1)), a.Indicator.Code)
			}
		}
	}
}

// openSDG are the formulas of the method open-sdg.
var openSDG = []indicator.Formula{
	indicator.FormulaObservedGrowth, indicator.FormulaNeededGrowth, indicator.FormulaGrowthRatio,
	indicator.FormulaDirectedGrowth, indicator.FormulaLimitCoefficient, indicator.FormulaScaledGrowth,
	indicator.FormulaRatioScore, indicator.FormulaGrowthScore, indicator.FormulaScaledScore,
	indicator.FormulaBestScore, indicator.FormulaWorstScore,
}
