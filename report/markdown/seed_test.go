package markdown_test

import (
	"bytes"
	"os"
	"testing"

	"github.com/planeval/planeval/evaluate"
	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/internal/golden"
	"github.com/planeval/planeval/report"
	"github.com/planeval/planeval/report/markdown"
	"github.com/stretchr/testify/require"
)

// TestSeed has the whole report on the plan in seeds/zibo.json as of the day it was evaluated.
func TestSeed(t *testing.T) {
	file, err := os.Open("../../seeds/zibo.json")
	require.NoError(t, err)
	defer file.Close()
	plan, err := evaluate.ReadPlan(file)
	require.NoError(t, err)
	evaluation, err := evaluate.Evaluate(plan, evaluate.Options{AsOf: indicator.MustPeriod("2023-08-31")})
	require.NoError(t, err)
	for _, language := range []string{"zh", "en"} {
		t.Run(language, func(t *testing.T) {
			var options report.Options
			require.NoError(t, options.Language.UnmarshalText([]byte(language)))
			var b bytes.Buffer
			require.NoError(t, markdown.Write(&b, report.Build(&evaluation, options)))
			golden.Compare(t, "testdata/zibo."+language+".golden.md", b.Bytes())
		})
	}
}
