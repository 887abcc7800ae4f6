package evaluate

import (
	"slices"
	"strconv"
	"strings"

	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/task"
)

// ofTasks are the named fields of every task, as a rule reads them.
func ofTasks(fields ...string) []string { return prefixed("/tasks/**/", fields) }

// standingReads are the fields that say how a task stands.
func standingReads() []string {
	return ofTasks("status", "start", "due", "done", "milestones", "facts")
}

func taskRules() []Rule {
	return []Rule{
		{ID: "task.delayed", Revision: 1, Severity: High, Basis: basedOn(OwnScheme), Reads: standingReads(), Check: checkDelayed},
		{ID: "task.overdue", Revision: 2, Severity: High, Basis: basedOn(GoodPractice), Reads: standingReads(), Check: checkOverdue},
		{ID: "task.status-disagrees", Revision: 1, Severity: High, Basis: basedOn(GoodPractice), Reads: standingReads(), Check: checkAgreement},
		{ID: "task.delay-spreads", Revision: 1, Severity: Medium, Basis: basedOn(GoodPractice), Reads: append(standingReads(), ofTasks("after")...), Check: checkSpread},
		{ID: "task.promise-missed", Revision: 1, Severity: High, Basis: basedOn(GoodPractice), Reads: factReads(), Check: checkPromises},
		{ID: "task.indicator-behind", Revision: 1, Severity: Medium, Basis: basedOn(GoodPractice), Reads: slices.Concat(paceReads(), standingReads(), ofTasks("indicators")), Check: checkCompletedBehind},
		{ID: "task.self-assessment-missing", Revision: 1, Severity: Low, Basis: basedOn(GoodPractice, OwnScheme), Reads: append(ofTasks("lead"), "/departments/*/selfAssessment"), Check: checkReturned},
		{ID: "task.department-silent", Revision: 1, Severity: Medium, Basis: basedOn(GoodPractice), Reads: append(ofTasks("lead"), "/departments"), Seeks: append(standingReads(), ofTasks("summary")...), Check: checkSilent},
		{ID: "task.lead-missing", Revision: 1, Severity: Medium, Basis: basedOn(GoodPractice), Reads: ofTasks("lead"), Check: checkLead},
		{ID: "task.status-unknown", Revision: 2, Severity: Medium, Basis: basedOn(OwnScheme), Reads: standingReads(), Seeks: standingReads(), Check: checkStatus},
		{ID: "task.evidence-missing", Revision: 1, Severity: Low, Basis: basedOn(GoodPractice), Reads: ofTasks("facts"), Check: checkEvidence},
		{ID: "task.department-idle", Revision: 1, Severity: Medium, Basis: basedOn(GoodPractice), Reads: []string{"/departments"}, Seeks: ofTasks("lead", "support"), Check: checkIdle},
		{ID: "task.duty-unserved", Revision: 1, Severity: Low, Basis: basedOn(OwnScheme), Reads: []string{"/departments/*/duties"}, Seeks: []string{"/tasks"}, Check: checkDuties},
		{ID: "task.numbering-gap", Revision: 1, Severity: Low, Basis: basedOn(GoodPractice), Reads: []string{"/tasks/*/number"}, Check: checkNumbering},
	}
}

// eachLeaf calls check for every task without sub-tasks, with how it stands.
func (e *Evaluation) eachLeaf(check func(path string, t task.Task, s task.Standing)) {
	i := 0
	for path, t := range task.All(e.Plan.Tasks) {
		if len(t.Tasks) == 0 {
			check(path, t, e.Standings[i])
			i++
		}
	}
}

func taskArgs(t task.Task) []Arg { return []Arg{text("code", t.Code), text("task", t.Title)} }

func checkDelayed(e *Evaluation) Checked {
	c := Checked{}
	e.eachLeaf(func(path string, t task.Task, s task.Standing) {
		if status := s.Status(); status != task.Unknown {
			c.require(status != task.Delayed, path+"/status", taskArgs(t)...)
		}
	})
	return c
}

