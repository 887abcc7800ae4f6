package task_test

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/task"
)

// planned makes a task with its start and due periods; empty ones are none.
func planned(code, start, due string, after ...string) task.Task {
	return task.Task{Code: code, Title: "任务", Start: on(start), Due: on(due), After: after}
}

// lateBy makes a task that was done so many days after 31 December 2022.
func lateBy(code, done string) task.Task {
	return task.Task{Code: code, Title: "任务", Due: on("2022"), Done: on(done)}
}

func TestReach(t *testing.T) {
	march := lateBy("late", "2023-03-01") // 60 days
	for _, c := range []struct {
		name  string
		tasks []task.Task
		want  []string // code, steps, from, days
	}{
		{"a follower that starts the day after has no slack", []task.Task{march, planned("b", "2023-01-01", "", "late")}, []string{"b 1 late 60"}},
		{"the days between are slack", []task.Task{march, planned("b", "2023-01-11", "", "late")}, []string{"b 1 late 50"}},
		{"a slack as long as the delay leaves 0 days", []task.Task{march, planned("b", "2023-03-02", "", "late")}, []string{"b 1 late 0"}},
		{"a slack longer than the delay leaves 0 days, not fewer", []task.Task{march, planned("b", "2024", "", "late")}, []string{"b 1 late 0"}},
		{"a follower that was to start before has no slack, and no more days than the delay", []task.Task{march, planned("b", "2022", "", "late")}, []string{"b 1 late 60"}},
		{"a follower without a start is reached by unknown days", []task.Task{march, planned("b", "", "", "late")}, []string{"b 1 late ?"}},
		{
			"slack is taken at each step, and 0 days stay 0 where dates are missing",
			[]task.Task{march, planned("b", "2023-01-11", "2023-06-30", "late"), planned("c", "2023-07-21", "2023", "b"), planned("d", "2025", "", "c"), planned("e", "", "", "d")},
			[]string{"b 1 late 50", "c 2 late 30", "d 3 late 0", "e 4 late 0"},
		},
		{
			"a task on the way without a due period makes the days unknown",
			[]task.Task{march, planned("b", "2023-01-01", "", "late"), planned("c", "2023-07-01", "", "b")},
			[]string{"b 1 late 60", "c 2 late ?"},
		},
		{
			"of several ways the fewest steps and the most days count",
			[]task.Task{march, planned("b", "2023-01-01", "2023-01-31", "late"), planned("c", "2023-02-01", "", "b", "late")},
			[]string{"b 1 late 60", "c 1 late 60"}, // by b 60, directly 60 − 31 = 29
		},
		{
			"an unknown number of days on one way makes the most unknown",
			[]task.Task{march, planned("b", "2023-01-01", "", "late"), planned("c", "2023-02-01", "", "late", "b")},
			[]string{"b 1 late 60", "c 1 late ?"},
		},
		{
			"of several late tasks the nearest is named, and the most days count",
			[]task.Task{lateBy("far", "2024"), planned("b", "2023-01-01", "2023-01-31", "far"), lateBy("late", "2023-01-10"), planned("c", "2023-02-01", "", "b", "late")},
			[]string{"b 1 far 365", "c 1 late 365"},
		},
		{
			"what comes after a task with parts comes after all its leaves, and the parts come after what it comes after",
			[]task.Task{
				{Code: "1", Tasks: []task.Task{{Code: "1.1", Tasks: []task.Task{march}}, {Code: "1.2", Due: on("2022"), Done: on("2023-01-10")}}},
				{Code: "2", After: []string{"1"}, Start: on("2023-01-06"), Tasks: []task.Task{{Code: "2.1"}, planned("2.2", "2023-02-10", "")}},
			},
			[]string{"2.1 1 late 55", "2.2 1 late 20"},
		},
		{
			"a slack is measured from the task that is late, not from the one due last",
			[]task.Task{
				{Code: "1", Tasks: []task.Task{march, planned("1.2", "", "2023-06")}},
				planned("2", "2023-01-01", "", "1"),
			},
			[]string{"2 1 late 60"},
		},
		{
			"delayed by an unknown number of days reaches by unknown days",
			[]task.Task{{Code: "late", Status: task.Delayed}, planned("b", "2023", "", "late")},
			[]string{"b 1 late ?"},
		},
		{"what was early reaches nothing", []task.Task{lateBy("a", "2022-06"), planned("b", "2022", "", "a")}, nil},
		{"what is not late in days reaches nothing", []task.Task{{Code: "a", Due: on("2023"), Status: task.Delayed}, planned("b", "2022", "", "a")}, nil},
		{"of an unknown status nothing is known to be late", []task.Task{planned("a", "", "2020"), planned("b", "2021", "", "a")}, nil},
		{"a circle ends, and its days are unknown", []task.Task{
			func() task.Task { l := march; l.After = []string{"c"}; return l }(),
			planned("b", "2023-01-01", "2023", "late"), planned("c", "2023", "2023", "b"), planned("d", "2024", "", "c"),
		}, []string{"late 3 late ?", "b 1 late ?", "c 2 late ?", "d 3 late ?"}},
		{"a task after itself, its part, what contains it or nothing is not followed", []task.Task{
			{Code: "1", After: []string{"late", "1", "?"}, Tasks: []task.Task{func() task.Task { l := march; l.After = []string{"1"}; return l }()}},
		}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, r := range task.Reach(c.tasks, task.Stand(c.tasks, on("2023"))) {
				got = append(got, reachedText(r))
			}
			assert.Equal(t, c.want, got)
		})
	}
}

