package indicator

// The verdicts of the method open-sdg.
const (
	TargetAchieved      Verdict = "target-achieved"
	SubstantialProgress Verdict = "substantial-progress"
	ModerateProgress    Verdict = "moderate-progress"
	LimitedProgress     Verdict = "limited-progress"
	Deterioration       Verdict = "deterioration"
)

// The formulas of the method open-sdg, with a actual, b base, t target, k and n the units of time from the base to the
// actual and to the target, y units of time in a year, and s the sign that makes what is better positive; l is the
// natural limit, e its exponent, r the side of the base that it lies on, f and g the score's line.
const (
	FormulaObservedGrowth   Formula = "observed-growth"
	FormulaNeededGrowth     Formula = "needed-growth"
	FormulaGrowthRatio      Formula = "growth-ratio"
	FormulaDirectedGrowth   Formula = "directed-growth"
	FormulaLimitCoefficient Formula = "limit-coefficient"
	FormulaScaledGrowth     Formula = "scaled-growth"
	FormulaRatioScore       Formula = "ratio-score"
	FormulaGrowthScore      Formula = "growth-score"
	FormulaScaledScore      Formula = "scaled-score"
	FormulaBestScore        Formula = "best-score"
	FormulaWorstScore       Formula = "worst-score"
)

// OpenSDGOptions are the thresholds from which growth is substantial, moderate or limited, and the natural limit of
// an indicator without a target. An absent threshold stands for 0.95, 0.60 and 0 of the growth needed, or without a
// target for a yearly growth of 0.015, 0.005 and 0. Out of order nothing but a target that is met is judged.
//
// The score has published lines for the published thresholds. With others there is none, save for a target that is met:
// a score by lines that the thresholds do not move would contradict the verdict.
type OpenSDGOptions struct {
	Substantial, Moderate, Limited Value
	Limit                          Value
}

// OpenSDG is the progress measure of Open SDG, after Statistics Canada. A target that is met is achieved. Otherwise
// the compound growth from the base to the actual, positive where it is for the better, is held against the growth
// needed up to the target, or without a target against fixed rates; near a natural limit l these shrink by
// 1 − (1 − │l − b│ ÷ │l│)^4.44. The base is the baseline, or where it has no value the next observation after it. The
// verdict is decided exactly, on the growth and not on the score.
//
// A base or target that is 0, or an actual or target of another sign than the base, has no growth, and the reason says
// so; nothing replaces it. Growth to an actual of 0 is −100 %. Moving away from a target is a deterioration also where
// the growth that it needs is 0 or is none.
func OpenSDG(o OpenSDGOptions) Method {
	method := Method{
		ID: "open-sdg", Version: "1", Basis: "Open SDG, sdg-build: measure_indicator_progress, after Statistics Canada",
		Verdicts:   []Verdict{TargetAchieved, SubstantialProgress, ModerateProgress, LimitedProgress, Deterioration},
		Favourable: 2,
		Judge:      func(m *Measurement) Judgement { return openSDG{m, o}.judge() },
		Figures:    func(m *Measurement) []Figure { return openSDG{m, o}.figures() },
	}
	withTarget, without := o.thresholds(true), o.thresholds(false)
	for i, name := range []string{"substantial", "moderate", "limited"} {
		method.Parameters = append(method.Parameters, Parameter{name, withTarget[i]}, Parameter{name + "-untargeted", without[i]})
	}
	if !o.Limit.IsZero() {
		method.Parameters = append(method.Parameters, Parameter{"natural-limit", o.Limit})
	}
	return method
}

// own reports whether a threshold is not the published one.
func (o OpenSDGOptions) own() bool {
	return !o.Substantial.IsZero() || !o.Moderate.IsZero() || !o.Limited.IsZero()
}

func (o OpenSDGOptions) thresholds(target bool) [3]Value {
	all := [3]Value{MustValue("0.015"), MustValue("0.005"), IntValue(0)}
	if target {
		all = [3]Value{MustValue("0.95"), MustValue("0.60"), IntValue(0)}
	}
	for i, v := range []Value{o.Substantial, o.Moderate, o.Limited} {
		if !v.IsZero() {
			all[i] = v
		}
	}
	return all
}

type openSDG struct {
	m *Measurement
	o OpenSDGOptions
}

// progress is what a verdict rests on: the decisive number, by which formula, and its steps.
type progress struct {
	base             Observation
	observed, needed Root
	coefficient      Root // of the natural limit; missing where there is none
	side             int  // of the base that the limit lies on
	sign             int
	past, whole      Span
	formula          Formula
	value            Number
	atLimit          bool
	away             bool // from a target that no growth can be held against
	reason           Reason
}

// directed is the growth observed, positive where it is for the better.
func (p progress) directed() Root { return p.observed.times(whole(int64(p.sign))) }

