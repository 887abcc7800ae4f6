package report

import (
	"slices"
	"strings"

	"github.com/planeval/planeval/evaluate"
	"github.com/planeval/planeval/indicator"
)

// compared is one comparison of growth with the names of its two sides.
type compared struct {
	first, second string
	evaluate.Comparison
}

// comparisonTable sets growth beside growth. Pairs that are not compared, for the same reason, with one first side
// share a row: a refusal is a result, and need not be said more than once.
func (w *writer) comparisonTable(id, caption, note string, titles []string, pairs []compared) Table {
	t := Table{
		ID:      id,
		Caption: caption,
		Columns: columns(append(titles, w.say("column.growth-gap"), w.say("column.elasticity"), w.say("column.not-compared")), 3, 4, 5, 6),
	}
	done, refused := 0, 0
	var seconds []string
	for i, p := range pairs {
		if p.From.IsZero() {
			seconds = append(seconds, p.second)
			why := absence(p.Growth)
			if i+1 < len(pairs) && pairs[i+1].first == p.first && pairs[i+1].From.IsZero() && absence(pairs[i+1].Growth) == why {
				continue
			}
			t.Rows = append(t.Rows, texts(capital(p.first), capital(w.list(seconds...)), missing, missing, missing, missing, missing, w.reason(why)))
			seconds, refused = nil, refused+1
			continue
		}
		done++
		t.Rows = append(t.Rows, texts(capital(p.first), capital(p.second), w.span(p.From, p.To), w.growth(p.Growth), w.growth(p.Against),
			w.points(p.Gap.Result), w.plain(p.Elasticity.Result), missing))
	}
	if done > 0 {
		t.Notes = append(t.Notes, note)
	}
	if refused > 0 {
		t.Notes = append(t.Notes, w.say("comparison.refused"))
	} else {
		t = withoutColumn(t, 7)
	}
	for i := 6; i > 1 && done == 0; i-- {
		t = withoutColumn(t, i)
	}
	return t
}

// absence says why a figure is missing; one that was never computed is missing too.
func absence(f indicator.Figure) indicator.Reason {
	if f.Result == nil {
		return indicator.NotComputed
	}
	return f.Result.Missing()
}

// growth prints a growth with its sign, and says of a published one, at its own places, that it is.
func (w *writer) growth(f indicator.Figure) string {
	if f.Formula == indicator.FormulaPublishedGrowth && len(f.Inputs) == 1 {
		return w.say("growth.published", "growth", w.change(f, f.Inputs[0].Value.Places()))
	}
	return w.change(f, places)
}

// costBenefitTable holds what each benefit cost and what money it had for the money put in.
func (w *writer) costBenefitTable() Table {
	t := Table{
		ID:      "cost-benefit",
		Caption: w.say("cost-benefit.caption"),
		Columns: columns([]string{w.say("column.benefit"), w.say("column.cost"), w.say("column.unit-cost"), w.say("column.leverage")}, 2, 3),
		Notes:   []string{w.say("cost-benefit.note")},
	}
	for _, r := range w.e.CostBenefit {
		t.Rows = append(t.Rows, texts(capital(w.name(r.Benefit)), capital(w.name(r.Cost)), w.unitCost(r.UnitCost), w.overTime(r.Leverage)))
	}
	return t
}

// unitCost prints a unit cost, or what about the benefit leaves none.
func (w *writer) unitCost(f indicator.Figure) string {
	switch absence(f) {
	case indicator.NotDefined:
		return w.say("unit-cost.fell")
	case indicator.ZeroDenominator:
		return w.say("unit-cost.unchanged")
	}
	return w.overTime(f)
}

// overTime prints a figure, and where there is one the periods of the results that it is of.
func (w *writer) overTime(f indicator.Figure) string {
	text := w.figure(f)
	if absence(f) != indicator.Present {
		return text
	}
	var from, to indicator.Period
	for _, in := range f.Inputs {
		switch in.Symbol {
		case "a":
			to = in.Period
		case "b":
			from = in.Period
		}
	}
	return text + w.paren(w.span(from, to))
}

// costGrowthTable sets the growth of the benefits against that of the yearly input.
func (w *writer) costGrowthTable() Table {
	pairs := make([]compared, 0, len(w.e.CostBenefit))
	for _, r := range w.e.CostBenefit {
		pairs = append(pairs, compared{w.name(r.Benefit), w.name(r.Cost), r.Comparison})
	}
	return w.comparisonTable("cost-growth", w.say("cost-growth.caption"), w.say("cost-growth.note"), []string{
		w.say("column.benefit"), w.say("column.cost"), w.say("column.period"), w.say("column.growth-benefit"), w.say("column.growth-cost"),
	}, pairs)
}

// fitTable sets the growth of science beside that of the economy.
func (w *writer) fitTable() Table {
	pairs := make([]compared, 0, len(w.e.Fit))
	for _, r := range w.e.Fit {
		pairs = append(pairs, compared{w.name(r.Science), w.name(r.Economy), r.Comparison})
	}
	return w.comparisonTable("fit", w.say("fit.caption"), w.say("fit.note"), []string{
		w.say("column.science"), w.say("column.economy"), w.say("column.period"), w.say("column.growth-science"), w.say("column.growth-economy"),
	}, pairs)
}

// addCompared adds the workings of what is computed from two sides, behind those of their growth, which is not repeated where it
// stands in the table already.
func (w *writer) addCompared(t *Table, first, second string, c evaluate.Comparison, more ...indicator.Figure) {
	if !c.From.IsZero() {
		for i, f := range []indicator.Figure{c.Growth, c.Against} {
			row := texts(capital([]string{first, second}[i]), capital(w.word("formula", string(f.Formula), "")), w.working(f), or(w.symbols(f.Inputs...), missing))
			if !slices.ContainsFunc(t.Rows, func(other []Cell) bool { return slices.Equal(other, row) }) {
				t.Rows = append(t.Rows, row)
			}
		}
	}
	list := slices.DeleteFunc(w.formulas(append(more, c.Gap, c.Elasticity)...), func(x working) bool { return absence(x.figure) == indicator.NotComputed })
	w.addWorkings(t, w.say("compared", "first", first, "second", second), list...)
}

// name names the cost or the statistic at a path, and is the path where there is none.
func (w *writer) name(path string) string {
	if i := slices.IndexFunc(w.e.Costs, func(c evaluate.CostResult) bool { return c.Path == path }); i >= 0 && i < len(w.e.Plan.Costs) {
		return w.t(w.e.Plan.Costs[i].Name)
	}
	list := w.e.Benefits
	if strings.HasPrefix(path, "/economy/") {
		list = w.e.Economy
	}
	if i := slices.IndexFunc(list, func(s evaluate.StatisticResult) bool { return s.Path == path }); i >= 0 {
		return w.t(list[i].Name)
	}
	return path
}
