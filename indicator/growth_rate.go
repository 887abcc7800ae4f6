package indicator

import "github.com/planeval/planeval/internal/exact"

// A rate of growth is a mean over the plan: each observation is the rate of its year, in per cent, and what the years
// after the baseline make of 1 gives the mean that is held against the target.

// maxYears bounds the years that are compounded.
const maxYears = 100

// compound returns what the run's rates, in per cent, make of 1: Π (1 + g ÷ 100), or missing for the reason why. It is
// missing for NotPositive when a year leaves nothing, and for NotDefined for more than maxYears years.
func (s Series) compound(why Reason) Ratio {
	if why != Present {
		return Missing(why)
	}
	if len(s) > maxYears {
		return Missing(NotDefined)
	}
	factors := make([]exact.Fraction, len(s))
	for i, o := range s {
		factor := percentOver(o.Value.Ratio(NoObservation))
		if factor.Missing() != Present {
			return factor
		}
		factors[i] = factor.f
	}
	return Ratio{exact.Product(factors)}
}

// percentOver returns 1 + r ÷ 100, missing for NotPositive when it is not above 0.
func percentOver(r Ratio) Ratio {
	factor := whole(1).Add(r.Quo(whole(100)))
	if factor.Missing() == Present && factor.Sign() <= 0 {
		return Missing(NotPositive)
	}
	return factor
}

// GrowthIndex returns what the yearly rates since the baseline make of 1: (1 + g₁ ÷ 100)·(1 + g₂ ÷ 100)·… It is missing
// for IncompleteSeries when a year's rate is missing, and for NotDefined for other kinds than growth.
func (m *Measurement) GrowthIndex() Ratio {
	if m.scheme != compounded {
		return Missing(m.lacks())
	}
	return m.index
}

// mean returns scale·(the mean yearly factor) + shift.
func (m *Measurement) mean(scale, shift Ratio) Root {
	return newRoot(scale, m.GrowthIndex(), 1, len(m.Run), shift)
}

// MeanRate returns 年均增速, the geometric mean of the yearly rates since the baseline, in per cent, which is the target's
// unit. [Measurement.MeanGrowth] is the same as a fraction of 1.
func (m *Measurement) MeanRate() Root { return m.mean(whole(100), whole(-100)) }

// RateAttainment returns 完成率, MeanRate ÷ target. It is missing for NotPositive when the target is below 0, for
// ZeroDenominator when it is 0, and for NotDefined where growth should fall.
func (m *Measurement) RateAttainment() Root {
	if d := m.Indicator.Direction; m.scheme != compounded || d != Increase && d != Maintain {
		return missingRoot(m.lacks())
	}
	per := whole(100).Quo(m.t)
	if per.Missing() == Present && per.Sign() < 0 {
		per = Missing(NotPositive)
	}
	return m.mean(per, whole(0).Sub(per))
}

// RateGap returns MeanRate − target as a fraction of 1, to be shown in percentage points.
func (m *Measurement) RateGap() Root {
	return m.mean(whole(1), whole(-1).Sub(m.t.Quo(whole(100))))
}

// compoundedRest is what the years that are left have to make of 1 for the mean rate to reach the target. It is missing
// for PeriodUnaligned where the plan or what is left of it is no whole number of years.
func (m *Measurement) compoundedRest() Ratio {
	years, whole := m.Span.wholeYears()
	_, also := m.Left.wholeYears()
	switch {
	case m.elapsed.Missing() != Present:
		return m.elapsed
	case !whole || !also:
		return Missing(PeriodUnaligned)
	}
	return power(percentOver(m.t), years).Quo(m.index)
}

// power returns r to the n, missing for NotDefined where n is above maxYears.
func power(r Ratio, n int) Ratio {
	if n > maxYears {
		return Missing(NotDefined)
	}
	factors := make([]exact.Fraction, n)
	for i := range factors {
		factors[i] = r.f
	}
	return Ratio{exact.Product(factors)}
}

func (m *Measurement) growthFigures(in *inputs) []Figure {
	rates := m.Run.numbered("g")
	with := func(more ...Input) []Input { return append(rates[:len(rates):len(rates)], more...) }
	years := Input{Symbol: "k"}
	if len(rates) > 0 {
		years.Value = IntValue(int64(len(rates)))
	}
	plan, left := Input{Symbol: "n"}, Input{Symbol: "m"}
	if n, whole := m.Span.wholeYears(); whole {
		plan.Value = IntValue(int64(n))
	}
	if n, whole := m.Left.wholeYears(); whole {
		left.Value = IntValue(int64(n))
	}
	return []Figure{
		{FormulaGrowthIndex, rates, "", m.GrowthIndex()},
		{FormulaMeanRate, with(years), "", m.MeanGrowth()},
		{FormulaAttainmentRate, with(years, in.t), "", m.RateAttainment()},
		{FormulaRateGap, with(years, in.t), "", m.RateGap()},
		{FormulaElapsed, []Input{in.k, in.n}, "", m.Elapsed()},
		{FormulaPointChange, []Input{in.a, in.p}, DifferenceUnit(m.Indicator.Unit), m.PointChange()},
		{FormulaRequiredRate, with(in.t, plan, left), "", m.RequiredGrowth()},
	}
}

// achievedRate is achieved for a mean rate, which is held against the target as a fraction of 1.
func (m *Measurement) achievedRate() Judgement {
	low, high := m.bounds()
	one, hundred := whole(1), whole(100)
	index, years := m.GrowthIndex(), len(m.Run)
	middle := low.Add(high).Quo(whole(2))
	j := Judgement{Verdict: Achieved, Decisive: FormulaMeanRate}
	if low.Missing() != Present || high.Missing() == Present && m.MeanRate().Cmp(middle) > 0 {
		j.Threshold = high.Quo(hundred)
		j.Irrational = newRoot(whole(-1), index, 1, years, one.Add(j.Threshold))
		return j
	}
	j.Threshold = low.Quo(hundred)
	j.Irrational = newRoot(one, index, 1, years, whole(-1).Sub(j.Threshold))
	return j
}
