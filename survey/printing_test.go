package survey_test

import (
	"testing"

	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/survey"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// printedAlone is a survey that prints one percentage for each of so many questions.
func printedAlone(returned string, percents ...string) survey.Survey {
	s := survey.Survey{Code: "q", Title: "问卷", Returned: number(returned)}
	for i, percent := range percents {
		q := single(string(rune('a'+i)), 0)
		q.Tallies[0].Count, q.Tallies[0].Percent = number(""), number(percent)
		s.Questions = append(s.Questions, q)
	}
	return s
}

// one is a question that prints several percentages.
func one(percents ...string) survey.Question {
	q := survey.Question{Code: "1", Text: "问题", Kind: survey.Single, Base: survey.Respondents}
	for i, percent := range percents {
		q.Tallies = append(q.Tallies, survey.Tally{Option: string(rune('a' + i)), Percent: number(percent)})
	}
	return q
}

// read are the percentages as they are read.
func read(all []survey.PrintedShare) []string {
	var texts []string
	for _, p := range all {
		texts = append(texts, p.Percent.String()+" as "+p.Read.String())
	}
	return texts
}

func bases(p survey.Printing) [][]int64 {
	var all [][]int64
	for _, m := range p.Modes {
		all = append(all, m.Bases)
	}
	return all
}

func TestTheSeedsPercentagesAreCutOff(t *testing.T) {
	s := printedAlone("93", "78.4", "61.2", "81.7", "64.5", "47.3", "40.8", "56.9", "44")
	require.Empty(t, s.Validate())
	p := tabulate(s).Printing
	assert.Equal(t, 1, p.Places)
	assert.Equal(t, 8, p.Tested)
	assert.Equal(t, int64(93), p.Largest)
	require.Len(t, p.Modes, 3)
	assert.Equal(t, []indicator.Rounding{indicator.HalfUp, indicator.HalfEven, indicator.Truncate},
		[]indicator.Rounding{p.Modes[0].Rounding, p.Modes[1].Rounding, p.Modes[2].Rounding})
	// By hand: 73/93 = 78.49…, 57/93 = 61.29…, 38/93 = 40.86…, 53/93 = 56.98… and 41/93 = 44.08… round up.
	five := []string{"78.4 as 78.4", "61.2 as 61.2", "40.8 as 40.8", "56.9 as 56.9", "44 as 44.0"}
	assert.Equal(t, five, read(p.Modes[0].Impossible))
	assert.Equal(t, five, read(p.Modes[1].Impossible))
	assert.Empty(t, p.Modes[2].Impossible)
	assert.Equal(t, [][]int64{nil, nil, {93}}, bases(p), "of all bases up to 93 it alone fits")
	assert.Equal(t, []indicator.Rounding{indicator.Truncate}, p.Fits())
	assert.Equal(t, five, read(p.OnlyTruncated()))
	assert.Empty(t, p.Never())
	assert.Empty(t, p.Sets, "one percentage a question says nothing together")
	assert.Equal(t, survey.PrintedShare{Question: 7, Percent: number("44"), Read: number("44.0")}, p.OnlyTruncated()[4])
}

func TestPercentagesAreReadAlikeOrAsTheyStand(t *testing.T) {
	t.Run("about 40 beside 78.4 is 40 where 40.0 is no share of 93", func(t *testing.T) {
		p := tabulate(printedAlone("93", "78.4", "40")).Printing // 37/93 = 39.78…, 38/93 = 40.86…
		assert.Equal(t, []string{"78.4 as 78.4"}, read(p.OnlyTruncated()))
		assert.Empty(t, p.Never())
		assert.Equal(t, 2, p.Tested)
		assert.Equal(t, []indicator.Rounding{indicator.Truncate}, p.Fits())
	})
	t.Run("44 beside 78.4 is 44.0, as 41/93 is cut off to that", func(t *testing.T) {
		got := tabulate(printedAlone("93", "78.4", "44")).Questions[1].Proportions[0]
		assert.Equal(t, "no-whole-count", span(got.Behind[0]))
		assert.Equal(t, "41 to 41", span(got.Behind[2]))
	})
	t.Run("44 alone is 44: 41/93 rounds to it", func(t *testing.T) {
		assert.Equal(t, "41 to 41", span(tabulate(printedAlone("93", "44")).Questions[0].Proportions[0].Behind[0]))
	})
	t.Run("what no count gives either way is impossible as it stands", func(t *testing.T) {
		p := tabulate(printedAlone("7", "14.3", "50")).Printing // 3/7 = 42.8…, 4/7 = 57.1…
		assert.Equal(t, []string{"50 as 50"}, read(p.Never()))
		assert.Empty(t, p.OnlyTruncated())
		assert.Empty(t, p.Fits())
	})
}

func TestWhatIsNotTested(t *testing.T) {
	large := tabulate(printedAlone("1000", "78.4", "61.2")).Printing
	assert.Zero(t, large.Tested, "of 1000 every percentage with one place is some count")
	assert.Empty(t, large.Fits(), "which is not to fit")
	assert.Zero(t, large.Largest)
	assert.Equal(t, [][]int64{nil, nil, nil}, bases(large))
	assert.Equal(t, 2, tabulate(printedAlone("999", "78.4", "61.2")).Printing.Tested, "of 999 not")

	weighted := printedAlone("93", "78.4")
	weighted.Questions[0].Weights = &survey.Weights{Sum: number("90"), Squares: number("100")}
	assert.Zero(t, tabulate(weighted).Printing.Tested, "a weighted share is no count of people")
	assert.Zero(t, tabulate(printedAlone("", "78.4")).Printing.Tested, "without a base there is nothing to test")
	assert.Zero(t, tabulate(printedAlone("0", "78.4")).Printing.Tested, "of nobody neither")

	outside := asked("93", one("78.4", "5.5"))
	outside.Questions[0].Tallies[1].Outside, outside.Questions[0].Tallies[1].Count = true, number("5")
	p := tabulate(outside).Printing // of the 88 inside: 69/88 = 78.409…
	assert.Equal(t, 1, p.Tested, "an answer outside the base has no share of it")
	assert.Len(t, p.Fits(), 3)
	assert.Zero(t, p.Largest, "and the others are none of all respondents")

	answered := asked("93", one("78.4"))
	answered.Questions[0].Base, answered.Questions[0].Answered = survey.Answered, number("88")
	p = tabulate(answered).Printing
	assert.Equal(t, 1, p.Tested)
	assert.Zero(t, p.Largest, "bases are looked for among the respondents alone")

	many := printedAlone("200000", "33.333333") // 2 · 10^5 < 10^8
	p = tabulate(many).Printing
	assert.Equal(t, 1, p.Tested)
	assert.Zero(t, p.Largest, "nor among more than MostBases")

	assert.Empty(t, survey.Printing{}.Never(), "the zero Printing")
	assert.Empty(t, survey.Printing{}.OnlyTruncated())
}

func TestPrintedSets(t *testing.T) {
	up, even, cut := indicator.HalfUp, indicator.HalfEven, indicator.Truncate
	cases := []struct {
		name     string
		valid    string
		percents []string
		want     []survey.PrintedSet
	}{
		{"a third and two thirds of 3", "3", []string{"33.3", "66.7"},
			[]survey.PrintedSet{{Sum: number("100.0"), Complete: true, Fits: []indicator.Rounding{up, even}}}},
		{"cut off they do not sum to 100 but for less than a unit each", "3", []string{"33.3", "66.6"},
			[]survey.PrintedSet{{Sum: number("99.9"), Complete: true, Fits: []indicator.Rounding{cut}}}},
		{"each is possible and both together are not: 2 + 2 of 3", "3", []string{"66.7", "66.7"},
			[]survey.PrintedSet{{Sum: number("133.4")}}},
		{"an incomplete set need not be all: 1 + 1 of 4", "4", []string{"25.0", "25.0"},
			[]survey.PrintedSet{{Sum: number("50.0"), Fits: []indicator.Rounding{up, even, cut}}}},
		{"a complete one must: 349 + 351 of 700, while no whole number from 349.3 to below 350 is cut off to 49.9", "700", []string{"49.9", "50.1"},
			[]survey.PrintedSet{{Sum: number("100.0"), Complete: true, Fits: []indicator.Rounding{up, even}}}},
		{"one impossible percentage is no set", "3", []string{"33.3", "50.0"}, nil},
		{"nor is one alone", "3", []string{"33.3"}, nil},
		{"a possible set of a large base tells nothing", "1000", []string{"33.3", "66.7"}, nil},
		{"an impossible one of a large base does: 60 + 60 % of 1000", "1000", []string{"60.0", "60.0"},
			[]survey.PrintedSet{{Sum: number("120.0")}}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			assert.Equal(t, c.want, tabulate(asked(c.valid, one(c.percents...))).Printing.Sets)
		})
	}
	multiple := one("66.7", "66.7")
	multiple.Kind = survey.Multiple
	assert.Empty(t, tabulate(asked("3", multiple)).Printing.Sets, "options of a multiple choice do not exclude each other")

	gap := one("33.3", "66.7")
	gap.Tallies = append(gap.Tallies, survey.Tally{Option: "丙", Count: number("0")}, survey.Tally{Option: "不知道", Count: number("0"), Outside: true})
	sets := tabulate(asked("3", gap)).Printing.Sets
	require.Len(t, sets, 1)
	assert.False(t, sets[0].Complete, "an option without a percentage may be some")
}
