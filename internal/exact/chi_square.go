package exact

import "math/big"

// MaxChiSquareFreedom is the most degrees of freedom of ChiSquareTail.
const MaxChiSquareFreedom = 10_000

// ChiSquareTail returns the share of the chi-square distribution with the given degrees of freedom that lies above x: the
// number 1 − P(freedom÷2, x÷2), with the lower incomplete gamma function P (Abramowitz and Stegun 26.4.19). It is 1 for
// x = 0. x must not be below 0, freedom between 1 and MaxChiSquareFreedom.
func ChiSquareTail(x Fraction, freedom int64) Real {
	switch {
	case !x.Valid() || x.Sign() < 0 || freedom < 1 || freedom > MaxChiSquareFreedom:
		return Real{}
	case x.Sign() == 0:
		return RealOf(FromInt(1))
	}
	half := x.Rat()
	half.Quo(half, big.NewRat(2, 1))
	tail := newReal(func(bits uint) enclosure {
		low, high := tailBounds(half, freedom, int(bits))
		return strictly(low, high, int(bits), true)
	})
	tail.open = true
	return tail
}

// tailBounds encloses the share above 2·half between two fractions, less than about 2^-bits from each other. The sum that
// it is made of is worked out with twice the bits: it can be as great as what it is multiplied by is little.
func tailBounds(half *big.Rat, freedom int64, bits int) (low, high *big.Rat) {
	d := newGamma(big.NewRat(freedom, 2), 2*bits+guard+32)
	x := inUnits(half, d.bits)
	below, _ := d.at(x.high)
	least := below.high
	if x.low.Cmp(x.high) != 0 {
		above, _ := d.at(x.low)
		below.low = above.low
	}
	one := new(big.Int).Lsh(big.NewInt(1), uint(d.bits))
	above := func(share *big.Int) *big.Rat { return new(big.Rat).SetFrac(new(big.Int).Sub(one, share), one) }
	return above(least), above(below.low)
}
