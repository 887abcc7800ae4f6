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

// line scores values in proportion between low and high.
func (r *Rule) line(list []indicator.Ratio, low, high indicator.Ratio, float bool) column {
	from, to := r.scale()
	if r.Direction == indicator.Decrease {
		from, to = to, from
	}
	slope := to.Sub(from).Quo(high.Sub(low))
	below, above := r.closed()
	if float {
		return lineInFloat(list, low, high, from, to, slope, below, above)
	}
	scores := make([]indicator.Ratio, len(list))
	for u, x := range list {
		switch {
		case x.Missing() != indicator.Present:
			scores[u] = x
		case below && x.Cmp(low) < 0:
			scores[u] = from
		case above && x.Cmp(high) > 0:
			scores[u] = to
		default:
			scores[u] = from.Add(slope.Mul(x.Sub(low)))
		}
	}
	return exactly(scores, false)
}

// closed reports at which of the lower and the upper end the score stops: at both unless it may go on, but of a distance and
// of an efficacy at the better alone; nothing lies beyond the ends of all values.
func (r *Rule) closed() (below, above bool) {
	switch {
	case r.Open || r.Kind == MinMax || r.Kind == ShareOfMost:
		return false, false
	case r.Kind == Goalposts:
		return true, true
	}
	return r.Direction == indicator.Decrease, r.Direction != indicator.Decrease
}

// lineInFloat is line in float64; on which side of an end a value lies is decided exactly.
func lineInFloat(list []indicator.Ratio, low, high, from, to, slope indicator.Ratio, below, above bool) column {
	start, end, least, factor := ballOf(from), ballOf(to), ballOf(low), ballOf(slope)
	c := column{balls: make([]ball, len(list))}
	for u, x := range list {
		switch {
		case x.Missing() != indicator.Present:
			c.lack(u, len(list), x.Missing())
		case below && x.Cmp(low) < 0:
			c.balls[u] = start
		case above && x.Cmp(high) > 0:
			c.balls[u] = end
		default:
			c.balls[u] = start.Add(factor.Mul(ballOf(x).Sub(least)))
		}
	}
	return c
}

// alone scores a unit by the rules that look at nothing but it.
func (r *Rule) alone(c *cells, unit int) indicator.Ratio {
	x := c.value[unit]
	switch {
	case x.Missing() == indicator.NoObservation && r.Kind == Levels:
		return indicator.Missing(indicator.NoScore)
	case x.Missing() != indicator.Present:
		return x
	}
	switch r.Kind {
	case Attainment:
		return r.attained(c.attainment(r, unit))
	case Banded:
		if r.Direction != "" {
			x = c.attainment(r, unit)
		}
		return r.band(x)
	}
	return x
}

// known reports whether there is a rule of a kind that exists.
func (r *Rule) known() bool {
	switch {
	case r == nil:
		return false
	case r.compares():
		return true
	}
	switch r.Kind {
	case Points, Attainment, Banded, Levels, Goalposts, Efficacy, DistanceToTarget:
		return true
	}
	return false
}

// measuresTarget reports whether the rule measures values against targets.
func (r *Rule) measuresTarget() bool {
	return r.Kind == Attainment || r.Kind == Banded && r.Direction != ""
}

// attainment returns 完成率 of a unit: a ÷ t, where less is better t ÷ a or, by difference, 2 − a ÷ t, missing for NotPositive
// where one of them is below 0. Of an actual of 0, where less is better, t ÷ a is more than any number, so it is the most that
// counts. A figure that is an attainment already is that.
func (c *cells) attainment(r *Rule, unit int) indicator.Ratio {
	a, t := c.value[unit], c.target[unit]
	switch {
	case c.share && t.Missing() != indicator.Present:
		return a
	case a.Sign() < 0 || t.Sign() < 0:
		return indicator.Missing(indicator.NotPositive)
	case r.Direction != indicator.Decrease:
		return a.Quo(t)
	case r.Attainment == indicator.AttainmentDifference:
		return number(2).Sub(a.Quo(t))
	case a.Missing() == indicator.Present && a.Sign() == 0 && t.Sign() > 0:
		return r.best() // nothing is as little as there can be
	}
	return t.Quo(a)
}

// best returns the attainment beyond which more of it earns nothing: the most that counts or, of bands, what the first asks.
func (r *Rule) best() indicator.Ratio {
	if r.Kind == Banded && !r.Bands[0].AtLeast.IsZero() {
		return r.Bands[0].AtLeast.Ratio(indicator.NotDefined)
	}
	return r.most()
}

