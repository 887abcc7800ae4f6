package evaluate

import (
	"strconv"

	"github.com/planeval/planeval/indicator"
)

func planRules() []Rule {
	return []Rule{
		{ID: "plan.basis-missing", Revision: 1, Severity: Medium, Basis: basedOn(GoodPractice),
			Seeks: []string{"/basis"}, Check: given("/basis", func(p Plan) bool { return len(p.Basis) > 0 })},
		{ID: "plan.source-missing", Revision: 1, Severity: Low, Basis: basedOn(GoodPractice),
			Reads: []string{"/indicators/*/series", "/indicators/*/targets"}, Check: checkSources},
	}
}

// checkSources reports once an indicator how many of its numbers do not say where they are printed. An indicator that
// names its source names that of its numbers.
func checkSources(e *Evaluation) Checked {
	c := Checked{}
	for i, ind := range e.Plan.Indicators {
		path := indicator.Pointer("indicators", i)
		total, unsourced := 0, 0
		count := func(source string) {
			total++
			if source == "" && ind.Source == "" {
				unsourced++
			}
		}
		for _, o := range ind.Series {
			count(o.Source)
		}
		for _, t := range ind.Targets {
			count(t.Source)
		}
		if total > 0 {
			c.require(unsourced == 0, path, text("indicator", ind.Name), text("count", strconv.Itoa(unsourced)),
				text("numbers", strconv.Itoa(total)))
		}
	}
	return c
}
