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

// quotient returns num ÷ den.
func quotient(num, den int64) exact.Fraction { return exact.FromInt(num).Quo(exact.FromInt(den)) }

func fractionOf(t testing.TB, text string) exact.Fraction {
	t.Helper()
	return exact.FromDecimal(decimalOf(t, text))
}

func TestFractionDecimal(t *testing.T) {
	const most = math.MaxInt64
	tests := []struct {
		name          string
		f             exact.Fraction
		places, shift int
		up, even, cut string
	}{
		{"below the half", quotient(1, 3), 2, 0, "0.33", "0.33", "0.33"},
		{"above the half", quotient(2, 3), 2, 0, "0.67", "0.67", "0.66"},
		{"a tie after an even digit", quotient(125, 1000), 2, 0, "0.13", "0.12", "0.12"},
		{"a tie after an odd digit", quotient(135, 1000), 2, 0, "0.14", "0.14", "0.13"},
		{"a negative tie", quotient(-125, 1000), 2, 0, "-0.13", "-0.12", "-0.12"},
		{"a tie at the integer", quotient(1, 2), 0, 0, "1", "0", "0"},
		{"a negative tie at the integer", quotient(-3, 2), 0, 0, "-2", "-2", "-1"},
		{"just below a tie, rounded once", fractionOf(t, "0.12344999999999999999"), 4, 0, "0.1234", "0.1234", "0.1234"},
		{"just above a tie", fractionOf(t, "0.12500000000000000000000000000000000001"), 2, 0, "0.13", "0.13", "0.12"},
		{"exact", quotient(229, 300), 0, 2, "76", "76", "76"},
		{"per cent", quotient(229, 300), 2, 2, "76.33", "76.33", "76.33"},
		{"a negative number that rounds to zero", quotient(-1, 1000), 2, 0, "0.00", "0.00", "0.00"},
		{"zero", exact.FromInt(0), 3, 2, "0.000", "0.000", "0.000"},
		{"negative places are none", quotient(27, 10), -5, 0, "3", "3", "2"},
		{"more than 38 places are 38", quotient(2, 3), 99, 0,
			"0.66666666666666666666666666666666666667", "0.66666666666666666666666666666666666667", "0.66666666666666666666666666666666666666"},
		{"the largest int64", exact.FromInt(most), 0, 0, "9223372036854775807", "9223372036854775807", "9223372036854775807"},
		{"the smallest int64", exact.FromInt(math.MinInt64), 0, 0, "-9223372036854775808", "-9223372036854775808", "-9223372036854775808"},
		{"the largest int64 in per cent", exact.FromInt(most), 0, 2, "922337203685477580700", "922337203685477580700", "922337203685477580700"},
		{"half a step below 64 bits", quotient(most, 2), 0, 0, "4611686018427387904", "4611686018427387904", "4611686018427387903"},
		// 3504881374004814807 ÷ 19 × 100 = 2^64 − 4/19: rounding carries past 64 bits.
		{"rounding carries past 64 bits", quotient(3504881374004814807, 19), 2, 0,
			"184467440737095516.16", "184467440737095516.16", "184467440737095516.15"},
		{"rounding carries past 63 bits", quotient(-most, 10).Sub(quotient(1, 20)), 1, 0,
			"-922337203685477580.8", "-922337203685477580.8", "-922337203685477580.7"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			for mode, want := range []string{exact.HalfUp: test.up, exact.HalfEven: test.even, exact.Truncate: test.cut} {
				got := test.f.Decimal(test.places, test.shift, exact.Mode(mode))
				assert.Equal(t, want, got.StringFixed(-got.Exponent()), "mode %d", mode)
			}
		})
	}
}

// roundReference rounds by the words of the modes: cut off the magnitude, look at what was cut.
func roundReference(r *big.Rat, places int, mode exact.Mode) *big.Int {
	scaled := new(big.Rat).Mul(new(big.Rat).Abs(r), new(big.Rat).SetInt(power10(places)))
	whole := new(big.Int).Div(scaled.Num(), scaled.Denom())
	cut := new(big.Rat).Sub(scaled, new(big.Rat).SetInt(whole))
	half := cut.Cmp(big.NewRat(1, 2))
	away := map[exact.Mode]bool{
		exact.HalfUp: half >= 0, exact.HalfEven: half > 0 || half == 0 && whole.Bit(0) == 1,
		exact.HalfDown: half > 0, exact.Ceiling: cut.Sign() > 0,
	}
	if away[mode] {
		whole.Add(whole, big.NewInt(1))
	}
	if r.Sign() < 0 {
		whole.Neg(whole)
	}
	return whole
}

