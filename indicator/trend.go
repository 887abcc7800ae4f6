package indicator

// Trend is the straight line of least squares through the series up to the actual, 最小二乘趋势线, with time from the
// first observation's period in years or months. Slope, intercept and value are exact. They are missing for
// TooFewObservations with fewer than four observations.
type Trend struct {
	Observations int    `json:"observations"`
	Unit         string `json:"unit,omitempty"` // of time, "year" or "month"; empty where it is unknown

	Slope     Figure `json:"slope"`     // change in one unit of time
	Intercept Figure `json:"intercept"` // the line at the first observation's period
	Value     Figure `json:"value"`     // the line at the target's period

	variance Ratio // of the prediction's error, s²·(1 + 1/n + (x − x̄)²/Sxx)
	slope    Ratio
	last     Ratio // the line at the actual's period
}

// MinTrend is how many observations a trend needs at least.
const MinTrend = 4

// Interval is a prediction interval, 预测区间.
type Interval struct {
	Low  Value `json:"low"`
	High Value `json:"high"`
}

// Interval returns the 95 % prediction interval at the target's period, 95%预测区间,
//
//	value ± t·s·√(1 + 1/n + (x − x̄)²/Sxx), s² = Σ(y − ŷ)² ÷ (n − 2)
//
// where t is the 0.975 quantile of Student's distribution with n − 2 degrees of freedom. Each bound is correctly
// rounded to the given places, 0 to 38, by the mode, so that it is off by at most half a unit of the last place, or
// less than one with Truncate; [Real] says what counts where that stays open. There is none for the reason that the value
// is missing, and for NotDefined where a bound has more than 38 digits.
func (t Trend) Interval(places int, mode Rounding) (Interval, Reason) {
	value, ok := t.Value.Result.(Ratio)
	switch {
	case !ok:
		return Interval{}, NotComputed
	case value.Missing() != Present:
		return Interval{}, value.Missing()
	}
	width := whole(0).Real()
	if t.variance.Sign() != 0 {
		width = StudentSquare(IntRatio(19, 20), int64(t.Observations-2)).Mul(t.variance.Real()).Sqrt()
	}
	low, fits := value.Real().Sub(width).Round(places, mode)
	high, also := value.Real().Add(width).Round(places, mode)
	if !fits || !also {
		return Interval{}, NotDefined
	}
	return Interval{low, high}, Present
}

// Trend fits a straight line to the observations that have a value, from the series' first up to the actual; of a flow,
// those over the same length of time as the target's period.
func (m *Measurement) Trend() Trend {
	var used Series
	for _, o := range m.observations() {
		if !o.Value.IsZero() {
			used = append(used, o)
		}
	}
	t := Trend{Observations: len(used)}
	fit, why := m.fit(used)
	t.Unit = fit.unit
	n, x, y := fit.count(why), fit.x.ratio(why), fit.y.ratio(why)
	sxx := n.Mul(fit.xx.ratio(why)).Sub(x.Mul(x)) // n·Sxx, and so for the others
	sxy := n.Mul(fit.xy.ratio(why)).Sub(x.Mul(y))
	syy := n.Mul(fit.yy.ratio(why)).Sub(y.Mul(y))
	t.slope = sxy.Quo(sxx)
	if t.slope.Missing() == ZeroDenominator {
		t.slope = Missing(NoTime)
	}
	mean := y.Quo(n)
	at := func(x0 Ratio) Ratio { return mean.Add(t.slope.Mul(x0.Sub(x.Quo(n)))) }
	t.last = at(fit.last)
	value := at(fit.target)
	if value.Missing() == Present && !m.underWay() {
		value = Missing(AfterTarget)
	}
	if value.Missing() == Present {
		rest := syy.Sub(sxy.Mul(t.slope)).Quo(n.Mul(n.Sub(whole(2)))) // s²
		off := n.Mul(fit.target).Sub(x)
		t.variance = rest.Mul(whole(1).Add(whole(1).Quo(n)).Add(off.Mul(off).Quo(n.Mul(sxx))))
	}
	inputs, target := fit.inputs(why), Input{Symbol: "x", Period: m.Target.Period}
	if fit.target.Missing() == Present {
		target.Value = IntValue(fit.xt)
	}
	unit := m.Indicator.Unit
	t.Slope = Figure{FormulaTrendSlope, inputs, DifferenceUnit(unit), t.slope}
	t.Intercept = Figure{FormulaTrendIntercept, inputs, unit, at(whole(0))}
	t.Value = Figure{FormulaLeastSquares, append(inputs[:len(inputs):len(inputs)], target), unit, value}
	return t
}

