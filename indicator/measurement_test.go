package indicator_test

import (
	"testing"

	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/assert"
)

// yearly returns a level with a baseline of 2020, an actual of 2022 and a target for 2025; an empty text leaves one out.
func yearly(direction indicator.Direction, baseline, actual, target string) indicator.Indicator {
	ind := indicator.Indicator{
		Code: "a", Name: "指标", Unit: "家", Direction: direction, Kind: indicator.Level, Baseline: period("2020"),
	}
	if baseline != "" {
		ind.Series = append(ind.Series, indicator.Observation{Period: period("2020"), Value: value(baseline)})
	}
	if actual != "" {
		ind.Series = append(ind.Series, indicator.Observation{Period: period("2022"), Value: value(actual)})
	}
	if target != "" {
		ind.Targets = []indicator.Target{{Period: period("2025"), Value: value(target)}}
	}
	return ind
}

// observed adds an observation.
func observed(ind indicator.Indicator, p, v string) indicator.Indicator {
	ind.Series = append(ind.Series, indicator.Observation{Period: period(p), Value: value(v)})
	return ind
}

// TestFigures has one row a case: the fraction of each figure, or the reason why it is missing. A figure that is not
// named is not looked at.
func TestFigures(t *testing.T) {
	type figures map[indicator.Formula]string
	const (
		attainment, decrease         = indicator.FormulaAttainment, indicator.FormulaAttainmentDecrease
		low, high, within            = indicator.FormulaAttainmentLow, indicator.FormulaAttainmentHigh, indicator.FormulaAttainmentWithin
		progress, elapsed, gap, pace = indicator.FormulaProgress, indicator.FormulaElapsed, indicator.FormulaScheduleGap, indicator.FormulaPace
		due, dueGeometric            = indicator.FormulaDue, indicator.FormulaDueGeometric
		yearOnYear, mean             = indicator.FormulaYearOnYear, indicator.FormulaMeanGrowth
		requiredGrowth, requiredStep = indicator.FormulaRequiredGrowth, indicator.FormulaRequiredStep
		line, constant, last         = indicator.FormulaStraightLine, indicator.FormulaConstantGrowth, indicator.FormulaLastStep
	)
	inRange := func(actual, lowBound, highBound string) indicator.Indicator {
		ind := yearly(indicator.Range, "90", actual, "")
		bound := indicator.Target{Period: period("2025")}
		if lowBound != "" {
			bound.Low = value(lowBound)
		}
		if highBound != "" {
			bound.High = value(highBound)
		}
		ind.Targets = []indicator.Target{bound}
		return ind
	}
	with := func(ind indicator.Indicator, change func(*indicator.Indicator)) indicator.Indicator {
		change(&ind)
		return ind
	}
	tests := []struct {
		name string
		ind  indicator.Indicator
		want figures
	}{
		{"an increasing indicator half way in two of five years", yearly(indicator.Increase, "100", "150", "200"),
			figures{attainment: "3/4", progress: "1/2", elapsed: "2/5", gap: "1/10", pace: "5/4", due: "140", requiredStep: "50/3", line: "225", yearOnYear: "no-previous", last: "no-previous"}},
		{"a decreasing indicator is target by actual, and progresses downward", yearly(indicator.Decrease, "100", "80", "50"),
			figures{decrease: "5/8", progress: "2/5", pace: "1", due: "80", requiredStep: "-10"}},
		{"moving away from the target is negative progress", yearly(indicator.Increase, "100", "90", "200"),
			figures{attainment: "9/20", progress: "-1/10", gap: "-1/2", pace: "-1/4"}},
		{"a decreasing indicator that rises moves away", yearly(indicator.Decrease, "100", "110", "50"),
			figures{progress: "-1/5", pace: "-1/2"}},
		{"more than ten times the target is kept", yearly(indicator.Increase, "0", "11000", "1000"), // number-31
			figures{attainment: "11", progress: "11"}},
		{"target equal to the baseline", yearly(indicator.Increase, "100", "120", "100"),
			figures{attainment: "6/5", progress: "zero-denominator", gap: "zero-denominator", pace: "zero-denominator", due: "100", dueGeometric: "100.00", elapsed: "2/5"}},
		{"target zero", yearly(indicator.Decrease, "100", "40", "0"),
			figures{decrease: "0", progress: "3/5", due: "60", dueGeometric: "not-positive", requiredGrowth: "not-positive", requiredStep: "-40/3"}},
		{"target and actual zero", yearly(indicator.Decrease, "100", "0", "0"), // number-28
			figures{decrease: "zero-denominator", progress: "1", mean: "not-positive", requiredGrowth: "not-positive", requiredStep: "0"}},
		{"an increasing indicator with target zero", yearly(indicator.Increase, "-10", "-5", "0"),
			figures{attainment: "zero-denominator", progress: "1/2", requiredStep: "5/3"}},
		{"a baseline of zero", yearly(indicator.Increase, "0", "40", "100"),
			figures{attainment: "2/5", progress: "2/5", due: "40", dueGeometric: "not-positive", mean: "not-positive", line: "100", constant: "not-positive"}},
		{"negative numbers grow by no rate", yearly(indicator.Increase, "-10", "-5", "-2"), // number-27
			figures{progress: "5/8", mean: "not-positive", requiredGrowth: "not-positive", dueGeometric: "not-positive", constant: "not-positive", requiredStep: "1"}},
		{"a change of sign", yearly(indicator.Increase, "-10", "10", "30"),
			figures{attainment: "1/3", progress: "1/2", mean: "not-positive", constant: "not-positive", requiredGrowth: "44.22"}},
		{"from a positive to a negative number", yearly(indicator.Decrease, "10", "-10", "-30"),
			figures{progress: "1/2", mean: "not-positive", requiredGrowth: "not-positive"}},
		{"no baseline", yearly(indicator.Increase, "", "150", "200"),
			figures{attainment: "3/4", progress: "no-baseline", elapsed: "2/5", gap: "no-baseline", pace: "no-baseline", due: "no-baseline", dueGeometric: "no-baseline", mean: "no-baseline", line: "no-baseline", constant: "no-baseline", requiredStep: "50/3"}},
		{"no baseline period either", with(yearly(indicator.Increase, "", "150", "200"), func(ind *indicator.Indicator) { ind.Baseline = indicator.Period{} }),
			figures{attainment: "3/4", progress: "no-baseline", elapsed: "no-baseline", pace: "no-baseline", requiredStep: "50/3"}},
		{"no observation at all", yearly(indicator.Increase, "", "", "200"),
			figures{attainment: "no-observation", progress: "no-observation", elapsed: "no-observation", pace: "no-observation", due: "no-baseline", mean: "no-observation", requiredGrowth: "no-observation", requiredStep: "no-observation", line: "no-baseline", last: "no-observation"}},
		{"no target", yearly(indicator.Increase, "100", "150", ""),
			figures{attainment: "no-target", progress: "no-target", elapsed: "no-target", due: "no-target", mean: "22.47", requiredGrowth: "no-target", requiredStep: "no-target", line: "no-target", constant: "no-target", last: "no-previous"}},
		{"no target, and a year before", observed(yearly(indicator.Increase, "100", "150", ""), "2023", "160"),
			figures{yearOnYear: "1/15", last: "no-target", mean: "16.96"}},
		{"the actual is the baseline itself", yearly(indicator.Increase, "100", "", "200"),
			figures{attainment: "1/2", progress: "0", elapsed: "0", gap: "0", pace: "no-time", due: "100", dueGeometric: "no-time", mean: "no-time", line: "no-time", constant: "no-time", requiredStep: "20"}},
		{"the last observation lies before the baseline", with(observed(yearly(indicator.Increase, "", "", "200"), "2019", "90"), func(*indicator.Indicator) {}),
			figures{attainment: "9/20", progress: "no-baseline", elapsed: "before-baseline", mean: "no-baseline"}},
		{"at the target's period no time is left", observed(yearly(indicator.Increase, "100", "150", "200"), "2025", "190"),
			figures{attainment: "19/20", progress: "9/10", elapsed: "1", pace: "9/10", due: "200", dueGeometric: "200.00", mean: "13.70", requiredGrowth: "after-target", requiredStep: "after-target", line: "after-target", constant: "after-target"}},
		{"past the target's period elapsed time stays at one, and mean growth counts on", observed(yearly(indicator.Increase, "100", "150", "200"), "2026", "190"),
			figures{elapsed: "1", progress: "9/10", due: "200", mean: "11.29", requiredGrowth: "after-target", requiredStep: "after-target", line: "after-target", constant: "after-target"}},
		{"three yearly steps left", observed(observed(yearly(indicator.Increase, "100", "", "200"), "2021", "120"), "2022", "150"),
			figures{yearOnYear: "1/4", last: "240"}},
		{"the previous year was zero", observed(observed(yearly(indicator.Increase, "100", "", "200"), "2021", "0"), "2022", "150"),
			figures{yearOnYear: "not-positive", last: "600"}},
		{"quarters count in months", with(yearly(indicator.Increase, "100", "", "200"), func(ind *indicator.Indicator) {
			*ind = observed(observed(*ind, "2021Q3", "110"), "2022Q3", "130")
		}), figures{elapsed: "7/20", progress: "3/10", pace: "6/7", yearOnYear: "2/11", mean: "16.17", requiredStep: "280/13", last: "195", line: "1300/7"}}, // 21 of 60 months, 39 left
		{"a baseline within the year and yearly data", with(observed(yearly(indicator.Increase, "", "150", "200"), "2023", "170"), func(ind *indicator.Indicator) {
			ind.Baseline = period("2020-12")
			ind.Series = append(indicator.Series{{Period: period("2020-12"), Value: value("100")}}, ind.Series...)
		}), figures{elapsed: "3/5", mean: "19.35", requiredStep: "15", requiredGrowth: "8.47", last: "210"}},
		{"a day in the middle of a month", observed(yearly(indicator.Increase, "100", "", "200"), "2022-07-15", "150"),
			figures{attainment: "3/4", progress: "1/2", elapsed: "period-unaligned", gap: "period-unaligned", pace: "period-unaligned", due: "period-unaligned", dueGeometric: "period-unaligned", mean: "period-unaligned", requiredGrowth: "period-unaligned", requiredStep: "period-unaligned", line: "period-unaligned", constant: "period-unaligned"}},
		{"forty-one years of months are too many for a growth rate", func() indicator.Indicator {
			ind := observed(observed(yearly(indicator.Increase, "", "", "200"), "1980-12", "100"), "2021-12", "150")
			ind.Baseline = period("1980-12")
			return ind
		}(), figures{progress: "1/2", elapsed: "41/45", mean: "not-defined", dueGeometric: "not-defined", requiredGrowth: "7.46", due: "1720/9"}},
		{"inside a range", inRange("102", "100", "105"), figures{within: "1", progress: "not-defined", pace: "not-defined", due: "not-defined", dueGeometric: "not-defined", elapsed: "2/5"}},
		{"at the low end of a range", inRange("100.0", "100", "105"), figures{within: "1"}},
		{"at the high end of a range", inRange("105.0", "100", "105"), figures{within: "1"}},
		{"below a range", inRange("95", "100", "105"), figures{low: "19/20"}},
		{"above a range", inRange("210", "100", "105"), figures{high: "1/2"}},
		{"above a range without a low end", inRange("210", "", "105"), figures{high: "1/2"}},
		{"below a range without a high end", inRange("50", "100", ""), figures{low: "1/2"}},
		{"a range without ends", inRange("50", "", ""), figures{within: "no-target"}},
		{"a range and no observation", with(inRange("50", "100", "105"), func(ind *indicator.Indicator) { ind.Series = nil }), figures{within: "no-observation"}},
		{"something to maintain has attainment and no way to go", yearly(indicator.Maintain, "95", "96", "95"), figures{attainment: "96/95", progress: "not-defined", pace: "not-defined"}},
		{"a cumulative indicator with a gap is not summed", with(yearly(indicator.Increase, "100", "150", "200"), func(ind *indicator.Indicator) { ind.Kind = indicator.Cumulative }),
			figures{attainment: "incomplete-series", progress: "incomplete-series", elapsed: "2/5"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			m := indicator.Measure(test.ind, indicator.Period{})
			got := figures{}
			for _, f := range m.Figures() {
				if _, asked := test.want[f.Formula]; asked {
					got[f.Formula] = asFraction(f)
				}
			}
			assert.Equal(t, test.want, got)
		})
	}
}

