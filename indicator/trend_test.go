package indicator_test

import (
	"fmt"
	"testing"

	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/internal/replay"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// trended has the given observations and a target.
func trended(direction indicator.Direction, targetPeriod, target string, observations ...string) indicator.Indicator {
	ind := yearly(direction, "", "", "")
	for i := 0; i < len(observations); i += 2 {
		ind.Series = append(ind.Series, indicator.Observation{Period: period(observations[i]), Value: value(observations[i+1])})
	}
	if target != "" {
		ind.Targets = []indicator.Target{{Period: period(targetPeriod), Value: value(target)}}
	}
	return ind
}

// TestTrend has lines and intervals computed apart from this package from the definitions, with centred sums in mpmath
// 1.3.0 at 60 digits and its incomplete beta function for the quantile. By hand, the first: n 4, X 6, Y 53, Q 14, P 90,
// so the slope is (360 − 318) ÷ (56 − 36) = 2.1, the start 13.25 − 2.1 × 1.5 = 10.1, and 2025 is 10.1 + 6 × 2.1 = 22.7.
func TestTrend(t *testing.T) {
	for _, c := range []struct {
		name                    string
		ind                     indicator.Indicator
		slope, intercept, value string
		low, high               string
		unit                    string
	}{
		{"four years", trended(indicator.Increase, "2025", "20", "2019", "10", "2020", "12", "2021", "15", "2022", "16"),
			"21/10", "101/10", "227/10", "16.839856482023494735", "28.560143517976505265", "year"},
		{"five years with a gap", trended(indicator.Increase, "2026", "130", "2018", "100", "2019", "104.5", "2020", "107", "2021", "113", "2023", "118.2"),
			"682/185", "18579.5/185", "129.92162162162162", "123.337568199822783809", "136.505675043420459434", "year"},
		{"six quarters, in months", trended(indicator.Decrease, "2024", "40", "2021", "50", "2022Q1", "49.1", "2022Q2", "48.7", "2022Q3", "47",
			"2022Q4", "46.6", "2023Q1", "45.2"), "-0.31619047619047619", "50.138095238095238", "38.755238095238095",
			"36.473915835375427681", "41.036560355100762795", "month"},
		{"a straight line leaves no room", trended(indicator.Increase, "2025", "20", "2019", "10", "2020", "12", "2021", "14", "2022", "16"),
			"2", "10", "22", "22.000000000000000000", "22.000000000000000000", "year"},
		{"no change goes on", trended(indicator.Increase, "2025", "20", "2019", "0", "2020", "0", "2021", "0", "2022", "0"),
			"0", "0", "0", "0.000000000000000000", "0.000000000000000000", "year"},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := indicator.Measure(c.ind, indicator.Period{})
			trend := m.Trend()
			for want, f := range map[string]indicator.Figure{c.slope: trend.Slope, c.intercept: trend.Intercept, c.value: trend.Value} {
				require.NoError(t, replay.Check(f))
				if got := f.Result.(indicator.Ratio); got.String() != want {
					assert.InDelta(t, number(want), got.Decimal(14, indicator.HalfUp).InexactFloat64(), 1e-13, f.Formula)
				}
			}
			assert.Equal(t, c.unit, trend.Unit)
			interval, why := trend.Interval(18, indicator.HalfUp)
			assert.Equal(t, indicator.Present, why)
			assert.Equal(t, c.low, interval.Low.String())
			assert.Equal(t, c.high, interval.High.String())
		})
	}
}

// number reads a decimal or a quotient of decimals roughly, for comparing at fourteen places.
func number(text string) float64 {
	var num, den float64
	if n, _ := fmt.Sscanf(text, "%g/%g", &num, &den); n < 2 {
		den = 1
	}
	return num / den
}

