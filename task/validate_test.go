package task_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/task"
)

func titled(code string, after ...string) task.Task {
	return task.Task{Code: code, Title: "任务", After: after}
}

func weighed(code, weight string) task.Task {
	return task.Task{Code: code, Title: "任务", Weight: indicator.MustValue(weight)}
}

var (
	year  = indicator.MustPeriod("2022")
	first = indicator.MustPeriod("2022Q1")
	next  = indicator.MustPeriod("2023-01")
)

func TestValidate(t *testing.T) {
	health := task.Department{Code: "health", Name: "卫健委"}
	school := task.Department{Code: "school", Name: "教育局"}
	for _, c := range []struct {
		name        string
		departments []task.Department
		tasks       []task.Task
		indicators  []string
		want        []string // path, rule, value, want
	}{
		{name: "no departments and no tasks have no fault"},
		{
			name:        "a department needs a code and a name, a duty a subject",
			departments: []task.Department{{Duties: []task.Duty{{}}}},
			want: []string{
				`/departments/0/code|required||a text`,
				`/departments/0/name|required||a text`,
				`/departments/0/duties/0/subject|required||a text`,
			},
		},
		{
			name:        "two departments with one code are duplicates, named with the first",
			departments: []task.Department{health, school, health},
			want:        []string{`/departments/2/code|duplicate|health|a code other than that at /departments/0/code`},
		},
		{
			name:        "codes that are equal after NFC are duplicates", // identity-03
			departments: []task.Department{{Code: "caf\u00e9", Name: "一"}, {Code: "cafe\u0301", Name: "二"}},
			tasks:       []task.Task{titled("\u00e9"), titled("x"), titled("e\u0301")},
			want: []string{
				"/departments/1/code|duplicate|cafe\u0301|a code other than that at /departments/0/code",
				"/tasks/2/code|duplicate|e\u0301|a code other than that at /tasks/0/code",
			},
		},
		{
			name:        "a reference finds its code after NFC",
			departments: []task.Department{{Code: "caf\u00e9", Name: "一"}},
			tasks:       []task.Task{{Code: "1", Title: "一", Lead: "cafe\u0301"}},
		},
		{
			name:  "codes with slashes, dots and rare characters are only codes", // identity-11, identity-13
			tasks: []task.Task{titled("../x"), titled("a/b"), titled("𠮷"), titled("y", "𠮷", "a/b")},
		},
		{
			name:  "a task needs a code and a title",
			tasks: []task.Task{{Tasks: []task.Task{{}}}},
			want: []string{
				`/tasks/0/code|required||a text`, `/tasks/0/title|required||a text`,
				`/tasks/0/tasks/0/code|required||a text`, `/tasks/0/tasks/0/title|required||a text`,
			},
		},
		{
			name:  "a task's code is unique in the whole tree",
			tasks: []task.Task{{Code: "1", Title: "一", Tasks: []task.Task{titled("a")}}, {Code: "2", Title: "二", Tasks: []task.Task{titled("b"), titled("a")}}},
			want:  []string{`/tasks/1/tasks/1/code|duplicate|a|a code other than that at /tasks/0/tasks/0/code`},
		},
		{
			name:  "a status is one of the vocabulary",
			tasks: []task.Task{{Code: "1", Title: "一", Status: "done"}},
			want:  []string{`/tasks/0/status|enum|done|one of not-started, on-schedule, delayed, completed, adjusted`},
		},
		{
			name:        "references name what the plan has",
			departments: []task.Department{{Code: "health", Name: "卫健委", Duties: []task.Duty{{Subject: "急救", Tasks: []string{"1", "9"}}}}},
			indicators:  []string{"beds"},
			tasks: []task.Task{{
				Code: "1", Title: "一", Lead: "heatlh", Support: []string{"health", "sport"},
				After: []string{"8"}, Indicators: []string{"beds", "doctors"},
			}},
			want: []string{
				`/departments/0/duties/0/tasks/1|reference|9|the code of a task of the plan`,
				`/tasks/0/lead|reference|heatlh|the code of a department of the plan`,
				`/tasks/0/support/1|reference|sport|the code of a department of the plan`,
				`/tasks/0/after/0|reference|8|the code of a task of the plan, for 1 to come after`, // identity-18
				`/tasks/0/indicators/1|reference|doctors|the code of an indicator of the plan`,
			},
		},
		{
			name:        "a department does not support what it leads, nor twice",
			departments: []task.Department{health, school},
			tasks:       []task.Task{{Code: "1", Title: "一", Lead: "health", Support: []string{"school", "health", "school", ""}}},
			want: []string{
				`/tasks/0/support/2|duplicate|school|a code other than that at /tasks/0/support/0`,
				`/tasks/0/support/3|required||the code of a department of the plan`,
				`/tasks/0/support/1|conflict|health|a department other than the lead`,
			},
		},
		{
			name:        "an unknown lead is not the same as an unknown supporter",
			departments: []task.Department{health},
			tasks:       []task.Task{{Code: "1", Title: "一", Support: []string{"x"}}, {Code: "2", Title: "二", Lead: "x", Support: []string{"x"}}},
			want: []string{
				`/tasks/0/support/0|reference|x|the code of a department of the plan`,
				`/tasks/1/lead|reference|x|the code of a department of the plan`,
				`/tasks/1/support/0|reference|x|the code of a department of the plan`,
			},
		},
		{
			name:  "a weight is not negative", // identity-21
			tasks: []task.Task{weighed("1", "-1"), weighed("2", "2")},
			want:  []string{`/tasks/0/weight|range|-1|0 to 1000000 with at most 4 places`},
		},
		{
			name:  "siblings all have a weight, or none has",
			tasks: []task.Task{{Code: "1", Title: "一", Tasks: []task.Task{weighed("a", "1"), titled("b"), weighed("c", "0")}}, titled("2")},
			want:  []string{`/tasks/0/tasks/1/weight|required||a weight, as its siblings have one`},
		},
		{
			name:  "weights need not sum to 100", // identity-22
			tasks: []task.Task{weighed("1", "49.9"), weighed("2", "50.0")},
		},
		{
			name:  "weights do not all weigh nothing",
			tasks: []task.Task{weighed("1", "0"), weighed("2", "0.0")},
			want:  []string{`/tasks|range|0|weights that sum to more than 0`},
		},
		{
			name: "a task is not due before it starts",
			tasks: []task.Task{
				{Code: "1", Title: "一", Start: next, Due: year},
				{Code: "2", Title: "二", Start: year, Due: first}, // it may start in the first quarter
				{Code: "3", Title: "三", Due: first},
			},
			want: []string{`/tasks/0/due|order|2022|a period that does not end before the task's start, 2023-01`},
		},
		{
			name: "a milestone has a name and lies within its task",
			tasks: []task.Task{{Code: "1", Title: "一", Start: next, Due: next, Milestones: []task.Milestone{
				{Due: next, Done: next},
				{Name: "立项", Due: year},
				{Name: "开工", Due: next, Done: first},
				{Name: "验收", Due: indicator.MustPeriod("2023-02"), Done: indicator.MustPeriod("2024")},
				{Name: "移交"},
			}}},
			want: []string{
				`/tasks/0/milestones/0/name|required||a text`,
				`/tasks/0/milestones/1/due|order|2022|a period that does not end before the task's start, 2023-01`,
				`/tasks/0/milestones/2/done|order|2022Q1|a period that does not end before the task's start, 2023-01`,
				`/tasks/0/milestones/3/due|order|2023-02|a period that starts by the task's due period, 2023-01`,
			},
		},
		{
			name:  "facts are checked in their place",
			tasks: []task.Task{{Code: "1", Title: "一", Facts: []indicator.Fact{{Name: "床位"}}}},
			want:  []string{`/tasks/0/facts/0/value|required||a number`},
		},
		{
			name:  "a task does not come after itself",
			tasks: []task.Task{titled("a", "a")},
			want:  []string{`/tasks/0|cycle|a → a|no task that comes after itself; → means comes after`},
		},
		{
			name:  "a circle is reported once, from its first task", // identity-15
			tasks: []task.Task{titled("x", "b"), titled("a", "b"), titled("b", "c"), titled("c", "a")},
			want:  []string{`/tasks/1|cycle|a → b → c → a|no task that comes after itself; → means comes after`},
		},
		{
			name: "of several circles among the same tasks the shortest is reported",
			tasks: []task.Task{
				titled("a", "b"), titled("b", "c"), titled("c", "d"), titled("d", "a", "c"),
			},
			want: []string{`/tasks/2|cycle|c → d → c|no task that comes after itself; → means comes after`},
		},
		{
			name:  "of circles of one length the first in the plan is reported",
			tasks: []task.Task{titled("a", "b"), titled("b", "c", "a"), titled("c", "b")},
			want:  []string{`/tasks/0|cycle|a → b → a|no task that comes after itself; → means comes after`},
		},
		{
			name:  "circles apart from each other are each reported, in the order of the plan",
			tasks: []task.Task{titled("a", "d"), titled("b", "c"), titled("c", "b"), titled("d", "a", "b")},
			want: []string{
				`/tasks/0|cycle|a → d → a|no task that comes after itself; → means comes after`,
				`/tasks/1|cycle|b → c → b|no task that comes after itself; → means comes after`,
			},
		},
		{
			name: "a task comes neither after what contains it nor after its own part",
			tasks: []task.Task{
				{Code: "1", Title: "一", Tasks: []task.Task{{Code: "1.1", Title: "一一", Tasks: []task.Task{titled("1.1.1", "1", "2", "1.2")}}, titled("1.2")}},
				{Code: "2", Title: "二", After: []string{"2.1"}, Tasks: []task.Task{titled("2.1")}},
			},
			want: []string{
				`/tasks/0/tasks/0/tasks/0/after/0|cycle|1|a task that neither contains 1.1.1 nor is part of it`,
				`/tasks/1/after/0|cycle|2.1|a task that neither contains 2 nor is part of it`,
			},
		},
		{
			name: "a task does not come after itself by way of what contains it",
			tasks: []task.Task{
				{Code: "1", Title: "一", After: []string{"2"}, Tasks: []task.Task{titled("1.1")}},
				{Code: "2", Title: "二", Tasks: []task.Task{titled("2.1"), titled("2.2", "1.1")}},
			},
			want: []string{`/tasks/0|cycle|1 → 2 → 2.2 → 1.1 → 1|no task that comes after itself; → means comes after, contains or is part of`},
		},
		{
			name: "parts of one task can come after parts of another and of their own",
			tasks: []task.Task{
				{Code: "1", Title: "一", Tasks: []task.Task{titled("1.1"), titled("1.2", "2.1", "1.1")}},
				{Code: "2", Title: "二", Tasks: []task.Task{titled("2.1", "1.1"), titled("2.2", "1.2")}},
				titled("3", "1", "2"),
			},
		},
		{
			name: "a task is not completed before it starts",
			tasks: []task.Task{
				{Code: "1", Title: "一", Start: next, Done: year},
				{Code: "2", Title: "二", Start: year, Done: first, Status: task.Delayed}, // declared and derived differ, which is no fault
				{Code: "3", Title: "三", Start: next, Due: next, Done: indicator.MustPeriod("2024")},
			},
			want: []string{`/tasks/0/done|order|2022|a period that does not end before the task's start, 2023-01`},
		},
		{
			name: "only a self-assessment that was returned has a day of return",
			departments: []task.Department{
				{Code: "a", Name: "一", SelfAssessment: task.SelfAssessment{State: task.Returned, On: year}},
				{Code: "b", Name: "二", SelfAssessment: task.SelfAssessment{State: task.NotReturned, On: year}},
				{Code: "c", Name: "三", SelfAssessment: task.SelfAssessment{On: year}},
				{Code: "d", Name: "四", SelfAssessment: task.SelfAssessment{State: "late"}},
			},
			want: []string{
				`/departments/1/selfAssessment/on|conflict|2022|no day of return unless the state is returned`,
				`/departments/2/selfAssessment/on|conflict|2022|no day of return unless the state is returned`,
				`/departments/3/selfAssessment/state|enum|late|one of returned, missing`,
			},
		},
		{
			name:  "a promise is checked in its place",
			tasks: []task.Task{{Code: "1", Title: "一", Facts: []indicator.Fact{{Name: "床位", Value: indicator.IntValue(1), Promised: indicator.Target{Value: indicator.IntValue(2)}}}}},
			want: []string{
				`/tasks/0/facts/0/period|required||a period beside what was promised`,
				`/tasks/0/facts/0/promised/period|required||a period`,
			},
		},
		{
			name:  "a task is named once in a list",
			tasks: []task.Task{titled("a"), titled("b", "a", "a")},
			want:  []string{`/tasks/1/after/1|duplicate|a|a code other than that at /tasks/1/after/0`},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, f := range task.Validate(c.departments, c.tasks, c.indicators) {
				got = append(got, fmt.Sprintf("%s|%s|%s|%s", f.Path, f.Rule, f.Value, f.Want))
			}
			assert.Equal(t, c.want, got)
		})
	}
}

