package survey_test

import (
	"encoding/json"
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"

	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/survey"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// scale is a question on a scale with the scores from first upwards, asked of all valid questionnaires.
func scale(first int64, counts ...int64) survey.Question {
	q := survey.Question{Code: "1", Text: "打分", Kind: survey.Scale, Base: survey.Respondents}
	for i, n := range counts {
		score := first + int64(i)
		q.Tallies = append(q.Tallies, survey.Tally{Option: strconv.FormatInt(score, 10), Count: indicator.IntValue(n), Score: indicator.IntValue(score)})
	}
	return q
}

// asked is a survey of so many valid questionnaires with the questions.
func asked(valid string, questions ...survey.Question) survey.Survey {
	return survey.Survey{Code: "q", Title: "问卷", Valid: number(valid), Questions: questions}
}

func scaled(t *testing.T, s survey.Survey) *survey.ScaleResult {
	t.Helper()
	require.Empty(t, s.Validate())
	return tabulate(s).Questions[0].Scale
}

// figures are top, bottom, net, mean and scaled mean.
func figures(t *testing.T, r *survey.ScaleResult) []string {
	t.Helper()
	var all []string
	for _, f := range []indicator.Figure{r.Top, r.Bottom, r.Net, r.Mean, r.Scaled} {
		all = append(all, fraction(t, f))
	}
	return all
}

// degrees5 are 40 answers from 1 to 5 and five that do not know, of 45: the top two are 12 + 8 of 40, the bottom two
// 4 + 6; the mean is (4 + 12 + 30 + 48 + 40) ÷ 40 = 134/40, and lies (134/40 − 1) ÷ 4 = 94/160 of the way.
func degrees5() survey.Survey {
	q := scale(1, 4, 6, 10, 12, 8)
	q.Tallies = append(q.Tallies, survey.Tally{Option: "不知道", Count: number("5"), Outside: true})
	return asked("45", q)
}

func TestAScaleByHand(t *testing.T) {
	s := degrees5()
	r := scaled(t, s)
	assert.Equal(t, []string{"1/2", "1/4", "1/4", "67/20", "47/80"}, figures(t, r))
	assert.Equal(t, survey.FromTallies, r.Knowledge)

	d := tabulate(s).Questions[0]
	assert.Equal(t, "40 5", d.Base.Value.String()+" "+d.Base.Outside.String())
	unsure := d.Proportions[5]
	assert.Equal(t, "outside-base", fraction(t, unsure.Share))
	assert.Equal(t, "5", unsure.Share.Inputs[0].Value.String(), "its count is given")
	assert.Equal(t, indicator.OutsideBase, unsure.Interval.Missing())
	assert.Equal(t, survey.FromTallies, unsure.Knowledge)
	assert.Equal(t, survey.FromTallies, d.Proportions[0].Knowledge)
	assert.Equal(t, "1/10", fraction(t, d.Proportions[0].Share), "4 of the 40 inside the base")

	// By mpmath: Wilson of 20/40 (½ ∓ 1.96·√(40/4 + 1.96²/4) ÷ (40 + 1.96²)); 3.35 ∓ t·√(61.1/39/40) with t of 39 degrees.
	assert.Equal(t, "0.351995 0.648005", bounds(r.TopInterval, 6))
	assert.Equal(t, "2.949697934652 3.750302065348", bounds(r.MeanInterval, 12))
	assert.Equal(t, survey.StudentMean, r.MeanInterval.Method)
	assert.Equal(t, "40", r.MeanInterval.Size.String())
	assert.Equal(t, "(x1 × s1 + x2 × s2 + x3 × s3 + x4 × s4 + x5 × s5) ÷ (x1 + x2 + x3 + x4 + x5)", r.Mean.Expression())

	assert.Equal(t, indicator.NotDefined, r.NetPromoter.Result.Missing(), "it is no scale from 0 to 10")
	assert.Len(t, r.Figures(), 5, "and has no satisfaction without a definition")
}

func TestTheOrderOfTalliesDoesNotMatter(t *testing.T) {
	s := degrees5()
	want := scaled(t, s)
	random := rand.New(rand.NewPCG(5, 40))
	for range 20 {
		tallies := slices.Clone(s.Questions[0].Tallies)
		random.Shuffle(len(tallies), func(i, j int) { tallies[i], tallies[j] = tallies[j], tallies[i] })
		s.Questions[0].Tallies = tallies
		r := scaled(t, s)
		require.Equal(t, figures(t, want), figures(t, r))
		require.Equal(t, bounds(want.MeanInterval, 12), bounds(r.MeanInterval, 12))
	}
}

func TestScales(t *testing.T) {
	change := func(s survey.Survey, change func(q *survey.Question)) survey.Survey {
		change(&s.Questions[0])
		return s
	}
	cases := []struct {
		name   string
		survey survey.Survey
		want   []string // top, bottom, net, mean, scaled mean; by hand
	}{
		{"one degree at each end where the question says so: 8/40 and 4/40",
			change(degrees5(), func(q *survey.Question) { q.Top = 1 }), []string{"1/5", "1/10", "1/10", "67/20", "47/80"}},
		{"an even number of degrees is boxes alone: 20/30, 10/30, and (4 + 12 + 30 + 40) ÷ 30",
			asked("30", scale(1, 4, 6, 10, 10)), []string{"2/3", "1/3", "1/3", "43/15", "28/45"}},
		{"three degrees have no boxes of two, as they would share one",
			asked("30", scale(1, 5, 10, 15)), []string{"not-defined", "not-defined", "not-defined", "7/3", "2/3"}},
		{"but boxes of one",
			change(asked("30", scale(1, 5, 10, 15)), func(q *survey.Question) { q.Top = 1 }), []string{"1/2", "1/6", "1/3", "7/3", "2/3"}},
		{"one score alone has a mean and no ends",
			change(asked("30", scale(1, 5, 5, 5, 15)), func(q *survey.Question) {
				for i := range q.Tallies {
					q.Tallies[i].Score = number("3")
				}
			}), []string{"one-value", "one-value", "one-value", "3", "one-value"}},
		{"a box that leaves out a degree with the same score is none",
			change(asked("30", scale(1, 4, 6, 10, 10)), func(q *survey.Question) { q.Top, q.Tallies[2].Score = 1, number("4") }),
			// (4 + 12 + 40 + 40) ÷ 30 = 16/5
			[]string{"not-defined", "not-defined", "not-defined", "16/5", "11/15"}},
		{"a degree without a score",
			change(degrees5(), func(q *survey.Question) { q.Tallies[2].Score = number("") }),
			[]string{"no-score", "no-score", "no-score", "no-score", "no-score"}},
		{"a degree without a count",
			change(degrees5(), func(q *survey.Question) { q.Tallies[2].Count, q.Tallies[2].Percent = number(""), number("25") }),
			[]string{"no-count", "no-count", "no-count", "no-count", "no-count"}},
		{"a missing score goes before a missing count",
			change(degrees5(), func(q *survey.Question) {
				q.Tallies[0].Count, q.Tallies[0].Percent, q.Tallies[3].Score = number(""), number("25"), number("")
			}), []string{"no-score", "no-score", "no-score", "no-score", "no-score"}},
		{"no degree at all", asked("30", survey.Question{Code: "1", Text: "打分", Kind: survey.Scale, Base: survey.Respondents}),
			[]string{"no-count", "no-count", "no-count", "no-count", "no-count"}},
		{"without a base there is a mean of those who gave a degree",
			asked("", scale(1, 4, 6, 10, 10)), []string{"no-count", "no-count", "no-count", "43/15", "28/45"}},
		{"of nobody there is none",
			asked("0", scale(1, 0, 0, 0, 0)), []string{"zero-denominator", "zero-denominator", "zero-denominator", "zero-denominator", "zero-denominator"}},
		{"shares are of the base, means of those who answered: 20 of 40",
			asked("40", scale(1, 4, 6, 10, 10)), []string{"1/2", "1/4", "1/4", "43/15", "28/45"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			assert.Equal(t, c.want, figures(t, scaled(t, c.survey)))
		})
	}
}

func TestSatisfactionIsWhatItsDefinitionSays(t *testing.T) {
	// Of the 40 answers above: 20 in the top box; 47/80 of the way from 1 to 5; as scores from 20 to 100, 67 points, while
	// (67 − 20) ÷ 80 = 47/80 again.
	cases := []struct {
		name       string
		definition survey.Satisfaction
		scores     []string
		want       string
		formula    indicator.Formula
	}{
		{"the share of the top box", survey.TopBox, nil, "1/2", indicator.FormulaShare},
		{"the mean between the ends", survey.ScaledMean, nil, "47/80", indicator.FormulaScaledMean},
		{"the mean of scores of 100", survey.WeightedScore, []string{"20", "40", "60", "80", "100"}, "67", indicator.FormulaMeanScore},
		{"the mean between the ends of scores of 100 is not that", survey.ScaledMean, []string{"20", "40", "60", "80", "100"}, "47/80", indicator.FormulaScaledMean},
		{"the mean of other scores as it stands", survey.WeightedScore, nil, "67/20", indicator.FormulaMeanScore},
		{"none without a definition", survey.NoSatisfaction, nil, "not-defined", indicator.FormulaScaledMean},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			s := degrees5()
			s.Questions[0].Satisfaction = c.definition
			for i, score := range c.scores {
				s.Questions[0].Tallies[i].Score = number(score)
			}
			r := scaled(t, s)
			assert.Equal(t, c.want, fraction(t, r.Satisfaction))
			assert.Equal(t, c.formula, r.Satisfaction.Formula)
		})
	}
}

