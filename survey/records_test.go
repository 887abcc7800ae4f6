package survey_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/survey"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// form reads a form from JSON.
func form(t testing.TB, text string) survey.Form {
	t.Helper()
	var f survey.Form
	decoder := json.NewDecoder(strings.NewReader(text))
	decoder.DisallowUnknownFields()
	require.NoError(t, decoder.Decode(&f))
	return f
}

// asking is a form of questions and columns, in JSON.
func asking(questions, columns, more string) string {
	return `{"survey": {"code": "s", "title": "问卷", "questions": [` + questions + `]}, "columns": [` + columns + `]` + more + `}`
}

const (
	// sexQuestion is a single choice, 性别.
	sexQuestion = `{"code": "Q1", "text": "性别", "kind": "single", "base": "respondents", "tallies": [{"option": "男"}, {"option": "女"}]}`
	sexColumn   = `{"question": "Q1", "heading": "sex", "codes": {"m": "男", "f": "女"}}`
	// toolsQuestion is a multiple choice with an option outside the base.
	toolsQuestion = `{"code": "Q2", "text": "享受过哪些政策", "kind": "multiple", "base": "answered",
		"tallies": [{"option": "policy"}, {"option": "talent"}, {"option": "none", "outside": true}]}`
	// scoreQuestion is a scale that is put to women alone.
	scoreQuestion = `{"code": "Q3", "text": "打分", "kind": "scale", "base": "asked", "askedIf": {"question": "Q1", "options": ["女"]},
		"tallies": [{"option": "1"}, {"option": "2"}, {"option": "3"}]}`
	scoreColumn = `{"question": "Q3", "heading": "score"}`
)

