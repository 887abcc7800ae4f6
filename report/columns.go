package report

import (
	"slices"

	"github.com/planeval/planeval/indicator"
)

// columns makes the columns of a table of their titles; those named as ends hold figures.
func columns(titles []string, ends ...int) []Column {
	list := make([]Column, 0, len(titles))
	for _, title := range titles {
		list = append(list, Column{Title: title})
	}
	for _, i := range ends {
		list[i].Align = End
	}
	return list
}

// inGroups has the first column name groups of rows, where at most a quarter of the rows would stand alone below a name.
func inGroups(t Table) Table {
	alone := 0
	for group := range t.Groups() {
		if len(group) == 1 {
			alone++
		}
	}
	t.Grouped = len(t.Rows) > 0 && 4*alone <= len(t.Rows)
	return t
}

func withoutColumn(t Table, i int) Table {
	t.Columns = append(t.Columns[:i:i], t.Columns[i+1:]...)
	for r, row := range t.Rows {
		t.Rows[r] = append(row[:i:i], row[i+1:]...)
	}
	return t
}

// telling leaves out the columns, from the given one on, whose every cell has one of the texts that say nothing.
func telling(t Table, from int, nothing ...string) Table {
	for i := len(t.Columns) - 1; i >= from; i-- {
		if !slices.ContainsFunc(t.Rows, func(row []Cell) bool { return !slices.Contains(nothing, row[i].Text) }) {
			t = withoutColumn(t, i)
		}
	}
	return t
}

// shortened puts a short word in the place of figures that an indicator's kind or direction does not have, and a note
// that says what it means; written out in every cell the reason would leave no room for the figures.
func (w *writer) shortened(t Table) Table {
	reason, word, found := w.reason(indicator.NotDefined), w.say("table.not-defined"), false
	for _, row := range t.Rows {
		for i := range row {
			if row[i].Text == reason {
				row[i].Text, found = word, true
			}
		}
	}
	if found {
		t.Notes = append(t.Notes, w.say("table.not-defined-note", "word", word))
	}
	return t
}
