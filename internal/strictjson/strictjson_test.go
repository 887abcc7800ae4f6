package strictjson_test

import (
	"encoding/json"
	"errors"
	"io"
	"math"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/internal/strictjson"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

type kind string

// plan has a field of every kind that plan data uses.
type plan struct {
	Code    string                       `json:"code"`
	Kind    kind                         `json:"kind,omitempty"`
	Start   indicator.Period             `json:"start,omitzero"`
	Open    bool                         `json:"open,omitempty"`
	Min     int                          `json:"min,omitempty"`
	Small   int8                         `json:"small,omitempty"`
	Value   indicator.Value              `json:"value,omitzero"`
	Low     indicator.Value              `json:"low,omitzero"`
	Reason  indicator.Reason             `json:"reason,omitzero"`
	Series  indicator.Series             `json:"series,omitempty"`
	Scope   []string                     `json:"scope,omitempty"`
	Tasks   []task                       `json:"tasks,omitempty"`
	Words   map[string]map[string]string `json:"words,omitempty"`
	Fact    *indicator.Fact              `json:"fact,omitempty"`
	Skipped string                       `json:"-"`
	Plain   string
	private string
}

// task holds itself, directly and by a pointer.
type task struct {
	Code  string `json:"code"`
	Next  *task  `json:"next,omitempty"`
	Tasks []task `json:"tasks,omitempty"`
}

const notUTF8 = "UTF-8; the file may be saved in another encoding, such as GB18030"

// decode returns the faults alone.
func decode(data []byte, v any) indicator.Faults {
	faults, _ := strictjson.Decode(data, v)
	return faults
}

func TestDecodeReadsAValidDocument(t *testing.T) {
	const text = `{
		"code": "十四五", "kind": "binding", "start": "2021-01", "open": true, "min": -3, "small": 127,
		"value": 12.50, "low": "-3.0", "reason": "no-baseline",
		"series": [{"period": "2022", "value": 9007199254740993}, {"period": "2023Q1", "status": "unavailable"}],
		"scope": ["a", ""], "tasks": [{"code": "t", "next": {"code": "n"}, "tasks": [{"code": "u", "tasks": []}]}],
		"words": {"en": {"名称": "name"}, "fr": {}}, "fact": {"name": "f", "value": "1"}, "Plain": "p"}`
	var got, want plan
	require.Empty(t, decode([]byte(text), &got))
	assert.Equal(t, plan{
		Code: "十四五", Kind: "binding", Start: indicator.Month(2021, 1), Open: true, Min: -3, Small: 127,
		Value: indicator.MustValue("12.50"), Low: indicator.MustValue("-3.0"), Reason: indicator.NoBaseline,
		Series: indicator.Series{
			{Period: indicator.Year(2022), Value: indicator.MustValue("9007199254740993")},
			{Period: indicator.MustPeriod("2023Q1"), Status: indicator.Unavailable},
		},
		Scope: []string{"a", ""},
		Tasks: []task{{Code: "t", Next: &task{Code: "n"}, Tasks: []task{{Code: "u", Tasks: []task{}}}}},
		Words: map[string]map[string]string{"en": {"名称": "name"}, "fr": {}},
		Fact:  &indicator.Fact{Name: "f", Value: indicator.MustValue("1")},
		Plain: "p",
	}, got)
	assert.Empty(t, got.private)
	require.NoError(t, json.Unmarshal([]byte(text), &want))
	assert.Equal(t, want, got, "the same as encoding/json")
}

func TestDecodeAcceptsWhatIsHarmless(t *testing.T) {
	cases := []struct {
		name, text string
		want       plan
	}{
		{"a byte order mark is skipped", "\uFEFF{\"code\":\"a\"}", plan{Code: "a"}},
		{"space may surround everything", " \r\n\t{ \"code\" : \"a\" } \n", plan{Code: "a"}},
		{"null means absent for every kind of field", `{"code":null,"kind":null,"start":null,"open":null,"min":null,
			"value":null,"reason":null,"series":null,"scope":null,"words":null,"fact":null}`, plan{}},
		{"null in a list of texts is an empty text", `{"scope":[null,"a"]}`, plan{Scope: []string{"", "a"}}},
		{"null in a map is an empty entry", `{"words":{"en":null}}`,
			plan{Words: map[string]map[string]string{"en": nil}}},
		{"an empty text is an absent number and an absent period", `{"value":"","start":""}`, plan{}},
		{"an empty list is not an absent list", `{"scope":[],"words":{}}`,
			plan{Scope: []string{}, Words: map[string]map[string]string{}}},
		{"escapes are read", `{"code":"\"\\\/\n\r\t\u0041\u00e9\u540D"}`, plan{Code: "\"\\/\n\r\tAé名"}},
		{"a pair of surrogates is one character", `{"scope":["\ud842\udfb7","𠮷"]}`, plan{Scope: []string{"𠮷", "𠮷"}}},
		{"tab, line feed, carriage return, DEL and C1 are text", "{\"code\":\"\\t\\n\\r\x7f\u0085\"}",
			plan{Code: "\t\n\r\x7f\u0085"}},
		{"a written U+FFFD is text", `{"scope":["\ufffd","` + "\uFFFD" + `"]}`, plan{Scope: []string{"\uFFFD", "\uFFFD"}}},
		{"minus zero is zero", `{"value":-0,"low":"-0.0","min":-0}`,
			plan{Value: indicator.MustValue("0"), Low: indicator.MustValue("0.0")}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var got plan
			require.Empty(t, decode([]byte(c.text), &got))
			assert.Equal(t, c.want, got)
		})
	}
}

