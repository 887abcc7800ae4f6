package exact_test

import (
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/planeval/planeval/internal/exact"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func logOf(x, base string) exact.Log {
	return exact.Log{Scale: exact.FromInt(1), X: fraction(x), Base: fraction(base), Shift: exact.FromInt(0)}
}

func fraction(s string) exact.Fraction {
	f, err := exact.ParseFraction(s)
	if err != nil {
		panic(err)
	}
	return f
}

func TestLogDecimal(t *testing.T) {
	tests := []struct {
		name          string
		l             exact.Log
		places, shift int
		up, even, cut string
	}{
		{"ln 8 ÷ ln 2", logOf("8", "2"), 4, 0, "3.0000", "3.0000", "3.0000"},
		{"ln 4 ÷ ln 8", logOf("4", "8"), 6, 0, "0.666667", "0.666667", "0.666666"},
		{"ln 0.81 ÷ ln 0.9", logOf("81/100", "9/10"), 0, 0, "2", "2", "2"},
		{"ln 2 ÷ ln ½", logOf("2", "1/2"), 0, 0, "-1", "-1", "-1"},
		{"ln 1", logOf("1", "2"), 2, 0, "0.00", "0.00", "0.00"},
		{"a tie after an even digit: ln 2 ÷ ln 16 in tenths of 1, 0.25", logOf("2", "16"), 1, 0, "0.3", "0.2", "0.2"},
		{"a tie after an odd digit: ln 8 ÷ ln 16, 0.75", logOf("8", "16"), 1, 0, "0.8", "0.8", "0.7"},
		{"a negative tie: ln ½ ÷ ln 16, −0.25", logOf("1/2", "16"), 1, 0, "-0.3", "-0.2", "-0.2"},
		{"log₂ 10", logOf("10", "2"), 38, 0, "3.32192809488736234787031942948939017586", "3.32192809488736234787031942948939017586", "3.32192809488736234787031942948939017586"},
		{"log₁₀ 2", logOf("2", "10"), 20, 0, "0.30102999566398119521", "0.30102999566398119521", "0.30102999566398119521"},
		{"Qinghai: ln(1 − 4.87 %) ÷ ln(1 − 17 %)", logOf("9513/10000", "83/100"), 1, 2, "26.8", "26.8", "26.7"},
		{"nationally: ln(1 − 13.4 %) ÷ ln(1 − 16 %)", logOf("866/1000", "84/100"), 1, 2, "82.5", "82.5", "82.5"},
		{"the gap to three fifths, with a negative scale", exact.Log{Scale: exact.FromInt(-1), X: fraction("9513/10000"), Base: fraction("83/100"), Shift: fraction("3/5")}, 1, 2,
			"33.2", "33.2", "33.2"},
		// ln(1 + 2ε) ÷ ln(1 + ε) = 2 − ε + …
		{"both near 1", logOf("50000000000000000000000000000000000001/50000000000000000000000000000000000000", "100000000000000000000000000000000000001/100000000000000000000000000000000000000"), 38, 0,
			"1.99999999999999999999999999999999999999", "1.99999999999999999999999999999999999999", "1.99999999999999999999999999999999999999"},
		{"ln(1 + ε)² ÷ ln(1 + ε)", exact.Log{Scale: exact.FromInt(1), X: fraction("100000000000000000001/100000000000000000000").Mul(fraction("100000000000000000001/100000000000000000000")),
			Base: fraction("100000000000000000001/100000000000000000000"), Shift: exact.FromInt(0)}, 38, 0, "2." + strings.Repeat("0", 38), "2." + strings.Repeat("0", 38), "2." + strings.Repeat("0", 38)},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			require.True(t, test.l.Valid())
			for mode, want := range []string{exact.HalfUp: test.up, exact.HalfEven: test.even, exact.Truncate: test.cut} {
				assert.Equal(t, want, test.l.Decimal(test.places, test.shift, exact.Mode(mode)).StringFixed(int32(test.places)), "mode %d", mode)
			}
		})
	}
}

func TestLogValid(t *testing.T) {
	long := "1" + strings.Repeat("0", 310)
	for _, l := range []exact.Log{{}, logOf("0", "2"), logOf("-1", "2"), logOf("2", "1"), logOf("2", "7/7"), logOf("2", "0"), logOf(long, "2"),
		logOf("2", "1/"+long), {X: fraction("2"), Base: fraction("3"), Scale: exact.FromInt(1)}, {X: fraction("2"), Base: fraction("3"), Shift: exact.FromInt(1)}} {
		assert.False(t, l.Valid(), "%+v", l)
	}
}

