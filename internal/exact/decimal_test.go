package exact_test

import (
	"math"
	"math/big"
	"strings"
	"testing"

	"github.com/planeval/planeval/internal/exact"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func decimalOf(t testing.TB, text string) exact.Decimal {
	t.Helper()
	d, err := exact.Parse(text)
	require.NoError(t, err, text)
	return d
}

func TestParse(t *testing.T) {
	const digits38 = "12345678901234567890123456789012345678"
	tests := []struct {
		name, text, want string
		places, sign     int
	}{
		{"an integer", "703", "703", 0, 1},
		{"places are kept", "12.50", "12.50", 2, 1},
		{"a negative number", "-0.05", "-0.05", 2, -1},
		{"zero", "0", "0", 0, 0},
		{"zero with places", "0.00", "0.00", 2, 0},
		{"minus zero is zero", "-0", "0", 0, 0},
		{"minus zero with places is zero with places", "-0.0", "0.0", 1, 0},
		{"leading zeros are not kept", "007.10", "7.10", 2, 1},
		{"the largest int64", "9223372036854775807", "9223372036854775807", 0, 1},
		{"the smallest int64", "-9223372036854775808", "-9223372036854775808", 0, -1},
		{"one more than 64 bits", "18446744073709551616", "18446744073709551616", 0, 1},
		{"38 digits", digits38, digits38, 0, 1},
		{"38 digits after the point", "-0." + digits38, "-0." + digits38, 38, -1},
		{"38 digits with the point in the middle", "1234567890123456789.0123456789012345678", "1234567890123456789.0123456789012345678", 19, 1},
		{"the smallest number", "0." + strings.Repeat("0", 37) + "1", "0." + strings.Repeat("0", 37) + "1", 38, 1},
		{"zeros before 38 digits do not count", strings.Repeat("0", 20) + digits38, digits38, 0, 1},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d, err := exact.Parse(test.text)
			require.NoError(t, err)
			assert.True(t, d.Valid())
			assert.Equal(t, test.want, d.String())
			assert.Equal(t, test.places, d.Places())
			assert.Equal(t, test.sign, d.Sign())
		})
	}
}

func TestParseRefuses(t *testing.T) {
	tests := []struct {
		text string
		want error
	}{
		{"", exact.ErrSyntax},
		{"-", exact.ErrSyntax},
		{".", exact.ErrSyntax},
		{"-.", exact.ErrSyntax},
		{".5", exact.ErrSyntax},
		{"5.", exact.ErrSyntax},
		{"-.5", exact.ErrSyntax},
		{".-5", exact.ErrSyntax},
		{"+5", exact.ErrSyntax},
		{"--5", exact.ErrSyntax},
		{"1.2.3", exact.ErrSyntax},
		{"1e5", exact.ErrSyntax},
		{"1_000", exact.ErrSyntax},
		{"1,000", exact.ErrSyntax},
		{" 1", exact.ErrSyntax},
		{"1 ", exact.ErrSyntax},
		{"0x1", exact.ErrSyntax},
		{"NaN", exact.ErrSyntax},
		{"Inf", exact.ErrSyntax},
		{"１", exact.ErrSyntax},
		{"1\x00", exact.ErrSyntax},
		{strings.Repeat("9", 39), exact.ErrLong},
		{"1." + strings.Repeat("0", 38), exact.ErrLong}, // 39 digits count, although the last ones are zeros
		{"0." + strings.Repeat("0", 39), exact.ErrLong},
		{strings.Repeat("0", 65), exact.ErrLong},
		{strings.Repeat("9", 1_000_000), exact.ErrLong},
		{strings.Repeat("x", 65), exact.ErrSyntax}, // its length is not what is wrong with it
	}
	for _, test := range tests {
		d, err := exact.Parse(test.text)
		assert.ErrorIs(t, err, test.want, "%.80q", test.text)
		assert.False(t, d.Valid(), "%.80q", test.text)
	}
}

func TestInt(t *testing.T) {
	for _, n := range []int64{0, 1, -1, 703, math.MaxInt64, math.MinInt64, math.MinInt64 + 1} {
		d := exact.Int(n)
		assert.Equal(t, big.NewInt(n).String(), d.String())
		assert.Equal(t, decimalOf(t, d.String()), d, "the same as when it is parsed")
		small, ok := d.Small()
		assert.True(t, ok)
		assert.Equal(t, n, small)
	}
}

