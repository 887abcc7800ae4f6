package survey

import "github.com/planeval/planeval/indicator"

// Options say how a survey is tabulated. The zero Options are the defaults that stand at the fields.
type Options struct {
	// Method is that of the intervals of shares; Wilson. An interval by ClopperPearson or Jeffreys takes milliseconds, and of
	// millions of people tens of them, by the others microseconds.
	Method     IntervalMethod  `json:"method"`
	Confidence indicator.Value `json:"confidence"` // of all intervals, above 0 and at most 0.999999; 0.95
	SmallBase  int             `json:"smallBase"`  // results on fewer answers are marked as uncertain; DefaultSmallBase, negative for none
	LeastBase  int             `json:"leastBase"`  // results on fewer answers are withheld; DefaultLeastBase, negative for none
}

// Validate returns what is wrong with the options, each at a JSON Pointer below them.
func (o Options) Validate() indicator.Faults {
	var faults indicator.Faults
	o = o.orDefaults()
	methods := make([]any, 0, len(IntervalMethods()))
	for _, m := range IntervalMethods() {
		methods = append(methods, m)
	}
	faults.Enum("/method", o.Method, methods...)
	if !isConfidence(o.Confidence) {
		faults.Add("/confidence", indicator.FaultRange, o.Confidence.String(), "a share above 0 and at most 0.999999")
	}
	return faults
}

func (o Options) orDefaults() Options {
	if o.Method == "" {
		o.Method = Wilson
	}
	if o.Confidence.IsZero() {
		o.Confidence = defaultConfidence
	}
	if o.SmallBase == 0 {
		o.SmallBase = DefaultSmallBase
	}
	if o.LeastBase == 0 {
		o.LeastBase = DefaultLeastBase
	}
	return o
}

// Tabulation is what a survey comes to, 问卷统计: three rates of the whole, each question's shares, cross tables, and what the
// printed percentages say of how they were made. A rate is missing for NoCount when a count of its two is not stated, and
// for ZeroDenominator when the lower one is 0.
type Tabulation struct {
	Survey          string             `json:"survey"`                  // its code
	ReturnRate      indicator.Figure   `json:"returnRate"`              // 回收率: returned ÷ sent
	ValidityRate    indicator.Figure   `json:"validityRate"`            // 有效率: valid ÷ returned
	ValidReturnRate indicator.Figure   `json:"validReturnRate"`         // 有效回收率: valid ÷ sent
	ResponseRates   []indicator.Figure `json:"responseRates,omitempty"` // AAPOR's RR1 to RR6, where the dispositions are known
	Questions       []Distribution     `json:"questions"`               // in the survey's order
	CrossTables     []Association      `json:"crossTables,omitempty"`   // in the survey's order
	Printing        Printing           `json:"printing"`
	Options         Options            `json:"options"` // with which it was made, defaults filled in
}

// Tabulate computes what a survey comes to. It expects data without faults; a count that Validate refuses is computed
// with as it stands.
func Tabulate(s Survey, o Options) Tabulation {
	sent, returned, valid := s.input(s.Sent), s.input(s.Returned), s.input(s.Valid)
	o = o.orDefaults()
	result := Tabulation{
		Survey:          s.Code,
		Options:         o,
		ReturnRate:      share(returned, sent),
		ValidityRate:    share(valid, returned),
		ValidReturnRate: share(valid, sent),
		Questions:       make([]Distribution, 0, len(s.Questions)),
	}
	if s.Dispositions != nil {
		result.ResponseRates = s.Dispositions.ResponseRates()
	}
	t := newTabulator(s, o)
	for _, q := range s.Questions {
		result.Questions = append(result.Questions, t.distribution(q))
	}
	for _, c := range s.CrossTables {
		result.CrossTables = append(result.CrossTables, t.associate(c))
	}
	result.Printing = t.printing()
	return result
}

// Figures returns every figure of the tabulation that belongs to no single question.
func (t Tabulation) Figures() []indicator.Figure {
	return append([]indicator.Figure{t.ReturnRate, t.ValidityRate, t.ValidReturnRate}, t.ResponseRates...)
}

// input returns a count of the whole survey as the input of a figure.
func (s Survey) input(count indicator.Value) indicator.Input {
	return indicator.Input{Value: count, Period: s.Period, Source: s.Source}
}

// share returns x ÷ n with its working, as a fraction of 1.
func share(x, n indicator.Input) indicator.Figure {
	x.Symbol, n.Symbol = "x", "n"
	return indicator.Figure{
		Formula: indicator.FormulaShare,
		Inputs:  []indicator.Input{x, n},
		Result:  indicator.NewRatio(x.Value, n.Value, indicator.NoCount),
	}
}
