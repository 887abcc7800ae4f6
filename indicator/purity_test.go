package indicator_test

import (
	"encoding/json"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"

	"github.com/planeval/planeval/indicator"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestDecimalGlobalsHaveNoEffect sets every variable of the decimal package that could change a result.
// It must not run in parallel with other tests, and none of this package's tests does.
func TestDecimalGlobalsHaveNoEffect(t *testing.T) {
	before := everything(t)

	precision, negative := decimal.DivisionPrecision, decimal.PowPrecisionNegativeExponent
	quotes, trim, scientific := decimal.MarshalJSONWithoutQuotes, decimal.TrimTrailingZeros, decimal.UseScientificNotation
	iterations := decimal.ExpMaxIterations
	defer func() {
		decimal.DivisionPrecision, decimal.PowPrecisionNegativeExponent = precision, negative
		decimal.MarshalJSONWithoutQuotes, decimal.TrimTrailingZeros, decimal.UseScientificNotation = quotes, trim, scientific
		decimal.ExpMaxIterations = iterations
	}()
	decimal.DivisionPrecision, decimal.PowPrecisionNegativeExponent = 1, 1
	decimal.MarshalJSONWithoutQuotes, decimal.TrimTrailingZeros, decimal.UseScientificNotation = true, !trim, true
	decimal.ExpMaxIterations = 1
	assert.Equal(t, before, everything(t))
}

// everything is all that the package prints of the seed's indicators, and values that came through decimals.
func everything(t *testing.T) string {
	t.Helper()
	var parts []any
	for _, text := range []string{"12.50", "1200", "0.00", "-0.0000001"} {
		d, ok := indicator.MustValue(text).Decimal()
		require.True(t, ok)
		v, err := indicator.FromDecimal(d)
		require.NoError(t, err)
		parts = append(parts, v)
	}
	v, err := indicator.FromDecimal(decimal.New(12, 3))
	require.NoError(t, err)
	parts = append(parts, v)
	random := rand.New(rand.NewPCG(3, 9))
	inds := make([]indicator.Indicator, 0, 60)
	for _, s := range seeds() {
		inds = append(inds, s.indicator)
	}
	for range 25 {
		inds = append(inds, generate(random), generateAccumulated(random))
	}
	for _, ind := range inds {
		a := indicator.Assess(ind, evaluationDate, everyMethod()...)
		parts = append(parts, a.Figures(), a.Judgements, projected(&a.Measurement), steps(&a.Measurement))
		if interval, why := a.Trend().Interval(4, indicator.HalfUp); why == indicator.Present {
			parts = append(parts, interval)
		}
	}
	text, err := json.Marshal(parts)
	require.NoError(t, err)
	return string(text)
}

// TestConcurrentUse has a hundred goroutines on one set of indicators; run it with -race.
func TestConcurrentUse(t *testing.T) {
	want := everything(t)
	shared := seeds()
	var group sync.WaitGroup
	results := make([]string, 100)
	for i := range results {
		group.Go(func() {
			var parts []any
			for _, s := range shared {
				a := indicator.Assess(s.indicator, evaluationDate, everyMethod()...)
				parts = append(parts, a.Figures(), a.Judgements, projected(&a.Measurement), steps(&a.Measurement))
			}
			text, err := json.Marshal(parts)
			if err != nil {
				text = []byte(err.Error())
			}
			results[i] = string(text)
		})
	}
	group.Wait()
	for _, got := range results {
		require.Equal(t, results[0], got)
		require.Contains(t, want, strings.Trim(got, "[]"), "the same as one goroutine makes")
	}
}
