package task

import "github.com/planeval/planeval/indicator"

// doneBy reports whether something was done by a date; without a date, whether it was done at all.
func doneBy(done, asOf indicator.Period) bool {
	return !done.IsZero() && (asOf.IsZero() || over(done, asOf))
}

// over reports whether a period has ended by a date: on it or before. Where either is not given it has not.
func over(p, asOf indicator.Period) bool {
	return !p.IsZero() && !asOf.IsZero() && p.DaysUntil(asOf) >= 0
}

// days returns the days from the end of one period to that of another; absent where either is not given.
func days(from, to indicator.Period) indicator.Value {
	if from.IsZero() || to.IsZero() {
		return indicator.Value{}
	}
	return indicator.IntValue(int64(from.DaysUntil(to)))
}

// delay returns the days by which a task of the given status is late.
func (n *node) delay(status Status, asOf indicator.Period) indicator.Value {
	switch {
	case status == Adjusted:
	case doneBy(n.task.Done, asOf):
		return days(n.due, n.task.Done)
	case status.isOpen() && over(n.due, asOf):
		return days(n.due, asOf)
	}
	return indicator.Value{}
}

// delay returns the days by which a milestone is late; a promise has no day on which it was kept.
func (s step) delay(asOf indicator.Period) indicator.Value {
	switch {
	case s.list != "milestones":
	case s.outcome == reached:
		return days(s.due, s.done)
	case s.outcome == late:
		return days(s.due, asOf)
	}
	return indicator.Value{}
}

// slowest returns the milestone with the longest delay, of equal ones the first; none where no delay is known.
func (n *node) slowest(asOf indicator.Period) step {
	var slowest step
	var longest indicator.Value
	for s := range n.steps(asOf) {
		if s.list != "milestones" {
			break
		}
		if d := s.delay(asOf); d.Cmp(longest) > 0 {
			slowest, longest = s, d
		}
	}
	return slowest
}
