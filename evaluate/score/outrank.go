package score

import (
	"cmp"
	"math"
	"math/big"

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
	votes := p.votes()
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
				sign := votes.ahead(classes, a, b)
				won[a] += sign
				won[b] -= sign
			}
		}
		for i, u := range having {
			list[u] = number(won[i])
		}
	}
	*c = exactly(list, false)
}

// votes are weights as whole numbers: of 64 bits where they all fit.
type votes struct {
	small []int64
	wide  []*big.Int
	even  int64 // up to this difference two sides are even
}

// votes returns the weights in whole numbers; those that are drawn are float64, so they are brought to parts of 2^52, and sides
// that differ by no more than what that rounds are even.
func (p parts) votes() votes {
	if p.drawn != nil {
		v := votes{small: make([]int64, len(p.drawn)), even: int64(len(p.drawn))}
		whole := total(p.drawn).mid
		for j, w := range p.drawn {
			v.small[j] = int64(math.Round(w.mid / whole * (1 << 52)))
		}
		return v
	}
	v := votes{wide: wholeWeights(p.weights), small: make([]int64, len(p.weights))}
	for j, w := range v.wide {
		if !w.IsInt64() || w.Int64() > math.MaxInt64/int64(len(v.wide)) {
			v.small = nil
			return v
		}
		v.small[j] = w.Int64()
	}
	return v
}

// ahead returns 1 where the children in which a is better weigh more than those in which b is, −1 where less, and 0 where even.
func (v votes) ahead(classes [][]int, a, b int) int64 {
	sum, wide := int64(0), new(big.Int)
	for j, class := range classes {
		better := int64(cmp.Compare(class[a], class[b]))
		switch {
		case class[a] < 0 || class[b] < 0 || better == 0:
		case v.small != nil:
			sum += better * v.small[j]
		default:
			wide.Add(wide, new(big.Int).Mul(v.wide[j], big.NewInt(better)))
		}
	}
	switch {
	case v.small == nil:
		return int64(wide.Sign())
	case sum > v.even:
		return 1
	case sum < -v.even:
		return -1
	}
	return 0
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