func TestDecodeReportsOneFault(t *testing.T) {
	cases := []struct {
		name, text string
		want       indicator.Fault
	}{
		// Syntax.
		{"an empty input is no document", "",
			indicator.Fault{Rule: "syntax", Value: "end of input at line 1, column 1", Want: "a JSON document"}},
		{"a byte order mark alone is no document", "\uFEFF \n",
			indicator.Fault{Rule: "syntax", Value: "end of input at line 2, column 1", Want: "a JSON document"}},
		{"nothing may follow the document", "{}\n {}",
			indicator.Fault{Rule: "syntax", Value: `"{" at line 2, column 2`, Want: "nothing after the document"}},
		{"columns count characters", `{"code":"十四五" "kind":""}`,
			indicator.Fault{Rule: "syntax", Value: `"\"" at line 1, column 15`, Want: "a comma or }"}},
		{"a list has no trailing comma", `{"scope":["a",]}`,
			indicator.Fault{Path: "/scope/1", Rule: "syntax", Value: `"]" at line 1, column 15`, Want: "a value"}},
		{"an object has no trailing comma", `{"fact":{"name":"a",}}`,
			indicator.Fault{Path: "/fact", Rule: "syntax", Value: `"}" at line 1, column 21`, Want: "a key in quotes"}},
		{"a comma stands between elements", `{"scope":["a" "b"]}`,
			indicator.Fault{Path: "/scope", Rule: "syntax", Value: `"\"" at line 1, column 15`, Want: "a comma or ]"}},
		{"a colon follows a key", `{"code" "a"}`,
			indicator.Fault{Path: "/code", Rule: "syntax", Value: `"\"" at line 1, column 9`, Want: "a colon after the key"}},
		{"a key stands in quotes", `{code:"a"}`,
			indicator.Fault{Rule: "syntax", Value: `"c" at line 1, column 2`, Want: "a key in quotes"}},
		{"typographic quotes are no quotes", `{“code”:"a"}`,
			indicator.Fault{Rule: "syntax", Value: `"“" at line 1, column 2`, Want: "a key in quotes"}},
		{"a text ends on its line", "{\"code\":\"a\n\"}",
			indicator.Fault{Path: "/code", Rule: "syntax", Value: `"\n" at line 1, column 11`,
				Want: `a closing quote, or an escape such as \n`}},
		{"a text ends", `{"code":"a`,
			indicator.Fault{Path: "/code", Rule: "syntax", Value: "end of input at line 1, column 11", Want: "a closing quote"}},
		{"a text ends even after a backslash", `{"code":"\`,
			indicator.Fault{Path: "/code", Rule: "syntax", Value: `"\\" at line 1, column 10`, Want: `an escape such as \\ or \n`}},
		{"a backslash begins an escape", `{"code":"C:\data"}`,
			indicator.Fault{Path: "/code", Rule: "syntax", Value: `"\\" at line 1, column 12`, Want: `an escape such as \\ or \n`}},
		{"a \\u escape has four digits", `{"code":"\u12"}`,
			indicator.Fault{Path: "/code", Rule: "syntax", Value: `"\\" at line 1, column 10`, Want: `an escape such as \u00e9`}},
		{"a list ends", `{"scope":["a"`,
			indicator.Fault{Path: "/scope", Rule: "syntax", Value: "end of input at line 1, column 14", Want: "a comma or ]"}},
		{"a word is written whole", `{"open":tru}`,
			indicator.Fault{Path: "/open", Rule: "syntax", Value: `"t" at line 1, column 9`, Want: "a value"}},
		{"NaN is no JSON", `{"value":NaN}`,
			indicator.Fault{Path: "/value", Rule: "syntax", Value: `"N" at line 1, column 10`, Want: "a value"}},
		{"a number has no plus", `{"value":+1}`,
			indicator.Fault{Path: "/value", Rule: "syntax", Value: `"+" at line 1, column 10`, Want: "a value"}},
		{"a digit follows the minus", `{"value":-}`,
			indicator.Fault{Path: "/value", Rule: "syntax", Value: `"}" at line 1, column 11`, Want: "a digit"}},
		{"a digit follows the point", `{"value":1.}`,
			indicator.Fault{Path: "/value", Rule: "syntax", Value: `"}" at line 1, column 12`, Want: "a digit"}},
		{"a digit follows the exponent's sign", `{"value":1e+}`,
			indicator.Fault{Path: "/value", Rule: "syntax", Value: `"}" at line 1, column 13`, Want: "a digit"}},

		// Characters.
		{"a text is UTF-8", "{\"code\":\"\xff\"}",
			indicator.Fault{Path: "/code", Rule: "text", Value: "byte 0xff at line 1, column 10", Want: notUTF8}},
		{"an overlong form is not UTF-8", "{\"code\":\"\xc0\xaf\"}",
			indicator.Fault{Path: "/code", Rule: "text", Value: "byte 0xc0 at line 1, column 10", Want: notUTF8}},
		{"a surrogate written in UTF-8 is not UTF-8", "{\"code\":\"\xed\xa0\x80\"}",
			indicator.Fault{Path: "/code", Rule: "text", Value: "byte 0xed at line 1, column 10", Want: notUTF8}},
		{"another encoding is not UTF-8", "\xff\xfe{\x00}\x00",
			indicator.Fault{Rule: "text", Value: "byte 0xff at line 1, column 1", Want: notUTF8}},
		{"a high surrogate alone is no character", `{"code":"a\ud800"}`,
			indicator.Fault{Path: "/code", Rule: "text", Value: `\ud800 at line 1, column 11`, Want: "a whole pair of surrogates"}},
		{"a low surrogate alone is no character", `{"code":"\uDC00"}`,
			indicator.Fault{Path: "/code", Rule: "text", Value: `\uDC00 at line 1, column 10`, Want: "a whole pair of surrogates"}},
		{"a high surrogate before another character is alone", `{"code":"\ud800\u0041"}`,
			indicator.Fault{Path: "/code", Rule: "text", Value: `\ud800 at line 1, column 10`, Want: "a whole pair of surrogates"}},
		{"no document holds U+0000", `{"code":"\u0000"}`,
			indicator.Fault{Path: "/code", Rule: "text", Value: "U+0000 at line 1, column 10", Want: "a character that documents can hold"}},
		{"no document holds a backspace or a form feed", `{"code":"\b\f"}`,
			indicator.Fault{Path: "/code", Rule: "text", Value: "U+0008 at line 1, column 10", Want: "a character that documents can hold"}},
		{"no document holds U+FFFF", `{"code":"` + "\uFFFF" + `"}`,
			indicator.Fault{Path: "/code", Rule: "text", Value: "U+FFFF at line 1, column 10", Want: "a character that documents can hold"}},
		{"a number's text is text first", `{"value":"\u0001"}`,
			indicator.Fault{Path: "/value", Rule: "text", Value: "U+0001 at line 1, column 11", Want: "a character that documents can hold"}},
		{"a key is text", "{\"words\":{\"\xffa\":{}}}",
			indicator.Fault{Path: "/words/\uFFFDa", Rule: "text", Value: "byte 0xff at line 1, column 12", Want: notUTF8}},

		// Keys.
		{"an unknown key near a known one names it", `{"cod":"a"}`,
			indicator.Fault{Path: "/cod", Rule: "unknown", Value: "cod", Want: "code"}},
		{"a key in other case is unknown", `{"CODE":"a"}`,
			indicator.Fault{Path: "/CODE", Rule: "unknown", Value: "CODE", Want: "code"}},
		{"an unknown key like no other names some known ones", `{"fact":{"whatever":1}}`,
			indicator.Fault{Path: "/fact/whatever", Rule: "unknown", Value: "whatever",
				Want: "one of name, value, unit, qualifier, period, status, promised, indicator…"}},
		{"the known keys are cut short", `{"whatever":1}`,
			indicator.Fault{Path: "/whatever", Rule: "unknown", Value: "whatever",
				Want: "one of code, kind, start, open, min, small, value, low…"}},
		{"a key skipped by its tag is unknown", `{"Skipped":"a"}`,
			indicator.Fault{Path: "/Skipped", Rule: "unknown", Value: "Skipped",
				Want: "one of code, kind, start, open, min, small, value, low…"}},
		{"a private field is unknown", `{"private":"a"}`,
			indicator.Fault{Path: "/private", Rule: "unknown", Value: "private",
				Want: "one of code, kind, start, open, min, small, value, low…"}},
		{"slash and tilde are escaped in a path", `{"a/b~c":1}`,
			indicator.Fault{Path: "/a~1b~0c", Rule: "unknown", Value: "a/b~c",
				Want: "one of code, kind, start, open, min, small, value, low…"}},
		{"a key stands once", `{"code":"a","code":"b"}`,
			indicator.Fault{Path: "/code", Rule: "duplicate", Value: "code", Want: "each key once"}},
		{"a key written with escapes is the same key", `{"code":"a","\u0063ode":"b"}`,
			indicator.Fault{Path: "/code", Rule: "duplicate", Value: "code", Want: "each key once"}},
		{"a key of a map stands once", `{"words":{"en":{"a":"b","a":"b"}}}`,
			indicator.Fault{Path: "/words/en/a", Rule: "duplicate", Value: "a", Want: "each key once"}},

		// Types.
		{"the document is an object", `[1]`,
			indicator.Fault{Rule: "type", Value: "[1]", Want: "an object"}},
		{"the document is not null", `null`,
			indicator.Fault{Rule: "type", Value: "null", Want: "an object"}},
		{"a truth value is no number", `{"value":true}`,
			indicator.Fault{Path: "/value", Rule: "type", Value: "true", Want: "a number or a number in quotes"}},
		{"a number is no text", `{"code":1.50}`,
			indicator.Fault{Path: "/code", Rule: "type", Value: "1.50", Want: "a text"}},
		{"a number is no word of a vocabulary", `{"kind":1}`,
			indicator.Fault{Path: "/kind", Rule: "type", Value: "1", Want: "a text"}},
		{"a number in quotes is no whole number", `{"min":"1"}`,
			indicator.Fault{Path: "/min", Rule: "type", Value: `"1"`, Want: "a whole number"}},
		{"a text is no truth value", `{"open":"true"}`,
			indicator.Fault{Path: "/open", Rule: "type", Value: `"true"`, Want: "true or false"}},
		{"an object is no list", `{"series":{"period": "2022"} }`,
			indicator.Fault{Path: "/series", Rule: "type", Value: `{"period": "2022"}`, Want: "a list"}},
		{"a list is no object", `{"fact":["a"]}`,
			indicator.Fault{Path: "/fact", Rule: "type", Value: `["a"]`, Want: "an object"}},
		{"a list is no map", `{"words":[]}`,
			indicator.Fault{Path: "/words", Rule: "type", Value: `[]`, Want: "an object"}},
		{"a bare number is no period", `{"start":2022}`,
			indicator.Fault{Path: "/start", Rule: "type", Value: "2022", Want: "a period such as 2022 in quotes"}},
		{"null is no element of a list of objects", `{"tasks":[{"code":"a"},null]}`,
			indicator.Fault{Path: "/tasks/1", Rule: "type", Value: "null", Want: "an object"}},
		{"a long value is cut short", `{"code":["` + strings.Repeat("长", 100) + `"]}`,
			indicator.Fault{Path: "/code", Rule: "type", Value: `["` + strings.Repeat("长", 26) + "…", Want: "a text"}},

		// Numbers, periods and words.
		{"a number has no exponent", `{"value":1e400}`,
			indicator.Fault{Path: "/value", Rule: "number", Value: "1e400", Want: "a plain decimal number such as -12.50"}},
		{"a number has no separators", `{"value":"1,000"}`,
			indicator.Fault{Path: "/value", Rule: "number", Value: "1,000", Want: "a plain decimal number such as -12.50"}},
		{"a whole number has no places", `{"min":5.0}`,
			indicator.Fault{Path: "/min", Rule: "number", Value: "5.0", Want: "a whole number that is not too large"}},
		{"a whole number fits", `{"min":9223372036854775808}`,
			indicator.Fault{Path: "/min", Rule: "number", Value: "9223372036854775808", Want: "a whole number that is not too large"}},
		{"a whole number fits its field", `{"small":128}`,
			indicator.Fault{Path: "/small", Rule: "number", Value: "128", Want: "a whole number that is not too large"}},
		{"a period lies in the calendar", `{"start":"2022-02-30"}`,
			indicator.Fault{Path: "/start", Rule: "period", Value: "2022-02-30",
				Want: "a period such as 2022, 2022H1, 2022Q3, 2022-07 or 2022-07-15"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			assert.Equal(t, indicator.Faults{c.want}, decode([]byte(c.text), new(plan)))
		})
	}
}

func TestDecodeChecksWhatItDoesNotRead(t *testing.T) {
	cases := []struct {
		name, text string
		want       indicator.Faults
	}{
		{"a syntax error in a value of a wrong type is found", `{"kind":[1,}`, indicator.Faults{
			{Path: "/kind", Rule: "type", Value: "[1,}", Want: "a text"},
			{Path: "/kind/1", Rule: "syntax", Value: `"}" at line 1, column 12`, Want: "a value"}}},
		{"a broken text in a value of a wrong type is found and shown as UTF-8", "{\"kind\":[\"\xff\"]}", indicator.Faults{
			{Path: "/kind", Rule: "type", Value: "[\"\uFFFD\"]}", Want: "a text"},
			{Path: "/kind/0", Rule: "text", Value: "byte 0xff at line 1, column 11", Want: notUTF8}}},
		{"a broken text under an unknown key is found", `{"kinds":{"a":"\udfff"}}`, indicator.Faults{
			{Path: "/kinds", Rule: "unknown", Value: "kinds", Want: "kind"},
			{Path: "/kinds/a", Rule: "text", Value: `\udfff at line 1, column 16`, Want: "a whole pair of surrogates"}}},
		{"a key that is no text is reported once", "{\"k\xffnd\":{\"whatever\":[true,null,1]}}", indicator.Faults{
			{Path: "/k\uFFFDnd", Rule: "text", Value: "byte 0xff at line 1, column 4", Want: notUTF8}}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			assert.Equal(t, c.want, decode([]byte(c.text), new(plan)))
		})
	}
}

func TestDecodeReportsAWordThatATypeRefuses(t *testing.T) {
	faults := decode([]byte(`{"reason":"because"}`), new(plan))
	require.Len(t, faults, 1)
	assert.Equal(t, "/reason", faults[0].Path)
	assert.Equal(t, indicator.FaultEnum, faults[0].Rule)
	assert.Equal(t, "because", faults[0].Value)
}

func TestDecodeReportsAllFaultsInDocumentOrder(t *testing.T) {
	const text = `{
	"Code": "a",
	"code": "b",
	"value": "NaN",
	"start": 2022,
	"series": [
		null,
		{"period": "2022", "period": "2023", "value": false},
		{"period": "x", "perod": {"deep": ["\ud800"]}},
		7
	],
	"code": ["\u0000"],
	"words": {"en": {"a": 1}, "en": {}},
	"tasks": [{"tasks": [{"code": {}}]}],
	"low": 1e5,
	"min": 0.5,
	"kind": "fine",
	"scope": ["a", "b" "c"],
	"unread": 1
}`
	var got plan
	faults := decode([]byte(text), &got)
	assert.Equal(t, indicator.Faults{
		{Path: "/Code", Rule: "unknown", Value: "Code", Want: "code"},
		{Path: "/value", Rule: "number", Value: "NaN", Want: "a plain decimal number such as -12.50"},
		{Path: "/start", Rule: "type", Value: "2022", Want: "a period such as 2022 in quotes"},
		{Path: "/series/0", Rule: "type", Value: "null", Want: "an object"},
		{Path: "/series/1/period", Rule: "duplicate", Value: "period", Want: "each key once"},
		{Path: "/series/1/value", Rule: "type", Value: "false", Want: "a number or a number in quotes"},
		{Path: "/series/2/period", Rule: "period", Value: "x",
			Want: "a period such as 2022, 2022H1, 2022Q3, 2022-07 or 2022-07-15"},
		{Path: "/series/2/perod", Rule: "unknown", Value: "perod", Want: "period"},
		{Path: "/series/2/perod/deep/0", Rule: "text", Value: `\ud800 at line 9, column 39`, Want: "a whole pair of surrogates"},
		{Path: "/series/3", Rule: "type", Value: "7", Want: "an object"},
		{Path: "/code", Rule: "duplicate", Value: "code", Want: "each key once"},
		{Path: "/code/0", Rule: "text", Value: "U+0000 at line 12, column 12", Want: "a character that documents can hold"},
		{Path: "/words/en/a", Rule: "type", Value: "1", Want: "a text"},
		{Path: "/words/en", Rule: "duplicate", Value: "en", Want: "each key once"},
		{Path: "/tasks/0/tasks/0/code", Rule: "type", Value: "{}", Want: "a text"},
		{Path: "/low", Rule: "number", Value: "1e5", Want: "a plain decimal number such as -12.50"},
		{Path: "/min", Rule: "number", Value: "0.5", Want: "a whole number that is not too large"},
		{Path: "/scope", Rule: "syntax", Value: `"\"" at line 18, column 21`, Want: "a comma or ]"},
	}, faults)
	assert.Equal(t, "b", got.Code, "of two equal keys the first counts")
}

func TestDecodeKeepsItsLimits(t *testing.T) {
	nested := func(depth int) string { // the document and each list and object in it are one level
		return strings.Repeat(`{"tasks":[`, depth/2) + strings.Repeat(`]}`, depth/2)
	}
	list := func(element string, n int) string { return strings.Repeat(element+",", n-1) + element }
	cases := []struct {
		name, text string
		want       indicator.Faults
	}{
		{"64 levels are read", nested(64), nil},
		{"65 levels are not", nested(66), indicator.Faults{
			{Path: strings.Repeat("/tasks/0", 32), Rule: "depth", Want: "at most 64 lists and objects within one another"}}},
		{"deep nesting in what nothing reads is refused as well", `{"code":` + strings.Repeat("[", 1_000_000),
			indicator.Faults{
				{Path: "/code", Rule: "type", Value: strings.Repeat("[", 80) + "…", Want: "a text"},
				{Path: "/code" + strings.Repeat("/0", 63), Rule: "depth", Want: "at most 64 lists and objects within one another"}}},
		{"32 MiB are read", `{"code":"` + strings.Repeat("a", strictjson.MaxBytes-11) + `"}`, nil},
		{"one byte more is not", `{"code":"` + strings.Repeat("a", strictjson.MaxBytes-10) + `"}`,
			indicator.Faults{{Rule: "range", Want: "at most 33554432 bytes"}}},
		{"lists hold a million elements in all", `{"tasks":[` + list("{}", 1<<20) + `]}`, nil},
		{"one element more is refused", `{"tasks":[` + list("{}", 1<<20) + `,{},{}]}`, indicator.Faults{
			{Path: "/tasks/1048576", Rule: "range", Want: "at most 1048576 elements in all lists"}}},
		{"a path is no longer than 64 KiB", `{"words":{"` + strings.Repeat("k", 64<<10) + `":{}}}`, indicator.Faults{
			{Path: "/words", Rule: "range", Value: strings.Repeat("k", 80) + "…", Want: "a path of at most 65536 bytes"}}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			assert.Equal(t, c.want, decode([]byte(c.text), new(plan)))
		})
	}
}

func TestDecodeListsAThousandFaultsAndCountsTheRest(t *testing.T) {
	text := `{"scope":[` + strings.Repeat("1,", 1499) + `{"a":"\u0000"}],` + strings.Repeat(`"x":1,`, 499) + `"x":1}`
	faults := decode([]byte(text), new(plan))
	require.Len(t, faults, 1001)
	assert.Equal(t, "/scope/999", faults[999].Path)
	assert.Equal(t, indicator.Fault{Rule: "more", Value: "1001", Want: "no fault beyond those listed"}, faults[1000])
}

func TestReadReturnsTheReadersError(t *testing.T) {
	broken := errors.New("broken pipe")
	faults, _, err := strictjson.Read(io.MultiReader(strings.NewReader(`{"code":`), iotest.ErrReader(broken)), new(plan))
	assert.ErrorIs(t, err, broken)
	assert.Empty(t, faults)
}

func TestReadDecodesWhatItReads(t *testing.T) {
	var got plan
	faults, _, err := strictjson.Read(iotest.OneByteReader(strings.NewReader(`{"code":"a"}`)), &got)
	require.NoError(t, err)
	assert.Empty(t, faults)
	assert.Equal(t, "a", got.Code)
}

// endless never stops giving spaces.
type endless struct{ given int }

func (e *endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = ' '
	}
	e.given += len(p)
	return len(p), nil
}

func TestReadStopsAtTheLimit(t *testing.T) {
	r := new(endless)
	faults, _, err := strictjson.Read(r, new(plan))
	require.NoError(t, err)
	assert.Equal(t, indicator.Faults{{Rule: "range", Want: "at most 33554432 bytes"}}, faults)
	assert.LessOrEqual(t, r.given, 33554433)
}

func TestDecodePanicsOnATypeItWouldMisread(t *testing.T) {
	cases := []struct {
		name string
		v    any
	}{
		{"an embedded struct", new(struct{ plan })},
		{"a float", new(struct{ F float64 })},
		{"an unsigned number", new(struct{ U uint })},
		{"bytes", new(struct{ B []byte })},
		{"an interface", new(struct{ A any })},
		{"a map with other keys", new(struct{ M map[int]string })},
		{"a map with keys that read themselves", new(struct{ M map[indicator.Period]string })},
		{"a type that reads JSON in its own way", new(struct{ R indicator.Ratio })},
		{"two fields of one name", new(struct {
			A string `json:"B"`
			B string
		})},
		{"a number inside a text", new(struct {
			N int `json:"n,string"`
		})},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			assert.Panics(t, func() { decode([]byte(`{}`), c.v) })
		})
	}
}

func TestDecodeReadsTheLargestWholeNumbers(t *testing.T) {
	var got struct {
		A, B int64
	}
	require.Empty(t, decode([]byte(`{"A":9223372036854775807,"B":-9223372036854775808}`), &got))
	assert.Equal(t, int64(math.MaxInt64), got.A)
	assert.Equal(t, int64(math.MinInt64), got.B)
}
