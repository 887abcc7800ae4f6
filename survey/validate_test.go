package survey_test

import (
	"encoding/json"
	"testing"

	"github.com/planeval/planeval/survey"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// sound is a survey without faults, from which each case below departs.
const sound = `{
	"code": "q2024", "title": "满意度调查", "sent": "120", "returned": "100", "valid": "96",
	"topics": ["政策", "服务"], "groups": ["企业"],
	"questions": [
		{"code": "1", "text": "是否满意", "kind": "single", "base": "respondents", "answered": "90",
		 "tallies": [{"option": "是", "count": "60"}, {"option": "否", "count": "30", "percent": "31.3"}]},
		{"code": "2", "text": "享受过哪些政策", "kind": "multiple", "base": "responses",
		 "tallies": [{"option": "人才", "count": "70"}, {"option": "项目", "percent": "40"}]},
		{"code": "3", "text": "打分", "kind": "scale", "base": "answered",
		 "tallies": [{"option": "5", "percent": "80.5"}]}
	]
}`

func parse(t *testing.T, text string) survey.Survey {
	t.Helper()
	var s survey.Survey
	require.NoError(t, json.Unmarshal([]byte(text), &s))
	return s
}

// question returns a survey of 96 valid questionnaires with one question, as JSON.
func question(fields string) string {
	return `{"code": "q", "title": "问卷", "valid": "96", "questions": [{"code": "1", "text": "问题", ` + fields + `}]}`
}

func TestASoundSurveyHasNoFaults(t *testing.T) {
	assert.NoError(t, parse(t, sound).Validate().Err())
}

func TestPublishedSurveysAreAccepted(t *testing.T) {
	cases := []struct{ name, survey string }{
		{"counts that are not stated are no fault, as in the seed",
			`{"code": "q", "title": "问卷", "returned": "93"}`},
		{"no count need be stated at all",
			`{"code": "q", "title": "问卷"}`},
		{"equal counts are in order",
			`{"code": "q", "title": "问卷", "sent": "93", "returned": "93", "valid": "93"}`},
		{"a sent count alone bounds the valid one",
			`{"code": "q", "title": "问卷", "sent": "93", "valid": "90"}`},
		{"x = 0 and x = n are counts",
			question(`"kind": "single", "base": "respondents", "tallies": [{"option": "是", "count": "96"}, {"option": "否", "count": "0"}]`)},
		{"a question without options may be published without results",
			question(`"kind": "scale", "base": "answered", "tallies": []`)},
		{"counts of a multiple choice may sum above its base",
			question(`"kind": "multiple", "base": "respondents", "tallies": [{"option": "甲", "count": "96"}, {"option": "乙", "count": "90"}]`)},
		{"percentages of respondents in a multiple choice may sum above 100",
			question(`"kind": "multiple", "base": "respondents", "tallies": [{"option": "甲", "percent": "78.4"}, {"option": "乙", "percent": "61.2"}]`)},
		// 3 × 1/6 → 16.7 each and 1/2 → 50.0: 100.1 in all.
		{"percentages may sum above 100 by what rounding added",
			question(`"kind": "single", "base": "respondents", "tallies": [{"option": "甲", "percent": "16.7"}, {"option": "乙", "percent": "16.7"}, {"option": "丙", "percent": "16.7"}, {"option": "丁", "percent": "50.0"}]`)},
		// 50 % + 12.5 % + 37.5 % → 50 + 13 + 38 = 101, the limit for three whole percentages being 101.5.
		{"two ties rounded up add a whole unit",
			question(`"kind": "single", "base": "respondents", "tallies": [{"option": "甲", "percent": "50"}, {"option": "乙", "percent": "13"}, {"option": "丙", "percent": "38"}]`)},
		{"six places are still a percentage",
			question(`"kind": "single", "base": "respondents", "tallies": [{"option": "甲", "percent": "78.494624"}]`)},
		{"a percentage that its count does not give is not a fault but a finding",
			question(`"kind": "single", "base": "respondents", "tallies": [{"option": "甲", "count": "48", "percent": "73.1"}]`)},
		{"the largest count is ten thousand million",
			`{"code": "q", "title": "问卷", "sent": "10000000000"}`},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			assert.Empty(t, parse(t, c.survey).Validate())
		})
	}
}

