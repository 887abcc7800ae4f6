package indicator_test

import (
	"encoding/json"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var period = indicator.MustPeriod

func TestParsePeriod(t *testing.T) {
	tests := []struct {
		name, text, want string
	}{
		{"a year", "2022", "2022"},
		{"a half-year", "2022H1", "2022H1"},
		{"a quarter", "2022Q3", "2022Q3"},
		{"a month", "2022-07", "2022-07"},
		{"a day", "2022-07-15", "2022-07-15"},
		{"the first year", "0001", "0001"},
		{"the last year", "9999", "9999"},
		{"29 February of a leap year", "2020-02-29", "2020-02-29"},
		{"29 February of 2000", "2000-02-29", "2000-02-29"},
		{"a timestamp stands for its own day, not for the day in Greenwich", "2020-01-01T00:00:00+08:00", "2020-01-01"}, // date-09
		{"a timestamp in Greenwich", "2020-01-01T23:59:59Z", "2020-01-01"},
		{"a timestamp with fractions of a second", "2020-01-01T23:59:59.999-11:00", "2020-01-01"},
		{"nothing", "", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			p, err := indicator.ParsePeriod(test.text)
			require.NoError(t, err)
			assert.Equal(t, test.want, p.String())
			assert.Equal(t, test.want == "", p.IsZero())
		})
	}
}

func TestParsePeriodRefuses(t *testing.T) {
	for _, text := range []string{
		"2020-02-30", "2021-02-29", "1900-02-29", "2020-04-31", // date-01: not in the calendar
		"2020-13-01", "2020-00-01", "2020-01-00", "2020-01-32", // date-06
		"20200203",               // date-07
		"二〇二〇年", "2020年", "２０２０", // date-08
		"10000", "10000-01-01", // date-10
		"-001", "-1", "0000", "0", "0000-01-01", "0000Q1", // date-11
		"2016-2020", "2022H0", "2022H3", "2022Q0", "2022Q5", "2022h1", "2022q1", "2022-7", "2022-7-15", "2022/07/15",
		"2022-00", "2022-13", "2022-", "2022Q", "202", " 2022", "2022 ", "+202", "2022.07.15", "2022-07x15",
		"2020-01-01T", "2020-01-01T25:00:00Z", "2020-02-30T00:00:00Z", "2020-01-01T00:00:00", "2020-01-01 00:00:00Z",
	} {
		p, err := indicator.ParsePeriod(text)
		assert.ErrorIs(t, err, indicator.ErrPeriod, "%q", text)
		assert.True(t, p.IsZero(), "%q", text)
	}
}

func TestPeriodConstructors(t *testing.T) {
	assert.Equal(t, period("2022"), indicator.Year(2022))
	assert.Equal(t, period("2022-07"), indicator.Month(2022, 7))
	assert.Equal(t, period("2022-07-15"), indicator.Day(2022, 7, 15))
	for _, p := range []indicator.Period{
		indicator.Year(0), indicator.Year(-1), indicator.Year(10000), indicator.Month(0, 1), indicator.Month(2022, 0),
		indicator.Month(2022, 13), indicator.Day(2022, 2, 29), indicator.Day(2022, 1, 0), indicator.Day(2022, 13, 1),
		indicator.Day(10000, 1, 1),
	} {
		assert.True(t, p.IsZero(), "outside the calendar")
	}
	assert.PanicsWithValue(t, `indicator.MustPeriod("22"): not a period such as 2022, 2022H1, 2022Q3, 2022-07 or 2022-07-15`,
		func() { indicator.MustPeriod("22") })
}