// shown writes the counts of a survey as "returned valid | code asked/answered: counts | …", with - for absent ones.
func shown(s survey.Survey) string {
	number := func(v indicator.Value) string {
		if v.IsZero() {
			return "-"
		}
		return v.String()
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s", number(s.Returned), number(s.Valid))
	for _, q := range s.Questions {
		fmt.Fprintf(&b, " | %s %s/%s:", q.Code, number(q.Asked), number(q.Answered))
		for _, t := range q.Tallies {
			b.WriteString(" " + number(t.Count))
			if !t.Weighted.IsZero() {
				b.WriteString("=" + t.Weighted.String())
			}
		}
		if q.Weights != nil {
			fmt.Fprintf(&b, " [%s %s %s]", number(q.Weights.Sum), number(q.Weights.Squares), number(q.Weights.Zero))
		}
	}
	for _, c := range s.CrossTables {
		b.WriteString(" |")
		for _, line := range c.Counts {
			for _, v := range line {
				b.WriteString(" " + number(v))
			}
			b.WriteString(";")
		}
	}
	return b.String()
}

func TestRecordsAreCounted(t *testing.T) {
	tools := func(fields string) string {
		return asking(toolsQuestion, `{"question": "Q2", `+fields+`}`, "")
	}
	three := `"options": {"policy": "p", "talent": "t", "none": "n"}`
	weighted := func(base string) string {
		return asking(strings.Replace(sexQuestion, "respondents", base, 1), sexColumn, `, "weight": "w"`)
	}
	cases := []struct{ name, form, csv, want string }{
		{"each record counts once, and an option that nobody chose is 0",
			asking(sexQuestion, sexColumn, ""), "sex\nm\nm\n", "2 2 | Q1 -/2: 2 0"},
		{"headings alone are a survey that nobody returned",
			asking(sexQuestion, sexColumn, ""), "sex\n", "0 0 | Q1 -/0: 0 0"},
		{"headings need no line break",
			asking(sexQuestion, sexColumn, ""), "sex", "0 0 | Q1 -/0: 0 0"},
		{"an empty cell is no answer, and a row of empty cells is a record",
			asking(sexQuestion, sexColumn, ""), "sex,x\nm,1\n,\n", "2 2 | Q1 -/1: 1 0"},
		{"a blank line is no record",
			asking(sexQuestion, sexColumn, ""), "sex\nm\n\n\r\nf\n", "2 2 | Q1 -/2: 1 1"},
		{"spaces around cells and headings do not matter, the ideographic one neither",
			asking(sexQuestion, sexColumn, ""), " sex ,x\n m\u3000,1\n", "1 1 | Q1 -/1: 1 0"},
		{"lines may end with CR LF, and the last one with nothing",
			asking(sexQuestion, sexColumn, ""), "sex,x\r\nm,1\r\nf,2", "2 2 | Q1 -/2: 1 1"},
		{"quoted cells may hold commas, quotes and line breaks",
			asking(sexQuestion, sexColumn, ""), "x,sex\n\"a,\"\"b\"\"\r\nc\",\"f\"\n", "1 1 | Q1 -/1: 0 1"},
		{"a doubled quote is one quote of an option",
			asking(`{"code": "Q1", "text": "问", "kind": "single", "base": "answered", "tallies": [{"option": "\"是\""}]}`, `{"question": "Q1", "heading": "a"}`, ""),
			"a\n\"\"\"是\"\"\"\n", "1 1 | Q1 -/1: 1"},
		{"a byte order mark is no part of the heading",
			asking(sexQuestion, sexColumn, ""), "\ufeffsex\nf\n", "1 1 | Q1 -/1: 0 1"},
		{"a byte order mark may stand before a quoted heading",
			asking(sexQuestion, sexColumn, ""), "\ufeff\"sex\"\nf\n", "1 1 | Q1 -/1: 0 1"},
		{"cells may be parted by another character, of several bytes too",
			asking(sexQuestion, sexColumn, `, "comma": "；"`), "x；sex\n，；f\n", "1 1 | Q1 -/1: 0 1"},
		{"columns that the form does not name may hold anything, and be headed alike",
			asking(sexQuestion, sexColumn, ""), "x,sex,x\n\xff,m,\n", "1 1 | Q1 -/1: 1 0"},
		{"without codes the cells hold the options",
			asking(sexQuestion, `{"question": "Q1", "heading": "性别"}`, ""), "性别\n女\n", "1 1 | Q1 -/1: 0 1"},
		{"several texts may stand for one option",
			asking(sexQuestion, `{"question": "Q1", "heading": "sex", "codes": {"m": "男", "M": "男", "f": "女"}}`, ""), "sex\nm\nM\n", "2 2 | Q1 -/2: 2 0"},
		{"a text for not asked is as good as an empty cell",
			asking(sexQuestion, `{"question": "Q1", "heading": "性别", "notAsked": ["N/A"]}`, ""), "性别\nN/A\n男\n", "2 2 | Q1 -/1: 1 0"},

		{"joined options are parted at spaces",
			tools(`"heading": "a"`), "a\npolicy talent\ntalent\n", "2 2 | Q2 -/2: 1 2 0"},
		{"joined options may be parted by another text, and stand between spaces",
			tools(`"heading": "a", "separator": "┋"`), "a\npolicy ┋ talent\n", "1 1 | Q2 -/1: 1 1 0"},
		{"empty parts of joined options do not matter",
			tools(`"heading": "a", "separator": ";"`), "a\npolicy;;talent;\n", "1 1 | Q2 -/1: 1 1 0"},
		{"a text for not asked may hold the separator",
			tools(`"heading": "a", "notAsked": ["not asked"]`), "a\nnot asked\n", "1 1 | Q2 -/0: 0 0 0"},

		{"one column an option: 1 and 0, Y and N, Yes and No, True and False in three spellings",
			tools(three), "p,t,n\n1,0,0\nY,n,N\nyes,No,NO\nTRUE,false,False\n", "4 4 | Q2 -/4: 4 0 0"},
		{"one column an option: empty beside another is not selected",
			tools(three), "p,t,n\nY,,\n", "1 1 | Q2 -/1: 1 0 0"},
		{"one column an option: all empty is no answer",
			tools(three), "p,t,n\n,,\n", "1 1 | Q2 -/0: 0 0 0"},
		{"one column an option: nothing selected is an answer",
			tools(three), "p,t,n\n0,0,0\n", "1 1 | Q2 -/1: 0 0 0"},
		{"one column an option: what they hold can be said",
			tools(three + `, "selected": ["选中"], "notSelected": ["未选", ""]`), "p,t,n\n选中,未选,\n", "1 1 | Q2 -/1: 1 0 0"},
		{"joined options and columns of options may stand side by side, for some of the options",
			tools(`"heading": "a", "options": {"policy": "p"}`), "a,p\npolicy talent,1\ntalent,0\n,0\n,\n", "4 4 | Q2 -/3: 1 2 0"},

		{"records that are not valid are returned, and nothing else of them is looked at",
			asking(sexQuestion, sexColumn, `, "weight": "w", "valid": {"heading": "ok", "texts": ["yes", "y"]}`),
			"sex,ok,w\nm,yes,1\nf,y,1\n?,no,?\n?,,\n", "4 2 | Q1 -/2: 1=1 1=1 [2 2 -]"},
		{"without texts those are valid whose cell is not empty",
			asking(sexQuestion, sexColumn, `, "valid": {"heading": "submitted"}`), "sex,submitted\nm,2024-05-01\nf,\n", "2 1 | Q1 -/1: 1 0"},

		{"a condition says how many were asked",
			asking(sexQuestion+","+scoreQuestion, sexColumn+","+scoreColumn, ""), "sex,score\nf,3\nf,\nm,\n,\n", "4 4 | Q1 -/3: 1 2 | Q3 2/1: 0 0 1"},
		{"a cross table counts those who chose both, of a multiple choice under each option",
			`{"survey": {"code": "s", "title": "问卷", "questions": [` + sexQuestion + "," + toolsQuestion + `],
				"crossTables": [{"rows": "Q2", "columns": "Q1"}]}, "columns": [` + sexColumn + `, {"question": "Q2", "heading": "a"}]}`,
			"sex,a\nm,policy talent\nf,policy\nf,none\n,policy\nm,\n",
			"5 5 | Q1 -/4: 2 2 | Q2 -/4: 3 1 1 | 1 1; 1 0; 0 1;"},

		// 1.5² + 0.25² = 2.25 + 0.0625 = 2.3125
		{"weights are added up exactly, with the places of the finest",
			weighted("answered"), "sex,w\nm,1.5\nf,0.25\n", "2 2 | Q1 -/2: 1=1.50 1=0.25 [1.75 2.3125 -]"},
		// 0.1² + 0.2² = 0.01 + 0.04
		{"of those who answered, weights leave out the others",
			weighted("answered"), "sex,w\nm,0.1\nf,0.2\n,0.4\n", "3 3 | Q1 -/2: 1=0.1 1=0.2 [0.3 0.05 -]"},
		// … + 0.4² = 0.16
		{"of respondents, weights are of all",
			weighted("respondents"), "sex,w\nm,0.1\nf,0.2\n,0.4\n", "3 3 | Q1 -/2: 1=0.1 1=0.2 [0.7 0.21 -]"},
		{"of those asked without a condition, weights are of all",
			weighted("asked"), "sex,w\nm,0.1\nf,0.2\n,0.4\n", "3 3 | Q1 -/2: 1=0.1 1=0.2 [0.7 0.21 -]"},
		{"of those asked with a condition, weights are of those who fulfil it",
			asking(sexQuestion+","+scoreQuestion, sexColumn+","+scoreColumn, `, "weight": "w"`),
			"sex,score,w\nf,3,2\nf,,1\nm,,5\n", "3 3 | Q1 -/3: 1=5 2=3 [8 30 -] | Q3 2/1: 0=0 0=0 1=2 [3 5 -]"},
		{"answers outside the base have a weight of their own and none in the base",
			asking(toolsQuestion, `{"question": "Q2", "heading": "a"}`, `, "weight": "w"`),
			"a,w\npolicy talent,2\nnone,3\n", "2 2 | Q2 -/2: 1=2 1=2 1=3 [2 4 -]"},
		{"a record with the weight 0 counts as returned and as a weight of 0, and nowhere else",
			weighted("answered"), "sex,w\nm,1\nf,0.000\n,0\n", "3 1 | Q1 -/1: 1=1 0=0 [1 1 1]"},
		{"where all weights are 0 there are none",
			weighted("answered"), "sex,w\nm,0\n", "1 0 | Q1 -/0: 0 0"},
		{"shares of ticks are not weighted",
			asking(strings.Replace(toolsQuestion, "answered", "responses", 1), `{"question": "Q2", "heading": "a"}`, `, "weight": "w"`),
			"a,w\npolicy none,2\n", "1 1 | Q2 -/1: 1 0 1"},
		{"weights have up to nine digits before and after the point",
			weighted("answered"), "sex,w\nm,999999999.999999999\nm,000000000001\n",
			"2 2 | Q1 -/2: 2=1000000000.999999999 0=0.000000000 [1000000000.999999999 999999999999999999.000000000000000001 -]"},
		{"-0 is 0", weighted("answered"), "sex,w\nm,-0.0\nm,1\n", "2 1 | Q1 -/1: 1=1 0=0 [1 1 1]"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			f := form(t, c.form)
			s, err := survey.ReadRecords(strings.NewReader(c.csv), f)
			require.NoError(t, err)
			assert.Equal(t, c.want, shown(s))
			assert.True(t, s.Records)
			assert.NoError(t, s.Validate().Err())
			again, err := survey.ReadRecords(iotest.OneByteReader(strings.NewReader(c.csv)), f)
			require.NoError(t, err)
			assert.Equal(t, s, again, "the pieces in which a text comes do not matter")
		})
	}
}

