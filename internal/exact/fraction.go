package exact

import (
	"math"
	"math/big"
	"math/bits"
	"strings"

	"github.com/shopspring/decimal"
)

// Mode says how a figure is rounded. All modes look at the magnitude, so -x rounds to minus what x rounds to.
type Mode uint8

// The rounding modes; HalfUp is the default.
const (
	HalfUp   Mode = iota // ties away from zero, 四舍五入
	HalfEven             // ties to the even digit, GB/T 8170 四舍六入五成双
	Truncate             // toward zero, 去尾
)

// Fraction is an exact quotient num/den with den > 0, not necessarily in lowest terms; wide takes over when it does
// not fit. The zero Fraction is no number; Valid reports that.
type Fraction struct {
	num, den int64
	wide     *big.Rat // never changed after it is set
}

// FromInt returns n.
func FromInt(n int64) Fraction { return Fraction{num: n, den: 1} }

// FromDecimal returns d exactly.
func FromDecimal(d Decimal) Fraction {
	if n, ok := d.Small(); ok && int(d.places) < len(powers) {
		return Fraction{num: n, den: powers[d.places]}
	}
	return Fraction{wide: new(big.Rat).SetFrac(d.Big(), pow10(int(d.places)))}
}

// Valid reports whether f is a number.
func (f Fraction) Valid() bool { return f.den != 0 || f.wide != nil }

// Sign returns -1, 0 or 1.
func (f Fraction) Sign() int {
	if f.wide != nil {
		return f.wide.Sign()
	}
	switch {
	case f.num < 0:
		return -1
	case f.num > 0:
		return 1
	}
	return 0
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
	if f.wide == nil && g.wide == nil {
		if sum, ok := addSmall(f, g); ok {
			return sum
		}
		if sum, ok := addSmall(f.reduced(), g.reduced()); ok {
			return sum
		}
	}
	return narrow(new(big.Rat).Add(f.Rat(), g.Rat()))
}

func addSmall(f, g Fraction) (Fraction, bool) {
	if f.den == g.den {
		n, ok := addInt(f.num, g.num)
		return Fraction{num: n, den: f.den}, ok
	}
	a, ok1 := mulInt(f.num, g.den)
	b, ok2 := mulInt(g.num, f.den)
	n, ok3 := addInt(a, b)
	den, ok4 := mulInt(f.den, g.den)
	return Fraction{num: n, den: den}, ok1 && ok2 && ok3 && ok4
}

// Neg returns -f.
func (f Fraction) Neg() Fraction {
	if f.wide == nil && f.num != math.MinInt64 {
		return Fraction{num: -f.num, den: f.den}
	}
	r := f.Rat()
	return narrow(r.Neg(r))
}

// Sub returns f - g.
func (f Fraction) Sub(g Fraction) Fraction {
	if f.wide == nil && g.wide == nil && f.den == g.den && g.num != math.MinInt64 {
		if n, ok := addInt(f.num, -g.num); ok {
			return Fraction{num: n, den: f.den}
		}
	}
	return f.Add(g.Neg())
}

