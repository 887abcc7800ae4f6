package exact

import (
	"math"
	"math/big"

	"github.com/shopspring/decimal"
)

const (
	// MaxTerms bounds the terms of a SumRoot.
	MaxTerms = 100
	// MaxSumBits bounds the numerator and denominator of a SumRoot's Sum, which is 300 digits.
	MaxSumBits = 1024
)

// SumRoot is the number x − 1 where x > 0 and x + x² + … + xⁿ = Sum, n being Terms: the mean growth rate by the
// cumulative method (累计法, 方程法), for which Sum is (a₁ + … + aₙ) ÷ b. The sum of powers rises from 0 without limit, so
// there is one such x for every Sum above 0. It is in general irrational; it is compared and rounded by integers alone.
type SumRoot struct {
	Sum   Fraction
	Terms int
}

// Valid reports whether s is a number.
func (s SumRoot) Valid() bool {
	return s.Sum.Sign() > 0 && s.Sum.bits() <= MaxSumBits && s.Terms >= 1 && s.Terms <= MaxTerms
}

// Cmp compares s with f exactly, by the sum of the powers of 1+f. Everything up to −1 is below s.
func (s SumRoot) Cmp(f Fraction) int {
	x := f.Add(FromInt(1)).Rat()
	if x.Sign() <= 0 {
		return 1
	}
	excess, _ := s.excess(x.Num(), x.Denom())
	return -excess.Sign()
}

// Round returns s·10^shift correctly rounded, and false where it has more than MaxDigits digits.
func (s SumRoot) Round(places, shift int, mode Mode) (Decimal, bool) {
	places, digits := scaling(places, shift)
	return s.rounded(digits, mode).short(places)
}

// Decimal returns s·10^shift correctly rounded.
func (s SumRoot) Decimal(places, shift int, mode Mode) decimal.Decimal {
	places, digits := scaling(places, shift)
	return s.rounded(digits, mode).decimal(places)
}

// rounded returns s·10^digits as a whole number. Twice that is cut off to an integer by Newton's method, as the sum of
// powers is convex, and one exact comparison says whether anything was cut off.
func (s SumRoot) rounded(digits int, mode Mode) units {
	if s.Terms == 1 {
		return s.Sum.Sub(FromInt(1)).rounded(digits, mode)
	}
	unit := pow10(digits)
	unit.Lsh(unit, 1)
	near := new(big.Rat).SetFloat64(s.near())
	start := new(big.Int).Mul(near.Num(), unit)
	start.Quo(start, near.Denom()).Add(start, big.NewInt(1))
	twice := descend(start, func(k *big.Int) *big.Int {
		excess, slope := s.excess(k, unit)
		return excess.Div(excess.Neg(excess), slope).Add(excess, k)
	})
	excess, _ := s.excess(twice, unit)
	return roundTwice(twice.Sub(twice, unit), excess.Sign() == 0, mode)
}

// excess returns by how much the sum of powers of num/den exceeds Sum, times den^Terms and Sum's denominator, and how much
// that rises when num does by 1. With den as the unit, Horner's rule needs no fractions.
func (s SumRoot) excess(num, den *big.Int) (excess, slope *big.Int) {
	power, slope := big.NewInt(1), new(big.Int)
	value := big.NewInt(1)
	for i := range s.Terms {
		slope.Mul(slope, num).Add(slope, value)
		value.Mul(value, num)
		power.Mul(power, den)
		if i < s.Terms-1 { // there is no power 0 in the sum
			value.Add(value, power)
		}
	}
	sum := s.Sum.Rat()
	value.Mul(value, sum.Denom())
	return value.Sub(value, power.Mul(power, sum.Num())), slope.Mul(slope, sum.Denom())
}

// near returns about x, for two or more terms, where descend starts. It goes down to it from above: xⁿ ≤ Sum, and where
// Sum < n, x < 1 and x < Sum.
func (s SumRoot) near() float64 {
	rat, n := s.Sum.Rat(), float64(s.Terms)
	logarithm := log2(rat.Num()) - log2(rat.Denom())
	sum := math.Exp2(logarithm)
	x := math.Exp2(logarithm / n)
	if sum < n {
		x = min(sum, 1)
	}
	for range MaxTerms {
		value, slope := 1.0, 0.0
		for range s.Terms - 1 {
			slope = slope*x + value
			value = value*x + 1
		}
		slope = slope*x + value
		next := x - (value*x-sum)/slope
		if !(next < x) { // nor where something has left the range of floats
			break
		}
		x = next
	}
	return max(x, 0)
}
