package score_test

import (
	"testing"

	"github.com/planeval/planeval/evaluate/score"
	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/assert"
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
