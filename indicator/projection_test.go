package indicator_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func projection(t *testing.T, m *indicator.Measurement, way indicator.Formula) indicator.Projection {
	t.Helper()
	list := m.Projections()
	i := slices.IndexFunc(list, func(p indicator.Projection) bool { return p.Value.Formula == way })
	require.GreaterOrEqual(t, i, 0)
	return list[i]
}

func shown(f indicator.Figure) string {
	if why := f.Result.Missing(); why != indicator.Present {
		return why.String()
	}
	if f.Formula.Display() == indicator.Percent {
		return f.Result.Percent(2, indicator.HalfUp).StringFixed(2)
	}
	return f.Result.Decimal(2, indicator.HalfUp).StringFixed(2)
}

// TestProjectionsOfTheSeed has the high-tech share: 42.53 in 2020, 47.13 in 2021, 48.42 in 2022, 58 wanted in 2025.
// Straight line: 42.53 + 2.945 k ≥ 58 from k = 5.25…, 2026. Growth: (48.42/42.53)^(k/2) ≥ 58/42.53 from
// k = 2 × 0.31021 ÷ 0.12970 = 4.78…, 2025. Last step: 48.42 + 1.29 j ≥ 58 from j = 7.43, 2030.
func TestProjectionsOfTheSeed(t *testing.T) {
	m := indicator.Measure(seeds()[1].indicator, evaluationDate)
	for _, c := range []struct {
		way                          indicator.Formula
		value, attainment, shortfall string
		meets, main                  bool
		met                          string
	}{
		{indicator.FormulaStraightLine, "57.26", "98.72", "0.75", false, true, "2026"},     // 57.255; 58 − 57.255 = 0.745
		{indicator.FormulaConstantGrowth, "58.82", "101.41", "-0.82", true, false, "2025"}, // 42.53 × 1.138490…^2.5
		{indicator.FormulaLastStep, "52.29", "90.16", "5.71", false, false, "2030"},        // 48.42 + 3 × 1.29
	} {
		p := projection(t, &m, c.way)
		assert.Equal(t, c.value, shown(p.Value), c.way)
		assert.Equal(t, c.attainment, shown(p.Attainment), c.way)
		assert.Equal(t, c.shortfall, shown(p.Shortfall), c.way)
		assert.Equal(t, indicator.PointUnit, p.Shortfall.Unit)
		assert.Equal(t, c.main, p.Main, c.way)
		assert.Equal(t, indicator.Present, p.MeetsReason)
		assert.Equal(t, c.meets, p.Meets, c.way)
		assert.Equal(t, indicator.Present, p.MetReason)
		assert.Equal(t, c.met, p.Met.String(), c.way)
	}
}

func TestWhenATargetIsMet(t *testing.T) {
	const line, growth, last = indicator.FormulaStraightLine, indicator.FormulaConstantGrowth, indicator.FormulaLastStep
	months := indicator.Indicator{Code: "m", Name: "m", Direction: indicator.Increase, Kind: indicator.Level,
		Baseline: period("2022-12"), Series: indicator.Series{{Period: period("2022-12"), Value: value("100")},
			{Period: period("2023-03"), Value: value("103")}},
		Targets: []indicator.Target{{Period: period("2025"), Value: value("110")}}}
	quarters := months
	quarters.Series = indicator.Series{months.Series[0], {Period: period("2023Q1"), Value: value("103")}}
	within := yearly(indicator.Range, "70", "76", "80")
	within.Targets[0] = indicator.Target{Period: period("2025"), Low: value("80"), High: value("84")}
	narrow := yearly(indicator.Range, "70", "76", "80")
	narrow.Targets[0] = indicator.Target{Period: period("2025"), Low: value("80"), High: value("81")}
	exceed := yearly(indicator.Increase, "100", "120", "150")
	exceed.Targets[0].Qualifier = indicator.MoreThan
	about := yearly(indicator.Increase, "100", "120", "155")
	about.Targets[0].Qualifier, about.Targets[0].Tolerance = indicator.About, value("5")
	past := yearly(indicator.Increase, "100", "120", "150")
	past.Targets[0].Period = period("2021")
	for _, c := range []struct {
		name string
		ind  indicator.Indicator
		way  indicator.Formula
		want string
	}{
		{"the year in which a straight line touches the target meets it", yearly(indicator.Increase, "100", "120", "150"), line, "2025"},
		{"to pass a target takes one year more than to reach it", exceed, line, "2026"},
		{"a tolerance brings it nearer", about, line, "2025"},
		{"a target may be met after its period", yearly(indicator.Increase, "100", "120", "199"), line, "2030"},
		{"constant growth reaches its exact power", yearly(indicator.Increase, "100", "121", "161.051"), growth, "2025"},
		{"and a hair more a year later", yearly(indicator.Increase, "100", "121", "161.0510001"), growth, "2026"},
		{"a straight line falls to zero", yearly(indicator.Decrease, "100", "80", "0"), line, "2030"},
		{"constant growth never falls to zero", yearly(indicator.Decrease, "100", "80", "0"), growth, "never-met"},
		{"it falls to half", yearly(indicator.Decrease, "100", "81", "65.61"), growth, "2024"},
		{"the wrong way never meets a target", yearly(indicator.Increase, "100", "90", "150"), line, "never-met"},
		{"by growth either", yearly(indicator.Increase, "100", "90", "150"), growth, "never-met"},
		{"no change never meets it", yearly(indicator.Increase, "100", "100", "150"), line, "never-met"},
		{"a met target is met already", yearly(indicator.Increase, "100", "150", "150"), line, "already-met"},
		{"the last year looked at is a hundred after the actual", yearly(indicator.Increase, "100", "102", "202"), line, "2122"},
		{"and no further", yearly(indicator.Increase, "100", "102", "202.1"), line, "beyond-horizon"},
		{"without a previous year there is no last step", yearly(indicator.Increase, "100", "102", "202"), last, "no-previous"},
		{"without a baseline there is no straight line", yearly(indicator.Increase, "", "102", "202"), line, "no-baseline"},
		{"without an observation there is nothing", yearly(indicator.Increase, "", "", "202"), line, "no-observation"},
		{"without a target there is nothing to meet", yearly(indicator.Increase, "100", "102", ""), line, "no-target"},
		{"growth from zero is none", yearly(indicator.Increase, "0", "102", "202"), growth, "not-positive"},
		{"a straight line may start below zero", yearly(indicator.Increase, "-10", "-6", "0"), line, "2025"},
		{"a target in the past is not projected to", past, line, "after-target"},
		{"a baseline equal to the target, and lost since", yearly(indicator.Increase, "100", "90", "100"), line, "never-met"},
		{"months are counted in months", months, line, "2023-10"},
		{"quarters in quarters", quarters, line, "2023Q4"},
		{"a range is met inside", within, line, "2024"},
		{"one that is stepped over is not", narrow, line, "never-met"},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := indicator.Measure(c.ind, indicator.Period{})
			p := projection(t, &m, c.way)
			got := p.MetReason.String() + p.Met.String()
			assert.Equal(t, c.want, got)
		})
	}
}

