package survey_test

import (
	"encoding/json"
	"math/rand/v2"
	"testing"

	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/survey"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// printed are the eight percentages that the Zibo post-evaluation report of 2023 prints in part 四（三）3 for the 93
// questionnaires received, each with a count that fits it. The report prints no count; these are reconstructed here
// to exercise the comparison.
var printed = []struct {
	percent, count string
	agreement      survey.Agreement
	rounded        string // k/93 in per cent, half up at the printed places, by hand
}{
	{"78.4", "73", survey.OnlyTruncated, "78.5"}, // 78.494…, which half up makes 78.5
	{"61.2", "57", survey.OnlyTruncated, "61.3"}, // 61.290…
	{"81.7", "76", survey.Consistent, "81.7"},    // 81.720…
	{"64.5", "60", survey.Consistent, "64.5"},    // 64.516…
	{"47.3", "44", survey.Consistent, "47.3"},    // 47.311…
	{"40.8", "38", survey.OnlyTruncated, "40.9"}, // 40.860…
	{"56.9", "53", survey.OnlyTruncated, "57.0"}, // 56.989…
	{"44", "41", survey.Consistent, "44"},        // 44.086…
}

// reconstructed is the seed's survey with those counts.
func reconstructed() survey.Survey {
	s := survey.Survey{Code: "zibo-2023", Title: "规划实施问卷调查", Returned: number("93"), Source: "四（三）3"}
	for i, p := range printed {
		s.Questions = append(s.Questions, survey.Question{
			Code: string(rune('a' + i)), Text: "问题", Kind: survey.Single, Base: survey.Respondents,
			Tallies: []survey.Tally{{Option: "是", Count: number(p.count), Percent: number(p.percent)}},
		})
	}
	return s
}

func TestTheSeedsPercentagesAgainstCounts(t *testing.T) {
	s := reconstructed()
	require.Empty(t, s.Validate())
	got := tabulate(s)
	for i, p := range printed {
		t.Run(p.percent, func(t *testing.T) {
			proportion := got.Questions[i].Proportions[0]
			assert.Equal(t, p.rounded, proportion.Share.Result.Percent(number(p.percent).Places(), indicator.HalfUp).StringFixed(int32(number(p.percent).Places())))
			assert.Equal(t, p.agreement, proportion.Agreement)
			assert.Contains(t, proportion.Roundings, indicator.Truncate, "all eight are truncations")
		})
	}
}

func TestTheSeedsPercentagesAloneStayAsPrinted(t *testing.T) {
	s := reconstructed()
	for i := range s.Questions {
		s.Questions[i].Tallies[0].Count = indicator.Value{}
	}
	require.Empty(t, s.Validate())
	for i, d := range tabulate(s).Questions {
		proportion := d.Proportions[0]
		assert.Equal(t, survey.BaseCount{Kind: survey.Respondents, Count: survey.CountReturned, Value: number("93")}, d.Base)
		assert.Equal(t, printed[i].percent, proportion.Printed.String())
		assert.Equal(t, survey.FromPercentages, proportion.Knowledge)
		assert.Equal(t, "no-count", fraction(t, proportion.Share))
		assert.Equal(t, survey.Unchecked, proportion.Agreement)
		assert.Empty(t, proportion.Roundings)
	}
}

func TestBase(t *testing.T) {
	// Ticks of 30, 50 and 20 among 80 who answered, of 90 valid and 93 returned questionnaires. Fractions by hand.
	tallies := []survey.Tally{
		{Option: "甲", Count: number("30")}, {Option: "乙", Count: number("50")}, {Option: "丙", Count: number("20")},
	}
	gap := []survey.Tally{{Option: "甲", Count: number("30")}, {Option: "乙", Percent: number("50")}}
	cases := []struct {
		name                      string
		base                      survey.Base
		valid, returned, answered string
		tallies                   []survey.Tally
		want                      survey.BaseCount
		shares                    []string
	}{
		{
			"respondents are the valid questionnaires", survey.Respondents, "90", "93", "80", tallies,
			survey.BaseCount{Kind: "respondents", Count: "valid", Value: number("90")}, []string{"1/3", "5/9", "2/9"},
		},
		{
			"respondents are the returned questionnaires where valid is not stated", survey.Respondents, "", "93", "80", tallies,
			survey.BaseCount{Kind: "respondents", Count: "returned", Value: number("93")}, []string{"10/31", "50/93", "20/93"},
		},
		{
			"a valid count of 0 is stated", survey.Respondents, "0", "93", "", []survey.Tally{{Option: "甲", Count: number("0")}},
			survey.BaseCount{Kind: "respondents", Count: "valid", Value: number("0")}, []string{"zero-denominator"},
		},
		{
			"respondents are missing where neither count is stated", survey.Respondents, "", "", "80", tallies,
			survey.BaseCount{Kind: "respondents", Missing: indicator.NoCount}, []string{"no-count", "no-count", "no-count"},
		},
		{
			"answered is the question's own count", survey.Answered, "90", "93", "80", tallies,
			survey.BaseCount{Kind: "answered", Count: "answered", Value: number("80")}, []string{"3/8", "5/8", "1/4"},
		},
		{
			"answered has no substitute", survey.Answered, "90", "93", "", tallies,
			survey.BaseCount{Kind: "answered", Missing: indicator.NoCount}, []string{"no-count", "no-count", "no-count"},
		},
		{
			"responses are the sum of the counts", survey.Responses, "90", "93", "80", tallies,
			survey.BaseCount{Kind: "responses", Count: "responses", Value: number("100")}, []string{"3/10", "1/2", "1/5"},
		},
		{
			"responses are missing while one option has no count", survey.Responses, "90", "93", "80", gap,
			survey.BaseCount{Kind: "responses", Missing: indicator.NoCount}, []string{"no-count", "no-count"},
		},
		{
			"responses of 0 divide nothing", survey.Responses, "90", "93", "80", []survey.Tally{{Option: "甲", Count: number("0")}},
			survey.BaseCount{Kind: "responses", Count: "responses", Value: number("0")}, []string{"zero-denominator"},
		},
		{
			"responses are missing without options", survey.Responses, "90", "93", "80", nil,
			survey.BaseCount{Kind: "responses", Missing: indicator.NoCount}, []string{},
		},
		{
			"an unknown base is no base", "households", "90", "93", "80", tallies,
			survey.BaseCount{Kind: "households", Missing: indicator.NoCount}, []string{"no-count", "no-count", "no-count"},
		},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got := tabulate(survey.Survey{
				Valid: number(c.valid), Returned: number(c.returned),
				Questions: []survey.Question{{
					Code: "1", Kind: survey.Multiple, Base: c.base, Answered: number(c.answered), Tallies: c.tallies,
				}},
			}).Questions[0]
			shares := make([]string, 0, len(got.Proportions))
			for _, p := range got.Proportions {
				shares = append(shares, fraction(t, p.Share))
			}
			assert.Equal(t, "1", got.Question)
			assert.Equal(t, c.want, got.Base)
			assert.Equal(t, c.shares, shares)
		})
	}
}

