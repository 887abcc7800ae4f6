package exact

import "math"

// The guess is the only place of the module's exact arithmetic where a float can decide anything; newton.go takes no more
// than a start from them. None of them reaches a result unproven: a guessed root is raised to its degree again by
// multiplications alone, whose errors IEEE 754 bounds, and the rounding is taken from it only where every number within
// that bound rounds to the same. All others go to the integers. A fused multiplication and addition, as some machines
// have it, only takes a rounding away.

// guessDigits limits places and shift together: 9 places of a per cent.
const guessDigits = 11

const unitRoundoff = 0x1p-53

// guess returns r·10^digits rounded in the given mode as a whole number, and false where the float does not decide it.
//
// Write w for base^p and z for y^q as computed, y being a root near by. Conversions, the quotient and the multiplications
// leave w and z with relative errors of at most 4p·u and q·u, so with e = (z−w)/w the true y^q ÷ base^p is 1+E, where
// |E−e| ≤ 1.01·(4p+q)u. The true root is y·(1+E)^(−1/q), which for |E| ≤ 2^-18 is y·(1−E/q) within ½·(1/q)·(1/q+1)·E² and
// what follows, so within 0.4·E² for q ≥ 2; for q = 1, y is w itself. What is scaled is y·(1−e/q), so with three roundings of
// its own and five of the scaling it is off by less than theta = e² + (8(p+q)+64)u, relatively. slack is twice that.
func (r *Root) guess(digits int, mode Mode) (int64, bool) {
	if r.Scale.wide != nil || r.Base.wide != nil || r.Shift.wide != nil || r.Shift.den != 1 || digits > guessDigits {
		return 0, false
	}
	shift, ok := mulInt(r.Shift.num, powers[digits])
	if !ok || magnitude(shift) >= 1<<52 {
		return 0, false
	}
	p, q := r.exponent()
	w := wholePower(float64(r.Base.num)/float64(r.Base.den), p)
	if !(w > 0x1p-200 && w < 0x1p200) {
		return 0, false
	}
	y, z := nearRoot(w, q)
	step := (z - w) / (w * float64(q))
	e := step * float64(q)
	theta := e*e + float64(8*(p+q)+64)*unitRoundoff
	scaled := (y - y*step) * float64(powers[digits])
	if r.Scale.num != r.Scale.den {
		scaled *= float64(magnitude(r.Scale.num)) / float64(r.Scale.den)
	}
	if !(math.Abs(e) < 0x1p-19 && scaled < 0x1p50) {
		return 0, false
	}
	slack := 2 * scaled * theta
	negative := r.Scale.num < 0
	if mode != Truncate && mode != Ceiling {
		// From ½ on, the rounding of the sum is far less than slack; the difference is exact, as both are below 2^51.
		nearest := int64(scaled + 0.5)
		if 0.5-math.Abs(scaled-float64(nearest)) <= slack { // perhaps a tie
			return 0, false
		}
		if negative {
			nearest = -nearest
		}
		return nearest + shift, true
	}
	whole := int64(scaled)
	part := scaled - float64(whole)
	if min(part, 1-part) <= slack { // perhaps whole
		return 0, false
	}
	if negative {
		whole = -whole - 1
	}
	whole += shift // the number lies between this and the next
	if (whole < 0) == (mode == Truncate) {
		whole++
	}
	return whole, true
}

// nearRoot returns y and z = y^q, with z near w: within a millionth for w from ¼ to 4. How near it is does not matter to
// what is proven, only to how often the float decides, so this is the quickest way to it.
//
// With x = w−1, the Padé approximant of (1+x)^(1/q) with two terms above and below leaves z off by up to a fortieth;
// Halley's step leaves about a twelfth of the third power of that. Where w is near 1 there is no need for it.
func nearRoot(w float64, q int) (y, z float64) {
	n, x := float64(q), w-1
	switch {
	case q == 1:
		return w, w
	case q == 2:
		y = math.Sqrt(w)
		return y, y * y
	case q == 4:
		s := math.Sqrt(w)
		y = math.Sqrt(s)
		return y, y * y * (y * y)
	case w > 0.25 && w < 4:
		y = (12*n*n + (2*n+1)*x*(6*n+(n+1)*x)) / (12*n*n + (2*n-1)*x*(6*n+(n-1)*x))
	default:
		y = math.Pow(w, 1/n)
	}
	z = wholePower(y, q)
	if math.Abs(z-w) < w*0x1p-20 {
		return y, z
	}
	y *= ((n-1)*z + (n+1)*w) / ((n+1)*z + (n-1)*w)
	return y, wholePower(y, q)
}

// wholePower returns x^n for n ≥ 1, by at most 2·log2(n) multiplications.
func wholePower(x float64, n int) float64 {
	z := 1.0
	for ; n > 1; n >>= 1 {
		if n&1 == 1 {
			z *= x
		}
		x *= x
	}
	return z * x
}
