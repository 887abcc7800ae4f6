package report_test

import (
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/planeval/planeval/evaluate"
	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/report"
	"github.com/planeval/planeval/seeds"
	"golang.org/x/text/language"
)

// A plan is evaluated and reported. The renderers in the packages below this one write such a document as Markdown or
// plain text; here its parts are looked at as data.
func Example() {
	plan := evaluate.Plan{
		Code: "zibo", Title: "淄博市“十四五”科技创新规划", ShortTitle: "《规划》",
		Start: indicator.Year(2021), End: indicator.Year(2025),
		Indicators: []indicator.Indicator{{
			Code: "hightech-enterprises", Name: "高新技术企业", Unit: "家", Direction: indicator.Increase, Kind: indicator.Level,
			Baseline: indicator.Year(2020),
			Series: indicator.Series{
				{Period: indicator.Year(2020), Value: indicator.IntValue(703)},
				{Period: indicator.Year(2022), Value: indicator.IntValue(1374)},
			},
			Targets: []indicator.Target{{Period: indicator.Year(2025), Value: indicator.IntValue(1800)}},
		}},
	}
	evaluation, err := evaluate.Evaluate(plan, evaluate.Options{})
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}

	document := report.Build(&evaluation, report.Options{})
	fmt.Println(document.Title)
	for _, section := range document.Sections[:3] {
		fmt.Println(section.Number + section.Title)
	}
	for _, block := range report.Summary(&evaluation, report.Options{}).Blocks {
		if table, ok := block.(report.Table); ok {
			for _, row := range table.Rows {
				for _, cell := range row {
					fmt.Print(cell.Text, " | ")
				}
				fmt.Println()
			}
		}
	}
	// Output:
	// 《淄博市“十四五”科技创新规划》后评估报告
	// 评估结论
	// 一、《规划》评估工作开展情况
	// 二、《规划》实施基本情况
	// 高新技术企业（家） | 1800 | 1374 | 2022 | 76.33% | 61.17% / 40% | 9.42% | 快于预期 |
}

func ExampleWorking() {
	enterprises := indicator.Indicator{
		Unit: "家", Direction: indicator.Increase, Kind: indicator.Level, Baseline: indicator.Year(2020),
		Series:  indicator.Series{{Period: indicator.Year(2022), Value: indicator.IntValue(1374)}},
		Targets: []indicator.Target{{Period: indicator.Year(2025), Value: indicator.IntValue(1800)}},
	}
	measurement := indicator.Measure(enterprises, indicator.Period{})
	for _, figure := range measurement.Figures()[:3] {
		fmt.Println(report.Working(figure, report.Options{}))
	}
	fmt.Println(report.Working(measurement.Figures()[1], report.Options{Language: language.English}))
	// Output:
	// 1374 ÷ 1800 = 76.33 %
	// 缺基期值
	// 2 ÷ 5 = 40.00 %
	// no baseline
}

func ExampleSummary() {
	evaluation, err := evaluate.Evaluate(evaluate.Plan{
		Code: "p", Title: "Water Plan", Start: indicator.Year(2021), End: indicator.Year(2025),
		Adjustment: evaluate.Adjustment{Outcome: evaluate.Continue},
	}, evaluate.Options{})
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	summary := report.Summary(&evaluation, report.Options{Language: language.English})
	fmt.Println(summary.Title)
	for _, section := range summary.Sections {
		fmt.Println(section.Title)
		for _, block := range section.Blocks {
			if list, ok := block.(report.List); ok {
				for _, item := range list.Items {
					fmt.Println("-", item.Text)
				}
			}
		}
	}
	// Output:
	// Water Plan: post-evaluation report
	// Findings of medium severity
	// - What the evaluation is based on is not stated
	// - No head on the list of the working group
	// - It is not stated who conducted the evaluation
	// - No survey
	// - No costs
	// - No benefits
	// - No reason given for the declared “continue”
	// More
}

// What changed since the last evaluation of the plan.
func ExampleBuildChanges() {
	plan := evaluate.Plan{Code: "p", Title: "Water Plan", Start: indicator.Year(2021), End: indicator.Year(2025)}
	rules := evaluate.Rules(evaluate.GoodPractice)
	before, err := evaluate.Evaluate(plan, evaluate.Options{AsOf: indicator.Year(2022), Rules: rules})
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	plan.Adjustment = evaluate.Adjustment{Outcome: evaluate.Continue, Text: "as planned"}
	plan.Costs = []evaluate.Cost{{Code: "c", Name: "Funds", Unit: "元", Total: indicator.IntValue(7), Start: indicator.Year(2023), End: indicator.Year(2023)}}
	after, err := evaluate.Evaluate(plan, evaluate.Options{AsOf: indicator.Year(2023), Rules: rules})
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	document, err := report.BuildChanges(&before, &after, report.Options{Language: language.English})
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	fmt.Println(document.Subtitle)
	closed := document.Sections[3].Sections[1]
	fmt.Println(closed.Title)
	for _, item := range closed.Blocks[0].(report.List).Items {
		fmt.Println("-", item.Text)
	}
	// Output:
	// Evaluations as of 2022 and 2023 compared
	// Findings that are gone
	// - The evaluators declare no outcome, such as “continue”, “adjust”, “suspend” or “terminate”.
	// - There are no costs, so costs cannot be set against benefits.
}

func ExampleWriteJSON() {
	evaluation, err := evaluate.Evaluate(evaluate.Plan{
		Code: "p", Title: "R&D Plan", Start: indicator.Year(2021), End: indicator.Year(2025),
	}, evaluate.Options{Rules: []evaluate.Rule{}})
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	var b strings.Builder
	if err := report.WriteJSON(&b, &evaluation); err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	fmt.Println(strings.Join(strings.Split(b.String(), "\n")[:6], "\n"))
	// Output:
	// {
	//   "plan": {
	//     "code": "p",
	//     "title": "R&D Plan",
	//     "start": "2021",
	//     "end": "2025",
}

// A report is changed with the draft's own data types: a word, a chapter's text, a chapter less and one more.
func ExampleOptions() {
	evaluation, err := evaluate.Evaluate(seeds.Zibo(), evaluate.Options{AsOf: indicator.MustPeriod("2023-08-31")})
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	options := report.Options{
		Language: language.English,
		Words:    map[string]string{"verdict.ahead": "well ahead"}, // report.Words has all keys
		Edit: func(draft *report.Document) {
			if negatives := draft.Section("ch7"); negatives != nil {
				negatives.Blocks = []report.Block{report.Paragraph{Text: "None has been reported to us."}}
			}
			draft.Sections = slices.DeleteFunc(draft.Sections, func(s report.Section) bool { return s.ID == "ch8" })
			chapters := slices.IndexFunc(draft.Sections, func(s report.Section) bool { return s.Part == report.Annex })
			draft.Sections = slices.Insert(draft.Sections, chapters, report.Section{
				ID: "next", Title: "What comes next", Blocks: []report.Block{report.Paragraph{Text: "The next evaluation is due in 2025."}},
			})
		},
	}
	if err := options.Validate().Err(); err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	document := report.Build(&evaluation, options)
	for _, section := range document.Sections[7:12] {
		fmt.Println(section.Number, section.Title)
	}
	fmt.Println(document.Section("next").Blocks[0].(report.Paragraph).Text)
	// Output:
	// 7 Negative effects of the Plan
	// 8 Problems of the Plan, their causes, and adjustment
	// 9 Recommendations
	// 10 What comes next
	// Annex 1 Scheme for the evaluation of the Plan
	// The next evaluation is due in 2025.
}
