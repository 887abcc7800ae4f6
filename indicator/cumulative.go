package indicator

// measureCumulative measures amounts that are summed over the plan: the actual is the sum of the amounts after the
// baseline, the baseline is 0, and the way from one to the target is a straight line.
func (m *Measurement) measureCumulative(series Series) {
	run, why := m.run(series)
	m.Accumulated = &Accumulated{Run: run}
	if len(run) > 0 {
		m.Actual.Value, m.Actual.Status, m.Actual.Note = Value{}, Derived, ""
	}
	m.Baseline = Observation{Period: m.Indicator.Baseline, Value: IntValue(0), Status: Derived}
	m.measureTime()
	if why == Present {
		if m.Actual.Value = run.sum(); m.Actual.Value.IsZero() {
			why = NotDefined
		}
	}
	if why != Present {
		elapsed, due := m.Elapsed, Missing(NotDefined)
		if m.Indicator.Direction.OneWay() && !m.StartsBeyond() {
			due = m.Target.Value.Ratio(NoTarget).Mul(elapsed)
		}
		m.fail(why)
		m.Elapsed, m.Due = elapsed, due
		if len(run) > 0 {
			m.amountChange(run)
		}
		if why != IncompleteSeries {
			m.Actual.Value = Value{}
		}
		return
	}
	n := m.numbers()
	m.measureLevel(n)
	m.measureFuture(n)
	m.amountChange(run)
	for _, r := range []*Root{&m.DueGeometric, &m.MeanGrowth, &m.RequiredGrowth, &m.ConstantGrowth} {
		*r = Root{reason: NotDefined}
	}
	m.LastStep = Missing(NotDefined)
}

// amountChange compares the last amount with that of the previous year.
func (m *Measurement) amountChange(run Series) {
	last, previous := run[len(run)-1].Value.Ratio(NoObservation), m.Previous.Value.Ratio(NoPrevious)
	if m.Indicator.IsShare() {
		m.YearOnYear, m.PointChange = Missing(SharesUsePoints), last.Sub(previous)
	} else {
		m.YearOnYear, m.PointChange = RelativeGrowth(last, previous), Missing(NotComputed)
	}
}

func (m *Measurement) cumulativeFigures() []Figure {
	in, run, unit := m.inputs(), m.Accumulated.Run, m.Indicator.Unit
	last := Input{Symbol: "a"}
	sum := Missing(m.Attainment.Missing())
	if len(run) > 0 {
		last = run[len(run)-1].input("a")
		sum = m.Actual.Value.Ratio(m.Elapsed.Missing())
		if len(m.Gaps()) > 0 {
			sum = Missing(IncompleteSeries)
		}
	}
	change := Figure{FormulaYearOnYear, []Input{last, m.Previous.input("p")}, "", m.YearOnYear}
	if m.Indicator.IsShare() {
		change = Figure{FormulaPointChange, change.Inputs, DifferenceUnit(unit), m.PointChange}
	}
	return []Figure{
		{FormulaSum, run.numbered("x"), unit, sum},
		{FormulaAttainment, []Input{in.a, in.t}, "", m.Attainment},
		{FormulaProgress, []Input{in.a, in.b, in.t}, "", m.Progress},
		{FormulaElapsed, []Input{in.k, in.n}, "", m.Elapsed},
		{FormulaScheduleGap, []Input{in.a, in.b, in.t, in.k, in.n}, "", m.ScheduleGap},
		{FormulaPace, []Input{in.a, in.b, in.t, in.k, in.n}, "", m.Pace},
		{FormulaDue, []Input{in.b, in.t, in.k, in.n}, unit, m.Due},
		change,
		{FormulaRequiredStep, []Input{in.t, in.a, in.m, in.y}, DifferenceUnit(unit), m.RequiredStep},
		{FormulaStraightLine, []Input{in.b, in.a, in.k, in.n}, unit, m.StraightLine},
	}
}
