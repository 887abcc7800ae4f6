package survey_test

import (
	"testing"

	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/survey"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// twoStrata are 2 of 4 people of 60, and 1 of 2 of 40.
func twoStrata() []survey.Stratum {
	return []survey.Stratum{
		{Name: "甲", Population: number("60"), Tallies: append(chose(2, 4), survey.Tally{Option: "不知道", Outside: true})},
		{Name: "乙", Population: number("40"), Tallies: chose(1, 2)},
	}
}

func TestAStratifiedSampleByHand(t *testing.T) {
	e, err := survey.Stratified(twoStrata())
	require.NoError(t, err)
	assert.Equal(t, "1/2", e.Value.String()) // 0.6·½ + 0.4·½
	// s² = 1/3 and 1/2: 0.36·(1 − 4/60)·(1/3)/4 + 0.16·(1 − 2/40)·(1/2)/2 = 0.028 + 0.038
	assert.Equal(t, "33/500", e.Variance.String())
	assert.Equal(t, int64(4), e.Freedom, "6 people less 2 strata")
	assert.Equal(t, "66/47", e.DesignEffect.String()) // of (½ − ¼)/(6 − 1)·(1 − 6/100) = 0.047
	assert.Equal(t, "0.256904651573", places(e.StandardError(), 12), "√0.066, by mpmath")

	e, err = survey.PostStratified(twoStrata())
	require.NoError(t, err)
	assert.Equal(t, "1/2", e.Value.String())
	assert.Equal(t, "51/1000", e.Variance.String()) // 6/5·((0.6/4)²·1 + (0.4/2)²·½) = 1.2·0.0425
	assert.Equal(t, int64(5), e.Freedom)
	assert.Equal(t, "51/47", e.DesignEffect.String())
}

func TestSmallSamplesInStrata(t *testing.T) {
	alone := []survey.Stratum{{Name: "甲", Population: number("60"), Tallies: chose(1, 1)}}
	e, err := survey.PostStratified(alone)
	require.NoError(t, err)
	assert.Equal(t, "1", e.Value.String())
	assert.Equal(t, indicator.ZeroDenominator, e.Variance.Missing(), "n/(n − 1) of one person")
	assert.Equal(t, int64(1), e.Freedom)
	assert.Equal(t, indicator.ZeroDenominator, e.Interval(survey.Logit, indicator.Value{}).Missing())

	all := []survey.Stratum{{Name: "甲", Population: number("4"), Tallies: chose(1, 4)}}
	e, err = survey.Stratified(all)
	require.NoError(t, err)
	assert.Equal(t, "1/4 0", e.Value.String()+" "+e.Variance.String(), "of a stratum asked in full nothing is uncertain")
	assert.Equal(t, indicator.ZeroDenominator, e.DesignEffect.Missing(), "nor would it be of a simple sample")
}

func TestStrataThatCannotBe(t *testing.T) {
	strata := []survey.Stratum{
		{Tallies: chose(1, 2)},                             // no population
		{Population: number("10.5"), Tallies: chose(1, 2)}, // not whole
		{Population: number("10"), Tallies: []survey.Tally{{Option: "是", Count: number("-1"), Score: number("1")}, {Option: "否"}}},
		{Population: number("10"), Tallies: chose(1, 1)}, // too few
		{Population: number("10"), Tallies: chose(1, 11)},
		{Population: number("-5"), Tallies: chose(1, 3)},
		{Population: number("10")},
		{Population: number("10"), Tallies: []survey.Tally{{Option: "不知道", Count: number("5"), Outside: true}}},
	}
	wanted := func(least string) []string {
		return []string{
			`/0/population: required: want a count`,
			`/1/population: number: got "10.5", want a whole number without places`,
			`/2/tallies/0/count: range: got "-1", want 0 to 10000000000`,
			`/2/tallies/1/count: required: want a count`,
			`/2/tallies/1/score: required: want a score`,
			`/3/tallies: range: got "1", want at least 2 answers`,
			`/4/tallies: conflict: got "11", want at most 10 answers, the population`,
			`/5/population: range: got "-5", want 0 to 10000000000`,
			`/6/tallies: range: got "0", want at least ` + least + ` answers`,
			`/7/tallies: range: got "0", want at least ` + least + ` answers`,
		}
	}
	_, err := survey.Stratified(strata)
	assert.Equal(t, wanted("2"), faultTexts(t, err))
	_, err = survey.PostStratified(strata)
	want := wanted("1")
	assert.Equal(t, append(want[:5:5], want[6:]...), faultTexts(t, err), "one answer is enough")
	_, err = survey.Stratified(nil)
	assert.Equal(t, []string{`(whole document): required: want a stratum`}, faultTexts(t, err))
}

// faultTexts are all faults that an error holds.
func faultTexts(t *testing.T, err error) []string {
	t.Helper()
	var faults indicator.Faults
	require.ErrorAs(t, err, &faults)
	var texts []string
	for _, f := range faults {
		texts = append(texts, f.Error())
	}
	return texts
}

func TestIntervalsOfAnEstimate(t *testing.T) {
	e, err := survey.Stratified(twoStrata())
	require.NoError(t, err)
	got := e.Interval(survey.StudentMean, indicator.Value{})
	assert.Equal(t, "-0.213281662363 1.213281662363", bounds(got, 12), "½ ∓ t·√0.066 with 4 degrees of freedom, by mpmath")
	assert.Equal(t, indicator.NotComputed, got.Size.Missing(), "a mean has no effective size")
	share := e.Interval(survey.KornGraubard, indicator.Value{})
	assert.Equal(t, "3.246988567657", places(share.Size, 12), "¼ ÷ 0.066 × (2.5706 ÷ 2.7764)², t with 5 and 4 degrees of freedom")
	assert.Equal(t, "0.045905489192 0.954094510808", bounds(share, 12), "by mpmath")
	e.Size = 0
	assert.Equal(t, "125/33", e.Interval(survey.KornGraubard, indicator.Value{}).Size.String(), "¼ ÷ 0.066 where the size is one more than the degrees of freedom")

	simple := survey.Estimate{Value: indicator.IntRatio(13, 40), Variance: indicator.IntRatio(13*27, 40*40*39)}
	assert.Equal(t, "0.178002701159 0.471997298841", bounds(simple.Interval(survey.StudentMean, indicator.Value{}), 12),
		"without degrees of freedom t is z, by mpmath")
	for _, method := range survey.EstimateMethods() {
		i := simple.Interval(method, indicator.Value{})
		assert.Negative(t, i.Low.Cmp(simple.Value), method)
		assert.Positive(t, i.High.Cmp(simple.Value), method)
		wide := simple.Interval(method, number("0.99"))
		assert.Negative(t, wide.Low.Decimal(12, indicator.HalfUp).Cmp(i.Low.Decimal(12, indicator.HalfUp)), method)
		assert.Positive(t, wide.High.Decimal(12, indicator.HalfUp).Cmp(i.High.Decimal(12, indicator.HalfUp)), method)
	}
}

func TestIntervalsOfAnEstimateThatAreNone(t *testing.T) {
	of := func(value, variance indicator.Ratio, freedom int64) survey.Estimate {
		return survey.Estimate{Value: value, Variance: variance, Freedom: freedom}
	}
	half, small, zero := indicator.IntRatio(1, 2), indicator.IntRatio(1, 100), indicator.IntRatio(0, 1)
	cases := []struct {
		name       string
		estimate   survey.Estimate
		method     survey.IntervalMethod
		confidence string
		want       indicator.Reason
	}{
		{"without a value", of(indicator.Missing(indicator.NoScore), small, 5), survey.StudentMean, "", indicator.NoScore},
		{"without a variance", of(half, indicator.Missing(indicator.ZeroDenominator), 5), survey.Logit, "", indicator.ZeroDenominator},
		{"the zero Estimate", survey.Estimate{}, survey.Logit, "", indicator.NotComputed},
		{"a confidence of 1", of(half, small, 5), survey.StudentMean, "1", indicator.NotDefined},
		{"a negative number of degrees of freedom", of(half, small, -1), survey.StudentMean, "", indicator.NotDefined},
		{"a negative variance", of(half, indicator.IntRatio(-1, 100), 5), survey.StudentMean, "", indicator.NotDefined},
		{"a share of 0", of(zero, small, 5), survey.Logit, "", indicator.NotDefined},
		{"a share of 1", of(indicator.IntRatio(1, 1), small, 5), survey.ArcSine, "", indicator.NotDefined},
		{"a mean that is no share", of(indicator.IntRatio(7, 2), small, 5), survey.KornGraubard, "", indicator.NotDefined},
		{"a share whose variance is 0", of(half, zero, 5), survey.Logit, "", indicator.OneValue},
		{"a mean whose variance is 0", of(indicator.IntRatio(7, 2), zero, 5), survey.StudentMean, "", indicator.OneValue},
		{"a method for samples", of(half, small, 5), survey.Wilson, "", indicator.NotDefined},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			i := c.estimate.Interval(c.method, number(c.confidence))
			assert.Equal(t, c.want, i.Low.Missing())
			assert.Equal(t, c.want, i.High.Missing())
		})
	}
}

