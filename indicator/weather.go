package indicator

// The verdicts of the method weather.
const (
	Sun            Verdict = "sun"             // the target is or will be reached, or missed by less than 5 % of the way
	SlightlyCloudy Verdict = "slightly-cloudy" // missed by at most 20 % of the way
	Cloudy         Verdict = "cloudy"          // the right way, but missed by more
	Thunderstorm   Verdict = "thunderstorm"    // the wrong way
)

// weatherObservations is how many of the last observations the method weather looks at.
const weatherObservations = 6

// Weather is the method weather, 天气符号法, of the German sustainability strategy: the mean yearly change between the
// first and the last of the last six observations is carried on to the target's period, and the gap that would remain
// is held against the way that is left now. A gap under 5 % is sun, up to 20 % slightly cloudy, above cloudy; moving
// away from the target is a thunderstorm. A target that is met is sun. With fewer than six observations those that
// there are count, at least two; a baseline is not needed.
func Weather() Method {
	sun, slightly := MustValue("0.05"), MustValue("0.2")
	return Method{
		ID: "weather", Version: "1",
		Basis:      "Destatis, indicator reports on the German sustainability strategy",
		Parameters: []Parameter{{"sun", sun}, {"slightly-cloudy", slightly}},
		Verdicts:   []Verdict{Sun, SlightlyCloudy, Cloudy, Thunderstorm},
		Favourable: 2,
		Judge: func(m *Measurement) Judgement {
			if met, why := m.Met(); why != Present {
				return Judgement{Reason: why}
			} else if met {
				j := m.achieved()
				j.Verdict = Sun
				return j
			}
			trend := m.trend()
			if trend.gap.Missing() != Present {
				return Judgement{Reason: trend.gap.Missing()}
			}
			change := trend.change
			if m.falls {
				change = whole(0).Sub(change)
			}
			if change.Sign() < 0 {
				return Judgement{Verdict: Thunderstorm, Decisive: FormulaMeanChange, Threshold: whole(0), Margin: change}
			}
			below := sun.Ratio(NotComputed)
			if j := (Judgement{Verdict: Sun, Decisive: FormulaTrendGap, Threshold: below, Margin: below.Sub(trend.gap)}); j.Margin.Sign() > 0 {
				return j
			}
			atMost := slightly.Ratio(NotComputed)
			j := Judgement{Verdict: SlightlyCloudy, Decisive: FormulaTrendGap, Threshold: atMost, Margin: atMost.Sub(trend.gap)}
			if j.Margin.Sign() < 0 {
				j.Verdict = Cloudy
			}
			return j
		},
		Figures: func(m *Measurement) []Figure { return m.trend().figures(m) },
	}
}

// trend is the mean change over the last observations and where it leads.
type trend struct {
	first              Observation
	span               Span // from first to the actual, and to the target
	change, value, gap Ratio
}

func (m *Measurement) trend() trend {
	series := m.observations()
	t := trend{first: m.Actual}
	for i, n := len(series)-1, 0; i >= 0 && n < weatherObservations; i-- {
		if !series[i].Value.IsZero() {
			t.first, n = series[i], n+1
		}
	}
	span, why := NewSpan(t.first.Period, m.Actual.Period, m.Target.Period)
	switch {
	case m.scheme != plain || !m.Indicator.Direction.OneWay():
		why = NotDefined
	case why == Present && span.Elapsed == 0:
		why = NoPrevious
	case why == Present && span.left() <= 0:
		why = AfterTarget
	}
	if why != Present {
		t.change, t.value, t.gap = Missing(why), Missing(why), Missing(why)
		return t
	}
	t.span = span
	f := t.first.Value.Ratio(NoPrevious)
	step := m.a.Sub(f).Quo(IntRatio(int64(span.Elapsed), 1))
	t.change = step.Mul(IntRatio(int64(span.PerYear()), 1))
	t.value = m.a.Add(step.Mul(IntRatio(int64(span.left()), 1)))
	t.gap = m.t.Sub(t.value).Quo(m.t.Sub(m.a))
	return t
}

func (t trend) figures(m *Measurement) []Figure {
	a, f, target := m.Actual.input("a"), t.first.input("f"), m.Target.input(m.Target.Value)
	k, left, year := t.span.input("k", t.span.Elapsed), t.span.input("m", t.span.left()), t.span.input("y", t.span.PerYear())
	return []Figure{
		{FormulaMeanChange, []Input{a, f, k, year}, DifferenceUnit(m.Indicator.Unit), t.change},
		{FormulaTrendValue, []Input{a, f, k, left}, m.Indicator.Unit, t.value},
		{FormulaTrendGap, []Input{target, a, f, k, left}, "", t.gap},
	}
}
