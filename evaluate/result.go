package evaluate

import (
	"github.com/planeval/planeval/indicator"
	"golang.org/x/text/unicode/norm"
)

// CostResult is a cost with its yearly average over whole calendar years, whose number the figure states.
type CostResult struct {
	Path    string           `json:"path"` // JSON Pointer into the plan
	Average indicator.Figure `json:"average"`
	Years   int              `json:"years"`
	Agrees  Status           `json:"agrees"` // whether the average that the source prints agrees; NotApplicable where it prints none
}

func computeCost(path string, c Cost) CostResult {
	years := c.End.Year() - c.Start.Year() + 1
	result := CostResult{Path: path, Years: years, Agrees: NotApplicable}
	result.Average = indicator.Figure{
		Formula: indicator.FormulaYearlyAverage, Unit: c.Unit,
		Inputs: []indicator.Input{
			{Symbol: "c", Value: c.Total, Source: c.Source},
			{Symbol: "n", Value: indicator.IntValue(int64(years))},
		},
		Result: c.Total.Ratio(indicator.NoObservation).Quo(indicator.IntRatio(int64(years), 1)),
	}
	if !c.Yearly.Value.IsZero() {
		result.Agrees = agrees(c.Yearly, result.Average)
	}
	return result
}

// agrees says whether a printed amount, with its qualifier, states a computed one of a unit of the same family: a
// number that stands alone by rounding half up at its printed places, 近 as a number not reached and 超过 as one
// passed, both by at most a tenth. Other qualifiers are not decided.
func agrees(printed indicator.Fact, computed indicator.Figure) Status {
	ratio, ok := computed.Result.(indicator.Ratio)
	scale, known := convert(computed.Unit, printed.Unit)
	if !ok || !known || ratio.Missing() != indicator.Present {
		return Unknown
	}
	ratio = ratio.Mul(scale)
	value := printed.Value.Ratio(indicator.NoObservation)
	gap := ratio.Sub(value)
	holds := false
	switch tenth := value.Quo(indicator.IntRatio(10, 1)); printed.Qualifier {
	case indicator.Exactly:
		holds = prints(printed.Value, ratio, indicator.InUnit)
	case indicator.Nearly:
		holds = gap.Sign() < 0 && gap.Add(tenth).Sign() >= 0
	case indicator.MoreThan:
		holds = gap.Sign() > 0 && gap.Sub(tenth).Sign() <= 0
	default:
		return Unknown
	}
	if holds {
		return Met
	}
	return NotMet
}

// prints says whether value is what the number shows, rounded half up at value's places; with the display Percent a
// hundred times the number is meant.
func prints(value indicator.Value, number indicator.Number, display indicator.Display) bool {
	want, _ := value.Decimal()
	if display == indicator.Percent {
		return number.Percent(value.Places(), indicator.HalfUp).Equal(want)
	}
	return number.Decimal(value.Places(), indicator.HalfUp).Equal(want)
}

// convert returns what a number of one unit is multiplied by to be one of another: 1 for the same unit, and powers of
// ten among 元, 万元 and 亿元. It returns false for any other pair.
func convert(from, to string) (indicator.Ratio, bool) {
	if from == to {
		return indicator.IntRatio(1, 1), true
	}
	f, t := yuan(from), yuan(to)
	return indicator.IntRatio(f, max(t, 1)), f > 0 && t > 0
}

func yuan(unit string) int64 {
	switch unit {
	case "元":
		return 1
	case "万元":
		return 1e4
	case "亿元":
		return 1e8
	}
	return 0
}

// StatisticResult is a statistic with its series, its growth from the first to the last observation, and its printed
// changes recomputed.
type StatisticResult struct {
	Path    string           `json:"path"` // JSON Pointer into the plan
	Code    string           `json:"code"`
	Name    string           `json:"name"`
	Unit    string           `json:"unit,omitempty"`
	Series  indicator.Series `json:"series,omitempty"`
	Growth  indicator.Figure `json:"growth"` // a difference for shares
	Changes []ChangeResult   `json:"changes,omitempty"`
}

// ChangeResult is a printed change recomputed from the series.
type ChangeResult struct {
	Change   Change           `json:"change"`
	Computed indicator.Figure `json:"computed"`
	Agrees   Status           `json:"agrees"` // Unknown where an end of it is missing, or was itself derived from a printed change
}

// Figures returns every figure of the statistic.
func (s StatisticResult) Figures() []indicator.Figure {
	figures := []indicator.Figure{s.Growth}
	for _, c := range s.Changes {
		figures = append(figures, c.Computed)
	}
	return figures
}

func computeStatistics(plan Plan, field string, statistics []Statistic, asOf indicator.Period) []StatisticResult {
	results := make([]StatisticResult, 0, len(statistics))
	indicators := make(map[string]indicator.Indicator, len(plan.Indicators))
	for _, ind := range plan.Indicators {
		indicators[norm.NFC.String(ind.Code)] = ind
	}
	for i, s := range statistics {
		if ind, ok := indicators[norm.NFC.String(s.Indicator)]; ok {
			s.Series, s.Unit = ind.Series, ind.Unit
		}
		s.Series = s.Series.Until(asOf)
		results = append(results, computeStatistic(indicator.Pointer(field, i), s))
	}
	return results
}

func computeStatistic(path string, s Statistic) StatisticResult {
	result := StatisticResult{Path: path, Code: s.Code, Name: s.Name, Unit: s.Unit, Series: s.Series}
	kind := Relative
	if indicator.IsShare(s.Unit) {
		kind = Absolute
	}
	var first, last indicator.Observation
	for _, o := range s.Series {
		if o.Value.IsZero() {
			continue
		}
		if first.Value.IsZero() {
			first = o
		}
		last = o
	}
	if first.Period == last.Period {
		first = indicator.Observation{}
	}
	result.Growth = change(kind, s.Unit, first, last)
	for _, c := range s.Changes {
		from, _ := s.Series.At(c.From)
		to, _ := s.Series.At(c.To)
		computed := change(c.Kind, s.Unit, from, to)
		status := Unknown
		if computed.Result.Missing() == indicator.Present && from.Status != indicator.Derived && to.Status != indicator.Derived {
			status = NotMet
			if prints(c.Value, computed.Result, computed.Formula.Display()) {
				status = Met
			}
		}
		result.Changes = append(result.Changes, ChangeResult{c, computed, status})
	}
	return result
}

// change returns the growth or the difference from one observation to another.
func change(kind ChangeKind, unit string, from, to indicator.Observation) indicator.Figure {
	a, b := to.Value.Ratio(indicator.NoObservation), from.Value.Ratio(indicator.NoPrevious)
	f := indicator.Figure{
		Inputs: []indicator.Input{
			{Symbol: "a", Value: to.Value, Period: to.Period, Status: to.Status, Source: to.Source},
			{Symbol: "b", Value: from.Value, Period: from.Period, Status: from.Status, Source: from.Source},
		},
	}
	if kind == Absolute {
		f.Formula, f.Unit, f.Result = indicator.FormulaDifference, indicator.DifferenceUnit(unit), a.Sub(b)
		return f
	}
	f.Formula, f.Result = indicator.FormulaGrowth, indicator.RelativeGrowth(a, b)
	return f
}
