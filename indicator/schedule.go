package indicator

// The verdicts of the method schedule.
const (
	Achieved Verdict = "achieved"  // 提前实现: the target is met
	Ahead    Verdict = "ahead"     // 快于预期
	OnCourse Verdict = "on-course" // 基本符合预期
	Behind   Verdict = "behind"    // 相对滞后
	Reversed Verdict = "reversed"  // 背离: moved away from the target
)

// Bands are the paces from which the method schedule calls an indicator ahead or on course; an absent one stands for
// the default, 1.1 and 0.9. With bands below 0, or ahead below on course, no pace is judged.
type Bands struct {
	Ahead    Value
	OnCourse Value
}

// Schedule is the default method: a target that is met is achieved; otherwise the pace, progress ÷ elapsed, falls
// into a band. An indicator without a baseline is not judged: comparing a stock's attainment with elapsed time would
// make everything look ahead.
//
// The words are those of the national mid-term evaluation of 2023. No official document gives numeric bands; these
// are a convention of this module, and every judgement states the one it used.
func Schedule(bands Bands) Method {
	if bands.Ahead.IsZero() {
		bands.Ahead = MustValue("1.1")
	}
	if bands.OnCourse.IsZero() {
		bands.OnCourse = MustValue("0.9")
	}
	ahead, onCourse := bands.Ahead.Ratio(NotComputed), bands.OnCourse.Ratio(NotComputed)
	return Method{
		ID: "schedule", Version: "1",
		Basis:      "words of the national mid-term evaluation of the 14th five-year plan, 2023; bands are planeval's convention",
		Parameters: []Parameter{{"ahead", bands.Ahead}, {"on-course", bands.OnCourse}},
		Verdicts:   []Verdict{Achieved, Ahead, OnCourse, Behind, Reversed},
		Favourable: 3,
		Judge: func(m *Measurement) Judgement {
			if met, why := m.Met(); why == Present && met {
				return m.achieved()
			}
			if m.Accumulated != nil && m.Indicator.Kind == Reduction {
				return m.judgePaceReduction(ahead, onCourse)
			}
			if why := m.Pace.Missing(); why != Present {
				return Judgement{Reason: why}
			}
			if !inOrder(ahead, onCourse) {
				return Judgement{Reason: NotDefined}
			}
			verdict, threshold := band(m.Pace, ahead, onCourse)
			return Judgement{Verdict: verdict, Decisive: FormulaPace, Threshold: threshold, Margin: m.Pace.Sub(threshold)}
		},
	}
}

func inOrder(ahead, onCourse Ratio) bool { return onCourse.Sign() >= 0 && ahead.Cmp(onCourse) >= 0 }

// band returns the verdict on a pace, and the threshold that decided it.
func band[N Number](pace N, ahead, onCourse Ratio) (Verdict, Ratio) {
	zero := whole(0)
	switch {
	case pace.Cmp(zero) < 0:
		return Reversed, zero
	case pace.Cmp(ahead) >= 0:
		return Ahead, ahead
	case pace.Cmp(onCourse) >= 0:
		return OnCourse, onCourse
	}
	return Behind, onCourse
}

// achieved is the judgement of a target that is met. The threshold is the number that the actual had to reach: the
// target, with the qualifier about the near end of its tolerance, in a range the nearer bound. The margin is how far
// the actual passed it, in the unit.
func (m *Measurement) achieved() Judgement {
	if m.Indicator.Kind == Growth {
		return m.achievedRate()
	}
	low, high, a := m.bounds()
	above := Judgement{Verdict: Achieved, Threshold: low, Margin: a.Sub(low)}
	below := Judgement{Verdict: Achieved, Threshold: high, Margin: high.Sub(a)}
	if low.Missing() != Present || high.Missing() == Present && below.Margin.Cmp(above.Margin) < 0 {
		return below
	}
	return above
}

// bounds returns what the actual may not go below and above, and the actual.
func (m *Measurement) bounds() (low, high, a Ratio) {
	a, t := m.Actual.Value.Ratio(NoObservation), m.Target.Value.Ratio(NoTarget)
	low, high = m.Target.Low.Ratio(NoTarget), m.Target.High.Ratio(NoTarget)
	if m.Indicator.Direction != Range {
		low, high = t, Missing(NotDefined)
		if m.lowerIsBetter() {
			low, high = high, low
		}
		if m.Target.Qualifier == About {
			tolerance := m.Target.Tolerance.Ratio(NoTolerance)
			low, high = low.Sub(tolerance), high.Add(tolerance)
		}
	}
	return low, high, a
}

// Met reports whether the actual meets the target, by the direction and the target's qualifier, compared exactly.
// The reason is not Present where that cannot be said.
func (m *Measurement) Met() (bool, Reason) {
	if m.Indicator.Kind != Level && m.Indicator.Kind != Flow {
		return m.Meets(m.reached())
	}
	if m.Actual.Value.IsZero() {
		return false, NoObservation
	}
	return meets(m, m.Actual.Value.Ratio(NoObservation))
}

// Meets is Met for another number in the actual's place, such as a projection.
func (m *Measurement) Meets(n Number) (bool, Reason) { return meets(m, n) }

// meets takes its number by its own type, because a Ratio that becomes a Number is allocated.
func meets[N Number](m *Measurement, n N) (bool, Reason) {
	t := m.Target
	target := t.Value.Ratio(NoTarget)
	switch {
	case m.Accumulated == nil && m.Indicator.Kind != Level && m.Indicator.Kind != Flow:
		return false, NotDefined
	case n.Missing() != Present:
		return false, n.Missing()
	case m.Indicator.Direction == Range:
		if t.Low.IsZero() && t.High.IsZero() {
			return false, NoTarget
		}
		low, high := t.Low.Ratio(NoTarget), t.High.Ratio(NoTarget)
		return (t.Low.IsZero() || n.Cmp(low) >= 0) && (t.High.IsZero() || n.Cmp(high) <= 0), Present
	case t.Value.IsZero():
		return false, NoTarget
	case t.Qualifier == About && t.Tolerance.IsZero():
		return false, NoTolerance
	case t.Qualifier == About && m.lowerIsBetter():
		target = target.Add(t.Tolerance.Ratio(NoTolerance))
	case t.Qualifier == About:
		target = target.Sub(t.Tolerance.Ratio(NoTolerance))
	}
	c := n.Cmp(target)
	return m.better(c) || c == 0 && t.Qualifier != MoreThan, Present
}

// lowerIsBetter reports whether the number should fall; a reduction should not, whatever the direction of what is reduced.
func (m *Measurement) lowerIsBetter() bool {
	return m.Indicator.Direction == Decrease && m.Indicator.Kind != Reduction
}

// better reports whether a difference of that sign, actual against target, lies on the good side.
func (m *Measurement) better(sign int) bool {
	if m.lowerIsBetter() {
		return sign < 0
	}
	return sign > 0
}
