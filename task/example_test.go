package task_test

import (
	"fmt"

	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/task"
)

// harbour is a small plan: two chapters, five leaves, three departments. The second berth is a year late with its piles.
func harbour() ([]task.Department, []task.Task) {
	departments := []task.Department{
		{Code: "port", Name: "港航局", Duties: []task.Duty{
			{Subject: "泊位建设", Tasks: []string{"1.1", "1.2"}},
			{Subject: "航道疏浚"},
		}},
		{Code: "rail", Name: "铁路办", Duties: []task.Duty{{Subject: "集疏运", Tasks: []string{"2"}}}},
		{Code: "archive", Name: "档案馆", SelfAssessment: task.SelfAssessment{State: task.NotReturned}},
	}
	berths := indicator.Fact{Name: "新建泊位", Value: indicator.MustValue("3"), Unit: "个"}
	tasks := []task.Task{
		{Code: "1", Title: "建设泊位", Lead: "port", Support: []string{"rail"}, Tasks: []task.Task{
			{Code: "1.1", Title: "一期", Weight: indicator.MustValue("60"), Status: task.Completed, Facts: []indicator.Fact{berths}},
			{
				Code: "1.2", Title: "二期", Weight: indicator.MustValue("40"), Status: task.OnSchedule, After: []string{"1.1"},
				Due: indicator.MustPeriod("2022"), Milestones: []task.Milestone{{Name: "沉桩", Due: indicator.MustPeriod("2021")}},
			},
		}},
		{Code: "2", Title: "集疏运", Tasks: []task.Task{
			{Code: "2.1", Title: "铁路专线", Lead: "rail", Due: indicator.MustPeriod("2022-06"), Done: indicator.MustPeriod("2022-05")},
			{Code: "2.2", Title: "公路连接线", Start: indicator.MustPeriod("2023-01-31"), After: []string{"1.2"}, Indicators: []string{"throughput"}},
			{Code: "2.3", Title: "管道", Status: task.Adjusted},
		}},
	}
	return departments, tasks
}

// A plan's tasks are checked, rolled up by chapter and by department, and searched for what nobody answers for.
func Example() {
	departments, tasks := harbour()
	indicators := []string{"throughput", "berths"}
	if err := task.Validate(departments, tasks, indicators).Err(); err != nil {
		fmt.Println(err)
		return
	}

	asOf := indicator.MustPeriod("2022-12-31")
	standings := task.Stand(tasks, asOf)
	for _, s := range standings {
		if s.Disagrees {
			fmt.Printf("%s is declared %s, but %s: %s %s, %v days late\n", s.Code, s.Declared, s.Derived, s.Why, s.Step.Name, s.Step.Delay)
		}
	}

	ledger := task.RollUp(departments, tasks, asOf)
	for _, c := range ledger.Chapters {
		fmt.Printf("chapter %s: %d of %d completed, %d unknown, %d adjusted; completion %v, weighted %v\n",
			c.Code, c.Completed, c.Tasks, c.Unknown, c.Adjusted, c.Completion.Result, c.Weighted)
	}
	for _, d := range ledger.Departments {
		fmt.Printf("%s leads %d and supports %d; completion %v\n", d.Code, d.Tasks, d.Supports, d.Completion.Result)
	}
	fmt.Printf("plan: completion %v, weighted %v\n", ledger.Total.Completion.Result, ledger.Total.Weighted)

	coverage := task.Cover(departments, tasks)
	fmt.Println("nobody leads", coverage.TasksWithoutLead)
	fmt.Println("without a task", coverage.DepartmentsWithoutTask)
	fmt.Println("served by no task", task.Link(tasks, indicators).Unserved)
	// Output:
	// 1.2 is declared on-schedule, but delayed: step-late 沉桩, 365 days late
	// chapter 1: 1 of 2 completed, 0 unknown, 0 adjusted; completion 1/2, weighted 3/5
	// chapter 2: 1 of 3 completed, 0 unknown, 1 adjusted; completion 1/2, weighted 1/2
	// port leads 2 and supports 0; completion 1/2
	// rail leads 1 and supports 2; completion 1
	// archive leads 0 and supports 0; completion not-computed
	// plan: completion 1/2, weighted 14/25
	// nobody leads [{/tasks/1/tasks/1 2.2} {/tasks/1/tasks/2 2.3}]
	// without a task [{/departments/2 archive}]
	// served by no task [berths]
}

