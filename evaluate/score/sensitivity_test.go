package score_test

import (
	"context"
	"testing"

	"github.com/planeval/planeval/evaluate/score"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func sensitivity(t *testing.T, r *score.Result, s score.Simulation) score.Sensitivity {
	t.Helper()
	found, err := r.Sensitivity(context.Background(), s)
	require.NoError(t, err)
	return found
}

// requireIndex asserts that an index is what it should be, within four of its standard errors and a little for the variance, which is
// estimated too.
func requireIndex(t *testing.T, name string, first, total float64, i score.Index) {
	t.Helper()
	const variance = 0.02
	assert.InDelta(t, first, floatOf(i.First), 4*floatOf(i.FirstError)+variance*(1-first), "%s by itself", name)
	assert.InDelta(t, total, floatOf(i.Total), 4*floatOf(i.TotalError)+variance*total, "%s with all interactions", name)
	assert.Less(t, floatOf(i.FirstError), 0.03)
	assert.Less(t, floatOf(i.TotalError), 0.03)
}

// The total over 100 is W U + (1 − W) V of three numbers that are independent and uniform from 0 to 1: the weight of the first
// dimension, and in each dimension the weight of a leaf with the score 100 beside one with 0. By hand: the variance is
// 11/36 − 1/4 = 1/18. By itself W explains nothing, as U and V have the same mean, and U explains 1/48, which is 3/8 of it; V
// the same. With interactions W explains 1/12 × E (U − V)² = 1/72, which is 1/4, and U E W² × 1/12 = 1/36, 1/2.
func TestIndicesOfWeightsThatInteract(t *testing.T) {
	r := evaluateExact(t, rooted(
		branch("n1", "1", pointed("a", "1"), pointed("b", "1")), branch("n2", "1", pointed("c", "1"), pointed("d", "1")),
	), columnsData("a", "100", "b", "0", "c", "100", "d", "0"))
	found := sensitivity(t, r, score.Simulation{Seed: 1, Replications: 8000, AnyWeights: true})
	assert.Equal(t, []string{"weights:r", "weights:n1", "weights:n2"}, found.Factors)
	assert.Equal(t, 8000*5, found.Runs)
	indices := found.Totals[0]
	assert.InDelta(t, 10000.0/18, floatOf(indices.Variance), 20)
	require.Len(t, indices.Factors, 3)
	requireIndex(t, "W", 0, 0.25, indices.Factors[0])
	requireIndex(t, "U", 0.375, 0.5, indices.Factors[1])
	requireIndex(t, "V", 0.375, 0.5, indices.Factors[2])
	assert.Equal(t, "0", worded(found.Shift.Variance), "the rank of the only unit does not move")
	assert.Empty(t, found.Shift.Factors)
}

// With one factor a run that takes it from the second sample is that sample: by itself it explains everything, without error.
func TestTheOnlyFactorExplainsEverything(t *testing.T) {
	r := evaluateExact(t, rooted(pointed("x", "1"), pointed("y", "1")), columnsData("x", "40", "y", "90"))
	index := sensitivity(t, r, score.Simulation{Replications: 2000}).Totals[0].Factors[0]
	assert.Equal(t, "1", worded(index.First))
	assert.Equal(t, "0", worded(index.FirstError))
	assert.InDelta(t, 1, floatOf(index.Total), 0.1)
}

// Without spread the weights explain nothing. 0 and 100 are the scores 0 and 1 by the other rule; 4 and 9 give 6.5 and 6.
func TestMethodsAreFactorsWhereOthersAreTried(t *testing.T) {
	sheet := rooted(pointed("x", "1"), pointed("y", "1"))
	r := evaluateExact(t, sheet, columnsData("x", "4", "y", "9"))
	still := score.Simulation{Replications: 500, Spread: literal("0"), Aggregations: []score.Aggregation{{Method: score.Geometric}}}
	found := sensitivity(t, r, still)
	assert.Equal(t, []string{"weights:r", "aggregation"}, found.Factors)
	assert.Equal(t, []string{"0", "1"}, []string{worded(found.Totals[0].Factors[0].Total), worded(found.Totals[0].Factors[1].First)})
	// Two values that are as frequent, 0.5 apart: 0.0625, with n ÷ (n − 1) and what 1000 draws stray.
	assert.InDelta(t, 0.0625, floatOf(found.Totals[0].Variance), 0.001)

	one := rooted(leafNode("x", score.Rule{Kind: score.MinMax, Direction: more}))
	one.Root.Weighting = score.Weighting{Method: score.EqualWeights}
	still.Rules = []score.Rule{{Kind: score.ShareOfMost, Scale: scaleOf(0, 50)}}
	found = sensitivity(t, evaluateExact(t, one, columnsData("x", "0 100")), still)
	assert.Equal(t, []string{"aggregation", "rule"}, found.Factors, "the weight of an only child is no factor")
	assert.Empty(t, found.Totals[0].Factors, "the worst has 0 by both rules")
	assert.Equal(t, []string{"0", "1"}, []string{worded(found.Totals[1].Factors[0].Total), worded(found.Totals[1].Factors[1].First)})
}

func TestWhatDoesNotVaryHasNoIndices(t *testing.T) {
	r := districts(t)
	for _, indices := range sensitivity(t, r, score.Simulation{Replications: 20, Spread: literal("0")}).Totals {
		assert.Equal(t, "0", worded(indices.Variance))
		assert.Empty(t, indices.Factors)
	}
	same := evaluateExact(t, rooted(pointed("x", "3"), pointed("y", "7"), pointed("z", "11")), columnsData("x", "60.3", "y", "60.3", "z", "60.3"))
	found := sensitivity(t, same, score.Simulation{Replications: 100})
	assert.Empty(t, found.Totals[0].Factors, "the last places of float64 do not count")
}

// The geometric mean of 0 is missing in some run.
func TestATotalThatIsMissingInARunHasNoIndices(t *testing.T) {
	r := evaluateExact(t, rooted(pointed("x", "1"), pointed("y", "1")), columnsData("x", "0 70 30", "y", "80 60 95"))
	found := sensitivity(t, r, score.Simulation{Replications: 100, Aggregations: []score.Aggregation{{Method: score.Geometric}}})
	assert.Equal(t, score.Indices{Variance: found.Totals[0].Variance}, found.Totals[0])
	assert.Equal(t, "not-defined", worded(found.Totals[0].Variance))
	assert.Len(t, found.Totals[1].Factors, 2, "another unit has")
	assert.Len(t, found.Shift.Factors, 2, "and so have ranks, of those that there are")
}

func TestASensitivityAnalysisDependsOnItsSeedAndNotOnItsWorkers(t *testing.T) {
	r, s := districts(t), alternatives()
	s.Replications = 100
	one := sensitivity(t, r, s)
	assert.Equal(t, []string{"weights:r", "weights:economy", "weights:society", "aggregation", "rule"}, one.Factors)
	last := 0
	for _, workers := range []int{1, 2, 7} {
		last = 0
		s.Workers, s.Progress = workers, func(done, total int) {
			assert.Greater(t, done, last)
			assert.Equal(t, 100, total)
			last = done
		}
		assert.Equal(t, one, sensitivity(t, r, s), "%d workers", workers)
		assert.Equal(t, 100, last)
	}
	s = alternatives()
	s.Replications, s.Seed = 100, 1
	assert.NotEqual(t, one.Totals, sensitivity(t, r, s).Totals)
}
