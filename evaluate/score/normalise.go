package score

import (
	"slices"

	"github.com/planeval/planeval/indicator"
)

// column is a score for each unit, exact or computed in float64, or the reason why there is none.
type column struct {
	why   []indicator.Reason // nil where every unit has a score
	exact *fractions
	balls []ball // where it is not exact
}

func (c *column) missing(unit int) indicator.Reason {
	if c.why == nil {
		return indicator.Present
	}
	return c.why[unit]
}

// lack notes that a unit of so many has no score.
func (c *column) lack(unit, units int, why indicator.Reason) {
	if c.why == nil {
		c.why = make([]indicator.Reason, units)
	}
	c.why[unit] = why
}

// number returns the score of a unit.
func (c *column) number(unit int) indicator.Number {
	if why := c.missing(unit); why != indicator.Present {
		return indicator.Missing(why)
	}
	if c.exact != nil {
		return c.exact.at(unit)
	}
	return approx(c.balls[unit])
}

// approximated returns the scores as float64; those that are missing are anything.
func (c *column) approximated() []ball {
	if c.exact == nil {
		return c.balls
	}
	list := make([]ball, c.exact.len())
	for u := range list {
		if c.missing(u) == indicator.Present {
			list[u] = c.exact.approximated(u)
		}
	}
	return list
}

// exactly makes a column of fractions, some of which may be missing.
func exactly(list []indicator.Ratio, float bool) column {
	var c column
	for u, r := range list {
		if why := r.Missing(); why != indicator.Present {
			c.lack(u, len(list), why)
		}
	}
	if !float {
		c.exact = fractionsOf(list)
		return c
	}
	c.balls = make([]ball, len(list))
	for u, r := range list {
		if c.missing(u) == indicator.Present {
			c.balls[u] = ballOf(r)
		}
	}
	return c
}

// score scores what a leaf was observed to be, of all units. Where float is true the scores are computed in float64.
func (r *Rule) score(c *cells, units []Unit, all []int, float bool) column {
	there := present(c.value, all)
	switch r.Kind {
	case Attainment, Banded, Levels, Points:
		list := make([]indicator.Ratio, len(c.value))
		for u := range list {
			list[u] = r.alone(c, u)
		}
		return exactly(list, float)
	case Rank, PercentileRank:
		return exactly(r.ranked(c.value, there), float)
	case ShareOfSum:
		return r.shared(c.value, there, float)
	case ZScore, ShareOfLength:
		return r.irrational(c.value, there)
	}
	low, high, why := r.between(c, units, there)
	switch {
	case why == indicator.AlreadyMet && !r.Open:
		_, to := r.scale()
		scores := slices.Clone(c.value)
		for _, u := range there {
			scores[u] = to
		}
		return exactly(scores, float)
	case why != indicator.Present:
		return exactly(without(c.value, there, why), float)
	}
	return r.line(c.value, low, high, float)
}

// without is values of which those at the given places are missing for the reason why.
func without(list []indicator.Ratio, there []int, why indicator.Reason) []indicator.Ratio {
	list = slices.Clone(list)
	for _, u := range there {
		list[u] = indicator.Missing(why)
	}
	return list
}

// between returns the two values, the lower first, between which the score moves.
func (r *Rule) between(c *cells, units []Unit, there []int) (low, high indicator.Ratio, why indicator.Reason) {
	low, high = r.Low.Ratio(indicator.NotDefined), r.High.Ratio(indicator.NotDefined)
	if r.Kind == Goalposts || r.Kind == Efficacy {
		return low, high, indicator.Present
	}
	if len(there) == 0 {
		return low, high, indicator.NoObservation
	}
	least, most := ends(c.value, there)
	switch {
	case r.Kind == MinMax:
		low, high = least, most
	case r.Kind == ShareOfMost:
		low, high = number(0), most
		if most.Sign() <= 0 {
			return low, high, indicator.NotPositive
		}
	case r.Direction == indicator.Decrease:
		low, high = r.goal(c, units), most
	default:
		low, high = least, r.goal(c, units)
	}
	switch why := max(low.Missing(), high.Missing()); {
	case why != indicator.Present:
		return low, high, why
	case low.Cmp(high) >= 0 && r.Kind == DistanceToTarget:
		return low, high, indicator.AlreadyMet // by all
	case low.Cmp(high) >= 0:
		return low, high, indicator.OneValue
	}
	return low, high, indicator.Present
}