// fit holds the sums that a line of least squares is made of.
type fit struct {
	unit         string
	n            int64
	x, y, xx, xy sum
	yy           sum
	xt           int64
	last, target Ratio // times
}

// fit sums up the observations, and says why not where no line can be laid through them.
func (m *Measurement) fit(used Series) (fit, Reason) {
	f := fit{n: int64(len(used)), last: Missing(NotComputed), target: Missing(NoTarget)}
	switch {
	case m.scheme != plain:
		return f, NotDefined
	case len(used) == 0:
		return f, NoObservation
	case len(used) < MinTrend:
		return f, TooFewObservations
	}
	periods := make([]Period, 0, len(used)+1)
	for _, o := range used {
		periods = append(periods, o.Period)
	}
	if !m.Target.Period.IsZero() {
		periods = append(periods, m.Target.Period)
	}
	f.unit = "year"
	for _, p := range periods {
		if !endsMonth(p) {
			f.unit = ""
			return f, PeriodUnaligned
		}
		if !p.IsYear() {
			f.unit = "month"
		}
	}
	since := func(p Period) int64 {
		if f.unit == "year" {
			return int64(p.Year() - periods[0].Year())
		}
		return int64(monthsTo(p) - monthsTo(periods[0]))
	}
	for _, o := range used {
		x, y := IntRatio(since(o.Period), 1), o.Value.Ratio(NoObservation)
		places := o.Value.Places()
		f.x.add(x, 0)
		f.y.add(y, places)
		f.xx.add(x.Mul(x), 0)
		f.xy.add(x.Mul(y), places)
		f.yy.add(y.Mul(y), 2*places)
	}
	if f.y.value().IsZero() || f.xy.value().IsZero() {
		return f, NotDefined // a sum with too many digits to be stated
	}
	f.last = IntRatio(since(m.Actual.Period), 1)
	if !m.Target.Period.IsZero() {
		f.xt = since(m.Target.Period)
		f.target = IntRatio(f.xt, 1)
	}
	return f, Present
}

func (f fit) count(why Reason) Ratio {
	if why != Present {
		return Missing(why)
	}
	return IntRatio(f.n, 1)
}

// inputs are the number of observations and the sums X of times, Y of values, Q of squared times, P of products.
func (f fit) inputs(why Reason) []Input {
	if why != Present {
		return []Input{{Symbol: "n"}, {Symbol: "X"}, {Symbol: "Y"}, {Symbol: "Q"}, {Symbol: "P"}}
	}
	return []Input{{Symbol: "n", Value: IntValue(f.n)}, {Symbol: "X", Value: f.x.value()}, {Symbol: "Y", Value: f.y.value()},
		{Symbol: "Q", Value: f.xx.value()}, {Symbol: "P", Value: f.xy.value()}}
}

// sum is an exact sum of decimals and the places that it is written with.
type sum struct {
	total  Ratio
	places int
}

func (s *sum) add(r Ratio, places int) {
	if s.total.Missing() != Present {
		s.total = whole(0)
	}
	s.total, s.places = s.total.Add(r), max(s.places, places)
}

func (s sum) ratio(why Reason) Ratio {
	if why != Present {
		return Missing(why)
	}
	return s.total
}

// value is the sum as a Value, absent where it has more than 38 digits. With its places nothing is rounded.
func (s sum) value() Value {
	v, _ := s.total.Round(s.places, HalfUp)
	return v
}