func TestSmall(t *testing.T) {
	for _, text := range []string{
		"9223372036854775808", "-9223372036854775809", "18446744073709551615", "-18446744073709551616",
	} {
		_, ok := decimalOf(t, text).Small()
		assert.False(t, ok, text)
	}
	n, ok := decimalOf(t, "-92233720368547758.08").Small()
	assert.True(t, ok)
	assert.Equal(t, int64(math.MinInt64), n)
}

func TestFromBig(t *testing.T) {
	power38 := new(big.Int).Exp(big.NewInt(10), big.NewInt(38), nil)
	largest := new(big.Int).Sub(power38, big.NewInt(1))
	tests := []struct {
		coefficient *big.Int
		places      int
		want        string // empty: ErrLong
	}{
		{big.NewInt(1250), 2, "12.50"},
		{big.NewInt(-1), 38, "-0.00000000000000000000000000000000000001"},
		{big.NewInt(0), 1, "0.0"},
		{largest, 0, strings.Repeat("9", 38)},
		{new(big.Int).Neg(largest), 38, "-0." + strings.Repeat("9", 38)},
		{power38, 0, ""},
		{new(big.Int).Lsh(big.NewInt(1), 127), 0, ""},
		{new(big.Int).Lsh(big.NewInt(1), 1_000_000), 0, ""},
		{big.NewInt(1), -1, ""},
		{big.NewInt(1), 39, ""},
	}
	for _, test := range tests {
		before := new(big.Int).Set(test.coefficient)
		d, err := exact.FromBig(test.coefficient, test.places)
		assert.Zero(t, before.Cmp(test.coefficient), "the argument is left alone")
		if test.want == "" {
			assert.ErrorIs(t, err, exact.ErrLong)
			assert.False(t, d.Valid())
			continue
		}
		require.NoError(t, err)
		assert.Equal(t, test.want, d.String())
		assert.Equal(t, test.coefficient.String(), d.Big().String())
	}
}

func TestDecimalCmp(t *testing.T) {
	// In rising order; the numbers of one row are equal.
	rows := [][]string{
		{"-99999999999999999999999999999999999999"},
		{"-18446744073709551616"},
		{"-9223372036854775808"},
		{"-12.51"},
		{"-12.5", "-12.50"},
		{"-0.00000000000000000000000000000000000001"},
		{"0", "0.0", "0.00000000000000000000000000000000000000"},
		{"0.00000000000000000000000000000000000001"},
		{"1.1"},
		{"12.5", "12.50", "12.5000000000000000000"},
		{"12.51"},
		{"9223372036854775807"},
		{"9223372036854775808"},
		{"99999999999999999999999999999999999999"},
	}
	for i, row := range rows {
		for j, other := range rows {
			for _, a := range row {
				for _, b := range other {
					want := big.NewInt(int64(i)).Cmp(big.NewInt(int64(j)))
					assert.Equal(t, want, decimalOf(t, a).Cmp(decimalOf(t, b)), "%s against %s", a, b)
				}
			}
		}
	}
}

func TestDecimalComparesByForm(t *testing.T) {
	a, same, shorter := decimalOf(t, "12.50"), decimalOf(t, "12.50"), decimalOf(t, "12.5")
	assert.True(t, a == same)
	assert.False(t, a == shorter, "the same number written differently")
	assert.Equal(t, decimalOf(t, "0"), decimalOf(t, "-0"))
	assert.False(t, exact.Decimal{} == exact.Int(0), "no number is not 0")
	assert.False(t, exact.Decimal{}.Valid())
}

func TestDecimalRoundTrip(t *testing.T) {
	r := newRandom(1)
	for range 20_000 {
		text := r.decimalText()
		d := decimalOf(t, text)
		require.Equal(t, text, d.String())
		require.Equal(t, text, string(d.AppendText(nil)))

		rat, _ := new(big.Rat).SetString(text)
		require.Zero(t, exact.FromDecimal(d).Rat().Cmp(rat), text)
		require.Equal(t, rat.Sign(), d.Sign(), text)

		again, err := exact.FromBig(d.Big(), d.Places())
		require.NoError(t, err)
		require.Equal(t, d, again, text)

		other := r.decimalText()
		otherRat, _ := new(big.Rat).SetString(other)
		require.Equal(t, rat.Cmp(otherRat), d.Cmp(decimalOf(t, other)), "%s against %s", text, other)
	}
}
