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
