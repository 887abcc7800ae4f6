package survey_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// crossing is a survey of 96 people with two questions and a cross table of them, as JSON.
func crossing(table string) string {
	return `{"code": "q", "title": "问卷", "valid": "96", "questions": [
		{"code": "R", "text": "问题", "kind": "single", "base": "respondents", "tallies": [{"option": "甲", "count": "50"}, {"option": "乙", "count": "46"}]},
		{"code": "C", "text": "问题", "kind": "single", "base": "respondents", "tallies": [{"option": "子", "count": "30"}, {"option": "丑", "count": "40"}, {"option": "寅", "count": "26"}]}],
		"crossTables": [` + table + `]}`
}

func TestValidateScalesWeightsAndCrossTables(t *testing.T) {
	const degrees = `"tallies": [{"option": "差", "count": "10", "score": "1"}, {"option": "好", "count": "20", "score": "2"}]`
	cases := []struct {
		name, survey string
		want         []string
	}{
		{"a sound cross table", crossing(`{"rows": "R", "columns": "C", "counts": [["20", "20", "10"], ["10", "20", "16"]]}`), []string{}},
		{"a sound weighted scale", question(`"kind": "scale", "base": "respondents", "satisfaction": "top-box", "top": 1, "weights": {"sum": "30", "squares": "40"}, "tallies": [{"option": "差", "count": "10", "score": "1", "weighted": "12.5"}, {"option": "好", "count": "20", "score": "2", "weighted": "17.5"}]`), []string{}},

		{"the population is a count", `{"code": "q", "title": "问卷", "population": "-1"}`, []string{
			`/population: range: got "-1", want 0 to 10000000000`,
		}},
		{"the population holds those who were asked", `{"code": "q", "title": "问卷", "population": "95", "valid": "96"}`, []string{
			`/population: conflict: got "95", want at least 96, the valid count`,
		}},
		{"and the returned ones where valid is not stated", `{"code": "q", "title": "问卷", "population": "95", "returned": "96"}`, []string{
			`/population: conflict: got "95", want at least 96, the returned count`,
		}},
		{"dispositions are counts and e is a share", `{"code": "q", "title": "问卷", "dispositions": {"complete": "-1", "partial": "1.5", "refusal": "-2", "nonContact": "-3", "other": "-4", "unknownHousehold": "-5", "unknownOther": "-6", "eligible": "1.1"}}`, []string{
			`/dispositions/complete: range: got "-1", want 0 to 10000000000`,
			`/dispositions/partial: number: got "1.5", want a whole number without places`,
			`/dispositions/refusal: range: got "-2", want 0 to 10000000000`,
			`/dispositions/nonContact: range: got "-3", want 0 to 10000000000`,
			`/dispositions/other: range: got "-4", want 0 to 10000000000`,
			`/dispositions/unknownHousehold: range: got "-5", want 0 to 10000000000`,
			`/dispositions/unknownOther: range: got "-6", want 0 to 10000000000`,
			`/dispositions/eligible: range: got "1.1", want 0 to 1`,
		}},
		{"e is not negative", `{"code": "q", "title": "问卷", "dispositions": {"eligible": "-0.1"}}`, []string{
			`/dispositions/eligible: range: got "-0.1", want 0 to 1`,
		}},

		{"no more are asked than respond", question(`"kind": "single", "base": "asked", "asked": "97"`), []string{
			`/questions/0/asked: conflict: got "97", want at most 96, the valid count`,
		}},
		{"asked is a count", question(`"kind": "single", "base": "asked", "asked": "9.5"`), []string{
			`/questions/0/asked: number: got "9.5", want a whole number without places`,
		}},
		{"no more answer than were asked", question(`"kind": "single", "base": "asked", "asked": "50", "answered": "51"`), []string{
			`/questions/0/answered: conflict: got "51", want at most 50, the asked count`,
		}},
		{"no more choose than were asked", question(`"kind": "single", "base": "asked", "asked": "50", "tallies": [{"option": "是", "count": "51"}]`), []string{
			`/questions/0/tallies/0/count: range: got "51", want at most 50, the asked count`,
		}},
		{"a condition is on an earlier question and options of it", `{"code": "q", "title": "问卷", "questions": [
			{"code": "1", "text": "甲", "kind": "single", "base": "respondents", "askedIf": {"question": "2", "options": ["是"]}, "tallies": [{"option": "是", "count": "1"}]},
			{"code": "2", "text": "乙", "kind": "single", "base": "respondents", "askedIf": {"question": "2", "options": ["是"]}, "tallies": [{"option": "是", "count": "1"}]},
			{"code": "3", "text": "丙", "kind": "single", "base": "respondents", "askedIf": {"question": "9"}, "tallies": [{"option": "是", "count": "1"}]},
			{"code": "4", "text": "丁", "kind": "single", "base": "respondents", "askedIf": {"question": "1", "options": ["是", "否"]}, "tallies": [{"option": "是", "count": "1"}]},
			{"code": "5", "text": "戊", "kind": "single", "base": "respondents", "askedIf": {"question": "1"}, "tallies": [{"option": "是", "count": "1"}]},
			{"code": "6", "text": "己", "kind": "single", "base": "respondents", "askedIf": {"question": ""}, "tallies": [{"option": "是", "count": "1"}]}]}`, []string{
			`/questions/0/askedIf/question: reference: got "2", want the code of an earlier question`,
			`/questions/1/askedIf/question: reference: got "2", want the code of an earlier question`,
			`/questions/2/askedIf/question: reference: got "9", want the code of an earlier question`,
			`/questions/3/askedIf/options/1: reference: got "否", want an option of the question`,
			`/questions/4/askedIf/options: required: want an option of the question`,
			`/questions/5/askedIf/question: reference: want the code of an earlier question`,
		}},

		{"satisfaction comes from its vocabulary", question(`"kind": "scale", "base": "respondents", "satisfaction": "high"`), []string{
			`/questions/0/satisfaction: enum: got "high", want one of top-box, scaled-mean, weighted-score`,
		}},
		{"satisfaction is of a scale", question(`"kind": "single", "base": "respondents", "satisfaction": "top-box"`), []string{
			`/questions/0/satisfaction: conflict: got "top-box", want none, as the question is no scale`,
		}},
		{"top is not negative", question(`"kind": "scale", "base": "respondents", "top": -1, ` + degrees), []string{
			`/questions/0/top: range: got "-1", want a number of degrees of a scale, at most half of them`,
		}},
		{"top is at most half of the degrees", question(`"kind": "scale", "base": "respondents", "top": 2, ` + degrees), []string{
			`/questions/0/top: range: got "2", want a number of degrees of a scale, at most half of them`,
		}},
		{"top is of a scale", question(`"kind": "single", "base": "respondents", "top": 1, "tallies": [{"option": "是", "count": "1"}, {"option": "否", "count": "1"}]`), []string{
			`/questions/0/top: range: got "1", want a number of degrees of a scale, at most half of them`,
		}},
		{"a score is of a scale", question(`"kind": "single", "base": "respondents", "tallies": [{"option": "是", "count": "1", "score": "1"}]`), []string{
			`/questions/0/tallies/0/score: conflict: got "1", want none, as this is no degree of a scale`,
		}},
		{"an answer outside the base has no score", question(`"kind": "scale", "base": "respondents", "tallies": [{"option": "不知道", "count": "1", "outside": true, "score": "1"}]`), []string{
			`/questions/0/tallies/0/score: conflict: got "1", want none, as this is no degree of a scale`,
		}},

		{"answers outside a multiple choice leave enough for the others", question(`"kind": "multiple", "base": "respondents", "tallies": [{"option": "甲", "count": "76"}, {"option": "乙", "count": "77"}, {"option": "以上都不是", "count": "20", "outside": true}]`), []string{
			`/questions/0/tallies/1/count: range: got "77", want at most 76, the valid count less the answers outside the base`,
		}},
		{"there are not more of them than people", question(`"kind": "multiple", "base": "respondents", "tallies": [{"option": "以上都不是", "count": "50", "outside": true}, {"option": "不知道", "count": "47", "outside": true}]`), []string{
			`/questions/0/tallies: range: got "97", want answers outside the base that sum to at most 96, the valid count`,
		}},
		{"ticks outside the base may stand beside others", question(`"kind": "multiple", "base": "responses", "tallies": [{"option": "甲", "count": "90"}, {"option": "其他", "count": "20", "outside": true}]`), []string{}},

		{"a weighted count needs weights", question(`"kind": "single", "base": "respondents", "tallies": [{"option": "是", "count": "1", "weighted": "1.5"}]`), []string{
			`/questions/0/tallies/0/weighted: conflict: got "1.5", want none, as the question has no weights`,
		}},
		{"sums of weights are above 0", question(`"kind": "single", "base": "respondents", "weights": {"sum": "0", "squares": null, "zero": "-1"}, "tallies": [{"option": "是", "count": "1"}]`), []string{
			`/questions/0/weights/sum: range: got "0", want a sum of weights above 0`,
			`/questions/0/weights/squares: range: want a sum of weights above 0`,
			`/questions/0/weights/zero: range: got "-1", want 0 to 10000000000`,
		}},
		{"weights squared sum to at most the square of their sum", question(`"kind": "single", "base": "respondents", "weights": {"sum": "3", "squares": "9.1"}, "tallies": [{"option": "是", "count": "1"}]`), []string{
			`/questions/0/weights/squares: conflict: got "9.1", want at most the square of the sum`,
		}},
		{"a weighted count is from 0 to the sum of the weights", question(`"kind": "multiple", "base": "respondents", "weights": {"sum": "3", "squares": "5"}, "tallies": [{"option": "甲", "count": "1", "weighted": "-0.5"}, {"option": "乙", "count": "1", "weighted": "3.5"}, {"option": "丙", "count": "1", "weighted": "4", "outside": true}]`), []string{
			`/questions/0/tallies/0/weighted: range: got "-0.5", want 0 or above`,
			`/questions/0/tallies/1/weighted: range: got "3.5", want at most 3, the sum of the weights`,
		}},
		{"weighted counts of exclusive options sum to at most that", question(`"kind": "single", "base": "respondents", "weights": {"sum": "3", "squares": "5"}, "tallies": [{"option": "甲", "count": "1", "weighted": "1.5"}, {"option": "乙", "count": "1", "weighted": "1.6"}, {"option": "丙", "count": "1", "weighted": "4", "outside": true}]`), []string{
			`/questions/0/tallies: range: got "3.1", want weighted counts that sum to at most 3, the sum of the weights`,
		}},
		{"those of a multiple choice need not", question(`"kind": "multiple", "base": "respondents", "weights": {"sum": "3", "squares": "5"}, "tallies": [{"option": "甲", "count": "1", "weighted": "2"}, {"option": "乙", "count": "1", "weighted": "2"}]`), []string{}},

		{"a cross table is of questions of the survey", crossing(`{"rows": "X", "columns": ""}`), []string{
			`/crossTables/0/rows: reference: got "X", want the code of a question of the survey`,
			`/crossTables/0/columns: reference: want the code of a question of the survey`,
		}},
		{"and of two", crossing(`{"rows": "R", "columns": "R", "counts": [["50", "0"], ["0", "46"]]}`), []string{
			`/crossTables/0/columns: conflict: got "R", want another question than that of the rows`,
		}},
		{"it has a row for every option of one", crossing(`{"rows": "R", "columns": "C", "counts": [["20", "20", "10"]]}`), []string{
			`/crossTables/0/counts: range: got "1", want 2 rows, one an option of "R"`,
		}},
		{"and a column for every option of the other", crossing(`{"rows": "R", "columns": "C", "counts": [["20", "20", "10", "0"], ["10", "20"]]}`), []string{
			`/crossTables/0/counts/0: range: got "4", want 3 counts, one an option of "C"`,
			`/crossTables/0/counts/1: range: got "2", want 3 counts, one an option of "C"`,
		}},
		{"its cells are counts", crossing(`{"rows": "R", "columns": "C", "counts": [["-1", null, "1.5"], ["10", "20", "16"]]}`), []string{
			`/crossTables/0/counts/0/0: range: got "-1", want 0 to 10000000000`,
			`/crossTables/0/counts/0/1: required: want a count`,
			`/crossTables/0/counts/0/2: number: got "1.5", want a whole number without places`,
		}},
		{"no cell holds more than chose the row or the column", crossing(`{"rows": "R", "columns": "C", "counts": [["31", "0", "0"], ["0", "0", "27"]]}`), []string{
			`/crossTables/0/counts/0/0: conflict: got "31", want at most 30, the chosen count`,
			`/crossTables/0/counts/1/2: conflict: got "27", want at most 26, the chosen count`,
		}},
		{"no row holds more", crossing(`{"rows": "R", "columns": "C", "counts": [["20", "20", "11"], ["0", "0", "0"]]}`), []string{
			`/crossTables/0/counts/0: conflict: got "51", want at most 50, the chosen count`,
		}},
		{"nor does a column", crossing(`{"rows": "R", "columns": "C", "counts": [["16", "0", "0"], ["15", "0", "0"]]}`), []string{
			`/crossTables/0/counts: conflict: got "31", want at most 30 in column 0, the chosen count`,
		}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got := []string{}
			for _, f := range parse(t, c.survey).Validate() {
				got = append(got, f.Error())
			}
			assert.Equal(t, c.want, got)
		})
	}
}

func TestACrossTableHasAtMostTenThousandCells(t *testing.T) {
	s := asked("96", single("R", make([]int64, 101)...), single("C", make([]int64, 100)...))
	for _, q := range s.Questions {
		for i := range q.Tallies {
			q.Tallies[i].Option = number("1").String() + string(rune('一'+i))
		}
	}
	s.CrossTables = crossed(t, []int64{1}).CrossTables
	faults := s.Validate()
	if assert.Len(t, faults, 1) {
		assert.Equal(t, `/crossTables/0/counts: range: got "10100", want at most 10000 cells`, faults[0].Error())
	}
}
