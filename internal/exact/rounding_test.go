package exact_test

import (
	"strings"
	"testing"

	"github.com/planeval/planeval/internal/exact"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// figure is what all five kinds of number have in common.
type figure interface {
	Round(places, shift int, mode exact.Mode) (exact.Decimal, bool)
	Decimal(places, shift int, mode exact.Mode) decimal.Decimal
}

func sqrt(n int64, scale exact.Fraction) exact.Root {
	return exact.Root{Scale: scale, Base: exact.FromInt(n), Power: 1, Degree: 2, Shift: exact.FromInt(0)}
}

// roundsTo reports whether a magnitude rounds to a whole number, odd or not, in the given mode: compare says how it
// compares to that number and so many halves.
func roundsTo(mode exact.Mode, odd bool, compare func(halves int64) int) bool {
	switch mode {
	case exact.Truncate:
		return compare(0) >= 0 && compare(2) < 0
	case exact.Ceiling:
		return compare(-2) > 0 && compare(0) <= 0
	case exact.HalfDown:
		return compare(-1) > 0 && compare(1) <= 0
	case exact.HalfEven:
		if odd {
			return compare(-1) > 0 && compare(1) < 0
		}
		return compare(-1) >= 0 && compare(1) <= 0
	}
	return compare(-1) >= 0 && compare(1) < 0
}

func TestRound(t *testing.T) {
	one, huge := exact.FromInt(1), fraction("1"+strings.Repeat("0", 37)) // 10³⁷
	tests := []struct {
		name          string
		x             figure
		places, shift int
		want          string // empty: more than 38 digits
	}{
		{"a quotient in per cent", quotient(229, 300), 2, 2, "76.33"},
		{"a tie goes up", quotient(-125, 1000), 2, 0, "-0.13"},
		{"what rounds to zero has no sign", quotient(-1, 1000), 2, 0, "0.00"},
		{"negative places are none", quotient(27, 10), -5, 0, "3"},
		{"a negative shift is none", quotient(27, 10), 1, -5, "2.7"},
		{"more than 38 places are 38", quotient(1, 200), 99, 0, "0.00500000000000000000000000000000000000"},
		{"a shift beyond 38 is 38", exact.FromInt(0), 0, 99, "0"},
		{"38 digits", huge.Mul(exact.FromInt(-9)), 0, 0, "-9" + strings.Repeat("0", 37)},
		{"39 digits", huge.Mul(exact.FromInt(10)), 0, 0, ""},
		{"39 digits with the places", huge, 1, 0, ""},
		{"39 digits by rounding", fraction(strings.Repeat("9", 77) + "/1" + strings.Repeat("0", 39)), 0, 0, ""}, // 10³⁸ − 10⁻³⁹
		{"a mean growth rate", growth(1374, 703, 2), 6, 0, "0.398027"},
		{"a mean growth rate in per cent", growth(1374, 703, 2), 2, 2, "39.80"},
		{"a rate over one year is a quotient", growth(1374, 703, 1), 4, 0, "0.9545"},
		{"a tie of roots", growth(1265625, 1000000, 2), 2, 0, "0.13"},
		{"38 digits of a root", sqrt(2, one), 37, 0, "1.4142135623730950488016887242096980786"},
		{"39 digits of a root", sqrt(200, one), 37, 0, ""},
		{"a logarithm", logOf("9513/10000", "83/100"), 1, 2, "26.8"},
		{"a logarithm of 39 digits", exact.Log{Scale: huge, X: fraction("10"), Base: fraction("2"), Shift: exact.FromInt(0)}, 1, 0, ""},
		{"a quotient of roots", growthRatio(growth(2, 1, 2), growth(1, 2, 2)), 10, 0, "-1.4142135624"},
		{"a quotient of roots of 39 digits", exact.GrowthRatio{Num: sqrt(2, huge), Den: sqrt(3, one), Scale: one, Shift: exact.FromInt(0)}, 2, 0, ""},
		{"a cumulative rate", exact.SumRoot{Sum: quotient(231, 100), Terms: 2}, 3, 0, "0.100"},
		{"a cumulative rate of 39 digits", exact.SumRoot{Sum: huge, Terms: 1}, 2, 0, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, ok := test.x.Round(test.places, test.shift, exact.HalfUp)
			assert.Equal(t, test.want != "", ok)
			assert.Equal(t, ok, got.Valid())
			if ok {
				assert.Equal(t, test.want, got.String())
			}
		})
	}
}

func TestRoundIsDecimalWhereItFits(t *testing.T) {
	random := newRandom(6)
	fitted := 0
	for range 3000 {
		f, _ := random.fraction()
		var x figure = f
		switch root := growth(1+random.Int64N(5000), 1+random.Int64N(5000), 1+random.IntN(9)); random.IntN(5) {
		case 0:
			x = root
		case 1:
			if q := growthRatio(root, growth(1+random.Int64N(50), 51, 1+random.IntN(4))); q.Valid() {
				x = q
			}
		case 2:
			x = exact.SumRoot{Sum: root.Base, Terms: root.Degree}
		}
		places, shift, mode := random.IntN(39), 2*random.IntN(2), exact.Mode(random.IntN(5))
		want := x.Decimal(places, shift, mode)
		got, ok := x.Round(places, shift, mode)
		require.Equal(t, want.NumDigits() <= exact.MaxDigits, ok, "%+v", x)
		if ok {
			fitted++
			require.Equal(t, want.StringFixed(int32(places)), got.String(), "%+v", x)
		}
	}
	assert.Greater(t, fitted, 2000)
}

func TestRoundDoesNotAllocate(t *testing.T) {
	ratio, rate, projection, yearly := quotient(229, 300), growth(4842, 4253, 5), growth(4842, 4253, 5), growth(4842, 4253, 1)
	projection.Scale, projection.Power, projection.Shift = quotient(4253, 100), 8, exact.FromInt(0)
	assert.Zero(t, testing.AllocsPerRun(100, func() {
		for _, mode := range modes {
			ratio.Round(2, 2, mode)
			rate.Round(6, 0, mode)
			projection.Round(2, 0, mode)
			yearly.Round(2, 2, mode)
		}
	}))
}
