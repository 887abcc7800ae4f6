package indicator_test

import (
	"database/sql"
	"database/sql/driver"
	"encoding/json"
	"math"
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/planeval/planeval/indicator"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var (
	_ driver.Valuer = indicator.Value{}
	_ sql.Scanner   = (*indicator.Value)(nil)
)

func TestParseValue(t *testing.T) {
	tests := []struct {
		name, text string
		want       string
		places     int
		err        error
	}{
		{"places are information and are kept", "12.50", "12.50", 2, nil},
		{"an integer has no places", "1822", "1822", 0, nil},
		{"a negative number", "-0.05", "-0.05", 2, nil},
		{"minus zero is zero", "-0", "0", 0, nil},                                                 // number-10
		{"an integer that a float64 cannot hold", "9007199254740993", "9007199254740993", 0, nil}, // json-08
		{"38 digits", strings.Repeat("9", 38), strings.Repeat("9", 38), 0, nil},
		{"39 digits are too many", strings.Repeat("9", 39), "", 0, indicator.ErrNumberLong},
		{"39 places are too many", "0." + strings.Repeat("0", 39), "", 0, indicator.ErrNumberLong},
		{"thousands of digits are refused unread", strings.Repeat("9", 5000), "", 0, indicator.ErrNumberLong}, // number-04
		{"an underscore is no digit", "1_000", "", 0, indicator.ErrNumberSyntax},                              // number-07
		{"NaN is no number", "NaN", "", 0, indicator.ErrNumberSyntax},                                         // number-08
		{"infinity is no number", "+Inf", "", 0, indicator.ErrNumberSyntax},                                   // number-09
		{"a full-width stop is no point", "1．5", "", 0, indicator.ErrNumberSyntax},                            // number-15
		{"a Chinese full stop is no point", "1。5", "", 0, indicator.ErrNumberSyntax},                          // number-15
		{"spaces are not trimmed", "  12", "", 0, indicator.ErrNumberSyntax},                                  // number-17
		{"two points", "1.2.3", "", 0, indicator.ErrNumberSyntax},                                             // number-19
		{"two signs", "--1", "", 0, indicator.ErrNumberSyntax},                                                // number-20
		{"a dash is no number", "—", "", 0, indicator.ErrNumberSyntax},                                        // number-23
		{"an exponent", "1e400", "", 0, indicator.ErrNumberSyntax},                                            // json-06
		{"a thousands separator", "1,000", "", 0, indicator.ErrNumberSyntax},
		{"a per cent sign", "48.42%", "", 0, indicator.ErrNumberSyntax},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			v, err := indicator.ParseValue(test.text)
			if test.err != nil {
				assert.ErrorIs(t, err, test.err)
				assert.True(t, v.IsZero(), "an error comes with no Value")
				return
			}
			require.NoError(t, err)
			assert.False(t, v.IsZero())
			assert.Equal(t, test.want, v.String())
			assert.Equal(t, test.places, v.Places())
		})
	}
}

func TestAbsentIsNotZero(t *testing.T) {
	absent, err := indicator.ParseValue("") // number-22
	require.NoError(t, err)
	zero := indicator.IntValue(0)

	assert.True(t, absent.IsZero())
	assert.Equal(t, indicator.Value{}, absent)
	assert.False(t, zero.IsZero(), "a real 0 is there")
	assert.NotEqual(t, absent, zero)
	assert.Equal(t, "", absent.String())
	assert.Zero(t, absent.Sign())
	assert.Equal(t, indicator.NoBaseline, absent.Ratio(indicator.NoBaseline).Missing())
	assert.Equal(t, indicator.Present, zero.Ratio(indicator.NoBaseline).Missing())
}

func TestMustValue(t *testing.T) {
	assert.Equal(t, "12.50", indicator.MustValue("12.50").String())
	assert.PanicsWithValue(t, `indicator.MustValue("1e5"): not a plain decimal number such as -12.50`, func() { indicator.MustValue("1e5") })
}

