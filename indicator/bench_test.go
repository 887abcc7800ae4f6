package indicator_test

import (
	"encoding/json"
	"math"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/planeval/planeval/indicator"
	"github.com/shopspring/decimal"
)

// One full assessment is attainment, progress, elapsed time, growth, the straight-line projection, mean growth and
// required growth rounded to six places, and the verdict of the method schedule. Every benchmark named Assess… does the
// same for the same typical indicators; those named AssessNumbers… have the numbers at hand, the others find them in the
// series first. Decimals are rounded to four places, rates to six.

// typical is an indicator in each of the forms that the ways of assessing it take.
type typical struct {
	indicator indicator.Indicator
	floats    floatIndicator
	decimals  decimalIndicator
}

// typicals are 64 indicators of yearly data with numbers of at most 11 digits and 3 places, one to five years after the
// baseline and before the target.
func typicals() []typical {
	r := rand.New(rand.NewPCG(2026, 11))
	list := make([]typical, 64)
	for i := range list {
		places := r.IntN(4)
		number := func(scale float64) indicator.Value {
			return scaled(int64(scale*math.Pow(10, float64(places))), places)
		}
		base := math.Pow(10, 1+6*r.Float64())
		elapsed, left := 1+r.IntN(5), 1+r.IntN(5)
		ind := indicator.Indicator{
			Code: "x", Name: "x", Unit: "家", Direction: indicator.Increase, Kind: indicator.Level, Baseline: indicator.Year(2020),
			Targets: []indicator.Target{{Period: indicator.Year(2020 + elapsed + left), Value: number(base * (1.3 + r.Float64()))}},
		}
		for year := range elapsed + 1 {
			growth := 1 + float64(year)*(0.02+0.1*r.Float64())
			ind.Series = append(ind.Series, indicator.Observation{Period: indicator.Year(2020 + year), Value: number(base * growth)})
		}
		list[i] = typical{ind, floatsOf(ind), decimalsOf(ind)}
	}
	return list
}

func measurements() []indicator.Measurement {
	list := typicals()
	measured := make([]indicator.Measurement, len(list))
	for i := range list {
		measured[i] = indicator.Measure(list[i].indicator, indicator.Period{})
	}
	return measured
}

// assess is one full assessment of a measurement without decimals: what is rounded is rounded to a Value.
func assess(m *indicator.Measurement, method indicator.Method) indicator.Verdict {
	if m.Attainment().Missing() != indicator.Present || m.Progress().Missing() != indicator.Present ||
		m.Elapsed().Missing() != indicator.Present || m.YearOnYear().Missing() != indicator.Present ||
		m.StraightLine().Missing() != indicator.Present {
		return indicator.NotJudged
	}
	if _, ok := m.MeanGrowth().Round(6, indicator.HalfUp); !ok {
		return indicator.NotJudged
	}
	if _, ok := m.RequiredGrowth().Round(6, indicator.HalfUp); !ok {
		return indicator.NotJudged
	}
	return indicator.Judge(method, m).Verdict
}

// BenchmarkAssess finds the numbers in the series and assesses them, the roots correctly rounded, the fractions exact.
func BenchmarkAssess(b *testing.B) {
	list, method := typicals(), indicator.Schedule(indicator.Bands{})
	b.ReportAllocs()
	var m indicator.Measurement // one for all, since judging lets it escape
	for i := 0; b.Loop(); i++ {
		m = indicator.Measure(list[i%len(list)].indicator, indicator.Period{})
		if assess(&m, method) == indicator.NotJudged {
			b.Fatal("not judged")
		}
	}
}

// BenchmarkAssessNumbers assesses numbers that are at hand.
func BenchmarkAssessNumbers(b *testing.B) {
	method, measured := indicator.Schedule(indicator.Bands{}), measurements()
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		if assess(&measured[i%len(measured)], method) == indicator.NotJudged {
			b.Fatal("not judged")
		}
	}
}

