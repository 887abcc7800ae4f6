package survey_test

import (
	"math/rand/v2"
	"testing"

	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/survey"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// sample is x of n.
func sample(x, n int64) survey.Sample {
	return survey.Sample{X: indicator.IntRatio(x, 1), N: indicator.IntRatio(n, 1)}
}

// places writes a number with so many places, half up, or the reason why there is none.
func places(n indicator.Number, count int) string {
	if why := n.Missing(); why != indicator.Present {
		return why.String()
	}
	return n.Decimal(count, indicator.HalfUp).StringFixed(int32(count))
}

// exactly writes a number that must be a fraction in lowest terms.
func exactly(t *testing.T, n indicator.Number) string {
	t.Helper()
	ratio, ok := n.(indicator.Ratio)
	require.True(t, ok, "a fraction")
	return ratio.String()
}

// bounds writes both bounds.
func bounds(i survey.Interval, count int) string {
	return places(i.Low, count) + " " + places(i.High, count)
}

func TestIntervalsAreRoundedCorrectly(t *testing.T) {
	// By mpmath 1.2.1 at 60 digits: Wilson from its formula with z = √2·erfinv(c), Clopper-Pearson by findroot of betainc.
	cases := []struct {
		name           string
		x, n           int64
		population     string
		method         survey.IntervalMethod
		confidence     string
		twelve, thirty string
		default95      bool
	}{
		{"81 of 263 by Wilson", 81, 263, "", survey.Wilson, "0.95",
			"0.255288519878 0.366209576983", "0.255288519878274225774718025684 0.366209576982800070147383361748", true},
		{"81 of 263 by Clopper and Pearson", 81, 263, "", survey.ClopperPearson, "0.95",
			"0.252736745585 0.367621922601", "0.252736745585271163024571775899 0.367621922601351364646185979382", true},
		{"0 of 10 by Wilson begins with exactly 0", 0, 10, "", survey.Wilson, "0.95",
			"0.000000000000 0.277532799863", "0.000000000000000000000000000000 0.277532799862889252715331318613", true},
		{"13 of 40 of a population of 200: the size is 40·199 ÷ 160", 13, 40, "200", survey.Wilson, "0.95",
			"0.211519283315 0.463568867238", "0.211519283314921366120408013421 0.463568867237975446194439836660", true},
		{"81 of 263 at 99 %", 81, 263, "", survey.Wilson, "0.99",
			"0.240136902688 0.385282502318", "0.240136902687607691888436458933 0.385282502318229847666050865800", false},
		{"13 of 40 at 90 % by Wilson", 13, 40, "", survey.Wilson, "0.9",
			"0.217676207381 0.454497499645", "0.217676207380881793998749750563 0.454497499645028552441663910064", false},
		{"13 of 40 at 90 % by Clopper and Pearson", 13, 40, "", survey.ClopperPearson, "0.9",
			"0.204134095796 0.466295098705", "0.204134095796002513284093826088 0.466295098705403296379253513840", false},
		{"the greatest confidence", 1, 3, "", survey.Wilson, "0.999999",
			"0.013032446670 0.949831661894", "0.013032446669659194197883874469 0.949831661893979647380675173218", false},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			s := sample(c.x, c.n)
			s.Population = number(c.population)
			got := s.Interval(c.method, number(c.confidence))
			assert.Equal(t, c.twelve, bounds(got, 12))
			assert.Equal(t, c.thirty, bounds(got, 30))
			assert.Equal(t, c.method, got.Method)
			assert.Equal(t, number(c.confidence), got.Confidence)
			assert.Equal(t, indicator.Present, got.Missing())
			if c.default95 {
				assert.Equal(t, c.twelve, bounds(s.Interval(c.method, indicator.Value{}), 12), "the absent confidence is 0.95")
			}
		})
	}
}

func TestTheIntervalsDefaults(t *testing.T) {
	got := sample(81, 263).Interval("", indicator.Value{})
	assert.Equal(t, survey.Wilson, got.Method)
	assert.Equal(t, "0.95", got.Confidence.String())
	assert.Equal(t, "263", got.Size.String())
	assert.Equal(t, "0.255288519878 0.366209576983", bounds(got, 12))
}

