package exact

import (
	"encoding/csv"
	"fmt"
	"math/big"
	"os"
	"strconv"
	"sync"
	"testing"
	"time"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func of(num, den int64) Fraction { return Fraction{num: num, den: den} }

// rootOf is the square root, correctly rounded half up to places.
func rootOf(q Real, places int) string {
	return q.Sqrt().Decimal(places, 0, HalfUp).StringFixed(int32(places))
}

// ends are those of an enclosure.
func ends(q Real, bits uint) (low, high Fraction) {
	one, e := new(big.Int).Lsh(big.NewInt(1), bits), q.enclose(bits)
	return narrow(new(big.Rat).SetFrac(e.low, one)), narrow(new(big.Rat).SetFrac(e.high, one))
}

// TestNormalSquare has z from the tables, with more digits by mpmath 1.3.0: √2·erfinv(c) with 70 digits.
func TestNormalSquare(t *testing.T) {
	for _, c := range []struct {
		confidence Fraction
		want       string
	}{
		{of(90, 100), "1.644853626951472714863848907991632136"},
		{of(95, 100), "1.959963984540054235524594430520551528"},
		{of(99, 100), "2.575829303548900760978576748603814117"},
		{of(999_999, 1_000_000), "4.891638475698590386231122459957023621"},
		{of(1, 1_000_000), "0.000001253314137315828368081752039875"},
	} {
		assert.Equal(t, c.want, rootOf(NormalSquare(c.confidence), 36))
	}
}

// TestStudentSquare has the quantiles that every textbook prints, with more digits by mpmath 1.3.0: bisection on its
// regularised incomplete beta function I(t²/(ν+t²); 1/2, ν/2) with 60 digits.
func TestStudentSquare(t *testing.T) {
	for _, c := range []struct {
		hundredths int64
		freedom    int64
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
			q := StudentSquare(of(c.hundredths, 100), c.freedom)
			assert.Equal(t, c.want, rootOf(q, 36))
			want, _ := new(big.Rat).SetString(c.want)
			assert.Equal(t, want.FloatString(3), rootOf(q, 3))
		})
	}
}

// TestTwoDegreesOfFreedom: t² = ν·c² ÷ (1 − c²), so for 0.6 it is 9 ÷ 8.
func TestTwoDegreesOfFreedom(t *testing.T) {
	q := StudentSquare(of(6, 10), 2)
	assert.Zero(t, q.Cmp(of(9, 8)))
	low, high := ends(q, 500)
	assert.Zero(t, low.Cmp(of(9, 8)))
	assert.Zero(t, high.Cmp(of(9, 8)))
}

// TestEnclosuresCloseIn holds that the ends stand in order, get nearer with more bits, and stay inside each other.
func TestBoundsCloseIn(t *testing.T) {
	check := func(q Real, name string) {
		low, high := ends(q, 192)
		require.Positive(t, low.Sign(), name)
		for _, bits := range []uint{200, 400} {
			nearLow, nearHigh := ends(q, bits)
			assert.LessOrEqual(t, nearLow.Cmp(nearHigh), 0, name)
			assert.LessOrEqual(t, low.Cmp(nearHigh), 0, name)
			assert.LessOrEqual(t, nearLow.Cmp(high), 0, name)
			low, high = nearLow, nearHigh
		}
		gap := high.Sub(low).Quo(high)
		assert.Negative(t, gap.Cmp(FromInt(1).Quo(narrow(new(big.Rat).SetInt(pow10(80))))), name)
	}
	for _, p := range []Fraction{of(1, 100), of(1, 2), of(95, 100), of(999, 1000), of(999_999, 1_000_000)} {
		for _, freedom := range []int64{1, 2, 3, 4, 7, 18, 111, 400, 100_000, MaxFreedom} {
			check(StudentSquare(p, freedom), fmt.Sprint(p, freedom))
		}
		check(NormalSquare(p), fmt.Sprint(p))
		for _, shapes := range [][2]Fraction{{of(1, 2), of(1, 2)}, {of(3, 1), of(98, 1)}, {of(98, 1), of(3, 1)}, {of(7, 3), of(100, 7)}, {of(1, 1), of(1e10, 1)}} {
			check(BetaQuantile(p, shapes[0], shapes[1]), fmt.Sprint(p, shapes))
		}
	}
}

