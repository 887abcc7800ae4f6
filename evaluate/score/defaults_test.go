package score_test

import (
	"context"
	"testing"

	"github.com/planeval/planeval/evaluate/score"
	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// What is absent is filled in with what the doc comments state; what is stated stays.
func TestDefaultsAreFilledIn(t *testing.T) {
	for _, c := range []struct {
		kind           score.RuleKind
		from, to, most string
	}{
		{score.Points, "", "", ""}, {score.Banded, "", "", ""}, {score.Levels, "", "", ""},
		{score.Attainment, "0", "100", "1"}, {score.Goalposts, "0", "100", ""}, {score.Efficacy, "60", "100", ""},
		{score.ZScore, "0", "1", ""}, {score.Rank, "1", "2", ""}, {score.ShareOfSum, "0", "100", ""},
	} {
		full := score.Rule{Kind: c.kind}.WithDefaults()
		assert.Equal(t, []string{c.from, c.to, c.most}, []string{full.Scale.From.String(), full.Scale.To.String(), full.Most.String()}, c.kind)
	}
	own := score.Rule{Kind: score.Attainment, Most: indicator.MustValue("1.2"), Scale: score.Scale{From: indicator.MustValue("20"), To: indicator.MustValue("80")}}
	assert.Equal(t, own, own.WithDefaults())

	s := score.Simulation{}.WithDefaults()
	assert.Equal(t, []string{"0.25", "0.9"}, []string{s.Spread.String(), s.Confidence.String()})
	assert.True(t, score.Simulation{AnyWeights: true}.WithDefaults().Spread.IsZero(), "any weights have no spread")
}

func TestDifferencesAreExactOrSayWhyThereIsNone(t *testing.T) {
	third, half := indicator.IntRatio(1, 3), indicator.IntRatio(1, 2)
	assert.Equal(t, indicator.IntRatio(1, 6), score.Difference(half, third))
	assert.Equal(t, indicator.NoObservation, score.Difference(half, indicator.Missing(indicator.NoObservation)).Missing())
	assert.Equal(t, indicator.NotComputed, score.Difference(score.Approx{}, half).Missing())
}

// The zero Result has no units and no nodes.
func TestAZeroResultHasNothing(t *testing.T) {
	var r score.Result
	missing := indicator.Missing(indicator.NotComputed)
	assert.Equal(t, missing, r.Score(0, ""))
	assert.Equal(t, score.Working{Result: missing}, r.Working(0, ""))
	imputed, brought := r.Treated(0, "")
	assert.False(t, imputed || brought)
	assert.Empty(t, r.Contributions(0, 2))
	assert.Empty(t, r.GradeFlips(0))
	assert.Empty(t, r.OrderFlips(0, 0))
	assert.Empty(t, r.Removals())
	assert.Empty(t, r.Removals("x"))
	s := score.Simulation{Replications: 3, Aggregations: []score.Aggregation{{Method: score.Geometric}}, Rules: []score.Rule{{Kind: score.MinMax}}}
	ranges, err := r.Simulate(context.Background(), s)
	require.NoError(t, err)
	assert.Empty(t, ranges.Units)
	found, err := r.Sensitivity(context.Background(), s)
	require.NoError(t, err)
	assert.Empty(t, found.Totals)
	assert.Equal(t, "not-defined", worded(found.Shift.Variance))
	_, err = r.MarshalJSON()
	require.NoError(t, err)
}
