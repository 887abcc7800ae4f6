package survey

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/planeval/planeval/indicator"
)

// questionCounter reads the answers to one question and counts them.
type questionCounter struct {
	*Question // in the result
	column    recordColumn
	asked     *questionCounter // whose answers say whether this question is put; nil: it is put to all
	askedBy   []int            // the options that say so

	// The answer in the record at hand.
	chosen   []bool // by option
	answered bool
	first    int  // the first cell that is not empty
	wrong    bool // it has a fault, so nothing is to be concluded from it

	// Of all records.
	put, answers int64
	counts       []int64   // by option
	sums         []wideSum // by option, of weights
	base         weightSums
}

func newQuestionCounter(q *Question) questionCounter {
	n := len(q.Tallies)
	return questionCounter{Question: q, chosen: make([]bool, n), counts: make([]int64, n), sums: make([]wideSum, n)}
}

// option returns the index of an option, or −1.
func (q *questionCounter) option(option string) int {
	return slices.IndexFunc(q.Tallies, func(t Tally) bool { return t.Option == option })
}

// read reads the record's answer.
func (q *questionCounter) read(c *recordCounter) {
	clear(q.chosen)
	q.answered, q.wrong = false, false
	if q.column.cell >= 0 {
		q.readText(c)
	}
	if q.column.options != nil {
		q.readTicks(c)
	}
}

// readText reads the one column.
func (q *questionCounter) readText(c *recordCounter) {
	column := &q.column
	text := c.cell(column.cell)
	code := column.texts[text]
	if text == "" || code == notAsked {
		return
	}
	q.answered, q.first = true, column.cell
	switch {
	case code != unknownText:
		q.chosen[code-1] = true
	case column.separator == "":
		q.refuse(c, column.cell, indicator.FaultReference, column.want)
	default:
		q.readJoined(c, text)
	}
}

// readJoined reads several options in one cell.
func (q *questionCounter) readJoined(c *recordCounter, text string) {
	for part := range strings.SplitSeq(text, q.column.separator) {
		part = strings.TrimSpace(part)
		code := q.column.texts[part]
		switch {
		case part == "":
		case code <= unknownText:
			q.refuse(c, q.column.cell, indicator.FaultReference, q.column.want)
			return
		case q.chosen[code-1]:
			q.refuse(c, q.column.cell, indicator.FaultDuplicate, "each option once, and not "+part+" twice")
			return
		default:
			q.chosen[code-1] = true
		}
	}
}

// refuse adds a fault of the answer.
func (q *questionCounter) refuse(c *recordCounter, cell int, rule indicator.FaultRule, want string) {
	q.wrong = true
	c.add(cell, rule, want)
}

// readTicks reads the columns of single options, and holds them against the one column where there is one.
func (q *questionCounter) readTicks(c *recordCounter) {
	column := &q.column
	agree := true
	for option, cell := range column.options {
		if cell < 0 {
			continue
		}
		text := c.cell(cell)
		code := column.ticks[text]
		if text != "" && code == unknownText {
			q.refuse(c, cell, indicator.FaultReference, "what says whether the option was selected, such as 1 or 0")
			continue
		}
		if text != "" && code != notAsked && !q.answered {
			q.answered, q.first = true, cell
		}
		if column.cell < 0 {
			q.chosen[option] = code == selected
		} else if q.chosen[option] != (code == selected) {
			agree = false
		}
	}
	if !agree && !q.wrong {
		q.refuse(c, column.cell, indicator.FaultConflict, "the options that are selected in their own columns")
	}
}

// isPut reports whether the question was put in this record.
func (q *questionCounter) isPut() bool {
	return q.asked == nil || slices.ContainsFunc(q.askedBy, func(option int) bool { return q.asked.chosen[option] })
}

// count counts the record's answer, once those to all questions are read.
func (q *questionCounter) count(c *recordCounter) {
	put := q.isPut()
	if !put && !q.asked.wrong && q.answered && !q.wrong {
		q.refuse(c, q.first, indicator.FaultConflict, "no answer, as it is asked if "+q.asked.Code+" is "+shortList(q.AskedIf.Options))
	}
	inside, outside := 0, 0
	for option, chosen := range q.chosen {
		switch {
		case !chosen:
			continue
		case q.Tallies[option].Outside:
			outside++
		default:
			inside++
		}
		if !c.zero {
			q.counts[option]++
			if c.weight >= 0 {
				q.sums[option].add(c.weighted.units, 0)
			}
		}
	}
	if outside > 0 && inside+outside > 1 && q.Base != Responses && !q.wrong {
		q.refuse(c, q.first, indicator.FaultConflict, "an answer outside the base by itself")
	}
	if c.weight >= 0 && q.Base != Responses && outside == 0 &&
		(q.Base == Respondents || q.Base == Asked && put || q.answered) {
		q.base.add(&c.weighted)
	}
	if put && !c.zero {
		q.put++
	}
	if q.answered && !c.zero {
		q.answers++
	}
}

// fillIn writes the counts into the question; places are those of weights.
func (q *questionCounter) fillIn(places int) error {
	q.Answered = indicator.IntValue(q.answers)
	if q.AskedIf != nil {
		q.Asked = indicator.IntValue(q.put)
	}
	for i := range q.Tallies {
		q.Tallies[i].Count = indicator.IntValue(q.counts[i])
	}
	if q.base.sum == (wideSum{}) {
		return nil
	}
	var err error
	if q.Weights, err = q.base.weights(places); err != nil {
		return err
	}
	for i := range q.Tallies {
		if q.Tallies[i].Weighted, err = q.sums[i].value(recordWeightPlaces, places); err != nil {
			return err
		}
	}
	return nil
}

// crossCounter counts one cross table.
type crossCounter struct {
	table         *CrossTable // in the result
	rows, columns *questionCounter
	counts        [][]int64
}

func (x *crossCounter) count() {
	for i, row := range x.rows.chosen {
		for j, column := range x.columns.chosen {
			if row && column {
				x.counts[i][j]++
			}
		}
	}
}

func (x *crossCounter) fillIn() {
	for i, line := range x.counts {
		for j, n := range line {
			x.table.Counts[i][j] = indicator.IntValue(n)
		}
	}
}

// textCodes are what the texts in a column stand for.
type textCodes map[string]int

// unknownText is the code of no text. Of answers, notAsked is the code of no answer, and 1 that of the first option.
const (
	unknownText = 0
	notAsked    = -1

	selected    = 1
	notSelected = 2
)

// set makes the text stand for the code, and adds a fault where it cannot: it is empty, no UTF-8, or stands for another.
func (t textCodes) set(text string, code int, path string, faults *indicator.Faults) {
	text = strings.TrimSpace(text)
	switch old := t[text]; {
	case text == "":
		faults.Require(path, text)
	case !utf8.ValidString(text):
		faults.Add(path, indicator.FaultText, strings.ToValidUTF8(text, "\ufffd"), "text in UTF-8")
	case old != unknownText && old != code:
		faults.Add(path, indicator.FaultConflict, text, "a text that stands for nothing else in this column")
	default:
		t[text] = code
	}
}
