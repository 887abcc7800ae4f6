package exact

import "math/big"

// gamma is the gamma distribution, of the density x^(a−1)·e^−x ÷ Γ(a).
type gamma struct {
	a    *big.Rat
	log  enclosure // ln Γ(a)
	bits int
}

func newGamma(a *big.Rat, bits int) gamma { return gamma{a, newStirling(bits).logGamma(a), bits} }

func (d gamma) unit() int { return d.bits }

// top is 32: of the only one whose quantiles are looked for, with a = ½, less than 10^-14 lies above.
func (d gamma) top() *big.Int { return new(big.Int).Lsh(big.NewInt(32), uint(d.bits)) }

// at gives P(a, x), the regularised lower incomplete gamma function, and x^a·e^−x ÷ Γ(a). By DLMF 8.2.6 and 8.7.1
//
//	P(a, x) = x^a·e^−x ÷ (a·Γ(a))·(1 + x ÷ (a+1) + x² ÷ ((a+1)·(a+2)) + …)
//
// Beyond x > a, the logarithm of the density falls by at least 1 − a÷x per unit; so the share above x is at most
// x^a·e^−x ÷ Γ(a) ÷ (x − a).
func (d gamma) at(x *big.Int) (below, weight enclosure) {
	if x.Sign() <= 0 {
		return exactly(new(big.Int), 0), exactly(new(big.Int), 0)
	}
	number := new(big.Rat).SetFrac(x, new(big.Int).Lsh(big.NewInt(1), uint(d.bits)))
	log := logarithm(number, d.bits).times(d.a).minus(enclosure{x, x})
	weight = exponential(log.minus(d.log), d.bits)
	var above *big.Int
	if number.Sub(number, d.a).Sign() > 0 {
		above = weight.times(number.Inv(number)).high
	}
	sum := series{x: x, num: d.a.Denom(), den: new(big.Int).Add(d.a.Num(), d.a.Denom()), numStep: new(big.Int), denStep: d.a.Denom()}
	return shareBelow(weight, d.a, sum, above, d.bits), weight
}

func (d gamma) curve(x *big.Float) (spread, slope *big.Float) {
	one := float(big.NewRat(1, 1), d.bits)
	slope = new(big.Float).Sub(float(d.a, d.bits), one)
	return x, slope.Quo(slope, x).Sub(slope, one)
}
