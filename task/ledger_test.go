package task_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strconv"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/task"
)

func with(status task.Status, weight string) task.Task {
	t := task.Task{Code: "x", Title: "任务", Status: status}
	if weight != "" {
		t.Weight = indicator.MustValue(weight)
	}
	return t
}

func TestCompletion(t *testing.T) {
	chapter := func(weight string, tasks ...task.Task) task.Task {
		t := with(task.Unknown, weight)
		t.Tasks = tasks
		return t
	}
	for _, c := range []struct {
		name       string
		tasks      []task.Task
		completion string
		weighted   string
		weights    string // completed of counted
	}{
		{"no task has no completion", nil, "not-computed", "not-computed", "0 of 0"},
		{"a plan of unknown tasks has no completion", []task.Task{with(task.Unknown, ""), with(task.Unknown, "")}, "no-observation", "no-observation", "0 of 0"},
		{"unknown and adjusted tasks have no completion yet", []task.Task{with(task.Unknown, ""), with(task.Adjusted, "")}, "no-observation", "no-observation", "0 of 0"},
		{"a plan of adjusted tasks has nothing to complete", []task.Task{with(task.Adjusted, "")}, "zero-denominator", "zero-denominator", "0 of 0"},
		{"a status outside the vocabulary is unknown", []task.Task{with("done", "")}, "no-observation", "no-observation", "0 of 0"},
		{"an unknown task is neither done nor missed", []task.Task{with(task.Completed, ""), with(task.Unknown, ""), with(task.Delayed, "")}, "1/2", "1/2", "1/3 of 2/3"},
		{"an adjusted task leaves the base", []task.Task{with(task.Completed, ""), with(task.Adjusted, "")}, "1", "1", "1/2 of 1/2"},
		{"only completed tasks are done", []task.Task{with(task.NotStarted, ""), with(task.OnSchedule, ""), with(task.Delayed, ""), with(task.Completed, "")}, "1/4", "1/4", "1/4 of 1"},
		{"nothing done is 0, not missing", []task.Task{with(task.Delayed, "")}, "0", "0", "0 of 1"},
		{"weights count in proportion to their sum", []task.Task{with(task.Completed, "49.9"), with(task.Delayed, "50.0")}, "1/2", "499/999", "499/999 of 1"},
		{"an unknown task's weight leaves the base", []task.Task{with(task.Completed, "1"), with(task.Delayed, "2"), with(task.Unknown, "7")}, "1/2", "1/3", "1/10 of 3/10"},
		{
			"siblings without weights weigh the same, however many tasks are below them",
			[]task.Task{chapter("", with(task.Completed, ""), with(task.Completed, ""), with(task.Completed, "")), with(task.Delayed, "")},
			"3/4", "1/2", "1/2 of 1",
		},
		{
			"the weight of a leaf is the product of the shares above it",
			[]task.Task{chapter("30", with(task.Completed, "1"), with(task.Delayed, "3")), chapter("70", with(task.Completed, ""), with(task.Delayed, ""))},
			"1/2", "17/40", "17/40 of 1", // 0.3×1/4 + 0.7×1/2
		},
		{
			"the status of a task with sub-tasks does not count",
			[]task.Task{{Code: "1", Status: task.Completed, Tasks: []task.Task{with(task.Delayed, "")}}},
			"0", "0", "0 of 1",
		},
		{"leaves that weigh nothing have no weighted completion", []task.Task{with(task.Completed, "0"), with(task.Unknown, "1")}, "1", "zero-denominator", "0 of 0"},
		{"weights that sum to nothing make no shares", []task.Task{with(task.Completed, "0")}, "1", "zero-denominator", "zero-denominator of zero-denominator"},
		{"a weight missing among weights makes no share", []task.Task{with(task.Completed, "1"), with(task.Completed, "")}, "1", "not-computed", "not-computed of not-computed"},
	} {
		t.Run(c.name, func(t *testing.T) {
			total := task.RollUp(nil, c.tasks, indicator.Period{}).Total
			assert.Equal(t, c.completion, fmt.Sprint(total.Completion.Result))
			assert.Equal(t, c.weighted, total.Weighted.String())
			assert.Equal(t, c.weights, fmt.Sprint(total.WeightCompleted, " of ", total.WeightCounted))
			assert.Equal(t, indicator.FormulaShare, total.Completion.Formula)
		})
	}
}