func TestFractionAgreesWithRat(t *testing.T) {
	r := newRandom(2)
	for range 20_000 {
		f, x := r.fraction()
		g, y := r.fraction()
		require.Zero(t, f.Rat().Cmp(x))
		require.Equal(t, x.Sign(), f.Sign())
		require.Equal(t, x.Cmp(y), f.Cmp(g), "%s against %s", x, y)
		require.Zero(t, f.Cmp(f))
		agrees := func(name string, got exact.Fraction, want *big.Rat) {
			t.Helper()
			require.True(t, got.Valid())
			require.Zero(t, want.Cmp(got.Rat()), "%s of %s and %s", name, x, y)
		}
		agrees("sum", f.Add(g), new(big.Rat).Add(x, y))
		agrees("difference", f.Sub(g), new(big.Rat).Sub(x, y))
		agrees("product", f.Mul(g), new(big.Rat).Mul(x, y))
		agrees("negation", f.Neg(), new(big.Rat).Neg(x))
		if y.Sign() != 0 {
			agrees("quotient", f.Quo(g), new(big.Rat).Quo(x, y))
			// What was wide and fits again behaves as before.
			agrees("way there and back", f.Quo(g).Mul(g), x)
		}
		places, shift := r.IntN(39), 2*r.IntN(2)
		for _, mode := range []exact.Mode{exact.HalfUp, exact.HalfEven, exact.Truncate} {
			got := f.Decimal(places, shift, mode)
			require.Equal(t, int32(-places), got.Exponent())
			require.Equal(t, roundReference(x, places+shift, mode).String(), got.Coefficient().String(),
				"%s to %d places, shift %d, mode %d", x, places, shift, mode)
		}
	}
}

func TestFractionTiesAtEveryPlace(t *testing.T) {
	r := newRandom(3)
	for places := range 39 {
		for range 20 {
			odd := 2*int64(r.IntN(1_000_000)) - 999_999
			x := new(big.Rat).SetFrac(big.NewInt(odd), new(big.Int).Mul(big.NewInt(2), power10(places)))
			f, err := exact.ParseFraction(x.RatString())
			require.NoError(t, err)
			for _, mode := range []exact.Mode{exact.HalfUp, exact.HalfEven, exact.Truncate} {
				require.Equal(t, roundReference(x, places, mode).String(), f.Decimal(places, 0, mode).Coefficient().String())
			}
		}
	}
}

func TestParseFraction(t *testing.T) {
	for _, text := range []string{
		"0", "1", "-1", "229/300", "-229/300", "9223372036854775807/9223372036854775806", "-9223372036854775808",
		"1" + strings.Repeat("0", 199) + "/" + strings.Repeat("3", 200),
	} {
		f, err := exact.ParseFraction(text)
		require.NoError(t, err, text)
		assert.Equal(t, text, f.Rat().RatString())
	}
	for _, text := range []string{
		"", "-", "/", "1/", "/3", "-/3", "1/0", "--1", "1/-3", "1/3/5", "+1", "1.5", "1e5", "1_0", "0x10", " 1", "½",
		"010/3", "1/03", "-00", strings.Repeat("9", 16385),
	} {
		f, err := exact.ParseFraction(text)
		assert.ErrorIs(t, err, exact.ErrSyntax, text)
		assert.False(t, f.Valid(), text)
	}
}

func TestZeroFraction(t *testing.T) {
	assert.False(t, exact.Fraction{}.Valid(), "the zero Fraction is no number")
	assert.True(t, exact.FromInt(0).Valid())
	assert.Zero(t, exact.Fraction{}.Sign())
}

func TestFractionIsNotChangedByUse(t *testing.T) {
	wide := fractionOf(t, "0.00000000000000000000000000000000000001")
	want := wide.Rat().String()
	wide.Add(wide)
	wide.Neg()
	wide.Mul(wide)
	wide.Decimal(40, 2, exact.HalfUp)
	wide.Rat().SetInt64(7)
	assert.Equal(t, want, wide.Rat().String())
}

