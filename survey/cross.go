package survey

import (
	"fmt"

	"github.com/planeval/planeval/indicator"
)

// CrossTable counts those who chose an option of one question by the option that they chose of another, 交叉表. Rows and
// columns are in the order of the questions' tallies.
type CrossTable struct {
	Rows    string              `json:"rows"`    // code of the question that is looked at
	Columns string              `json:"columns"` // code of the question that makes the groups
	Counts  [][]indicator.Value `json:"counts"`  // one list a row, one count a column
	Source  string              `json:"source,omitempty"`
}

// mostCells bounds the cells of a cross table.
const mostCells = 10_000

// validateCrossTable checks that the table has a row and a column for every option of its two questions, and no more
// people in a row or column than chose that option; and that no table before it is of the same two.
func (s Survey) validateCrossTable(c CrossTable, earlier []CrossTable) indicator.Faults {
	var faults indicator.Faults
	rows, columns := s.question(c.Rows), s.question(c.Columns)
	for _, q := range []struct{ path, code, found string }{{"/rows", c.Rows, rows.Code}, {"/columns", c.Columns, columns.Code}} {
		if q.found == "" {
			faults.Add(q.path, indicator.FaultReference, q.code, "the code of a question of the survey")
		}
	}
	if len(faults) > 0 {
		return faults
	}
	for _, other := range earlier {
		if other.Rows == c.Rows && other.Columns == c.Columns || other.Rows == c.Columns && other.Columns == c.Rows {
			faults.Add("/columns", indicator.FaultDuplicate, c.Columns, "two questions that no other table has, as the one would show what the other withholds")
			break
		}
	}
	if c.Rows == c.Columns {
		faults.Add("/columns", indicator.FaultConflict, c.Columns, "another question than that of the rows")
	}
	if n := len(rows.Tallies) * len(columns.Tallies); n > mostCells {
		faults.Add("/counts", indicator.FaultRange, fmt.Sprint(n), fmt.Sprintf("at most %d cells", mostCells))
		return faults
	}
	if len(c.Counts) != len(rows.Tallies) {
		faults.Add("/counts", indicator.FaultRange, fmt.Sprint(len(c.Counts)), fmt.Sprintf("%d rows, one an option of %q", len(rows.Tallies), c.Rows))
		return faults
	}
	for i, line := range c.Counts {
		at := indicator.Pointer("counts", i)
		if len(line) != len(columns.Tallies) {
			faults.Add(at, indicator.FaultRange, fmt.Sprint(len(line)), fmt.Sprintf("%d counts, one an option of %q", len(columns.Tallies), c.Columns))
			continue
		}
		sound := true
		for j, count := range line {
			cell := at + indicator.Pointer(j)
			if count.IsZero() {
				faults.Add(cell, indicator.FaultRequired, "", "a count")
			} else if validateCount(&faults, cell, count) {
				most := smallest(stated{CountChosen, rows.Tallies[i].Count}, stated{CountChosen, columns.Tallies[j].Count})
				before := len(faults)
				validateAtMost(&faults, cell, indicator.FaultConflict, count, most)
				sound = sound && len(faults) == before
			}
		}
		if total := sum(line); sound && columns.Kind != Multiple {
			validateAtMost(&faults, at, indicator.FaultConflict, total, smallest(stated{CountChosen, rows.Tallies[i].Count}))
		}
	}
	if len(faults) == 0 && rows.Kind != Multiple {
		for j, column := range columns.Tallies {
			most := smallest(stated{CountChosen, column.Count})
			if total := c.column(j); !most.value.IsZero() && total.Cmp(most.value) > 0 {
				faults.Add("/counts", indicator.FaultConflict, total.String(), fmt.Sprintf("at most %s in column %d, the %s count", most.value, j, most.count))
			}
		}
	}
	return faults
}

// column adds up the counts of a column.
func (c CrossTable) column(j int) indicator.Value {
	var counts []indicator.Value
	for _, line := range c.Counts {
		counts = append(counts, line[j])
	}
	return sum(counts)
}
