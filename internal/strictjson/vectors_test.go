package strictjson_test

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

type record struct {
	ID   string           `json:"id"`
	Val  indicator.Value  `json:"val"`
	Date indicator.Period `json:"date"`
}

// answer is what one input of the catalogue must give: a document, or the rule of its only fault.
type answer struct {
	text string
	path string
	rule indicator.FaultRule
	read record
}

const wantNumber = indicator.FaultNumber

// answers gives, by id, the documents that are made of a catalogue entry.
var answers = map[string][]answer{
	"json-01": {{text: `{"id":"a","id":"b"}`, path: "/id", rule: "duplicate"}},
	"json-02": {{text: `{"id":"a","ID":"b"}`, path: "/ID", rule: "unknown"}},
	"json-03": {{text: `{"typo":1}`, path: "/typo", rule: "unknown"}},
	"json-06": {{text: `{"val":1e400}`, path: "/val", rule: wantNumber}},
	"json-08": {{text: `{"val":9007199254740993}`, read: record{Val: indicator.IntValue(9007199254740993)}}},
	"json-09": {{text: `{"val":"NaN"}`, path: "/val", rule: wantNumber}},
	"json-12": {{text: `{"val":01}`, path: "/val", rule: "syntax"}},
	"json-16": {{text: "{\"id\":\"\xff\"}", path: "/id", rule: "text"}},
	"json-20": {{text: `{"val":true}`, path: "/val", rule: "type"}},

	"number-04": {
		{text: `{"val":"` + strings.Repeat("9", 5000) + `"}`, path: "/val", rule: wantNumber},
		{text: `{"val":` + strings.Repeat("9", 5000) + `}`, path: "/val", rule: wantNumber}},
	"number-07": {{text: `{"val":"1_000"}`, path: "/val", rule: wantNumber}, {text: `{"val":1_000}`, path: "", rule: "syntax"}},
	"number-08": {{text: `{"val":"NaN"}`, path: "/val", rule: wantNumber}, {text: `{"val":NaN}`, path: "/val", rule: "syntax"}},
	"number-09": {{text: `{"val":"+Inf"}`, path: "/val", rule: wantNumber}, {text: `{"val":+Inf}`, path: "/val", rule: "syntax"}},
	"number-10": {
		{text: `{"val":"-0"}`, read: record{Val: indicator.IntValue(0)}},
		{text: `{"val":-0}`, read: record{Val: indicator.IntValue(0)}}},
	"number-15": {{text: `{"val":"1．5"}`, path: "/val", rule: wantNumber}, {text: `{"val":"1。5"}`, path: "/val", rule: wantNumber}},
	"number-17": {{text: `{"val":"  12"}`, path: "/val", rule: wantNumber}},
	"number-19": {{text: `{"val":"1.2.3"}`, path: "/val", rule: wantNumber}, {text: `{"val":1.2.3}`, path: "", rule: "syntax"}},
	"number-20": {{text: `{"val":"--1"}`, path: "/val", rule: wantNumber}, {text: `{"val":--1}`, path: "/val", rule: "syntax"}},
	"number-22": {{text: `{"val":""}`, read: record{}}},
	"number-23": {{text: `{"val":"—"}`, path: "/val", rule: wantNumber}},

	"date-01": {{text: `{"date":"2020-02-30"}`, path: "/date", rule: "period"}},
	"date-06": {{text: `{"date":"2020-13-01"}`, path: "/date", rule: "period"}},
	"date-07": {{text: `{"date":"20200203"}`, path: "/date", rule: "period"}, {text: `{"date":20200203}`, path: "/date", rule: "type"}},
	"date-08": {{text: `{"date":"二〇二〇年"}`, path: "/date", rule: "period"}},
	"date-09": {{text: `{"date":"2020-01-01T00:00:00+08:00"}`, read: record{Date: indicator.Day(2020, 1, 1)}}},
	"date-10": {{text: `{"date":"10000"}`, path: "/date", rule: "period"}},
	"date-11": {
		{text: `{"date":"-1"}`, path: "/date", rule: "period"}, {text: `{"date":"0"}`, path: "/date", rule: "period"},
		{text: `{"date":"0000"}`, path: "/date", rule: "period"}},

	"identity-11": {
		{text: `{"id":"𠮷"}`, read: record{ID: "𠮷"}},
		{text: `{"id":"\ud842\udfb7"}`, read: record{ID: "𠮷"}}},
	"ooxml-02": {{text: `{"id":"\u000b"}`, path: "/id", rule: "text"}, {text: "{\"id\":\"\v\"}", path: "/id", rule: "syntax"}},
	"ooxml-03": {{text: `{"id":"\u001f"}`, path: "/id", rule: "text"}, {text: "{\"id\":\"\x1f\"}", path: "/id", rule: "syntax"}},
	"ooxml-04": {{text: `{"id":"\ufffe"}`, path: "/id", rule: "text"}, {text: "{\"id\":\"\uFFFE\"}", path: "/id", rule: "text"}},
	"ooxml-06": {{text: `{"id":"\ud800"}`, path: "/id", rule: "text"}},
}

func TestDecodeAnswersTheCatalogueOfBadInputs(t *testing.T) {
	data, err := os.ReadFile("testdata/bad_inputs.json")
	require.NoError(t, err)
	var entries []struct{ ID, Input, Expect string }
	require.NoError(t, json.Unmarshal(data, &entries))
	require.Len(t, entries, len(answers))
	for _, entry := range entries {
		require.NotEmpty(t, answers[entry.ID], entry.ID)
		for _, a := range answers[entry.ID] {
			t.Run(entry.ID+" "+entry.Expect, func(t *testing.T) {
				var got record
				faults := decode([]byte(a.text), &got)
				if a.rule == "" {
					require.Empty(t, faults)
					assert.Equal(t, a.read, got)
					return
				}
				require.Len(t, faults, 1)
				assert.Equal(t, a.path, faults[0].Path)
				assert.Equal(t, a.rule, faults[0].Rule)
				assert.NotEmpty(t, faults[0].Want)
			})
		}
	}
}
