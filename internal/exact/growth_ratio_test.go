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
	none := growthRatio(growth(2, 1, 2), growth(1, 1, 3))
	assert.False(t, none.Valid(), "no division by 0")
	assert.Zero(t, none.Decimal(2, 0, exact.HalfUp).Sign(), "nor is it looked for without end")
}

// TestGrowthRatioCmpOfEqualRadicals: radicals of different looks are found to be the same number.
func TestGrowthRatioCmpOfEqualRadicals(t *testing.T) {
	bare := func(scale, base exact.Fraction, power, degree int) exact.Root {
		return exact.Root{Scale: scale, Base: base, Power: power, Degree: degree, Shift: exact.FromInt(0)}
	}
	one, two := exact.FromInt(1), exact.FromInt(2)
	tests := []struct {
		name     string
		num, den exact.Root
		at       exact.Fraction
		want     int
	}{
		{"√8 is 2√2", bare(one, exact.FromInt(8), 1, 2), bare(one, two, 1, 2), two, 0},
		{"√8 is not 3√2", bare(one, exact.FromInt(8), 1, 2), bare(one, two, 1, 2), exact.FromInt(3), -1},
		{"√(3/4) is ½√3", bare(one, quotient(3, 4), 1, 2), bare(one, exact.FromInt(3), 1, 2), quotient(1, 2), 0},
		{"√(2/3) is ⅓√6", bare(one, quotient(2, 3), 1, 2), bare(quotient(1, 3), exact.FromInt(6), 1, 2), one, 0},
		{"4^(2/6) is 2^(2/3)", bare(one, exact.FromInt(4), 2, 6), bare(one, two, 2, 3), one, 0},
		{"72^(1/6) is above 12^(1/6)", bare(one, exact.FromInt(72), 1, 6), bare(one, exact.FromInt(12), 1, 6), one, 1},
		{"a negative multiple", bare(exact.FromInt(-3), two, 1, 2), bare(two, two, 1, 2), quotient(-3, 2), 0},
		{"3·(2^20)^(1/400) is 3·(2^19)^(1/380)", bare(exact.FromInt(3), exact.FromInt(1<<20), 1, 400), bare(one, exact.FromInt(1<<19), 1, 380), exact.FromInt(3), 0},
		{"−√4 is −⅔√9", bare(exact.FromInt(-1), exact.FromInt(4), 1, 2), bare(one, exact.FromInt(9), 1, 2), quotient(-2, 3), 0},
		{"√2 is below √2 + 10^-37", bare(one, two, 1, 2), exact.Root{Scale: one, Base: two, Power: 1, Degree: 2, Shift: fractionOf(t, "0.0000000000000000000000000000000000001")}, one, -1},
		// That 2^(399/400) is no fraction is found by the 400th root of 2^399, a little less than 2.
		{"bases a hair apart", bare(one, fractionOf(t, "2.0000000000000000000000000000000000001"), 399, 400), bare(one, two, 399, 400), one, 1},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			assert.Equal(t, test.want, growthRatio(test.num, test.den).Cmp(test.at))
		})
	}
}

func TestGrowthRatioDecimal(t *testing.T) {
	triple, eightfold := growth(2, 1, 2), growth(2, 1, 2) // 3(√2 − 1) and 8(√2 − 1)
	triple.Scale, triple.Shift = exact.FromInt(3), exact.FromInt(-3)
	eightfold.Scale, eightfold.Shift = exact.FromInt(8), exact.FromInt(-8)
	tests := []struct {
		name          string
		q             exact.GrowthRatio
		places        int
		up, even, cut string
	}{
		{"a falling denominator", growthRatio(growth(2, 1, 2), growth(1, 2, 2)), 10, "-1.4142135624", "-1.4142135624", "-1.4142135623"}, // −√2
		{"a falling numerator", growthRatio(growth(1, 2, 2), growth(2, 1, 2)), 10, "-0.7071067812", "-0.7071067812", "-0.7071067811"},   // −√½
		{"nothing gained", growthRatio(growth(1, 1, 2), growth(2, 1, 2)), 2, "0.00", "0.00", "0.00"},
		{"0.1 ÷ 0.4, a tie after an even digit", growthRatio(growth(121, 100, 2), growth(7, 5, 1)), 1, "0.3", "0.2", "0.2"},
		{"−0.3 ÷ 0.4, a negative tie after an odd digit", growthRatio(growth(49, 100, 2), growth(7, 5, 1)), 1, "-0.8", "-0.8", "-0.7"},
		{"0.1 ÷ −0.2, a tie between −1 and 0", growthRatio(growth(121, 100, 2), growth(64, 100, 2)), 0, "-1", "0", "0"},
		{"0.2 ÷ 0.4, a tie between 0 and 1", growthRatio(growth(144, 100, 2), growth(7, 5, 1)), 0, "1", "0", "0"},
		{"0.2 ÷ 0.1, whole", growthRatio(growth(144, 100, 2), growth(121, 100, 2)), 0, "2", "2", "2"},
		{"0.2 ÷ −0.1, whole", growthRatio(growth(144, 100, 2), growth(81, 100, 2)), 0, "-2", "-2", "-2"},
		{"irrational parts that cancel, to a tie at 3/8", growthRatio(triple, eightfold), 2, "0.38", "0.38", "0.37"},
		{"with a scale and a shift: 0.1 ÷ 0.2 × −3 + 1", exact.GrowthRatio{Num: growth(121, 100, 2), Den: growth(144, 100, 2), Scale: exact.FromInt(-3), Shift: exact.FromInt(1)}, 0,
			"-1", "0", "0"},
		{"a hair above a tie", growthRatio(growth(12100000000000001, 10000000000000000, 2), growth(7, 5, 1)), 1, "0.3", "0.3", "0.2"},
		{"a hair below a tie", growthRatio(growth(12099999999999999, 10000000000000000, 2), growth(7, 5, 1)), 1, "0.2", "0.2", "0.2"},
		{"a hair above a tie, beyond the first enclosure", growthRatio(exact.Root{Scale: exact.FromInt(1), Base: fractionOf(t, "1.2100000000000000000000000000000000001"), Power: 1, Degree: 2, Shift: exact.FromInt(-1)}, growth(7, 5, 1)), 1,
			"0.3", "0.3", "0.2"},
		{"a hair below a tie, beyond the first enclosure", growthRatio(exact.Root{Scale: exact.FromInt(1), Base: fractionOf(t, "1.2099999999999999999999999999999999999"), Power: 1, Degree: 2, Shift: exact.FromInt(-1)}, growth(7, 5, 1)), 1,
			"0.2", "0.2", "0.2"},
		{"a denominator of 10^-37: a quarter more than 5·10^36", growthRatio(growth(9, 4, 2), exact.Root{Scale: exact.FromInt(1), Base: fractionOf(t, "1.0000000000000000000000000000000000002"), Power: 1, Degree: 2, Shift: exact.FromInt(-1)}), 0,
			"5000000000000000000000000000000000000", "5000000000000000000000000000000000000", "5000000000000000000000000000000000000"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			require.True(t, test.q.Valid())
			for mode, want := range []string{exact.HalfUp: test.up, exact.HalfEven: test.even, exact.Truncate: test.cut} {
				assert.Equal(t, want, test.q.Decimal(test.places, 0, exact.Mode(mode)).StringFixed(int32(test.places)), "mode %d", mode)
			}
		})
	}
}

