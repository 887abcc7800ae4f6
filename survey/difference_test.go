package survey_test

import (
	"math/rand/v2"
	"testing"

	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/survey"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestNewcombesTable has the contrasts of table II of Newcombe, Statistics in Medicine 17, 1998, 873-890,
// method 10, at its four places; the twelve are by mpmath from his formula.
func TestNewcombesTable(t *testing.T) {
	cases := []struct {
		name                  string
		x1, n1, x2, n2        int64
		value                 string
		low, high             string
		preciseLow, preciseUp string
		want                  survey.Contrast
	}{
		{"a", 56, 70, 48, 80, "1/5", "0.0524", "0.3339", "0.052431472402", "0.333872654037", survey.Differ},
		{"b", 9, 10, 3, 10, "3/5", "0.1705", "0.8090", "0.170522723935", "0.809017973535", survey.Differ},
		{"c", 6, 7, 2, 7, "4/7", "0.0582", "0.8062", "0.058227927482", "0.806249637524", survey.Differ},
		{"d", 5, 56, 0, 29, "5/56", "-0.0381", "0.1926", "-0.038137147904", "0.192560013855", survey.NotShown},
		{"e", 0, 10, 0, 20, "0", "-0.1611", "0.2775", "-0.161125158053", "0.277532799863", survey.NotShown},
		{"f", 0, 10, 0, 10, "0", "-0.2775", "0.2775", "-0.277532799863", "0.277532799863", survey.NotShown},
		{"g", 10, 10, 0, 20, "1", "0.6791", "1.0000", "0.679086037142", "1.000000000000", survey.Differ},
		{"h", 10, 10, 0, 10, "1", "0.6075", "1.0000", "0.607509350431", "1.000000000000", survey.Differ},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			d := sample(c.x1, c.n1).Difference(sample(c.x2, c.n2), indicator.Value{})
			assert.Equal(t, c.value, d.Value.String())
			assert.Equal(t, c.low+" "+c.high, places(d.Low, 4)+" "+places(d.High, 4))
			assert.Equal(t, c.preciseLow+" "+c.preciseUp, places(d.Low, 12)+" "+places(d.High, 12))
			assert.Equal(t, c.want, d.Contrast)
			assert.Equal(t, "0.95", d.Confidence.String())
		})
	}
	wide := sample(56, 70).Difference(sample(48, 80), number("0.99"))
	assert.Equal(t, "0.005370869250 0.371808431776", places(wide.Low, 12)+" "+places(wide.High, 12), "99 %, by mpmath")
}

func TestADifferenceTheOtherWayRoundIsItsNegative(t *testing.T) {
	random := rand.New(rand.NewPCG(10, 1998))
	zero := indicator.IntRatio(0, 1).Real()
	for range 40 {
		n, m := 1+random.Int64N(100), 1+random.Int64N(100)
		a, b := sample(random.Int64N(n+1), n), sample(random.Int64N(m+1), m)
		forth, back := a.Difference(b, indicator.Value{}), b.Difference(a, indicator.Value{})
		require.Equal(t, "0", forth.Value.Add(back.Value).String())
		require.Equal(t, places(forth.Low, 15), places(zero.Sub(realOf(back.High)), 15))
		require.Equal(t, places(forth.High, 15), places(zero.Sub(realOf(back.Low)), 15))
		require.Equal(t, forth.Contrast, back.Contrast)
		require.True(t, forth.Low.Cmp(forth.Value) <= 0 && forth.High.Cmp(forth.Value) >= 0)
		if forth.Contrast == survey.Differ {
			require.NotZero(t, forth.Value.Sign())
		}
	}
}

func TestDifferencesWithACensus(t *testing.T) {
	all := sample(12, 40)
	all.Population = number("40")
	// By mpmath: Wilson's bounds of 56/70, less 12/40.
	d := sample(56, 70).Difference(all, indicator.Value{})
	assert.Equal(t, "1/2", d.Value.String())
	assert.Equal(t, "0.391833555037 0.576952607516", places(d.Low, 12)+" "+places(d.High, 12))
	assert.Equal(t, survey.Differ, d.Contrast)

	other := sample(20, 50)
	other.Population = number("50")
	both := other.Difference(all, indicator.Value{})
	assert.Equal(t, "0.100000 0.100000", places(both.Low, 6)+" "+places(both.High, 6), "20/50 − 12/40, of two censuses, is as it is")
	assert.Equal(t, survey.Differ, both.Contrast)
}

func TestDifferencesThatAreNone(t *testing.T) {
	cases := []struct {
		name       string
		a, b       survey.Sample
		confidence string
		want       indicator.Reason
	}{
		{"a base of 0", sample(0, 0), sample(1, 2), "", indicator.ZeroDenominator},
		{"a base of 0 on the other side", sample(1, 2), sample(0, 0), "", indicator.ZeroDenominator},
		{"x above n", sample(1, 2), sample(3, 2), "", indicator.NotDefined},
		{"the zero Sample", survey.Sample{}, sample(1, 2), "", indicator.NotComputed},
		{"the first reason of two", sample(0, 0), survey.Sample{}, "", indicator.ZeroDenominator},
		{"no confidence", sample(1, 2), sample(1, 2), "1", indicator.NotDefined},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			d := c.a.Difference(c.b, number(c.confidence))
			assert.Equal(t, c.want, d.Low.Missing())
			assert.Equal(t, c.want, d.High.Missing())
			assert.Equal(t, survey.ContrastUnknown, d.Contrast)
		})
	}
}

