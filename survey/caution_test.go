package survey_test

import (
	"encoding/json"
	"testing"

	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/survey"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestCautions(t *testing.T) {
	cases := []struct {
		name, valid string
		options     survey.Options
		want        survey.Caution
	}{
		{"30 are enough", "30", survey.Options{}, survey.BaseLarge},
		{"29 are few", "29", survey.Options{}, survey.BaseSmall},
		{"10 are few", "10", survey.Options{}, survey.BaseSmall},
		{"9 are withheld", "9", survey.Options{}, survey.BaseWithheld},
		{"1 is withheld", "1", survey.Options{}, survey.BaseWithheld},
		{"nobody needs no care", "0", survey.Options{}, survey.BaseLarge},
		{"a base that is not stated is not known to be small", "", survey.Options{}, survey.BaseLarge},
		{"options name other limits", "100", survey.Options{SmallBase: 101}, survey.BaseSmall},
		{"options withhold more", "100", survey.Options{LeastBase: 101}, survey.BaseWithheld},
		{"options withhold less", "9", survey.Options{LeastBase: 9}, survey.BaseSmall},
		{"negative ones mark and withhold nothing", "1", survey.Options{SmallBase: -1, LeastBase: -1}, survey.BaseLarge},
		{"a negative one alone withholds nothing", "1", survey.Options{LeastBase: -1}, survey.BaseSmall},
		{"a base that no int holds is large", "99999999999999999999", survey.Options{}, survey.BaseLarge},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got := survey.Tabulate(asked(c.valid, single("1", 1)), c.options).Questions[0]
			assert.Equal(t, c.want, got.Caution)
			assert.Equal(t, c.want == survey.BaseWithheld, got.Proportions[0].Share.Result.Missing() == indicator.Withheld)
		})
	}
}

// TestAWithheldQuestionLeaksNoCount uses numbers that would be seen; the options withhold bases below 99,999.
func TestAWithheldQuestionLeaksNoCount(t *testing.T) {
	numbers := []string{"4711", "3187", "2953", "73.58", "31.49"}
	of := func(kind survey.Kind) survey.Question {
		q := survey.Question{Code: "1", Text: "问题", Kind: kind, Base: survey.Respondents, Tallies: []survey.Tally{
			{Option: "甲", Count: number("4711"), Percent: number("73.58")}, {Option: "乙", Count: number("3187"), Percent: number("31.49")},
			{Option: "丙", Count: number("2953")}, {Option: "丁", Percent: number("31.49")},
		}}
		if kind == survey.Scale {
			q.Satisfaction = survey.WeightedScore
			for i := range q.Tallies {
				q.Tallies[i].Score = indicator.IntValue(int64(i))
			}
		}
		return q
	}
	for _, kind := range []survey.Kind{survey.Single, survey.Multiple, survey.Scale} {
		s := asked("50000", of(kind))
		shown := survey.Tabulate(s, survey.Options{})
		text, err := json.Marshal(shown)
		require.NoError(t, err)
		for _, n := range numbers {
			assert.Contains(t, string(text), n, "%s: it would be seen", kind)
		}
		hidden := survey.Tabulate(s, survey.Options{LeastBase: 99_999})
		text, err = json.Marshal(hidden)
		require.NoError(t, err)
		for _, n := range append(numbers, "fraction", "rounded\"") {
			if n == "fraction" || n == "rounded\"" {
				distribution, err := json.Marshal(hidden.Questions[0])
				require.NoError(t, err)
				assert.NotContains(t, string(distribution), n, "%s: no result at all", kind)
				continue
			}
			assert.NotContains(t, string(text), n, string(kind))
		}
		for _, p := range hidden.Questions[0].Proportions {
			assert.NotEmpty(t, p.Option)
			assert.Equal(t, indicator.Withheld, p.Interval.Missing())
			assert.True(t, p.Printed.IsZero())
			assert.Empty(t, p.Roundings)
			assert.Empty(t, p.Behind)
			for _, f := range p.Figures() {
				assert.Equal(t, indicator.Withheld, f.Result.Missing())
			}
		}
		assert.NotEqual(t, indicator.Withheld, shown.Questions[0].Proportions[0].Share.Result.Missing(), "and the shown one is left as it was")
	}
}

func TestAWithheldQuestionIsNotInThePrinting(t *testing.T) {
	few := single("1", 0, 0)
	few.Tallies[0].Count, few.Tallies[1].Count = number(""), number("")
	few.Tallies[0].Percent, few.Tallies[1].Percent = number("13.7"), number("12.9") // of 9 neither can be
	s := asked("9", few)
	shown, hidden := tabulate(s).Printing, survey.Tabulate(s, survey.Options{}).Printing
	assert.Equal(t, 2, shown.Tested)
	assert.Len(t, shown.Never(), 2)
	assert.Zero(t, hidden.Tested)
	assert.Empty(t, hidden.Never())
	assert.Zero(t, hidden.Largest)
}

