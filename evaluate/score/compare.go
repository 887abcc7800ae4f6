package score

import (
	"slices"

	"github.com/planeval/planeval/indicator"
)

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