// goal returns the target of the distance to a target: the rule's, or the value of the unit that is referred to.
func (r *Rule) goal(c *cells, units []Unit) indicator.Ratio {
	if r.Reference == "" {
		return r.Target.Ratio(indicator.NoTarget)
	}
	for u := range units {
		if units[u].Code == r.Reference {
			return c.value[u]
		}
	}
	return indicator.Missing(indicator.NoTarget)
}

// scale returns the scores at the worse and the better end.
func (r *Rule) scale() (from, to indicator.Ratio) {
	from, to = number(0), number(100)
	switch {
	case r.Scale != Scale{}:
		return r.Scale.From.Ratio(indicator.NoScore), r.Scale.To.Ratio(indicator.NoScore)
	case r.Kind == Efficacy:
		from = number(60)
	case r.Kind == ZScore:
		to = number(1)
	case r.Kind == Rank:
		from, to = number(1), number(2)
	}
	return from, to
}

// stretch is the way between two values, over which the score moves from one to the other.
type stretch struct {
	low, high    indicator.Ratio
	below, above bool // whether the score stops at the lower and at the upper end
}

// stretch closes the ends at which the score stops: both unless it may go on, but of a distance and of an efficacy the better
// alone; nothing lies beyond the ends of all values.
func (r *Rule) stretch(low, high indicator.Ratio) stretch {
	s := stretch{low: low, high: high, below: r.Direction == indicator.Decrease, above: r.Direction != indicator.Decrease}
	switch {
	case r.Open || r.Kind == MinMax || r.Kind == ShareOfMost:
		s.below, s.above = false, false
	case r.Kind == Goalposts:
		s.below, s.above = true, true
	}
	return s
}

// beyond returns −1 for a value below an end that is closed, 1 for one above, and 0 for others.
func (s *stretch) beyond(x indicator.Ratio) int {
	switch {
	case s.below && x.Cmp(s.low) < 0:
		return -1
	case s.above && x.Cmp(s.high) > 0:
		return 1
	}
	return 0
}

// line scores values in proportion between low and high. On which side of an end one lies is decided exactly.
func (r *Rule) line(list []indicator.Ratio, low, high indicator.Ratio, float bool) column {
	from, to := r.scale()
	if r.Direction == indicator.Decrease {
		from, to = to, from
	}
	slope, s := to.Sub(from).Quo(high.Sub(low)), r.stretch(low, high)
	if float {
		return s.inFloat(list, from, to, slope)
	}
	scores := slices.Clone(list)
	for u, x := range list {
		switch side := s.beyond(x); {
		case x.Missing() != indicator.Present:
		case side < 0:
			scores[u] = from
		case side > 0:
			scores[u] = to
		default:
			scores[u] = from.Add(slope.Mul(x.Sub(low)))
		}
	}
	return exactly(scores, false)
}

// inFloat is line in float64.
func (s *stretch) inFloat(list []indicator.Ratio, from, to, slope indicator.Ratio) column {
	start, end, least, factor := ballOf(from), ballOf(to), ballOf(s.low), ballOf(slope)
	c := column{balls: make([]ball, len(list))}
	for u, x := range list {
		switch side := s.beyond(x); {
		case x.Missing() != indicator.Present:
			c.lack(u, len(list), x.Missing())
		case side < 0:
			c.balls[u] = start
		case side > 0:
			c.balls[u] = end
		default:
			c.balls[u] = start.Add(factor.Mul(ballOf(x).Sub(least)))
		}
	}
	return c
}
