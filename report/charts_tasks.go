package report

import (
	"slices"
	"strconv"
	"strings"

	"github.com/planeval/planeval/task"
)

// overview sets the chapters of the plan's tasks against the departments, 重点任务责任分工: how many tasks of each a department
// leads and supports, as a chart and a table, in several where there are more departments than one holds.
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
	slices.Sort(held)
	var charts, tables []Block
	count := (len(held) + widest - 2) / (widest - 1)
	for i := range count {
		columns := held[i*len(held)/count : (i+1)*len(held)/count]
		t := w.overviewTable(counts, columns)
		c := Chart{
			ID: "overview", Caption: t.Caption, Summary: w.say("overview.summary"), Tables: []string{t.ID},
			Legend: w.stateKeys(MarkCell, func(state string) string { return w.taskStatus(task.Status(state)) }, statesIn(t.Rows)...),
		}
		if count > 1 {
			part := w.paren(w.say("matrix.part", "n", strconv.Itoa(i+1), "count", strconv.Itoa(count)))
			c.Caption, t.Caption = c.Caption+part, t.Caption+part
		}
		charts = append(charts, parted(&w.words, c, mostRows, t.Rows, func(rows [][]Cell) Plot { return Grid{Columns: t.Columns, Rows: rows} })...)
		tables = append(tables, t)
	}
	return append(charts, tables...)
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

func (w *writer) overviewTable(counts [][]overviewCell, departments []int) Table {
	t := Table{
		ID: "overview", Caption: w.say("overview.caption"), Columns: []Column{{Title: w.say("column.chapter")}},
		Notes: []string{w.say("overview.note", "none", missing)},
	}
	for _, d := range departments {
		t.Columns = append(t.Columns, Column{Title: w.departmentName(w.e.Matrix.Departments[d]), Align: Center})
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
		t.Rows = append(t.Rows, row)
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