// kobo is the form of testdata/records_kobo.csv.
const kobo = `{
	"survey": {"code": "k", "title": "问卷", "sent": "10", "questions": [
		{"code": "sex", "text": "性别", "kind": "single", "base": "respondents", "tallies": [{"option": "m"}, {"option": "f"}]},
		` + toolsQuestion + `,
		{"code": "score", "text": "打分", "kind": "scale", "base": "answered",
		 "tallies": [{"option": "1", "score": "1"}, {"option": "2", "score": "2"}, {"option": "3", "score": "3"}, {"option": "4", "score": "4"}, {"option": "5", "score": "5"}]}
	], "crossTables": [{"rows": "score", "columns": "sex"}]},
	"columns": [
		{"question": "sex", "heading": "sex"},
		{"question": "Q2", "heading": "tools", "options": {"policy": "tools/policy", "talent": "tools/talent", "none": "tools/none"}},
		{"question": "score", "heading": "score"}
	],
	"valid": {"heading": "_status", "texts": ["approved"]},
	"comma": ";"
}`

func TestExportsOfSurveyToolsAreRead(t *testing.T) {
	cases := []struct{ name, file, form, want string }{
		{"KoBoToolbox: semicolons, joined options and a column an option", "records_kobo.csv", kobo,
			"5 4 | sex -/4: 2 2 | Q2 -/3: 2 1 1 | score -/3: 0 0 0 2 1 | 0 0; 0 0; 0 0; 1 1; 0 1;"},
		// The fifth ticked nothing, which LimeSurvey writes as it writes no answer.
		{"LimeSurvey: Y and empty, N/A for what was not shown", "records_limesurvey.csv", `{
			"survey": {"code": "l", "title": "问卷", "questions": [
				{"code": "Q1", "text": "是否满意", "kind": "single", "base": "respondents", "tallies": [{"option": "是"}, {"option": "否"}]},
				{"code": "Q3", "text": "政策", "kind": "multiple", "base": "respondents", "tallies": [{"option": "甲"}, {"option": "乙"}, {"option": "丙"}]},
				{"code": "Q4", "text": "理由", "kind": "single", "base": "asked", "askedIf": {"question": "Q1", "options": ["是"]},
				 "tallies": [{"option": "A1"}, {"option": "A2"}]}
			]},
			"columns": [
				{"question": "Q1", "heading": "Q1", "codes": {"A1": "是", "A2": "否"}},
				{"question": "Q3", "options": {"甲": "Q3[SQ001]", "乙": "Q3[SQ002]", "丙": "Q3[SQ003]"}, "notAsked": ["N/A"]},
				{"question": "Q4", "heading": "Q4", "notAsked": ["N/A"]}
			],
			"valid": {"heading": "submitdate"}
		}`, "5 4 | Q1 -/4: 2 2 | Q3 -/2: 1 1 1 | Q4 2/2: 1 1"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			file, err := os.Open("testdata/" + c.file)
			require.NoError(t, err)
			defer file.Close()
			s, err := survey.ReadRecords(file, form(t, c.form))
			require.NoError(t, err)
			assert.Equal(t, c.want, shown(s))
		})
	}
}

