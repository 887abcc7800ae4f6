package indicator_test

import (
	"encoding/json"
	"math"
	"testing"

	"github.com/planeval/planeval/indicator"
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
	for b.Loop() {
		m := indicator.Measure(ind, evaluationDate)
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
