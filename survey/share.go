package survey

import (
	"cmp"

	"github.com/planeval/planeval/indicator"
)

// Distribution is how the answers to one question spread over its options, 频数分布.
type Distribution struct {
	Question    string       `json:"question"` // its code
	Base        BaseCount    `json:"base"`
	Caution     Caution      `json:"caution,omitempty"` // how far the base is too small
	Proportions []Proportion `json:"proportions"`       // in the order of the tallies
	Scale       *ScaleResult `json:"scale,omitempty"`   // of a scale
}

// BaseCount is the number that a question's shares are shares of, 占比基数, and which count it is, less the answers outside
// the base.
type BaseCount struct {
	Kind    Base             `json:"kind"`            // as the question names it
	Count   Count            `json:"count,omitempty"` // the count that stands for it
	Value   indicator.Value  `json:"value,omitzero"`
	Outside indicator.Value  `json:"outside,omitzero"`  // how many answers are outside, and taken off; absent where no option is
	Missing indicator.Reason `json:"missing,omitempty"` // NoCount when there is none

	Effective indicator.Ratio `json:"effective,omitzero"` // of a weighted question: Kish's effective size, 有效样本量
}

// Knowledge says what a result rests on, 数据来源层次. The zero Knowledge is Unknown: there is no result.
type Knowledge string

