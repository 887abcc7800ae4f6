package indicator

func fixed(text string) Ratio { return MustValue(text).Ratio(NotComputed) }

// line returns the score's published line at the progress.
func (s openSDG) line(p progress) (slope, shift string) {
	above := func(text string) bool { return p.value.Cmp(fixed(text)) >= 0 }
	switch {
	case s.targeted() && above("0.6"):
		return "7.1429", "-4.2857"
	case s.targeted():
		return "4.1667", "-2.5"
	case above("0.015"):
		return "500", "-5"
	case above("0.005"):
		return "250", "-1.25"
	case above("0"):
		return "500", "-2.5"
	}
	return "125", "-2.5"
}

func (s openSDG) figures() []Figure {
	m, p := s.m, s.progress()
	var figures []Figure
	a, b, t := m.Actual.input("a"), p.base.input("b"), m.Target.input(m.Target.Value)
	observed := []Input{a, b, p.past.input("k", p.past.Elapsed), p.past.input("y", p.past.PerYear())}
	sign := Input{Symbol: "s", Value: IntValue(int64(p.sign))}
	limit := []Input{{Symbol: "l", Value: s.o.Limit}, {Symbol: "r", Value: IntValue(int64(p.side))}, {Symbol: "e", Value: MustValue("4.44")}}
	join := func(parts ...[]Input) (all []Input) {
		for _, part := range parts {
			all = append(all, part...)
		}
		return all
	}
	add := func(f Formula, result Number, inputs ...[]Input) {
		figures = append(figures, Figure{Formula: f, Inputs: join(inputs...), Result: result})
	}
	if p.observed.Missing() != Present {
		return append(figures, s.best()...)
	}
	add(FormulaObservedGrowth, p.observed, observed)
	if p.needed.Missing() == Present {
		add(FormulaNeededGrowth, p.needed, []Input{t, b, p.whole.input("n", p.whole.Total), p.whole.input("y", p.whole.PerYear())})
	}
	if p.coefficient.Missing() == Present {
		add(FormulaLimitCoefficient, p.coefficient, []Input{b}, limit)
	}
	if p.reason != Present {
		return append(figures, s.best()...)
	}
	inputs := join(observed, []Input{sign})
	score := FormulaGrowthScore
	switch p.formula {
	case FormulaGrowthRatio:
		inputs, score = join(inputs, []Input{t, p.whole.input("n", p.whole.Total)}), FormulaRatioScore
	case FormulaScaledGrowth:
		inputs, score = join(inputs, limit), FormulaScaledScore
	}
	add(p.formula, p.value, inputs)
	best := s.best()
	switch {
	case best != nil:
		return append(figures, best...)
	case p.away && p.needed.Missing() == Present:
		add(FormulaWorstScore, whole(-5))
		return figures
	case p.away, s.o.own():
		return figures
	}
	if p.formula == FormulaScaledGrowth && p.value.Cmp(whole(0)) < 0 { // the limit does not soften a deterioration
		inputs, score, p.formula = join(observed, []Input{sign}), FormulaGrowthScore, FormulaDirectedGrowth
		p.value = p.directed()
	}
	slope, shift := s.line(p)
	f, g := fixed(slope), fixed(shift)
	switch {
	case p.atLimit && p.value.Cmp(whole(0)) >= 0, p.value.Cmp(whole(5).Sub(g).Quo(f)) >= 0:
		add(FormulaBestScore, whole(5))
		return figures
	case p.value.Cmp(whole(-5).Sub(g).Quo(f)) <= 0:
		add(FormulaWorstScore, whole(-5))
		return figures
	}
	var result Number
	signed := f.Mul(whole(int64(p.sign)))
	switch score {
	case FormulaRatioScore:
		result = newRootRatio(p.observed, p.needed, signed, g)
	case FormulaScaledScore:
		result = newRootRatio(p.observed, p.coefficient, signed, g)
	default:
		result = p.observed.times(signed).plus(g)
	}
	add(score, result, inputs, []Input{{Symbol: "f", Value: MustValue(slope)}, {Symbol: "g", Value: MustValue(shift)}})
	return figures
}

// best is the score of a target that is met.
func (s openSDG) best() []Figure {
	if met, why := s.m.Met(); why == Present && met {
		return []Figure{{Formula: FormulaBestScore, Result: whole(5)}}
	}
	return nil
}