// asFraction writes a figure that is a fraction as one, and others in per cent or to two places.
func asFraction(f indicator.Figure) string {
	switch r, isRatio := f.Result.(indicator.Ratio); {
	case isRatio:
		return r.String()
	case f.Formula.Display() == indicator.Percent:
		return percent(f.Result)
	}
	return amount(f.Result, "0.00")
}

func TestMeasureAsOf(t *testing.T) {
	ind := yearly(indicator.Increase, "100", "150", "200")
	ind.Series = append(ind.Series, indicator.Observation{Period: period("2023"), Status: indicator.Unavailable})
	tests := []struct {
		name, asOf, want string
	}{
		{"without a date everything counts", "", "2022"},
		{"a year that has ended counts", "2023-08-31", "2022"},
		{"a year counts on its last day", "2022-12-31", "2022"},
		{"a year does not count on the day before", "2022-12-30", "2020"},
		{"a year given as a date stands for its last day", "2022", "2022"},
		{"an observation without a value does not count", "2030", "2022"},
		{"nothing had been observed", "2019", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			m := indicator.Measure(ind, period(test.asOf))
			assert.Equal(t, test.want, m.Actual.Period.String())
			assert.Equal(t, period(test.asOf), m.AsOf)
		})
	}
}

func TestZeroMeasurement(t *testing.T) {
	var m indicator.Measurement
	assert.Empty(t, m.Figures(), "the zero Measurement has no figures")
	met, why := m.Met()
	assert.False(t, met)
	assert.Equal(t, indicator.NotComputed, why)

	m = indicator.Measure(indicator.Indicator{}, indicator.Period{})
	for _, f := range m.Figures() {
		assert.Equal(t, indicator.NotDefined, f.Result.Missing(), "an indicator of no kind")
	}
}

func TestShares(t *testing.T) {
	assert.True(t, indicator.IsShare("%"))
	assert.True(t, indicator.IsShare("‰"))
	assert.False(t, indicator.IsShare("家"))
	assert.Equal(t, "pp", indicator.DifferenceUnit("%"))
	assert.Equal(t, "‰", indicator.DifferenceUnit("‰"))
	assert.Equal(t, "家", indicator.DifferenceUnit("家"))

	ind := observed(yearly(indicator.Increase, "5.0", "6.0", "8"), "2023", "6.5")
	ind.Unit = "‰"
	m := indicator.Measure(ind, indicator.Period{})
	assert.Equal(t, indicator.SharesUsePoints, m.YearOnYear().Missing())
	assert.Equal(t, "1/2", m.PointChange().String())
}

func TestMeasureDoesNotAllocate(t *testing.T) {
	all := seeds()
	verdicts := 0
	assert.Zero(t, testing.AllocsPerRun(100, func() {
		for i := range all {
			m := indicator.Measure(all[i].indicator, evaluationDate)
			if met, _ := m.Met(); met || m.Pace().Sign() > 0 {
				verdicts++
			}
		}
	}))
}
