package score_test

import (
	"fmt"
	"strings"

	"github.com/planeval/planeval/evaluate/score"
	"github.com/planeval/planeval/indicator"
)

// A whole program: a sheet and data as JSON, and the totals, grades and ranks of three districts with what each part of the
// sheet adds to them.
func Example() {
	sheet, err := score.ReadSheet(strings.NewReader(`{
	  "code": "districts", "title": "Districts",
	  "root": {"code": "development", "name": "Development", "children": [
	    {"code": "economy", "name": "Economy", "weight": "60", "children": [
	      {"code": "income", "name": "Income", "weight": "36", "rule": {"kind": "goalposts", "direction": "increase", "low": "30", "high": "60"}},
	      {"code": "jobless", "name": "Unemployment", "weight": "24", "rule": {"kind": "goalposts", "direction": "decrease", "low": "2", "high": "8"}}]},
	    {"code": "life", "name": "Life", "weight": "40", "children": [
	      {"code": "doctors", "name": "Doctors", "weight": "20", "rule": {"kind": "min-max", "direction": "increase"}},
	      {"code": "air", "name": "Days of good air", "weight": "20", "rule": {"kind": "attainment", "direction": "increase", "target": "300"}}]}]},
	  "grades": [{"name": "good", "atLeast": "75"}, {"name": "fair", "atLeast": "50"}, {"name": "poor"}]
	}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	data, err := score.ReadData(strings.NewReader(`{
	  "units": [{"code": "east", "name": "East"}, {"code": "west", "name": "West"}, {"code": "north", "name": "North"}],
	  "columns": [
	    {"leaf": "income", "values": ["54.6", "48.3", "33.0"]},
	    {"leaf": "jobless", "values": ["3.2", "5.0", "6.8"]},
	    {"leaf": "doctors", "values": ["3.1", "3.5", "2.3"]},
	    {"leaf": "air", "values": ["240", "330", "285"]}]
	}`), sheet)
	if err != nil {
		fmt.Println(err)
		return
	}
	result, err := score.Evaluate(sheet, data, score.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for u, total := range result.Totals {
		fmt.Printf("%s: %s points, %s, rank %s of %d\n", data.Units[u].Name,
			total.Score.Decimal(1, indicator.HalfUp).StringFixed(1), total.Grade.Name, total.Rank.Rank, total.Rank.Of)
	}
	fmt.Println("West, in points:")
	for _, part := range result.Contributions(1, 1) {
		fmt.Printf("%s%s %s\n", strings.Repeat("  ", part.Level), part.Code, part.Shown)
	}
	// Output:
	// East: 78.1 points, good, rank 1 of 3
	// West: 74.0 points, fair, rank 2 of 3
	// North: 27.4 points, poor, rank 3 of 3
	// West, in points:
	// development 74.0
	//   economy 34.0
	//     income 22.0
	//     jobless 12.0
	//   life 40.0
	//     doctors 20.0
	//     air 20.0
}