// TestGrowthRatioIsRightWhereItIsRational takes quotients of whole roots, many of them ties.
func TestGrowthRatioIsRightWhereItIsRational(t *testing.T) {
	random := newRandom(7)
	for range 500 {
		x, y := big.NewRat(1+random.Int64N(40), 20), big.NewRat(1+random.Int64N(40), 20)
		one := big.NewRat(1, 1)
		if y.Cmp(one) == 0 {
			continue
		}
		m, n := 1+random.IntN(6), 1+random.IntN(6)
		rate := func(x *big.Rat, n int) exact.Root {
			return exact.Root{Scale: exact.FromInt(1), Base: fraction(power(x, n).RatString()), Power: 1, Degree: n, Shift: exact.FromInt(-1)}
		}
		q := growthRatio(rate(x, m), rate(y, n))
		want := x.Quo(x.Sub(x, one), y.Sub(y, one))
		require.Zero(t, q.Cmp(fraction(want.RatString())))
		for places := range 3 {
			for _, mode := range modes {
				require.Equal(t, roundReference(want, places, mode).String(), q.Decimal(places, 0, mode).Coefficient().String(), "%s to %d places, mode %d", want, places, mode)
			}
		}
	}
}

// TestGrowthRatioAtTheLimits takes the highest degrees and the most digits and places; each takes well below a second.
func TestGrowthRatioAtTheLimits(t *testing.T) {
	long := fractionOf(t, "9.8765432109876543210987654321098765432")
	of := func(scale, base exact.Fraction, power, degree int) exact.Root {
		return exact.Root{Scale: scale, Base: base, Power: power, Degree: degree, Shift: exact.FromInt(0)}
	}
	one := exact.FromInt(1)
	// x^(399/400) ÷ x^(399/400) at three times the scale
	q := growthRatio(of(long.Mul(exact.FromInt(3)), long, 399, 400), of(long, long, 399, 400))
	assert.Equal(t, "3", q.Decimal(38, 38, exact.Truncate).Shift(-38).String())
	assert.Zero(t, q.Cmp(exact.FromInt(3)))
	// 2^(399/400) ÷ 2^(398/399) = 2^(1 ÷ 159600) = 1.000004343030…
	q = growthRatio(of(one, exact.FromInt(2), 399, 400), of(one, exact.FromInt(2), 398, 399))
	assert.Equal(t, "1.000004343", q.Decimal(9, 0, exact.HalfUp).String())
	assert.Equal(t, 1, q.Cmp(one))
}

// FuzzGrowthRatio holds comparisons and roundings against roots taken with 400 bits.
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
		places, mode := int(q%20), exact.Mode(n%3)
		require.Equal(t, roundNear(x, places, mode).String(), g.Decimal(places, 0, mode).Coefficient().String())

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

// roundNear rounds what x is near: half a unit of the last place where x is within 2^-200 of it, and otherwise x itself.
func roundNear(x *big.Float, places int, mode exact.Mode) *big.Int {
	exactly, _ := x.Rat(nil)
	halves := new(big.Rat).SetInt(new(big.Int).Lsh(power10(places), 1))
	twice := roundReference(exactly.Mul(exactly, halves), 0, exact.HalfUp)
	off := new(big.Rat).Sub(exactly, new(big.Rat).SetInt(twice))
	if off.Abs(off).Cmp(new(big.Rat).SetFrac(big.NewInt(1), new(big.Int).Lsh(big.NewInt(1), 200))) < 0 {
		exactly.SetInt(twice)
	}
	return roundReference(exactly.Mul(exactly, big.NewRat(1, 2)), 0, mode)
}