func TestValueEquality(t *testing.T) {
	a, same, shorter := value("12.50"), value("12.50"), value("12.5")
	assert.True(t, a == same)
	assert.False(t, a == shorter, "== asks for the same number written the same way")
	assert.Zero(t, value("12.50").Cmp(value("12.5")), "Cmp asks for the same number")
	assert.Equal(t, -1, value("-3").Cmp(value("2")))
	assert.Equal(t, 1, value("0.1").Cmp(value("0.09999999999999999999")))
	assert.Equal(t, -1, indicator.Value{}.Cmp(value("-99")), "an absent Value comes before every number")
	assert.Equal(t, 1, value("-99").Cmp(indicator.Value{}))
	assert.Zero(t, indicator.Value{}.Cmp(indicator.Value{}))
	assert.Equal(t, map[indicator.Value]int{value("1"): 1, value("1.0"): 2}[value("1.0")], 2, "a Value can be a map key")
}

func TestValueInt(t *testing.T) {
	tests := []struct {
		v    indicator.Value
		want int
		ok   bool
	}{
		{indicator.MustValue("703"), 703, true},
		{indicator.MustValue("-1"), -1, true},
		{indicator.IntValue(0), 0, true},
		{indicator.MustValue("703.0"), 0, false}, // it has places
		{indicator.Value{}, 0, false},
		{indicator.MustValue("9223372036854775808"), 0, false},
		{indicator.IntValue(math.MaxInt), math.MaxInt, true},
		{indicator.IntValue(math.MinInt), math.MinInt, true},
	}
	for _, test := range tests {
		n, ok := test.v.Int()
		assert.Equal(t, test.ok, ok, test.v)
		assert.Equal(t, test.want, n, test.v)
	}
}

func TestValueJSON(t *testing.T) {
	type row struct {
		Kept    indicator.Value `json:"kept"`
		Omitted indicator.Value `json:"omitted,omitzero"`
	}
	marshal := func(r row) string {
		text, err := json.Marshal(r)
		require.NoError(t, err)
		return string(text)
	}
	assert.Equal(t, `{"kept":null}`, marshal(row{}), "absent is null, and omitzero drops it")
	assert.Equal(t, `{"kept":"0","omitted":"0.00"}`, marshal(row{indicator.IntValue(0), indicator.MustValue("0.00")}), "omitzero keeps a real 0")
	assert.Equal(t, `{"kept":"12.50","omitted":"-3"}`, marshal(row{indicator.MustValue("12.50"), indicator.MustValue("-3")}))

	tests := []struct{ name, text, want string }{
		{"a string", `"12.50"`, "12.50"},
		{"a number keeps its places", `12.50`, "12.50"},
		{"a number that a float64 cannot hold", `9007199254740993`, "9007199254740993"},
		{"an escaped digit", `"\u0031.50"`, "1.50"},
		{"null is absent", `null`, ""},
		{"the empty string is absent", `""`, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			v := indicator.MustValue("7") // not kept where null is read
			require.NoError(t, json.Unmarshal([]byte(test.text), &v))
			assert.Equal(t, test.want, v.String())
		})
	}
	for _, text := range []string{`1e400`, `"NaN"`, `true`, `{}`, `["1"]`, `" 1"`, `"1_000"`, `01`} {
		v := indicator.MustValue("7")
		assert.Error(t, json.Unmarshal([]byte(text), &v), text)
		assert.Equal(t, "7", v.String(), "a failed read changes nothing")
	}
	var v indicator.Value
	assert.Error(t, v.UnmarshalJSON([]byte(`"`)), "half a string, handed in directly")
}

func TestValueText(t *testing.T) {
	text, err := indicator.MustValue("12.50").MarshalText()
	require.NoError(t, err)
	assert.Equal(t, "12.50", string(text))
	text, err = json.Marshal(map[indicator.Value]int{indicator.MustValue("1.0"): 1})
	require.NoError(t, err)
	assert.Equal(t, `{"1.0":1}`, string(text), "as a JSON key")
}