func TestLedger(t *testing.T) {
	fact := []indicator.Fact{{Name: "n", Value: indicator.MustValue("1")}}
	departments := []task.Department{{Code: "a"}, {Code: "b"}, {Code: "c"}}
	tasks := []task.Task{
		{Code: "1", Lead: "a", Support: []string{"b"}, Facts: fact, Tasks: []task.Task{
			{Code: "1.1", Status: task.Completed, Facts: fact},
			{Code: "1.2", Lead: "b", Support: []string{"a", "b", "c"}, Facts: fact, Tasks: []task.Task{
				{Code: "1.2.1", Status: task.NotStarted},
				{Code: "1.2.2", Lead: "a", Status: task.OnSchedule, Support: []string{"c"}},
			}},
		}},
		{Code: "2", Support: []string{"c", "nobody"}, Status: task.Adjusted, Facts: fact},
		{Code: "3", Lead: "nobody", Facts: fact, Tasks: []task.Task{{Code: "3.1"}, {Code: "3.2", Lead: "c", Status: task.Delayed}}},
	}
	ledger := task.RollUp(departments, tasks, indicator.Period{})
	line := func(t task.Tally) string {
		return fmt.Sprintf("%d tasks: %d %d %d %d %d, %d unknown; %d facts; %v", t.Tasks,
			t.NotStarted, t.OnSchedule, t.Delayed, t.Completed, t.Adjusted, t.Unknown, t.Facts, t.Completion.Result)
	}

	t.Run("the total counts every leaf once", func(t *testing.T) {
		assert.Equal(t, "6 tasks: 1 1 1 1 1, 1 unknown; 5 facts; 1/4", line(ledger.Total))
	})
	t.Run("a chapter is its leaves, and a task without sub-tasks is its own", func(t *testing.T) {
		require.Len(t, ledger.Chapters, 3)
		assert.Equal(t, "3 tasks: 1 1 0 1 0, 0 unknown; 3 facts; 1/3", line(ledger.Chapters[0].Tally))
		assert.Equal(t, "1 tasks: 0 0 0 0 1, 0 unknown; 1 facts; zero-denominator", line(ledger.Chapters[1].Tally))
		assert.Equal(t, "2 tasks: 0 0 1 0 0, 1 unknown; 1 facts; 0", line(ledger.Chapters[2].Tally))
		assert.Equal(t, "/tasks/2 3", ledger.Chapters[2].Path+" "+ledger.Chapters[2].Code)
	})
	t.Run("a chapter's weights are shares of the chapter", func(t *testing.T) {
		assert.Equal(t, "1/2", ledger.Chapters[0].WeightCompleted.String())
		assert.Equal(t, "1", ledger.Chapters[0].WeightCounted.String())
		assert.Equal(t, "1/6", ledger.Total.WeightCompleted.String())
	})
	t.Run("a department has the leaves that it leads, its own or by the task above", func(t *testing.T) {
		require.Len(t, ledger.Departments, 3)
		assert.Equal(t, "2 tasks: 0 1 0 1 0, 0 unknown; 2 facts; 1/2", line(ledger.Departments[0].Tally))
		assert.Equal(t, "1 tasks: 1 0 0 0 0, 0 unknown; 1 facts; 0", line(ledger.Departments[1].Tally))
		assert.Equal(t, "1 tasks: 0 0 1 0 0, 0 unknown; 0 facts; 0", line(ledger.Departments[2].Tally))
		assert.Equal(t, "/departments/1 b", ledger.Departments[1].Path+" "+ledger.Departments[1].Code)
	})
	t.Run("a department's weights are shares of the plan", func(t *testing.T) {
		assert.Equal(t, "1/6 of 1/4", fmt.Sprint(ledger.Departments[0].WeightCompleted, " of ", ledger.Departments[0].WeightCounted))
		assert.Equal(t, "2/3", ledger.Departments[0].Weighted.String())
	})
	t.Run("support counts the leaves below, once each, without those that it leads", func(t *testing.T) {
		assert.Equal(t, 1, ledger.Departments[0].Supports) // 1.2.1
		assert.Equal(t, 2, ledger.Departments[1].Supports) // 1.1 and 1.2.2
		assert.Equal(t, 3, ledger.Departments[2].Supports) // 1.2.1, 1.2.2 and 2
	})
	t.Run("what no department leads stands apart", func(t *testing.T) {
		assert.Equal(t, "2 tasks: 0 0 0 0 1, 1 unknown; 2 facts; no-observation", line(ledger.Unled))
	})
}

