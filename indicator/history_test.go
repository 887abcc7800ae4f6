package indicator_test

import (
	"testing"

	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestMetThenSlipped(t *testing.T) {
	series := func(values ...string) indicator.Series {
		var s indicator.Series
		for i, v := range values {
			s = append(s, indicator.Observation{Period: indicator.Year(2020 + i), Value: value(v)})
			if v == "" {
				s[i].Status = indicator.Unavailable
			}
		}
		return s
	}
	level := func(direction indicator.Direction, target string, values ...string) indicator.Indicator {
		ind := yearly(direction, "", "", target)
		ind.Series = series(values...)
		return ind
	}
	ranged := level(indicator.Range, "", "50", "55", "70")
	ranged.Targets = []indicator.Target{{Period: period("2025"), Low: value("54"), High: value("60")}}
	flow := level(indicator.Increase, "100", "80", "90")
	flow.Kind, flow.Series[1].Period = indicator.Flow, indicator.Half(2021, 1)
	flow.Series[1].Value = value("120")
	flow.Series = append(flow.Series, indicator.Observation{Period: period("2022"), Value: value("95")})
	for _, c := range []struct {
		name string
		ind  indicator.Indicator
		asOf string
		want string // the period that met the target; empty: not slipped
	}{
		{"met in 2021 and lost in 2022", level(indicator.Increase, "100", "80", "101", "99"), "", "2021"},
		{"the latest year that met it is named", level(indicator.Increase, "100", "80", "101", "102", "99", "98"), "", "2022"},
		{"met and held", level(indicator.Increase, "100", "80", "101", "100"), "", ""},
		{"never met", level(indicator.Increase, "100", "80", "99", "90"), "", ""},
		{"not lost yet at the date of evaluation", level(indicator.Increase, "100", "80", "101", "99"), "2021-12-31", ""},
		{"what falls can rise again", level(indicator.Decrease, "60", "80", "59", "61"), "", "2021"},
		{"what was to be kept is not", level(indicator.Maintain, "95", "96", "94"), "", "2020"},
		{"a baseline beyond the target was no achievement", level(indicator.Increase, "80", "100", "79"), "", ""},
		{"a baseline equal to the target met it", level(indicator.Increase, "100", "100", "99"), "", "2020"},
		{"out of the range again", ranged, "", "2021"},
		{"a year without data proves nothing", level(indicator.Increase, "100", "80", "", "99"), "", ""},
		{"half a year's flow met no yearly target", flow, "", ""},
		{"one observation", level(indicator.Increase, "100", "80"), "", ""},
		{"no observation", level(indicator.Increase, "100"), "", ""},
		{"no target", level(indicator.Increase, "", "80", "70"), "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := indicator.Measure(c.ind, period(c.asOf))
			o, slipped := m.Slipped()
			assert.Equal(t, c.want != "", slipped)
			assert.Equal(t, c.want, o.Period.String())
		})
	}
}

// revised has an interim target for 2022, lowered once before its period ended and once after, and a last one.
func revised() indicator.Indicator {
	ind := yearly(indicator.Increase, "100", "150", "")
	ind.Series = append(ind.Series, indicator.Observation{Period: period("2023"), Value: value("170")})
	ind.Targets = []indicator.Target{
		{Period: period("2022"), Value: value("140"), Set: period("2023-03")},
		{Period: period("2022"), Value: value("180"), Set: period("2021-01")},
		{Period: period("2022"), Value: value("160"), Set: period("2022-06-30")},
		{Period: period("2025"), Value: value("250")},
		{Period: period("2023"), Value: value("165"), Set: period("2024-02")},
	}
	return ind
}

func TestARevisionIsKeptInTheOrderOfSetting(t *testing.T) {
	var values []string
	for _, target := range revised().History(period("2022")) {
		values = append(values, target.Value.String())
	}
	assert.Equal(t, []string{"180", "160", "140"}, values)
	assert.Len(t, revised().History(period("2025")), 1)
	assert.Empty(t, revised().History(period("2024")))
}

func TestAnInterimTargetIsMeasuredAsItStood(t *testing.T) {
	list := indicator.Interim(revised(), period("2024-06"))
	require.Len(t, list, 1, "that of 2023 was set when its year was over, that of 2025 is not due")
	m := list[0]
	assert.Equal(t, "160", m.Target.Value.String(), "not 140, which was set afterwards")
	assert.Equal(t, "150", m.Actual.Value.String(), "not the later 170")
	assert.Equal(t, "15/16", m.Attainment().String())
	assert.Equal(t, "5/6", m.Progress().String(), "(150 − 100) ÷ (160 − 100)")
	met, why := m.Met()
	assert.Equal(t, indicator.Present, why)
	assert.False(t, met)
	assert.Len(t, m.Indicator.Targets, 5, "the indicator is whole")

	assert.Empty(t, indicator.Interim(revised(), period("2021-12")))
	assert.Len(t, indicator.Interim(revised(), indicator.Period{}), 2, "2022 and 2025")
	assert.Empty(t, indicator.Interim(indicator.Indicator{}, indicator.Period{}))
}
