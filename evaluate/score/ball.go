package score

import (
	"math"

	"github.com/planeval/planeval/indicator"
)

// ball is a number that is known to lie within rad of mid: float64 arithmetic that carries a bound of its own error.
//
// Every operation rounds its middle once, by at most half a unit of its last place; the radius takes in that rounding, what
// the operands' radii make of it, and the rounding of the radius itself. Products are written float64(x * y) so that no
// compiler fuses them with a sum, and logarithm and exponential are our own, so that the numbers are the same on every
// machine: those of package math are written in assembly on some.
type ball struct{ mid, rad float64 }

// round closes an operation whose middle was rounded once: one part in 2^52 is twice what that can have lost, and the
// factor and the last term cover the six roundings that a radius takes at most, and results near 0.
func round(mid, rad float64) ball {
	return ball{mid, float64((float64(rad)+float64(math.Abs(mid)*0x1p-52))*(1+0x1p-50)) + 0x1p-1000}
}

// ballOf returns r, which must be a number.
func ballOf(r indicator.Ratio) ball {
	const whole = 1 << 53 // up to here an int64 is a float64
	if num, den, ok := r.Int64(); ok && num <= whole && num >= -whole && den <= whole {
		return round(float64(num)/float64(den), 0)
	}
	rat, ok := r.Rat()
	if !ok {
		return ball{math.NaN(), math.Inf(1)}
	}
	mid, _ := rat.Float64()
	return round(mid, 0)
}

// known reports whether b is a number with a bound at all.
func (b ball) known() bool { return !math.IsNaN(b.mid) && b.rad <= math.MaxFloat64 }

// positive reports whether b is certainly above 0.
func (b ball) positive() bool { return b.mid > b.rad }

func (b ball) low() float64  { return b.mid - b.rad }
func (b ball) high() float64 { return b.mid + b.rad }

// Add returns b + c.
func (b ball) Add(c ball) ball { return round(b.mid+c.mid, b.rad+c.rad) }

// Sub returns b − c.
func (b ball) Sub(c ball) ball { return round(b.mid-c.mid, b.rad+c.rad) }

// Mul returns b × c.
func (b ball) Mul(c ball) ball {
	rad := float64(math.Abs(b.mid)*c.rad) + float64(math.Abs(c.mid)*b.rad) + float64(b.rad*c.rad)
	return round(float64(b.mid*c.mid), rad)
}

// Quo returns b ÷ c, unknown where c may be 0.
func (b ball) Quo(c ball) ball {
	least := math.Abs(c.mid) - c.rad
	if !(least > 0) {
		return ball{0, math.Inf(1)}
	}
	q := b.mid / c.mid
	// The exact quotient differs by (b.rad + |q| c.rad) ÷ least at most, q itself by half a unit of its last place.
	return round(q, (b.rad+float64(math.Abs(q)*c.rad))/least*(1+0x1p-50))
}

// Sqrt returns √b, unknown where b is below 0; an end that is below 0 only by the error counts as 0.
func (b ball) Sqrt() ball {
	switch {
	case b.high() < 0:
		return ball{0, math.Inf(1)}
	case !b.positive():
		return ball{0, math.Sqrt(b.high()) * (1 + 0x1p-50)}
	}
	root := math.Sqrt(b.mid)
	return round(root, b.rad/root*(1+0x1p-50)) // |√x − √mid| = |x − mid| ÷ (√x + √mid)
}

// Log returns ln b, unknown where b may not be above 0.
func (b ball) Log() ball {
	if !b.positive() {
		return ball{0, math.Inf(1)}
	}
	mid := logarithm(b.mid)
	return round(mid, float64(b.rad/b.low()*(1+0x1p-50))+float64(math.Abs(mid)*0x1p-49))
}

// Exp returns e^b, unknown where that cannot be held.
func (b ball) Exp() ball {
	if b.high() < -700 {
		return ball{0, 0x1p-1000} // e^-700 is below 2^-1009
	}
	if !(b.rad < 1) || !(math.Abs(b.mid) < 700) {
		return ball{0, math.Inf(1)}
	}
	mid := exponential(b.mid)
	return round(mid, mid*(float64(b.rad*(1+b.rad))+0x1p-49)) // e^r − 1 < r (1 + r) for r below 1
}

// Pow returns b^p, unknown where b may not be above 0.
func (b ball) Pow(p ball) ball { return b.Log().Mul(p).Exp() }

// logarithm returns ln x of x above 0, to within 2^-49 of itself: x is m·2^k with m between √½ and √2, and ln m is twice
// the series s + s³ ÷ 3 + s⁵ ÷ 5 + … of s = (m − 1) ÷ (m + 1), |s| below 0.172, whose terms after the twelfth come to less
// than 2^-64 of it. Adding k·ln 2, which is more than twice as far from 0, at most doubles the relative error.
func logarithm(x float64) float64 {
	m, k := math.Frexp(x)
	if m < math.Sqrt2/2 {
		m, k = m*2, k-1
	}
	s := (m - 1) / (m + 1)
	square := float64(s * s)
	sum := 0.0
	for i := 25; i >= 1; i -= 2 {
		sum = float64(sum*square) + 1/float64(i)
	}
	return float64(float64(k)*math.Ln2) + float64(2*float64(s*sum))
}

// exponential returns e^x of x within ±700, to within 2^-49 of itself: x is k·ln 2 + r with |r| below 0.35, and of the
// series of e^r the terms after the fourteenth come to less than 2^-60. Taking off k·ln 2 loses nothing that counts, as it is
// done in two parts: the first has 29 bits, so that its multiples are exact.
func exponential(x float64) float64 {
	const (
		high = 0x1.62e42ffp-1
		low  = math.Ln2 - high
	)
	k := math.Round(x / math.Ln2)
	r := (x - float64(k*high)) - float64(k*low)
	sum := 1.0
	for i := 14; i >= 1; i-- {
		sum = 1 + float64(float64(r*sum)/float64(i))
	}
	return math.Ldexp(sum, int(k))
}
