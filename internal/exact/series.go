package exact

import (
	"math/big"
	"math/bits"
)

// series is the sum 1 + r₀ + r₀·r₁ + r₀·r₁·r₂ + … with rₖ = x·(num + k·numStep) ÷ (den + k·denStep) > 0, and
// x·numStep ÷ denStep at most ½, so that it ends. x is in units of the power of 2 that the sum is wanted in.
type series struct {
	x, num, den, numStep, denStep *big.Int
}

// sum encloses the sum, in units of 2^-unit.
//
// Every term is cut off downward: by less than 1 before it is multiplied by x, and by less than 1 after that. A term
// passes what it is off by on to the k-th after it, multiplied by the ratios between. The ratios are all less than 1, or
// they fall: then a product of them is less than 1, or it begins where the terms rise, and is a term divided by an
// earlier one that is at least 1. So a product is at most M, the greatest term, or 1; the k-th term is off by less than
// (x + 1)·k·M units, and all up to the K-th by less than (x + 1)·K²·M. M is at most the sum itself, so at most twice the
// sum computed, for that is off by less than half.
//
// What is left out is a geometric series at most, of the greater of the next ratio and the last, x·numStep ÷ denStep.
func (s series) sum(unit int) enclosure {
	term := new(big.Int).Lsh(big.NewInt(1), uint(unit))
	total := new(big.Int).Set(term)
	num, den := new(big.Int).Set(s.num), new(big.Int).Set(s.den)
	product, remainder := new(big.Int), new(big.Int)
	for k := uint64(1); ; k++ {
		product.Mul(term, num)
		term.QuoRem(product, den, remainder)
		product.Mul(term, s.x)
		term.Rsh(product, uint(unit))
		total.Add(total, term)
		num.Add(num, s.numStep)
		den.Add(den, s.denStep)
		if term.BitLen() > 2*bits.Len64(k) {
			continue
		}
		off := new(big.Int).Rsh(total, uint(unit-1))
		off.Add(off, big.NewInt(1)) // M
		off.Mul(off, product.Add(product.Rsh(s.x, uint(unit)), big.NewInt(2)))
		off.Mul(off, product.SetUint64(k)).Mul(off, product)
		rest := off.Add(off, term)
		next, ok := s.after(rest, num, den, unit)
		last, also := s.after(rest, s.numStep, s.denStep, unit)
		if ok && also {
			return enclosure{total, next.Add(larger(next, last), total)}
		}
	}
}

// after makes of a bound of the last term and of what all terms are off by, a bound of that and of the terms to come, if
// none is more than x·num ÷ den of the one before it. It returns false where that is not less than 1.
func (s series) after(last, num, den *big.Int, unit int) (*big.Int, bool) {
	whole := new(big.Int).Lsh(den, uint(unit))
	gap := new(big.Int).Mul(s.x, num)
	if gap.Sub(whole, gap).Sign() <= 0 {
		return nil, false
	}
	return ceilQuo(whole.Mul(whole, last), gap), true
}
