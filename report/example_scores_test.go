package report_test

import (
	"context"
	"fmt"
	"os"

	"github.com/planeval/planeval/evaluate/score"
	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/report"
	"github.com/planeval/planeval/report/text"
	"golang.org/x/text/language"
)

// scored are three districts with two parts, and how far their ranks depend on the weights 60 and 40.
func scored() report.Scoring {
	leaf := func(code, name string, weight int64) score.Node {
		return score.Node{Code: code, Name: name, Weight: indicator.IntValue(weight), Rule: &score.Rule{Kind: score.Points}}
	}
	column := func(leaf string, points ...int64) score.Column {
		c := score.Column{Leaf: leaf}
		for _, p := range points {
			c.Values = append(c.Values, indicator.IntValue(p))
		}
		return c
	}
	sheet := score.Sheet{Code: "districts", Title: "Districts", Root: score.Node{
		Code: "all", Name: "All", Children: []score.Node{leaf("growth", "Growth", 60), leaf("nature", "Nature", 40)},
	}}
	data := score.Data{
		Units:   []score.Unit{{Code: "n", Name: "North"}, {Code: "s", Name: "South"}, {Code: "w", Name: "West"}},
		Columns: []score.Column{column("growth", 90, 80, 70), column("nature", 75, 88, 70)},
	}
	result, err := score.Evaluate(sheet, data, score.Options{})
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	ranges, err := result.Simulate(context.Background(), score.Simulation{Seed: 1, Replications: 1000})
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	return report.Scoring{Result: result, Ranges: &ranges}
}

// Scores are reported without a plan: a document like every other, with a chapter for each thing to know.
func ExampleBuildScores() {
	document := report.BuildScores([]report.Scoring{scored()}, report.Options{Language: language.English})
	fmt.Println(document.Title)
	for _, section := range document.Sections {
		fmt.Println(section.Number, section.Title)
	}
	// Output:
	// Districts
	// 1 Ranking
	// 2 Weights
	// 3 How robust the result is
	// 4 How it is scored
}

// On a terminal a summary does.
func ExampleSummaryScores() {
	summary := report.SummaryScores([]report.Scoring{scored()}, report.Options{Language: language.English})
	if err := text.Write(os.Stdout, summary, 90); err != nil {
		fmt.Println(err)
	}
	// Output:
	// Districts
	// =========
	//
	// Table 1. Ranking
	//
	//                      Total     Interval of     Interval of          Growth          Nature
	// Rank  Unit        (points)       the total        the rank        (points)        (points)
	// ────  ─────  ─────────────  ──────────────  ──────────────  ──────────────  ──────────────
	// 1     North          84.00  82.76 to 85.16          1 to 2           90.00           75.00
	// 2     South          83.20  82.58 to 83.86          1 to 2           80.00           88.00
	// 3     West           70.00  70.00 to 70.00               3           70.00           70.00
	//
	// Intervals hold 90% of the replications of the simulation.
	//
	// Simulation: 1,000 replications are drawn from the seed 1; in each, every weight is drawn
	// uniformly from within 25% of its value. The intervals of totals and ranks stand in the
	// table “Ranking”.
	//
	// Neighbours in the ranking: Of 2 pairs of neighbours, 1 can be swapped by changing a single
	// weight, 1 cannot be swapped by any single weight. Closest to a swap are North and South:
	// they change places when the share of “Growth” in its level goes from 60.00% to below
	// 56.52%.
}
