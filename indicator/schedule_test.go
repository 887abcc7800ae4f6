package indicator_test

import (
	"testing"

	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// aimed changes the indicator's only target.
func aimed(ind indicator.Indicator, change func(*indicator.Target)) indicator.Indicator {
	change(&ind.Targets[0])
	return ind
}

func qualified(q indicator.Qualifier) func(*indicator.Target) {
	return func(t *indicator.Target) { t.Qualifier = q }
}

func about(tolerance string) func(*indicator.Target) {
	return func(t *indicator.Target) { t.Qualifier, t.Tolerance = indicator.About, value(tolerance) }
}

func between(low, high string) func(*indicator.Target) {
	return func(t *indicator.Target) { t.Value, t.Low, t.High = indicator.Value{}, value(low), value(high) }
}

// TestSchedule has a baseline of 2020, an actual of 2022 and a target for 2025, unless a row says otherwise.
func TestSchedule(t *testing.T) {
	level := yearly
	inc, dec, keep := indicator.Increase, indicator.Decrease, indicator.Maintain
	tests := []struct {
		name              string
		ind               indicator.Indicator
		verdict           indicator.Verdict
		reason            indicator.Reason
		threshold, margin string // fractions; empty where there is no verdict
	}{
		{"a target met exactly is achieved", level(inc, "100", "200", "200"), indicator.Achieved, 0, "200", "0"},
		{"a target met in other places is met exactly", level(inc, "100", "72.690", "72.69"), indicator.Achieved, 0, "7269/100", "0"},
		{"a target missed by the last place is not met", level(inc, "100", "199.99", "200"), indicator.Ahead, 0, "11/10", "5599/4000"},
		{"a target passed is achieved by the margin", level(inc, "100", "230", "200"), indicator.Achieved, 0, "200", "30"},
		{"a decreasing indicator met early is achieved", level(dec, "100", "40", "50"), indicator.Achieved, 0, "50", "10"},
		{"a decreasing indicator met exactly is achieved", level(dec, "100", "50", "50"), indicator.Achieved, 0, "50", "0"},
		{"a decreasing indicator above its target is not met", level(dec, "100", "60", "50"), indicator.Ahead, 0, "11/10", "9/10"},

		{"a pace of exactly 1.1 is ahead", level(inc, "100", "144", "200"), indicator.Ahead, 0, "11/10", "0"},
		{"a pace just below 1.1 is on course", level(inc, "100", "143.99999999999999999999", "200"), indicator.OnCourse, 0, "9/10",
			"799999999999999999999/4000000000000000000000"},
		{"a pace of exactly 0.9 is on course", level(inc, "100", "136", "200"), indicator.OnCourse, 0, "9/10", "0"},
		{"a pace just below 0.9 is behind", level(inc, "100", "135.99999999999999999999", "200"), indicator.Behind, 0, "9/10",
			"-1/4000000000000000000000"},
		{"no progress is behind", level(inc, "100", "100", "200"), indicator.Behind, 0, "9/10", "-9/10"},
		{"moving away is reversed", level(inc, "100", "99", "200"), indicator.Reversed, 0, "0", "-1/40"},
		{"a decreasing indicator that rises is reversed", level(dec, "100", "120", "50"), indicator.Reversed, 0, "0", "-1"},
		{"negative numbers have a pace", level(inc, "-10", "-6", "0"), indicator.OnCourse, 0, "9/10", "1/10"},
		{"a change of sign has a pace", level(inc, "-10", "6", "30"), indicator.OnCourse, 0, "9/10", "1/10"},
		{"target zero is met by comparison", level(dec, "100", "0", "0"), indicator.Achieved, 0, "0", "0"}, // number-28

		{"at least: equality meets it", aimed(level(inc, "100", "200", "200"), qualified(indicator.AtLeast)), indicator.Achieved, 0, "200", "0"},
		{"at most: equality meets it", aimed(level(dec, "100", "50", "50"), qualified(indicator.AtMost)), indicator.Achieved, 0, "50", "0"},
		{"at most: more does not", aimed(level(dec, "100", "50.1", "50"), qualified(indicator.AtMost)), indicator.Ahead, 0, "11/10", "279/200"},
		{"more than: equality does not meet it", aimed(level(inc, "100", "200", "200"), qualified(indicator.MoreThan)), indicator.Ahead, 0, "11/10", "7/5"},
		{"more than: the last place above does", aimed(level(inc, "100", "200.01", "200"), qualified(indicator.MoreThan)), indicator.Achieved, 0, "200", "1/100"},
		{"more than, decreasing: equality does not meet it", aimed(level(dec, "100", "50", "50"), qualified(indicator.MoreThan)), indicator.Ahead, 0, "11/10", "7/5"},
		{"about: within the tolerance below is met", aimed(level(inc, "15", "19.1", "20"), about("1")), indicator.Achieved, 0, "19", "1/10"}, // published: 20 % 左右 met by 19.1 %
		{"about: at the end of the tolerance is met", aimed(level(inc, "15", "19", "20"), about("1")), indicator.Achieved, 0, "19", "0"},
		{"about: outside the tolerance is not", aimed(level(inc, "15", "18.9", "20"), about("1")), indicator.Ahead, 0, "11/10", "17/20"},
		{"about: far on the better side is met", aimed(level(inc, "15", "40", "20"), about("1")), indicator.Achieved, 0, "19", "21"},
		{"about, decreasing: within the tolerance above is met", aimed(level(dec, "110", "103.5", "103"), about("1")), indicator.Achieved, 0, "104", "1/2"},
		{"about without a tolerance: only the pace is judged", aimed(level(inc, "100", "150", "200"), qualified(indicator.About)), indicator.Ahead, 0, "11/10", "3/20"},

		{"inside a range is achieved, by the nearer end", aimed(level(indicator.Range, "90", "104", "1"), between("100", "105")), indicator.Achieved, 0, "105", "1"},
		{"inside a range near its low end", aimed(level(indicator.Range, "90", "101", "1"), between("100", "105")), indicator.Achieved, 0, "100", "1"},
		{"at the end of a range", aimed(level(indicator.Range, "90", "105", "1"), between("100", "105")), indicator.Achieved, 0, "105", "0"},
		{"a range without a high end", aimed(level(indicator.Range, "90", "300", "1"), func(t *indicator.Target) { t.Value, t.Low = indicator.Value{}, value("100") }), indicator.Achieved, 0, "100", "200"},
		{"a range without a low end", aimed(level(indicator.Range, "90", "3", "1"), func(t *indicator.Target) { t.Value, t.High = indicator.Value{}, value("100") }), indicator.Achieved, 0, "100", "97"},
		{"outside a range there is no pace", aimed(level(indicator.Range, "90", "99", "1"), between("100", "105")), indicator.NotJudged, indicator.NotDefined, "", ""},
		{"a range without ends is no target", aimed(level(indicator.Range, "90", "99", "1"), func(t *indicator.Target) { t.Value = indicator.Value{} }), indicator.NotJudged, indicator.NotDefined, "", ""},
		{"kept at the level is achieved", level(keep, "95", "95", "95"), indicator.Achieved, 0, "95", "0"},
		{"not kept has no pace", level(keep, "95", "94", "95"), indicator.NotJudged, indicator.NotDefined, "", ""},

		{"without a baseline the target can still be met", level(inc, "", "210", "200"), indicator.Achieved, 0, "200", "10"},
		{"without a baseline there is no verdict on pace", level(inc, "", "150", "200"), indicator.NotJudged, indicator.NoBaseline, "", ""},
		{"without an observation nothing is judged", level(inc, "", "", "200"), indicator.NotJudged, indicator.NoObservation, "", ""},
		{"without a target nothing is judged", level(inc, "100", "150", ""), indicator.NotJudged, indicator.NoTarget, "", ""},
		{"target equal to the baseline and not held", level(inc, "100", "99", "100"), indicator.NotJudged, indicator.ZeroDenominator, "", ""},
		{"the observation is the baseline", level(inc, "100", "", "200"), indicator.NotJudged, indicator.NoTime, "", ""},
		{"missed when its time is over is behind, whatever the pace", observed(level(inc, "100", "150", "200"), "2025", "199"), indicator.Behind, 0, "200", "-1"},
		{"past the target's period", observed(level(inc, "100", "150", "200"), "2027", "180"), indicator.Behind, 0, "200", "-20"},
		{"missed when its time is over needs no baseline", observed(level(inc, "", "150", "200"), "2025", "190"), indicator.Behind, 0, "200", "-10"},
		{"not kept when its time is over", observed(level(keep, "95", "95", "95"), "2025", "94"), indicator.Behind, 0, "95", "-1"},
		{"outside a range when its time is over", aimed(observed(level(indicator.Range, "90", "104", "1"), "2025", "99"), between("100", "105")), indicator.Behind, 0, "100", "-1"},
		{"moved away when its time is over", observed(level(inc, "100", "150", "200"), "2025", "90"), indicator.Reversed, 0, "200", "-110"},
		{"the last observation lies before the baseline", func() indicator.Indicator {
			ind := level(inc, "", "", "200")
			ind.Series = indicator.Series{{Period: period("2018"), Value: value("90")}, {Period: period("2020"), Status: indicator.Unavailable}}
			return ind
		}(), indicator.NotJudged, indicator.NoBaseline, "", ""},
		{"a cumulative indicator with a gap", func() indicator.Indicator {
			ind := level(inc, "100", "210", "200")
			ind.Kind = indicator.Cumulative
			return ind
		}(), indicator.NotJudged, indicator.IncompleteSeries, "", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			j := indicator.Assess(test.ind, indicator.Period{}, indicator.Schedule(indicator.Bands{})).Judgements[0]
			assert.Equal(t, test.verdict, j.Verdict)
			assert.Equal(t, test.reason, j.Reason)
			assert.Equal(t, "schedule", j.Method)
			if test.threshold == "" {
				assert.Equal(t, indicator.Judgement{Method: "schedule", Version: "1", Reason: test.reason}, j)
				return
			}
			assert.Equal(t, test.threshold, j.Threshold.String())
			assert.Equal(t, test.margin, j.Margin.String())
			if test.verdict == indicator.Achieved {
				assert.Empty(t, j.Decisive, "the actual decided")
				assert.GreaterOrEqual(t, j.Margin.Sign(), 0)
			} else {
				if j.Threshold.Cmp(indicator.IntRatio(11, 10)) > 0 { // the target itself, and no band
					assert.Empty(t, j.Decisive, "the actual decided")
				} else {
					assert.Equal(t, indicator.FormulaPace, j.Decisive)
				}
				assert.Equal(t, test.verdict == indicator.Behind || test.verdict == indicator.Reversed, j.Margin.Sign() < 0)
			}
		})
	}
}

