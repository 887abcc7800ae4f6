package evaluate

import "slices"

// Rule is one thing that an evaluation checks. A caller's own rule is a struct literal like those of this package.
type Rule struct {
	ID       string   // stable: one may be retired, never reused
	Revision int      // raised when the same id decides differently
	Severity Severity // of its findings
	Basis    Basis    // what demands it

	// Check looks at the evaluation, whose figures are complete, and must not change it.
	Check func(*Evaluation) Checked
}

// Basis says what a rule rests on.
type Basis string

// The bases.
const (
	BasisScheme       Basis = "scheme"        // the plan's own evaluation scheme
	BasisGoodPractice Basis = "good-practice" // no clause demands it
)

// Checked is what a rule found: how many things it looked at, so that silence is not taken for success, and what was
// not in order. Findings need a Status, Path and Args; the rest is the rule's.
type Checked struct {
	Looked   int
	Findings []Finding
}

func (c *Checked) notMet(path string, args ...Arg) {
	c.Findings = append(c.Findings, Finding{Status: NotMet, Path: path, Args: args})
}

func (c *Checked) unknown(path string, args ...Arg) {
	c.Findings = append(c.Findings, Finding{Status: Unknown, Path: path, Args: args})
}

// Run records that a rule ran and what came of it.
type Run struct {
	Rule     string `json:"rule"`
	Revision int    `json:"revision"`
	Basis    Basis  `json:"basis"`
	Status   Status `json:"status"`
	Looked   int    `json:"looked"`   // things looked at; a rule with 0 and no findings is not applicable
	Findings int    `json:"findings"` // of these, not met or unknown
}

// apply runs every rule, in order, on the evaluation and returns the runs and the findings, the gravest first and
// otherwise in the order of rules.
func apply(rules []Rule, e *Evaluation) ([]Run, []Finding) {
	runs := make([]Run, 0, len(rules))
	findings := []Finding{}
	for _, rule := range rules {
		checked := rule.Check(e)
		run := Run{Rule: rule.ID, Revision: rule.Revision, Basis: rule.Basis, Status: NotApplicable,
			Looked: checked.Looked, Findings: len(checked.Findings)}
		if checked.Looked > 0 {
			run.Status = Met
		}
		for _, f := range checked.Findings {
			f.Rule, f.Severity = rule.ID, rule.Severity
			findings = append(findings, f)
			if f.Status == NotMet || run.Status != NotMet {
				run.Status = f.Status
			}
		}
		runs = append(runs, run)
	}
	slices.SortStableFunc(findings, func(a, b Finding) int {
		return slices.Index(Severities(), a.Severity) - slices.Index(Severities(), b.Severity)
	})
	return runs, findings
}

// DefaultRules returns the rules that Evaluate applies when the options name none.
func DefaultRules() []Rule {
	return slices.Concat(indicatorRules(), taskRules(), procedureRules(), surveyRules(), statisticRules(), outcomeRules())
}