// Mul returns f × g.
func (f Fraction) Mul(g Fraction) Fraction {
	if f.wide == nil && g.wide == nil {
		if p, ok := mulSmall(f, g); ok {
			return p
		}
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

// Quo returns f ÷ g. g must not be 0; callers ask Sign first.
func (f Fraction) Quo(g Fraction) Fraction {
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

// Cmp compares exactly, by multiplying across.
func (f Fraction) Cmp(g Fraction) int {
	if f.wide == nil && g.wide == nil {
		if f.den == g.den {
			return cmpInt(f.num, g.num)
		}
		if s, t := f.Sign(), g.Sign(); s != t || s == 0 {
			return cmpInt(int64(s), int64(t))
		}
		h1, l1 := bits.Mul64(magnitude(f.num), uint64(g.den))
		h2, l2 := bits.Mul64(magnitude(g.num), uint64(f.den))
		c := 0
		switch {
		case h1 < h2 || h1 == h2 && l1 < l2:
			c = -1
		case h1 != h2 || l1 != l2:
			c = 1
		}
		return c * f.Sign()
	}
	return f.Rat().Cmp(g.Rat())
}

// Decimal returns f·10^shift rounded once to the given places, which are brought into 0…MaxPlaces; shift 2 gives
// per cent.
func (f Fraction) Decimal(places, shift int, mode Mode) decimal.Decimal {
	places = min(max(places, 0), MaxPlaces)
	if n, ok := f.roundSmall(places+shift, mode); ok {
		return decimal.New(n, -int32(places))
	}
	r := f.Rat()
	scaled := new(big.Int).Mul(r.Num(), pow10(places+shift))
	quotient, rest := new(big.Int).QuoRem(scaled.Abs(scaled), r.Denom(), new(big.Int))
	half := rest.Lsh(rest, 1).Cmp(r.Denom())
	if roundsAway(mode, half, quotient.Bit(0) == 1) {
		quotient.Add(quotient, big.NewInt(1))
	}
	if r.Sign() < 0 {
		quotient.Neg(quotient)
	}
	return decimal.NewFromBigInt(quotient, -int32(places))
}

func (f Fraction) roundSmall(places int, mode Mode) (int64, bool) {
	if f.wide != nil || places >= len(powers) {
		return 0, false
	}
	hi, lo := bits.Mul64(magnitude(f.num), uint64(powers[places]))
	if hi >= uint64(f.den) {
		return 0, false
	}
	quotient, rest := bits.Div64(hi, lo, uint64(f.den))
	if quotient >= math.MaxInt64 { // before rounding, which could carry past 64 bits
		return 0, false
	}
	half := 0
	switch other := uint64(f.den) - rest; {
	case rest < other:
		half = -1
	case rest > other:
		half = 1
	}
	if roundsAway(mode, half, quotient&1 == 1) {
		quotient++
	}
	if f.num < 0 {
		return -int64(quotient), true
	}
	return int64(quotient), true
}

// roundsAway says whether a magnitude whose cut-off part compares to one half as given moves up by one unit.
func roundsAway(mode Mode, half int, odd bool) bool {
	switch mode {
	case HalfUp:
		return half >= 0
	case HalfEven:
		return half > 0 || half == 0 && odd
	}
	return false
}

// narrow brings r back to 64 bits where it fits, so that one wide intermediate does not slow what follows.
func narrow(r *big.Rat) Fraction {
	if r.Num().IsInt64() && r.Denom().IsInt64() {
		return Fraction{num: r.Num().Int64(), den: r.Denom().Int64()}
	}
	return Fraction{wide: r}
}

// powers holds 10^0 … 10^18, all that fit in an int64.
var powers = [...]int64{
	1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
}

func pow10(n int) *big.Int {
	return new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n)), nil)
}

func magnitude(n int64) uint64 {
	if n < 0 {
		return uint64(-(n + 1)) + 1
	}
	return uint64(n)
}

func cmpInt(a, b int64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

func addInt(a, b int64) (int64, bool) {
	sum := a + b
	return sum, (sum > a) == (b > 0)
}

func mulInt(a, b int64) (int64, bool) {
	hi, lo := bits.Mul64(magnitude(a), magnitude(b))
	if hi != 0 || lo > math.MaxInt64 {
		return 0, false
	}
	if (a < 0) != (b < 0) {
		return -int64(lo), true
	}
	return int64(lo), true
}

func gcd(a, b uint64) uint64 {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

// MaxFractionText is the longest text that ParseFraction looks at, in bytes.
const MaxFractionText = 4096

// ParseFraction reads what big.Rat.RatString writes: -?digits[/digits] without leading zeros.
func ParseFraction(s string) (Fraction, error) {
	if len(s) > MaxFractionText || !fractionText(s) {
		return Fraction{}, ErrSyntax
	}
	r, ok := new(big.Rat).SetString(s)
	if !ok {
		return Fraction{}, ErrSyntax
	}
	return narrow(r), nil
}

func fractionText(s string) bool {
	num, den, quotient := strings.Cut(strings.TrimPrefix(s, "-"), "/")
	return wholeText(num) && (!quotient || wholeText(den))
}

// wholeText keeps out what big.Rat.SetString also takes: signs, underscores, and leading zeros, which it reads as octal.
func wholeText(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s == "0" || s != "" && s[0] != '0'
}
