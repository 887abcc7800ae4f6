package indicator

// kept returns 1 − v ÷ 100: what a reduction by v per cent leaves of 1.
func (v Value) kept(absent Reason) Ratio {
	return whole(1).Sub(v.Ratio(absent).Quo(whole(100)))
}

// CompoundChange returns what changes in per cent, one after the other, come to in all: +1.51, −2.20 and −4.18 to
// −0.04873, which is −4.87 %. It is missing for NoObservation when one is absent; without changes it is 0.
func CompoundChange(changes ...Value) Ratio {
	index := whole(1)
	for _, c := range changes {
		index = index.Mul(whole(1).Add(c.Ratio(NoObservation).Quo(whole(100))))
	}
	return index.Sub(whole(1))
}

// A reduction in per cent counts from the baseline. Reductions compound, so the way to the target is one of a constant
// yearly change, and the share of it that is behind is a quotient of logarithms. Yearly changes are those of what is
// reduced: negative where it falls.

// ReductionProgress returns 累计降低率的进度, the share of the way to a promised reduction by t per cent that a reduction by
// a per cent comes to: ln(1 − a ÷ 100) ÷ ln(1 − t ÷ 100). It is missing for NotPositive when a or t is 100 or more, or t
// is not above 0, and for NotDefined for other kinds.
func (m *Measurement) ReductionProgress() Log { return m.reduction(whole(1), whole(0)) }

// ReductionGap returns 序时进度差, ReductionProgress − Elapsed.
func (m *Measurement) ReductionGap() Log { return m.reduction(whole(1), whole(0).Sub(m.elapsed)) }

// ReductionPace returns ReductionProgress ÷ Elapsed; it is missing for NoTime when no time has elapsed.
func (m *Measurement) ReductionPace() Log {
	return m.reduction(perTime(whole(1), m.elapsed), whole(0))
}

// reduction returns scale times the progress of a reduction + shift.
func (m *Measurement) reduction(scale, shift Ratio) Log {
	switch {
	case m.scheme != reduced:
		return missingLog(m.lacks())
	case m.t.Missing() == Present && m.t.Sign() <= 0: // no reduction is promised
		return missingLog(NotPositive)
	}
	return newLog(scale, m.Actual.Value.kept(NoObservation), m.Target.Value.kept(NoTarget), shift)
}

// PlannedReduction returns the yearly change that the target stands for: (1 − t ÷ 100)^(1 ÷ n) − 1.
func (m *Measurement) PlannedReduction() Root {
	if m.scheme != reduced {
		return missingRoot(m.lacks())
	}
	plan, why := m.plan()
	return plan.total(why).yearlyRate(m.Target.Value.kept(NoTarget))
}

// plan is the time from the baseline to the target.
func (m *Measurement) plan() (Span, Reason) {
	if m.Baseline.Period.IsZero() {
		return Span{}, NoBaseline
	}
	return NewSpan(m.Baseline.Period, m.Baseline.Period, m.Target.Period)
}

// NeededReduction returns the change in all that the target requires from now on: (1 − t ÷ 100) ÷ (1 − a ÷ 100) − 1.
func (m *Measurement) NeededReduction() Ratio {
	if m.scheme != reduced {
		return Missing(m.lacks())
	}
	return m.keptOfKept().Sub(whole(1))
}

// keptOfKept is what the target leaves of what the actual leaves.
func (m *Measurement) keptOfKept() Ratio {
	return growthFactor(m.Target.Value.kept(NoTarget), m.Actual.Value.kept(NoObservation))
}

func (m *Measurement) reductionFigures(in *inputs) []Figure {
	plan, _ := m.plan()
	planned := []Input{in.t, plan.input("n", plan.Total), plan.input("y", plan.PerYear())}
	return []Figure{
		{FormulaAttainment, []Input{in.a, in.t}, "", m.Attainment()},
		{FormulaProgressReduction, []Input{in.a, in.t}, "", m.ReductionProgress()},
		{FormulaElapsed, []Input{in.k, in.n}, "", m.Elapsed()},
		{FormulaScheduleGapReduction, []Input{in.a, in.t, in.k, in.n}, "", m.ReductionGap()},
		{FormulaPaceReduction, []Input{in.a, in.t, in.k, in.n}, "", m.ReductionPace()},
		{FormulaDueReduction, []Input{in.t, in.k, in.n}, m.Indicator.Unit, m.DueGeometric()},
		{FormulaPlannedReduction, planned, "", m.PlannedReduction()},
		{FormulaMeanReduction, []Input{in.a, in.pastK, in.pastY}, "", m.MeanGrowth()},
		{FormulaNeededReduction, []Input{in.t, in.a}, "", m.NeededReduction()},
		{FormulaRequiredReduction, []Input{in.t, in.a, in.m, in.y}, "", m.RequiredGrowth()},
		{FormulaConstantReduction, []Input{in.a, in.k, in.n}, m.Indicator.Unit, m.ConstantGrowth()},
	}
}
