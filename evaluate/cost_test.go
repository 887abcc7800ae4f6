package evaluate_test

import (
	"testing"

	"github.com/planeval/planeval/evaluate"
	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// series makes a series of years, or other periods, and values in turn; an empty value is one that is unavailable.
func series(periodsAndValues ...string) indicator.Series {
	var s indicator.Series
	for i := 0; i < len(periodsAndValues); i += 2 {
		o := indicator.Observation{Period: period(periodsAndValues[i]), Status: indicator.Unavailable}
		if v := periodsAndValues[i+1]; v != "" {
			o.Value, o.Status = value(v), indicator.Printed
		}
		s = append(s, o)
	}
	return s
}

// shown prints a figure as its formula's display asks, with up to eight places and no zeros at the end, or the reason why
// there is none.
func shown(f indicator.Figure) string {
	if why := f.Result.Missing(); why != indicator.Present {
		return why.String()
	}
	switch f.Formula.Display() {
	case indicator.Percent, indicator.Points:
		return f.Result.Percent(4, indicator.HalfUp).String()
	}
	return f.Result.Decimal(8, indicator.HalfUp).String() + f.Unit
}

// costOf evaluates a plan with one cost alone.
func costOf(t *testing.T, c evaluate.Cost, asOf string) evaluate.CostResult {
	t.Helper()
	plan := orderly()
	c.Code, c.Name, c.Unit = "c", "Funds", "亿元"
	plan.Costs = []evaluate.Cost{c}
	e, err := evaluate.Evaluate(plan, evaluate.Options{AsOf: period(asOf)})
	require.NoError(t, err)
	return e.Costs[0]
}

// 四1: 1.77亿元 from 2021 until now, nearly 60 million yuan a year. By calendar years 1.77 ÷ 3 = 0.59, which nearly 0.6
// states; by the 32 months from January 2021 to August 2023 1.77 × 12 ÷ 32 = 0.66375, which it does not.
func TestTheSeedsPublishedAverageAgreesWithCalendarYearsAndNotWithMonths(t *testing.T) {
	c := evaluateSeed(t).Costs[0]
	assert.Equal(t, "0.59亿元", shown(c.Average))
	assert.Equal(t, 3, c.Years)
	assert.Equal(t, evaluate.Met, c.Agrees)
	assert.Equal(t, "0.66375亿元", shown(c.AverageByMonths))
	assert.Equal(t, 32, c.Months)
	assert.Equal(t, period("2023-08"), c.AverageByMonths.Inputs[1].Period)
	assert.Equal(t, evaluate.NotMet, c.AgreesByMonths)
	assert.Equal(t, "not-computed", shown(c.Sum), "the seed has no yearly input")
	assert.Equal(t, "not-computed", shown(c.Growth))
	assert.Equal(t, "not-computed", shown(c.Execution))
	assert.Len(t, c.Figures(), 2)
}

func TestMonthsOfACost(t *testing.T) {
	cases := []struct {
		name             string
		start, end, asOf string
		months           int
		average          string // of a total of 1.2
	}{
		{"a month that has not ended does not count", "2021", "2023", "2023-08-30", 31, "0.46451613亿元"}, // 14.4 ÷ 31
		{"a month counts on its last day", "2021", "2023", "2023-08-31", 32, "0.45亿元"},
		{"a month as the date is over", "2021", "2023", "2023-08", 32, "0.45亿元"},
		{"the last of February is the end of a month", "2021", "2023", "2023-02-28", 26, "0.55384615亿元"},
		{"in a leap year it is the day after", "2021", "2024", "2024-02-28", 37, "0.38918919亿元"},
		{"time after the cost's end does not count", "2021", "2022", "2023-08-31", 24, "0.6亿元"},
		{"the cost may begin within a year", "2021-07", "2022", "2023-08-31", 18, "0.8亿元"},
		{"a whole first month is a month", "2021", "2023", "2021-01-31", 1, "14.4亿元"},
		{"before the first month's end there is no time", "2021", "2023", "2021-01-30", 0, "no-time"},
		{"before the cost begins there is no time", "2021", "2023", "2020-12-31", 0, "no-time"},
		{"without a date of evaluation nothing is counted", "2021", "2023", "", 0, "not-computed"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			result := costOf(t, evaluate.Cost{Total: value("1.2"), Start: period(c.start), End: period(c.end)}, c.asOf)
			assert.Equal(t, c.months, result.Months)
			assert.Equal(t, c.average, shown(result.AverageByMonths))
			assert.Equal(t, evaluate.NotApplicable, result.AgreesByMonths, "nothing is printed")
		})
	}
}

