package score

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/assert"
)

// ishigami is sin x + 7 sin² y + 0.1 z⁴ sin x, of x, y and z from −π to π: Ishigami and Homma, 1990.
func ishigami(x [3]float64) float64 {
	return math.Sin(x[0]) + 7*math.Pow(math.Sin(x[1]), 2) + 0.1*math.Pow(x[2], 4)*math.Sin(x[0])
}

// sampled runs the design of a sensitivity analysis on a function of three numbers.
func sampled(n int, seed uint64, f func([3]float64) float64) Indices {
	source := rand.New(rand.NewPCG(seed, 2))
	draw := func() (x [3]float64) {
		for i := range x {
			x[i] = math.Pi * (2*source.Float64() - 1)
		}
		return x
	}
	s := newSample(n, 1, 3)
	for i := range n {
		a, b := draw(), draw()
		s.set(i, 0, []float64{f(a)})
		s.set(i, 1, []float64{f(b)})
		for k := range a {
			mixed := a
			mixed[k] = b[k]
			s.set(i, 2+k, []float64{f(mixed)})
		}
	}
	return s.indices(0)
}

func estimate(r indicator.Ratio) float64 {
	x, _ := r.Rat()
	f, _ := x.Float64()
	return f
}

// The indices are those of the literature, with a = 7 and b = 0.1: the variance is a² ÷ 8 + b π⁴ ÷ 5 + b² π⁸ ÷ 18 + ½ = 13.8446, and
// of it the first explains by itself 0.3139, the second 0.4424, the third nothing; with interactions 0.5576, 0.4424, 0.2437.
func TestTheEstimatorsOnIshigamisFunction(t *testing.T) {
	found := sampled(1<<16, 1, ishigami)
	assert.InDelta(t, 13.8446, estimate(found.Variance), 0.15)
	for k, want := range [3][2]float64{{0.3139, 0.5576}, {0.4424, 0.4424}, {0, 0.2437}} {
		i := found.Factors[k]
		assert.InDelta(t, want[0], estimate(i.First), 0.015, "factor %d by itself", k)
		assert.InDelta(t, want[1], estimate(i.Total), 0.015, "factor %d with all interactions", k)
	}
}

// Of 100 analyses the true index lies within two standard errors in about 95. An error of the variance is not in them, so a
// few less will do.
func TestTheStandardErrorsCover(t *testing.T) {
	want := [3][2]float64{{0.3139, 0.5576}, {0.4424, 0.4424}, {0, 0.2437}}
	var covered [3][2]int
	for seed := range uint64(100) {
		for k, i := range sampled(1024, seed, ishigami).Factors {
			if math.Abs(estimate(i.First)-want[k][0]) <= 2*estimate(i.FirstError) {
				covered[k][0]++
			}
			if math.Abs(estimate(i.Total)-want[k][1]) <= 2*estimate(i.TotalError) {
				covered[k][1]++
			}
		}
	}
	for k := range covered {
		assert.GreaterOrEqual(t, covered[k][0], 85, "factor %d by itself", k)
		assert.GreaterOrEqual(t, covered[k][1], 85, "factor %d with all interactions", k)
	}
}

// Squares of 1, 2 and 3 halved are 0.5, 2 and 4.5: the mean is 7/3 and its standard error √(Σ off² ÷ 2 ÷ 3) = 1.16667.
func TestHalfSquares(t *testing.T) {
	mean, standard := halfSquares([]float64{1, 5, 0}, []float64{2, 3, 3})
	assert.InDelta(t, 7.0/3, mean, 1e-15)
	assert.InDelta(t, 1.166666666666667, standard, 1e-14)
}
