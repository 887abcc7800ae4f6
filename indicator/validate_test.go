package indicator_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/assert"
)

// faultLines gives each fault as "path rule value".
func faultLines(faults indicator.Faults) []string {
	var lines []string
	for _, f := range faults {
		lines = append(lines, strings.TrimSpace(fmt.Sprintf("%s %s %s", f.Path, f.Rule, f.Value)))
	}
	return lines
}

// reduction is a reduction by 10 % in 2022 of 17 % in 2025, with the given number at its baseline.
func reduction(baseline string, direction indicator.Direction) indicator.Indicator {
	ind := yearly(direction, baseline, "10", "17")
	ind.Kind, ind.Unit = indicator.Reduction, "%"
	return ind
}

func TestValidateIndicator(t *testing.T) {
	tests := []struct {
		name   string
		change func(*indicator.Indicator)
		want   []string
	}{
		{"in order", func(*indicator.Indicator) {}, nil},
		{"without baseline, series and targets it is in order", func(ind *indicator.Indicator) {
			ind.Baseline, ind.Series, ind.Targets = indicator.Period{}, nil, nil
		}, nil},
		{"no code", func(ind *indicator.Indicator) { ind.Code = "" }, []string{"/code required"}},
		{"no name", func(ind *indicator.Indicator) { ind.Name = "" }, []string{"/name required"}},
		{"an unknown nature", func(ind *indicator.Indicator) { ind.Nature = "约束性" }, []string{"/nature enum 约束性"}},
		{"no direction", func(ind *indicator.Indicator) { ind.Direction = "" }, []string{"/direction required"}},
		{"an unknown direction", func(ind *indicator.Indicator) { ind.Direction = "up" }, []string{"/direction enum up"}},
		{"no kind", func(ind *indicator.Indicator) { ind.Kind = "" }, []string{"/kind required"}},
		{"an unknown kind", func(ind *indicator.Indicator) { ind.Kind = "stock" }, []string{"/kind enum stock"}},
		{"a negative weight", func(ind *indicator.Indicator) { ind.Weight = value("-0.5") }, []string{"/weight range -0.5"}}, // identity-21
		{"a target at the baseline", func(ind *indicator.Indicator) { ind.Targets[0].Period = period("2020") }, []string{"/targets/0/period order 2020"}},
		{"a target before the baseline", func(ind *indicator.Indicator) { ind.Targets[0].Period = period("2019Q4") }, []string{"/targets/0/period order 2019Q4"}},
		{"two targets for one period", func(ind *indicator.Indicator) { ind.Targets = append(ind.Targets, ind.Targets[0]) }, []string{"/targets/1/period duplicate 2025"}},
		{"a revision is no duplicate", func(ind *indicator.Indicator) {
			revised := ind.Targets[0]
			revised.Set = period("2023")
			ind.Targets = append(ind.Targets, revised)
		}, nil},
		{"attainment by difference of what should fall", func(ind *indicator.Indicator) {
			ind.Direction, ind.Attainment = indicator.Decrease, indicator.AttainmentDifference
		}, nil},
		{"attainment by difference of what should rise", func(ind *indicator.Indicator) { ind.Attainment = indicator.AttainmentDifference }, []string{"/attainment conflict difference"}},
		{"attainment by difference of a reduction, which should rise whatever its direction says", func(ind *indicator.Indicator) {
			*ind = reduction("", indicator.Decrease)
			ind.Attainment = indicator.AttainmentDifference
		}, []string{"/attainment conflict difference"}},
		{"an unknown form of attainment", func(ind *indicator.Indicator) { ind.Direction, ind.Attainment = indicator.Decrease, "差额法" }, []string{"/attainment enum 差额法"}},
		{"a reduction without a number at its baseline", func(ind *indicator.Indicator) { *ind = reduction("", indicator.Increase) }, nil},
		{"a reduction of 0 at its baseline", func(ind *indicator.Indicator) { *ind = reduction("0.00", indicator.Increase) }, nil},
		{"a reduction in tonnes", func(ind *indicator.Indicator) {
			*ind = reduction("", indicator.Increase)
			ind.Unit = "吨"
		}, []string{"/unit conflict 吨"}},
		{"a reduction to a range", func(ind *indicator.Indicator) {
			*ind = reduction("", indicator.Range)
			ind.Targets[0].Value, ind.Targets[0].Low = indicator.Value{}, value("17")
		}, []string{"/direction conflict range"}},
		{"a rate of growth without a unit", func(ind *indicator.Indicator) {
			*ind = reduction("", indicator.Increase)
			ind.Kind, ind.Unit = indicator.Growth, ""
		}, []string{"/unit conflict"}},
		{"a reduction that starts with a number", func(ind *indicator.Indicator) { *ind = reduction("3.2", indicator.Increase) }, []string{"/baseline conflict 3.2"}},
		{"a reduction that starts with a rise", func(ind *indicator.Indicator) { *ind = reduction("-0.01", indicator.Decrease) }, []string{"/baseline conflict -0.01"}},
		{"a fault in the series", func(ind *indicator.Indicator) { ind.Series[1].Period = indicator.Period{} }, []string{"/series/1/period required"}},
		{"everything at once, in order", func(ind *indicator.Indicator) {
			*ind = indicator.Indicator{Nature: "x", Weight: value("-1"), Series: make(indicator.Series, 1), Targets: make([]indicator.Target, 1)}
		}, []string{
			"/code required", "/name required", "/nature enum x", "/direction required", "/kind required",
			"/series/0/period required", "/series/0/value required", "/targets/0/period required", "/targets/0/value required",
			"/weight range -1",
		}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			ind := yearly(indicator.Increase, "100", "150", "200")
			test.change(&ind)
			assert.Equal(t, test.want, faultLines(ind.Validate()))
		})
	}
}

