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
	low, rest := new(big.Int).Lsh(r.Num(), uint(bits)), new(big.Int)
	if low.DivMod(low, r.Denom(), rest); rest.Sign() == 0 {
		return enclosure{low, low}
	}
	return enclosure{low, new(big.Int).Add(low, big.NewInt(1))}
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

// product returns e·f, in units of 2^-bits as they are.
func (e enclosure) product(f enclosure, bits int) enclosure {
	low, high := new(big.Int).Mul(e.low, f.low), new(big.Int).Mul(e.high, f.high)
	if e.low.Sign() < 0 || f.low.Sign() < 0 { // any two ends may make the least or the greatest
		across, back := new(big.Int).Mul(e.low, f.high), new(big.Int).Mul(e.high, f.low)
		low, high = smaller(smaller(low, high), smaller(across, back)), larger(larger(low, high), larger(across, back))
		high = new(big.Int).Set(high)
	}
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

func ceilQuo(x, y *big.Int) *big.Int {
	quotient := new(big.Int).Div(new(big.Int).Neg(x), y)
	return quotient.Neg(quotient)
}

// ceilShift returns ⌈n ÷ 2^bits⌉. It changes n.
func ceilShift(n *big.Int, bits int) *big.Int { return n.Neg(n.Rsh(n.Neg(n), uint(bits))) }

// over returns numerators and denominators above 0 of the ends of e/f, and false where f cannot be told from 0.
func (e enclosure) over(f enclosure) (num, den enclosure, ok bool) {
	if f.low.Sign() < 0 { // both turned round
		e, f = e.neg(), f.neg()
	}
	den = enclosure{f.high, f.low} // dividing by more brings a positive end down, and a negative one up
	if e.low.Sign() < 0 {
		den.low = f.low
	}
	if e.high.Sign() < 0 {
		den.high = f.high
	}
	return e, den, f.low.Sign() > 0
}

// quotientOf returns bounds of scale·x/y + shift, and false where y cannot be told from 0.
func quotientOf(x, y enclosure, scale, shift Fraction) (low, high Fraction, ok bool) {
	num, den, ok := x.over(y)
	if !ok {
		return low, high, false
	}
	bound := func(num, den *big.Int) Fraction {
		return scale.Mul(narrow(new(big.Rat).SetFrac(num, den))).Add(shift)
	}
	low, high = bound(num.low, den.low), bound(num.high, den.high)
	if scale.Sign() < 0 {
		low, high = high, low
	}
	return low, high, true
}
