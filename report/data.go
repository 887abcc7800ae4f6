package report

import (
	"strings"

	"github.com/planeval/planeval/evaluate"
	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/survey"
)

// data is appendix D: every number that the plan gives, with its source.
func (w *writer) data() Section {
	return Section{
		ID: "appendix-d", Title: w.say("data.title"),
		Sections: []Section{
			{ID: "data-source", Title: w.say("data.source"), Blocks: blocks(w.source())},
			{ID: "data-series", Title: w.say("data.series"), Blocks: blocks(w.observations())},
			{ID: "data-facts", Title: w.say("data.facts"), Blocks: blocks(w.factTable())},
		},
	}
}

func (w *writer) source() List {
	plan := w.e.Plan
	return items(
		sourced(plan.Source, w.say("source.document", "source", w.t(plan.Source))),
		sourced(plan.Issuer, w.say("source.issuer", "issuer", w.t(plan.Issuer))),
		sourced(plan.Region, w.say("source.region", "region", w.t(plan.Region))),
		w.t(plan.Note),
	)
}

// sourced returns the text where the thing it tells is given.
func sourced(given, text string) string {
	if given == "" {
		return ""
	}
	return text
}

// observations lists targets and series of the indicators, the series and published changes of the other statistics, the
// totals of costs, and what is given of surveys.
func (w *writer) observations() Table {
	t := Table{
		ID:      "observations",
		Caption: w.say("observations.caption"),
		Columns: columns([]string{
			w.say("column.fact"), w.say("column.period"), w.say("column.value"), w.say("column.data-status"),
			w.say("column.source"), w.say("column.note"),
		}, 2),
	}
	seen := map[string]bool{}
	add := func(name, period, value, status, source, note string) {
		row := []string{capital(name), or(period, missing), value, status, or(w.t(source), missing), or(note, missing)}
		if key := strings.Join(row, "\n"); !seen[key] { // a statistic may stand in two lists of the plan
			seen[key] = true
			t.Rows = append(t.Rows, texts(row...))
		}
	}
	printed := w.word("data-status", string(indicator.Printed), "printed")
	series := func(name, unit string, series indicator.Series) {
		for _, o := range series {
			value := w.reason(indicator.NoObservation)
			if !o.Value.IsZero() {
				value = w.amount(o.Value.String(), unit)
			}
			add(name, w.period(o.Period), value, w.word("data-status", string(o.Status), "printed"), o.Source, w.t(o.Note))
		}
	}
	for _, ind := range w.e.Plan.Indicators {
		series(w.t(ind.Name), ind.Unit, ind.Series)
		for _, target := range ind.Targets {
			add(w.t(ind.Name), w.period(target.Period), w.targetAmount(target, ind.Unit), w.say("data.target"), target.Source, w.set(target))
		}
	}
	for _, c := range w.e.Plan.Costs {
		if !c.Total.IsZero() {
			add(w.t(c.Name), w.span(c.Start, c.End), w.amount(c.Total.String(), c.Unit), printed, c.Source, w.say("data.total"))
		}
		if !c.Budget.IsZero() {
			add(w.t(c.Name), w.span(c.Start, c.End), w.amount(c.Budget.String(), c.Unit), printed, c.Source, w.say("data.budget"))
		}
		series(w.t(c.Name), c.Unit, c.Series)
	}
	for _, list := range [][]evaluate.Statistic{w.e.Plan.Benefits, w.e.Plan.Economy} {
		for _, s := range list {
			series(w.t(s.Name), s.Unit, s.Series)
			for _, c := range s.Changes {
				note := w.say("data.change")
				if c.ConstantPrices {
					note = w.say("data.change-constant")
				}
				add(w.t(s.Name), w.span(c.From, c.To), w.printedChange(c, s.Unit), printed, or(c.Source, s.Source), note)
			}
		}
	}
	for i, tabulation := range w.e.Surveys {
		if i >= len(w.e.Plan.Surveys) {
			break
		}
		s := w.e.Plan.Surveys[i]
		stated := func(value indicator.Value, unit, source, note string) {
			if !value.IsZero() {
				add(w.t(s.Title), w.period(s.Period), w.value(value)+unit, printed, or(source, s.Source), note)
			}
		}
		stated(s.Sent, "", "", w.word("count", "sent", ""))
		stated(s.Returned, "", "", w.word("count", "returned", ""))
		stated(s.Valid, "", "", w.word("count", "valid", ""))
		for k, q := range s.Questions {
			stated(q.Asked, "", q.Source, w.colon(w.t(q.Text), w.word("count", "asked", "")))
			stated(q.Answered, "", q.Source, w.colon(w.t(q.Text), w.word("count", "answered", "")))
			for _, tally := range q.Tallies {
				answer := w.colon(w.t(q.Text), w.t(tally.Option)) + w.paren(w.t(tally.Note))
				if k < len(tabulation.Questions) && tabulation.Questions[k].Caution == survey.BaseWithheld {
					add(w.t(s.Title), w.period(s.Period), w.word("caution", string(survey.BaseWithheld), ""), printed, or(q.Source, s.Source), answer)
					continue
				}
				stated(tally.Count, "", q.Source, answer)
				stated(tally.Percent, "%", q.Source, answer)
				stated(tally.Weighted, "", q.Source, w.remarks(answer, w.say("data.weighted")))
			}
		}
	}
	return inGroups(t)
}

// set says when a target was set.
func (w *writer) set(t indicator.Target) string {
	if t.Set.IsZero() {
		return missing
	}
	return w.say("target.set", "date", w.period(t.Set))
}

// factTable lists every fact of the plan by its source.
func (w *writer) factTable() Table {
	t := Table{
		ID:      "facts",
		Caption: w.say("facts.caption"),
		Columns: columns([]string{
			w.say("column.source"), w.say("column.fact"), w.say("column.value"), w.say("column.period"), w.say("column.data-status"),
			w.say("column.note"),
		}, 2),
	}
	printed := true
	for _, f := range w.e.Plan.Facts() {
		printed = printed && f.Status == indicator.Printed
		t.Rows = append(t.Rows, texts(or(w.t(f.Source), w.say("not-stated")), capital(w.t(f.Name)), w.factValue(f), or(w.period(f.Period), missing),
			w.word("data-status", string(f.Status), "printed"), or(w.t(f.Note), missing)))
	}
	if printed {
		t = withoutColumn(t, 4)
		t.Notes = append(t.Notes, w.say("facts.printed"))
	}
	return inGroups(t)
}
