package survey

import (
	"cmp"

	"github.com/planeval/planeval/indicator"
)

// Distribution is how the answers to one question spread over its options, 频数分布.
type Distribution struct {
	Question    string       `json:"question"` // its code
	Base        BaseCount    `json:"base"`
	Proportions []Proportion `json:"proportions"` // in the order of the tallies
}

// BaseCount is the number that a question's shares are shares of, 占比基数, and which count it is.
type BaseCount struct {
	Kind    Base             `json:"kind"`            // as the question names it
	Count   Count            `json:"count,omitempty"` // the count that stands for it
	Value   indicator.Value  `json:"value,omitzero"`
	Missing indicator.Reason `json:"missing,omitempty"` // NoCount when there is none
}

// Knowledge says what the percentage of an option rests on, 数据来源层次. The zero Knowledge is Unknown: there is no
// percentage.
type Knowledge string

// The levels of knowledge.
const (
	Unknown         Knowledge = ""            // neither a share nor a printed percentage
	FromPercentages Knowledge = "percentages" // only the printed percentage is known
	FromTallies     Knowledge = "tallies"     // the share is computed from counts
)

// Agreement says whether a printed percentage is the computed share, at the places it is printed with. The zero
// Agreement is Unchecked.
type Agreement string

// The agreements.
const (
	Unchecked     Agreement = ""              // one of the two is not known
	Consistent    Agreement = "consistent"    // 四舍五入 or 四舍六入五成双 gives the printed percentage
	OnlyTruncated Agreement = "truncated"     // 去尾 gives it, and no rounding does
	Contradictory Agreement = "contradictory" // nothing gives it
)

// Proportion is the share of one option, 占比. Share is x ÷ n as a fraction of 1; it is missing for NoCount when the
// option's count or the base is not stated, and for ZeroDenominator when the base is 0.
type Proportion struct {
	Option    string           `json:"option"`
	Knowledge Knowledge        `json:"knowledge,omitempty"`
	Share     indicator.Figure `json:"share"`
	Printed   indicator.Value  `json:"printed,omitzero"` // per cent, as the source prints it
	Agreement Agreement        `json:"agreement,omitempty"`
	// Roundings are the modes that make Printed of Share, in the order HalfUp, HalfEven, Truncate.
	Roundings []indicator.Rounding `json:"roundings,omitempty"`
}

// base returns the count that the question's shares are shares of.
func (s Survey) base(q Question) BaseCount {
	var n stated
	switch q.Base {
	case Respondents:
		n = s.respondents()
	case Answered:
		n = stated{CountAnswered, q.Answered}
	case Responses:
		n = stated{CountResponses, q.responses()}
	}
	if n.value.IsZero() {
		return BaseCount{Kind: q.Base, Missing: indicator.NoCount}
	}
	return BaseCount{Kind: q.Base, Count: n.count, Value: n.value}
}

func (s Survey) distribution(q Question) Distribution {
	base := s.base(q)
	source := cmp.Or(q.Source, s.Source)
	n := s.input(base.Value)
	switch base.Count {
	case CountAnswered:
		n.Source = source
	case CountResponses:
		n.Source, n.Status = source, indicator.Derived
	}
	d := Distribution{Question: q.Code, Base: base, Proportions: make([]Proportion, 0, len(q.Tallies))}
	for _, t := range q.Tallies {
		x := s.input(t.Count)
		x.Source = source
		d.Proportions = append(d.Proportions, t.proportion(share(x, n)))
	}
	return d
}

func (t Tally) proportion(share indicator.Figure) Proportion {
	p := Proportion{Option: t.Option, Share: share, Printed: t.Percent}
	switch {
	case share.Result.Missing() == indicator.Present:
		p.Knowledge = FromTallies
	case !t.Percent.IsZero():
		p.Knowledge = FromPercentages
	}
	p.Agreement, p.Roundings = agreement(share.Result, t.Percent)
	return p
}

// agreement rounds the share to the places of the printed percentage in every mode and compares.
func agreement(share indicator.Number, printed indicator.Value) (Agreement, []indicator.Rounding) {
	percent, ok := printed.Decimal()
	if !ok || share.Missing() != indicator.Present {
		return Unchecked, nil
	}
	var modes []indicator.Rounding
	for _, mode := range []indicator.Rounding{indicator.HalfUp, indicator.HalfEven, indicator.Truncate} {
		if share.Percent(printed.Places(), mode).Equal(percent) {
			modes = append(modes, mode)
		}
	}
	switch {
	case len(modes) == 0:
		return Contradictory, nil
	case modes[0] == indicator.Truncate:
		return OnlyTruncated, modes
	}
	return Consistent, modes
}
