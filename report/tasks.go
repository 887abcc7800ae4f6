package report

import (
	"slices"
	"strconv"
	"strings"

	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/task"
)

// tasks is the second part of chapter 2: what the plan's tasks came to.
func (w *writer) tasks() Section {
	s := Section{ID: "ch2-tasks", Title: w.say("tasks.title")}
	s.Blocks = append(blocks(Paragraph{Text: w.taskCoverage()}), w.overview()...)
	s.Blocks = append(s.Blocks, blocks(w.chapterTable(), w.standingTable(), w.spreadTable(), w.promiseTable())...)
	own := w.sourceNumbers()
	for _, t := range w.e.Plan.Tasks {
		section := w.task(t, "", 1)
		if own {
			section.Number = strconv.Itoa(arabic(t.Number))
		}
		s.Sections = append(s.Sections, section)
	}
	return s
}

// sourceNumbers reports whether the source numbers the chapters 1, 2, 3 and so on, perhaps with gaps; then its numbers
// are kept, so that a task is found by its code.
func (w *writer) sourceNumbers() bool {
	last := 0
	for _, t := range w.e.Plan.Tasks {
		n := arabic(t.Number)
		if n <= last || n > 999 {
			return false
		}
		last = n
	}
	return true
}

func arabic(number string) int {
	n, err := strconv.Atoi(strings.Trim(number, ".．、 "))
	if err != nil {
		return 0
	}
	return n
}

// taskCoverage says in words what the table of chapters adds up to.
func (w *writer) taskCoverage() string {
	total := w.e.Tasks.Total
	if total.Tasks == 0 {
		return ""
	}
	status := ""
	if w.noStatus() {
		status = w.say("tasks.no-status")
	} else if total.Completion.Result != nil && total.Completion.Result.Missing() == indicator.Present {
		status = w.say("tasks.completion", "completion", w.percent(total.Completion.Result), "completed", w.count(total.Completed),
			"unknown", w.count(total.Unknown))
	}
	coverage := w.say("tasks.coverage", "plan", w.plan(), "chapters", w.counted("chapters", len(w.e.Plan.Tasks)),
		"subtasks", w.counted("subtasks", total.Tasks),
		"unled", w.count(len(w.e.Coverage.TasksWithoutLead)), "bare", w.count(len(w.e.Coverage.TasksWithoutEvidence)))
	return w.sentences(capital(coverage), status)
}

// noStatus reports whether the status of no task is known, which is said once and not of each.
func (w *writer) noStatus() bool { return w.e.Tasks.Total.Unknown == w.e.Tasks.Total.Tasks }

// chapterTable is the roll-up by chapter.
func (w *writer) chapterTable() Table {
	t := Table{
		ID:      "tasks",
		Caption: w.say("tasks.caption"),
		Columns: columns(append([]string{w.say("column.chapter"), w.say("column.tasks"), w.say("column.led")}, w.tallyTitles()...),
			1, 2, 3, 4, 5, 6, 7, 8, 9, 10),
		Notes: slices.Concat([]string{w.say("tasks.note")}, w.derivedNotes(), w.unledNotes()),
	}
	unled := map[string]int{} // by the chapter's path
	for _, p := range w.e.Coverage.TasksWithoutLead {
		chapter, _, _ := strings.Cut(strings.TrimPrefix(p.Path, "/tasks/"), "/")
		unled["/tasks/"+chapter]++
	}
	for i, c := range w.e.Tasks.Chapters {
		title := w.t(c.Code)
		if i < len(w.e.Plan.Tasks) {
			title = w.taskName(w.e.Plan.Tasks[i])
		}
		t.Rows = append(t.Rows, w.tallyRow(capital(title), c.Tally, c.Tasks-unled[c.Path]))
	}
	if len(t.Rows) > 0 {
		t.Rows = append(t.Rows, w.tallyRow(w.say("total"), w.e.Tasks.Total, w.e.Tasks.Total.Tasks-len(w.e.Coverage.TasksWithoutLead)))
	}
	return t
}

// unledNotes says what it means that no lead is named, where there are such tasks.
func (w *writer) unledNotes() []string {
	if len(w.e.Coverage.TasksWithoutLead) == 0 {
		return nil
	}
	return []string{w.say("tasks.note-unled")}
}

