package exact

import "math/big"

// enclosure is a number known to lie between two whole numbers, of units of some power of 2.
type enclosure struct{ low, high *big.Int }

// around returns what lies within off of n.
func around(n, off *big.Int) enclosure {
	return enclosure{new(big.Int).Sub(n, off), new(big.Int).Add(n, off)}
}

func (e enclosure) neg() enclosure {
	return enclosure{new(big.Int).Neg(e.high), new(big.Int).Neg(e.low)}
}

// quotientOf returns bounds of scale·x/y + shift, and false where y cannot be told from 0.
func quotientOf(x, y enclosure, scale, shift Fraction) (low, high Fraction, ok bool) {
	if y.low.Sign() < 0 { // both turned round
		x, y = x.neg(), y.neg()
	}
	if y.low.Sign() <= 0 {
		return low, high, false
	}
	bound := func(n *big.Int, outward bool) Fraction {
		den := y.high
		if outward {
			den = y.low
		}
		return scale.Mul(narrow(new(big.Rat).SetFrac(n, den))).Add(shift)
	}
	low, high = bound(x.low, x.low.Sign() < 0), bound(x.high, x.high.Sign() > 0)
	if scale.Sign() < 0 {
		low, high = high, low
	}
	return low, high, true
}
