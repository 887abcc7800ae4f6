package exact

import (
	"math/big"

	"github.com/shopspring/decimal"
)

// Real is a number that is no fraction in general, known by enclosures as narrow as one asks: what arithmetic makes of
// fractions, square roots and quantiles. Each operation is carried out at both ends in whole numbers of 2^-bits, cut off
// outward, so the number always lies between them. The zero Real is no number.
type Real struct {
	first enclosure                 // with leastBits
	more  func(bits uint) enclosure // nil for what is no number
}

const (
	leastBits = 192
	// mostBits is where comparing and rounding give up: two numbers that do not differ within 400 places are taken as the
	// same, and of two roundings the upper one counts.
	mostBits = 8 * leastBits
)

// newReal returns the number that the enclosures are of.
func newReal(more func(bits uint) enclosure) Real { return Real{more(leastBits), more} }

// RealOf returns f.
func RealOf(f Fraction) Real {
	if !f.Valid() {
		return Real{}
	}
	r := f.Rat()
	return newReal(func(bits uint) enclosure {
		return enclosure{new(big.Int).Lsh(r.Num(), bits), new(big.Int).Lsh(r.Num(), bits)}.dividedBy(r.Denom())
	})
}

// dividedBy cuts both ends off outward; n is above 0.
func (e enclosure) dividedBy(n *big.Int) enclosure {
	return enclosure{new(big.Int).Div(e.low, n), ceilQuo(e.high, n)} // Div of a positive divisor is the floor
}

func ceilQuo(x, y *big.Int) *big.Int {
	quotient := new(big.Int).Div(new(big.Int).Neg(x), y)
	return quotient.Neg(quotient)
}

// Valid reports whether r is a number.
func (r Real) Valid() bool { return r.more != nil }

func (r Real) enclose(bits uint) enclosure {
	if bits == leastBits {
		return r.first
	}
	return r.more(bits)
}

// combine returns what the operation makes of two numbers, and no number where one of them is none.
func combine(r, s Real, operation func(x, y enclosure, bits uint) enclosure) Real {
	if !r.Valid() || !s.Valid() {
		return Real{}
	}
	return newReal(func(bits uint) enclosure { return operation(r.enclose(bits), s.enclose(bits), bits) })
}

// Add returns r + s.
func (r Real) Add(s Real) Real {
	return combine(r, s, func(x, y enclosure, _ uint) enclosure {
		return enclosure{new(big.Int).Add(x.low, y.low), new(big.Int).Add(x.high, y.high)}
	})
}

// Sub returns r − s.
func (r Real) Sub(s Real) Real {
	return combine(r, s, func(x, y enclosure, _ uint) enclosure {
		return enclosure{new(big.Int).Sub(x.low, y.high), new(big.Int).Sub(x.high, y.low)}
	})
}

// Mul returns r × s.
func (r Real) Mul(s Real) Real {
	return combine(r, s, func(x, y enclosure, bits uint) enclosure {
		product := widest(x, y, new(big.Int).Mul)
		return product.dividedBy(new(big.Int).Lsh(big.NewInt(1), bits))
	})
}

// widest returns the least and the greatest of what the operation makes of the ends.
func widest(x, y enclosure, operation func(x, y *big.Int) *big.Int) enclosure {
	var e enclosure
	for _, a := range []*big.Int{x.low, x.high} {
		for _, b := range []*big.Int{y.low, y.high} {
			n := new(big.Int).Set(operation(a, b))
			if e.low == nil || n.Cmp(e.low) < 0 {
				e.low = n
			}
			if e.high == nil || n.Cmp(e.high) > 0 {
				e.high = n
			}
		}
	}
	return e
}

// Quo returns r ÷ s, and no number where s cannot be told from 0.
func (r Real) Quo(s Real) Real {
	if s.Valid() && s.first.low.Sign() <= 0 && s.first.high.Sign() >= 0 {
		return Real{}
	}
	return combine(r, s, func(x, y enclosure, bits uint) enclosure {
		if y.high.Sign() < 0 {
			x, y = x.neg(), y.neg()
		}
		x = enclosure{new(big.Int).Lsh(x.low, bits), new(big.Int).Lsh(x.high, bits)}
		low, high := y.high, y.low // dividing by more brings a positive end down and a negative one up
		if x.low.Sign() < 0 {
			low = y.low
		}
		if x.high.Sign() < 0 {
			high = y.high
		}
		return enclosure{new(big.Int).Div(x.low, low), ceilQuo(x.high, high)}
	})
}