// BenchmarkAssessNumbersDecimals builds every figure as a decimal.
func BenchmarkAssessNumbersDecimals(b *testing.B) {
	method, measured := indicator.Schedule(indicator.Bands{}), measurements()
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		m := &measured[i%len(measured)]
		m.Attainment().Decimal(4, indicator.HalfUp)
		m.Progress().Decimal(4, indicator.HalfUp)
		m.Elapsed().Decimal(4, indicator.HalfUp)
		m.YearOnYear().Decimal(4, indicator.HalfUp)
		m.StraightLine().Decimal(4, indicator.HalfUp)
		m.MeanGrowth().Decimal(6, indicator.HalfUp)
		m.RequiredGrowth().Decimal(6, indicator.HalfUp)
		if indicator.Judge(method, m).Verdict == indicator.NotJudged {
			b.Fatal("not judged")
		}
	}
}

// floatIndicator is an indicator for those who do not mind: no reasons, no sources, no places.
type floatIndicator struct {
	baseline, target int
	years            []int
	values           []float64
	t                float64
}

func floatsOf(ind indicator.Indicator) floatIndicator {
	f := floatIndicator{baseline: ind.Baseline.Year(), target: ind.Targets[0].Period.Year()}
	float := func(v indicator.Value) float64 {
		d, _ := v.Decimal()
		return d.InexactFloat64()
	}
	for _, o := range ind.Series {
		f.years, f.values = append(f.years, o.Period.Year()), append(f.values, float(o.Value))
	}
	f.t = float(ind.Targets[0].Value)
	return f
}

func (f *floatIndicator) at(year int) float64 {
	for i, y := range f.years {
		if y == year {
			return f.values[i]
		}
	}
	return math.NaN()
}

type floatFigures struct {
	attainment, progress, elapsed, growth, line, mean, required float64
	judgement                                                   floatJudgement
}

// floatJudgement says as much as a Judgement: the verdict, what decided it, the threshold and the margin, or why not.
type floatJudgement struct {
	method, version, verdict, decisive string
	threshold, margin                  float64
	reason                             int
}

// floatNumbers are what an assessment is made of.
type floatNumbers struct{ a, b, p, t, k, n float64 }

func (f *floatIndicator) numbers() floatNumbers {
	last := len(f.years) - 1
	year := f.years[last]
	return floatNumbers{
		a: f.values[last], b: f.at(f.baseline), p: f.at(year - 1), t: f.t,
		k: float64(year - f.baseline), n: float64(f.target - f.baseline),
	}
}

func round(x, unit float64) float64 { return math.Round(x*unit) / unit }

//go:noinline
func (f *floatNumbers) assess() floatFigures {
	progress, elapsed := (f.a-f.b)/(f.t-f.b), f.k/f.n
	return floatFigures{
		attainment: f.a / f.t, progress: progress, elapsed: elapsed,
		growth: f.a/f.p - 1, line: f.b + (f.a-f.b)/elapsed,
		mean: round(math.Pow(f.a/f.b, 1/f.k)-1, 1e6), required: round(math.Pow(f.t/f.a, 1/(f.n-f.k))-1, 1e6),
		judgement: f.judge(progress, elapsed),
	}
}

func (f *floatNumbers) judge(progress, elapsed float64) floatJudgement {
	j := floatJudgement{method: "schedule", version: "1"}
	if f.a >= f.t {
		j.verdict, j.threshold, j.margin = "achieved", f.t, f.a-f.t
		return j
	}
	pace := progress / elapsed
	switch {
	case f.t == f.b || elapsed == 0 || math.IsNaN(pace):
		j.reason = 1
		return j
	case pace >= 1.1:
		j.verdict, j.threshold = "ahead", 1.1
	case pace >= 0.9:
		j.verdict, j.threshold = "on-course", 0.9
	case pace >= 0:
		j.verdict, j.threshold = "behind", 0.9
	default:
		j.verdict = "reversed"
	}
	j.decisive, j.margin = "pace", pace-j.threshold
	return j
}

// BenchmarkAssessFloat is BenchmarkAssess in float64: what exactness costs.
func BenchmarkAssessFloat(b *testing.B) {
	list := typicals()
	for i := 0; b.Loop(); i++ {
		numbers := list[i%len(list)].floats.numbers()
		if f := numbers.assess(); f.attainment == 0 {
			b.Fatal("no attainment")
		}
	}
}

