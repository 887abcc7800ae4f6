package evaluate

import (
	"strconv"

	"github.com/planeval/planeval/indicator"
)

// Conclusion sets the outcome that the plan declares beside the one that the indicators support.
//
// Supported is this module's convention, by the first method: Adjust where an indicator is behind or has moved away
// from its target, Undetermined where one is not judged, or judged in words other than those of the method schedule, or
// there is none, else Continue. It never supports more than the data show, and never suspends or terminates a plan, so
// a plan that declares one of these neither agrees nor disagrees.
type Conclusion struct {
	Declared  Outcome `json:"declared"`
	Supported Outcome `json:"supported"`
	Reasons   []Arg   `json:"reasons,omitempty"` // the indicators that decided, by name
	Agrees    Status  `json:"agrees"`
}

func conclude(e *Evaluation) Conclusion {
	c := Conclusion{Declared: e.Plan.Adjustment.Outcome, Supported: Continue}
	var behind, unjudged []string
	for _, a := range e.Indicators {
		switch v := a.Judgements[0].Verdict; {
		case fallsBehind(v):
			behind = append(behind, a.Indicator.Name)
		case !keepsUp(v):
			unjudged = append(unjudged, a.Indicator.Name)
		}
	}
	switch {
	case len(behind) > 0:
		c.Supported = Adjust
		c.Reasons = append(c.Reasons, text("behind", behind...))
	case len(unjudged) > 0 || len(e.Indicators) == 0:
		c.Supported = Undetermined
	}
	if len(unjudged) > 0 {
		c.Reasons = append(c.Reasons, text("unjudged", unjudged...))
	}
	switch {
	case c.Declared != Continue && c.Declared != Adjust, c.Supported == Undetermined:
		c.Agrees = Unknown
	case c.Declared == c.Supported:
		c.Agrees = Met
	default:
		c.Agrees = NotMet
	}
	return c
}

// fallsBehind reports whether a verdict of the method schedule calls for an adjustment.
func fallsBehind(v indicator.Verdict) bool { return v == indicator.Behind || v == indicator.Reversed }

// keepsUp reports whether a verdict of the method schedule supports going on.
func keepsUp(v indicator.Verdict) bool {
	return v == indicator.Achieved || v == indicator.Ahead || v == indicator.OnCourse
}

// outcome is an argument with the outcome's text, which is never empty.
func outcome(name string, o Outcome) Arg {
	words, _ := o.MarshalText() // there is no error to have
	return text(name, string(words))
}

func outcomeRules() []Rule {
	return []Rule{
		{
			ID: "outcome.declared", Revision: 1, Severity: High, Basis: BasisGoodPractice,
			Check: func(e *Evaluation) Checked {
				c := Checked{Looked: 1}
				if e.Conclusion.Declared == Undetermined {
					c.notMet("/adjustment/outcome")
				}
				return c
			},
		},
		{
			ID: "outcome.supported", Revision: 1, Severity: High, Basis: BasisGoodPractice,
			Check: func(e *Evaluation) Checked {
				c := Checked{}
				if e.Conclusion.Declared == Undetermined {
					return c
				}
				c.Looked = 1
				args := append([]Arg{outcome("declared", e.Conclusion.Declared),
					outcome("supported", e.Conclusion.Supported)}, e.Conclusion.Reasons...)
				switch e.Conclusion.Agrees {
				case NotMet:
					c.notMet("/adjustment/outcome", args...)
				case Unknown:
					c.unknown("/adjustment/outcome", args...)
				}
				return c
			},
		},
		{
			ID: "outcome.negatives-unanswered", Revision: 1, Severity: High, Basis: BasisGoodPractice,
			Check: func(e *Evaluation) Checked {
				c := Checked{}
				if e.Conclusion.Declared == Undetermined {
					return c
				}
				c.Looked = len(e.Plan.Negatives)
				if c.Looked > 0 && e.Conclusion.Declared == Continue {
					c.notMet("/adjustment", text("count", strconv.Itoa(c.Looked)))
				}
				return c
			},
		},
	}
}
