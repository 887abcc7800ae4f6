package report

import (
	"github.com/planeval/planeval/evaluate"
	"github.com/planeval/planeval/indicator"
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

// observations lists targets and series of the indicators and the series of the other statistics.
func (w *writer) observations() Table {
	t := Table{
		ID:      "observations",
		Caption: w.say("observations.caption"),
		Columns: columns([]string{
			w.say("column.statistic"), w.say("column.period"), w.say("column.value"), w.say("column.data-status"),
			w.say("column.source"), w.say("column.note"),
		}, 2),
	}
	add := func(name, unit string, series indicator.Series) {
		for _, o := range series {
			value := w.reason(indicator.NoObservation)
			if !o.Value.IsZero() {
				value = w.amount(o.Value.String(), unit)
			}
			t.Rows = append(t.Rows, texts(capital(w.t(name)), w.period(o.Period), value,
				w.word("data-status", string(o.Status), "printed"), or(w.t(o.Source), missing), or(w.t(o.Note), missing)))
		}
	}
	for _, ind := range w.e.Plan.Indicators {
		add(ind.Name, ind.Unit, ind.Series)
		for _, target := range ind.Targets {
			t.Rows = append(t.Rows, texts(capital(w.t(ind.Name)), w.period(target.Period), w.targetAmount(target, ind.Unit),
				w.say("data.target"), or(w.t(target.Source), missing), w.set(target)))
		}
	}
	for _, c := range w.e.Plan.Costs {
		add(c.Name, c.Unit, c.Series)
	}
	for _, list := range [][]evaluate.Statistic{w.e.Plan.Benefits, w.e.Plan.Economy} {
		for _, s := range list {
			add(s.Name, s.Unit, s.Series)
		}
	}
	return grouped(t)
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
		Notes: []string{w.say("facts.note")},
	}
	printed := true
	for _, f := range w.e.Plan.Facts() {
		printed = printed && f.Status == indicator.Printed
		source := w.colon(w.say("column.source"), or(w.t(f.Source), w.say("not-stated")))
		t.Rows = append(t.Rows, texts(source, capital(w.t(f.Name)), w.factValue(f), or(w.period(f.Period), missing),
			w.word("data-status", string(f.Status), "printed"), or(w.t(f.Note), missing)))
	}
	if printed {
		t = withoutColumn(t, 4)
		t.Notes = append(t.Notes, w.say("facts.printed"))
	}
	return grouped(t)
}