func TestPeriodDays(t *testing.T) {
	tests := []struct {
		text, start, end string
		days             int
	}{
		{"2022", "2022-01-01", "2022-12-31", 365},
		{"2020", "2020-01-01", "2020-12-31", 366},
		{"1900", "1900-01-01", "1900-12-31", 365},
		{"2000", "2000-01-01", "2000-12-31", 366},
		{"2022H1", "2022-01-01", "2022-06-30", 181},
		{"2020H1", "2020-01-01", "2020-06-30", 182},
		{"2022H2", "2022-07-01", "2022-12-31", 184},
		{"2022Q1", "2022-01-01", "2022-03-31", 90},
		{"2020Q1", "2020-01-01", "2020-03-31", 91},
		{"2022Q2", "2022-04-01", "2022-06-30", 91},
		{"2022Q3", "2022-07-01", "2022-09-30", 92},
		{"2022Q4", "2022-10-01", "2022-12-31", 92},
		{"2022-02", "2022-02-01", "2022-02-28", 28},
		{"2020-02", "2020-02-01", "2020-02-29", 29},
		{"2022-04", "2022-04-01", "2022-04-30", 30},
		{"2022-07-15", "2022-07-15", "2022-07-15", 1},
		{"", "", "", 0},
	}
	for _, test := range tests {
		p := period(test.text)
		assert.Equal(t, test.start, p.Start().String(), test.text)
		assert.Equal(t, test.end, p.End().String(), test.text)
		assert.Equal(t, test.days, p.Days(), test.text)
	}
	_, month, day := period("2022Q1").EndDate()
	assert.Equal(t, []int{3, 31}, []int{month, day})
	assert.True(t, period("2022").IsYear())
	assert.False(t, period("2022H1").IsYear())
	assert.True(t, period("2022-07-15").IsDay())
	assert.False(t, period("2022-07").IsDay())
	assert.Equal(t, 2022, period("2022Q1").Year())
}

func TestPeriodOrder(t *testing.T) {
	inOrder := []string{
		"", "0001-01-01", "2021", "2022-01-01", "2022-01-31", "2022-01", "2022-02", "2022-03-31", "2022-03", "2022Q1",
		"2022-06", "2022Q2", "2022H1", "2022-12-31", "2022-12", "2022Q4", "2022H2", "2022", "2023-01-01", "9999",
	}
	for i, a := range inOrder {
		for j, b := range inOrder {
			want := 0
			if i < j {
				want = -1
			} else if i > j {
				want = 1
			}
			assert.Equal(t, want, period(a).Compare(period(b)), "%s against %s", a, b)
		}
	}
	shuffled := slices.Clone(inOrder)
	random := rand.New(rand.NewPCG(1, 2))
	random.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
	slices.SortFunc(shuffled, func(a, b string) int { return period(a).Compare(period(b)) })
	assert.Equal(t, inOrder, shuffled)
}

func TestPeriodBefore(t *testing.T) {
	assert.True(t, period("2021").Before(period("2022Q1")))
	assert.True(t, period("2022-06-30").Before(period("2022H2")))
	assert.False(t, period("2022Q2").Before(period("2022")), "a part is not before the whole")
	assert.False(t, period("2022").Before(period("2022")))
	assert.False(t, period("2023").Before(period("2022")))
}

func TestPreviousYear(t *testing.T) {
	tests := []struct{ text, want string }{
		{"2022", "2021"},
		{"2022H1", "2021H1"},
		{"2022Q3", "2021Q3"},
		{"2020-02", "2019-02"},
		{"2022-07-15", "2021-07-15"},
		{"2020-02-29", "2019-02-28"}, // date-17: clamped
		{"2021-02-28", "2020-02-28"},
		{"0001", ""},
		{"", ""},
	}
	for _, test := range tests {
		assert.Equal(t, test.want, period(test.text).PreviousYear().String(), test.text)
	}
}

// TestPeriodRoundTrip: reading what String wrote gives the period again, over the whole calendar.
func TestPeriodRoundTrip(t *testing.T) {
	check := func(text string) {
		p, err := indicator.ParsePeriod(text)
		require.NoError(t, err, text)
		require.Equal(t, text, p.String())
		again, err := indicator.ParsePeriod(p.String())
		require.NoError(t, err)
		require.True(t, p == again)
	}
	for year := 1; year <= 9999; year += 7 {
		y := indicator.Year(year).String()
		require.Len(t, y, 4)
		check(y)
		for _, part := range []string{"H1", "H2", "Q1", "Q2", "Q3", "Q4"} {
			check(y + part)
		}
		for month := 1; month <= 12; month++ {
			p := indicator.Month(year, month)
			check(p.String())
			check(p.Start().String())
			check(p.End().String())
		}
	}
}

// TestDaysAgreeWithTime counts days as package time does, over more than the 292 years that a time.Duration can hold.
func TestDaysAgreeWithTime(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 5000 {
		date := time.Date(1+random.IntN(9999), time.Month(1+random.IntN(12)), 1+random.IntN(31), 0, 0, 0, 0, time.UTC)
		if date.Year() > 9999 {
			continue
		}
		p := indicator.Day(date.Year(), int(date.Month()), date.Day())
		require.Equal(t, date.Format("2006-01-02"), p.String())
		next := date.AddDate(0, 0, 1)
		if next.Year() > 9999 {
			continue
		}
		q := indicator.Day(next.Year(), int(next.Month()), next.Day())
		require.True(t, p.Before(q))
		require.Equal(t, -1, p.Compare(q))
		require.Equal(t, date.AddDate(0, 1, -date.Day()).Day(), indicator.Month(date.Year(), int(date.Month())).Days())
	}
	assert.True(t, period("1600-01-01").Before(period("1900-01-01"))) // date-18
}

