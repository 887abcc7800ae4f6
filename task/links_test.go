package task_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/planeval/planeval/task"
)

func TestLink(t *testing.T) {
	tasks := []task.Task{
		{Code: "1", Indicators: []string{"a", "a", "x"}, Tasks: []task.Task{{Code: "1.1"}, {Code: "1.2", Indicators: []string{"e\u0301"}}}},
		{Code: "2", Indicators: []string{"\u00e9", "a"}},
	}
	assert.Equal(t, task.Links{
		Indicators: []task.IndicatorTasks{
			{Indicator: "b", Tasks: []task.Place{}},
			{Indicator: "a", Tasks: []task.Place{{Path: "/tasks/0", Code: "1"}, {Path: "/tasks/1", Code: "2"}}},
			{Indicator: "\u00e9", Tasks: []task.Place{{Path: "/tasks/0/tasks/1", Code: "1.2"}, {Path: "/tasks/1", Code: "2"}}},
		},
		Unserved: []string{"b"},
	}, task.Link(tasks, []string{"b", "a", "\u00e9"}))
	assert.Equal(t, task.Links{Indicators: []task.IndicatorTasks{}, Unserved: []string{}}, task.Link(nil, nil))
}
<<<<<<< HEAD

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

func TestLedgerCountsDerivedStatuses(t *testing.T) {
	tasks := []task.Task{
		{Code: "1", Done: on("2022")},
		{Code: "2", Status: task.OnSchedule, Done: on("2022")}, // what is declared counts
		{Code: "3", Milestones: []task.Milestone{step("a", "2022", "")}},
	}
	total := task.RollUp(nil, tasks, on("2022")).Total
	assert.Equal(t, [8]int{3, 0, 1, 1, 1, 0, 0, 0}, counts(total))
	total = task.RollUp(nil, tasks, on("2021")).Total
	assert.Equal(t, [8]int{3, 0, 1, 0, 0, 0, 2, 0}, counts(total))
}

func TestSilentDepartments(t *testing.T) {
	fact := []indicator.Fact{{Name: "n", Value: indicator.MustValue("1")}}
	returned := task.SelfAssessment{State: task.Returned}
	for _, c := range []struct {
		name string
		self task.SelfAssessment
		task task.Task
		want bool
	}{
		{"nothing stated is silent", task.SelfAssessment{}, task.Task{Lead: "a"}, true},
		{"a summary in words is not silence", task.SelfAssessment{}, task.Task{Lead: "a", Summary: "built"}, false},
		{"a self-assessment not returned is silent", task.SelfAssessment{State: task.NotReturned}, task.Task{Lead: "a"}, true},
		{"a self-assessment returned is not", returned, task.Task{Lead: "a"}, false},
		{"a status is not", task.SelfAssessment{}, task.Task{Lead: "a", Status: task.Delayed}, false},
		{"a status that is derived is not", task.SelfAssessment{}, task.Task{Lead: "a", Done: on("2022")}, false},
		{"a fact is not", task.SelfAssessment{}, task.Task{Lead: "a", Facts: fact}, false},
		{"a fact of the task above says nothing of the leaf", task.SelfAssessment{}, task.Task{Lead: "a", Facts: fact, Tasks: []task.Task{{}}}, true},
		{"who leads nothing is not silent", task.SelfAssessment{}, task.Task{Support: []string{"a"}}, false},
		{"who leads only what others lead in its parts is not silent", task.SelfAssessment{}, task.Task{Lead: "a", Tasks: []task.Task{{Lead: "b"}}}, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			departments := []task.Department{{Code: "a", SelfAssessment: c.self}, {Code: "b", SelfAssessment: returned}}
			d := task.RollUp(departments, []task.Task{c.task}, on("2023")).Departments
			assert.Equal(t, c.want, d[0].Silent)
			assert.Equal(t, c.self.State, d[0].SelfAssessment)
			assert.False(t, d[1].Silent)
		})
	}
}
=======
>>>>>>> task-work
