package indicator

// The verdicts of the method un-progress-chart.
const (
	OnTrack      Verdict = "on-track"      // on track, or target met
	FairProgress Verdict = "fair-progress" // fair progress, but acceleration needed
	Stagnation   Verdict = "stagnation"    // stagnation or regression
)

// ProgressChart is the method un-progress-chart, 联合国进展图法: growth since the baseline is carried on at its mean
// rate to the target's period; the change since the baseline that it comes to, divided by the change that was needed,
// is on track from 0.95 and fair from 0.10. A target that is met is on track. An indicator without a target is held
// against its mean yearly growth toward its direction: from 2 % on track, from 0.5 % fair.
//
// Every comparison is exact. A baseline or an actual that is not above 0 has no rate of growth, and no verdict.
func ProgressChart() Method {
	onTrack, fair := MustValue("0.95"), MustValue("0.1")
	fastGrowth, fairGrowth := MustValue("0.02"), MustValue("0.005")
	return Method{
		ID: "un-progress-chart", Version: "2023",
		Basis: "United Nations, Sustainable Development Goals Progress Chart 2023, technical note",
		Parameters: []Parameter{{"on-track", onTrack}, {"fair-progress", fair},
			{"on-track-growth", fastGrowth}, {"fair-growth", fairGrowth}},
		Verdicts:   []Verdict{OnTrack, FairProgress, Stagnation},
		Favourable: 1,
		Judge: func(m *Measurement) Judgement {
			if m.scheme != plain {
				return Judgement{Reason: NotDefined}
			}
			switch met, why := m.Met(); {
			case why == NoTarget:
				return m.judgeRoot(m.signed(m.MeanGrowth()), FormulaMeanGrowth, fastGrowth.Ratio(NotComputed), fairGrowth.Ratio(NotComputed))
			case why != Present:
				return Judgement{Reason: why}
			case met:
				j := m.achieved()
				j.Verdict = OnTrack
				return j
			}
			return m.judgeRoot(m.projectedProgress(), FormulaProjectedProgress, onTrack.Ratio(NotComputed), fair.Ratio(NotComputed))
		},
		Figures: func(m *Measurement) []Figure {
			in := m.inputs()
			return []Figure{{FormulaProjectedProgress, []Input{in.a, in.b, in.t, in.k, in.n}, "", m.projectedProgress()}}
		},
	}
}

// judgeRoot gives the verdict on a figure by its two thresholds.
func (m *Measurement) judgeRoot(r Root, decisive Formula, onTrack, fair Ratio) Judgement {
	if why := r.Missing(); why != Present {
		return Judgement{Reason: why}
	}
	verdict, threshold := Stagnation, fair
	switch {
	case r.Cmp(onTrack) >= 0:
		verdict, threshold = OnTrack, onTrack
	case r.Cmp(fair) >= 0:
		verdict = FairProgress
	}
	return withMargin(Judgement{Verdict: verdict, Decisive: decisive, Threshold: threshold}, r)
}

// signed turns growth of what should fall around, so that the good way is above 0; there is none where neither way is good.
func (m *Measurement) signed(r Root) Root {
	switch {
	case r.Missing() != Present:
		return r
	case !m.Indicator.Direction.OneWay():
		return missingRoot(NotDefined)
	case m.falls:
		return r.times(whole(-1))
	}
	return r
}

// projectedProgress is the change that constant growth comes to by the target's period ÷ the change that is needed.
func (m *Measurement) projectedProgress() Root {
	if m.noWay != Present {
		return missingRoot(m.noWay)
	}
	growth, way := m.constantGrowth(), m.way
	if growth.Missing() == Present && !m.Actual.Period.endsBy(m.Target.Period) {
		return missingRoot(AfterTarget)
	}
	if growth.Missing() == Present && way.Sign() == 0 {
		return missingRoot(ZeroDenominator)
	}
	return growth.plus(whole(0).Sub(m.b)).times(whole(1).Quo(way))
}
