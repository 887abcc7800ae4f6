package indicator_test

import (
	"testing"

	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/assert"
)

func TestAPromiseIsJudgedLikeAnIndicator(t *testing.T) {
	fact := func(actual string, promised indicator.Target) indicator.Fact {
		promised.Period = indicator.MustPeriod("2022")
		return indicator.Fact{Name: "Stations", Value: indicator.MustValue(actual), Period: indicator.MustPeriod("2022"), Promised: promised}
	}
	five := indicator.MustValue("5")
	for _, c := range []struct {
		name string
		fact indicator.Fact
		want indicator.Verdict
	}{
		{"six of five promised", fact("6", indicator.Target{Value: five}), indicator.Exceeded},
		{"four of five promised", fact("4", indicator.Target{Value: five}), indicator.Missed},
		{"at most five promised, four needed", fact("4", indicator.Target{Value: five, Qualifier: indicator.AtMost}), indicator.Exceeded},
		{"at most five promised, six needed", fact("6", indicator.Target{Value: five, Qualifier: indicator.AtMost}), indicator.Missed},
		{"between two bounds", fact("6", indicator.Target{Low: five, High: indicator.MustValue("7")}), indicator.MetTarget},
	} {
		t.Run(c.name, func(t *testing.T) {
			assert.Empty(t, c.fact.Validate())
			promise, ok := c.fact.Promise()
			assert.True(t, ok)
			assert.Empty(t, promise.Validate())
			a := indicator.Assess(promise, indicator.Period{}, indicator.FinalAssessment(indicator.FinalBands{}))
			assert.Equal(t, c.want, a.Judgements[0].Verdict)
		})
	}
	_, ok := indicator.Fact{Name: "Stations", Value: five}.Promise()
	assert.False(t, ok, "nothing was promised")
}

func TestFactFaults(t *testing.T) {
	f := indicator.Fact{Name: "Stations", Value: indicator.MustValue("5"), Part: true,
		Promised: indicator.Target{Value: indicator.MustValue("5"), Qualifier: indicator.Nearly}}
	assert.Equal(t, indicator.Faults{
		{Path: "/period", Rule: indicator.FaultRequired, Want: "a period beside what was promised"},
		{Path: "/promised/period", Rule: indicator.FaultRequired, Want: "a period"},
		{Path: "/promised/qualifier", Rule: indicator.FaultEnum, Value: "nearly", Want: "one of at-least, at-most, more-than, about"},
		{Path: "/indicator", Rule: indicator.FaultRequired, Want: "the code of the indicator that this is a part of"},
	}, f.Validate())
}

func TestDaysUntil(t *testing.T) {
	days := func(from, to string) int { return indicator.MustPeriod(from).DaysUntil(indicator.MustPeriod(to)) }
	assert.Equal(t, 0, days("2022", "2022-12-31"), "a year ends with its last day")
	assert.Equal(t, 59, days("2022", "2023-02"))
	assert.Equal(t, 60, days("2023", "2024-02"), "2024 is a leap year")
	assert.Equal(t, -365, days("2023", "2022"))
	assert.Equal(t, 0, indicator.Period{}.DaysUntil(indicator.MustPeriod("2022")))
}
