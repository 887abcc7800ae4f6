package replay

import (
	"fmt"
	"math/big"
)

// A term is an exact fraction, or a number of 600 bits where irrational is set.
type term struct {
	rat        *big.Rat
	irrational *big.Float
}

const precision = 600

func (t term) float() *big.Float {
	if t.irrational != nil {
		return t.irrational
	}
	return new(big.Float).SetPrec(precision).SetRat(t.rat)
}

func (t term) sign() int {
	if t.irrational != nil {
		return t.irrational.Sign()
	}
	return t.rat.Sign()
}

// logarithm returns ln x by the series 2·Σ tⁱ ÷ i over odd i with t = (x − 1) ÷ (x + 1), after as many square roots as
// bring x near 1.
func logarithm(x term) (term, error) {
	if x.irrational != nil || x.rat.Sign() <= 0 {
		return term{}, errUndefined
	}
	if x.rat.Cmp(big.NewRat(1, 1)) == 0 {
		return term{rat: new(big.Rat)}, nil
	}
	const more = precision + 200
	one := new(big.Float).SetPrec(more).SetInt64(1)
	f := new(big.Float).SetPrec(more).SetRat(x.rat)
	factor := 1
	for far := new(big.Float).Sub(f, one); far.Sign() != 0 && far.MantExp(nil) > -3; far.Sub(f, one) {
		f.Sqrt(f)
		factor++
	}
	t := new(big.Float).Quo(new(big.Float).Sub(f, one), new(big.Float).Add(f, one))
	square, power, sum := new(big.Float).Mul(t, t), new(big.Float).Copy(t), new(big.Float).SetPrec(more)
	for i := int64(1); power.MantExp(nil) > t.MantExp(nil)-more; i += 2 {
		sum.Add(sum, new(big.Float).Quo(power, new(big.Float).SetInt64(i)))
		power.Mul(power, square)
	}
	return term{irrational: sum.SetMantExp(sum, factor)}, nil
}

func operate(operator rune, a, b term) (term, error) {
	if operator == '÷' && b.irrational == nil && b.rat.Sign() == 0 {
		return term{}, errUndefined
	}
	if (operator == '×' || operator == '÷') && a.irrational == nil && a.rat.Sign() == 0 {
		return a, nil // 0, whatever stands beside it
	}
	if a.irrational == nil && b.irrational == nil {
		r := new(big.Rat)
		switch operator {
		case '+':
			r.Add(a.rat, b.rat)
		case '−':
			r.Sub(a.rat, b.rat)
		case '×':
			r.Mul(a.rat, b.rat)
		case '÷':
			r.Quo(a.rat, b.rat)
		}
		return term{rat: r}, nil
	}
	x, y, f := a.float(), b.float(), new(big.Float).SetPrec(precision)
	switch operator {
	case '+':
		f.Add(x, y)
	case '−':
		f.Sub(x, y)
	case '×':
		f.Mul(x, y)
	case '÷':
		if y.Sign() == 0 {
			return term{}, errUndefined
		}
		f.Quo(x, y)
	}
	return term{irrational: f}, nil
}

// raise returns base^(p ÷ q) as the q-th root, taken by Newton's method, raised to p, and to a power below 0 as 1 over that.
func raise(base, exponent term) (term, error) {
	if exponent.irrational != nil || exponent.rat.Sign() == 0 || base.sign() < 0 {
		return term{}, errUndefined
	}
	if exponent.rat.Sign() < 0 {
		power, err := raise(base, term{rat: new(big.Rat).Neg(exponent.rat)})
		if err != nil {
			return term{}, err
		}
		return operate('÷', term{rat: big.NewRat(1, 1)}, power)
	}
	if base.sign() == 0 {
		return base, nil
	}
	p, q := exponent.rat.Num().Int64(), exponent.rat.Denom().Int64()
	if q == 1 && base.irrational == nil {
		r := big.NewRat(1, 1)
		for range p {
			r.Mul(r, base.rat)
		}
		return term{rat: r}, nil
	}
	x := base.float()
	one := new(big.Float).SetPrec(precision).SetInt64(1)
	root := new(big.Float).SetMantExp(one, x.MantExp(nil)/int(q)+1) // of the same precision, and above the root
	degree := new(big.Float).SetInt64(q)
	for range 2000 {
		step := new(big.Float).SetPrec(precision).Quo(x, times(root, q-1)) // x ÷ rootᵠ⁻¹
		step.Sub(step, root).Quo(step, degree)
		root.Add(root, step)
		if step.Sign() == 0 || step.MantExp(nil) < root.MantExp(nil)-precision+20 {
			return term{irrational: times(root, p)}, nil
		}
	}
	return term{}, fmt.Errorf("the root of degree %d of %s was not found", q, x.Text('g', 12))
}

func times(x *big.Float, n int64) *big.Float {
	power := new(big.Float).SetPrec(precision).SetInt64(1)
	for range n {
		power.Mul(power, x)
	}
	return power
}
