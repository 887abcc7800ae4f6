package report

import (
	"slices"

	"github.com/planeval/planeval/evaluate"
	"github.com/planeval/planeval/indicator"
)

// workings is appendix C: every figure with its working, or with the reason why there is none.
func (w *writer) workings() Section {
	indicators := w.workingTable("workings-indicators", w.say("workings.indicators"))
	for i := range w.e.Indicators {
		a := &w.e.Indicators[i]
		w.addWorkings(&indicators, a.Indicator.Name, slices.Concat(w.figures(a), w.outlookFigures(a))...)
		for _, method := range w.e.Methods {
			w.addWorkings(&indicators, a.Indicator.Name, method.Steps(&a.Measurement)...)
		}
	}
	statistics := w.workingTable("workings-statistics", w.say("workings.statistics"))
	for i, c := range w.e.Costs {
		name := c.Path
		if i < len(w.e.Plan.Costs) {
			name = w.e.Plan.Costs[i].Name
		}
		w.addWorkings(&statistics, name, c.Figures()...)
	}
	for _, list := range [][]evaluate.StatisticResult{w.e.Benefits, w.e.Economy} {
		for _, s := range list {
			w.addWorkings(&statistics, s.Name, s.Figures()...)
		}
	}
	for _, r := range w.e.CostBenefit {
		w.addCompared(&statistics, w.name(r.Benefit), w.name(r.Cost), r.Comparison, r.UnitCost, r.Leverage)
	}
	for _, r := range w.e.Fit {
		w.addCompared(&statistics, w.name(r.Science), w.name(r.Economy), r.Comparison)
	}
	appendix := Section{
		ID: "appendix-c", Title: w.say("workings.title"),
		Blocks: blocks(Paragraph{Text: w.say("workings.note")}),
		Sections: []Section{
			{ID: "workings-indicators", Title: capital(w.say("workings.indicators")), Blocks: blocks(inGroups(indicators))},
			{ID: "workings-statistics", Title: capital(w.say("workings.statistics")), Blocks: blocks(inGroups(statistics))},
			{ID: "workings-surveys", Title: capital(w.say("workings.surveys")), Blocks: blocks(inGroups(w.surveyWorkings()))},
			{ID: "workings-tasks", Title: capital(w.say("workings.tasks")), Blocks: w.taskWorkings()},
		},
	}
	if len(w.e.Promises) > 0 {
		appendix.Sections = append(appendix.Sections, Section{
			ID: "workings-promises", Title: capital(w.say("workings.promises")), Blocks: blocks(inGroups(w.promiseWorkings())),
		})
	}
	return appendix
}

func (w *writer) workingTable(id, caption string) Table {
	return Table{
		ID:      id,
		Caption: w.say("workings.caption", "subject", caption),
		Columns: columns([]string{w.say("column.subject"), w.say("column.figure-name"), w.say("column.working"), w.say("column.inputs")}),
	}
}

// addWorkings adds the workings of figures of one subject. Those that are missing for the same reason share a row.
func (w *writer) addWorkings(t *Table, subject string, figures ...indicator.Figure) {
	subject = capital(w.t(subject))
	var reasons []string
	names := map[string][]string{} // by reason
	for _, f := range figures {
		name := w.word("formula", string(f.Formula), "")
		if f.Result != nil && f.Result.Missing() == indicator.Present {
			w.addWorking(t, subject, name, f)
			continue
		}
		reason := w.working(f)
		if len(names[reason]) == 0 {
			reasons = append(reasons, reason)
		}
		if !slices.Contains(names[reason], name) {
			names[reason] = append(names[reason], name)
		}
	}
	for _, reason := range reasons {
		row := texts(subject, capital(names[reason][0]), reason, missing)
		if len(names[reason]) > 1 {
			row = texts(subject, w.say("workings.lacking"), w.colon(reason, w.list(names[reason]...)), missing)
		}
		t.Rows = append(t.Rows, row)
	}
}

// addWorking adds a row unless the rows before it have it of the same subject, as where a published change spans the whole
// series.
func (w *writer) addWorking(t *Table, subject, name string, f indicator.Figure) {
	row := texts(subject, capital(name), w.working(f), or(w.symbols(f), missing))
	for i := len(t.Rows) - 1; i >= 0 && t.Rows[i][0].Text == subject; i-- {
		if slices.Equal(t.Rows[i], row) {
			return
		}
	}
	t.Rows = append(t.Rows, row)
}

// taskWorkings are the shares of tasks that have a lead, of duties that a task serves and of tasks that are completed; where the
// status of none is known, that is said once.
func (w *writer) taskWorkings() []Block {
	ledger := w.e.Tasks
	if len(ledger.Chapters) == 0 {
		return nil
	}
	t := w.workingTable("workings-tasks", w.say("workings.tasks"))
	w.addWorkings(&t, w.say("total"), w.e.Coverage.Led, w.e.Coverage.Served)
	if w.noStatus() {
		return blocks(inGroups(t), Paragraph{Text: w.say("tasks.no-status")})
	}
	name := w.say("column.completion")
	add := func(title string, completion indicator.Figure) {
		w.addWorking(&t, title, name, completion)
		if unstated(completion) {
			t.Rows[len(t.Rows)-1][2].Text = w.say("not-stated")
		}
	}
	add(w.say("total"), ledger.Total.Completion)
	for i, c := range ledger.Chapters {
		title := w.t(c.Code)
		if i < len(w.e.Plan.Tasks) {
			title = w.taskName(w.e.Plan.Tasks[i])
		}
		add(capital(title), c.Completion)
	}
	for _, d := range ledger.Departments {
		add(w.departmentName(d.Code), d.Completion)
	}
	if ledger.Unled.Tasks > 0 {
		add(w.say("ledger.unled"), ledger.Unled.Completion)
	}
	return blocks(inGroups(t))
}
