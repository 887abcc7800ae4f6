package exact_test

import (
	"math/big"
	"testing"

	"github.com/planeval/planeval/internal/exact"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// growth returns (num ÷ den)^(1 ÷ years) − 1.
func growth(num, den int64, years int) exact.Root {
	return exact.Root{Scale: exact.FromInt(1), Base: quotient(num, den), Power: 1, Degree: years, Shift: exact.FromInt(-1)}
}

func TestRootDecimal(t *testing.T) {
	tests := []struct {
		name          string
		r             exact.Root
		places, shift int
		up, even, cut string
	}{
		{"a perfect square", growth(121, 100, 2), 6, 0, "0.100000", "0.100000", "0.100000"},
		{"a perfect fifth power in per cent", growth(161051, 100000, 5), 2, 2, "10.00", "10.00", "10.00"},
		{"the square root of two, less one", growth(2, 1, 2), 10, 0, "0.4142135624", "0.4142135624", "0.4142135623"},
		{"the square root of two to 38 places", exact.Root{Scale: exact.FromInt(1), Base: exact.FromInt(2), Power: 1, Degree: 2, Shift: exact.FromInt(0)}, 38, 0,
			"1.41421356237309504880168872420969807857", "1.41421356237309504880168872420969807857", "1.41421356237309504880168872420969807856"},
		{"a decline", growth(1, 2, 2), 4, 0, "-0.2929", "-0.2929", "-0.2928"}, // −0.29289…
		{"an exact decline", growth(81, 100, 2), 1, 0, "-0.1", "-0.1", "-0.1"},
		{"no growth", growth(7, 7, 3), 2, 2, "0.00", "0.00", "0.00"},
		// 1.125² = 1.265625 and 1.375² = 1.890625.
		{"a tie after an even digit", growth(1265625, 1000000, 2), 2, 0, "0.13", "0.12", "0.12"},
		{"a tie after an odd digit", growth(1890625, 1000000, 2), 2, 0, "0.38", "0.38", "0.37"},
		// 0.875² = 0.765625 and 0.625² = 0.390625.
		{"a negative tie after an even digit", growth(765625, 1000000, 2), 2, 0, "-0.13", "-0.12", "-0.12"},
		{"a negative tie after an odd digit", growth(390625, 1000000, 2), 2, 0, "-0.38", "-0.38", "-0.37"},
		{"a tie between −1 and 0", growth(1, 4, 2), 0, 0, "-1", "0", "0"},
		{"just above −1 half", growth(26, 100, 2), 0, 0, "0", "0", "0"},
		{"just below −1 half", growth(24, 100, 2), 0, 0, "-1", "-1", "0"},
		{"a schedule: 42.53 × (58 ÷ 42.53)^(2 ÷ 5)", exact.Root{Scale: quotient(4253, 100), Base: quotient(5800, 4253), Power: 2, Degree: 5, Shift: exact.FromInt(0)}, 2, 0,
			"48.15", "48.15", "48.14"}, // 48.1491…
		{"a projection: 42.53 × (48.42 ÷ 42.53)^(5 ÷ 2)", exact.Root{Scale: quotient(4253, 100), Base: quotient(4842, 4253), Power: 5, Degree: 2, Shift: exact.FromInt(0)}, 2, 0,
			"58.82", "58.82", "58.81"},
		{"an exponent not in lowest terms", exact.Root{Scale: exact.FromInt(3), Base: quotient(121, 100), Power: 12, Degree: 24, Shift: exact.FromInt(0)}, 2, 0, "3.30", "3.30", "3.30"},
		{"an exponent of one", exact.Root{Scale: quotient(1, 3), Base: exact.FromInt(2), Power: 7, Degree: 7, Shift: exact.FromInt(0)}, 3, 0, "0.667", "0.667", "0.666"},
		{"degree 400", growth(2, 1, 400), 10, 0, "0.0017343702", "0.0017343702", "0.0017343702"}, // e^(ln 2 ÷ 400) − 1 = 0.00173437024…
		{"what is left of a reduction: 100 − 100 × 0.83^(3 ÷ 5)", exact.Root{Scale: exact.FromInt(-100), Base: quotient(83, 100), Power: 3, Degree: 5, Shift: exact.FromInt(100)}, 4, 0,
			"10.5775", "10.5775", "10.5774"}, // 10.57749…
		{"a shift that is a fraction", exact.Root{Scale: exact.FromInt(1), Base: exact.FromInt(2), Power: 1, Degree: 2, Shift: quotient(1, 3)}, 5, 0, "1.74755", "1.74755", "1.74754"},
		{"a tie by a shift that is a fraction", exact.Root{Scale: quotient(-1, 3), Base: exact.FromInt(4), Power: 1, Degree: 2, Shift: quotient(1, 6)}, 0, 0, "-1", "0", "0"},
		{"negative places are none", growth(2, 1, 2), -3, 2, "41", "41", "41"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			require.True(t, test.r.Valid())
			for mode, want := range []string{exact.HalfUp: test.up, exact.HalfEven: test.even, exact.Truncate: test.cut} {
				got := test.r.Decimal(test.places, test.shift, exact.Mode(mode))
				assert.Equal(t, want, got.StringFixed(-got.Exponent()), "mode %d", mode)
			}
		})
	}
}

