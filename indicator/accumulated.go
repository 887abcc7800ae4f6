package indicator

import (
	"math/big"
	"slices"

	"github.com/planeval/planeval/internal/exact"
)

// Accumulated is what only the kinds cumulative, reduction and growth have, whose numbers count from the baseline on.
type Accumulated struct {
	// Run holds the observations that count for the kinds cumulative and growth: one a period, from the first after the
	// baseline to the last that has a value. Where the series has none, the observation has no value.
	Run Series

	Index         Ratio // growth: what the rates of Run make of 1
	Mean          Root  // growth: the mean yearly rate, in the unit of the target
	Attainment    Root  // growth: Mean ÷ the target
	Gap           Root  // growth: the mean rate − the target
	Progress      Log   // reduction: 增量完成率, ln(1 − c) ÷ ln(1 − t)
	ScheduleGap   Log   // reduction: Progress − Elapsed
	Pace          Log   // reduction: Progress ÷ Elapsed
	PlannedGrowth Root  // reduction: the yearly change that the target stands for
	NeededChange  Ratio // reduction: the change in all that the target requires from now on
}

// Gaps returns the periods between the baseline and the actual whose observations are missing, so that nothing can be
// summed or compounded over them.
func (m *Measurement) Gaps() []Period {
	var gaps []Period
	if m.Accumulated != nil {
		for _, o := range m.Accumulated.Run {
			if o.Value.IsZero() {
				gaps = append(gaps, o.Period)
			}
		}
	}
	return gaps
}

// measureAccumulated measures the kinds cumulative, reduction and growth.
func (m *Measurement) measureAccumulated(series Series) {
	m.fail(NotDefined)
	towards := m.Indicator.Direction == Increase || m.Indicator.Direction == Maintain
	percent := m.Indicator.Unit == "%" || m.Indicator.Unit == "％"
	switch kind := m.Indicator.Kind; {
	case kind == Cumulative && towards:
		m.measureCumulative(series)
	case kind == Reduction && percent && m.Indicator.Direction.OneWay():
		m.measureReduction()
	case kind == Growth && percent:
		m.measureGrowth(series)
	}
}

// accumulates returns the observations that a sum or a product over the plan is made of: of those after the baseline
// the ones over the longest time, so that a year is not counted again by its quarters.
func (s Series) accumulates(baseline Period) Series {
	var longest Period
	for _, o := range s {
		if o.Period.Compare(baseline) > 0 && o.Period.form() > longest.form() {
			longest = o.Period
		}
	}
	return s.sameLength(longest)
}

// run returns one observation a period from the first after the baseline to the actual. The reason is not Present where
// there are none, where one has no value, where the baseline ends within a period, and where there are more than
// exact.MaxDegree.
func (m *Measurement) run(series Series) (Series, Reason) {
	from, to := m.Indicator.Baseline, m.Actual.Period
	switch {
	case from.IsZero():
		return nil, NoBaseline
	case to.IsZero():
		return nil, NoObservation
	case to.endsBy(from):
		return nil, BeforeBaseline
	}
	var run Series
	why := Present
	for p := to; !p.IsZero() && !p.endsBy(from); p = p.Previous() {
		if len(run) == exact.MaxDegree {
			return nil, NotDefined
		}
		o, ok := series.At(p)
		if !ok {
			o, why = Observation{Period: p, Status: Unavailable}, IncompleteSeries
		}
		run = append(run, o)
	}
	slices.Reverse(run)
	if run[0].Period.Start().endsBy(from) {
		return nil, PeriodUnaligned
	}
	return run, why
}

// reached is the number that is held against the target, in its unit, and missing where the kind has none.
func (m *Measurement) reached() Number {
	switch {
	case m.Accumulated == nil && m.Indicator.Kind != Level && m.Indicator.Kind != Flow:
		return Missing(NotDefined)
	case m.Indicator.Kind == Growth:
		return m.Accumulated.Mean
	case m.Actual.Value.IsZero() && m.Attainment.Missing() == IncompleteSeries:
		return Missing(IncompleteSeries)
	}
	return m.Actual.Value.Ratio(NoObservation)
}

// sum returns the sum of the run's values with the most places of any, absent where it is longer than a Value.
func (s Series) sum() Value {
	places := 0
	for _, o := range s {
		places = max(places, o.Value.Places())
	}
	total := new(big.Int)
	for _, o := range s {
		n := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(places-o.Value.Places())), nil)
		total.Add(total, n.Mul(n, o.Value.d.Big()))
	}
	d, err := exact.FromBig(total, places)
	if err != nil {
		return Value{}
	}
	return Value{d}
}

// numbered returns the run as the inputs x1, x2 … of a symbol x.
func (s Series) numbered(symbol string) []Input {
	inputs := make([]Input, len(s))
	for i, o := range s {
		inputs[i] = o.input(symbol + IntValue(int64(i+1)).String())
	}
	return inputs
}

func (o Observation) input(symbol string) Input {
	return Input{symbol, o.Value, o.Period, o.Status, o.Source}
}

// accumulatedFigures is Figures for the kinds cumulative, reduction and growth.
func (m *Measurement) accumulatedFigures() []Figure {
	switch m.Indicator.Kind {
	case Cumulative:
		return m.cumulativeFigures()
	case Reduction:
		return m.reductionFigures()
	}
	return m.growthFigures()
}

// inputs are the numbers that the figures of an accumulated kind share.
type inputs struct{ a, b, t, k, n, m, y Input }

func (m *Measurement) inputs() inputs {
	return inputs{
		a: m.Actual.input("a"), b: m.Baseline.input("b"),
		t: Input{"t", m.Target.Value, m.Target.Period, "", m.Target.Source},
		k: m.Span.input("k", m.Span.Elapsed), n: m.Span.input("n", m.Span.Total),
		m: m.Left.input("m", m.Left.Total), y: m.Left.input("y", m.Left.PerYear()),
	}
}
