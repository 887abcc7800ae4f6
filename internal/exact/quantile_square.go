package exact

import (
	"math"
	"math/big"
)

// MaxFreedom is the most degrees of freedom of StudentSquare.
const MaxFreedom int64 = 1e10

// maxSmallness keeps out confidences near 0 whose squares would need thousands of bits.
const maxSmallness = 1024

// confident reports whether the confidence is above 0, and at most 0.999999.
func confident(confidence Fraction) bool {
	return confidence.Sign() > 0 && confidence.Cmp(Fraction{num: 999_999, den: 1_000_000}) <= 0 && smallness(confidence.Rat()) <= maxSmallness
}

// NormalSquare returns z², where the standard normal distribution has the given confidence between −z and z: 1.96² for
// 0.95. With the lower incomplete gamma function, P(½, z²÷2) is the confidence (DLMF 7.11.1). The confidence must lie
// above 0 (and 2^-1000) and be at most 0.999999.
func NormalSquare(confidence Fraction) Real {
	if !confident(confidence) {
		return Real{}
	}
	p := confidence.Rat()
	return newQuantile(normalStart(p), false, func(bits int, near *big.Rat) (low, high *big.Rat) {
		half, two := big.NewRat(1, 2), big.NewRat(2, 1)
		bits += 2 * smallness(p) // z² is near p² where p is small
		low, high = bounds(newGamma(half, bits+smallness(p)+guard), p, new(big.Rat).Mul(half, near), bits)
		return low.Mul(low, two), high.Mul(high, two)
	})
}

// StudentSquare returns t², where Student's distribution of the given degrees of freedom has the given confidence between
// −t and t: 12.71² for 0.95 with one degree of freedom. With the incomplete beta function, I_y(½, ν÷2) is the confidence
// for y = t² ÷ (ν + t²) (Abramowitz and Stegun 26.7.1 and 26.5.27). For ν = 2 that is √y, and t² a fraction. The
// confidence must lie above 0 (and 2^-1000) and be at most 0.999999, freedom between 1 and MaxFreedom.
func StudentSquare(confidence Fraction, freedom int64) Real {
	if !confident(confidence) || freedom < 1 || freedom > MaxFreedom {
		return Real{}
	}
	if freedom == 2 {
		square := confidence.Mul(confidence)
		return RealOf(FromInt(2).Mul(square).Quo(FromInt(1).Sub(square)))
	}
	p, nu := confidence.Rat(), new(big.Rat).SetInt64(freedom)
	square := func(y *big.Rat) *big.Rat {
		outside := rest(y)
		return y.Mul(y, nu).Quo(y, outside)
	}
	return newQuantile(studentStart(p, freedom), false, func(bits int, near *big.Rat) (low, high *big.Rat) {
		half, share := big.NewRat(1, 2), new(big.Rat).Add(near, nu)
		bits += 2*(smallness(p)+smallness(rest(p))) + nu.Num().BitLen() // t² is near p², or 1 ÷ (1−p)² at most
		low, high = bounds(newBeta(half, new(big.Rat).Mul(half, nu), betaUnit(bits, p, half, nu)), p, share.Quo(near, share), bits)
		return square(low), square(high)
	})
}

// normalStart returns about z², studentStart about t²: the first terms of its series in 1÷ν (Abramowitz and Stegun
// 26.7.5), or what the beta distribution's guess says.
func normalStart(p *big.Rat) *big.Rat {
	if smallness(p) > 10 { // p² = 2·z² ÷ π
		square := new(big.Rat).Mul(p, p)
		return square.Mul(square, big.NewRat(355, 226))
	}
	share, _ := p.Float64()
	z := math.Sqrt2 * math.Erfinv(share)
	return guessed(z * z)
}

func studentStart(p *big.Rat, freedom int64) *big.Rat {
	square := normalStart(p)
	share, _ := p.Float64()
	nu := float64(freedom)
	if share < 0.5 {
		return square
	}
	if freedom < 8 {
		y := betaStart(share, 0.5, nu/2)
		return guessed(nu * y / (1 - y))
	}
	s, _ := square.Float64()
	t := math.Sqrt(s) * (1 + (s+1)/(4*nu) + (5*s*s+16*s+3)/(96*nu*nu))
	return guessed(t * t)
}

// guessed returns x as a fraction, 0 if it is not finite.
func guessed(x float64) *big.Rat {
	if r := new(big.Rat).SetFloat64(x); r != nil {
		return r
	}
	return new(big.Rat)
}
