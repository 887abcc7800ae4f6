package evaluate_test

import (
	"testing"

	"github.com/planeval/planeval/internal/replay"
	"github.com/stretchr/testify/require"
)

// Every figure of the evaluation comes out again from its own working.
func TestEveryFigureIsReproducedByItsWorking(t *testing.T) {
	e := evaluateSeed(t)
	figures := 0
	for path, f := range e.Figures() {
		require.NoError(t, replay.Check(f), path)
		figures++
	}
	require.Greater(t, figures, 150)
	for _, f := range e.Findings {
		for _, a := range f.Args {
			if a.Figure != nil {
				require.NoError(t, replay.Check(*a.Figure), f.Rule)
			}
		}
	}
}
