package evaluate

import (
	"github.com/planeval/planeval/indicator"
	"golang.org/x/text/unicode/norm"
)

// Statistic is a named series, such as a benefit or an economic aggregate, and the changes that the source prints.
type Statistic struct {
	Code      string           `json:"code"`
	Name      string           `json:"name"`
	Unit      string           `json:"unit,omitempty"`
	Science   bool             `json:"science,omitempty"`   // 科技创新发展 rather than 经济社会发展, where the two are set side by side
	Indicator string           `json:"indicator,omitempty"` // code of the indicator whose series it is; then Series is empty
	Series    indicator.Series `json:"series,omitempty"`
	Changes   []Change         `json:"changes,omitempty"`
	Source    string           `json:"source,omitempty"`
}

// ChangeKind says what a printed change is. The zero ChangeKind is invalid.
type ChangeKind string

// The kinds of change.
const (
	Relative ChangeKind = "relative" // 增长…%
	Absolute ChangeKind = "absolute" // 增加…, in the statistic's unit; for shares percentage points 百分点
)

// Change is a change between two periods as the source prints it.
type Change struct {
	Kind  ChangeKind       `json:"kind"`
	From  indicator.Period `json:"from"`
	To    indicator.Period `json:"to"`
	Value indicator.Value  `json:"value"` // 95.45 is 95.45 %, or 95.45 units

	// ConstantPrices says that the change is at constant prices, 按可比价格, while the series is at current ones, so that
	// it cannot be recomputed from the series.
	ConstantPrices bool `json:"constantPrices,omitempty"`

	Source string `json:"source,omitempty"`
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
	first, last := ends(s.Series)
	result.Growth = change(kind, s.Unit, first, last)
	for _, c := range s.Changes {
		from, _ := s.Series.At(c.From)
		to, _ := s.Series.At(c.To)
		computed := change(c.Kind, s.Unit, from, to)
		status := Unknown
		derived := from.Status == indicator.Derived || to.Status == indicator.Derived
		if computed.Result.Missing() == indicator.Present && !derived && !c.ConstantPrices {
			status = NotMet
			if prints(c.Value, computed.Result, computed.Formula.Display()) || c.withinRounding(from.Value, to.Value) {
				status = Met
			}
		}
		result.Changes = append(result.Changes, ChangeResult{c, computed, status})
	}
	return result
}

// withinRounding reports whether some numbers that are printed as the two ends of a change give one that is printed as
// the change. Whole numbers are counts and exact.
func (c Change) withinRounding(from, to indicator.Value) bool {
	b, a := from.Ratio(indicator.NoPrevious), to.Ratio(indicator.NoObservation)
	db, da := rounding(from), rounding(to)
	if c.Kind == Relative && b.Sub(db).Sign() <= 0 {
		return false
	}
	low, high := a.Sub(da).Sub(b.Add(db)), a.Add(da).Sub(b.Sub(db))
	if c.Kind == Relative {
		hundred := indicator.IntRatio(100, 1)
		low, high = low.Quo(b.Add(db)).Mul(hundred), high.Quo(b.Sub(db)).Mul(hundred)
	}
	printed, half := c.Value.Ratio(indicator.NoObservation), halfPlace(c.Value)
	return low.Cmp(printed.Add(half)) <= 0 && high.Cmp(printed.Sub(half)) >= 0
}

// ends returns the first and the last observation that have a value; where there is one alone it is the last.
func ends(series indicator.Series) (first, last indicator.Observation) {
	for _, o := range series {
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
	return first, last
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

// prints says whether value is what the number shows, rounded half up at value's places; with the display Percent a
// hundred times the number is meant.
func prints(value indicator.Value, number indicator.Number, display indicator.Display) bool {
	want, _ := value.Decimal()
	if display == indicator.Percent {
		return number.Percent(value.Places(), indicator.HalfUp).Equal(want)
	}
	return number.Decimal(value.Places(), indicator.HalfUp).Equal(want)
}
