package indicator

// RequiredGrowth returns 所需年均增速, the yearly rate that leads from the actual to the target in the m years that are
// left: (t ÷ a)^(1 ÷ m) − 1. Of a reduction it is the yearly change of what is reduced, of rates of growth the mean of
// those that are left. It is missing for AfterTarget when no time is left, for NotPositive when a or t is not above 0,
// and for NotDefined in a range.
func (m *Measurement) RequiredGrowth() Root {
	switch m.scheme {
	case plain:
		return m.left.yearlyRate(growthFactor(m.t, m.a))
	case reduced:
		return m.left.yearlyRate(m.keptOfKept())
	case compounded:
		return m.left.yearlyRate(m.compoundedRest())
	}
	return missingRoot(m.lacks())
}

// RequiredStep returns 年均需增量, the yearly change that leads from the actual to the target, in the unit: (t − a) ÷ m. It is
// missing for AfterTarget when no time is left.
func (m *Measurement) RequiredStep() Ratio {
	if m.scheme != plain && m.scheme != summed {
		return Missing(m.lacks())
	}
	return m.t.Sub(m.a).Quo(m.left.years())
}

// StraightLine returns the projection to the target's period on the straight line from the baseline through the actual,
// in the unit: b + (a − b) ÷ Elapsed. It is missing for AfterTarget when the target's period is over, for NoTime when no
// time has elapsed, and for NoBaseline.
func (m *Measurement) StraightLine() Ratio {
	if m.scheme != plain && m.scheme != summed {
		return Missing(m.lacks())
	}
	line := m.b.Add(perTime(m.gain, m.elapsed))
	if line.Missing() == Present && !m.underWay() {
		return Missing(AfterTarget)
	}
	return line
}

// ConstantGrowth returns the projection to the target's period by constant growth from the baseline through the actual,
// in the unit: b·(a ÷ b)^(1 ÷ Elapsed); of a reduction 100 − 100·(1 − a ÷ 100)^(1 ÷ Elapsed). It is missing for
// AfterTarget when the target's period is over, for NoTime when no time has elapsed, for NoBaseline, and for NotPositive
// when a or b is not above 0.
func (m *Measurement) ConstantGrowth() Root {
	growth := m.constantGrowth()
	if growth.Missing() == Present && !m.underWay() {
		return missingRoot(AfterTarget)
	}
	return growth
}

// constantGrowth is ConstantGrowth also where the target's period is over.
func (m *Measurement) constantGrowth() Root {
	switch m.scheme {
	case plain:
		return timedRoot(m.elapsed.Missing(), m.b, growthFactor(m.a, m.b), m.Span.Total, m.Span.Elapsed, whole(0))
	case reduced:
		return timedRoot(m.elapsed.Missing(), whole(-100), m.Actual.Value.kept(NoObservation), m.Span.Total, m.Span.Elapsed, whole(100))
	}
	return missingRoot(m.lacks())
}

// LastStep returns the projection to the target's period by repeating the change on the previous year, in the unit:
// a + (a − p)·m for the m years that are left. It is missing for AfterTarget when none is left.
func (m *Measurement) LastStep() Ratio {
	if m.scheme != plain {
		return Missing(m.lacks())
	}
	return m.a.Add(m.a.Sub(m.p).Mul(m.left.years()))
}

// underWay reports whether the target's period was not over at the end of the actual's; when it was, nothing is left to
// project.
func (m *Measurement) underWay() bool { return !m.Target.Period.endsBy(m.Actual.Period) }

// mayBeMet reports whether the target is met, or its time is not over.
func (m *Measurement) mayBeMet() bool {
	if m.Target.Period.IsZero() || m.underWay() {
		return true
	}
	return m.isMet()
}
