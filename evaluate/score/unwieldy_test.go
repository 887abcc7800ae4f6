package score_test

import (
	"fmt"
	"math/big"
	"strconv"
	"testing"

	"github.com/planeval/planeval/evaluate/score"
	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// requireShares asserts that scores are 100 times inverse shares: they add up to 100, and the first is as many times the last as
// the last value is the first, within their errors.
func requireShares(t *testing.T, r *score.Result, first, last string) {
	t.Helper()
	sum, allowed := new(big.Rat), new(big.Rat)
	for u := range r.Totals {
		x, bound := parted(t, r.Score(u, "x"))
		sum.Add(sum, x)
		allowed.Add(allowed, bound)
	}
	assert.False(t, apart(sum, big.NewRat(100, 1), allowed), sum.FloatString(20))
	a, _ := parted(t, r.Score(0, "x"))
	z, _ := parted(t, r.Score(len(r.Totals)-1, "x"))
	ratio := new(big.Rat).Quo(rational(t, last), rational(t, first))
	assert.False(t, apart(new(big.Rat).Quo(a, z), ratio, rational(t, "1e-10")))
}

// The inverses of 5,000 values that have little in common add up to a fraction of some 60,000 digits.
func TestInversesOfManyValuesAreAddedUpInFloat64(t *testing.T) {
	var data score.Data
	var values []indicator.Value
	for u := range 5_000 {
		code := strconv.Itoa(u)
		data.Units = append(data.Units, score.Unit{Code: code, Name: code})
		values = append(values, literal(fmt.Sprintf("%d.%03d", 1000+7*u, 1+u%997)))
	}
	data.Columns = []score.Column{{Leaf: "x", Values: values}}
	sheet := leafSheet(score.Rule{Kind: score.ShareOfSum, Direction: less})
	r := evaluateExact(t, sheet, data)
	assert.IsType(t, score.Approx{}, r.Totals[0].Score)
	requireShares(t, r, "1000.001", "35993.015")
	for _, u := range []int{0, 2_500, 4_999} {
		w := r.Working(u, "x")
		require.Equal(t, "v", w.Operands[1].Symbol)
		assert.IsType(t, score.Approx{}, w.Operands[1].Number, "nor does the working add them up in fractions")
		requireReplayed(t, w)
	}
	assert.Equal(t, "1", worded(r.Totals[0].Rank.Rank))
	assert.Equal(t, "5000", worded(r.Totals[4_999].Rank.Rank))

	data.Columns[0].Values[1] = literal("0")
	assert.Equal(t, "not-positive", worded(evaluateExact(t, sheet, data).Totals[4_999].Score), "a 0 has no inverse")
	data.Columns[0].Values[1] = indicator.Value{}
	r = evaluateExact(t, sheet, data)
	assert.Equal(t, "no-observation", worded(r.Totals[1].Score))
	assert.IsType(t, score.Approx{}, r.Totals[2].Score)
}

// More is better: the sum of 5,000 decimals is a decimal.
func TestASumOfManyDecimalsStaysExact(t *testing.T) {
	sheet, data := sized(1, 5_000, score.Rule{Kind: score.ShareOfSum, Direction: more})
	for u := range data.Units {
		data.Columns[0].Values[u] = literal("0.02")
	}
	assert.Equal(t, "1/50", worded(evaluateExact(t, sheet, data).Totals[0].Score))
}

// Values of 38 digits, of which no two have a factor in common for long: the sum of sixty inverses has more than 4,096 bits, that
// of three has not.
func TestAHarmonicMeanOfFractionsThatBecomeUnwieldyIsInFloat64(t *testing.T) {
	huge := func(i int) string { return fmt.Sprintf("99999999999999999999999999999999999%03d", i) }
	mean := func(leaves int) indicator.Number {
		sheet, data := sized(leaves, 2, score.Rule{Kind: score.Points})
		sheet.Root.Aggregation.Method = score.Harmonic
		for i := range data.Columns {
			data.Columns[i].Values[0] = literal(huge(i))
		}
		r := evaluateExact(t, sheet, data)
		assert.Equal(t, "no-observation", worded(r.Totals[1].Score))
		requireReplayed(t, r.Working(0, "r"))
		return r.Totals[0].Score
	}
	many := mean(60)
	require.IsType(t, score.Approx{}, many)
	x, bound := parted(t, many)
	assert.False(t, apart(x, rational(t, huge(30)), new(big.Rat).Add(bound, big.NewRat(100, 1))), "it lies between the least and the greatest")
	assert.IsType(t, indicator.Ratio{}, mean(3))
	sheet := rooted(pointed("a", "1"), pointed("b", "1"), pointed("c", "1"))
	sheet.Root.Aggregation.Method = score.Harmonic
	assert.Equal(t, "36/13 not-positive", scored(t, sheet, columnsData("a", "2 0", "b", "3 3", "c", "4 4"), "r"))
}

// Three of weights that do not fit 64 bits in whole numbers: 0.3333333333333333333, twice, outweigh 0.3333333333333333334 alone.
func TestCopelandWeighsExactly(t *testing.T) {
	sheet := parent(pointed("a", "0.3333333333333333333"), pointed("b", "0.3333333333333333333"), pointed("c", "0.6666666666666666667"))
	sheet.Root.Weighting.Relative = true
	sheet.Root.Aggregation.Method = score.Copeland
	data := columnsData("a", "2 1", "b", "2 1", "c", "1 2")
	assert.Equal(t, "-1 1", scored(t, sheet, data, "r"), "0.6666666666666666666 is less than 0.6666666666666666667")
	sheet.Root.Children[2].Weight = literal("0.6666666666666666666")
	assert.Equal(t, "0 0", scored(t, sheet, data, "r"))
}

// 1/3, 2/5, 3/7, … have no denominator in common: their squares are summed after thirty places.
func TestFiguresWithoutACommonDenominatorAreSummedQuickly(t *testing.T) {
	figures := make([]indicator.Figure, 2_000)
	var data score.Data
	for i := range figures {
		figures[i] = indicator.Figure{Formula: indicator.FormulaMultiple, Result: indicator.IntRatio(int64(i), int64(2*i+1))}
		data.Units = append(data.Units, score.Unit{Code: fmt.Sprint(i), Name: "N"})
	}
	data.Columns = []score.Column{{Leaf: "x", Figures: figures}}
	r := evaluateExact(t, leafSheet(score.Rule{Kind: score.ZScore, Direction: more}), data)
	// By python3: the mean of i ÷ (2 i + 1) is 0.49880445, and 0 lies 40.3465 standard deviations below it.
	assert.Equal(t, "-40.35", r.Score(0, "x").Decimal(2, indicator.HalfUp).StringFixed(2))
}
