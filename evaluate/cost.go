package evaluate

import (
	"strconv"

	"github.com/planeval/planeval/indicator"
)

// Cost is money put in over whole calendar years, 投入.
type Cost struct {
	Code   string           `json:"code"`
	Name   string           `json:"name"`
	Unit   string           `json:"unit"`
	Total  indicator.Value  `json:"total"`
	Start  indicator.Period `json:"start"`
	End    indicator.Period `json:"end"`              // the last period with spending, begun or complete
	Series indicator.Series `json:"series,omitempty"` // 分年投入, each of a calendar year from Start to End
	Budget indicator.Value  `json:"budget,omitzero"`  // 预算数 for the same time as Total, in the same unit
	Yearly indicator.Fact   `json:"yearly,omitzero"`  // the yearly average that the source prints
	Source string           `json:"source,omitempty"`
}

// CostResult is a cost with its yearly averages under two ways of counting time, and what its yearly input and its
// budget come to. Amounts are in the cost's unit. Each figure is exact and rounded when it is printed.
type CostResult struct {
	Path    string           `json:"path"`    // JSON Pointer into the plan
	Average indicator.Figure `json:"average"` // total ÷ calendar years touched
	Years   int              `json:"years"`
	Agrees  Status           `json:"agrees"` // whether the average that the source prints agrees; NotApplicable where it prints none

	// AverageByMonths is total × 12 ÷ months, where the months are the whole ones from that in which Start begins to
	// the earlier of the ends of End and of the date of evaluation; the period of the input n is the last of them. It
	// is missing for NotComputed without a date of evaluation, and for NoTime where no whole month has ended.
	AverageByMonths indicator.Figure `json:"averageByMonths"`
	Months          int              `json:"months"`
	AgreesByMonths  Status           `json:"agreesByMonths"` // as Agrees

	// Sum adds up the yearly input. Like the total it holds what is given for a year that is not over. It is missing
	// for NotComputed without yearly input, and for IncompleteSeries where a year of the span has none.
	Sum       indicator.Figure `json:"sum"`
	SumAgrees Status           `json:"sumAgrees"` // whether it is the total, up to rounding; NotApplicable without yearly input, Unknown where a year is missing

	// Growth is that of the yearly input, from the first to the last year that is over at the date of evaluation. It is
	// missing for NotComputed without yearly input, for NoPrevious with one year, and for NotPositive from 0.
	Growth indicator.Figure `json:"growth"`

	// Execution is 预算执行率, total ÷ budget; missing for NotComputed without a budget.
	Execution indicator.Figure `json:"execution"`
}

// Figures returns the figures of the cost that its data ask for: the averages, the sum and growth of yearly input, and
// the budget's execution.
func (c CostResult) Figures() []indicator.Figure {
	return computed(c.Average, c.AverageByMonths, c.Sum, c.Growth, c.Execution)
}

// computed leaves out the figures that nothing asked for.
func computed(figures ...indicator.Figure) []indicator.Figure {
	var list []indicator.Figure
	for _, f := range figures {
		if f.Result != nil && f.Result.Missing() != indicator.NotComputed {
			list = append(list, f)
		}
	}
	return list
}

func computeCost(path string, c Cost, asOf indicator.Period) CostResult {
	years := c.End.Year() - c.Start.Year() + 1
	months, last := c.months(asOf)
	result := CostResult{
		Path: path, Years: years, Months: months,
		Average: c.average(indicator.FormulaYearlyAverage, indicator.Input{Symbol: "n", Value: indicator.IntValue(int64(years))},
			indicator.IntRatio(int64(years), 1)),
		Growth: absent(indicator.FormulaGrowth, indicator.NotComputed, "a", "b"),
		Execution: indicator.Figure{
			Formula: indicator.FormulaBudgetExecution,
			Inputs:  []indicator.Input{c.input("c", c.Total), c.input("b", c.Budget)},
			Result:  c.Total.Ratio(indicator.NoObservation).Quo(c.Budget.Ratio(indicator.NotComputed)),
		},
	}
	elapsed, by := indicator.Input{Symbol: "n"}, indicator.Missing(indicator.NoTime)
	switch {
	case months > 0:
		elapsed.Value, elapsed.Period = indicator.IntValue(int64(months)), last
		by = indicator.IntRatio(int64(months), 12)
	case asOf.IsZero():
		by = indicator.Missing(indicator.NotComputed)
	}
	result.AverageByMonths = c.average(indicator.FormulaYearlyAverageMonths, elapsed, by)
	result.Agrees, result.AgreesByMonths = c.agrees(result.Average), c.agrees(result.AverageByMonths)
	result.Sum, result.SumAgrees = c.sum()
	if len(c.Series) > 0 {
		first, last := ends(c.Series.Until(asOf))
		result.Growth = change(Relative, c.Unit, first, last)
	}
	return result
}

// input is an amount of the cost as an input.
func (c Cost) input(symbol string, v indicator.Value) indicator.Input {
	return indicator.Input{Symbol: symbol, Value: v, Source: c.Source}
}

// average is the total divided by a number of years.
func (c Cost) average(formula indicator.Formula, time indicator.Input, years indicator.Ratio) indicator.Figure {
	return indicator.Figure{
		Formula: formula, Unit: c.Unit,
		Inputs: []indicator.Input{c.input("c", c.Total), time},
		Result: c.Total.Ratio(indicator.NoObservation).Quo(years),
	}
}

