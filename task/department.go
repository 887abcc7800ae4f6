package task

// Department is a body that answers for tasks, 责任单位.
type Department struct {
	Code   string `json:"code"` // unique in the plan
	Name   string `json:"name"`
	Duties []Duty `json:"duties,omitempty"` // 责任分工: what the division of work gives it
	Source string `json:"source,omitempty"`
}

// Duty is one subject that the division of work gives to a department, and the tasks that carry it out.
type Duty struct {
	Subject string   `json:"subject"`
	Tasks   []string `json:"tasks,omitempty"` // codes; none means that no task of the plan serves this duty
}
