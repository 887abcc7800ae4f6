package exact

import "math/big"

// beta is the beta distribution, of the density x^(a−1)·(1−x)^(b−1) ÷ B(a, b).
type beta struct {
	a, b, both *big.Rat  // a, b, a+b
	log        enclosure // ln B(a, b)
	bits       int
}

func newBeta(a, b *big.Rat, bits int) beta {
	return beta{a, b, new(big.Rat).Add(a, b), newStirling(bits).logBeta(a, b), bits}
}

func (d beta) unit() int { return d.bits }

func (d beta) top() *big.Int { return new(big.Int).Lsh(big.NewInt(1), uint(d.bits)) }

// at gives Iₓ(a, b), the regularised incomplete beta function, and x^a·(1−x)^b ÷ B(a, b). By DLMF 8.17.8
//
//	Iₓ(a, b) = x^a·(1−x)^b ÷ (a·B(a, b))·(1 + (a+b)·x ÷ (a+1) + (a+b)·(a+b+1)·x² ÷ ((a+1)·(a+2)) + …)
//
// all of whose terms are positive. It is used for the smaller one of x and 1−x, with Iₓ(a, b) = 1 − I₁₋ₓ(b, a).
func (d beta) at(x *big.Int) (below, weight enclosure) {
	one := d.top()
	switch {
	case x.Sign() <= 0:
		return exactly(new(big.Int), 0), exactly(new(big.Int), 0)
	case x.Cmp(one) >= 0:
		return enclosure{one, one}, exactly(new(big.Int), 0)
	}
	rest := new(big.Int).Sub(one, x)
	log := logarithm(new(big.Rat).SetFrac(x, one), d.bits).times(d.a)
	log = log.plus(logarithm(new(big.Rat).SetFrac(rest, one), d.bits).times(d.b))
	weight = exponential(log.minus(d.log), d.bits)
	if x.Cmp(rest) <= 0 {
		return d.lower(x, d.a, d.b, weight), weight
	}
	return enclosure{one, one}.minus(d.lower(rest, d.b, d.a, weight)), weight
}

// lower is Iₓ(a, b) for x of at most ½. With x above the mean, the series of I₁₋ₓ(b, a) is less than a geometric one, of
// the greater of its first ratio (1−x)·(a+b) ÷ (b+1) and its last, 1−x; so
//
//	1 − Iₓ(a, b) ≤ x^a·(1−x)^b ÷ (b·B(a, b))·(b+1) ÷ ((a+b)·x − a)
func (d beta) lower(x *big.Int, a, b *big.Rat, weight enclosure) enclosure {
	common := new(big.Int).Mul(a.Denom(), b.Denom())
	scaled := func(r *big.Rat) *big.Int {
		n := new(big.Int).Mul(r.Num(), common)
		return n.Quo(n, r.Denom())
	}
	sum := series{x: x, num: scaled(d.both), den: scaled(new(big.Rat).Add(a, big.NewRat(1, 1))), numStep: common, denStep: common}
	beyond := new(big.Rat).SetFrac(x, d.top())
	beyond.Mul(beyond, d.both).Sub(beyond, a)
	var above *big.Int
	if beyond.Sign() > 0 {
		factor := new(big.Rat).Add(b, big.NewRat(1, 1))
		above = weight.times(factor.Quo(factor, beyond.Mul(beyond, b))).high
	}
	return shareBelow(weight, a, sum, above, d.bits)
}

func (d beta) curve(x *big.Float) (spread, slope *big.Float) {
	one := float(big.NewRat(1, 1), d.bits)
	rest := new(big.Float).Sub(one, x)
	slope = new(big.Float).Quo(new(big.Float).Sub(float(d.a, d.bits), one), x)
	slope.Sub(slope, one.Quo(new(big.Float).Sub(float(d.b, d.bits), one), rest))
	return rest.Mul(rest, x), slope
}
