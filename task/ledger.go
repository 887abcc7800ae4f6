package task

import (
	"slices"

	"github.com/planeval/planeval/indicator"
)

// Ledger rolls up what is done, by chapter and by department, 任务台账. What it counts are leaves: tasks without
// sub-tasks. A task with sub-tasks is the sum of them, and a status of its own does not count.
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
}

// Tally counts leaves by status, with the share of them that is completed. Tasks is the sum of the six counts after
// it. A status outside the vocabulary counts as unknown.
type Tally struct {
	Tasks      int `json:"tasks"`
	NotStarted int `json:"notStarted"`
	OnSchedule int `json:"onSchedule"`
	Delayed    int `json:"delayed"`
	Completed  int `json:"completed"`
	Adjusted   int `json:"adjusted"`
	Unknown    int `json:"unknown"`

	// Facts counts the pieces of evidence, 佐证, of every task of the chapter, of the plan, or that the department leads,
	// leaves and others alike.
	Facts int `json:"facts"`

	// Completion is x ÷ n, 任务完成率: completed leaves ÷ leaves that count, which are those not started, on schedule,
	// delayed or completed. Unknown leaves are neither done nor missed, and adjusted ones are no longer due as planned, so
	// neither is in n: read it together with Unknown. When no leaf counts the result is missing: for NotComputed when there is no leaf at all, for
	// NoObservation when a status is unknown, for ZeroDenominator when all are adjusted.
	Completion indicator.Figure `json:"completion"`

	// Weighted is WeightCompleted ÷ WeightCounted: Completion with each leaf counted by its weight instead of by one.
	// It is missing where Completion is, and for ZeroDenominator where the leaves that count weigh nothing.
	Weighted indicator.Ratio `json:"weighted"`

	// WeightCompleted is the weight of the completed leaves and WeightCounted that of the leaves that count. The
	// weight of a leaf is its share among its siblings, times that of the task above it among its siblings, and so on:
	// all leaves of a chapter weigh 1 in the chapter's tally, all leaves of the plan weigh 1 in the others. A share is
	// a task's weight ÷ the sum of its siblings' weights; siblings without weights weigh the same.
	WeightCompleted indicator.Ratio `json:"weightCompleted"`
	WeightCounted   indicator.Ratio `json:"weightCounted"`
}

// RollUp computes the ledger of a plan that [Validate] accepts. Of another plan it gives some ledger: a lead that is
// no department leads nothing, and weights that make no shares give a missing Weighted.
func RollUp(departments []Department, tasks []Task) Ledger {
	t := flatten(tasks)
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
			chapters = append(chapters, ChapterTally{Path: top.path, Code: top.task.Code, Tally: chapter.tally(t, inChapter)})
			chapter = scope{}
		}
	}
	ledger := Ledger{
		Total:       total.tally(t, inPlan),
		Chapters:    chapters,
		Departments: make([]DepartmentTally, len(departments)),
		Unled:       unled.tally(t, inPlan),
	}
	supports := t.supports(departments, total.leaves, led)
	for i, d := range departments {
		ledger.Departments[i] = DepartmentTally{
			Path: indicator.Pointer("departments", i), Code: d.Code, Tally: led[i].tally(t, inPlan), Supports: supports[i],
		}
	}
	return ledger
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

// shares returns the share of each node among its siblings.
func (t tree) shares(tasks []Task) []indicator.Ratio {
	top := weigh(tasks)
	below := make([]func(Task) indicator.Ratio, len(t.nodes))
	shares := make([]indicator.Ratio, len(t.nodes))
	for i, n := range t.nodes {
		below[i] = weigh(n.task.Tasks)
		share := top
		if n.parent >= 0 {
			share = below[n.parent]
		}
		shares[i] = share(*n.task)
	}
	return shares
}

