package evaluate

import (
	"slices"
	"strconv"
	"strings"

	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/task"
	"golang.org/x/text/unicode/norm"
)

func taskRules() []Rule {
	return []Rule{
		{ID: "task.delayed", Revision: 1, Severity: High, Basis: basedOn(OwnScheme), Reads: []string{"/tasks"}, Check: checkDelayed},
		{ID: "task.overdue", Revision: 2, Severity: High, Basis: basedOn(GoodPractice), Reads: []string{"/tasks"}, Check: checkOverdue},
		{ID: "task.status-disagrees", Revision: 1, Severity: High, Basis: basedOn(GoodPractice), Reads: []string{"/tasks"}, Check: checkAgreement},
		{ID: "task.delay-spreads", Revision: 1, Severity: Medium, Basis: basedOn(GoodPractice), Reads: []string{"/tasks"}, Check: checkSpread},
		{ID: "task.promise-missed", Revision: 1, Severity: High, Basis: basedOn(GoodPractice), Reads: factReads(), Check: checkPromises},
		{ID: "task.indicator-behind", Revision: 1, Severity: Medium, Basis: basedOn(GoodPractice), Reads: append(ofIndicators("baseline", "series", "targets"), "/tasks"), Check: checkCompletedBehind},
		{ID: "task.self-assessment-missing", Revision: 1, Severity: Low, Basis: basedOn(GoodPractice, OwnScheme), Reads: []string{"/departments", "/tasks"}, Check: checkReturned},
		{ID: "task.department-silent", Revision: 1, Severity: Medium, Basis: basedOn(GoodPractice), Reads: []string{"/departments", "/tasks"}, Seeks: []string{"/tasks"}, Check: checkSilent},
		{ID: "task.lead-missing", Revision: 1, Severity: Medium, Basis: basedOn(GoodPractice), Reads: []string{"/tasks"}, Check: checkLead},
		{ID: "task.status-unknown", Revision: 2, Severity: Medium, Basis: basedOn(OwnScheme), Reads: []string{"/tasks"}, Check: checkStatus},
		{ID: "task.evidence-missing", Revision: 1, Severity: Low, Basis: basedOn(GoodPractice), Reads: []string{"/tasks"}, Check: checkEvidence},
		{ID: "task.department-idle", Revision: 1, Severity: Medium, Basis: basedOn(GoodPractice), Reads: []string{"/departments", "/tasks"}, Seeks: []string{"/tasks"}, Check: checkIdle},
		{ID: "task.duty-unserved", Revision: 1, Severity: Low, Basis: basedOn(OwnScheme), Reads: []string{"/departments"}, Check: checkDuties},
		{ID: "task.numbering-gap", Revision: 1, Severity: Low, Basis: basedOn(GoodPractice), Reads: []string{"/tasks"}, Check: checkNumbering},
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
// neither completed nor adjusted; of one whose status is unknown it cannot be said.
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
		switch s.Status() {
		case task.Completed, task.Adjusted:
		case task.Unknown:
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

// checkStatus reports once how many tasks have no stated status.
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
	served := map[string]bool{}
	for _, t := range task.All(e.Plan.Tasks) {
		for _, code := range t.Indicators {
			served[norm.NFC.String(code)] = true
		}
	}
	for i, ind := range e.Plan.Indicators {
		c.require(served[norm.NFC.String(ind.Code)], indicator.Pointer("indicators", i), text("indicator", ind.Name))
	}
	return c
}
