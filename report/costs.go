package report

import (
	"slices"

	"github.com/planeval/planeval/evaluate"
	"github.com/planeval/planeval/indicator"
)

// costsAndOpinion is chapter 4: costs, benefits and public opinion.
func (w *writer) costsAndOpinion() Section {
	return Section{
		ID:    "ch4",
		Title: w.say("ch4.title", "plan", w.plan()),
		Sections: []Section{
			{ID: "ch4-costs", Title: w.say("costs.title"), Blocks: blocks(w.costTable(), w.costYearsTable())},
			{ID: "ch4-benefits", Title: w.say("benefits.title"), Blocks: blocks(
				w.seriesTable("benefits", w.say("benefits.caption"), w.e.Benefits, nil),
				w.changesTable("benefits-changes", w.say("benefits-changes.caption"), w.e.Benefits),
				w.costBenefitTable(), w.costGrowthTable(),
			)},
			{ID: "ch4-opinion", Title: w.say("opinion.title"), Blocks: w.opinion()},
		},
	}
}

// costTable holds the totals with their yearly averages by each way of counting time, computed and printed.
func (w *writer) costTable() Table {
	t := Table{
		ID:      "costs",
		Caption: w.say("costs.caption"),
		Columns: columns([]string{
			w.say("column.item"), w.say("column.years"), w.say("column.total"), w.say("column.average"),
			w.say("column.working"), w.say("column.printed"), w.say("column.agrees"),
		}, 2, 3),
		Notes: []string{w.say("costs.note")},
	}
	byMonths := false
	for i, result := range w.e.Costs {
		if i >= len(w.e.Plan.Costs) {
			break
		}
		c := w.e.Plan.Costs[i]
		printed := w.say("not-stated")
		if !c.Yearly.Value.IsZero() {
			printed = w.factValue(c.Yearly) + w.paren(w.t(c.Yearly.Note))
		}
		add := func(span string, average indicator.Figure, agrees evaluate.Status) {
			t.Rows = append(t.Rows, []Cell{
				{Text: capital(w.t(c.Name))}, {Text: span},
				{Text: or(w.amount(c.Total.String(), c.Unit), w.reason(indicator.NoObservation))}, {Text: w.figure(average)}, {Text: w.working(average)},
				{Text: printed}, w.agreement(agrees),
			})
		}
		add(w.span(c.Start, c.End)+w.paren(w.counted("years", result.Years)), result.Average, result.Agrees)
		if span := w.elapsedMonths(c, result); span != "" {
			byMonths = true
			add(span, result.AverageByMonths, result.AgreesByMonths)
		}
	}
	if byMonths {
		t.Notes = append(t.Notes, w.say("costs.note-months"))
	}
	return t
}

// elapsedMonths words the months over which a cost's second average is taken; it is empty where there are none.
func (w *writer) elapsedMonths(c evaluate.Cost, result evaluate.CostResult) string {
	if result.Months == 0 || len(result.AverageByMonths.Inputs) == 0 {
		return ""
	}
	year, month, _ := c.Start.Start().EndDate()
	last := result.AverageByMonths.Inputs[len(result.AverageByMonths.Inputs)-1].Period
	return w.span(indicator.Month(year, month), last) + w.paren(w.counted("months", result.Months))
}

// costYearsTable holds the yearly input and the budget of the costs that give either.
func (w *writer) costYearsTable() Table {
	t := Table{
		ID:      "cost-years",
		Caption: w.say("cost-years.caption"),
		Columns: columns([]string{
			w.say("column.item"), w.say("column.yearly-input"), w.say("column.growth"), w.say("column.sum"), w.say("column.sum-agrees"),
			w.say("column.budget"), w.say("column.execution"),
		}, 2, 3, 5, 6),
	}
	for i, result := range w.e.Costs {
		if i >= len(w.e.Plan.Costs) || len(w.e.Plan.Costs[i].Series) == 0 && w.e.Plan.Costs[i].Budget.IsZero() {
			continue
		}
		c := w.e.Plan.Costs[i]
		var years []string
		for _, o := range c.Series {
			year := w.reason(indicator.NoObservation) + w.paren(w.period(o.Period))
			if !o.Value.IsZero() {
				year = w.observation(o, c.Unit)
			}
			years = append(years, year)
		}
		growth, sum, agrees := missing, missing, Cell{Text: missing}
		if len(c.Series) > 0 {
			growth, sum, agrees = w.change(result.Growth, places), w.figure(result.Sum), w.agreement(result.SumAgrees)
		}
		budget, execution := w.say("not-stated"), missing
		if !c.Budget.IsZero() {
			budget, execution = w.amount(c.Budget.String(), c.Unit), w.figure(result.Execution)
		}
		t.Rows = append(t.Rows, []Cell{
			{Text: capital(w.t(c.Name))}, {Text: or(w.list(years...), w.say("not-stated"))}, {Text: growth}, {Text: sum}, agrees,
			{Text: budget}, {Text: execution},
		})
	}
	return t
}