func TestChapterThatWeighsNothing(t *testing.T) {
	tasks := []task.Task{
		{Code: "1", Weight: indicator.MustValue("0"), Tasks: []task.Task{with(task.Completed, ""), with(task.Delayed, "")}},
		{Code: "2", Weight: indicator.MustValue("1"), Status: task.Completed},
	}
	ledger := task.RollUp(nil, tasks, indicator.Period{})
	assert.Equal(t, "1/2", ledger.Chapters[0].Weighted.String())
	assert.Equal(t, "1", ledger.Total.Weighted.String())
}

func TestLedgerJSON(t *testing.T) {
	text, err := json.Marshal(task.RollUp(
		[]task.Department{{Code: "port", SelfAssessment: task.SelfAssessment{State: task.NotReturned}}},
		[]task.Task{{Code: "1", Lead: "port", Status: task.Completed}, {Code: "2"}}, indicator.Period{},
	))
	require.NoError(t, err)
	const done = `{"formula":"share","expression":"x ÷ n","inputs":[{"symbol":"x","value":"1"},{"symbol":"n","value":"1"}],
		"result":{"fraction":"1","rounded":"1.000000"}}`
	const none = `{"formula":"share","expression":"x ÷ n","inputs":[{"symbol":"x","value":"0"},{"symbol":"n","value":"0"}],"result":{"missing":"no-observation"}}`
	const zero = `{"fraction":"0","rounded":"0.000000"}`
	const half = `{"fraction":"1/2","rounded":"0.500000"}`
	const one = `{"fraction":"1","rounded":"1.000000"}`
	tally := func(tasks, completed, unknown int, completion, weighted, weightCompleted, weightCounted string) string {
		return fmt.Sprintf(`"tasks":%d,"notStarted":0,"onSchedule":0,"delayed":0,"completed":%d,"adjusted":0,"unknown":%d,"facts":0,
			"completion":%s,"weighted":%s,"weightCompleted":%s,"weightCounted":%s`,
			tasks, completed, unknown, completion, weighted, weightCompleted, weightCounted)
	}
	assert.JSONEq(t, `{
		"total":{`+tally(2, 1, 1, done, one, half, half)+`},
		"chapters":[
			{"path":"/tasks/0","code":"1",`+tally(1, 1, 0, done, one, one, one)+`},
			{"path":"/tasks/1","code":"2",`+tally(1, 0, 1, none, `{"missing":"no-observation"}`, zero, zero)+`}
		],
		"departments":[{"path":"/departments/0","code":"port",`+tally(1, 1, 0, done, one, half, half)+`,"supports":0,
			"selfAssessment":"missing","silent":false}],
		"unled":{`+tally(1, 0, 1, none, `{"missing":"no-observation"}`, zero, zero)+`}
	}`, string(text))
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
		{"a summary in words is not", task.SelfAssessment{}, task.Task{Lead: "a", Summary: "built"}, false},
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

// randomPlan makes a valid plan of four departments and up to four levels.
func randomPlan(seed uint64) ([]task.Department, []task.Task) {
	random := rand.New(rand.NewPCG(seed, 0))
	departments := []task.Department{{Code: "a", Name: "a"}, {Code: "b", Name: "b"}, {Code: "c", Name: "c"}, {Code: "d", Name: "d"}}
	statuses := []task.Status{task.Unknown, task.NotStarted, task.OnSchedule, task.Delayed, task.Completed, task.Adjusted}
	codes := []string{}
	var siblings func(level int) []task.Task
	siblings = func(level int) []task.Task {
		tasks := make([]task.Task, random.IntN(5))
		weighed := random.IntN(2) == 0
		for i := range tasks {
			t := task.Task{Code: fmt.Sprint("t", len(codes)), Title: "任务", Status: statuses[random.IntN(len(statuses))]}
			if level == 1 && len(codes) > 0 && random.IntN(3) == 0 {
				t.After = []string{codes[random.IntN(len(codes))]}
			}
			codes = append(codes, t.Code)
			if weighed {
				t.Weight = indicator.IntValue(int64(1 + random.IntN(9)))
			}
			people := random.Perm(8)
			if people[0] < 4 {
				t.Lead = departments[people[0]].Code
			}
			if people[1] < 4 {
				t.Support = append(t.Support, departments[people[1]].Code)
			}
			t.Facts = make([]indicator.Fact, random.IntN(3))
			for j := range t.Facts {
				t.Facts[j] = indicator.Fact{Name: "f", Value: indicator.IntValue(1)}
			}
			if level < 4 {
				t.Tasks = siblings(level + 1)
			}
			tasks[i] = t
		}
		return tasks
	}
	return departments, siblings(1)
}

func counts(t task.Tally) [8]int {
	return [8]int{t.Tasks, t.NotStarted, t.OnSchedule, t.Delayed, t.Completed, t.Adjusted, t.Unknown, t.Facts}
}

func TestLedgersAddUp(t *testing.T) {
	for seed := range uint64(300) {
		departments, tasks := randomPlan(seed)
		before, err := json.Marshal(tasks)
		require.NoError(t, err)
		require.Empty(t, task.Validate(departments, tasks, nil), "seed %d", seed)
		ledger := task.RollUp(departments, tasks, indicator.Period{})

		var chapters, answered [8]int
		weight := ledger.Unled.WeightCounted
		for _, c := range ledger.Chapters {
			for i, n := range counts(c.Tally) {
				chapters[i] += n
			}
		}
		for _, d := range ledger.Departments {
			for i, n := range counts(d.Tally) {
				answered[i] += n
			}
			weight = weight.Add(d.WeightCounted)
			assert.LessOrEqual(t, d.Supports+d.Tasks, ledger.Total.Tasks)
		}
		for i, n := range counts(ledger.Unled) {
			answered[i] += n
		}
		total := counts(ledger.Total)
		assert.Equal(t, total, chapters, "the chapters make the total, seed %d", seed)
		assert.Equal(t, total, answered, "the departments and what nobody leads make the total, seed %d", seed)
		assert.Equal(t, 0, weight.Cmp(ledger.Total.WeightCounted), "weights add up, seed %d", seed)
		assert.Equal(t, total[0], total[1]+total[2]+total[3]+total[4]+total[5]+total[6], "the statuses make the tasks, seed %d", seed)
		if total[5]+total[6] == 0 && total[0] > 0 {
			assert.Equal(t, "1", ledger.Total.WeightCounted.String(), "all leaves weigh 1, seed %d", seed)
		}
		assert.Len(t, task.Cover(departments, tasks).TasksWithoutLead, ledger.Unled.Tasks, "ledger and coverage agree, seed %d", seed)

		after, err := json.Marshal(tasks)
		require.NoError(t, err)
		assert.Equal(t, string(before), string(after), "the plan is not changed, seed %d", seed)
	}
}

func TestManyReadersOfOnePlan(t *testing.T) {
	departments, tasks := randomPlan(7)
	want, err := json.Marshal(task.RollUp(departments, tasks, indicator.Period{}))
	require.NoError(t, err)
	var readers sync.WaitGroup
	for range 100 {
		readers.Go(func() {
			task.Validate(departments, tasks, nil)
			task.Cover(departments, tasks)
			task.Reach(tasks, task.Stand(tasks, on("2023")))
			task.Cross(departments, tasks, on("2023"))
			got, err := json.Marshal(task.RollUp(departments, tasks, indicator.Period{}))
			assert.NoError(t, err)
			assert.Equal(t, string(want), string(got))
		})
	}
	readers.Wait()
}

// large returns a plan of 10,000 tasks: 10 chapters of 9 or 10 parts each, chained in document order.
func large() ([]task.Department, []task.Task) {
	departments := make([]task.Department, 50)
	for i := range departments {
		departments[i] = task.Department{Code: fmt.Sprint("d", i), Name: "单位"}
	}
	statuses := []task.Status{task.Unknown, task.NotStarted, task.OnSchedule, task.Delayed, task.Completed, task.Adjusted}
	made, last := 0, ""
	next := func(weight int) task.Task {
		t := task.Task{
			Code: fmt.Sprint("t", made), Title: "任务", Status: statuses[made%6], Weight: indicator.IntValue(int64(weight)),
			Lead: departments[made%50].Code, Support: []string{departments[(made+1)%50].Code},
		}
		made++
		return t
	}
	var tasks []task.Task
	for range 10 {
		chapter := next(10)
		for j := range 10 {
			part := next(j + 1)
			for k := range 98 + j%3 {
				leaf := next(k%7 + 1)
				if last != "" {
					leaf.After = []string{last}
				}
				last = leaf.Code
				part.Tasks = append(part.Tasks, leaf)
			}
			chapter.Tasks = append(chapter.Tasks, part)
		}
		tasks = append(tasks, chapter)
	}
	return departments, tasks
}

func BenchmarkLargePlan(b *testing.B) {
	departments, tasks := large()
	b.Run("Validate", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			task.Validate(departments, tasks, nil)
		}
	})
	b.Run("RollUp", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			task.RollUp(departments, tasks, indicator.Period{})
		}
	})
	b.Run("Stand", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			task.Stand(tasks, on("2023"))
		}
	})
	b.Run("Reach", func(b *testing.B) {
		b.ReportAllocs()
		standings := task.Stand(tasks, on("2023"))
		for b.Loop() {
			task.Reach(tasks, standings)
		}
	})
	b.Run("Cross", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			task.Cross(departments, tasks, on("2023"))
		}
	})
	b.Run("Cover", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			task.Cover(departments, tasks)
		}
	})
}