// attained returns the score of an attainment.
func (r *Rule) attained(share indicator.Ratio) indicator.Ratio {
	from, to := r.scale()
	switch most := r.most(); {
	case share.Missing() != indicator.Present:
		return share
	case share.Sign() < 0:
		share = number(0)
	case share.Cmp(most) > 0:
		share = most
	}
	return from.Add(to.Sub(from).Mul(share))
}

// most returns the attainment that counts at most.
func (r *Rule) most() indicator.Ratio {
	if r.Most.IsZero() {
		return number(1)
	}
	return r.Most.Ratio(indicator.NotDefined)
}

// band returns the points of the first band that x reaches.
func (r *Rule) band(x indicator.Ratio) indicator.Ratio {
	if x.Missing() != indicator.Present {
		return x
	}
	for _, b := range r.Bands {
		if b.AtLeast.IsZero() || x.Cmp(b.AtLeast.Ratio(indicator.NotDefined)) >= 0 {
			return b.Points.Ratio(indicator.NoPoints)
		}
	}
	return indicator.Missing(indicator.NoPoints)
}

// ranked scores the values at the given places by their rank, 1 for the worst.
func (r *Rule) ranked(list []indicator.Ratio, there []int) []indicator.Ratio {
	from, to := r.scale()
	step := to.Sub(from)
	if r.Kind == PercentileRank {
		step = step.Quo(number(int64(len(there)) - 1))
		if len(there) == 1 {
			step = indicator.Missing(indicator.OneValue)
		}
	}
	scores := slices.Clone(list)
	for _, p := range r.order(list, there) {
		scores[p.unit] = from.Add(step.Mul(p.rank.Sub(number(1))))
	}
	return scores
}

// order ranks the values at the given places, 1 for the worst.
func (r *Rule) order(list []indicator.Ratio, there []int) []placed {
	return ranks(there, r.Ties, func(a, b int) int {
		if r.Direction == indicator.Decrease {
			a, b = b, a
		}
		return list[a].Cmp(list[b])
	})
}

// shared scores the values at the given places by their share of the sum, or of the sum of their inverses; in float64 also where
// the fractions become unwieldy.
func (r *Rule) shared(list []indicator.Ratio, there []int, float bool) column {
	parts := slices.Clone(list)
	sum := number(0)
	for _, u := range there {
		switch {
		case r.Direction != indicator.Decrease && list[u].Sign() < 0, r.Direction == indicator.Decrease && list[u].Sign() <= 0:
			return exactly(without(list, there, indicator.NotPositive), float)
		case r.Direction == indicator.Decrease:
			parts[u] = number(1).Quo(list[u])
		}
		if !float {
			sum = sum.Add(parts[u])
			float = unwieldy(sum)
		}
	}
	from, to := r.scale()
	if !float {
		for _, u := range there {
			parts[u] = from.Add(to.Sub(from).Mul(parts[u].Quo(sum)))
		}
		return exactly(parts, false)
	}
	c := exactly(parts, true)
	var whole ball
	for _, u := range there {
		whole = whole.Add(c.balls[u])
	}
	start, span := ballOf(from), ballOf(to.Sub(from))
	for _, u := range there {
		if c.balls[u] = start.Add(span.Mul(c.balls[u].Quo(whole))); !c.balls[u].known() {
			c.lack(u, len(list), indicator.ZeroDenominator) // all are 0
		}
	}
	return c
}

// irrational scores the values at the given places by the rules that take a square root.
func (r *Rule) irrational(list []indicator.Ratio, there []int) column {
	c := column{balls: make([]ball, len(list))}
	for u, x := range list {
		if why := x.Missing(); why != indicator.Present {
			c.lack(u, len(list), why)
		}
	}
	origin, square := number(0), number(0)
	switch n := int64(len(there)); {
	case r.Kind == ShareOfLength:
		square = spread(list, there, origin)
	case n > 1:
		origin = average(list, there)
		square = spread(list, there, origin).Quo(number(n - 1))
	}
	if square.Sign() == 0 {
		for _, u := range there {
			c.lack(u, len(list), indicator.OneValue)
		}
		return c
	}
	from, to := r.scale()
	start, step := ballOf(from), ballOf(to.Sub(from)).Quo(ballOf(square).Sqrt())
	if r.Direction == indicator.Decrease {
		step = ball{}.Sub(step)
		if r.Kind == ShareOfLength {
			start = ballOf(to)
		}
	}
	for _, u := range there {
		c.balls[u] = start.Add(step.Mul(ballOf(list[u].Sub(origin))))
	}
	return c
}
