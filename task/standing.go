package task

import (
	"slices"

	"github.com/planeval/planeval/indicator"
)

// Standing is how a leaf stands as of a date: the status that is declared, the status that its dates, milestones and
// facts show, and its delay. Neither status replaces the other.
//
// The derivation is planeval's own convention. Steps are the milestones and the facts with a promised value. The first
// rule that applies decides:
//
//  1. The task is done by the date: completed, [WhyDone].
//  2. It has steps with a due period, every step is reached by the date, and it is not said to be done later: completed,
//     [WhyStepsReached].
//  3. There is no date: unknown, [WhyNoDate].
//  4. A step was due by the date and is not reached: delayed, [WhyStepLate].
//  5. The task's own due period has ended, and a milestone with a date is still to be reached or the task is said to be
//     done later: delayed, [WhyPastDue].
//  6. It starts after the date, and nothing is reached or evidenced: not started, [WhyNotBegun].
//  7. Of a step that was due nothing says whether it is reached, or the task's due period has ended and of any step
//     nothing says so: unknown, [WhyStepUndecided].
//  8. It has steps with a due period, and a step is reached or there is evidence of work: on schedule, [WhyOnTime].
//  9. Otherwise: unknown, [WhyNoEvidence]. A due period that has ended is no proof of delay by itself: silence is not.
//
// A milestone is reached by its done period. One that is due and has none is not reached; of one without any date
// nothing says so. A milestone that has a done period and no due period is a thing that happened: alone it shows
// neither that everything is done nor that anything is on time. A promise is judged by [indicator.Measurement.Met]
// once its period has ended. Before that, and where its figure is of an earlier period, nothing says whether it is
// kept, but for a figure to be reached from below that already was. Evidence is a fact whose period has ended by the
// date, or that has none.
type Standing struct {
	Path     string           `json:"path"` // JSON Pointer, such as /tasks/0/tasks/1
	Code     string           `json:"code"`
	Due      indicator.Period `json:"due,omitzero"`       // its own due period or, where it has none, that of the nearest task above
	Declared Status           `json:"declared,omitempty"` // a completion after the date was not declared by it
	Derived  Status           `json:"derived,omitempty"`
	Why      Why              `json:"why"`           // why Derived is what it is
	Step     Step             `json:"step,omitzero"` // the step that decided, of several the one due first

	// Disagrees means that both statuses are known and differ. Adjusted, which is decided and not derived, never does.
	Disagrees bool `json:"disagrees"`

	// Delay is how many days late the task is, 延误天数: of a task done by the date, from the end of its due period to
	// that of its done period, negative when it was early; of one that is not started, on schedule or delayed when
	// its due period has ended, to the date. It is absent otherwise: not yet due, adjusted, completed on an unknown
	// day, of unknown status.
	Delay indicator.Value `json:"delay,omitzero"`

	// Slowest is the milestone with the longest delay, of equal ones the first; none where no delay is known.
	Slowest Step `json:"slowest,omitzero"`
}

// Why says by which rule a status was derived; see [Standing]. The words are frozen: one may be retired, never
// reused. The zero Why is that of a Standing that was not computed.
type Why string

// The rules of derivation.
const (
	WhyDone          Why = "done"           // completed: the task's done period
	WhyStepsReached  Why = "steps-reached"  // completed: every step is reached
	WhyStepLate      Why = "step-late"      // delayed: a step was due and is not reached
	WhyPastDue       Why = "past-due"       // delayed: the task was due and is known to be open
	WhyNotBegun      Why = "not-begun"      // not started: it starts later
	WhyOnTime        Why = "on-time"        // on schedule: something is reached or evidenced, and nothing that was due is open
	WhyStepUndecided Why = "step-undecided" // unknown: nothing says whether a step is reached
	WhyNoDate        Why = "no-date"        // unknown: there is no date of evaluation
	WhyNoEvidence    Why = "no-evidence"    // unknown: no due steps, or no evidence of work on them
)

// Status returns the status that counts: the declared one, and where none is declared the derived one.
func (s Standing) Status() Status { return effective(s.Declared, s.Derived) }

func effective(declared, derived Status) Status {
	if declared != Unknown {
		return declared
	}
	return derived
}

