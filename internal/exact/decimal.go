// Package exact holds the arithmetic that planeval is built on: decimals as they were written, fractions that are
// never rounded on the way, and roots that are rounded correctly once. No package divides, rounds or takes a root
// by other means, but for raking, which is an iteration, and for scores, which bring columns to one denominator.
//
// Ordinary figures live in 64-bit integers and cost no allocation; every operation that could overflow is checked
// and falls back to math/big, so a result is either exact or not produced at all.
package exact

import (
	"errors"
	"math"
	"math/big"
	"math/bits"
	"strconv"
	"strings"
)

const (
	// MaxDigits is the most significant digits a Decimal may have; 10^38 fits in 128 bits.
	MaxDigits = 38
	// MaxPlaces is the most decimal places a Decimal may be written with.
	MaxPlaces = 38
	// MaxText is the longest text that Parse looks at, in bytes.
	MaxText = 64
)

// The ways a text can fail to be a number.
var (
	ErrSyntax = errors.New("not a plain decimal number")
	ErrLong   = errors.New("too many digits")
)

// Decimal is a decimal number as it was written: sign, up to 38 digits, and the number of places after the point.
// It is a plain value that can be compared with ==, which asks for the same number written the same way.
// The zero Decimal is no number; Valid reports that.
type Decimal struct {
	hi, lo uint64 // magnitude of the coefficient
	places uint8
	sign   int8 // -1 below 0, otherwise 1; 0 is no number. A fifth field would keep the compiler from using registers.
}

// Int returns n without decimal places.
func Int(n int64) Decimal {
	if n < 0 {
		return Decimal{lo: magnitude(n), sign: -1}
	}
	return Decimal{lo: uint64(n), sign: 1}
}

// Parse reads -?digits[.digits] and nothing else: no exponent, sign "+", separator or space.
// It returns ErrSyntax or ErrLong; the empty text is ErrSyntax.
func Parse(s string) (Decimal, error) {
	if len(s) > MaxText {
		if strings.Trim(s[:MaxText], "-.0123456789") != "" {
			return Decimal{}, ErrSyntax
		}
		return Decimal{}, ErrLong
	}
	d := Decimal{sign: 1}
	rest := s
	if rest != "" && rest[0] == '-' {
		d.sign, rest = -1, rest[1:]
	}
	digits, significant, point := 0, 0, -1
	for i := range len(rest) {
		c := rest[i]
		if c == '.' {
			if point >= 0 || i == 0 || i == len(rest)-1 {
				return Decimal{}, ErrSyntax
			}
			point = i
			continue
		}
		if c < '0' || c > '9' {
			return Decimal{}, ErrSyntax
		}
		digits++
		if significant > 0 || c != '0' {
			significant++
		}
		if significant > MaxDigits {
			return Decimal{}, ErrLong
		}
		hi, lo := bits.Mul64(d.lo, 10)
		d.hi = d.hi*10 + hi
		var carry uint64
		d.lo, carry = bits.Add64(lo, uint64(c-'0'), 0)
		d.hi += carry
	}
	if digits == 0 {
		return Decimal{}, ErrSyntax
	}
	if point >= 0 {
		places := len(rest) - 1 - point
		if places > MaxPlaces {
			return Decimal{}, ErrLong
		}
		d.places = uint8(places)
	}
	if d.hi == 0 && d.lo == 0 {
		d.sign = 1
	}
	return d, nil
}

// FromBig returns coefficient·10^-places, or ErrLong when it does not fit.
func FromBig(coefficient *big.Int, places int) (Decimal, error) {
	if places < 0 || places > MaxPlaces || coefficient.BitLen() > 127 {
		return Decimal{}, ErrLong
	}
	magnitude := new(big.Int).Abs(coefficient)
	if magnitude.Cmp(pow10(MaxDigits)) >= 0 {
		return Decimal{}, ErrLong
	}
	lo := new(big.Int).And(magnitude, new(big.Int).SetUint64(math.MaxUint64)).Uint64()
	hi := magnitude.Rsh(magnitude, 64).Uint64()
	d := Decimal{hi: hi, lo: lo, places: uint8(places), sign: 1}
	if coefficient.Sign() < 0 {
		d.sign = -1
	}
	return d, nil
}

// Valid reports whether d is a number.
func (d Decimal) Valid() bool { return d.sign != 0 }

// Places returns the number of digits written after the point.
func (d Decimal) Places() int { return int(d.places) }

// Sign returns -1, 0 or 1.
func (d Decimal) Sign() int {
	if d.hi == 0 && d.lo == 0 {
		return 0
	}
	return int(d.sign)
}

// Small returns the coefficient when it fits in an int64.
func (d Decimal) Small() (int64, bool) {
	switch {
	case d.hi == 0 && d.lo <= math.MaxInt64 && d.sign >= 0:
		return int64(d.lo), true
	case d.hi == 0 && d.lo <= -math.MinInt64 && d.sign < 0:
		return -int64(d.lo), true
	}
	return 0, false
}

// Big returns the coefficient.
func (d Decimal) Big() *big.Int {
	n := new(big.Int).SetUint64(d.hi)
	n.Lsh(n, 64).Or(n, new(big.Int).SetUint64(d.lo))
	if d.sign < 0 {
		n.Neg(n)
	}
	return n
}

// Cmp compares the numbers, whatever their places: 12.5 and 12.50 are equal. Both must be valid.
func (d Decimal) Cmp(e Decimal) int {
	if d.places == e.places && d.hi == 0 && e.hi == 0 && d.sign == e.sign {
		c := 0
		if d.lo < e.lo {
			c = -1
		} else if d.lo > e.lo {
			c = 1
		}
		if d.sign < 0 {
			c = -c
		}
		return c
	}
	return FromDecimal(d).Cmp(FromDecimal(e))
}

// AppendText appends d as it was written.
func (d Decimal) AppendText(b []byte) []byte {
	if d.sign < 0 {
		b = append(b, '-')
	}
	var digits []byte
	var buffer [MaxDigits + 1]byte
	if d.hi == 0 {
		digits = strconv.AppendUint(buffer[:0], d.lo, 10)
	} else {
		digits = new(big.Int).Abs(d.Big()).Append(buffer[:0], 10)
	}
	point := len(digits) - int(d.places)
	if point <= 0 {
		b = append(b, '0')
	} else {
		b = append(b, digits[:point]...)
		digits = digits[point:]
	}
	if d.places == 0 {
		return b
	}
	b = append(b, '.')
	for ; point < 0; point++ {
		b = append(b, '0')
	}
	return append(b, digits...)
}

// String returns d as it was written.
func (d Decimal) String() string { return string(d.AppendText(nil)) }
