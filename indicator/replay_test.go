package indicator_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/internal/replay"
	"github.com/stretchr/testify/require"
)

func TestReplaySeed(t *testing.T) {
	figures := 0
	for _, s := range seeds() {
		m := indicator.Measure(s.indicator, evaluationDate)
		for _, f := range slices.Concat(m.Figures(), projected(&m), steps(&m)) {
			require.NoError(t, replay.Check(f))
			figures++
		}
	}
	require.Greater(t, figures, 100)
}

func TestReplayPublished(t *testing.T) {
	for _, p := range readPublished(t) {
		m := p.measure()
		for _, f := range m.Figures() {
			require.NoError(t, replay.Check(f))
		}
	}
}

func TestReplayGenerated(t *testing.T) {
	random := rand.New(rand.NewPCG(14, 5))
	present := map[indicator.Formula]int{}
	for range 6000 {
		ind := generate(random)
		if random.IntN(2) == 0 {
			ind = generateAccumulated(random)
		}
		m := indicator.Measure(ind, indicator.Period{})
		if random.IntN(3) == 0 {
			m = indicator.Measure(ind, indicator.Day(2018+random.IntN(10), 1+random.IntN(12), 28))
		}
		for _, f := range slices.Concat(m.Figures(), projected(&m), steps(&m)) {
			require.NoError(t, replay.Check(f))
			if f.Result.Missing() == indicator.Present {
				present[f.Formula]++
			}
		}
		checkVerdicts(t, &m)
	}
	for _, f := range indicator.Formulas() {
		if slices.Contains(notOfAnIndicator, f) {
			continue
		}
		switch f {
		case indicator.FormulaObservedGrowth, indicator.FormulaNeededGrowth, indicator.FormulaGrowthRatio,
			indicator.FormulaDirectedGrowth, indicator.FormulaLimitCoefficient, indicator.FormulaScaledGrowth,
			indicator.FormulaRatioScore, indicator.FormulaGrowthScore, indicator.FormulaScaledScore,
			indicator.FormulaBestScore, indicator.FormulaWorstScore:
			continue // of the method open-sdg
		}
		require.Greater(t, present[f], 30, "%s was hardly ever there", f)
	}
}

// checkVerdicts checks what holds for every method and every measurement.
func checkVerdicts(t *testing.T, m *indicator.Measurement) {
	t.Helper()
	met, why := m.Met()
	over := !m.Target.Period.IsZero() && m.Target.Period.End().Compare(m.Actual.Period.End()) <= 0
	for _, method := range append(everyMethod(), indicator.EnergyAssessment(indicator.EnergyPoints{Measures: indicator.IntValue(50)})) {
		j := indicator.Judge(method, m)
		if j.Verdict == indicator.NotJudged {
			require.NotEqual(t, indicator.Present, j.Reason, "%s: no verdict is without a reason", method.ID)
			require.False(t, j.Favourable || j.Veto, method.ID)
			continue
		}
		require.Equal(t, indicator.Present, j.Threshold.Missing(), "%s: %s has a threshold, %+v", method.ID, j.Verdict, m.Indicator)
		require.Equal(t, indicator.Present, j.By().Missing(), "%s: %s has a margin, %+v", method.ID, j.Verdict, m.Indicator)
		if why == indicator.Present && met {
			require.False(t, j.Veto, "%s vetoes what is met, %+v", method.ID, m.Indicator)
		} else if over {
			require.False(t, j.Favourable, "%s favours what was missed, %+v", method.ID, m.Indicator)
		}
	}
	for _, p := range m.Projections() {
		if p.MetReason == indicator.Present && p.MeetsReason == indicator.Present && p.Met.End().Compare(m.Target.Period.End()) <= 0 && m.Indicator.Direction != indicator.Range {
			require.True(t, p.Meets, "%s meets the target in %s, %+v", p.Value.Formula, p.Met, m.Indicator)
		}
		if over {
			require.NotEqual(t, indicator.Present, p.Value.Result.Missing(), "%s: nothing is left to project", p.Value.Formula)
		}
	}
}

// steps returns the methods' own figures.
func steps(m *indicator.Measurement) []indicator.Figure {
	var list []indicator.Figure
	for _, method := range append(everyMethod(), indicator.EnergyAssessment(indicator.EnergyPoints{Measures: indicator.IntValue(50)})) {
		list = append(list, method.Steps(m)...)
	}
	return list
}

// projected returns the figures of all projections.
func projected(m *indicator.Measurement) []indicator.Figure {
	trend := m.Trend()
	list := []indicator.Figure{trend.Slope, trend.Intercept}
	for _, p := range m.Projections() {
		list = append(list, p.Value, p.Attainment, p.Shortfall)
	}
	return list
}

