package evaluate

import (
	"strconv"

	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/survey"
)

func surveyRules() []Rule {
	return []Rule{
		{ID: "survey.missing", Revision: 1, Severity: Medium, Basis: basedOn(GoodPractice), Seeks: []string{"/surveys"}, Check: given("/surveys", func(p Plan) bool { return len(p.Surveys) > 0 })},
		{ID: "survey.counts-unstated", Revision: 1, Severity: Medium, Basis: basedOn(GoodPractice), Reads: []string{"/surveys/*/sent", "/surveys/*/returned", "/surveys/*/valid"}, Seeks: []string{"/surveys/*/sent", "/surveys/*/returned", "/surveys/*/valid"}, Check: checkCounts},
		{ID: "survey.base-small", Revision: 1, Severity: Medium, Basis: basedOn(GoodPractice), Reads: []string{"/surveys"}, Check: checkBases},
		{ID: "survey.share-differs", Revision: 1, Severity: High, Basis: basedOn(GoodPractice), Reads: []string{"/surveys/*/questions"}, Check: checkShares},
		{ID: "survey.share-untested", Revision: 2, Severity: Low, Basis: basedOn(GoodPractice), Reads: []string{"/surveys/*/questions"}, Seeks: []string{"/surveys/*/questions"}, Check: checkUntested},
		{ID: "survey.percent-impossible", Revision: 1, Severity: High, Basis: basedOn(GoodPractice), Reads: []string{"/surveys"}, Check: checkImpossible},
		{ID: "survey.percent-truncated", Revision: 1, Severity: Medium, Basis: basedOn(GoodPractice), Reads: []string{"/surveys"}, Check: checkTruncated},
		{ID: "survey.set-impossible", Revision: 1, Severity: High, Basis: basedOn(GoodPractice), Reads: []string{"/surveys"}, Check: checkSets},
	}
}

// checkCounts reports a survey whose rates cannot be had because counts are not stated.
func checkCounts(e *Evaluation) Checked {
	c := Checked{}
	for i, s := range e.Plan.Surveys {
		var missing []string
		for _, count := range []struct {
			name  survey.Count
			value indicator.Value
		}{{survey.CountSent, s.Sent}, {survey.CountReturned, s.Returned}, {survey.CountValid, s.Valid}} {
			if count.value.IsZero() {
				missing = append(missing, string(count.name))
			}
		}
		c.require(len(missing) == 0, indicator.Pointer("surveys", i), text("survey", s.Title), text("counts", missing...))
	}
	return c
}

// checkBases looks at the questions whose base is known.
func checkBases(e *Evaluation) Checked {
	c := Checked{}
	for i, s := range e.Surveys {
		least := indicator.IntValue(int64(s.Options.SmallBase))
		for j, d := range s.Questions {
			if d.Base.Value.IsZero() {
				continue
			}
			large := d.Base.Value.Cmp(least) >= 0
			c.require(large, indicator.Pointer("surveys", i, "questions", j), text("question", e.Plan.Surveys[i].Questions[j].Text),
				text("base", d.Base.Value.String()), text("least", least.String()))
			c.measured(Margin{By: d.Base.Value.Ratio(indicator.NoCount).Sub(least.Ratio(indicator.NoCount)), Unit: "份"}, !large)
		}
	}
	return c
}

func checkShares(e *Evaluation) Checked {
	c := Checked{}
	for i, s := range e.Surveys {
		for j, d := range s.Questions {
			for k, p := range d.Proportions {
				if p.Agreement == survey.Unchecked {
					continue
				}
				path := indicator.Pointer("surveys", i, "questions", j, "tallies", k)
				c.require(p.Agreement == survey.Consistent, path,
					text("option", p.Option), text("printed", p.Printed.String()), figure("computed", p.Share))
			}
		}
	}
	return c
}

// checkUntested reports, once a survey, that shares are printed without the counts they rest on.
func checkUntested(e *Evaluation) Checked {
	c := Checked{}
	for i, s := range e.Surveys {
		printed, untested := 0, 0
		for _, d := range s.Questions {
			for _, p := range d.Proportions {
				if !p.Printed.IsZero() {
					printed++
				}
				if p.Knowledge == survey.FromPercentages {
					untested++
				}
			}
		}
		if printed > 0 {
			c.look(indicator.Pointer("surveys", i))
		}
		if untested > 0 {
			c.notMet(indicator.Pointer("surveys", i), text("survey", e.Plan.Surveys[i].Title), text("count", strconv.Itoa(untested)))
		}
	}
	return c
}
