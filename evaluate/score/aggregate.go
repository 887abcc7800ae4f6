package score

import (
	"math"
	"math/big"

	"github.com/planeval/planeval/indicator"
)

// parts is what a node is aggregated from: the columns of its children that have a weight, and these weights.
type parts struct {
	columns []*column
	weights []indicator.Ratio // above 0
	drawn   []ball            // in place of weights, where these are drawn by lot
	units   int
	places  [][]int // of the units, by period
}

// aggregate returns the node's scores.
func (p parts) aggregate(a Aggregation, m Missing) column {
	var c column
	exact, complete := true, true
	for _, child := range p.columns {
		exact, complete = exact && child.exact != nil, complete && child.why == nil
	}
	for u := 0; u < p.units && !complete; u++ {
		if why := p.lacking(m, u); why != indicator.Present {
			c.lack(u, p.units, why)
		}
	}
	switch a.Method {
	case Arithmetic:
		if exact {
			c.exact = p.exactMean(&c)
			return c
		}
		p.approximateMean(&c, complete)
	case Harmonic:
		if exact {
			if result, ok := p.exactHarmonic(&c); ok {
				return result
			}
		}
		p.approximate(&c, harmonic)
	case Geometric:
		p.approximate(&c, geometric)
	case PowerMean:
		power := ballOf(a.Power.Ratio(indicator.NotDefined))
		p.approximate(&c, func(weights, scores []ball) ball { return powerMean(power, weights, scores) })
	case Copeland:
		p.copeland(&c)
	case Topsis:
		p.topsis(&c)
	}
	return c
}

// lacking returns why a unit has no score, or Present: the reason of the first child that has none, or that there are too few.
func (p parts) lacking(m Missing, unit int) indicator.Reason {
	there, first := int64(0), indicator.Present
	for _, child := range p.columns {
		if why := child.missing(unit); why == indicator.Present {
			there++
		} else if first == indicator.Present {
			first = why
		}
	}
	switch {
	case first == indicator.Present:
		return indicator.Present
	case !m.Drop || there == 0:
		return first
	case !m.Share.IsZero() && indicator.IntRatio(there, int64(len(p.columns))).Cmp(m.Share.Ratio(indicator.NotDefined)) < 0:
		return indicator.TooFewScores
	}
	return indicator.Present
}

func (p parts) approximateWeights() []ball {
	if p.drawn != nil {
		return p.drawn
	}
	list := make([]ball, len(p.weights))
	for j, w := range p.weights {
		list[j] = ballOf(w)
	}
	return list
}

// exactWeights returns the weights as fractions, also those that are drawn.
func (p parts) exactWeights() []indicator.Ratio {
	if p.drawn == nil {
		return p.weights
	}
	list := make([]indicator.Ratio, len(p.drawn))
	for j, w := range p.drawn {
		list[j] = approx(w).Ratio()
	}
	return list
}

// wholeWeights returns the weights as whole numbers in the same proportion.
func wholeWeights(weights []indicator.Ratio) []*big.Int {
	common := big.NewInt(1)
	rats := make([]*big.Rat, len(weights))
	for i, w := range weights {
		rats[i], _ = w.Rat()
		common = leastMultiple(common, rats[i].Denom())
	}
	list := make([]*big.Int, len(weights))
	for i, r := range rats {
		list[i] = new(big.Int).Div(common, r.Denom())
		list[i].Mul(list[i], r.Num())
	}
	return list
}

func (p parts) exactMean(c *column) *fractions {
	columns := make([]*fractions, len(p.columns))
	complete := true
	for j, child := range p.columns {
		columns[j] = child.exact
		complete = complete && child.why == nil
	}
	has := func(int, int) bool { return true }
	if !complete {
		has = func(j, unit int) bool {
			return c.missing(unit) == indicator.Present && p.columns[j].missing(unit) == indicator.Present
		}
	}
	return mean(columns, wholeWeights(p.weights), p.units, has)
}

// exactHarmonic is the harmonic mean in fractions; ok is false where one of them becomes unwieldy.
func (p parts) exactHarmonic(c *column) (result column, ok bool) {
	list := make([]indicator.Ratio, p.units)
	for u := range list {
		if why := c.missing(u); why != indicator.Present {
			list[u] = indicator.Missing(why)
			continue
		}
		weight, sum := number(0), number(0)
		for j, child := range p.columns {
			if child.missing(u) != indicator.Present {
				continue
			}
			x := child.exact.at(u)
			if x.Sign() <= 0 {
				sum = indicator.Missing(indicator.NotPositive)
				break
			}
			weight, sum = weight.Add(p.weights[j]), sum.Add(p.weights[j].Quo(x))
			if unwieldy(sum) {
				return column{}, false
			}
		}
		list[u] = weight.Quo(sum)
	}
	return exactly(list, false), true
}

// approximate aggregates each unit's scores in float64. An unknown result is missing: for NotPositive where a score is not
// above 0.
func (p parts) approximate(c *column, of func(weights, scores []ball) ball) {
	columns, all := make([][]ball, len(p.columns)), p.approximateWeights()
	for j, child := range p.columns {
		columns[j] = child.approximated()
	}
	c.balls = make([]ball, p.units)
	weights, scores := make([]ball, 0, len(columns)), make([]ball, 0, len(columns))
	for u := range p.units {
		if c.missing(u) != indicator.Present {
			continue
		}
		weights, scores = weights[:0], scores[:0]
		for j, child := range p.columns {
			if child.missing(u) == indicator.Present {
				weights, scores = append(weights, all[j]), append(scores, columns[j][u])
			}
		}
		c.balls[u] = of(weights, scores)
		if !c.balls[u].known() {
			why := indicator.NotDefined
			for _, x := range scores {
				if !x.positive() {
					why = indicator.NotPositive
				}
			}
			c.lack(u, p.units, why)
		}
	}
}

// approximateMean is the weighted arithmetic mean, column by column where no score is missing.
func (p parts) approximateMean(c *column, complete bool) {
	if !complete {
		p.approximate(c, arithmetic)
		return
	}
	c.balls = make([]ball, p.units)
	for j, share := range normalised(p.approximateWeights()) {
		for u, x := range p.columns[j].approximated() {
			c.balls[u] = c.balls[u].Add(share.Mul(x))
		}
	}
}

func arithmetic(weights, scores []ball) ball {
	return products(weights, scores).Quo(total(weights))
}

func harmonic(weights, scores []ball) ball {
	var sum ball
	for i, x := range scores {
		if !x.positive() {
			return ball{0, math.Inf(1)}
		}
		sum = sum.Add(weights[i].Quo(x))
	}
	return total(weights).Quo(sum)
}

func geometric(weights, scores []ball) ball {
	var sum ball
	for i, x := range scores {
		sum = sum.Add(weights[i].Mul(x.Log()))
	}
	return sum.Quo(total(weights)).Exp()
}

// powerMean takes the powers of scores over the greatest or, for a power below 0, the least of them, so that none is above 1.
func powerMean(power ball, weights, scores []ball) ball {
	unit := scores[0]
	for _, x := range scores {
		if !x.positive() {
			return ball{0, math.Inf(1)}
		}
		if (x.mid > unit.mid) == (power.mid > 0) {
			unit = x
		}
	}
	unit.rad = 0 // any number near it does
	var sum ball
	for i, x := range scores {
		sum = sum.Add(weights[i].Mul(x.Quo(unit).Pow(power)))
	}
	return sum.Quo(total(weights)).Log().Quo(power).Exp().Mul(unit)
}

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
