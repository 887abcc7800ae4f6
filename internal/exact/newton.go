package exact

import (
	"math"
	"math/big"
)

// descend returns ⌊ρ⌋ for the root ρ ≥ 0 of an increasing convex function, where step(k) is the floor of Newton's step
// from k ≥ 0, or from k ≥ 1 where it divides by k. From any start such a step leads to ⌊ρ⌋ or above; from an integer
// above ρ it leads further down, and from ⌊ρ⌋ no further. So the start is free, and may come from floats; it only
// decides how many steps are taken. It should be rounded up: from below, the first step can lead far away, if ρ is
// small and the function steep.
func descend(start *big.Int, step func(k *big.Int) *big.Int) *big.Int {
	k := step(start)
	for {
		next := step(k)
		if next.Cmp(k) >= 0 {
			return k
		}
		k = next
	}
}

// log2 returns about the logarithm of x > 0.
func log2(x *big.Int) float64 {
	cut := max(x.BitLen()-64, 0)
	top, _ := new(big.Int).Rsh(x, uint(cut)).Float64()
	return math.Log2(top) + float64(cut)
}

// exp2 returns about 2^l as a whole number, rounded up, for l ≥ 0.
func exp2(l float64) *big.Int {
	whole := math.Floor(l)
	mantissa := big.NewInt(int64(math.Exp2(l-whole+52)) + 1)
	if whole < 52 {
		mantissa.Rsh(mantissa, uint(52-whole))
	} else {
		mantissa.Lsh(mantissa, uint(whole-52))
	}
	return mantissa.Add(mantissa, big.NewInt(1))
}

// floorRoot returns the largest k with k^degree ≤ x, for x ≥ 0.
func floorRoot(x *big.Int, degree int) *big.Int {
	if degree == 1 || x.Sign() == 0 {
		return new(big.Int).Set(x)
	}
	n, less := big.NewInt(int64(degree)), big.NewInt(int64(degree-1))
	return descend(exp2(log2(x)/float64(degree)), func(k *big.Int) *big.Int {
		next := new(big.Int).Quo(x, new(big.Int).Exp(k, less, nil))
		return next.Add(next, new(big.Int).Mul(less, k)).Quo(next, n)
	})
}
