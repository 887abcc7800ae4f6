package score_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/planeval/planeval/evaluate/score"
	"github.com/planeval/planeval/indicator"
)

// made returns a sheet of 50 leaves in three levels — two dimensions of five criteria of five indicators — and data of so many
// units, of five digits, without gaps.
func made(units int) (score.Sheet, score.Data) {
	source := rand.New(rand.NewPCG(1, 2))
	value := func(n int) indicator.Value { return indicator.IntValue(int64(n)) }
	sheet := score.Sheet{Code: "made", Title: "Made", Root: score.Node{Code: "root", Name: "Root"}}
	data := score.Data{Units: make([]score.Unit, units)}
	for u := range data.Units {
		data.Units[u] = score.Unit{Code: fmt.Sprint("u", u), Name: fmt.Sprint("Unit ", u)}
	}
	node := func(code string, weight int) score.Node {
		return score.Node{Code: code, Name: code, Weight: value(weight), Weighting: score.Weighting{Relative: true}}
	}
	sheet.Root.Weighting.Relative = true
	for i := range 2 {
		dimension := node(fmt.Sprint("d", i), i+1)
		for j := range 5 {
			criterion := node(fmt.Sprint("d", i, "c", j), j+1)
			for k := range 5 {
				leaf := node(fmt.Sprint("d", i, "c", j, "l", k), k+1)
				leaf.Weighting = score.Weighting{}
				leaf.Rule = &score.Rule{Kind: score.MinMax, Direction: indicator.Increase}
				if k%2 == 1 {
					leaf.Rule.Direction = indicator.Decrease
				}
				column := score.Column{Leaf: leaf.Code, Values: make([]indicator.Value, units)}
				for u := range column.Values {
					column.Values[u] = indicator.MustValue(fmt.Sprintf("%d.%02d", source.IntN(1000), source.IntN(100)))
				}
				data.Columns = append(data.Columns, column)
				criterion.Children = append(criterion.Children, leaf)
			}
			dimension.Children = append(dimension.Children, criterion)
		}
		sheet.Root.Children = append(sheet.Root.Children, dimension)
	}
	return sheet, data
}

// 1,000 units of 50 indicators in three levels: read, validate, normalise, aggregate, rank.
func BenchmarkEvaluate(b *testing.B) {
	sheet, data := made(1000)
	for _, float := range []bool{true, false} {
		b.Run(map[bool]string{true: "float", false: "exact"}[float], func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := score.Evaluate(sheet, data, score.Options{Float: float}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// 10,000 replications of 50 units and 50 indicators.
func BenchmarkSimulate(b *testing.B) {
	sheet, data := made(50)
	result, err := score.Evaluate(sheet, data, score.Options{})
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := result.Simulate(context.Background(), score.Simulation{Seed: 1, Replications: 10_000}); err != nil {
			b.Fatal(err)
		}
	}
}
