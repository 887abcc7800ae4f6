package indicator

// The verdicts of the method final, and of energy-assessment.
const (
	Exceeded  Verdict = "exceeded"   // 超额完成
	MetTarget Verdict = "met"        // 完成
	NearlyMet Verdict = "nearly-met" // 基本完成
	Missed    Verdict = "missed"     // 未完成
)

// FinalBands say from which attainment on a missed target is nearly met; an absent one stands for the default, 0.95.
type FinalBands struct {
	NearlyMet Value

	// Places, where it is given, has the attainment compared as it is printed, rounded half up to so many places of a
	// per cent, instead of exactly; a mean rate is compared exactly all the same. It is a whole number from 0 to 9; with
	// any other no missed target is judged.
	Places Value
}

// FinalAssessment is the method final, 总结评估: whether a target was met, once its period is over. Beyond the target
// is exceeded, except where the qualifier asks for more than the target; in a range, and for what is to be kept at its
// number, there is nothing to exceed. The qualifier about is honoured: 19.1 % meets "about 20 %" with a tolerance of 1.
// Before the target's period has been observed there is no verdict, for the reason BeforeTarget.
//
// The words are those of final evaluations of five-year plans. From which attainment on a target is nearly met no
// official document says; the band is a convention of this module.
func FinalAssessment(bands FinalBands) Method {
	if bands.NearlyMet.IsZero() {
		bands.NearlyMet = MustValue("0.95")
	}
	nearly := bands.NearlyMet.Ratio(NotComputed)
	method := Method{
		ID: "final", Version: "1",
		Basis:      "words of final evaluations of five-year plans; the band of nearly met is planeval's convention",
		Parameters: []Parameter{{"nearly-met", bands.NearlyMet}},
		Verdicts:   []Verdict{Exceeded, MetTarget, NearlyMet, Missed},
		Favourable: 2,
		Judge: func(m *Measurement) Judgement {
			met, why := m.Met()
			switch {
			case why != Present:
				return Judgement{Reason: why}
			case !m.Target.Period.endsBy(m.Actual.Period):
				return Judgement{Reason: BeforeTarget}
			}
			j := m.achieved()
			if met {
				j.Verdict = MetTarget
				if m.exceeds() {
					j.Verdict = Exceeded
				}
				return j
			}
			if n, ok := bands.Places.Int(); !bands.Places.IsZero() && (!ok || n < 0 || n > 9) {
				return Judgement{Reason: NotDefined}
			}
			if m.Indicator.Kind == Growth {
				return m.missedRate(nearly)
			}
			attainment := asPrinted(m.Attainment, bands.Places, 2)
			if attainment.Missing() != Present {
				j.Verdict = Missed
				return j
			}
			j = Judgement{Verdict: Missed, Decisive: m.attainmentFormula(), Threshold: nearly, Margin: attainment.Sub(nearly)}
			if j.Margin.Sign() >= 0 {
				j.Verdict = NearlyMet
			}
			return j
		},
	}
	if !bands.Places.IsZero() {
		method.Parameters = append(method.Parameters, Parameter{"places", bands.Places})
	}
	return method
}

// missedRate is the judgement of a mean rate below its target.
func (m *Measurement) missedRate(nearly Ratio) Judgement {
	j := Judgement{Verdict: Missed, Decisive: FormulaAttainmentRate, Threshold: nearly}
	attainment := m.Accumulated.Attainment
	if attainment.Missing() != Present { // of a target that is not above 0
		j = m.achievedRate()
		j.Verdict = Missed
		return j
	}
	if attainment.Cmp(nearly) >= 0 {
		j.Verdict = NearlyMet
	}
	return withMargin(j, attainment)
}

// exceeds reports whether the actual, which meets the target, lies beyond it.
func (m *Measurement) exceeds() bool {
	return m.Indicator.Direction.OneWay() && m.Target.Qualifier != MoreThan && m.better(m.reachedAgainst(m.Target.Value))
}

// reachedAgainst compares what is held against the target, a mean rate or a number in its unit, with v.
func (m *Measurement) reachedAgainst(v Value) int { return m.reached().Cmp(v.Ratio(NoTarget)) }

// asPrinted returns r rounded half up to the given places, of which shift are used up by the display (2 for per cent);
// without places it returns r.
func asPrinted(r Ratio, places Value, shift int) Ratio {
	n, ok := places.Int()
	if !ok || r.Missing() != Present {
		return r
	}
	v, err := FromDecimal(r.Decimal(n+shift, HalfUp))
	if err != nil {
		return Missing(NotDefined)
	}
	return v.Ratio(NotComputed)
}
