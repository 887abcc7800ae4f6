package indicator_test

import (
	"encoding/json"
	"testing"

	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/internal/replay"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// accumulated is an indicator of 2020 to 2025 with the given numbers from 2021 on, an empty one being a gap.
func accumulated(kind indicator.Kind, unit, target string, numbers ...string) indicator.Indicator {
	ind := indicator.Indicator{Code: "a", Name: "a", Unit: unit, Direction: indicator.Increase, Kind: kind, Baseline: indicator.Year(2020),
		Targets: []indicator.Target{{Period: indicator.Year(2025), Value: value(target)}}}
	for i, n := range numbers {
		if n != "" {
			ind.Series = append(ind.Series, indicator.Observation{Period: indicator.Year(2021 + i), Value: value(n)})
		}
	}
	return ind
}

func at(t *testing.T, m *indicator.Measurement, f indicator.Formula, places int) string {
	t.Helper()
	figure, ok := m.Figure(f)
	require.True(t, ok, f)
	require.NoError(t, replay.Check(figure))
	if why := figure.Result.Missing(); why != indicator.Present {
		return why.String()
	}
	if d := f.Display(); d == indicator.Percent || d == indicator.Points {
		return figure.Result.Percent(places, indicator.HalfUp).StringFixed(int32(places))
	}
	return figure.Result.Decimal(places, indicator.HalfUp).StringFixed(int32(places))
}

// The method of Qinghai's 11th five-year plan for energy intensity, with what it prints; and two more published shares.
func TestReductionAsPublished(t *testing.T) {
	m := indicator.Measure(accumulated(indicator.Reduction, "%", "17", "", "", "4.87"), indicator.Period{})
	assert.Equal(t, "26.8", at(t, &m, indicator.FormulaProgressReduction, 1), "printed 26.8 %")
	assert.Equal(t, "-3.66", at(t, &m, indicator.FormulaPlannedReduction, 2), "printed −3.66 %")
	assert.Equal(t, "-1.65", at(t, &m, indicator.FormulaMeanReduction, 2), "printed −1.65 %")
	assert.Equal(t, "-6.59", at(t, &m, indicator.FormulaRequiredReduction, 2), "printed −6.59 %")
	assert.Equal(t, "-33.2", at(t, &m, indicator.FormulaScheduleGapReduction, 1))
	assert.Equal(t, "0.4466", at(t, &m, indicator.FormulaPaceReduction, 4))
	assert.Equal(t, "10.5775", at(t, &m, indicator.FormulaDueReduction, 4), "100 − 100·0.83^0.6")

	total := indicator.CompoundChange(value("1.51"), value("-2.20"), value("-4.18"))
	assert.Equal(t, "-4.872989", total.Percent(6, indicator.HalfUp).StringFixed(6))
	m = indicator.Measure(accumulated(indicator.Reduction, "%", "17", "", "", "4.872989"), indicator.Period{})
	assert.Equal(t, "-12.75", at(t, &m, indicator.FormulaNeededReduction, 2), "printed −12.75 %, from the unrounded 4.872989")

	m = indicator.Measure(accumulated(indicator.Reduction, "%", "16", "", "", "", "13.4"), indicator.Period{})
	assert.Equal(t, "82.5", at(t, &m, indicator.FormulaProgressReduction, 1), "national, printed 82.5 %")
	assert.Equal(t, "83.75", at(t, &m, indicator.FormulaAttainment, 2), "the plain ratio")
}

func TestReduction(t *testing.T) {
	judge := func(ind indicator.Indicator) (indicator.Measurement, indicator.Judgement) {
		a := indicator.Assess(ind, indicator.Period{}, indicator.Schedule(indicator.Bands{}))
		return a.Measurement, a.Judgements[0]
	}
	_, j := judge(accumulated(indicator.Reduction, "%", "17", "", "", "4.87"))
	assert.Equal(t, indicator.Behind, j.Verdict)
	assert.Equal(t, "-0.453427", j.By().Decimal(6, indicator.HalfUp).StringFixed(6))
	data, err := json.Marshal(j)
	require.NoError(t, err)
	assert.Contains(t, string(data), `"irrationalMargin":{"rounded":"-0.453427"}`)

	_, j = judge(accumulated(indicator.Reduction, "%", "17", "", "", "-1"))
	assert.Equal(t, indicator.Reversed, j.Verdict, "a rise")
	_, j = judge(accumulated(indicator.Reduction, "%", "19", "10")) // 0.9² = 0.81: half in a fifth of the time
	assert.Equal(t, indicator.Ahead, j.Verdict)
	assert.Zero(t, j.By().Cmp(indicator.IntRatio(14, 10)), "0.5 ÷ 0.2 − 1.1")

	ind := accumulated(indicator.Reduction, "%", "17", "17")
	ind.Direction = indicator.Decrease
	m, j := judge(ind)
	assert.Equal(t, indicator.Achieved, j.Verdict, "more is better, whatever the direction of what is reduced")
	met, why := m.Met()
	assert.True(t, met)
	assert.Equal(t, indicator.Present, why)

	m, _ = judge(accumulated(indicator.Reduction, "%", "100", "17"))
	assert.Equal(t, "not-positive", at(t, &m, indicator.FormulaProgressReduction, 2), "nothing is to be left")
	_, j = judge(accumulated(indicator.Reduction, "吨", "17", "17"))
	assert.Equal(t, indicator.NotDefined, j.Reason, "no reduction in per cent")
}

func TestCumulative(t *testing.T) {
	ind := accumulated(indicator.Cumulative, "亿元", "200", "30", "40.5")
	m := indicator.Measure(ind, indicator.Period{})
	assert.Equal(t, "70.5", m.Actual.Value.String())
	assert.Equal(t, "70.50", at(t, &m, indicator.FormulaSum, 2))
	assert.Equal(t, "35.25", at(t, &m, indicator.FormulaAttainment, 2))
	assert.Equal(t, "35.25", at(t, &m, indicator.FormulaProgress, 2))
	assert.Equal(t, "-4.75", at(t, &m, indicator.FormulaScheduleGap, 2))
	assert.Equal(t, "80.00", at(t, &m, indicator.FormulaDue, 2))
	assert.Equal(t, "35.00", at(t, &m, indicator.FormulaYearOnYear, 2), "40.5 ÷ 30 − 1")
	assert.Equal(t, "43.17", at(t, &m, indicator.FormulaRequiredStep, 2), "129.5 ÷ 3")
	assert.Equal(t, "176.25", at(t, &m, indicator.FormulaStraightLine, 2), "70.5 ÷ 0.4")
	figure, _ := m.Figure(indicator.FormulaSum)
	assert.Equal(t, "x1 + x2", figure.Expression())

	m = indicator.Measure(accumulated(indicator.Cumulative, "亿元", "200", "30", "", "250"), indicator.Period{})
	assert.Equal(t, []indicator.Period{indicator.Year(2022)}, m.Gaps())
	assert.Equal(t, "incomplete-series", at(t, &m, indicator.FormulaSum, 2))
	assert.Equal(t, "incomplete-series", at(t, &m, indicator.FormulaAttainment, 2))
	_, why := m.Met()
	assert.Equal(t, indicator.IncompleteSeries, why)

	ind.Baseline = indicator.Period{}
	m = indicator.Measure(ind, indicator.Period{})
	assert.Equal(t, "no-baseline", at(t, &m, indicator.FormulaSum, 2), "a sum has to start somewhere")
}

func TestGrowth(t *testing.T) {
	m := indicator.Measure(accumulated(indicator.Growth, "%", "8", "10", "4.5"), indicator.Period{})
	assert.Equal(t, "1.1495", at(t, &m, indicator.FormulaGrowthIndex, 4), "1.1 × 1.045")
	assert.Equal(t, "7.2147", at(t, &m, indicator.FormulaMeanRate, 4), "√1.1495 − 1")
	assert.Equal(t, "-0.79", at(t, &m, indicator.FormulaRateGap, 2))
	assert.Equal(t, "90.18", at(t, &m, indicator.FormulaAttainmentRate, 2))
	assert.Equal(t, "8.53", at(t, &m, indicator.FormulaRequiredRate, 2), "(1.08⁵ ÷ 1.1495)^⅓ − 1")
	met, why := m.Met()
	assert.False(t, met)
	assert.Equal(t, indicator.Present, why)

	ind := accumulated(indicator.Growth, "%", "10", "21", "0")
	ind.Targets[0].Period = indicator.Year(2022)
	a := indicator.Assess(ind, indicator.Period{}, indicator.Schedule(indicator.Bands{}))
	assert.Equal(t, indicator.Achieved, a.Judgements[0].Verdict, "√1.21 is 1.1 exactly")
	assert.Zero(t, a.Judgements[0].By().Cmp(indicator.IntRatio(0, 1)))

	// The years that are left count as much as those behind, so before its time a rate is on course and not achieved.
	a = indicator.Assess(accumulated(indicator.Growth, "%", "10", "21", "0"), indicator.Period{}, indicator.Schedule(indicator.Bands{}))
	assert.Equal(t, indicator.OnCourse, a.Judgements[0].Verdict)
	assert.Zero(t, a.Judgements[0].By().Cmp(indicator.IntRatio(1, 10)), "10 ÷ 10 − 0.9")

	m = indicator.Measure(accumulated(indicator.Growth, "%", "8", "10", "", "4.5"), indicator.Period{})
	assert.Equal(t, "incomplete-series", at(t, &m, indicator.FormulaMeanRate, 2))
	assert.Equal(t, []indicator.Period{indicator.Year(2022)}, m.Gaps())
}

// A hostile series of rates would otherwise take time with the square of its length.
func TestRatesAreCompoundedOverACenturyAtMost(t *testing.T) {
	of := func(years int) indicator.Measurement {
		ind := accumulated(indicator.Growth, "%", "8")
		ind.Baseline, ind.Targets[0].Period = indicator.Year(1900), indicator.Year(2500)
		for year := range years {
			ind.Series = append(ind.Series, indicator.Observation{Period: indicator.Year(1901 + year), Value: value("0.1234567890123456789012345678901234567")})
		}
		return indicator.Measure(ind, indicator.Period{})
	}
	century, more := of(100), of(101)
	assert.Equal(t, "0.123457", century.MeanRate().Decimal(6, indicator.HalfUp).StringFixed(6))
	assert.Equal(t, indicator.NotDefined, more.MeanRate().Missing())
	text, err := json.Marshal(century.GrowthIndex())
	require.NoError(t, err)
	var back indicator.Ratio
	require.NoError(t, json.Unmarshal(text, &back), "what is written can be read")
	assert.Zero(t, back.Cmp(century.GrowthIndex()))
}

func TestPeriodPrevious(t *testing.T) {
	for p, want := range map[string]string{"2022": "2021", "2022H1": "2021H2", "2022Q3": "2022Q2", "2022-01": "2021-12", "2024-03-01": "2024-02-29", "2022-01-01": "2021-12-31", "0001": "", "0001-01": "", "": ""} {
		assert.Equal(t, want, func() string { q, _ := indicator.ParsePeriod(p); return q.Previous().String() }(), p)
	}
}
