package report

import (
	"strings"

	"github.com/planeval/planeval/evaluate"
	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/task"
)

// promiseTable sets what was promised beside what was reached, 承诺值.
func (w *writer) promiseTable() Table {
	t := Table{
		ID:      "promises",
		Caption: w.say("promises.caption"),
		Columns: columns([]string{
			w.say("column.promise"), w.say("column.holder"), w.say("column.promised"), w.say("column.due-by"), w.say("column.actual"),
			w.say("column.attainment"), w.say("column.status"), w.say("column.verdict"),
		}, 2, 4, 5),
		Notes: []string{w.say("promises.note")},
	}
	for _, p := range w.e.Promises {
		a, status := &p.Assessment, p.Status(w.e.AsOf)
		actual := w.reason(indicator.NoObservation)
		if !a.Actual.Value.IsZero() {
			actual = w.observation(a.Actual, a.Indicator.Unit)
		}
		t.Rows = append(t.Rows, []Cell{
			{Text: capital(w.t(a.Indicator.Name))}, {Text: capital(w.holder(p.Path))}, {Text: w.targetAmount(a.Target, a.Indicator.Unit)},
			{Text: w.period(a.Target.Period)}, {Text: actual}, {Text: w.percent(attainment(&a.Measurement))},
			{Text: w.word("promise-status", string(status), "unknown"), State: or(string(status), "unknown")}, w.judged(verdictOf(a)),
		})
	}
	return t
}

// holder names what a fact is of: the task or, elsewhere, the part of the plan.
func (w *writer) holder(path string) string {
	for at, t := range task.All(w.e.Plan.Tasks) {
		if strings.HasPrefix(path, at+"/facts/") {
			return w.taskName(t)
		}
	}
	return w.part(path)
}

// promiseWorkings holds the working of each promise's attainment.
func (w *writer) promiseWorkings() Table {
	t := w.workingTable("workings-promises", w.say("workings.promises"))
	for _, p := range w.e.Promises {
		w.addWorkings(&t, w.t(p.Assessment.Indicator.Name), w.formulas(p.Figures()...)...)
	}
	return t
}

// promiseAt returns the promise of the fact at a path.
func (w *writer) promiseAt(path string) (evaluate.Promise, bool) {
	for _, p := range w.e.Promises {
		if p.Path == path {
			return p, true
		}
	}
	return evaluate.Promise{}, false
}