func TestBandsAreConfigurable(t *testing.T) {
	ind := yearly(indicator.Increase, "100", "126", "200") // progress 0.26, elapsed 0.4: pace 0.65
	judge := func(bands indicator.Bands) indicator.Judgement {
		return indicator.Assess(ind, indicator.Period{}, indicator.Schedule(bands)).Judgements[0]
	}
	assert.Equal(t, indicator.Behind, judge(indicator.Bands{}).Verdict)
	assert.Equal(t, indicator.OnCourse, judge(indicator.Bands{OnCourse: value("0.65")}).Verdict)
	assert.Equal(t, indicator.Behind, judge(indicator.Bands{OnCourse: value("0.6500001")}).Verdict)
	assert.Equal(t, indicator.Ahead, judge(indicator.Bands{Ahead: value("0.65"), OnCourse: value("0.5")}).Verdict)
	assert.Equal(t, indicator.OnCourse, judge(indicator.Bands{OnCourse: value("0")}).Verdict, "a real 0 is no default")

	assert.Equal(t, []indicator.Parameter{{Name: "ahead", Value: value("1.1")}, {Name: "on-course", Value: value("0.65")}},
		indicator.Schedule(indicator.Bands{OnCourse: value("0.65")}).Parameters, "the method states the bands it uses")
}

