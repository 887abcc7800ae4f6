package indicator

// Measurement is how far one indicator has come: the observations it rests on and every figure computed from them,
// exact or missing for a reason. The verdict is a [Method]'s.
//
// The figures are held without their working, so that measuring costs no allocation on ordinary numbers;
// [Measurement.Figures] builds the working when it is asked for. The zero Measurement has no figures.
type Measurement struct {
	Indicator Indicator
	AsOf      Period
	Target    Target
	Baseline  Observation // 基期值; its Value is absent where the series has none
	Actual    Observation // 完成值: the last one whose period had ended as of AsOf
	Previous  Observation // 上年同期
	Span      Span        // time from the baseline to Actual and to Target; Elapsed never exceeds Total
	Left      Span        // time from Actual to Target, in Total

	Attainment   Ratio // 完成率
	Progress     Ratio // 增量完成率
	Elapsed      Ratio // 时间进度
	ScheduleGap  Ratio // 序时进度差: Progress − Elapsed
	Pace         Ratio // Progress ÷ Elapsed
	Due          Ratio // 应达水平 on a straight line, in the unit
	DueGeometric Root  // 应达水平 at constant growth, in the unit

	YearOnYear  Ratio // 同比; missing for shares
	PointChange Ratio // change on the previous year in percentage points; shares only
	MeanGrowth  Root  // 年均增速 from the baseline to Actual, with or without a target

	RequiredGrowth Root  // 所需年均增速 up to the target
	RequiredStep   Ratio // the same as a yearly step, in the unit

	// Projections to the target's period; missing when Actual lies after it.
	StraightLine   Ratio // straight line from the baseline
	ConstantGrowth Root  // constant growth from the baseline
	LastStep       Ratio // the last year's step repeated

	Accumulated *Accumulated // of the kinds cumulative, reduction and growth alone
}

// Measure computes every figure of ind as of the given date: the latest observation whose period had ended by then
// counts, and its own period, not the date, decides how much time has elapsed. A zero asOf takes everything.
// ind is taken to be valid.
//
// A flow is counted over a period, so only observations over the same length of time as the target's are held against
// it: half a year's contracts say nothing about a year's. The kinds cumulative, reduction and growth count from the
// baseline's period on; see [Accumulated]. Where a kind makes no sense with the direction or unit, every figure is
// missing for the reason NotDefined.
func Measure(ind Indicator, asOf Period) Measurement {
	m := Measurement{Indicator: ind, AsOf: asOf}
	m.Target, _ = ind.Target(asOf)
	m.Baseline = Observation{Period: ind.Baseline}
	series := ind.Series.Until(asOf)
	if ind.Kind == Flow && !m.Target.Period.IsZero() {
		series = series.sameLength(m.Target.Period)
	} else if ind.Kind == Cumulative || ind.Kind == Growth {
		series = series.accumulates(ind.Baseline)
	}
	if o, ok := series.At(ind.Baseline); ok {
		m.Baseline = o
	}
	if o, ok := series.Latest(Period{}); ok {
		m.Actual = o
		m.Previous = Observation{Period: o.Period.PreviousYear()}
		if p, ok := series.At(m.Previous.Period); ok {
			m.Previous = p
		}
	}
	if ind.Kind != Level && ind.Kind != Flow {
		m.measureAccumulated(series)
		return m
	}
	m.measureTime()
	n := m.numbers()
	m.measureLevel(n)
	m.measurePast(n)
	m.measureFuture(n)
	return m
}

// numbers are what most figures are made of, read once.
type numbers struct{ a, b, p, t Ratio }

func (m *Measurement) numbers() numbers {
	return numbers{m.Actual.Value.Ratio(NoObservation), m.Baseline.Value.Ratio(NoBaseline),
		m.Previous.Value.Ratio(NoPrevious), m.Target.Value.Ratio(NoTarget)}
}

// fail leaves every figure missing for one reason.
func (m *Measurement) fail(why Reason) {
	for _, r := range []*Ratio{&m.Attainment, &m.Progress, &m.Elapsed, &m.ScheduleGap, &m.Pace, &m.Due, &m.YearOnYear,
		&m.PointChange, &m.RequiredStep, &m.StraightLine, &m.LastStep} {
		*r = Missing(why)
	}
	for _, r := range []*Root{&m.DueGeometric, &m.MeanGrowth, &m.RequiredGrowth, &m.ConstantGrowth} {
		*r = Root{reason: why}
	}
}

func (m *Measurement) measureTime() {
	span, why := NewSpan(m.Baseline.Period, m.Actual.Period, m.Target.Period)
	span.Elapsed = min(span.Elapsed, span.Total)
	m.Span = span
	m.Elapsed = Missing(why)
	if why == Present {
		m.Elapsed = IntRatio(int64(span.Elapsed), int64(span.Total))
	}
	m.Left, _ = m.left()
}

// left is the time from the actual to the target.
func (m *Measurement) left() (Span, Reason) {
	span, why := NewSpan(m.Actual.Period, m.Actual.Period, m.Target.Period)
	if why == NoTime {
		why = AfterTarget
	}
	return span, why
}

// past is the time that mean growth is taken over: from the baseline to the actual, which may lie after the target.
func (m *Measurement) past() (Span, Reason) {
	return NewSpan(m.Baseline.Period, m.Actual.Period, m.Actual.Period)
}

