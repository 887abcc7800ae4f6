package html_test

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strconv"
	"sync"
	"testing"

	"github.com/planeval/planeval/evaluate"
	"github.com/planeval/planeval/evaluate/score"
	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/internal/golden"
	"github.com/planeval/planeval/report"
	"github.com/planeval/planeval/report/html"
	"github.com/planeval/planeval/seeds"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func evaluated(t testing.TB, plan evaluate.Plan) *evaluate.Evaluation {
	t.Helper()
	e, err := evaluate.Evaluate(plan, evaluate.Options{
		AsOf:  indicator.MustPeriod("2023-08-31"),
		Rules: evaluate.Rules(evaluate.GoodPractice, evaluate.OwnScheme, evaluate.DecisionRegulation),
	})
	require.NoError(t, err)
	return &e
}

// built is the report of an evaluation in a language, "zh" or "en".
func built(t testing.TB, e *evaluate.Evaluation, language string, scores ...report.Scoring) report.Document {
	t.Helper()
	options := report.Options{Scores: scores}
	require.NoError(t, options.Language.UnmarshalText([]byte(language)))
	return report.Build(e, options)
}

// TestSeed has the whole report on the plan in seeds/zibo.json as of the day it was evaluated, with the two sheets that
// illustrate scores.
func TestSeed(t *testing.T) {
	e := evaluated(t, seeds.Zibo())
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
	for _, language := range []string{"zh", "en"} {
		page := write(t, built(t, e, language, scores...), html.Options{})
		assert.LessOrEqual(t, len(page), 300_000, "the weight of the page in %s", language)
		golden.Compare(t, "testdata/zibo."+language+".golden.html", []byte(page))
	}
}

// Memory does not grow with the number of cells: what is allocated is for the pictures, the checks and the buffer.
func TestAllocations(t *testing.T) {
	table := report.Table{Columns: make([]report.Column, 5)}
	for range 10_000 {
		table.Rows = append(table.Rows, []report.Cell{{Text: "甲<乙"}, {Text: "1", State: "ahead"}, {Text: "2"}, {Text: "a\nb"}, {}})
	}
	grouped := table
	grouped.Grouped = true
	d := report.Document{Blocks: []report.Block{table, grouped}}
	checks := testing.AllocsPerRun(3, func() { d.Validate() })
	all := testing.AllocsPerRun(3, func() { _ = html.Write(io.Discard, d, html.Options{}) })
	assert.Less(t, all-checks, 100.0, "of 100,000 cells")
}

// A hundred readers of one document get the same bytes, and do not disturb each other.
func TestAHundredPagesOfOneDocumentAreEqual(t *testing.T) {
	d := built(t, evaluated(t, seeds.Zibo()), "zh")
	var results [100]bytes.Buffer
	var group sync.WaitGroup
	for i := range results {
		group.Go(func() { assert.NoError(t, html.Write(&results[i], d, html.Options{})) })
	}
	group.Wait()
	for i := range results {
		require.True(t, bytes.Equal(results[0].Bytes(), results[i].Bytes()))
	}
}

// repeated is the plan of the seed with its indicators again and again until there are so many.
func repeated(n int) evaluate.Plan {
	plan := seeds.Zibo()
	given := plan.Indicators
	plan.Indicators = slices.Clone(given)
	for i := len(given); i < n; i++ {
		again := given[i%len(given)]
		again.Code += "-" + strconv.Itoa(i)
		again.Name += strconv.Itoa(i)
		plan.Indicators = append(plan.Indicators, again)
	}
	return plan
}

func BenchmarkWrite(b *testing.B) {
	plans := map[string]evaluate.Plan{"seed": seeds.Zibo()}
	for _, n := range []int{10, 100, 1_000, 10_000} {
		plans[fmt.Sprint(n)] = repeated(n)
	}
	for _, name := range []string{"seed", "10", "100", "1000", "10000"} {
		d := built(b, evaluated(b, plans[name]), "zh")
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(write(b, d, html.Options{}))))
			for b.Loop() {
				require.NoError(b, html.Write(io.Discard, d, html.Options{}))
			}
		})
	}
}