func reachedText(r task.Reached) string {
	days := r.Days.String()
	if days == "" {
		days = "?"
	}
	return fmt.Sprint(r.Code, " ", r.Steps, " ", r.From.Code, " ", days)
}

func TestReachOfOneDelay(t *testing.T) {
	tasks := []task.Task{lateBy("a", "2023-01-10"), lateBy("b", "2023-03-01"), planned("c", "2023-01-01", "", "a", "b")}
	standings := task.Stand(tasks, on("2023"))
	for i, want := range []string{"c 1 a 10", "c 1 b 60"} {
		got := task.Reach(tasks, standings[i:i+1])
		require.Len(t, got, 1)
		assert.Equal(t, want, reachedText(got[0]))
	}
	assert.Equal(t, []task.Reached{}, task.Reach(tasks, nil))
	assert.Equal(t, []task.Reached{}, task.Reach(nil, standings))
}

// byEveryPath follows a delay along every path between the leaves, which is what Reach must agree with.
type byEveryPath struct {
	tasks  []task.Task // two levels
	days   map[string][]int
	steps  map[string]int
	unsure map[string]bool
}

func (b *byEveryPath) leaves(code string) []task.Task {
	var found []task.Task
	for _, t := range b.tasks {
		if t.Code == code && len(t.Tasks) == 0 {
			found = append(found, t)
		}
		for _, sub := range t.Tasks {
			if t.Code == code || sub.Code == code {
				found = append(found, sub)
			}
		}
	}
	return found
}

func (b *byEveryPath) follow(from task.Task, days int, known bool, steps int) {
	for _, t := range b.tasks {
		for _, code := range t.After {
			b.pass(t.Code, code, from, days, known, steps)
		}
		for _, sub := range t.Tasks {
			for _, code := range sub.After {
				b.pass(sub.Code, code, from, days, known, steps)
			}
		}
	}
}

func (b *byEveryPath) pass(follower, code string, from task.Task, days int, known bool, steps int) {
	for _, before := range b.leaves(code) {
		if before.Code != from.Code {
			continue
		}
		for _, to := range b.leaves(follower) {
			left, sure := days, known
			switch {
			case known && days == 0:
			case from.Due.IsZero() || to.Start.IsZero():
				sure = false
			case known:
				left = max(0, days-max(0, from.Due.DaysUntil(to.Start.Start())-1))
			}
			if !sure {
				b.unsure[to.Code] = true
			}
			b.days[to.Code] = append(b.days[to.Code], left)
			if s, ok := b.steps[to.Code]; !ok || steps < s {
				b.steps[to.Code] = steps
			}
			b.follow(to, left, sure, steps+1)
		}
	}
}

