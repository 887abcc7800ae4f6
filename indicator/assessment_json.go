package indicator

import (
	"errors"
)

// MarshalJSON writes the observations and target that the figures rest on, every figure with its formula, expression,
// inputs and result, and the judgements.
func (a Assessment) MarshalJSON() ([]byte, error) {
	return marshal(struct {
		Code       string      `json:"code"`
		Name       string      `json:"name"`
		Unit       string      `json:"unit,omitempty"`
		AsOf       Period      `json:"asOf,omitzero"`
		Baseline   Observation `json:"baseline"`
		Actual     Observation `json:"actual"`
		Previous   Observation `json:"previous"`
		Target     Target      `json:"target"`
		Span       Span        `json:"span"`
		Left       Span        `json:"left"`
		Figures    []Figure    `json:"figures"`
		Judgements []Judgement `json:"judgements"`
	}{
		a.Indicator.Code, a.Indicator.Name, a.Indicator.Unit, a.AsOf, a.Baseline, a.Actual, a.Previous, a.Target,
		a.Span, a.Left, a.Figures(), a.Judgements,
	})
}

// UnmarshalJSON refuses: an assessment is computed from its indicator, not read back.
func (a *Assessment) UnmarshalJSON([]byte) error {
	return errors.New("indicator: an Assessment is not read from JSON; assess the indicator of the plan again")
}
