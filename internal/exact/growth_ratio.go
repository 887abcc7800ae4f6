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
	r := g.Rat()
	for bits := uint(96); ; bits *= 2 {
		num, den := enclose(q.Num, bits), enclose(q.Den, bits)
		if r.Sign() < 0 {
			den.low, den.high = den.high, den.low
		}
		switch {
		case times(num.low, r.Denom()).Cmp(times(den.high, r.Num())) > 0:
			return 1
		case times(num.high, r.Denom()).Cmp(times(den.low, r.Num())) < 0:
			return -1
		case bits == 96 && q.cancels(g): // asked only where it may be so
			return 0
		}
	}
}

func times(x, y *big.Int) *big.Int { return new(big.Int).Mul(x, y) }

// enclose returns r in units of 2^-bits.
func enclose(r Root, bits uint) enclosure {
	low, _ := r.floorTwice(new(big.Int).Lsh(big.NewInt(1), bits-1))
	return enclosure{low, new(big.Int).Add(low, big.NewInt(1))}
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
	// What is left is Scale·Base^(p/n) of the one against that of the other times g, all raised to both degrees.
	p1, n1 := q.Num.exponent()
	p2, n2 := q.Den.exponent()
	var factors []factor
	for _, part := range []struct {
		of       Fraction
		exponent int
	}{{q.Num.Scale, n1 * n2}, {q.Num.Base, p1 * n2}, {q.Den.Scale, -n1 * n2}, {q.Den.Base, -p2 * n1}, {g, -n1 * n2}} {
		r := part.of.Rat()
		factors = append(factors, factor{r.Num().Abs(r.Num()), int64(part.exponent)}, factor{r.Denom(), -int64(part.exponent)})
	}
	return productIsOne(factors)
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

// Round returns q·10^shift correctly rounded, and false where it has more than MaxDigits digits.
func (q GrowthRatio) Round(places, shift int, mode Mode) (Decimal, bool) {
	places, digits := scaling(places, shift)
	return q.rounded(digits, mode).short(places)
}

// Decimal returns q·10^shift correctly rounded.
func (q GrowthRatio) Decimal(places, shift int, mode Mode) decimal.Decimal {
	places, digits := scaling(places, shift)
	return q.rounded(digits, mode).decimal(places)
}

// rounded returns q·10^digits as a whole number.
//
// q is enclosed between two fractions, ever nearer, until both round to the same, or to neighbours: rounding keeps the
// order, so what lies between two that round alike rounds as they do, and between two that round to neighbours there is
// one border at which the rounding changes. There one exact comparison decides, and where q is the border itself, how
// that fraction is rounded.
func (q GrowthRatio) rounded(digits int, mode Mode) units {
	for bits := uint(64 + 4*digits); ; bits *= 2 {
		low, high, ok := quotientOf(enclose(q.Num, bits), enclose(q.Den, bits), q.Scale, q.Shift)
		if !ok {
			if q.Den.Cmp(FromInt(0)) == 0 { // q is no number, and no precision would do
				return units{}
			}
			continue
		}
		below, above := low.rounded(digits, mode), high.rounded(digits, mode)
		switch apart := new(big.Int).Sub(above.big(), below.big()); {
		case apart.Sign() == 0:
			return below
		case apart.Cmp(big.NewInt(1)) > 0:
			continue
		}
		border := borderBetween(below.big(), above.big(), digits, mode)
		switch q.Cmp(border) {
		case -1:
			return below
		case 1:
			return above
		}
		return border.rounded(digits, mode)
	}
}

// borderBetween returns where the rounding to neighbouring units changes from one to the other: half way, or, for what is
// cut off toward zero, at the one farther from zero.
func borderBetween(below, above *big.Int, digits int, mode Mode) Fraction {
	twice := new(big.Int).Add(below, above)
	if mode == Truncate {
		twice.Add(twice, big.NewInt(int64(twice.Sign())))
	}
	return narrow(new(big.Rat).SetFrac(twice, new(big.Int).Lsh(pow10(digits), 1)))
}