// Sqrt returns the square root of r, and no number where r is below 0. An end that is below 0 only because it was cut off
// counts as 0.
func (r Real) Sqrt() Real {
	if !r.Valid() || r.first.high.Sign() < 0 {
		return Real{}
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

// Exp returns e^r, and no number where r may be above 64.
func (r Real) Exp() Real {
	if !r.Valid() || r.first.high.Cmp(new(big.Int).Lsh(big.NewInt(64), leastBits)) > 0 {
		return Real{}
	}
	return newReal(func(bits uint) enclosure { return exponential(r.enclose(bits), int(bits)) })
}

// Sin returns the sine of r, and no number where r may not be within ±4. At an end it is Σ ∓x^i ÷ i! over odd i, of terms
// that are cut off toward zero, each by less than 4³ = 64 units as |x| is at most 4 and the errors of earlier terms shrink
// from the fourth on; fewer than bits + 8 are added, and those left out come to less than a unit. Between its ends it
// moves by no more than they are apart.
func (r Real) Sin() Real {
	four := new(big.Int).Lsh(big.NewInt(4), leastBits)
	if !r.Valid() || r.first.high.CmpAbs(four) > 0 || r.first.low.CmpAbs(four) > 0 {
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

// Real returns q.
func (q Quantile) Real() Real { return enclosedBy(q.Valid(), q.Bounds) }

// Real returns q.
func (q ChiSquareTail) Real() Real {
	if q.Valid() && q.X.Sign() == 0 {
		return RealOf(FromInt(1))
	}
	return enclosedBy(q.Valid(), q.bounds)
}

// enclosedBy returns the number between two fractions.
func enclosedBy(valid bool, bounds func(bits int) (low, high Fraction)) Real {
	if !valid {
		return Real{}
	}
	return newReal(func(bits uint) enclosure {
		low, high := bounds(int(bits))
		return enclosure{scaled(low, bits, false), scaled(high, bits, true)}
	})
}

// Cmp compares r with f.
func (r Real) Cmp(f Fraction) int {
	for bits := uint(leastBits); bits <= mostBits; bits *= 2 {
		e := r.enclose(bits)
		if low := e.low.Cmp(scaled(f, bits, true)); low > 0 {
			return 1
		}
		if high := e.high.Cmp(scaled(f, bits, false)); high < 0 {
			return -1
		}
	}
	return 0
}

// scaled returns f in units of 2^-bits, cut off upward or downward.
func scaled(f Fraction, bits uint, up bool) *big.Int {
	r := f.Rat()
	n := new(big.Int).Lsh(r.Num(), bits)
	if up {
		return ceilQuo(n, r.Denom())
	}
	return n.Div(n, r.Denom())
}

// Round returns r·10^shift correctly rounded, and false where it has more than MaxDigits digits.
func (r Real) Round(places, shift int, mode Mode) (Decimal, bool) {
	places, digits := scaling(places, shift)
	return r.rounded(digits, mode).short(places)
}

// Decimal returns r·10^shift correctly rounded.
func (r Real) Decimal(places, shift int, mode Mode) decimal.Decimal {
	places, digits := scaling(places, shift)
	return r.rounded(digits, mode).decimal(places)
}

// rounded returns r·10^digits as a whole number. Rounding keeps the order, so where both ends round alike, so does r.
func (r Real) rounded(digits int, mode Mode) units {
	for bits := uint(leastBits); ; bits *= 2 {
		e := r.enclose(bits)
		one := new(big.Int).Lsh(big.NewInt(1), bits)
		upper := narrow(new(big.Rat).SetFrac(e.high, one)).rounded(digits, mode)
		if bits >= mostBits || narrow(new(big.Rat).SetFrac(e.low, one)).rounded(digits, mode).big().Cmp(upper.big()) == 0 {
			return upper
		}
	}
}