// months returns how many whole months have passed from that in which the cost begins to the earlier of its end and the
// date of evaluation, and the last of them; 0 without a date.
func (c Cost) months(asOf indicator.Period) (int, indicator.Period) {
	end := c.End.End()
	switch {
	case asOf.IsZero():
		return 0, indicator.Period{}
	case asOf.End().Compare(end) < 0:
		end = asOf.End()
	}
	year, month, _ := c.Start.Start().EndDate()
	lastYear, lastMonth, _ := end.EndDate()
	last := indicator.Month(lastYear, lastMonth)
	n := (lastYear-year)*12 + lastMonth - month + 1
	if last.End() != end {
		n, last = n-1, last.Previous()
	}
	return max(n, 0), last
}

// sum adds the yearly input up and says whether it is the total.
func (c Cost) sum() (indicator.Figure, Status) {
	f := indicator.Figure{Formula: indicator.FormulaSum, Unit: c.Unit, Result: indicator.Missing(indicator.NotComputed)}
	if len(c.Series) == 0 {
		return f, NotApplicable
	}
	var sum indicator.Ratio
	f.Inputs, sum = c.years(c.Start.Year(), c.End.Year())
	f.Result = sum
	switch {
	case sum.Missing() != indicator.Present:
		return f, Unknown
	case magnitude(sum.Sub(c.Total.Ratio(indicator.NoObservation))).Cmp(c.rounding()) <= 0:
		return f, Met
	}
	return f, NotMet
}

// rounding is by how much rounding may keep the yearly input from adding up to the total.
func (c Cost) rounding() indicator.Ratio {
	sum := rounding(c.Total)
	for _, o := range c.Series {
		sum = sum.Add(rounding(o.Value))
	}
	return sum
}

// years returns the yearly input from one year to another as the inputs x1, x2 and so on, and their sum; it is missing
// for IncompleteSeries where a year has none.
func (c Cost) years(first, last int) ([]indicator.Input, indicator.Ratio) {
	var inputs []indicator.Input
	sum := indicator.IntRatio(0, 1)
	for year := first; year <= last; year++ {
		o, ok := c.Series.At(indicator.Year(year))
		if !ok {
			o = indicator.Observation{Period: indicator.Year(year)}
		}
		inputs = append(inputs, indicator.Input{
			Symbol: "x" + strconv.Itoa(year-first+1), Value: o.Value, Period: o.Period, Status: o.Status, Source: o.Source,
		})
		sum = sum.Add(o.Value.Ratio(indicator.IncompleteSeries))
	}
	return inputs, sum
}

// agrees says whether the yearly average that the source prints states a computed one.
func (c Cost) agrees(average indicator.Figure) Status {
	if c.Yearly.Value.IsZero() {
		return NotApplicable
	}
	return agrees(c.Yearly, average)
}

// agrees says whether a printed amount, with its qualifier, states a computed one of a unit of the same family: a
// number that stands alone by rounding half up at its printed places, 近 as a number not reached and 超过 as one
// passed, both by at most a tenth, 以上 as a number reached and 以内 as one not passed. What 左右 means is not decided.
func agrees(printed indicator.Fact, computed indicator.Figure) Status {
	ratio, ok := computed.Result.(indicator.Ratio)
	scale, known := convert(computed.Unit, printed.Unit)
	if !ok || !known || ratio.Missing() != indicator.Present {
		return Unknown
	}
	ratio = ratio.Mul(scale.Ratio(indicator.NotComputed))
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
	case indicator.AtLeast:
		holds = gap.Sign() >= 0
	case indicator.AtMost:
		holds = gap.Sign() <= 0
	default:
		return Unknown
	}
	if holds {
		return Met
	}
	return NotMet
}

func (c Cost) validate() indicator.Faults {
	var faults indicator.Faults
	faults.Require("/code", c.Code)
	faults.Require("/name", c.Name)
	faults.Require("/unit", c.Unit)
	switch {
	case c.Total.IsZero():
		faults.Add("/total", indicator.FaultRequired, "", "a number")
	case c.Total.Sign() < 0:
		faults.Add("/total", indicator.FaultRange, c.Total.String(), "0 or more")
	}
	validateSpan(&faults, "", c.Start, c.End)
	c.validateSeries(&faults)
	if !c.Budget.IsZero() && c.Budget.Sign() <= 0 {
		faults.Add("/budget", indicator.FaultRange, c.Budget.String(), "more than 0")
	}
	if c.Yearly.Name != "" || !c.Yearly.Value.IsZero() {
		faults.Under("/yearly", c.Yearly.Validate())
	}
	return faults
}

// validateSeries looks at the yearly input: calendar years from Start to End, and no money below 0.
func (c Cost) validateSeries(faults *indicator.Faults) {
	faults.Under("/series", c.Series.Validate())
	for i, o := range c.Series {
		at := indicator.Pointer("series", i)
		switch {
		case o.Period.IsZero():
		case !o.Period.IsYear():
			faults.Add(at+"/period", indicator.FaultPeriod, o.Period.String(), "a calendar year")
		case !c.Start.IsZero() && o.Period.Year() < c.Start.Year() || !c.End.IsZero() && o.Period.Year() > c.End.Year():
			faults.Add(at+"/period", indicator.FaultRange, o.Period.String(), "a year from "+c.Start.String()+" to "+c.End.String())
		}
		if o.Value.Sign() < 0 {
			faults.Add(at+"/value", indicator.FaultRange, o.Value.String(), "0 or more")
		}
	}
}