// round is one round of a survey of 60 people.
func round(records bool, questions ...survey.Question) survey.Survey {
	s := asked("60", questions...)
	s.Records = records
	return s
}

func single(code string, counts ...int64) survey.Question {
	q := survey.Question{Code: code, Text: "问题", Kind: survey.Single, Base: survey.Respondents}
	for i, n := range counts {
		q.Tallies = append(q.Tallies, survey.Tally{Option: string(rune('a' + i)), Count: indicator.IntValue(n)})
	}
	return q
}

func TestShifts(t *testing.T) {
	ofTicks, answered, weighted := single("t", 30, 30), single("n", 30, 30), single("w", 20, 40)
	ofTicks.Kind, ofTicks.Base = survey.Multiple, survey.Responses
	answered.Base, answered.Answered = survey.Answered, number("60")
	weighted.Weights = &survey.Weights{Sum: number("10"), Squares: number("5")}
	weighted.Tallies[0].Weighted, weighted.Tallies[1].Weighted = number("3"), number("7")
	outside := single("o", 10, 20, 30)
	outside.Tallies[2].Outside = true
	printedAlone := single("p", 0, 0)
	for i, percent := range []string{"25.0", "75.0"} {
		printedAlone.Tallies[i].Count, printedAlone.Tallies[i].Percent = number(""), number(percent)
	}
	asScale := single("k", 30, 30)
	asScale.Kind = survey.Scale

	earlier := round(true, single("1", 30, 30), single("gone", 1, 2), single("k", 20, 20), single("n", 30, 30), ofTicks, weighted, outside, single("p", 30, 30))
	later := round(false, single("new", 1), single("p", 45, 15), outside, ofTicks, asScale, answered, single("1", 15, 40, 5), weighted)
	later.Questions[1] = printedAlone
	require.Empty(t, earlier.Validate())
	require.Empty(t, later.Validate())

	var got []string
	shifts := survey.Shifts(earlier, later, survey.Options{})
	for _, s := range shifts {
		got = append(got, s.Question+s.Option+" "+string(s.Knowledge)+" "+s.Difference.Value.String())
	}
	assert.Equal(t, []string{
		"pa percentages -1/4", "pb percentages 1/4", // 15 and 45 of 60 stand behind 25.0 and 75.0 %; 30 of 60 before
		"oa tallies 0", "ob tallies 0", // the third is outside the base
		"1a tallies -1/4", "1b tallies 1/6", // 15/60 − 30/60, 40/60 − 30/60; the third is new
		"wa tallies 0", "wb tallies 0",
	}, got, "another kind or base, shares of ticks, and what only one round has are left out")
	assert.Equal(t, survey.Differ, shifts[0].Difference.Contrast)
	assert.Equal(t, survey.Differ, shifts[4].Difference.Contrast, "by mpmath −0.4035 to −0.0768 for 30 of 60 less 45 of 60, and this is its mirror")
	assert.Equal(t, "-0.403460798575 -0.076779571434", places(shifts[4].Difference.Low, 12)+" "+places(shifts[4].Difference.High, 12))
	assert.Equal(t, survey.NotShown, shifts[6].Difference.Contrast)

	both := survey.Shifts(round(true, single("1", 30)), round(true, single("1", 30)), survey.Options{})
	assert.Equal(t, survey.FromRecords, both[0].Knowledge)

	small := survey.Shifts(earlier, later, survey.Options{LeastBase: 61})
	assert.Len(t, small, 8)
	for _, s := range small {
		assert.Equal(t, indicator.Withheld, s.Difference.Value.Missing(), "%s%s", s.Question, s.Option)
		assert.Equal(t, indicator.Withheld, s.Difference.Low.Missing())
		assert.Equal(t, survey.Unknown, s.Knowledge)
	}
	assert.Empty(t, survey.Shifts(survey.Survey{}, later, survey.Options{}))
}

// TestAShiftOfAWeightedQuestionUsesTheEffectiveSize: weights of 10 with squares of 5 count as 20 people, 3/10 of them 6.
func TestAShiftOfAWeightedQuestionUsesTheEffectiveSize(t *testing.T) {
	q := single("w", 20, 40)
	q.Weights = &survey.Weights{Sum: number("10"), Squares: number("5")}
	q.Tallies[0].Weighted = number("3")
	got := survey.Shifts(round(false, q), round(false, single("w", 30, 30)), survey.Options{})[0].Difference
	want := sample(30, 60).Difference(sample(6, 20), indicator.Value{})
	assert.Equal(t, "1/5", got.Value.String())
	assert.Equal(t, places(want.Low, 12)+" "+places(want.High, 12), places(got.Low, 12)+" "+places(got.High, 12))
}

func TestAShiftOfAWeightedCensusHasNoWidth(t *testing.T) {
	q := single("w", 50, 50)
	q.Weights = &survey.Weights{Sum: number("100"), Squares: number("120")}
	q.Tallies[0].Weighted, q.Tallies[1].Weighted = number("40"), number("60")
	s := round(true, q)
	s.Valid, s.Returned, s.Population = number("100"), number("100"), number("100")
	require.Empty(t, s.Validate())
	d := survey.Shifts(s, s, survey.Options{})[0].Difference
	assert.Equal(t, "0.000000000000 0.000000000000", places(d.Low, 12)+" "+places(d.High, 12), "everybody was asked both times")
}