func TestValidateSeries(t *testing.T) {
	at := func(p, v string, status indicator.Status) indicator.Observation {
		return indicator.Observation{Period: period(p), Value: orAbsent(v), Status: status}
	}
	tests := []struct {
		name   string
		series indicator.Series
		want   []string
	}{
		{"the zero Series is in order", nil, nil},
		{"in order", indicator.Series{at("2020", "1", ""), at("2021", "", indicator.Unavailable), at("2022", "0", indicator.Final)}, nil},
		{"a quarter before its year", indicator.Series{at("2020Q4", "1", ""), at("2020", "4", "")}, nil},
		{"no period", indicator.Series{at("", "1", "")}, []string{"/0/period required"}},
		{"a period twice", indicator.Series{at("2020", "1", ""), at("2020", "2", "")}, []string{"/1/period duplicate 2020"}},
		{"out of order", indicator.Series{at("2021", "1", ""), at("2020", "2", "")}, []string{"/1/period order 2020"}},
		{"a year before its quarter", indicator.Series{at("2020", "4", ""), at("2020Q4", "1", "")}, []string{"/1/period order 2020Q4"}},
		{"an unknown status", indicator.Series{at("2020", "1", "初步数")}, []string{"/0/status enum 初步数"}},
		{"no value, and no word why", indicator.Series{at("2020", "", "")}, []string{"/0/value required"}},
		{"unavailable, and a value", indicator.Series{at("2020", "0", indicator.Unavailable)}, []string{"/0/value conflict 0"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) { assert.Equal(t, test.want, faultLines(test.series.Validate())) })
	}
}

// orAbsent is the value of a text, absent for the empty one.
func orAbsent(text string) indicator.Value {
	if text == "" {
		return indicator.Value{}
	}
	return value(text)
}

func TestValidateTarget(t *testing.T) {
	tests := []struct {
		name                             string
		direction                        indicator.Direction
		period, value, low, high, leeway string
		qualifier                        indicator.Qualifier
		want                             []string
	}{
		{name: "a number", direction: indicator.Increase, period: "2025", value: "3"},
		{name: "a real 0 is a number", direction: indicator.Decrease, period: "2025", value: "0"},
		{name: "a range", direction: indicator.Range, period: "2025", low: "1", high: "2"},
		{name: "a range of one number", direction: indicator.Range, period: "2025", low: "1.0", high: "1"},
		{name: "a range with one end", direction: indicator.Range, period: "2025", high: "2"},
		{name: "about with a tolerance", direction: indicator.Increase, period: "2025", value: "20", qualifier: indicator.About, leeway: "1"},
		{name: "about with tolerance 0", direction: indicator.Increase, period: "2025", value: "20", qualifier: indicator.About, leeway: "0"},
		{name: "nothing", direction: indicator.Increase, want: []string{"/period required", "/value required"}},
		{name: "a range without ends", direction: indicator.Range, period: "2025", want: []string{"/low required"}},
		{name: "a range upside down", direction: indicator.Range, period: "2025", low: "2", high: "1", want: []string{"/low conflict 2"}},
		{name: "a range with a number", direction: indicator.Range, period: "2025", low: "1", high: "2", value: "1.5", want: []string{"/value conflict 1.5"}},
		{name: "a number with ends", direction: indicator.Maintain, period: "2025", value: "3", low: "1", want: []string{"/low conflict 1…"}},
		{name: "an unknown qualifier", direction: indicator.Increase, period: "2025", value: "3", qualifier: "左右", want: []string{"/qualifier enum 左右"}},
		{name: "about without a tolerance", direction: indicator.Increase, period: "2025", value: "3", qualifier: indicator.About, want: []string{"/tolerance conflict"}},
		{name: "a tolerance without about", direction: indicator.Increase, period: "2025", value: "3", leeway: "1", want: []string{"/tolerance conflict 1"}},
		{name: "a negative tolerance", direction: indicator.Increase, period: "2025", value: "3", qualifier: indicator.About, leeway: "-1", want: []string{"/tolerance range -1"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			target := indicator.Target{
				Period: period(test.period), Value: orAbsent(test.value), Low: orAbsent(test.low), High: orAbsent(test.high),
				Tolerance: orAbsent(test.leeway), Qualifier: test.qualifier,
			}
			assert.Equal(t, test.want, faultLines(target.Validate(test.direction)))
		})
	}
}