// agreement says whether a printed number is the computed one.
func (w *writer) agreement(s evaluate.Status) Cell {
	return Cell{Text: w.word("agrees", string(s), "unknown"), State: or(string(s), "unknown")}
}

// seriesTable holds the first and the last value of each statistic and the change between them; domain, if any, says
// which side the i-th belongs to.
func (w *writer) seriesTable(id, caption string, list []evaluate.StatisticResult, domain func(int) string) Table {
	titles := []string{w.say("column.statistic"), w.say("column.first"), w.say("column.last"), w.say("column.change")}
	t := Table{ID: id, Caption: caption, Columns: columns(titles, 1, 2, 3), Notes: []string{w.say("series.note")}}
	if domain != nil {
		t.Columns = append([]Column{{Title: w.say("column.domain")}}, t.Columns...)
	}
	for i, s := range list {
		first, last := w.say("reason.no-previous"), w.say("reason.no-observation")
		ends := stated(s.Series)
		if len(ends) > 0 {
			last = w.observation(ends[len(ends)-1], s.Unit)
		}
		if len(ends) > 1 {
			first = w.observation(ends[0], s.Unit)
		}
		row := texts(capital(w.t(s.Name)), first, last, w.change(s.Growth, places))
		if domain != nil {
			row = append(texts(domain(i)), row...)
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// stated returns the observations that have a value.
func stated(series indicator.Series) indicator.Series {
	var rest indicator.Series
	for _, o := range series {
		if !o.Value.IsZero() {
			rest = append(rest, o)
		}
	}
	return rest
}

func (w *writer) observation(o indicator.Observation, unit string) string {
	return w.amount(o.Value.String(), unit) + w.paren(w.remarks(w.period(o.Period), w.status(o.Status)))
}

// change prints a growth or a difference with its sign.
func (w *writer) change(f indicator.Figure, decimals int) string {
	return w.present(f.Result, func() string {
		if f.Formula.Display() == indicator.Percent {
			return w.digits(signed(f.Result.Percent(decimals, indicator.HalfUp).StringFixed(int32(decimals)))) + "%"
		}
		return w.amount(signed(f.Result.Decimal(decimals, indicator.HalfUp).StringFixed(int32(decimals))), f.Unit)
	})
}

// changesTable sets the changes that the source prints beside the recomputed ones, at the places of the printed ones.
func (w *writer) changesTable(id, caption string, list []evaluate.StatisticResult) Table {
	t := Table{
		ID:      id,
		Caption: caption,
		Columns: columns([]string{
			w.say("column.statistic"), w.say("column.period"), w.say("column.printed"), w.say("column.recomputed"), w.say("column.agrees"),
		}, 2, 3),
	}
	for _, s := range list {
		for _, c := range s.Changes {
			if fromItself(c) {
				t.Notes = []string{w.say("published-changes.note")}
			}
			t.Rows = append(t.Rows, []Cell{
				{Text: capital(w.t(s.Name))}, {Text: w.span(c.Change.From, c.Change.To)}, {Text: w.printedChange(c.Change, s.Unit)},
				{Text: w.change(c.Computed, c.Change.Value.Places())}, w.changeAgreement(c),
			})
		}
	}
	return t
}

// fromItself reports whether the earlier value of a change that cannot be checked was derived from a published change.
func fromItself(c evaluate.ChangeResult) bool {
	derived := func(in indicator.Input) bool { return in.Symbol == "b" && in.Status == indicator.Derived }
	return c.Agrees == evaluate.Unknown && slices.ContainsFunc(c.Computed.Inputs, derived)
}

// withoutBase reports whether the earlier value of a change is missing.
func withoutBase(c evaluate.ChangeResult) bool {
	return c.Computed.Result != nil && c.Computed.Result.Missing() == indicator.NoPrevious
}

// changeAgreement is agreement for a published change, and says why one cannot be checked.
func (w *writer) changeAgreement(c evaluate.ChangeResult) Cell {
	cell := w.agreement(c.Agrees)
	switch {
	case c.Agrees != evaluate.Unknown:
	case fromItself(c):
		cell.Text = w.say("unchecked.derived")
	case withoutBase(c):
		cell.Text = w.say("unchecked.no-base")
	}
	return cell
}

// unchecked says inside a sentence why a published change cannot be checked.
func (w *writer) unchecked(c evaluate.ChangeResult) string {
	switch {
	case fromItself(c):
		return w.say("unchecked-because.derived")
	case withoutBase(c):
		return w.say("unchecked-because.no-base")
	}
	return w.say("unchecked-because.other")
}

// printedChange prints a change as the source has it, with its sign.
func (w *writer) printedChange(c evaluate.Change, unit string) string {
	if c.Kind == evaluate.Relative {
		return w.digits(signed(c.Value.String())) + "%"
	}
	return w.amount(signed(c.Value.String()), indicator.DifferenceUnit(unit))
}
