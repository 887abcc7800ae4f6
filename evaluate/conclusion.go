package evaluate

import (
	"slices"
	"strconv"

	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/task"
)

// Conclusion sets the outcome that the plan declares beside the one that the findings support, and says which of the
// reasons for a post-evaluation are met.
//
// Supported is this module's convention. Where the plan's vocabulary says what to do, it is Adjust when an indicator
// is behind its schedule, has moved away from its target or is vetoed, when a task is delayed, or when the evaluators
// themselves report a negative effect; else Undetermined when an indicator is not judged, or judged in words other
// than those of the method schedule, or there is none; else Continue. It never suspends or terminates a plan, so a
// plan that declares one of these neither agrees nor disagrees. Where a part that it rests on was not seen, nothing
// supports going on. A grade is not supported by anything here.
type Conclusion struct {
	Vocabulary Vocabulary      `json:"vocabulary,omitempty"`
	Declared   Outcome         `json:"declared"`
	Supported  Outcome         `json:"supported"`
	Reasons    []Arg           `json:"reasons,omitempty"` // what decided: behind, vetoed, unjudged (indicators, by name), delayed (tasks, by code), negatives (how many), unseen (why)
	Agrees     Status          `json:"agrees"`
	Gap        Gap             `json:"gap,omitempty"`
	Triggers   []TriggerResult `json:"triggers"` // one for each of TriggerKinds
}

// TriggerResult is one reason for a post-evaluation: whether it is met, by what the evaluators state or, of
// BelowExpectation, by the indicators where they state nothing.
type TriggerResult struct {
	Kind   TriggerKind `json:"kind"`
	Status Status      `json:"status"`
	Path   string      `json:"path,omitempty"` // where it is stated; empty where it is computed or nothing is
	Basis  Basis       `json:"basis"`
	Args   []Arg       `json:"args,omitempty"`
}

func conclude(e *Evaluation) Conclusion {
	a := e.Plan.Adjustment
	c := Conclusion{Vocabulary: a.Vocabulary, Declared: a.Outcome}
	if !a.Vocabulary.Graded() {
		c.Supported, c.Reasons = e.support()
	}
	c.Gap = a.Vocabulary.gap(c.Declared, c.Supported)
	switch {
	case c.Gap == GapUnknown, c.Declared == Suspend, c.Declared == Terminate:
		c.Agrees = Unknown
	case c.Gap == NoGap:
		c.Agrees = Met
	default:
		c.Agrees = NotMet
	}
	c.Triggers = e.triggers()
	return c
}

// shortfalls returns the indicators that call for a change and those that are not judged.
func (e *Evaluation) shortfalls() (behind, vetoed, unjudged []string) {
	for _, a := range e.Indicators {
		switch v := a.Judgements[0].Verdict; {
		case fallsBehind(v):
			behind = append(behind, a.Indicator.Name)
		case !keepsUp(v):
			unjudged = append(unjudged, a.Indicator.Name)
		}
		if slices.ContainsFunc(a.Judgements, func(j indicator.Judgement) bool { return j.Veto }) {
			vetoed = append(vetoed, a.Indicator.Name)
		}
	}
	return behind, vetoed, unjudged
}

// supportReads are the parts of a plan that the supported outcome rests on.
func supportReads() []string {
	return slices.Concat(paceReads(), standingReads(), []string{"/negatives"})
}

// support returns the course that the findings support, and why.
func (e *Evaluation) support() (Outcome, []Arg) {
	behind, vetoed, unjudged := e.shortfalls()
	var delayed []string
	e.eachLeaf(func(_ string, t task.Task, s task.Standing) {
		if s.Status() == task.Delayed {
			delayed = append(delayed, t.Code)
		}
	})
	var reasons []Arg
	for _, r := range []Arg{text("behind", behind...), text("vetoed", vetoed...), text("delayed", delayed...)} {
		if len(r.Texts) > 0 {
			reasons = append(reasons, r)
		}
	}
	if n := len(e.Plan.Negatives); n > 0 {
		reasons = append(reasons, text("negatives", strconv.Itoa(n)))
	}
	supported := Continue
	unseen, hidden := e.Plan.hides(supportReads()...)
	switch {
	case len(reasons) > 0:
		supported = Adjust
	case hidden, len(unjudged) > 0, len(e.Indicators) == 0:
		supported = Undetermined
	}
	if hidden && supported == Undetermined {
		reasons = append(reasons, text("unseen", unseen))
	}
	if len(unjudged) > 0 {
		reasons = append(reasons, text("unjudged", unjudged...))
	}
	return supported, reasons
}

// triggers returns what is known of each reason for a post-evaluation.
func (e *Evaluation) triggers() []TriggerResult {
	bases := map[TriggerKind]Basis{
		BelowExpectation: article36("第三十六条第一款第一项", false),
		ManyObjections:   article36("第三十六条第一款第二项", false),
		DeemedNecessary:  article36("第三十六条第一款第三项", false),
		BasisChanged:     {Pack: GoodPractice},
	}
	results := make([]TriggerResult, 0, len(bases))
	for _, kind := range TriggerKinds() {
		r := TriggerResult{Kind: kind, Basis: bases[kind]}
		i := slices.IndexFunc(e.Plan.Procedure.Triggers, func(t Trigger) bool { return t.Kind == kind })
		switch {
		case i >= 0:
			r.Status, r.Path = e.Plan.Procedure.Triggers[i].Status, indicator.Pointer("procedure", "triggers", i)
		case kind == BelowExpectation:
			r.Status, r.Args = e.belowExpectation()
		}
		results = append(results, r)
	}
	return results
}

// belowExpectation says what the indicators tell of whether the plan falls clearly short of what was expected: it does
// where one is vetoed. Whether one that is behind does so is for the deciding organ to say.
func (e *Evaluation) belowExpectation() (Status, []Arg) {
	behind, vetoed, unjudged := e.shortfalls()
	unseen, hidden := e.Plan.hides(paceReads()...)
	switch {
	case len(vetoed) > 0:
		return Met, []Arg{text("vetoed", vetoed...)}
	case len(behind) > 0:
		return Unknown, []Arg{text("behind", behind...)}
	case len(unjudged) > 0:
		return Unknown, []Arg{text("unjudged", unjudged...)}
	case hidden:
		return Unknown, []Arg{text("unseen", unseen)}
	case len(e.Indicators) == 0:
		return Unknown, nil
	}
	return NotMet, nil
}

// fallsBehind reports whether a verdict of the method schedule calls for an adjustment.
func fallsBehind(v indicator.Verdict) bool { return v == indicator.Behind || v == indicator.Reversed }

// keepsUp reports whether a verdict of the method schedule supports going on.
func keepsUp(v indicator.Verdict) bool {
	return v == indicator.Achieved || v == indicator.Ahead || v == indicator.OnCourse
}
