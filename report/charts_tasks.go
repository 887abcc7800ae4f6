package report

import (
	"slices"
	"strconv"
	"strings"

	"github.com/planeval/planeval/task"
)

// overview sets the chapters of the plan's tasks against the departments, 重点任务责任分工: how many tasks of each a department
// leads and supports, as charts, several where there are more departments than one holds, and as a table of the departments.
func (w *writer) overview() []Block {
	m := w.e.Matrix
	counts := make([][]overviewCell, len(w.e.Plan.Tasks))
	for i := range counts {
		counts[i] = make([]overviewCell, len(m.Departments))
	}
	var held []int // columns of departments with a part
	for _, row := range m.Rows {
		head, _, _ := strings.Cut(strings.TrimPrefix(row.Path, "/tasks/"), "/")
		chapter, err := strconv.Atoi(head)
		if err != nil || chapter < 0 || chapter >= len(counts) {
			continue
		}
		for _, c := range row.Cells {
			counts[chapter][c.Column].add(c.Part, row.Status)
			if !slices.Contains(held, c.Column) {
				held = append(held, c.Column)
			}
		}
	}
	if len(held) == 0 {
		return nil
	}
	slices.Sort(held)
	var list []Block
	count := (len(held) + widest - 2) / (widest - 1)
	for i := range count {
		grid := w.overviewGrid(counts, held[i*len(held)/count:(i+1)*len(held)/count])
		c := Chart{
			ID: "overview", Caption: w.say("overview.caption"), Summary: w.say("overview.summary"), Tables: []string{"overview"},
			Legend: w.stateKeys(MarkCell, func(state string) string { return w.taskStatus(task.Status(state)) }, statesIn(grid.Rows)...),
			Notes:  []string{w.say("overview.note", "none", missing)},
		}
		if count > 1 {
			c.Caption += w.paren(w.say("matrix.part", "n", strconv.Itoa(i+1), "count", strconv.Itoa(count)))
		}
		list = append(list, parted(&w.words, c, mostRows, grid.Rows, func(rows [][]Cell) Plot { return Grid{Columns: grid.Columns, Rows: rows} })...)
	}
	return append(list, w.overviewTable(counts))
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

func (w *writer) overviewGrid(counts [][]overviewCell, departments []int) Grid {
	g := Grid{Columns: []Column{{Title: w.say("column.chapter")}}}
	for _, d := range departments {
		g.Columns = append(g.Columns, Column{Title: w.departmentName(w.e.Matrix.Departments[d]), Align: Center})
	}
	for i, chapter := range counts {
		row := texts(capital(w.taskName(w.e.Plan.Tasks[i])))
		for _, d := range departments {
			c, cell := chapter[d], Cell{}
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
func (w *writer) overviewTable(counts [][]overviewCell) Table {
	t := Table{ID: "overview", Caption: w.say("overview.caption"),
		Columns: columns([]string{w.say("column.chapter"), w.say("column.leading"), w.say("column.supporting")})}
	for i, chapter := range counts {
		var leading, supporting []string
		for d, c := range chapter {
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