// generate makes an indicator of any direction over years, half-years, quarters, months or a mixture, with numbers
// that may be absent, zero or negative.
func generate(random *rand.Rand) indicator.Indicator {
	ind := indicator.Indicator{
		Code: "g", Name: "指标", Unit: []string{"家", "%", "‰"}[random.IntN(3)],
		Direction: []indicator.Direction{indicator.Increase, indicator.Decrease, indicator.Range, indicator.Maintain}[random.IntN(4)],
		Kind:      []indicator.Kind{indicator.Level, indicator.Flow}[random.IntN(2)],
	}
	form := random.IntN(7)
	periodOf := func(year int) indicator.Period {
		form := form
		if form == 5 { // mixed
			form = random.IntN(5)
		}
		switch form {
		case 0:
			return indicator.Year(year)
		case 1:
			return indicator.MustPeriod(fmt.Sprintf("%04dH%d", year, 1+random.IntN(2)))
		case 2:
			return indicator.MustPeriod(fmt.Sprintf("%04dQ%d", year, 1+random.IntN(4)))
		case 3:
			return indicator.Month(year, 1+random.IntN(12))
		case 4:
			if month := indicator.Month(year, 1+random.IntN(12)); random.IntN(2) == 0 {
				return month.End() // whole months
			}
			return indicator.Day(year, 1+random.IntN(12), 15)
		}
		return indicator.Year(year)
	}
	ind.ByDay = random.IntN(80) == 0
	if ind.Direction == indicator.Decrease && random.IntN(3) == 0 {
		ind.Attainment = indicator.AttainmentDifference
	}
	number := func() indicator.Value {
		n := indicator.MustValue(fmt.Sprintf("%d.%02d", 1+random.IntN(5000), random.IntN(100)))
		switch random.IntN(16) {
		case 0:
			return indicator.Value{}
		case 1:
			return indicator.IntValue(0)
		case 2:
			return indicator.IntValue(-int64(random.IntN(100)))
		case 3:
			return indicator.MustValue(fmt.Sprintf("%d.%018d", random.Uint64(), random.Int64N(1e18)))
		}
		return n
	}
	if random.IntN(10) > 0 {
		ind.Baseline = periodOf(2020)
		ind.Series = append(ind.Series, indicator.Observation{Period: ind.Baseline, Value: number()})
	}
	same := periodOf(2001)
	for year := 2019 + random.IntN(3); year < 2021+random.IntN(7); year++ {
		p := periodOf(year)
		if form != 5 && random.IntN(2) == 0 && !same.IsZero() { // the same part of each year, so that years can be compared
			p = indicator.MustPeriod(fmt.Sprintf("%04d", year) + same.String()[4:])
		}
		last := ind.Series[max(len(ind.Series)-1, 0):]
		if before := p.Previous(); form != 5 && random.IntN(3) == 0 && (len(last) == 0 || last[0].Period.Compare(before) < 0) {
			ind.Series = append(ind.Series, indicator.Observation{Period: before, Value: number()})
		}
		ind.Series = append(ind.Series, indicator.Observation{Period: p, Value: number()})
	}
	if random.IntN(10) > 0 {
		target := indicator.Target{Period: periodOf(2023 + random.IntN(4)), Value: number()}
		if ind.Direction == indicator.Range {
			target.Low, target.High, target.Value = number(), number(), indicator.Value{}
		}
		ind.Targets = append(ind.Targets, target)
	}
	return ind
}

// generateAccumulated makes a cumulative, reduction or growth indicator over years or half-years, mostly without gaps.
func generateAccumulated(random *rand.Rand) indicator.Indicator {
	number := func(most int) indicator.Value {
		return indicator.MustValue(fmt.Sprintf("%d.%02d", random.IntN(most)-2, random.IntN(100)))
	}
	ind := indicator.Indicator{
		Code: "g", Name: "指标", Unit: "%", Direction: []indicator.Direction{indicator.Increase, indicator.Decrease}[random.IntN(8)/7],
		Kind: []indicator.Kind{indicator.Cumulative, indicator.Reduction, indicator.Growth}[random.IntN(3)], Baseline: indicator.Year(2020),
		Nature:  []indicator.Nature{indicator.Binding, indicator.Anticipatory}[random.IntN(2)],
		Targets: []indicator.Target{{Period: indicator.Year(2022 + random.IntN(5)), Value: number(60)}},
	}
	if random.IntN(4) == 0 {
		ind.Baseline = indicator.Month(2020, []int{12, 12, 6}[random.IntN(3)])
	}
	if random.IntN(4) == 0 {
		ind.Targets[0].Period = indicator.Month(2025, []int{12, 6}[random.IntN(2)])
	}
	if ind.Kind == indicator.Cumulative {
		ind.Unit = []string{"亿元", "%"}[random.IntN(2)]
	}
	if ind.Kind != indicator.Reduction && random.IntN(2) == 0 {
		ind.Series = indicator.Series{{Period: ind.Baseline, Value: number(60)}}
	}
	for year := 2021; year < 2021+random.IntN(6); year++ {
		if random.IntN(12) == 0 {
			continue
		}
		if ind.Kind == indicator.Cumulative && year%2 == 0 && random.IntN(9) == 0 {
			ind.Series = append(ind.Series, indicator.Observation{Period: indicator.Half(year, 1), Value: number(60)})
		}
		ind.Series = append(ind.Series, indicator.Observation{Period: indicator.Year(year), Value: number(60)})
	}
	return ind
}
