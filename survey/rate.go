package survey

import "github.com/planeval/planeval/indicator"

// Tabulation is what the counts of a survey come to, 问卷统计: three rates of the whole, and each question's shares. A
// rate is missing for NoCount when a count of its two is not stated, and for ZeroDenominator when the lower one is 0.
type Tabulation struct {
	Survey          string           `json:"survey"`          // its code
	ReturnRate      indicator.Figure `json:"returnRate"`      // 回收率: returned ÷ sent
	ValidityRate    indicator.Figure `json:"validityRate"`    // 有效率: valid ÷ returned
	ValidReturnRate indicator.Figure `json:"validReturnRate"` // 有效回收率: valid ÷ sent
	Questions       []Distribution   `json:"questions"`       // in the survey's order
}

// Tabulate computes the rates and shares of a survey. It expects data without faults; a count that Validate refuses is
// computed with as it stands.
func Tabulate(s Survey) Tabulation {
	sent, returned, valid := s.input(s.Sent), s.input(s.Returned), s.input(s.Valid)
	result := Tabulation{
		Survey:          s.Code,
		ReturnRate:      share(returned, sent),
		ValidityRate:    share(valid, returned),
		ValidReturnRate: share(valid, sent),
		Questions:       make([]Distribution, 0, len(s.Questions)),
	}
	for _, q := range s.Questions {
		result.Questions = append(result.Questions, s.distribution(q))
	}
	return result
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
