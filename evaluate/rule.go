package evaluate

import (
	"slices"

	"github.com/planeval/planeval/indicator"
)

// Rule is one thing that an evaluation checks. A caller's own rule is a struct literal like those of this package.
type Rule struct {
	ID       string   // stable: one may be retired, never reused
	Revision int      // raised when the same id decides differently
	Group    Group    // what it is about
	Severity Severity // of its findings
	Basis    []Basis  // what demands it

	// Reads names the parts of the plan that it looks at, as JSON Pointers in which * stands for any index and ** for
	// any way down the tree of tasks, such as /indicators/*/series or /tasks/**/facts. Where the plan says that one of
	// them was not to be had, the answer is unknown.
	Reads []string

	// Seeks names the parts in which something is looked for, such as /advice for the answer to a problem: where one
	// was not to be had, what was not found is not known to be missing, wherever the finding points; what was found
	// counts.
	Seeks []string

	// Check looks at the evaluation, whose figures are complete, and must not change it.
	Check func(*Evaluation) Checked
}

// Group says what a rule is about.
type Group string

// The groups, in the order in which reports list them.
const (
	AboutPlan       Group = "plan"       // 规划数据
	AboutIndicators Group = "indicators" // 指标
	AboutTasks      Group = "tasks"      // 任务和部门
	AboutProcedure  Group = "procedure"  // 评估程序
	AboutSurvey     Group = "survey"     // 问卷调查和公众参与
	AboutCosts      Group = "costs"      // 成本、效益和符合程度
	AboutOutcome    Group = "outcome"    // 评估结论
)

// Groups returns the groups in their order.
func Groups() []Group {
	return []Group{AboutPlan, AboutIndicators, AboutTasks, AboutProcedure, AboutSurvey, AboutCosts, AboutOutcome}
}

// Checked is what a rule found: the places that it looked at, so that silence is not taken for success, and what was
// not in order there. Findings need a Status, Path and Args, and where something was measured a Margin; the rest is the
// rule's.
//
// The answer follows from it: not met where a finding is, else unknown where there is one, else met where there is
// evidence, and not applicable where the rule looked at nothing.
type Checked struct {
	Evidence []string // JSON Pointers into the plan: what it looked at and could decide, or found wanting
	Findings []Finding
	Margin   *Margin // the smallest by which anything passed or failed, where the rule measures in one unit

	mixed bool // it measures in several units
}

// look records a place that the rule looked at.
func (c *Checked) look(path string) { c.Evidence = append(c.Evidence, path) }

func (c *Checked) notMet(path string, args ...Arg) {
	c.Findings = append(c.Findings, Finding{Status: NotMet, Path: path, Args: args})
}

func (c *Checked) unknown(path string, args ...Arg) {
	c.Findings = append(c.Findings, Finding{Status: Unknown, Path: path, Args: args})
}

// require looks at a place and reports it unless something holds there.
func (c *Checked) require(holds bool, path string, args ...Arg) {
	c.look(path)
	if !holds {
		c.notMet(path, args...)
	}
}

// answer looks at a place where something has been compared already, and reports what did not agree or is not known to.
func (c *Checked) answer(status Status, path string, args ...Arg) {
	c.look(path)
	switch status {
	case NotMet:
		c.notMet(path, args...)
	case Unknown:
		c.unknown(path, args...)
	}
}

// given returns the check of a rule that asks whether something stands at a place.
func given(path string, there func(Plan) bool) func(*Evaluation) Checked {
	return func(e *Evaluation) Checked {
		c := Checked{}
		c.require(there(e.Plan), path)
		return c
	}
}

// measured keeps the margin if it is smaller than that of anything before, and gives it to the last finding when the
// number fails. Margins in several units have no smallest.
func (c *Checked) measured(m Margin, failed bool) {
	if m.By.Missing() != indicator.Present {
		return
	}
	switch {
	case c.mixed:
	case c.Margin == nil || c.Margin.Unit == m.Unit && less(m.By, c.Margin.By):
		c.Margin = &m
	case c.Margin.Unit != m.Unit:
		c.Margin, c.mixed = nil, true
	}
	if failed {
		c.Findings[len(c.Findings)-1].Margin = &m
	}
}

