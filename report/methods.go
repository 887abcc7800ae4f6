package report

import "github.com/planeval/planeval/indicator"

// methods is appendix B: the methods, their bands, the formulas and the conventions.
func (w *writer) methods() Section {
	return Section{
		ID: "appendix-b", Title: w.say("methods.title"),
		Sections: []Section{
			{ID: "methods", Title: w.say("methods.verdicts"), Blocks: blocks(w.methodTable())},
			{ID: "formulas", Title: w.say("formulas.title"), Blocks: blocks(w.formulaTable())},
			{ID: "conventions", Title: w.say("conventions.title"), Blocks: blocks(items(
				w.say("conventions.rounding"), w.say("conventions.missing"), w.say("conventions.time"), w.say("conventions.pace"),
				w.say("conventions.projections"), w.intervalConvention(), w.outcomeConvention(), w.say("conventions.derived"),
			))},
		},
	}
}

func (w *writer) methodTable() Table {
	t := Table{
		ID:      "methods",
		Caption: w.say("methods.caption"),
		Columns: columns([]string{
			w.say("column.method"), w.say("column.id"), w.say("column.basis"), w.say("column.parameters"), w.say("column.vocabulary"),
		}),
	}
	vetoes := false
	for _, m := range w.e.Methods {
		var parameters, verdicts []string
		for _, p := range m.Parameters {
			parameters = append(parameters, w.say("methods.parameter", "name", w.word("parameter", p.Name, ""), "value", w.value(p.Value)))
		}
		for _, v := range m.Verdicts {
			verdicts = append(verdicts, w.verdict(v))
		}
		words := w.list(append(verdicts, w.verdict(indicator.NotJudged))...)
		if m.Vetoes {
			words, vetoes = w.clauses(words, w.say("methods.vetoes")), true
		}
		t.Rows = append(t.Rows, texts(
			w.methodName(m.ID), w.t(m.ID)+" "+w.t(m.Version), or(w.catalogue["method-basis."+m.ID], w.t(m.Basis), missing),
			or(w.clauses(parameters...), missing), words,
		))
	}
	if vetoes {
		t.Notes = append(t.Notes, w.say("methods.note-vetoes"))
	}
	return t
}

// formulaTable explains the formulas that the evaluation used.
func (w *writer) formulaTable() Table {
	t := Table{
		ID:      "formulas",
		Caption: w.say("formulas.caption"),
		Columns: columns([]string{w.say("column.figure-name"), w.say("column.expression"), w.say("column.meaning")}),
		Notes:   []string{w.say("formulas.note")},
	}
	used := map[indicator.Formula]bool{}
	for _, f := range w.e.Figures() {
		used[f.Formula] = true
	}
	for i := range w.e.Indicators {
		for _, f := range w.outlookFigures(&w.e.Indicators[i]) {
			used[f.Formula] = true
		}
	}
	for _, f := range indicator.Formulas() {
		if used[f] {
			t.Rows = append(t.Rows, texts(capital(w.word("formula", string(f), "")), f.Expression(), w.word("formula-meaning", string(f), "")))
		}
	}
	for _, note := range []struct {
		formula indicator.Formula
		text    string
	}{
		{indicator.FormulaPeriodOnPeriod, w.say("formulas.note-period")},
		{indicator.FormulaMeanGrowthSum, w.say("formulas.note-equation")},
		{indicator.FormulaSum, w.say("formulas.note-sum")},
		{indicator.FormulaGrowthIndex, w.say("formulas.note-rates")},
		{indicator.FormulaLeastSquares, w.say("formulas.note-trend")},
		{indicator.FormulaYearlyAverageMonths, w.say("formulas.note-months")},
		{indicator.FormulaBudgetExecution, w.say("formulas.note-budget")},
		{indicator.FormulaUnitCost, w.say("formulas.note-unit-cost")},
		{indicator.FormulaLeverage, w.say("formulas.note-leverage")},
		{indicator.FormulaElasticity, w.say("formulas.note-elasticity")},
		{indicator.FormulaMeanScore, w.say("formulas.note-mean-score")},
		{indicator.FormulaNetShare, w.say("formulas.note-net-share")},
		{indicator.FormulaResponseRR1, w.say("formulas.note-response")},
	} {
		if used[note.formula] {
			t.Notes = append(t.Notes, note.text)
		}
	}
	return t
}

// intervalConvention states the formula of the prediction interval where one is shown.
func (w *writer) intervalConvention() string {
	if !w.anyOf(hasTrend) {
		return ""
	}
	return w.say("conventions.interval")
}
