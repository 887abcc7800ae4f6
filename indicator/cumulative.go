package indicator

func (m *Measurement) cumulativeFigures(in *inputs) []Figure {
	unit, last := m.Indicator.Unit, Input{Symbol: "a"}
	if len(m.Run) > 0 {
		last = m.Run[len(m.Run)-1].input("a")
	}
	change := Figure{FormulaYearOnYear, []Input{last, in.p}, "", m.YearOnYear()}
	if m.Indicator.IsShare() {
		change = Figure{FormulaPointChange, change.Inputs, DifferenceUnit(unit), m.PointChange()}
	}
	return []Figure{
		{FormulaSum, m.Run.numbered("x"), unit, m.a},
		{FormulaAttainment, []Input{in.a, in.t}, "", m.Attainment()},
		{FormulaProgress, []Input{in.a, in.b, in.t}, "", m.Progress()},
		{FormulaElapsed, []Input{in.k, in.n}, "", m.Elapsed()},
		{FormulaScheduleGap, []Input{in.a, in.b, in.t, in.k, in.n}, "", m.ScheduleGap()},
		{FormulaPace, []Input{in.a, in.b, in.t, in.k, in.n}, "", m.Pace()},
		{FormulaDue, []Input{in.b, in.t, in.k, in.n}, unit, m.Due()},
		change,
		{FormulaRequiredStep, []Input{in.t, in.a, in.m, in.y}, DifferenceUnit(unit), m.RequiredStep()},
		{FormulaStraightLine, []Input{in.b, in.a, in.k, in.n}, unit, m.StraightLine()},
	}
}
