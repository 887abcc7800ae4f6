package report

import (
	"slices"
	"strconv"

	"github.com/planeval/planeval/task"
)

// widest is how many columns a table of the matrix has at most: the tasks and eight departments.
const widest = 9

// The marks of the matrix, which read without colour.
const (
	leadMark      = "●"
	supportMark   = "○"
	inheritedMark = "↑"
)

// matrixTables set the tasks against the departments, 任务—部门对照表; in several tables where there are more departments than
// one holds, each with the tasks that its departments have a part in. Departments and tasks without any part are named
// in notes.
func (w *writer) matrixTables() []Block {
	m := w.e.Matrix
	inherited := false
	parts := make([]int, len(m.Departments)) // cells by column
	var bare []string
	for _, row := range m.Rows {
		for _, c := range row.Cells {
			parts[c.Column]++
			inherited = inherited || c.Inherited
		}
		if len(row.Cells) == 0 {
			bare = append(bare, w.say("task.reference", "code", w.t(row.Code)))
		}
	}
	var held []int // columns of departments with a part
	var idle []string
	for i, n := range parts {
		if n > 0 {
			held = append(held, i)
		} else {
			idle = append(idle, w.departmentName(m.Departments[i]))
		}
	}
	notes := []string{w.say("matrix.note", "lead", leadMark, "support", supportMark)}
	if inherited {
		notes = append(notes, w.say("matrix.note-inherited", "inherited", inheritedMark))
	}
	var tables []Block
	count := (len(held) + widest - 2) / (widest - 1)
	for i := range count {
		t := w.matrixTable(held[i*len(held)/count : (i+1)*len(held)/count])
		if count > 1 {
			t.Caption += w.paren(w.say("matrix.part", "n", strconv.Itoa(i+1), "count", strconv.Itoa(count)))
		}
		t.Notes = notes
		if i == count-1 {
			t.Notes = slices.Concat(notes, noteOn(bare, w.say("matrix.note-bare", "tasks", w.list(bare...))),
				noteOn(idle, w.say("matrix.note-idle", "departments", w.list(idle...))))
		}
		tables = append(tables, t)
	}
	return tables
}

// matrixTable is the matrix of the departments in the given columns.
func (w *writer) matrixTable(departments []int) Table {
	titles := []string{w.say("column.task")}
	for _, d := range departments {
		titles = append(titles, w.departmentName(w.e.Matrix.Departments[d]))
	}
	t := Table{ID: "matrix", Caption: w.say("matrix.caption"), Columns: columns(titles)}
	for i := range departments {
		t.Columns[i+1].Align = Center
	}
	for _, row := range w.e.Matrix.Rows {
		cells := []Cell{{
			Text:  capital(w.say("task.reference", "code", w.t(row.Code))) + w.paren(w.knownStatus(row.Status)),
			State: string(row.Status),
		}}
		marked := false
		for _, d := range departments {
			mark := matrixMark(row.At(d))
			marked = marked || mark != ""
			cells = append(cells, Cell{Text: mark})
		}
		if marked {
			t.Rows = append(t.Rows, cells)
		}
	}
	return t
}

func matrixMark(c task.Cell) string {
	mark := map[task.Part]string{task.Lead: leadMark, task.Support: supportMark}[c.Part]
	if mark != "" && c.Inherited {
		mark += inheritedMark
	}
	return mark
}

// noteOn returns a note where there is anything that it is on.
func noteOn(things []string, note string) []string {
	if len(things) == 0 {
		return nil
	}
	return []string{note}
}