func TestBasesLessWhatIsOutside(t *testing.T) {
	// 40 and 30 of 100, 20 of them outside; asked 90, answered 80. Fractions by hand.
	base := func(kind survey.Kind, base survey.Base, change func(q *survey.Question)) survey.Survey {
		q := survey.Question{Code: "2", Text: "问题", Kind: kind, Base: base, Asked: number("90"), Answered: number("80"), Tallies: []survey.Tally{
			{Option: "甲", Count: number("30")}, {Option: "乙", Count: number("20")}, {Option: "不知道", Count: number("20"), Outside: true},
		}}
		if change != nil {
			change(&q)
		}
		return asked("100", single("1", 90), q)
	}
	cases := []struct {
		name   string
		survey survey.Survey
		want   survey.BaseCount
		shares []string
	}{
		{"respondents", base(survey.Single, survey.Respondents, nil),
			survey.BaseCount{Kind: "respondents", Count: "valid", Value: number("80"), Outside: number("20")}, []string{"3/8", "1/4", "outside-base"}},
		{"those asked", base(survey.Single, survey.Asked, nil),
			survey.BaseCount{Kind: "asked", Count: "asked", Value: number("70"), Outside: number("20")}, []string{"3/7", "2/7", "outside-base"}},
		{"those who answered", base(survey.Multiple, survey.Answered, nil),
			survey.BaseCount{Kind: "answered", Count: "answered", Value: number("60"), Outside: number("20")}, []string{"1/2", "1/3", "outside-base"}},
		{"the ticks inside", base(survey.Multiple, survey.Responses, nil),
			survey.BaseCount{Kind: "responses", Count: "responses", Value: number("50"), Outside: number("20")}, []string{"3/5", "2/5", "outside-base"}},
		{"a question put to all is put to the respondents", base(survey.Single, survey.Asked, func(q *survey.Question) { q.Asked = number("") }),
			survey.BaseCount{Kind: "asked", Count: "valid", Value: number("80"), Outside: number("20")}, []string{"3/8", "1/4", "outside-base"}},
		{"one that was put to some is not", base(survey.Single, survey.Asked, func(q *survey.Question) {
			q.Asked, q.AskedIf = number(""), &survey.Condition{Question: "1", Options: []string{"a"}}
		}), survey.BaseCount{Kind: "asked", Missing: indicator.NoCount, Outside: number("20")}, []string{"no-count", "no-count", "outside-base"}},
		{"without the count outside there is no base", base(survey.Single, survey.Respondents, func(q *survey.Question) {
			q.Tallies[2].Count, q.Tallies[2].Percent = number(""), number("20.0")
		}), survey.BaseCount{Kind: "respondents", Missing: indicator.NoCount}, []string{"no-count", "no-count", "outside-base"}},
		{"nobody outside takes nobody off", base(survey.Single, survey.Respondents, func(q *survey.Question) { q.Tallies[2].Count = number("0") }),
			survey.BaseCount{Kind: "respondents", Count: "valid", Value: number("100"), Outside: number("0")}, []string{"3/10", "1/5", "outside-base"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			require.Empty(t, c.survey.Validate())
			d := tabulate(c.survey).Questions[1]
			assert.Equal(t, c.want, d.Base)
			var got []string
			for _, p := range d.Proportions {
				got = append(got, fraction(t, p.Share))
			}
			assert.Equal(t, c.shares, got)
		})
	}
	inputs := tabulate(cases[0].survey).Questions[1].Proportions[0].Share.Inputs
	assert.Equal(t, indicator.Derived, inputs[1].Status, "a base from which something was taken off is derived")
}

