package survey_test

import (
	"encoding/json"
	"fmt"

	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/survey"
)

// A whole small program: a questionnaire with counts, checked, tabulated, and printed at one place.
func Example() {
	s := survey.Survey{
		Code:     "q2024",
		Title:    "规划实施满意度调查",
		Sent:     indicator.IntValue(120),
		Returned: indicator.IntValue(100),
		Valid:    indicator.IntValue(96),
		Questions: []survey.Question{{
			Code: "environment", Text: "创新环境是否改善", Kind: survey.Single, Base: survey.Respondents,
			Tallies: []survey.Tally{
				{Option: "明显改善", Count: indicator.IntValue(64), Percent: indicator.MustValue("66.6")},
				{Option: "有所改善", Count: indicator.IntValue(20)},
				{Option: "没有改善", Percent: indicator.MustValue("12.5")},
			},
		}},
	}
	if err := s.Validate().Err(); err != nil {
		fmt.Println(err)
		return
	}

	percent := func(f indicator.Figure) string {
		if why := f.Result.Missing(); why != indicator.Present {
			return why.String()
		}
		return f.Result.Percent(1, indicator.HalfUp).StringFixed(1) + " %"
	}
	result := survey.Tabulate(s)
	fmt.Println("return rate      ", percent(result.ReturnRate))
	fmt.Println("validity rate    ", percent(result.ValidityRate))
	fmt.Println("valid return rate", percent(result.ValidReturnRate))
	for _, d := range result.Questions {
		fmt.Println(d.Question, "of", d.Base.Value, d.Base.Count)
		for _, p := range d.Proportions {
			fmt.Printf("  %s: %s; printed %q, %s, from %s\n",
				p.Option, percent(p.Share), p.Printed, or(p.Agreement, "unchecked"), p.Knowledge)
		}
	}
	// Output:
	// return rate       83.3 %
	// validity rate     96.0 %
	// valid return rate 80.0 %
	// environment of 96 valid
	//   明显改善: 66.7 %; printed "66.6", truncated, from tallies
	//   有所改善: 20.8 %; printed "", unchecked, from tallies
	//   没有改善: no-count; printed "12.5", unchecked, from percentages
}

func or(a survey.Agreement, unknown string) string {
	if a == survey.Unchecked {
		return unknown
	}
	return string(a)
}

// Every fault comes at once, each with its place.
func ExampleSurvey_Validate() {
	s := survey.Survey{
		Code: "q2024", Title: "满意度调查", Returned: indicator.IntValue(93), Valid: indicator.IntValue(95),
		Questions: []survey.Question{{
			Code: "1", Text: "是否满意", Kind: survey.Single, Base: survey.Responses,
			Tallies: []survey.Tally{
				{Option: "满意", Count: indicator.IntValue(96)},
				{Option: "不满意"},
			},
		}},
	}
	fmt.Println(s.Validate())
	// Output:
	// /valid: conflict: got "95", want at most 93, the returned count
	// /questions/0/base: conflict: got "responses", want respondents or answered for the kind single
	// /questions/0/tallies/0/count: range: got "96", want at most 95, the valid count
	// /questions/0/tallies/1/count: required: want a count or a percent
}

// A published report that prints percentages alone: they are kept, and no count is guessed.
func ExampleTabulate() {
	result := survey.Tabulate(survey.Survey{
		Code: "zibo-2023", Title: "规划实施问卷调查", Returned: indicator.IntValue(93),
		Questions: []survey.Question{{
			Code: "1", Text: "是否为高新技术企业", Kind: survey.Single, Base: survey.Respondents,
			Tallies: []survey.Tally{{Option: "是", Percent: indicator.MustValue("78.4")}},
		}},
	})
	text, _ := json.MarshalIndent(result.Questions[0], "", "  ")
	fmt.Println(string(text))
	// Output:
	// {
	//   "question": "1",
	//   "base": {
	//     "kind": "respondents",
	//     "count": "returned",
	//     "value": "93"
	//   },
	//   "proportions": [
	//     {
	//       "option": "是",
	//       "knowledge": "percentages",
	//       "share": {
	//         "formula": "share",
	//         "expression": "x ÷ n",
	//         "inputs": [
	//           {
	//             "symbol": "x",
	//             "value": null
	//           },
	//           {
	//             "symbol": "n",
	//             "value": "93"
	//           }
	//         ],
	//         "result": {
	//           "missing": "no-count"
	//         }
	//       },
	//       "printed": "78.4"
	//     }
	//   ]
	// }
}