func TestReachAgreesWithEveryPath(t *testing.T) {
	reached, unsure := 0, 0
	for seed := range uint64(300) {
		random := rand.New(rand.NewPCG(seed, 1))
		day := func() indicator.Period {
			if random.IntN(12) == 0 {
				return indicator.Period{}
			}
			return indicator.Day(2022, 1+random.IntN(6), 1+random.IntN(28))
		}
		var tasks []task.Task
		var codes []string
		after := func(n int) []string {
			var list []string
			for _, code := range codes[:n] {
				if random.IntN(5) < 2 {
					list = append(list, code)
				}
			}
			return list
		}
		for i := range 2 + random.IntN(4) {
			top := task.Task{Code: fmt.Sprint(i), Title: "任务", After: after(len(codes)), Start: day(), Due: day(), Status: task.Unknown}
			for j := range random.IntN(4) {
				sub := task.Task{Code: fmt.Sprint(i, ".", j), Title: "任务", Start: day(), Due: day(), After: after(len(codes))}
				codes = append(codes, sub.Code)
				if sub.Start.IsZero() {
					top.Start = indicator.Period{} // so that nothing is inherited
				}
				if sub.Due.IsZero() {
					top.Due = indicator.Period{}
				}
				top.Tasks = append(top.Tasks, sub)
			}
			codes = append(codes, top.Code)
			tasks = append(tasks, top)
		}
		var standings []task.Standing
		brute := byEveryPath{tasks: tasks, days: map[string][]int{}, steps: map[string]int{}, unsure: map[string]bool{}}
		for _, s := range task.Stand(tasks, indicator.Period{}) {
			switch random.IntN(6) {
			case 0:
				s.Delay = indicator.IntValue(int64(1 + random.IntN(90)))
			case 1:
				s.Declared = task.Delayed
			default:
				continue
			}
			standings = append(standings, s)
		}
		for _, s := range standings {
			days, known := s.Delay.Int()
			brute.follow(brute.leaves(s.Code)[0], days, known, 1)
		}

		want := map[string]string{}
		for code, all := range brute.days {
			most := 0
			for _, d := range all {
				most = max(most, d)
			}
			want[code] = fmt.Sprint(brute.steps[code], " ", most)
			if brute.unsure[code] {
				want[code] = fmt.Sprint(brute.steps[code], " ?")
				unsure++
			}
			reached++
		}
		got := map[string]string{}
		for _, r := range task.Reach(tasks, standings) {
			days := r.Days.String()
			if days == "" {
				days = "?"
			}
			got[r.Code] = fmt.Sprint(r.Steps, " ", days)
		}
		require.Equal(t, want, got, "seed %d", seed)
	}
	assert.Greater(t, reached, 500)
	assert.Greater(t, reached-unsure, 200)
}

func TestStandAndReachTakeLinearTime(t *testing.T) {
	within := func(t *testing.T, tasks []task.Task) []task.Reached {
		t.Helper()
		start := time.Now()
		found := task.Reach(tasks, task.Stand(tasks, on("2023")))
		assert.Less(t, time.Since(start), 10*time.Second)
		return found
	}
	year := func(code string, after ...string) task.Task { return planned(code, "2022", "2022", after...) }
	t.Run("a chain of 100,000 tasks, all late", func(t *testing.T) {
		tasks := chained(100_000)
		for i := range tasks {
			tasks[i].Start, tasks[i].Due, tasks[i].Done = on("2022"), on("2022"), on("2023-01-10")
		}
		found := within(t, tasks)
		require.Len(t, found, 99_999)
		assert.Equal(t, "99999 1 99998 10", reachedText(found[99_998]))
	})
	t.Run("a circle of 100,000 tasks", func(t *testing.T) {
		tasks := chained(100_000)
		tasks[0] = lateBy("0", "2023-01-10")
		tasks[0].After = []string{"99999"}
		found := within(t, tasks)
		require.Len(t, found, 100_000)
		assert.Equal(t, "99999 99999 0 ?", reachedText(found[99_999]))
	})
	t.Run("a diamond of 30 levels", func(t *testing.T) { // identity-17
		tasks := []task.Task{lateBy("top 0", "2023-01-10")}
		for i := range 30 {
			below := fmt.Sprint("top ", i)
			left, right := fmt.Sprint("left ", i), fmt.Sprint("right ", i)
			tasks = append(tasks, year(left, below), year(right, below), year(fmt.Sprint("top ", i+1), left, right))
		}
		found := within(t, tasks)
		require.Len(t, found, 90)
		assert.Equal(t, "top 30 60 top 0 10", reachedText(found[89]))
	})
	t.Run("20,000 leaves after as many tasks, each by its own code", func(t *testing.T) {
		var tasks []task.Task
		last := task.Task{Code: "last", Start: on("2022")}
		for i := range 20_000 {
			tasks = append(tasks, lateBy(fmt.Sprint(i), "2023-01-10"))
			last.After = append(last.After, fmt.Sprint(i))
			last.Tasks = append(last.Tasks, task.Task{Code: fmt.Sprint("last ", i)})
		}
		found := within(t, append(tasks, last))
		require.Len(t, found, 20_000)
		assert.Equal(t, "last 19999 1 0 10", reachedText(found[19_999]))
	})
	t.Run("20,000 tasks of two leaves after one of 20,000", func(t *testing.T) {
		first := task.Task{Code: "first", Due: on("2022")}
		tasks := []task.Task{}
		for i := range 20_000 {
			code := fmt.Sprint(i)
			first.Tasks = append(first.Tasks, lateBy("first "+code, "2023-01-10"))
			next := year(code, "first")
			next.Tasks = []task.Task{year(code + "a"), year(code + "b")}
			tasks = append(tasks, next)
		}
		assert.Len(t, within(t, append(tasks, first)), 40_000)
	})
}
