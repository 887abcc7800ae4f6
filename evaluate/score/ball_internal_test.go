package score

import (
	"math"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The true results are reckoned with 300 bits, with the logarithm by the series of atanh and the exponential by Taylor's.
const trueBits = 300

func long(x float64) *big.Float { return new(big.Float).SetPrec(trueBits).SetFloat64(x) }
func blank() *big.Float         { return new(big.Float).SetPrec(trueBits) }

// twiceAtanh returns 2 atanh s = ln((1 + s) ÷ (1 − s)) of |s| up to ⅓.
func twiceAtanh(s *big.Float) *big.Float {
	square, power, sum := blank().Mul(s, s), blank().Set(s), blank()
	for i := int64(1); i < 200; i += 2 {
		sum.Add(sum, blank().Quo(power, blank().SetInt64(i)))
		power.Mul(power, square)
	}
	return sum.Add(sum, sum)
}

var trueLn2 = twiceAtanh(blank().Quo(long(1), long(3)))

func trueLog(x *big.Float) *big.Float {
	m := blank()
	k := x.MantExp(m) // m from ½ to 1, so (m − 1) ÷ (m + 1) from −⅓ to 0
	s := blank().Quo(blank().Sub(m, long(1)), blank().Add(m, long(1)))
	return blank().Add(blank().Mul(long(float64(k)), trueLn2), twiceAtanh(s))
}

func trueExp(x *big.Float) *big.Float {
	const halvings = 40
	small := blank().SetMantExp(x, -halvings)
	sum := long(1)
	for i := int64(24); i >= 1; i-- {
		sum.Mul(sum, small).Quo(sum, blank().SetInt64(i)).Add(sum, long(1))
	}
	for range halvings {
		sum.Mul(sum, sum)
	}
	return sum
}

// holds reports whether x is within the radius.
func (b ball) holds(x *big.Float) bool {
	off := blank().Sub(x, long(b.mid))
	return b.known() && off.Abs(off).Cmp(long(b.rad)) <= 0
}

// draw makes a ball, and numbers that it holds: its middle and both its ends.
func draw(r *rand.Rand, positive bool, exponents int) (ball, []*big.Float) {
	b := ball{mid: math.Ldexp(1+r.Float64(), r.IntN(2*exponents+1)-exponents)}
	if !positive && r.IntN(2) == 0 {
		b.mid = -b.mid
	}
	b.rad = math.Abs(b.mid) * math.Ldexp(1+r.Float64(), -3-r.IntN(52))
	return b, []*big.Float{long(b.mid), blank().Sub(long(b.mid), long(b.rad)), blank().Add(long(b.mid), long(b.rad))}
}

func TestEveryOperationOfTwoNumbersHoldsTheTrueResult(t *testing.T) {
	operations := map[string]struct {
		of   func(b, c ball) ball
		true func(x, y *big.Float) *big.Float
	}{
		"sum":        {ball.Add, func(x, y *big.Float) *big.Float { return blank().Add(x, y) }},
		"difference": {ball.Sub, func(x, y *big.Float) *big.Float { return blank().Sub(x, y) }},
		"product":    {ball.Mul, func(x, y *big.Float) *big.Float { return blank().Mul(x, y) }},
		"quotient":   {ball.Quo, func(x, y *big.Float) *big.Float { return blank().Quo(x, y) }},
		"the greater of two": {greater, func(x, y *big.Float) *big.Float {
			if x.Cmp(y) > 0 {
				return x
			}
			return y
		}},
		"the lesser of two": {lesser, func(x, y *big.Float) *big.Float {
			if x.Cmp(y) < 0 {
				return x
			}
			return y
		}},
	}
	for name, operation := range operations {
		t.Run(name, func(t *testing.T) {
			r := rand.New(rand.NewPCG(1, 2))
			for range 5000 {
				b, xs := draw(r, false, []int{2, 60, 400}[r.IntN(3)])
				c, ys := draw(r, false, []int{2, 60, 400}[r.IntN(3)])
				result := operation.of(b, c)
				for _, x := range xs {
					for _, y := range ys {
						require.True(t, result.holds(operation.true(x, y)), "%v and %v give %v", b, c, result)
					}
				}
			}
		})
	}
}

func TestEveryOperationOfOneNumberHoldsTheTrueResult(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 600 {
		b, xs := draw(r, true, []int{1, 60, 900}[r.IntN(3)])
		e, es := draw(r, false, 6) // within ±128
		power, ps := draw(r, false, 3)
		base, bases := draw(r, true, 8)
		for i, x := range xs {
			require.True(t, b.Sqrt().holds(blank().Sqrt(x)), "the root of %v", b)
			require.True(t, b.Log().holds(trueLog(x)), "the logarithm of %v", b)
			if e.rad < 1 {
				require.True(t, e.Exp().holds(trueExp(es[i])), "the exponential of %v", e)
			}
			if result := base.Pow(power); result.known() {
				require.True(t, result.holds(trueExp(blank().Mul(ps[i], trueLog(bases[i])))), "%v to the power %v", base, power)
			}
		}
	}
}

func TestTheRadiusOfNumbersThatAreGivenExactlyIsSmall(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	relative := func(b ball) float64 { return b.rad / math.Abs(b.mid) }
	for range 5000 {
		x, y := ballOf(indicator.IntRatio(1+r.Int64N(1e9), 1+r.Int64N(1e9))), ballOf(indicator.IntRatio(1+r.Int64N(1e9), 1+r.Int64N(1e9)))
		for name, result := range map[string]ball{"sum": x.Add(y), "product": x.Mul(y), "quotient": x.Quo(y), "root": x.Sqrt(), "greater": greater(x, y)} {
			require.Less(t, relative(result), 1e-14, "%s of %v and %v", name, x, y)
		}
		if math.Abs(math.Log(x.mid)) > 0.1 {
			require.Less(t, relative(x.Log()), 1e-13, "logarithm of %v", x)
		}
		require.Less(t, relative(x.Pow(ballOf(indicator.IntRatio(r.Int64N(21)-10, 10)))), 1e-13, "power of %v", x)
	}
}

func TestAFractionIsHeldByItsBall(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	for range 5000 {
		bits := uint(1 + r.IntN(62))
		num, den := r.Int64N(1<<bits)-1<<(bits-1), 1+r.Int64N(1<<bits)
		ratio := indicator.IntRatio(num, den)
		if r.IntN(2) == 0 { // beyond 64 bits
			ratio = ratio.Mul(indicator.IntRatio(1+r.Int64N(1<<62), 1+r.Int64N(1<<62)))
		}
		exact, ok := ratio.Rat()
		require.True(t, ok)
		b := ballOf(ratio)
		off := new(big.Rat).Sub(exact, new(big.Rat).SetFloat64(b.mid))
		require.LessOrEqual(t, off.Abs(off).Cmp(new(big.Rat).SetFloat64(b.rad)), 0, "%s", ratio)
		require.LessOrEqual(t, b.rad, math.Abs(b.mid)*1e-15+0x1p-999)
	}
	assert.False(t, ballOf(indicator.Missing(indicator.NoTarget)).known())
}

func TestWhatHasNoResultIsUnknown(t *testing.T) {
	zero, near, minus, one := ballOf(number(0)), ball{1e-20, 1e-19}, ballOf(number(-2)), ballOf(number(1))
	for name, result := range map[string]ball{
		"a quotient by 0":                                  one.Quo(zero),
		"a quotient of 0 by 0":                             zero.Quo(zero),
		"a quotient by a number that may be 0":             one.Quo(near),
		"the root of a number below 0":                     minus.Sqrt(),
		"the logarithm of 0":                               zero.Log(),
		"the logarithm of a number that may be 0":          near.Log(),
		"the logarithm of a number below 0":                minus.Log(),
		"a power of 0":                                     zero.Pow(one),
		"a power of a number below 0":                      minus.Pow(one),
		"the exponential of 701":                           ballOf(number(701)).Exp(),
		"the exponential of a number that is off by 1":     ball{0, 1}.Exp(),
		"a product beyond float64":                         ball{1e300, 1}.Mul(ball{1e300, 1}),
		"a sum with an unknown number":                     one.Add(one.Quo(zero)),
		"a product of 0 and an unknown number":             zero.Mul(one.Quo(zero)),
		"the root of an unknown number":                    one.Quo(zero).Sqrt(),
		"the logarithm of an unknown number":               one.Quo(zero).Log(),
		"the exponential of an unknown number":             one.Quo(zero).Exp(),
		"a quotient of an unknown number":                  one.Quo(zero).Quo(one),
		"the greater of a number and of an unknown number": greater(one, one.Quo(zero)),
	} {
		assert.False(t, result.known(), "%s: %v", name, result)
		assert.False(t, result.positive(), name)
	}
	for name, b := range map[string]ball{"0": zero, "a number that is below 0 only by its error": {-1e-20, 1e-19}} {
		root := b.Sqrt()
		end := blank().Sqrt(blank().Add(long(b.mid), long(b.rad)))
		assert.True(t, root.known() && root.holds(long(0)) && root.holds(end), "the root of %s: %v", name, root)
	}
	tiny := ballOf(number(-710)).Exp()
	assert.True(t, tiny.holds(trueExp(long(-710))), "e^-710 is within 2^-1000 of 0: %v", tiny)
}

// The places at which the argument is taken apart differently are among those that are tried.
func TestLogarithmAndExponentialAreWithinTwoToTheMinus49OfThemselves(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 10))
	bound := long(0x1p-49)
	near := func(t *testing.T, x, got float64, want *big.Float) {
		t.Helper()
		off := blank().Sub(long(got), want)
		require.LessOrEqual(t, off.Abs(off).Cmp(blank().Mul(bound, blank().Abs(want))), 0, "of %x: got %x", x, got)
	}
	edge, half := math.Sqrt2/2, math.Ln2/2
	logs, exps := []float64{2, 10, 0.1, edge, 2 * edge}, []float64{0x1p-60, -0x1p-60, 699.9, -699.9, half, -half}
	for range 1500 {
		logs = append(logs, math.Ldexp(0.5+r.Float64()/2, r.IntN(2001)-1000), // everywhere above the subnormals
			1+math.Ldexp(r.Float64()-0.5, -r.IntN(52)), edge*(1+math.Ldexp(r.Float64()-0.5, -r.IntN(52))))
		exps = append(exps, 1399*r.Float64()-699.5, math.Ldexp(r.Float64()-0.5, -r.IntN(60)),
			(float64(r.IntN(1000)-500)+0.5)*math.Ln2+math.Ldexp(r.Float64()-0.5, -r.IntN(52)))
	}
	for _, x := range logs {
		if x != 1 {
			near(t, x, logarithm(x), trueLog(long(x)))
		}
	}
	for _, x := range exps {
		near(t, x, exponential(x), trueExp(long(x)))
	}
	assert.Equal(t, 0.0, logarithm(1))
	assert.Equal(t, 1.0, exponential(0))
}

