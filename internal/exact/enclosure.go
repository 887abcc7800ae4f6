package exact

import "math/big"

// enclosure is a number known to lie between two whole numbers, of units of some power of 2. What is computed from
// enclosures is rounded outward, so it holds the true result whatever was cut off.
type enclosure struct{ low, high *big.Int }

// around returns what lies within off of n.
func around(n, off *big.Int) enclosure {
	return enclosure{new(big.Int).Sub(n, off), new(big.Int).Add(n, off)}
}

// inUnits returns r in units of 2^-bits.
func inUnits(r *big.Rat, bits int) enclosure {
	return exactly(big.NewInt(1), bits).times(r)
}

// exactly returns n, in units of 2^-bits.
func exactly(n *big.Int, bits int) enclosure {
	n = new(big.Int).Lsh(n, uint(bits))
	return enclosure{n, n}
}

func (e enclosure) neg() enclosure {
	return enclosure{new(big.Int).Neg(e.high), new(big.Int).Neg(e.low)}
}

func (e enclosure) plus(f enclosure) enclosure {
	return enclosure{new(big.Int).Add(e.low, f.low), new(big.Int).Add(e.high, f.high)}
}

func (e enclosure) minus(f enclosure) enclosure { return e.plus(f.neg()) }

// times returns e·r.
func (e enclosure) times(r *big.Rat) enclosure {
	if r.Sign() < 0 {
		return e.neg().times(new(big.Rat).Neg(r))
	}
	low, high := new(big.Int).Mul(e.low, r.Num()), new(big.Int).Mul(e.high, r.Num())
	return enclosure{low.Div(low, r.Denom()), ceilQuo(high, r.Denom())}
}

// product returns e·f for two that are not below 0, in units of 2^-bits as they are.
func (e enclosure) product(f enclosure, bits int) enclosure {
	low, high := new(big.Int).Mul(e.low, f.low), new(big.Int).Mul(e.high, f.high)
	return enclosure{low.Rsh(low, uint(bits)), ceilShift(high, bits)}
}

func smaller(x, y *big.Int) *big.Int {
	if x.Cmp(y) < 0 {
		return x
	}
	return y
}

func larger(x, y *big.Int) *big.Int {
	if x.Cmp(y) > 0 {
		return x
	}
	return y
}

// ceilShift returns ⌈n ÷ 2^bits⌉. It changes n.
func ceilShift(n *big.Int, bits int) *big.Int { return n.Neg(n.Rsh(n.Neg(n), uint(bits))) }

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
