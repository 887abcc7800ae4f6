package indicator_test

import (
	"testing"

	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/assert"
)

// TestPreceding names the observation that growth on the period before is taken on, whether it is there or not.
func TestPreceding(t *testing.T) {
	tests := []struct {
		name   string
		kind   indicator.Kind
		actual string
		other  string // an observation of 80
		period string
		value  string
	}{
		{"the quarter before", indicator.Level, "2022Q3", "2022Q2", "2022Q2", "80"},
		{"the quarter before, across the year's end", indicator.Level, "2022Q1", "2021Q4", "2021Q4", "80"},
		{"the month before, across the year's end", indicator.Level, "2022-01", "2021-12", "2021-12", "80"},
		{"the half-year before, across the year's end", indicator.Level, "2022H1", "2021H2", "2021H2", "80"},
		{"the day before, across the year's end", indicator.Level, "2022-01-01", "2021-12-31", "2021-12-31", "80"},
		{"the year before", indicator.Level, "2022", "2021", "2021", "80"},
		{"a month that is not there", indicator.Level, "2022-03", "2022-01", "2022-02", ""},
		{"the last month of a quarter is not the quarter", indicator.Level, "2022Q3", "2022-06", "2022Q2", ""},
		{"a flow looks among periods as long as its target's", indicator.Flow, "2022", "2021", "2021", "80"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			ind := observed(observed(yearly(indicator.Increase, "", "", "200"), test.other, "80"), test.actual, "100")
			ind.Kind = test.kind
			m := indicator.Measure(ind, indicator.Period{})
			preceding := m.Preceding()
			assert.Equal(t, period(test.period), preceding.Period)
			assert.Equal(t, test.value, preceding.Value.String())
			if test.value == "" {
				assert.Equal(t, indicator.NoPrevious, m.PeriodOnPeriod().Missing())
			}
		})
	}
	m := indicator.Measure(yearly(indicator.Increase, "", "", "200"), indicator.Period{})
	assert.Equal(t, indicator.Observation{}, m.Preceding(), "nothing before nothing")
}

// TestInclusive has both numbers of a span: the periods counted with both ends, and the times of growth between them.
func TestInclusive(t *testing.T) {
	for _, c := range []struct {
		from, to         string
		inclusive, total int
	}{
		{"2016", "2020", 5, 4},
		{"2020", "2021", 2, 1},
		{"2020-01", "2020-12", 12, 11},
		{"2019-12", "2020-12", 13, 12},
	} {
		span, why := indicator.NewSpan(period(c.from), period(c.from), period(c.to))
		assert.Equal(t, indicator.Present, why)
		assert.Equal(t, c.inclusive, span.Inclusive(), "%s to %s", c.from, c.to)
		assert.Equal(t, c.total, span.Total, "%s to %s", c.from, c.to)
	}
}

// TestMeanGrowthSumIsExact compares the root of the equation with fractions on both sides of it, closer than any float.
func TestMeanGrowthSumIsExact(t *testing.T) {
	ind := observed(observed(observed(yearly(indicator.Increase, "", "", "200"), "2020", "100"), "2021", "110"), "2022", "121")
	ind.Kind = indicator.Flow
	m := indicator.Measure(ind, indicator.Period{})
	rate := m.MeanGrowthSum()
	assert.Zero(t, rate.Cmp(indicator.IntRatio(1, 10)), "110 + 121 = 100·(1.1 + 1.1²)")
	almost := indicator.NewRatio(value("0.1000000000000000000000000000000001"), value("1"), indicator.NotComputed)
	assert.Equal(t, -1, rate.Cmp(almost))
	assert.Equal(t, "10.00", percent(rate))
	assert.Equal(t, "0.100000", rate.String())

	assert.Equal(t, indicator.NotComputed, indicator.SumRate{}.Missing(), "the zero SumRate is missing")
	assert.Equal(t, -1, indicator.SumRate{}.Cmp(indicator.IntRatio(-1, 1)), "and comes before every number")
	assert.Equal(t, "not-computed", indicator.SumRate{}.String())
}
