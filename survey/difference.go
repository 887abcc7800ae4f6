package survey

import "github.com/planeval/planeval/indicator"

// Contrast says whether two shares differ beyond what drawing samples explains. The zero Contrast is that it is unknown.
type Contrast string

// The contrasts.
const (
	ContrastUnknown Contrast = ""
	Differ          Contrast = "differ"    // 0 lies outside the interval of the difference
	NotShown        Contrast = "not-shown" // 0 lies inside; that they are equal does not follow
)

// Difference is one share less another, 占比之差, of two samples drawn independently: two groups, or two rounds that did
// not ask the same people.
type Difference struct {
	Value      indicator.Ratio `json:"value"` // first less second, as a fraction of 1
	Confidence indicator.Value `json:"confidence"`
	// Low and High are Newcombe's hybrid score interval: d − √((p₁ − l₁)² + (u₂ − p₂)²) to d + √((u₁ − p₁)² + (p₂ − l₂)²),
	// l and u being Wilson's bounds of each share (Statistics in Medicine 17, 1998, 873-890, method 10).
	Low      indicator.Number `json:"low"`
	High     indicator.Number `json:"high"`
	Contrast Contrast         `json:"contrast,omitempty"`
}

// Difference returns s less other with its interval; the absent confidence is 0.95. Where either share has no interval,
// there is none, for the same reason; where one of them is of a census, it has no width and takes part as it is.
func (s Sample) Difference(other Sample, confidence indicator.Value) Difference {
	return s.difference(other, newLevel(confidence))
}

func (s Sample) difference(other Sample, l level) Difference {
	p1, p2 := s.X.Quo(s.N), other.X.Quo(other.N)
	d := Difference{Value: p1.Sub(p2), Confidence: l.confidence}
	below1, above1, why1 := s.reach(l)
	below2, above2, why2 := other.reach(l)
	if why1 == indicator.Present {
		why1 = why2
	}
	if why1 != indicator.Present {
		d.Low, d.High = indicator.Missing(why1), indicator.Missing(why1)
		return d
	}
	hypotenuse := func(a, b indicator.Real) indicator.Real { return a.Mul(a).Add(b.Mul(b)).Sqrt() }
	low, high := d.Value.Real().Sub(hypotenuse(below1, above2)), d.Value.Real().Add(hypotenuse(above1, below2))
	d.Low, d.High, d.Contrast = low, high, NotShown
	if low.Cmp(whole(0)) > 0 || high.Cmp(whole(0)) < 0 {
		d.Contrast = Differ
	}
	return d
}

// reach returns how far Wilson's bounds lie below and above the share.
func (s Sample) reach(l level) (below, above indicator.Real, why indicator.Reason) {
	switch size := s.size(); size.Missing() {
	case indicator.Present:
		share := s.X.Quo(s.N)
		if why := l.square.Missing(); why != indicator.Present {
			return below, above, why
		}
		low, high := bounds{n: size, x: share.Mul(size), level: l}.score()
		return share.Real().Sub(low), high.Sub(share.Real()), indicator.Present
	case indicator.Census:
		return whole(0).Real(), whole(0).Real(), indicator.Present
	default:
		return below, above, size.Missing()
	}
}

// Shift is how the share of an option changed from one round of a survey to the next.
type Shift struct {
	Question   string     `json:"question"` // code
	Option     string     `json:"option"`
	Knowledge  Knowledge  `json:"knowledge"` // the lesser of the two rounds'
	Difference Difference `json:"difference"`
}

// Shifts compares two rounds of a survey, 两轮对比: every option that both have, by the codes of questions and the names of
// options, the later share less the earlier, in the order of the later round. Intervals are Newcombe's whatever the options'
// method. A printed percentage takes part where one count alone can stand behind it. Questions whose kind or base differs, and
// those whose shares are of ticks, are left out, as their shares are of different things.
func Shifts(earlier, later Survey, o Options) []Shift {
	o = o.orDefaults()
	before, after := newTabulator(earlier, o), newTabulator(later, o)
	questions := make(map[string]Question, len(earlier.Questions))
	for _, q := range earlier.Questions {
		questions[q.Code] = q
	}
	var shifts []Shift
	for _, q := range later.Questions {
		old, ok := questions[q.Code]
		if !ok || old.Kind != q.Kind || old.Base != q.Base || q.Base == Responses {
			continue
		}
		tallies := make(map[string]Tally, len(old.Tallies))
		for _, t := range old.Tallies {
			tallies[t.Option] = t
		}
		for _, t := range q.Tallies {
			earlierTally, ok := tallies[t.Option]
			if !ok || t.Outside || earlierTally.Outside {
				continue
			}
			a, b := after.sample(q, t), before.sample(old, earlierTally)
			shift := Shift{Question: q.Code, Option: t.Option, Difference: a.difference(b, after.level)}
			if shift.Difference.Value.Missing() == indicator.Present {
				shift.Knowledge = lesser(before.known(old, earlierTally), after.known(q, t))
			}
			shifts = append(shifts, shift)
		}
	}
	return shifts
}

// known is what the option's share rests on.
func (t tabulator) known(q Question, tally Tally) Knowledge {
	if tally.Count.IsZero() && q.Weights == nil {
		return FromPercentages
	}
	return t.counted()
}

// sample is the option's count of its base, or the one count behind its percentage; of a weighted question that part of the
// effective size, or of the base where everybody was asked. It has no numbers where the base is too small to publish.
func (t tabulator) sample(q Question, tally Tally) Sample {
	base := t.base(q)
	count := tally.Count
	if least, most, ok := (Proportion{Behind: t.behind(tally.Percent, base)}).Counts(); count.IsZero() && ok && least.Cmp(most) == 0 {
		count = least
	}
	s := Sample{X: count.Ratio(indicator.NoCount), N: base.Value.Ratio(indicator.NoCount), Population: t.Population}
	if q.Weights != nil {
		if finite(s.N, t.Population).Missing() != indicator.Census {
			s.N = base.Effective
		}
		s.X = indicator.NewRatio(tally.Weighted, q.Weights.Sum, indicator.NoCount).Mul(s.N)
	}
	if t.caution(q, base) == BaseWithheld {
		s.X, s.N = indicator.Missing(indicator.Withheld), indicator.Missing(indicator.Withheld)
	}
	return s
}

// lesser returns the level of knowledge that is less sure.
func lesser(a, b Knowledge) Knowledge {
	for _, k := range []Knowledge{Unknown, FromPercentages, FromTallies} {
		if a == k || b == k {
			return k
		}
	}
	return FromRecords
}
