package exact

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// enclosed is f as if nobody knew that it is a fraction.
func enclosed(f Fraction) Real {
	return newReal(func(bits uint) enclosure { return inUnits(f.Rat(), int(bits)) })
}

// spanned is what lies between low and high, and never gets any closer.
func spanned(low, high Fraction) Real {
	return newReal(func(bits uint) enclosure {
		return enclosure{inUnits(low.Rat(), int(bits)).low, inUnits(high.Rat(), int(bits)).high}
	})
}

// lies requires that x is between the ends of r, and that these are no further apart than units.
func lies(t *testing.T, r Real, x Fraction, units float64, message ...any) {
	t.Helper()
	require.True(t, r.Valid(), message...)
	for _, bits := range []uint{leastBits, 2 * leastBits} {
		low, high := ends(r, bits)
		require.True(t, low.Cmp(x) <= 0 && x.Cmp(high) <= 0, message...)
		e := r.enclose(bits)
		apart, _ := new(big.Int).Sub(e.high, e.low).Float64()
		require.LessOrEqual(t, apart, units, message...)
	}
}

var modes = []Mode{HalfUp, HalfEven, Truncate, HalfDown, Ceiling}

func inAllModes(places int, decimal func(places, shift int, mode Mode) string) (texts [5]string) {
	for i, mode := range modes {
		texts[i] = decimal(places, 0, mode)
	}
	return texts
}

// rounded is r in all modes, and holds Round against Decimal.
func rounded(t *testing.T, r Real, places int) [5]string {
	t.Helper()
	texts := inAllModes(places, func(places, shift int, mode Mode) string {
		return r.Decimal(places, shift, mode).StringFixed(int32(places))
	})
	assert.Equal(t, texts, inAllModes(places, func(places, shift int, mode Mode) string {
		d, ok := r.Round(places, shift, mode)
		assert.True(t, ok)
		return d.String()
	}))
	return texts
}

func TestRealArithmeticAgainstFractions(t *testing.T) {
	random := rand.New(rand.NewPCG(13, 20231031))
	fraction := func() Fraction {
		return of(random.Int64N(2_000_001)-1_000_000, 1+random.Int64N([]int64{1, 10, 1_000_000, 1e15}[random.IntN(4)]))
	}
	size := func(r *big.Rat) float64 {
		f, _ := r.Float64()
		return max(f, -f)
	}
	for range 2000 {
		f, g := fraction(), fraction()
		x, y := f.Rat(), g.Rat()
		name := fmt.Sprint(x, " and ", y)
		sum, difference, product := new(big.Rat).Add(x, y), new(big.Rat).Sub(x, y), new(big.Rat).Mul(x, y)
		for i, pair := range [][2]Real{{enclosed(f), enclosed(g)}, {RealOf(f), enclosed(g)}, {enclosed(f), RealOf(g)}, {RealOf(f), RealOf(g)}} {
			r, s := pair[0], pair[1]
			lies(t, r.Add(s), narrow(sum), 2, name)
			lies(t, r.Sub(s), narrow(difference), 2, name)
			lies(t, r.Mul(s), narrow(product), size(x)+size(y)+3, name)
			if g.Sign() != 0 {
				quotient := new(big.Rat).Quo(x, y)
				lies(t, r.Quo(s), narrow(quotient), 1.001*(1+size(quotient))/size(y)+3, name)
			} else {
				assert.False(t, r.Quo(s).Valid(), name)
			}
			if i == 3 {
				assert.Zero(t, r.Add(s).fraction.Cmp(narrow(sum)), name)
				assert.Zero(t, r.Sub(s).fraction.Cmp(narrow(difference)), name)
				assert.Zero(t, r.Mul(s).fraction.Cmp(narrow(product)), name)
			}
		}
	}
}