// measureLevel compares the actual with the target and with the way from the baseline to it.
func (m *Measurement) measureLevel(n numbers) {
	a, b, t := n.a, n.b, n.t
	m.Attainment = m.attainment(a, t)
	if m.Indicator.Direction.OneWay() && !m.StartsBeyond() {
		way := t.Sub(b)
		m.Progress = a.Sub(b).Quo(way)
		m.Due = b.Add(way.Mul(m.Elapsed))
		m.DueGeometric = timedRoot(m.Elapsed.Missing(), b, growthFactor(t, b), m.Span.Elapsed, m.Span.Total, whole(0))
	} else {
		m.Progress, m.Due, m.DueGeometric = Missing(NotDefined), Missing(NotDefined), Root{reason: NotDefined}
	}
	m.ScheduleGap = m.Progress.Sub(m.Elapsed)
	m.Pace = m.Progress.Quo(m.Elapsed)
	if m.Elapsed.Missing() == Present && m.Elapsed.Sign() == 0 && m.Progress.Missing() == Present {
		m.Pace = Missing(NoTime)
	}
}

// StartsBeyond reports whether the baseline lies beyond the target already, so that moving toward the target would be
// moving the wrong way. Progress toward such a target is not defined. It is false for a direction that is not one way.
func (m *Measurement) StartsBeyond() bool {
	b, t := m.Baseline.Value, m.Target.Value
	return m.Indicator.Direction.OneWay() && !b.IsZero() && !t.IsZero() && m.better(b.Cmp(t))
}

// attainmentFormula says which form of attainment fits the direction and, in a range, the side that was missed.
func (m *Measurement) attainmentFormula() Formula {
	a, t := m.Actual.Value, m.Target
	switch {
	case m.Indicator.Direction == Decrease:
		return FormulaAttainmentDecrease
	case m.Indicator.Direction != Range:
		return FormulaAttainment
	case !t.Low.IsZero() && !a.IsZero() && a.Cmp(t.Low) < 0:
		return FormulaAttainmentLow
	case !t.High.IsZero() && a.Cmp(t.High) > 0:
		return FormulaAttainmentHigh
	}
	return FormulaAttainmentWithin
}

func (m *Measurement) attainment(a, t Ratio) Ratio {
	switch m.attainmentFormula() {
	case FormulaAttainmentDecrease:
		return attained(t, a)
	case FormulaAttainmentLow:
		return attained(a, m.Target.Low.Ratio(NoTarget))
	case FormulaAttainmentHigh:
		return attained(m.Target.High.Ratio(NoTarget), a)
	case FormulaAttainmentWithin:
		if why := a.Missing(); why != Present {
			return a
		}
		if m.Target.Low.IsZero() && m.Target.High.IsZero() {
			return Missing(NoTarget)
		}
		return whole(1)
	}
	return attained(a, t)
}

// attained returns a ÷ t; of two negative numbers it would say the opposite of the truth, so it is missing for
// NotPositive when either is below 0.
func attained(a, t Ratio) Ratio {
	q := a.Quo(t)
	if q.Missing() == Present && (a.Sign() < 0 || t.Sign() < 0) {
		return Missing(NotPositive)
	}
	return q
}

// measurePast computes growth up to the actual.
func (m *Measurement) measurePast(n numbers) {
	a, b, p := n.a, n.b, n.p
	if m.Indicator.IsShare() {
		m.YearOnYear, m.PointChange = Missing(SharesUsePoints), a.Sub(p)
	} else {
		m.YearOnYear = RelativeGrowth(a, p)
	}
	past, why := m.past()
	m.MeanGrowth = timedRoot(why, whole(1), growthFactor(a, b), past.PerYear(), past.Elapsed, whole(-1))
}

// timedRoot is newRoot for an exponent made of time; where that time is unknown for the reason why, so is the root.
func timedRoot(why Reason, scale, base Ratio, power, degree int, shift Ratio) Root {
	if why != Present && scale.Missing() == Present && base.Missing() == Present {
		return Root{reason: why}
	}
	return newRoot(scale, base, power, degree, shift)
}

// growthFactor returns a ÷ b for growth from b; of two negative numbers it would be positive and mean nothing, so it is
// missing for NotPositive when b is not above 0.
func growthFactor(a, b Ratio) Ratio {
	if a.Missing() == Present && b.Missing() == Present && b.Sign() <= 0 {
		return Missing(NotPositive)
	}
	return a.Quo(b)
}

// RelativeGrowth returns a ÷ b − 1, 增长率; it is missing for NotPositive when b is not above 0, and when either is.
func RelativeGrowth(a, b Ratio) Ratio { return growthFactor(a, b).Sub(whole(1)) }

// measureFuture computes what the target still requires, and where three ways of going on would lead.
func (m *Measurement) measureFuture(n numbers) {
	a, b, p, t := n.a, n.b, n.p, n.t
	if m.Indicator.Direction == Range && !m.Target.Period.IsZero() {
		t = Missing(NotDefined) // between two bounds there is no one number to reach
	}
	left, why := m.left()
	years := Missing(why)
	if why == Present {
		years = IntRatio(int64(left.Total), int64(left.PerYear()))
	}
	m.RequiredGrowth = timedRoot(why, whole(1), growthFactor(t, a), left.PerYear(), left.Total, whole(-1))
	m.RequiredStep = t.Sub(a).Quo(years)
	m.LastStep = a.Add(a.Sub(p).Mul(years))
	m.StraightLine = b.Add(a.Sub(b).Quo(m.Elapsed))
	if m.StraightLine.Missing() == ZeroDenominator {
		m.StraightLine = Missing(NoTime)
	}
	m.ConstantGrowth = timedRoot(m.Elapsed.Missing(), b, growthFactor(a, b), m.Span.Total, m.Span.Elapsed, whole(0))
	if !m.Actual.Period.endsBy(m.Target.Period) { // the target's period is past: nothing to project
		if m.StraightLine.Missing() == Present {
			m.StraightLine = Missing(AfterTarget)
		}
		if m.ConstantGrowth.Missing() == Present {
			m.ConstantGrowth = Root{reason: AfterTarget}
		}
	}
}
