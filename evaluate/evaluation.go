package evaluate

import (
	"iter"
	"slices"

	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/survey"
	"github.com/planeval/planeval/task"
)

// Options say how a plan is evaluated. The zero Options take every observation, judge by the method schedule with its
// default bands, and apply the default rules.
type Options struct {
	AsOf    indicator.Period   // the date of evaluation: observations in series that end later are not looked at
	Methods []indicator.Method // the first is the one that counts
	Rules   []Rule
	Survey  survey.Options // how surveys are tabulated
}

// validate returns what is wrong with the options: ids missing or given twice, which could not be told apart in the
// evaluation, and rules without a severity or a check.
func (o Options) validate() indicator.Faults {
	var faults indicator.Faults
	methods, rules := map[string]bool{}, map[string]bool{}
	for i, m := range o.Methods {
		checkID(&faults, indicator.Pointer("methods", i, "id"), m.ID, methods)
	}
	for i, r := range o.Rules {
		at := indicator.Pointer("rules", i)
		checkID(&faults, at+"/id", r.ID, rules)
		faults.Enum(at+"/severity", r.Severity, High, Medium, Low)
		if r.Check == nil {
			faults.Add(at+"/check", indicator.FaultRequired, "", "a function")
		}
	}
	faults.Under("/survey", o.Survey.Validate())
	return faults
}

func checkID(faults *indicator.Faults, path, id string, given map[string]bool) {
	faults.Require(path, id)
	if given[id] && id != "" {
		faults.Add(path, indicator.FaultDuplicate, id, "an id of its own")
	}
	given[id] = true
}

// Evaluation is everything that is computed from a plan, with its why. It shares memory with the plan and must not be
// changed.
type Evaluation struct {
	Plan       Plan                   `json:"plan"`
	AsOf       indicator.Period       `json:"asOf,omitzero"`
	Methods    []indicator.Method     `json:"methods"`
	Indicators []indicator.Assessment `json:"indicators"` // in the plan's order
	Verdicts   []VerdictCount         `json:"verdicts"`   // of the first method, best first, not judged last
	Tasks      task.Ledger            `json:"tasks"`
	Coverage   task.Coverage          `json:"coverage"`
	Standings  []task.Standing        `json:"standings"` // of the tasks without sub-tasks, in document order
	Reached    []task.Reached         `json:"reached"`   // the tasks that a delay reaches
	Links      task.Links             `json:"links"`     // the tasks that serve each indicator
	Matrix     task.Matrix            `json:"matrix"`    // tasks by departments
	Promises   []Promise              `json:"promises"`  // what was promised within facts
	Surveys    []survey.Tabulation    `json:"surveys"`
	Costs      []CostResult           `json:"costs"`
	Benefits   []StatisticResult      `json:"benefits"`
	Economy    []StatisticResult      `json:"economy"`
	Runs       []Run                  `json:"runs"`     // every rule that ran
	Findings   []Finding              `json:"findings"` // the gravest first
	Conclusion Conclusion             `json:"conclusion"`

	Acceptance  []AcceptedShare     `json:"acceptance"`  // the shares of answers that show acceptance
	CostBenefit []CostBenefitResult `json:"costBenefit"` // every benefit against every cost
	Fit         []FitResult         `json:"fit"`         // every statistic of science beside every other of the economy
}

// VerdictCount is how many indicators a verdict was given to.
type VerdictCount struct {
	Verdict indicator.Verdict `json:"verdict"`
	Count   int               `json:"count"`
}

// Evaluate checks the plan and the options and computes the evaluation. The error is [indicator.Faults] with everything
// wrong with the plan, and with the options below the path /options; no evaluation comes with it. Equal arguments give
// equal evaluations.
func Evaluate(plan Plan, options Options) (Evaluation, error) {
	faults := plan.Validate()
	faults.Under("/options", options.validate())
	if err := faults.Err(); err != nil {
		return Evaluation{}, err
	}
	e := Evaluation{
		Plan: plan, AsOf: options.AsOf, Methods: slices.Clone(options.Methods),
		Indicators: make([]indicator.Assessment, 0, len(plan.Indicators)),
		Surveys:    make([]survey.Tabulation, 0, len(plan.Surveys)),
		Costs:      make([]CostResult, 0, len(plan.Costs)),
	}
	if len(e.Methods) == 0 {
		e.Methods = []indicator.Method{indicator.Schedule(indicator.Bands{})}
	}
	for _, ind := range plan.Indicators {
		e.Indicators = append(e.Indicators, indicator.Assess(ind, e.AsOf, e.Methods...))
	}
	e.Verdicts = countVerdicts(e.Methods[0], e.Indicators)
	e.Tasks = task.RollUp(plan.Departments, plan.Tasks, e.AsOf)
	e.Coverage = task.Cover(plan.Departments, plan.Tasks)
	e.Standings = task.Stand(plan.Tasks, e.AsOf)
	e.Reached = task.Reach(plan.Tasks, e.Standings)
	e.Links = task.Link(plan.Tasks, indicatorCodes(plan.Indicators))
	e.Matrix = task.Cross(plan.Departments, plan.Tasks, e.AsOf)
	e.Promises = e.judgePromises()
	for _, s := range plan.Surveys {
		e.Surveys = append(e.Surveys, survey.Tabulate(s, options.Survey))
	}
	e.Acceptance = e.acceptedShares()
	for i, c := range plan.Costs {
		e.Costs = append(e.Costs, computeCost(indicator.Pointer("costs", i), c, e.AsOf))
	}
	e.Benefits = computeStatistics(plan, "benefits", plan.Benefits, e.AsOf)
	e.Economy = computeStatistics(plan, "economy", plan.Economy, e.AsOf)
	e.CostBenefit, e.Fit = computeCostBenefit(&e), computeFit(&e)
	e.Conclusion = conclude(&e)
	rules := options.Rules
	if rules == nil {
		rules = DefaultRules()
	}
	e.Runs, e.Findings = apply(rules, &e)
	return e, nil
}

