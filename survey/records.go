package survey

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/planeval/planeval/indicator"
)

// Form says how the columns of a CSV export hold the answers to a survey's questions, 数据列对应. Headings and texts are
// compared without the spaces around them. Columns that it does not name are not looked at. The zero Form has no questions
// and is refused.
type Form struct {
	Survey  Survey   `json:"survey"`           // the questionnaire; its counts are not read
	Columns []Column `json:"columns"`          // one for each question
	Weight  string   `json:"weight,omitempty"` // heading of the column with each respondent's weight, 权数; empty: not weighted
	Valid   *Cells   `json:"valid,omitempty"`  // which records are valid, 有效; absent: all
	Comma   string   `json:"comma,omitempty"`  // the one character between cells; empty is ",", and KoBoToolbox writes ";"
}

// Column says which column or columns hold the answers to one question, and in what words. An empty cell is no answer. The
// zero Column names no question and is refused.
type Column struct {
	Question string `json:"question"` // its code
	// Heading is that of the one column: of a single choice, of a scale, or of a multiple choice whose options are joined.
	Heading string `json:"heading,omitempty"`
	// Options are the headings of the columns that say of one option of a multiple choice whether it was selected, by
	// option: "question/option" of KoBoToolbox, "question[option]" of LimeSurvey. All empty, they are no answer; else an empty
	// one is not selected. Beside Heading they may leave options out, and must agree with it.
	Options map[string]string `json:"options,omitempty"`
	// Separator stands between joined options; empty is " ".
	Separator string `json:"separator,omitempty"`
	// Codes are the options that the texts in the column Heading stand for, by text; empty: the texts are the options.
	Codes map[string]string `json:"codes,omitempty"`
	// Selected and NotSelected are what the columns of Options hold. Empty, they are 1, y, yes, true, and 0, n, no, false;
	// those in small letters, in capitals, or with a first capital.
	Selected    []string `json:"selected,omitempty"`
	NotSelected []string `json:"notSelected,omitempty"`
	// NotAsked are texts that say, as an empty cell does, that the question was not put or not answered, such as "N/A".
	NotAsked []string `json:"notAsked,omitempty"`
}

// Cells are those of one column with one of some texts; without texts, those that are not empty, as a date of submission.
// The zero Cells name no column and are refused.
type Cells struct {
	Heading string   `json:"heading"`
	Texts   []string `json:"texts,omitempty"`
}

const mostColumns = 10_000 // that have headings

// Validate returns every fault of the form, each at a JSON Pointer below it: those of the questionnaire, questions without
// a column, codes and options that the survey does not have, texts and headings that stand for two things.
func (f Form) Validate() indicator.Faults {
	_, faults := newRecordCounter(f)
	return faults
}

// ReadRecords counts a survey's tallies from a CSV export, one row a respondent under one line of headings, 原始记录统计. It
// reads once and keeps no record, so that memory does not grow with the rows. The text is UTF-8, with or without a byte
// order mark. A row of empty cells is a record, a blank line is none.
//
// The result is the form's survey with these counts; what it prints and says of itself stays.
//
//	Returned            all records
//	Valid               those that are valid and have a weight above 0
//	Question.Asked      of those in Valid, who fulfil AskedIf; absent without such a condition
//	Question.Answered   of those in Valid, who answered, even if with nothing selected
//	Tally.Count         of those in Valid, who chose the option
//	CrossTable.Counts   of those in Valid, who chose both options
//	Tally.Weighted      the weights of those in Tally.Count
//	Question.Weights    the weights of those in the question's base, without answers outside it
//
// The last two are absent where nothing is weighted, where no one in the base has a weight above 0, and of a base of
// responses, since ticks have no effective size. A record with the weight 0 counts in Returned and Weights.Zero alone, lest
// bases of people be larger than those behind their shares. Of a record that is not valid nothing else is read.
//
// The error is [indicator.Faults], of the whole text, and there is no survey then. Those of the form, at paths as Validate
// gives them, come alone, before anything is read; those of headings come alone too. Then they are of records, at
// /rows/<row>/<heading>; rows are counted as a spreadsheet does, from the headings in row 1. Records are wrong in cells
// more or fewer than headings, in texts that the form does not know, or that are no UTF-8, in an option joined twice, in
// columns of one question that disagree, in an answer to a question that was not put, in one outside the base beside others
// of a base of people, and in a weight that is missing, below 0, or longer than nine digits before or after the point.
// Nothing is read after a quote that stands wrong, or a record of more than 1 MiB with the blank lines before it. What the
// counts contradict, such as a smaller number sent, stands at /survey. An error of the reader is returned by itself,
// wrapped.
func ReadRecords(r io.Reader, f Form) (Survey, error) {
	c, faults := newRecordCounter(f)
	if err := faults.Err(); err != nil {
		return Survey{}, err
	}
	c.recordReader = newRecordReader(r, f.comma())
	stopped := c.next()
	if stopped == nil {
		c.readHeadings()
		if err := c.faults.Err(); err != nil {
			return Survey{}, err
		}
	}
	for stopped == nil {
		if stopped = c.next(); stopped == nil {
			c.countRecord()
		}
	}
	if err := c.noteStop(stopped); err != nil {
		return Survey{}, err
	}
	c.fillIn()
	if len(c.faults) == 0 { // else the counts are of faults too
		c.faults.Under("/survey", c.survey.Validate())
	}
	if err := c.faults.Err(); err != nil {
		return Survey{}, err
	}
	return c.survey, nil
}