func TestAProjectionIsHeldAgainstTheTarget(t *testing.T) {
	ranged := func(baseline, actual, low, high string) indicator.Indicator {
		ind := yearly(indicator.Range, baseline, actual, "1")
		ind.Targets[0] = indicator.Target{Period: period("2025"), Low: value(low), High: value(high)}
		return ind
	}
	for _, c := range []struct {
		name                         string
		ind                          indicator.Indicator
		way                          indicator.Formula
		value, attainment, shortfall string
		meets                        bool
	}{
		{"what should rise and passes has a negative shortfall", yearly(indicator.Increase, "100", "120", "125"),
			indicator.FormulaStraightLine, "150.00", "120.00", "-25.00", true},
		{"what should fall is measured the other way round", yearly(indicator.Decrease, "100", "80", "40"),
			indicator.FormulaStraightLine, "50.00", "80.00", "10.00", false},
		{"by growth too", yearly(indicator.Decrease, "100", "81", "50"), // 100 × 0.9⁵ = 59.049
			indicator.FormulaConstantGrowth, "59.05", "84.68", "9.05", false},
		{"inside a range nothing is missing", ranged("70", "74", "78", "90"), // to the nearer bound 80 − 78
			indicator.FormulaStraightLine, "80.00", "100.00", "-2.00", true},
		{"below it the low bound counts", ranged("70", "74", "100", "120"), indicator.FormulaStraightLine, "80.00", "80.00", "20.00", false},
		{"above it the high bound", ranged("70", "74", "60", "64"), indicator.FormulaStraightLine, "80.00", "80.00", "16.00", false},
		{"a target of zero has no ratio", yearly(indicator.Increase, "-10", "-6", "0"),
			indicator.FormulaStraightLine, "0.00", "zero-denominator", "0.00", true},
		{"growth falling to zero keeps its distance", yearly(indicator.Decrease, "100", "81", "0"),
			indicator.FormulaConstantGrowth, "59.05", "0.00", "59.05", false},
		{"below zero there is no ratio", yearly(indicator.Increase, "10", "2", "5"),
			indicator.FormulaStraightLine, "-10.00", "not-positive", "15.00", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := indicator.Measure(c.ind, indicator.Period{})
			p := projection(t, &m, c.way)
			assert.Equal(t, []string{c.value, c.attainment, c.shortfall}, []string{shown(p.Value), shown(p.Attainment), shown(p.Shortfall)})
			assert.Equal(t, c.meets, p.Meets)
		})
	}
	var none indicator.Measurement
	assert.Empty(t, none.Projections(), "the zero Measurement")
}