func TestTheIntervalOfAMean(t *testing.T) {
	t.Run("a finite population narrows it: 1 − 40/160 of the variance, by mpmath", func(t *testing.T) {
		s := degrees5()
		s.Population = number("160")
		assert.Equal(t, "3.003328242222 3.696671757778", bounds(scaled(t, s).MeanInterval, 12))
	})
	t.Run("two answers, with one degree of freedom, by mpmath", func(t *testing.T) {
		assert.Equal(t, "-4.853102368087 7.853102368087", bounds(scaled(t, asked("2", scale(1, 1, 1))).MeanInterval, 12))
	})
	t.Run("a census has none", func(t *testing.T) {
		s := asked("40", scale(1, 4, 6, 10, 12, 8))
		s.Population = number("40")
		r := scaled(t, s)
		assert.Equal(t, indicator.Census, r.MeanInterval.Missing())
		assert.Equal(t, indicator.Census, r.TopInterval.Missing())
	})
	t.Run("one answer has none", func(t *testing.T) {
		r := scaled(t, asked("1", scale(1, 0, 1)))
		assert.Equal(t, "2", fraction(t, r.Mean))
		assert.Equal(t, indicator.NotDefined, r.MeanInterval.Missing())
	})
	t.Run("where all gave one degree it has none, as nothing shows how others differ", func(t *testing.T) {
		r := scaled(t, asked("9", scale(1, 0, 9, 0)))
		assert.Equal(t, "2", fraction(t, r.Mean))
		assert.Equal(t, indicator.OneValue, r.MeanInterval.Missing())
	})
	t.Run("a population below the answers, which Validate refuses, has none", func(t *testing.T) {
		s := asked("40", scale(1, 4, 6, 10, 12, 8))
		s.Population = number("39")
		assert.NotEmpty(t, s.Validate())
		assert.Equal(t, indicator.NotDefined, tabulate(s).Questions[0].Scale.MeanInterval.Missing())
	})
	t.Run("without a mean it is missing for the mean's reason", func(t *testing.T) {
		q := scale(1, 4, 6)
		q.Tallies[0].Score = number("")
		assert.Equal(t, indicator.NoScore, scaled(t, asked("10", q)).MeanInterval.Missing())
	})
}

