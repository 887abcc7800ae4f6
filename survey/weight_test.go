package survey_test

import (
	"testing"

	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/survey"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func values(texts ...string) []indicator.Value {
	all := make([]indicator.Value, 0, len(texts))
	for _, text := range texts {
		all = append(all, number(text))
	}
	return all
}

func TestSumWeights(t *testing.T) {
	cases := []struct {
		name               string
		weights            []string
		sum, squares, zero string
		effective, design  string // design effect of three people
	}{
		{"Kish by hand: 6² ÷ 14", []string{"1", "2", "3"}, "6", "14", "", "18/7", "7/6"},
		{"equal weights lose nothing: 1.5² ÷ 0.75", []string{"0.5", "0.5", "0.5"}, "1.5", "0.75", "", "3", "1"},
		{"places are kept: 0.25² = 0.0625", []string{"0.25", "1"}, "1.25", "1.0625", "", "25/17", "51/25"},
		{"a weight of 0 is left out and counted", []string{"1", "0", "2", "0.00", "3"}, "6", "14", "2", "18/7", "7/6"},
		{"weights of 0 alone sum to 0, and divide nothing", []string{"0", "0"}, "0", "0", "2", "zero-denominator", "zero-denominator"},
		{"so do none", nil, "0", "0", "", "zero-denominator", "zero-denominator"},
		{"twelve places are enough", []string{"0.000000000001"}, "0.000000000001", "0.000000000000000000000001", "", "1", "3"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			w, err := survey.SumWeights(values(c.weights...))
			require.NoError(t, err)
			assert.Equal(t, c.sum, w.Sum.String())
			assert.Equal(t, c.squares, w.Squares.String())
			assert.Equal(t, c.zero, w.Zero.String())
			assert.Equal(t, c.effective, w.EffectiveSize().String())
			assert.Equal(t, c.design, w.DesignEffect(number("3")).String())
		})
	}
	assert.Equal(t, indicator.NoCount, survey.Weights{}.EffectiveSize().Missing(), "sums that are not stated")
	assert.Equal(t, indicator.NoCount, survey.Weights{Sum: number("1")}.EffectiveSize().Missing())
	assert.Equal(t, indicator.NoCount, survey.Weights{Sum: number("1"), Squares: number("1")}.DesignEffect(indicator.Value{}).Missing())
}

func TestWeightsThatCannotBe(t *testing.T) {
	w, err := survey.SumWeights(values("1", "-0.5", "", "2", "0.0000000000001", "99999999999999999999"))
	assert.Equal(t, survey.Weights{}, w)
	assert.Equal(t, []string{
		`/1: range: got "-0.5", want a weight of 0 or above`,
		`/2: required: want a weight`,
		`/4: range: got "0.0000000000001", want a weight of at most 12 places`,
		`/5: range: got "99999999999999999999", want a weight of at most 12 places`, // its square has 40 digits
	}, faultTexts(t, err), "all at once")

	// Each square, 8.1·10^37, has 38 digits; the sum of two has 39.
	_, err = survey.SumWeights(values("9000000000000000000", "9000000000000000000"))
	assert.Equal(t, []string{`(whole document): range: want weights whose squares sum to a number that is not too long`}, faultTexts(t, err))
}

// TestAWeightedQuestion has weights of 10 with squares of 5 among 24 people: they count as 20.
// 100 people cannot have an effective size of 10,000: (Σ w)² is at most n·Σ w².
func TestTheEffectiveSizeIsAtMostThePeople(t *testing.T) {
	of := func(sum, squares string) indicator.Faults {
		q := single("w", 50, 50)
		q.Weights = &survey.Weights{Sum: number(sum), Squares: number(squares)}
		return asked("100", q).Validate()
	}
	assert.Equal(t, `/questions/0/weights/squares: conflict: got "1", want at least the square of the sum, divided by the 100 people of the base`, of("100", "1").Error())
	assert.Empty(t, of("100", "100"), "equal weights")
	assert.Empty(t, of("33.3", "11.1"), "33.33² ÷ 100 is 11.11, printed shorter")
	assert.NotEmpty(t, of("33.30", "10.00"))
}

func TestAWeightedQuestion(t *testing.T) {
	q := single("1", 12, 12)
	q.Source = "附表2"
	q.Weights = &survey.Weights{Sum: number("10"), Squares: number("5"), Zero: number("1")}
	q.Tallies[0].Weighted, q.Tallies[1].Weighted = number("3"), number("7")
	q.Tallies[0].Percent = number("30.0")
	s := asked("24", q)
	require.Empty(t, s.Validate())
	d := tabulate(s).Questions[0]
	assert.Equal(t, "20", d.Base.Effective.String())
	assert.Equal(t, "24", d.Base.Value.String())
	p := d.Proportions[0]
	assert.Equal(t, "3/10", fraction(t, p.Share))
	assert.Equal(t, []indicator.Input{{Symbol: "x", Value: number("3"), Source: "附表2"}, {Symbol: "n", Value: number("10"), Source: "附表2"}}, p.Share.Inputs)
	assert.Equal(t, survey.Consistent, p.Agreement, "the printed percentage is the weighted one")
	assert.Equal(t, bounds(sample(6, 20).Interval(survey.Wilson, indicator.Value{}), 12), bounds(p.Interval, 12))
	assert.Equal(t, "20", p.Interval.Size.String())

	s.Population = number("24")
	assert.Equal(t, indicator.Census, tabulate(s).Questions[0].Proportions[0].Interval.Missing(), "of everybody, whatever the weights")

	s.Population = number("")
	q.Tallies[0].Weighted = number("")
	p = tabulate(asked("24", q)).Questions[0].Proportions[0]
	assert.Equal(t, "no-count", fraction(t, p.Share))
	assert.Equal(t, survey.FromPercentages, p.Knowledge)
	assert.Equal(t, indicator.NoCount, p.Interval.Missing(), "counts behind a weighted percentage say nothing of its interval")
}
