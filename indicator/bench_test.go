package indicator_test

import (
	"encoding/json"
	"math"
	"math/big"
	"testing"

	"github.com/planeval/planeval/indicator"
	"github.com/shopspring/decimal"
)

// BenchmarkMeasure computes the fifteen figures of an indicator, exact and unrounded: high-tech enterprises of the seed.
func BenchmarkMeasure(b *testing.B) {
	ind := seeds()[3].indicator
	b.ReportAllocs()
	for b.Loop() {
		m := indicator.Measure(ind, evaluationDate)
		if m.Pace.Sign() <= 0 {
			b.Fatal("no pace")
		}
	}
}

// BenchmarkAssess adds the verdict of the default method.
func BenchmarkAssess(b *testing.B) {
	ind := seeds()[3].indicator
	method := indicator.Schedule(indicator.Bands{})
	b.ReportAllocs()
	var m indicator.Measurement // one for all, since judging lets it escape
	for b.Loop() {
		m = indicator.Measure(ind, evaluationDate)
		if indicator.Judge(method, &m).Verdict != indicator.Ahead {
			b.Fatal("not ahead")
		}
	}
}

// BenchmarkFigures puts the working beside the figures.
func BenchmarkFigures(b *testing.B) {
	m := indicator.Measure(seeds()[3].indicator, evaluationDate)
	b.ReportAllocs()
	for b.Loop() {
		if len(m.Figures()) != 14 {
			b.Fatal("not fourteen figures")
		}
	}
}

// BenchmarkPrint adds the rounding of all figures to two places, which is where the roots are taken.
func BenchmarkPrint(b *testing.B) {
	m := indicator.Measure(seeds()[3].indicator, evaluationDate)
	b.ReportAllocs()
	for b.Loop() {
		for _, f := range m.Figures() {
			if f.Result.Missing() == indicator.Present {
				f.Result.Percent(2, indicator.HalfUp)
			}
		}
	}
}

// BenchmarkFiguresJSON writes the working of one indicator.
func BenchmarkFiguresJSON(b *testing.B) {
	m := indicator.Measure(seeds()[3].indicator, evaluationDate)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := json.Marshal(m.Figures()); err != nil {
			b.Fatal(err)
		}
	}
}

type floatFigures struct {
	attainment, progress, elapsed, gap, pace, due, dueGeometric, yearOnYear, meanGrowth float64
	requiredGrowth, requiredStep, straightLine, constantGrowth, lastStep                float64
	verdict                                                                             int
}

//go:noinline
func measureFloat(b, p, a, t, k, n float64) floatFigures {
	f := floatFigures{attainment: a / t, progress: (a - b) / (t - b), elapsed: k / n}
	f.gap, f.pace = f.progress-f.elapsed, f.progress/f.elapsed
	f.due, f.dueGeometric = b+(t-b)*k/n, b*math.Pow(t/b, k/n)
	f.yearOnYear, f.meanGrowth = a/p-1, math.Pow(a/b, 1/k)-1
	f.requiredGrowth, f.requiredStep = math.Pow(t/a, 1/(n-k))-1, (t-a)/(n-k)
	f.straightLine, f.constantGrowth, f.lastStep = b+(a-b)*n/k, b*math.Pow(a/b, n/k), a+(a-p)*(n-k)
	switch {
	case a >= t:
		f.verdict = 4
	case f.pace >= 1.1:
		f.verdict = 3
	case f.pace >= 0.9:
		f.verdict = 2
	case f.pace >= 0:
		f.verdict = 1
	}
	return f
}

// BenchmarkFloat is the same indicator in plain float64, roots taken, without reasons for what is missing: what the
// exactness costs.
func BenchmarkFloat(b *testing.B) {
	for b.Loop() {
		if measureFloat(703, 1025, 1374, 1800, 2, 5).verdict != 3 {
			b.Fatal("not ahead")
		}
	}
}

// BenchmarkAssessment is one full assessment with its decimals built: attainment, progress, elapsed, growth and the
// projection to four places, mean and required growth correctly rounded to six, and the verdict.
func BenchmarkAssessment(b *testing.B) {
	ind := seeds()[3].indicator
	method := indicator.Schedule(indicator.Bands{})
	b.ReportAllocs()
	var m indicator.Measurement
	for b.Loop() {
		m = indicator.Measure(ind, evaluationDate)
		for _, r := range []indicator.Ratio{m.Attainment, m.Progress, m.Elapsed, m.YearOnYear, m.StraightLine} {
			r.Decimal(4, indicator.HalfUp)
		}
		if m.MeanGrowth.Decimal(6, indicator.HalfUp).CoefficientInt64() != 398027 || m.RequiredGrowth.Decimal(6, indicator.HalfUp).Sign() < 0 {
			b.Fatal("not (1374 ÷ 703)^(1 ÷ 2) − 1")
		}
		if indicator.Judge(method, &m).Verdict != indicator.Ahead {
			b.Fatal("not ahead")
		}
	}
}

// decimalAssessment is the same assessment in decimal arithmetic, with a root of the caller's.
func decimalAssessment(root func(decimal.Decimal, int64) decimal.Decimal) (mean decimal.Decimal, ahead bool) {
	base, previous, actual, target := decimal.NewFromInt(703), decimal.NewFromInt(1025), decimal.NewFromInt(1374), decimal.NewFromInt(1800)
	elapsed, total := decimal.NewFromInt(2), decimal.NewFromInt(5)
	one := decimal.NewFromInt(1)
	quotient := func(a, b decimal.Decimal) decimal.Decimal { return a.DivRound(b, 20) }
	progress, share := quotient(actual.Sub(base), target.Sub(base)), quotient(elapsed, total)
	for _, d := range []decimal.Decimal{
		quotient(actual, target), progress, share, quotient(actual, previous).Sub(one),
		base.Add(quotient(actual.Sub(base).Mul(total), elapsed)),
	} {
		d.Round(4)
	}
	mean = root(quotient(actual, base), 2).Sub(one)
	root(quotient(target, actual), 3)
	return mean.Round(6), quotient(progress, share).Cmp(decimal.New(11, -1)) >= 0
}

// BenchmarkDecimalExactRoot takes the roots with integers.
func BenchmarkDecimalExactRoot(b *testing.B) {
	root := func(d decimal.Decimal, n int64) decimal.Decimal {
		const places = 7
		x := d.Shift(places * int32(n)).BigInt()
		k := new(big.Int).Lsh(big.NewInt(1), uint(x.BitLen()/int(n)+1))
		for { // Newton's method from above
			next := new(big.Int).Exp(k, big.NewInt(n-1), nil)
			next.Quo(x, next).Add(next, new(big.Int).Mul(k, big.NewInt(n-1))).Quo(next, big.NewInt(n))
			if next.Cmp(k) >= 0 {
				return decimal.NewFromBigInt(k, -places)
			}
			k = next
		}
	}
	benchmarkDecimal(b, root)
}

// BenchmarkDecimalPow takes them with the decimal package's own power.
func BenchmarkDecimalPow(b *testing.B) {
	benchmarkDecimal(b, func(d decimal.Decimal, n int64) decimal.Decimal {
		return d.Pow(decimal.NewFromInt(1).DivRound(decimal.NewFromInt(n), 20))
	})
}

func benchmarkDecimal(b *testing.B, root func(decimal.Decimal, int64) decimal.Decimal) {
	b.ReportAllocs()
	for b.Loop() {
		if mean, ahead := decimalAssessment(root); mean.CoefficientInt64() != 398027 || !ahead {
			b.Fatalf("%s is not 0.398027", mean)
		}
	}
}
