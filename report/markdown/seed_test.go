package markdown_test

import (
	"bytes"
	"sync"
	"testing"

	"github.com/planeval/planeval/evaluate"
	"github.com/planeval/planeval/evaluate/score"
	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/internal/golden"
	"github.com/planeval/planeval/report"
	"github.com/planeval/planeval/report/markdown"
	"github.com/planeval/planeval/seeds"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// rules are those of a post-evaluation of a major administrative decision, which the plan in seeds/zibo.json had.
var rules = evaluate.Rules(evaluate.GoodPractice, evaluate.OwnScheme, evaluate.DecisionRegulation)

// TestSeed has the whole report on the plan in seeds/zibo.json as of the day it was evaluated, with the two sheets that
// illustrate scores.
func TestSeed(t *testing.T) {
	e := evaluated(t, "../../seeds/zibo.json", evaluate.Options{AsOf: indicator.MustPeriod("2023-08-31"), Rules: rules})
	var scores []report.Scoring
	for _, sheet := range seeds.ZiboSheets() {
		data, err := score.Collect(sheet, score.Unit{Code: e.Plan.Code, Name: e.Plan.Title}, e.Figures())
		require.NoError(t, err)
		result, err := score.Evaluate(sheet, data, score.Options{})
		require.NoError(t, err)
		ranges, err := result.Simulate(t.Context(), score.Simulation{Seed: 1, Replications: 1000})
		require.NoError(t, err)
		scores = append(scores, report.Scoring{Result: result, Ranges: &ranges, Illustration: true})
	}
	compare(t, "zibo", e, scores...)
}

// compare holds the report in both languages against its golden files.
func compare(t *testing.T, name string, evaluation *evaluate.Evaluation, scores ...report.Scoring) {
	t.Helper()
	for _, language := range []string{"zh", "en"} {
		t.Run(language, func(t *testing.T) {
			options := report.Options{Scores: scores}
			require.NoError(t, options.Language.UnmarshalText([]byte(language)))
			var b bytes.Buffer
			require.NoError(t, markdown.Write(&b, report.Build(evaluation, options)))
			golden.Compare(t, "testdata/"+name+"."+language+".golden.md", b.Bytes())
		})
	}
}

// A hundred readers of one evaluation get the same bytes, and do not disturb each other.
func TestAHundredReportsOfOneEvaluationAreEqual(t *testing.T) {
	evaluation := evaluated(t, "../../seeds/zibo.json", evaluate.Options{})
	var results [100]bytes.Buffer
	var group sync.WaitGroup
	for i := range results {
		group.Go(func() {
			assert.NoError(t, markdown.Write(&results[i], report.Build(evaluation, report.Options{})))
			assert.NoError(t, report.WriteJSON(&results[i], evaluation))
		})
	}
	group.Wait()
	for i := range results {
		require.True(t, bytes.Equal(results[0].Bytes(), results[i].Bytes()))
	}
}
