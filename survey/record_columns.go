package survey

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/planeval/planeval/indicator"
)

// textCodes finds what a text in a cell stands for. Texts of one byte, as most codes are, need no map.
type textCodes struct {
	short [256]int32
	long  map[string]int32
}

// unknownText is the code of no text. Of answers, notAsked is the code of no answer, and 1 that of the first option.
const (
	unknownText = 0
	notAsked    = -1

	selected    = 1
	notSelected = 2
)

func (t *textCodes) code(text []byte) int32 {
	if len(text) == 1 {
		return t.short[text[0]]
	}
	return t.long[string(text)]
}

// set makes the text stand for the code, and adds a fault where it cannot: it is empty, no UTF-8, or stands for another.
func (t *textCodes) set(text string, code int32, path string, faults *indicator.Faults) {
	text = strings.TrimSpace(text)
	switch old := t.code([]byte(text)); {
	case text == "":
		faults.Require(path, text)
		return
	case !utf8.ValidString(text):
		faults.Add(path, indicator.FaultText, strings.ToValidUTF8(text, "\ufffd"), "text in UTF-8")
		return
	case old != unknownText && old != code:
		faults.Add(path, indicator.FaultConflict, text, "a text that stands for nothing else in this column")
		return
	}
	if len(text) == 1 {
		t.short[text[0]] = code
		return
	}
	if t.long == nil {
		t.long = make(map[string]int32)
	}
	t.long[text] = code
}

// recordColumn is a [Column] whose codes are looked up and whose headings are found.
type recordColumn struct {
	*Column
	cell      int // with the answer; −1: there is none
	texts     textCodes
	separator []byte // of a joined multiple choice
	want      string // the texts of options, for faults

	options []int // cells of the options' own columns, in their order; −1: the option has none
	ticks   textCodes
}

// newRecordCounter looks everything up that the form names, and returns what is wrong with it.
func newRecordCounter(f Form) (*recordCounter, indicator.Faults) {
	var faults indicator.Faults
	c := &recordCounter{form: f, survey: f.Survey.uncounted()}
	faults.Under("/survey", c.survey.Validate())
	c.questions = make([]questionCounter, len(c.survey.Questions))
	byCode := make(map[string]*questionCounter, len(c.questions))
	for i := range c.questions {
		q := newQuestionCounter(&c.survey.Questions[i])
		c.questions[i] = q
		byCode[q.Code] = &c.questions[i]
	}
	headings := make(map[string]string)
	for i := range f.Columns {
		column := &f.Columns[i]
		at := indicator.Pointer("columns", i)
		q := byCode[column.Question]
		switch {
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
		if q.AskedIf != nil {
			q.asked = byCode[q.AskedIf.Question]
			q.setAskedBy()
		}
	}
	for i := range c.survey.CrossTables {
		t := &c.survey.CrossTables[i]
		if rows, columns := byCode[t.Rows], byCode[t.Columns]; t.Counts != nil && rows != nil && columns != nil {
			c.crosses = append(c.crosses, crossCounter{table: t, rows: rows, columns: columns, counts: make([]int64, len(rows.counts)*len(columns.counts))})
		}
	}
	c.validateRest(&faults)
	return c, faults
}

// validateRest checks what belongs to no question.
func (c *recordCounter) validateRest(faults *indicator.Faults) {
	if valid := c.form.Valid; valid != nil {
		faults.Require("/valid/heading", strings.TrimSpace(valid.Heading))
		for i, text := range valid.Texts {
			c.validTexts.set(text, selected, indicator.Pointer("valid", "texts", i), faults)
		}
	}
	if c.form.Weight != "" {
		faults.Require("/weight", strings.TrimSpace(c.form.Weight))
	}
	if comma := c.form.comma(); strings.ContainsRune("\"\r\n", comma) || !utf8.ValidRune(comma) || comma == utf8.RuneError {
		faults.Add("/comma", indicator.FaultRange, fmt.Sprintf("%q", comma), "a character that is no quote and no line break")
	}
}

// setColumn looks the words of a column up. The headings are those that columns before it have, with their questions.
func (q *questionCounter) setColumn(column *Column, headings map[string]string) indicator.Faults {
	var faults indicator.Faults
	q.column = recordColumn{Column: column}
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
		c.separator = []byte(c.Separator)
		if c.Separator == "" {
			c.separator = []byte(" ")
		}
	}
	var texts []string
	set := func(text, option, path string) {
		texts = append(texts, text)
		i := q.option(option)
		if i < 0 {
			faults.Add(path, indicator.FaultReference, option, "an option of the question")
			return
		}
		c.texts.set(text, int32(i)+1, path, faults)
		if c.separator != nil && strings.Contains(strings.TrimSpace(text), string(c.separator)) {
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
		code  int32
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

// bind finds the column's headings.
func (q *questionCounter) bind(h headingPlaces) {
	c := &q.column
	c.cell = -1
	if c.Heading != "" {
		c.cell = h.find(c.Heading)
	}
	if len(c.Options) == 0 {
		return
	}
	c.options = make([]int, len(q.Tallies))
	for i, t := range q.Tallies {
		c.options[i] = -1
		if heading, given := c.Options[t.Option]; given {
			c.options[i] = h.find(heading)
		}
	}
}
