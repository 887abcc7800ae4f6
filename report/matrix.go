package report

import (
	"github.com/planeval/planeval/task"
)

// widest is how many departments stand side by side in one table.
const widest = 8

// matrixTables set tasks against departments, 任务—部门对照表: who leads and who supports, in as many tables as the
// departments need.
func (w *writer) matrixTables() []Block {
	var tables []Block
	m := w.e.Matrix
	for first := 0; first < len(m.Departments); first += widest {
		departments := m.Departments[first:min(first+widest, len(m.Departments))]
		t := Table{
			ID:      "matrix",
			Caption: w.say("matrix.caption"),
			Columns: []Column{{Title: w.say("standings.task")}},
			Notes:   []string{w.say("matrix.note")},
		}
		for _, code := range departments {
			t.Columns = append(t.Columns, Column{Title: w.departmentName(code), Align: Center})
		}
		for _, r := range m.Rows {
			name := w.named(w.taskNames, r.Code)[0]
			if r.Status != task.Unknown {
				name += w.paren(w.taskStatus(r.Status))
			}
			row := texts(name)
			for column := range departments {
				row = append(row, Cell{Text: w.partMark(r.At(first + column))})
			}
			t.Rows = append(t.Rows, row)
		}
		tables = append(tables, blocks(t)...)
	}
	return tables
}

// partMark is the mark of a department's part in a task, in parentheses where it is named for a task above; none
// leaves the cell empty.
func (w *writer) partMark(c task.Cell) string {
	if c.Part == task.NoPart {
		return ""
	}
	mark := w.word("part", string(c.Part), "")
	if c.Inherited {
		return w.say("mark.paren", "text", mark)
	}
	return mark
}
