package report

import (
	"slices"
	"strings"

	"github.com/planeval/planeval/evaluate"
	"github.com/planeval/planeval/indicator"
)

// workings is appendix C: every figure with its working, or with the reason why there is none.
func (w *writer) workings() Section {
	indicators := w.workingTable("workings-indicators", w.say("workings.indicators"))
	for i := range w.e.Indicators {
		a := &w.e.Indicators[i]
		w.addWorkings(&indicators, w.t(a.Indicator.Name), w.formulas(slices.Concat(w.figures(a), w.outlookFigures(a))...)...)
		for _, method := range w.e.Methods {
			w.addWorkings(&indicators, w.t(a.Indicator.Name), w.formulas(method.Steps(&a.Measurement)...)...)
		}
	}
	statistics := w.workingTable("workings-statistics", w.say("workings.statistics"))
	for i, c := range w.e.Costs {
		name := c.Path
		if i < len(w.e.Plan.Costs) {
			name = w.e.Plan.Costs[i].Name
		}
		w.addWorkings(&statistics, w.t(name), w.formulas(c.Figures()...)...)
	}
	for _, list := range [][]evaluate.StatisticResult{w.e.Benefits, w.e.Economy} {
		for _, s := range list {
			w.addWorkings(&statistics, w.t(s.Name), w.formulas(s.Figures()...)...)
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

// working is a figure with its name in a table of workings.
type working struct {
	name   string
	figure indicator.Figure
}

// formulas names figures by their formulas.
func (w *writer) formulas(figures ...indicator.Figure) []working {
	list := make([]working, 0, len(figures))
	for _, f := range figures {
		list = append(list, working{w.word("formula", string(f.Formula), ""), f})
	}
	return list
}

// addWorkings adds the workings of figures of one subject, each once, as a published change may span the whole series. Those
// that are missing for the same reason share a row, with the numbers that they lack or, where none is lacking, with those that
// they have.
func (w *writer) addWorkings(t *Table, subject string, list ...working) {
	type lack struct {
		names, lacking, all []string
	}
	subject = capital(subject)
	var reasons []string
	lacks, seen := map[string]*lack{}, map[string]bool{}
	first := func(key ...string) bool {
		k := strings.Join(key, "\n")
		was := seen[k]
		seen[k] = true
		return !was
	}
	for _, x := range list {
		if x.figure.Result != nil && x.figure.Result.Missing() == indicator.Present {
			if row := w.workingRow(subject, x); first("row", row[1].Text, row[2].Text, row[3].Text) {
				t.Rows = append(t.Rows, row)
			}
			continue
		}
		reason := w.working(x.figure)
		l := lacks[reason]
		if l == nil {
			l = &lack{}
			lacks[reason], reasons = l, append(reasons, reason)
		}
		if first("name", reason, x.name) {
			l.names = append(l.names, x.name)
		}
		for _, input := range x.figure.Inputs {
			about := w.symbols(input)
			if first("all", reason, about) {
				l.all = append(l.all, about)
			}
			if input.Value.IsZero() && first("lacking", reason, about) {
				l.lacking = append(l.lacking, about)
			}
		}
	}
	for _, reason := range reasons {
		l := lacks[reason]
		inputs := l.lacking
		if len(inputs) == 0 {
			inputs = l.all
		}
		row := texts(subject, capital(l.names[0]), reason, or(w.clauses(inputs...), missing))
		if len(l.names) > 1 {
			row[1].Text, row[2].Text = w.say("workings.lacking"), w.colon(reason, w.list(l.names...))
		}
		t.Rows = append(t.Rows, row)
	}
}

func (w *writer) workingRow(subject string, x working) []Cell {
	return texts(subject, capital(x.name), w.working(x.figure), or(w.symbols(x.figure.Inputs...), missing))
}

// taskWorkings are the shares of tasks that have a lead, of duties that a task serves and of tasks that are completed; where the
// status of none is known, that is said once.
func (w *writer) taskWorkings() []Block {
	ledger := w.e.Tasks
	if len(ledger.Chapters) == 0 {
		return nil
	}
	t := w.workingTable("workings-tasks", w.say("workings.tasks"))
	w.addWorkings(&t, w.say("total"), w.formulas(w.e.Coverage.Led, w.e.Coverage.Served)...)
	if w.noStatus() {
		return blocks(inGroups(t), Paragraph{Text: w.say("tasks.no-status")})
	}
	name := w.say("column.completion")
	add := func(title string, completion indicator.Figure) {
		row := w.workingRow(title, working{name, completion})
		if unstated(completion) {
			row[2].Text = w.say("not-stated")
		}
		t.Rows = append(t.Rows, row)
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
