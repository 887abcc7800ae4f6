package indicator

// Measurement is what an indicator's figures rest on: the observations that count as of a date, the target, and the
// time between them. Each figure is a method, exact, and missing for a reason where there is none; [Measurement.Figures]
// gives them all with their working. So who asks for one figure pays for that one. The verdict is a [Method]'s.
//
// A Measurement is made by [Measure]; the zero Measurement has no figures.
type Measurement struct {
	Indicator Indicator
	AsOf      Period
	Target    Target
	Baseline  Observation // 基期值; its Value is absent where the series has none
	Actual    Observation // 完成值: the last one whose period had ended as of AsOf; of a cumulative indicator the sum up to it
	Previous  Observation // 上年同期
	Span      Span        // time from the baseline to Actual and to Target; Elapsed never exceeds Total
	Left      Span        // time from Actual to Target, in Total

	// Run holds the observations that the kinds cumulative and growth are summed or compounded from: one a period, from the
	// first after the baseline to the last that has a value. Where the series has none, the observation has no value.
	Run Series

	scheme     scheme
	noWay      Reason // why there is no way from the baseline to the target, or Present
	share      bool   // the unit is that of a share
	falls      bool   // lower is better; a reduction should not fall, whatever the direction of what is reduced
	a, b, p, t Ratio  // the numbers of Actual, Baseline, Previous and Target
	gain, way  Ratio  // a − b and t − b: from the baseline to the actual, and to the target
	elapsed    Ratio
	index      Ratio // of the kind growth: what the rates of Run make of 1

	past, left timeSpan // from the baseline to the actual, which may lie after the target; and from there to the target
}

// scheme says which formulas an indicator is measured by.
type scheme uint8

const (
	unmeasured scheme = iota // the zero Measurement
	undefined                // a kind that makes no sense with the direction, the unit or the periods
	plain                    // level and flow
	summed                   // cumulative
	reduced                  // reduction
	compounded               // growth
)

// IsSum reports whether the indicator is measured as a sum since the baseline: its kind is cumulative, and more is better.
func (m *Measurement) IsSum() bool { return m.scheme == summed }

// IsReduction reports whether the indicator is measured as a reduction in per cent since the baseline.
func (m *Measurement) IsReduction() bool { return m.scheme == reduced }

// IsRate reports whether the indicator is measured as a mean yearly rate since the baseline.
func (m *Measurement) IsRate() bool { return m.scheme == compounded }

// lacks is why a figure that the scheme does not have is missing.
func (m *Measurement) lacks() Reason {
	if m.scheme == unmeasured {
		return NotComputed
	}
	return NotDefined
}

// Measure selects what ind is measured by as of the given date: the latest observation whose period had ended by then
// counts, and its own period, not the date, decides how much time has elapsed. A zero asOf takes everything.
// ind is taken to be valid.
//
// A flow is counted over a period, so only observations over the same length of time as the target's are held against
// it, or without a target as the baseline's: half a year's contracts say nothing about a year's. The kinds cumulative,
// reduction and growth count from the baseline's period on. Where a kind makes no sense with the direction or unit,
// every figure is missing for the reason NotDefined.
func Measure(ind Indicator, asOf Period) (m Measurement) {
	m.Indicator, m.AsOf = ind, asOf
	if t := ind.target(asOf); t != nil {
		m.Target = *t
	}
	m.Baseline.Period = ind.Baseline
	series := ind.Series.Until(asOf)
	switch ind.Kind {
	case Flow:
		series = ind.counted(series, m.Target.Period)
	case Cumulative, Growth:
		series = series.accumulates(ind.Baseline)
	}
	if o := series.at(ind.Baseline); o != nil {
		m.Baseline = *o
	}
	if o := series.latest(); o != nil {
		m.Actual = *o
		m.Previous.Period = o.Period.PreviousYear()
		if o := series.near(m.Previous.Period); o != nil {
			m.Previous = *o
		}
	}
	m.a, m.b = m.Actual.Value.Ratio(NoObservation), m.Baseline.Value.Ratio(NoBaseline)
	m.p, m.t = m.Previous.Value.Ratio(NoPrevious), m.Target.Value.Ratio(NoTarget)
	if ind.Direction == Range && !m.Target.Period.IsZero() {
		m.t = Missing(NotDefined) // between two bounds there is no one number to reach
	}
	m.share = ind.IsShare()
	m.falls = ind.Direction == Decrease && ind.Kind != Reduction
	if m.scheme = ind.scheme(&m); m.scheme == summed || m.scheme == compounded {
		m.accumulate(series)
	}
	if m.scheme != plain && m.scheme != summed || !ind.Direction.OneWay() || m.StartsBeyond() {
		m.noWay = NotDefined
	}
	m.gain, m.way = m.a.Sub(m.b), m.t.Sub(m.b)
	m.measureTime()
	return m
}

// scheme returns how the measurement of ind is to be made.
func (ind *Indicator) scheme(m *Measurement) scheme {
	switch ind.Kind {
	case Level, Flow:
		return plain
	case Cumulative: // until the plan ends, every sum would meet a ceiling
		if ind.Direction == Increase || ind.Direction == Maintain {
			return summed
		}
	case Reduction: // of a hundred at the baseline
		if isPercent(ind.Unit) && ind.Direction.OneWay() && m.Baseline.Value.Sign() == 0 {
			return reduced
		}
	case Growth: // rates within the year are on the year before, and do not compound
		if isPercent(ind.Unit) && (m.Actual.Period.IsZero() || m.Actual.Period.IsYear()) {
			return compounded
		}
	}
	return undefined
}

func (m *Measurement) measureTime() {
	b, a, t := m.Baseline.Period, m.Actual.Period, m.Target.Period
	span, why := NewSpan(b, a, t)
	if m.Indicator.ByDay {
		span, why = newDaySpan(b, a, t)
	}
	m.elapsed = Missing(why)
	if why == Present {
		m.elapsed = IntRatio(int64(min(span.Elapsed, span.Total)), int64(span.Total))
	}
	m.past = span.elapsed(b, a, why)
	m.Left, why = NewSpan(a, a, t)
	m.left = m.Left.total(why)
	if why == NoTime {
		m.left.why = AfterTarget
	}
	span.Elapsed = min(span.Elapsed, span.Total)
	m.Span = span
}

// Reached returns what is held against the target, in its unit: the actual, the sum since the baseline, or the mean of the
// yearly rates since then.
func (m *Measurement) Reached() Number {
	switch m.scheme {
	case unmeasured, undefined:
		return Missing(m.lacks())
	case compounded:
		return m.MeanRate()
	}
	return m.a
}

// observations returns the observations up to the actual, of a flow those over the same length of time as the target's.
func (m *Measurement) observations() Series {
	series := m.Indicator.Series.Until(m.Actual.Period)
	if m.Indicator.Kind == Flow {
		series = m.Indicator.counted(series, m.Target.Period)
	}
	return series
}

// counted returns the observations of a flow over the same length of time as the target's period, without a target as the
// baseline's, and without either as the longest.
func (ind *Indicator) counted(series Series, target Period) Series {
	switch {
	case !target.IsZero():
		return series.sameLength(target)
	case !ind.Baseline.IsZero():
		return series.sameLength(ind.Baseline)
	}
	return series.sameLength(series.longest(Period{}))
}