// What is declared and what the data show stand side by side; delays are in days, and absent where they are not known.
func ExampleStand() {
	_, tasks := harbour()
	for _, s := range task.Stand(tasks, indicator.MustPeriod("2023-02-28")) {
		fmt.Printf("%s declared %q, derived %q (%s), counts as %q; late by %q days\n", s.Code, s.Declared, s.Derived, s.Why, s.Status(), s.Delay)
	}
	// Output:
	// 1.1 declared "completed", derived "" (no-evidence), counts as "completed"; late by "" days
	// 1.2 declared "on-schedule", derived "delayed" (step-late), counts as "on-schedule"; late by "59" days
	// 2.1 declared "", derived "completed" (done), counts as "completed"; late by "-30" days
	// 2.2 declared "", derived "" (no-evidence), counts as ""; late by "" days
	// 2.3 declared "adjusted", derived "" (no-evidence), counts as "adjusted"; late by "" days
}

// A delay of 59 days reaches the road, which was to start a month after the berth was due, with 29.
func ExampleReach() {
	_, tasks := harbour()
	standings := task.Stand(tasks, indicator.MustPeriod("2023-02-28"))
	for _, r := range task.Reach(tasks, standings) {
		fmt.Printf("%s is %d step after %s: %v days\n", r.Code, r.Steps, r.From.Code, r.Days)
	}
	// Output:
	// 2.2 is 1 step after 1.2: 29 days
}

func ExampleLink() {
	_, tasks := harbour()
	links := task.Link(tasks, []string{"throughput", "berths"})
	for _, l := range links.Indicators {
		fmt.Println(l.Indicator, l.Tasks)
	}
	fmt.Println("unserved", links.Unserved)
	// Output:
	// throughput [{/tasks/1/tasks/1 2.2}]
	// berths []
	// unserved [berths]
}

func ExampleCross() {
	departments, tasks := harbour()
	m := task.Cross(departments, tasks, indicator.MustPeriod("2022-12-31"))
	fmt.Println(m.Departments)
	for _, row := range m.Rows {
		fmt.Printf("%s %q", row.Code, row.Status)
		for column := range m.Departments {
			fmt.Printf(" %q", row.At(column).Part)
		}
		fmt.Println()
	}
	// Output:
	// [port rail archive]
	// 1.1 "completed" "lead" "support" ""
	// 1.2 "on-schedule" "lead" "support" ""
	// 2.1 "completed" "" "lead" ""
	// 2.2 "not-started" "" "" ""
	// 2.3 "adjusted" "" "" ""
}

func ExampleValidate() {
	departments := []task.Department{{Code: "port", Name: "港航局"}}
	tasks := []task.Task{
		{Code: "a", Title: "勘察", Lead: "prot", After: []string{"c"}},
		{Code: "b", Title: "设计", After: []string{"a"}},
		{Code: "c", Title: "施工", After: []string{"b"}, Indicators: []string{"berths"}},
	}
	fmt.Println(task.Validate(departments, tasks, []string{"berths"}))
	// Output:
	// /tasks/0/lead: reference: got "prot", want the code of a department of the plan
	// /tasks/0: cycle: got "a → c → b → a", want no task that comes after itself; → means comes after
}

func ExampleAll() {
	_, tasks := harbour()
	for path, t := range task.All(tasks) {
		fmt.Println(path, t.Code, t.Title)
	}
	// Output:
	// /tasks/0 1 建设泊位
	// /tasks/0/tasks/0 1.1 一期
	// /tasks/0/tasks/1 1.2 二期
	// /tasks/1 2 集疏运
	// /tasks/1/tasks/0 2.1 铁路专线
	// /tasks/1/tasks/1 2.2 公路连接线
	// /tasks/1/tasks/2 2.3 管道
}

// Unknown statuses are counted apart. A completion is missing, for a reason, while no status is known.
func ExampleRollUp() {
	tasks := []task.Task{{Code: "1", Title: "一"}, {Code: "2", Title: "二"}}
	total := task.RollUp(nil, tasks, indicator.Period{}).Total
	fmt.Println(total.Tasks, total.Unknown, total.Completion.Result.Missing())
	tasks[0].Status = task.Completed
	total = task.RollUp(nil, tasks, indicator.Period{}).Total
	fmt.Println(total.Tasks, total.Unknown, total.Completion.Result.Percent(0, indicator.HalfUp))
	// Output:
	// 2 2 no-observation
	// 2 1 100
}

func ExampleCover() {
	coverage := task.Cover(harbour())
	for _, d := range coverage.DutiesWithoutTask {
		fmt.Println("no task serves", d.Path, d.Department, d.Subject)
	}
	for _, t := range coverage.TasksWithoutEvidence {
		fmt.Println("no evidence", t.Path, t.Code)
	}
	// Output:
	// no task serves /departments/0/duties/1 port 航道疏浚
	// no evidence /tasks/0/tasks/1 1.2
	// no evidence /tasks/1/tasks/0 2.1
	// no evidence /tasks/1/tasks/1 2.2
	// no evidence /tasks/1/tasks/2 2.3
}
