package report

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/planeval/planeval/task"
)

// mostDepartments is how many departments the pictures of the overview show at most; more are read in its table.
const mostDepartments = 40

// overview sets the chapters of the plan's tasks against the departments, 重点任务责任分工: how many tasks of each a department
// leads and supports, as charts, several where there are more departments than one holds, and as a table of the departments.
func (w *writer) overview() []Block {
	m := w.e.Matrix
	chapters := make([]overviewRow, len(w.e.Plan.Tasks))
	part := make([]bool, len(m.Departments)) // whether a department has any
	for _, row := range m.Rows {
		head, _, _ := strings.Cut(strings.TrimPrefix(row.Path, "/tasks/"), "/")
		chapter, err := strconv.Atoi(head)
		if err != nil || chapter < 0 || chapter >= len(chapters) {
			continue
		}
		for _, c := range row.Cells {
			chapters[chapter].add(c.Column, c.Part, row.Status)
			part[c.Column] = true
		}
	}
	var held []int // columns of departments with a part
	for i, has := range part {
		if has {
			held = append(held, i)
		}
	}
	if len(held) == 0 {
		return nil
	}
	var list []Block
	count := (len(held) + widest - 2) / (widest - 1)
	for i := 0; i < count && len(held) <= mostDepartments; i++ {
		c := Chart{
			ID: "overview", Caption: w.say("overview.caption"), Summary: w.say("overview.summary"), Tables: []string{"overview"},
			Notes: []string{w.say("overview.note", "none", missing)},
		}
		if count > 1 {
			c.Caption += w.paren(w.say("matrix.part", "n", strconv.Itoa(i+1), "count", strconv.Itoa(count)))
		}
		grid := w.overviewGrid(chapters, held[i*len(held)/count:(i+1)*len(held)/count])
		list = append(list, parted(&w.words, c, mostRows, grid.Rows, func(rows [][]Cell) (Plot, []Key) {
			word := func(state string) string { return w.taskStatus(task.Status(state)) }
			return Grid{Columns: grid.Columns, Rows: rows}, w.stateKeys(MarkCell, word, statesIn(rows)...)
		})...)
	}
	return append(list, w.overviewTable(chapters))
}

// overviewRow is what departments have to do with a chapter, by their columns.
type overviewRow map[int]*overviewCell

func (r *overviewRow) add(column int, part task.Part, status task.Status) {
	if *r == nil {
		*r = overviewRow{}
	}
	if (*r)[column] == nil {
		(*r)[column] = &overviewCell{}
	}
	(*r)[column].add(part, status)
}

// overviewCell is what a department has to do with a chapter.
type overviewCell struct {
	leads, supports int
	status          task.Status // the gravest of the tasks that it leads
	led             bool
}

func (c *overviewCell) add(part task.Part, status task.Status) {
	if part == task.Support {
		c.supports++
		return
	}
	if !c.led || gravity(status) > gravity(c.status) {
		c.status = status
	}
	c.leads, c.led = c.leads+1, true
}

// gravity puts statuses in order: what is late before what is not known, and that before what goes well.
func gravity(s task.Status) int {
	return slices.Index([]task.Status{task.Completed, task.Adjusted, task.OnSchedule, task.NotStarted, task.Unknown, task.Delayed}, s)
}

func (w *writer) overviewGrid(chapters []overviewRow, departments []int) Grid {
	g := Grid{Columns: []Column{{Title: w.say("column.chapter")}}}
	for _, d := range departments {
		g.Columns = append(g.Columns, Column{Title: w.departmentName(w.e.Matrix.Departments[d]), Align: Center})
	}
	for i, chapter := range chapters {
		row := texts(capital(w.taskName(w.e.Plan.Tasks[i])))
		for _, d := range departments {
			c, cell := chapter[d], Cell{}
			if c == nil {
				c = &overviewCell{}
			}
			var parts []string
			if c.leads > 0 {
				parts = append(parts, w.say("overview.leads", "count", w.count(c.leads)))
				cell.State = or(string(c.status), "unknown")
			}
			if c.supports > 0 {
				parts = append(parts, w.say("overview.supports", "count", w.count(c.supports)))
			}
			cell.Text = or(strings.Join(parts, "\n"), missing)
			row = append(row, cell)
		}
		g.Rows = append(g.Rows, row)
	}
	return g
}

// overviewTable names the departments of each chapter with the number of their tasks.
func (w *writer) overviewTable(chapters []overviewRow) Table {
	t := Table{ID: "overview", Caption: w.say("overview.caption"),
		Columns: columns([]string{w.say("column.chapter"), w.say("column.leading"), w.say("column.supporting")})}
	for i, chapter := range chapters {
		var leading, supporting []string
		for _, d := range slices.Sorted(maps.Keys(chapter)) {
			c := chapter[d]
			name := w.departmentName(w.e.Matrix.Departments[d])
			if c.leads > 0 {
				leading = append(leading, name+w.paren(w.count(c.leads)))
			}
			if c.supports > 0 {
				supporting = append(supporting, name+w.paren(w.count(c.supports)))
			}
		}
		t.Rows = append(t.Rows, texts(capital(w.taskName(w.e.Plan.Tasks[i])), or(w.list(leading...), missing), or(w.list(supporting...), missing)))
	}
	return t
}

// statesIn returns the states of the cells, in the order in which they come.
func statesIn(rows [][]Cell) []string {
	var list []string
	for _, row := range rows {
		for _, c := range row {
			if c.State != "" && !slices.Contains(list, c.State) {
				list = append(list, c.State)
			}
		}
	}
	return list
}
