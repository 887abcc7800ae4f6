package evaluate

import (
	"iter"

	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/task"
)

// Facts yields every fact of the plan with its JSON Pointer, in the order of the report.
func (p Plan) Facts() iter.Seq2[string, indicator.Fact] {
	return func(yield func(string, indicator.Fact) bool) {
		done := false
		each := func(path string, facts []indicator.Fact) {
			for i, f := range facts {
				done = done || !yield(path+indicator.Pointer("facts", i), f)
				if done {
					return
				}
			}
		}
		statements := func(path string, list []Statement) {
			for i, s := range list {
				each(path+indicator.Pointer(i), s.Facts)
			}
		}
		assessed := func(path string, list []Assessed) {
			for i, a := range list {
				each(path+indicator.Pointer(i), a.Facts)
			}
		}
		each("/procedure/purpose", p.Procedure.Purpose.Facts)
		assessed("/procedure/contents", p.Procedure.Contents)
		for i, t := range p.Procedure.Triggers {
			each(indicator.Pointer("procedure", "triggers", i), t.Facts)
		}
		for path, t := range task.All(p.Tasks) {
			each(path, t.Facts)
		}
		each("/purpose", p.Purpose.Facts)
		each("/conformity", p.Conformity.Facts)
		assessed("/safeguards", p.Safeguards)
		assessed("/dimensions", p.Dimensions)
		for i, c := range p.Costs {
			if !c.Yearly.Value.IsZero() && !done {
				done = !yield(indicator.Pointer("costs", i, "yearly"), c.Yearly)
			}
		}
		statements("/opinions", p.Opinions)
		for i, a := range p.Acceptance {
			each(indicator.Pointer("acceptance", i), a.Facts)
		}
		each("/fit", p.Fit.Facts)
		statements("/negatives", p.Negatives)
		for i, e := range p.Effects {
			each(indicator.Pointer("effects", i), e.Facts)
		}
		for i, problem := range p.Problems {
			each(indicator.Pointer("problems", i), problem.Facts)
		}
		for i, a := range p.Advice {
			each(indicator.Pointer("advice", i), a.Facts)
		}
		for i, c := range p.Cases {
			each(indicator.Pointer("cases", i), c.Facts)
			statements(indicator.Pointer("cases", i, "practice"), c.Practice)
		}
	}
}