func TestRealQuo(t *testing.T) {
	for _, x := range [][2]int64{{-3, -1}, {-3, 0}, {-3, 2}, {0, 0}, {0, 2}, {1, 5}} {
		for _, y := range [][2]int64{{-7, -3}, {-3, -3}, {3, 7}, {11, 11}} {
			q := spanned(FromInt(x[0]), FromInt(x[1])).Quo(spanned(FromInt(y[0]), FromInt(y[1])))
			low, high := ends(q, leastBits)
			var least, greatest Fraction
			for _, a := range x {
				for _, b := range y {
					c := FromInt(a).Quo(FromInt(b))
					if !least.Valid() || c.Cmp(least) < 0 {
						least = c
					}
					if !greatest.Valid() || c.Cmp(greatest) > 0 {
						greatest = c
					}
				}
			}
			unit := FromInt(1).Quo(narrow(new(big.Rat).SetInt(new(big.Int).Lsh(big.NewInt(1), leastBits))))
			assert.True(t, low.Cmp(least) <= 0 && least.Sub(low).Cmp(unit) < 0, "%v by %v", x, y)
			assert.True(t, high.Cmp(greatest) >= 0 && high.Sub(greatest).Cmp(unit) < 0, "%v by %v", x, y)
		}
	}
	for _, y := range [][2]int64{{-1, 1}, {0, 0}, {0, 3}, {-3, 0}} {
		assert.False(t, RealOf(of(1, 3)).Quo(spanned(FromInt(y[0]), FromInt(y[1]))).Valid(), "%v", y)
	}
	tiny := FromInt(1).Quo(narrow(new(big.Rat).SetInt(pow10(100))))
	two := RealOf(FromInt(2)).Sqrt()
	assert.Equal(t, "1."+fmt.Sprintf("%0100d", 0), two.Mul(two).Quo(RealOf(FromInt(2))).Decimal(38, 0, HalfUp).StringFixed(100))
	assert.Equal(t, 1, two.Quo(RealOf(tiny)).Cmp(FromInt(1e18)), "a fraction is told from 0, however little it is")
	assert.False(t, two.Quo(RealOf(FromInt(0))).Valid())
	assert.False(t, two.Quo(two.Sub(two)).Valid())
}

// The numbers in these tests are by mpmath 1.3.0, with 60 digits.

func TestRealSqrt(t *testing.T) {
	assert.Equal(t, "1.414213562373095048801688724210", RealOf(FromInt(2)).Sqrt().Decimal(30, 0, HalfUp).StringFixed(30))
	assert.Equal(t, "1.414213562373095048801688724210", enclosed(FromInt(2)).Sqrt().Decimal(30, 0, HalfUp).StringFixed(30))
	for _, c := range [][2]Fraction{{of(0, 1), of(0, 1)}, {of(1, 1), of(1, 1)}, {of(9, 4), of(3, 2)}, {of(50, 72), of(5, 6)}, {of(1, 400), of(1, 20)},
		{narrow(new(big.Rat).SetInt(pow10(80))), narrow(new(big.Rat).SetInt(pow10(40)))}} {
		root := RealOf(c[0]).Sqrt()
		assert.Zero(t, root.Cmp(c[1]))
		assert.True(t, root.fraction.Valid())
		lies(t, enclosed(c[0]).Sqrt(), c[1], 0x1p98)
	}
	assert.Equal(t, [5]string{"0.1", "0.0", "0.0", "0.0", "0.1"}, rounded(t, RealOf(of(1, 400)).Sqrt(), 1), "a tie")
	tiny := FromInt(1).Quo(narrow(new(big.Rat).SetInt(pow10(60))))
	assert.Equal(t, "0.00000000000000000000000000000141421356", RealOf(tiny.Mul(FromInt(2))).Sqrt().Decimal(38, 0, HalfUp).StringFixed(38))
	assert.False(t, RealOf(FromInt(-1)).Sqrt().Valid())
	assert.False(t, RealOf(tiny.Neg()).Sqrt().Valid())
	assert.False(t, enclosed(FromInt(-1)).Sqrt().Valid())
	two := RealOf(FromInt(2)).Sqrt()
	assert.Equal(t, "0.00", two.Sub(two).Sqrt().Decimal(2, 0, HalfUp).StringFixed(2), "what may be 0 has a root")
}

