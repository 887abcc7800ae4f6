package exact

import (
	"math/big"

	"github.com/shopspring/decimal"
)

// GrowthRatio is the number Scale·Num/Den + Shift, a quotient of two roots such as that of the growth observed and the
// growth needed. Den and Scale must not be 0.
//
// Comparing it with a fraction asks for the sign of Num − g·Den, which is zero only where integers can tell: a rational
// number is no sum of an irrational radical and a fraction, and 1 and two positive radicals are linearly independent
// over the rationals unless two of the three have a rational quotient. So either both roots are rational, or their
// irrational parts and their shifts both cancel. Where neither holds the difference is not 0, and enclosing it ever
// more closely ends; no precision is given up at.
type GrowthRatio struct {
	Num, Den     Root
	Scale, Shift Fraction
}

// Valid reports whether q is a number.
func (q GrowthRatio) Valid() bool {
	return q.Num.Valid() && q.Den.Valid() && q.Scale.Sign() != 0 && q.Shift.Valid() && q.Den.Cmp(FromInt(0)) != 0
}

// Cmp compares q with f exactly.
func (q GrowthRatio) Cmp(f Fraction) int {
	g := f.Sub(q.Shift).Quo(q.Scale)
	return q.Scale.Sign() * q.Den.Cmp(FromInt(0)) * q.difference(g)
}

// difference returns the sign of Num − g·Den.
func (q GrowthRatio) difference(g Fraction) int {
	if g.Sign() == 0 {
		return q.Num.Cmp(g)
	}
	if q.cancels(g) {
		return 0
	}
	factor := g.Rat()
	for bits := uint(96); ; bits *= 2 {
		low, high := enclose(q.Num, bits)
		from, to := enclose(q.Den, bits)
		for _, end := range []*big.Int{low, high} {
			end.Mul(end, factor.Denom())
		}
		for _, end := range []*big.Int{from, to} {
			end.Mul(end, factor.Num())
		}
		if factor.Sign() < 0 {
			from, to = to, from
		}
		switch {
		case low.Cmp(to) > 0:
			return 1
		case high.Cmp(from) < 0:
			return -1
		}
	}
}

// enclose returns whole numbers below and above r·2^bits.
func enclose(r Root, bits uint) (low, high *big.Int) {
	low, _ = r.floorTwice(new(big.Int).Lsh(big.NewInt(1), bits-1))
	return low, new(big.Int).Add(low, big.NewInt(1))
}

// cancels reports whether Num = g·Den, g not 0.
func (q GrowthRatio) cancels(g Fraction) bool {
	n, rationalNum := q.Num.rational()
	d, rationalDen := q.Den.rational()
	if rationalNum || rationalDen {
		return rationalNum && rationalDen && n.Cmp(d.Mul(d, g.Rat())) == 0
	}
	if q.Num.Shift.Cmp(g.Mul(q.Den.Shift)) != 0 || q.Num.Scale.Sign() != g.Sign()*q.Den.Scale.Sign() {
		return false
	}
	num, den, n1 := q.Num.power()
	num2, den2, n2 := q.Den.power()
	r := g.Rat()
	left := exp(num, n2)
	left.Mul(left, exp(den2, n1)).Mul(left, exp(r.Denom(), n1*n2))
	right := exp(num2, n1)
	right.Mul(right, exp(den, n2)).Mul(right, exp(new(big.Int).Abs(r.Num()), n1*n2))
	return left.Cmp(right) == 0
}

// rational returns r as a fraction, and false where it is none.
func (r Root) rational() (*big.Rat, bool) {
	num, den, degree := r.power()
	lowest := new(big.Rat).SetFrac(num, den)
	p, q := floorRoot(lowest.Num(), degree), floorRoot(lowest.Denom(), degree)
	if exp(p, degree).Cmp(lowest.Num()) != 0 || exp(q, degree).Cmp(lowest.Denom()) != 0 {
		return nil, false
	}
	value := new(big.Rat).SetFrac(p, q)
	if r.Scale.Sign() < 0 {
		value.Neg(value)
	}
	return value.Add(value, r.Shift.Rat()), true
}

// Decimal returns q·10^shift correctly rounded to the given places, which are brought into 0…MaxPlaces: twice the
// scaled magnitude is cut off by bisection, every step of it an exact comparison.
func (q GrowthRatio) Decimal(places, shift int, mode Mode) decimal.Decimal {
	places = min(max(places, 0), MaxPlaces)
	sign := q.Cmp(FromInt(0))
	if sign == 0 {
		return decimal.New(0, -int32(places))
	}
	unit := pow10(places + shift)
	unit.Lsh(unit, 1)
	at := func(k *big.Int) int { // |q|·unit against k
		f := narrow(new(big.Rat).SetFrac(k, unit))
		if sign < 0 {
			return -q.Cmp(f.Neg())
		}
		return q.Cmp(f)
	}
	low, high := new(big.Int), big.NewInt(1)
	for at(high) >= 0 {
		low.Set(high)
		high.Lsh(high, 1)
	}
	for one := big.NewInt(1); new(big.Int).Sub(high, low).Cmp(one) > 0; { // low ≤ |q|·unit < high
		middle := new(big.Int).Add(low, high)
		if middle.Rsh(middle, 1); at(middle) >= 0 {
			low = middle
		} else {
			high = middle
		}
	}
	whole, odd := at(low) == 0, low.Bit(0) == 1
	low.Rsh(low, 1)
	if roundsAway(mode, compareHalf(odd, whole), low.Bit(0) == 1) {
		low.Add(low, big.NewInt(1))
	}
	if sign < 0 {
		low.Neg(low)
	}
	return decimal.NewFromBigInt(low, -int32(places))
}
