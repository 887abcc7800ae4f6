package task

import (
	"iter"

	"github.com/planeval/planeval/indicator"
)

// Step points at a step of a task: a milestone, 里程碑, or a fact with a promised value, 承诺值. The zero Step is none.
type Step struct {
	Path string           `json:"path"` // JSON Pointer, such as /tasks/0/milestones/1 or /tasks/0/facts/0
	Name string           `json:"name"`
	Due  indicator.Period `json:"due,omitzero"`

	// Delay is how many days late the step is, 延误天数: from the end of its due period to that of its done period,
	// negative when it was reached early; of a milestone that was due by the date of evaluation and not reached by
	// then, to that date. It is absent otherwise, and of promises, for which no day is known.
	Delay indicator.Value `json:"delay,omitzero"`
}

// outcome says how a step stands as of a date.
type outcome uint8

const (
	undecided outcome = iota // nothing says whether it is reached
	open                     // not reached, and not due yet
	reached
	late // not reached, and due by the date
)

// step is a step at its place in a task.
type step struct {
	list    string // milestones or facts; empty is no step
	index   int
	name    string
	due     indicator.Period
	done    indicator.Period
	outcome outcome
}

// steps yields the steps of a task with their outcomes as of a date, milestones first.
func (n *node) steps(asOf indicator.Period) iter.Seq[step] {
	return func(yield func(step) bool) {
		for i, m := range n.task.Milestones {
			s := step{list: "milestones", index: i, name: m.Name, due: m.Due, done: m.Done}
			s.outcome = m.outcome(asOf)
			if !yield(s) {
				return
			}
		}
		for i := range n.task.Facts {
			f := &n.task.Facts[i]
			if promise, ok := f.Promise(); ok {
				s := step{list: "facts", index: i, name: f.Name, due: f.Promised.Period}
				s.outcome = kept(promise, asOf)
				if !yield(s) {
					return
				}
			}
		}
	}
}

// outcome is undecided for a milestone without dates, and without a date of evaluation for one that is not reached.
func (m Milestone) outcome(asOf indicator.Period) outcome {
	switch {
	case doneBy(m.Done, asOf):
		return reached
	case asOf.IsZero():
		return undecided
	case over(m.Due, asOf):
		return late
	case m.Due.IsZero() && m.Done.IsZero():
		return undecided
	}
	return open
}

// kept says whether a promise was kept. It is undecided until the promise's period has ended: a value that is as
// promised can still change. It stays so where the figure is of a period that ended before that, unless the figure is
// to be reached from below and already was.
func kept(promise indicator.Indicator, asOf indicator.Period) outcome {
	due := promise.Targets[0].Period
	if !over(due, asOf) {
		return undecided
	}
	m := indicator.Measure(promise, asOf)
	met, why := m.Met()
	early := m.Actual.Period.DaysUntil(due) > 0
	switch {
	case why != indicator.Present, early && !(met && promise.Direction == indicator.Increase):
		return undecided
	case met:
		return reached
	}
	return late
}

// point returns the Step, with its delay as of a date.
func (s step) point(n *node, asOf indicator.Period) Step {
	if s.list == "" {
		return Step{}
	}
	return Step{Path: n.path + indicator.Pointer(s.list, s.index), Name: s.name, Due: s.due, Delay: s.delay(asOf)}
}
