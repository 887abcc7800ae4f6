package exact_test

import (
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/planeval/planeval/internal/exact"
	"github.com/stretchr/testify/assert"
)

// TestChiSquareTail has the 0.05 quantiles of the tables; e^(−x÷2) for two degrees of freedom; the others are by mpmath
// 1.3.0, gammainc(ν/2, x/2, inf, regularized=True) with 60 digits.
func TestChiSquareTail(t *testing.T) {
	for _, c := range []struct {
		x       string
		freedom int64
		places  int
		want    string
	}{
		{"3841458820694124/1000000000000000", 1, 12, "0.050000000000"},
		{"18307038053275146/1000000000000000", 10, 12, "0.050000000000"},
		{"2", 2, 30, "0.367879441171442321595523770161"},
		{"0", 1, 12, "1.000000000000"},
		{"7/3", 3, 30, "0.506165219093908748994800767765"},
		{"1000", 1, 30, "0.000000000000000000000000000000"},
		{"10200", 10000, 30, "0.079328881077618976757687706509"},
		{"9800", 10000, 30, "0.922055043773486086097351194178"},
		{"1000000000", 1, 12, "0.000000000000"},
		{"1000000000", 10_000, 12, "0.000000000000"},
		{"1" + strings.Repeat("0", 300), 3, 38, "0." + strings.Repeat("0", 38)},
		{"1/1" + strings.Repeat("0", 300), 10_000, 12, "1.000000000000"},
	} {
		q := exact.ChiSquareTail(fraction(c.x), c.freedom)
		assert.True(t, q.Valid())
		assert.Equal(t, c.want, q.Decimal(c.places, 0, exact.HalfUp).StringFixed(int32(c.places)), "%s with %d", c.x, c.freedom)
		d, ok := q.Round(c.places, 0, exact.HalfUp)
		assert.True(t, ok)
		assert.Equal(t, c.want, d.String())
	}
}

func TestChiSquareTailNearItsEnds(t *testing.T) {
	far := exact.ChiSquareTail(fraction("1000000000"), 5)
	near := exact.ChiSquareTail(fraction("1/1"+strings.Repeat("0", 300)), 10_000)
	for mode, want := range map[exact.Mode][2]string{exact.HalfUp: {"0.00", "1.00"}, exact.HalfEven: {"0.00", "1.00"}, exact.Truncate: {"0.00", "0.99"},
		exact.HalfDown: {"0.00", "1.00"}, exact.Ceiling: {"0.01", "1.00"}} {
		assert.Equal(t, want[0], far.Decimal(2, 0, mode).StringFixed(2), "mode %d", mode)
		assert.Equal(t, want[1], near.Decimal(2, 0, mode).StringFixed(2), "mode %d", mode)
	}
	assert.Equal(t, 1, far.Cmp(fraction("0")))
	assert.Equal(t, -1, far.Cmp(fraction("1/1"+strings.Repeat("0", 100))))
	assert.Equal(t, -1, near.Cmp(fraction("1")))
}

func TestChiSquareTailCmp(t *testing.T) {
	q := exact.ChiSquareTail(fraction("2"), 2) // 0.36787944117144232159552377016146086744…
	assert.Equal(t, 1, q.Cmp(fraction("36787944117144232159/100000000000000000000")))
	assert.Equal(t, -1, q.Cmp(fraction("36787944117144232160/100000000000000000000")))
	assert.Equal(t, 1, q.Cmp(fraction("-1")))
	assert.Equal(t, -1, q.Cmp(fraction("2")))
	one := exact.ChiSquareTail(fraction("0"), 7)
	assert.Zero(t, one.Cmp(fraction("1")))
	assert.Equal(t, -1, one.Cmp(fraction("2")))
}

// TestChiSquareTailFalls: with x, and rises with the degrees of freedom.
func TestChiSquareTailFalls(t *testing.T) {
	for freedom := int64(1); freedom < 60; freedom += 7 {
		last := new(big.Int)
		for x := int64(60); x >= 0; x -= 3 {
			q := exact.ChiSquareTail(quotient(x, 7), freedom)
			d := q.Decimal(30, 0, exact.Truncate).Coefficient()
			assert.GreaterOrEqual(t, d.Cmp(last), 0)
			more := exact.ChiSquareTail(quotient(x, 7), freedom+1).Decimal(30, 0, exact.Truncate).Coefficient()
			assert.GreaterOrEqual(t, more.Cmp(d), 0)
			last = d
		}
	}
}

func TestChiSquareTailValid(t *testing.T) {
	for _, q := range []exact.Real{exact.ChiSquareTail(exact.Fraction{}, 0), exact.ChiSquareTail(fraction("1"), 0), exact.ChiSquareTail(fraction("-1"), 1),
		exact.ChiSquareTail(fraction("1"), 10_001), exact.ChiSquareTail(exact.Fraction{}, 2)} {
		assert.False(t, q.Valid())
	}
}

func TestChiSquareTailEnds(t *testing.T) {
	start := time.Now()
	for _, x := range []string{"1/1000000", "1", "9000", "10000", "11000", "20000", "1000000000"} {
		exact.ChiSquareTail(fraction(x), exact.MaxChiSquareFreedom).Decimal(38, 38, exact.HalfUp)
	}
	assert.Less(t, time.Since(start), 20*time.Second)
}

func BenchmarkChiSquareTail(b *testing.B) {
	for b.Loop() {
		q := exact.ChiSquareTail(fraction("18307/1000"), 10)
		q.Decimal(12, 0, exact.HalfUp)
	}
}