func TestTheFormIsNotChanged(t *testing.T) {
	f := form(t, kobo)
	text, err := os.ReadFile("testdata/records_kobo.csv")
	require.NoError(t, err)
	_, err = survey.ReadRecords(bytes.NewReader(text), f)
	require.NoError(t, err)
	assert.Equal(t, form(t, kobo), f)
}

func TestCountsOfTheFormAreNotRead(t *testing.T) {
	f := form(t, asking(strings.NewReplacer(`"男"}`, `"男", "count": "7", "percent": "50"}`).Replace(sexQuestion), sexColumn, ""))
	f.Survey.Valid, f.Survey.Questions[0].Weights = number("99"), &survey.Weights{}
	s, err := survey.ReadRecords(strings.NewReader("sex\nm\n"), f)
	require.NoError(t, err)
	assert.Equal(t, "1 1 | Q1 -/1: 1 0", shown(s))
	assert.Equal(t, "50", s.Questions[0].Tallies[0].Percent.String(), "a printed percentage stays, to be held against the count")
}

// listed writes faults one a line: path rule "value" want.
func listed(t *testing.T, err error) []string {
	t.Helper()
	var faults indicator.Faults
	require.ErrorAs(t, err, &faults)
	lines := make([]string, 0, len(faults))
	for _, f := range faults {
		lines = append(lines, fmt.Sprintf("%s %s %q %s", f.Path, f.Rule, f.Value, f.Want))
	}
	return lines
}

