package indicator_test

import (
	"encoding/json"
	"strconv"
	"testing"

	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestAFlowIsHeldAgainstTheSameLengthOfTime(t *testing.T) {
	contracts := indicator.Indicator{Code: "c", Name: "合同", Direction: indicator.Increase, Kind: indicator.Flow, Baseline: indicator.Year(2020),
		Series: indicator.Series{{Period: indicator.Year(2020), Value: value("100")}, {Period: indicator.Year(2022), Value: value("120")},
			{Period: indicator.Half(2023, 1), Value: value("65")}},
		Targets: []indicator.Target{{Period: indicator.Year(2025), Value: value("150")}}}
	m := indicator.Measure(contracts, period("2023-07-15"))
	assert.Equal(t, indicator.Year(2022), m.Actual.Period, "half a year's contracts say nothing about a year's")
	assert.Equal(t, "2/5", m.Progress().String())
	contracts.Kind = indicator.Level
	m = indicator.Measure(contracts, period("2023-07-15"))
	assert.Equal(t, indicator.Half(2023, 1), m.Actual.Period)
}

func TestAttainmentOfNegativeNumbersIsNoAttainment(t *testing.T) {
	for _, c := range []struct {
		direction      indicator.Direction
		actual, target string
		low, high      string
	}{
		{indicator.Increase, "-20", "-5", "", ""},
		{indicator.Decrease, "-5", "-10", "", ""},
		{indicator.Range, "-2", "", "-1", "1"},
		{indicator.Range, "3", "", "-2", "-1"},
	} {
		m := indicator.Measure(indicator.Indicator{Code: "x", Name: "x", Direction: c.direction, Kind: indicator.Level,
			Series:  indicator.Series{{Period: indicator.Year(2022), Value: value(c.actual)}},
			Targets: []indicator.Target{{Period: indicator.Year(2025), Value: value(c.target), Low: value(c.low), High: value(c.high)}}}, indicator.Period{})
		assert.Equal(t, indicator.NotPositive, m.Attainment().Missing(), "%+v", c)
	}
}

func TestABaselineBeyondTheTargetLeavesNoWayToGo(t *testing.T) {
	ind := yearly(indicator.Increase, "100", "79", "80")
	m := indicator.Measure(ind, indicator.Period{})
	assert.Equal(t, indicator.NotDefined, m.Progress().Missing(), "falling from 100 to 79 is no progress toward 80")
	j := indicator.Judge(indicator.Schedule(indicator.Bands{}), &m)
	assert.Equal(t, indicator.NotJudged, j.Verdict)
	assert.Equal(t, indicator.NotDefined, j.Reason)

	kept := indicator.Measure(yearly(indicator.Maintain, "96", "95.5", "95"), indicator.Period{})
	assert.False(t, kept.StartsBeyond(), "what is to be kept may well start above its floor")
}

func TestAVerdictReadsBack(t *testing.T) {
	for _, verdict := range []indicator.Verdict{indicator.NotJudged, indicator.Ahead, "own"} {
		data, err := json.Marshal(indicator.Judgement{Verdict: verdict})
		require.NoError(t, err)
		var back indicator.Judgement
		require.NoError(t, json.Unmarshal([]byte(`{"verdict":`+string(verdictJSON(t, data))+`}`), &back))
		assert.Equal(t, verdict, back.Verdict)
	}
}

// verdictJSON cuts the verdict out of a judgement, whose missing numbers have forms of their own.
func verdictJSON(t *testing.T, judgement []byte) json.RawMessage {
	var fields map[string]json.RawMessage
	require.NoError(t, json.Unmarshal(judgement, &fields))
	return fields["verdict"]
}

func TestAQualifierMustFitTheDirection(t *testing.T) {
	for _, c := range []struct {
		direction indicator.Direction
		qualifier indicator.Qualifier
		rule      indicator.FaultRule // empty: in order
	}{
		{indicator.Increase, indicator.AtLeast, ""},
		{indicator.Increase, indicator.AtMost, indicator.FaultConflict},
		{indicator.Maintain, indicator.AtMost, indicator.FaultConflict},
		{indicator.Decrease, indicator.AtMost, ""},
		{indicator.Decrease, indicator.AtLeast, indicator.FaultConflict},
		{indicator.Increase, indicator.Nearly, indicator.FaultEnum},
		{indicator.Increase, indicator.MoreThan, ""},
	} {
		faults := indicator.Target{Period: indicator.Year(2025), Value: value("1"), Qualifier: c.qualifier}.Validate(c.direction)
		if c.rule == "" {
			assert.Empty(t, faults, "%+v", c)
			continue
		}
		require.Len(t, faults, 1, "%+v", c)
		assert.Equal(t, indicator.Fault{Path: "/qualifier", Rule: c.rule, Value: string(c.qualifier), Want: faults[0].Want}, faults[0])
	}
	faults := indicator.Target{Period: indicator.Year(2025), Low: value("1"), Qualifier: indicator.AtLeast}.Validate(indicator.Range)
	require.Len(t, faults, 1)
	assert.Equal(t, indicator.FaultConflict, faults[0].Rule)
}

func TestARevisionHoldsFromTheEndOfThePeriodItIsSetIn(t *testing.T) {
	ind := indicator.Indicator{Targets: []indicator.Target{
		{Period: indicator.Year(2025), Value: value("100"), Set: indicator.Year(2021)},
		{Period: indicator.Year(2025), Value: value("90"), Set: indicator.Year(2023)},
	}}
	before, _ := ind.Target(period("2023-06-30"))
	after, _ := ind.Target(period("2023-12-31"))
	assert.Equal(t, "100", before.Value.String())
	assert.Equal(t, "90", after.Value.String())
}

func TestBandsOutOfOrderJudgeNothing(t *testing.T) {
	m := indicator.Measure(yearly(indicator.Increase, "100", "130", "200"), indicator.Period{})
	for _, bands := range []indicator.Bands{{Ahead: value("0.5")}, {OnCourse: value("-1")}, {Ahead: value("1"), OnCourse: value("2")}} {
		j := indicator.Judge(indicator.Schedule(bands), &m)
		assert.Equal(t, indicator.NotJudged, j.Verdict)
		assert.Equal(t, indicator.NotDefined, j.Reason)
	}
}

func TestNoVerdictIsWithoutAReason(t *testing.T) {
	method := func(j indicator.Judgement) indicator.Method {
		return indicator.Method{ID: "own", Version: "2", Verdicts: []indicator.Verdict{"good"},
			Judge: func(*indicator.Measurement) indicator.Judgement { return j }}
	}
	var m indicator.Measurement
	assert.Equal(t, indicator.Judgement{Method: "own", Version: "2", Reason: indicator.NotComputed}, indicator.Judge(method(indicator.Judgement{}), &m))
	assert.Equal(t, indicator.Judgement{Method: "own", Version: "2", Verdict: "good"}, indicator.Judge(method(indicator.Judgement{Verdict: "good"}), &m))
	assert.Equal(t, indicator.Judgement{Method: "own", Version: "2", Reason: indicator.NotDefined}, indicator.Judge(method(indicator.Judgement{Verdict: "great"}), &m),
		"a word outside the method's vocabulary")
}

func TestFaultsAreCappedWithTheTrueCount(t *testing.T) {
	var part, all indicator.Faults
	for i := range 1500 {
		part.Add("/"+strconv.Itoa(i), indicator.FaultRequired, "", "a text")
	}
	require.Len(t, part, indicator.MaxFaults+1)
	assert.Equal(t, indicator.Fault{Rule: indicator.FaultMore, Value: "500", Want: "no fault beyond those listed"}, part[indicator.MaxFaults])
	all.Add("/first", indicator.FaultRequired, "", "a text")
	all.Under("/a", part)
	all.Under("/b", part)
	require.Len(t, all, indicator.MaxFaults+1)
	assert.Equal(t, "/a/998", all[indicator.MaxFaults-1].Path)
	assert.Equal(t, "2001", all[indicator.MaxFaults].Value, "1 + 1500 + 1500 less the 1000 listed")
	assert.Equal(t, 3001, all.Count())
	assert.Contains(t, all.Error(), "… 3001 faults in all, 2951 not shown")
	assert.Equal(t, 0, indicator.Faults{}.Count())
}

func TestEveryDisorderOfASeriesIsReported(t *testing.T) {
	at := func(years ...int) (s indicator.Series) {
		for _, y := range years {
			s = append(s, indicator.Observation{Period: indicator.Year(y), Value: value("1")})
		}
		return s
	}
	rules := func(s indicator.Series) (list []string) {
		for _, f := range s.Validate() {
			list = append(list, f.Path+" "+string(f.Rule))
		}
		return list
	}
	assert.Equal(t, []string{"/1/period required", "/2/period duplicate"}, rules(at(2022, 0, 2022)))
	assert.Equal(t, []string{"/1/period order", "/2/period duplicate"}, rules(at(2022, 2020, 2022)))
	assert.Equal(t, []string{"/1/period order", "/2/period order"}, rules(at(2022, 2020, 2021)))
}

func TestRatioReadsOneFormOrTheOther(t *testing.T) {
	for _, bad := range []string{`{}`, `{"rounded":"0.5"}`, `{"fraction":""}`, `{"fraction":"1/2","missing":"no-baseline"}`, `{"fraction":"1/0"}`, `{"fraction":"1.5"}`} {
		r := indicator.IntRatio(7, 1)
		assert.ErrorIs(t, json.Unmarshal([]byte(bad), &r), indicator.ErrRatio, bad)
		assert.Equal(t, "7", r.String(), bad)
	}
}

func TestPartsOfAYear(t *testing.T) {
	assert.Equal(t, "2022H2", indicator.Half(2022, 2).String())
	assert.Equal(t, "2022Q3", indicator.Quarter(2022, 3).String())
	assert.True(t, indicator.Half(2022, 3).IsZero())
	assert.True(t, indicator.Quarter(2022, 0).IsZero())
	assert.True(t, indicator.Quarter(0, 1).IsZero())
	assert.False(t, indicator.Period{}.Before(indicator.Year(2020)))
	assert.False(t, indicator.Year(2020).Before(indicator.Period{}))
}

func TestTheFullWidthPercentSignIsOneToo(t *testing.T) {
	assert.True(t, indicator.IsShare("％"))
	assert.Equal(t, indicator.PointUnit, indicator.DifferenceUnit("％"))
}
