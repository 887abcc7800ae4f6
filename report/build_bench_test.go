package report_test

import (
	"testing"

	"github.com/planeval/planeval/evaluate"
	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/report"
	"github.com/planeval/planeval/seeds"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"
)

func BenchmarkBuildSeed(b *testing.B) {
	for _, tag := range []language.Tag{language.SimplifiedChinese, language.English} {
		b.Run(tag.String(), func(b *testing.B) {
			e, err := evaluate.Evaluate(seeds.Zibo(), evaluate.Options{
				AsOf:  indicator.MustPeriod("2023-08-31"),
				Rules: evaluate.Rules(evaluate.GoodPractice, evaluate.OwnScheme, evaluate.DecisionRegulation),
			})
			require.NoError(b, err)
			b.ReportAllocs()
			for b.Loop() {
				report.Build(&e, report.Options{Language: tag})
			}
		})
	}
}
