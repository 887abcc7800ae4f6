package evaluate_test

import (
	"bytes"
	"encoding/json"
	"sync"
	"testing"

	"github.com/planeval/planeval/evaluate"
	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The figures of the city's own table, 二（一）, worked out by hand from its targets and actuals; baselines from 四2 and
// 六. Places are those that a report prints.
func TestTheSeedsIndicators(t *testing.T) {
	const noBaseline = "no-baseline"
	cases := []struct {
		code, attainment, progress, elapsed, required string
		verdict                                       indicator.Verdict
	}{
		{"rd-gdp", "95.33", "26.32", "20", "1.20", indicator.Ahead},
		{"hightech-share", "83.48", "38.07", "40", "6.20", indicator.OnCourse},
		{"tech-smes", "67.48", noBaseline, "40", "14.01", indicator.NotJudged},
		{"hightech-enterprises", "76.33", "61.17", "40", "9.42", indicator.Ahead},
		{"platforms", "81.45", noBaseline, "40", "7.08", indicator.NotJudged},
		{"incubators", "83.33", noBaseline, "40", "6.27", indicator.NotJudged},
		{"contracts", "87.26", noBaseline, "40", "4.65", indicator.NotJudged},
		{"patents", "74.60", noBaseline, "40", "10.26", indicator.NotJudged},
	}
	e := evaluateSeed(t)
	require.Len(t, e.Indicators, len(cases))
	for i, c := range cases {
		a := e.Indicators[i]
		t.Run(c.code, func(t *testing.T) {
			assert.Equal(t, c.code, a.Indicator.Code)
			assert.Equal(t, c.attainment, percent(a.Attainment(), 2))
			assert.Equal(t, c.progress, percent(a.Progress(), 2))
			assert.Equal(t, c.elapsed, percent(a.Elapsed(), 0))
			assert.Equal(t, c.required, percent(a.RequiredGrowth(), 2))
			assert.Equal(t, c.verdict, a.Judgements[0].Verdict)
			if c.verdict == indicator.NotJudged {
				assert.Equal(t, indicator.NoBaseline, a.Judgements[0].Reason)
			}
		})
	}
	assert.Equal(t, []evaluate.VerdictCount{{Verdict: indicator.Achieved}, {Verdict: indicator.Ahead, Count: 2},
		{Verdict: indicator.OnCourse, Count: 1}, {Verdict: indicator.Behind}, {Verdict: indicator.Reversed},
		{Verdict: indicator.NotJudged, Count: 5}}, e.Verdicts)
}

// percent prints a number as a percentage, or the reason why there is none.
func percent(n indicator.Number, places int) string {
	if why := n.Missing(); why != indicator.Present {
		return why.String()
	}
	return n.Percent(places, indicator.HalfUp).StringFixed(int32(places))
}

// The instructive indicator: behind the straight line, ahead of the geometric schedule (methods, section 4).
func TestTheSeedsHighTechShare(t *testing.T) {
	a := evaluateSeed(t).Indicators[1]
	for _, c := range []struct {
		what string
		n    indicator.Number
		want string
	}{
		{"due on a straight line", a.Due(), "48.72"},
		{"due at constant growth", a.DueGeometric(), "48.15"},
		{"change on 2021 in points", a.PointChange(), "1.29"},
		{"required step in points a year", a.RequiredStep(), "3.19"},
		{"straight line to 2025", a.StraightLine(), "57.26"},
		{"constant growth to 2025", a.ConstantGrowth(), "58.82"},
		{"last step repeated to 2025", a.LastStep(), "52.29"},
	} {
		assert.Equal(t, c.want, c.n.Decimal(2, indicator.HalfUp).StringFixed(2), c.what)
	}
	assert.Equal(t, "-1.93", percent(a.ScheduleGap(), 2))
	assert.Equal(t, "0.052", a.Judgements[0].Margin.Decimal(3, indicator.HalfUp).StringFixed(3)) // pace 0.952 above 0.9
}

func TestAnEarlierDateSeesOnlyWhatHadEndedByThen(t *testing.T) {
	plan := orderly()
	e, err := evaluate.Evaluate(plan, evaluate.Options{AsOf: period("2022-12-30")})
	require.NoError(t, err)
	assert.Equal(t, period("2021"), e.Indicators[0].Actual.Period)
	e, err = evaluate.Evaluate(plan, evaluate.Options{AsOf: period("2022-12-31")})
	require.NoError(t, err)
	assert.Equal(t, period("2022"), e.Indicators[0].Actual.Period)
}

func TestTheDateOfEvaluationHoldsForBenefitsToo(t *testing.T) {
	e, err := evaluate.Evaluate(orderly(), evaluate.Options{AsOf: period("2021")})
	require.NoError(t, err)
	assert.Equal(t, "20.00", percent(e.Benefits[0].Growth.Result, 2)) // 100 → 120, not the 140 of 2022
	assert.Equal(t, evaluate.Unknown, e.Benefits[0].Changes[0].Agrees)
}

func TestTheSeedsCostsAndBenefits(t *testing.T) {
	e := evaluateSeed(t)
	require.Len(t, e.Costs, 1)
	assert.Equal(t, 3, e.Costs[0].Years)                                                           // 2021, 2022, 2023
	assert.Equal(t, "0.59", e.Costs[0].Average.Result.Decimal(2, indicator.HalfUp).StringFixed(2)) // 1.77 亿元 ÷ 3
	assert.Equal(t, evaluate.Met, e.Costs[0].Agrees)                                               // 近6000万元
	growth := map[string]string{}
	for _, s := range append(e.Benefits, e.Economy...) {
		if s.Growth.Formula == indicator.FormulaGrowth {
			growth[s.Name] = percent(s.Growth.Result, 2)
		} else if s.Growth.Result.Missing() == indicator.Present {
			growth[s.Name] = s.Growth.Result.Decimal(2, indicator.HalfUp).StringFixed(2)
		}
	}
	assert.Contains(t, growth, "高新技术企业")
	assert.Equal(t, "95.45", growth["高新技术企业"]) // 703 → 1374, printed 95.45 in 四2 and 六
}

// 七 admits that money was paid late, and 九（二） changes nothing; five indicators without baseline are not judged.
func TestTheSeedsOutcomeIsRefutedByItsOwnNegativeEffect(t *testing.T) {
	c := evaluateSeed(t).Conclusion
	assert.Equal(t, evaluate.Continue, c.Declared)
	assert.Equal(t, evaluate.Adjust, c.Supported)
	assert.Equal(t, evaluate.NotMet, c.Agrees)
	assert.Equal(t, evaluate.Milder, c.Gap)
	require.Len(t, c.Reasons, 2)
	assert.Equal(t, evaluate.Arg{Name: "negatives", Texts: []string{"1"}}, c.Reasons[0])
	assert.Equal(t, "unjudged", c.Reasons[1].Name)
	assert.Len(t, c.Reasons[1].Texts, 5)
}

func TestWordsForUnknownReadBack(t *testing.T) {
	for _, c := range []evaluate.Conclusion{{}, {Declared: evaluate.Continue, Supported: evaluate.Adjust, Agrees: evaluate.NotMet}} {
		data, err := json.Marshal(c)
		require.NoError(t, err)
		assert.NotContains(t, string(data), `""`)
		var back evaluate.Conclusion
		require.NoError(t, json.Unmarshal(data, &back))
		assert.Equal(t, c, back)
	}
}

func TestNoFindingHoldsAnEmptyText(t *testing.T) {
	for _, f := range evaluateSeed(t).Findings {
		for _, a := range f.Args {
			assert.NotContains(t, a.Texts, "", f.Rule+" "+a.Name)
		}
	}
}

func TestOneYearsAverageIsTheTotal(t *testing.T) {
	plan := orderly()
	plan.Costs[0].Start, plan.Costs[0].Series, plan.Costs[0].Yearly = plan.Costs[0].End, nil, indicator.Fact{}
	e, err := evaluate.Evaluate(plan, evaluate.Options{})
	require.NoError(t, err)
	assert.Equal(t, 1, e.Costs[0].Years)
	assert.Equal(t, "1.77", e.Costs[0].Average.Result.Decimal(2, indicator.HalfUp).StringFixed(2))
	assert.Equal(t, evaluate.NotApplicable, e.Costs[0].Agrees)
}

func TestSharesGrowByPointsAndAmountsByPerCent(t *testing.T) {
	plan := orderly()
	plan.Economy = []evaluate.Statistic{{Code: "share", Name: "Share", Unit: "%", Series: indicator.Series{
		{Period: period("2020"), Value: value("42.53")}, {Period: period("2022"), Value: value("48.42")}},
		Changes: []evaluate.Change{{Kind: evaluate.Absolute, From: period("2020"), To: period("2022"), Value: value("5.89")}}}}
	e, err := evaluate.Evaluate(plan, evaluate.Options{})
	require.NoError(t, err)
	share := e.Economy[0]
	assert.Equal(t, indicator.FormulaDifference, share.Growth.Formula)
	assert.Equal(t, indicator.PointUnit, share.Growth.Unit)
	assert.Equal(t, "5.89", share.Growth.Result.Decimal(2, indicator.HalfUp).String())
	assert.Equal(t, evaluate.Met, share.Changes[0].Agrees)
	assert.Equal(t, indicator.FormulaGrowth, e.Benefits[0].Growth.Formula)
}

func TestAChangeDerivedFromItselfProvesNothing(t *testing.T) {
	plan := orderly()
	plan.Indicators[0].Series[0].Status = indicator.Derived
	e, err := evaluate.Evaluate(plan, evaluate.Options{})
	require.NoError(t, err)
	assert.Equal(t, evaluate.Unknown, e.Benefits[0].Changes[0].Agrees)
}

// 比上年增长5.8%（按可比价格计算）: a series at current prices neither shows nor refutes it.
func TestAChangeAtConstantPricesIsNotRecomputed(t *testing.T) {
	plan := orderly()
	plan.Economy = []evaluate.Statistic{{Code: "gdp", Name: "GDP", Unit: "亿元", Series: indicator.Series{
		{Period: period("2021"), Value: value("100")}, {Period: period("2022"), Value: value("108")}},
		Changes: []evaluate.Change{
			{Kind: evaluate.Relative, From: period("2021"), To: period("2022"), Value: value("5.8")},
			{Kind: evaluate.Relative, From: period("2021"), To: period("2022"), Value: value("5.8"), ConstantPrices: true},
			{Kind: evaluate.Relative, From: period("2021"), To: period("2022"), Value: value("8"), ConstantPrices: true},
		}}}
	e, err := evaluate.Evaluate(plan, evaluate.Options{})
	require.NoError(t, err)
	var agrees []evaluate.Status
	for _, c := range e.Economy[0].Changes {
		agrees = append(agrees, c.Agrees)
	}
	assert.Equal(t, []evaluate.Status{evaluate.NotMet, evaluate.Unknown, evaluate.Unknown}, agrees)
}

func TestABadPlanIsNotEvaluated(t *testing.T) {
	plan := orderly()
	plan.Title, plan.Indicators[0].Direction = "", "up"
	e, err := evaluate.Evaluate(plan, evaluate.Options{})
	assert.Equal(t, evaluate.Evaluation{}, e)
	var faults indicator.Faults
	require.ErrorAs(t, err, &faults)
	assert.Equal(t, indicator.Faults{
		{Path: "/title", Rule: indicator.FaultRequired, Want: "a text"},
		{Path: "/indicators/0/direction", Rule: indicator.FaultEnum, Value: "up", Want: "one of increase, decrease, range, maintain"},
	}, faults)
}

func TestAHundredEvaluationsOfOnePlanAreEqual(t *testing.T) {
	plan := evaluateSeed(t).Plan
	const routines = 100
	results := make([][]byte, routines)
	var group sync.WaitGroup
	for i := range routines {
		group.Go(func() {
			e, err := evaluate.Evaluate(plan, evaluate.Options{AsOf: asOf})
			if err == nil {
				results[i], err = json.Marshal(e)
			}
			assert.NoError(t, err)
		})
	}
	group.Wait()
	for _, r := range results[1:] {
		require.True(t, bytes.Equal(results[0], r))
	}
}

func BenchmarkEvaluateSeed(b *testing.B) {
	plan := evaluateSeed(b).Plan
	for b.Loop() {
		if _, err := evaluate.Evaluate(plan, evaluate.Options{AsOf: asOf}); err != nil {
			b.Fatal(err)
		}
	}
}
