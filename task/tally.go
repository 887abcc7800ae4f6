package task

import "github.com/planeval/planeval/indicator"

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
	// delayed or completed. Unknown leaves are neither done nor missed, and adjusted ones are no longer due as
	// planned, so neither is in n: read it together with Unknown. When no leaf counts the result is missing: for
	// NotComputed when there is no leaf at all, for NoObservation when a status is unknown, for ZeroDenominator when
	// all are adjusted.
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

func (s *scope) tally(statuses []Status, weights []indicator.Ratio) Tally {
	tally := Tally{Tasks: len(s.leaves), Facts: s.facts}
	var completed, counted []indicator.Ratio
	for _, i := range s.leaves {
		switch statuses[i] {
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
