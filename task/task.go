// Package task models a plan's tasks: the tree of key tasks and sub-tasks with the departments that lead and support
// them, their dates, milestones, status and evidence; and says as of a date what is done and what is late, by task, by
// chapter and by department, what that delays, and what nobody answers for.
//
//   - [Validate] checks the data, and [All] reads the tree.
//   - [Stand] derives the status of each task from its dates, milestones and promises, beside the declared one, and
//     counts its delay in days. [Reach] follows a delay to the tasks that come after.
//   - [RollUp] counts what is done, [Cross] sets tasks against departments, [Link] tasks against indicators, and [Cover]
//     finds what the division of work leaves open.
//
// What is judged and counted are leaves, the tasks without sub-tasks; a task with sub-tasks is the sum of them. A task
// that names no lead, no start or no due period has that of the nearest task above it. A status that is not known is
// counted as such, never as done or late, and days that are not known are absent, never 0. Dates are compared by the
// last day of their periods: a task done in 2022 is done by 31 December 2022 and not by 30 June.
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
	Start      indicator.Period `json:"start,omitzero"`    // none is that of the task above
	Due        indicator.Period `json:"due,omitzero"`      // 完成时限; none is that of the task above
	Done       indicator.Period `json:"done,omitzero"`     // 完成时间: when it was completed; zero while it is not, or not known
	Status     Status           `json:"status,omitempty"`  // as declared; see [Standing] for what the data say
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
