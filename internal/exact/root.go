package exact

import (
	"math/big"

	"github.com/shopspring/decimal"
)

// MaxDegree bounds the numerator and denominator of a Root's exponent.
const MaxDegree = 400

// Root is the number Scale·Base^(Power/Degree) + Shift, exact and in general irrational: a mean growth rate is
// 1·(a/b)^(1/n) - 1. Scale must not be 0, Base not below 0, Power and Degree between 1 and MaxDegree.
type Root struct {
	Scale, Base, Shift Fraction
	Power, Degree      int
}

// Valid reports whether r is a number.
func (r Root) Valid() bool {
	return r.Scale.Sign() != 0 && r.Base.Valid() && r.Base.Sign() >= 0 && r.Shift.Valid() && within(r.Power) && within(r.Degree)
}

func within(n int) bool { return n >= 1 && n <= MaxDegree }

// exponent returns Power/Degree in lowest terms.
func (r *Root) exponent() (power, degree int) {
	if r.Power == 1 {
		return 1, r.Degree
	}
	g := int(gcd(uint64(r.Power), uint64(r.Degree)))
	return r.Power / g, r.Degree / g
}

// power returns (|Scale|·Base^(Power/Degree))^degree as a fraction, and that degree, with the exponent in lowest terms.
func (r Root) power() (num, den *big.Int, degree int) {
	power, degree := r.exponent()
	scale, base := r.Scale.Rat(), r.Base.Rat()
	num = new(big.Int).Mul(exp(scale.Num().Abs(scale.Num()), degree), exp(base.Num(), power))
	den = new(big.Int).Mul(exp(scale.Denom(), degree), exp(base.Denom(), power))
	return num, den, degree
}

// Cmp compares r with f exactly, by raising both to the root's degree.
func (r Root) Cmp(f Fraction) int {
	bare := f.Sub(r.Shift) // r > f exactly when the root without its shift > bare
	sign := r.Scale.Sign()
	switch {
	case r.Base.Sign() == 0:
		return -bare.Sign()
	case bare.Sign() != sign:
		return sign
	}
	num, den, degree := r.power()
	other := bare.Rat()
	left := num.Mul(num, exp(other.Denom(), degree))
	return sign * left.Cmp(den.Mul(den, exp(other.Num().Abs(other.Num()), degree)))
}

// Round returns r·10^shift correctly rounded, and false where it has more than MaxDigits digits.
func (r Root) Round(places, shift int, mode Mode) (Decimal, bool) {
	places, digits := scaling(places, shift)
	return r.rounded(digits, mode).short(places)
}

// Decimal returns r·10^shift correctly rounded.
func (r Root) Decimal(places, shift int, mode Mode) decimal.Decimal {
	places, digits := scaling(places, shift)
	return r.rounded(digits, mode).decimal(places)
}

// rounded returns r·10^digits as a whole number: from the fraction that r is where Power and Degree are equal, from a
// float where that proves it, and otherwise from integers alone.
func (r *Root) rounded(digits int, mode Mode) units {
	if r.Power == r.Degree {
		return r.Scale.Mul(r.Base).Add(r.Shift).rounded(digits, mode)
	}
	if n, ok := r.guess(digits, mode); ok {
		return units{small: n}
	}
	return r.roundedByIntegers(digits, mode)
}

// roundedByIntegers cuts twice the scaled number off to an integer; one exact comparison says whether anything was cut
// off.
func (r *Root) roundedByIntegers(digits int, mode Mode) units {
	twice, whole := r.floorTwice(pow10(digits))
	return roundTwice(twice, whole, mode)
}

// floorTwice returns ⌊2·unit·r⌋, and whether nothing was cut off. With the shift as p/q, q·2·unit·r is the root of an
// integer quotient plus an integer, and cutting off before the division by q gives the same as cutting off after it.
func (r Root) floorTwice(unit *big.Int) (*big.Int, bool) {
	shift := r.Shift.Rat()
	unit = unit.Lsh(unit, 1)
	factor := new(big.Int).Mul(unit, shift.Denom())
	num, den, degree := r.power()
	num.Mul(num, exp(factor, degree))
	root := floorRoot(new(big.Int).Quo(num, den), degree)
	whole := new(big.Int).Mul(exp(root, degree), den).Cmp(num) == 0
	if r.Scale.Sign() < 0 { // the floor of what is negative is cut off upward
		if !whole {
			root.Add(root, big.NewInt(1))
		}
		root.Neg(root)
	}
	root.Add(root, unit.Mul(unit, shift.Num()))
	twice, rest := root.DivMod(root, shift.Denom(), new(big.Int))
	return twice, whole && rest.Sign() == 0
}

func exp(base *big.Int, n int) *big.Int {
	return new(big.Int).Exp(base, big.NewInt(int64(n)), nil)
}
