package task_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/planeval/planeval/task"
)

func TestMatrix(t *testing.T) {
	departments := []task.Department{{Code: "a"}, {Code: "b"}, {Code: "c"}}
	tasks := []task.Task{
		{Code: "1", Lead: "a", Support: []string{"b", "c"}, Tasks: []task.Task{
			{Code: "1.1", Status: task.Delayed, Support: []string{"c", "nobody"}},
			{Code: "1.2", Lead: "b", Done: on("2022")},
		}},
		{Code: "2", Lead: "nobody"},
	}
	m := task.Cross(departments, tasks, on("2023"))
	assert.Equal(t, task.Matrix{
		Departments: []string{"a", "b", "c"},
		Rows: []task.Row{
			{Path: "/tasks/0/tasks/0", Code: "1.1", Status: task.Delayed, Cells: []task.Cell{{0, task.Lead, true}, {1, task.Support, true}, {2, task.Support, false}}},
			{Path: "/tasks/0/tasks/1", Code: "1.2", Status: task.Completed, Cells: []task.Cell{{1, task.Lead, false}, {2, task.Support, true}}},
			{Path: "/tasks/1", Code: "2", Cells: []task.Cell{}},
		},
	}, m)
	assert.Equal(t, task.Cell{1, task.Lead, false}, m.Rows[1].At(1))
	assert.Equal(t, task.NoPart, m.Rows[1].At(0).Part)
	assert.Equal(t, task.NoPart, m.Rows[2].At(2).Part)
}

func TestMatrixAndStandingsAgreeWithTheLedger(t *testing.T) {
	for seed := range uint64(300) {
		departments, tasks := randomPlan(seed)
		ledger := task.RollUp(departments, tasks, on("2023"))
		m := task.Cross(departments, tasks, on("2023"))
		standings := task.Stand(tasks, on("2023"))
		leads, supports, completed := make([]int, len(departments)), make([]int, len(departments)), 0
		for i, row := range m.Rows {
			assert.Equal(t, standings[i].Path, row.Path, "seed %d", seed)
			assert.Equal(t, standings[i].Status(), row.Status, "seed %d", seed)
			if row.Status == task.Completed {
				completed++
			}
			for _, c := range row.Cells {
				switch c.Part {
				case task.Lead:
					leads[c.Column]++
				case task.Support:
					supports[c.Column]++
				}
			}
		}
		assert.Len(t, m.Rows, ledger.Total.Tasks)
		assert.Equal(t, ledger.Total.Completed, completed, "seed %d", seed)
		for i, d := range ledger.Departments {
			assert.Equal(t, d.Tasks, leads[i], "seed %d", seed)
			assert.Equal(t, d.Supports, supports[i], "seed %d", seed)
		}
	}
}
