package indicator

import (
	"cmp"
	"slices"
)

// Slipped returns the latest earlier observation that met the target although the actual does not, 曾达标后回落, and
// false when there is none. Only observations that can be held against the target count, from the baseline on; a
// baseline that lies beyond the target already does not (see StartsBeyond).
func (m *Measurement) Slipped() (Observation, bool) {
	if met, why := m.Met(); why != Present || met {
		return Observation{}, false
	}
	if m.Indicator.Kind == Cumulative || m.Indicator.Kind == Growth { // one observation is not what is held against the target
		return Observation{}, false
	}
	series := m.observations()
	beyond := m.StartsBeyond()
	for i := len(series) - 1; i >= 0; i-- {
		o := series[i]
		since := o.Period.Compare(m.Baseline.Period)
		if since < 0 || since == 0 && beyond {
			break
		}
		if met, _ := m.Meets(o.Value.Ratio(NoObservation)); met {
			return o, true
		}
	}
	return Observation{}, false
}

// Interim measures ind against each target whose period had ended by asOf, 阶段目标, in the order of their periods: each
// as of the end of its own period, so that what was revised or observed after it plays no part. A target that was not
// set by then is left out. A zero asOf takes every target. ind is taken to be valid.
func Interim(ind Indicator, asOf Period) []Measurement {
	targets := slices.Clone(ind.Targets)
	slices.SortStableFunc(targets, func(a, b Target) int {
		return cmp.Or(a.Period.Compare(b.Period), a.Set.Compare(b.Set))
	})
	var list []Measurement
	for len(targets) > 0 {
		p, n := targets[0].Period, 1
		for n < len(targets) && targets[n].Period == p {
			n++
		}
		one := ind
		one.Targets, targets = targets[:n:n], targets[n:]
		if !asOf.IsZero() && !p.endsBy(asOf) {
			continue
		}
		if m := Measure(one, p.End()); !m.Target.Period.IsZero() {
			m.Indicator = ind
			list = append(list, m)
		}
	}
	return list
}

// History returns the targets of a period in the order in which they were set, 目标调整: the first is the original one,
// each further one a revision, the last the one that stands. One without a date of setting comes first.
func (ind Indicator) History(period Period) []Target {
	var list []Target
	for _, t := range ind.Targets {
		if t.Period == period {
			list = append(list, t)
		}
	}
	slices.SortStableFunc(list, func(a, b Target) int { return a.Set.Compare(b.Set) })
	return list
}