func TestATrendIsMissingForAReason(t *testing.T) {
	four := []string{"2019", "10", "2020", "12", "2021", "15", "2022", "16"}
	huge := "99999999999999999999999999999999999999"
	for _, c := range []struct {
		name         string
		ind          indicator.Indicator
		slope, value indicator.Reason
	}{
		{"three observations are too few", trended(indicator.Increase, "2025", "20", four[:6]...), indicator.TooFewObservations, indicator.TooFewObservations},
		{"an absent one does not count", trended(indicator.Increase, "2025", "20", append(four[:6:6], "2022", "")...),
			indicator.TooFewObservations, indicator.TooFewObservations},
		{"four are enough", trended(indicator.Increase, "2025", "20", four...), indicator.Present, indicator.Present},
		{"without observation", trended(indicator.Increase, "2025", "20"), indicator.NoObservation, indicator.NoObservation},
		{"without target there is still a slope", trended(indicator.Increase, "", "", four...), indicator.Present, indicator.NoTarget},
		{"a target in the past", trended(indicator.Increase, "2021", "20", four...), indicator.Present, indicator.AfterTarget},
		{"all at the same time", trended(indicator.Increase, "2025", "20", "2022-12-31", "1", "2022-12", "2", "2022Q4", "3", "2022H2", "4"),
			indicator.NoTime, indicator.NoTime},
		{"days inside months", trended(indicator.Increase, "2025", "20", "2019-05-15", "1", "2020", "2", "2021", "3", "2022", "4"),
			indicator.PeriodUnaligned, indicator.PeriodUnaligned},
		{"sums with too many digits", trended(indicator.Increase, "2025", "20", "2019", huge, "2020", huge, "2021", huge, "2022", huge),
			indicator.NotDefined, indicator.NotDefined},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := indicator.Measure(c.ind, indicator.Period{})
			trend := m.Trend()
			assert.Equal(t, c.slope, trend.Slope.Result.Missing())
			assert.Equal(t, c.value, trend.Value.Result.Missing())
			interval, why := trend.Interval(2, indicator.HalfUp)
			assert.Equal(t, c.value, why)
			assert.Equal(t, c.value == indicator.Present, !interval.Low.IsZero())
		})
	}
	_, why := indicator.Trend{}.Interval(2, indicator.HalfUp)
	assert.Equal(t, indicator.NotComputed, why)
	var none indicator.Measurement
	zero := none.Trend()
	assert.NotEqual(t, indicator.Present, zero.Value.Result.Missing())
}

func TestATrendIsAWayOfGoingOn(t *testing.T) {
	m := indicator.Measure(trended(indicator.Increase, "2025", "24", "2019", "10", "2020", "12", "2021", "15", "2022", "16"), indicator.Period{})
	p := projection(t, &m, indicator.FormulaLeastSquares)
	assert.Equal(t, []string{"22.70", "94.58", "1.30"}, []string{shown(p.Value), shown(p.Attainment), shown(p.Shortfall)})
	assert.False(t, p.Meets)
	assert.Equal(t, "2026", p.Met.String(), "10.1 + 2.1 × 7 = 24.8")
}

// TestAnotherUnitMovesTheIntervalWithIt counts in 元 instead of 万元.
func TestAnotherUnitMovesTheIntervalWithIt(t *testing.T) {
	large := indicator.Measure(trended(indicator.Increase, "2025", "24", "2019", "10", "2020", "12", "2021", "15", "2022", "16"), indicator.Period{})
	small := indicator.Measure(trended(indicator.Increase, "2025", "240000", "2019", "100000", "2020", "120000", "2021", "150000", "2022", "160000"),
		indicator.Period{})
	a, _ := large.Trend().Interval(8, indicator.HalfUp)
	b, _ := small.Trend().Interval(4, indicator.HalfUp)
	assert.Equal(t, "16.83985648", a.Low.String())
	assert.Equal(t, "168398.5648", b.Low.String())
	assert.Equal(t, "28.56014352", a.High.String())
	assert.Equal(t, "285601.4352", b.High.String())
}

func ExampleMeasurement_Trend() {
	ind := indicator.Indicator{
		Code: "rd", Name: "研发经费", Unit: "亿元", Direction: indicator.Increase, Kind: indicator.Flow,
		Series: indicator.Series{
			{Period: indicator.Year(2019), Value: indicator.MustValue("10")},
			{Period: indicator.Year(2020), Value: indicator.MustValue("12")},
			{Period: indicator.Year(2021), Value: indicator.MustValue("15")},
			{Period: indicator.Year(2022), Value: indicator.MustValue("16")},
		},
		Targets: []indicator.Target{{Period: indicator.Year(2025), Value: indicator.MustValue("24")}},
	}
	m := indicator.Measure(ind, indicator.Period{})
	trend := m.Trend()
	interval, _ := trend.Interval(2, indicator.HalfUp)
	fmt.Println("slope", trend.Slope.Result, "a", trend.Unit)
	fmt.Println("in 2025", trend.Value.Result.Decimal(2, indicator.HalfUp), "from", interval.Low, "to", interval.High)
	// Output:
	// slope 21/10 a year
	// in 2025 22.7 from 16.84 to 28.56
}
