package exact

import "math/big"

// exponential encloses e^x, x and the result in units of 2^-bits, of which there are 128 or more; x is at most 64.
func exponential(x enclosure, bits int) enclosure {
	two := artanh(big.NewInt(1), big.NewInt(3), bits)
	two.Lsh(two, 1)
	low, off := expNear(x.low, two, bits)
	low.Sub(low, off)
	high, off := expNear(x.high, two, bits)
	if low.Sign() < 0 {
		low.SetInt64(0)
	}
	return enclosure{low, high.Add(high, off)}
}

// expNear returns e^x and what it is off by at most; two is ln 2, short by less than 4·bits units, as artanh gives it.
//
// With k = ⌊x ÷ two⌋, e^x = 2^k·e^r and r = x − k·ln 2. The r computed lies between 0 and two, and is off by less than
// 4·bits·|k| units, so e^r by less than 9·bits·|k|. The terms of its series are cut off downward, each by less than 2 in
// all; fewer than bits are added, and those left out come to less than 4. Together that is less than 10·bits·(|k| + 1),
// to be shifted by k.
func expNear(x, two *big.Int, bits int) (*big.Int, *big.Int) {
	k, r := new(big.Int).DivMod(x, two, new(big.Int))
	if k.Cmp(big.NewInt(int64(-bits))) < 0 { // e^x is less than two units
		return new(big.Int), big.NewInt(2)
	}
	by := int(k.Int64())
	term := new(big.Int).Lsh(big.NewInt(1), uint(bits))
	sum, product := new(big.Int).Set(term), new(big.Int)
	for i := int64(1); term.Sign() > 0; i++ {
		product.Mul(term, r)
		product.Rsh(product, uint(bits))
		term.Quo(product, big.NewInt(i))
		sum.Add(sum, term)
	}
	off := big.NewInt(10 * int64(bits) * int64(max(by, -by)+1))
	if by < 0 {
		off.Rsh(off, uint(-by))
		return sum.Rsh(sum, uint(-by)), off.Add(off, big.NewInt(2))
	}
	return sum.Lsh(sum, uint(by)), off.Lsh(off, uint(by))
}
