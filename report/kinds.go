package report

import "github.com/planeval/planeval/indicator"

// What is held against the target depends on the kind of an indicator: the latest number, the sum since the baseline, a
// cumulative reduction, whose progress is one of logarithms, or the mean of yearly rates. The functions here pick the
// figures that a kind has. Where a kind makes no sense with the direction or the unit, none of them claims it.

func attainment(m *indicator.Measurement) indicator.Number {
	if m.IsRate() {
		return m.RateAttainment()
	}
	return m.Attainment()
}

func progress(m *indicator.Measurement) indicator.Number {
	if m.IsReduction() {
		return m.ReductionProgress()
	}
	return m.Progress()
}

func scheduleGap(m *indicator.Measurement) indicator.Number {
	if m.IsReduction() {
		return m.ReductionGap()
	}
	return m.ScheduleGap()
}

func pace(m *indicator.Measurement) indicator.Number {
	if m.IsReduction() {
		return m.ReductionPace()
	}
	return m.Pace()
}

// sign returns the sign of a number that is not missing.
func sign(n indicator.Number) int { return n.Cmp(indicator.IntRatio(0, 1)) }

// countsFromBaseline reports whether an indicator begins to count at its baseline, so that no number of the baseline is
// needed.
func countsFromBaseline(m *indicator.Measurement) bool {
	return m.IsSum() || m.IsReduction() || m.IsRate()
}

// underWay reports whether periods of the target are still to come after the actual: those of a mean rate count as
// much as the ones before, so that its target is not met yet whatever the mean.
func underWay(m *indicator.Measurement) bool {
	return m.Actual.Period.End().Compare(m.Target.Period.End()) < 0
}

// oneWay reports whether an indicator has a single way of going on.
func oneWay(m *indicator.Measurement) bool { return m.IsSum() || m.IsReduction() }

// anyOf reports whether an indicator of the evaluation is of that sort.
func (w *writer) anyOf(sort func(*indicator.Measurement) bool) bool {
	for i := range w.e.Indicators {
		if sort(&w.e.Indicators[i].Measurement) {
			return true
		}
	}
	return false
}

// baseline prints the number of the baseline with its period, or the period alone for what only begins to count there.
func (w *writer) baseline(m *indicator.Measurement) string {
	switch {
	case !countsFromBaseline(m):
		return w.dated(m.Baseline, indicator.NoBaseline)
	case m.Indicator.Baseline.IsZero():
		return w.reason(indicator.NoBaseline)
	}
	return missing + w.paren(w.period(m.Indicator.Baseline))
}

// reached prints what is held against the target, with the time that it is of.
func (w *writer) reached(m *indicator.Measurement) string {
	why := m.Reached().Missing()
	if m.IsSum() {
		if why != indicator.Present {
			return w.reason(why) + w.paren(w.gaps(m))
		}
		return w.value(m.Actual.Value) + w.paren(w.say("reached.sum", "span", w.run(m)))
	}
	if m.IsRate() {
		if why != indicator.Present {
			return w.reason(why) + w.paren(w.gaps(m))
		}
		return w.bare(m.MeanRate(), m.Indicator.Unit) + w.paren(w.say("reached.mean", "span", w.run(m)))
	}
	return w.dated(m.Actual, indicator.NoObservation)
}

// run words the time that an indicator is summed or compounded over.
func (w *writer) run(m *indicator.Measurement) string {
	if len(m.Run) == 0 {
		return ""
	}
	return w.span(m.Run[0].Period, m.Run[len(m.Run)-1].Period)
}

// gaps names the periods that a sum or a product lacks.
func (w *writer) gaps(m *indicator.Measurement) string {
	var periods []string
	for _, p := range m.Gaps() {
		periods = append(periods, w.period(p))
	}
	if len(periods) == 0 {
		return ""
	}
	return w.say("reached.gaps", "periods", w.list(periods...))
}

// rateTable holds the indicators that are mean rates, which have no progress: the mean beside the target and the latest
// rate, and what the years that are left still need.
func (w *writer) rateTable() Table {
	t := Table{
		ID:      "rates",
		Caption: w.say("rates.caption"),
		Columns: columns([]string{
			w.say("column.indicator"), w.say("column.mean-rate"), w.say("column.rate-gap"), w.say("column.elapsed"),
			w.say("column.latest-rate"), w.say("column.point-change"), w.say("column.required-rate"),
		}, 1, 2, 3, 4, 5, 6),
		Notes: []string{w.say("rates.note")},
	}
	for i := range w.e.Indicators {
		a := &w.e.Indicators[i]
		if !a.IsRate() {
			continue
		}
		t.Rows = append(t.Rows, texts(
			w.indicatorName(a.Indicator), w.bare(a.MeanRate(), a.Indicator.Unit), w.points(a.RateGap()), w.elapsed(a),
			w.dated(a.Actual, indicator.NoObservation), w.difference(a.PointChange(), a.Indicator.Unit), w.barePercent(a.RequiredGrowth()),
		))
	}
	return w.shortened(t)
}

// barePercent prints a number in per cent where the row is named with that unit.
func (w *writer) barePercent(n indicator.Number) string {
	return w.present(n, func() string { return w.digits(hundredfold(n)) })
}

// difference prints a change with its sign where the row is named with the unit; that of a percentage is in points.
func (w *writer) difference(n indicator.Number, unit string) string {
	if indicator.DifferenceUnit(unit) == indicator.PointUnit {
		return w.step(n, indicator.PointUnit)
	}
	return w.present(n, func() string { return w.digits(signed(fixedIn(n, unit))) })
}
