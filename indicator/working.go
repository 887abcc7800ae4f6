package indicator

// PointUnit is the unit of a difference between two percentages, 百分点; reports word it.
const PointUnit = "pp"

// DifferenceUnit returns the unit of the difference between two numbers of the given unit: percentage points for
// per cent, and the unit itself for all others.
func DifferenceUnit(unit string) string {
	if unit == "%" || unit == "％" {
		return PointUnit
	}
	return unit
}

// Figures returns every figure of the measurement with its working, in a fixed order. The point change of an indicator
// that is no share is left out; other figures that are missing stay, with the reason.
func (m *Measurement) Figures() []Figure {
	if m.Accumulated != nil {
		return m.accumulatedFigures()
	}
	a := Input{"a", m.Actual.Value, m.Actual.Period, m.Actual.Status, m.Actual.Source}
	b := Input{"b", m.Baseline.Value, m.Baseline.Period, m.Baseline.Status, m.Baseline.Source}
	p := Input{"p", m.Previous.Value, m.Previous.Period, m.Previous.Status, m.Previous.Source}
	t := Input{"t", m.Target.Value, m.Target.Period, "", m.Target.Source}
	k, n := m.Span.input("k", m.Span.Elapsed), m.Span.input("n", m.Span.Total)
	left, leftYear := m.Left.input("m", m.Left.Total), m.Left.input("y", m.Left.PerYear())
	past, _ := m.past()
	pastElapsed, pastYear := past.input("k", past.Elapsed), past.input("y", past.PerYear())
	unit, stepUnit := m.Indicator.Unit, DifferenceUnit(m.Indicator.Unit)

	all := []Figure{
		{m.attainmentFormula(), []Input{a, m.boundInput(t)}, "", m.Attainment},
		{FormulaProgress, []Input{a, b, t}, "", m.Progress},
		{FormulaElapsed, []Input{k, n}, "", m.Elapsed},
		{FormulaScheduleGap, []Input{a, b, t, k, n}, "", m.ScheduleGap},
		{FormulaPace, []Input{a, b, t, k, n}, "", m.Pace},
		{FormulaDue, []Input{b, t, k, n}, unit, m.Due},
		{FormulaDueGeometric, []Input{b, t, k, n}, unit, m.DueGeometric},
		{FormulaYearOnYear, []Input{a, p}, "", m.YearOnYear},
		{FormulaPointChange, []Input{a, p}, stepUnit, m.PointChange},
		{FormulaMeanGrowth, []Input{a, b, pastElapsed, pastYear}, "", m.MeanGrowth},
		{FormulaRequiredGrowth, []Input{t, a, left, leftYear}, "", m.RequiredGrowth},
		{FormulaRequiredStep, []Input{t, a, left, leftYear}, stepUnit, m.RequiredStep},
		{FormulaStraightLine, []Input{b, a, k, n}, unit, m.StraightLine},
		{FormulaConstantGrowth, []Input{b, a, k, n}, unit, m.ConstantGrowth},
		{FormulaLastStep, []Input{a, p, left, leftYear}, unit, m.LastStep},
	}
	figures := all[:0]
	for _, f := range all {
		if f.Result.Missing() != NotComputed {
			figures = append(figures, f)
		}
	}
	return figures
}

// Figure returns the figure of a formula with its working, and false where the measurement has none, not even a missing
// one.
func (m *Measurement) Figure(f Formula) (Figure, bool) {
	for _, figure := range m.Figures() {
		if figure.Formula == f {
			return figure, true
		}
	}
	return Figure{}, false
}

// boundInput is the number that attainment is measured against: in a range the bound that was missed.
func (m *Measurement) boundInput(t Input) Input {
	switch m.attainmentFormula() {
	case FormulaAttainmentLow:
		t.Value = m.Target.Low
	case FormulaAttainmentHigh:
		t.Value = m.Target.High
	}
	return t
}

// input is a number of units of the span, absent where the span is unknown.
func (s Span) input(symbol string, n int) Input {
	if s.Unit == "" {
		return Input{Symbol: symbol}
	}
	return Input{Symbol: symbol, Value: IntValue(int64(n))}
}
