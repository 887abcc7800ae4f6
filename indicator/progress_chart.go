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
			if m.Indicator.Kind != Level && m.Indicator.Kind != Flow {
				return Judgement{Reason: NotDefined}
			}
			switch met, why := m.Met(); {
			case why == NoTarget:
				return m.judgeRoot(m.signed(m.MeanGrowth), FormulaMeanGrowth, fastGrowth.Ratio(NotComputed), fairGrowth.Ratio(NotComputed))
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
			a := Input{"a", m.Actual.Value, m.Actual.Period, m.Actual.Status, m.Actual.Source}
			b := Input{"b", m.Baseline.Value, m.Baseline.Period, m.Baseline.Status, m.Baseline.Source}
			t := Input{"t", m.Target.Value, m.Target.Period, "", m.Target.Source}
			k, n := m.Span.input("k", m.Span.Elapsed), m.Span.input("n", m.Span.Total)
			return []Figure{{FormulaProjectedProgress, []Input{a, b, t, k, n}, "", m.projectedProgress()}}
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
		return Root{reason: NotDefined}
	case m.Indicator.Direction == Decrease:
		return r.times(whole(-1))
	}
	return r
}

// projectedProgress is the change that constant growth comes to by the target's period ÷ the change that is needed.
func (m *Measurement) projectedProgress() Root {
	b, t := m.Baseline.Value.Ratio(NoBaseline), m.Target.Value.Ratio(NoTarget)
	if !m.Indicator.Direction.OneWay() || m.StartsBeyond() {
		return Root{reason: NotDefined}
	}
	way := t.Sub(b)
	if m.ConstantGrowth.Missing() == Present && way.Sign() == 0 {
		return Root{reason: ZeroDenominator}
	}
	return m.ConstantGrowth.plus(whole(0).Sub(b)).times(whole(1).Quo(way))
}
