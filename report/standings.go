package report

import (
	"github.com/planeval/planeval/evaluate"
	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/task"
	"golang.org/x/text/unicode/norm"
)

// standings are the tables of how tasks stand as of the date, of what their delays reach, and of what was promised;
// each only where there is something to show.
func (w *writer) standings() []Block {
	return blocks(w.standingTable(), w.reachTable(), w.promiseTable())
}

// standingTable sets the declared status of each task beside the one that its dates, milestones and promises show.
// Tasks of which neither is known, and no delay, are left out.
func (w *writer) standingTable() Table {
	t := Table{
		ID:      "standings",
		Caption: w.say("standings.caption"),
		Columns: columns([]string{
			w.say("standings.task"), w.say("standings.due"), w.say("standings.declared"), w.say("standings.derived"),
			w.say("standings.why"), w.say("standings.delay"), w.say("standings.slowest"),
		}, 5),
		Notes: []string{w.say("standings.note")},
	}
	slowest := false
	for _, s := range w.e.Standings {
		if s.Declared == task.Unknown && s.Derived == task.Unknown && s.Delay.IsZero() {
			continue
		}
		derived := Cell{Text: w.taskStatus(s.Derived)}
		if s.Disagrees {
			derived = Cell{Text: derived.Text + w.paren(w.say("standings.disagrees")), State: string(evaluate.NotMet)}
		}
		step := missing
		if s.Slowest.Name != "" {
			slowest = true
			step = w.t(s.Slowest.Name) + w.paren(w.days(s.Slowest.Delay))
		}
		t.Rows = append(t.Rows, []Cell{
			{Text: w.named(w.taskNames, s.Code)[0]}, {Text: or(w.period(s.Due), missing)}, {Text: w.taskStatus(s.Declared)}, derived,
			{Text: w.why(s)}, {Text: or(w.days(s.Delay), missing)}, {Text: step},
		})
	}
	if !slowest {
		t = withoutColumn(t, 6)
	}
	return t
}

// why words the rule by which a status was derived, with the step that decided.
func (w *writer) why(s task.Standing) string {
	return w.word("why", string(s.Why), "") + w.paren(w.t(s.Step.Name))
}

// days words a delay, below zero as so many days early; an unknown one is empty.
func (w *writer) days(delay indicator.Value) string {
	n, ok := delay.Int()
	switch {
	case !ok || delay.IsZero():
		return ""
	case n < 0:
		return w.say("standings.early", "days", w.counted("days", -n))
	}
	return w.counted("days", n)
}

// reachTable lists the tasks that come after late ones.
func (w *writer) reachTable() Table {
	t := Table{
		ID:      "reached",
		Caption: w.say("reached.caption"),
		Columns: columns([]string{w.say("reached.from"), w.say("reached.task"), w.say("reached.steps"), w.say("reached.days")}, 2, 3),
		Notes:   []string{w.say("reached.note")},
	}
	for _, r := range w.e.Reached {
		t.Rows = append(t.Rows, texts(w.named(w.taskNames, r.From.Code)[0], w.named(w.taskNames, r.Code)[0], w.count(r.Steps),
			or(w.days(r.Days), w.say("reached.unknown"))))
	}
	return t
}

// promiseTable judges the facts that a value was promised for.
func (w *writer) promiseTable() Table {
	t := Table{
		ID:      "promises",
		Caption: w.say("promises.caption"),
		Columns: columns([]string{w.say("promises.fact"), w.say("promises.promised"), w.say("promises.by"), w.say("promises.reached"), w.say("column.verdict")}, 1, 3),
	}
	for _, p := range w.e.Promises {
		a := p.Assessment
		t.Rows = append(t.Rows, []Cell{
			{Text: capital(w.t(a.Indicator.Name))}, {Text: w.targetAmount(a.Target, a.Indicator.Unit)}, {Text: w.period(a.Target.Period)},
			{Text: w.achieved(&a) + w.paren(w.period(a.Actual.Period))}, w.judged(verdictOf(&a)),
		})
	}
	return t
}

// linkTable sets each indicator beside the tasks that serve it, where tasks say which indicators they serve.
func (w *writer) linkTable() Table {
	t := Table{
		ID:      "links",
		Caption: w.say("links.caption"),
		Columns: columns([]string{w.say("column.indicator"), w.say("column.verdict"), w.say("links.tasks")}),
	}
	linked := false
	for i, link := range w.e.Links.Indicators {
		a := &w.e.Indicators[i]
		names := make([]string, 0, len(link.Tasks))
		for _, place := range link.Tasks {
			names = append(names, w.named(w.taskNames, place.Code)[0])
		}
		linked = linked || len(names) > 0
		tasks := Cell{Text: w.clauses(names...)}
		if len(names) == 0 {
			tasks = Cell{Text: w.say("links.none"), State: string(evaluate.NotMet)}
		}
		t.Rows = append(t.Rows, []Cell{{Text: capital(w.t(a.Indicator.Name))}, w.judged(verdictOf(a)), tasks})
	}
	if !linked {
		t.Rows = nil
	}
	return t
}

// verdictsOf words the verdicts of the indicators with the given codes, each behind the indicator's name.
func (w *writer) verdictsOf(codes []string) []string {
	list := make([]string, 0, len(codes))
	for _, code := range codes {
		text := w.named(w.indicatorNames, code)[0]
		for i := range w.e.Indicators {
			if a := &w.e.Indicators[i]; norm.NFC.String(a.Indicator.Code) == norm.NFC.String(code) {
				text += w.paren(w.verdict(verdictOf(a).Verdict))
			}
		}
		list = append(list, text)
	}
	return list
}
