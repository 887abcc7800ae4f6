package task

import (
	"slices"

	"github.com/planeval/planeval/indicator"
)

// Ledger rolls up what is done, by chapter and by department, 任务台账. What it counts are leaves: tasks without
// sub-tasks. A task with sub-tasks is the sum of them, and a status of its own does not count. Done and late are told
// by the status: the declared one, and where none is declared the one derived as of the date of evaluation.
type Ledger struct {
	Total       Tally             `json:"total"`
	Chapters    []ChapterTally    `json:"chapters"`    // one for each top-level task, in document order
	Departments []DepartmentTally `json:"departments"` // one for each department, in document order
	Unled       Tally             `json:"unled"`       // what nobody leads: with the departments it makes the total
}

// ChapterTally is the roll-up of one chapter, that is, of a top-level task.
type ChapterTally struct {
	Path string `json:"path"` // JSON Pointer, such as /tasks/0
	Code string `json:"code"`
	Tally
}

// DepartmentTally is the roll-up of the tasks that a department leads, 牵头. A task without a lead has that of the
// nearest task above it.
type DepartmentTally struct {
	Path string `json:"path"` // JSON Pointer, such as /departments/0
	Code string `json:"code"`
	Tally
	// Supports counts the leaves that the department supports and does not lead, 配合: it is named for the leaf or for
	// a task above it.
	Supports int `json:"supports"`
	// SelfAssessment says whether the department's self-assessment, 自查自评, was returned.
	SelfAssessment SelfAssessmentState `json:"selfAssessment,omitempty"`
	// Silent means that the department leads at least one leaf and nothing is stated for any: no status declared or
	// derived, no facts and no summary of the leaf's own, and no self-assessment returned. A department that leads
	// nothing is not silent.
	Silent bool `json:"silent"`
}

// RollUp computes the ledger of a plan that [Validate] accepts, as of a date: what is counted is each leaf's status as
// [Standing.Status] has it, the declared one or, where none is, the derived one. Of another plan it gives some ledger:
// a lead that is no department leads nothing, and weights that make no shares give a missing Weighted.
func RollUp(departments []Department, tasks []Task, asOf indicator.Period) Ledger {
	t := flatten(tasks)
	statuses := t.statuses(asOf)
	leads := t.leads(departments)
	shares := t.shares(tasks)
	inChapter := t.inChapter(shares)
	inPlan := slices.Clone(inChapter)
	for i, n := range t.nodes {
		inPlan[i] = shares[n.chapter].Mul(inChapter[i])
	}

	var total, unled scope
	led := make([]scope, len(departments))
	chapters := []ChapterTally{}
	var chapter scope
	for i, n := range t.nodes {
		responsible := &unled
		if leads[i] >= 0 {
			responsible = &led[leads[i]]
		}
		for _, s := range []*scope{&total, &chapter, responsible} {
			s.add(t, i)
		}
		if i == t.nodes[n.chapter].end {
			top := t.nodes[n.chapter]
			chapters = append(chapters, ChapterTally{Path: top.path, Code: top.task.Code, Tally: chapter.tally(statuses, inChapter)})
			chapter = scope{}
		}
	}
	ledger := Ledger{
		Total:       total.tally(statuses, inPlan),
		Chapters:    chapters,
		Departments: make([]DepartmentTally, len(departments)),
		Unled:       unled.tally(statuses, inPlan),
	}
	supports := t.supports(departments, total.leaves, led)
	for i, d := range departments {
		tally := led[i].tally(statuses, inPlan)
		ledger.Departments[i] = DepartmentTally{
			Path: indicator.Pointer("departments", i), Code: d.Code, Tally: tally, Supports: supports[i],
			SelfAssessment: d.SelfAssessment.State,
			Silent: tally.Tasks > 0 && tally.Unknown == tally.Tasks && t.bare(led[i].leaves) &&
				d.SelfAssessment.State != Returned,
		}
	}
	return ledger
}

// bare reports whether of none of the leaves anything is told, by facts or in words.
func (t tree) bare(leaves []int) bool {
	return !slices.ContainsFunc(leaves, func(i int) bool {
		return len(t.nodes[i].task.Facts) > 0 || t.nodes[i].task.Summary != ""
	})
}

// leads returns for each node the department that leads it, or -1.
func (t tree) leads(departments []Department) []int {
	codes := departmentIndex(departments)
	leads := make([]int, len(t.nodes))
	for i, n := range t.nodes {
		leads[i] = -1
		if n.task.Lead == "" {
			if n.parent >= 0 {
				leads[i] = leads[n.parent]
			}
		} else if d, ok := codes.find(n.task.Lead); ok {
			leads[i] = d
		}
	}
	return leads
}

// supports counts for each department the leaves that it supports and does not lead. The leaves are in order.
func (t tree) supports(departments []Department, leaves []int, led []scope) []int {
	codes := departmentIndex(departments)
	counts := make([]int, len(departments))
	covered := make([]int, len(departments)) // the nodes before this one are counted
	for i, n := range t.nodes {
		for _, code := range n.task.Support {
			if d, ok := codes.find(code); ok && covered[d] <= i {
				covered[d] = n.end + 1
				counts[d] += between(leaves, i, n.end) - between(led[d].leaves, i, n.end)
			}
		}
	}
	return counts
}

// between counts the numbers from first to last in a sorted list.
func between(sorted []int, first, last int) int {
	from, _ := slices.BinarySearch(sorted, first)
	to, _ := slices.BinarySearch(sorted, last+1)
	return to - from
}