func TestRecordsWithFaultsAreRefused(t *testing.T) {
	sex := asking(sexQuestion, sexColumn, "")
	weighted := asking(sexQuestion, sexColumn, `, "weight": "w"`)
	both := asking(toolsQuestion, `{"question": "Q2", "heading": "a", "options": {"policy": "a/p"}}`, "")
	three := asking(toolsQuestion, `{"question": "Q2", "options": {"policy": "a/p", "talent": "a/t", "none": "a/n"}}`, "")
	skip := asking(sexQuestion+","+scoreQuestion, sexColumn+","+scoreColumn, "")
	const weight = "a weight from 0 to below 1000000000, of at most 9 places"
	const quotes = "quotes around a whole cell, and doubled inside it"
	cases := []struct {
		name, form, csv string
		want            []string
	}{
		{"no text has no headings", sex, "", []string{`/rows required "" a row of headings`}},
		{"a byte order mark and blank lines are no headings", sex, "\ufeff\n\n", []string{`/rows required "" a row of headings`}},
		{"every heading that is missing is named", asking(sexQuestion, sexColumn, `, "weight": "w", "valid": {"heading": "ok"}`), "x\n?\n",
			[]string{`/rows/1/ok required "" a column with this heading`, `/rows/1/w required "" a column with this heading`, `/rows/1/sex required "" a column with this heading`}},
		{"a heading that is used stands once", sex, "sex,x,sex\n", []string{`/rows/1/sex duplicate "sex" one column with this heading`}},
		{"headings are UTF-8", sex, "sex,\xd0\xd4\n", []string{"/rows/1/\ufffd text \"\ufffd\" a heading in UTF-8"}},
		{"there are at most 10,000 headings", sex, "sex" + strings.Repeat(",", 10_000) + "\n", []string{`/rows/1 range "10001 cells" at most 10000 headings`}},

		{"texts that stand for no option, in rows as a spreadsheet counts them", asking(sexQuestion, sexColumn, ""),
			"x,sex\n\"a\nb\nc\",?\n\n,m f\n", []string{`/rows/2/sex reference "?" one of f, m`, `/rows/4/sex reference "m f" one of f, m`}},
		{"an option itself is none where there are codes", sex, "sex\n男\n", []string{`/rows/2/sex reference "男" one of f, m`}},
		{"cells are UTF-8", sex, "sex\n\xc4\xd0\n", []string{"/rows/2/sex text \"\ufffd\" text in UTF-8"}},
		{"a heading is escaped in a path", both, "a,a/p\n,?\n", []string{`/rows/2/a~1p reference "?" what says whether the option was selected, such as 1 or 0`}},
		{"an unknown part of joined options", both, "a,a/p\npolicy x,1\n", []string{`/rows/2/a reference "policy x" one of policy, talent, none`}},
		{"an option joined twice", both, "a,a/p\npolicy talent policy,1\n", []string{`/rows/2/a duplicate "policy talent policy" each option once, and not policy twice`}},
		{"joined options that their columns contradict, either way", both, "a,a/p\npolicy,0\ntalent,1\n,1\npolicy,\n",
			[]string{`/rows/2/a conflict "policy" the options that are selected in their own columns`, `/rows/3/a conflict "talent" the options that are selected in their own columns`,
				`/rows/4/a conflict "" the options that are selected in their own columns`, `/rows/5/a conflict "policy" the options that are selected in their own columns`}},
		{"an answer to a question that was not put", skip, "sex,score\nm,3\n,2\n",
			[]string{`/rows/2/score conflict "3" no answer, as it is asked if Q1 is 女`, `/rows/3/score conflict "2" no answer, as it is asked if Q1 is 女`}},
		{"nothing is concluded from an answer that is wrong", skip, "sex,score\n?,3\nm,?\n",
			[]string{`/rows/2/sex reference "?" one of f, m`, `/rows/3/score reference "?" one of 1, 2, 3`}},
		{"an answer outside the base beside another, in the first cell that is not empty", three, "a/p,a/t,a/n\n,1,1\n",
			[]string{`/rows/2/a~1t conflict "1" an answer outside the base by itself`}},

		{"weights that are none", weighted, "sex,w\nm,\nm,x\nm,+1\nm,1e3\nm,.5\nm,1.\nm,-\nm,\"1,5\"\n",
			[]string{`/rows/2/w required "" ` + weight, `/rows/3/w number "x" ` + weight, `/rows/4/w number "+1" ` + weight, `/rows/5/w number "1e3" ` + weight,
				`/rows/6/w number ".5" ` + weight, `/rows/7/w number "1." ` + weight, `/rows/8/w number "-" ` + weight, `/rows/9/w number "1,5" ` + weight}},
		{"weights out of range", weighted, "sex,w\nm,-1\nm,1000000000\nm,0.0000000001\nm,-0.5\n",
			[]string{`/rows/2/w range "-1" ` + weight, `/rows/3/w range "1000000000" ` + weight, `/rows/4/w range "0.0000000001" ` + weight, `/rows/5/w range "-0.5" ` + weight}},
		{"weights whose squares are too long to be stated", weighted, "sex,w\n" + strings.Repeat("m,999999999.999999999\n", 101),
			[]string{`/weight range "w" weights whose squares have a sum of at most 38 digits`}},

		{"a row with other cells than headings is named and the next is read", asking(sexQuestion, sexColumn, ""), "sex,x\nm\n?,1\nm,1,2\n",
			[]string{`/rows/2 range "1 cells" 2, one a heading`, `/rows/3/sex reference "?" one of f, m`, `/rows/4 range "3 cells" 2, one a heading`}},
		{"nothing is read after a quote inside a cell", sex, "x,sex\n1,?\n2,m\"f\n3,?\n",
			[]string{`/rows/2/sex reference "?" one of f, m`, `/rows/3/sex syntax "line 3, column 4" ` + quotes}},
		{"nothing is read after text that follows a quoted cell", sex, "x,sex\n\"a\nb\"c,m\n3,?\n", []string{`/rows/2/x syntax "line 3, column 2" ` + quotes}},
		{"a quote that is never closed is named in the row and the column in which it opens", sex, "x,sex\n1,\"m\n3,?\n", []string{`/rows/2/sex syntax "line 3, column 5" ` + quotes}},
		{"a quote may stand wrong in the headings", sex, "s\"ex\nm\n", []string{`/rows/1 syntax "line 1, column 2" ` + quotes}},
		{"rows are counted with blank lines, and without line breaks in the last cell, or carriage returns alone", asking(sexQuestion, sexColumn, ""),
			"\r\n\nsex,x\r\n\r\n?,\"a\r\nb\n\n\"\r\n\n?,c\rd\re\n\"?\",\"\"\"\n\"\r\n\r\n\r\n?,",
			[]string{`/rows/5/sex reference "?" one of f, m`, `/rows/7/sex reference "?" one of f, m`, `/rows/8/sex reference "?" one of f, m`, `/rows/11/sex reference "?" one of f, m`}},
		{"rows are counted up to the one that cannot be read", sex, "\nsex\n\n\"m\r\n\"\n\n\"f\n\"f\n", []string{`/rows/6/sex syntax "line 8, column 1" ` + quotes}},
		{"a record has at most 1 MiB", sex, "x,sex\n,?\n" + strings.Repeat("a", 2<<20) + ",m\n,?\n",
			[]string{`/rows/2/sex reference "?" one of f, m`, `/rows/3 range "more than 1048576 bytes" a record of at most 1048576 bytes`}},
		{"a quote that is never closed takes in at most 1 MiB", sex, "x,sex\n\"" + strings.Repeat("a\n", 1<<20),
			[]string{`/rows/2 range "more than 1048576 bytes" a record of at most 1048576 bytes`}},
		{"with its line break a record has at most 1 MiB", sex, "x,sex\n" + strings.Repeat("a", 1<<20-3) + ",?\n\n" + strings.Repeat("a", 1<<20-2) + ",?\n",
			[]string{`/rows/2/sex reference "?" one of f, m`, `/rows/4 range "more than 1048576 bytes" a record of at most 1048576 bytes`}},
		{"what the counts contradict stands at the survey", strings.Replace(sex, `"title"`, `"sent": "1", "title"`, 1), "sex\nm\nf\n",
			[]string{`/survey/returned conflict "2" at most 1, the sent count`}},
		{"records that are not valid have no faults, one with the weight 0 has",
			asking(sexQuestion, sexColumn, `, "weight": "w", "valid": {"heading": "ok", "texts": ["1"]}`), "sex,w,ok\n?,x,0\n?,0,1\n",
			[]string{`/rows/3/sex reference "?" one of f, m`}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			s, err := survey.ReadRecords(strings.NewReader(c.csv), form(t, c.form))
			assert.Equal(t, c.want, listed(t, err))
			assert.Equal(t, survey.Survey{}, s, "nothing is half counted")
		})
	}
}