// less compares margins; those that are no fractions are compared by what is printed of them, to ten places, and decide
// nothing.
func less(a, b indicator.Number) bool {
	r, ok := a.(indicator.Ratio)
	s, also := b.(indicator.Ratio)
	if ok && also {
		return r.Cmp(s) < 0
	}
	const places = 10
	return a.Decimal(places, indicator.HalfUp).LessThan(b.Decimal(places, indicator.HalfUp))
}

// Margin is by how much something passed (positive) or failed (negative) what it was held against; 0 is just at the
// line, on the side that the rule says.
type Margin struct {
	By   indicator.Number `json:"by"`
	Unit string           `json:"unit,omitempty"`
}

// margin is a margin in whole units.
func margin(by int, unit string) Margin {
	return Margin{By: indicator.IntRatio(int64(by), 1), Unit: unit}
}

// days is the unit of margins in time.
const days = "天"

// Run records that a rule ran and what came of it.
type Run struct {
	Rule     string   `json:"rule"`
	Revision int      `json:"revision"`
	Group    Group    `json:"group,omitempty"`
	Severity Severity `json:"severity"`
	Basis    []Basis  `json:"basis"`
	Status   Status   `json:"status"`
	Evidence []string `json:"evidence"` // places looked at; a rule with none and no findings is not applicable
	Findings int      `json:"findings"` // not met or unknown
	Margin   *Margin  `json:"margin,omitempty"`
	Exempt   string   `json:"exempt,omitempty"` // why the plan says that the rule does not apply
}

// apply runs every rule, in order, on the evaluation and returns the runs and the findings, the gravest first and
// otherwise in the order of rules.
func apply(rules []Rule, e *Evaluation) ([]Run, []Finding) {
	runs := make([]Run, 0, len(rules))
	findings := []Finding{}
	for _, rule := range rules {
		run := Run{Rule: rule.ID, Revision: rule.Revision, Group: rule.Group, Severity: rule.Severity,
			Basis: e.clauses(rule), Status: NotApplicable, Evidence: []string{}}
		if exempt, ok := e.Plan.exemption(rule.ID); ok {
			run.Exempt = exempt.Reason
			runs = append(runs, run)
			continue
		}
		checked := withUnseen(e.Plan.Unseen, rule, sound(rule.Check(e)))
		run.Evidence = append(run.Evidence, checked.Evidence...)
		run.Findings, run.Margin = len(checked.Findings), checked.Margin
		if len(checked.Evidence) > 0 {
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

// sound returns what a rule found in findings of its own, which a caller's rule may keep: a status other than not met
// is unknown, and a margin without a number is none.
func sound(checked Checked) Checked {
	checked.Findings = slices.Clone(checked.Findings)
	for i := range checked.Findings {
		f := &checked.Findings[i]
		if f.Status != NotMet {
			f.Status = Unknown
		}
		if f.Margin != nil && f.Margin.By == nil {
			f.Margin = nil
		}
	}
	if checked.Margin != nil && checked.Margin.By == nil {
		checked.Margin = nil
	}
	return checked
}

// clauses returns the bases of a rule, with the clause of the plan's own scheme where the plan states it. Where it
// states none, nothing shows that the scheme demands it, and it is good practice.
func (e *Evaluation) clauses(rule Rule) []Basis {
	bases := []Basis{}
	for _, b := range rule.Basis {
		if b.Pack == OwnScheme && b.Clause == "" {
			if b.Clause = e.Plan.Procedure.Clauses[rule.ID]; b.Clause == "" {
				b = Basis{Pack: GoodPractice}
			}
		}
		if !slices.Contains(bases, b) {
			bases = append(bases, b)
		}
	}
	return bases
}

// Catalogue returns every rule of this module, by group.
func Catalogue() []Rule {
	var all []Rule
	add := func(group Group, rules []Rule) {
		for _, rule := range rules {
			rule.Group = group
			all = append(all, rule)
		}
	}
	add(AboutPlan, planRules())
	add(AboutIndicators, indicatorRules())
	add(AboutTasks, taskRules())
	add(AboutProcedure, procedureRules())
	add(AboutSurvey, surveyRules())
	add(AboutCosts, costRules())
	add(AboutOutcome, outcomeRules())
	return all
}

// DefaultRules returns the rules that Evaluate applies when the options name none: those of good practice and of the
// plan's own scheme.
func DefaultRules() []Rule { return Rules(GoodPractice, OwnScheme) }
