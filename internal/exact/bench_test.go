package exact_test

import (
	"fmt"
	"math"
	"testing"

	"github.com/planeval/planeval/internal/exact"
)

// The benchmarks take figures of at most 11 digits, as in yearbooks: 64 of each kind, so that no branch is learnt by heart.

const typical = 64

// typicalBase is a quotient of two figures, from a third to three.
func typicalBase(random random) (num, den int64) {
	den = 1_000_000 + random.Int64N(99_000_000_000)
	return den/3 + random.Int64N(den/3*8), den
}

// typicalRates is the mean growth over 1…5 years, or over the given number of them.
func typicalRates(degree int) (rates [typical]exact.Root, bases [typical]float64) {
	random := newRandom(11)
	for i := range rates {
		num, den := typicalBase(random)
		years := degree
		if years == 0 {
			years = 1 + random.IntN(5)
		}
		rates[i], bases[i] = growth(num, den, years), float64(num)/float64(den)
	}
	return rates, bases
}

var degrees = []int{0, 1, 2, 3, 4, 5, 10, 60}

func degreeName(degree int) string {
	if degree == 0 {
		return "degrees 1 to 5"
	}
	return fmt.Sprintf("degree %d", degree)
}

func BenchmarkRootRound(b *testing.B) {
	for _, degree := range degrees {
		b.Run(degreeName(degree), func(b *testing.B) {
			rates, _ := typicalRates(degree)
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				rates[i%typical].Round(6, 0, exact.HalfUp)
			}
		})
	}
}

// BenchmarkPowRound is the same in plain float64, which is sometimes wrong.
func BenchmarkPowRound(b *testing.B) {
	for _, degree := range degrees {
		b.Run(degreeName(degree), func(b *testing.B) {
			rates, bases := typicalRates(degree)
			b.ReportAllocs()
			sum := 0.0
			for i := 0; b.Loop(); i++ {
				sum += math.Round((math.Pow(bases[i%typical], 1/float64(rates[i%typical].Degree))-1)*1e6) / 1e6
			}
		})
	}
}

func BenchmarkGrowthRatioRound(b *testing.B) {
	for _, degree := range []int{2, 5, 15, 60} {
		b.Run(fmt.Sprintf("degree %d", degree), func(b *testing.B) {
			q := growthRatio(growth(104, 100, 5), growth(150, 100, degree))
			b.ReportAllocs()
			for b.Loop() {
				q.Round(12, 0, exact.HalfUp)
			}
		})
	}
}

// BenchmarkSumRootRound is a plan of five years, and the most there can be.
func BenchmarkSumRootRound(b *testing.B) {
	long := fractionOf(b, "98765432109876543210987654321098765432")
	for _, s := range []struct {
		name   string
		rate   exact.SumRoot
		places int
	}{
		{"5 terms", exact.SumRoot{Sum: quotient(59753, 10000), Terms: 5}, 4},
		{"100 terms, 38 digits, 38 places", exact.SumRoot{Sum: long, Terms: 100}, 38},
		{"100 terms, a small sum, 38 places", exact.SumRoot{Sum: exact.FromInt(1).Quo(long), Terms: 100}, 38},
		{"100 terms, 38 places of a per cent", exact.SumRoot{Sum: quotient(997, 20), Terms: 100}, 38},
	} {
		b.Run(s.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				s.rate.Round(s.places, 2, exact.HalfUp)
			}
		})
	}
}

func BenchmarkFraction(b *testing.B) {
	random := newRandom(12)
	var whole, decimals, mixed [typical + 1]exact.Fraction
	for i := range whole {
		n := 1 + random.Int64N(99_999_999)
		if i%4 == 0 {
			n = -n
		}
		whole[i], decimals[i], mixed[i] = exact.FromInt(n), quotient(n, 100), quotient(n, []int64{1, 10, 100, 1000}[random.IntN(4)])
	}
	for _, kind := range []struct {
		name    string
		numbers *[typical + 1]exact.Fraction
	}{{"whole", &whole}, {"two places", &decimals}, {"mixed places", &mixed}} {
		var sink exact.Fraction
		for _, operation := range []struct {
			name string
			of   func(f, g exact.Fraction)
		}{
			{"Add", func(f, g exact.Fraction) { sink = f.Add(g) }},
			{"Sub", func(f, g exact.Fraction) { sink = f.Sub(g) }},
			{"Mul", func(f, g exact.Fraction) { sink = f.Mul(g) }},
			{"Quo", func(f, g exact.Fraction) { sink = f.Quo(g) }},
			{"Cmp", func(f, g exact.Fraction) { f.Cmp(g) }},
			{"Round", func(f, _ exact.Fraction) { f.Round(1, 2, exact.HalfUp) }},
			{"Decimal", func(f, _ exact.Fraction) { f.Decimal(1, 2, exact.HalfUp) }},
		} {
			b.Run(operation.name+" "+kind.name, func(b *testing.B) {
				b.ReportAllocs()
				for i := 0; b.Loop(); i++ {
					operation.of(kind.numbers[i%typical], kind.numbers[i%typical+1])
				}
			})
		}
		_ = sink
	}
}
