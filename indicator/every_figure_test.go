package indicator_test

import (
	"testing"

	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/internal/replay"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestEveryFigureOfOddNumbers has every figure of an indicator whose numbers are odd: fractions, growth in per cent and
// projections by growth with two places, or the reason why there is none. The baseline is of 2020 and the target of
// 2025 where the name does not say otherwise.
func TestEveryFigureOfOddNumbers(t *testing.T) {
	type figures map[indicator.Formula]string
	// all puts the figures together in the order of Figures: attainment, progress, elapsed, gap and pace; due by a line and
	// by growth; growth on last year, multiple, mean growth by the level and by the sum; required growth and step; and
	// projections by a line, by growth and by the last step.
	order := []indicator.Formula{
		indicator.FormulaAttainment, indicator.FormulaProgress, indicator.FormulaElapsed, indicator.FormulaScheduleGap, indicator.FormulaPace,
		indicator.FormulaDue, indicator.FormulaDueGeometric,
		indicator.FormulaYearOnYear, indicator.FormulaMultiple, indicator.FormulaMeanGrowth, indicator.FormulaMeanGrowthSum,
		indicator.FormulaRequiredGrowth, indicator.FormulaRequiredStep,
		indicator.FormulaStraightLine, indicator.FormulaConstantGrowth, indicator.FormulaLastStep,
	}
	all := func(want ...string) figures {
		require.Len(t, want, len(order))
		named := figures{}
		for i, f := range order {
			if want[i] != "" {
				named[f] = want[i]
			}
		}
		return named
	}
	flow := func(target string, years ...string) indicator.Indicator {
		ind := yearly(indicator.Increase, "", "", target)
		ind.Kind = indicator.Flow
		for i := 0; i < len(years); i += 2 {
			ind = observed(ind, years[i], years[i+1])
		}
		return ind
	}
	due := func(ind indicator.Indicator, year string) indicator.Indicator {
		return aimed(ind, func(t *indicator.Target) { t.Period = period(year) })
	}
	const (
		zero, low    = "zero-denominator", "not-positive"
		base, none   = "no-baseline", "no-observation"
		late, noTime = "after-target", "no-time"
	)
	tests := []struct {
		name string
		ind  indicator.Indicator
		want figures
	}{
		{"zero everywhere", flow("0", "2020", "0", "2021", "0", "2022", "0"),
			all(zero, zero, "2/5", zero, zero, "0", low, low, low, low, low, low, "0", "0", low, "0")},
		{"zero at last", flow("200", "2020", "100", "2021", "50", "2022", "0"), // 50 of 100 in two years: x + x² = 1/2
			all("0", "-1", "2/5", "-7/5", "-5/2", "140", "131.95", "-1", "0", low, "-63.40", low, "200/3", "-150", low, "-150")},
		{"zero at first", flow("100", "2020", "0", "2021", "0", "2022", "40"),
			all("2/5", "2/5", "2/5", "0", "1", "40", low, low, low, low, low, "35.72", "20", "100", low, "160")},
		{"negative everywhere", flow("-2", "2020", "-10", "2021", "-8", "2022", "-5"),
			all(low, "5/8", "2/5", "9/40", "25/16", "-34/5", low, low, low, low, low, low, "1", "5/2", low, "4")},
		{"a change of sign upward", flow("30", "2020", "-10", "2021", "-2", "2022", "10"),
			all("1/3", "1/2", "2/5", "1/10", "5/4", "6", low, low, low, low, low, "44.22", "20/3", "40", low, "46")},
		{"a change of sign downward", flow("30", "2020", "10", "2021", "5", "2022", "-10"),
			all(low, "-1", "2/5", "-7/5", "-5/2", "18", "15.52", "-3", "-1", low, low, low, "40/3", "-40", low, "-55")},
		{"baseline and target equal", flow("100", "2020", "100", "2021", "110", "2022", "120"), // x + x² = 2.3
			all("6/5", zero, "2/5", zero, zero, "100", "100.00", "1/11", "6/5", "9.54", "9.69", "-5.90", "-20/3", "150", "157.74", "150")},
		{"a baseline after the last observation", flow("200", "2018", "80", "2019", "90"),
			all("9/20", base, "before-baseline", base, base, base, base, "1/8", base, base, "before-baseline", "14.23", "55/3", base, base, "150")},
		{"a target in the past", due(flow("200", "2020", "100", "2021", "110", "2022", "120", "2023", "150"), "2021"), // x + x² + x³ = 3.8
			all("3/4", "1/2", "1", "-1/2", "1/2", "200", "200.00", "1/4", "3/2", "14.47", "12.29", late, late, late, late, late)},
		{"a target before the baseline", due(flow("200", "2020", "100", "2021", "110", "2022", "150"), "2019"), // x + x² = 2.6
			all("3/4", "1/2", noTime, noTime, noTime, noTime, noTime, "4/11", "3/2", "22.47", "18.82", late, late, noTime, noTime, late)},
		{"one observation, at the baseline", yearly(indicator.Increase, "100", "", "200"),
			all("1/2", "0", "0", "0", noTime, "100", noTime, "no-previous", "1", noTime, "", "14.87", "20", noTime, noTime, "no-previous")},
		{"one observation, after a baseline without a number", flow("200", "2022", "150"),
			all("3/4", base, "2/5", base, base, base, base, "no-previous", base, base, "incomplete-series", "10.06", "50/3", base, base, "no-previous")},
		{"no observation", flow("200"),
			all(none, none, none, none, none, base, base, none, none, none, none, none, none, base, base, none)},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			m := indicator.Measure(test.ind, indicator.Period{})
			got := figures{}
			for _, f := range m.Figures() {
				require.NoError(t, replay.Check(f))
				got[f.Formula] = asFraction(f)
			}
			assert.Equal(t, test.want, got)
		})
	}
}