// recordCounter counts the records of one survey.
type recordCounter struct {
	*recordReader
	form      Form
	survey    Survey // the result
	questions []questionCounter
	crosses   []crossCounter
	faults    indicator.Faults

	headings      []string
	valid, weight int // cells; −1: there is none
	validTexts    textCodes

	weighted       recordWeight // of the record at hand
	zero           bool         // the record at hand has the weight 0
	returned, kept int64
	places         int // the most that a weight above 0 has
}

// readHeadings takes the record at hand for the headings, and finds the form's columns in it.
func (c *recordCounter) readHeadings() {
	if len(c.cells) > mostColumns {
		c.faults.Add(indicator.Pointer("rows", c.row), indicator.FaultRange, fmt.Sprintf("%d cells", len(c.cells)), fmt.Sprintf("at most %d headings", mostColumns))
		return
	}
	for i := range c.cells {
		heading := strings.ToValidUTF8(c.cell(i), "\ufffd")
		c.headings = append(c.headings, heading)
		if !utf8.ValidString(c.cells[i]) {
			c.faults.Add(c.path(i), indicator.FaultText, heading, "a heading in UTF-8")
		}
	}
	c.valid, c.weight = -1, -1
	if c.form.Valid != nil {
		c.valid = c.find(c.form.Valid.Heading)
	}
	if c.form.Weight != "" {
		c.weight = c.find(c.form.Weight)
	}
	for i := range c.questions {
		c.questions[i].findColumns(c)
	}
}

// find returns the column with a heading, and adds a fault where there are none or several.
func (c *recordCounter) find(heading string) int {
	heading = strings.TrimSpace(heading)
	path, at := indicator.Pointer("rows", c.row, heading), slices.Index(c.headings, heading)
	if at < 0 {
		c.faults.Add(path, indicator.FaultRequired, "", "a column with this heading")
	} else if slices.Contains(c.headings[at+1:], heading) {
		c.faults.Add(path, indicator.FaultDuplicate, heading, "one column with this heading")
	}
	return at
}

// countRecord counts the record at hand.
func (c *recordCounter) countRecord() {
	c.returned++
	if len(c.cells) != len(c.headings) {
		c.faults.Add(indicator.Pointer("rows", c.row), indicator.FaultRange, fmt.Sprintf("%d cells", len(c.cells)), fmt.Sprintf("%d, one a heading", len(c.headings)))
		return
	}
	if !c.isValid() || !c.readWeight() {
		return
	}
	for i := range c.questions {
		c.questions[i].read(c)
	}
	for i := range c.questions {
		c.questions[i].count(c)
	}
	if c.zero {
		return
	}
	c.kept++
	c.places = max(c.places, c.weighted.places)
	for i := range c.crosses {
		c.crosses[i].count()
	}
}

func (c *recordCounter) isValid() bool {
	if c.valid < 0 {
		return true
	}
	text := c.cell(c.valid)
	if len(c.form.Valid.Texts) == 0 {
		return text != ""
	}
	return c.validTexts[text] != unknownText
}

// readWeight returns false where the weight is wrong.
func (c *recordCounter) readWeight() bool {
	if c.weight < 0 {
		return true
	}
	if wrong := c.weighted.parse(c.cell(c.weight)); wrong != "" {
		c.add(c.weight, wrong, recordWeightWant)
		return false
	}
	c.zero = c.weighted.units == 0
	return true
}

// path returns where a cell of the record stands.
func (c *recordCounter) path(cell int) string {
	return indicator.Pointer("rows", c.row, c.headings[cell])
}

// add notes a fault of a cell. A text that is not UTF-8 has no other.
func (c *recordCounter) add(cell int, rule indicator.FaultRule, want string) {
	text := c.cell(cell)
	if !utf8.ValidString(text) {
		rule, want = indicator.FaultText, "text in UTF-8"
	}
	text = strings.Clone(text) // lest the fault keep the whole record
	c.faults.Add(c.path(cell), rule, strings.ToValidUTF8(text, "\ufffd"), want)
}

// noteStop adds the fault after which nothing can be read, if there is one. The error is that of the source.
func (c *recordCounter) noteStop(stopped error) error {
	path := indicator.Pointer("rows", c.row)
	syntax, isSyntax := errors.AsType[*csv.ParseError](stopped)
	switch {
	case c.source.failed != nil:
		return fmt.Errorf("survey: reading records, row %d: %w", c.row, c.source.failed)
	case errors.Is(stopped, errLongRecord):
		c.faults.Add(path, indicator.FaultRange, fmt.Sprintf("more than %d bytes", mostRecord), fmt.Sprintf("a record of at most %d bytes", mostRecord))
	case isSyntax:
		if at := len(c.cells); at < len(c.headings) {
			path = c.path(at)
		}
		c.faults.Add(path, indicator.FaultSyntax, fmt.Sprintf("line %d, column %d", syntax.Line, syntax.Column), "quotes around a whole cell, and doubled inside it")
	case !errors.Is(stopped, io.EOF):
		return fmt.Errorf("survey: reading records, row %d: %w", c.row, stopped)
	case c.headings == nil:
		c.faults.Add("/rows", indicator.FaultRequired, "", "a row of headings")
	}
	return nil
}

// fillIn writes the counts into the survey.
func (c *recordCounter) fillIn() {
	c.survey.Returned, c.survey.Valid = indicator.IntValue(c.returned), indicator.IntValue(c.kept)
	for i := range c.questions {
		if err := c.questions[i].fillIn(c.places); err != nil {
			c.faults.Add("/weight", indicator.FaultRange, c.form.Weight, "weights whose squares have a sum of at most 38 digits")
			return
		}
	}
	for i := range c.crosses {
		c.crosses[i].fillIn()
	}
}