// TestTheUnitDoesNotMatter holds that counting in 元 instead of 万元 leaves every projection's attainment and time as
// they are.
func TestTheUnitDoesNotMatter(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 9))
	for range 300 {
		var large, small indicator.Indicator
		numbers := func(places string) func(int) indicator.Value {
			return func(n int) indicator.Value { return value(fmt.Sprint(n) + places) }
		}
		in := []int{random.IntN(900) - 50, random.IntN(900) + 1, random.IntN(900) + 1, random.IntN(900) + 1, random.IntN(1500) + 1}
		direction := []indicator.Direction{indicator.Increase, indicator.Decrease}[random.IntN(2)]
		for i, ind := range []*indicator.Indicator{&large, &small} {
			number := numbers([]string{"", "0000"}[i])
			*ind = yearly(direction, "", "", "")
			for k, n := range in[:4] {
				ind.Series = append(ind.Series, indicator.Observation{Period: indicator.Year(2020 + k), Value: number(n)})
			}
			ind.Targets = []indicator.Target{{Period: period("2025"), Value: number(in[4])}}
		}
		m, n := indicator.Measure(large, indicator.Period{}), indicator.Measure(small, indicator.Period{})
		for i, p := range m.Projections() {
			q := n.Projections()[i]
			require.Equal(t, fmt.Sprint(p.Attainment.Result), fmt.Sprint(q.Attainment.Result), "%v", in)
			require.Equal(t, p.Met, q.Met, "%v %s", in, p.Value.Formula)
			require.Equal(t, p.MetReason, q.MetReason, "%v", in)
			require.Equal(t, p.Meets, q.Meets, "%v", in)
		}
	}
}

func ExampleMeasurement_Projections() {
	share := indicator.Indicator{
		Code: "high-tech", Name: "高新技术产业产值占比", Unit: "%", Direction: indicator.Increase, Kind: indicator.Level,
		Baseline: indicator.Year(2020),
		Series: indicator.Series{
			{Period: indicator.Year(2020), Value: indicator.MustValue("42.53")},
			{Period: indicator.Year(2021), Value: indicator.MustValue("47.13")},
			{Period: indicator.Year(2022), Value: indicator.MustValue("48.42")},
		},
		Targets: []indicator.Target{{Period: indicator.Year(2025), Value: indicator.MustValue("58")}},
	}
	m := indicator.Measure(share, indicator.Period{})
	for _, p := range m.Projections() {
		if why := p.Value.Result.Missing(); why != indicator.Present {
			fmt.Printf("%s: %s\n", p.Value.Formula, why)
			continue
		}
		fmt.Printf("%s: %s %%, %s %% of the target, met in %s\n", p.Value.Formula, p.Value.Result.Decimal(2, indicator.HalfUp),
			p.Attainment.Result.Percent(1, indicator.HalfUp), p.Met)
	}
	// Output:
	// straight-line: 57.26 %, 98.7 % of the target, met in 2026
	// constant-growth: 58.82 %, 101.4 % of the target, met in 2025
	// last-step: 52.29 %, 90.2 % of the target, met in 2030
	// least-squares: too-few-observations
}

// TestTheYearMetIsTheFirst scans the years one by one, and holds that targets may stand in any order.
func TestTheYearMetIsTheFirst(t *testing.T) {
	random := rand.New(rand.NewPCG(8, 1))
	for range 300 {
		b, a, target := int64(random.IntN(300)-50), int64(random.IntN(300)-50), int64(random.IntN(900)-100)
		ind := yearly([]indicator.Direction{indicator.Increase, indicator.Decrease}[random.IntN(2)], fmt.Sprint(b), fmt.Sprint(a), fmt.Sprint(target))
		ind.Targets = append(ind.Targets, indicator.Target{Period: period("2024"), Value: value("7")}, indicator.Target{Period: period("2023"), Value: value("9")})
		m := indicator.Measure(ind, indicator.Period{})
		slices.Reverse(ind.Targets)
		other := indicator.Measure(ind, indicator.Period{})
		p := projection(t, &m, indicator.FormulaStraightLine)
		require.Equal(t, p.Met, projection(t, &other, indicator.FormulaStraightLine).Met)
		if p.MetReason == indicator.AlreadyMet {
			continue
		}
		want := ""
		for k := int64(3); k <= 102 && want == ""; k++ { // b + (a − b)·k/2 against the target, in whole numbers
			if reach := 2*b + (a-b)*k; ind.Direction == indicator.Increase && reach >= 2*target ||
				ind.Direction == indicator.Decrease && reach <= 2*target {
				want = fmt.Sprint(2020 + k)
			}
		}
		require.Equal(t, want, p.Met.String(), "%d %d %d %s", b, a, target, ind.Direction)
	}
}

// TestALongSearchOfLongNumbersEnds has numbers of 38 digits that grow by months for decades.
func TestALongSearchOfLongNumbersEnds(t *testing.T) {
	ind := yearly(indicator.Increase, "", "", "")
	ind.Baseline = period("1990-01")
	ind.Series = indicator.Series{{Period: period("1990-01"), Value: value("12345678901234567890123456789012345678")},
		{Period: period("2023-04"), Value: value("12345678901234567890123456789012345679")}}
	ind.Targets = []indicator.Target{{Period: period("2023-05"), Value: value("99999999999999999999999999999999999999")}}
	m := indicator.Measure(ind, indicator.Period{})
	assert.Equal(t, indicator.BeyondHorizon, projection(t, &m, indicator.FormulaStraightLine).MetReason)
	assert.NotEqual(t, indicator.Present, projection(t, &m, indicator.FormulaConstantGrowth).MetReason)
}
