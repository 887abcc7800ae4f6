package indicator_test

import (
	"encoding/json"
	"math/big"
	"testing"

	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var value = indicator.MustValue

func ratio(num, den string) indicator.Ratio {
	return indicator.NewRatio(value(num), value(den), indicator.NotComputed)
}

func TestRatioArithmetic(t *testing.T) {
	third, half := indicator.IntRatio(1, 3), indicator.IntRatio(1, 2)
	assert.Equal(t, "5/6", third.Add(half).String())
	assert.Equal(t, "-1/6", third.Sub(half).String())
	assert.Equal(t, "1/6", third.Mul(half).String())
	assert.Equal(t, "2/3", third.Quo(half).String())
	assert.Equal(t, -1, third.Cmp(half))
	assert.Equal(t, 1, half.Cmp(third))
	assert.Zero(t, indicator.IntRatio(2, 4).Cmp(half), "compared as numbers")
	assert.Equal(t, 1, half.Sign())
	assert.Equal(t, "76333/100000", value("0.76333").Ratio(indicator.NoTarget).String())
	assert.Equal(t, "229/300", ratio("1374", "1800").String(), "in lowest terms")
}

func TestMissingReasonsPropagate(t *testing.T) {
	one, gone, other := indicator.IntRatio(1, 1), indicator.Missing(indicator.NoBaseline), indicator.Missing(indicator.NoTarget)
	operations := map[string]func(r, s indicator.Ratio) indicator.Ratio{
		"Add": indicator.Ratio.Add, "Sub": indicator.Ratio.Sub, "Mul": indicator.Ratio.Mul, "Quo": indicator.Ratio.Quo,
		"RelativeGrowth": indicator.RelativeGrowth,
	}
	for name, operation := range operations {
		assert.Equal(t, indicator.NoBaseline, operation(gone, one).Missing(), name)
		assert.Equal(t, indicator.NoBaseline, operation(one, gone).Missing(), name)
		assert.Equal(t, indicator.NoBaseline, operation(gone, other).Missing(), "%s: the first reason counts", name)
		assert.Equal(t, indicator.Present, operation(one, one).Missing(), name)
	}
	assert.Equal(t, indicator.NotComputed, indicator.Ratio{}.Missing(), "the zero Ratio")
	assert.Equal(t, indicator.NotComputed, indicator.Missing(indicator.Present).Missing(), "missing without a reason")
	assert.Equal(t, indicator.NoBaseline, indicator.NewRatio(indicator.Value{}, value("1"), indicator.NoBaseline).Missing())
	assert.Equal(t, indicator.NoBaseline, indicator.NewRatio(value("1"), indicator.Value{}, indicator.NoBaseline).Missing())
	assert.Zero(t, gone.Sign())
}

func TestDivisionByZeroHasAReason(t *testing.T) {
	assert.Equal(t, indicator.ZeroDenominator, ratio("5", "0").Missing())
	assert.Equal(t, indicator.ZeroDenominator, ratio("0", "0.00").Missing())
	assert.Equal(t, indicator.ZeroDenominator, indicator.IntRatio(1, 0).Missing())
	assert.Equal(t, indicator.NotPositive, indicator.RelativeGrowth(indicator.IntRatio(1, 1), indicator.IntRatio(0, 1)).Missing())
	assert.Equal(t, indicator.NotPositive, indicator.RelativeGrowth(indicator.IntRatio(1, 1), indicator.IntRatio(-1, 1)).Missing())
	assert.Equal(t, "-3/2", indicator.RelativeGrowth(indicator.IntRatio(-1, 1), indicator.IntRatio(2, 1)).String())
}

func TestMissingComesFirst(t *testing.T) {
	number, gone := indicator.IntRatio(-99, 1), indicator.Missing(indicator.NoBaseline)
	wide := ratio("0.00000000000000000000000000000000000001", "3")
	growth := requiredGrowth("121", "100")
	for _, n := range []indicator.Number{number, wide, growth} {
		assert.Equal(t, 1, n.Cmp(gone))
	}
	assert.Equal(t, -1, gone.Cmp(number))
	assert.Equal(t, -1, gone.Cmp(wide))
	assert.Zero(t, gone.Cmp(indicator.Ratio{}))
	assert.Equal(t, -1, indicator.Root{}.Cmp(number))
	assert.Zero(t, indicator.Root{}.Cmp(gone))
}

func TestRounding(t *testing.T) {
	tests := []struct {
		name          string
		r             indicator.Ratio
		places        int
		up, even, cut string // of 100·r
	}{
		{"contracts, 305.41 of 350", ratio("305.41", "350"), 2, "87.26", "87.26", "87.26"},
		{"enterprises, 1374 of 1800", ratio("1374", "1800"), 2, "76.33", "76.33", "76.33"},
		{"a tie after an even digit", indicator.IntRatio(125, 100000), 2, "0.13", "0.12", "0.12"},
		{"a tie after an odd digit", indicator.IntRatio(135, 100000), 2, "0.14", "0.14", "0.13"},
		{"a negative tie", indicator.IntRatio(-125, 100000), 2, "-0.13", "-0.12", "-0.12"},
		{"a figure that binary floating point cannot hold", ratio("1.005", "1"), 0, "101", "100", "100"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			places := int32(test.places)
			assert.Equal(t, test.up, test.r.Percent(test.places, indicator.HalfUp).StringFixed(places))
			assert.Equal(t, test.even, test.r.Percent(test.places, indicator.HalfEven).StringFixed(places))
			assert.Equal(t, test.cut, test.r.Percent(test.places, indicator.Truncate).StringFixed(places))
		})
	}
	assert.Equal(t, "0.763333", ratio("1374", "1800").Decimal(6, indicator.HalfUp).StringFixed(6))
}