// TestProportionIntervals takes the intervals in testdata, which have about 20 digits.
func TestProportionIntervals(t *testing.T) {
	file, err := os.Open("testdata/proportion_intervals.csv")
	require.NoError(t, err)
	defer file.Close()
	reader := csv.NewReader(file)
	reader.Comment = '#'
	rows, err := reader.ReadAll()
	require.NoError(t, err)
	near := func(q Real, want string, row []string) {
		t.Helper()
		got := q.Decimal(25, 0, HalfUp)
		assert.True(t, got.Sub(decimal.RequireFromString(want)).Abs().LessThanOrEqual(decimal.New(1, -18)), "%v: %s", row, got)
	}
	for _, row := range rows[1:] {
		x, _ := strconv.ParseInt(row[0], 10, 64)
		n, _ := strconv.ParseInt(row[1], 10, 64)
		level, err := Parse(row[2])
		require.NoError(t, err)
		half := FromInt(1).Sub(FromDecimal(level)).Quo(FromInt(2))
		rest := FromInt(1).Sub(half)
		if row[3] == "clopper_pearson" {
			if x > 0 {
				near(BetaQuantile(half, FromInt(x), FromInt(n-x+1)), row[4], row)
			}
			if x < n {
				near(BetaQuantile(rest, FromInt(x+1), FromInt(n-x)), row[5], row)
			}
			continue
		}
		a, b := of(2*x+1, 2), of(2*(n-x)+1, 2)
		if row[3] == "jeffreys" || x > 0 {
			near(BetaQuantile(half, a, b), row[4], row)
		}
		if row[3] == "jeffreys" || x < n {
			near(BetaQuantile(rest, a, b), row[5], row)
		}
	}
	assert.Greater(t, len(rows), 90)
}

// TestPowersAreExact: I_x(a, 1) = x^a and I_x(1, b) = 1 − (1−x)^b, so the quantile can be a fraction, and a tie.
func TestPowersAreExact(t *testing.T) {
	for _, c := range []struct{ p, a, b, want Fraction }{
		{of(1, 8), of(1, 1), of(1, 1), of(1, 8)},
		{of(1, 4), of(2, 1), of(1, 1), of(1, 2)},
		{of(27, 1000), of(3, 1), of(1, 1), of(3, 10)},
		{of(3, 4), of(1, 1), of(2, 1), of(1, 2)},
		{of(1, 2), of(1, 2), of(1, 1), of(1, 4)},
	} {
		q := BetaQuantile(c.p, c.a, c.b)
		assert.Zero(t, q.Cmp(c.want))
		assert.Zero(t, q.fraction.Cmp(c.want))
	}
	eighth := BetaQuantile(of(1, 8), of(1, 1), of(1, 1))
	for mode, want := range map[Mode]string{HalfUp: "0.13", HalfEven: "0.12", Truncate: "0.12"} {
		assert.Equal(t, want, eighth.Decimal(2, 0, mode).String())
	}
}

// TestLongShapes: shapes with too many digits are taken by bounds, and change the quantile by no more than they should.
func TestLongShapes(t *testing.T) {
	tiny := FromInt(1).Quo(narrow(new(big.Rat).SetInt(pow10(600))))
	short, long := BetaQuantile(of(1, 40), of(10, 3), of(22, 7)), BetaQuantile(of(1, 40), of(10, 3).Add(tiny), of(22, 7).Sub(tiny))
	low, high := ends(long, 192)
	otherLow, otherHigh := ends(short, 400)
	assert.True(t, low.Cmp(otherHigh) <= 0 && otherLow.Cmp(high) <= 0)
	assert.Negative(t, high.Sub(low).Cmp(of(1, 1e18).Mul(of(1, 1e18)).Mul(of(1, 1e18))))
}

func TestATieIsDecided(t *testing.T) {
	calls := 0
	half := newReal(func(bits uint) enclosure { // a rounding that never settles
		calls++
		return around(new(big.Int).Lsh(big.NewInt(1), bits-1), big.NewInt(1))
	})
	got := half.Decimal(0, 0, HalfUp)
	assert.True(t, got.IsPositive())
	assert.Less(t, calls, 20)
}

