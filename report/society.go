package report

import (
	"strings"

	"github.com/planeval/planeval/evaluate"
	"github.com/planeval/planeval/indicator"
)

// conformity is chapter 3: what came of the plan against what it was made for, and what the scheme promised to assess.
func (w *writer) conformity() Section {
	plan := w.e.Plan
	purpose := ""
	if plan.Purpose.Text != "" {
		purpose = w.say("conformity.purpose", "plan", w.plan(), "purpose", w.t(plan.Purpose.Text))
	}
	return Section{
		ID:    "ch3",
		Title: w.say("ch3.title", "plan", w.plan()),
		Sections: []Section{
			{ID: "ch3-conformity", Title: w.say("conformity.title"), Blocks: blocks(
				Paragraph{Text: purpose}, w.facts(plan.Purpose.Facts),
				Paragraph{Text: w.statementText(plan.Conformity)}, w.facts(plan.Conformity.Facts),
				Paragraph{Text: w.sentences(w.undecided(), w.byTheFigures())},
			)},
			{ID: "ch3-safeguards", Title: w.say("safeguards.title"), Blocks: blocks(
				w.assessedTable("safeguards", w.say("safeguards.caption"), w.say("assessed.not"), "/safeguards", plan.Safeguards)),
			},
			{ID: "ch3-dimensions", Title: w.say("dimensions.title"), Blocks: blocks(
				w.assessedTable("dimensions", w.say("dimensions.caption"), w.say("assessed.not"), "/dimensions", plan.Dimensions)),
			},
		},
	}
}

// undecided says what the data lack to decide what the source report concludes.
func (w *writer) undecided() string {
	if w.e.Plan.Conformity.Text == "" {
		return ""
	}
	var parts []string
	if n := w.e.Count(indicator.NotJudged); n > 0 {
		parts = append(parts, w.say("conformity.unjudged", "unjudged", w.count(n), "indicators", w.count(len(w.e.Indicators))))
	}
	switch total := w.e.Tasks.Total; {
	case total.Unknown == 0:
	case total.Unknown == total.Tasks:
		parts = append(parts, w.say("conformity.unstated-all", "tasks", w.count(total.Tasks)))
	default:
		parts = append(parts, w.say("conformity.unstated", "unknown", w.count(total.Unknown), "tasks", w.count(total.Tasks)))
	}
	if len(parts) == 0 {
		return ""
	}
	return w.say("conformity.undecided", "facts", strings.Join(parts, w.say("mark.also")))
}

// byTheFigures sets the counts of verdicts beside what the plan says of itself.
func (w *writer) byTheFigures() string {
	if len(w.e.Indicators) == 0 {
		return ""
	}
	return w.counts()
}

// assessedTable lists what the scheme promises to assess and what the report says about it, or that it says nothing;
// scores and figures where any are given.
func (w *writer) assessedTable(id, caption, nothing, path string, list []evaluate.Assessed) Table {
	t := Table{
		ID:      id,
		Caption: caption,
		Columns: columns([]string{w.say("column.subject"), w.say("column.finding"), w.say("column.score"), w.say("column.facts-stated")}, 2),
	}
	scored, stated := false, false
	for i, a := range list {
		finding, score := Cell{Text: w.t(a.Finding)}, missing
		if a.Finding == "" {
			finding = Cell{Text: nothing, State: string(evaluate.NotMet)}
			if _, hidden := w.e.Plan.Hidden(path + indicator.Pointer(i, "finding")); hidden {
				finding = Cell{Text: w.say("assessed.unseen"), State: "unknown"}
			}
		}
		if !a.Score.IsZero() {
			scored, score = true, w.value(a.Score)
		}
		facts := w.factList(a.Facts)
		stated = stated || facts != missing
		t.Rows = append(t.Rows, []Cell{{Text: capital(w.t(a.Name))}, finding, {Text: score}, {Text: facts}})
	}
	if !stated {
		t = withoutColumn(t, 3)
	}
	if !scored {
		t = withoutColumn(t, 2)
	}
	return t
}

// factList joins facts in one cell.
func (w *writer) factList(facts []indicator.Fact) string {
	var list []string
	for _, f := range facts {
		list = append(list, w.fact(f))
	}
	return or(w.clauses(list...), missing)
}

// fit is chapter 6: the economy and science side by side.
func (w *writer) fit() Section {
	s := Section{ID: "ch6", Title: w.say("ch6.title", "plan", w.plan())}
	domain := func(i int) string {
		if i < len(w.e.Plan.Economy) && w.e.Plan.Economy[i].Science {
			return w.say("domain.science")
		}
		return w.say("domain.economy")
	}
	s.Blocks = blocks(
		Paragraph{Text: w.statementText(w.e.Plan.Fit)}, w.facts(w.e.Plan.Fit.Facts),
		w.seriesTable("economy", w.say("economy.caption"), w.e.Economy, domain),
		w.changesTable("economy-changes", w.say("economy-changes.caption"), w.e.Economy),
		w.fitTable(),
	)
	return s
}

// negatives is chapter 7.
func (w *writer) negatives() Section {
	s := Section{ID: "ch7", Title: w.say("ch7.title", "plan", w.plan())}
	s.Blocks = w.statements(w.e.Plan.Negatives)
	return s
}

// statements sets out statements with their facts.
func (w *writer) statements(list []evaluate.Statement) []Block {
	var all []Block
	for _, s := range list {
		all = append(all, blocks(Paragraph{Text: w.statementText(s)}, w.facts(s.Facts))...)
	}
	return all
}

// effects is chapter 8: near and long term.
func (w *writer) effects() Section {
	near := Section{ID: "ch8-near", Title: w.say("effects.near")}
	long := Section{ID: "ch8-long", Title: w.say("effects.long")}
	for _, e := range w.e.Plan.Effects {
		s := &near
		if e.Horizon == evaluate.LongTerm {
			s = &long
		}
		s.Blocks = append(s.Blocks, blocks(Paragraph{Text: w.t(e.Text)}, w.facts(e.Facts))...)
	}
	return Section{ID: "ch8", Title: w.say("ch8.title", "plan", w.plan()), Sections: []Section{near, long}}
}