// compareByPowers compares ln x ÷ ln base with p ÷ q by integer powers alone: x^q with base^p.
func compareByPowers(x, base *big.Rat, p, q int) int {
	raised := power(base, max(p, -p))
	if p < 0 {
		raised.Inv(raised)
	}
	order := power(x, q).Cmp(raised)
	if base.Cmp(big.NewRat(1, 1)) < 0 {
		return -order
	}
	return order
}

func TestLogCmpAgainstPowers(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 9))
	equal := 0
	for range 1500 {
		most := []int64{4, 9, 200, 1_000_000}[random.IntN(4)]
		number := func() exact.Fraction { return quotient(1+random.Int64N(most), 1+random.Int64N(most)) }
		l := exact.Log{Scale: exact.FromInt(1), X: number(), Base: number(), Shift: exact.FromInt(0)}
		if !l.Valid() {
			continue
		}
		p, q := random.IntN(9)-4, 1+random.IntN(4)
		want := compareByPowers(l.X.Rat(), l.Base.Rat(), p, q)
		require.Equal(t, want, l.Cmp(quotient(int64(p), int64(q))), "%s %s %d/%d", l.X.Rat(), l.Base.Rat(), p, q)
		if want == 0 {
			equal++
		}
		checkLog(t, l, random.IntN(2), exact.Mode(random.IntN(5)))
	}
	require.Greater(t, equal, 10)
}

// checkLog asks by integer powers whether the bare logarithm l lies where its rounding says.
func checkLog(t *testing.T, l exact.Log, places int, mode exact.Mode) {
	t.Helper()
	x, base, scale := l.X.Rat(), l.Base.Rat(), 2
	for range places {
		scale *= 10
	}
	k := int(l.Decimal(places, 0, mode).Coefficient().Int64())
	if max(k, -k) > 40 {
		return
	}
	if k < 0 { // all modes look at the magnitude
		k = -k
		x.Inv(x)
	} else if k == 0 && compareByPowers(x, base, 0, 1) < 0 {
		x.Inv(x)
	}
	require.True(t, roundsTo(mode, k%2 != 0, func(halves int64) int { return compareByPowers(x, base, 2*k+int(halves), scale) }))
}

func TestLogOfLongNumbers(t *testing.T) {
	x := "99999999999999999999999999999999999999"
	l := logOf(x+"/10000000000000000000000000000000000000", "12345678901234567890123456789012345678/"+x)
	assert.Equal(t, -1, l.Cmp(exact.FromInt(-1)))
	assert.Equal(t, "-1.10073", l.Decimal(5, 0, exact.HalfUp).String()) // as math.Log gives it
	half := exact.Log{Scale: fraction(x), X: fraction("2"), Base: fraction("4"), Shift: fraction("-" + x + "/2")}
	assert.Zero(t, half.Cmp(exact.FromInt(0)), "½ of the scale, less that")
}

// FuzzLog: a logarithm compares and rounds as integer powers say.
func FuzzLog(f *testing.F) {
	f.Add(uint32(9513), uint32(10000), uint32(83), uint32(100), int8(3), uint8(5), uint8(0))
	f.Add(uint32(81), uint32(100), uint32(9), uint32(10), int8(2), uint8(1), uint8(1))
	f.Fuzz(func(t *testing.T, num, den, baseNum, baseDen uint32, p int8, q, mode uint8) {
		if den == 0 || baseDen == 0 {
			return
		}
		l := exact.Log{Scale: exact.FromInt(1), X: quotient(int64(num), int64(den)), Base: quotient(int64(baseNum), int64(baseDen)), Shift: exact.FromInt(0)}
		if !l.Valid() {
			return
		}
		n := 1 + int(q%30)
		require.Equal(t, compareByPowers(l.X.Rat(), l.Base.Rat(), int(p), n), l.Cmp(quotient(int64(p), int64(n))))
		checkLog(t, l, int(mode%2), exact.Mode(mode%3))
	})
}

func BenchmarkLog(b *testing.B) {
	l := logOf("9513/10000", "83/100")
	for range b.N {
		l.Decimal(2, 2, exact.HalfUp)
	}
}
