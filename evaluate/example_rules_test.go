package evaluate_test

import (
	"fmt"

	"github.com/planeval/planeval/evaluate"
	"github.com/planeval/planeval/indicator"
)

// A plan of one indicator, as it stood in two years.
func enterprises(year int, actual string) evaluate.Plan {
	return evaluate.Plan{
		Code: "demo", Title: "A plan", Start: indicator.Year(2021), End: indicator.Year(2025),
		Basis:     []evaluate.Document{{Title: "City ordinance 7"}},
		Procedure: evaluate.Procedure{Conductor: "Bureau of Science"},
		Indicators: []indicator.Indicator{{
			Code: "enterprises", Name: "Enterprises", Unit: "firms", Direction: indicator.Increase, Kind: indicator.Level,
			Baseline: indicator.Year(2020),
			Series: indicator.Series{
				{Period: indicator.Year(2020), Value: indicator.MustValue("100")},
				{Period: indicator.Year(year), Value: indicator.MustValue(actual)},
			},
			Targets: []indicator.Target{{Period: indicator.Year(2025), Value: indicator.MustValue("200")}},
		}},
		Adjustment: evaluate.Adjustment{Outcome: evaluate.Continue, Text: "on course"},
	}
}

// The rules of one document are chosen by its pack; each run says what demands it, what it looked at and what came of it.
func ExampleRules() {
	rules := evaluate.Rules(evaluate.DecisionRegulation)
	evaluation, err := evaluate.Evaluate(enterprises(2022, "140"), evaluate.Options{AsOf: indicator.Year(2022), Rules: rules})
	if err != nil {
		fmt.Println(err)
		return
	}
	document := evaluate.DecisionRegulation.Document()
	fmt.Println(document.Title, document.Number)
	for _, run := range evaluation.Runs {
		status, _ := run.Status.MarshalText()
		fmt.Printf("%s, %s: %s %v\n", run.Rule, run.Basis[0].Clause, status, run.Evidence)
	}
	// Output:
	// 《重大行政决策程序暂行条例》 国务院令第713号
	// procedure.conductor-missing, 第三十六条第一款: met [/procedure/conductor]
	// procedure.third-party-conflict, 第三十六条第二款: not-applicable []
	// procedure.public-not-heard, 第三十六条第三款: unknown [/procedure/participation]
	// procedure.representatives-absent, 第三十六条第三款: unknown [/procedure/participation]
	// procedure.trigger-unstated, 第三十六条第一款: not-met [/procedure/triggers]
	// outcome.supported, 第三十六条第四款: met [/adjustment/outcome]
}

// Last year's evaluation and this year's: what moved, and which findings closed.
func ExampleCompare() {
	last := enterprises(2022, "110")
	last.Basis = nil
	before, err := evaluate.Evaluate(last, evaluate.Options{AsOf: indicator.Year(2022)})
	if err != nil {
		fmt.Println(err)
		return
	}
	after, err := evaluate.Evaluate(enterprises(2023, "170"), evaluate.Options{AsOf: indicator.Year(2023)})
	if err != nil {
		fmt.Println(err)
		return
	}
	changes, err := evaluate.Compare(&before, &after)
	if err != nil {
		fmt.Println(err)
		return
	}
	moved := changes.Indicators[0]
	fmt.Println(moved.Name, "by", moved.Moved.Result.Decimal(0, indicator.HalfUp), moved.Moved.Unit)
	fmt.Println("attainment by", moved.Gained.Percent(0, indicator.HalfUp), "points, from", moved.Before.Verdict, "to", moved.After.Verdict)
	for _, f := range changes.Closed {
		fmt.Println("closed:", f.Rule)
	}
	fmt.Println("supported:", changes.Outcome.SupportedBefore, "→", changes.Outcome.SupportedAfter)
	// Output:
	// Enterprises by 60 firms
	// attainment by 30 points, from behind to ahead
	// closed: indicator.behind
	// closed: outcome.supported
	// closed: plan.basis-missing
	// closed: indicator.target-out-of-reach
	// supported: adjust → continue
}

// The grades of budget performance evaluation.
func ExampleGradeOf() {
	for _, score := range []string{"90", "89.9", "60", "59.9", "101"} {
		grade, _ := evaluate.GradeOf(indicator.MustValue(score)).MarshalText()
		fmt.Println(score, string(grade))
	}
	// Output:
	// 90 excellent
	// 89.9 good
	// 60 fair
	// 59.9 poor
	// 101 undetermined
}