func TestFormsWithFaultsAreRefused(t *testing.T) {
	cases := []struct {
		name, form string
		want       []string
	}{
		{"a form without questions", `{"survey": {"code": "s", "title": "问卷"}}`, []string{`/survey/questions required "" a question`}},
		{"a question without a column", asking(sexQuestion, "", ""), []string{`/survey/questions/0 required "" a column that holds the answers to Q1`}},
		{"a column of no question, and one of a question that has another", asking(sexQuestion, sexColumn+`, {"question": "Q9", "heading": "a"}, {"question": "Q1", "heading": "b"}`, ""),
			[]string{`/columns/1/question reference "Q9" the code of a question of the survey`, `/columns/2/question duplicate "Q1" a question that has no other column`}},
		{"a column without headings", asking(sexQuestion, `{"question": "Q1"}`, ""), []string{`/columns/0/heading required "" a text`}},
		{"codes of options that the question does not have", asking(sexQuestion, `{"question": "Q1", "heading": "a", "codes": {"x": "?", "m": "男", "": "女"}}`, ""),
			[]string{`/columns/0/codes/ required "" a text`, `/columns/0/codes/x reference "?" an option of the question`}},
		{"texts that stand for two things", asking(sexQuestion, `{"question": "Q1", "heading": "a", "codes": {"m": "男", " m ": "女", "f": "女"}, "notAsked": ["f"]}`, ""),
			[]string{`/columns/0/codes/m conflict "m" a text that stands for nothing else in this column`, `/columns/0/notAsked/0 conflict "f" a text that stands for nothing else in this column`}},
		{"columns of options for a single choice", asking(sexQuestion, `{"question": "Q1", "heading": "a", "options": {"男": "m"}}`, ""),
			[]string{`/columns/0/options conflict "" none, as the question is no multiple choice`}},
		{"an option without a column, and a column without an option", asking(toolsQuestion, `{"question": "Q2", "options": {"policy": "p", "none": "", "x": "p"}}`, ""),
			[]string{`/columns/0/options/none required "" a text`, `/columns/0/options/x reference "x" an option of the question`,
				`/columns/0/options/x duplicate "p" another heading than an answer to Q2 has`, `/columns/0/options required "" a column for the option talent`}},
		{"two questions in one column", asking(sexQuestion+","+toolsQuestion, sexColumn+`, {"question": "Q2", "heading": "sex"}`, ""),
			[]string{`/columns/1/heading duplicate "sex" another heading than an answer to Q1 has`}},
		{"options that hold the separator", asking(toolsQuestion, `{"question": "Q2", "heading": "a", "codes": {"a b": "policy"}}`, ""),
			[]string{`/columns/0/codes/a b conflict "a b" a text without the separator " "`}},
		{"the same text for selected and not selected", asking(toolsQuestion, `{"question": "Q2", "options": {"policy": "p", "talent": "t", "none": "n"}, "selected": ["0"]}`, ""),
			[]string{`/columns/0/notSelected conflict "0" a text that stands for nothing else in this column`,
				`/columns/0/notSelected conflict "0" a text that stands for nothing else in this column`, `/columns/0/notSelected conflict "0" a text that stands for nothing else in this column`}},
		{"a condition and a cross table of questions that do not exist",
			strings.Replace(asking(strings.Replace(scoreQuestion, "Q1", "Q9", 1), scoreColumn, ""), `"title"`, `"crossTables": [{"rows": "Q3", "columns": "Q8"}], "title"`, 1),
			[]string{`/survey/questions/0/askedIf/question reference "Q9" the code of an earlier question`, `/survey/crossTables/0/columns reference "Q8" the code of a question of the survey`}},
		{"valid cells of no column and with an empty text", asking(sexQuestion, sexColumn, `, "valid": {"heading": " ", "texts": [""]}`),
			[]string{`/valid/heading required "" a text`, `/valid/texts/0 required "" a text`}},
		{"a quote between cells, and a weight without a heading", asking(sexQuestion, sexColumn, `, "comma": "\"", "weight": " "`),
			[]string{`/weight required "" a text`, `/comma range "\"" one character that is no quote and no line break`}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			f := form(t, c.form)
			_, err := survey.ReadRecords(iotest.ErrReader(errors.New("nothing is read")), f)
			assert.Equal(t, c.want, listed(t, err))
			assert.Equal(t, c.want, listed(t, f.Validate().Err()), "Validate says the same")
		})
	}
}

func TestFaultsBeyondThoseListedAreCounted(t *testing.T) {
	f := form(t, asking(sexQuestion, sexColumn, ""))
	_, err := survey.ReadRecords(strings.NewReader("sex\n"+strings.Repeat("?\n", 2500)), f)
	var faults indicator.Faults
	require.ErrorAs(t, err, &faults)
	assert.Equal(t, 2500, faults.Count())
	assert.Len(t, faults, indicator.MaxFaults+1)
	assert.Equal(t, "/rows/1001/sex", faults[indicator.MaxFaults-1].Path)
}

func TestLongListsOfOptionsAreCut(t *testing.T) {
	var tallies []string
	for i := range 500 {
		tallies = append(tallies, fmt.Sprintf(`{"option": "option-%03d"}`, i))
	}
	f := form(t, asking(`{"code": "Q1", "text": "问", "kind": "single", "base": "answered", "tallies": [`+strings.Join(tallies, ",")+`]}`, `{"question": "Q1", "heading": "a"}`, ""))
	_, err := survey.ReadRecords(strings.NewReader("a\n?\n"), f)
	var faults indicator.Faults
	require.ErrorAs(t, err, &faults)
	assert.True(t, strings.HasPrefix(faults[0].Want, "one of option-000, option-001, "))
	assert.True(t, strings.HasSuffix(faults[0].Want, ", … 500 in all"))
	assert.Less(t, len(faults[0].Want), 300)
}

