package indicator

// PointUnit is the unit of a difference between two percentages, 百分点; reports word it.
const PointUnit = "pp"

// DifferenceUnit returns the unit of the difference between two numbers of the given unit: percentage points for
// per cent, and the unit itself for all others.
func DifferenceUnit(unit string) string {
	if isPercent(unit) {
		return PointUnit
	}
	return unit
}

// Figures returns every figure of the measurement with its working, in a fixed order. What does not apply, such as the
// point change of an indicator that is no share, is left out; other figures that are missing stay, with the reason.
func (m *Measurement) Figures() []Figure {
	in := m.inputs()
	var all []Figure
	switch m.scheme {
	case summed:
		all = m.cumulativeFigures(&in)
	case reduced:
		all = m.reductionFigures(&in)
	case compounded:
		all = m.growthFigures(&in)
	default:
		all = m.plainFigures(&in)
	}
	figures := all[:0]
	for _, f := range all {
		if f.Result.Missing() != NotComputed {
			figures = append(figures, f)
		}
	}
	return figures
}

// inputs are the numbers that figures share.
type inputs struct{ a, b, p, t, k, n, m, y, pastK, pastY Input }

func (m *Measurement) inputs() inputs {
	past, _ := NewSpan(m.Baseline.Period, m.Actual.Period, m.Actual.Period)
	return inputs{
		a: m.Actual.input("a"), b: m.Baseline.input("b"), p: m.Previous.input("p"), t: m.Target.input(m.Target.Value),
		k: m.Span.input("k", m.Span.Elapsed), n: m.Span.input("n", m.Span.Total),
		m: m.Left.input("m", m.Left.Total), y: m.Left.input("y", m.Left.PerYear()),
		pastK: past.input("k", past.Elapsed), pastY: past.input("y", past.PerYear()),
	}
}

func (m *Measurement) plainFigures(in *inputs) []Figure {
	unit, stepUnit := m.Indicator.Unit, DifferenceUnit(m.Indicator.Unit)
	return []Figure{
		{m.AttainmentFormula(), []Input{in.a, m.Target.input(m.bound())}, "", m.Attainment()},
		{FormulaProgress, []Input{in.a, in.b, in.t}, "", m.Progress()},
		{FormulaElapsed, []Input{in.k, in.n}, "", m.Elapsed()},
		{FormulaScheduleGap, []Input{in.a, in.b, in.t, in.k, in.n}, "", m.ScheduleGap()},
		{FormulaPace, []Input{in.a, in.b, in.t, in.k, in.n}, "", m.Pace()},
		{FormulaDue, []Input{in.b, in.t, in.k, in.n}, unit, m.Due()},
		{FormulaDueGeometric, []Input{in.b, in.t, in.k, in.n}, unit, m.DueGeometric()},
		{FormulaYearOnYear, []Input{in.a, in.p}, "", m.YearOnYear()},
		{FormulaPointChange, []Input{in.a, in.p}, stepUnit, m.PointChange()},
		{FormulaPeriodOnPeriod, []Input{in.a, m.Preceding().input("p")}, "", m.PeriodOnPeriod()},
		{FormulaMultiple, []Input{in.a, in.b}, "", m.Multiple()},
		{FormulaMeanGrowth, []Input{in.a, in.b, in.pastK, in.pastY}, "", m.MeanGrowth()},
		m.meanGrowthSum(in),
		{FormulaRequiredGrowth, []Input{in.t, in.a, in.m, in.y}, "", m.RequiredGrowth()},
		{FormulaRequiredStep, []Input{in.t, in.a, in.m, in.y}, stepUnit, m.RequiredStep()},
		{FormulaStraightLine, []Input{in.b, in.a, in.k, in.n}, unit, m.StraightLine()},
		{FormulaConstantGrowth, []Input{in.b, in.a, in.k, in.n}, unit, m.ConstantGrowth()},
		{FormulaLastStep, []Input{in.a, in.p, in.m, in.y}, unit, m.LastStep()},
	}
}

// Figure returns the figure of a formula with its working, and false where the measurement has none, not even a missing
// one.
func (m *Measurement) Figure(f Formula) (Figure, bool) {
	for _, figure := range m.Figures() {
		if figure.Formula == f {
			return figure, true
		}
	}
	return Figure{Result: Missing(NotComputed)}, false
}

// bound is the number that attainment is measured against: in a range the bound that was missed.
func (m *Measurement) bound() Value {
	switch m.AttainmentFormula() {
	case FormulaAttainmentLow:
		return m.Target.Low
	case FormulaAttainmentHigh:
		return m.Target.High
	}
	return m.Target.Value
}

// numbered returns the run as the inputs x1, x2 … of a symbol x.
func (s Series) numbered(symbol string) []Input {
	inputs := make([]Input, len(s))
	for i, o := range s {
		inputs[i] = o.input(symbol + IntValue(int64(i+1)).String())
	}
	return inputs
}

func (o Observation) input(symbol string) Input {
	return Input{symbol, o.Value, o.Period, o.Status, o.Source}
}

// input is the target, or one of its bounds, as an input.
func (t *Target) input(v Value) Input { return Input{"t", v, t.Period, "", t.Source} }

// input is a number of units of the span, absent where the span is unknown.
func (s Span) input(symbol string, n int) Input {
	if s.Unit == "" {
		return Input{Symbol: symbol}
	}
	return Input{Symbol: symbol, Value: IntValue(int64(n))}
}
