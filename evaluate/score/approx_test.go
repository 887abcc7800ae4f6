package score_test

import (
	"encoding/json"
	"testing"

	"github.com/planeval/planeval/evaluate/score"
	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// approximate returns points as they come out in float64.
func approximate(t *testing.T, points string) score.Approx {
	t.Helper()
	r, err := score.Evaluate(leafSheet(score.Rule{Kind: score.Points}), rowData(points), score.Options{Float: true})
	require.NoError(t, err)
	a, ok := r.Score(0, "x").(score.Approx)
	require.True(t, ok)
	return a
}

func TestTheZeroApproxIsMissingBecauseNothingComputedIt(t *testing.T) {
	var a score.Approx
	assert.Equal(t, indicator.NotComputed, a.Missing())
	assert.Equal(t, indicator.NotComputed, a.Ratio().Missing())
	assert.Equal(t, indicator.NotComputed, a.Error().Missing())
	assert.Equal(t, "0", a.Decimal(2, indicator.HalfUp).String())
	assert.Equal(t, "0", a.Percent(2, indicator.HalfUp).String())
	_, ok := a.Round(2, indicator.HalfUp)
	assert.False(t, ok)
	assert.Equal(t, "not-computed", a.String())
	assert.Equal(t, -1, a.Cmp(indicator.IntRatio(-1_000_000, 1)), "a missing number comes before every other")
	text, err := json.Marshal(a)
	require.NoError(t, err)
	assert.JSONEq(t, `{"missing": "not-computed"}`, string(text))
}

func TestAnApproximateNumberIsRoundedAsTheFractionThatItsFloatIs(t *testing.T) {
	// 0.1 as a float64 is 3602879701896397 ÷ 2^55, a little above it; 2.675 is a little below.
	tenth := approximate(t, "0.1")
	assert.Equal(t, indicator.Present, tenth.Missing())
	assert.Equal(t, "3602879701896397/36028797018963968", tenth.Ratio().String())
	assert.Equal(t, "0.1000000000000000055511151231257827", tenth.Decimal(34, indicator.HalfUp).String())
	assert.Equal(t, "0.1", tenth.String())
	for _, c := range []struct {
		name, points, want string
		percent            bool
		places             int
		mode               indicator.Rounding
	}{
		{"half up of a float just below the half goes down", "2.675", "2.67", false, 2, indicator.HalfUp},
		{"half up of a half that a float holds goes up", "2.625", "2.63", false, 2, indicator.HalfUp},
		{"half to even of a half that a float holds goes to the even digit", "2.625", "2.62", false, 2, indicator.HalfEven},
		{"truncation of a float just above goes to it", "0.1", "0.1", false, 1, indicator.Truncate},
		{"a percentage is a hundred times the number", "0.8125", "81.3", true, 1, indicator.HalfUp},
		{"a number below 0 keeps its sign", "-2.625", "-2.63", false, 2, indicator.HalfUp},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := approximate(t, c.points)
			if c.percent {
				assert.Equal(t, c.want, a.Percent(c.places, c.mode).String())
				return
			}
			assert.Equal(t, c.want, a.Decimal(c.places, c.mode).String())
			rounded, ok := a.Round(c.places, c.mode)
			assert.True(t, ok)
			assert.Equal(t, c.want, rounded.String())
		})
	}
}

// 50 is off by 50 × 2^-52 at most, which is 25 ÷ 2^51 or 1.1e-14.
func TestAnApproximateNumberIsEqualToWhatLiesWithinItsError(t *testing.T) {
	fifty, bound := approximate(t, "50"), indicator.IntRatio(25, 1<<51)
	assert.Equal(t, 1, fifty.Error().Cmp(bound))
	assert.Equal(t, -1, fifty.Error().Cmp(bound.Mul(indicator.IntRatio(1_000_001, 1_000_000))))
	for _, c := range []struct {
		name string
		off  indicator.Ratio
		want int
	}{
		{"the float itself", indicator.IntRatio(0, 1), 0},
		{"a number above it by the error", fifty.Error(), 0},
		{"a number below it by the error", indicator.IntRatio(0, 1).Sub(fifty.Error()), 0},
		{"a number above it by more than the error", indicator.IntRatio(3, 1<<47), -1},
		{"a number below it by more than the error", indicator.IntRatio(-3, 1<<47), 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			assert.Equal(t, c.want, fifty.Cmp(indicator.IntRatio(50, 1).Add(c.off)))
		})
	}
	assert.Equal(t, 1, fifty.Cmp(indicator.Missing(indicator.NoTarget)), "a missing number comes before every other")
}

func TestAnApproximateNumberIsWrittenWithItsErrorAndNoExponent(t *testing.T) {
	for points, want := range map[string]string{
		"50":        `{"approximate": "50", "error": "1.2e-14"}`,        // 1.11e-14
		"58.06":     `{"approximate": "58.06", "error": "1.4e-14"}`,     // 1.29e-14
		"-0.25":     `{"approximate": "-0.25", "error": "5.8e-17"}`,     // 5.55e-17
		"1000000":   `{"approximate": "1000000", "error": "2.3e-10"}`,   // 2.22e-10
		"0":         `{"approximate": "0", "error": "9.8e-302"}`,        // 2^-1000 = 9.33e-302
		"0.0000001": `{"approximate": "0.0000001", "error": "2.3e-23"}`, // 2.22e-23
	} {
		text, err := json.Marshal(approximate(t, points))
		require.NoError(t, err)
		assert.JSONEq(t, want, string(text))
	}
}

func TestTheErrorThatIsWrittenIsNeverLessThanItIs(t *testing.T) {
	for _, points := range []string{"1", "1.01", "1.5", "2", "3.3", "4.4", "4.5", "5", "7.7", "8.1", "9", "9.9", "10", "64", "81.22", "99.99", "123.456"} {
		a := approximate(t, points)
		text, err := json.Marshal(a)
		require.NoError(t, err)
		var form struct{ Error json.Number }
		require.NoError(t, json.Unmarshal(text, &form))
		written, err := form.Error.Float64()
		require.NoError(t, err)
		bound, _ := a.Error().Rat()
		exact, _ := bound.Float64()
		assert.GreaterOrEqual(t, written, exact, points)
		assert.LessOrEqual(t, written, exact*1.11, points)
	}
}

// An approximate score that is missing says so in the form of every number.
func TestAScoreWithoutAResultIsWrittenAsItsReason(t *testing.T) {
	r, err := score.Evaluate(leafSheet(score.Rule{Kind: score.ZScore, Direction: indicator.Increase}), rowData("5 5"), score.Options{})
	require.NoError(t, err)
	text, err := json.Marshal(r.Score(0, "x"))
	require.NoError(t, err)
	assert.JSONEq(t, `{"missing": "one-value"}`, string(text))
}