// checkOverdue reports a task whose due period has ended by the date of evaluation, that day included, and that is
// neither completed nor adjusted; of one whose status is unknown, or that is declared completed against what its steps
// show, it cannot be said.
func checkOverdue(e *Evaluation) Checked {
	c := Checked{}
	if e.AsOf.IsZero() {
		return c
	}
	e.eachLeaf(func(path string, t task.Task, s task.Standing) {
		if s.Due.IsZero() || s.Due.DaysUntil(e.AsOf) < 0 {
			return
		}
		c.look(path + "/due")
		args := append(taskArgs(t), text("due", s.Due.String()))
		switch status := s.Status(); {
		case status == task.Adjusted, status == task.Completed && s.Derived != task.Delayed:
		case status == task.Unknown, status == task.Completed: // declared, and its steps do not bear it out
			c.unknown(path+"/due", args...)
		default:
			c.notMet(path+"/due", args...)
			c.measured(margin(e.AsOf.DaysUntil(s.Due), days), true)
		}
	})
	return c
}

func checkLead(e *Evaluation) Checked {
	return checkPlaces(e, e.Coverage.TasksWithoutLead, "lead")
}

func checkEvidence(e *Evaluation) Checked {
	return checkPlaces(e, e.Coverage.TasksWithoutEvidence, "facts")
}

// checkPlaces reports the leaves that the coverage lists, at the named field.
func checkPlaces(e *Evaluation, places []task.Place, field string) Checked {
	c := Checked{}
	open := map[string]bool{}
	for _, p := range places {
		open[p.Path] = true
	}
	e.eachLeaf(func(path string, t task.Task, _ task.Standing) {
		c.require(!open[path], path+"/"+field, taskArgs(t)...)
	})
	return c
}

// checkStatus reports once of how many tasks it is not known how far they are: neither declared nor to be derived.
func checkStatus(e *Evaluation) Checked {
	c := Checked{}
	e.eachLeaf(func(path string, _ task.Task, _ task.Standing) { c.look(path + "/status") })
	if n := e.Tasks.Total.Unknown; n > 0 {
		c.notMet("/tasks", text("unknown", strconv.Itoa(n)), text("tasks", strconv.Itoa(e.Tasks.Total.Tasks)))
	}
	return c
}

func checkIdle(e *Evaluation) Checked {
	c := Checked{}
	for i := range e.Plan.Departments {
		c.look(indicator.Pointer("departments", i))
	}
	names := departmentNames(e.Plan.Departments)
	for _, p := range e.Coverage.DepartmentsWithoutTask {
		c.notMet(p.Path, text("department", names[p.Code]))
	}
	return c
}

func checkDuties(e *Evaluation) Checked {
	c := Checked{}
	for i, d := range e.Plan.Departments {
		for j := range d.Duties {
			c.look(indicator.Pointer("departments", i, "duties", j))
		}
	}
	names := departmentNames(e.Plan.Departments)
	for _, p := range e.Coverage.DutiesWithoutTask {
		c.notMet(p.Path, text("department", names[p.Department]), text("duty", p.Subject))
	}
	return c
}

// mostSkipped is how many skipped numbers a finding lists.
const mostSkipped = 20

// checkNumbering looks at the source's own numbers of the chapters, where they are Arabic, and reports those skipped.
func checkNumbering(e *Evaluation) Checked {
	c := Checked{}
	var numbers []int
	for i, t := range e.Plan.Tasks {
		if n, err := strconv.Atoi(strings.Trim(t.Number, ".．、 ")); err == nil && n > 0 {
			c.look(indicator.Pointer("tasks", i, "number"))
			numbers = append(numbers, n)
		}
	}
	slices.Sort(numbers)
	var skipped []string
	for i := 1; i < len(numbers); i++ {
		for n := numbers[i-1] + 1; n < numbers[i] && len(skipped) < mostSkipped; n++ {
			skipped = append(skipped, strconv.Itoa(n))
		}
	}
	if len(skipped) > 0 {
		c.notMet("/tasks", text("skipped", skipped...))
	}
	return c
}

// checkServed reports an indicator that no task of the plan says it serves.
func checkServed(e *Evaluation) Checked {
	c := Checked{}
	if len(e.Plan.Tasks) == 0 {
		return c
	}
	for i, link := range e.Links.Indicators {
		c.require(len(link.Tasks) > 0, indicator.Pointer("indicators", i), text("indicator", e.Plan.Indicators[i].Name))
	}
	return c
}
