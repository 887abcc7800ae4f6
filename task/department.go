package task

import "github.com/planeval/planeval/indicator"

// Department is a body that answers for tasks, 责任单位.
type Department struct {
	Code   string `json:"code"` // unique in the plan
	Name   string `json:"name"`
	Duties []Duty `json:"duties,omitempty"` // 责任分工: what the division of work gives it
	Source string `json:"source,omitempty"`

	SelfAssessment SelfAssessment `json:"selfAssessment,omitzero"`
}

// SelfAssessment says whether a department has returned its own assessment of the tasks that it leads, 自查自评. The zero
// SelfAssessment is not stated.
type SelfAssessment struct {
	State  SelfAssessmentState `json:"state,omitempty"`
	On     indicator.Period    `json:"on,omitzero"` // when it was returned; only with Returned
	Source string              `json:"source,omitempty"`
}

// SelfAssessmentState says whether a self-assessment was returned. The zero state is not stated, which is neither.
type SelfAssessmentState string

// The states of a self-assessment.
const (
	ReturnUnstated SelfAssessmentState = ""
	Returned       SelfAssessmentState = "returned" // 已交回
	NotReturned    SelfAssessmentState = "missing"  // 未交回
)

// Duty is one subject that the division of work gives to a department, and the tasks that carry it out.
type Duty struct {
	Subject string   `json:"subject"`
	Tasks   []string `json:"tasks,omitempty"` // codes; none means that no task of the plan serves this duty
}
