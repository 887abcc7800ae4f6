package indicator

import "github.com/planeval/planeval/internal/exact"

// FormulaMeanGrowthSum is 年均增速 by the cumulative method 累计法, an equation for the rate r.
const FormulaMeanGrowthSum Formula = "mean-growth-sum"

// SumRate is an exact yearly rate r, in general irrational, at which n years after a baseline b come to a given sum:
// b·((1 + r) + (1 + r)² + … + (1 + r)ⁿ). It is compared by putting fractions into the equation, and rounded correctly
// once. The zero SumRate is missing for the reason NotComputed.
type SumRate struct{ irrational[exact.SumRoot] }

// missingSumRate returns the SumRate that is absent for the given reason.
func missingSumRate(why Reason) SumRate { return SumRate{irrational[exact.SumRoot]{reason: why}} }

// MeanGrowthSum returns 年均增速 by the cumulative method 累计法 (方程法): the constant yearly rate at which the years after
// the baseline would have come to the sum that they did come to, where [Measurement.MeanGrowth] looks at the last year
// alone. It is for flows by the year; for others it is missing for NotComputed, since the sum of a stock over years means
// nothing. It is missing for NotPositive when the baseline or the sum is not above 0, and for IncompleteSeries when a
// year between the baseline and the actual is.
func (m *Measurement) MeanGrowthSum() SumRate {
	switch {
	case m.scheme != plain:
		return missingSumRate(m.lacks())
	case m.Indicator.Kind != Flow || !m.Actual.Period.IsZero() && !m.Actual.Period.IsYear():
		return missingSumRate(NotComputed)
	}
	run, why := m.run(m.observations())
	if why != Present {
		return missingSumRate(why)
	}
	sum := growthFactor(run.sum().Ratio(NotDefined), m.b)
	switch {
	case sum.Missing() != Present:
		return missingSumRate(sum.Missing())
	case sum.Sign() <= 0:
		return missingSumRate(NotPositive)
	}
	s := exact.SumRoot{Sum: sum.f, Terms: len(run)}
	if !s.Valid() {
		return missingSumRate(NotDefined)
	}
	return SumRate{irrational[exact.SumRoot]{n: s, present: true}}
}

// meanGrowthSum is MeanGrowthSum with its working.
func (m *Measurement) meanGrowthSum(in *inputs) Figure {
	rate := m.MeanGrowthSum()
	f := Figure{FormulaMeanGrowthSum, []Input{in.b, {Symbol: "n"}}, "", rate}
	if rate.Missing() == NotComputed {
		return f
	}
	run, _ := m.run(m.observations())
	if len(run) > 0 {
		f.Inputs[1].Value = IntValue(int64(len(run)))
	}
	f.Inputs = append(f.Inputs, run.numbered("x")...)
	return f
}
