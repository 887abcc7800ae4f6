package report_test

import (
	"io"
	"slices"
	"strconv"
	"testing"

	"github.com/planeval/planeval/evaluate"
	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/report"
	"github.com/planeval/planeval/report/markdown"
	"github.com/planeval/planeval/report/text"
	"github.com/planeval/planeval/seeds"
	"github.com/planeval/planeval/task"
	"github.com/stretchr/testify/require"
)

// repeated is the plan of the seed with its indicators again and again until there are so many, and as many tasks more, each of
// which serves one of them.
func repeated(n int) evaluate.Plan {
	plan := seeds.Zibo()
	chapter := task.Task{Code: "r", Title: "任务", Start: indicator.MustPeriod("2021"), Due: indicator.MustPeriod("2025")}
	given := plan.Indicators
	plan.Indicators = slices.Clone(given)
	for i := range n {
		number := "-" + strconv.Itoa(i)
		if i >= len(given) {
			ind := given[i%len(given)]
			ind.Code, ind.Name = ind.Code+number, ind.Name+number
			plan.Indicators = append(plan.Indicators, ind)
		}
		chapter.Tasks = append(chapter.Tasks, task.Task{
			Code: "r" + number, Title: "任务" + number, Lead: plan.Departments[i%len(plan.Departments)].Code, Indicators: []string{plan.Indicators[i].Code},
		})
	}
	plan.Tasks = append(plan.Tasks, chapter)
	return plan
}

func BenchmarkReport(b *testing.B) {
	b.Run("seed", func(b *testing.B) { benchmark(b, seeds.Zibo()) })
	for _, n := range []int{10, 100, 1_000, 10_000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) { benchmark(b, repeated(n)) })
	}
}

func benchmark(b *testing.B, plan evaluate.Plan) {
	e, err := evaluate.Evaluate(plan, evaluate.Options{
		AsOf:  indicator.MustPeriod("2023-08-31"),
		Rules: evaluate.Rules(evaluate.GoodPractice, evaluate.OwnScheme, evaluate.DecisionRegulation),
	})
	require.NoError(b, err)
	d := report.Build(&e, report.Options{})
	b.Run("Build", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			report.Build(&e, report.Options{})
		}
	})
	b.Run("Validate", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			require.Empty(b, d.Validate())
		}
	})
	b.Run("markdown", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			require.NoError(b, markdown.Write(io.Discard, d))
		}
	})
	b.Run("text", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			require.NoError(b, text.Write(io.Discard, d, 0))
		}
	})
}
