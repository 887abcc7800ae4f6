package indicator_test

import (
	"encoding/json"
	"sync"
	"testing"

	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func realOf(num, den int64) indicator.Real { return indicator.IntRatio(num, den).Real() }

func TestRealReasons(t *testing.T) {
	first, second := indicator.MissingReal(indicator.NoBaseline), indicator.Missing(indicator.NoTarget).Real()
	one, two := realOf(1, 1), realOf(2, 1)
	root := two.Sqrt()
	for _, c := range []struct {
		name string
		r    indicator.Real
		want indicator.Reason
	}{
		{"the zero Real", indicator.Real{}, indicator.NotComputed},
		{"no reason is one", indicator.MissingReal(indicator.Present), indicator.NotComputed},
		{"a missing Ratio", second, indicator.NoTarget},
		{"the zero Ratio", indicator.Ratio{}.Real(), indicator.NotComputed},
		{"a sum, the first", first.Add(second), indicator.NoBaseline},
		{"a sum, the second", one.Add(second), indicator.NoTarget},
		{"a difference, the first", second.Sub(first), indicator.NoTarget},
		{"a difference, the second", root.Sub(first), indicator.NoBaseline},
		{"a product, the first", first.Mul(second), indicator.NoBaseline},
		{"a product with 0", realOf(0, 1).Mul(second), indicator.NoTarget},
		{"a quotient, the first", first.Quo(second), indicator.NoBaseline},
		{"a quotient, the second", one.Quo(second), indicator.NoTarget},
		{"a missing one by 0", first.Quo(realOf(0, 1)), indicator.NoBaseline},
		{"a root", first.Sqrt(), indicator.NoBaseline},
		{"a power", first.Exp(), indicator.NoBaseline},
		{"a sine", first.Sin(), indicator.NoBaseline},
		{"by 0", root.Quo(realOf(0, 1)), indicator.ZeroDenominator},
		{"by what cannot be told from 0", one.Quo(root.Sub(root)), indicator.ZeroDenominator},
		{"by little", one.Quo(realOf(1, 1_000_000_000_000_000_000)), indicator.Present},
		{"the root of a number below 0", realOf(-1, 9).Sqrt(), indicator.NotPositive},
		{"the root of 0", realOf(0, 1).Sqrt(), indicator.Present},
		{"the root of an irrational one below 0", one.Sub(root).Sqrt(), indicator.NotPositive},
		{"a great power", realOf(65, 1).Exp(), indicator.NotDefined},
		{"the sine of a great angle", realOf(5, 1).Sin(), indicator.NotDefined},
		{"and what is made of it", realOf(5, 1).Sin().Add(first), indicator.NotDefined},
		{"all is well", one.Add(root).Sub(two).Mul(root).Quo(two).Sqrt().Exp().Sin(), indicator.Present},
	} {
		t.Run(c.name, func(t *testing.T) {
			assert.Equal(t, c.want, c.r.Missing())
			if c.want != indicator.Present {
				assert.Equal(t, c.want.String(), c.r.String())
				assert.True(t, c.r.Decimal(2, indicator.HalfUp).IsZero())
				assert.True(t, c.r.Percent(2, indicator.HalfUp).IsZero())
				_, ok := c.r.Round(2, indicator.HalfUp)
				assert.False(t, ok)
				assert.Equal(t, -1, c.r.Cmp(indicator.IntRatio(-1, 1)))
			}
		})
	}
}

func TestQuantileReasons(t *testing.T) {
	none, half, one := indicator.Missing(indicator.NoTarget), indicator.IntRatio(1, 2), indicator.IntRatio(1, 1)
	zero, other := indicator.IntRatio(0, 1), indicator.Missing(indicator.NoBaseline)
	for _, c := range []struct {
		name string
		r    indicator.Real
		want indicator.Reason
	}{
		{"z²", indicator.NormalSquare(half), indicator.Present},
		{"z² of none", indicator.NormalSquare(none), indicator.NoTarget},
		{"z² of 0", indicator.NormalSquare(zero), indicator.NotDefined},
		{"z² of 1", indicator.NormalSquare(one), indicator.NotDefined},
		{"t²", indicator.StudentSquare(half, 3), indicator.Present},
		{"t² of none", indicator.StudentSquare(none, 0), indicator.NoTarget},
		{"t² without freedom", indicator.StudentSquare(half, 0), indicator.NotDefined},
		{"t² of 1", indicator.StudentSquare(one, 2), indicator.NotDefined},
		{"beta", indicator.BetaQuantile(half, half, one), indicator.Present},
		{"beta of none", indicator.BetaQuantile(none, other, one), indicator.NoTarget},
		{"beta with a none", indicator.BetaQuantile(half, other, none), indicator.NoBaseline},
		{"beta with b none", indicator.BetaQuantile(half, one, none), indicator.NoTarget},
		{"beta of 0", indicator.BetaQuantile(zero, one, one), indicator.NotDefined},
		{"beta with a = 0", indicator.BetaQuantile(half, zero, one), indicator.NotDefined},
		{"χ²", indicator.ChiSquareTail(half, 3), indicator.Present},
		{"χ² of none", indicator.ChiSquareTail(none, 0), indicator.NoTarget},
		{"χ² below 0", indicator.ChiSquareTail(indicator.IntRatio(-1, 2), 3), indicator.NotDefined},
		{"χ² without freedom", indicator.ChiSquareTail(half, 0), indicator.NotDefined},
		{"χ² of too much freedom", indicator.ChiSquareTail(half, 10_001), indicator.NotDefined},
	} {
		assert.Equal(t, c.want, c.r.Missing(), c.name)
	}
}

func TestRealIsPrinted(t *testing.T) {
	root := realOf(2, 1).Sqrt()
	for _, c := range []struct {
		r            indicator.Real
		text, asJSON string
	}{
		{root, "1.414214", `{"rounded":"1.414214"}`},
		{realOf(-1, 4), "-0.250000", `{"rounded":"-0.250000"}`},
		{indicator.ChiSquareTail(indicator.IntRatio(0, 1), 4), "1.000000", `{"rounded":"1.000000"}`},
		{indicator.NormalSquare(indicator.IntRatio(19, 20)).Sqrt(), "1.959964", `{"rounded":"1.959964"}`},
		{realOf(-1, 1).Sqrt(), "not-positive", `{"missing":"not-positive"}`},
		{indicator.Real{}, "not-computed", `{"missing":"not-computed"}`},
	} {
		assert.Equal(t, c.text, c.r.String())
		data, err := json.Marshal(c.r)
		require.NoError(t, err)
		assert.Equal(t, c.asJSON, string(data))
	}
	assert.Equal(t, "141.42", root.Percent(2, indicator.HalfUp).String())
	v, ok := root.Round(3, indicator.HalfUp)
	assert.True(t, ok)
	assert.Equal(t, "1.414", v.String())
	_, ok = realOf(64, 1).Exp().Round(38, indicator.HalfUp)
	assert.False(t, ok)
	assert.Equal(t, 1, root.Cmp(indicator.IntRatio(7, 5)))
	assert.Equal(t, -1, root.Cmp(indicator.IntRatio(10, 7)))
	assert.Equal(t, 1, root.Cmp(indicator.Missing(indicator.NoTarget)))
	var _ indicator.Number = root
}

// TestRealsOfFractionsAreExact: a tie is one, in every mode.
func TestRealsOfFractionsAreExact(t *testing.T) {
	square := indicator.StudentSquare(indicator.IntRatio(3, 5), 2) // 9 ÷ 8
	quantile := indicator.BetaQuantile(indicator.IntRatio(27, 1000), indicator.IntRatio(3, 1), indicator.IntRatio(1, 1))
	for i, r := range []indicator.Real{realOf(1, 20), square.Sub(realOf(1, 1)).Mul(realOf(2, 5)), quantile.Quo(realOf(6, 1)), realOf(1, 400).Sqrt()} {
		assert.Zero(t, r.Cmp(indicator.IntRatio(1, 20)), "%d", i)
		for mode, want := range map[indicator.Rounding]string{indicator.HalfUp: "0.1", indicator.HalfEven: "0.0", indicator.Truncate: "0.0", indicator.HalfDown: "0.0", indicator.Ceiling: "0.1"} {
			assert.Equal(t, want, r.Decimal(1, mode).StringFixed(1), "%d, mode %d", i, mode)
		}
	}
}

func TestRealCanBeShared(t *testing.T) {
	r := indicator.NormalSquare(indicator.IntRatio(19, 20)).Add(realOf(1, 3)).Sqrt()
	want := r.Decimal(38, indicator.HalfUp)
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() { assert.True(t, want.Equal(r.Mul(r).Sqrt().Decimal(38, indicator.HalfUp))) })
	}
	group.Wait()
}
