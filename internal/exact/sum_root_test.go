package exact_test

import (
	"math/big"
	"strings"
	"testing"

	"github.com/planeval/planeval/internal/exact"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestSumRootDecimal(t *testing.T) {
	tests := []struct {
		name          string
		sum           exact.Fraction
		terms, places int
		up, even, cut string
	}{
		{"amounts that stay at the base", exact.FromInt(5), 5, 4, "0.0000", "0.0000", "0.0000"},
		{"base 100, amounts 110 and 121", quotient(231, 100), 2, 6, "0.100000", "0.100000", "0.100000"},
		{"any amounts with the same sum", quotient(100+131, 100), 2, 6, "0.100000", "0.100000", "0.100000"},
		{"base 100, amounts 110, 121 and 133.1", quotient(3641, 1000), 3, 2, "0.10", "0.10", "0.10"},
		{"base 100, amounts 90, 81 and 72.9", quotient(2439, 1000), 3, 1, "-0.1", "-0.1", "-0.1"},
		{"one term is the sum less one", quotient(7, 3), 1, 3, "1.333", "1.333", "1.333"},
		// 1.06 + 1.1236 + 1.191016 + 1.26247696 + 1.3382255776
		{"six per cent over five years", fractionOf(t, "5.9753185376"), 5, 4, "0.0600", "0.0600", "0.0600"},
		// 597.53 % in a table of two places is a little less: (5.9753 − 5.9753185376) ÷ (1 + 2×1.06 + 3×1.06² + 4×1.06³ + 5×1.06⁴) = −0.0000010…
		{"the same from a table of two places", quotient(59753, 10000), 5, 6, "0.059999", "0.059999", "0.059998"},
		// x² + x = 1 and x² + x = 3: x = (√5 − 1) ÷ 2 = 0.6180339887…, x = (√13 − 1) ÷ 2 = 1.3027756377…
		{"the golden section", exact.FromInt(1), 2, 10, "-0.3819660113", "-0.3819660113", "-0.3819660112"},
		{"two terms, in closed form", exact.FromInt(3), 2, 10, "0.3027756377", "0.3027756377", "0.3027756377"},
		{"a sum far below the terms", quotient(1, 1000000), 2, 12, "-0.999999000001", "-0.999999000001", "-0.999999000000"},
		// 1.125 + 1.125² = 2.390625; 1.375 + 1.375² = 3.265625
		{"a tie after an even digit", fractionOf(t, "2.390625"), 2, 2, "0.13", "0.12", "0.12"},
		{"a tie after an odd digit", fractionOf(t, "3.265625"), 2, 2, "0.38", "0.38", "0.37"},
		// 0.875 + 0.875² = 1.640625; 0.625 + 0.625² = 1.015625
		{"a negative tie after an even digit", fractionOf(t, "1.640625"), 2, 2, "-0.13", "-0.12", "-0.12"},
		{"a negative tie after an odd digit", fractionOf(t, "1.015625"), 2, 2, "-0.38", "-0.38", "-0.37"},
		{"a hair above a tie", fractionOf(t, "2.3906250000000000000000000000000000001"), 2, 2, "0.13", "0.13", "0.12"},
		{"a hair below a tie", fractionOf(t, "2.3906249999999999999999999999999999999"), 2, 2, "0.12", "0.12", "0.12"},
		{"a half as x", quotient(3, 4), 2, 0, "-1", "0", "0"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := exact.SumRoot{Sum: test.sum, Terms: test.terms}
			require.True(t, s.Valid())
			for mode, want := range []string{exact.HalfUp: test.up, exact.HalfEven: test.even, exact.Truncate: test.cut} {
				assert.Equal(t, want, s.Decimal(test.places, 0, exact.Mode(mode)).StringFixed(int32(test.places)), "mode %d", mode)
			}
		})
	}
	assert.Equal(t, "6.00", exact.SumRoot{Sum: quotient(59753, 10000), Terms: 5}.Decimal(2, 2, exact.HalfUp).StringFixed(2), "per cent")
}

func TestSumRootCmp(t *testing.T) {
	tests := []struct {
		name  string
		sum   exact.Fraction
		terms int
		f     exact.Fraction
		want  int
	}{
		{"a growth of exactly one tenth", quotient(231, 100), 2, quotient(1, 10), 0},
		{"a hair above", fractionOf(t, "2.3100000000000000000000000000000001"), 2, quotient(1, 10), 1},
		{"a hair below", fractionOf(t, "2.3099999999999999999999999999999999"), 2, quotient(1, 10), -1},
		{"no growth", exact.FromInt(100), 100, exact.FromInt(0), 0},
		{"one term", quotient(7, 3), 1, quotient(4, 3), 0},
		{"a decline", exact.FromInt(1), 2, exact.FromInt(0), -1},
		{"never as low as −1", fractionOf(t, "0.00000000000000000000000000000000000001"), 100, exact.FromInt(-1), 1},
		{"above everything lower than −1", quotient(1, 2), 2, exact.FromInt(-3), 1},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			assert.Equal(t, test.want, exact.SumRoot{Sum: test.sum, Terms: test.terms}.Cmp(test.f))
		})
	}
}

func TestSumRootValid(t *testing.T) {
	one := exact.FromInt(1)
	long := fraction("1" + strings.Repeat("0", 310))
	for _, s := range []exact.SumRoot{{}, {Terms: 1}, {Sum: one}, {Sum: exact.FromInt(0), Terms: 1}, {Sum: exact.FromInt(-1), Terms: 2},
		{Sum: one, Terms: -1}, {Sum: one, Terms: 101}, {Sum: long, Terms: 2}, {Sum: one.Quo(long), Terms: 2}} {
		assert.False(t, s.Valid(), "%+v", s)
	}
	assert.True(t, exact.SumRoot{Sum: one, Terms: exact.MaxTerms}.Valid())
}