func TestTheSizeOfAFinitePopulation(t *testing.T) {
	s := sample(13, 40)
	s.Population = number("200")
	assert.Equal(t, "199/4", s.Interval(survey.Wilson, indicator.Value{}).Size.String(), "40·199 ÷ 160 = 7960/160")
	s.Population = number("10000000000")
	assert.Equal(t, "0.201", places(s.Interval(survey.Wilson, indicator.Value{}).Low, 3), "as good as endless: 0.2008… by Wilson of 13/40")
}

func TestIntervalsThatAreNone(t *testing.T) {
	of := func(x, n, population string) survey.Sample {
		return survey.Sample{X: number(x).Ratio(indicator.NoCount), N: number(n).Ratio(indicator.NoCount), Population: number(population)}
	}
	cases := []struct {
		name       string
		sample     survey.Sample
		method     survey.IntervalMethod
		confidence string
		want       indicator.Reason
	}{
		{"a census has none", of("13", "40", "40"), survey.Wilson, "", indicator.Census},
		{"a sample above the population has none", of("13", "40", "39"), survey.Wilson, "", indicator.NotDefined},
		{"nor has one of a negative population", of("13", "40", "-1"), survey.Wilson, "", indicator.NotDefined},
		{"x above n has none", of("41", "40", ""), survey.Wilson, "", indicator.NotDefined},
		{"x below 0 has none", of("-1", "40", ""), survey.Wilson, "", indicator.NotDefined},
		{"n of 0 has none", of("0", "0", ""), survey.Wilson, "", indicator.ZeroDenominator},
		{"n below 0 has none", of("-2", "-1", ""), survey.Wilson, "", indicator.NotDefined},
		{"n above ten thousand million has none", of("1", "10000000001", ""), survey.Wilson, "", indicator.NotDefined},
		{"an absent x has none", of("", "40", ""), survey.Wilson, "", indicator.NoCount},
		{"an absent n has none", of("13", "", ""), survey.Wilson, "", indicator.NoCount},
		{"the zero Sample has none", survey.Sample{}, survey.Wilson, "", indicator.NotComputed},
		{"a confidence of 0 has none", of("13", "40", ""), survey.Wilson, "0", indicator.NotDefined},
		{"a confidence of 1 has none", of("13", "40", ""), survey.ClopperPearson, "1", indicator.NotDefined},
		{"a negative confidence has none", of("13", "40", ""), survey.Wald, "-0.95", indicator.NotDefined},
		{"95 is no confidence", of("13", "40", ""), survey.Jeffreys, "95", indicator.NotDefined},
		{"a confidence above 0.999999 has none", of("13", "40", ""), survey.Wilson, "0.9999991", indicator.NotDefined},
		{"a confidence that is none has no exact end either", of("0", "40", ""), survey.ClopperPearson, "1", indicator.NotDefined},
		{"an unknown method has none", of("13", "40", ""), "bayes", "", indicator.NotDefined},
		{"a method for estimates is none for samples", of("13", "40", ""), survey.Logit, "", indicator.NotDefined},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got := c.sample.Interval(c.method, number(c.confidence))
			assert.Equal(t, c.want, got.Missing())
			assert.Equal(t, c.want, got.Low.Missing())
			assert.Equal(t, c.want, got.High.Missing(), "both bounds are missing for the same reason")
			assert.Equal(t, c.method, got.Method)
		})
	}
	assert.Equal(t, indicator.NotComputed, survey.Interval{}.Missing(), "the zero Interval")
}

