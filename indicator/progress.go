package indicator

// Progress returns 增量完成率, the share of the way from baseline to target that is behind: (a − b) ÷ (t − b). Below 0
// the indicator has moved away. It is missing for NoBaseline without a baseline, for ZeroDenominator when the target is
// the baseline, and for NotDefined where there is no way to go: in a range, for what is to be kept, and where the
// baseline lies beyond the target. A reduction has [Measurement.ReductionProgress] instead.
func (m *Measurement) Progress() Ratio {
	if m.noWay != Present {
		return Missing(m.noWay)
	}
	return m.gain.Quo(m.way)
}

// StartsBeyond reports whether the baseline lies beyond the target already, so that moving toward the target would be
// moving the wrong way. Progress toward such a target is not defined. It is false for a direction that is not one way.
func (m *Measurement) StartsBeyond() bool {
	if m.b.Missing() != Present || m.t.Missing() != Present || !m.Indicator.Direction.OneWay() {
		return false
	}
	return m.better(m.b.Cmp(m.t))
}

// Elapsed returns 时间进度, the share of the time from the end of the baseline's period to the end of the target's that has
// passed at the end of the actual's: k ÷ n, in whole years where all three are years, else in months, with
// Indicator.ByDay in days; at most 1. It is missing for NoBaseline, NoObservation or NoTarget when one of the three
// periods is, for BeforeBaseline when the actual lies before the baseline, for NoTime when the target does not lie
// after it, and for PeriodUnaligned when a period does not end with a month.
func (m *Measurement) Elapsed() Ratio {
	if m.scheme == undefined {
		return Missing(NotDefined)
	}
	return m.elapsed
}

// ScheduleGap returns 序时进度差, Progress − Elapsed.
func (m *Measurement) ScheduleGap() Ratio { return m.Progress().Sub(m.elapsed) }

// Pace returns Progress ÷ Elapsed; it is missing for NoTime when no time has elapsed.
func (m *Measurement) Pace() Ratio { return perTime(m.Progress(), m.elapsed) }

// pace is what an indicator of any kind is held against the bands of the method schedule by, and its formula.
func (m *Measurement) pace() (Number, Formula) {
	switch m.scheme {
	case reduced:
		return m.ReductionPace(), FormulaPaceReduction
	case compounded:
		return m.RateAttainment(), FormulaAttainmentRate
	}
	return m.Pace(), FormulaPace
}

// perTime returns r ÷ elapsed, missing for NoTime when that is 0.
func perTime(r, elapsed Ratio) Ratio {
	if elapsed.Sign() == 0 && r.Missing() == Present && elapsed.Missing() == Present {
		return Missing(NoTime)
	}
	return r.Quo(elapsed)
}

// Due returns 应达水平, the number due by now on a straight line, in the unit: b + (t − b)·Elapsed.
func (m *Measurement) Due() Ratio {
	if m.noWay != Present {
		return Missing(m.noWay)
	}
	return m.b.Add(m.way.Mul(m.elapsed))
}

// DueGeometric returns 应达水平 at constant growth, in the unit: b·(t ÷ b)^Elapsed; of a reduction, in per cent,
// 100 − 100·(1 − t ÷ 100)^Elapsed. It is missing for NoTime when no time has elapsed.
func (m *Measurement) DueGeometric() Root {
	if m.scheme == reduced {
		hundred := whole(100)
		return timedRoot(m.elapsed.Missing(), whole(-100), m.Target.Value.kept(NoTarget), m.Span.Elapsed, m.Span.Total, hundred)
	}
	if m.noWay != Present {
		return missingRoot(m.noWay)
	}
	if m.scheme != plain {
		return missingRoot(m.lacks())
	}
	return timedRoot(m.elapsed.Missing(), m.b, growthFactor(m.t, m.b), m.Span.Elapsed, m.Span.Total, whole(0))
}