func TestPeriodJSON(t *testing.T) {
	type row struct {
		P indicator.Period `json:"p"`
		Q indicator.Period `json:"q,omitzero"`
	}
	text, err := json.Marshal(row{P: period("2022Q3")})
	require.NoError(t, err)
	assert.Equal(t, `{"p":"2022Q3"}`, string(text))
	var r row
	require.NoError(t, json.Unmarshal([]byte(`{"p":"2022-07","q":"2020-01-01T00:00:00+08:00"}`), &r))
	assert.Equal(t, row{period("2022-07"), period("2020-01-01")}, r)
	assert.ErrorIs(t, json.Unmarshal([]byte(`{"p":"2022-02-30"}`), &r), indicator.ErrPeriod)
	assert.Error(t, json.Unmarshal([]byte(`{"p":2022}`), &r), "a number is no period")
	assert.Equal(t, period("2022-07"), r.P, "a failed read changes nothing")
}

func TestNewSpan(t *testing.T) {
	tests := []struct {
		name, from, at, to string
		want               indicator.Span
		reason             indicator.Reason
	}{
		{"the second of five years", "2020", "2022", "2025", indicator.Span{Unit: "year", Elapsed: 2, Total: 5}, indicator.Present},
		{"nothing has elapsed at the baseline", "2020", "2020", "2025", indicator.Span{Unit: "year", Elapsed: 0, Total: 5}, indicator.Present},
		{"past the target", "2020", "2026", "2025", indicator.Span{Unit: "year", Elapsed: 6, Total: 5}, indicator.Present},
		{"quarters count in months", "2020Q4", "2021Q3", "2022Q4", indicator.Span{Unit: "month", Elapsed: 9, Total: 24}, indicator.Present},
		{"half-years count in months", "2020", "2021H1", "2025", indicator.Span{Unit: "month", Elapsed: 6, Total: 60}, indicator.Present},
		{"ten months of a year", "2015", "2016-10", "2016", indicator.Span{Unit: "month", Elapsed: 10, Total: 12}, indicator.Present},
		{"a day that ends a month", "2020", "2022-06-30", "2025", indicator.Span{Unit: "month", Elapsed: 18, Total: 60}, indicator.Present},
		{"the end of February of a leap year", "2019", "2020-02-29", "2020", indicator.Span{Unit: "month", Elapsed: 2, Total: 12}, indicator.Present},
		{"a day in the middle of a month", "2020", "2022-07-15", "2025", indicator.Span{}, indicator.PeriodUnaligned},
		{"28 February of a leap year", "2019", "2020-02-28", "2020", indicator.Span{}, indicator.PeriodUnaligned},
		{"a baseline that does not end with a month", "2020-06-01", "2022", "2025", indicator.Span{}, indicator.PeriodUnaligned},
		{"a target that does not end with a month", "2020", "2022", "2025-06-01", indicator.Span{}, indicator.PeriodUnaligned},
		{"before the baseline", "2020", "2019", "2025", indicator.Span{}, indicator.BeforeBaseline},
		{"no time between baseline and target", "2020", "2020", "2020", indicator.Span{}, indicator.NoTime},
		{"target before baseline", "2020", "2021", "2019", indicator.Span{}, indicator.NoTime},
		{"a year and its last quarter end together", "2020", "2020Q4", "2020-12-31", indicator.Span{}, indicator.NoTime},
		{"no baseline", "", "2022", "2025", indicator.Span{}, indicator.NoBaseline},
		{"no observation", "2020", "", "2025", indicator.Span{}, indicator.NoObservation},
		{"no target", "2020", "2022", "", indicator.Span{}, indicator.NoTarget},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			span, why := indicator.NewSpan(period(test.from), period(test.at), period(test.to))
			assert.Equal(t, test.reason, why)
			assert.Equal(t, test.want, span)
		})
	}
	assert.Equal(t, 1, indicator.Span{Unit: "year"}.PerYear())
	assert.Equal(t, 12, indicator.Span{Unit: "month"}.PerYear())
	assert.Equal(t, 1, indicator.Span{}.PerYear())
}
