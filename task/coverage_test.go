package task_test

import (
	"encoding/json"
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/internal/replay"
	"github.com/planeval/planeval/task"
)

// orEmpty lets a case leave out the lists that are empty.
func orEmpty[T any](list []T) []T { return append([]T{}, list...) }

func TestCover(t *testing.T) {
	fact := []indicator.Fact{{Name: "n", Value: indicator.MustValue("1")}}
	for _, c := range []struct {
		name        string
		departments []task.Department
		tasks       []task.Task
		want        task.Coverage // but for the shares
		led, served string        // the shares
	}{
		{
			name: "a task that nobody leads is listed, unless a task above it has a lead",
			departments: []task.Department{
				{Code: "a", Name: "一"},
			},
			tasks: []task.Task{
				{Code: "1", Lead: "a", Tasks: []task.Task{{Code: "1.1", Tasks: []task.Task{{Code: "1.1.1", Facts: fact}}}}},
				{Code: "2", Tasks: []task.Task{{Code: "2.1", Facts: fact}, {Code: "2.2", Lead: "a", Facts: fact}}},
				{Code: "3", Facts: fact},
			},
			want: task.Coverage{TasksWithoutLead: []task.Place{{Path: "/tasks/1/tasks/0", Code: "2.1"}, {Path: "/tasks/2", Code: "3"}}},
			led:  "1/2", served: "zero-denominator",
		},
		{
			name:        "support is not lead",
			departments: []task.Department{{Code: "a"}},
			tasks:       []task.Task{{Code: "1", Support: []string{"a"}, Facts: fact}},
			want:        task.Coverage{TasksWithoutLead: []task.Place{{Path: "/tasks/0", Code: "1"}}},
			led:         "0", served: "zero-denominator",
		},
		{
			name:        "a department with neither lead nor support has nothing, whatever its duties say",
			departments: []task.Department{{Code: "lead"}, {Code: "idle", Duties: []task.Duty{{Subject: "s", Tasks: []string{"1"}}}}, {Code: "support"}},
			tasks:       []task.Task{{Code: "1", Lead: "lead", Support: []string{"support"}, Facts: fact}},
			want:        task.Coverage{DepartmentsWithoutTask: []task.Place{{Path: "/departments/1", Code: "idle"}}},
			led:         "1", served: "1",
		},
		{
			name:        "a department that leads a chapter has something, even if others lead all its parts",
			departments: []task.Department{{Code: "a"}, {Code: "b"}},
			tasks:       []task.Task{{Code: "1", Lead: "a", Tasks: []task.Task{{Code: "1.1", Lead: "b", Facts: fact}}}},
			want:        task.Coverage{},
			led:         "1", served: "zero-denominator",
		},
		{
			name: "a duty without a task of the plan is served by none",
			departments: []task.Department{{Code: "a", Duties: []task.Duty{
				{Subject: "served", Tasks: []string{"1"}}, {Subject: "bare"}, {Subject: "astray", Tasks: []string{"9"}},
			}}},
			tasks: []task.Task{{Code: "1", Lead: "a", Facts: fact}},
			want: task.Coverage{DutiesWithoutTask: []task.DutyPlace{
				{Path: "/departments/0/duties/1", Department: "a", Subject: "bare"},
				{Path: "/departments/0/duties/2", Department: "a", Subject: "astray"},
			}},
			led: "1", served: "1/3",
		},
		{
			name:        "evidence is a leaf's own",
			departments: []task.Department{{Code: "a"}},
			tasks:       []task.Task{{Code: "1", Lead: "a", Facts: fact, Tasks: []task.Task{{Code: "1.1"}, {Code: "1.2", Facts: fact}}}},
			want:        task.Coverage{TasksWithoutEvidence: []task.Place{{Path: "/tasks/0/tasks/0", Code: "1.1"}}},
			led:         "1", served: "zero-denominator",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := task.Cover(c.departments, c.tasks)
			assert.Equal(t, orEmpty(c.want.TasksWithoutLead), got.TasksWithoutLead)
			assert.Equal(t, orEmpty(c.want.TasksWithoutEvidence), got.TasksWithoutEvidence)
			assert.Equal(t, orEmpty(c.want.DepartmentsWithoutTask), got.DepartmentsWithoutTask)
			assert.Equal(t, orEmpty(c.want.DutiesWithoutTask), got.DutiesWithoutTask)
			assert.Equal(t, c.led, fmt.Sprint(got.Led.Result))
			assert.Equal(t, c.served, fmt.Sprint(got.Served.Result))
			assert.NoError(t, replay.Check(got.Led))
			assert.NoError(t, replay.Check(got.Served))
		})
	}
}

func TestEmptyCoverageHasEmptyLists(t *testing.T) {
	coverage := task.Cover(nil, nil)
	assert.Equal(t, indicator.ZeroDenominator, coverage.Led.Result.Missing())
	coverage.Led, coverage.Served = indicator.Figure{}, indicator.Figure{}
	text, err := json.Marshal(coverage)
	require.NoError(t, err)
	assert.Contains(t, string(text), `{"tasksWithoutLead":[],"tasksWithoutEvidence":[],"departmentsWithoutTask":[],"dutiesWithoutTask":[],`)
}
