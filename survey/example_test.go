package survey_test

import (
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
	result := survey.Tabulate(s, survey.Options{})
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

// A published report that prints percentages alone: the counts that can stand behind them say how they were made, and how
// sure they are.
func ExampleTabulate() {
	s := survey.Survey{Code: "zibo-2023", Title: "规划实施问卷调查", Returned: indicator.IntValue(93)}
	for i, percent := range []string{"78.4", "61.2", "81.7", "64.5", "47.3", "40.8", "56.9", "44"} {
		s.Questions = append(s.Questions, survey.Question{
			Code: fmt.Sprint(i + 1), Text: "问题", Kind: survey.Single, Base: survey.Respondents,
			Tallies: []survey.Tally{{Option: "是", Percent: indicator.MustValue(percent)}},
		})
	}
	result := survey.Tabulate(s, survey.Options{})
	percent := func(n indicator.Number) string { return n.Percent(1, indicator.HalfUp).StringFixed(1) }
	for _, d := range result.Questions {
		p := d.Proportions[0]
		least, most, _ := p.Counts()
		fmt.Printf("%4s %%: %s to %s of %s, 95 %% interval %s to %s\n", p.Printed, least, most, d.Base.Value, percent(p.Interval.Low), percent(p.Interval.High))
	}
	for _, m := range result.Printing.Modes {
		fmt.Printf("%s: %d of %d impossible; bases that fit all: %v\n", m.Rounding, len(m.Impossible), result.Printing.Tested, m.Bases)
	}
	// Output:
	// 78.4 %: 73 to 73 of 93, 95 % interval 69.1 to 85.6
	// 61.2 %: 57 to 57 of 93, 95 % interval 51.1 to 70.6
	// 81.7 %: 76 to 76 of 93, 95 % interval 72.7 to 88.3
	// 64.5 %: 60 to 60 of 93, 95 % interval 54.4 to 73.5
	// 47.3 %: 44 to 44 of 93, 95 % interval 37.5 to 57.4
	// 40.8 %: 38 to 38 of 93, 95 % interval 31.4 to 51.0
	// 56.9 %: 53 to 53 of 93, 95 % interval 46.8 to 66.6
	//   44 %: 41 to 41 of 93, 95 % interval 34.4 to 54.2
	// half-up: 5 of 8 impossible; bases that fit all: []
	// half-even: 5 of 8 impossible; bases that fit all: []
	// truncate: 0 of 8 impossible; bases that fit all: [93]
}

// Weights that give a sample the population's numbers of men and women and of young and old, and what they cost: 100 people
// are worth 98.5. Rounded, they can stand in a column of the records.
func ExampleRake() {
	cell := func(sex, age int, count int64) survey.WeightCell {
		return survey.WeightCell{Categories: []int{sex, age}, Count: indicator.IntValue(count)}
	}
	margin := func(name string, totals ...int64) survey.Margin {
		m := survey.Margin{Name: name}
		for _, n := range totals {
			m.Totals = append(m.Totals, indicator.IntValue(n))
		}
		return m
	}
	w, err := survey.Rake(
		[]survey.WeightCell{cell(0, 0, 20), cell(1, 0, 30), cell(0, 1, 25), cell(1, 1, 25)},
		[]survey.Margin{margin("sex", 480, 520), margin("age", 550, 450)},
	)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, weight := range w.Weights {
		rounded, _ := weight.Round(9, indicator.HalfUp)
		fmt.Println(rounded)
	}
	fmt.Println("effective size", w.EffectiveSize.Decimal(1, indicator.HalfUp))
	// Output:
	// 11.951000809
	// 10.365999461
	// 9.639199353
	// 8.360800647
	// effective size 98.5
}
