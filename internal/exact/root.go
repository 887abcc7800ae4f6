package exact

import (
	"math/big"

	"github.com/shopspring/decimal"
)

// MaxDegree bounds the numerator and denominator of a Root's exponent.
const MaxDegree = 400

// Root is the number Scale·Base^(Power/Degree) + Shift, exact and in general irrational: a mean growth rate is
// 1·(a/b)^(1/n) - 1. Scale must not be 0, Base must be positive, Power and Degree between 1 and MaxDegree.
type Root struct {
	Scale, Base, Shift Fraction
	Power, Degree      int
}

// Valid reports whether r is a number.
func (r Root) Valid() bool {
	return r.Scale.Sign() != 0 && r.Base.Sign() > 0 && r.Shift.Valid() && within(r.Power) && within(r.Degree)
}

func within(n int) bool { return n >= 1 && n <= MaxDegree }

// power returns (|Scale|·Base^(Power/Degree))^degree as a fraction, and that degree, with the exponent in lowest terms.
func (r Root) power() (num, den *big.Int, degree int) {
	g := int(gcd(uint64(r.Power), uint64(r.Degree)))
	power, degree := r.Power/g, r.Degree/g
	scale, base := r.Scale.Rat(), r.Base.Rat()
	num = new(big.Int).Mul(exp(scale.Num().Abs(scale.Num()), degree), exp(base.Num(), power))
	den = new(big.Int).Mul(exp(scale.Denom(), degree), exp(base.Denom(), power))
	return num, den, degree
}

// Cmp compares r with f exactly, by raising both to the root's degree.
func (r Root) Cmp(f Fraction) int {
	bare := f.Sub(r.Shift) // r > f exactly when the root without its shift > bare
	sign := r.Scale.Sign()
	if bare.Sign() != sign {
		return sign
	}
	num, den, degree := r.power()
	other := bare.Rat()
	left := num.Mul(num, exp(other.Denom(), degree))
	return sign * left.Cmp(den.Mul(den, exp(other.Num().Abs(other.Num()), degree)))
}

// Decimal returns r·10^shift correctly rounded to the given places, which are brought into 0…MaxPlaces.
func (r Root) Decimal(places, shift int, mode Mode) decimal.Decimal {
	places = min(max(places, 0), MaxPlaces)
	if n, ok := r.guess(places+shift, mode); ok {
		return decimal.New(n, -int32(places))
	}
	return r.decimal(places, shift, mode)
}

// decimal is Decimal by integers alone.
//
// Twice the scaled number is cut off to an integer by integer arithmetic alone; its last bit says on which side of the
// half the number lies, and one exact comparison says whether anything was cut off.
func (r Root) decimal(places, shift int, mode Mode) decimal.Decimal {
	twice, whole := r.floorTwice(pow10(places + shift))
	odd := twice.Bit(0) == 1
	floor := twice.Rsh(twice, 1)
	if floor.Sign() < 0 && (odd || !whole) { // cut toward zero, and look at the half from there
		floor.Add(floor, big.NewInt(1))
		odd = !odd || whole
		if roundsAway(mode, compareHalf(odd, whole), floor.Bit(0) == 1) {
			floor.Sub(floor, big.NewInt(1))
		}
	} else if roundsAway(mode, compareHalf(odd, whole), floor.Bit(0) == 1) {
		floor.Add(floor, big.NewInt(1))
	}
	return decimal.NewFromBigInt(floor, -int32(places))
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

// compareHalf compares the part cut off with one half: upper says that it is at least that, whole that nothing lies
// between the half steps.
func compareHalf(upper, whole bool) int {
	switch {
	case !upper:
		return -1
	case whole:
		return 0
	}
	return 1
}

func exp(base *big.Int, n int) *big.Int {
	return new(big.Int).Exp(base, big.NewInt(int64(n)), nil)
}

// floorRoot returns the largest k with k^degree ≤ x, for x ≥ 0, by Newton's method from above.
func floorRoot(x *big.Int, degree int) *big.Int {
	if degree == 1 || x.Sign() == 0 {
		return new(big.Int).Set(x)
	}
	n := big.NewInt(int64(degree))
	less := big.NewInt(int64(degree - 1))
	k := new(big.Int).Lsh(big.NewInt(1), uint((x.BitLen()+degree-1)/degree))
	for {
		next := new(big.Int).Quo(x, new(big.Int).Exp(k, less, nil))
		next.Add(next, new(big.Int).Mul(less, k)).Quo(next, n)
		if next.Cmp(k) >= 0 {
			return k
		}
		k = next
	}
}
