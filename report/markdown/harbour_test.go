package markdown_test

import (
	"os"
	"testing"

	"github.com/planeval/planeval/evaluate"
	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/require"
)

// TestHarbour has the whole report on a made-up plan whose tasks have what those of the seed lack: statuses declared
// and derived, milestones late and early, a delay that reaches others, promises, self-assessments and a silent department.
func TestHarbour(t *testing.T) {
	evaluation := evaluated(t, "../testdata/harbour.json", evaluate.Options{AsOf: indicator.MustPeriod("2023-08-31")})
	compare(t, "harbour", evaluation)
}

func evaluated(t *testing.T, path string, o evaluate.Options) *evaluate.Evaluation {
	t.Helper()
	file, err := os.Open(path)
	require.NoError(t, err)
	defer file.Close()
	plan, err := evaluate.ReadPlan(file)
	require.NoError(t, err)
	evaluation, err := evaluate.Evaluate(plan, o)
	require.NoError(t, err)
	return &evaluation
}
