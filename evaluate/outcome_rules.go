package evaluate

import (
	"slices"
	"strconv"

	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/task"
)

func outcomeRules() []Rule {
	return []Rule{
		{ID: "outcome.declared", Revision: 1, Severity: High, Basis: basedOn(GoodPractice),
			Seeks: []string{"/adjustment/outcome"}, Check: given("/adjustment/outcome", func(p Plan) bool { return p.Adjustment.Outcome != Undetermined })},
		{ID: "outcome.reasons-missing", Revision: 1, Severity: Medium, Basis: basedOn(GoodPractice),
			Reads: []string{"/adjustment/text"}, Check: checkReasons},
		{ID: "outcome.supported", Revision: 2, Severity: High, Basis: []Basis{{Pack: GoodPractice}, article36("第三十六条第四款", true)},
			Reads: append(supportReads(), "/adjustment/outcome"), Check: checkSupported},
		{ID: "outcome.negatives-unanswered", Revision: 1, Severity: High, Basis: basedOn(GoodPractice),
			Reads: []string{"/negatives", "/adjustment"}, Check: checkNegatives},
		{ID: "outcome.problem-unanswered", Revision: 1, Severity: Medium, Basis: basedOn(GoodPractice),
			Reads: []string{"/problems"}, Seeks: []string{"/advice"}, Check: checkProblems},
		{ID: "final.too-early", Revision: 1, Severity: High, Basis: basedOn(FinalEvaluation),
			Reads: []string{"/end"}, Check: checkEnded},
		{ID: "final.target-missed", Revision: 1, Severity: High, Basis: basedOn(FinalEvaluation),
			Reads: ofIndicators("series", "targets"), Check: checkTargetsMet},
		{ID: "final.task-open", Revision: 1, Severity: High, Basis: basedOn(FinalEvaluation),
			Reads: standingReads(), Check: checkTasksClosed},
		{ID: "budget.score-missing", Revision: 1, Severity: High, Basis: []Basis{{Pack: BudgetPerformance, General: true}},
			Seeks: []string{"/adjustment/score"}, Check: given("/adjustment/score", func(p Plan) bool { return !p.Adjustment.Score.IsZero() })},
		{ID: "budget.grade-differs", Revision: 1, Severity: High, Basis: []Basis{{Pack: BudgetPerformance, General: true}},
			Reads: []string{"/adjustment/outcome", "/adjustment/score"}, Check: checkGrade},
	}
}

// checkGrade reports a declared grade that is not that of the declared score, in the words of budget performance.
func checkGrade(e *Evaluation) Checked {
	c := Checked{}
	a := e.Plan.Adjustment
	if a.Vocabulary != PerformanceWords || a.Outcome == Undetermined || a.Score.IsZero() {
		return c
	}
	c.require(a.Outcome == GradeOf(a.Score), "/adjustment/outcome", outcome("declared", a.Outcome),
		outcome("supported", GradeOf(a.Score)), text("score", a.Score.String()))
	return c
}

// checkReasons reports an outcome that is declared without a word of reason.
func checkReasons(e *Evaluation) Checked {
	c := Checked{}
	if e.Conclusion.Declared != Undetermined {
		c.require(e.Plan.Adjustment.Text != "", "/adjustment/text", outcome("declared", e.Conclusion.Declared))
	}
	return c
}

// outcome is an argument with the outcome's text, which is never empty.
func outcome(name string, o Outcome) Arg {
	words, _ := o.MarshalText() // there is no error to have
	return text(name, string(words))
}

func checkSupported(e *Evaluation) Checked {
	c := Checked{}
	if e.Conclusion.Declared == Undetermined {
		return c
	}
	args := append([]Arg{outcome("declared", e.Conclusion.Declared), outcome("supported", e.Conclusion.Supported)}, e.Conclusion.Reasons...)
	c.answer(e.Conclusion.Agrees, "/adjustment/outcome", args...)
	return c
}

// checkNegatives reports negative effects that the evaluators admit, such as money paid late, while they declare that
// nothing needs adjusting.
func checkNegatives(e *Evaluation) Checked {
	c := Checked{}
	if e.Conclusion.Declared == Undetermined || len(e.Plan.Negatives) == 0 {
		return c
	}
	texts := make([]string, len(e.Plan.Negatives))
	for i, n := range e.Plan.Negatives {
		c.look(indicator.Pointer("negatives", i))
		texts[i] = n.Text
	}
	if e.Conclusion.Declared == Continue {
		c.notMet("/adjustment", text("count", strconv.Itoa(len(texts))), text("negatives", texts...))
	}
	return c
}

// checkProblems reports a problem that no advice says it answers.
func checkProblems(e *Evaluation) Checked {
	c := Checked{}
	for i, problem := range e.Plan.Problems {
		answered := slices.ContainsFunc(e.Plan.Advice, func(a Advice) bool {
			return slices.ContainsFunc(a.Problems, func(code string) bool { return same(code, problem.Code) })
		})
		c.require(answered, indicator.Pointer("problems", i), text("problem", problem.Title))
	}
	return c
}

// checkEnded reports a final evaluation before the plan's period has ended.
func checkEnded(e *Evaluation) Checked {
	c := Checked{}
	end, asOf := text("end", e.Plan.End.String()), text("asOf", e.AsOf.String())
	c.look("/end")
	switch gap := e.Plan.End.DaysUntil(e.AsOf); {
	case e.AsOf.IsZero():
		c.unknown("/end", end)
	case gap < 0:
		c.notMet("/end", end, asOf)
		c.measured(margin(gap, days), true)
	default:
		c.measured(margin(gap, days), false)
	}
	return c
}

// checkTargetsMet reports every indicator whose last target is not met, and as unknown every one of which it cannot be
// said.
func checkTargetsMet(e *Evaluation) Checked {
	c := Checked{}
	for i := range e.Indicators {
		a, path := &e.Indicators[i], indicator.Pointer("indicators", i)
		c.look(path)
		name := text("indicator", a.Indicator.Name)
		switch met, why := a.Met(); {
		case why != indicator.Present:
			c.unknown(path, name, text("reason", why.String()))
		case !met:
			c.notMet(path, name, text("actual", a.Actual.Value.String()), text("target", a.Target.Value.String()))
		}
	}
	return c
}

// checkTasksClosed reports every task that is neither completed nor adjusted.
func checkTasksClosed(e *Evaluation) Checked {
	c := Checked{}
	e.eachLeaf(func(path string, t task.Task, s task.Standing) {
		c.look(path)
		switch s.Status() {
		case task.Completed, task.Adjusted:
		case task.Unknown:
			c.unknown(path+"/status", taskArgs(t)...)
		default:
			c.notMet(path+"/status", taskArgs(t)...)
		}
	})
	return c
}
