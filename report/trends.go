package report

import "github.com/planeval/planeval/indicator"

// trended returns an indicator's trend where there is one and the target's period lies ahead.
func trended(m *indicator.Measurement) (indicator.Trend, bool) {
	if m.Left.Total == 0 {
		return indicator.Trend{}, false
	}
	t := m.Trend()
	return t, t.Value.Result.Missing() == indicator.Present
}

func hasTrend(m *indicator.Measurement) bool {
	_, ok := trended(m)
	return ok
}

// trendTable holds the trends with their prediction intervals. What a trend comes to stands among the projections.
func (w *writer) trendTable() Table {
	t := Table{
		ID:      "trends",
		Caption: w.say("trends.caption"),
		Columns: columns([]string{
			w.say("column.indicator"), w.say("column.observations"), w.say("column.slope"), w.say("column.interval"),
			w.say("column.interval-target"),
		}, 1, 2, 3),
		Notes: []string{w.say("trends.note", "least", w.count(indicator.MinTrend))},
	}
	for i := range w.e.Indicators {
		a := &w.e.Indicators[i]
		trend, ok := trended(&a.Measurement)
		if !ok {
			continue
		}
		interval, against := w.interval(a, trend, func(n indicator.Number) string { return w.bare(n, a.Indicator.Unit) })
		t.Rows = append(t.Rows, texts(
			w.indicatorName(a.Indicator), w.count(trend.Observations), w.slope(trend, a.Indicator.Unit), interval, against,
		))
	}
	return t
}

// slope prints the change of a trend in a year or a month.
func (w *writer) slope(t indicator.Trend, unit string) string {
	change := w.difference(t.Slope.Result, unit)
	if t.Unit == "month" {
		return w.say("slope.month", "change", change)
	}
	return w.say("slope.year", "change", change)
}

// interval prints the prediction interval of a trend, and how much of it meets the target; the latter is told from the
// bounds as they are printed.
func (w *writer) interval(a *indicator.Assessment, t indicator.Trend, number func(indicator.Number) string) (interval, met string) {
	bounds, why := t.Interval(places, indicator.HalfUp)
	if why != indicator.Present {
		return w.reason(why), missing
	}
	low, high := bounds.Low.Ratio(indicator.NotDefined), bounds.High.Ratio(indicator.NotDefined)
	interval = w.say("target.range", "low", number(low), "high", number(high))
	lowMeets, why := a.Meets(low)
	highMeets, _ := a.Meets(high)
	inside := a.Indicator.Direction == indicator.Range && !lowMeets && !highMeets && // between its ends lies the range itself
		low.Cmp(a.Target.Low.Ratio(indicator.NoTarget)) < 0 && high.Cmp(a.Target.High.Ratio(indicator.NoTarget)) > 0
	switch {
	case why != indicator.Present:
		return interval, w.reason(why)
	case lowMeets && highMeets:
		return interval, w.say("interval.all")
	case lowMeets || highMeets || inside:
		return interval, w.say("interval.part")
	}
	return interval, w.say("interval.none")
}

// trend states the prediction interval.
func (w *writer) trend(a *indicator.Assessment) string {
	trend, ok := trended(&a.Measurement)
	if !ok {
		return ""
	}
	interval, met := w.interval(a, trend, func(n indicator.Number) string { return w.number(a, n) })
	return w.say("indicator.interval", "interval", interval, "met", met)
}