func TestRealExp(t *testing.T) {
	for _, c := range []struct {
		x    int64
		want string
	}{
		{0, "1.000000000000000000000000000000"},
		{1, "2.718281828459045235360287471353"},
		{-1, "0.367879441171442321595523770161"},
		{64, "6235149080811616882909238708.928469744831391846235799914389"},
		{-1_000_000_000, "0.000000000000000000000000000000"},
	} {
		assert.Equal(t, c.want, RealOf(FromInt(c.x)).Exp().Decimal(30, 0, HalfUp).StringFixed(30), "%d", c.x)
		assert.Equal(t, c.want, enclosed(FromInt(c.x)).Exp().Decimal(30, 0, HalfUp).StringFixed(30), "%d", c.x)
	}
	assert.Equal(t, "1.395612425086089528628125319603", RealOf(of(1, 3)).Exp().Decimal(30, 0, HalfUp).StringFixed(30))
	assert.Equal(t, [5]string{"1.0", "1.0", "1.0", "1.0", "1.0"}, rounded(t, RealOf(FromInt(0)).Exp(), 1))
	assert.False(t, RealOf(of(64*1_000_000_000+1, 1_000_000_000)).Exp().Valid())
	assert.False(t, enclosed(FromInt(65)).Exp().Valid())
}

func TestRealSin(t *testing.T) {
	for _, c := range []struct {
		x    int64
		want string
	}{
		{0, "0.000000000000000000000000000000"},
		{1, "0.841470984807896506652502321630"},
		{-1, "-0.841470984807896506652502321630"},
		{3, "0.141120008059867222100744802808"},
		{4, "-0.756802495307928251372639094512"},
		{-4, "0.756802495307928251372639094512"},
	} {
		assert.Equal(t, c.want, RealOf(FromInt(c.x)).Sin().Decimal(30, 0, HalfUp).StringFixed(30), "%d", c.x)
		assert.Equal(t, c.want, enclosed(FromInt(c.x)).Sin().Decimal(30, 0, HalfUp).StringFixed(30), "%d", c.x)
	}
	assert.Equal(t, "0.327194696796152244173344085268", RealOf(of(1, 3)).Sin().Decimal(30, 0, HalfUp).StringFixed(30))
	assert.Equal(t, [5]string{"0.0", "0.0", "0.0", "0.0", "0.0"}, rounded(t, RealOf(FromInt(0)).Sin(), 1))
	for _, x := range []Fraction{of(4_000_000_001, 1_000_000_000), of(-4_000_000_001, 1_000_000_000), FromInt(5)} {
		assert.False(t, RealOf(x).Sin().Valid())
		assert.False(t, enclosed(x).Sin().Valid())
	}
}

func TestRealCmp(t *testing.T) {
	two := RealOf(FromInt(2)).Sqrt()
	for _, c := range []struct {
		name string
		r    Real
		f    Fraction
		want int
	}{
		{"above", two, of(1_414_213_562, 1_000_000_000), 1},
		{"below", two, of(1_414_213_563, 1_000_000_000), -1},
		{"negative, above", two.Mul(RealOf(FromInt(-1))), of(-1_414_213_563, 1_000_000_000), 1},
		{"negative, below", RealOf(FromInt(0)).Sub(two), of(-1_414_213_562, 1_000_000_000), -1},
		{"not to be told", two.Mul(two), FromInt(2), 0},
		{"to be told from what is near by", two.Mul(two), FromInt(2).Add(FromInt(1).Quo(narrow(new(big.Rat).SetInt(pow10(400))))), -1},
		{"a fraction is the same", RealOf(of(1, 20)), of(2, 40), 0},
		{"a fraction is less", RealOf(of(1, 20)), of(1, 20).Add(FromInt(1).Quo(narrow(new(big.Rat).SetInt(pow10(900))))), -1},
		{"a fraction is more", RealOf(of(1, 3)), of(1, 3).Sub(FromInt(1).Quo(narrow(new(big.Rat).SetInt(pow10(900))))), 1},
		{"a fraction that is not known to be one", enclosed(of(1, 20)), of(1, 20), 0},
	} {
		assert.Equal(t, c.want, c.r.Cmp(c.f), c.name)
	}
}

