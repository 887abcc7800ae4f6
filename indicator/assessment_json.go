package indicator

import "errors"

// A measurement, a figure and what rests on them are computed from an indicator, not read back: JSON of them is for
// readers.
var errComputed = errors.New("indicator: what is computed is not read from JSON; measure the indicator of the plan again")

// UnmarshalJSON refuses: a measurement is computed from its indicator, not read back.
func (m *Measurement) UnmarshalJSON([]byte) error { return errComputed }

// UnmarshalJSON refuses: a figure is computed again, not read back.
func (f *Figure) UnmarshalJSON([]byte) error { return errComputed }

// measurementJSON is what a measurement rests on, and what comes of it.
type measurementJSON struct {
	Code     string      `json:"code"`
	Name     string      `json:"name"`
	Unit     string      `json:"unit,omitempty"`
	AsOf     Period      `json:"asOf,omitzero"`
	Baseline Observation `json:"baseline"`
	Actual   Observation `json:"actual"`
	Previous Observation `json:"previous"`
	Target   Target      `json:"target"`
	Span     Span        `json:"span"`
	Left     Span        `json:"left"`
	Figures  []Figure    `json:"figures"`
}

func (m *Measurement) forJSON() measurementJSON {
	return measurementJSON{
		m.Indicator.Code, m.Indicator.Name, m.Indicator.Unit, m.AsOf, m.Baseline, m.Actual, m.Previous, m.Target,
		m.Span, m.Left, m.Figures(),
	}
}

// MarshalJSON writes the observations and target that the figures rest on, and every figure with its formula, expression,
// inputs and result.
func (m Measurement) MarshalJSON() ([]byte, error) { return marshal(m.forJSON()) }

// MarshalJSON writes the measurement and the judgements.
func (a Assessment) MarshalJSON() ([]byte, error) {
	return marshal(struct {
		measurementJSON
		Judgements []Judgement `json:"judgements"`
	}{a.forJSON(), a.Judgements})
}

// UnmarshalJSON refuses: an assessment is computed from its indicator, not read back.
func (a *Assessment) UnmarshalJSON([]byte) error { return errComputed }
