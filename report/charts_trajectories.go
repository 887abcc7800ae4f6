package report

import (
	"slices"
	"strconv"

	"github.com/planeval/planeval/indicator"
)

// trajectoryCharts show what was observed, the way to the target, and where the ways of going on lead: of each indicator that is
// measured as it stands and not as a sum, a rate or a reduction, with two observations or more of the actual's length and one
// value for a target that lies ahead.
func (w *writer) trajectoryCharts() []Block {
	var panels []Trajectory
	for i := range w.e.Indicators {
		if p, ok := w.trajectory(&w.e.Indicators[i]); ok {
			panels = append(panels, p)
		}
	}
	c := Chart{
		ID: "trajectories", Caption: w.say("trajectories.caption"), Summary: w.say("trajectories.summary"), Tables: []string{"attainment", "projections"},
		Notes: []string{w.say("trajectories.note")},
	}
	if slices.ContainsFunc(panels, func(p Trajectory) bool { return len(p.Ends) > 0 }) {
		c.Notes = append(c.Notes, w.say("trajectories.note-fan"))
	}
	return parted(&w.words, c, mostPanels, panels, func(panels []Trajectory) (Plot, []Key) {
		keys := []Key{{Mark: MarkActual, Text: w.say("column.actual")}}
		if slices.ContainsFunc(panels, func(p Trajectory) bool { return p.HasBaseline }) {
			keys = append(keys, Key{Mark: MarkStart, Text: w.say("column.baseline")}, Key{Mark: MarkPath, Text: w.say("trajectories.path")})
		}
		keys = append(keys, Key{Mark: MarkGoal, Text: w.say("column.target")})
		if slices.ContainsFunc(panels, func(p Trajectory) bool { return len(p.Ends) > 0 }) {
			keys = append(keys, Key{Mark: MarkFan, Text: w.say("trajectories.fan")})
		}
		return Trajectories{Panels: panels}, keys
	})
}

func (w *writer) trajectory(a *indicator.Assessment) (Trajectory, bool) {
	m := &a.Measurement
	if countsFromBaseline(m) || m.Target.Value.IsZero() || !m.Indicator.Direction.OneWay() || m.Reached().Missing() != indicator.Present {
		return Trajectory{}, false
	}
	verdict := w.judged(verdictOf(a))
	t := Trajectory{
		Name: w.t(m.Indicator.Name), Unit: w.unit(m.Indicator.Unit), State: verdict.State, Says: verdict.Text,
		HasBaseline: !m.Baseline.Value.IsZero(),
		Target:      Moment{yearAt(m.Target.Period), Point{m.Target.Value, w.target(m.Target, "")}},
	}
	for _, o := range m.Indicator.Series {
		if o.Value.IsZero() || !o.Period.SameForm(m.Actual.Period) || o.Period.Compare(m.Indicator.Baseline) < 0 || o.Period.Compare(m.Actual.Period) > 0 {
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
	}
	t.Says = w.clauses(t.Says, w.outcomeOfWays(m))
	t.Across, t.Up = w.timeAxis(times...), w.axis(values...)
	return t, t.Across != nil && t.Up != nil
}

// outcomeOfWays says between what values the ways of going on lead, and whether these meet the target.
func (w *writer) outcomeOfWays(m *indicator.Measurement) string {
	list := w.ways(m)
	if len(list) == 0 {
		return ""
	}
	low, high, meet := list[0].Value.Result, list[0].Value.Result, 0
	for _, p := range list {
		if p.MeetsReason != indicator.Present {
			return ""
		}
		if p.Meets {
			meet++
		}
		if v := numberAt(p.Value.Result); v.Cmp(numberAt(low)) < 0 {
			low = p.Value.Result
		} else if v.Cmp(numberAt(high)) > 0 {
			high = p.Value.Result
		}
	}
	unit := m.Indicator.Unit
	values := w.say("interval.range", "low", w.inUnit(low, unit), "high", w.inUnit(high, unit))
	if numberAt(low).Cmp(numberAt(high)) == 0 {
		values = w.inUnit(low, unit)
	}
	reaches := w.say("trajectories.some")
	switch {
	case meet == len(list) && meet == 1:
		reaches = w.say("trajectories.one")
	case meet == len(list):
		reaches = w.say("trajectories.all")
	case meet == 0 && len(list) == 1:
		reaches = w.say("trajectories.not")
	case meet == 0:
		reaches = w.say("trajectories.none")
	}
	return w.say("trajectories.says", "period", w.period(m.Target.Period), "values", values, "reaches", reaches)
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
		a = append(a, Point{At: indicator.IntValue(int64(year)), Text: strconv.Itoa(year)})
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
