package evaluate

import (
	"slices"
	"strconv"
	"strings"

	"github.com/planeval/planeval/task"
)

func taskRules() []Rule {
	return []Rule{
		{ID: "task.delayed", Revision: 1, Severity: High, Basis: BasisScheme, Check: checkDelayed},
		{ID: "task.overdue", Revision: 1, Severity: High, Basis: BasisGoodPractice, Check: checkOverdue},
		{ID: "task.lead-missing", Revision: 1, Severity: Medium, Basis: BasisGoodPractice, Check: checkLead},
		{ID: "task.status-unknown", Revision: 1, Severity: Medium, Basis: BasisScheme, Check: checkStatus},
		{ID: "task.evidence-missing", Revision: 1, Severity: Low, Basis: BasisGoodPractice, Check: checkEvidence},
		{ID: "task.department-idle", Revision: 1, Severity: Medium, Basis: BasisGoodPractice, Check: checkIdle},
		{ID: "task.duty-unserved", Revision: 1, Severity: Low, Basis: BasisScheme, Check: checkDuties},
		{ID: "task.numbering-gap", Revision: 1, Severity: Low, Basis: BasisGoodPractice, Check: checkNumbering},
	}
}

// eachLeaf calls check for every task without sub-tasks.
func eachLeaf(e *Evaluation, check func(path string, t task.Task)) int {
	looked := 0
	for path, t := range task.All(e.Plan.Tasks) {
		if len(t.Tasks) == 0 {
			looked++
			check(path, t)
		}
	}
	return looked
}

func taskArgs(t task.Task) []Arg { return []Arg{text("code", t.Code), text("task", t.Title)} }

func checkDelayed(e *Evaluation) Checked {
	c := Checked{}
	eachLeaf(e, func(path string, t task.Task) {
		if t.Status != task.Unknown {
			c.Looked++
		}
		if t.Status == task.Delayed {
			c.notMet(path+"/status", taskArgs(t)...)
		}
	})
	return c
}

// checkOverdue reports a task whose due period has ended and that is neither completed nor adjusted; of one whose
// status is unknown it cannot be said.
func checkOverdue(e *Evaluation) Checked {
	c := Checked{}
	if e.AsOf.IsZero() {
		return c
	}
	eachLeaf(e, func(path string, t task.Task) {
		if t.Due.IsZero() || !t.Due.End().Before(e.AsOf.End()) {
			return
		}
		c.Looked++
		args := append(taskArgs(t), text("due", t.Due.String()))
		switch t.Status {
		case task.Completed, task.Adjusted:
		case task.Unknown:
			c.unknown(path+"/due", args...)
		default:
			c.notMet(path+"/due", args...)
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
	c.Looked = eachLeaf(e, func(path string, t task.Task) {
		if open[path] {
			c.notMet(path+"/"+field, taskArgs(t)...)
		}
	})
	return c
}

// checkStatus reports once how many tasks have no stated status, whatever is derived for them.
func checkStatus(e *Evaluation) Checked {
	c, unstated := Checked{}, 0
	c.Looked = eachLeaf(e, func(_ string, t task.Task) {
		if t.Status == task.Unknown {
			unstated++
		}
	})
	if unstated > 0 {
		c.unknown("/tasks", text("unknown", strconv.Itoa(unstated)), text("tasks", strconv.Itoa(c.Looked)))
	}
	return c
}

func checkIdle(e *Evaluation) Checked {
	c := Checked{Looked: len(e.Plan.Departments)}
	names := departmentNames(e.Plan.Departments)
	for _, p := range e.Coverage.DepartmentsWithoutTask {
		c.notMet(p.Path, text("department", names[p.Code]))
	}
	return c
}

func checkDuties(e *Evaluation) Checked {
	c := Checked{}
	for _, d := range e.Plan.Departments {
		c.Looked += len(d.Duties)
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
	for _, t := range e.Plan.Tasks {
		if n, err := strconv.Atoi(strings.Trim(t.Number, ".．、 ")); err == nil && n > 0 {
			numbers = append(numbers, n)
		}
	}
	c.Looked = len(numbers)
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
