// Package task models a plan's tasks: the tree of key tasks and sub-tasks with the departments that lead and support
// them, their milestones, status and evidence; and rolls up what is done, by chapter and by department, and what
// nobody answers for.
//
// [Validate] checks the data, [All] reads the tree, [RollUp] counts what is done, and [Cover] finds what the division
// of work leaves open. What is counted are leaves, the tasks without sub-tasks; a task with sub-tasks is the sum of
// them. A task that names no lead has that of the nearest task above it. A status that is not known is counted as
// such, never as done or late.
package task

import "github.com/planeval/planeval/indicator"

// Status says how far a task is, 任务状态. The zero Status is Unknown: it counts neither as done nor as late.
type Status string

// The statuses.
const (
	Unknown    Status = ""
	NotStarted Status = "not-started" // 未启动
	OnSchedule Status = "on-schedule" // 正常推进
	Delayed    Status = "delayed"     // 滞后
	Completed  Status = "completed"   // 已完成
	Adjusted   Status = "adjusted"    // 已调整: changed or taken back by decision; not in the base of completion
)

// Task is a key task 重点任务 or one of its sub-tasks 子任务. The tasks at the top of a plan are its chapters.
type Task struct {
	Code       string           `json:"code"`             // unique in the plan
	Number     string           `json:"number,omitempty"` // as the source numbers it, such as 4 or （1）
	Title      string           `json:"title"`
	Lead       string           `json:"lead,omitempty"`    // 牵头单位: a department's code; none is that of the task above
	Support    []string         `json:"support,omitempty"` // 配合单位: departments' codes
	Weight     indicator.Value  `json:"weight,omitzero"`   // among its siblings, of any sum; where none has one they weigh the same
	Start      indicator.Period `json:"start,omitzero"`
	Due        indicator.Period `json:"due,omitzero"` // 完成时限
	Status     Status           `json:"status,omitempty"`
	Milestones []Milestone      `json:"milestones,omitempty"`
	After      []string         `json:"after,omitempty"`      // codes of tasks that must be completed first
	Indicators []string         `json:"indicators,omitempty"` // codes of the indicators that it serves
	Summary    string           `json:"summary,omitempty"`    // what was done, without figures; the facts carry them
	Facts      []indicator.Fact `json:"facts,omitempty"`      // 佐证: evidence
	Source     string           `json:"source,omitempty"`
	Tasks      []Task           `json:"tasks,omitempty"` // sub-tasks
}

// Milestone is a step of a task with its date, 里程碑. It is due neither before the task starts nor after it is due; it
// can be reached late.
type Milestone struct {
	Name   string           `json:"name"`
	Due    indicator.Period `json:"due,omitzero"`
	Done   indicator.Period `json:"done,omitzero"` // when it was reached; zero while it is not
	Source string           `json:"source,omitempty"`
}