func TestASumOfCountsTooLongForAValueIsMissing(t *testing.T) {
	nines := number("99999999999999999999999999999999999999") // 38 digits, which Validate refuses as a count
	got := tabulate(survey.Survey{Questions: []survey.Question{{
		Kind: survey.Multiple, Base: survey.Responses,
		Tallies: []survey.Tally{{Option: "甲", Count: nines}, {Option: "乙", Count: nines}},
	}}})
	assert.Equal(t, indicator.NoCount, got.Questions[0].Base.Missing)
}

func TestKnowledge(t *testing.T) {
	cases := []struct {
		name           string
		returned       string
		count, percent string
		want           survey.Knowledge
	}{
		{"a count with its base is a tally", "93", "73", "", survey.FromTallies},
		{"a count outranks the percentage printed beside it", "93", "73", "78.4", survey.FromTallies},
		{"a percentage alone stays a percentage", "93", "", "78.4", survey.FromPercentages},
		{"a count without base leaves the percentage", "", "73", "78.4", survey.FromPercentages},
		{"a count without base or percentage is nothing yet", "", "73", "", survey.Unknown},
		{"an option with neither is unknown", "93", "", "", survey.Unknown},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			assert.Equal(t, c.want, proportion(c.returned, c.count, c.percent).Knowledge)
		})
	}
}

