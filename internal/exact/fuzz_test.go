package exact_test

import (
	"math/big"
	"testing"

	"github.com/planeval/planeval/internal/exact"
	"github.com/stretchr/testify/require"
)

// FuzzParse: what is read is written back as the same number, and is within the limits.
func FuzzParse(f *testing.F) {
	for _, text := range []string{"0", "-0.0", "12.50", "007", "1e5", ".5", "99999999999999999999999999999999999999"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d, err := exact.Parse(text)
		if err != nil {
			require.Equal(t, exact.Decimal{}, d)
			return
		}
		again, err := exact.Parse(d.String())
		require.NoError(t, err)
		require.Equal(t, d, again)
		want, ok := new(big.Rat).SetString(text)
		require.True(t, ok)
		require.Zero(t, want.Cmp(exact.FromDecimal(d).Rat()))
		require.LessOrEqual(t, d.Places(), exact.MaxPlaces)
		require.LessOrEqual(t, len(new(big.Int).Abs(d.Big()).String()), exact.MaxDigits)
	})
}

// FuzzFraction: two fractions added, subtracted, multiplied, divided, compared and rounded agree with big.Rat.
func FuzzFraction(f *testing.F) {
	f.Add(int64(2), int64(3), int64(-1), int64(7), uint8(2), uint8(0))
	f.Add(int64(3504881374004814807), int64(19), int64(1), int64(1), uint8(2), uint8(0))
	f.Add(int64(-9223372036854775808), int64(1), int64(-9223372036854775808), int64(-9223372036854775808), uint8(38), uint8(1))
	f.Fuzz(func(t *testing.T, a, b, c, d int64, places, mode uint8) {
		if b == 0 || d == 0 {
			return
		}
		x, y := big.NewRat(a, b), big.NewRat(c, d)
		p, q := quotient(a, b), quotient(c, d)
		require.Zero(t, x.Cmp(p.Rat()))
		require.Equal(t, x.Cmp(y), p.Cmp(q))
		require.Zero(t, new(big.Rat).Add(x, y).Cmp(p.Add(q).Rat()))
		require.Zero(t, new(big.Rat).Sub(x, y).Cmp(p.Sub(q).Rat()))
		require.Zero(t, new(big.Rat).Mul(x, y).Cmp(p.Mul(q).Rat()))
		if c != 0 {
			require.Zero(t, new(big.Rat).Quo(x, y).Cmp(p.Quo(q).Rat()))
		}
		n, m := int(places%39), exact.Mode(mode%5)
		require.Equal(t, roundReference(x, n, m).String(), p.Decimal(n, 0, m).Coefficient().String())
		require.Equal(t, roundReference(x, n+2, m).String(), p.Decimal(n, 2, m).Coefficient().String())

		text, err := exact.ParseFraction(p.Rat().RatString())
		require.NoError(t, err)
		require.Zero(t, text.Cmp(p))
	})
}

// FuzzRoot: a root rounds to what integer powers say, and compares so.
func FuzzRoot(f *testing.F) {
	f.Add(uint32(1), uint32(1), uint32(121), uint32(100), uint8(1), uint8(2), uint8(6), uint8(0), true)
	f.Add(uint32(4253), uint32(100), uint32(5800), uint32(4253), uint8(2), uint8(5), uint8(2), uint8(1), false)
	f.Fuzz(func(t *testing.T, scaleNum, scaleDen, baseNum, baseDen uint32, pow, degree, places, mode uint8, shift bool) {
		if scaleDen == 0 || baseDen == 0 {
			return
		}
		r := exact.Root{
			Scale: quotient(int64(scaleNum), int64(scaleDen)), Base: quotient(int64(baseNum), int64(baseDen)),
			Power: int(pow % 16), Degree: int(degree % 16),
		}
		if shift {
			r.Shift = exact.FromInt(-1)
		}
		if !r.Valid() {
			return
		}
		n, m := int(places%20), exact.Mode(mode%5)
		got := r.Decimal(n, 0, m)
		checkRounded(t, r, got.Coefficient(), n, m)

		rounded, err := exact.FromBig(got.Coefficient(), n)
		if err != nil {
			return
		}
		cmp := r.Cmp(exact.FromDecimal(rounded))
		if m == exact.Truncate && got.Sign() > 0 {
			require.GreaterOrEqual(t, cmp, 0)
		}
	})
}
