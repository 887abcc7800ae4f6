package report

import "github.com/planeval/planeval/indicator"

// trajectoryCharts show, for each indicator with two observations and one target, what was observed and where the ways of
// going on lead.
func (w *writer) trajectoryCharts() []Block {
	var panels []Trajectory
	based, fan := false, false
	for i := range w.e.Indicators {
		if p, ok := w.trajectory(&w.e.Indicators[i]); ok {
			panels = append(panels, p)
			based, fan = based || p.HasBaseline, fan || len(p.Ends) > 0
		}
	}
	if len(panels) == 0 {
		return nil
	}
	c := Chart{
		ID: "trajectories", Caption: w.say("trajectories.caption"), Summary: w.say("trajectories.summary", "indicators", w.counted("indicators", len(panels))),
		Tables: []string{"attainment", "projections"}, Legend: []Key{{Mark: MarkActual, Text: w.say("column.actual")}},
		Notes: []string{w.say("trajectories.note")},
	}
	if based {
		c.Legend = append(c.Legend, Key{Mark: MarkStart, Text: w.say("column.baseline")}, Key{Mark: MarkPath, Text: w.say("trajectories.path")})
	}
	c.Legend = append(c.Legend, Key{Mark: MarkTarget, Text: w.say("column.target")})
	if fan {
		c.Legend = append(c.Legend, Key{Mark: MarkFan, Text: w.say("trajectories.fan")})
		c.Notes = append(c.Notes, w.say("trajectories.note-fan"))
	}
	return parted(&w.words, c, mostPanels, panels, func(panels []Trajectory) Plot { return Trajectories{Panels: panels} })
}

func (w *writer) trajectory(a *indicator.Assessment) (Trajectory, bool) {
	m := &a.Measurement
	if countsFromBaseline(m) || m.Target.Value.IsZero() || !m.Indicator.Direction.OneWay() {
		return Trajectory{}, false
	}
	verdict := w.judged(verdictOf(a))
	t := Trajectory{
		Name: w.t(m.Indicator.Name), Unit: w.unit(m.Indicator.Unit), State: verdict.State, Says: verdict.Text,
		HasBaseline: !m.Baseline.Value.IsZero(),
		Target:      Moment{yearAt(m.Target.Period), Point{m.Target.Value, w.target(m.Target, "")}},
	}
	for _, o := range m.Indicator.Series {
		if o.Value.IsZero() || o.Period.Compare(m.Indicator.Baseline) < 0 || o.Period.Compare(m.Actual.Period) > 0 {
			continue
		}
		moment := Moment{Time: yearAt(o.Period), Point: Point{At: o.Value}}
		if o.Period == m.Actual.Period {
			moment.Text = w.value(o.Value)
		}
		t.Actual = append(t.Actual, moment)
	}
	if len(t.Actual) < 2 || t.Target.Time.Cmp(t.Actual[len(t.Actual)-1].Time) < 0 {
		return Trajectory{}, false
	}
	times, values := []indicator.Value{t.Target.Time}, []indicator.Value{t.Target.At}
	for _, o := range t.Actual {
		times, values = append(times, o.Time), append(values, o.At)
	}
	for _, p := range w.ways(m) {
		if end := numberAt(p.Value.Result); !end.IsZero() {
			t.Ends, values = append(t.Ends, Moment{t.Target.Time, Point{At: end}}), append(values, end)
		}
		if p.Main {
			t.Says = w.clauses(t.Says, w.say("trajectories.says", "way", w.wayName(p), "period", w.period(m.Target.Period),
				"value", w.inUnit(p.Value.Result, m.Indicator.Unit)))
		}
	}
	t.Across, t.Up = w.timeAxis(times...), w.axis("", values...)
	return t, t.Across != nil && t.Up != nil
}

// timeAxis has a tick at the end of each year or, of many, of some.
func (w *words) timeAxis(times ...indicator.Value) Axis {
	first, last := times[0], times[0]
	for _, t := range times {
		if t.Cmp(first) < 0 {
			first = t
		}
		if t.Cmp(last) > 0 {
			last = t
		}
	}
	from, to := wholeYear(first, false), wholeYear(last, true)
	if from == to {
		from--
	}
	step := (to - from + mostYears - 1) / mostYears
	var a Axis
	for year := from; year < to+step; year += step {
		period := indicator.Year(year)
		a = append(a, Point{At: indicator.IntValue(int64(year)), Text: period.String()})
	}
	return a
}

// mostYears is into how many steps an axis of time is parted at most.
const mostYears = 6

// wholeYear returns the year before or after a time.
func wholeYear(t indicator.Value, after bool) int {
	ratio := t.Ratio(indicator.NoObservation)
	year := int(ratio.Decimal(0, indicator.Truncate).IntPart())
	if after && ratio.Cmp(indicator.IntRatio(int64(year), 1)) > 0 {
		year++
	}
	return year
}