// proportion tabulates one option of one question.
func proportion(returned, count, percent string) survey.Proportion {
	return tabulate(survey.Survey{Returned: number(returned), Questions: []survey.Question{{
		Kind: survey.Single, Base: survey.Respondents,
		Tallies: []survey.Tally{{Option: "是", Count: number(count), Percent: number(percent)}},
	}}}).Questions[0].Proportions[0]
}

func TestAgreement(t *testing.T) {
	all := []indicator.Rounding{indicator.HalfUp, indicator.HalfEven, indicator.Truncate}
	rounded := []indicator.Rounding{indicator.HalfUp, indicator.HalfEven}
	// Quotients by hand: 1/8 = 12.5 %, 7/8 = 87.5 %, 8/12 = 66.666… %, 1/3 = 33.333… %, 3/8 = 37.5 %.
	cases := []struct {
		name                 string
		count, base, percent string
		want                 survey.Agreement
		modes                []indicator.Rounding
	}{
		{"an exact percentage fits every mode", "1", "8", "12.5", survey.Consistent, all},
		{"trailing zeros are places too", "1", "8", "12.500", survey.Consistent, all},
		{"a tie rounded up is half up only", "1", "8", "13", survey.Consistent, all[:1]},
		{"a tie cut off is half even and truncation", "1", "8", "12", survey.Consistent, all[1:]},
		{"a tie beside an odd digit goes up in both", "7", "8", "88", survey.Consistent, rounded},
		{"a tie beside an odd digit cut off is truncation only", "7", "8", "87", survey.OnlyTruncated, all[2:]},
		{"rounded up fits both roundings", "8", "12", "66.7", survey.Consistent, rounded},
		{"cut off fits truncation only", "8", "12", "66.6", survey.OnlyTruncated, all[2:]},
		{"rounded down fits every mode", "1", "3", "33.3", survey.Consistent, all},
		{"rounded up where it should go down fits nothing", "1", "3", "33.4", survey.Contradictory, nil},
		{"another number fits nothing", "3", "8", "73.5", survey.Contradictory, nil},
		{"x = 0 is 0 %", "0", "8", "0.0", survey.Consistent, all},
		{"x = n is 100 %", "8", "8", "100.00", survey.Consistent, all},
		{"almost none is not printed 0.1", "0", "8", "0.1", survey.Contradictory, nil},
		{"without percentage there is nothing to check", "1", "8", "", survey.Unchecked, nil},
		{"without count there is nothing to check", "", "8", "12.5", survey.Unchecked, nil},
		{"without base there is nothing to check", "1", "", "12.5", survey.Unchecked, nil},
		{"on a base of 0 there is nothing to check", "0", "0", "0", survey.Unchecked, nil},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got := proportion(c.base, c.count, c.percent)
			assert.Equal(t, c.want, got.Agreement)
			assert.Equal(t, c.modes, got.Roundings)
		})
	}
}

func TestSharesAtTheEndsAreExact(t *testing.T) {
	assert.Equal(t, "0", fraction(t, proportion("93", "0", "").Share), "x = 0")
	assert.Equal(t, "1", fraction(t, proportion("93", "93", "").Share), "x = n")
}

func TestAShareCarriesItsInputs(t *testing.T) {
	s := survey.Survey{
		Returned: number("93"), Source: "附表1",
		Questions: []survey.Question{
			{
				Kind: survey.Single, Base: survey.Respondents, Source: "附表2",
				Tallies: []survey.Tally{{Option: "是", Count: number("73")}},
			},
			{
				Kind: survey.Single, Base: survey.Answered, Answered: number("90"), Source: "附表3",
				Tallies: []survey.Tally{{Option: "是", Count: number("73")}},
			},
			{
				Kind: survey.Multiple, Base: survey.Responses,
				Tallies: []survey.Tally{{Option: "是", Count: number("73")}, {Option: "否", Count: number("27")}},
			},
		},
	}
	got := tabulate(s).Questions
	assert.Equal(t, []indicator.Input{
		{Symbol: "x", Value: number("73"), Source: "附表2"}, {Symbol: "n", Value: number("93"), Source: "附表1"},
	}, got[0].Proportions[0].Share.Inputs, "the question's source for its counts, the survey's for its own")
	assert.Equal(t, []indicator.Input{
		{Symbol: "x", Value: number("73"), Source: "附表3"}, {Symbol: "n", Value: number("90"), Source: "附表3"},
	}, got[1].Proportions[0].Share.Inputs, "answered belongs to the question")
	assert.Equal(t, []indicator.Input{
		{Symbol: "x", Value: number("73"), Source: "附表1"},
		{Symbol: "n", Value: number("100"), Status: indicator.Derived, Source: "附表1"},
	}, got[2].Proportions[0].Share.Inputs, "a sum is derived")
}

