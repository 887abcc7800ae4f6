package evaluate

import (
	"slices"

	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/task"
	"golang.org/x/text/unicode/norm"
)

// Changes are what changed between two evaluations of one plan, such as last year's and this year's, 前后两次评估的变化:
// what moved, which findings appeared and which closed. Things are matched by their codes, so that their order and
// their places in the plan may change.
type Changes struct {
	Plan       string            `json:"plan"` // its code
	Before     indicator.Period  `json:"before,omitzero"`
	After      indicator.Period  `json:"after,omitzero"`
	Indicators []IndicatorChange `json:"indicators"` // in the order of the later plan, then those that it has no more
	Tasks      []TaskChange      `json:"tasks"`      // the tasks without sub-tasks whose status changed
	Rules      []RuleChange      `json:"rules"`      // the rules whose status changed
	Appeared   []Finding         `json:"appeared"`   // with paths into the later plan
	Closed     []Finding         `json:"closed"`     // with paths into the earlier plan
	Remaining  []FindingChange   `json:"remaining"`
	Outcome    OutcomeChange     `json:"outcome"`
}

// IndicatorChange is one indicator in two evaluations.
type IndicatorChange struct {
	Code   string           `json:"code"`
	Name   string           `json:"name"`
	Before *IndicatorState  `json:"before,omitempty"` // nil where the earlier plan does not have it
	After  *IndicatorState  `json:"after,omitempty"`  // nil where the later plan does not have it
	Moved  indicator.Figure `json:"moved"`            // the actual less the earlier one, in the indicator's unit
	Gained indicator.Ratio  `json:"gained"`           // the attainment less the earlier one: 0.05 is 5 percentage points

	// Revised are the periods whose value is another one in the later evaluation, 数据修订.
	Revised []Revision `json:"revised,omitempty"`
}

// IndicatorState is how an indicator stood in one evaluation.
type IndicatorState struct {
	Actual     indicator.Observation `json:"actual"`
	Target     indicator.Target      `json:"target"`
	Attainment indicator.Ratio       `json:"attainment"`
	Verdict    indicator.Verdict     `json:"verdict"` // of the first method
}

// Revision is a number of one period that has another value in the later plan, or is no longer there.
type Revision struct {
	Period indicator.Period `json:"period"`
	Before indicator.Value  `json:"before"`
	After  indicator.Value  `json:"after"` // absent where the later series has none
}

// TaskChange is a task whose status is another one, or that only one of the plans has; then the other status is
// unknown.
type TaskChange struct {
	Code    string      `json:"code"`
	Title   string      `json:"title"`
	Before  task.Status `json:"before"`
	After   task.Status `json:"after"`
	Added   bool        `json:"added,omitempty"`
	Removed bool        `json:"removed,omitempty"`
}

// RuleChange is a rule that came to another status. A rule that only one of the evaluations applied is not compared.
type RuleChange struct {
	Rule   string `json:"rule"`
	Before Status `json:"before"`
	After  Status `json:"after"`
}

// FindingChange is a finding that both evaluations have.
type FindingChange struct {
	Before Finding `json:"before"`
	After  Finding `json:"after"`
}

// OutcomeChange is the declared and the supported outcome of two evaluations.
type OutcomeChange struct {
	DeclaredBefore  Outcome `json:"declaredBefore"`
	DeclaredAfter   Outcome `json:"declaredAfter"`
	SupportedBefore Outcome `json:"supportedBefore"`
	SupportedAfter  Outcome `json:"supportedAfter"`
}

// Compare sets two evaluations of one plan side by side. The error is [indicator.Faults] where the plans have different
// codes, the first methods differ, or the later evaluation is as of an earlier date.
func Compare(before, after *Evaluation) (Changes, error) {
	var faults indicator.Faults
	if !same(before.Plan.Code, after.Plan.Code) {
		faults.Add("/plan/code", indicator.FaultConflict, after.Plan.Code, "the code of the earlier evaluation, "+before.Plan.Code)
	}
	if first, now := firstMethod(before), firstMethod(after); first != now {
		faults.Add("/methods/0", indicator.FaultConflict, now, "the first method of the earlier evaluation, "+first)
	}
	if before.AsOf.IsZero() && !after.AsOf.IsZero() {
		faults.Add("/asOf", indicator.FaultOrder, after.AsOf.String(), "no date where the earlier evaluation has none and took all data")
	}
	if !after.AsOf.IsZero() && after.AsOf.End().Compare(before.AsOf.End()) < 0 {
		faults.Add("/asOf", indicator.FaultOrder, after.AsOf.String(), "a date not before the earlier evaluation's, "+before.AsOf.String())
	}
	if err := faults.Err(); err != nil {
		return Changes{}, err
	}
	c := Changes{
		Plan: after.Plan.Code, Before: before.AsOf, After: after.AsOf,
		Indicators: compareIndicators(before, after), Tasks: compareTasks(before, after), Rules: compareRules(before, after),
		Outcome: OutcomeChange{before.Conclusion.Declared, after.Conclusion.Declared, before.Conclusion.Supported, after.Conclusion.Supported},
	}
	c.compareFindings(before, after)
	return c, nil
}

// firstMethod is the id of the method that counts, empty in an evaluation that [Evaluate] did not make.
func firstMethod(e *Evaluation) string {
	if len(e.Methods) == 0 {
		return ""
	}
	return e.Methods[0].ID
}

