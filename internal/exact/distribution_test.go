package exact

import (
	"math/big"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func text(e enclosure, bits, places int) (low, high string) {
	one := new(big.Int).Lsh(big.NewInt(1), uint(bits))
	return new(big.Rat).SetFrac(e.low, one).FloatString(places), new(big.Rat).SetFrac(e.high, one).FloatString(places)
}

// holds requires that e is close, and holds the decimal, which is cut off or rounded in its last place.
func holds(t *testing.T, e enclosure, bits int, want string) {
	t.Helper()
	w, ok := new(big.Rat).SetString(want)
	require.True(t, ok)
	unit := new(big.Rat).SetFrac(big.NewInt(1), pow10(30))
	off := inUnits(unit.Mul(unit, larger10(w)), bits).high
	n := inUnits(w, bits)
	require.LessOrEqual(t, e.low.Cmp(e.high), 0)
	low, high := text(e, bits, 40)
	assert.LessOrEqual(t, e.low.Cmp(new(big.Int).Add(n.high, off)), 0, "%s…%s, want %s", low, high, want)
	assert.GreaterOrEqual(t, e.high.Cmp(new(big.Int).Sub(n.low, off)), 0, "%s…%s, want %s", low, high, want)
	assert.LessOrEqual(t, new(big.Int).Sub(e.high, e.low).Cmp(off), 0, "%s…%s", low, high)
}

func larger10(r *big.Rat) *big.Rat {
	r = new(big.Rat).Abs(r)
	if one := big.NewRat(1, 1); r.Cmp(one) < 0 {
		return one
	}
	return r
}

// The numbers in these tests are by mpmath 1.3.0, with 60 digits.

func TestExponential(t *testing.T) {
	for x, want := range map[int64]string{-1: "0.367879441171442321595523770161460867", 0: "1", 1: "2.71828182845904523536028747135266249776", -1000: "0", -1_000_000_000: "0",
		20: "485165195.409790277969106830541540558684"} {
		holds(t, exponential(exactly(big.NewInt(x), 200), 200), 200, want)
	}
}

func TestLogGamma(t *testing.T) {
	for _, c := range []struct {
		z    *big.Rat
		want string
	}{
		{big.NewRat(1, 2), "0.572364942924700087071713675676529356"}, // ½·ln π
		{big.NewRat(1, 1), "0"},
		{big.NewRat(2, 1), "0"},
		{big.NewRat(1, 3), "0.9854206469277670691871740369779613917359"},
		{big.NewRat(1, 1000), "6.907178885383853682512344668076982502"},
		{big.NewRat(1e10, 1), "220258509288.810581470041923123460126556427276020"},
	} {
		holds(t, newStirling(300).logGamma(c.z), 300, c.want)
	}
}

func TestIncompleteBeta(t *testing.T) {
	for _, c := range []struct {
		a, b, x *big.Rat
		want    string
	}{
		{big.NewRat(1, 1), big.NewRat(1, 1), big.NewRat(1, 3), "0.333333333333333333333333333333333333"},
		{big.NewRat(3, 1), big.NewRat(2, 1), big.NewRat(9, 10), "0.9477"}, // 4x³ − 3x⁴
		{big.NewRat(1, 2), big.NewRat(7, 2), big.NewRat(1, 4), "0.8295293392129461778935271818150058305910"},
		{big.NewRat(10, 3), big.NewRat(22, 7), big.NewRat(5, 8), "0.7060604484841315106335866619429484846974"},
		{big.NewRat(1, 100), big.NewRat(5, 1), big.NewRat(1, 1000), "0.9527958800070772364795403902790000431777"},
		{big.NewRat(40, 1), big.NewRat(60, 1), big.NewRat(3, 10), "0.0175925084689300870071285910639067936324"},
	} {
		d := newBeta(c.a, c.b, 300)
		below, _ := d.at(inUnits(c.x, 300).low)
		holds(t, below, 300, c.want)
	}
}

// TestBetaIsSymmetricAndRises: Iₓ(a, b) and 1 − I₁₋ₓ(b, a) are the same, and Iₓ rises with x.
func TestBetaIsSymmetricAndRises(t *testing.T) {
	for _, s := range [][2]*big.Rat{{big.NewRat(1, 2), big.NewRat(1, 2)}, {big.NewRat(1, 100), big.NewRat(300, 1)}, {big.NewRat(70, 3), big.NewRat(41, 7)}, {big.NewRat(5000, 1), big.NewRat(5001, 1)}} {
		const bits = 256
		d, mirrored := newBeta(s[0], s[1], bits), newBeta(s[1], s[0], bits)
		one := d.top()
		last := exactly(new(big.Int), bits)
		for i := int64(0); i <= 64; i++ {
			x := new(big.Int).Lsh(big.NewInt(i), bits-6)
			below, _ := d.at(x)
			above, _ := mirrored.at(new(big.Int).Sub(one, x))
			above = enclosure{one, one}.minus(above)
			assert.True(t, below.low.Cmp(above.high) <= 0 && above.low.Cmp(below.high) <= 0, "%s at %d", s, i)
			assert.LessOrEqual(t, last.low.Cmp(below.high), 0, "%s at %d", s, i)
			assert.True(t, below.low.Sign() >= 0 && below.high.Cmp(one) <= 0)
			last = below
		}
	}
}