// nested returns a tree of so many levels.
func nested(levels int) []task.Task {
	tasks := []task.Task{titled("16")}
	for i := levels - 1; i > 0; i-- {
		tasks = []task.Task{{Code: fmt.Sprintf("level %d", i), Title: "层", Tasks: tasks}}
	}
	return tasks
}

func TestDepth(t *testing.T) {
	deepest := "/tasks" + strings.Repeat("/0/tasks", 16)

	t.Run("sixteen levels are accepted", func(t *testing.T) {
		assert.Empty(t, task.Validate(nil, nested(16), nil))
	})
	t.Run("a seventeenth level is one fault and is not read", func(t *testing.T) {
		assert.Equal(t, indicator.Faults{
			{Path: deepest, Rule: indicator.FaultDepth, Value: "17", Want: "at most 16 levels of tasks"},
		}, task.Validate(nil, nested(17), nil))
	})
	t.Run("a list that contains itself is read once", func(t *testing.T) {
		tasks := []task.Task{titled("a"), titled("b"), titled("c"), titled("d")}
		for i := range tasks {
			tasks[i].Tasks = tasks
		}
		var paths []string
		for path := range task.All(tasks) {
			paths = append(paths, path)
		}
		assert.Equal(t, []string{"/tasks/0", "/tasks/1", "/tasks/2", "/tasks/3"}, paths)
		assert.Equal(t, indicator.Fault{
			Path: "/tasks/0/tasks", Rule: indicator.FaultDuplicate, Want: "a list of its own; this one stands at /tasks",
		}, task.Validate(nil, tasks, nil)[0])
		assert.Equal(t, 4, task.RollUp(nil, tasks, indicator.Period{}).Total.Unknown)
		assert.Len(t, task.Cover(nil, tasks).TasksWithoutLead, 4)
	})
}