// tallyTitles are the columns of a tally behind the number of tasks.
func (w *writer) tallyTitles() []string {
	return capitals([]string{
		w.taskStatus(task.Completed), w.taskStatus(task.OnSchedule), w.taskStatus(task.Delayed), w.taskStatus(task.NotStarted),
		w.taskStatus(task.Adjusted), w.taskStatus(task.Unknown), w.say("column.facts"), w.say("column.completion"),
	})
}

func (w *writer) tallyRow(title string, t task.Tally, led int) []Cell {
	row := texts(title)
	for _, n := range []int{t.Tasks, led, t.Completed, t.OnSchedule, t.Delayed, t.NotStarted, t.Adjusted, t.Unknown, t.Facts} {
		row = append(row, Cell{Text: w.count(n)})
	}
	return append(row, Cell{Text: w.completion(t)})
}

// completion prints the share of tasks that are completed; without any status there is none.
func (w *writer) completion(t task.Tally) string {
	switch {
	case unstated(t.Completion):
		return w.say("not-stated")
	case t.Tasks > 0 && t.Adjusted == t.Tasks:
		return w.say("tasks.all-adjusted")
	}
	return w.percent(t.Completion.Result)
}

// unstated reports whether there is no completion because no status is stated.
func unstated(completion indicator.Figure) bool {
	return completion.Result != nil && completion.Result.Missing() == indicator.NoObservation
}

func (w *writer) taskStatus(s task.Status) string { return w.word("task-status", string(s), "unknown") }

// taskName is a task's title behind its code.
func (w *writer) taskName(t task.Task) string {
	return w.say("task.name", "code", w.t(t.Code), "title", w.t(t.Title))
}

// task is the section of a task and its sub-tasks, with the code that findings name it by in its heading; lead is the
// department that leads the task above.
func (w *writer) task(t task.Task, lead string, depth int) Section {
	s := Section{ID: "task-" + t.Code, Title: capital(w.t(t.Title)) + w.paren(w.say("task.reference", "code", w.t(t.Code)))}
	inherited := t.Lead == "" && lead != ""
	if t.Lead != "" {
		lead = t.Lead
	}
	s.Blocks = blocks(Paragraph{Text: w.taskAbout(t, lead, inherited)}, Paragraph{Text: w.t(t.Summary)}, w.facts(t.Facts), w.milestones(t))
	if depth >= task.MaxDepth {
		return s
	}
	for _, sub := range t.Tasks {
		s.Sections = append(s.Sections, w.task(sub, lead, depth+1))
	}
	return s
}

// taskAbout says who answers for the task, how far it is, and which indicators it serves. A task with sub-tasks has
// no status of its own, and its lead is said where there is one.
func (w *writer) taskAbout(t task.Task, lead string, inherited bool) string {
	leaf := len(t.Tasks) == 0
	var parts []string
	switch {
	case lead != "" && inherited && leaf:
		parts = append(parts, w.say("task.lead-inherited", "lead", w.departmentName(lead)))
	case lead != "" && !inherited:
		parts = append(parts, w.say("task.lead", "lead", w.departmentName(lead)))
	case leaf:
		parts = append(parts, w.say("task.no-lead"))
	}
	if len(t.Support) > 0 {
		parts = append(parts, w.say("task.support", "support", w.list(w.named(w.departments, t.Support...)...)))
	}
	if !t.Due.IsZero() {
		parts = append(parts, w.say("task.due", "due", w.period(t.Due)))
	}
	if leaf {
		parts = append(parts, w.stands(w.standing(t))...)
	}
	if len(t.Indicators) > 0 {
		parts = append(parts, w.say("task.indicators", "indicators", w.list(w.served(t.Indicators)...)))
	}
	if len(parts) == 0 {
		return ""
	}
	return capital(w.clauses(parts...)) + w.say("mark.stop")
}

func (w *writer) milestones(t task.Task) List {
	var l List
	for _, m := range t.Milestones {
		due, done := "", w.say("milestone.open")
		if !m.Due.IsZero() {
			due = w.say("milestone.due", "due", w.period(m.Due))
		}
		if !m.Done.IsZero() {
			done = w.say("milestone.done", "done", w.period(m.Done))
		}
		l.Items = append(l.Items, Paragraph{Text: capital(w.colon(w.say("milestone", "name", w.t(m.Name)), w.list(due, done)))})
	}
	return l
}