// Bounds by mpmath: sin²(arcsin √v ∓ h), h = 1.96·s ÷ 2√(v(1 − v)), with the angles between 0 and a right one.
func TestTheArcSineEndsAtNobodyAndEverybody(t *testing.T) {
	for _, c := range []struct {
		name            string
		value, variance indicator.Ratio
		want            string
	}{
		{"below an angle of 0 the bound is 0", indicator.IntRatio(1, 100), indicator.IntRatio(1, 1000), "0.000000000000 0.160080146507"},
		{"also where the angle is hardly below", indicator.IntRatio(1, 100), indicator.IntRatio(4, 10000), "0.000000000000 0.085730353322"},
		{"above a right angle it is 1", indicator.IntRatio(99, 100), indicator.IntRatio(1, 1000), "0.839919853493 1.000000000000"},
		{"at both ends", indicator.IntRatio(1, 2), indicator.IntRatio(1, 4), "0.000000000000 1.000000000000"},
		{"however wide it is", indicator.IntRatio(1, 2), indicator.IntRatio(100, 1), "0.000000000000 1.000000000000"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := survey.Estimate{Value: c.value, Variance: c.variance}.Interval(survey.ArcSine, indicator.Value{})
			assert.Equal(t, c.want, bounds(got, 12))
		})
	}
}
