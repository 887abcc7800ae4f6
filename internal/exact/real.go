package exact

import (
	"math/big"

	"github.com/shopspring/decimal"
)

// Real is a number that is no fraction in general: what arithmetic makes of fractions, square roots, quantiles and tails.
// It is known by enclosures as narrow as one asks, in whole units of 2^-bits; each operation is carried out on those of
// its operands, and cut off outward, so the number always lies between the ends. The first one is worked out at once and
// kept. Where it is known to be a fraction it is kept as that, and compared and rounded as that.
//
// The zero Real is no number, and so is what an operation makes of it. A Real does not change, so goroutines can share it.
type Real struct {
	fraction Fraction                  // what it is, if known; there are no enclosures then
	first    enclosure                 // with leastBits
	more     func(bits uint) enclosure // nil for a fraction, and for what is no number
	open     bool                      // it is certainly neither end of an enclosure
}

const (
	leastBits = 192
	// mostBits is where comparing and rounding give up, and all that a number is made of is known to 460 places: a number
	// that cannot be told from the one it is compared with is taken as the same, and of two roundings the upper one counts.
	mostBits = 8 * leastBits
)

// newReal returns the number that the enclosures are of.
func newReal(more func(bits uint) enclosure) Real { return Real{first: more(leastBits), more: more} }

// RealOf returns f.
func RealOf(f Fraction) Real { return Real{fraction: f} }

// Valid reports whether r is a number.
func (r Real) Valid() bool { return r.more != nil || r.fraction.Valid() }

// zero reports whether r is known to be 0.
func (r Real) zero() bool { return r.fraction.Valid() && r.fraction.Sign() == 0 }

func (r Real) enclose(bits uint) enclosure {
	switch {
	case r.more == nil:
		return inUnits(r.fraction.Rat(), int(bits))
	case bits == leastBits:
		return r.first
	}
	return r.more(bits)
}

// Add returns r + s.
func (r Real) Add(s Real) Real {
	switch {
	case !r.Valid() || !s.Valid():
		return Real{}
	case r.more == nil && s.more == nil:
		return RealOf(r.fraction.Add(s.fraction))
	}
	sum := newReal(func(bits uint) enclosure { return r.enclose(bits).plus(s.enclose(bits)) })
	sum.open = r.open || s.open
	return sum
}

// Sub returns r − s.
func (r Real) Sub(s Real) Real { return r.Add(s.times(FromInt(-1))) }

// Mul returns r × s.
func (r Real) Mul(s Real) Real {
	switch {
	case !r.Valid() || !s.Valid():
		return Real{}
	case s.more == nil:
		return r.times(s.fraction)
	case r.more == nil:
		return s.times(r.fraction)
	}
	return newReal(func(bits uint) enclosure { return r.enclose(bits).product(s.enclose(bits), int(bits)) })
}

// times returns r × f.
func (r Real) times(f Fraction) Real {
	switch {
	case r.more == nil:
		return RealOf(r.fraction.Mul(f))
	case f.Sign() == 0:
		return RealOf(f)
	}
	factor := f.Rat()
	product := newReal(func(bits uint) enclosure { return r.enclose(bits).times(factor) })
	product.open = r.open
	return product
}

// Quo returns r ÷ s, and no number where the first enclosure of s does not tell it from 0.
func (r Real) Quo(s Real) Real {
	switch {
	case !r.Valid() || !s.Valid() || s.zero():
		return Real{}
	case s.more == nil:
		return r.times(FromInt(1).Quo(s.fraction))
	case s.first.low.Sign() <= 0 && s.first.high.Sign() >= 0:
		return Real{}
	}
	return newReal(func(bits uint) enclosure {
		x, by, _ := r.enclose(bits).over(s.enclose(bits))
		low, high := new(big.Int).Lsh(x.low, bits), new(big.Int).Lsh(x.high, bits)
		return enclosure{low.Div(low, by.low), ceilQuo(high, by.high)} // Div of a positive divisor is the floor
	})
}

// Sqrt returns the square root of r, and no number where r is below 0. An end that is below 0 only because it was cut off
// counts as 0.
func (r Real) Sqrt() Real {
	switch {
	case r.zero():
		return r
	case !r.Valid() || r.fraction.Sign() < 0 || r.more != nil && r.first.high.Sign() < 0:
		return Real{}
	case r.more == nil:
		if root, ok := rationalPower(r.fraction.Rat(), big.NewRat(2, 1)); ok {
			return RealOf(root)
		}
	}
	return newReal(func(bits uint) enclosure {
		x := r.enclose(bits)
		low, high := new(big.Int), new(big.Int)
		if x.low.Sign() > 0 {
			low.Sqrt(low.Lsh(x.low, bits))
		}
		if x.high.Sign() > 0 {
			high.Sqrt(high.Lsh(x.high, bits))
			high.Add(high, big.NewInt(1))
		}
		return enclosure{low, high}
	})
}

