package indicator

// EnergyPoints are what the method energy-assessment adds to the points for the target.
type EnergyPoints struct {
	Measures Value // 措施分, of 60; without it only a missed target is judged
}

// EnergyAssessment is the method energy-assessment, 节能目标责任评价考核: of 100 points, 40 are for the target and 60
// for measures. The target that is due by the actual's period, met in full, gives 40; each tenth that is missing takes 4
// away, down to none below one half; each tenth beyond it adds 3, at most 9. From 95 points on the assessment is
// exceeded, from 80 met, from 60 nearly met. The target vetoes 一票否决: where less is reached than is due, the verdict is
// missed, whatever the measures.
//
// What is due is the straight-line or, for a reduction, the compounded share of the target; reached ÷ due is the pace.
func EnergyAssessment(points EnergyPoints) Method {
	method := Method{
		ID: "energy-assessment", Version: "2007",
		Basis:      "State Council, scheme for assessing energy saving per unit of GDP (国发〔2007〕36号); from general knowledge",
		Parameters: []Parameter{{"exceeded-points", MustValue("95")}, {"met-points", MustValue("80")}, {"nearly-met-points", MustValue("60")}},
		Verdicts:   []Verdict{Exceeded, MetTarget, NearlyMet, Missed},
		Favourable: 2, Vetoes: true,
		Judge: func(m *Measurement) Judgement {
			pace, decisive := m.energyPace()
			one := whole(1)
			if why := pace.Missing(); why != Present {
				return Judgement{Reason: why}
			}
			if pace.Cmp(one) < 0 {
				return withMargin(Judgement{Verdict: Missed, Decisive: decisive, Threshold: one, Veto: true}, pace)
			}
			if points.Measures.IsZero() {
				return Judgement{Reason: NoPoints}
			}
			total := points.Measures.Ratio(NoPoints).Add(targetPoints(pace))
			for _, band := range []struct {
				from    int64
				verdict Verdict
			}{{95, Exceeded}, {80, MetTarget}, {60, NearlyMet}, {0, Missed}} {
				threshold := IntRatio(band.from, 1)
				if band.verdict == Missed {
					threshold = whole(60)
				}
				if margin := total.Sub(threshold); margin.Sign() >= 0 || band.verdict == Missed {
					return Judgement{Verdict: band.verdict, Decisive: FormulaPoints, Threshold: threshold, Margin: margin}
				}
			}
			return Judgement{}
		},
		Figures: func(m *Measurement) []Figure {
			earned := Input{Symbol: "p"}
			pace, _ := m.energyPace()
			total := Missing(pace.Missing())
			if pace.Missing() == Present {
				reached := targetPoints(pace)
				earned.Value, _ = FromDecimal(reached.Decimal(0, HalfUp))
				total = reached.Add(points.Measures.Ratio(NoPoints))
			}
			return []Figure{{FormulaPoints, []Input{earned, {Symbol: "e", Value: points.Measures}}, "", total}}
		},
	}
	if !points.Measures.IsZero() {
		method.Parameters = append(method.Parameters, Parameter{"measures", points.Measures})
	}
	return method
}

// targetPoints returns the points for reaching so much of what is due.
func targetPoints(pace Number) Ratio {
	tenths := int64(0)
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
