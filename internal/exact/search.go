package exact

import "math/big"

// steps is how many steps of a search may follow the density; those after it halve the range.
const steps = 40

// search looks for the number below which the share p of a distribution lies.
type search struct {
	distribution
	p         enclosure
	low, high *big.Int // what certainly is not above the number, and not below it
}

// quantileOf encloses the number below which the share p of d lies, between two numbers that are at most twice apart, a
// power of 2, from each other, or more where the precision does not suffice. start is a first guess; it may be a float's,
// as it only decides how many steps are taken.
func quantileOf(d distribution, p *big.Rat, start *big.Rat, apart *big.Int) (low, high *big.Int) {
	s := search{d, inUnits(p, d.unit()), new(big.Int), d.top()}
	x := s.near(inUnits(start, d.unit()).low, apart)
	x.Add(x, new(big.Int).Rsh(apart, 1)).Quo(x, apart).Mul(x, apart)
	off := new(big.Int).Set(apart)
	for ; ; off.Lsh(off, 4) { // until the low end is certain
		if end := new(big.Int).Sub(x, off); end.Cmp(s.low) <= 0 || s.compare(end) < 0 {
			break
		}
	}
	for off.Set(apart); ; off.Lsh(off, 4) {
		if end := new(big.Int).Add(x, off); end.Cmp(s.high) >= 0 || s.compare(end) > 0 {
			break
		}
	}
	return s.low, s.high
}

// near returns a number that is less than about half of apart from the one looked for.
func (s *search) near(x, apart *big.Int) *big.Int {
	half := new(big.Int).Rsh(apart, 1)
	for i := 0; ; i++ {
		gap := new(big.Int).Sub(s.high, s.low)
		if gap.Cmp(apart) <= 0 {
			return new(big.Int).Set(s.low)
		}
		if i > steps || x.Cmp(s.low) <= 0 || x.Cmp(s.high) >= 0 {
			x = new(big.Int).Add(s.low, s.high)
			x.Rsh(x, 1)
		}
		below, weight := s.at(x)
		if s.order(x, below) == 0 {
			return x
		}
		next, ok := s.step(x, below, weight)
		if !ok {
			next.Set(s.low) // no step, so halve
		} else if gap.Sub(next, x).CmpAbs(half) < 0 {
			return next
		}
		x = next
	}
}

// compare tells on which side of the number x certainly lies, 0 if that cannot be told.
func (s *search) compare(x *big.Int) int {
	below, _ := s.at(x)
	return s.order(x, below)
}

func (s *search) order(x *big.Int, below enclosure) int {
	switch {
	case below.high.Cmp(s.p.low) <= 0:
		s.low = larger(s.low, x)
		return -1
	case below.low.Cmp(s.p.high) >= 0:
		s.high = smaller(s.high, x)
		return 1
	}
	return 0
}

// step returns Halley's next x: with u = (below − p) ÷ density, x − u ÷ (1 − u·slope ÷ 2). It is computed in floats, and
// decides nothing: every number it leads to is compared.
func (s *search) step(x *big.Int, below, weight enclosure) (*big.Int, bool) {
	if weight.low.Sign() <= 0 {
		return new(big.Int), false
	}
	unit := s.unit()
	number := func(n *big.Int) *big.Float {
		f := new(big.Float).SetPrec(uint(unit)).SetInt(n)
		return f.SetMantExp(f, -unit)
	}
	spread, slope := s.curve(number(x))
	u := number(new(big.Int).Sub(below.low, s.p.low))
	u.Mul(u, spread).Quo(u, number(weight.low))
	bend := slope.Mul(slope, u)
	bend.SetMantExp(bend, -1)
	if bend.Sub(big.NewFloat(1), bend).Cmp(big.NewFloat(0.5)) > 0 { // otherwise far away, where Newton's step is safer
		u.Quo(u, bend)
	}
	next, _ := u.Sub(number(x), u).SetMantExp(u, unit).Int(nil)
	return next, true
}
