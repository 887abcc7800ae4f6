package score_test

import (
	"testing"

	"github.com/planeval/planeval/evaluate/score"
	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// comparedSheet weighs leaves x, y and z of points by a method.
func comparedSheet(method score.WeightMethod) score.Sheet {
	sheet := parent(leafNode("x", score.Rule{Kind: score.Points}), leafNode("y", score.Rule{Kind: score.Points}), leafNode("z", score.Rule{Kind: score.Points}))
	sheet.Root.Weighting.Method = method
	return sheet
}

// The scores are 1 2 6, 2 2 5 and 4 1 1. Their variances are 7, 3 and 3, so by variance the weights are 7/13, 3/13 and 3/13;
// the correlations are 0.982, −0.655 and −½, those of the ranks 0.866, −0.866 and −½. The literals are mpmath's, from
// the definitions with 40 digits.
func TestWeightsOfScoresThatDiffer(t *testing.T) {
	for _, c := range []struct {
		name   string
		method score.WeightMethod
		want   [3]string
	}{
		{"by entropy", score.Entropy, [3]string{"0.4275459577808588959751", "0.1772018362639723995198", "0.3952522059551687045052"}},
		{"by deviation and conflict", score.Critic, [3]string{"0.3535069400583342767889", "0.2100273297761124150956", "0.4364657301655533081155"}},
		{"by deviation and conflict of ranks", score.CriticRank, [3]string{"0.3792714244586893631038", "0.2028509447159147241938", "0.4178776308253959127024"}},
		{"by standard deviation", score.Deviation, [3]string{"0.4330302779823360026352", "0.2834848610088319986824", "0.2834848610088319986824"}},
		{"by variance", score.Variance, [3]string{"0.5384615384615384615385", "0.2307692307692307692308", "0.2307692307692307692308"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, float := range []bool{false, true} {
				r, err := score.Evaluate(comparedSheet(c.method), columnsData("x", "1 2 6 -", "y", "2 2 5 9", "z", "4 1 1 9"), score.Options{Float: float})
				require.NoError(t, err)
				w := r.Weights[0]
				for j, want := range c.want {
					agrees(t, want, w.Children[j].Derived)
				}
				assert.Equal(t, 3, w.Units, "the unit that lacks a score is left out")
				assert.Equal(t, 6, w.Places)
				assert.Nil(t, w.Consistency)
			}
		})
	}
}

// Equal scores share the mean of their ranks: of 2 2 5 4 these are 1.5 1.5 4 3. By mpmath, as above.
func TestConflictOfRanksGivesEqualScoresTheMeanRank(t *testing.T) {
	for _, c := range []struct {
		method score.WeightMethod
		want   [3]string
	}{
		{score.CriticRank, [3]string{"0.3611900431062217538287", "0.214518517596992878035", "0.4242914392967853681363"}},
		{score.Critic, [3]string{"0.3565694210238420409692", "0.2213459136805599527103", "0.4220846652955980063205"}},
	} {
		r, err := score.Evaluate(comparedSheet(c.method), columnsData("x", "1 2 6 3", "y", "2 2 5 4", "z", "4 1 1 2"), score.Options{})
		require.NoError(t, err)
		for j, want := range c.want {
			agrees(t, want, r.Weights[0].Children[j].Derived)
		}
	}
}

// Of 7/13, 3/13 and 3/13 to six places, 0.538462, 0.230769 and 0.230769, the total of 1, 2 and 4 is 1.923076; they add up to 1.
func TestWeightsOfScoresAreUsedAsTheyAreRounded(t *testing.T) {
	r, err := score.Evaluate(comparedSheet(score.Variance), columnsData("x", "1 2 6", "y", "2 2 5", "z", "4 1 1"), score.Options{})
	require.NoError(t, err)
	assert.Equal(t, "480769/250000", worded(r.Score(0, "r")))
}

func TestAChildThatIsTheSameForAllUnitsHasNoWeight(t *testing.T) {
	for _, method := range []score.WeightMethod{score.Entropy, score.Critic, score.CriticRank, score.Deviation, score.Variance} {
		t.Run(string(method), func(t *testing.T) {
			for _, constant := range []string{"0.7 0.7 0.7", "5 5 5"} {
				r, err := score.Evaluate(comparedSheet(method), columnsData("x", "1 2 6", "y", constant, "z", "4 1 1"), score.Options{})
				require.NoError(t, err)
				assert.Equal(t, "0", r.Weights[0].Children[1].Weight.String())
				assert.Equal(t, 1, r.Weights[0].Children[0].Weight.Sign())
				assert.Equal(t, indicator.Present, r.Score(0, "r").Missing())

				r, err = score.Evaluate(comparedSheet(method), columnsData("x", constant, "y", constant, "z", "3 3 3"), score.Options{})
				require.NoError(t, err)
				assert.Equal(t, indicator.OneValue, r.Weights[0].Children[0].Weight.Missing(), "where all are there are no weights")
				assert.Equal(t, "one-value one-value one-value", scored(t, comparedSheet(method), columnsData("x", constant, "y", constant, "z", "3 3 3"), "r"))
			}
		})
	}
}

func TestWeightsOfScoresThatCannotBeCompared(t *testing.T) {
	for _, c := range []struct {
		name string
		data score.Data
		want indicator.Reason
	}{
		{"one unit is too few", columnsData("x", "1", "y", "2", "z", "3"), indicator.TooFewObservations},
		{"of two units one lacks a score", columnsData("x", "1 2", "y", "2 -", "z", "3 4"), indicator.TooFewObservations},
		{"entropy has no share of a score below 0", columnsData("x", "1 2", "y", "2 -1", "z", "3 4"), indicator.NotPositive},
		{"entropy has no share of a score below 0 after a 0", columnsData("x", "1 2 3", "y", "0 -1 1", "z", "3 4 5"), indicator.NotPositive},
		{"entropy has no share of nothing", columnsData("x", "1 2", "y", "0 0", "z", "3 4"), indicator.OneValue},
	} {
		t.Run(c.name, func(t *testing.T) {
			r, err := score.Evaluate(comparedSheet(score.Entropy), c.data, score.Options{})
			require.NoError(t, err)
			for _, child := range r.Weights[0].Children {
				assert.Equal(t, c.want, child.Weight.Missing())
				assert.Equal(t, c.want, child.Share.Missing())
				assert.Equal(t, c.want, child.Effective.Missing())
			}
			assert.Equal(t, c.want, r.Totals[0].Score.Missing())
		})
	}
	// p ln p of a share of 0 is 0: of 0 and 1 all is information, of 1 and 1 nothing.
	r, err := score.Evaluate(comparedSheet(score.Entropy), columnsData("x", "0 1", "y", "1 1", "z", "1 0"), score.Options{})
	require.NoError(t, err)
	assert.Equal(t, "1/2", r.Weights[0].Children[0].Weight.String())
	assert.Equal(t, "0", r.Weights[0].Children[1].Weight.String())
}

func TestGivenAndEqualWeights(t *testing.T) {
	sheet := parent(pointed("x", "30"), pointed("y", "20"))
	sheet.Root.Weighting.Relative = true
	assert.Equal(t, "42", scored(t, sheet, columnsData("x", "50", "y", "30"), "r"), "(30 × 50 + 20 × 30) ÷ 50")
	equal := parent(leafNode("x", score.Rule{Kind: score.Points}), leafNode("y", score.Rule{Kind: score.Points}))
	equal.Root.Weighting.Method = score.EqualWeights
	assert.Equal(t, "40", scored(t, equal, columnsData("x", "50", "y", "30"), "r"))
}

// Half of ¾ and half of ¼; the other half is the leaf z.
func TestEffectiveWeightsAreTheProductsOfTheSharesFromTheRootDown(t *testing.T) {
	inner := score.Node{Code: "n", Name: "n", Weight: literal("50"), Children: []score.Node{pointed("x", "37.5"), pointed("y", "12.5")}}
	r, err := score.Evaluate(parent(inner, pointed("z", "50")), columnsData("x", "1", "y", "1", "z", "1"), score.Options{})
	require.NoError(t, err)
	require.Len(t, r.Weights, 2)
	assert.Equal(t, "1/2", r.Weights[0].Children[1].Effective.String())
	assert.Equal(t, "3/4", r.Weights[1].Children[0].Share.String())
	assert.Equal(t, "3/8", r.Weights[1].Children[0].Effective.String())
	assert.Equal(t, "1/8", r.Weights[1].Children[1].Effective.String())
}