func (s openSDG) base() (Observation, Reason) {
	m := s.m
	switch {
	case m.Actual.Value.IsZero():
		return Observation{}, NoObservation
	case m.Indicator.Baseline.IsZero():
		return Observation{}, NoBaseline
	case !m.Baseline.Value.IsZero():
		return m.Baseline, Present
	}
	for _, o := range m.Indicator.Series.Until(m.AsOf) {
		if o.Period.Compare(m.Indicator.Baseline) > 0 && !o.Value.IsZero() && (m.Indicator.Kind != Flow || o.Period.SameForm(m.Actual.Period)) {
			return o, Present
		}
	}
	return Observation{}, BeforeBaseline
}

func (s openSDG) targeted() bool { return !s.m.Target.Value.IsZero() }

func (s openSDG) progress() (p progress) {
	m := s.m
	fail := func(why Reason) progress { p.reason, p.value = why, Missing(why); return p }
	p.observed, p.needed = missingRoot(NotComputed), missingRoot(NotComputed)
	p.coefficient = missingRoot(NotComputed)
	if m.scheme != plain || !m.Indicator.Direction.OneWay() {
		return fail(NotDefined)
	}
	var why Reason
	if p.base, why = s.base(); why != Present {
		return fail(why)
	}
	if p.past, why = NewSpan(p.base.Period, m.Actual.Period, m.Actual.Period); why != Present {
		return fail(why)
	}
	a, b := m.a, p.base.Value.Ratio(NoBaseline)
	one := whole(1)
	growth := func(to Ratio, span Span) Root {
		if b.Sign() == 0 || to.Sign() == -b.Sign() {
			return missingRoot(NotPositive)
		}
		return newRoot(one, to.Quo(b), span.PerYear(), span.Total, whole(-1))
	}
	if p.observed = growth(a, p.past); p.observed.Missing() != Present {
		return fail(p.observed.Missing())
	}
	p.sign = b.Sign()
	if m.falls {
		p.sign = -p.sign
	}
	if s.targeted() {
		if p.whole, why = NewSpan(p.base.Period, p.base.Period, m.Target.Period); why != Present {
			return fail(why)
		}
		if p.past.Unit != p.whole.Unit { // the working states one length of a year for both
			p.past, p.whole = p.past.inMonths(), p.whole.inMonths()
			p.observed = growth(a, p.past)
		}
		p.needed = missingRoot(NotPositive)
		if m.t.Sign() != 0 {
			p.needed = growth(m.t, p.whole)
		}
		why = p.needed.Missing()
		if why == Present && p.needed.Cmp(whole(0)) == 0 {
			why = ZeroDenominator
		}
		if why != Present {
			met, _ := m.Met()
			if p.value = p.directed(); met || p.value.Cmp(whole(0)) >= 0 {
				return fail(why)
			}
			p.formula, p.away = FormulaDirectedGrowth, true
			return p
		}
		p.sign *= p.needed.Cmp(whole(0))
		p.formula, p.value = FormulaGrowthRatio, newRootRatio(p.observed, p.needed, whole(int64(p.sign)), whole(0))
		return p
	}
	p.formula, p.value = FormulaDirectedGrowth, p.directed()
	if l := s.o.Limit.Ratio(NoTarget); l.Sign() != 0 {
		p.side = l.Sub(b).Quo(l).Sign()
		u := one.Sub(whole(int64(p.side)).Mul(l.Sub(b).Quo(l)))
		p.atLimit = p.side == 0
		if u.Sign() > 0 {
			p.coefficient = newRoot(whole(-1), u, 111, 25, one)
		}
		if p.coefficient.Missing() == Present && !p.atLimit {
			p.formula, p.value = FormulaScaledGrowth, newRootRatio(p.observed, p.coefficient, whole(int64(p.sign)), whole(0))
		}
	}
	return p
}

func (s openSDG) judge() Judgement {
	if met, why := s.m.Met(); why == Present && met {
		j := s.m.achieved()
		j.Verdict = TargetAchieved
		return j
	}
	p := s.progress()
	if p.reason != Present {
		return Judgement{Reason: p.reason}
	}
	if p.away {
		return withMargin(Judgement{Verdict: Deterioration, Decisive: p.formula, Threshold: whole(0)}, p.value)
	}
	values, verdicts := s.o.thresholds(s.targeted()), []Verdict{SubstantialProgress, ModerateProgress, LimitedProgress}
	if values[0].Cmp(values[1]) < 0 || values[1].Cmp(values[2]) < 0 {
		return Judgement{Reason: NotDefined}
	}
	threshold := whole(0)
	for i, v := range values {
		if !p.atLimit {
			threshold = v.Ratio(NotComputed)
		}
		if p.value.Cmp(threshold) >= 0 {
			return withMargin(Judgement{Verdict: verdicts[i], Decisive: p.formula, Threshold: threshold}, p.value)
		}
	}
	return withMargin(Judgement{Verdict: Deterioration, Decisive: p.formula, Threshold: threshold}, p.value)
}