// promoters are 100 answers from 0 to 10: 20 up to 6, 25 at 7 and 8, 55 at 9 and 10. The score is 35/100, its variance
// (75/100 − (35/100)²) ÷ 100 = 251/40000.
func promoters() survey.Survey { return asked("100", scale(0, 2, 0, 1, 3, 1, 5, 8, 10, 15, 30, 25)) }

func TestTheNetPromoterScoreByHand(t *testing.T) {
	r := scaled(t, promoters())
	assert.Equal(t, "7/20", fraction(t, r.NetPromoter))
	assert.Equal(t, "251/40000", fraction(t, r.NetPromoterVariance))
	assert.Equal(t, indicator.FormulaNetShare, r.NetPromoter.Formula)
	assert.Equal(t, indicator.FormulaNetVariance, r.NetPromoterVariance.Formula)
	// By mpmath: 0.35 ∓ 1.96·√0.006275.
	assert.Equal(t, "0.194741653687 0.505258346313", bounds(r.NetPromoterInterval, 12))
	assert.Equal(t, survey.Wald, r.NetPromoterInterval.Method)
	assert.Equal(t, "100", r.NetPromoterInterval.Size.String())
	assert.Len(t, r.Figures(), 7)

	finite := promoters()
	finite.Population = number("400")
	r = scaled(t, finite)
	assert.Equal(t, "251/40000", fraction(t, r.NetPromoterVariance), "the variance stays that of a simple sample")
	assert.Equal(t, "0.215542327943 0.484457672057", bounds(r.NetPromoterInterval, 12), "by mpmath, with 1 − 100/400 of the variance")

	census := promoters()
	census.Population = number("100")
	assert.Equal(t, indicator.Census, scaled(t, census).NetPromoterInterval.Missing())

	all := scaled(t, asked("9", scale(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9, 0)))
	assert.Equal(t, indicator.OneValue, all.NetPromoterInterval.Missing(), "promoters alone")

	// 29 promoters and 1 detractor: 28/30 ∓ 1.96·√((1 − (28/30)²) ÷ 30) is 0.8049 to 1.0618.
	most := scaled(t, asked("30", scale(0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 29, 0)))
	assert.Equal(t, "0.804865262188 1.000000000000", bounds(most.NetPromoterInterval, 12), "by mpmath, and no score is above 1")

	three := tabulate(survey.Survey{Valid: number("30"), Questions: []survey.Question{{Kind: survey.Scale, Base: survey.Respondents, Tallies: []survey.Tally{
		{Option: "a", Count: number("10"), Score: number("0")}, {Option: "b", Count: number("10"), Score: number("5")}, {Option: "c", Count: number("10"), Score: number("10")}}}}}).Questions[0].Scale
	assert.Equal(t, indicator.NotDefined, three.NetPromoter.Result.Missing(), "three degrees are not eleven")
	assert.Equal(t, "0", fraction(t, all.NetPromoterVariance))

	nobody := scaled(t, asked("0", scale(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)))
	assert.Equal(t, "zero-denominator", fraction(t, nobody.NetPromoter))
	assert.Equal(t, indicator.ZeroDenominator, nobody.NetPromoterInterval.Missing())
}