func TestRealRound(t *testing.T) {
	two := RealOf(FromInt(2)).Sqrt()
	minus := RealOf(FromInt(-1))
	half := RealOf(of(1, 2))
	for _, c := range []struct {
		name   string
		r      Real
		places int
		want   [5]string // half up, half even, truncate, half down, ceiling
	}{
		{"√2", two, 2, [5]string{"1.41", "1.41", "1.41", "1.41", "1.42"}},
		{"√2 to one half more", two, 4, [5]string{"1.4142", "1.4142", "1.4142", "1.4142", "1.4143"}},
		{"−√2", two.Mul(minus), 2, [5]string{"-1.41", "-1.41", "-1.41", "-1.41", "-1.42"}},
		{"√2 + ½", two.Add(half), 1, [5]string{"1.9", "1.9", "1.9", "1.9", "2.0"}},
		{"a fraction with a width", RealOf(of(1, 20)), 1, [5]string{"0.1", "0.0", "0.0", "0.0", "0.1"}},
		{"and below 0", RealOf(of(-1, 20)), 1, [5]string{"-0.1", "0.0", "0.0", "0.0", "-0.1"}},
		{"and after an odd digit", RealOf(of(3, 20)), 1, [5]string{"0.2", "0.2", "0.1", "0.1", "0.2"}},
		{"exact", RealOf(of(1, 5)), 1, [5]string{"0.2", "0.2", "0.2", "0.2", "0.2"}},
		{"fractions make a fraction", RealOf(of(1, 3)).Add(RealOf(of(1, 6))).Mul(RealOf(of(1, 7))).Quo(RealOf(of(10, 7))), 1,
			[5]string{"0.1", "0.0", "0.0", "0.0", "0.1"}},
		{"nothing times a root", two.Mul(RealOf(FromInt(0))).Add(RealOf(of(1, 20))), 1, [5]string{"0.1", "0.0", "0.0", "0.0", "0.1"}},
		{"two that cannot be told from a whole number", two.Mul(two), 1, [5]string{"2.0", "2.0", "2.0", "2.0", "2.1"}},
		{"nor from a tie", two.Mul(two).Quo(RealOf(FromInt(4))), 0, [5]string{"1", "1", "0", "1", "1"}},
		{"nor from a tie below 0, where the upper is the nearer to 0", two.Mul(two).Quo(RealOf(FromInt(-4))), 0, [5]string{"0", "0", "0", "0", "-1"}},
	} {
		assert.Equal(t, c.want, rounded(t, c.r, c.places), c.name)
	}
	assert.Equal(t, "141.42", two.Decimal(2, 2, HalfUp).StringFixed(2), "per cent")
	assert.Equal(t, "5", RealOf(of(1, 20)).Decimal(0, 2, HalfUp).String())
	_, ok := RealOf(FromInt(64)).Exp().Round(38, 0, HalfUp)
	assert.False(t, ok, "66 digits")
}

