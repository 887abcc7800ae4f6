package task_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/task"
)

func on(text string) indicator.Period { return indicator.MustPeriod(text) }

// step makes a milestone; empty periods are none.
func step(name, due, done string) task.Milestone {
	return task.Milestone{Name: name, Due: on(due), Done: on(done)}
}

// promised makes a fact with the value of a period and what was promised for another.
func promised(value, period, target, due string, qualifier indicator.Qualifier) indicator.Fact {
	return indicator.Fact{
		Name: "泊位", Value: indicator.MustValue(value), Period: on(period),
		Promised: indicator.Target{Period: on(due), Value: indicator.MustValue(target), Qualifier: qualifier},
	}
}

func TestStanding(t *testing.T) {
	const none = indicator.Exactly
	work := indicator.Fact{Name: "投资", Value: indicator.MustValue("3")}
	steps := func(m ...task.Milestone) task.Task { return task.Task{Milestones: m} }
	facts := func(f ...indicator.Fact) task.Task { return task.Task{Facts: f} }
	for _, c := range []struct {
		name string
		task task.Task
		asOf string
		want string // derived, why, step, delay, slowest milestone with its delay
	}{
		{"done by the date is completed, however late", task.Task{Due: on("2022"), Done: on("2023-03-01")}, "2023-06", "completed done; 60 days"},
		{"done early has a negative delay", task.Task{Due: on("2023"), Done: on("2022")}, "2024", "completed done; -365 days"},
		{"done on the due day is 0 days late, which is known", task.Task{Due: on("2022"), Done: on("2022-12-31")}, "2022", "completed done; 0 days"},
		{"done without a due period has no delay", task.Task{Done: on("2022")}, "2023", "completed done"},
		{"done in a year is not done by June", task.Task{Done: on("2022")}, "2022-06", "unknown no-evidence"},
		{"done before all steps are reached is completed", task.Task{Done: on("2022"), Milestones: []task.Milestone{step("a", "2021", "")}}, "2022", "completed done; slowest a 365"},
		{"all steps reached is completed", steps(step("a", "2021", "2021"), step("b", "2022", "2022-06-30")), "2022", "completed steps-reached; slowest a 0"},
		{"a step without a due period counts as reached, but alone completes nothing", steps(step("a", "", "2022")), "2022", "unknown no-evidence"},
		{"a step without a due period does not stand in the way when it is reached", steps(step("a", "", "2022"), step("b", "2022", "2022")), "2022", "completed steps-reached; slowest b 0"},
		{"a step without any date stands in the way of completion", steps(step("a", "2022", "2022"), step("b", "", "")), "2022", "on-schedule on-time; slowest a 0"},
		{
			"all steps reached is not completed when the task is said to be done later",
			task.Task{Due: on("2024"), Done: on("2023"), Milestones: []task.Milestone{step("a", "2022", "2022")}}, "2022", "on-schedule on-time; slowest a 0",
		},
		{"a step that is reached after the date is late by it", steps(step("a", "2022-06", "2022-09")), "2022-07-30", "delayed step-late a 30; slowest a 30"},
		{"a step is late on the last day of its due period", steps(step("a", "2022-06", "")), "2022-06-30", "delayed step-late a 0; slowest a 0"},
		{"a step is not late the day before", steps(step("a", "2022-06", "")), "2022-06-29", "unknown no-evidence"},
		{
			"of several late steps the one due first decides, wherever it stands",
			steps(step("b", "2022-06", ""), step("a", "2022-03", ""), step("c", "2021", "2021")), "2022-06-30", "delayed step-late a 91; slowest a 91",
		},
		{"a reached step that was late does not make the task late", steps(step("a", "2022-06", "2022-08"), step("b", "2023", "")), "2022-12", "on-schedule on-time; slowest a 62"},
		{"a task due with a step to come is late", task.Task{Due: on("2022-06"), Milestones: []task.Milestone{step("a", "2022", "")}}, "2022-07", "delayed past-due a; 31 days"},
		{"a task due and said to be done later is late", task.Task{Due: on("2022-06"), Done: on("2022-09")}, "2022-07", "delayed past-due; 31 days"},
		{"a task due of which nothing is said is unknown, not late", task.Task{Due: on("2022")}, "2023", "unknown no-evidence"},
		{"a task due with evidence but no step is unknown", task.Task{Due: on("2022"), Facts: []indicator.Fact{work}}, "2023", "unknown no-evidence"},
		{"a task that starts later and of which nothing is said is not started", task.Task{Start: on("2023")}, "2022", "not-started not-begun"},
		{"a task that starts in the year of the date may have begun", task.Task{Start: on("2022")}, "2022-06", "unknown no-evidence"},
		{"a task with evidence has begun, whenever it was to start", task.Task{Start: on("2023"), Facts: []indicator.Fact{work}}, "2022", "unknown no-evidence"},
		{"a task with a step reached has begun", task.Task{Start: on("2023"), Milestones: []task.Milestone{step("a", "2023", "2022"), step("b", "2024", "")}}, "2022", "on-schedule on-time; slowest a -365"},
		{"steps to come and evidence are on schedule", task.Task{Facts: []indicator.Fact{work}, Milestones: []task.Milestone{step("a", "2023", "")}}, "2022", "on-schedule on-time"},
		{"evidence of a period that has not ended by the date is none", task.Task{Facts: []indicator.Fact{{Name: "x", Value: indicator.MustValue("1"), Period: on("2023")}}, Milestones: []task.Milestone{step("a", "2024", "")}}, "2022", "unknown no-evidence"},
		{"steps to come without evidence are unknown", steps(step("a", "2023", "")), "2022", "unknown no-evidence"},
		{"a step without any date leaves a task that was due undecided", task.Task{Due: on("2022"), Milestones: []task.Milestone{step("a", "2021", "2021"), step("b", "", "")}}, "2022", "unknown step-undecided b; slowest a 0"},
		{"a promise kept is a step reached", facts(promised("5", "2022", "5", "2022", none)), "2022", "completed steps-reached"},
		{"a promise not kept is a step late", facts(promised("4", "2022", "5", "2022", none)), "2022", "delayed step-late 泊位"},
		{"at most as many as promised is kept", facts(promised("4", "2022", "5", "2022", indicator.AtMost)), "2022", "completed steps-reached"},
		{"a promise not yet due is a step to come, even where it is met", facts(promised("6", "2022", "5", "2023", none)), "2022", "on-schedule on-time"},
		{"an earlier figure that falls short proves nothing", facts(promised("4", "2021", "5", "2022", none)), "2022", "unknown step-undecided 泊位"},
		{"an earlier figure that is reached is kept", facts(promised("5", "2021", "5", "2022", none)), "2022", "completed steps-reached"},
		{"an earlier figure below a limit proves nothing", facts(promised("4", "2021", "5", "2022", indicator.AtMost)), "2022", "unknown step-undecided 泊位"},
		{"a figure published later is not looked at", facts(promised("5", "2023", "5", "2022", none)), "2022", "unknown step-undecided 泊位"},
		{"a task due while its promise is not is undecided", task.Task{Due: on("2022-06"), Facts: []indicator.Fact{promised("4", "2021", "5", "2022", none)}}, "2022-06", "unknown step-undecided 泊位"},
		{"a late milestone decides before a promise that is undecided", task.Task{Milestones: []task.Milestone{step("a", "2022", "")}, Facts: []indicator.Fact{promised("4", "2020", "5", "2021", none)}}, "2022", "delayed step-late a 0; slowest a 0"},
		{"without a date what is done is completed", task.Task{Due: on("2022"), Done: on("2030")}, "", "completed done; 2922 days"},
		{"without a date all milestones reached is completed", steps(step("a", "2022", "2023")), "", "completed steps-reached; slowest a 365"},
		{"without a date nothing is late", task.Task{Due: on("2000"), Milestones: []task.Milestone{step("a", "2000", ""), step("b", "2000", "2000")}}, "", "unknown no-date; slowest b 0"},
		{"without a date no promise is judged", facts(promised("5", "2022", "5", "2022", none)), "", "unknown no-date"},
		{"nothing at all is unknown", task.Task{}, "2022", "unknown no-evidence"},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.task.Code, c.task.Title = "x", "任务"
			s := task.Stand([]task.Task{c.task}, on(c.asOf))
			require.Len(t, s, 1)
			assert.Equal(t, c.want, worded(s[0]))
			assert.Equal(t, s[0].Derived, s[0].Status(), "where none is declared the derived status counts")
			assert.False(t, s[0].Disagrees)

			slices.Reverse(c.task.Milestones)
			slices.Reverse(c.task.Facts)
			assert.Equal(t, c.want, worded(task.Stand([]task.Task{c.task}, on(c.asOf))[0]), "the order of the steps does not matter")
		})
	}
}