// sumOfPowers is x + x² + … + xⁿ, and 0 for a negative x.
func sumOfPowers(x *big.Rat, n int) *big.Rat {
	sum, power := new(big.Rat), new(big.Rat).SetInt64(1)
	if x.Sign() <= 0 {
		return sum
	}
	for range n {
		sum.Add(sum, power.Mul(power, x))
	}
	return sum
}

// checkSumRoot asks by powers alone whether k units of 10^-places are s rounded in the given mode: s must lie between the
// bounds of what rounds to k, and on one only where the mode says so.
func checkSumRoot(t testing.TB, s exact.SumRoot, k *big.Int, places int, mode exact.Mode) {
	t.Helper()
	// compare returns how s·10^places compares to k + halves/2.
	compare := func(halves int64) int {
		x := new(big.Rat).SetInt(k)
		x.Add(x, big.NewRat(halves, 2)).Quo(x, new(big.Rat).SetInt(power10(places))).Add(x, big.NewRat(1, 1))
		return s.Sum.Rat().Cmp(sumOfPowers(x, s.Terms))
	}
	magnitude := compare
	if k.Sign() < 0 || k.Sign() == 0 && compare(0) < 0 {
		magnitude = func(halves int64) int { return -compare(-halves) }
	}
	require.True(t, roundsTo(mode, k.Bit(0) == 1, magnitude), "%s from %d terms to %d places, mode %d, is not %s", s.Sum.Rat(), s.Terms, places, mode, k)
}

// TestSumRootIsRightOnASmallDomain takes every sum and number of terms of a small domain, whole roots and ties among them.
func TestSumRootIsRightOnASmallDomain(t *testing.T) {
	for num := int64(1); num <= 60; num++ {
		for den := int64(1); den <= 8; den++ {
			for terms := 1; terms <= 5; terms++ {
				s := exact.SumRoot{Sum: quotient(num, den), Terms: terms}
				for _, places := range []int{0, 1, 3} {
					for _, mode := range modes {
						checkSumRoot(t, s, s.Decimal(places, 0, mode).Coefficient(), places, mode)
					}
				}
			}
		}
	}
}

func TestSumRootIsRightWhereItIsExact(t *testing.T) {
	random := newRandom(8)
	for range 300 {
		x, terms := big.NewRat(1+random.Int64N(6000), 2000), 1+random.IntN(9)
		s := exact.SumRoot{Sum: fraction(sumOfPowers(x, terms).RatString()), Terms: terms}
		rate := new(big.Rat).Sub(x, big.NewRat(1, 1))
		require.Zero(t, s.Cmp(fraction(rate.RatString())))
		for places := range 5 {
			for _, mode := range modes {
				require.Equal(t, roundReference(rate, places, mode).String(), s.Decimal(places, 0, mode).Coefficient().String())
			}
		}
	}
}

// TestSumRootAtTheLimits takes the largest and smallest sums and the most terms and digits there are; each takes a few
// milliseconds.
func TestSumRootAtTheLimits(t *testing.T) {
	nines := "0." + strings.Repeat("9", 38)
	least, most := fractionOf(t, "0."+strings.Repeat("0", 37)+"1"), fractionOf(t, strings.Repeat("9", 38))
	bits := fraction(new(big.Int).Sub(new(big.Int).Lsh(big.NewInt(1), 1024), big.NewInt(1)).String())
	for _, sum := range []exact.Fraction{least, most, fractionOf(t, nines), most.Quo(least), least.Quo(most), bits, exact.FromInt(1).Quo(bits), bits.Quo(bits.Sub(exact.FromInt(1))), quotient(50, 1)} {
		for _, terms := range []int{2, 3, 37, 100} {
			s := exact.SumRoot{Sum: sum, Terms: terms}
			require.True(t, s.Valid())
			k := s.Decimal(38, 38, exact.HalfUp).Coefficient()
			if terms <= 3 { // the reference is slow
				checkSumRoot(t, s, k, 76, exact.HalfUp)
			}
		}
	}
}

// FuzzSumRoot: a rate rounds to what the powers say, in every mode, and compares so.
func FuzzSumRoot(f *testing.F) {
	f.Add(uint64(231), uint64(100), uint8(2), uint8(6), uint8(0))
	f.Add(uint64(2390625), uint64(1000000), uint8(2), uint8(2), uint8(1))
	f.Add(uint64(1), uint64(1000000), uint8(30), uint8(38), uint8(2))
	f.Fuzz(func(t *testing.T, num, den uint64, terms, places, mode uint8) {
		if num == 0 || den == 0 {
			return
		}
		r := new(big.Rat).SetFrac(new(big.Int).SetUint64(num), new(big.Int).SetUint64(den))
		s := exact.SumRoot{Sum: fraction(r.RatString()), Terms: 1 + int(terms%30)}
		n, m := int(places%39), exact.Mode(mode%3)
		k := s.Decimal(n, 0, m).Coefficient()
		checkSumRoot(t, s, k, n, m)
		rounded := new(big.Rat).SetFrac(k, power10(n))
		x := new(big.Rat).Add(rounded, big.NewRat(1, 1))
		require.Equal(t, r.Cmp(sumOfPowers(x, s.Terms)), s.Cmp(fraction(rounded.RatString())))
	})
}
