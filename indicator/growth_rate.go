package indicator

// measureGrowth measures a mean yearly rate: each observation is the rate of its year, in per cent, and what the years
// after the baseline make of 1 gives the mean that is held against the target.
func (m *Measurement) measureGrowth(series Series) {
	if !m.Actual.Period.IsZero() && !m.Actual.Period.IsYear() {
		return // rates within the year are on the year before, and do not compound
	}
	run, why := m.run(series)
	m.Accumulated = &Accumulated{Run: run}
	x := m.Accumulated
	m.measureTime()
	a, p, t := m.Actual.Value.Ratio(NoObservation), m.Previous.Value.Ratio(NoPrevious), m.Target.Value.Ratio(NoTarget)
	m.PointChange = a.Sub(p)
	one, hundred := whole(1), whole(100)
	x.Index = Missing(why)
	if why == Present {
		x.Index = one
		for _, o := range run {
			factor := one.Add(o.Value.Ratio(NoObservation).Quo(hundred))
			if factor.Sign() <= 0 {
				x.Index = Missing(NotPositive)
				break
			}
			x.Index = x.Index.Mul(factor)
		}
	}
	years := len(run)
	mean := func(scale, shift Ratio) Root { return newRoot(scale, x.Index, 1, years, shift) }
	m.MeanGrowth = mean(one, whole(-1))
	x.Mean = mean(hundred, whole(-100))
	x.Gap = mean(one, whole(-1).Sub(t.Quo(hundred)))
	per := hundred.Quo(t)
	if per.Missing() == Present && per.Sign() < 0 {
		per = Missing(NotPositive)
	}
	x.Attainment = Root{reason: NotDefined}
	if m.Indicator.Direction == Increase || m.Indicator.Direction == Maintain {
		x.Attainment = mean(per, whole(0).Sub(per))
	}
	left, late := m.left()
	base := one.Add(t.Quo(hundred))
	if base.Missing() == Present && base.Sign() <= 0 {
		base = Missing(NotPositive)
	}
	needed := Missing(m.Elapsed.Missing())
	if m.Elapsed.Missing() == Present {
		needed = power(base, m.Span.Total).Quo(x.Index)
	}
	m.RequiredGrowth = timedRoot(late, one, needed, 1, left.Total, whole(-1))
}

// power returns r to the n, missing for NotDefined where n is above a century.
func power(r Ratio, n int) Ratio {
	if n > 100 {
		return Missing(NotDefined)
	}
	result := whole(1)
	for range n {
		result = result.Mul(r)
	}
	return result
}

func (m *Measurement) growthFigures() []Figure {
	in, x := m.inputs(), m.Accumulated
	rates := x.Run.numbered("g")
	with := func(more ...Input) []Input { return append(rates[:len(rates):len(rates)], more...) }
	years := Input{Symbol: "k"}
	if len(rates) > 0 {
		years.Value = IntValue(int64(len(rates)))
	}
	return []Figure{
		{FormulaGrowthIndex, rates, "", x.Index},
		{FormulaMeanRate, with(years), "", m.MeanGrowth},
		{FormulaAttainmentRate, with(years, in.t), "", x.Attainment},
		{FormulaRateGap, with(years, in.t), "", x.Gap},
		{FormulaElapsed, []Input{in.k, in.n}, "", m.Elapsed},
		{FormulaPointChange, []Input{in.a, m.Previous.input("p")}, DifferenceUnit(m.Indicator.Unit), m.PointChange},
		{FormulaRequiredRate, with(in.t, in.n, in.m), "", m.RequiredGrowth},
	}
}

// achievedRate is achieved for a mean rate, which is held against the target as a fraction of 1.
func (m *Measurement) achievedRate() Judgement {
	low, high, _ := m.bounds()
	one, hundred := whole(1), whole(100)
	x, years := m.Accumulated.Index, len(m.Accumulated.Run)
	middle := low.Add(high).Quo(whole(2))
	j := Judgement{Verdict: Achieved, Decisive: FormulaMeanRate}
	if low.Missing() != Present || high.Missing() == Present && m.Accumulated.Mean.Cmp(middle) > 0 {
		j.Threshold = high.Quo(hundred)
		j.Irrational = newRoot(whole(-1), x, 1, years, one.Add(j.Threshold))
		return j
	}
	j.Threshold = low.Quo(hundred)
	j.Irrational = newRoot(one, x, 1, years, whole(-1).Sub(j.Threshold))
	return j
}