// TestBetweenItsEnds: what is strictly between 0 and 1 is neither, however near it comes.
func TestBetweenItsEnds(t *testing.T) {
	little, much := BetaQuantile(of(1, 2), minShape, maxShape), BetaQuantile(of(1, 2), maxShape, minShape)
	assert.Equal(t, [5]string{"0.0", "0.0", "0.0", "0.0", "0.1"}, rounded(t, little, 1))
	assert.Equal(t, [5]string{"1.0", "1.0", "0.9", "1.0", "1.0"}, rounded(t, much, 1))
	assert.Equal(t, 1, little.Cmp(FromInt(0)))
	assert.Equal(t, -1, much.Cmp(FromInt(1)))
	minus := RealOf(FromInt(0)).Sub(little)
	assert.Equal(t, [5]string{"0.0", "0.0", "0.0", "0.0", "-0.1"}, rounded(t, minus, 1))
	assert.Equal(t, -1, minus.Cmp(FromInt(0)))
	third := little.Add(RealOf(of(1, 4)))
	assert.Equal(t, [5]string{"0.3", "0.3", "0.2", "0.3", "0.3"}, rounded(t, third, 1), "a little above a tie")
	third = RealOf(of(1, 4)).Sub(little)
	assert.Equal(t, [5]string{"0.2", "0.2", "0.2", "0.2", "0.3"}, rounded(t, third, 1), "a little below a tie")
}

// TestOneThatIsAFraction: t² for one degree of freedom and ½ is 1, which nothing recognises; it must not be told from 1.
func TestOneThatIsAFraction(t *testing.T) {
	q := StudentSquare(of(1, 2), 1)
	assert.Zero(t, q.Cmp(FromInt(1)))
	assert.Equal(t, "1.00", q.Decimal(2, 0, HalfUp).StringFixed(2))
	lies(t, q, FromInt(1), 4)
	lies(t, BetaQuantile(of(1, 2), of(7, 1), of(7, 1)), of(1, 2), 4)
}

func TestRealsCanBeShared(t *testing.T) {
	r := RealOf(of(1, 3)).Sqrt().Add(NormalSquare(of(19, 20))).Exp().Quo(RealOf(FromInt(7)).Sqrt()).Mul(RealOf(of(1, 3)).Sin())
	want := r.Decimal(38, 38, HalfUp)
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			assert.True(t, want.Equal(r.Decimal(38, 38, HalfUp)))
			assert.Equal(t, 1, r.Cmp(FromInt(1)))
			assert.True(t, r.Sub(r).Add(r).Valid())
		})
	}
	group.Wait()
}

func TestNoNumberMakesNone(t *testing.T) {
	two := RealOf(FromInt(2)).Sqrt()
	for _, none := range []Real{{}, RealOf(Fraction{}), RealOf(Absent(3)), RealOf(FromInt(-1)).Sqrt()} {
		for _, other := range []Real{two, RealOf(FromInt(0)), RealOf(of(1, 3)), none} {
			for i, r := range []Real{none, none.Add(other), other.Add(none), none.Sub(other), other.Sub(none), none.Mul(other), other.Mul(none),
				none.Quo(other), other.Quo(none), none.Sqrt(), none.Exp(), none.Sin()} {
				require.False(t, r.Valid(), "%d", i)
				assert.True(t, r.Decimal(2, 0, Ceiling).IsZero())
				_, ok := r.Round(2, 0, Ceiling)
				assert.False(t, ok)
				assert.Equal(t, -1, r.Cmp(FromInt(-1)))
			}
		}
	}
}

func BenchmarkReal(b *testing.B) {
	square, n := NormalSquare(of(19, 20)), RealOf(FromInt(400))
	b.Run("interval", func(b *testing.B) { // Wilson's of 130 of 400
		for b.Loop() {
			centre := RealOf(FromInt(130)).Add(square.Mul(RealOf(of(1, 2))))
			inside := square.Mul(RealOf(of(1, 4))).Add(RealOf(FromInt(130 * 270)).Quo(n))
			width := square.Mul(inside).Sqrt()
			centre.Sub(width).Quo(n.Add(square)).Decimal(4, 0, HalfUp)
			centre.Add(width).Quo(n.Add(square)).Decimal(4, 0, HalfUp)
		}
	})
	b.Run("Exp", func(b *testing.B) {
		for b.Loop() {
			square.Exp()
		}
	})
	b.Run("Cmp", func(b *testing.B) {
		for b.Loop() {
			square.Cmp(of(384, 100))
		}
	})
}