func countVerdicts(method indicator.Method, assessments []indicator.Assessment) []VerdictCount {
	counts := make([]VerdictCount, 0, len(method.Verdicts)+1)
	for _, v := range method.Verdicts {
		counts = append(counts, VerdictCount{Verdict: v})
	}
	counts = append(counts, VerdictCount{Verdict: indicator.NotJudged})
	for _, a := range assessments {
		for i := range counts {
			if counts[i].Verdict == a.Judgements[0].Verdict {
				counts[i].Count++
			}
		}
	}
	return counts
}

// Count returns how many indicators have the verdict by the first method.
func (e *Evaluation) Count(v indicator.Verdict) int {
	for _, c := range e.Verdicts {
		if c.Verdict == v {
			return c.Count
		}
	}
	return 0
}

// Figures yields every computed figure with the JSON Pointer of the part of the plan that it is of: indicators, costs,
// statistics, benefits against costs, science beside the economy, promises, surveys, then task completion in all and of
// what nobody leads, what the division of work covers, and task completion by chapter and by department.
func (e *Evaluation) Figures() iter.Seq2[string, indicator.Figure] {
	return func(yield func(string, indicator.Figure) bool) {
		each := func(path string, figures ...indicator.Figure) bool {
			for _, f := range figures {
				if !yield(path, f) {
					return false
				}
			}
			return true
		}
		for i := range e.Indicators {
			at := indicator.Pointer("indicators", i)
			if !each(at, e.Indicators[i].Figures()...) {
				return
			}
			for _, method := range e.Methods {
				if !each(at, method.Steps(&e.Indicators[i].Measurement)...) {
					return
				}
			}
		}
		for _, c := range e.Costs {
			if !each(c.Path, c.Figures()...) {
				return
			}
		}
		for _, s := range append(e.Benefits[:len(e.Benefits):len(e.Benefits)], e.Economy...) {
			if !each(s.Path, s.Figures()...) {
				return
			}
		}
		for _, r := range e.CostBenefit {
			if !each(r.Benefit, r.Figures()...) {
				return
			}
		}
		for _, r := range e.Fit {
			if !each(r.Science, r.Figures()...) {
				return
			}
		}
		for _, p := range e.Promises {
			if !each(p.Path, p.Figures()...) {
				return
			}
		}
		for i, s := range e.Surveys {
			at := indicator.Pointer("surveys", i)
			if !each(at, s.Figures()...) {
				return
			}
			for j, q := range s.Questions {
				question := at + indicator.Pointer("questions", j)
				for k, p := range q.Proportions {
					if !each(question+indicator.Pointer("tallies", k), p.Figures()...) {
						return
					}
				}
				if q.Scale != nil && !each(question, q.Scale.Figures()...) {
					return
				}
			}
			for j, c := range s.CrossTables {
				if !each(at+indicator.Pointer("crossTables", j), c.Figures()...) {
					return
				}
			}
		}
		if !each("/tasks", e.Tasks.Total.Completion, e.Tasks.Unled.Completion, e.Coverage.Led) ||
			!each("/departments", e.Coverage.Served) {
			return
		}
		for _, t := range e.Tasks.Chapters {
			if !each(t.Path, t.Completion) {
				return
			}
		}
		for _, t := range e.Tasks.Departments {
			if !each(t.Path, t.Completion) {
				return
			}
		}
	}
}

func indicatorCodes(indicators []indicator.Indicator) []string {
	codes := make([]string, len(indicators))
	for i, ind := range indicators {
		codes[i] = ind.Code
	}
	return codes
}