// The levels of knowledge.
const (
	Unknown         Knowledge = ""            // neither a share nor a printed percentage
	FromPercentages Knowledge = "percentages" // only the printed percentage is known, and which counts can stand behind it
	FromTallies     Knowledge = "tallies"     // the share is computed from counts
	FromRecords     Knowledge = "records"     // the counts were made from the answers one by one
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
// option's count or the base is not stated, for ZeroDenominator when the base is 0, for OutsideBase when the option is
// outside it, and for Withheld when the base is so small that nothing may be published. Of a weighted question x and n
// are sums of weights.
type Proportion struct {
	Option    string           `json:"option"`
	Knowledge Knowledge        `json:"knowledge,omitempty"`
	Share     indicator.Figure `json:"share"`
	// OfResponses is the share of all ticks, 应答次数占比, which sums to 100 %: of a multiple choice whose Share is of people, and
	// that is not weighted.
	OfResponses *indicator.Figure `json:"ofResponses,omitempty"`
	// Interval is that of Share. Of a printed percentage it reaches from the lower bound of the least count behind it to the
	// upper of the most. It is missing for NotPeople where shares are of ticks, for Census where the population was asked.
	Interval Interval `json:"interval"`

	Printed   indicator.Value `json:"printed,omitzero"` // per cent, as the source prints it
	Agreement Agreement       `json:"agreement,omitempty"`
	// Roundings are the modes that make Printed of Share, in the order HalfUp, HalfEven, Truncate.
	Roundings []indicator.Rounding `json:"roundings,omitempty"`
	// Behind are the counts that can stand behind Printed, one for each of those modes, where the count is not stated and the
	// base is. They are read as [Printing] says.
	Behind []Counts `json:"behind,omitempty"`
}

// Figures returns the share of the base, and of a multiple choice that of the ticks.
func (p Proportion) Figures() []indicator.Figure {
	if p.OfResponses == nil {
		return []indicator.Figure{p.Share}
	}
	return []indicator.Figure{p.Share, *p.OfResponses}
}

// Counts returns the least and the most count that can stand behind the printed percentage by any mode; false where there
// is none.
func (p Proportion) Counts() (least, most indicator.Value, ok bool) {
	for _, c := range p.Behind {
		if c.Missing != indicator.Present {
			continue
		}
		if !ok || c.Least.Cmp(least) < 0 {
			least = c.Least
		}
		if !ok || c.Most.Cmp(most) > 0 {
			most = c.Most
		}
		ok = true
	}
	return least, most, ok
}

// base returns the count that the question's shares are shares of.
func (s Survey) base(q Question) BaseCount {
	var n stated
	switch q.Base {
	case Respondents:
		n = s.respondents()
	case Asked:
		n = stated{CountAsked, q.Asked}
		if q.AskedIf == nil {
			n = first(n, s.respondents())
		}
	case Answered:
		n = stated{CountAnswered, q.Answered}
	case Responses:
		n = stated{CountResponses, q.responses()}
	}
	b := BaseCount{Kind: q.Base, Count: n.count, Value: n.value}
	b = b.less(q.Tallies)
	if b.Value.IsZero() {
		b.Count, b.Missing = "", indicator.NoCount
	}
	if q.Weights != nil {
		b.Effective = q.Weights.EffectiveSize()
	}
	return b
}

// less takes the answers outside the base off it; without the count of one of them there is no base.
func (b BaseCount) less(tallies []Tally) BaseCount {
	var outside []indicator.Value
	for _, t := range tallies {
		if t.Outside {
			if t.Count.IsZero() {
				b.Value = indicator.Value{}
			}
			outside = append(outside, t.Count)
		}
	}
	if len(outside) == 0 {
		return b
	}
	b.Outside = sum(outside)
	b.Value, _ = b.Value.Ratio(indicator.NoCount).Sub(b.Outside.Ratio(indicator.NoCount)).Round(0, indicator.HalfUp)
	return b
}

// people reports whether the base counts people, who were drawn one by one.
func (b BaseCount) people() bool { return b.Kind != Responses }

// tabulator is a survey with what its results have in common.
type tabulator struct {
	Survey
	Options
	level
	places int                 // with which the survey's percentages are read
	found  map[string]Interval // by x and n, as surveys repeat them and some methods are slow
}

// newTabulator takes options with the defaults filled in.
func newTabulator(s Survey, o Options) tabulator {
	return tabulator{s, o, newLevel(o.Confidence), s.printedPlaces(), map[string]Interval{}}
}

func (t tabulator) distribution(q Question) Distribution {
	base := t.base(q)
	d := Distribution{Question: q.Code, Base: base, Caution: t.caution(q, base), Proportions: make([]Proportion, 0, len(q.Tallies))}
	for _, tally := range q.Tallies {
		p := t.proportion(q, tally, base)
		if d.Caution == BaseWithheld {
			p = p.withheld()
		}
		d.Proportions = append(d.Proportions, p)
	}
	if q.Kind == Scale {
		d.Scale = t.scale(q, base)
		if d.Caution == BaseWithheld {
			d.Scale.withhold()
		}
	}
	return d
}

// inputs returns x and n of an option's share: counts, or sums of weights.
func (t tabulator) inputs(q Question, tally Tally, base BaseCount) (x, n indicator.Input) {
	source := cmp.Or(q.Source, t.Source)
	x, n = t.input(tally.Count), t.input(base.Value)
	if q.Weights != nil {
		x, n = t.input(tally.Weighted), t.input(q.Weights.Sum)
	}
	x.Source = source
	if base.Count == CountAnswered || base.Count == CountAsked || base.Count == CountResponses || q.Weights != nil {
		n.Source = source
	}
	if base.Count == CountResponses || !base.Outside.IsZero() {
		n.Status = indicator.Derived
	}
	return x, n
}

func (t tabulator) proportion(q Question, tally Tally, base BaseCount) Proportion {
	x, n := t.inputs(q, tally, base)
	p := Proportion{Option: tally.Option, Share: share(x, n), Printed: tally.Percent}
	if q.Kind == Multiple && q.Base != Responses && q.Weights == nil && !tally.Outside {
		total := n
		total.Value, total.Source, total.Status = BaseCount{Value: q.responses()}.less(q.Tallies).Value, x.Source, indicator.Derived
		ofResponses := share(x, total)
		p.OfResponses = &ofResponses
	}
	if tally.Outside {
		p.Share.Result = indicator.Missing(indicator.OutsideBase)
		p.Interval = Interval{}.without(indicator.OutsideBase)
		if !tally.Count.IsZero() {
			p.Knowledge = t.counted()
		}
		return p
	}
	p.Agreement, p.Roundings = agreement(p.Share.Result, tally.Percent)
	switch {
	case p.Share.Result.Missing() == indicator.Present:
		p.Knowledge = t.counted()
	case !tally.Percent.IsZero():
		p.Knowledge = FromPercentages
		p.Behind = t.behind(tally.Percent, base)
	}
	p.Interval = t.interval(q, p, base)
	return p
}

// counted is what results rest on that are computed from counts.
func (s Survey) counted() Knowledge {
	if s.Records {
		return FromRecords
	}
	return FromTallies
}

// interval is that of a share, or of what may stand behind a printed one.
func (t tabulator) interval(q Question, p Proportion, base BaseCount) Interval {
	none := Interval{Method: t.Method, Confidence: t.Confidence}
	if !base.people() {
		return none.without(indicator.NotPeople)
	}
	n := base.Value.Ratio(indicator.NoCount)
	sample := func(x indicator.Ratio) Interval {
		return t.intervalOf(Sample{X: x, N: n, Population: t.Population})
	}
	share, _ := p.Share.Result.(indicator.Ratio)
	switch {
	case share.Missing() == indicator.Present:
		if q.Weights != nil {
			if finite(n, t.Population).Missing() == indicator.Census { // of everybody, whatever the weights
				return none.without(indicator.Census)
			}
			n = base.Effective
		}
		return sample(share.Mul(n))
	case p.Knowledge != FromPercentages || q.Weights != nil:
		return none.without(share.Missing())
	case n.Missing() != indicator.Present:
		return none.without(n.Missing())
	}
	least, most, ok := p.Counts()
	if !ok {
		return none.without(indicator.NoWholeCount)
	}
	i := sample(least.Ratio(indicator.NoCount))
	i.High = sample(most.Ratio(indicator.NoCount)).High
	return i
}

// intervalOf is the interval of a sample by the options.
func (t tabulator) intervalOf(s Sample) Interval {
	key := s.X.String() + " " + s.N.String() + " " + s.Population.String()
	i, ok := t.found[key]
	if !ok {
		i = s.interval(t.Method, t.level)
		t.found[key] = i
	}
	return i
}

// agreement rounds the share to the places of the printed percentage in every mode and compares.
func agreement(share indicator.Number, printed indicator.Value) (Agreement, []indicator.Rounding) {
	percent, ok := printed.Decimal()
	if !ok || share.Missing() != indicator.Present {
		return Unchecked, nil
	}
	var modes []indicator.Rounding
	for _, mode := range usualRoundings {
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
