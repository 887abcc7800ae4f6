package evaluate

import (
	"slices"

	"github.com/planeval/planeval/indicator"
)

// Comparison sets the growth of one statistic against the growth of another over the same time, which is the longest
// for which both have one (of equal times the latest): from the observations at its two ends, or, where one of these is
// missing, from a relative change that the source prints for just that time. Such a growth is of the formula
// published-growth.
//
// Every figure is missing for SharesUsePoints where one side is a share, for NoObservation or NoPrevious where one
// has no growth at all, and for PeriodMismatch where both have, but none over the same time: nothing is apportioned.
type Comparison struct {
	From       indicator.Period `json:"from,omitzero"` // none where nothing is compared
	To         indicator.Period `json:"to,omitzero"`
	Growth     indicator.Figure `json:"growth"`     // of the first, a ÷ b − 1; NotPositive from a number not above 0
	Against    indicator.Figure `json:"against"`    // of the second
	Gap        indicator.Figure `json:"gap"`        // 增速差: Growth − Against, in percentage points
	Elasticity indicator.Figure `json:"elasticity"` // 弹性系数: Growth ÷ Against; ZeroDenominator where the second did not change
}

// Figures returns the figures of the comparison.
func (c Comparison) Figures() []indicator.Figure {
	return []indicator.Figure{c.Growth, c.Against, c.Gap, c.Elasticity}
}

// side is one of the two sides of a comparison.
type side struct {
	unit    string
	series  indicator.Series
	changes []Change
	why     indicator.Reason // there is no growth, where the series is empty
}

// side is the statistic with what had ended by the date of evaluation.
func (s StatisticResult) side(asOf indicator.Period) side {
	result := side{unit: s.Unit, series: s.Series, why: indicator.NoObservation}
	for _, c := range s.Changes {
		if c.Change.Kind == Relative && (asOf.IsZero() || c.Change.To.End().Compare(asOf.End()) <= 0) {
			result.changes = append(result.changes, c.Change)
		}
	}
	return result
}

// lacks says why there is no growth over any time.
func (s side) lacks() indicator.Reason {
	first, last := ends(s.series)
	switch {
	case len(s.changes) > 0 || !first.Value.IsZero():
		return indicator.Present
	case last.Value.IsZero():
		return s.why
	}
	return indicator.NoPrevious
}

// growth returns the growth over just that time, and false where there is none.
func (s side) growth(from, to indicator.Period) (indicator.Figure, bool) {
	later, ok := s.series.At(to)
	earlier, also := s.series.At(from)
	if ok && also {
		return change(Relative, s.unit, earlier, later), true
	}
	for _, c := range s.changes {
		if c.From == from && c.To == to {
			return indicator.Figure{
				Formula: indicator.FormulaPublishedGrowth,
				Inputs:  []indicator.Input{{Symbol: "g", Value: c.Value, Period: c.To, Status: indicator.Printed, Source: c.Source}},
				Result:  c.Value.Ratio(indicator.NoObservation).Quo(indicator.IntRatio(100, 1)),
			}, true
		}
	}
	return indicator.Figure{}, false
}

func compare(first, second side) Comparison {
	why := indicator.PeriodMismatch
	switch {
	case indicator.IsShare(first.unit), indicator.IsShare(second.unit):
		why = indicator.SharesUsePoints
	case first.lacks() != indicator.Present:
		why = first.lacks()
	case second.lacks() != indicator.Present:
		why = second.lacks()
	default:
		if c, ok := compareLongest(first, second); ok {
			return c
		}
	}
	return Comparison{
		Growth:     absent(indicator.FormulaGrowth, why, "a", "b"),
		Against:    absent(indicator.FormulaGrowth, why, "a", "b"),
		Gap:        absent(indicator.FormulaGrowthGap, why, "a", "b", "c", "d"),
		Elasticity: absent(indicator.FormulaElasticity, why, "a", "b", "c", "d"),
	}
}

// compareLongest compares over the longest time for which both sides have a growth.
func compareLongest(first, second side) (c Comparison, found bool) {
	try := func(from, to indicator.Period) {
		if found && !longer(from, to, c.From, c.To) {
			return
		}
		growth, ok := first.growth(from, to)
		against, also := second.growth(from, to)
		if ok && also {
			c, found = Comparison{From: from, To: to, Growth: growth, Against: against}, true
		}
	}
	for _, run := range common(first.series, second.series) {
		try(run[0], run[1])
	}
	for _, list := range [...][]Change{first.changes, second.changes} {
		for _, change := range list {
			try(change.From, change.To)
		}
	}
	if !found {
		return c, false
	}
	a, b := number(c.Growth), number(c.Against)
	inputs := slices.Concat(c.Growth.Inputs, c.Against.Inputs)
	for i := len(c.Growth.Inputs); i < len(inputs); i++ {
		inputs[i].Symbol = map[string]string{"a": "c", "b": "d", "g": "h"}[inputs[i].Symbol]
	}
	c.Gap = indicator.Figure{Formula: indicator.FormulaGrowthGap, Inputs: inputs, Result: a.Sub(b)}
	c.Elasticity = indicator.Figure{Formula: indicator.FormulaElasticity, Inputs: inputs, Result: a.Quo(b)}
	return c, true
}

// common returns for each length of period, such as years, the first and the last that both series have; where that is
// one period, nothing grew over it.
func common(first, second indicator.Series) [][2]indicator.Period {
	var runs [][2]indicator.Period
next:
	for _, o := range first {
		if _, ok := second.At(o.Period); !ok || o.Value.IsZero() {
			continue
		}
		for i := range runs {
			if runs[i][0].SameForm(o.Period) {
				runs[i][1] = o.Period
				continue next
			}
		}
		runs = append(runs, [2]indicator.Period{o.Period, {}})
	}
	return slices.DeleteFunc(runs, func(run [2]indicator.Period) bool { return run[1].IsZero() })
}

// longer reports whether the first time is the longer one in months, or as long and later.
func longer(from, to, thanFrom, thanTo indicator.Period) bool {
	months := func(from, to indicator.Period) int {
		y1, m1, _ := from.EndDate()
		y2, m2, _ := to.EndDate()
		return (y2-y1)*12 + m2 - m1
	}
	if n, than := months(from, to), months(thanFrom, thanTo); n != than {
		return n > than
	}
	return to.Compare(thanTo) > 0
}

// number is the result of a figure that is a fraction.
func number(f indicator.Figure) indicator.Ratio {
	r, _ := f.Result.(indicator.Ratio)
	return r
}

// absent is a figure that is missing, with inputs that say so.
func absent(formula indicator.Formula, why indicator.Reason, symbols ...string) indicator.Figure {
	f := indicator.Figure{Formula: formula, Result: indicator.Missing(why)}
	for _, symbol := range symbols {
		f.Inputs = append(f.Inputs, indicator.Input{Symbol: symbol})
	}
	return f
}
