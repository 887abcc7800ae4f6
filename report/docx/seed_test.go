package docx_test

import (
	"bytes"
	"fmt"
	"io"
	"testing"

	"github.com/planeval/planeval/evaluate"
	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/report"
	"github.com/planeval/planeval/report/docx"
	"github.com/planeval/planeval/seeds"
	"github.com/stretchr/testify/require"
)

// seed is the report on the plan in seeds/zibo.json as of the day it was evaluated.
func seed(t testing.TB, language string) report.Document {
	t.Helper()
	e, err := evaluate.Evaluate(seeds.Zibo(), evaluate.Options{
		AsOf: indicator.MustPeriod("2023-08-31"), Rules: evaluate.Rules(evaluate.GoodPractice, evaluate.OwnScheme, evaluate.DecisionRegulation),
	})
	require.NoError(t, err)
	var o report.Options
	require.NoError(t, o.Language.UnmarshalText([]byte(language)))
	return report.Build(&e, o)
}

func write(t testing.TB, d report.Document) []byte {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, docx.Write(&b, d, docx.Options{}))
	return b.Bytes()
}

func BenchmarkSeed(b *testing.B) {
	d := seed(b, "zh")
	b.ReportAllocs()
	for b.Loop() {
		if err := docx.Write(io.Discard, d, docx.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkIndicators has documents with a table and a chart of many indicators, no two of which are drawn alike.
func BenchmarkIndicators(b *testing.B) {
	for _, n := range []int{10, 100, 1000, 10000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			d := many(n)
			b.ReportAllocs()
			for b.Loop() {
				if err := docx.Write(io.Discard, d, docx.Options{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// many is a document on n indicators.
func many(n int) report.Document {
	table, chart := indicators(), bullets()
	row, plot := table.Rows[0], chart.Plot.(report.Bullets)
	bullet := plot.Rows[1]
	table.Rows, plot.Rows = nil, nil
	for i := range n {
		bullet.Attainment = at(fmt.Sprintf("%d.%04d", 10+i%80, i), fmt.Sprintf("%d.%04d%%", 10+i%80, i))
		table.Rows, plot.Rows = append(table.Rows, row), append(plot.Rows, bullet)
	}
	chart.Plot = plot
	return report.Document{Language: "zh-Hans", Title: "评估报告", Blocks: []report.Block{table, chart}}
}