func TestYearlyInput(t *testing.T) {
	cases := []struct {
		name        string
		series      indicator.Series
		total       string
		sum, growth string
		agrees      evaluate.Status
	}{
		{"input that adds up to the total agrees", series("2021", "0.50", "2022", "0.60", "2023", "0.67"), "1.77", "1.77亿元", "20", evaluate.Met},
		{"a hundredth off may be rounding", series("2021", "0.50", "2022", "0.60", "2023", "0.66"), "1.77", "1.76亿元", "20", evaluate.Met},
		{"two hundredths are what three numbers and their total can lose", series("2021", "0.50", "2022", "0.60", "2023", "0.65"), "1.77", "1.75亿元", "20", evaluate.Met},
		{"three hundredths off is a disagreement, not a fault", series("2021", "0.50", "2022", "0.60", "2023", "0.64"), "1.77", "1.74亿元", "20", evaluate.NotMet},
		{"a year without input leaves no sum", series("2021", "0.50", "2022", "0.60"), "1.77", "incomplete-series", "20", evaluate.Unknown},
		{"a year whose input is unavailable leaves no sum", series("2021", "0.50", "2022", "", "2023", "0.67"), "1.77", "incomplete-series", "no-previous", evaluate.Unknown},
		{"input may fall", series("2021", "0.50", "2022", "0.40", "2023", "0.87"), "1.77", "1.77亿元", "-20", evaluate.Met},
		{"input that grows from nothing has no rate", series("2021", "0", "2022", "0.60", "2023", "1.17"), "1.77", "1.77亿元", "not-positive", evaluate.Met},
		{"no input is no disagreement", nil, "1.77", "not-computed", "not-computed", evaluate.NotApplicable},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			result := costOf(t, evaluate.Cost{Total: value(c.total), Start: period("2021"), End: period("2023"), Series: c.series}, "2023-08-31")
			assert.Equal(t, c.sum, shown(result.Sum))
			assert.Equal(t, c.agrees, result.SumAgrees)
			assert.Equal(t, c.growth, shown(result.Growth), "2023 is not over")
		})
	}
}

func TestBudgetExecution(t *testing.T) {
	for _, c := range []struct{ name, budget, want string }{
		{"less than the budget was spent", "2.00", "88.5"}, // 1.77 ÷ 2
		{"just the budget was spent", "1.77", "100"},
		{"more than the budget was spent", "1.50", "118"},
		{"no budget is given", "", "not-computed"},
	} {
		t.Run(c.name, func(t *testing.T) {
			cost := evaluate.Cost{Total: value("1.77"), Start: period("2021"), End: period("2023")}
			if c.budget != "" {
				cost.Budget = value(c.budget)
			}
			assert.Equal(t, c.want, shown(costOf(t, cost, "2023-08-31").Execution))
		})
	}
}

func TestEveryFaultOfACostIsFound(t *testing.T) {
	plan := orderly()
	plan.Costs[0].End = period("2023")
	plan.Costs[0].Series = append(series("2020", "1", "2021", "-1", "2022-06", "1", "2023", "0", "2024", "1"),
		indicator.Observation{Value: value("1")}, indicator.Observation{Period: period("2022")})
	plan.Costs[0].Budget = value("0")
	var got []string
	for _, f := range plan.Validate() {
		got = append(got, f.Path+" "+string(f.Rule))
	}
	assert.Equal(t, []string{
		"/costs/0/series/5/period required", "/costs/0/series/6/period order", "/costs/0/series/6/value required",
		"/costs/0/series/0/period range", "/costs/0/series/1/value range", "/costs/0/series/2/period period",
		"/costs/0/series/4/period range", "/costs/0/budget range",
	}, got)
	plan = orderly()
	plan.Costs[0].End = period("2023")
	plan.Costs[0].Series, plan.Costs[0].Budget = series("2021", "0", "2022", "", "2023", "1"), value("0.01")
	assert.NoError(t, plan.Validate().Err())
}

// 1.77 ÷ 3 = 0.59 exactly.
func TestAPrintedAverageWithAQualifierIsAgreedWithOnItsSide(t *testing.T) {
	for _, c := range []struct {
		printed   string
		qualifier indicator.Qualifier
		want      evaluate.Status
	}{
		{"0.59", indicator.AtLeast, evaluate.Met}, {"0.60", indicator.AtLeast, evaluate.NotMet},
		{"0.59", indicator.AtMost, evaluate.Met}, {"0.58", indicator.AtMost, evaluate.NotMet},
		{"0.59", indicator.MoreThan, evaluate.NotMet}, {"0.58", indicator.MoreThan, evaluate.Met},
		{"0.59", indicator.Nearly, evaluate.NotMet}, {"0.60", indicator.Nearly, evaluate.Met},
		{"0.59", indicator.About, evaluate.Unknown},
	} {
		plan := orderly()
		plan.Costs = []evaluate.Cost{{Code: "c", Name: "Funds", Unit: "亿元", Total: value("1.77"), Start: period("2021"), End: period("2023"),
			Yearly: indicator.Fact{Name: "yearly", Value: value(c.printed), Unit: "亿元", Qualifier: c.qualifier}}}
		e, err := evaluate.Evaluate(plan, evaluate.Options{})
		require.NoError(t, err)
		assert.Equal(t, c.want, e.Costs[0].Agrees, "%s %s", c.qualifier, c.printed)
	}
}
