package exact

import (
	"math"
	"math/bits"
)

// The guess is the only place of the module's exact arithmetic where floats occur. None of them reaches a result: a
// guessed root is raised to its degree again by multiplications alone, whose errors IEEE 754 bounds, and the rounding is
// taken from it only where every number within that bound rounds to the same. All others go to the integers.

// guessPlaces limits places and shift together: 9 places of a per cent.
const guessPlaces = 11

const unitRoundoff = 0x1p-53

// guess returns r·10^places rounded in the given mode as a whole number, and false where the float does not decide it.
//
// Write y for the guessed root of w = base^p with degree q, z for y^q as computed. Conversions, the quotient and the
// multiplications leave w and z with relative errors of at most (4p+3)u and (q−1)u; so y^q differs from base^p by a
// relative e, |e| ≤ |z−w|/w + (4p+q+8)u, as long as that is small, and the true root is y(1+s) with |s| ≤ 1.01·|e| for
// every q ≥ 1. Scaling adds six roundings. theta holds all of it, rounded up generously.
func (r Root) guess(places int, mode Mode) (int64, bool) {
	if r.Scale.wide != nil || r.Base.wide != nil || r.Shift.wide != nil || r.Shift.den != 1 || places > guessPlaces {
		return 0, false
	}
	shift, ok := mulInt(r.Shift.num, powers[places])
	if !ok || magnitude(shift) >= 1<<52 {
		return 0, false
	}
	g := int(gcd(uint64(r.Power), uint64(r.Degree)))
	p, q := r.Power/g, r.Degree/g
	base := float64(r.Base.num) / float64(r.Base.den)
	w := wholePower(base, p)
	if !(w > 0x1p-200 && w < 0x1p200) {
		return 0, false
	}
	y := base
	if q != 1 || p != 1 {
		y = math.Pow(base, float64(p)/float64(q))
	}
	z := wholePower(y, q)
	theta := 1.01*math.Abs(z-w)/w + float64(8*(p+q)+64)*unitRoundoff
	scaled := y * (float64(magnitude(r.Scale.num)) / float64(r.Scale.den)) * float64(powers[places])
	if !(theta < 0x1p-20 && scaled < 0x1p50) {
		return 0, false
	}
	slack := 2 * scaled * theta
	floor := math.Floor(scaled)
	part := scaled - floor // exact, as both are below 2^50
	whole := int64(floor)
	negative := r.Scale.num < 0
	if mode != Truncate {
		if math.Abs(part-0.5) <= slack { // perhaps a tie
			return 0, false
		}
		if part > 0.5 {
			whole++
		}
		if negative {
			whole = -whole
		}
		return whole + shift, true
	}
	if min(part, 1-part) <= slack { // perhaps whole
		return 0, false
	}
	if negative {
		whole = -whole - 1
	}
	whole += shift // the number lies between this and the next
	if whole < 0 {
		whole++
	}
	return whole, true
}

// wholePower returns x^n by at most 2·log2(n) multiplications.
func wholePower(x float64, n int) float64 {
	z := 1.0
	for i := bits.Len(uint(n)) - 1; i >= 0; i-- {
		z *= z
		if n>>i&1 == 1 {
			z *= x
		}
	}
	return z
}
