package report

import (
	"github.com/planeval/planeval/evaluate"
	"github.com/planeval/planeval/task"
	"golang.org/x/text/unicode/norm"
)

// servingTable lists the tasks that serve each indicator, 任务与指标对应, where any does.
func (w *writer) servingTable() Table {
	t := Table{
		ID:      "serving",
		Caption: w.say("serving.caption"),
		Columns: columns([]string{w.say("column.indicator"), w.say("column.verdict"), w.say("column.tasks-serving")}),
	}
	if len(w.e.Links.Unserved) == len(w.e.Links.Indicators) {
		return t
	}
	for _, l := range w.e.Links.Indicators {
		a := w.assessed[norm.NFC.String(l.Indicator)]
		if a == nil {
			continue
		}
		var tasks []string
		for _, place := range l.Tasks {
			tasks = append(tasks, w.taskWithStatus(place.Code))
		}
		serving := Cell{Text: capital(w.clauses(tasks...))}
		if len(tasks) == 0 {
			serving = Cell{Text: w.say("serving.none"), State: string(evaluate.NotMet)}
		}
		t.Rows = append(t.Rows, []Cell{{Text: w.t(a.Indicator.Name)}, w.judged(verdictOf(a)), serving})
	}
	return t
}

// taskWithStatus names a task with the status that counts, where it is a leaf and that is known.
func (w *writer) taskWithStatus(code string) string {
	return w.named(w.taskNames, code)[0] + w.paren(w.knownStatus(w.standings[norm.NFC.String(code)].Status()))
}

// knownStatus words a status, an unknown one by the empty text.
func (w *writer) knownStatus(s task.Status) string {
	if s == task.Unknown {
		return ""
	}
	return w.taskStatus(s)
}

// served names indicators with their verdicts.
func (w *writer) served(codes []string) []string {
	names := w.named(w.indicatorNames, codes...)
	for i, code := range codes {
		if a := w.assessed[norm.NFC.String(code)]; a != nil {
			names[i] += w.paren(w.verdict(verdictOf(a).Verdict))
		}
	}
	return names
}
