package exact

import "math/big"

// distribution is a distribution of what is not below 0, worked out in units of 2^-unit.
type distribution interface {
	// unit is the number of bits after the point.
	unit() int
	// at encloses the share of the distribution below x, and the weight: the density times what curve names spread.
	at(x *big.Int) (below, weight enclosure)
	// top is a number that all of the distribution lies below, or more of it than quantiles are ever asked for.
	top() *big.Int
	// curve returns about the spread and the slope of the density's logarithm.
	curve(x *big.Float) (spread, slope *big.Float)
}

// guard is how many bits more than a result has, what it is made of has.
const guard = 48

// shareBelow encloses weight·sum ÷ a, the share of a distribution below some x, in units of 2^-unit. Where above is not
// nil the share above x is known to be at most that; if it is very little the sum, which could be long, is not needed.
func shareBelow(weight enclosure, a *big.Rat, sum series, above *big.Int, unit int) enclosure {
	one := new(big.Int).Lsh(big.NewInt(1), uint(unit))
	if above == nil {
		above = one
	}
	least := new(big.Int).Sub(one, above)
	if above.BitLen() < unit/2 {
		return enclosure{least, one}
	}
	share := sum.sum(unit).product(weight, unit).times(new(big.Rat).Inv(a))
	return enclosure{larger(share.low, least), smaller(share.high, one)}
}

// float returns about r.
func float(r *big.Rat, bits int) *big.Float { return new(big.Float).SetPrec(uint(bits)).SetRat(r) }
