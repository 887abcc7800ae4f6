package report

import (
	"slices"
	"strings"

	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/task"
	"golang.org/x/text/unicode/norm"
)

// standing returns how a leaf stands; in an evaluation that does not say, its declared status alone.
func (w *writer) standing(t task.Task) task.Standing {
	if s, ok := w.standings[norm.NFC.String(t.Code)]; ok {
		return s
	}
	return task.Standing{Code: t.Code, Declared: t.Status}
}

// known reports whether anything can be said of how a leaf stands.
func known(s task.Standing) bool {
	return s.Declared != task.Unknown || s.Derived != task.Unknown || s.Step.Path != ""
}

// stands says in the section of a leaf how it stands: both statuses where they are known, why, and what is late.
func (w *writer) stands(s task.Standing) []string {
	switch {
	case !known(s) && w.noStatus():
		return nil
	case !known(s):
		return []string{w.say("task.status", "status", w.taskStatus(task.Unknown))}
	}
	var parts []string
	if s.Declared != task.Unknown {
		parts = append(parts, w.say("standing.declared", "status", w.taskStatus(s.Declared)))
	}
	if s.Derived != task.Unknown || s.Step.Path != "" {
		parts = append(parts, w.say("standing.derived", "status", w.remarks(w.derivedStatus(s), w.why(s))))
	}
	if !s.Delay.IsZero() {
		parts = append(parts, w.delay(s.Delay))
	}
	if s.Slowest.Delay.Sign() > 0 && s.Slowest.Path != s.Step.Path {
		parts = append(parts, w.say("standing.slowest", "step", w.taskStep(s.Slowest)))
	}
	return parts
}

// derivedStatus words the derived status, marked where it is not the declared one.
func (w *writer) derivedStatus(s task.Standing) string {
	switch {
	case s.Derived == task.Unknown:
		return w.say("standing.underived")
	case s.Disagrees:
		return w.taskStatus(s.Derived) + w.paren(w.say("standing.differs"))
	}
	return w.taskStatus(s.Derived)
}

// why says by which rule a status was derived or could not be, and of which step that is said.
func (w *writer) why(s task.Standing) string {
	word, step := w.word("why", string(s.Why), "none"), w.taskStep(s.Step)
	if s.Why == task.WhyPastDue { // said of the task, and the step shows it
		return w.colon(word, step)
	}
	return w.sentences(step, word)
}

// taskStep names a milestone or a promise with its due period and, where it is late, by how much.
func (w *writer) taskStep(s task.Step) string {
	if s.Path == "" {
		return ""
	}
	name := w.say("milestone", "name", w.t(s.Name))
	if strings.Contains(s.Path, "/facts/") {
		name = w.say("promise.named", "name", w.t(s.Name))
	}
	late := ""
	if s.Delay.Sign() > 0 {
		late = w.delay(s.Delay)
	}
	return name + w.paren(w.remarks(w.period(s.Due), late))
}

// delay words a delay in days; one below zero is early.
func (w *writer) delay(days indicator.Value) string {
	n, ok := days.Int()
	switch {
	case !ok:
		return missing
	case n > 0:
		return w.say("delay.late", "days", w.counted("days", n))
	case n < 0:
		return w.say("delay.early", "days", w.counted("days", -n))
	}
	return w.say("delay.none")
}

