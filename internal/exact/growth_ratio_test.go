package exact_test

import (
	"math/big"
	"testing"

	"github.com/planeval/planeval/internal/exact"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func growthRatio(num, den exact.Root) exact.GrowthRatio {
	return exact.GrowthRatio{Num: num, Den: den, Scale: exact.FromInt(1), Shift: exact.FromInt(0)}
}

func TestGrowthRatioCmp(t *testing.T) {
	tests := []struct {
		name     string
		num, den exact.Root
		at       exact.Fraction
		want     int
	}{
		{"two rational roots", growth(121, 100, 2), growth(6, 5, 1), quotient(1, 2), 0},
		{"the same irrational root", growth(2, 1, 2), growth(4, 1, 4), exact.FromInt(1), 0},
		{"the same root is no other multiple", growth(2, 1, 2), growth(4, 1, 4), exact.FromInt(2), -1},
		{"one rational root", growth(2, 1, 2), growth(2, 1, 1), quotient(41421356237, 100000000000), 1},
		{"two different roots", growth(104, 100, 5), growth(150, 100, 15), quotient(28741191, 100000000), 1},
		{"against zero", growth(1, 1, 5), growth(3, 2, 15), exact.FromInt(0), 0},
		{"a falling denominator", growth(2, 1, 2), growth(1, 2, 2), exact.FromInt(-1), -1}, // −√2
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			assert.Equal(t, test.want, growthRatio(test.num, test.den).Cmp(test.at))
		})
	}
	assert.False(t, growthRatio(growth(2, 1, 2), growth(1, 1, 3)).Valid(), "no division by 0")
	assert.Equal(t, "-1.4142135624", growthRatio(growth(2, 1, 2), growth(1, 2, 2)).Decimal(10, 0, exact.HalfUp).String())
	assert.Equal(t, "0.3", growthRatio(growth(121, 100, 2), growth(7, 5, 1)).Decimal(1, 0, exact.HalfUp).StringFixed(1), "the tie 1/4 goes up")
}

// FuzzGrowthRatio holds comparisons against roots taken with 400 bits.
func FuzzGrowthRatio(f *testing.F) {
	f.Add(uint16(104), uint16(100), uint8(5), uint16(150), uint16(100), uint8(15), int16(287), uint16(1000))
	f.Add(uint16(2), uint16(1), uint8(2), uint16(4), uint16(1), uint8(4), int16(1), uint16(1))
	f.Fuzz(func(t *testing.T, a, b uint16, n uint8, c, d uint16, m uint8, p int16, q uint16) {
		if a == 0 || b == 0 || c == 0 || d == 0 || q == 0 {
			return
		}
		g := growthRatio(growth(int64(a), int64(b), int(n%24)), growth(int64(c), int64(d), int(m%24)))
		if !g.Valid() {
			return
		}
		x := new(big.Float).Quo(nearRoot(a, b, n%24), nearRoot(c, d, m%24))
		x.Sub(x, new(big.Float).SetPrec(400).SetRat(big.NewRat(int64(p), int64(q))))
		want := x.Sign()
		if x.Sign() != 0 && x.MantExp(nil) < -300 {
			want = 0
		}
		require.Equal(t, want, g.Cmp(quotient(int64(p), int64(q))))
	})
}

// nearRoot is (a/b)^(1/n) − 1 with 400 bits, by bisection.
func nearRoot(a, b uint16, n uint8) *big.Float {
	of := func(v float64) *big.Float { return new(big.Float).SetPrec(400).SetFloat64(v) }
	x, low, high := of(0).SetRat(big.NewRat(int64(a), int64(b))), of(0), of(70000)
	for range 420 {
		middle, power := of(0).Add(low, high), of(1)
		middle.Quo(middle, of(2))
		for range n {
			power.Mul(power, middle)
		}
		if power.Cmp(x) > 0 {
			high = middle
		} else {
			low = middle
		}
	}
	return low.Sub(high, of(1))
}