func TestValueSQL(t *testing.T) {
	stored, err := indicator.MustValue("12.50").Value()
	require.NoError(t, err)
	assert.Equal(t, "12.50", stored, "a text, so that the places survive")
	stored, err = indicator.Value{}.Value()
	require.NoError(t, err)
	assert.Nil(t, stored)

	tests := []struct {
		name   string
		source any
		want   string
	}{
		{"a text", "12.50", "12.50"},
		{"bytes", []byte("12.50"), "12.50"},
		{"an integer", int64(-703), "-703"},
		{"NULL", nil, ""},
		{"an empty text", "", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			v := indicator.MustValue("7")
			require.NoError(t, v.Scan(test.source))
			assert.Equal(t, test.want, v.String())
		})
	}
	for _, source := range []any{12.5, "1e5", []byte("x"), true, time.Time{}} {
		v := indicator.MustValue("7")
		assert.Error(t, v.Scan(source), "%v", source)
		assert.Equal(t, "7", v.String(), "a failed scan changes nothing")
	}
	var v indicator.Value
	assert.EqualError(t, v.Scan(12.5), "indicator: cannot scan float64 into a Value; select the column as text")
}

func TestFromDecimal(t *testing.T) {
	huge := new(big.Int).Exp(big.NewInt(10), big.NewInt(38), nil)
	tests := []struct {
		name string
		d    decimal.Decimal
		want string // empty: ErrNumberLong
	}{
		{"places are kept", decimal.New(1250, -2), "12.50"},
		{"the zero Decimal is the number 0", decimal.Decimal{}, "0"},
		{"a negative number", decimal.New(-5, -2), "-0.05"},
		{"a positive exponent is written out", decimal.New(12, 3), "12000"},
		{"a negative number with a positive exponent", decimal.New(-12, 3), "-12000"},
		{"38 digits by a positive exponent", decimal.New(1, 37), "1" + strings.Repeat("0", 37)},
		{"39 digits by a positive exponent", decimal.New(1, 38), ""},
		{"38 digits", decimal.NewFromBigInt(new(big.Int).Sub(huge, big.NewInt(1)), -38), "0." + strings.Repeat("9", 38)},
		{"39 digits", decimal.NewFromBigInt(huge, 0), ""},
		{"39 places", decimal.New(1, -39), ""},
		{"an exponent that nobody could write out", decimal.New(1, math.MaxInt32), ""},
		{"an exponent that nobody could write out, the other way", decimal.New(1, math.MinInt32), ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			v, err := indicator.FromDecimal(test.d)
			if test.want == "" {
				assert.ErrorIs(t, err, indicator.ErrNumberLong)
				assert.True(t, v.IsZero())
				return
			}
			require.NoError(t, err)
			assert.Equal(t, test.want, v.String())
		})
	}
}

func TestValueDecimal(t *testing.T) {
	_, ok := indicator.Value{}.Decimal()
	assert.False(t, ok)
	for _, text := range []string{"0", "0.00", "12.50", "-0.05", "9223372036854775807", "-9223372036854775808", strings.Repeat("9", 38), "-0." + strings.Repeat("9", 38)} {
		v := indicator.MustValue(text)
		d, ok := v.Decimal()
		require.True(t, ok)
		assert.Equal(t, int32(-v.Places()), d.Exponent())
		assert.Equal(t, text, d.StringFixed(int32(v.Places())))
		back, err := indicator.FromDecimal(d)
		require.NoError(t, err)
		assert.Equal(t, v, back, "there and back is the same Value")
	}
}

func TestValueDoesNotAllocate(t *testing.T) {
	a, b := indicator.MustValue("48.42"), indicator.MustValue("58")
	sink := 0
	assert.Zero(t, testing.AllocsPerRun(100, func() {
		v, err := indicator.ParseValue("1374")
		if err != nil || v == a {
			panic(err)
		}
		r := indicator.NewRatio(a, b, indicator.NoTarget)
		sink += a.Cmp(b) + r.Sign() + r.Sub(r).Cmp(r.Mul(r).Add(r).Quo(r))
	}))
	_ = sink
}