// worded prints a standing without its path.
func worded(s task.Standing) string {
	text := string(s.Derived)
	if s.Derived == task.Unknown {
		text = "unknown"
	}
	text += " " + string(s.Why)
	if s.Step.Name != "" {
		text += " " + s.Step.Name
	}
	if !s.Step.Delay.IsZero() {
		text += " " + s.Step.Delay.String()
	}
	if !s.Delay.IsZero() {
		text += "; " + s.Delay.String() + " days"
	}
	if s.Slowest.Name != "" {
		text += "; slowest " + s.Slowest.Name + " " + s.Slowest.Delay.String()
	}
	return text
}

func TestDeclaredAndDerivedStatus(t *testing.T) {
	late := []task.Milestone{step("a", "2022", "")}
	for _, c := range []struct {
		name      string
		task      task.Task
		disagrees bool
		counts    task.Status
		delay     string
	}{
		{"completed as declared, with a step late, disagrees", task.Task{Status: task.Completed, Milestones: late, Due: on("2022")}, true, task.Completed, ""},
		{"delayed as declared, and done, disagrees", task.Task{Status: task.Delayed, Due: on("2022"), Done: on("2023")}, true, task.Delayed, "365"},
		{"delayed as declared and derived agrees", task.Task{Status: task.Delayed, Milestones: late}, false, task.Delayed, ""},
		{"adjusted never disagrees, and has no delay", task.Task{Status: task.Adjusted, Milestones: late, Due: on("2022")}, false, task.Adjusted, ""},
		{"a status that cannot be derived does not disagree", task.Task{Status: task.Completed, Due: on("2022")}, false, task.Completed, ""},
		{"a status outside the vocabulary does not disagree", task.Task{Status: "closed", Milestones: late, Due: on("2022")}, false, "closed", ""},
		{"on schedule as declared, past its due period, is late in days", task.Task{Status: task.OnSchedule, Due: on("2022")}, false, task.OnSchedule, "365"},
		{"not yet due is not late", task.Task{Status: task.OnSchedule, Due: on("2024")}, false, task.OnSchedule, ""},
		{"of an unknown status past its due period the delay is unknown", task.Task{Due: on("2022")}, false, task.Unknown, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := task.Stand([]task.Task{c.task}, on("2023"))[0]
			assert.Equal(t, c.task.Status, s.Declared)
			assert.Equal(t, c.disagrees, s.Disagrees)
			assert.Equal(t, c.counts, s.Status())
			assert.Equal(t, c.delay, s.Delay.String())
		})
	}
}