func TestValidate(t *testing.T) {
	cases := []struct {
		name, survey string
		want         []string // path: rule: value and what was wanted
	}{
		{"code and title are required", `{}`, []string{
			"/code: required: want a text",
			"/title: required: want a text",
		}},
		{"topics and groups are texts", `{"code": "q", "title": "问卷", "topics": ["政策", ""], "groups": [""]}`, []string{
			"/topics/1: required: want a text",
			"/groups/0: required: want a text",
		}},
		{"a count is whole, not negative and bounded", `{"code": "q", "title": "问卷", "sent": "10000000001", "returned": "93.0", "valid": "-1"}`, []string{
			`/sent: range: got "10000000001", want 0 to 10000000000`,
			`/returned: number: got "93.0", want a whole number without places`,
			`/valid: range: got "-1", want 0 to 10000000000`,
		}},
		{"no more return than were sent", `{"code": "q", "title": "问卷", "sent": "90", "returned": "93"}`, []string{
			`/returned: conflict: got "93", want at most 90, the sent count`,
		}},
		{"no more are valid than returned", `{"code": "q", "title": "问卷", "sent": "120", "returned": "93", "valid": "94"}`, []string{
			`/valid: conflict: got "94", want at most 93, the returned count`,
		}},
		{"no more are valid than were sent", `{"code": "q", "title": "问卷", "sent": "93", "valid": "94"}`, []string{
			`/valid: conflict: got "94", want at most 93, the sent count`,
		}},
		{"a count that is none bounds nothing", `{"code": "q", "title": "问卷", "sent": "-1", "returned": "93"}`, []string{
			`/sent: range: got "-1", want 0 to 10000000000`,
		}},
		{"a question has a code, a text, a kind and a base", `{"code": "q", "title": "问卷", "questions": [{}]}`, []string{
			"/questions/0/code: required: want a text",
			"/questions/0/text: required: want a text",
			"/questions/0/kind: required: want one of single, multiple, scale",
			"/questions/0/base: required: want one of respondents, asked, answered, responses",
		}},
		{"kind and base come from their vocabularies", question(`"kind": "open", "base": "households"`), []string{
			`/questions/0/kind: enum: got "open", want one of single, multiple, scale`,
			`/questions/0/base: enum: got "households", want one of respondents, asked, answered, responses`,
		}},
		{"a question's code is unique, and each further one is named", `{"code": "q", "title": "问卷", "questions": [
			{"code": "1", "text": "甲", "kind": "single", "base": "respondents"},
			{"code": "1", "text": "乙", "kind": "single", "base": "respondents"},
			{"code": "1", "text": "丙", "kind": "single", "base": "respondents"}]}`, []string{
			`/questions/1/code: duplicate: got "1", want another code than question 0 has`,
			`/questions/2/code: duplicate: got "1", want another code than question 0 has`,
		}},
		{"only a multiple choice has responses", question(`"kind": "scale", "base": "responses"`), []string{
			`/questions/0/base: conflict: got "responses", want respondents or answered for the kind scale`,
		}},
		{"no more answer than sent in a valid questionnaire", question(`"kind": "single", "base": "answered", "answered": "97"`), []string{
			`/questions/0/answered: conflict: got "97", want at most 96, the valid count`,
		}},
		{"answered is a count", question(`"kind": "single", "base": "answered", "answered": "9.5"`), []string{
			`/questions/0/answered: number: got "9.5", want a whole number without places`,
		}},
		{"an option has a name", question(`"kind": "single", "base": "respondents", "tallies": [{"count": "1"}, {"count": "2"}]`), []string{
			"/questions/0/tallies/0/option: required: want a text",
			"/questions/0/tallies/1/option: required: want a text",
		}},
		{"an option stands once", question(`"kind": "single", "base": "respondents", "tallies": [{"option": "是", "count": "1"}, {"option": "是", "count": "2"}]`), []string{
			`/questions/0/tallies/1/option: duplicate: got "是", want another option than tally 0 has`,
		}},
		{"an option has a count or a percentage", question(`"kind": "single", "base": "respondents", "tallies": [{"option": "是"}]`), []string{
			"/questions/0/tallies/0/count: required: want a count or a percent",
		}},
		{"x > n: no option is chosen by more than the valid questionnaires", question(`"kind": "multiple", "base": "responses", "tallies": [{"option": "是", "count": "97"}]`), []string{
			`/questions/0/tallies/0/count: range: got "97", want at most 96, the valid count`,
		}},
		{"x > n: no option is chosen by more than answered", question(`"kind": "single", "base": "respondents", "answered": "90", "tallies": [{"option": "是", "count": "91"}]`), []string{
			`/questions/0/tallies/0/count: range: got "91", want at most 90, the answered count`,
		}},
		{"x > n: without valid and returned counts the sent one is the bound", `{"code": "q", "title": "问卷", "sent": "50", "questions": [
			{"code": "1", "text": "问题", "kind": "single", "base": "respondents", "tallies": [{"option": "是", "count": "51"}]}]}`, []string{
			`/questions/0/tallies/0/count: range: got "51", want at most 50, the sent count`,
		}},
		{"x < 0: a tally is not negative", question(`"kind": "single", "base": "respondents", "tallies": [{"option": "是", "count": "-1"}]`), []string{
			`/questions/0/tallies/0/count: range: got "-1", want 0 to 10000000000`,
		}},
		{"counts of a single choice sum to at most the valid questionnaires", question(`"kind": "single", "base": "respondents", "tallies": [{"option": "是", "count": "60"}, {"option": "否", "count": "37"}]`), []string{
			`/questions/0/tallies: range: got "97", want counts that sum to at most 96, the valid count`,
		}},
		{"counts of a scale sum to at most those who answered", question(`"kind": "scale", "base": "answered", "answered": "90", "tallies": [{"option": "1", "count": "60"}, {"option": "2", "count": "31"}]`), []string{
			`/questions/0/tallies: range: got "91", want counts that sum to at most 90, the answered count`,
		}},
		{"one wrong count is not reported again in the sum", question(`"kind": "single", "base": "respondents", "tallies": [{"option": "是", "count": "97"}, {"option": "否", "count": "1"}]`), []string{
			`/questions/0/tallies/0/count: range: got "97", want at most 96, the valid count`,
		}},
		{"a percentage lies between 0 and 100", question(`"kind": "multiple", "base": "respondents", "tallies": [{"option": "甲", "percent": "-0.1"}, {"option": "乙", "percent": "100.1"}]`), []string{
			`/questions/0/tallies/0/percent: range: got "-0.1", want 0 to 100`,
			`/questions/0/tallies/1/percent: range: got "100.1", want 0 to 100`,
		}},
		{"a percentage has at most six places", question(`"kind": "single", "base": "respondents", "tallies": [{"option": "甲", "percent": "78.4946237"}]`), []string{
			`/questions/0/tallies/0/percent: range: got "78.4946237", want at most 6 places`,
		}},
		{"percentages of a single choice sum to 100 and the rounding of each", question(`"kind": "single", "base": "respondents", "tallies": [{"option": "甲", "percent": "60.0"}, {"option": "乙", "percent": "40.2"}]`), []string{
			`/questions/0/tallies: range: got "100.2", want percentages that sum to at most 100.10, which is 100 and what rounding may have added`,
		}},
		{"percentages of responses sum to 100 and the rounding of each", question(`"kind": "multiple", "base": "responses", "tallies": [{"option": "甲", "percent": "61"}, {"option": "乙", "percent": "40.6"}]`), []string{
			`/questions/0/tallies: range: got "101.6", want percentages that sum to at most 100.55, which is 100 and what rounding may have added`,
		}},
		{"an option without a percentage adds no rounding", question(`"kind": "scale", "base": "respondents", "tallies": [{"option": "甲", "percent": "60.0"}, {"option": "乙", "percent": "40.1"}, {"option": "丙", "count": "1"}, {"option": "丁", "percent": "0.1"}]`), []string{
			`/questions/0/tallies: range: got "100.2", want percentages that sum to at most 100.15, which is 100 and what rounding may have added`,
		}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			faults := parse(t, c.survey).Validate()
			got := make([]string, 0, len(faults))
			for _, f := range faults {
				got = append(got, f.Error())
			}
			assert.Equal(t, c.want, got)
		})
	}
}