func TestIntervalsWithExactEnds(t *testing.T) {
	for _, method := range survey.IntervalMethods() {
		none, all := sample(0, 10).Interval(method, indicator.Value{}), sample(10, 10).Interval(method, indicator.Value{})
		if method == survey.JeffreysEqualTailed {
			// Both tails stay: quantiles 0.025 of Beta(½, 10½) and 0.975 of Beta(10½, ½).
			assert.Positive(t, none.Low.Cmp(indicator.IntRatio(0, 1)), "it keeps both tails")
			assert.Negative(t, all.High.Cmp(indicator.IntRatio(1, 1)), "it keeps both tails")
			continue
		}
		assert.Equal(t, "0", exactly(t, none.Low), "%s at x = 0", method)
		assert.Equal(t, "1", exactly(t, all.High), "%s at x = n", method)
	}
	wald := sample(0, 10).Interval(survey.Wald, indicator.Value{})
	assert.Equal(t, "0", exactly(t, wald.High), "Wald's interval has no width there")
	near0 := sample(1, 10).Interval(survey.Wald, indicator.Value{})
	assert.Equal(t, "0", exactly(t, near0.Low), "and is cut off: 0.1 − 1.96·√0.009 < 0")
	near1 := sample(9, 10).Interval(survey.Wald, indicator.Value{})
	assert.Equal(t, "1", exactly(t, near1.High))
}

// TestAMoreConfidentIntervalHoldsALessConfidentOne and is mirrored when those who chose it and those who did not change
// places.
func TestAMoreConfidentIntervalHoldsALessConfidentOne(t *testing.T) {
	random := rand.New(rand.NewPCG(263, 81))
	one := indicator.IntRatio(1, 1).Real()
	for range 12 {
		n := 1 + random.Int64N(120)
		x := random.Int64N(n + 1)
		for _, method := range survey.IntervalMethods() {
			name := func(c string) string { return string(method) + " at " + c }
			var outer survey.Interval
			for _, confidence := range []string{"0.99", "0.95", "0.9"} {
				got := sample(x, n).Interval(method, number(confidence))
				mirrored := sample(n-x, n).Interval(method, number(confidence))
				require.Equal(t, bounds(got, 20), places(one.Sub(realOf(mirrored.High)), 20)+" "+places(one.Sub(realOf(mirrored.Low)), 20),
					"%s: %d of %d and %d of %d", name(confidence), x, n, n-x, n)
				if outer.Low != nil {
					require.True(t, got.Low.Decimal(20, indicator.HalfUp).Cmp(outer.Low.Decimal(20, indicator.HalfUp)) >= 0, name(confidence))
					require.True(t, got.High.Decimal(20, indicator.HalfUp).Cmp(outer.High.Decimal(20, indicator.HalfUp)) <= 0, name(confidence))
				}
				outer = got
				switch method {
				case survey.Wilson, survey.WilsonContinuity, survey.ClopperPearson, survey.AgrestiCoull, survey.Wald:
					share := indicator.IntRatio(x, n)
					require.True(t, got.Low.Cmp(share) <= 0 && got.High.Cmp(share) >= 0, "%s holds the share", name(confidence))
				}
			}
		}
	}
}

// realOf is a bound as a Real.
func realOf(n indicator.Number) indicator.Real {
	switch n := n.(type) {
	case indicator.Real:
		return n
	case indicator.Ratio:
		return n.Real()
	}
	return indicator.Real{}
}

// TestTheContinuityCorrectionStopsAtTheEnds takes parts of effective sizes: within ½ of the end the correction goes beyond
// it, and the root in the formula may not exist.
func TestTheContinuityCorrectionStopsAtTheEnds(t *testing.T) {
	for _, confidence := range []string{"0.1", "0.5", "0.95"} {
		for _, tenths := range []int64{1, 3, 5} {
			few := survey.Sample{X: indicator.IntRatio(tenths, 10), N: indicator.IntRatio(2, 1)}
			got := few.Interval(survey.WilsonContinuity, number(confidence))
			assert.Equal(t, "0", exactly(t, got.Low), "%d tenths of 2 at %s", tenths, confidence)
			assert.Equal(t, indicator.Present, got.High.Missing())
			assert.Positive(t, got.High.Cmp(few.X.Quo(few.N)))
			most := survey.Sample{X: indicator.IntRatio(20-tenths, 10), N: indicator.IntRatio(2, 1)}
			assert.Equal(t, "1", exactly(t, most.Interval(survey.WilsonContinuity, number(confidence)).High))
		}
	}
}
