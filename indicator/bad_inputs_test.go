package indicator_test

import (
	"encoding/json"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// badInputs has a case for each entry of testdata/bad_inputs.json, which is given the entry's input. Entries of the
// catalogue that another package answers for are tested there.
var badInputs = map[string]func(t *testing.T, input string){
	"number-04": func(t *testing.T, input string) {
		assert.Greater(t, len(input), 4000, "digits")
		refusesNumber(t, input, indicator.ErrNumberLong)
	},
	"number-07": noNumber, // 1_000
	"number-08": noNumber, // NaN
	"number-09": noNumber, // +Inf
	"number-10": func(t *testing.T, input string) {
		v, err := indicator.ParseValue(input)
		require.NoError(t, err)
		assert.Equal(t, indicator.IntValue(0), v, "-0 is 0")
		assert.Equal(t, "0", v.String())
	},
	"number-15": func(t *testing.T, input string) {
		texts := strings.Split(input, " / ")
		require.Len(t, texts, 2)
		for _, text := range texts {
			noNumber(t, text)
		}
	},
	"number-17": noNumber, // spaces in front
	"number-19": noNumber, // 1.2.3
	"number-20": noNumber, // --1
	"number-22": func(t *testing.T, input string) {
		v, err := indicator.ParseValue(input)
		require.NoError(t, err)
		assert.True(t, v.IsZero(), "absent")
		assert.NotEqual(t, indicator.IntValue(0), v, "and not 0")
		assert.Equal(t, indicator.NoTarget, v.Ratio(indicator.NoTarget).Missing())
	},
	"number-23": noNumber, // a dash is no missing marker here; whoever reads tables turns it into the absent Value
	"number-27": func(t *testing.T, _ string) {
		for _, actual := range []string{"-5", "0", "10"} {
			m := indicator.Measure(observed(observed(yearly(indicator.Increase, "-10", "", "20"), "2021", "-8"), "2022", actual), indicator.Period{})
			assert.Equal(t, indicator.NotPositive, m.MeanGrowth().Missing(), "from -10 to %s", actual)
			assert.Equal(t, indicator.NotPositive, m.YearOnYear().Missing(), "from -8 to %s", actual)
			assert.Equal(t, indicator.NotPositive, m.Multiple().Missing(), "%s of -10", actual)
			assert.Equal(t, indicator.NotPositive, m.ConstantGrowth().Missing(), "from -10 to %s", actual)
		}
	},
	"number-28": func(t *testing.T, _ string) {
		for _, direction := range []indicator.Direction{indicator.Increase, indicator.Decrease, indicator.Maintain} {
			m := indicator.Measure(yearly(direction, "", "0", "0"), indicator.Period{})
			assert.Equal(t, indicator.ZeroDenominator, m.Attainment().Missing(), "no ratio, %s", direction)
			j := indicator.Judge(indicator.Schedule(indicator.Bands{}), &m)
			assert.Equal(t, indicator.Achieved, j.Verdict, "a verdict by comparison, %s", direction)
			assert.Equal(t, "0", j.Margin.String())
		}
	},
	"number-31": func(t *testing.T, _ string) {
		m := indicator.Measure(yearly(indicator.Increase, "0", "1001", "100"), indicator.Period{})
		assert.Equal(t, "1001.00", percent(m.Attainment()), "kept")
		assert.Equal(t, "1001.00", percent(m.Progress()), "kept")
		assert.Equal(t, "901", indicator.Judge(indicator.Schedule(indicator.Bands{}), &m).Margin.String())
	},

	"date-01": noPeriod, // 30 February
	"date-06": noPeriod, // month 13
	"date-07": noPeriod, // 20200203
	"date-08": noPeriod, // Chinese digits
	"date-09": func(t *testing.T, input string) {
		p, err := indicator.ParsePeriod(input)
		require.NoError(t, err)
		assert.Equal(t, indicator.Day(2020, 1, 1), p, "its own day, not the day in Greenwich")
	},
	"date-10": func(t *testing.T, _ string) {
		noPeriod(t, "10000")
		noPeriod(t, "10000-01-01")
		assert.True(t, indicator.Year(10000).IsZero())
	},
	"date-11": func(t *testing.T, _ string) {
		for _, text := range []string{"-1", "-001", "0", "0000"} {
			noPeriod(t, text)
		}
		assert.True(t, indicator.Year(-1).IsZero())
		assert.True(t, indicator.Year(0).IsZero())
	},
	"date-12": func(t *testing.T, _ string) {
		ind := yearly(indicator.Increase, "100", "150", "200")
		ind.Targets[0].Period = period("2019")
		faults := ind.Validate()
		require.Len(t, faults, 1)
		assert.Equal(t, indicator.Fault{Path: "/targets/0/period", Rule: indicator.FaultOrder, Value: "2019", Want: "a period after the baseline 2020"}, faults[0], "names both")
		_, why := indicator.NewSpan(period("2020"), period("2020"), period("2019"))
		assert.Equal(t, indicator.NoTime, why)
	},
	"date-13": func(t *testing.T, _ string) {
		span, why := indicator.NewSpan(period("2016"), period("2016"), period("2020"))
		assert.Equal(t, indicator.Present, why)
		assert.Equal(t, 5, span.Inclusive(), "years of the plan")
		assert.Equal(t, 4, span.Total, "times that something can grow from 2016 to 2020")
	},
	"date-17": func(t *testing.T, _ string) {
		// Nothing adds a year to a day; the year before is clamped, and quarters and months keep their ends.
		assert.Equal(t, period("2019-02-28"), period("2020-02-29").PreviousYear())
		assert.Equal(t, period("2020-02-28"), period("2021-02-28").PreviousYear())
		assert.Equal(t, period("2020-02"), period("2021-02").PreviousYear())
		assert.Equal(t, period("2020-02-29"), period("2020-02").End())
	},
	"date-18": func(t *testing.T, _ string) {
		span, why := indicator.NewSpan(period("1600"), period("1900"), period("2000"))
		assert.Equal(t, indicator.Present, why)
		assert.Equal(t, indicator.Span{Unit: "year", Elapsed: 300, Total: 400}, span)
		span, why = indicator.NewSpan(period("1600-12-31"), period("1900-12-31"), period("2000-12-31"))
		assert.Equal(t, indicator.Present, why)
		assert.Equal(t, indicator.Span{Unit: "month", Elapsed: 3600, Total: 4800}, span)
	},
	"date-20": func(t *testing.T, _ string) {
		ind := observed(yearly(indicator.Increase, "100", "150", "200"), "9999", "160")
		assert.Equal(t, period("9999"), indicator.Measure(ind, indicator.Period{}).Actual.Period, "without a date nothing is in the future")
		assert.Equal(t, period("2022"), indicator.Measure(ind, period("9999-12-30")).Actual.Period)
		local := time.Local
		defer func() { time.Local = local }()
		want := everything(t)
		for _, hours := range []int{-12, 0, 14} {
			time.Local = time.FixedZone("", hours*60*60)
			assert.Equal(t, want, everything(t), "in the time zone %d", hours)
		}
	},

	"json-06": func(t *testing.T, input string) { refusesJSON(t, input, indicator.ErrNumberSyntax) }, // 1e400: an exponent is no number here, and never +Inf
	"json-08": func(t *testing.T, input string) {
		v, err := readJSON(input)
		require.NoError(t, err)
		assert.Equal(t, "9007199254740993", v.String())
	},
	"json-09": func(t *testing.T, input string) { refusesJSON(t, input, indicator.ErrNumberSyntax) }, // "NaN"
	"json-12": func(t *testing.T, input string) { // 01, which the JSON reader refuses before the Value is asked
		_, err := readJSON(input)
		var syntax *json.SyntaxError
		assert.ErrorAs(t, err, &syntax)
	},
	"json-20": func(t *testing.T, input string) { // true; the path is for who reads the document
		refusesJSON(t, strings.TrimSuffix(input, " for number"), indicator.ErrNumberSyntax)
	},

	"identity-21": func(t *testing.T, _ string) {
		ind := yearly(indicator.Increase, "100", "150", "200")
		ind.Weight = value("-0.5")
		assert.Equal(t, []string{"/weight range -0.5"}, faultLines(ind.Validate()))
		for _, weight := range []string{"0", "100"} {
			ind.Weight = value(weight)
			assert.Empty(t, ind.Validate(), "a weight of %s is in order", weight)
		}
	},
}

func noNumber(t *testing.T, input string) { refusesNumber(t, input, indicator.ErrNumberSyntax) }

// refusesNumber makes sure that no way of reading makes a Value of a text, or changes the one that there is.
func refusesNumber(t *testing.T, input string, want error) {
	t.Helper()
	v, err := indicator.ParseValue(input)
	assert.ErrorIs(t, err, want)
	assert.True(t, v.IsZero(), "an error comes with no Value")
	v = indicator.IntValue(7)
	assert.ErrorIs(t, v.Scan(input), want, "from a database")
	quoted, err := json.Marshal(input)
	require.NoError(t, err)
	assert.ErrorIs(t, json.Unmarshal(quoted, &v), want, "from JSON")
	assert.Equal(t, "7", v.String(), "a failed read changes nothing")
}

func noPeriod(t *testing.T, input string) {
	t.Helper()
	p, err := indicator.ParsePeriod(input)
	assert.ErrorIs(t, err, indicator.ErrPeriod, "%q", input)
	assert.True(t, p.IsZero(), "%q", input)
	p = indicator.Year(2020)
	assert.ErrorIs(t, p.UnmarshalText([]byte(input)), indicator.ErrPeriod, "%q", input)
	assert.Equal(t, indicator.Year(2020), p, "a failed read changes nothing")
}

// readJSON reads the member val of a document.
func readJSON(document string) (indicator.Value, error) {
	read := struct {
		Val indicator.Value `json:"val"`
	}{indicator.IntValue(7)}
	err := json.Unmarshal([]byte(document), &read)
	return read.Val, err
}

func refusesJSON(t *testing.T, document string, want error) {
	t.Helper()
	v, err := readJSON(document)
	assert.ErrorIs(t, err, want, "%s", document)
	assert.Equal(t, "7", v.String(), "a failed read changes nothing")
}

func TestBadInputs(t *testing.T) {
	text, err := os.ReadFile("testdata/bad_inputs.json")
	require.NoError(t, err)
	var entries []struct{ ID, Category, Input, Expect, Source string }
	require.NoError(t, json.Unmarshal(text, &entries))
	seen := map[string]bool{}
	for _, entry := range entries {
		seen[entry.ID] = true
		t.Run(entry.ID+" "+entry.Expect, func(t *testing.T) {
			require.NotEmpty(t, entry.Source)
			run, ok := badInputs[entry.ID]
			require.True(t, ok, "the entry has no case")
			run(t, entry.Input)
		})
	}
	for id := range badInputs {
		assert.True(t, seen[id], "the case %s has no entry", id)
	}
	assert.Len(t, entries, 32)
}