// weigh returns what gives each of the siblings its share.
func weigh(siblings []Task) func(Task) indicator.Ratio {
	var weights []indicator.Ratio
	for i := range siblings {
		if w := siblings[i].Weight; !w.IsZero() {
			weights = append(weights, w.Ratio(indicator.NotComputed))
		}
	}
	if len(weights) == 0 {
		same := indicator.IntRatio(1, int64(len(siblings)))
		return func(Task) indicator.Ratio { return same }
	}
	total := sum(weights)
	return func(t Task) indicator.Ratio { return t.Weight.Ratio(indicator.NotComputed).Quo(total) }
}

// inChapter returns the weight of each node, where its chapter weighs 1.
func (t tree) inChapter(shares []indicator.Ratio) []indicator.Ratio {
	weights := make([]indicator.Ratio, len(t.nodes))
	for i, n := range t.nodes {
		if n.parent < 0 {
			weights[i] = indicator.IntRatio(1, 1)
		} else {
			weights[i] = weights[n.parent].Mul(shares[i])
		}
	}
	return weights
}

// scope is what one tally counts.
type scope struct {
	leaves []int // nodes, in order
	facts  int
}

func (s *scope) add(t tree, i int) {
	s.facts += len(t.nodes[i].task.Facts)
	if t.leaf(i) {
		s.leaves = append(s.leaves, i)
	}
}

func (s *scope) tally(t tree, weights []indicator.Ratio) Tally {
	tally := Tally{Tasks: len(s.leaves), Facts: s.facts}
	var completed, counted []indicator.Ratio
	for _, i := range s.leaves {
		switch t.nodes[i].task.Status {
		case NotStarted:
			tally.NotStarted++
		case OnSchedule:
			tally.OnSchedule++
		case Delayed:
			tally.Delayed++
		case Completed:
			tally.Completed++
			completed = append(completed, weights[i])
		case Adjusted:
			tally.Adjusted++
			continue
		default:
			tally.Unknown++
			continue
		}
		counted = append(counted, weights[i])
	}
	tally.WeightCompleted, tally.WeightCounted = sum(completed), sum(counted)
	x, n := int64(tally.Completed), int64(len(counted))
	tally.Completion = indicator.Figure{
		Formula: indicator.FormulaShare,
		Inputs:  []indicator.Input{{Symbol: "x", Value: indicator.IntValue(x)}, {Symbol: "n", Value: indicator.IntValue(n)}},
	}
	if why := tally.uncounted(); why != indicator.Present {
		tally.Completion.Result, tally.Weighted = indicator.Missing(why), indicator.Missing(why)
		return tally
	}
	tally.Completion.Result = indicator.IntRatio(x, n)
	tally.Weighted = tally.WeightCompleted.Quo(tally.WeightCounted)
	return tally
}

// uncounted returns why no leaf counts, or Present when one does.
func (t Tally) uncounted() indicator.Reason {
	switch {
	case t.NotStarted+t.OnSchedule+t.Delayed+t.Completed > 0:
		return indicator.Present
	case t.Unknown > 0:
		return indicator.NoObservation
	case t.Adjusted > 0:
		return indicator.ZeroDenominator
	}
	return indicator.NotComputed
}

// maxBits bounds the exact fraction of a sum of weights: thousands of shares with as many different denominators have
// none that anybody could print.
const maxBits = 4096

// sum adds by halves, so that fractions stay short as long as possible; no numbers sum to 0. A sum whose fraction is
// longer than maxBits is missing for NotDefined.
func sum(numbers []indicator.Ratio) indicator.Ratio {
	switch len(numbers) {
	case 0:
		return indicator.IntRatio(0, 1)
	case 1:
		return numbers[0]
	}
	half := len(numbers) / 2
	total := sum(numbers[:half]).Add(sum(numbers[half:]))
	if r, ok := total.Rat(); ok && r.Denom().BitLen() > maxBits {
		return indicator.Missing(indicator.NotDefined)
	}
	return total
}
