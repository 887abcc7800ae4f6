package evaluate

import (
	"slices"

	"github.com/planeval/planeval/indicator"
)

func costRules() []Rule {
	return []Rule{
		{ID: "statistic.change-differs", Revision: 1, Severity: High, Basis: basedOn(GoodPractice), Reads: append(ofIndicators("series"), "/benefits", "/economy"), Check: checkChanges},
		{ID: "statistic.base-missing", Revision: 2, Severity: Low, Basis: basedOn(GoodPractice), Reads: append(ofIndicators("series"), "/benefits", "/economy"), Check: checkChangeBases},
		{ID: "cost.missing", Revision: 1, Severity: Medium, Basis: basedOn(GoodPractice), Seeks: []string{"/costs"}, Check: given("/costs", func(p Plan) bool { return len(p.Costs) > 0 })},
		{ID: "cost.average-differs", Revision: 1, Severity: Medium, Basis: basedOn(GoodPractice), Reads: []string{"/costs/*/total", "/costs/*/start", "/costs/*/end", "/costs/*/yearly"}, Check: checkAverages},
		{ID: "cost.yearly-missing", Revision: 1, Severity: Low, Basis: basedOn(GoodPractice), Reads: []string{"/costs/*/series"}, Check: checkYearly},
		{ID: "cost.sum-differs", Revision: 1, Severity: Medium, Basis: basedOn(GoodPractice), Reads: []string{"/costs/*/total", "/costs/*/series"}, Seeks: []string{"/costs/*/series"}, Check: checkCostSums},
		{ID: "cost.span-unstated", Revision: 1, Severity: Low, Basis: basedOn(GoodPractice), Reads: []string{"/costs/*/total", "/costs/*/start", "/costs/*/end", "/costs/*/yearly"}, Check: checkSpans},
		{ID: "cost.growth-ahead", Revision: 1, Severity: Medium, Basis: basedOn(GoodPractice, BudgetPerformance), Reads: append(ofIndicators("series"), "/costs/*/series", "/benefits"), Check: checkCostGrowth},
		{ID: "benefit.missing", Revision: 1, Severity: Medium, Basis: basedOn(GoodPractice), Seeks: []string{"/benefits"}, Check: given("/benefits", func(p Plan) bool { return len(p.Benefits) > 0 })},
		{ID: "fit.years-mismatched", Revision: 1, Severity: Low, Basis: basedOn(GoodPractice), Reads: append(ofIndicators("series"), "/economy"), Check: checkFitYears},
		{ID: "budget.execution-unstated", Revision: 1, Severity: Medium, Basis: []Basis{{Pack: BudgetPerformance, General: true}}, Reads: []string{"/costs/*/budget"}, Check: checkBudgets},
		{ID: "acceptance.evidence-missing", Revision: 2, Severity: Medium, Basis: basedOn(GoodPractice), Reads: []string{"/acceptance/*/evidence", "/acceptance/*/form"}, Check: checkAcceptance},
		{ID: "acceptance.majority-missing", Revision: 1, Severity: Medium, Basis: basedOn(GoodPractice), Reads: []string{"/acceptance/*/shares", "/surveys"}, Check: checkMajority},
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

// checkChangeBases reports the printed changes that cannot be recomputed: an end of them is missing, or was itself
// derived from a printed change.
func checkChangeBases(e *Evaluation) Checked {
	c := Checked{}
	eachChange(e, func(path string, s StatisticResult, change ChangeResult) {
		c.look(path)
		if change.Agrees == Unknown {
			c.notMet(path, text("statistic", s.Name), text("printed", change.Change.Value.String()),
				text("from", change.Change.From.String()), text("to", change.Change.To.String()))
		}
	})
	return c
}

func checkAverages(e *Evaluation) Checked {
	c := Checked{}
	for i, result := range e.Costs {
		if result.Agrees == NotApplicable {
			continue
		}
		cost := e.Plan.Costs[i]
		c.answer(result.Agrees, result.Path+"/yearly", text("cost", cost.Name), text("printed", cost.Yearly.Value.String()),
			text("unit", cost.Yearly.Unit), figure("computed", result.Average))
	}
	return c
}

// checkYearly reports a cost that is given for its whole time alone, so that nothing can be set against a year's
// results. A cost of one year needs no more.
func checkYearly(e *Evaluation) Checked {
	c := Checked{}
	for i, cost := range e.Plan.Costs {
		if e.Costs[i].Years > 1 {
			c.require(len(cost.Series) > 0, e.Costs[i].Path+"/series", text("cost", cost.Name))
		}
	}
	return c
}

// checkCostSums reports yearly amounts that do not add up to the total.
func checkCostSums(e *Evaluation) Checked {
	c := Checked{}
	for i, result := range e.Costs {
		cost := e.Plan.Costs[i]
		if result.SumAgrees == NotApplicable {
			continue
		}
		c.answer(result.SumAgrees, result.Path+"/series", text("cost", cost.Name), text("total", cost.Total.String()), text("unit", cost.Unit),
			figure("sum", result.Sum))
	}
	return c
}

// checkSpans reports a printed yearly average that is right by calendar years and wrong by elapsed months, or the other
// way round, so that it matters which was meant.
func checkSpans(e *Evaluation) Checked {
	c := Checked{}
	for i, result := range e.Costs {
		decided := func(s Status) bool { return s == Met || s == NotMet }
		if !decided(result.Agrees) || !decided(result.AgreesByMonths) {
			continue
		}
		cost := e.Plan.Costs[i]
		c.require(result.Agrees == result.AgreesByMonths, result.Path+"/yearly", text("cost", cost.Name),
			text("printed", cost.Yearly.Value.String()), text("unit", cost.Yearly.Unit),
			figure("computed", result.Average), figure("other", result.AverageByMonths))
	}
	return c
}

// checkCostGrowth reports a benefit that grew less than the money put in over the same years; of one that fell, which
// may be meant to fall, it cannot be told.
func checkCostGrowth(e *Evaluation) Checked {
	c := Checked{}
	names := map[string]string{}
	for i, s := range e.Benefits {
		names[indicator.Pointer("benefits", i)] = s.Name
	}
	for i, cost := range e.Plan.Costs {
		names[indicator.Pointer("costs", i)] = cost.Name
	}
	for _, pair := range e.CostBenefit {
		gap, ok := pair.Gap.Result.(indicator.Ratio)
		if !ok || gap.Missing() != indicator.Present {
			continue
		}
		args := []Arg{text("statistic", names[pair.Benefit]), text("cost", names[pair.Cost]), figure("growth", pair.Growth),
			figure("costGrowth", pair.Against)}
		if growth, ok := pair.Growth.Result.(indicator.Ratio); ok && growth.Sign() < 0 { // it may be one that should fall
			c.look(pair.Benefit)
			c.unknown(pair.Benefit, args...)
			continue
		}
		c.require(gap.Sign() >= 0, pair.Benefit, args...)
		c.measured(Margin{By: gap.Mul(indicator.IntRatio(100, 1)), Unit: indicator.PointUnit}, gap.Sign() < 0)
	}
	return c
}

// checkFitYears reports, once a science statistic, the economic ones that it cannot be set beside because no growth of
// both is of the same years. Shares, which are compared with nothing, are not looked at.
func checkFitYears(e *Evaluation) Checked {
	c := Checked{}
	names := map[string]string{}
	for i, s := range e.Economy {
		names[indicator.Pointer("economy", i)] = s.Name
	}
	apart := map[string][]string{}
	for _, pair := range e.Fit {
		why := pair.Growth.Result.Missing()
		if why != indicator.Present && why != indicator.PeriodMismatch {
			continue
		}
		if !slices.Contains(c.Evidence, pair.Science) {
			c.look(pair.Science)
		}
		if why == indicator.PeriodMismatch {
			apart[pair.Science] = append(apart[pair.Science], names[pair.Economy])
		}
	}
	for i := range e.Economy {
		path := indicator.Pointer("economy", i)
		if others := apart[path]; len(others) > 0 {
			c.notMet(path, text("statistic", names[path]), text("other", others...))
		}
	}
	return c
}

func checkBudgets(e *Evaluation) Checked {
	c := Checked{}
	for i, cost := range e.Plan.Costs {
		c.require(!cost.Budget.IsZero(), indicator.Pointer("costs", i, "budget"), text("cost", cost.Name))
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
			c.notMet(path+"/evidence", group)
		case a.Form == FormUnstated:
			c.unknown(path+"/form", group)
		}
	}
	return c
}
