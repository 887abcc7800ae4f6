package task

import (
	"slices"

	"github.com/planeval/planeval/indicator"
)

// Matrix sets the tasks against the departments, 任务分工表.
type Matrix struct {
	Departments []string `json:"departments"` // the columns: the departments' codes, in document order
	Rows        []Row    `json:"rows"`        // one for each leaf, in document order
}

// Row is a leaf with its status and the departments that have a part in it.
type Row struct {
	Path   string `json:"path"` // JSON Pointer, such as /tasks/0/tasks/1
	Code   string `json:"code"`
	Status Status `json:"status,omitempty"` // as [Standing.Status] has it
	Cells  []Cell `json:"cells"`            // those with a part, by column
}

// Part is what a department does for a task. The zero Part is none.
type Part string

// The parts.
const (
	NoPart  Part = ""
	Lead    Part = "lead"    // 牵头
	Support Part = "support" // 配合
)

// Cell is a department's part in a leaf.
type Cell struct {
	Column    int  `json:"column"` // index into the matrix's departments
	Part      Part `json:"part"`
	Inherited bool `json:"inherited"` // named for a task above, not for the leaf itself
}

// At returns the cell of a column; where the department has no part, its Part is NoPart.
func (r Row) At(column int) Cell {
	at, ok := slices.BinarySearchFunc(r.Cells, column, func(c Cell, column int) int { return c.Column - column })
	if !ok {
		return Cell{Column: column}
	}
	return r.Cells[at]
}

// Cross makes the matrix of a plan as of a date. A department leads the leaves that name it or, where a leaf names no
// lead, that the nearest task above names it for; it supports those for which they or a task above name it, unless it
// leads them. So the cells of a column are those that [RollUp] counts. A code that no department has is left out.
func Cross(departments []Department, tasks []Task, asOf indicator.Period) Matrix {
	t := flatten(tasks)
	m := Matrix{Departments: make([]string, len(departments)), Rows: []Row{}}
	for i, d := range departments {
		m.Departments[i] = d.Code
	}
	codes := departmentIndex(departments)
	leads, statuses := t.leads(departments), t.statuses(asOf)
	for i, n := range t.nodes {
		if !t.leaf(i) {
			continue
		}
		row := Row{Path: n.path, Code: n.task.Code, Status: statuses[i], Cells: []Cell{}}
		if leads[i] >= 0 {
			row.Cells = append(row.Cells, Cell{Column: leads[i], Part: Lead, Inherited: n.task.Lead == ""})
		}
		for above := i; above >= 0; above = t.nodes[above].parent {
			for _, code := range t.nodes[above].task.Support {
				if d, ok := codes.find(code); ok && d != leads[i] {
					row.Cells = append(row.Cells, Cell{Column: d, Part: Support, Inherited: above != i})
				}
			}
		}
		// The nearest task that names a department stands first, so that the sort, which is stable, keeps it.
		slices.SortStableFunc(row.Cells, func(a, b Cell) int { return a.Column - b.Column })
		row.Cells = slices.CompactFunc(row.Cells, func(a, b Cell) bool { return a.Column == b.Column })
		m.Rows = append(m.Rows, row)
	}
	return m
}
