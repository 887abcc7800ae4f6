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

	// Places, where it is given, has the pace compared as it is printed, rounded half up to so many places, instead of
	// exactly. It is a whole number from 0 to 9; with any other no pace is judged.
	Places Value
}

// Schedule is the default method: a target that is met is achieved; otherwise the pace, progress ÷ elapsed, falls into
// a band. A target that is not met when its time is over is behind, whatever the pace. Until then an indicator without
// a baseline is not judged: comparing a stock's attainment with elapsed time would make everything look ahead. Nor is
// one without a way to go: in a range, to be kept at its number, or with a baseline beyond the target. A mean rate of
// growth is achieved only once the target's period is over, since the years that are left count as much as those
// behind; until then its pace is its attainment, mean rate ÷ target. Where that is not defined, for a rate that should
// fall or a target that is not above 0, it is on course while it meets the target.
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
	compared := paceBands{ahead: bands.Ahead.Ratio(NotComputed), onCourse: bands.OnCourse.Ratio(NotComputed)}
	compared.inOrder = compared.onCourse.Sign() >= 0 && compared.ahead.Cmp(compared.onCourse) >= 0
	printed := !bands.Places.IsZero()
	return Method{
		ID: "schedule", Version: "1",
		Basis:      "words of the national mid-term evaluation of the 14th five-year plan, 2023; bands are planeval's convention",
		Parameters: withPlaces(bands.Places, Parameter{"ahead", bands.Ahead}, Parameter{"on-course", bands.OnCourse}),
		Verdicts:   []Verdict{Achieved, Ahead, OnCourse, Behind, Reversed},
		Favourable: 3,
		Judge: func(m *Measurement) (j Judgement) {
			switch met, why := m.Met(); {
			case why == Present && met && !(m.scheme == compounded && m.underWay()):
				return m.achieved()
			case why == Present && !met && !m.underWay():
				return m.tooLate()
			}
			if m.scheme == plain && !printed {
				compared.judge(&j, m.Pace())
				return j
			}
			pace, decisive := m.pace()
			if m.scheme == compounded && pace.Missing() != Present && m.Reached().Missing() == Present {
				return m.judgeRate()
			}
			if printed {
				pace = asPrinted(pace, bands.Places, 0)
			}
			return compared.judgeNumber(pace, decisive)
		},
	}
}

// tooLate is the judgement of a target that was not met in its time, whatever the pace: behind, or where the indicator has
// moved away from it, reversed.
func (m *Measurement) tooLate() Judgement {
	j := m.achieved()
	j.Verdict = Behind
	if pace, _ := m.pace(); pace.Missing() == Present && pace.Cmp(whole(0)) < 0 {
		j.Verdict = Reversed
	}
	return j
}

// judgeRate gives the verdict on a mean rate that has no attainment.
func (m *Measurement) judgeRate() Judgement {
	met, why := m.Met()
	if why != Present {
		return Judgement{Reason: why}
	}
	j := m.achieved()
	if j.Verdict = Behind; met {
		j.Verdict = OnCourse
	}
	return j
}

// paceBands are the bands as paces are compared with them.
type paceBands struct {
	ahead, onCourse Ratio
	inOrder         bool // so that a pace can be judged
}

// judge is judgeNumber for the common case: a Ratio that becomes a Number is allocated.
func (b *paceBands) judge(j *Judgement, pace Ratio) {
	if j.Reason = b.unfit(pace.Missing()); j.Reason != Present {
		return
	}
	j.Verdict, j.Threshold = b.at(pace.Sign(), pace.Cmp(b.ahead), pace.Cmp(b.onCourse))
	j.Decisive, j.Margin = FormulaPace, pace.Sub(j.Threshold)
}

// judgeNumber gives the verdict on a pace, and why.
func (b *paceBands) judgeNumber(pace Number, decisive Formula) Judgement {
	if why := b.unfit(pace.Missing()); why != Present {
		return Judgement{Reason: why}
	}
	verdict, threshold := b.at(pace.Cmp(whole(0)), pace.Cmp(b.ahead), pace.Cmp(b.onCourse))
	return withMargin(Judgement{Verdict: verdict, Decisive: decisive, Threshold: threshold}, pace)
}

func (b *paceBands) unfit(missing Reason) Reason {
	if missing == Present && !b.inOrder {
		return NotDefined
	}
	return missing
}