// power raises x to n by multiplication.
func power(x *big.Rat, n int) *big.Rat {
	p := new(big.Rat).SetInt64(1)
	for range n {
		p.Mul(p, x)
	}
	return p
}

// checkRounded asks by integer powers alone whether k units of 10^-places are r rounded in the given mode.
func checkRounded(t *testing.T, r exact.Root, k *big.Int, places int, mode exact.Mode) {
	t.Helper()
	unit := new(big.Rat).SetInt(power10(places))
	bare := new(big.Rat).Mul(r.Scale.Rat(), unit)
	bare.Abs(bare)
	x := new(big.Rat).Mul(power(bare, r.Degree), power(r.Base.Rat(), r.Power)) // (root·10^places)^degree, without the shift
	// compare returns how root·10^places, with the shift, compares to k + halves/2.
	compare := func(halves int64) int {
		limit := new(big.Rat).SetInt(k)
		limit.Add(limit, big.NewRat(halves, 2))
		limit.Sub(limit, new(big.Rat).Mul(unit, r.Shift.Rat()))
		switch {
		case r.Base.Sign() == 0: // and so is its root
			return -limit.Sign()
		case limit.Sign() != r.Scale.Sign():
			return r.Scale.Sign()
		}
		return r.Scale.Sign() * x.Cmp(power(limit.Abs(limit), r.Degree))
	}
	sign := k.Sign()
	if sign == 0 {
		sign = compare(0)
	}
	magnitude := compare
	if sign < 0 {
		magnitude = func(halves int64) int { return -compare(-halves) }
	}
	require.True(t, roundsTo(mode, k.Bit(0) == 1, magnitude), "%v to %d places, mode %d, is not %s", r, places, mode, k)
}

func TestRootIsCorrectlyRounded(t *testing.T) {
	random := newRandom(4)
	positive := func() exact.Fraction {
		if random.IntN(2) == 0 {
			return quotient(int64(1+random.IntN(5000)), int64(1+random.IntN(5000)))
		}
		return quotient(int64(1+random.IntN(1_000_000_000)), 100)
	}
	for range 3000 {
		r := exact.Root{Scale: exact.FromInt(1), Base: positive(), Power: 1, Degree: 1 + random.IntN(12), Shift: exact.FromInt(-1)}
		switch random.IntN(3) {
		case 0: // a schedule or a projection
			r.Scale, r.Power, r.Shift = positive(), 1+random.IntN(12), exact.FromInt(0)
		case 1: // a perfect power, half of them ties at few places
			root := quotient(int64(1+random.IntN(4000)), 2000)
			r.Degree = 1 + random.IntN(5)
			r.Base = root
			for range r.Degree - 1 {
				r.Base = r.Base.Mul(root)
			}
		}
		if random.IntN(3) == 0 { // what is left of a reduction, and a projection's share of the way
			r.Scale, r.Shift = r.Scale.Neg(), positive()
		}
		places, shift := random.IntN(12), 2*random.IntN(2)
		for _, mode := range []exact.Mode{exact.HalfUp, exact.HalfEven, exact.Truncate} {
			k := r.Decimal(places, shift, mode)
			require.Equal(t, int32(-places), k.Exponent())
			checkRounded(t, r, k.Coefficient(), places+shift, mode)
		}
	}
}

