package exact

import "math/big"

// stirling is Stirling's series for the logarithm of the gamma function, in units of 2^-bits.
type stirling struct {
	bits  int
	terms []*big.Rat // B₂ₖ ÷ (2k·(2k−1)) from k = 1
}

// newStirling computes the coefficients from the tangent numbers T, after Brent and Harvey, Fast computation of
// Bernoulli, tangent and secant numbers (2013), algorithm TangentNumbers: B₂ₖ = (−1)^(k−1)·2k·Tₖ ÷ (4^k·(4^k − 1)).
//
// For z ≥ bits ÷ 4 the term k = bits ÷ 8 is less than about 2^-bits: a term is near 2·(2k ÷ 2πez)^2k·z ÷ 4k², which
// makes 4 bits for each of the 2k.
func newStirling(bits int) stirling {
	n := bits/8 + 2
	tangent := make([]*big.Int, n+1)
	tangent[1] = big.NewInt(1)
	for k := 2; k <= n; k++ {
		tangent[k] = new(big.Int).Mul(tangent[k-1], big.NewInt(int64(k-1)))
	}
	product := new(big.Int)
	for k := 2; k <= n; k++ {
		for j := k; j <= n; j++ {
			product.Mul(tangent[j-1], big.NewInt(int64(j-k)))
			tangent[j].Mul(tangent[j], big.NewInt(int64(j-k+2)))
			tangent[j].Add(tangent[j], product)
		}
	}
	s := stirling{bits: bits}
	for k := 1; k <= n; k++ {
		power := new(big.Int).Lsh(big.NewInt(1), uint(2*k))
		den := new(big.Int).Sub(power, big.NewInt(1))
		den.Mul(den, power).Mul(den, big.NewInt(int64(2*k-1)))
		term := new(big.Rat).SetFrac(tangent[k], den)
		if k%2 == 0 {
			term.Neg(term)
		}
		s.terms = append(s.terms, term)
	}
	return s
}

// rest encloses ln Γ(z) − ½·ln 2π for z > 0. The argument is first moved up by Γ(z) = Γ(z+n) ÷ (z·(z+1)·…·(z+n−1)).
// Then, with an error of at most the first term left out (Abramowitz and Stegun 6.1.41-42),
//
//	ln Γ(z) − ½·ln 2π = (z − ½)·ln z − z + Σ B₂ₖ ÷ (2k·(2k−1)·z^(2k−1))
func (s stirling) rest(z *big.Rat) enclosure {
	num, product, count := new(big.Int).Set(z.Num()), big.NewInt(1), 0
	least := new(big.Int).Mul(z.Denom(), big.NewInt(int64(s.bits/4+1)))
	for ; num.Cmp(least) < 0; count++ {
		product.Mul(product, num)
		num.Add(num, z.Denom())
	}
	z = new(big.Rat).SetFrac(num, z.Denom())
	sum := logarithm(z, s.bits).times(new(big.Rat).Sub(z, big.NewRat(1, 2))).minus(inUnits(z, s.bits)).plus(s.series(z))
	if count > 0 {
		sum = sum.minus(logarithm(new(big.Rat).SetFrac(product, exp(z.Denom(), count)), s.bits))
	}
	return sum
}

// series encloses Σ B₂ₖ ÷ (2k·(2k−1)·z^(2k−1)), as far as it stands for the logarithm of the gamma function. It takes
// twice the bits, as the coefficients grow to about the square root of 2^bits.
func (s stirling) series(z *big.Rat) enclosure {
	unit := 2 * s.bits
	power := inUnits(new(big.Rat).Inv(z), unit)
	square := power.product(power, unit)
	sum := exactly(new(big.Int), unit)
	for k, coefficient := range s.terms {
		term := power.times(coefficient)
		size := larger(new(big.Int).Abs(term.low), new(big.Int).Abs(term.high))
		if k == len(s.terms)-1 || size.BitLen() < s.bits { // left out, and less than a unit where there are enough terms
			sum = sum.plus(around(new(big.Int), size))
			break
		}
		sum = sum.plus(term)
		power = power.product(square, unit)
	}
	return enclosure{sum.low.Rsh(sum.low, uint(s.bits)), ceilShift(sum.high, s.bits)}
}

// logGamma encloses ln Γ(z): what rest leaves out is known from Γ(1) = 1.
func (s stirling) logGamma(z *big.Rat) enclosure {
	return s.rest(z).minus(s.rest(big.NewRat(1, 1)))
}

// logBeta encloses ln B(a, b) = ln Γ(a) + ln Γ(b) − ln Γ(a+b).
func (s stirling) logBeta(a, b *big.Rat) enclosure {
	return s.rest(a).plus(s.rest(b)).minus(s.rest(new(big.Rat).Add(a, b))).minus(s.rest(big.NewRat(1, 1)))
}
