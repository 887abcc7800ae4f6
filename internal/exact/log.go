package exact

import (
	"math/big"

	"github.com/shopspring/decimal"
)

// MaxLogBits bounds the numerators and denominators of a Log's X and Base, which is 300 digits.
const MaxLogBits = 1024

// Log is the number Scale·ln X ÷ ln Base + Shift, exact and in general irrational: the share of a reduction that has
// been achieved is ln(1−c) ÷ ln(1−t). Scale must not be 0; X and Base must be positive, and Base other than 1.
//
// It is compared and rounded from an enclosure of the quotient by two fractions, whose precision is doubled until both
// ends say the same. Where the quotient is a fraction no precision would do; it is recognised by integer roots, so the
// doubling ends: the distance of an irrational number from a fraction is not 0.
type Log struct {
	Scale, X, Base, Shift Fraction
}

// Valid reports whether l is a number.
func (l Log) Valid() bool {
	return l.Scale.Sign() != 0 && l.Shift.Valid() && l.X.Sign() > 0 && l.Base.Sign() > 0 &&
		l.Base.Cmp(FromInt(1)) != 0 && l.X.bits() <= MaxLogBits && l.Base.bits() <= MaxLogBits
}

func (f Fraction) bits() int {
	r := f.Rat()
	return max(r.Num().BitLen(), r.Denom().BitLen())
}

// Cmp compares l with f exactly.
func (l Log) Cmp(f Fraction) int {
	var order int
	l.decide(func(low, high Fraction) bool {
		order = low.Cmp(f)
		return order == high.Cmp(f)
	})
	return order
}

// Round returns l·10^shift correctly rounded, and false where it has more than MaxDigits digits.
func (l Log) Round(places, shift int, mode Mode) (Decimal, bool) {
	places, digits := scaling(places, shift)
	return l.rounded(digits, mode).short(places)
}

// Decimal returns l·10^shift correctly rounded.
func (l Log) Decimal(places, shift int, mode Mode) decimal.Decimal {
	places, digits := scaling(places, shift)
	return l.rounded(digits, mode).decimal(places)
}

// rounded returns l·10^digits as a whole number.
func (l Log) rounded(digits int, mode Mode) units {
	var n units
	l.decide(func(low, high Fraction) bool { // rounding keeps the order, so what lies between rounds alike
		n = low.rounded(digits, mode)
		return n.big().Cmp(high.rounded(digits, mode).big()) == 0
	})
	return n
}

// decide gives same ever closer bounds of l, until it returns true; where l is a fraction, both are l in the end.
func (l Log) decide(same func(low, high Fraction) bool) {
	x, base := l.X.Rat(), l.Base.Rat()
	for precision := 128; ; precision *= 2 {
		if low, high, ok := quotientOf(logarithm(x, precision), logarithm(base, precision), l.Scale, l.Shift); ok && same(low, high) {
			return
		}
		if precision > 128 {
			continue
		}
		if quotient, ok := rationalLog(x, base); ok {
			exactly := l.Scale.Mul(narrow(quotient)).Add(l.Shift)
			same(exactly, exactly)
			return
		}
	}
}

// rationalLog returns ln x ÷ ln base where it is a fraction. A positive fraction is one power of one other that is
// itself no power, apart from 1; the quotient is a fraction only where x and base are powers of the same one.
func rationalLog(x, base *big.Rat) (*big.Rat, bool) {
	if x.Num().Cmp(x.Denom()) == 0 {
		return new(big.Rat), true
	}
	root, i := primitive(x)
	other, j := primitive(base)
	if root.Cmp(other) == 0 {
		return big.NewRat(i, j), true
	}
	return big.NewRat(-i, j), root.Cmp(other.Inv(other)) == 0
}

// primitive returns the z that is no power of a fraction, and the exponent i, with zⁱ = x. x must not be 1.
func primitive(x *big.Rat) (*big.Rat, int64) {
	num, den, exponent := new(big.Int).Set(x.Num()), new(big.Int).Set(x.Denom()), int64(1)
	for k := 2; k <= max(num.BitLen(), den.BitLen()); {
		n, whole := wholeRoot(num, k)
		d, also := n, false
		if whole {
			d, also = wholeRoot(den, k)
		}
		if !also {
			k++
			continue
		}
		num, den, exponent = n, d, exponent*int64(k)
	}
	return new(big.Rat).SetFrac(num, den), exponent
}

// wholeRoot returns the root of x > 0 of that degree, and whether it is an integer.
func wholeRoot(x *big.Int, degree int) (*big.Int, bool) {
	if twos := int(x.TrailingZeroBits()); twos%degree != 0 { // most of those that are no power
		return nil, false
	}
	root := floorRoot(x, degree)
	return root, exp(root, degree).Cmp(x) == 0
}

// logarithm returns ln x in units of 2^-precision. With x = m·2^e and m between ½
// and 2, ln x = 2·artanh((m−1) ÷ (m+1)) + e·2·artanh(⅓).
func logarithm(x *big.Rat, precision int) enclosure {
	num, den := new(big.Int).Set(x.Num()), new(big.Int).Set(x.Denom())
	e := num.BitLen() - den.BitLen()
	if e > 0 {
		den.Lsh(den, uint(e))
	} else {
		num.Lsh(num, uint(-e))
	}
	log := artanh(new(big.Int).Sub(num, den), num.Add(num, den), precision)
	if e != 0 {
		two := artanh(big.NewInt(1), big.NewInt(3), precision)
		log.Add(log, two.Mul(two, big.NewInt(int64(e))))
	}
	return around(log.Lsh(log, 1), big.NewInt(int64(4*precision*(max(e, -e)+1))))
}

// artanh returns Σ tⁱ ÷ i over odd i in units of 2^-precision, for t = num ÷ den of at most a third; precision is 128 or
// more. It is off by less than 2·precision units.
//
// Everything is cut off downward, in units. t is off by less than 1, and t² by less than 2·⅓ + 1 < 5/3; a power of t is
// off by less than (⅓·5/3 + 1) ÷ (1 − 1/9) < 2, and its term by less than 3. A power is at most 3^-i and is cut off to 0
// once that is below a unit, so fewer than precision ÷ 3 + 2 terms are added; those left out come to less than 3. In
// all that is less than precision + 9.
func artanh(num, den *big.Int, precision int) *big.Int {
	negative := num.Sign() < 0
	power := new(big.Int).Lsh(new(big.Int).Abs(num), uint(precision))
	power.Quo(power, den)
	square := new(big.Int).Mul(power, power)
	square.Rsh(square, uint(precision))
	sum, term := new(big.Int), new(big.Int)
	for i := int64(1); power.Sign() > 0; i += 2 {
		sum.Add(sum, term.Quo(power, big.NewInt(i)))
		power.Mul(power, square).Rsh(power, uint(precision))
	}
	if negative {
		sum.Neg(sum)
	}
	return sum
}