// BenchmarkAssessNumbersFloatRounded is BenchmarkAssessNumbersDecimals in float64: it rounds the other figures too.
func BenchmarkAssessNumbersFloatRounded(b *testing.B) {
	list := typicals()
	numbers := make([]floatNumbers, len(list))
	for i := range list {
		numbers[i] = list[i].floats.numbers()
	}
	for i := 0; b.Loop(); i++ {
		f := numbers[i%len(list)].assess()
		f.attainment, f.progress, f.elapsed = round(f.attainment, 1e4), round(f.progress, 1e4), round(f.elapsed, 1e4)
		f.growth, f.line = round(f.growth, 1e4), round(f.line, 1e4)
		if f.attainment == 0 || f.progress+f.elapsed+f.growth+f.line == 0 {
			b.Fatal("no figures")
		}
	}
}

// BenchmarkAssessNumbersFloat is BenchmarkAssessNumbers in float64.
func BenchmarkAssessNumbersFloat(b *testing.B) {
	list := typicals()
	numbers := make([]floatNumbers, len(list))
	for i := range list {
		numbers[i] = list[i].floats.numbers()
	}
	for i := 0; b.Loop(); i++ {
		if f := numbers[i%len(list)].assess(); f.attainment == 0 {
			b.Fatal("no attainment")
		}
	}
}

// decimalIndicator is an indicator in decimals.
type decimalIndicator struct {
	baseline, target int
	years            []int
	values           []decimal.Decimal
	t                decimal.Decimal
}

func decimalsOf(ind indicator.Indicator) decimalIndicator {
	d := decimalIndicator{baseline: ind.Baseline.Year(), target: ind.Targets[0].Period.Year()}
	for _, o := range ind.Series {
		v, _ := o.Value.Decimal()
		d.years, d.values = append(d.years, o.Period.Year()), append(d.values, v)
	}
	d.t, _ = ind.Targets[0].Value.Decimal()
	return d
}

func (d *decimalIndicator) at(year int) decimal.Decimal {
	for i, y := range d.years {
		if y == year {
			return d.values[i]
		}
	}
	return decimal.Decimal{}
}

var (
	one      = decimal.NewFromInt(1)
	ahead    = decimal.New(11, -1)
	onCourse = decimal.New(9, -1)
)

// assess rounds each figure once; the root is the caller's, of a quotient that is rounded before.
func (d *decimalIndicator) assess(root func(decimal.Decimal, int64) decimal.Decimal) int {
	last := len(d.years) - 1
	a, year, t := d.values[last], d.years[last], d.t
	b, p := d.at(d.baseline), d.at(year-1)
	k, n := decimal.NewFromInt(int64(year-d.baseline)), decimal.NewFromInt(int64(d.target-d.baseline))
	way := t.Sub(b)
	a.DivRound(t, 4)
	a.Sub(b).DivRound(way, 4)
	k.DivRound(n, 4)
	a.Sub(p).DivRound(p, 4)
	b.Add(a.Sub(b).Mul(n).DivRound(k, 4))
	root(a.DivRound(b, 16), int64(year-d.baseline)).Sub(one).Round(6)
	root(t.DivRound(a, 16), int64(d.target-year)).Sub(one).Round(6)
	switch pace := a.Sub(b).Mul(n).DivRound(way.Mul(k), 16); {
	case a.Cmp(t) >= 0:
		return 4
	case pace.Cmp(ahead) >= 0:
		return 3
	case pace.Cmp(onCourse) >= 0:
		return 2
	case pace.Sign() >= 0:
		return 1
	}
	return 0
}

// BenchmarkAssessDecimalRoot is the assessment in decimal arithmetic with roots by integers.
func BenchmarkAssessDecimalRoot(b *testing.B) {
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

// BenchmarkAssessDecimalPow takes the roots with the decimal package's own power.
func BenchmarkAssessDecimalPow(b *testing.B) {
	benchmarkDecimal(b, func(d decimal.Decimal, n int64) decimal.Decimal {
		return d.Pow(one.Div(decimal.NewFromInt(n)))
	})
}

func benchmarkDecimal(b *testing.B, root func(decimal.Decimal, int64) decimal.Decimal) {
	list := typicals()
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		if list[i%len(list)].decimals.assess(root) == 0 {
			b.Fatal("moved away")
		}
	}
}

// BenchmarkFigures puts the working beside all figures: what the explanation costs those who ask for it.
func BenchmarkFigures(b *testing.B) {
	m := indicator.Measure(seeds()[3].indicator, evaluationDate)
	b.ReportAllocs()
	for b.Loop() {
		if len(m.Figures()) != 15 {
			b.Fatal("not fifteen figures")
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
