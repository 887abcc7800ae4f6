package survey_test

import (
	"encoding/json"
	"sync"
	"testing"

	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/survey"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// number reads a literal; the empty text is absent.
func number(s string) indicator.Value { return indicator.MustValue(s) }

// tabulate is Tabulate with nothing withheld, so that examples can be small.
func tabulate(s survey.Survey) survey.Tabulation {
	return survey.Tabulate(s, survey.Options{LeastBase: -1})
}

// fraction returns a figure's exact result, or the reason why it is missing.
func fraction(t *testing.T, f indicator.Figure) string {
	t.Helper()
	ratio, ok := f.Result.(indicator.Ratio)
	require.True(t, ok, "the result is a Ratio")
	return ratio.String()
}

func TestRates(t *testing.T) {
	// Fractions by hand, in lowest terms.
	cases := []struct {
		name                                   string
		sent, returned, valid                  string
		returnRate, validityRate, validReturns string
	}{
		{"each rate divides its own two counts", "120", "100", "96", "5/6", "24/25", "4/5"},
		{"a rate of a count to itself is 1", "93", "93", "93", "1", "1", "1"},
		{"nothing returned is a rate of 0, and no validity rate", "50", "0", "0", "0", "zero-denominator", "0"},
		{"nothing sent is no rate", "0", "0", "0", "zero-denominator", "zero-denominator", "zero-denominator"},
		{"an unstated sent count leaves the validity rate", "", "93", "90", "no-count", "30/31", "no-count"},
		{"an unstated returned count leaves the valid return rate", "120", "", "96", "no-count", "no-count", "4/5"},
		{"one count alone is no rate, as in the seed, which prints 93 received", "", "93", "", "no-count", "no-count", "no-count"},
		{"no count is no rate", "", "", "", "no-count", "no-count", "no-count"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got := tabulate(survey.Survey{Sent: number(c.sent), Returned: number(c.returned), Valid: number(c.valid)})
			assert.Equal(t, c.returnRate, fraction(t, got.ReturnRate))
			assert.Equal(t, c.validityRate, fraction(t, got.ValidityRate))
			assert.Equal(t, c.validReturns, fraction(t, got.ValidReturnRate))
		})
	}
}

func TestARateCarriesItsInputs(t *testing.T) {
	got := tabulate(survey.Survey{
		Code: "q", Period: indicator.MustPeriod("2023-08"), Source: "四（三）3",
		Sent: number("120"), Returned: number("93"),
	})
	assert.Equal(t, "q", got.Survey)
	assert.Equal(t, indicator.FormulaShare, got.ReturnRate.Formula)
	assert.Equal(t, []indicator.Input{
		{Symbol: "x", Value: number("93"), Period: indicator.MustPeriod("2023-08"), Source: "四（三）3"},
		{Symbol: "n", Value: number("120"), Period: indicator.MustPeriod("2023-08"), Source: "四（三）3"},
	}, got.ReturnRate.Inputs)
}

func TestTheZeroSurveyTabulatesToNothing(t *testing.T) {
	text, err := json.Marshal(tabulate(survey.Survey{}))
	require.NoError(t, err)
	const none = `{"formula":"share","expression":"x ÷ n",` +
		`"inputs":[{"symbol":"x","value":null},{"symbol":"n","value":null}],"result":{"missing":"no-count"}}`
	assert.JSONEq(t, `{"survey":"","returnRate":`+none+`,"validityRate":`+none+`,"validReturnRate":`+none+`,"questions":[],`+
		`"printing":{"places":0,"tested":0,"modes":[{"rounding":"half-up"},{"rounding":"half-even"},{"rounding":"truncate"}]},`+
		`"options":{"method":"wilson","confidence":"0.95","smallBase":30,"leastBase":-1}}`, string(text))
}

func TestManyReadersOfOneSurveyGetTheSameBytes(t *testing.T) {
	s := reconstructed()
	want, err := json.Marshal(tabulate(s))
	require.NoError(t, err)
	var readers sync.WaitGroup
	for range 100 {
		readers.Go(func() {
			got, err := json.Marshal(tabulate(s))
			assert.NoError(t, err)
			assert.Equal(t, string(want), string(got))
			assert.Empty(t, s.Validate())
		})
	}
	readers.Wait()
}
