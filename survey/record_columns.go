package survey

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/planeval/planeval/indicator"
)

// recordColumn is a [Column] whose codes are looked up and whose headings are found.
type recordColumn struct {
	*Column
	cell      int // with the answer; −1: there is none
	texts     textCodes
	separator string // of a joined multiple choice; else empty
	want      string // the texts of options, for faults

	options []int // cells of the options' own columns, in their order, −1: the option has none; nil: no option has one
	ticks   textCodes
}

// newRecordCounter looks everything up that the form names, and returns what is wrong with it.
func newRecordCounter(f Form) (*recordCounter, indicator.Faults) {
	var faults indicator.Faults
	c := &recordCounter{form: f, survey: f.Survey.uncounted(), validTexts: textCodes{}}
	faults.Under("/survey", c.survey.Validate())
	byCode := make(map[string]*questionCounter)
	c.questions = make([]questionCounter, len(c.survey.Questions))
	for i := range c.questions {
		q := &c.questions[i]
		*q = newQuestionCounter(&c.survey.Questions[i])
		byCode[q.Code] = q
	}
	headings := make(map[string]string)
	for i := range f.Columns {
		column, at := &f.Columns[i], indicator.Pointer("columns", i)
		switch q := byCode[column.Question]; {
		case q == nil:
			faults.Add(at+"/question", indicator.FaultReference, column.Question, "the code of a question of the survey")
		case q.column.Column != nil:
			faults.Add(at+"/question", indicator.FaultDuplicate, column.Question, "a question that has no other column")
		default:
			faults.Under(at, q.setColumn(column, headings))
		}
	}
	if len(f.Survey.Questions) == 0 {
		faults.Add("/survey/questions", indicator.FaultRequired, "", "a question")
	}
	for i := range c.questions {
		q := &c.questions[i]
		if q.column.Column == nil {
			faults.Add(indicator.Pointer("survey", "questions", i), indicator.FaultRequired, "", "a column that holds the answers to "+q.Code)
		}
		if q.AskedIf == nil || byCode[q.AskedIf.Question] == nil {
			continue
		}
		q.asked = byCode[q.AskedIf.Question]
		for _, option := range q.AskedIf.Options {
			q.askedBy = append(q.askedBy, q.asked.option(option))
		}
	}
	for i := range c.survey.CrossTables {
		t := &c.survey.CrossTables[i]
		x := crossCounter{table: t, rows: byCode[t.Rows], columns: byCode[t.Columns]}
		for _, line := range t.Counts {
			x.counts = append(x.counts, make([]int64, len(line)))
		}
		c.crosses = append(c.crosses, x)
	}
	if f.Valid != nil {
		faults.Require("/valid/heading", strings.TrimSpace(f.Valid.Heading))
		for i, text := range f.Valid.Texts {
			c.validTexts.set(text, selected, indicator.Pointer("valid", "texts", i), &faults)
		}
	}
	if f.Weight != "" {
		faults.Require("/weight", strings.TrimSpace(f.Weight))
	}
	if comma := f.comma(); strings.ContainsRune("\"\r\n", comma) || comma == utf8.RuneError || len(f.Comma) > utf8.RuneLen(comma) {
		faults.Add("/comma", indicator.FaultRange, f.Comma, "one character that is no quote and no line break")
	}
	return c, faults
}

// comma is the first character of Comma.
func (f Form) comma() rune {
	comma, _ := utf8.DecodeRuneInString(cmp.Or(f.Comma, ","))
	return comma
}

// uncounted is a copy of the survey in which every count that records give is 0, and the others are absent.
func (s Survey) uncounted() Survey {
	zero := indicator.IntValue(0)
	s.Records, s.Returned, s.Valid = true, zero, zero
	s.Questions, s.CrossTables = slices.Clone(s.Questions), slices.Clone(s.CrossTables)
	for i := range s.Questions {
		q := &s.Questions[i]
		q.Asked, q.Answered, q.Weights, q.Tallies = indicator.Value{}, zero, nil, slices.Clone(q.Tallies)
		if q.AskedIf != nil {
			q.Asked = zero
		}
		for j := range q.Tallies {
			q.Tallies[j].Count, q.Tallies[j].Weighted = zero, indicator.Value{}
		}
	}
	for i := range s.CrossTables {
		t := &s.CrossTables[i]
		rows, columns := len(s.question(t.Rows).Tallies), len(s.question(t.Columns).Tallies)
		t.Counts = nil
		if rows*columns > mostCells {
			continue // which is refused
		}
		for range rows {
			t.Counts = append(t.Counts, slices.Repeat([]indicator.Value{zero}, columns))
		}
	}
	return s
}