// isOpen reports whether a task of this status is known to be still to be done.
func (s Status) isOpen() bool { return s == NotStarted || s == OnSchedule || s == Delayed }

// Stand returns how each leaf stands as of a date, in document order. Without a date nothing is late or on schedule,
// and only what is done, whenever that was, is derived as completed.
func Stand(tasks []Task, asOf indicator.Period) []Standing {
	t := flatten(tasks)
	standings := []Standing{}
	for i := range t.nodes {
		n := &t.nodes[i]
		if !t.leaf(i) {
			continue
		}
		derived, why, decisive := n.derive(asOf)
		s := Standing{
			Path: n.path, Code: n.task.Code, Due: n.due, Declared: n.declared(asOf), Derived: derived, Why: why,
			Step: decisive.point(n, asOf), Slowest: n.slowest(asOf).point(n, asOf),
		}
		s.Disagrees = derived != Unknown && derived != s.Declared && (s.Declared.isOpen() || s.Declared == Completed)
		s.Delay = n.delay(s.Status(), asOf)
		standings = append(standings, s)
	}
	return standings
}

// statuses returns the status that counts of each leaf; of other nodes it is unknown.
func (t tree) statuses(asOf indicator.Period) []Status {
	statuses := make([]Status, len(t.nodes))
	for i := range t.nodes {
		if n := &t.nodes[i]; t.leaf(i) {
			if statuses[i] = n.declared(asOf); statuses[i] == Unknown {
				statuses[i], _, _ = n.derive(asOf)
			}
		}
	}
	return statuses
}

// declared returns the status that the department had declared by a date: a completion that lies after the date was not
// declared by then, and what was is not known.
func (n *node) declared(asOf indicator.Period) Status {
	if n.task.Status == Completed && !n.task.Done.IsZero() && !doneBy(n.task.Done, asOf) {
		return Unknown
	}
	return n.task.Status
}

// derive returns the status that the data show as of a date, why, and the step that decided.
func (n *node) derive(asOf indicator.Period) (Status, Why, step) {
	if doneBy(n.task.Done, asOf) {
		return Completed, WhyDone, step{}
	}
	first := [4]step{}  // of each outcome the one due first
	counts := [4]int{}  // by outcome
	var unanswered step // the first step that was due and is undecided
	dated := 0          // steps with a due period
	for s := range n.steps(asOf) {
		earliest(&first[s.outcome], s)
		counts[s.outcome]++
		if !s.due.IsZero() {
			dated++
		}
		if s.outcome == undecided && over(s.due, asOf) {
			earliest(&unanswered, s)
		}
	}
	unreached := counts[undecided] + counts[open] + counts[late]
	overdue := over(n.due, asOf)
	if overdue {
		unanswered = first[undecided]
	}
	evidence := n.evidenced(asOf)
	switch {
	case dated > 0 && unreached == 0 && n.task.Done.IsZero():
		return Completed, WhyStepsReached, step{}
	case asOf.IsZero():
		return Unknown, WhyNoDate, step{}
	case counts[late] > 0:
		return Delayed, WhyStepLate, first[late]
	case overdue && (counts[open] > 0 || !n.task.Done.IsZero()):
		return Delayed, WhyPastDue, first[open]
	case asOf.Before(n.start) && counts[reached] == 0 && !evidence:
		return NotStarted, WhyNotBegun, step{}
	case unanswered.list != "":
		return Unknown, WhyStepUndecided, unanswered
	case dated > 0 && (counts[reached] > 0 || evidence):
		return OnSchedule, WhyOnTime, step{}
	}
	return Unknown, WhyNoEvidence, step{}
}

// earliest keeps of two steps the one due first, and of equal ones the one that it has.
func earliest(kept *step, s step) {
	if kept.list == "" || s.due.DaysUntil(kept.due) > 0 {
		*kept = s
	}
}

// evidenced reports whether the task has facts of a period that has ended by the date, or of none.
func (n *node) evidenced(asOf indicator.Period) bool {
	return slices.ContainsFunc(n.task.Facts, func(f indicator.Fact) bool {
		return f.Period.IsZero() || asOf.IsZero() || over(f.Period, asOf)
	})
}