func TestSharesOfTicksSumToOne(t *testing.T) {
	q := survey.Question{Code: "1", Text: "问题", Kind: survey.Multiple, Base: survey.Respondents, Tallies: []survey.Tally{
		{Option: "甲", Count: number("60")}, {Option: "乙", Count: number("45")}, {Option: "丙", Count: number("15")},
	}}
	d := tabulate(asked("80", q)).Questions[0]
	want := [][]string{{"3/4", "1/2"}, {"9/16", "3/8"}, {"3/16", "1/8"}} // of 80 people, of 120 ticks
	total := indicator.IntRatio(0, 1)
	for i, p := range d.Proportions {
		require.Len(t, p.Figures(), 2)
		assert.Equal(t, want[i], []string{fraction(t, p.Figures()[0]), fraction(t, p.Figures()[1])})
		total = total.Add(p.OfResponses.Result.(indicator.Ratio))
	}
	assert.Equal(t, "1", total.String())

	q.Base = survey.Responses
	of := tabulate(asked("80", q)).Questions[0].Proportions[0]
	assert.Equal(t, "1/2", fraction(t, of.Share))
	assert.Equal(t, indicator.NotPeople, of.Interval.Missing(), "ticks were not drawn one by one")

	q.Base, q.Tallies[2].Count, q.Tallies[2].Percent = survey.Respondents, number(""), number("18.75")
	without := tabulate(asked("80", q)).Questions[0].Proportions[0]
	assert.Equal(t, "3/4 no-count", fraction(t, without.Share)+" "+fraction(t, *without.OfResponses), "the ticks are not known without one of them")
	assert.Len(t, tabulate(asked("80", single("1", 3))).Questions[0].Proportions[0].Figures(), 1, "a single choice has none")
}

func TestIntervalsOfPrintedPercentages(t *testing.T) {
	only := func(valid, percent string) survey.Proportion {
		q := single("1", 0)
		q.Tallies[0].Count, q.Tallies[0].Percent = number(""), number(percent)
		return tabulate(asked(valid, q)).Questions[0].Proportions[0]
	}
	// 40 is 37/93 = 39.78… rounded or 38/93 = 40.86… cut off. By mpmath: Wilson's lower bound of 37 and upper of 38.
	p := only("93", "40")
	least, most, ok := p.Counts()
	assert.True(t, ok)
	assert.Equal(t, "37 38", least.String()+" "+most.String())
	assert.Equal(t, "0.304334234381 0.510200400481", bounds(p.Interval, 12))
	assert.Equal(t, survey.FromPercentages, p.Knowledge)

	p = only("93", "40.1")
	_, _, ok = p.Counts()
	assert.False(t, ok)
	assert.Equal(t, indicator.NoWholeCount, p.Interval.Missing())
	assert.Len(t, p.Behind, 3)

	p = only("", "40.1")
	assert.Equal(t, indicator.NoCount, p.Interval.Missing())
	assert.Empty(t, p.Behind, "without a base nothing can be looked for")
}

func TestTheOptions(t *testing.T) {
	assert.Empty(t, survey.Options{}.Validate())
	for _, m := range survey.IntervalMethods() {
		assert.Empty(t, survey.Options{Method: m, Confidence: number("0.999999"), SmallBase: -1, LeastBase: -1}.Validate())
	}
	var got []string
	for _, f := range (survey.Options{Method: "bayes", Confidence: number("95")}).Validate() {
		got = append(got, f.Error())
	}
	assert.Equal(t, []string{
		`/method: enum: got "bayes", want one of wilson, wilson-continuity, clopper-pearson, jeffreys, jeffreys-equal-tailed, agresti-coull, wald`,
		`/confidence: range: got "95", want a share above 0 and at most 0.999999`,
	}, got)
	assert.NotEmpty(t, survey.Options{Confidence: number("0")}.Validate())
	assert.NotEmpty(t, survey.Options{Method: survey.StudentMean}.Validate(), "a method for estimates is none for shares")
	assert.Equal(t, survey.Options{Method: survey.Wilson, Confidence: number("0.95"), SmallBase: 30, LeastBase: 10}, survey.Tabulate(survey.Survey{}, survey.Options{}).Options)

	chosen := survey.Tabulate(asked("100", single("1", 40)), survey.Options{Method: survey.Wald, Confidence: number("0.5")}).Questions[0].Proportions[0].Interval
	assert.Equal(t, "wald 0.5", string(chosen.Method)+" "+chosen.Confidence.String())
}

func TestTicksOfFewPeopleAreWithheld(t *testing.T) {
	q := survey.Question{Code: "q", Text: "问题", Kind: survey.Multiple, Base: survey.Responses, Answered: number("5"), Tallies: []survey.Tally{
		{Option: "甲", Count: number("5")}, {Option: "乙", Count: number("5")}, {Option: "丙", Count: number("5")},
	}}
	s := survey.Survey{Code: "s", Title: "问卷", Valid: number("100"), Questions: []survey.Question{q}}
	require.Empty(t, s.Validate())
	d := survey.Tabulate(s, survey.Options{}).Questions[0]
	assert.Equal(t, "15", d.Base.Value.String())
	assert.Equal(t, survey.BaseWithheld, d.Caution, "15 ticks are of 5 people")
	assert.Equal(t, indicator.Withheld, d.Proportions[0].Share.Result.Missing())
}