// setColumn looks the words of a column up. The headings are those that columns before it have, with their questions.
func (q *questionCounter) setColumn(column *Column, headings map[string]string) indicator.Faults {
	var faults indicator.Faults
	q.column = recordColumn{Column: column, texts: textCodes{}, ticks: textCodes{}}
	claim := func(path, heading string) {
		heading = strings.TrimSpace(heading)
		faults.Require(path, heading)
		if other, taken := headings[heading]; taken {
			faults.Add(path, indicator.FaultDuplicate, heading, "another heading than an answer to "+other+" has")
		}
		headings[heading] = q.Code
	}
	if column.Heading != "" || len(column.Options) == 0 {
		claim("/heading", column.Heading)
	}
	if len(column.Options) > 0 && q.Kind != Multiple {
		faults.Add("/options", indicator.FaultConflict, "", "none, as the question is no multiple choice")
	}
	for _, option := range slices.Sorted(maps.Keys(column.Options)) {
		path := indicator.Pointer("options", option)
		if q.option(option) < 0 {
			faults.Add(path, indicator.FaultReference, option, "an option of the question")
		}
		claim(path, column.Options[option])
	}
	if len(column.Options) > 0 {
		q.setTicks(&faults)
	}
	if column.Heading != "" {
		q.setTexts(&faults)
	}
	for i, text := range column.NotAsked {
		path := indicator.Pointer("notAsked", i)
		if column.Heading != "" {
			q.column.texts.set(text, notAsked, path, &faults)
		}
		if len(column.Options) > 0 {
			q.column.ticks.set(text, notAsked, path, &faults)
		}
	}
	return faults
}

// setTexts looks up what the texts of the one column stand for.
func (q *questionCounter) setTexts(faults *indicator.Faults) {
	c := &q.column
	if q.Kind == Multiple {
		c.separator = cmp.Or(c.Separator, " ")
	}
	var texts []string
	set := func(text, option, path string) {
		texts = append(texts, text)
		i := q.option(option)
		if i < 0 {
			faults.Add(path, indicator.FaultReference, option, "an option of the question")
			return
		}
		c.texts.set(text, i+1, path, faults)
		if c.separator != "" && strings.Contains(strings.TrimSpace(text), c.separator) {
			faults.Add(path, indicator.FaultConflict, text, fmt.Sprintf("a text without the separator %q", c.separator))
		}
	}
	for _, text := range slices.Sorted(maps.Keys(c.Codes)) {
		set(text, c.Codes[text], indicator.Pointer("codes", text))
	}
	if len(c.Codes) == 0 {
		for _, t := range q.Tallies {
			set(t.Option, t.Option, "/codes")
		}
	}
	c.want = "one of " + shortList(texts)
}

// setTicks looks up what the columns of single options hold.
func (q *questionCounter) setTicks(faults *indicator.Faults) {
	c := &q.column
	for _, list := range []struct {
		name  string
		given []string
		usual []string
		code  int
	}{
		{"selected", c.Selected, []string{"1", "y", "yes", "true"}, selected},
		{"notSelected", c.NotSelected, []string{"0", "n", "no", "false"}, notSelected},
	} {
		for i, text := range list.given {
			if strings.TrimSpace(text) != "" { // an empty cell is not selected in any case
				c.ticks.set(text, list.code, indicator.Pointer(list.name, i), faults)
			}
		}
		if len(list.given) == 0 {
			for _, word := range list.usual {
				for _, text := range []string{word, strings.ToUpper(word), strings.ToUpper(word[:1]) + word[1:]} {
					c.ticks.set(text, list.code, "/"+list.name, faults)
				}
			}
		}
	}
	for _, t := range q.Tallies {
		if _, given := c.Options[t.Option]; !given && c.Heading == "" {
			faults.Add("/options", indicator.FaultRequired, "", "a column for the option "+t.Option)
		}
	}
}

// shortList lists texts, as many as a reader will look through.
func shortList(texts []string) string {
	const most = 200
	var b strings.Builder
	for i, text := range texts {
		if i > 0 && b.Len()+len(text) > most {
			fmt.Fprintf(&b, ", … %d in all", len(texts))
			break
		}
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(text)
	}
	return b.String()
}

// findColumns finds the column's headings.
func (q *questionCounter) findColumns(c *recordCounter) {
	column := &q.column
	column.cell = -1
	if column.Heading != "" {
		column.cell = c.find(column.Heading)
	}
	if len(column.Options) == 0 {
		return
	}
	column.options = slices.Repeat([]int{-1}, len(q.Tallies))
	for i, t := range q.Tallies {
		if heading, given := column.Options[t.Option]; given {
			column.options[i] = c.find(heading)
		}
	}
}