// The bits are those of a second program, in Python and without fused operations; the middles agree with mpmath.
func TestTheBitsAreTheSameOnEveryMachine(t *testing.T) {
	third, most := ballOf(indicator.IntRatio(1, 3)), ballOf(indicator.IntRatio(7, 10))
	assert.Equal(t, ball{0x1.5555555555555p-2, 0x1.555555555555ap-54}, third)
	assert.Equal(t, ball{0x1.0888888888888p+0, 0x1.088888888888ep-51}, third.Add(most))
	assert.Equal(t, ball{-0x1.7777777777777p-2, 0x1.6666666666670p-52}, third.Sub(most))
	assert.Equal(t, ball{0x1.dddddddddddddp-3, 0x1.6666666666670p-53}, third.Mul(most))
	assert.Equal(t, ball{0x1.e79e79e79e79fp-2, 0x1.6db6db6db6dc5p-52}, third.Quo(most))
	assert.Equal(t, ball{0x1.ac5eb3f7ab2f8p-1, 0x1.ac5eb3f7ab305p-52}, most.Sqrt())
	assert.Equal(t, ball{-0x1.193ea7aad030ap+0, 0x1.5c667ca02a371p-49}, third.Log())
	assert.Equal(t, ball{0x1.01c2a61268987p+1, 0x1.3888cfc31ed2dp-48}, most.Exp())
	assert.Equal(t, ball{0x1.da960f3ef58eap-2, 0x1.0d5146d164f96p-49}, third.Pow(most)) // 0.46346305677196978…

	for x, want := range map[float64]float64{
		2: 0x1.62e42fefa39efp-1, 10: 0x1.26bb1bbb55515p+1, 0.1: -0x1.26bb1bbb55515p+1, 1e300: 0x1.5963447f87fb5p+9,
		1 + 0x1p-52: 0x1p-52, 1 - 0x1p-53: -0x1p-53, 0x1.6a09e667f3bccp-1: -0x1.62e42fefa39f1p-2, 0x1.6a09e667f3bcdp+0: 0x1.62e42fefa39f0p-2,
	} {
		assert.Equal(t, want, logarithm(x), "ln %x", x)
	}
	for x, want := range map[float64]float64{
		1: 0x1.5bf0a8b14576ap+1, -1: 0x1.78b56362cef38p-2, 0.5: 0x1.a61298e1e069cp+0, 100: 0x1.3494a9b171bf5p+144,
		-699: 0x1.78694fe9f73ccp-1009, 0x1p-40: 0x1.0000000001000p+0, 0x1.62e42fefa39efp-2: 0x1.6a09e667f3bccp+0,
	} {
		assert.Equal(t, want, exponential(x), "e^%x", x)
	}
}
