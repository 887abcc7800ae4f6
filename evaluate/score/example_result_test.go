package score_test

import (
	"context"
	"fmt"

	"github.com/planeval/planeval/evaluate/score"
	"github.com/planeval/planeval/indicator"
)

// threeSchools is a sheet of two indicators that are scored in points, with the totals 86, 84 and 70.
func threeSchools() (score.Sheet, score.Data) {
	value := indicator.MustValue
	points := &score.Rule{Kind: score.Points}
	sheet := score.Sheet{
		Code: "schools", Title: "Schools",
		Root: score.Node{Code: "school", Name: "School", Children: []score.Node{
			{Code: "teaching", Name: "Teaching", Weight: value("60"), Rule: points},
			{Code: "building", Name: "Building", Weight: value("40"), Rule: points},
		}},
		Grades: []score.Grade{{Name: "good", AtLeast: value("85")}, {Name: "fair", AtLeast: value("60")}, {Name: "poor"}},
	}
	data := score.Data{
		Units: []score.Unit{{Code: "a", Name: "A"}, {Code: "b", Name: "B"}, {Code: "c", Name: "C"}},
		Columns: []score.Column{
			{Leaf: "teaching", Values: []indicator.Value{value("80"), value("90"), value("70")}},
			{Leaf: "building", Values: []indicator.Value{value("95"), value("75"), value("70")}},
		},
	}
	return sheet, data
}

// What is wrong with a sheet and its data is told at once, each fault with its place.
func ExampleEvaluate() {
	sheet, data := threeSchools()
	sheet.Root.Children[1].Weight = indicator.MustValue("30")
	data.Columns[0].Values = data.Columns[0].Values[:2]
	_, err := score.Evaluate(sheet, data, score.Options{})
	fmt.Println(err)
	// Output:
	// /sheet/root/children: conflict: got "90", want weights that add up to 1 or 100, or weighting.relative
	// /data/columns/0/values: range: got "2", want 3 values, one for each unit
}

// Rounded one by one the parts 0.6 × 80.7 = 48.42 and 0.4 × 95.9 = 38.36 would be 48 and 38, and the total 86.78 would be 87. The point
// that is lacking goes to the part that lost most.
func ExampleResult_Contributions() {
	sheet, data := threeSchools()
	data.Columns[0].Values[0], data.Columns[1].Values[0] = indicator.MustValue("80.7"), indicator.MustValue("95.9")
	result, err := score.Evaluate(sheet, data, score.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, part := range result.Contributions(0, 0) {
		fmt.Println(part.Code, "score", part.Score, "weight", part.Weight, "points", part.Points, "shown", part.Shown)
	}
	// Output:
	// school score 4339/50 weight 1 points 4339/50 shown 87
	// teaching score 807/10 weight 3/5 points 2421/50 shown 49
	// building score 959/10 weight 2/5 points 959/25 shown 38
}

// School A has 86 points. With a greater weight of teaching, in which it has 80, it would lose its grade.
func ExampleResult_GradeFlips() {
	sheet, data := threeSchools()
	result, err := score.Evaluate(sheet, data, score.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(result.Totals[0].Score, result.Totals[0].Grade.Name)
	for _, flip := range result.GradeFlips(0) {
		fmt.Printf("%s: %s beyond %s in place of %s\n", flip.Code, flip.Grade, flip.At, flip.Weight)
	}
	// Output:
	// 86 good
	// teaching: fair beyond 80 in place of 60
	// building: fair beyond 30 in place of 40
}

// The first two schools are close: with weights that vary by a quarter of themselves they change places, and C is always last.
func ExampleResult_Simulate() {
	sheet, data := threeSchools()
	result, err := score.Evaluate(sheet, data, score.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	ranges, err := result.Simulate(context.Background(), score.Simulation{Seed: 2026, Replications: 1000})
	if err != nil {
		fmt.Println(err)
		return
	}
	for u, r := range ranges.Units {
		fmt.Printf("%s: rank %d to %d, %s to %s points\n", data.Units[u].Name, r.Low, r.High,
			r.TotalLow.Decimal(1, indicator.HalfUp).StringFixed(1), r.TotalHigh.Decimal(1, indicator.HalfUp).StringFixed(1))
	}
	// Output:
	// A: rank 1 to 2, 84.9 to 87.3 points
	// B: rank 1 to 2, 82.7 to 85.1 points
	// C: rank 3 to 3, 70.0 to 70.0 points
}

// Weights by pairwise comparison: a is twice as important as b and 5 times as important as c, and b 3 times as c.
func ExampleWeighting() {
	judge := func(more, less, times string) score.Judgement {
		return score.Judgement{More: more, Less: less, Times: indicator.MustValue(times)}
	}
	leaf := func(code string) score.Node {
		return score.Node{Code: code, Name: code, Rule: &score.Rule{Kind: score.Points}}
	}
	sheet := score.Sheet{Code: "ahp", Title: "AHP", Root: score.Node{
		Code: "root", Name: "Root", Children: []score.Node{leaf("a"), leaf("b"), leaf("c")},
		Weighting: score.Weighting{Method: score.AHP, Places: 4, Judgements: []score.Judgement{judge("a", "b", "2"), judge("a", "c", "5"), judge("b", "c", "3")}},
	}}
	data := score.Data{Units: []score.Unit{{Code: "u", Name: "U"}}}
	for _, code := range []string{"a", "b", "c"} {
		data.Columns = append(data.Columns, score.Column{Leaf: code, Values: make([]indicator.Value, 1)}) // nothing was observed
	}
	result, err := score.Evaluate(sheet, data, score.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	weights := result.Weights[0]
	for _, child := range weights.Children {
		fmt.Println(child.Code, child.Weight.Decimal(4, indicator.HalfUp))
	}
	fmt.Println("consistency ratio", weights.Consistency.Ratio.Decimal(4, indicator.HalfUp), weights.Consistency.Acceptable)
	// Output:
	// a 0.5816
	// b 0.309
	// c 0.1095
	// consistency ratio 0.0032 true
}

// A geometric mean is no fraction. It is compared with one to within its error, and prints like one.
func ExampleApprox() {
	sheet, data := threeSchools()
	sheet.Root.Aggregation.Method = score.Geometric
	result, err := score.Evaluate(sheet, data, score.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	total := result.Totals[2].Score
	approx, ok := total.(score.Approx)
	fmt.Println(ok, total.Decimal(6, indicator.HalfUp).StringFixed(6))
	fmt.Println("compared with 70:", approx.Cmp(indicator.IntRatio(70, 1)), "and with 71:", approx.Cmp(indicator.IntRatio(71, 1)))
	fmt.Println("error below 1e-11:", approx.Error().Cmp(indicator.IntRatio(1, 100_000_000_000)) < 0)
	// Output:
	// true 70.000000
	// compared with 70: 0 and with 71: -1
	// error below 1e-11: true
}