func TestAProportionsJSONNamesItsRoundings(t *testing.T) {
	text, err := json.Marshal(proportion("8", "1", "12.5"))
	require.NoError(t, err)
	assert.Equal(t, `{"option":"是","knowledge":"tallies","share":{"formula":"share","expression":"x ÷ n",`+
		`"inputs":[{"symbol":"x","value":"1"},{"symbol":"n","value":"8"}],"result":{"fraction":"1/8","rounded":"0.125000"}},`+
		// Wilson's bounds of 1 of 8: R's prop.test without correction gives 0.0224 and 0.4709.
		`"interval":{"method":"wilson","confidence":"0.95","size":{"fraction":"8","rounded":"8.000000"},`+
		`"low":{"rounded":"0.022417"},"high":{"rounded":"0.470888"}},`+
		`"printed":"12.5","agreement":"consistent","roundings":["half-up","half-even","truncate"]}`, string(text))
}

// printAs prints x of n in per cent at the given places with integers alone: P is the percentage times 10^places.
func printAs(x, n int64, places int, mode indicator.Rounding) indicator.Value {
	scale := int64(100)
	for range places {
		scale *= 10
	}
	p, rest := x*scale/n, x*scale%n
	switch {
	case mode == indicator.HalfUp && 2*rest >= n:
		p++
	case mode == indicator.HalfEven && (2*rest > n || 2*rest == n && p%2 == 1):
		p++
	}
	digits := indicator.IntValue(p).String()
	if places == 0 {
		return number(digits)
	}
	for len(digits) <= places {
		digits = "0" + digits
	}
	return number(digits[:len(digits)-places] + "." + digits[len(digits)-places:])
}

// checkPrinted holds a single choice with the given counts against its own percentages, printed by each mode: nothing
// is faulted, the mode is recognised, and the shares sum to 1.
func checkPrinted(t *testing.T, counts []int64, places int) {
	t.Helper()
	var n int64
	for _, x := range counts {
		n += x
	}
	if n == 0 {
		return
	}
	for _, mode := range []indicator.Rounding{indicator.HalfUp, indicator.HalfEven, indicator.Truncate} {
		q := survey.Question{Code: "1", Text: "问题", Kind: survey.Single, Base: survey.Respondents}
		for i, x := range counts {
			q.Tallies = append(q.Tallies, survey.Tally{
				Option: indicator.IntValue(int64(i)).String(), Count: indicator.IntValue(x), Percent: printAs(x, n, places, mode),
			})
		}
		s := survey.Survey{Code: "q", Title: "问卷", Valid: indicator.IntValue(n), Questions: []survey.Question{q}}
		assert.Empty(t, s.Validate())
		total := indicator.IntRatio(0, 1)
		for i, p := range tabulate(s).Questions[0].Proportions {
			assert.Containsf(t, p.Roundings, mode, "%d of %d printed %s", counts[i], n, p.Printed)
			total = total.Add(p.Share.Result.(indicator.Ratio))
		}
		assert.Equal(t, "1", total.String())
	}
}

func TestWhatOneModePrintsIsFoundByThatMode(t *testing.T) {
	random := rand.New(rand.NewPCG(93, 8))
	for range 300 {
		counts := make([]int64, 1+random.IntN(12))
		for i := range counts {
			counts[i] = random.Int64N(1 + random.Int64N(500))
		}
		checkPrinted(t, counts, random.IntN(7))
	}
}

func FuzzWhatOneModePrintsIsFoundByThatMode(f *testing.F) {
	f.Add([]byte{73, 20}, uint8(1))
	f.Add([]byte{1, 7}, uint8(0))
	f.Add([]byte{1, 1, 1, 1, 1, 1, 1}, uint8(0))
	f.Fuzz(func(t *testing.T, data []byte, places uint8) {
		counts := make([]int64, 0, len(data))
		for _, b := range data {
			counts = append(counts, int64(b))
		}
		checkPrinted(t, counts, int(places%7))
	})
}