func TestFractionDoesNotAllocate(t *testing.T) {
	actual, baseline, target := fractionOf(t, "48.42"), fractionOf(t, "42.53"), fractionOf(t, "58")
	elapsed, zero := quotient(2, 5), exact.FromInt(0)
	var sink exact.Fraction
	sign := 0
	assert.Zero(t, testing.AllocsPerRun(100, func() {
		progress := actual.Sub(baseline).Quo(target.Sub(baseline))
		sink = progress.Sub(elapsed)
		sink = progress.Quo(elapsed)
		sink = baseline.Add(target.Sub(baseline).Mul(elapsed))
		sign += sink.Cmp(actual) + progress.Cmp(zero) + sink.Neg().Sign()
	}))
	text := decimalOf(t, "48.42")
	assert.Zero(t, testing.AllocsPerRun(100, func() {
		d, err := exact.Parse("1374.50")
		if err != nil {
			panic(err)
		}
		sign += d.Cmp(text)
	}))
	_, _ = sink, sign
}

func TestRoundingUpAtTheEdgeOf64Bits(t *testing.T) {
	// 3689348814741910323 ÷ 4 = 922337203685477580.75; at one place the coefficient is 2⁶³, one more than an int64 holds.
	got := exact.FromInt(3689348814741910323).Quo(exact.FromInt(4)).Decimal(1, 0, exact.HalfUp)
	require.Equal(t, "922337203685477580.8", got.String())
}

func TestWhatIsNoNumberPassesThrough(t *testing.T) {
	seven, nine := exact.Absent(7), exact.Absent(9)
	long, err := exact.Parse("12345678901234567890123456789.5")
	require.NoError(t, err)
	wide := exact.FromDecimal(long)
	for name, got := range map[string]exact.Fraction{
		"a sum":                      seven.Add(exact.FromInt(2)),
		"a sum on the other side":    exact.FromInt(2).Add(seven),
		"a difference":               seven.Sub(exact.FromInt(2)),
		"a difference from a number": exact.FromInt(2).Sub(seven),
		"a product with a wide one":  wide.Mul(seven),
		"a quotient":                 seven.Quo(exact.FromInt(0)),
		"a quotient by it":           exact.FromInt(2).Quo(seven),
		"the negative":               seven.Neg(),
		"the first of two":           seven.Mul(nine),
		"a quotient by 0":            exact.FromInt(3).QuoOr(exact.FromInt(0), 7),
		"0 by 0":                     exact.FromInt(0).QuoOr(exact.FromInt(0), 7),
	} {
		assert.False(t, got.Valid(), name)
		assert.Equal(t, uint8(7), got.Code(), name)
		assert.Zero(t, got.Sign(), name)
	}
	assert.Zero(t, exact.FromInt(3).Code(), "a number has no code")
	assert.Zero(t, exact.Fraction{}.Code())
	assert.Zero(t, seven.Cmp(nine))
	assert.Equal(t, -1, seven.Cmp(exact.FromInt(-5)), "before every number")
	assert.Equal(t, 1, exact.FromInt(-5).Cmp(seven))
	assert.Equal(t, -1, seven.Cmp(wide))
}

func TestProduct(t *testing.T) {
	assert.Zero(t, exact.Product(nil).Cmp(exact.FromInt(1)), "of nothing")
	assert.Zero(t, exact.Product([]exact.Fraction{quotient(11, 10), quotient(21, 20)}).Cmp(quotient(231, 200)))
	long, err := exact.Parse("1.0000000000000000000000000000000000001")
	require.NoError(t, err)
	wide := exact.FromDecimal(long)
	factors := []exact.Fraction{quotient(3, 2), wide, wide, quotient(2, 3)}
	assert.Zero(t, exact.Product(factors).Cmp(wide.Mul(wide)), "3/2 and 2/3 cancel")
	assert.Equal(t, uint8(7), exact.Product(append(factors, exact.Absent(7))).Code())
	assert.Equal(t, uint8(7), exact.Product([]exact.Fraction{quotient(3, 2), exact.Absent(7), wide}).Code())
}
