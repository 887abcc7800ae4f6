package survey

import "github.com/planeval/planeval/indicator"

// Caution says how far a base is too small to publish what rests on it. The zero Caution is none.
type Caution string

// The cautions.
const (
	BaseLarge    Caution = ""         // large enough, or not known
	BaseSmall    Caution = "small"    // 基数偏小: shares are uncertain and are marked
	BaseWithheld Caution = "withheld" // 不予公布: so few that figures would point at single people
)

// The bases below which results are marked and withheld, where the options name no others: common conventions of
// statistical offices.
const (
	DefaultSmallBase = 30
	DefaultLeastBase = 10
)

// caution says how far the base of a question is too small: how many people, also where its shares are of ticks.
func (t tabulator) caution(q Question, base BaseCount) Caution {
	if !base.people() {
		return t.cautionOf(first(stated{CountAnswered, q.Answered}, stated{CountAsked, q.Asked}, t.respondents()).value)
	}
	return t.cautionOf(base.Value)
}

// cautionOf says how far a number of people is too small. Nothing needs to be withheld where nobody answered.
func (o Options) cautionOf(people indicator.Value) Caution {
	n, ok := people.Int()
	switch {
	case !ok || n == 0:
		return BaseLarge
	case n < o.LeastBase:
		return BaseWithheld
	case n < o.SmallBase:
		return BaseSmall
	}
	return BaseLarge
}

// withheld leaves of a proportion the option alone.
func (p Proportion) withheld() Proportion {
	hide(&p.Share)
	if p.OfResponses != nil {
		ofResponses := *p.OfResponses
		hide(&ofResponses)
		p.OfResponses = &ofResponses
	}
	return Proportion{
		Option: p.Option, Knowledge: p.Knowledge, Share: p.Share, OfResponses: p.OfResponses,
		Interval: Interval{Method: p.Interval.Method, Confidence: p.Interval.Confidence}.without(indicator.Withheld),
	}
}

// hide takes the numbers out of a figure.
func hide(f *indicator.Figure) {
	inputs := make([]indicator.Input, len(f.Inputs))
	for i, in := range f.Inputs {
		inputs[i] = indicator.Input{Symbol: in.Symbol, Source: in.Source}
	}
	f.Inputs, f.Result = inputs, indicator.Missing(indicator.Withheld)
}
