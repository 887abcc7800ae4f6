package score

import "github.com/planeval/planeval/indicator"

// amount is a number that is exact as long as all it was made of is.
type amount struct {
	exact indicator.Ratio
	ball  ball
	float bool
}

// unwieldy reports whether a fraction has so many digits that to go on with it would take out of all proportion: sums over many
// denominators that have nothing in common grow with each of them.
func unwieldy(r indicator.Ratio) bool {
	const most = 4096 // bits
	if _, _, ok := r.Int64(); ok {
		return false
	}
	rat, ok := r.Rat()
	return ok && rat.Num().BitLen()+rat.Denom().BitLen() > most
}

func exactAmount(r indicator.Ratio) amount { return amount{exact: r} }
func floatAmount(b ball) amount            { return amount{ball: b, float: true} }

// amount returns the score of a unit; where it is missing, so is the amount.
func (c *column) amount(unit int) amount {
	switch why := c.missing(unit); {
	case why != indicator.Present:
		return exactAmount(indicator.Missing(why))
	case c.exact != nil:
		return exactAmount(c.exact.at(unit))
	}
	return floatAmount(c.balls[unit])
}

// number returns the amount as it is published.
func (a amount) number() indicator.Number {
	if a.float {
		return approx(a.ball)
	}
	return a.exact
}

func (a amount) missing() indicator.Reason { return a.number().Missing() }

func (a amount) approximated() ball {
	if a.float {
		return a.ball
	}
	return ballOf(a.exact)
}

// with applies one of two operations, the exact one where both sides are exact; what is missing stays missing.
func (a amount) with(b amount, exact func(indicator.Ratio, indicator.Ratio) indicator.Ratio, float func(ball, ball) ball) amount {
	switch {
	case !a.float && !b.float:
		return exactAmount(exact(a.exact, b.exact))
	case a.missing() != indicator.Present:
		return exactAmount(indicator.Missing(a.missing()))
	case b.missing() != indicator.Present:
		return exactAmount(indicator.Missing(b.missing()))
	}
	return floatAmount(float(a.approximated(), b.approximated()))
}

func (a amount) add(b amount) amount { return a.with(b, indicator.Ratio.Add, ball.Add) }
func (a amount) sub(b amount) amount { return a.with(b, indicator.Ratio.Sub, ball.Sub) }
func (a amount) mul(b amount) amount { return a.with(b, indicator.Ratio.Mul, ball.Mul) }
func (a amount) quo(b amount) amount { return a.with(b, indicator.Ratio.Quo, ball.Quo) }

// Difference returns a − b, two numbers of this package: exact where both are, missing where either is.
func Difference(a, b indicator.Number) indicator.Number {
	return amountOf(a).sub(amountOf(b)).number()
}