func TestAnErrorOfTheReaderIsReturnedByItself(t *testing.T) {
	broken := errors.New("the line went dead")
	f := form(t, asking(sexQuestion, sexColumn, ""))
	cases := []struct{ name, csv, row string }{
		{"before the headings", "", "row 1"},
		{"in the headings", "se", "row 1"},
		{"in a record", "sex\nm\nf", "row 3"},
		{"after records, one of them with a fault", "sex\nm\n?\n", "row 4"},
		{"in a quoted cell", "sex\n\"m", "row 2"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			s, err := survey.ReadRecords(io.MultiReader(strings.NewReader(c.csv), iotest.ErrReader(broken)), f)
			require.ErrorIs(t, err, broken)
			assert.Contains(t, err.Error(), c.row)
			assert.Equal(t, survey.Survey{}, s)
			var faults indicator.Faults
			assert.False(t, errors.As(err, &faults))
		})
	}
	t.Run("that wraps io.EOF is no end", func(t *testing.T) {
		_, err := survey.ReadRecords(io.MultiReader(strings.NewReader("sex\nm\n"), iotest.ErrReader(fmt.Errorf("cut off: %w", io.EOF))), f)
		require.ErrorIs(t, err, io.EOF)
	})
	t.Run("that breaks off where the text seems to be wrong", func(t *testing.T) {
		_, err := survey.ReadRecords(io.MultiReader(strings.NewReader("sex\n\"m\"\r"), iotest.ErrReader(broken)), f)
		require.ErrorIs(t, err, broken)
	})
	t.Run("that comes with the last bytes", func(t *testing.T) {
		_, err := survey.ReadRecords(iotest.DataErrReader(io.MultiReader(strings.NewReader("sex\nm\n"), iotest.ErrReader(broken))), f)
		require.ErrorIs(t, err, broken)
	})
	t.Run("that never gives anything ends", func(t *testing.T) {
		_, err := survey.ReadRecords(idle{}, f)
		require.ErrorIs(t, err, io.ErrNoProgress)
	})
}

type idle struct{}

func (idle) Read([]byte) (int, error) { return 0, nil }

// mixed is a form with every kind of column, weights, a condition and a cross table; it refuses nothing that randomRecords
// writes.
const mixed = `{
	"survey": {"code": "m", "title": "问卷", "questions": [
		{"code": "A", "text": "甲", "kind": "single", "base": "respondents", "tallies": [{"option": "a"}, {"option": "b"}, {"option": "不知道", "outside": true}]},
		{"code": "B", "text": "乙", "kind": "multiple", "base": "answered", "tallies": [{"option": "x"}, {"option": "y"}, {"option": "z"}]},
		{"code": "C", "text": "丙", "kind": "multiple", "base": "responses", "tallies": [{"option": "p"}, {"option": "q"}]},
		{"code": "D", "text": "丁", "kind": "scale", "base": "asked", "askedIf": {"question": "A", "options": ["a"]}, "tallies": [{"option": "1"}, {"option": "2"}]}
	], "crossTables": [{"rows": "B", "columns": "A"}]},
	"columns": [
		{"question": "A", "heading": "A"},
		{"question": "B", "heading": "B", "options": {"x": "B/x", "y": "B/y", "z": "B/z"}},
		{"question": "C", "options": {"p": "C/p", "q": "C/q"}},
		{"question": "D", "heading": "D", "notAsked": ["N/A"]}
	],
	"weight": "w", "valid": {"heading": "ok", "texts": ["1"]}
}`

// randomRecords writes n records for the form mixed.
func randomRecords(r *rand.Rand, n int) []byte {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.Write([]string{"note", "A", "B", "B/x", "B/y", "B/z", "C/p", "C/q", "D", "w", "ok"})
	pick := func(texts ...string) string { return texts[r.IntN(len(texts))] }
	for range n {
		a := pick("", "a", "a", "b", "不知道")
		row := []string{pick("", "a \"quoted\", note", "two\nlines", "\r\n"), a}
		if pick("answered", "answered", "not") == "not" {
			row = append(row, "", "", "", "")
		} else {
			var joined []string
			ticks := []string{"0", "0", "0"}
			for i, option := range []string{"x", "y", "z"} {
				if r.IntN(2) == 0 {
					joined, ticks[i] = append(joined, option), "1"
				}
			}
			row = append(append(row, strings.Join(joined, " ")), ticks...)
		}
		row = append(row, pick("", "Y", "N"), pick("", "Y", "N"))
		if a == "a" {
			row = append(row, pick("", "N/A", "1", "2"))
		} else {
			row = append(row, pick("", "N/A"))
		}
		row = append(row, pick("0", "0.5", "1", "1.25", "3.000000001", "999999"), pick("1", "1", "1", "0", ""))
		w.Write(row)
	}
	w.Flush()
	return b.Bytes()
}

