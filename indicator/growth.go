package indicator

import "github.com/planeval/planeval/internal/exact"

// YearOnYear returns 同比, growth on the same period of the previous year: a ÷ p − 1; of a cumulative indicator, of its
// last amount. It is missing for SharesUsePoints when the unit is that of a share.
func (m *Measurement) YearOnYear() Ratio {
	switch {
	case m.scheme != plain && m.scheme != summed:
		return Missing(m.lacks())
	case m.share:
		return Missing(SharesUsePoints)
	}
	return RelativeGrowth(m.last(), m.p)
}

// PointChange returns the change of a share on the same period of the previous year, a − p, in percentage points
// 百分点, for ‰ in ‰. It is missing for NotComputed when the unit is not that of a share.
func (m *Measurement) PointChange() Ratio {
	switch {
	case m.scheme != plain && m.scheme != summed && m.scheme != compounded:
		return Missing(m.lacks())
	case !m.share:
		return Missing(NotComputed)
	}
	return m.last().Sub(m.p)
}

// last is the last number observed: the actual, of a cumulative indicator the last amount of its run.
func (m *Measurement) last() Ratio {
	switch {
	case m.scheme != summed:
		return m.a
	case len(m.Run) == 0:
		return Missing(m.a.Missing())
	}
	return m.Run[len(m.Run)-1].Value.Ratio(NoObservation)
}

// Preceding returns the observation of the period before the actual's, 上期: of the quarter before a quarter, the month
// before a month. Its Value is absent where there is none.
func (m *Measurement) Preceding() Observation {
	period := m.Actual.Period.Previous()
	if o := m.observations().at(period); o != nil {
		return *o
	}
	return Observation{Period: period}
}

// PeriodOnPeriod returns 环比, growth on the period before, a ÷ p − 1, for data within the year. It is missing for
// NotComputed where the actual's period is a year, for which [Measurement.YearOnYear] says the same, for
// SharesUsePoints when the unit is that of a share, and for NoPrevious without an observation of the period before.
func (m *Measurement) PeriodOnPeriod() Ratio {
	switch {
	case m.scheme != plain:
		return Missing(m.lacks())
	case m.Actual.Period.IsYear(), m.Actual.Period.IsZero() && m.Target.Period.IsYear():
		return Missing(NotComputed)
	case m.share:
		return Missing(SharesUsePoints)
	}
	return RelativeGrowth(m.a, m.Preceding().Value.Ratio(NoPrevious))
}

// Multiple returns what multiple of the baseline the actual is, 是基期的n倍: a ÷ b. Growth by n times, 增长n倍, is a
// multiple of n + 1. It is missing for NotPositive when b is not above 0, and for NotComputed for shares, which change by
// percentage points.
func (m *Measurement) Multiple() Ratio {
	switch {
	case m.scheme != plain:
		return Missing(m.lacks())
	case m.share:
		return Missing(NotComputed)
	}
	return growthFactor(m.a, m.b)
}

// MeanGrowth returns 年均增速 by the level method 水平法, the constant yearly rate that leads from the baseline to the
// actual in n years: (a ÷ b)^(1 ÷ n) − 1, with or without a target, also past it. Of a reduction it is the yearly change
// of what is reduced, (1 − a ÷ 100)^(1 ÷ n) − 1; of rates of growth their geometric mean. It is missing for NotPositive
// when a or b is not above 0.
func (m *Measurement) MeanGrowth() Root {
	switch m.scheme {
	case plain:
		return m.past.yearlyRate(growthFactor(m.a, m.b))
	case reduced:
		return m.past.yearlyRate(m.Actual.Value.kept(NoObservation))
	case compounded:
		return m.mean(whole(1), whole(-1))
	}
	return missingRoot(m.lacks())
}

// yearlyRate returns the constant yearly rate that comes to the factor over the time, factor^(1 ÷ years) − 1. Where the
// time is unknown, so is the rate.
func (t timeSpan) yearlyRate(factor Ratio) (r Root) {
	why := factor.Missing()
	switch {
	case why != Present:
	case t.why != Present:
		why = t.why
	case factor.Sign() <= 0:
		why = NotPositive
	case t.units > exact.MaxDegree:
		why = NotDefined
	}
	if why != Present {
		return missingRoot(why)
	}
	r.n = exact.Root{Scale: exact.FromInt(1), Base: factor.f, Shift: exact.FromInt(-1), Power: t.perYear, Degree: t.units}
	r.present = true
	return r
}

// timedRoot is newRoot for an exponent made of time; where that time is unknown for the reason why, so is the root. It is
// missing for NotPositive when base is 0: nothing grows to or from there at a constant rate.
func timedRoot(why Reason, scale, base Ratio, power, degree int, shift Ratio) Root {
	if why != Present && scale.Missing() == Present && base.Missing() == Present {
		return missingRoot(why)
	}
	if base.Missing() == Present && base.Sign() == 0 {
		return missingRoot(NotPositive)
	}
	return newRoot(scale, base, power, degree, shift)
}

// growthFactor returns a ÷ b for growth from b; of two negative numbers it would be positive and mean nothing, so it is
// missing for NotPositive when b is not above 0.
func growthFactor(a, b Ratio) Ratio {
	if b.Sign() <= 0 && a.Missing() == Present && b.Missing() == Present {
		return Missing(NotPositive)
	}
	return a.Quo(b)
}

// RelativeGrowth returns a ÷ b − 1, 增长率; it is missing for NotPositive when b is not above 0, and when either is.
func RelativeGrowth(a, b Ratio) Ratio {
	if b.Sign() > 0 {
		return a.Sub(b).Quo(b)
	}
	return growthFactor(a, b).Sub(whole(1))
}