func TestTheRootOfZeroIsZero(t *testing.T) {
	r := exact.Root{Scale: exact.FromInt(1), Base: exact.FromInt(0), Power: 2, Degree: 5, Shift: exact.FromInt(-1)}
	require.True(t, r.Valid())
	assert.Zero(t, r.Cmp(exact.FromInt(-1)))
	assert.Equal(t, 1, r.Cmp(exact.FromInt(-2)))
	assert.Equal(t, -1, r.Cmp(exact.FromInt(0)))
	for _, mode := range []exact.Mode{exact.HalfUp, exact.HalfEven, exact.Truncate} {
		assert.Equal(t, "-100.00", r.Decimal(2, 2, mode).StringFixed(2))
	}
	r.Scale, r.Shift = exact.FromInt(-3), quotient(1, 2)
	assert.Equal(t, "0.5", r.Decimal(1, 0, exact.HalfUp).String())
}

func TestRootCmp(t *testing.T) {
	tests := []struct {
		name string
		r    exact.Root
		f    exact.Fraction
		want int
	}{
		{"1.21^(1/2) equals 1.1", exact.Root{Scale: exact.FromInt(1), Base: quotient(121, 100), Power: 1, Degree: 2, Shift: exact.FromInt(0)}, quotient(11, 10), 0},
		{"a growth of exactly one tenth", growth(121, 100, 2), quotient(1, 10), 0},
		{"a hair above", growth(12100000001, 10000000000, 2), quotient(1, 10), 1},
		{"a hair below", growth(12099999999, 10000000000, 2), quotient(1, 10), -1},
		{"a decline of exactly one tenth", growth(81, 100, 2), quotient(-1, 10), 0},
		{"never as low as −1", growth(1, 1000000, 2), exact.FromInt(-1), 1},
		{"above everything lower than −1", growth(1, 1000000, 2), exact.FromInt(-2), 1},
		{"a scale of its own", exact.Root{Scale: exact.FromInt(3), Base: quotient(121, 100), Power: 1, Degree: 2, Shift: exact.FromInt(0)}, quotient(33, 10), 0},
		{"an exponent not in lowest terms", exact.Root{Scale: exact.FromInt(1), Base: quotient(121, 100), Power: 200, Degree: 400, Shift: exact.FromInt(0)}, quotient(11, 10), 0},
		{"degree 400 against one", growth(1000001, 1000000, 400), exact.FromInt(0), 1},
		{"a wide fraction", growth(2, 1, 2), fractionOf(t, "0.41421356237309504880168872420969807857"), -1},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) { assert.Equal(t, test.want, test.r.Cmp(test.f)) })
	}
}

func TestRootCmpAgreesWithPerfectPowers(t *testing.T) {
	random := newRandom(5)
	for range 500 {
		root, other := int64(1+random.IntN(300)), int64(1+random.IntN(300))
		degree := 1 + random.IntN(20)
		base := exact.FromInt(1)
		for range degree {
			base = base.Mul(quotient(root, 100))
		}
		r := exact.Root{Scale: exact.FromInt(1), Base: base, Power: 1, Degree: degree, Shift: exact.FromInt(-1)}
		require.Equal(t, big.NewInt(root).Cmp(big.NewInt(other)), r.Cmp(quotient(other-100, 100)))
	}
}

func TestRootValid(t *testing.T) {
	one := exact.FromInt(1)
	assert.False(t, exact.Root{}.Valid(), "the zero Root is no number")
	for _, r := range []exact.Root{
		{Base: one, Power: 1, Degree: 1},
		{Scale: one, Power: 1, Degree: 1},
		{Scale: one, Base: exact.FromInt(0), Power: 1, Degree: 1},
		{Scale: one, Base: exact.FromInt(-1), Power: 1, Degree: 1},
		{Scale: exact.FromInt(-1), Base: one, Power: 1, Degree: 1},
		{Scale: one, Base: one, Power: 0, Degree: 1},
		{Scale: one, Base: one, Power: 1, Degree: 0},
		{Scale: one, Base: one, Power: 1, Degree: -1},
		{Scale: one, Base: one, Power: 401, Degree: 1},
		{Scale: one, Base: one, Power: 1, Degree: 401},
	} {
		assert.False(t, r.Valid(), "%v", r)
	}
	assert.True(t, exact.Root{Scale: one, Base: one, Power: exact.MaxDegree, Degree: exact.MaxDegree, Shift: exact.FromInt(0)}.Valid())
}
