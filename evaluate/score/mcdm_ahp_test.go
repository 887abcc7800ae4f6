package score_test

import (
	"encoding/json"
	"math"
	"testing"

	"github.com/planeval/planeval/evaluate/score"
	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// judgements reads a reciprocal matrix, or its lower triangle. Of each pair only the side that is 1 or more is a judgement;
// where the triangle has the other, its inverse, which is a whole number in all vectors, is.
func judgements(t *testing.T, matrix [][]json.Number) (list []score.Judgement) {
	t.Helper()
	for i := range matrix {
		for j := range i {
			x, err := matrix[i][j].Float64()
			require.NoError(t, err)
			more, less := i, j
			if x < 1 {
				more, less, x = j, i, 1/x
			}
			whole := math.Round(x)
			require.InDelta(t, whole, x, 1e-12)
			list = append(list, score.Judgement{More: nth(more), Less: nth(less), Times: indicator.IntValue(int64(whole))})
		}
	}
	return list
}

// judged evaluates criteria that are weighted by judgements; columns are the scores of the units.
func judged(t *testing.T, w score.Weighting, columns [][]indicator.Value) evaluated {
	t.Helper()
	w.Method, w.AcceptInconsistent, w.Places = score.AHP, true, 12
	root := score.Node{Code: "root", Weighting: w}
	var data score.Data
	for j, values := range columns {
		root.Children = append(root.Children, score.Node{Code: nth(j), Name: nth(j), Rule: &score.Rule{Kind: score.Points}})
		data.Columns = append(data.Columns, score.Column{Leaf: nth(j), Values: values})
	}
	for i := range columns[0] {
		data.Units = append(data.Units, score.Unit{Code: nth(i), Name: nth(i)})
	}
	return evaluateBoth(t, root, data)
}

// unscored is columns of a single unit, for weights alone.
func unscored(n int) [][]indicator.Value {
	columns := make([][]indicator.Value, n)
	for j := range columns {
		columns[j] = []indicator.Value{indicator.IntValue(1)}
	}
	return columns
}

func TestEigenvectorOfInconsistentJudgementsIsThatOfPymcdm(t *testing.T) {
	v := vectors(t)["AHP weights (random index of Tummala & Ling)"]
	require.NotEmpty(t, v.Matrix)
	e := judged(t, score.Weighting{Judgements: judgements(t, v.Matrix), RandomIndex: score.Tummala}, unscored(len(v.Matrix)))
	v.holds(t, printedWeights(e.exact), printedWeights(e.float), nil)
	assert.False(t, e.exact.Weights[0].Consistency.Acceptable)
}

func TestConsistencyOfColumnMeansIsThatOfScikitCriteria(t *testing.T) {
	v := vectors(t)["AHP priority by column-normalised row average; CI=(lambda_max-n)/(n-1); CR=CI/RI(Saaty)"]
	require.NotEmpty(t, v.Triangle)
	e := judged(t, score.Weighting{
		Judgements: judgements(t, v.Triangle), Priority: score.ColumnMean, RandomIndex: score.SaatyNew,
	}, unscored(len(v.Triangle)))
	for _, result := range []*score.Result{e.exact, e.float} {
		c := result.Weights[0].Consistency
		conforms(t, v.single["ci"].String(), c.Index, c.Index)
		// The difference: they keep the table in 16 bits, so that 0.52 is 0.52001953125; ours is the fraction.
		assert.Equal(t, "13/25", c.RandomIndex.String())
		ratio, _ := floated(t, c.Ratio)
		theirs, err := v.single["cr"].Float64()
		require.NoError(t, err)
		assert.InDelta(t, theirs, ratio*0.52/0.52001953125, 1e-9)
		assert.Greater(t, math.Abs(theirs-ratio), 1e-9)
		assert.InDelta(t, theirs, ratio, 1e-3, "their own tolerance")
	}
}

// Alternatives that are judged too are weighed in sheets of their own, one for each criterion; their weights are the points.
// scikit-criteria writes them across the criteria by an index of those, which is right while there are as many of both.
func TestJudgedAlternativesAreRankedAsByScikitCriteria(t *testing.T) {
	v := vectors(t)["AHP full: criteria matrix + 3 alternative matrices (lower triangles); points = alternatives x criteria weights. CAUTION upstream result uses wmatrix[:,cidx]=weights"]
	require.Len(t, v.Criteria, len(v.Alternatives))
	var columns [][]indicator.Value
	for _, matrix := range v.Alternatives {
		e := judged(t, score.Weighting{Judgements: judgements(t, matrix), Priority: score.ColumnMean}, unscored(len(matrix)))
		var points []indicator.Value
		for _, weight := range printedWeights(e.exact) {
			x, ok := weight.Round(12, indicator.HalfUp)
			require.True(t, ok)
			points = append(points, x)
		}
		columns = append(columns, points)
	}
	e := judged(t, score.Weighting{Judgements: judgements(t, v.Criteria), Priority: score.ColumnMean}, columns)
	v.holds(t, printedTotals(e.exact), printedTotals(e.float), nil)
	for i, rank := range v.named["rank"] {
		assert.Equal(t, rank.String(), e.exact.Totals[i].Rank.Rank.String())
		assert.Equal(t, rank.String(), e.float.Totals[i].Rank.Rank.String())
	}
}
