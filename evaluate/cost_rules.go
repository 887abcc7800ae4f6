package evaluate

import "github.com/planeval/planeval/indicator"

func costRules() []Rule {
	return []Rule{
		{ID: "statistic.change-differs", Revision: 1, Severity: High, Basis: basedOn(GoodPractice), Reads: []string{"/benefits", "/economy"}, Check: checkChanges},
		{ID: "statistic.base-missing", Revision: 1, Severity: Low, Basis: basedOn(GoodPractice), Reads: []string{"/benefits", "/economy"}, Check: checkChangeBases},
		{ID: "cost.missing", Revision: 1, Severity: Medium, Basis: basedOn(GoodPractice), Reads: []string{"/costs"}, Check: checkCosts},
		{ID: "cost.average-differs", Revision: 1, Severity: Medium, Basis: basedOn(GoodPractice), Reads: []string{"/costs"}, Check: checkAverages},
		{ID: "acceptance.evidence-missing", Revision: 2, Severity: Medium, Basis: basedOn(GoodPractice), Reads: []string{"/acceptance"}, Check: checkAcceptance},
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
			c.look(path)
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
		c.look(path)
		if change.Agrees == Unknown {
			c.unknown(path, text("statistic", s.Name), text("printed", change.Change.Value.String()),
				text("from", change.Change.From.String()), text("to", change.Change.To.String()))
		}
	})
	return c
}

func checkCosts(e *Evaluation) Checked {
	c := Checked{}
	c.require(len(e.Plan.Costs) > 0, "/costs")
	return c
}

func checkAverages(e *Evaluation) Checked {
	c := Checked{}
	for i, result := range e.Costs {
		if result.Agrees == NotApplicable {
			continue
		}
		c.look(result.Path + "/yearly")
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

// checkAcceptance reports a group without evidence that it accepts the plan, and as unknown one whose evidence is not
// said to be a survey, an interview or a hearing.
func checkAcceptance(e *Evaluation) Checked {
	c := Checked{}
	for i, a := range e.Plan.Acceptance {
		path, group := indicator.Pointer("acceptance", i), text("group", a.Group)
		c.look(path)
		switch {
		case a.Evidence == "":
			c.notMet(path, group)
		case a.Form == FormUnstated:
			c.unknown(path+"/form", group)
		}
	}
	return c
}
