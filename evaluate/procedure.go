package evaluate

import "github.com/planeval/planeval/indicator"

// Procedure is how the evaluation itself was done, 评估工作开展情况: as the scheme orders it and as the report tells it.
type Procedure struct {
	Purpose     Statement        `json:"purpose,omitzero"`
	Conductor   string           `json:"conductor,omitempty"` // who carried it out
	Start       indicator.Period `json:"start,omitzero"`
	End         indicator.Period `json:"end,omitzero"`
	Office      string           `json:"office,omitempty"`      // a department's code, 办公室
	Roles       []Member         `json:"roles,omitempty"`       // the working group as the report announces it
	Members     []Member         `json:"members,omitempty"`     // the working group as it is listed
	Subjects    []string         `json:"subjects,omitempty"`    // 任务分解: what the report says the work was divided into
	Scope       []string         `json:"scope,omitempty"`       // 评估对象与范围
	Principles  []string         `json:"principles,omitempty"`  // 评估原则
	Announced   []string         `json:"announced,omitempty"`   // the names of the stages that the report announces
	Scheme      []Stage          `json:"scheme,omitempty"`      // the stages as the scheme has them
	Reported    []Stage          `json:"reported,omitempty"`    // the stages as the report has them
	MinMethods  int              `json:"minMethods,omitempty"`  // how many allowed methods the scheme demands at least
	Allowed     []string         `json:"allowed,omitempty"`     // methods that the scheme allows
	Methods     []Method         `json:"methods,omitempty"`     // methods used
	Evaluations []Evaluated      `json:"evaluations,omitempty"` // earlier evaluations that the report mentions
	Source      string           `json:"source,omitempty"`
}

// Role is a place in the working group. The zero Role is invalid.
type Role string

// The roles.
const (
	Head        Role = "head"   // 组长
	Deputy      Role = "deputy" // 副组长
	Participant Role = "member" // 成员
)

// Member is one place of the working group, by position and without a name. In what is announced the position may be
// missing.
type Member struct {
	Role       Role   `json:"role"`
	Position   string `json:"position,omitempty"`
	Department string `json:"department,omitempty"` // code
	Source     string `json:"source,omitempty"`
}

// Stage is one step of the evaluation, 阶段.
type Stage struct {
	Name       string           `json:"name,omitempty"`  // of the scheme's stages unique; empty where a report gives dates alone
	Stage      string           `json:"stage,omitempty"` // of a reported stage: the name of the scheme's stage whose work it tells
	Start      indicator.Period `json:"start"`
	End        indicator.Period `json:"end"`
	Activities []string         `json:"activities,omitempty"`
	Source     string           `json:"source,omitempty"`
}

// Method is an evaluation method used, 评估方法, and which of the allowed ones it is.
type Method struct {
	Name   string   `json:"name"`
	As     []string `json:"as,omitempty"` // names among the allowed methods; none means that it is not one of them
	Text   string   `json:"text,omitempty"`
	Source string   `json:"source,omitempty"`
}

// Evaluated is an earlier evaluation of the same plan.
type Evaluated struct {
	Name   string           `json:"name"`
	Start  indicator.Period `json:"start"`
	End    indicator.Period `json:"end"`
	Source string           `json:"source,omitempty"`
}
