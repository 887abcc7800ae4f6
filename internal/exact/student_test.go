package exact

import (
	"fmt"
	"math/big"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
)

// TestStudent has the quantiles that every textbook prints, with more digits by mpmath 1.3.0: bisection on its
// regularised incomplete beta function I(t²/(ν+t²); 1/2, ν/2) with 60 digits.
func TestStudent(t *testing.T) {
	for _, c := range []struct {
		hundredths int64
		freedom    int
		want       string
	}{
		{95, 1, "12.706204736174704646021679978842087468"},
		{95, 2, "4.302652729749463852320943892621175008"},
		{95, 3, "3.182446305283709592723225425779868376"},
		{95, 4, "2.776445105197794357803104846748627564"},
		{95, 5, "2.570581835636315514696246217439633513"},
		{95, 6, "2.446911851144969971071296845547715345"},
		{95, 7, "2.364624251592785341680901473780490283"},
		{95, 8, "2.306004135204166683295120954601636980"},
		{95, 9, "2.262157162798205542607769637943216169"},
		{95, 10, "2.228138851986274748395490663201806718"},
		{95, 29, "2.045229642132704298193772221507074958"},
		{95, 30, "2.042272456301238309958042232033889102"},
		{95, 99, "1.984216951586417495104622078463329120"},
		{95, 100, "1.983971518523552286595184867990339165"},
		{95, 400, "1.965912343229463156665854798450762638"},
		{99, 1, "63.656741162871580995002423310727845103"},
		{99, 3, "5.840909309733357260681947467496643199"},
		{99, 30, "2.749995653567225332400532002378998764"},
	} {
		t.Run(fmt.Sprintf("%d with %d degrees of freedom", c.hundredths, c.freedom), func(t *testing.T) {
			confidence := Fraction{num: c.hundredths, den: 100}
			assert.Equal(t, c.want, Student(confidence, c.freedom, 36).StringFixed(36))
			want, _ := new(big.Rat).SetString(c.want)
			assert.Equal(t, want.FloatString(3), Student(confidence, c.freedom, 3).StringFixed(3))
		})
	}
}

// TestTheSquareIsEnclosed holds that the fractions stand in order, get nearer with more bits, and stay inside each other.
func TestTheSquareIsEnclosed(t *testing.T) {
	for _, freedom := range []int{1, 2, 3, 4, 7, 18, 111, MaxFreedom} {
		for _, p := range []*big.Rat{big.NewRat(1, 100), big.NewRat(1, 2), big.NewRat(95, 100), big.NewRat(999, 1000)} {
			low, high := studentSquared(p, freedom, 192)
			for _, bits := range []uint{200, 400} {
				nearLow, nearHigh := studentSquared(p, freedom, bits)
				assert.LessOrEqual(t, nearLow.Cmp(nearHigh), 0)
				assert.LessOrEqual(t, low.Cmp(nearHigh), 0, "%d %s", freedom, p)
				assert.LessOrEqual(t, nearLow.Cmp(high), 0, "%d %s", freedom, p)
				low, high = nearLow, nearHigh
			}
			gap := new(big.Rat).Sub(high, low)
			gap.Quo(gap, high)
			assert.Less(t, gap.Cmp(new(big.Rat).SetFrac(big.NewInt(1), pow10(80))), 0, "%d %s", freedom, p)
		}
	}
}

func TestATieIsDecided(t *testing.T) {
	cut := Fraction{num: 19, den: 20}
	calls := 0
	got := StudentRounded(cut, 3, func(Fraction) decimal.Decimal { // a rounding that never settles
		calls++
		return decimal.New(int64(calls), 0)
	})
	assert.True(t, got.IsPositive())
	assert.Less(t, calls, 20)
}

func BenchmarkStudent(b *testing.B) {
	for b.Loop() {
		Student(Fraction{num: 19, den: 20}, 7, 30)
	}
}