func TestMissingNumbersPrintZero(t *testing.T) {
	for _, n := range []indicator.Number{indicator.Missing(indicator.NoTarget), indicator.Root{}} {
		assert.NotEqual(t, indicator.Present, n.Missing(), "Missing says so")
		assert.True(t, n.Decimal(2, indicator.HalfUp).IsZero())
		assert.True(t, n.Percent(2, indicator.HalfUp).IsZero())
	}
}

func TestRatioRat(t *testing.T) {
	r, ok := indicator.IntRatio(2, 4).Rat()
	require.True(t, ok)
	assert.Zero(t, r.Cmp(big.NewRat(1, 2)))
	_, ok = indicator.Missing(indicator.NoTarget).Rat()
	assert.False(t, ok)
}

func TestRatioJSON(t *testing.T) {
	tests := []struct {
		name string
		r    indicator.Ratio
		want string
	}{
		{"a fraction with a rounded copy", ratio("1374", "1800"), `{"fraction":"229/300","rounded":"0.763333"}`},
		{"an integer", indicator.IntRatio(-3, 1), `{"fraction":"-3","rounded":"-3.000000"}`},
		{"a missing one has its reason", indicator.Missing(indicator.NoBaseline), `{"missing":"no-baseline"}`},
		{"the zero Ratio", indicator.Ratio{}, `{"missing":"not-computed"}`},
		{"38 digits", ratio("1", "99999999999999999999999999999999999999"), `{"fraction":"1/99999999999999999999999999999999999999","rounded":"0.000000"}`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			text, err := json.Marshal(test.r)
			require.NoError(t, err)
			assert.Equal(t, test.want, string(text))
			back := indicator.IntRatio(7, 1)
			require.NoError(t, json.Unmarshal(text, &back))
			assert.Equal(t, test.r.String(), back.String())
			assert.Equal(t, test.r.Missing(), back.Missing())
		})
	}
	for _, text := range []string{
		`{"fraction":"1/0"}`, `{"fraction":"1.5"}`, `{"fraction":"010/3"}`, `{"missing":"nonsense"}`, `3`, `{"fraction":3}`, `"1/3"`,
	} {
		r := indicator.IntRatio(7, 1)
		assert.Error(t, json.Unmarshal([]byte(text), &r), text)
		assert.Equal(t, "7", r.String(), "a failed read changes nothing")
	}
}

// requiredGrowth returns (t ÷ a)^(1 ÷ 2) − 1.
func requiredGrowth(target, actual string) indicator.Root {
	m := indicator.Measure(indicator.Indicator{
		Direction: indicator.Increase, Kind: indicator.Level,
		Series:  indicator.Series{{Period: period("2022"), Value: value(actual)}},
		Targets: []indicator.Target{{Period: period("2024"), Value: value(target)}},
	}, indicator.Period{})
	return m.RequiredGrowth()
}

func TestRoot(t *testing.T) {
	tenth := requiredGrowth("121", "100")
	assert.Zero(t, tenth.Cmp(indicator.IntRatio(1, 10)), "(121 ÷ 100)^(1 ÷ 2) − 1 is exactly 0.1")
	assert.Equal(t, "0.10000000000000000000000000000000000000", tenth.Decimal(38, indicator.Truncate).StringFixed(38))
	assert.Equal(t, 1, requiredGrowth("121.0000000000000000001", "100").Cmp(indicator.IntRatio(1, 10)))
	assert.Equal(t, -1, requiredGrowth("120.9999999999999999999", "100").Cmp(indicator.IntRatio(1, 10)))
	assert.Equal(t, "-29.29", requiredGrowth("1", "2").Percent(2, indicator.HalfUp).StringFixed(2), "√½ − 1 = −0.29289…")
	assert.Equal(t, "-29.28", requiredGrowth("1", "2").Percent(2, indicator.Truncate).StringFixed(2))

	text, err := json.Marshal([]indicator.Root{tenth, requiredGrowth("2", "1"), {}, requiredGrowth("0", "1")})
	require.NoError(t, err)
	assert.Equal(t, `[{"rounded":"0.100000"},{"rounded":"0.414214"},{"missing":"not-computed"},{"missing":"not-positive"}]`, string(text))
}

func TestARatioGivesItsPartsAndIsMadeOfARat(t *testing.T) {
	num, den, ok := indicator.MustValue("-12.50").Ratio(indicator.NoObservation).Int64()
	assert.True(t, ok)
	assert.Equal(t, [2]int64{-1250, 100}, [2]int64{num, den}, "not in lowest terms")
	_, _, ok = indicator.Missing(indicator.NoTarget).Int64()
	assert.False(t, ok)
	wide := indicator.MustValue("12345678901234567890").Ratio(indicator.NoObservation)
	_, _, ok = wide.Int64()
	assert.False(t, ok, "beyond 64 bits")

	rat := big.NewRat(6, 8)
	r := indicator.RatRatio(rat)
	rat.SetInt64(5)
	assert.Equal(t, "3/4", r.String(), "of its own, whatever becomes of the big.Rat")
	assert.Equal(t, indicator.NotComputed, indicator.RatRatio(nil).Missing())
}