func TestAllStopsWhenAsked(t *testing.T) {
	for path := range task.All(nested(3)) {
		assert.Equal(t, "/tasks/0", path)
		break
	}
}

// chained returns tasks each of which comes after the one before it.
func chained(n int) []task.Task {
	tasks := make([]task.Task, n)
	for i := range tasks {
		tasks[i] = titled(fmt.Sprint(i))
		if i > 0 {
			tasks[i].After = []string{fmt.Sprint(i - 1)}
		}
	}
	return tasks
}

func TestValidateTakesLinearTime(t *testing.T) {
	within := func(t *testing.T, tasks []task.Task) indicator.Faults {
		t.Helper()
		start := time.Now()
		faults := task.Validate(nil, tasks, nil)
		assert.Less(t, time.Since(start), 5*time.Second)
		return faults
	}
	t.Run("a chain of 10,000 tasks", func(t *testing.T) {
		assert.Empty(t, within(t, chained(10_000)))
	})
	t.Run("a circle of 10,000 tasks", func(t *testing.T) {
		tasks := chained(10_000)
		tasks[0].After = []string{"9999"}
		faults := within(t, tasks)
		assert.Len(t, faults, 1)
		assert.Equal(t, "/tasks/0", faults[0].Path)
	})
	t.Run("a pair late in a circle of 10,000 tasks", func(t *testing.T) {
		tasks := chained(10_000)
		tasks[0].After = []string{"9999"}
		tasks[9000].After = append(tasks[9000].After, "9001")
		faults := within(t, tasks)
		assert.Len(t, faults, 1)
		assert.Equal(t, "9000 → 9001 → 9000", faults[0].Value)
	})
	t.Run("a diamond of 30 levels", func(t *testing.T) { // identity-17
		tasks := []task.Task{titled("top 0")}
		for i := range 30 {
			below := fmt.Sprint("top ", i)
			left, right := fmt.Sprint("left ", i), fmt.Sprint("right ", i)
			tasks = append(tasks, titled(left, below), titled(right, below), titled(fmt.Sprint("top ", i+1), left, right))
		}
		assert.Empty(t, within(t, tasks))
	})
	t.Run("a diamond of 30 levels of shared lists", func(t *testing.T) {
		shared := []task.Task{titled("end")}
		for range 30 {
			shared = []task.Task{{Code: "l", Title: "左", Tasks: shared}, {Code: "r", Title: "右", Tasks: shared}}
		}
		assert.NotEmpty(t, within(t, shared))
	})
	t.Run("layers of tasks that all come after each other", func(t *testing.T) {
		const layers, wide = 60, 30
		tasks := make([]task.Task, 0, layers*wide)
		for l := range layers {
			var after []string
			for w := range wide {
				after = append(after, fmt.Sprint((l+1)%layers, "-", w))
			}
			for w := range wide {
				tasks = append(tasks, titled(fmt.Sprint(l, "-", w), after...))
			}
		}
		faults := within(t, tasks)
		assert.Len(t, faults, 1)
		assert.True(t, strings.HasPrefix(faults[0].Value, "0-0 → 1-0 → 2-0 → "), faults[0].Value)
	})
}
