package exact

import (
	"math/big"

	"github.com/shopspring/decimal"
)

// MaxChiSquareFreedom is the most degrees of freedom of a ChiSquareTail.
const MaxChiSquareFreedom = 10_000

// ChiSquareTail is the share of the chi-square distribution with Freedom degrees of freedom that lies above X: the
// number 1 − P(Freedom÷2, X÷2), with the lower incomplete gamma function P (Abramowitz and Stegun 26.4.19). X must not be
// below 0, Freedom between 1 and MaxChiSquareFreedom.
//
// It is compared and rounded from two numbers that it lies between, whose precision is doubled until both say the same.
// For X = 0 it is 1, for a greater fraction it is no fraction; but to end in any case, the precision ends at 1536 bits.
type ChiSquareTail struct {
	X       Fraction
	Freedom int64
}

// Valid reports whether q is a number.
func (q ChiSquareTail) Valid() bool {
	return q.X.Valid() && q.X.Sign() >= 0 && q.Freedom >= 1 && q.Freedom <= MaxChiSquareFreedom
}

// Cmp compares q with f; 0 is also said of an f that is closer to q than 10^-450.
func (q ChiSquareTail) Cmp(f Fraction) int {
	switch {
	case f.Sign() <= 0:
		return 1
	case q.X.Sign() > 0 && f.Cmp(FromInt(1)) >= 0:
		return -1
	}
	order := 0
	q.decide(func(low, high Fraction) bool {
		order = low.Cmp(f)
		if order == high.Cmp(f) {
			return true
		}
		order = 0
		return false
	})
	return order
}

// Round returns q·10^shift correctly rounded, and false where it has more than MaxDigits digits.
func (q ChiSquareTail) Round(places, shift int, mode Mode) (Decimal, bool) {
	places, digits := scaling(places, shift)
	return q.rounded(digits, mode).short(places)
}

// Decimal returns q·10^shift correctly rounded.
func (q ChiSquareTail) Decimal(places, shift int, mode Mode) decimal.Decimal {
	places, digits := scaling(places, shift)
	return q.rounded(digits, mode).decimal(places)
}

// rounded returns q·10^digits as a whole number. With at most 76 digits all numbers between 0 and 2^-300 are rounded alike,
// and so are all between 1 − 2^-300 and 1; q for X > 0 is neither 0 nor 1, so such an end does not count.
func (q ChiSquareTail) rounded(digits int, mode Mode) units {
	one, little := FromInt(1), narrow(new(big.Rat).SetFrac(big.NewInt(1), new(big.Int).Lsh(big.NewInt(1), 300)))
	var n units
	q.decide(func(low, high Fraction) bool {
		switch {
		case low.Sign() == 0 && high.Cmp(little) < 0:
			low = high
		case high.Cmp(one) == 0 && one.Sub(low).Cmp(little) < 0:
			high = low
		}
		n = low.rounded(digits, mode)
		return n.big().Cmp(high.rounded(digits, mode).big()) == 0
	})
	return n
}

// decide gives same ever closer bounds of q, until it returns true, or there are none closer.
func (q ChiSquareTail) decide(same func(low, high Fraction) bool) {
	if q.X.Sign() <= 0 {
		same(FromInt(1), FromInt(1))
		return
	}
	for bits := leastBits; bits <= mostBits; bits *= 2 {
		if same(q.bounds(bits)) {
			return
		}
	}
}

// bounds encloses q between two fractions, less than about 2^-bits from each other. The sum that it is made of is worked
// out with twice the bits: it can be as great as what it is multiplied by is little.
func (q ChiSquareTail) bounds(bits int) (low, high Fraction) {
	d := newGamma(big.NewRat(q.Freedom, 2), 2*bits+guard+32)
	half := q.X.Rat()
	x := inUnits(half.Quo(half, big.NewRat(2, 1)), d.bits)
	below, _ := d.at(x.high)
	least := below.high
	if x.low.Cmp(x.high) != 0 {
		above, _ := d.at(x.low)
		below.low = above.low
	}
	one := new(big.Int).Lsh(big.NewInt(1), uint(d.bits))
	bound := func(share *big.Int) Fraction { return narrow(new(big.Rat).SetFrac(new(big.Int).Sub(one, share), one)) }
	return bound(least), bound(below.low)
}
