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