func TestHostileWeightsTakeBoundedTime(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 1))
	hostile := func() indicator.Value {
		digits := make([]byte, 38)
		for i := range digits {
			digits[i] = byte('1' + random.IntN(9))
		}
		return indicator.MustValue(string(digits[:10]) + "." + string(digits[10:]))
	}
	var tasks []task.Task
	for i := range 1000 {
		chapter := task.Task{Code: fmt.Sprint(i), Weight: hostile()}
		for j := range 9 {
			chapter.Tasks = append(chapter.Tasks, task.Task{Code: fmt.Sprint(i, ".", j), Status: task.Completed, Weight: hostile()})
		}
		tasks = append(tasks, chapter)
	}
	start := time.Now()
	assert.Equal(t, "1", task.RollUp(nil, tasks, indicator.Period{}).Total.Weighted.String())
	assert.Less(t, time.Since(start), 20*time.Second)
}

// The exact sum of thousands of shares with as many denominators is too long to be of use.
func TestWeightsThatSumToNothingPrintableAreMissing(t *testing.T) {
	var chapters []task.Task
	for i := range 2000 {
		code := strconv.Itoa(i)
		chapters = append(chapters, task.Task{Code: code, Title: code, Tasks: []task.Task{
			{Code: code + "a", Title: "a", Weight: indicator.IntValue(int64(100_003 + 2*i)), Status: task.Completed},
			{Code: code + "b", Title: "b", Weight: indicator.IntValue(1), Status: task.Delayed},
		}})
	}
	require.Empty(t, task.Validate(nil, chapters, nil))
	ledger := task.RollUp(nil, chapters, indicator.Period{})
	assert.Equal(t, indicator.NotDefined, ledger.Total.Weighted.Missing())
	assert.Equal(t, "1/2", ledger.Total.Completion.Result.(indicator.Ratio).String())
	assert.Equal(t, "100003/100004", ledger.Chapters[0].Weighted.String())
}

func TestWeightsAreSmallNumbers(t *testing.T) {
	for _, weight := range []string{"1000000.1", "0.00001", "-1"} {
		faults := task.Validate(nil, []task.Task{{Code: "a", Title: "a", Weight: indicator.MustValue(weight)}}, nil)
		require.NotEmpty(t, faults, weight)
		assert.Equal(t, "/tasks/0/weight", faults[0].Path)
	}
}
