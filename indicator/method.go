package indicator

import "slices"

// Verdict is a method's word for an indicator, 趋势判断, by its stable id. The zero Verdict is NotJudged, 不判定, which
// counts neither as met nor as missed.
type Verdict string

// NotJudged is the verdict where there is no ground for one; the judgement's Reason says why.
const NotJudged Verdict = ""

// MarshalText writes the id, and "not-judged" for NotJudged.
func (v Verdict) MarshalText() ([]byte, error) {
	if v == NotJudged {
		return []byte("not-judged"), nil
	}
	return []byte(v), nil
}

// UnmarshalText reads what MarshalText writes.
func (v *Verdict) UnmarshalText(text []byte) error {
	*v = Verdict(text)
	if *v == "not-judged" {
		*v = NotJudged
	}
	return nil
}

// Method judges a measurement by one rule. A caller's own method is a struct literal like those of this package.
type Method struct {
	ID         string      `json:"id"`
	Version    string      `json:"version"`
	Basis      string      `json:"basis"` // where the rule comes from
	Parameters []Parameter `json:"parameters,omitempty"`
	Verdicts   []Verdict   `json:"verdicts"` // its vocabulary, best first

	// Favourable is how many of Verdicts, from the best on, say that the target is met or will be; see
	// [Judgement.Favourable]. With 0 the method is not compared with others.
	Favourable int `json:"favourable,omitempty"`

	// Vetoes says that a verdict of the method may be a veto 一票否决; see [Judgement.Veto].
	Vetoes bool `json:"vetoes,omitempty"`

	// Figures returns the method's own steps with their working, beside those of the measurement; it is called by those
	// who ask for the explanation. It may be nil.
	Figures func(*Measurement) []Figure `json:"-"`

	// Judge gives the verdict. It must not keep or change the measurement. Without it nothing is judged.
	Judge func(*Measurement) Judgement `json:"-"`
}

// Steps returns the method's own steps, none where it has none.
func (method Method) Steps(m *Measurement) []Figure {
	if method.Figures == nil {
		return nil
	}
	return method.Figures(m)
}

// Parameter is a named number that a method's verdicts depend on.
type Parameter struct {
	Name  string `json:"name"`
	Value Value  `json:"value"`
}

// Judgement is a verdict with its why: the figure that decided, the threshold it was held against, and by how much it
// passed (positive) or failed (negative).
type Judgement struct {
	Method    string  `json:"method"` // the method's id
	Version   string  `json:"version"`
	Verdict   Verdict `json:"verdict"`
	Reason    Reason  `json:"reason,omitzero"`    // why there is no verdict
	Decisive  Formula `json:"decisive,omitempty"` // the figure that decided; empty where the actual was held against the target
	Threshold Ratio   `json:"threshold,omitzero"`
	Margin    Ratio   `json:"margin,omitzero"` // by how much the figure, or the actual in its unit, passes the threshold

	// Favourable says that the target is met or will be: the verdict is among the favourable ones of its method, and the
	// target's time is not over without its being met. By it methods of different vocabularies can be compared.
	Favourable bool `json:"favourable,omitempty"`

	// Veto says that the verdict decides over the plan as a whole, 一票否决: a binding target is not met, and nothing that was
	// reached elsewhere makes up for it.
	Veto bool `json:"veto,omitempty"`

	// Irrational is the margin where it is no fraction, as of a rate or a logarithm; Margin is missing then.
	Irrational Number `json:"irrationalMargin,omitempty"`
}

// By returns the margin, whichever of the two holds it.
func (j Judgement) By() Number {
	if j.Irrational != nil {
		return j.Irrational
	}
	return j.Margin
}

// Judge applies the method to the measurement and signs the judgement with the method's id and version. A verdict
// outside the method's vocabulary is none, for the reason NotDefined; and no verdict is without a reason.
func Judge(method Method, m *Measurement) (j Judgement) {
	if method.Judge == nil {
		j.Reason = NotDefined
	} else {
		j = method.Judge(m)
	}
	if j.Verdict != NotJudged {
		i := slices.Index(method.Verdicts, j.Verdict)
		if i < 0 {
			j = Judgement{Reason: NotDefined}
		}
		j.Favourable = i >= 0 && i < method.Favourable && m.mayBeMet()
	}
	if j.Verdict == NotJudged && j.Reason == Present {
		j.Reason = NotComputed
	}
	j.Method, j.Version = method.ID, method.Version
	return j
}

// Assessment is one indicator measured once and judged by one or several methods.
type Assessment struct {
	Measurement
	Judgements []Judgement // one a method, in the order of the methods
}

// Assess measures the indicator as of the given date and has every method judge it.
func Assess(ind Indicator, asOf Period, methods ...Method) Assessment {
	a := Assessment{Measurement: Measure(ind, asOf)}
	for _, method := range methods {
		a.Judgements = append(a.Judgements, Judge(method, &a.Measurement))
	}
	return a
}

// withMargin completes a judgement with how far a number lies above the threshold.
func withMargin(j Judgement, n Number) Judgement {
	j.above(n)
	return j
}

// above sets the margin: how far a number lies above the threshold.
func (j *Judgement) above(n Number) {
	switch r := n.(type) {
	case Ratio:
		j.Margin = r.Sub(j.Threshold)
	case Root:
		j.Irrational = r.plus(whole(0).Sub(j.Threshold))
	case Log:
		j.Irrational = r.plus(whole(0).Sub(j.Threshold))
	case RootRatio:
		j.Irrational = r.plus(whole(0).Sub(j.Threshold))
	}
}
