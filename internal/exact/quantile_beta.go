package exact

import (
	"math"
	"math/big"
)

// The limits of BetaQuantile: a and b, and p and 1−p, lie between these.
var (
	minShape = Fraction{num: 1, den: 1e10}
	maxShape = FromInt(1e10 + 1)
	minShare = Fraction{num: 1, den: 1e9}
)

// betaUnit returns the bits to work with for a share p of a beta distribution: an exponent is as many times less exact as
// its parameters are great, and their sum can have as many terms.
func betaUnit(bits int, p, a, b *big.Rat) int {
	most := new(big.Int).Quo(a.Num(), a.Denom())
	most.Add(most, new(big.Int).Quo(b.Num(), b.Denom()))
	return bits + guard + 2*most.BitLen() + smallness(p) + smallness(rest(p)) + smallness(a) + smallness(b)
}

// BetaQuantile returns the x between 0 and 1 with Iₓ(a, b) = p, below which the share p of the beta distribution lies. p
// must lie between 10^-9 and 1 − 10^-9, a and b between 10^-10 and 10^10 + 1.
func BetaQuantile(p, a, b Fraction) Real {
	one := FromInt(1)
	for _, shape := range []Fraction{a, b} {
		if shape.Cmp(minShape) < 0 || shape.Cmp(maxShape) > 0 {
			return Real{}
		}
	}
	if p.Cmp(minShare) < 0 || p.Cmp(one.Sub(minShare)) > 0 {
		return Real{}
	}
	if a.Cmp(b) > 0 { // so that x is not so close to 1 that the guess could not tell it from that
		return RealOf(one).Sub(BetaQuantile(one.Sub(p), b, a))
	}
	if b.Cmp(one) == 0 { // where Iₓ(a, 1) is x^a
		if x, ok := rationalPower(p.Rat(), a.Rat()); ok {
			return RealOf(x)
		}
	}
	if a.Cmp(one) == 0 { // Iₓ(1, b) = 1 − (1−x)^b
		if x, ok := rationalPower(rest(p.Rat()), b.Rat()); ok {
			return RealOf(one.Sub(x))
		}
	}
	share, _ := p.Rat().Float64()
	first, _ := a.Rat().Float64()
	second, _ := b.Rat().Float64()
	return newQuantile(guessed(betaStart(share, first, second)), true, betaBounds(p.Rat(), a.Rat(), b.Rat()))
}

// betaBounds encloses the quantile, which rises with a and falls with b: parameters with too many digits to be reckoned
// with are replaced by shorter ones on both sides.
func betaBounds(p, a, b *big.Rat) func(bits int, near *big.Rat) (low, high *big.Rat) {
	return func(bits int, near *big.Rat) (low, high *big.Rat) {
		aLow, aHigh := shortened(a, bits)
		bLow, bHigh := shortened(b, bits)
		low, high = bounds(newBeta(aLow, bHigh, betaUnit(bits, p, a, b)), p, near, bits)
		if aLow != aHigh || bLow != bHigh {
			_, high = bounds(newBeta(aHigh, bLow, betaUnit(bits, p, a, b)), p, low, bits)
		}
		return low, high
	}
}

// shortened returns two fractions that r lies between, of which the denominators are short; both are r if its own is.
func shortened(r *big.Rat, bits int) (low, high *big.Rat) {
	if r.Denom().BitLen() <= 64 {
		return r, r
	}
	unit := bits + guard + smallness(r)
	one := new(big.Int).Lsh(big.NewInt(1), uint(unit))
	e := inUnits(r, unit)
	return new(big.Rat).SetFrac(e.low, one), new(big.Rat).SetFrac(e.high, one)
}

// rationalPower returns p^(1÷a) where it is a fraction without a great exponent: with a = r÷s in lowest terms, the power
// s of the root of degree r.
func rationalPower(p, a *big.Rat) (Fraction, bool) {
	const most = 1 << 12
	if a.Num().Cmp(big.NewInt(most)) > 0 || a.Denom().Cmp(big.NewInt(64)) > 0 || max(p.Num().BitLen(), p.Denom().BitLen()) > most {
		return Fraction{}, false
	}
	degree, power := int(a.Num().Int64()), int(a.Denom().Int64())
	num, whole := wholeRoot(p.Num(), degree)
	if !whole {
		return Fraction{}, false
	}
	den, whole := wholeRoot(p.Denom(), degree)
	if !whole {
		return Fraction{}, false
	}
	return narrow(new(big.Rat).SetFrac(exp(num, power), exp(den, power))), true
}

// betaStart returns about the quantile: for a and b of 1 or more by Abramowitz and Stegun 26.5.22, otherwise from the
// powers that the distribution begins and ends with.
func betaStart(p, a, b float64) float64 {
	if a >= 1 && b >= 1 {
		y := math.Sqrt2 * math.Erfinv(1-2*p)
		h := 2 / (1/(2*a-1) + 1/(2*b-1))
		l := (y*y - 3) / 6
		w := y*math.Sqrt(h+l)/h - (1/(2*b-1)-1/(2*a-1))*(l+5./6-2/(3*h))
		return a / (a + b*math.Exp(2*w))
	}
	first, last := math.Exp(a*math.Log(a/(a+b)))/a, math.Exp(b*math.Log(b/(a+b)))/b
	both := first + last
	if p < first/both {
		return math.Pow(a*both*p, 1/a)
	}
	return 1 - math.Pow(b*both*(1-p), 1/b)
}