// at gives the verdict on a pace, and the threshold that decided it, by how the pace compares with 0 and with the bands.
func (b *paceBands) at(zero, ahead, onCourse int) (Verdict, Ratio) {
	switch {
	case zero < 0:
		return Reversed, whole(0)
	case ahead >= 0:
		return Ahead, b.ahead
	case onCourse >= 0:
		return OnCourse, b.onCourse
	}
	return Behind, b.onCourse
}

// achieved is the judgement of a target that is met. The threshold is the number that the actual had to reach: the
// target, with the qualifier about the near end of its tolerance, in a range the nearer bound. The margin is how far
// the actual passed it, in the unit.
func (m *Measurement) achieved() Judgement {
	if m.scheme == compounded {
		return m.achievedRate()
	}
	low, high := m.bounds()
	above := Judgement{Verdict: Achieved, Threshold: low, Margin: m.a.Sub(low)}
	below := Judgement{Verdict: Achieved, Threshold: high, Margin: high.Sub(m.a)}
	if low.Missing() != Present || high.Missing() == Present && below.Margin.Cmp(above.Margin) < 0 {
		return below
	}
	return above
}

// bounds returns what the actual may not go below and above.
func (m *Measurement) bounds() (low, high Ratio) {
	low, high = m.Target.Low.Ratio(NoTarget), m.Target.High.Ratio(NoTarget)
	if m.Indicator.Direction != Range {
		low, high = m.t, Missing(NotDefined)
		if m.falls {
			low, high = high, low
		}
		if m.Target.Qualifier == About {
			tolerance := m.Target.Tolerance.Ratio(NoTolerance)
			low, high = low.Sub(tolerance), high.Add(tolerance)
		}
	}
	return low, high
}

// Met reports whether the actual meets the target, by the direction and the target's qualifier, compared exactly.
// The reason is not Present where that cannot be said.
func (m *Measurement) Met() (bool, Reason) {
	if m.scheme == compounded || m.Indicator.Direction == Range {
		return m.Meets(m.Reached())
	}
	limit, why := m.limit(m.a.Missing())
	if why != Present {
		return false, why
	}
	return m.reaches(m.a.Cmp(limit)), Present
}

func (m *Measurement) isMet() bool {
	met, why := m.Met()
	return met && why == Present
}

// Meets is Met for another number in the actual's place, such as a projection.
func (m *Measurement) Meets(n Number) (bool, Reason) {
	if n == nil {
		return false, NotComputed
	}
	if m.Indicator.Direction == Range {
		low, high := m.Target.Low.Ratio(NoTarget), m.Target.High.Ratio(NoTarget)
		switch {
		case m.scheme == unmeasured || m.scheme == undefined:
			return false, m.lacks()
		case n.Missing() != Present:
			return false, n.Missing()
		case low.Missing() != Present && high.Missing() != Present:
			return false, NoTarget
		}
		return n.Cmp(low) >= 0 && (high.Missing() != Present || n.Cmp(high) <= 0), Present
	}
	limit, why := m.limit(n.Missing())
	if why != Present {
		return false, why
	}
	return m.reaches(n.Cmp(limit)), Present
}

// limit returns the number that has to be reached: the target, with the qualifier about the near end of its tolerance. It
// gives a reason instead where nothing can be held against it, missing being the reason of the number held.
func (m *Measurement) limit(missing Reason) (Ratio, Reason) {
	t := &m.Target
	switch {
	case m.scheme == unmeasured || m.scheme == undefined:
		return Ratio{}, m.lacks()
	case missing != Present:
		return Ratio{}, missing
	case t.Value.IsZero():
		return Ratio{}, NoTarget
	case t.Qualifier != About:
		return m.t, Present
	case t.Tolerance.IsZero():
		return Ratio{}, NoTolerance
	case m.falls:
		return m.t.Add(t.Tolerance.Ratio(NoTolerance)), Present
	}
	return m.t.Sub(t.Tolerance.Ratio(NoTolerance)), Present
}

// reaches reports whether a number that compares with the limit in this way meets the target.
func (m *Measurement) reaches(c int) bool {
	return c == 0 && m.Target.Qualifier != MoreThan || m.better(c)
}

// better reports whether a difference of that sign, actual against target, lies on the good side.
func (m *Measurement) better(sign int) bool {
	if m.falls {
		return sign < 0
	}
	return sign > 0
}
