package exact

import (
	"cmp"
	"math"
	"math/big"
	"math/bits"

	"github.com/shopspring/decimal"
)

// Fraction is an exact quotient num/den with den > 0, not necessarily in lowest terms; wide takes over when it does
// not fit, with den 0. Without both it is no number, and num holds the caller's code for why there is none; arithmetic
// passes on the first operand that is no number. The zero Fraction is no number, with the code 0.
type Fraction struct {
	num, den int64
	wide     *big.Rat // never changed after it is set
}

// FromInt returns n.
func FromInt(n int64) Fraction { return Fraction{num: n, den: 1} }

// Absent returns the Fraction that is no number for the reason that the caller's code stands for.
func Absent(code uint8) Fraction { return Fraction{num: int64(code)} }

// Code returns the code of what is no number, and 0 for a number.
func (f Fraction) Code() uint8 {
	if f.Valid() {
		return 0
	}
	return uint8(f.num)
}

// firstAbsent returns the first of the two that is no number, and false where both are numbers.
func firstAbsent(f, g Fraction) (Fraction, bool) {
	if !f.Valid() {
		return f, true
	}
	return g, !g.Valid()
}

// FromDecimal returns d exactly; what is no number gives none.
func FromDecimal(d Decimal) Fraction {
	if !d.Valid() {
		return Fraction{}
	}
	if d.hi == 0 && d.lo <= math.MaxInt64 && int(d.places) < len(powers) {
		return Fraction{num: int64(d.lo) * int64(d.sign), den: powers[d.places]}
	}
	return Fraction{wide: new(big.Rat).SetFrac(d.Big(), pow10(int(d.places)))}
}

// FromRat returns r, which may change afterwards.
func FromRat(r *big.Rat) Fraction { return narrow(new(big.Rat).Set(r)) }

// Small returns a numerator and a positive denominator of f, and false where f is no number or they do not fit.
func (f Fraction) Small() (num, den int64, ok bool) { return f.num, f.den, f.den != 0 }

// Valid reports whether f is a number.
func (f Fraction) Valid() bool { return f.den != 0 || f.wide != nil }

// Sign returns -1, 0 or 1; 0 for what is no number.
func (f Fraction) Sign() int {
	switch {
	case f.wide != nil:
		return f.wide.Sign()
	case f.den == 0 || f.num == 0:
		return 0
	case f.num < 0:
		return -1
	}
	return 1
}

// Rat returns f as a new big.Rat.
func (f Fraction) Rat() *big.Rat {
	if f.wide != nil {
		return new(big.Rat).Set(f.wide)
	}
	return big.NewRat(f.num, f.den)
}

func (f Fraction) reduced() Fraction {
	if f.wide != nil {
		return f
	}
	g := gcd(magnitude(f.num), uint64(f.den))
	if g <= 1 {
		return f
	}
	return Fraction{num: f.num / int64(g), den: f.den / int64(g)}
}

// Add returns f + g.
func (f Fraction) Add(g Fraction) Fraction {
	if f.den != 0 && g.den != 0 {
		if f.den == g.den {
			if n, ok := addInt(f.num, g.num); ok {
				return Fraction{num: n, den: f.den}
			}
		} else if sum, ok := addSmall(f, g.num, g.den); ok {
			return sum
		}
	}
	return f.add(g)
}

// Sub returns f - g.
func (f Fraction) Sub(g Fraction) Fraction {
	if f.den != 0 && g.den != 0 {
		if f.den == g.den {
			if n, ok := subInt(f.num, g.num); ok {
				return Fraction{num: n, den: f.den}
			}
		} else if difference, ok := addSmall(f, -g.num, g.den); ok && g.num != math.MinInt64 {
			return difference
		}
	}
	return f.add(g.Neg())
}

// add is Add where something does not fit, or is no number.
func (f Fraction) add(g Fraction) Fraction {
	if absent, ok := firstAbsent(f, g); ok {
		return absent
	}
	if f.wide == nil && g.wide == nil {
		g = g.reduced()
		if sum, ok := addSmall(f.reduced(), g.num, g.den); ok {
			return sum
		}
	}
	return narrow(new(big.Rat).Add(f.Rat(), g.Rat()))
}

// addSmall returns f + num/den, and false where it does not fit.
func addSmall(f Fraction, num, den int64) (Fraction, bool) {
	a, ok1 := mulInt(f.num, den)
	b, ok2 := mulInt(num, f.den)
	n, ok3 := addInt(a, b)
	d, ok4 := mulInt(f.den, den)
	return Fraction{num: n, den: d}, ok1 && ok2 && ok3 && ok4
}

// Neg returns -f.
func (f Fraction) Neg() Fraction {
	switch {
	case !f.Valid():
		return f
	case f.wide == nil && f.num != math.MinInt64:
		return Fraction{num: -f.num, den: f.den}
	}
	r := f.Rat()
	return narrow(r.Neg(r))
}

// Mul returns f × g.
func (f Fraction) Mul(g Fraction) Fraction {
	if f.den != 0 && g.den != 0 {
		if p, ok := mulSmall(f, g); ok {
			return p
		}
	}
	return f.mul(g)
}

func (f Fraction) mul(g Fraction) Fraction {
	if absent, ok := firstAbsent(f, g); ok {
		return absent
	}
	if f.wide == nil && g.wide == nil {
		// Cancel crosswise: a/b × c/d = (a/d) × (c/b).
		left, right := Fraction{num: f.num, den: g.den}.reduced(), Fraction{num: g.num, den: f.den}.reduced()
		if p, ok := mulSmall(left, right); ok {
			return p
		}
	}
	return narrow(new(big.Rat).Mul(f.Rat(), g.Rat()))
}

