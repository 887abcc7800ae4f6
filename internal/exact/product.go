package exact

import "math/big"

// factor is a whole number above 0 raised to a whole exponent, which may be negative.
type factor struct {
	base     *big.Int
	exponent int64
}

// productIsOne reports whether the factors multiplied together are 1, without raising any of them, by greatest common
// divisors: a common divisor d of two bases is taken out of both and put in with the sum of their exponents, which
// changes nothing in the product. Every such step divides the product of the bases by d, so it ends, with bases that
// have no divisor in common; then the product is 1 only where every exponent is 0. It changes the bases.
func productIsOne(factors []factor) bool {
	one := big.NewInt(1)
	for i := 0; i < len(factors); i++ {
		for j := 0; j < i; j++ {
			common := new(big.Int).GCD(nil, nil, factors[i].base, factors[j].base)
			if common.Cmp(one) == 0 {
				continue
			}
			factors[i].base.Quo(factors[i].base, common)
			factors[j].base.Quo(factors[j].base, common)
			factors = append(factors, factor{common, factors[i].exponent + factors[j].exponent})
		}
	}
	for _, f := range factors {
		if f.exponent != 0 && f.base.Cmp(one) != 0 {
			return false
		}
	}
	return true
}