func TestValidateFacts(t *testing.T) {
	facts := []indicator.Fact{
		{Name: "引进人才", Value: value("51"), Unit: "人", Qualifier: indicator.AtLeast, Status: indicator.Final},
		{},
		{Name: "a", Value: value("0"), Qualifier: "余", Status: indicator.Unavailable},
	}
	assert.Equal(t, []string{
		"/1/name required", "/1/value required", "/2/qualifier enum 余", "/2/status enum unavailable",
	}, faultLines(indicator.ValidateFacts(facts)))
	assert.Empty(t, indicator.ValidateFacts(nil))
}

func TestFaultError(t *testing.T) {
	assert.Equal(t, `/weight: range: got "-1", want 0 or more`,
		indicator.Fault{Path: "/weight", Rule: indicator.FaultRange, Value: "-1", Want: "0 or more"}.Error())
	assert.Equal(t, `(whole document): required: want a text`, indicator.Fault{Rule: indicator.FaultRequired, Want: "a text"}.Error())
}

func TestFaultsError(t *testing.T) {
	var faults indicator.Faults
	assert.NoError(t, faults.Err(), "no fault is no error")
	for i := range 50 {
		faults.Add(indicator.Pointer(i), indicator.FaultRequired, "", "a text")
	}
	assert.Equal(t, 50, strings.Count(faults.Error(), "required"))
	assert.NotContains(t, faults.Error(), "in all")

	for i := range 73 {
		faults.Add(indicator.Pointer(50+i), indicator.FaultRequired, "", "a text")
	}
	lines := strings.Split(faults.Err().Error(), "\n")
	assert.Len(t, lines, 51)
	assert.Equal(t, "/49: required: want a text", lines[49])
	assert.Equal(t, "… 123 faults in all, 73 not shown", lines[50])

	var as indicator.Faults
	assert.True(t, errors.As(fmt.Errorf("plan: %w", faults.Err()), &as))
	assert.Len(t, as, 123, "all of them are there to be looked at")
}

func TestFaultValueIsCut(t *testing.T) {
	tests := []struct{ name, value, want string }{
		{"80 bytes stay", strings.Repeat("x", 80), strings.Repeat("x", 80)},
		{"81 bytes are cut", strings.Repeat("x", 81), strings.Repeat("x", 80) + "…"},
		{"no character is cut in half", strings.Repeat("淄", 27), strings.Repeat("淄", 26) + "…"},
		{"nor one outside the basic plane", "xxx" + strings.Repeat("𠮷", 20), "xxx" + strings.Repeat("𠮷", 19) + "…"},
		{"a million bytes", strings.Repeat("x", 1_000_000), strings.Repeat("x", 80) + "…"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var faults indicator.Faults
			faults.Add("/name", indicator.FaultText, test.value, "a short text")
			assert.Equal(t, test.want, faults[0].Value)
		})
	}
}

func TestPointer(t *testing.T) {
	assert.Equal(t, "/targets/0/period", indicator.Pointer("targets", 0, "period"))
	assert.Equal(t, "/a~1b/m~0n/~01", indicator.Pointer("a/b", "m~n", "~1"), "RFC 6901")
	assert.Equal(t, "", indicator.Pointer())

	var inner, outer indicator.Faults
	inner.Require("/name", "")
	inner.Require("/code", "a")
	outer.Under(indicator.Pointer("indicators", 3), inner)
	assert.Equal(t, []string{"/indicators/3/name required"}, faultLines(outer))
	assert.Equal(t, "/name", inner[0].Path, "the part is left alone")
}
