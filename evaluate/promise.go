package evaluate

import (
	"github.com/planeval/planeval/indicator"
)

// Promise is a fact with a promised value 承诺值, judged like an indicator, by the methods of the evaluation.
type Promise struct {
	Path       string               `json:"path"` // JSON Pointer of the fact
	Assessment indicator.Assessment `json:"assessment"`
}

// judgePromises judges every fact of the plan that has a promised value.
func (e *Evaluation) judgePromises() []Promise {
	promises := []Promise{}
	for path, f := range e.Plan.Facts() {
		if ind, ok := f.Promise(); ok {
			promises = append(promises, Promise{path, indicator.Assess(ind, e.AsOf, e.Methods...)})
		}
	}
	return promises
}

// over reports whether the promise's time is over: its period has ended by the date of evaluation or, without a date,
// has been observed.
func (p Promise) over(asOf indicator.Period) bool {
	due := p.Assessment.Target.Period
	if asOf.IsZero() {
		return p.Assessment.Actual.Period.DaysUntil(due) <= 0
	}
	return due.DaysUntil(asOf) >= 0
}

// Status says whether the promise is kept, as [task.Stand] takes it for a step: met as soon as a value that is to be
// reached from below is as promised, and any other when its time is over; then not met, or unknown where that cannot
// be said or the value is of an earlier period; and not applicable before that.
func (p Promise) Status(asOf indicator.Period) Status {
	a := &p.Assessment
	early := a.Actual.Period.DaysUntil(a.Target.Period) > 0
	switch met, why := a.Met(); {
	case met && why == indicator.Present && (a.Indicator.Direction == indicator.Increase || !early):
		return Met
	case !p.over(asOf):
		return NotApplicable
	case why != indicator.Present, early:
		return Unknown
	}
	return NotMet
}

// Figures returns what is computed of a promise: its attainment. Without a baseline there is no progress.
func (p Promise) Figures() []indicator.Figure {
	if f, ok := p.Assessment.Figure(p.Assessment.AttainmentFormula()); ok {
		return []indicator.Figure{f}
	}
	return nil
}

// checkPromises reports a fact whose value, when the time of the promise is over, is not as promised; and as unknown
// one of which it cannot be said. Promises that are still open and not yet kept are not looked at.
func checkPromises(e *Evaluation) Checked {
	c := Checked{}
	for _, p := range e.Promises {
		a, status := &p.Assessment, p.Status(e.AsOf)
		if status == NotApplicable {
			continue
		}
		c.look(p.Path)
		args := []Arg{text("fact", a.Indicator.Name), text("value", a.Actual.Value.String()), text("unit", a.Indicator.Unit),
			text("period", a.Target.Period.String())}
		switch status {
		case Unknown:
			c.unknown(p.Path, args...)
		case NotMet:
			c.notMet(p.Path, args...)
			c.measured(Margin{By: short(a), Unit: a.Indicator.Unit}, true)
		}
	}
	return c
}

// short is by how much a missed promise was missed, below 0; missing of a promise of a range.
func short(a *indicator.Assessment) indicator.Number {
	if a.Indicator.Direction == indicator.Range {
		return indicator.Missing(indicator.NotDefined)
	}
	actual, target := a.Actual.Value.Ratio(indicator.NoObservation), a.Target.Value.Ratio(indicator.NoTarget)
	by := actual.Sub(target)
	switch {
	case a.Target.Qualifier == indicator.About && by.Sign() > 0:
		return a.Target.Tolerance.Ratio(indicator.NoTolerance).Sub(by)
	case a.Target.Qualifier == indicator.About:
		return by.Add(a.Target.Tolerance.Ratio(indicator.NoTolerance))
	case a.Indicator.Direction == indicator.Decrease:
		return target.Sub(actual)
	}
	return by
}
