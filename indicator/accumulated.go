package indicator

import (
	"slices"

	"github.com/planeval/planeval/internal/exact"
)

// Gaps returns the periods between the baseline and the actual whose observations are missing, so that nothing can be
// summed or compounded over them.
func (m *Measurement) Gaps() []Period {
	var gaps []Period
	for _, o := range m.Run {
		if o.Value.IsZero() {
			gaps = append(gaps, o.Period)
		}
	}
	return gaps
}

// accumulate puts together the run of the kinds cumulative and growth, and of the former its sum in the actual's place.
// The sum is missing, for the reason that the run gives or for NotDefined where it is longer than a Value.
func (m *Measurement) accumulate(series Series) {
	run, why := m.run(series)
	m.Run = run
	if m.scheme == compounded {
		m.index = run.compound(why)
		return
	}
	m.Baseline = Observation{Period: m.Indicator.Baseline, Value: IntValue(0), Status: Derived}
	m.b = whole(0)
	if len(run) > 0 {
		m.Actual.Value, m.Actual.Status, m.Actual.Note = Value{}, Derived, ""
	}
	if why == Present {
		why = NotDefined
		m.Actual.Value = run.sum()
	} else if why != IncompleteSeries {
		m.Actual.Value = Value{}
	}
	m.a = m.Actual.Value.Ratio(why)
}

// accumulates returns the observations that a sum or a product over the plan is made of: of those after the baseline
// the ones over the longest time, so that a year is not counted again by its quarters.
func (s Series) accumulates(baseline Period) Series {
	longest := s.longest(baseline)
	if longest.IsZero() {
		return nil
	}
	return s.sameLength(longest)
}

// longest returns the period of the observation over the longest time, of those after a period.
func (s Series) longest(after Period) Period {
	var longest Period
	for _, o := range s {
		if o.Period.Compare(after) > 0 && o.Period.form() > longest.form() {
			longest = o.Period
		}
	}
	return longest
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
	case to.lastDay() == from.lastDay():
		return nil, NoTime
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

// sum returns the sum of the run's values with the most places of any, absent where it is longer than a Value.
func (s Series) sum() Value {
	var total sum
	for _, o := range s {
		total.add(o.Value.Ratio(NoObservation), o.Value.Places())
	}
	return total.value()
}
