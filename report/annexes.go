package report

import (
	"strconv"

	"github.com/planeval/planeval/evaluate"
)

// scheme is annex 1: the evaluation as its scheme orders it.
func (w *writer) scheme() Section {
	p := w.e.Plan.Procedure
	demanded := ""
	if p.MinMethods > 0 {
		demanded = w.say("methods-used.demanded", "count", w.count(p.MinMethods))
	}
	t := Table{
		ID:      "scheme-stages",
		Caption: w.say("scheme-stages.caption"),
		Columns: columns([]string{w.say("column.number"), w.say("column.stage"), w.say("column.time"), w.say("column.work")}, 0),
	}
	for i, s := range p.Scheme {
		t.Rows = append(t.Rows, texts(strconv.Itoa(i+1), capital(or(w.t(s.Name), missing)), w.span(s.Start, s.End),
			capital(or(w.clauses(w.ts(s.Activities)...), w.say("not-stated")))))
	}
	return Section{
		ID:    "annex-1",
		Title: w.say("scheme.title", "plan", w.plan()),
		Sections: []Section{
			{ID: "scheme-purpose", Title: w.say("scheme.purpose"), Blocks: blocks(Paragraph{Text: w.statementText(p.Purpose)})},
			{ID: "scheme-scope", Title: w.say("scheme.scope"), Blocks: blocks(items(capitals(w.ts(p.Scope))...))},
			{ID: "scheme-principles", Title: w.say("scheme.principles"), Blocks: blocks(items(capitals(w.ts(p.Principles))...))},
			{ID: "scheme-basis", Title: w.say("scheme.basis"), Blocks: blocks(w.basis())},
			{ID: "scheme-methods", Title: w.say("scheme.methods"), Blocks: blocks(
				items(capitals(w.ts(p.Allowed))...), Paragraph{Text: demanded},
			)},
			{ID: "scheme-stages", Title: w.say("scheme.stages"), Blocks: blocks(t)},
		},
	}
}

func capitals(texts []string) []string {
	for i := range texts {
		texts[i] = capital(texts[i])
	}
	return texts
}

// workingGroup is annex 2: the working group by position.
func (w *writer) workingGroup() Section {
	p := w.e.Plan.Procedure
	t := Table{
		ID:      "working-group",
		Caption: w.say("group.caption"),
		Columns: columns([]string{w.say("column.number"), w.say("column.role"), w.say("column.position"), w.say("column.department")}, 0),
	}
	for i, m := range p.Members {
		department := missing
		if m.Department != "" {
			department = w.departmentName(m.Department)
		}
		t.Rows = append(t.Rows, texts(strconv.Itoa(i+1), capital(w.role(m.Role)), capital(w.t(m.Position)), department))
	}
	return Section{
		ID: "annex-2", Title: w.say("group.title"),
		Blocks: blocks(Paragraph{Text: w.organised()}, t),
	}
}

// division is annex 3: departments, duties and tasks, and the ledger of each department.
func (w *writer) division() Section {
	duties := Table{
		ID:      "duties",
		Caption: w.say("duties.caption"),
		Columns: columns([]string{w.say("column.department"), w.say("column.duty"), w.say("column.tasks-serving")}),
	}
	for _, d := range w.e.Plan.Departments {
		for _, duty := range d.Duties {
			tasks := w.named(w.taskNames, duty.Tasks...)
			cell := Cell{Text: capital(w.clauses(tasks...))}
			if len(tasks) == 0 {
				cell = Cell{Text: w.say("duty.unserved"), State: string(evaluate.NotMet)}
			}
			duties.Rows = append(duties.Rows, []Cell{{Text: w.t(d.Name)}, {Text: capital(w.t(duty.Subject))}, cell})
		}
	}
	list := append([]Block{inGroups(duties)}, w.matrixTables()...)
	return Section{ID: "annex-3", Title: w.say("division.annex"), Blocks: blocks(append(list, w.ledgerTable())...)}
}

// cases is annex 4: typical cases.
func (w *writer) cases() Section {
	annex := Section{ID: "annex-4", Title: w.say("cases.title")}
	for i, c := range w.e.Plan.Cases {
		s := Section{ID: "case-" + strconv.Itoa(i+1), Title: capital(w.t(c.Title))}
		s.Blocks = blocks(Paragraph{Text: w.t(c.Text)}, w.facts(c.Facts))
		for i, p := range c.Practice {
			s.Blocks = append(s.Blocks, blocks(
				Paragraph{Lead: w.lead(w.say("case.practice", "n", strconv.Itoa(i+1))), Text: w.statementText(p)}, w.facts(p.Facts))...)
		}
		annex.Sections = append(annex.Sections, s)
	}
	return annex
}
