package seeds_test

import (
	"fmt"
	"os"
	"strings"

	"github.com/planeval/planeval/evaluate"
	"github.com/planeval/planeval/evaluate/score"
	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/seeds"
)

func ExampleZibo() {
	evaluation, err := evaluate.Evaluate(seeds.Zibo(), evaluate.Options{AsOf: indicator.MustPeriod("2023-08-31")})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, a := range evaluation.Indicators {
		verdict := string(a.Judgements[0].Verdict)
		if verdict == "" {
			verdict = "not judged: " + a.Judgements[0].Reason.String()
		}
		fmt.Println(a.Indicator.Code, a.Attainment().Percent(2, indicator.HalfUp).StringFixed(2)+" %", verdict)
	}
	// Output:
	// rd-gdp 95.33 % ahead
	// hightech-share 83.48 % on-course
	// tech-smes 67.48 % not judged: no-baseline
	// hightech-enterprises 76.33 % ahead
	// platforms 81.45 % not judged: no-baseline
	// incubators 83.33 % not judged: no-baseline
	// contracts 87.26 % not judged: no-baseline
	// patents 74.60 % not judged: no-baseline
}

// The plan files that the README shows are plans.
func Example_files() {
	text, err := os.ReadFile("README.md")
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, block := range strings.Split(string(text), "```json\n")[1:] {
		block, _, _ = strings.Cut(block, "```")
		plan, err := evaluate.ReadPlan(strings.NewReader(block))
		fmt.Println(plan.Title, len(plan.Indicators), len(plan.Tasks), err)
	}
	// Output:
	// 示范规划 1 0 <nil>
	// 示范规划 0 2 <nil>
}

// The data file that the README shows fits a sheet with a rule that compares units, one with their targets and one with levels.
func Example_data() {
	text, err := os.ReadFile("README.md")
	if err != nil {
		fmt.Println(err)
		return
	}
	_, block, _ := strings.Cut(string(text), "```json data\n")
	block, _, _ = strings.Cut(block, "```")
	leaf := func(code string, rule score.Rule) score.Node {
		return score.Node{Code: code, Name: code, Rule: &rule}
	}
	levels := []score.Level{
		{Name: "好", Low: indicator.IntValue(80), High: indicator.IntValue(100)},
		{Name: "一般", Low: indicator.IntValue(0), High: indicator.IntValue(80), Below: true},
	}
	sheet := score.Sheet{Code: "demo", Title: "Demo", Root: score.Node{
		Code: "total", Name: "Total", Weighting: score.Weighting{Method: score.EqualWeights},
		Children: []score.Node{
			leaf("gdp", score.Rule{Kind: score.Rank, Direction: indicator.Increase}),
			leaf("roads", score.Rule{Kind: score.Attainment, Direction: indicator.Increase}),
			leaf("service", score.Rule{Kind: score.Levels, Levels: levels}),
		},
	}}
	data, err := score.ReadData(strings.NewReader(block), sheet)
	fmt.Println(len(data.Units), len(data.Columns), err)
	// Output:
	// 2 3 <nil>
}

// The sheet that the README shows scores the plan of Zibo: output is half of 229/3, the attainment of high-tech enterprises,
// and half of 80, as 31 of 38 tasks, 81.6 %, have a lead; R&D spending has come 5/19 of its way, beyond the upper end.
func Example_sheet() {
	text, err := os.ReadFile("README.md")
	if err != nil {
		fmt.Println(err)
		return
	}
	_, block, _ := strings.Cut(string(text), "```json sheet\n")
	block, _, _ = strings.Cut(block, "```")
	sheet, err := score.ReadSheet(strings.NewReader(block))
	if err != nil {
		fmt.Println(err)
		return
	}
	evaluation, err := evaluate.Evaluate(seeds.Zibo(), evaluate.Options{AsOf: indicator.MustPeriod("2023-08-31")})
	if err != nil {
		fmt.Println(err)
		return
	}
	unit := score.Unit{Code: "zibo", Name: "淄博市"}
	data, err := score.Collect(sheet, unit, evaluation.Figures())
	if err != nil {
		fmt.Println(err)
		return
	}
	result, err := score.Evaluate(sheet, data, score.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, code := range []string{"enterprises", "tasks", "pace", "total"} {
		fmt.Println(code, result.Score(0, code))
	}
	fmt.Println(result.Totals[0].Grade.Name)
	// Output:
	// enterprises 229/3
	// tasks 80
	// pace 100
	// total 869/10
	// 良
}
