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

// measureReduction measures a reduction in per cent since the baseline. Reductions compound, so the way to the target is
// one of a constant yearly change, and the share of it that is behind is a quotient of logarithms. Yearly changes are
// those of what is reduced: negative where it falls.
func (m *Measurement) measureReduction() {
	if m.Baseline.Value.Sign() != 0 {
		return // counted from another period
	}
	m.Accumulated = &Accumulated{}
	x := m.Accumulated
	m.measureTime()
	a, t := m.Actual.Value.Ratio(NoObservation), m.Target.Value.Ratio(NoTarget)
	left, planned := m.Actual.Value.kept(NoObservation), m.Target.Value.kept(NoTarget)
	zero, one, hundred := whole(0), whole(1), whole(100)
	m.Attainment = attained(a, t)
	perElapsed, behind := one.Quo(m.Elapsed), zero.Sub(m.Elapsed)
	if perElapsed.Missing() == ZeroDenominator {
		perElapsed = Missing(NoTime)
	}
	x.Progress = newLog(one, left, planned, zero)
	x.ScheduleGap = newLog(one, left, planned, behind)
	x.Pace = newLog(perElapsed, left, planned, zero)
	if t.Missing() == Present && t.Sign() <= 0 { // no reduction is promised
		x.Progress, x.ScheduleGap, x.Pace = Log{reason: NotPositive}, Log{reason: NotPositive}, Log{reason: NotPositive}
	}
	fall := zero.Sub(hundred)
	m.DueGeometric = m.held(fall, planned, hundred)
	past, why := m.past()
	m.MeanGrowth = timedRoot(why, one, left, past.PerYear(), past.Elapsed, whole(-1))
	plan, why := NewSpan(m.Baseline.Period, m.Baseline.Period, m.Target.Period)
	if m.Baseline.Period.IsZero() {
		why = NoBaseline
	}
	x.PlannedGrowth = timedRoot(why, one, planned, plan.PerYear(), plan.Total, whole(-1))
	needed := growthFactor(planned, left)
	x.NeededChange = needed.Sub(one)
	rest, why := m.left()
	m.RequiredGrowth = timedRoot(why, one, needed, rest.PerYear(), rest.Total, whole(-1))
	m.ConstantGrowth = timedRoot(m.Elapsed.Missing(), fall, left, m.Span.Total, m.Span.Elapsed, hundred)
	if !m.Actual.Period.endsBy(m.Target.Period) && m.ConstantGrowth.Missing() == Present {
		m.ConstantGrowth = Root{reason: AfterTarget}
	}
}

// held is scale·base^elapsed + shift; at the baseline, where no time has elapsed, it is missing for NoTime.
func (m *Measurement) held(scale, base, shift Ratio) Root {
	return timedRoot(m.Elapsed.Missing(), scale, base, m.Span.Elapsed, m.Span.Total, shift)
}

func (m *Measurement) reductionFigures() []Figure {
	in, x, unit := m.inputs(), m.Accumulated, m.Indicator.Unit
	past, _ := m.past()
	pastElapsed, pastYear := past.input("k", past.Elapsed), past.input("y", past.PerYear())
	plan, _ := NewSpan(m.Baseline.Period, m.Baseline.Period, m.Target.Period)
	return []Figure{
		{FormulaAttainment, []Input{in.a, in.t}, "", m.Attainment},
		{FormulaProgressReduction, []Input{in.a, in.t}, "", x.Progress},
		{FormulaElapsed, []Input{in.k, in.n}, "", m.Elapsed},
		{FormulaScheduleGapReduction, []Input{in.a, in.t, in.k, in.n}, "", x.ScheduleGap},
		{FormulaPaceReduction, []Input{in.a, in.t, in.k, in.n}, "", x.Pace},
		{FormulaDueReduction, []Input{in.t, in.k, in.n}, unit, m.DueGeometric},
		{FormulaPlannedReduction, []Input{in.t, plan.input("n", plan.Total), plan.input("y", plan.PerYear())}, "", x.PlannedGrowth},
		{FormulaMeanReduction, []Input{in.a, pastElapsed, pastYear}, "", m.MeanGrowth},
		{FormulaNeededReduction, []Input{in.t, in.a}, "", x.NeededChange},
		{FormulaRequiredReduction, []Input{in.t, in.a, in.m, in.y}, "", m.RequiredGrowth},
		{FormulaConstantReduction, []Input{in.a, in.k, in.n}, unit, m.ConstantGrowth},
	}
}

// judgePaceReduction is the method schedule for a pace that is a logarithm.
func (m *Measurement) judgePaceReduction(ahead, onCourse Ratio) Judgement {
	pace := m.Accumulated.Pace
	if why := pace.Missing(); why != Present {
		return Judgement{Reason: why}
	}
	if !inOrder(ahead, onCourse) {
		return Judgement{Reason: NotDefined}
	}
	verdict, threshold := band(pace, ahead, onCourse)
	return withMargin(Judgement{Verdict: verdict, Decisive: FormulaPaceReduction, Threshold: threshold}, pace)
}