// Exp returns e^r, and no number where r may be above 64. Of a fraction other than 0 it is no fraction.
func (r Real) Exp() Real {
	switch {
	case r.zero():
		return RealOf(FromInt(1))
	case !r.Valid() || r.enclose(leastBits).high.Cmp(new(big.Int).Lsh(big.NewInt(64), leastBits)) > 0:
		return Real{}
	}
	return newReal(func(bits uint) enclosure { return exponential(r.enclose(bits), int(bits)) })
}

// Sin returns the sine of r, and no number where r may not be within ±4. Of a fraction other than 0 it is no fraction.
//
// At an end it is Σ ∓x^i ÷ i! over odd i, of terms that are cut off toward zero, each by less than 4³ = 64 units as |x| is
// at most 4 and the errors of earlier terms shrink from the fourth on; fewer than bits + 8 are added, and those left out
// come to less than a unit. Between its ends it moves by no more than they are apart.
func (r Real) Sin() Real {
	if !r.Valid() || r.zero() {
		return r
	}
	four := new(big.Int).Lsh(big.NewInt(4), leastBits)
	if e := r.enclose(leastBits); e.high.CmpAbs(four) > 0 || e.low.CmpAbs(four) > 0 {
		return Real{}
	}
	return newReal(func(bits uint) enclosure {
		x := r.enclose(bits)
		term := new(big.Int).Set(x.low)
		sum := new(big.Int)
		for i := int64(1); term.Sign() != 0; i += 2 {
			sum.Add(sum, term)
			for j := i + 1; j <= i+2; j++ {
				term.Mul(term, x.low)
				term.Quo(term, new(big.Int).Lsh(big.NewInt(j), bits))
			}
			term.Neg(term)
		}
		off := new(big.Int).Sub(x.high, x.low)
		return around(sum, off.Add(off, big.NewInt(64*int64(bits+8))))
	})
}

// Cmp compares r with f. What is no number comes before every number.
func (r Real) Cmp(f Fraction) int {
	if r.more == nil {
		return r.fraction.Cmp(f)
	}
	for bits := uint(leastBits); bits <= mostBits; bits *= 2 {
		switch e, g := r.enclose(bits), inUnits(f.Rat(), int(bits)); {
		case e.low.Cmp(g.low) > 0 || r.open && e.low.Cmp(g.high) >= 0:
			return 1
		case e.high.Cmp(g.high) < 0 || r.open && e.high.Cmp(g.low) <= 0:
			return -1
		}
	}
	return 0
}

// Round returns r·10^shift correctly rounded, and false where it has more than MaxDigits digits or is no number.
func (r Real) Round(places, shift int, mode Mode) (Decimal, bool) {
	if !r.Valid() {
		return Decimal{}, false
	}
	places, digits := scaling(places, shift)
	return r.rounded(digits, mode).short(places)
}

// Decimal returns r·10^shift correctly rounded, and 0 where it is no number.
func (r Real) Decimal(places, shift int, mode Mode) decimal.Decimal {
	places, digits := scaling(places, shift)
	return r.rounded(digits, mode).decimal(places)
}

// rounded returns r·10^digits as a whole number. Rounding keeps the order, so where both ends round alike, so does r.
func (r Real) rounded(digits int, mode Mode) units {
	switch {
	case !r.Valid():
		return units{}
	case r.more == nil:
		return r.fraction.rounded(digits, mode)
	}
	unit := pow10(digits)
	for bits := uint(leastBits); ; bits *= 2 {
		e := r.enclose(bits)
		upper := roundEnd(new(big.Int).Mul(e.high, unit), bits, r.open, -1, mode)
		if bits >= mostBits || roundEnd(new(big.Int).Mul(e.low, unit), bits, r.open, 1, mode).wide.Cmp(upper.wide) == 0 {
			return upper
		}
	}
}

// roundEnd rounds n·2^-bits, or, where open is true, what is as little above that as one likes, or below it for the side
// −1. It changes n.
func roundEnd(n *big.Int, bits uint, open bool, side int, mode Mode) units {
	whole := n.Sign() == 0 || n.TrailingZeroBits() >= bits-1
	twice := n.Rsh(n, bits-1)
	if whole && open && side < 0 {
		twice.Sub(twice, big.NewInt(1))
	}
	return roundTwice(twice, whole && !open, mode)
}
