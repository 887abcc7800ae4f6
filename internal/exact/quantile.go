package exact

import "math/big"

// newQuantile returns the number above 0, and below 1 where it is a share, that find encloses between two fractions, about
// 2^-bits from each other, when it is given a number near by; start is a first guess of that.
func newQuantile(start *big.Rat, share bool, find func(bits int, near *big.Rat) (low, high *big.Rat)) Real {
	low, high := find(leastBits, start)
	middle := new(big.Rat).Add(low, high)
	middle.Quo(middle, big.NewRat(2, 1)) // the first enclosure would not have it near enough where it is little
	return Real{first: strictly(low, high, leastBits, share), open: true, more: func(bits uint) enclosure {
		low, high := find(int(bits), middle)
		return strictly(low, high, int(bits), share)
	}}
}

// strictly returns an enclosure, in units of 2^-bits, of what lies between low and high and is above 0, and below 1 where
// it is a share. It is neither end, as these are 0, 1, or beyond low and high.
func strictly(low, high *big.Rat, bits int, share bool) enclosure {
	one := big.NewInt(1)
	below, above := inUnits(low, bits).high, inUnits(high, bits).low
	e := enclosure{larger(new(big.Int).Sub(below, one), new(big.Int)), new(big.Int).Add(above, one)}
	if share {
		e.high = smaller(e.high, one.Lsh(one, uint(bits)))
	}
	return e
}

// bounds looks for the number below which the share p of d lies, of which start is a first guess, to the given bits.
func bounds(d distribution, p, start *big.Rat, bits int) (low, high *big.Rat) {
	one := new(big.Int).Lsh(big.NewInt(1), uint(d.unit()))
	l, h := quantileOf(d, p, start, new(big.Int).Lsh(big.NewInt(1), uint(d.unit()-bits)))
	return new(big.Rat).SetFrac(l, one), new(big.Rat).SetFrac(h, one)
}

// smallness returns about how many zeros r > 0 begins with after the binary point, 1 or more.
func smallness(r *big.Rat) int { return max(r.Denom().BitLen()-r.Num().BitLen(), 0) + 1 }

// rest returns 1 − r.
func rest(r *big.Rat) *big.Rat { return new(big.Rat).Sub(big.NewRat(1, 1), r) }
