package survey_test

import (
	"fmt"
	"strings"

	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/survey"
)

// An export of KoBoToolbox has semicolons between its cells, and a multiple choice in one column, its options joined by
// spaces.
func ExampleReadRecords() {
	const export = `"_id";"sex";"policies"
"1";"f";"loans training"
"2";"m";"training"
"3";"f";""
"4";"m";"loans"
"5";"f";"training"
`
	form := survey.Form{
		Survey: survey.Survey{
			Code: "k2024", Title: "创新政策问卷",
			Questions: []survey.Question{{
				Code: "policies", Text: "享受过哪些政策", Kind: survey.Multiple, Base: survey.Answered,
				Tallies: []survey.Tally{{Option: "贷款贴息"}, {Option: "技能培训"}},
			}},
		},
		Columns: []survey.Column{{
			Question: "policies", Heading: "policies",
			Codes: map[string]string{"loans": "贷款贴息", "training": "技能培训"},
		}},
		Comma: ";",
	}
	s, err := survey.ReadRecords(strings.NewReader(export), form)
	if err != nil {
		fmt.Println(err) // all that is wrong, with the row and the heading
		return
	}
	fmt.Println(s.Returned, "records,", s.Questions[0].Answered, "answers")

	result := survey.Tabulate(s, survey.Options{LeastBase: -1}) // however few they are
	percent := func(n indicator.Number) string { return n.Percent(1, indicator.HalfUp).StringFixed(1) }
	for _, p := range result.Questions[0].Proportions {
		fmt.Printf("%s: %s %%, 95 %% interval %s to %s\n", p.Option, percent(p.Share.Result), percent(p.Interval.Low), percent(p.Interval.High))
	}
	// Output:
	// 5 records, 4 answers
	// 贷款贴息: 50.0 %, 95 % interval 15.0 to 85.0
	// 技能培训: 75.0 %, 95 % interval 30.1 to 95.4
}