// standingTable sets the declared and the derived status of each task side by side, with what decided and what is late.
// Tasks of which neither is known are counted in a note.
func (w *writer) standingTable() Table {
	t := Table{
		ID:      "standings",
		Caption: w.say("standings.caption"),
		Columns: columns([]string{
			w.say("column.task"), w.say("column.lead"), w.say("column.due-by"), w.say("column.declared"), w.say("column.derived"),
			w.say("column.why"), w.say("column.delay"), w.say("column.slowest"),
		}),
		Notes: []string{w.say("standings.note")},
	}
	for _, s := range w.e.Standings {
		if !known(s) {
			continue
		}
		declared, slowest := Cell{Text: missing}, missing
		if s.Declared != task.Unknown {
			declared = Cell{Text: w.taskStatus(s.Declared), State: string(s.Declared)}
		}
		if s.Slowest.Delay.Sign() > 0 {
			slowest = w.taskStep(s.Slowest)
		}
		t.Rows = append(t.Rows, []Cell{
			{Text: capital(w.named(w.taskNames, s.Code)[0])}, {Text: or(w.leadOf(s.Path), missing)}, {Text: or(w.period(s.Due), missing)}, declared,
			{Text: w.derivedStatus(s), State: or(string(s.Derived), "unknown")},
			{Text: w.why(s)}, {Text: w.delayCell(s.Delay)}, {Text: slowest},
		})
	}
	if left := len(w.e.Standings) - len(t.Rows); left > 0 {
		t.Notes = append(t.Notes, w.say("standings.note-left", "tasks", w.counted("subtasks", left)))
	}
	if slices.ContainsFunc(w.e.Standings, func(s task.Standing) bool { return s.Derived != task.Unknown || s.Step.Path != "" }) {
		return telling(t, 1, missing)
	}
	return telling(withoutColumn(withoutColumn(t, 5), 4), 1, missing) // nothing is derived of any task
}

func (w *writer) delayCell(days indicator.Value) string {
	if days.IsZero() {
		return missing
	}
	return w.delay(days)
}

// leadOf names the department that leads the leaf at a path, for itself or for a task above it.
func (w *writer) leadOf(path string) string {
	for _, row := range w.e.Matrix.Rows {
		if row.Path != path {
			continue
		}
		for _, c := range row.Cells {
			if c.Part == task.Lead {
				return w.departmentName(w.e.Matrix.Departments[c.Column])
			}
		}
	}
	return ""
}

// derivedNotes says that derived statuses are counted, where any is.
func (w *writer) derivedNotes() []string {
	if !slices.ContainsFunc(w.e.Standings, func(s task.Standing) bool { return s.Declared == task.Unknown && s.Derived != task.Unknown }) {
		return nil
	}
	return []string{w.say("tasks.note-derived")}
}

// spreadTable lists the tasks that a delay reaches, 受延误影响的任务.
func (w *writer) spreadTable() Table {
	t := Table{
		ID:      "reached",
		Caption: w.say("spread.caption"),
		Columns: columns([]string{
			w.say("column.late-task"), w.say("column.delay"), w.say("column.reached-task"), w.say("column.steps"), w.say("column.days-left"),
		}),
		Notes: []string{w.say("spread.note")},
	}
	for _, r := range w.e.Reached {
		delay := w.standings[norm.NFC.String(r.From.Code)].Delay
		t.Rows = append(t.Rows, texts(capital(w.named(w.taskNames, r.From.Code)[0]), or(w.lateBy(delay), w.say("delay.unknown")),
			capital(w.named(w.taskNames, r.Code)[0]), w.away(r.Steps), w.daysLeft(r, delay)))
	}
	return t
}

// lateBy prints the days of a delay, empty where they are not known.
func (w *writer) lateBy(delay indicator.Value) string {
	n, ok := delay.Int()
	if !ok {
		return ""
	}
	return w.counted("days", n)
}

// away says how far a task is from the late one.
func (w *writer) away(steps int) string {
	if steps == 1 {
		return w.say("spread.next")
	}
	return w.say("spread.between", "count", w.count(steps-1))
}

// daysLeft says how many days of a delay still reach a task, or why that is not known.
func (w *writer) daysLeft(r task.Reached, delay indicator.Value) string {
	switch {
	case r.Days.Sign() > 0:
		return w.lateBy(r.Days)
	case !r.Days.IsZero():
		return w.say("spread.taken-up")
	case delay.IsZero():
		return w.say("delay.unknown")
	}
	return w.say("spread.no-dates")
}
