package evaluate

import (
	"slices"

	"github.com/planeval/planeval/indicator"
)

// CostBenefitResult sets a benefit against a cost, over the same years alone: where the money of those years is not
// given, a figure is missing for PeriodMismatch, because the money of a longer time is not apportioned. The money of
// years is the yearly input of each of them, or the total where it is of just those years.
type CostBenefitResult struct {
	Benefit string `json:"benefit"` // JSON Pointers into the plan
	Cost    string `json:"cost"`

	// UnitCost is 单位成本: the money of the years after that of b, up to that of a, divided by the increase a − b, in
	// the greatest of the units 亿元, 万元 and 元, not above the cost's, in which it is 1 or more; over the longest such
	// time. It is missing for SharesUsePoints, for NotComputed where the benefit is money itself, for NoObservation
	// or NoPrevious without two years' values, for ZeroDenominator where nothing was added, and for NotDefined where
	// the result fell.
	UnitCost indicator.Figure `json:"unitCost"`

	// Leverage is 撬动倍数: the benefit's money in the latest year that the money put in is known of, for each unit of
	// it. It is missing for NotComputed where the benefit is not money, for NoObservation without a yearly value, and
	// for ZeroDenominator where no money was put in.
	Leverage indicator.Figure `json:"leverage"`

	// The growth of the benefit against that of the yearly input.
	Comparison
}

// Figures returns the figures that the data ask for.
func (r CostBenefitResult) Figures() []indicator.Figure {
	return append(computed(r.UnitCost, r.Leverage), r.Comparison.Figures()...)
}

// computeCostBenefit sets every benefit against every cost.
func computeCostBenefit(e *Evaluation) []CostBenefitResult {
	results := []CostBenefitResult{}
	for _, s := range e.Benefits {
		for i, c := range e.Plan.Costs {
			money := side{unit: c.Unit, series: c.Series.Until(e.AsOf), why: indicator.PeriodMismatch}
			results = append(results, CostBenefitResult{
				Benefit: s.Path, Cost: e.Costs[i].Path,
				UnitCost: unitCost(s, c), Leverage: leverage(s, c), Comparison: compare(s.side(e.AsOf), money),
			})
		}
	}
	return results
}

// yearly returns the observations of whole years that have a value, and why there are none.
func yearly(s indicator.Series) (indicator.Series, indicator.Reason) {
	var years indicator.Series
	why := indicator.NoObservation
	for _, o := range s {
		switch {
		case o.Value.IsZero():
		case o.Period.IsYear():
			years = append(years, o)
		default:
			why = indicator.PeriodMismatch
		}
	}
	return years, why
}

func unitCost(s StatisticResult, c Cost) indicator.Figure {
	f := absent(indicator.FormulaUnitCost, indicator.PeriodMismatch, "u", "a", "b")
	per := ""
	if s.Unit != "" {
		per = "/" + s.Unit
	}
	f.Unit = c.Unit + per
	years, why := yearly(s.Series)
	switch _, money := convert(s.Unit, c.Unit); {
	case indicator.IsShare(s.Unit):
		f.Result = indicator.Missing(indicator.SharesUsePoints)
		return f
	case money:
		f.Result = indicator.Missing(indicator.NotComputed)
		return f
	case len(years) == 0:
		f.Result = indicator.Missing(why)
		return f
	case len(years) == 1:
		f.Result = indicator.Missing(indicator.NoPrevious)
		return f
	}
	from, to, ok := c.matching(years)
	if !ok {
		return f
	}
	inputs, sum := c.spent(from.Period.Year()+1, to.Period.Year())
	quotient, unit, factor := moneyPerUnit(sum, to.Value.Ratio(indicator.NoObservation).Sub(from.Value.Ratio(indicator.NoPrevious)), c.Unit)
	if to.Value.Cmp(from.Value) < 0 {
		quotient = indicator.Missing(indicator.NotDefined)
	}
	f.Unit, f.Result = unit+per, quotient
	f.Inputs = slices.Concat(inputs, []indicator.Input{{Symbol: "u", Value: factor}, observed("a", to), observed("b", from)})
	return f
}

func leverage(s StatisticResult, c Cost) indicator.Figure {
	f := absent(indicator.FormulaLeverage, indicator.NotComputed, "a", "u", "x")
	factor, money := convert(s.Unit, c.Unit)
	if !money || indicator.IsShare(s.Unit) {
		return f
	}
	years, why := yearly(s.Series)
	if len(years) == 0 {
		f.Result = indicator.Missing(why)
		return f
	}
	for i := len(years) - 1; i >= 0; i-- {
		year := years[i].Period.Year()
		inputs, sum := c.spent(year, year)
		if len(inputs) == 0 {
			continue
		}
		inputs[0].Symbol = "x"
		f.Inputs = append([]indicator.Input{observed("a", years[i]), {Symbol: "u", Value: factor}}, inputs...)
		f.Result = years[i].Value.Ratio(indicator.NoObservation).Mul(factor.Ratio(indicator.NotComputed)).Quo(sum)
		return f
	}
	f.Result = indicator.Missing(indicator.PeriodMismatch)
	return f
}

// observed is an observation as an input.
func observed(symbol string, o indicator.Observation) indicator.Input {
	return indicator.Input{Symbol: symbol, Value: o.Value, Period: o.Period, Status: o.Status, Source: o.Source}
}

// spent returns the money of the years from first to last as the inputs x1, x2 and so on, and their sum: the yearly
// input, or the total where it is of just those years. There are no inputs where the money is not given.
func (c Cost) spent(first, last int) ([]indicator.Input, indicator.Ratio) {
	if inputs, sum := c.years(first, last); sum.Missing() == indicator.Present {
		return inputs, sum
	}
	if c.Start.Start() == indicator.Year(first).Start() && c.End.End() == indicator.Year(last).End() {
		in := c.input("x1", c.Total)
		if first == last {
			in.Period = indicator.Year(first)
		}
		return []indicator.Input{in}, c.Total.Ratio(indicator.NoObservation)
	}
	return nil, indicator.Missing(indicator.PeriodMismatch)
}

// matching returns the two yearly results that lie farthest apart, of those as far the latest, such that the money of
// every year after the first, up to the last, is given.
func (c Cost) matching(years indicator.Series) (from, to indicator.Observation, found bool) {
	try := func(first, last int) { // money is given for the years from first to last, and for no year beside them
		var a, b indicator.Observation
		for _, o := range years {
			switch year := o.Period.Year(); {
			case year < first-1 || year > last:
			case a.Period.IsZero():
				a = o
			default:
				b = o
			}
		}
		if !b.Period.IsZero() && (!found || longer(a.Period, b.Period, from.Period, to.Period)) {
			from, to, found = a, b, true
		}
	}
	first, last := 0, 0
	for _, o := range c.Series {
		switch year := o.Period.Year(); {
		case o.Value.IsZero():
			continue
		case year != last+1 || first == 0:
			if first > 0 {
				try(first, last)
			}
			first, last = year, year
		default:
			last = year
		}
	}
	if first > 0 {
		try(first, last)
	}
	before, ok := years.At(indicator.Year(c.Start.Year() - 1))
	at, also := years.At(indicator.Year(c.End.Year()))
	if _, sum := c.spent(c.Start.Year(), c.End.Year()); ok && also && sum.Missing() == indicator.Present {
		if !found || longer(before.Period, at.Period, from.Period, to.Period) {
			from, to, found = before, at, true
		}
	}
	return from, to, found
}
