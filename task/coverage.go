package task

import "github.com/planeval/planeval/indicator"

// Coverage lists what the division of work, 责任分工, leaves open, each list in document order. An empty list means
// that nothing is open.
type Coverage struct {
	// TasksWithoutLead are leaves for which neither they nor a task above them names a lead, 无牵头单位.
	TasksWithoutLead []Place `json:"tasksWithoutLead"`
	// TasksWithoutEvidence are leaves without facts of their own, 无佐证.
	TasksWithoutEvidence []Place `json:"tasksWithoutEvidence"`
	// DepartmentsWithoutTask neither lead nor support any task, at any level.
	DepartmentsWithoutTask []Place `json:"departmentsWithoutTask"`
	// DutiesWithoutTask name no task of the plan.
	DutiesWithoutTask []DutyPlace `json:"dutiesWithoutTask"`

	Led    indicator.Figure `json:"led"`    // 牵头覆盖率: the share of the leaves that somebody leads
	Served indicator.Figure `json:"served"` // 职责对应率: the share of the duties that a task serves
}

// Place points at a task or a department.
type Place struct {
	Path string `json:"path"` // JSON Pointer, such as /tasks/0/tasks/1
	Code string `json:"code"`
}

// DutyPlace points at a department's duty.
type DutyPlace struct {
	Path       string `json:"path"`       // JSON Pointer, such as /departments/0/duties/1
	Department string `json:"department"` // its code
	Subject    string `json:"subject"`
}

// Cover finds what nobody answers for, and who answers for nothing.
func Cover(departments []Department, tasks []Task) Coverage {
	t := flatten(tasks)
	coverage := Coverage{
		TasksWithoutLead: []Place{}, TasksWithoutEvidence: []Place{},
		DepartmentsWithoutTask: []Place{}, DutiesWithoutTask: []DutyPlace{},
	}
	leads := t.leads(departments)
	codes := departmentIndex(departments)
	engaged := make([]bool, len(departments))
	for i, n := range t.nodes {
		place := Place{n.path, n.task.Code}
		if t.leaf(i) && leads[i] < 0 {
			coverage.TasksWithoutLead = append(coverage.TasksWithoutLead, place)
		}
		if t.leaf(i) && len(n.task.Facts) == 0 {
			coverage.TasksWithoutEvidence = append(coverage.TasksWithoutEvidence, place)
		}
		if leads[i] >= 0 {
			engaged[leads[i]] = true
		}
		for _, code := range n.task.Support {
			if d, ok := codes.find(code); ok {
				engaged[d] = true
			}
		}
	}
	leaves, duties := 0, 0
	for i := range t.nodes {
		if t.leaf(i) {
			leaves++
		}
	}
	coverage.Led = shareLeft(indicator.FormulaTasksLed, leaves, len(coverage.TasksWithoutLead))
	known := t.index()
	for i, d := range departments {
		at := indicator.Pointer("departments", i)
		if !engaged[i] {
			coverage.DepartmentsWithoutTask = append(coverage.DepartmentsWithoutTask, Place{at, d.Code})
		}
		duties += len(d.Duties)
		for j, duty := range d.Duties {
			if !served(duty, known) {
				coverage.DutiesWithoutTask = append(coverage.DutiesWithoutTask,
					DutyPlace{at + indicator.Pointer("duties", j), d.Code, duty.Subject})
			}
		}
	}
	coverage.Served = shareLeft(indicator.FormulaDutiesServed, duties, len(coverage.DutiesWithoutTask))
	return coverage
}

// shareLeft returns the share of n that is left without some of them.
func shareLeft(formula indicator.Formula, n, without int) indicator.Figure {
	return indicator.Figure{
		Formula: formula, Result: indicator.IntRatio(int64(n-without), int64(n)),
		Inputs: []indicator.Input{
			{Symbol: "x", Value: indicator.IntValue(int64(n - without))}, {Symbol: "n", Value: indicator.IntValue(int64(n))},
		},
	}
}

// served reports whether a task of the plan serves the duty.
func served(d Duty, known index) bool {
	for _, code := range d.Tasks {
		if _, ok := known.find(code); ok {
			return true
		}
	}
	return false
}
