package survey

import (
	"bytes"
	"slices"

	"github.com/planeval/planeval/indicator"
)

// questionCounter reads the answers to one question and counts them.
type questionCounter struct {
	*Question // in the result
	column    recordColumn
	asked     *questionCounter // whose answers say whether this question is put; nil: it is put to all
	askedBy   []int            // the options that say so

	// The answer in the record at hand.
	row      int   // in which it stands
	chosen   []int // options
	chosenIn []int // by option the row in which it was chosen last, so that nothing need be wiped
	answered bool
	first    int  // the first cell that is not empty
	wrong    bool // it has a fault, so nothing is to be concluded from it

	counts       []int64
	sums         []wideSum
	put, answers int64
	base         weightSums
	anyOutside   bool
}

func newQuestionCounter(q *Question) questionCounter {
	return questionCounter{
		Question: q,
		chosenIn: make([]int, len(q.Tallies)), counts: make([]int64, len(q.Tallies)), sums: make([]wideSum, len(q.Tallies)),
		anyOutside: slices.ContainsFunc(q.Tallies, func(t Tally) bool { return t.Outside }),
	}
}

// option returns the index of an option, or −1.
func (q *questionCounter) option(option string) int {
	return slices.IndexFunc(q.Tallies, func(t Tally) bool { return t.Option == option })
}

// setAskedBy looks up the options that the question is asked for.
func (q *questionCounter) setAskedBy() {
	if q.asked == nil {
		return
	}
	for _, option := range q.AskedIf.Options {
		if i := q.asked.option(option); i >= 0 {
			q.askedBy = append(q.askedBy, i)
		}
	}
}

// read reads the record's answer.
func (q *questionCounter) read(c *recordCounter) {
	q.row, q.chosen, q.answered, q.wrong = c.row, q.chosen[:0], false, false
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
	if len(text) == 0 {
		return
	}
	code := column.texts.code(text)
	if code == notAsked {
		return
	}
	q.answered, q.first = true, column.cell
	switch {
	case code != unknownText:
		q.choose(int(code - 1))
	case column.separator == nil:
		q.refuse(c, column.cell, indicator.FaultReference, column.want)
	default:
		q.readJoined(c, text)
	}
}

// readJoined reads several options in one cell.
func (q *questionCounter) readJoined(c *recordCounter, text []byte) {
	for more := true; more; {
		var part []byte
		part, text, more = bytes.Cut(text, q.column.separator)
		part = bytes.TrimSpace(part)
		if len(part) == 0 {
			continue
		}
		code := q.column.texts.code(part)
		switch {
		case code <= unknownText:
			q.refuse(c, q.column.cell, indicator.FaultReference, q.column.want)
		case !q.choose(int(code - 1)):
			q.refuse(c, q.column.cell, indicator.FaultDuplicate, "each option once, and not "+string(part)+" twice")
		}
		if q.wrong {
			return
		}
	}
}

// choose notes an option; it returns false where the option was chosen already.
func (q *questionCounter) choose(option int) bool {
	if q.chosenIn[option] == q.row {
		return false
	}
	q.chosenIn[option] = q.row
	q.chosen = append(q.chosen, option)
	return true
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
		code := int32(notSelected)
		if text := c.cell(cell); len(text) > 0 {
			if code = column.ticks.code(text); code == unknownText {
				q.refuse(c, cell, indicator.FaultReference, "what says whether the option was selected, such as 1 or 0")
				continue
			}
			if code != notAsked && !q.answered {
				q.answered, q.first = true, cell
			}
		}
		if column.cell < 0 {
			if code == selected {
				q.choose(option)
			}
			continue
		}
		agree = agree && (code == selected) == (q.chosenIn[option] == q.row)
	}
	if !agree && !q.wrong {
		q.refuse(c, column.cell, indicator.FaultConflict, "the options that are selected in their own columns")
	}
}

// isPut reports whether the question was put in this record, and false where that is not known.
func (q *questionCounter) isPut() (put, known bool) {
	if q.asked == nil {
		return true, true
	}
	for _, option := range q.askedBy {
		if q.asked.chosenIn[option] == q.row {
			return true, true
		}
	}
	return false, !q.asked.wrong
}

// outside returns how many of the chosen options are outside the base.
func (q *questionCounter) outside() int {
	n := 0
	if q.anyOutside {
		for _, option := range q.chosen {
			if q.Tallies[option].Outside {
				n++
			}
		}
	}
	return n
}

// count counts the record's answer, once those to all questions are read.
func (q *questionCounter) count(c *recordCounter) {
	put, known := q.isPut()
	if !put && known && q.answered && !q.wrong {
		q.refuse(c, q.first, indicator.FaultConflict, "no answer, as it is asked if "+q.asked.Code+" is "+shortList(q.AskedIf.Options))
	}
	outside := q.outside()
	if outside > 0 && len(q.chosen) > 1 && q.Base != Responses && !q.wrong {
		q.refuse(c, q.first, indicator.FaultConflict, "an answer outside the base by itself")
	}
	if c.weight >= 0 && q.Base != Responses && outside == 0 &&
		(q.Base == Respondents || q.Base == Asked && put || q.answered) {
		q.base.add(c.weighted)
	}
	if c.weight >= 0 && c.weighted.units == 0 {
		return
	}
	if put {
		q.put++
	}
	if q.answered {
		q.answers++
	}
	for _, option := range q.chosen {
		q.counts[option]++
		if c.weight >= 0 {
			q.sums[option].add(0, c.weighted.units)
		}
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
	counts        []int64 // row by row
}

func (x *crossCounter) count() {
	for _, row := range x.rows.chosen {
		line := x.counts[row*len(x.columns.counts):]
		for _, column := range x.columns.chosen {
			line[column]++
		}
	}
}
