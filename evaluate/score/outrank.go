package score

import (
	"math"

	"github.com/planeval/planeval/indicator"
)

// classes orders the scores of the given units: the class of one is greater than that of another where its score is, and the
// same where they are equal or within the error of each other. What is missing has the class −1.
func (c *column) classes(units []int) []int {
	list, having := make([]int, len(units)), make([]int, 0, len(units))
	for i, u := range units {
		if list[i] = -1; c.missing(u) == indicator.Present {
			having = append(having, i)
		}
	}
	order := func(a, b int) int { return c.exact.cmp(units[having[a]], units[having[b]]) }
	if c.exact == nil {
		scores := make([]ball, len(having))
		for k, i := range having {
			scores[k] = c.balls[units[i]]
		}
		order = compareBalls(scores)
	}
	for class, p := range ranks(upTo(len(having)), TiesFirst, order) {
		if list[having[p.unit]] = class; p.tied {
			first, _, _ := p.rank.Int64()
			list[having[p.unit]] = int(first) - 1
		}
	}
	return list
}

// copeland counts for each unit, among those of the same period, how many it beats less how many beat it. Two units are
// compared by the children of which both have a score.
func (p parts) copeland(c *column) {
	weights := p.exactWeights()
	list := make([]indicator.Ratio, p.units)
	for _, group := range p.places {
		var having []int
		for _, u := range group {
			if list[u] = indicator.Missing(c.missing(u)); c.missing(u) == indicator.Present {
				having = append(having, u)
			}
		}
		classes := make([][]int, len(p.columns)) // instead of scores: there are many pairs
		for j, child := range p.columns {
			classes[j] = child.classes(having)
		}
		won := make([]int64, len(having))
		for a := range having {
			for b := range a {
				ahead := number(0) // the weights of children in which a is better, less those in which b is
				for j, w := range weights {
					switch x, y := classes[j][a], classes[j][b]; {
					case x < 0 || y < 0 || x == y:
					case x > y:
						ahead = ahead.Add(w)
					default:
						ahead = ahead.Sub(w)
					}
				}
				won[a] += int64(ahead.Sign())
				won[b] -= int64(ahead.Sign())
			}
		}
		for i, u := range having {
			list[u] = number(won[i])
		}
	}
	*c = exactly(list, false)
}

// topsis measures each unit's distance from the best and from the worst scores of all units.
func (p parts) topsis(c *column) {
	shares := normalised(p.approximateWeights())
	columns := make([][]ball, len(p.columns))
	best, worst := make([]ball, len(columns)), make([]ball, len(columns))
	for j, child := range p.columns {
		columns[j] = make([]ball, p.units)
		best[j], worst[j] = ball{math.Inf(-1), 0}, ball{math.Inf(1), 0}
		for u, x := range child.approximated() {
			if c.missing(u) != indicator.Present {
				continue
			}
			x = x.Mul(shares[j])
			columns[j][u] = x
			best[j], worst[j] = greater(best[j], x), lesser(worst[j], x)
		}
	}
	c.balls = make([]ball, p.units)
	hundred := ballOf(number(100))
	for u := range p.units {
		if c.missing(u) != indicator.Present {
			continue
		}
		var above, below ball
		for j := range columns {
			off := best[j].Sub(columns[j][u])
			above = above.Add(off.Mul(off))
			off = columns[j][u].Sub(worst[j])
			below = below.Add(off.Mul(off))
		}
		above, below = above.Sqrt(), below.Sqrt()
		if c.balls[u] = hundred.Mul(below.Quo(above.Add(below))); !c.balls[u].known() {
			c.lack(u, p.units, indicator.OneValue) // the units do not differ
		}
	}
}

// greater returns the greater of two numbers.
func greater(a, b ball) ball {
	low, high := max(a.low(), b.low()), max(a.high(), b.high())
	mid := low + (high-low)/2
	return round(mid, max(high-mid, mid-low))
}

// lesser returns the lesser of two numbers.
func lesser(a, b ball) ball {
	c := greater(ball{-a.mid, a.rad}, ball{-b.mid, b.rad})
	return ball{-c.mid, c.rad}
}
