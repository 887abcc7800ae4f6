package exact

import (
	"math/big"
	"math/bits"
)

// powers holds 10^0 … 10^18, all that fit in an int64.
var powers = [...]int64{
	1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
}

func pow10(n int) *big.Int {
	return new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n)), nil)
}

func magnitude(n int64) uint64 {
	if n < 0 {
		return uint64(-(n + 1)) + 1
	}
	return uint64(n)
}

func addInt(a, b int64) (int64, bool) {
	sum := a + b
	return sum, (sum > a) == (b > 0)
}

func subInt(a, b int64) (int64, bool) {
	difference := a - b
	return difference, (difference < a) == (b > 0)
}

// mulWide returns a × b in full: the high half of the unsigned product is corrected for the signs.
func mulWide(a, b int64) (high int64, low uint64) {
	hi, lo := bits.Mul64(uint64(a), uint64(b))
	return int64(hi) - (a >> 63 & b) - (b >> 63 & a), lo
}

// mulInt returns a × b, which fits where the high half only repeats the sign of the low one.
func mulInt(a, b int64) (int64, bool) {
	if a|b >= 0 { // as nearly always
		hi, lo := bits.Mul64(uint64(a), uint64(b))
		return int64(lo), hi == 0 && int64(lo) >= 0
	}
	high, low := mulWide(a, b)
	return int64(low), high == int64(low)>>63
}

func gcd(a, b uint64) uint64 {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}