// match pairs the items of two lists by key: those of the later list in their order, then those that only the earlier
// one has. A key that a list has several times is matched in order. The absent side of a pair is nil.
func match[T any](before, after []T, key func(side int, item *T) string) [][2]*T {
	waiting := map[string][]int{}
	for i := range before {
		k := key(0, &before[i])
		waiting[k] = append(waiting[k], i)
	}
	used := make([]bool, len(before))
	var pairs [][2]*T
	for i := range after {
		pair := [2]*T{nil, &after[i]}
		k := key(1, &after[i])
		if list := waiting[k]; len(list) > 0 {
			pair[0], used[list[0]], waiting[k] = &before[list[0]], true, list[1:]
		}
		pairs = append(pairs, pair)
	}
	for i := range before {
		if !used[i] {
			pairs = append(pairs, [2]*T{&before[i], nil})
		}
	}
	return pairs
}

func compareIndicators(before, after *Evaluation) []IndicatorChange {
	changes := []IndicatorChange{}
	code := func(_ int, a *indicator.Assessment) string { return norm.NFC.String(a.Indicator.Code) }
	for _, pair := range match(before.Indicators, after.Indicators, code) {
		old, now := pair[0], pair[1]
		named := now
		if named == nil {
			named = old
		}
		unit := named.Indicator.Unit
		c := IndicatorChange{Code: named.Indicator.Code, Name: named.Indicator.Name, Before: stateOf(old), After: stateOf(now)}
		c.Moved = indicator.Figure{Formula: indicator.FormulaDifference, Unit: indicator.DifferenceUnit(unit),
			Result: indicator.Missing(indicator.NoPrevious)}
		c.Gained = indicator.Missing(indicator.NoPrevious)
		if old != nil && now != nil {
			c.Moved = change(Absolute, unit, old.Actual, now.Actual)
			if old.Indicator.Unit != unit {
				c.Moved.Result = indicator.Missing(indicator.NotDefined)
			}
			c.Gained = c.After.Attainment.Sub(c.Before.Attainment)
			c.Revised = revisions(old.Indicator.Series.Until(before.AsOf), now.Indicator.Series.Until(after.AsOf))
		}
		changes = append(changes, c)
	}
	return changes
}

func stateOf(a *indicator.Assessment) *IndicatorState {
	if a == nil {
		return nil
	}
	return &IndicatorState{Actual: a.Actual, Target: a.Target, Attainment: a.Attainment(), Verdict: a.Judgements[0].Verdict}
}

// revisions returns the periods of the earlier series whose value is another one in the later series.
func revisions(before, after indicator.Series) []Revision {
	var list []Revision
	for _, o := range before {
		if o.Value.IsZero() {
			continue
		}
		now, ok := after.At(o.Period)
		if !ok || now.Value.Cmp(o.Value) != 0 {
			list = append(list, Revision{o.Period, o.Value, now.Value})
		}
	}
	return list
}

func compareTasks(before, after *Evaluation) []TaskChange {
	changes := []TaskChange{}
	type leaf struct {
		task   task.Task
		status task.Status
	}
	leaves := func(e *Evaluation) []leaf {
		var list []leaf
		e.eachLeaf(func(_ string, t task.Task, s task.Standing) { list = append(list, leaf{t, s.Status()}) })
		return list
	}
	code := func(_ int, l *leaf) string { return norm.NFC.String(l.task.Code) }
	for _, pair := range match(leaves(before), leaves(after), code) {
		old, now := pair[0], pair[1]
		switch {
		case old == nil:
			changes = append(changes, TaskChange{Code: now.task.Code, Title: now.task.Title, After: now.status, Added: true})
		case now == nil:
			changes = append(changes, TaskChange{Code: old.task.Code, Title: old.task.Title, Before: old.status, Removed: true})
		case old.status != now.status:
			changes = append(changes, TaskChange{Code: now.task.Code, Title: now.task.Title, Before: old.status, After: now.status})
		}
	}
	return changes
}

func compareRules(before, after *Evaluation) []RuleChange {
	changes := []RuleChange{}
	id := func(_ int, r *Run) string { return r.Rule }
	for _, pair := range match(before.Runs, after.Runs, id) {
		if old, now := pair[0], pair[1]; old != nil && now != nil && old.Status != now.Status {
			changes = append(changes, RuleChange{now.Rule, old.Status, now.Status})
		}
	}
	return changes
}

// compareFindings matches findings by their rule and by what they are about. Only rules that both evaluations
// applied, without exemption, are compared: a rule that was not asked before has not found anything new.
func (c *Changes) compareFindings(before, after *Evaluation) {
	c.Appeared, c.Closed, c.Remaining = []Finding{}, []Finding{}, []FindingChange{}
	plans := [2]Plan{before.Plan, after.Plan}
	about := func(side int, f *Finding) string { return f.Rule + " " + plans[side].about(f.Path) }
	ran := func(e *Evaluation, rule string) bool {
		return slices.ContainsFunc(e.Runs, func(r Run) bool { return r.Rule == rule && r.Exempt == "" })
	}
	for _, pair := range match(before.Findings, after.Findings, about) {
		switch old, now := pair[0], pair[1]; {
		case old != nil && now != nil:
			c.Remaining = append(c.Remaining, FindingChange{*old, *now})
		case now != nil && ran(before, now.Rule):
			c.Appeared = append(c.Appeared, *now)
		case old != nil && now == nil && ran(after, old.Rule):
			c.Closed = append(c.Closed, *old)
		}
	}
}
