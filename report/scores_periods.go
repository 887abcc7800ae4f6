package report

import (
	"slices"

	"github.com/planeval/planeval/evaluate/score"
	"github.com/planeval/planeval/indicator"
)

// group holds the places of the units of one period.
type group struct {
	period indicator.Period
	units  []int
}

// groupUnits puts the units together by period, and finds each in its period before.
func (s *scorer) groupUnits() {
	units, places := s.r.Data.Units, map[indicator.Period]int{}
	for u, unit := range units {
		i, ok := places[unit.Period]
		if !ok {
			i = len(s.periods)
			places[unit.Period] = i
			s.periods = append(s.periods, group{period: unit.Period})
		}
		s.periods[i].units = append(s.periods[i].units, u)
	}
	slices.SortFunc(s.periods, func(a, b group) int { return a.period.Compare(b.period) })
	s.before = make([]int, len(units))
	last := map[string]int{}
	for _, g := range s.periods {
		for _, u := range g.units {
			s.before[u] = -1
			if earlier, ok := last[units[u].Code]; ok {
				s.before[u] = earlier
			}
		}
		for _, u := range g.units {
			last[units[u].Code] = u
		}
	}
}

// latest returns the units of the latest period.
func (s *scorer) latest() group { return s.periods[len(s.periods)-1] }

// single returns the place of the unit that is scored by itself: the only one, or, where every period has one unit, that of the
// latest period. Where units are ranked against each other it is -1.
func (s *scorer) single() int {
	if len(s.periods) < len(s.r.Totals) {
		return -1
	}
	return s.periods[len(s.periods)-1].units[0]
}

// series reports whether there is one unit in each of several periods.
func (s *scorer) series() bool { return len(s.r.Totals) > 1 && s.single() >= 0 }

// label tells a unit from the others beside it: by its name, of a series by its period, and with both where its name changes.
func (s *scorer) label(unit int) string {
	u := s.r.Data.Units[unit]
	switch {
	case !s.series():
		return s.t(u.Name)
	case slices.ContainsFunc(s.r.Data.Units, func(other score.Unit) bool { return other.Name != u.Name }):
		return s.unitName(unit)
	}
	return s.period(u.Period)
}
