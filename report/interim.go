package report

import "github.com/planeval/planeval/indicator"

// interimTable holds the targets of earlier periods that were due, each as it stood when its period ended, and the
// history of every target that was revised. A plan with one target an indicator has no such table.
func (w *writer) interimTable() Table {
	t := Table{
		ID:      "interim",
		Caption: w.say("interim.caption"),
		Columns: columns([]string{
			w.say("column.indicator"), w.say("column.period"), w.say("column.target"), w.say("column.revisions"),
			w.say("column.actual"), w.say("column.attainment"), w.say("column.status"),
		}, 2, 4, 5),
		Notes: []string{w.say("interim.note")},
	}
	for i := range w.e.Indicators {
		a := &w.e.Indicators[i]
		for _, m := range indicator.Interim(a.Indicator, w.e.AsOf) {
			history := a.Indicator.History(m.Target.Period)
			if m.Target.Period == a.Target.Period && len(history) < 2 {
				continue
			}
			status := "unknown"
			switch met, why := m.Met(); {
			case why != indicator.Present || m.IsRate() && underWay(&m):
			case met:
				status = "met"
			default:
				status = "not-met"
			}
			t.Rows = append(t.Rows, []Cell{
				{Text: w.indicatorName(a.Indicator)}, {Text: w.period(m.Target.Period)}, {Text: w.target(m.Target, "")},
				{Text: w.revisions(history)}, {Text: w.reached(&m)}, {Text: w.percent(attainment(&m))},
				{Text: w.word("status", status, ""), State: status},
			})
		}
		if history := a.Indicator.History(a.Target.Period); len(history) > 1 && !due(a.Target, w.e.AsOf) {
			t.Rows = append(t.Rows, texts(w.indicatorName(a.Indicator), w.period(a.Target.Period), w.target(a.Target, ""),
				w.revisions(history), missing, missing, missing))
		}
	}
	return t
}

// due reports whether a target's period has ended as of a date.
func due(t indicator.Target, asOf indicator.Period) bool {
	return asOf.IsZero() || t.Period.End().Compare(asOf.End()) <= 0
}

// revisions lists the numbers that a target has had, in the order in which they were set.
func (w *writer) revisions(history []indicator.Target) string {
	if len(history) < 2 {
		return missing
	}
	var list []string
	for _, t := range history {
		set := ""
		if !t.Set.IsZero() {
			set = w.set(t)
		}
		list = append(list, w.target(t, "")+w.paren(set))
	}
	return w.clauses(list...)
}