// countedNaively counts records of the form mixed once more, from whole rows in memory.
func countedNaively(t *testing.T, text []byte) string {
	t.Helper()
	rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(text, []byte("\ufeff")))).ReadAll()
	require.NoError(t, err)
	valid := 0
	answered := map[string]int{}
	counts := map[string]int{}
	weights := map[string][]indicator.Value{} // by question of its base, by option of those who chose it
	var finest string
	for _, row := range rows[1:] {
		cell := func(heading string) string {
			for i, h := range rows[0] {
				if strings.TrimSpace(h) == heading {
					return strings.TrimSpace(row[i])
				}
			}
			return ""
		}
		if cell("ok") != "1" {
			continue
		}
		w := number(cell("w"))
		none := w.Sign() == 0
		if none {
			w = number("0")
		} else {
			valid++
			if _, places, _ := strings.Cut(cell("w"), "."); len(places) > len(finest) {
				finest = places
			}
		}
		chosen := map[string][]string{"A": {cell("A")}, "B": strings.Fields(cell("B")), "D": {cell("D")}}
		if cell("D") == "N/A" {
			chosen["D"] = []string{""}
		}
		for _, option := range []string{"p", "q"} {
			if slices.Contains([]string{"1", "Y", "y", "Yes", "yes", "YES", "True", "true", "TRUE"}, cell("C/"+option)) {
				chosen["C"] = append(chosen["C"], option)
			}
		}
		replied := map[string]bool{"A": cell("A") != "", "B": cell("B")+cell("B/x")+cell("B/y")+cell("B/z") != "", "C": cell("C/p")+cell("C/q") != "", "D": chosen["D"][0] != ""}
		inBase := map[string]bool{"A": cell("A") != "不知道", "B": replied["B"], "D": cell("A") == "a"}
		for question, in := range inBase {
			if in {
				weights[question] = append(weights[question], w)
			}
		}
		if none {
			continue
		}
		if cell("A") == "a" {
			counts["asked"]++
		}
		for question, yes := range replied {
			if yes {
				answered[question]++
			}
		}
		for question, options := range chosen {
			for _, option := range options {
				if option == "" {
					continue
				}
				counts[question+option]++
				weights[question+option] = append(weights[question+option], w)
				if question == "B" {
					counts["B×A"+option+cell("A")]++
				}
			}
		}
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%d %d", len(rows)-1, valid)
	for _, q := range form(t, mixed).Survey.Questions {
		asked := "-"
		if q.Code == "D" {
			asked = strconv.Itoa(counts["asked"])
		}
		fmt.Fprintf(&b, " | %s %s/%d:", q.Code, asked, answered[q.Code])
		sums, err := survey.SumWeights(weights[q.Code])
		require.NoError(t, err)
		for _, tally := range q.Tallies {
			fmt.Fprintf(&b, " %d", counts[q.Code+tally.Option])
			if sums.Sum.Sign() > 0 {
				of, err := survey.SumWeights(weights[q.Code+tally.Option])
				require.NoError(t, err)
				fmt.Fprintf(&b, "=%s", padded(of.Sum, len(finest)))
			}
		}
		if sums.Sum.Sign() > 0 {
			zero := sums.Zero.String()
			if zero == "" {
				zero = "-"
			}
			fmt.Fprintf(&b, " [%s %s %s]", padded(sums.Sum, len(finest)), padded(sums.Squares, 2*len(finest)), zero)
		}
	}
	b.WriteString(" |")
	for _, row := range []string{"x", "y", "z"} {
		for _, column := range []string{"a", "b", "不知道"} {
			fmt.Fprintf(&b, " %d", counts["B×A"+row+column])
		}
		b.WriteString(";")
	}
	return b.String()
}

// padded writes a sum with so many places; an absent one is 0.
func padded(v indicator.Value, places int) string {
	d, _ := v.Decimal()
	return d.StringFixed(int32(places))
}

func TestRandomRecordsAreCountedAsANaiveCounterDoes(t *testing.T) {
	r := rand.New(rand.NewPCG(2026, 7))
	f := form(t, mixed)
	for n := range 300 {
		text := randomRecords(r, n)
		s, err := survey.ReadRecords(bytes.NewReader(text), f)
		require.NoError(t, err, "%s", text)
		require.Equal(t, countedNaively(t, text), shown(s), "%s", text)
		require.NoError(t, s.Validate().Err())
	}
}

// TestARecordTakesTwoAllocationsAtMost: encoding/csv makes a string of each record, and nothing else is made.
func TestARecordTakesTwoAllocationsAtMost(t *testing.T) {
	f := form(t, mixed)
	allocations := func(n int) float64 {
		text := randomRecords(rand.New(rand.NewPCG(1, 1)), n)
		return testing.AllocsPerRun(5, func() {
			if _, err := survey.ReadRecords(bytes.NewReader(text), f); err != nil {
				t.Error(err)
			}
		})
	}
	few, many := allocations(1_000), allocations(10_000)
	assert.LessOrEqual(t, (many-few)/9_000, 2.0)
}

// TestNoRecordIsKept: after many records with faults, and while more are read, the heap holds a small part of the text.
func TestNoRecordIsKept(t *testing.T) {
	f := form(t, asking(sexQuestion, sexColumn, ""))
	heap := func() uint64 {
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	const records, long = 200, 256 << 10 // 50 MiB
	row := []byte(strings.Repeat("a", long) + ",?\n")
	before, most := heap(), uint64(0)
	read := 0
	source := readerFunc(func(p []byte) (int, error) {
		if read == records*len(row) {
			most = heap()
			return 0, io.EOF
		}
		n := copy(p, row[read%len(row):])
		read += n
		return n, nil
	})
	_, err := survey.ReadRecords(io.MultiReader(strings.NewReader("x,sex\n"), source), f)
	assert.Len(t, listed(t, err), records)
	assert.Less(t, most-min(most, before), uint64(8<<20))
}

type readerFunc func([]byte) (int, error)

func (f readerFunc) Read(p []byte) (int, error) { return f(p) }