// TestAWeightedScale has 20 people with weights that sum to 10 and squares to 8, so that they count as 100/8 = 25/2.
func TestAWeightedScale(t *testing.T) {
	q := scale(0, 1, 0, 0, 0, 0, 0, 1, 4, 4, 5, 5)
	for i, w := range []string{"0.5", "0", "0", "0", "0", "0", "1.5", "1", "2", "3", "2"} {
		q.Tallies[i].Weighted = number(w)
	}
	q.Weights = &survey.Weights{Sum: number("10"), Squares: number("8")}
	r := scaled(t, asked("20", q))
	// (3 + 2)/10, 0.5/10; (1.5·6 + 7 + 16 + 27 + 20) ÷ 10 = 7.9; NPS (5 − 2) ÷ 10.
	assert.Equal(t, []string{"1/2", "1/20", "9/20", "79/10", "79/100"}, figures(t, r))
	assert.Equal(t, "3/10", fraction(t, r.NetPromoter))
	assert.Equal(t, "25/2", r.TopInterval.Size.String())
	for _, why := range []indicator.Reason{r.MeanInterval.Missing(), r.NetPromoterVariance.Result.Missing(), r.NetPromoterInterval.Missing()} {
		assert.Equal(t, indicator.NotDefined, why, "what needs more than the sums of weights")
	}

	q.Tallies[3].Weighted = number("")
	assert.Equal(t, "no-count", fraction(t, scaled(t, asked("20", q)).Mean), "a degree without its weights")
}

func TestAWithheldScaleHasNoNumber(t *testing.T) {
	s := promoters()
	s.Questions[0].Satisfaction = survey.TopBox
	require.Empty(t, s.Validate())
	r := survey.Tabulate(s, survey.Options{LeastBase: 101}).Questions[0].Scale
	assert.Len(t, r.Figures(), 8)
	for _, f := range r.Figures() {
		assert.Equal(t, indicator.Withheld, f.Result.Missing(), f.Formula)
		for _, in := range f.Inputs {
			assert.True(t, in.Value.IsZero(), in.Symbol)
		}
	}
	for _, i := range []survey.Interval{r.TopInterval, r.MeanInterval, r.NetPromoterInterval} {
		assert.Equal(t, indicator.Withheld, i.Missing())
		assert.Equal(t, indicator.NotComputed, i.Size.Missing())
		assert.Equal(t, "0.95", i.Confidence.String())
	}
	text, err := json.Marshal(r)
	require.NoError(t, err)
	assert.NotRegexp(t, `[1-9]\d*/`, string(text), "no fraction")

	other := survey.Tabulate(degrees5(), survey.Options{LeastBase: 101}).Questions[0].Scale
	assert.Equal(t, indicator.NotDefined, other.NetPromoter.Result.Missing(), "what the scale has not cannot be withheld")
	assert.Len(t, other.Figures(), 5)
}