func TestStandingsAreOfLeavesWithTheDatesAbove(t *testing.T) {
	tasks := []task.Task{
		{Code: "1", Start: on("2021"), Due: on("2022"), Done: on("2022"), Tasks: []task.Task{
			{Code: "1.1", Tasks: []task.Task{{Code: "1.1.1", Done: on("2023")}, {Code: "1.1.2", Due: on("2021"), Done: on("2023")}}},
			{Code: "1.2", Start: on("2026")},
		}},
		{Code: "2", Start: on("2025"), Tasks: []task.Task{{Code: "2.1"}}},
	}
	var got []string
	for _, s := range task.Stand(tasks, on("2024")) {
		got = append(got, fmt.Sprint(s.Path, " ", s.Code, " ", worded(s)))
	}
	assert.Equal(t, []string{
		"/tasks/0/tasks/0/tasks/0 1.1.1 completed done; 365 days",
		"/tasks/0/tasks/0/tasks/1 1.1.2 completed done; 730 days",
		"/tasks/0/tasks/1 1.2 not-started not-begun; 731 days",
		"/tasks/1/tasks/0 2.1 not-started not-begun",
	}, got)
}

func TestStandingJSON(t *testing.T) {
	text, err := json.Marshal(task.Stand([]task.Task{{
		Code: "1", Status: task.Completed, Milestones: []task.Milestone{step("验收", "2022", "")},
	}, {Code: "2"}}, on("2023")))
	require.NoError(t, err)
	const late = `{"path":"/tasks/0/milestones/0","name":"验收","due":"2022","delay":"365"}`
	assert.JSONEq(t, `[
		{"path":"/tasks/0","code":"1","declared":"completed","derived":"delayed","why":"step-late","step":`+late+`,"disagrees":true,"slowest":`+late+`},
		{"path":"/tasks/1","code":"2","why":"no-evidence","disagrees":false}
	]`, string(text))
	text, err = json.Marshal(task.Stand(nil, on("2023")))
	require.NoError(t, err)
	assert.Equal(t, "[]", string(text))
}