func mulSmall(f, g Fraction) (Fraction, bool) {
	n, ok1 := mulInt(f.num, g.num)
	d, ok2 := mulInt(f.den, g.den)
	return Fraction{num: n, den: d}, ok1 && ok2
}

// Product returns the product of all fs, 1 of none. What does not fit is brought to lowest terms once, not at each step.
func Product(fs []Fraction) Fraction {
	product := FromInt(1)
	for i, f := range fs {
		if product = product.Mul(f); product.wide != nil {
			num, den := new(big.Int).Set(product.wide.Num()), new(big.Int).Set(product.wide.Denom())
			for _, f := range fs[i+1:] {
				if !f.Valid() {
					return f
				}
				r := f.Rat()
				num.Mul(num, r.Num())
				den.Mul(den, r.Denom())
			}
			return narrow(new(big.Rat).SetFrac(num, den))
		}
	}
	return product
}

// Quo returns f ÷ g. g must not be 0; callers ask Sign first.
func (f Fraction) Quo(g Fraction) Fraction { return f.QuoOr(g, 0) }

// QuoOr returns f ÷ g, and what is no number, for the reason that byZero stands for, when g is 0.
func (f Fraction) QuoOr(g Fraction, byZero uint8) Fraction {
	if f.den != 0 && g.den != 0 && g.num > 0 {
		if f.den == g.den {
			return Fraction{num: f.num, den: g.num}
		}
		if q, ok := mulSmall(f, Fraction{num: g.den, den: g.num}); ok {
			return q
		}
	}
	return f.quo(g, byZero)
}

func (f Fraction) quo(g Fraction, byZero uint8) Fraction {
	if absent, ok := firstAbsent(f, g); ok {
		return absent
	}
	if g.Sign() == 0 {
		return Absent(byZero)
	}
	if f.wide == nil && g.wide == nil && g.num != math.MinInt64 && f.num != math.MinInt64 {
		n, d := f.num, g.num
		if d < 0 {
			n, d = -n, -d
		}
		if f.den == g.den {
			return Fraction{num: n, den: d}
		}
		return Fraction{num: n, den: f.den}.Mul(Fraction{num: g.den, den: d})
	}
	return narrow(new(big.Rat).Quo(f.Rat(), g.Rat()))
}

// Cmp compares exactly, by multiplying across. What is no number comes before every number.
func (f Fraction) Cmp(g Fraction) int {
	if f.den != 0 && g.den != 0 {
		if f.den == g.den {
			return cmp.Compare(f.num, g.num)
		}
		high, low := mulWide(f.num, g.den)
		otherHigh, otherLow := mulWide(g.num, f.den)
		if high != otherHigh {
			return cmp.Compare(high, otherHigh)
		}
		return cmp.Compare(low, otherLow)
	}
	switch f, g := f.Valid(), g.Valid(); {
	case !f && !g:
		return 0
	case !f:
		return -1
	case !g:
		return 1
	}
	return f.Rat().Cmp(g.Rat())
}

// Round returns f·10^shift rounded once, and false where it has more than MaxDigits digits.
func (f Fraction) Round(places, shift int, mode Mode) (Decimal, bool) {
	places, digits := scaling(places, shift)
	return f.rounded(digits, mode).short(places)
}

// Decimal returns f·10^shift rounded once.
func (f Fraction) Decimal(places, shift int, mode Mode) decimal.Decimal {
	places, digits := scaling(places, shift)
	return f.rounded(digits, mode).decimal(places)
}

// rounded returns f·10^digits as a whole number.
func (f Fraction) rounded(digits int, mode Mode) units {
	if n, ok := f.roundSmall(digits, mode); ok {
		return units{small: n}
	}
	r := f.Rat()
	scaled := new(big.Int).Mul(r.Num(), pow10(digits))
	quotient, rest := new(big.Int).QuoRem(scaled.Abs(scaled), r.Denom(), new(big.Int))
	cut := nothing
	if rest.Sign() != 0 {
		cut = comparedWithHalf(rest.Lsh(rest, 1).Cmp(r.Denom()))
	}
	if roundsAway(mode, cut, quotient.Bit(0) == 1) {
		quotient.Add(quotient, big.NewInt(1))
	}
	if r.Sign() < 0 {
		quotient.Neg(quotient)
	}
	return units{wide: quotient}
}

func (f Fraction) roundSmall(digits int, mode Mode) (int64, bool) {
	if f.wide != nil || digits >= len(powers) {
		return 0, false
	}
	hi, lo := bits.Mul64(magnitude(f.num), uint64(powers[digits]))
	if hi >= uint64(f.den) {
		return 0, false
	}
	quotient, rest := bits.Div64(hi, lo, uint64(f.den))
	if quotient >= math.MaxInt64 { // before rounding, which could carry past 64 bits
		return 0, false
	}
	cut := half
	switch other := uint64(f.den) - rest; {
	case rest == 0:
		cut = nothing
	case rest < other:
		cut = lessThanHalf
	case rest > other:
		cut = moreThanHalf
	}
	if roundsAway(mode, cut, quotient&1 == 1) {
		quotient++
	}
	if f.num < 0 {
		return -int64(quotient), true
	}
	return int64(quotient), true
}

// narrow brings r back to 64 bits where it fits, so that one wide intermediate does not slow what follows.
func narrow(r *big.Rat) Fraction {
	if r.Num().IsInt64() && r.Denom().IsInt64() {
		return Fraction{num: r.Num().Int64(), den: r.Denom().Int64()}
	}
	return Fraction{wide: r}
}
