package indicator

// The verdicts of the method final, and of energy-assessment.
const (
	Exceeded  Verdict = "exceeded"   // 超额完成
	MetTarget Verdict = "met"        // 完成
	NearlyMet Verdict = "nearly-met" // 基本完成
	Missed    Verdict = "missed"     // 未完成
)

// FinalBands say from which attainment on a missed target is nearly met; an absent one stands for the default, 0.95. With
// one outside 0 to 1 no missed target is judged.
type FinalBands struct {
	NearlyMet Value

	// Places, where it is given, has the attainment compared as it is printed, rounded half up to so many places of a
	// per cent, instead of exactly. It is a whole number from 0 to 9; with any other no missed target is judged.
	Places Value
}

// FinalAssessment is the method final, 总结评估: whether a target was met, once its period is over. Beyond the target
// is exceeded, except where the qualifier asks for more than the target; in a range, and for what is to be kept at its
// number, there is nothing to exceed. The qualifier about is honoured: 19.1 % meets "about 20 %" with a tolerance of 1.
// A binding target that is not met is a veto 一票否决 over the plan, also where it is nearly met. Before the target's period
// has been observed there is no verdict, for the reason BeforeTarget.
//
// The words are those of final evaluations of five-year plans. From which attainment on a target is nearly met no
// official document says; the band is a convention of this module.
func FinalAssessment(bands FinalBands) Method {
	if bands.NearlyMet.IsZero() {
		bands.NearlyMet = MustValue("0.95")
	}
	nearly := bands.NearlyMet.Ratio(NotComputed)
	return Method{
		ID: "final", Version: "1",
		Basis:      "words of final evaluations of five-year plans; the band of nearly met is planeval's convention",
		Parameters: withPlaces(bands.Places, Parameter{"nearly-met", bands.NearlyMet}),
		Verdicts:   []Verdict{Exceeded, MetTarget, NearlyMet, Missed},
		Favourable: 2, Vetoes: true,
		Judge: func(m *Measurement) Judgement {
			met, why := m.Met()
			switch {
			case why != Present:
				return Judgement{Reason: why}
			case m.underWay():
				return Judgement{Reason: BeforeTarget}
			}
			j := m.achieved()
			j.Veto = !met && m.Indicator.Nature == Binding
			if met {
				j.Verdict = MetTarget
				if m.exceeds() {
					j.Verdict = Exceeded
				}
				return j
			}
			decisive, attainment := m.AttainmentFormula(), Number(m.Attainment())
			if m.scheme == compounded {
				decisive, attainment = FormulaAttainmentRate, m.RateAttainment()
			}
			if attainment.Missing() != Present { // of a target that is not above 0
				j.Verdict = Missed
				return j
			}
			if !bands.Places.IsZero() {
				attainment = asPrinted(attainment, bands.Places, 2)
			}
			if attainment.Missing() != Present || nearly.Sign() < 0 || nearly.Cmp(whole(1)) > 0 {
				return Judgement{Reason: NotDefined}
			}
			j = Judgement{Verdict: Missed, Decisive: decisive, Threshold: nearly, Veto: j.Veto}
			if attainment.Cmp(nearly) >= 0 {
				j.Verdict = NearlyMet
			}
			return withMargin(j, attainment)
		},
	}
}

// exceeds reports whether the actual, which meets the target, lies beyond it.
func (m *Measurement) exceeds() bool {
	return m.Indicator.Direction.OneWay() && m.Target.Qualifier != MoreThan && m.better(m.reachedAgainst(m.Target.Value))
}

// reachedAgainst compares what is held against the target, a mean rate or a number in its unit, with v.
func (m *Measurement) reachedAgainst(v Value) int { return m.Reached().Cmp(v.Ratio(NoTarget)) }