func TestQuantilesCanBeShared(t *testing.T) {
	long := of(1, 3).Add(FromInt(1).Quo(narrow(new(big.Rat).SetInt(pow10(100)))))
	for _, q := range []Real{NormalSquare(of(19, 20)), StudentSquare(of(19, 20), 5), BetaQuantile(of(1, 40), of(9, 2), of(7, 2)), BetaQuantile(of(1, 40), of(2, 1), long)} {
		var group sync.WaitGroup
		for range 4 {
			group.Go(func() { q.enclose(384) })
		}
		group.Wait()
	}
}

func TestParametersBeyondTheLimits(t *testing.T) {
	half, one := of(1, 2), FromInt(1)
	none := Absent(3)
	for i, q := range []Real{{}, NormalSquare(none), NormalSquare(FromInt(0)), NormalSquare(one), NormalSquare(of(-1, 2)), NormalSquare(of(9_999_999, 10_000_000)),
		StudentSquare(half, 0), StudentSquare(half, -1), StudentSquare(half, MaxFreedom+1), StudentSquare(one, 3), StudentSquare(none, 2), StudentSquare(FromInt(0), 2),
		BetaQuantile(FromInt(0), one, one), BetaQuantile(one, one, one), BetaQuantile(none, one, one), BetaQuantile(half, none, one), BetaQuantile(half, one, none),
		BetaQuantile(half, FromInt(0), one), BetaQuantile(half, one, FromInt(-1)), BetaQuantile(half, one, FromInt(1e10+2))} {
		assert.False(t, q.Valid(), "%d", i)
		assert.True(t, q.Decimal(2, 0, Ceiling).IsZero())
		_, ok := q.Round(2, 0, Ceiling)
		assert.False(t, ok, "%d", i)
		assert.Negative(t, q.Cmp(FromInt(-1)), "%d", i)
	}
}

// TestExtremesEnd: nothing takes long, and everything is enclosed.
func TestExtremesEnd(t *testing.T) {
	start := time.Now()
	tiny := FromInt(1).Quo(narrow(new(big.Rat).SetInt(pow10(300))))
	for i, q := range []Real{NormalSquare(tiny), StudentSquare(tiny, 1), StudentSquare(tiny, MaxFreedom), StudentSquare(of(999_999, 1_000_000), 1),
		BetaQuantile(minShare, minShape, minShape), BetaQuantile(minShare, minShape, maxShape), BetaQuantile(minShare, maxShape, minShape),
		BetaQuantile(FromInt(1).Sub(minShare), minShape, maxShape), BetaQuantile(of(1, 2), minShape, minShape), BetaQuantile(minShare, of(1, 2), maxShape),
		BetaQuantile(minShare, FromInt(1), maxShape), BetaQuantile(minShare, maxShape, of(1, 2)), BetaQuantile(minShare, of(1, 100), of(1, 100)),
		BetaQuantile(FromInt(1).Sub(minShare), of(1, 100), FromInt(100)), BetaQuantile(FromInt(1).Sub(minShare), FromInt(100_000), FromInt(1000))} {
		low, high := ends(q, 192)
		assert.Positive(t, q.Cmp(FromInt(0)), "%d", i)
		assert.True(t, q.Valid() && low.Cmp(high) <= 0 && high.Sub(low).Cmp(of(1, 1e18).Mul(of(1, 1e18))) < 0, "%d", i)
	}
	assert.Less(t, time.Since(start), 20*time.Second)
}

func BenchmarkNormalSquare(b *testing.B) {
	for b.Loop() {
		NormalSquare(of(19, 20))
	}
}

func BenchmarkStudentSquare(b *testing.B) {
	for b.Loop() {
		StudentSquare(of(19, 20), 7)
	}
}

func BenchmarkBetaQuantile(b *testing.B) {
	for _, n := range []int64{100, 100_000, 1e10} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				BetaQuantile(of(1, 40), FromInt(n/3), FromInt(n-n/3+1))
			}
		})
	}
}

func BenchmarkQuantileRounded(b *testing.B) {
	q := NormalSquare(of(19, 20))
	for b.Loop() {
		q.Decimal(12, 0, HalfUp)
	}
}
