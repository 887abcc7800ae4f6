package indicator

// EnergyPoints are what the method energy-assessment adds to the points for the target.
type EnergyPoints struct {
	// Measures are 措施分, from 0 to 60. Without them only a missed target is judged, and with any other number nothing else
	// either.
	Measures Value
}

// energyBands are the points from which the assessment gets each verdict, best first.
var energyBands = [...]struct {
	name    string
	from    int64
	verdict Verdict
}{{"exceeded-points", 95, Exceeded}, {"met-points", 80, MetTarget}, {"nearly-met-points", 60, NearlyMet}}

// EnergyAssessment is the method energy-assessment, 节能目标责任评价考核: of 100 points, 40 are for the target and 60
// for measures. The target that is due by the actual's period, met in full, gives 40; each tenth that is missing takes 4
// away, down to none below one half; each tenth beyond it adds 3, at most 9. From 95 points on the assessment is
// exceeded, from 80 met, from 60 nearly met. Where less is reached than is due, and the target itself is not met, the
// verdict is missed, whatever the measures; where the indicator is binding that is a veto 一票否决.
//
// What is due is the straight-line or, for a reduction, the compounded share of the target; reached ÷ due is the pace.
func EnergyAssessment(points EnergyPoints) Method {
	method := Method{
		ID: "energy-assessment", Version: "2007",
		Basis:      "State Council, scheme for assessing energy saving per unit of GDP (国发〔2007〕36号); from general knowledge",
		Verdicts:   []Verdict{Exceeded, MetTarget, NearlyMet, Missed},
		Favourable: 2, Vetoes: true,
		Judge: func(m *Measurement) Judgement {
			pace, decisive := m.energyPace()
			if why := pace.Missing(); why != Present {
				return Judgement{Reason: why}
			}
			if one := whole(1); pace.Cmp(one) < 0 && !m.isMet() {
				return withMargin(Judgement{Verdict: Missed, Decisive: decisive, Threshold: one, Veto: m.Indicator.Nature == Binding}, pace)
			}
			switch measures := points.Measures.Ratio(NoPoints); {
			case measures.Missing() != Present:
				return Judgement{Reason: NoPoints}
			case measures.Sign() < 0 || measures.Cmp(whole(60)) > 0:
				return Judgement{Reason: NotDefined}
			}
			total := m.energyTotal(pace, points)
			j := Judgement{Verdict: Missed, Decisive: FormulaPoints}
			for _, band := range energyBands {
				j.Threshold = whole(band.from)
				if j.Margin = total.Sub(j.Threshold); j.Margin.Sign() >= 0 {
					j.Verdict = band.verdict
					break
				}
			}
			return j
		},
		Figures: func(m *Measurement) []Figure {
			earned := Input{Symbol: "p"}
			pace, _ := m.energyPace()
			total := Missing(pace.Missing())
			if pace.Missing() == Present {
				earned.Value, _ = m.targetPoints(pace).Round(0, HalfUp)
				total = m.energyTotal(pace, points)
			}
			return []Figure{{FormulaPoints, []Input{earned, {Symbol: "e", Value: points.Measures}}, "", total}}
		},
	}
	for _, band := range energyBands {
		method.Parameters = append(method.Parameters, Parameter{band.name, IntValue(band.from)})
	}
	if !points.Measures.IsZero() {
		method.Parameters = append(method.Parameters, Parameter{"measures", points.Measures})
	}
	return method
}

// energyTotal returns the points for the target and for measures.
func (m *Measurement) energyTotal(pace Number, points EnergyPoints) Ratio {
	return m.targetPoints(pace).Add(points.Measures.Ratio(NoPoints))
}

// targetPoints returns the points for reaching so much of what is due; a target that is met, be it by its tolerance, is
// reached in full.
func (m *Measurement) targetPoints(pace Number) Ratio {
	tenths := int64(0)
	if m.isMet() {
		tenths = 10
	}
	for tenths < 13 && pace.Cmp(IntRatio(tenths+1, 10)) >= 0 {
		tenths++
	}
	switch {
	case tenths < 5:
		return whole(0)
	case tenths <= 10:
		return IntRatio(4*tenths, 1)
	}
	return IntRatio(40+3*(tenths-10), 1)
}

// energyPace is the pace of what has a due value, which a mean rate has not.
func (m *Measurement) energyPace() (Number, Formula) {
	if m.scheme == compounded {
		return Missing(NotDefined), FormulaPace
	}
	return m.pace()
}