func TestMet(t *testing.T) {
	tests := []struct {
		name   string
		ind    indicator.Indicator
		met    bool
		reason indicator.Reason
	}{
		{"no observation", yearly(indicator.Increase, "", "", "200"), false, indicator.NoObservation},
		{"no target", yearly(indicator.Increase, "", "150", ""), false, indicator.NoTarget},
		{"about without a tolerance", aimed(yearly(indicator.Increase, "", "150", "200"), qualified(indicator.About)), false, indicator.NoTolerance},
		{"a range without ends", aimed(yearly(indicator.Range, "", "150", "1"), func(t *indicator.Target) { t.Value = indicator.Value{} }), false, indicator.NoTarget},
		{"below a range", aimed(yearly(indicator.Range, "", "99.99", "1"), between("100", "105")), false, indicator.Present},
		{"above a range", aimed(yearly(indicator.Range, "", "105.01", "1"), between("100", "105")), false, indicator.Present},
		{"in a range", aimed(yearly(indicator.Range, "", "105.00", "1"), between("100", "105")), true, indicator.Present},
		{"above what is to be kept", yearly(indicator.Maintain, "", "96", "95"), true, indicator.Present},
		{"below what is to be kept", yearly(indicator.Maintain, "", "94.9", "95"), false, indicator.Present},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			m := indicator.Measure(test.ind, indicator.Period{})
			met, why := m.Met()
			assert.Equal(t, test.reason, why)
			assert.Equal(t, test.met, met)
		})
	}
}

func TestTargetAsOf(t *testing.T) {
	target := func(p, v, set string) indicator.Target {
		return indicator.Target{Period: period(p), Value: value(v), Set: period(set)}
	}
	ind := yearly(indicator.Increase, "100", "150", "")
	ind.Targets = []indicator.Target{
		target("2023", "160", "2023-01"), // an interim target
		target("2025", "200", "2021"),
		target("2025", "180", "2023-06-30"), // a revision
		target("2024", "170", ""),
	}
	tests := []struct {
		name, asOf, want string
	}{
		{"without a date the last revision of the last period counts", "", "180"},
		{"before the revision the target as first set counts", "2023-06-29", "200"},
		{"on the day of the revision it counts", "2023-06-30", "180"},
		{"before any of the plan's targets were set, the undated one counts", "2020", "170"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			found, ok := ind.Target(period(test.asOf))
			require.True(t, ok)
			assert.Equal(t, test.want, found.Value.String())
			assert.Equal(t, found, indicator.Measure(ind, period(test.asOf)).Target)
		})
	}
	_, ok := indicator.Indicator{}.Target(indicator.Period{})
	assert.False(t, ok)
	ind.Targets = ind.Targets[1:3]
	_, ok = ind.Target(period("2020"))
	assert.False(t, ok, "none was set by then")
}
