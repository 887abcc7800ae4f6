package evaluate

import "github.com/planeval/planeval/indicator"

func statisticRules() []Rule {
	return []Rule{
		{ID: "statistic.change-differs", Revision: 1, Severity: High, Basis: BasisGoodPractice, Check: checkChanges},
		{ID: "statistic.base-missing", Revision: 1, Severity: Low, Basis: BasisGoodPractice, Check: checkChangeBases},
		{ID: "cost.missing", Revision: 1, Severity: Medium, Basis: BasisGoodPractice, Check: checkCosts},
		{ID: "cost.average-differs", Revision: 1, Severity: Medium, Basis: BasisGoodPractice, Check: checkAverages},
		{ID: "acceptance.evidence-missing", Revision: 1, Severity: Medium, Basis: BasisGoodPractice, Check: checkAcceptance},
	}
}

// eachChange calls check for every printed change of the benefits and the economy, with its path.
func eachChange(e *Evaluation, check func(path string, s StatisticResult, c ChangeResult)) {
	for _, list := range [][]StatisticResult{e.Benefits, e.Economy} {
		for _, s := range list {
			for i, c := range s.Changes {
				check(s.Path+indicator.Pointer("changes", i), s, c)
			}
		}
	}
}

// checkChanges looks at the printed changes that can be recomputed from numbers which do not come from them.
func checkChanges(e *Evaluation) Checked {
	c := Checked{}
	eachChange(e, func(path string, s StatisticResult, change ChangeResult) {
		if change.Agrees != Unknown {
			c.Looked++
		}
		if change.Agrees == NotMet {
			c.notMet(path, text("statistic", s.Name), text("printed", change.Change.Value.String()), figure("computed", change.Computed))
		}
	})
	return c
}

// checkChangeBases reports the printed changes that cannot be recomputed: an end of them is missing, or was itself derived
// from a printed change.
func checkChangeBases(e *Evaluation) Checked {
	c := Checked{}
	eachChange(e, func(path string, s StatisticResult, change ChangeResult) {
		c.Looked++
		if change.Agrees == Unknown {
			c.unknown(path, text("statistic", s.Name), text("printed", change.Change.Value.String()),
				text("from", change.Change.From.String()), text("to", change.Change.To.String()))
		}
	})
	return c
}

func checkCosts(e *Evaluation) Checked {
	c := Checked{Looked: 1}
	if len(e.Plan.Costs) == 0 {
		c.notMet("/costs")
	}
	return c
}

func checkAverages(e *Evaluation) Checked {
	c := Checked{}
	for i, result := range e.Costs {
		if result.Agrees == NotApplicable {
			continue
		}
		c.Looked++
		cost := e.Plan.Costs[i]
		args := []Arg{text("cost", cost.Name), text("printed", cost.Yearly.Value.String()), text("unit", cost.Yearly.Unit), figure("computed", result.Average)}
		switch result.Agrees {
		case NotMet:
			c.notMet(result.Path+"/yearly", args...)
		case Unknown:
			c.unknown(result.Path+"/yearly", args...)
		}
	}
	return c
}

func checkAcceptance(e *Evaluation) Checked {
	c := Checked{Looked: len(e.Plan.Acceptance)}
	for i, a := range e.Plan.Acceptance {
		if a.Evidence == "" {
			c.notMet(indicator.Pointer("acceptance", i), text("group", a.Group))
		}
	}
	return c
}
