package score

import (
	"math/big"

	"github.com/planeval/planeval/indicator"
)

// fractions is a column of exact scores over one denominator, so that a thousand of them are added up without bringing any
// to lowest terms: the score of a unit is num ÷ (den × own), where own is 1 unless data that the unit lacks gave it
// weights of its own.
type fractions struct {
	den   *big.Int
	small []int64   // the numerators where they all fit, else nil
	num   []big.Int // else these
	own   []*big.Int
}

// one returns own of a unit, or nil for 1.
func (f *fractions) one(unit int) *big.Int {
	if f.own == nil {
		return nil
	}
	return f.own[unit]
}

// numerator returns the numerator of a unit, in the given one where it has to be made.
func (f *fractions) numerator(unit int, into *big.Int) *big.Int {
	if f.small != nil {
		return into.SetInt64(f.small[unit])
	}
	return &f.num[unit]
}

// at returns the score of a unit.
func (f *fractions) at(unit int) indicator.Ratio {
	num, den := f.numerator(unit, new(big.Int)), f.den
	if own := f.one(unit); own != nil {
		den = new(big.Int).Mul(den, own)
	}
	return indicator.RatRatio(new(big.Rat).SetFrac(num, den))
}

// len returns the number of units.
func (f *fractions) len() int { return max(len(f.small), len(f.num)) }

// approximated returns the score of a unit in float64: a quotient of 64 bits is rounded to 53.
func (f *fractions) approximated(unit int) ball {
	var num, den big.Float
	num.SetPrec(64).SetInt(f.numerator(unit, new(big.Int)))
	den.SetPrec(64).SetInt(f.den)
	if own := f.one(unit); own != nil {
		den.Mul(&den, new(big.Float).SetPrec(64).SetInt(own))
	}
	mid, _ := num.Quo(&num, &den).Float64()
	return round(mid, 0)
}

// cmp compares the scores of two units.
func (f *fractions) cmp(a, b int) int {
	x, y := f.numerator(a, new(big.Int)), f.numerator(b, new(big.Int))
	if own := f.one(b); own != nil {
		x = new(big.Int).Mul(x, own)
	}
	if own := f.one(a); own != nil {
		y = new(big.Int).Mul(y, own)
	}
	return x.Cmp(y)
}

// mostShared is how many bits a denominator that a whole column shares may have: a thousand units with targets of their own
// would make one of thousands of digits.
const mostShared = 256

// fractionsOf makes a column of numbers; those that are missing stand as 0.
func fractionsOf(list []indicator.Ratio) *fractions {
	if f, ok := smallFractions(list); ok {
		return f
	}
	f := &fractions{den: big.NewInt(1), num: make([]big.Int, len(list))}
	rats := make([]*big.Rat, len(list))
	for i, r := range list {
		if rat, ok := r.Rat(); ok {
			rats[i] = rat
			if f.den.BitLen() <= mostShared && f.den.Cmp(rat.Denom()) != 0 {
				f.den = leastMultiple(f.den, rat.Denom())
			}
		}
	}
	if f.den.BitLen() > mostShared {
		f.den, f.own = big.NewInt(1), make([]*big.Int, len(list))
	}
	for i, rat := range rats {
		switch {
		case rat == nil:
		case f.own != nil:
			f.num[i].Set(rat.Num())
			f.own[i] = new(big.Int).Set(rat.Denom())
		default:
			f.num[i].Div(f.den, rat.Denom())
			f.num[i].Mul(&f.num[i], rat.Num())
		}
	}
	return f
}

// smallFractions is fractionsOf where the denominators have a common multiple, and all numerators over it, of 64 bits.
func smallFractions(list []indicator.Ratio) (*fractions, bool) {
	const most = 1 << 62
	common := int64(1)
	for _, r := range list {
		switch _, den, ok := r.Int64(); {
		case r.Missing() != indicator.Present || den == common:
		case !ok:
			return nil, false
		default:
			step := den / gcd(common, den)
			if common > most/step {
				return nil, false
			}
			common *= step
		}
	}
	f := &fractions{den: big.NewInt(common), small: make([]int64, len(list))}
	for i, r := range list {
		num, den, ok := r.Int64()
		if !ok {
			continue
		}
		factor := common / den
		if num > most/factor || num < -most/factor {
			return nil, false
		}
		f.small[i] = num * factor
	}
	return f, true
}

func gcd(a, b int64) int64 {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

func leastMultiple(a, b *big.Int) *big.Int {
	divisor := new(big.Int).GCD(nil, nil, a, b)
	return divisor.Mul(a, divisor.Div(b, divisor))
}

// mean returns the weighted mean of columns for each unit, over the columns in which the unit has a score; has says so. The
// weights are whole numbers, and those that count add up to more than 0.
func mean(columns []*fractions, weights []*big.Int, units int, has func(column, unit int) bool) *fractions {
	common, total := big.NewInt(1), new(big.Int)
	for j, c := range columns {
		common = leastMultiple(common, c.den)
		total.Add(total, weights[j])
	}
	// Over the denominator common × total each numerator counts factors[j] times; what all of these share is taken out.
	factors, shared := make([]*big.Int, len(columns)), new(big.Int).Mul(common, total)
	for j, c := range columns {
		factors[j] = new(big.Int).Div(common, c.den)
		factors[j].Mul(factors[j], weights[j])
		shared = new(big.Int).GCD(nil, nil, shared, factors[j])
	}
	for j := range factors {
		factors[j].Div(factors[j], shared)
	}
	result := &fractions{den: new(big.Int).Mul(common, total), num: make([]big.Int, units)}
	result.den.Div(result.den, shared)
	var numerator, product big.Int
	for u := range units {
		sum, plain := &result.num[u], true
		for j, c := range columns {
			if !has(j, u) || c.one(u) != nil {
				plain = false
				break
			}
			sum.Add(sum, product.Mul(factors[j], c.numerator(u, &numerator)))
		}
		if !plain {
			result.setOwn(u, columns, factors, weights, total, has)
		}
	}
	return result
}

// setOwn is mean for a unit that lacks a score, or whose scores have denominators of their own: over the weights of the
// scores that it has, Σ factor × num ÷ own × total ÷ weight.
func (f *fractions) setOwn(unit int, columns []*fractions, factors, weights []*big.Int, total *big.Int, has func(column, unit int) bool) {
	own, weight := big.NewInt(1), new(big.Int)
	for j, c := range columns {
		if has(j, unit) {
			weight.Add(weight, weights[j])
			if o := c.one(unit); o != nil {
				own = leastMultiple(own, o)
			}
		}
	}
	sum := &f.num[unit]
	sum.SetInt64(0)
	if weight.Sign() == 0 {
		return
	}
	var numerator big.Int
	for j, c := range columns {
		if has(j, unit) {
			product := new(big.Int).Mul(factors[j], c.numerator(unit, &numerator))
			product.Mul(product, own)
			if o := c.one(unit); o != nil {
				product.Div(product, o)
			}
			sum.Add(sum, product)
		}
	}
	sum.Mul(sum, total)
	own.Mul(own, weight)
	if divisor := new(big.Int).GCD(nil, nil, new(big.Int).Abs(sum), own); divisor.Sign() > 0 {
		sum.Div(sum, divisor)
		own.Div(own, divisor)
	}
	if f.own == nil {
		f.own = make([]*big.Int, len(f.num))
	}
	f.own[unit] = own
}
