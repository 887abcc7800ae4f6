package evaluate

import (
	"strconv"

	"github.com/planeval/planeval/indicator"
)

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
	Contents    []Assessed       `json:"contents,omitempty"`    // what the scheme demands that the report contains, and where it does
	Evaluations []Evaluated      `json:"evaluations,omitempty"` // earlier evaluations that the report mentions

	ThirdParty    string          `json:"thirdParty,omitempty"`    // 受委托的第三方: who was entrusted with the evaluation, if anybody
	Preparers     []string        `json:"preparers,omitempty"`     // who did the main appraisal before the plan was decided on
	Participation []Participation `json:"participation,omitempty"` // 公众参与: who took part in the evaluation
	Triggers      []Trigger       `json:"triggers,omitempty"`      // 启动情形: what is stated of the reasons for it

	// Clauses says where the scheme demands what a rule checks: by the rule's id, the clause.
	Clauses map[string]string `json:"clauses,omitempty"`

	Source string `json:"source,omitempty"`
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

// Body is a part of the public that may take part in an evaluation. The zero Body is invalid.
type Body string

// The bodies, as the regulation on major administrative decisions lists them.
const (
	Public              Body = "public"               // 社会公众: citizens, firms and other organisations
	Deputies            Body = "deputies"             // 人大代表
	Advisers            Body = "advisers"             // 政协委员
	PeoplesOrganisation Body = "peoples-organisation" // 人民团体
	Grassroots          Body = "grassroots"           // 基层组织
	SocialOrganisation  Body = "social-organisation"  // 社会组织
)

// Participation is how a part of the public took part, 公众参与.
type Participation struct {
	Body   Body   `json:"body"`
	Form   string `json:"form,omitempty"` // such as 问卷调查
	Source string `json:"source,omitempty"`
}

// TriggerKind is a reason for evaluating a decision after the fact, 启动情形. The zero TriggerKind is invalid.
type TriggerKind string

// The reasons. The first three are those of the regulation on major administrative decisions, article 36; the fourth is
// that of provincial rules such as Shandong's.
const (
	BelowExpectation TriggerKind = "below-expectation" // 明显未达到预期效果
	ManyObjections   TriggerKind = "many-objections"   // 提出较多意见
	DeemedNecessary  TriggerKind = "deemed-necessary"  // 决策机关认为有必要
	BasisChanged     TriggerKind = "basis-changed"     // 法律、政策或者客观情况发生重大变化
)

// TriggerKinds returns the reasons in their order.
func TriggerKinds() []TriggerKind {
	return []TriggerKind{BelowExpectation, ManyObjections, DeemedNecessary, BasisChanged}
}

// Trigger is what the evaluators state of one of the reasons: met, not met or, as the zero is, unknown.
type Trigger struct {
	Kind   TriggerKind      `json:"kind"`
	Status Status           `json:"status,omitempty"`
	Text   string           `json:"text,omitempty"`
	Facts  []indicator.Fact `json:"facts,omitempty"`
	Source string           `json:"source,omitempty"`
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

func (p Procedure) validate(departments map[string]string) indicator.Faults {
	var faults indicator.Faults
	reference := func(path, code string) {
		if _, ok := departments[code]; code != "" && !ok {
			faults.Add(path, indicator.FaultReference, code, "the code of a department")
		}
	}
	faults.Under("/purpose", validateStatement(p.Purpose, false))
	if !p.Start.IsZero() || !p.End.IsZero() {
		validateSpan(&faults, "", p.Start, p.End)
	}
	reference("/office", p.Office)
	for i, r := range p.Roles {
		faults.Enum(indicator.Pointer("roles", i, "role"), r.Role, Head, Deputy, Participant)
		reference(indicator.Pointer("roles", i, "department"), r.Department)
	}
	head := -1
	for i, m := range p.Members {
		at := indicator.Pointer("members", i)
		faults.Enum(at+"/role", m.Role, Head, Deputy, Participant)
		if m.Role == Head && head >= 0 {
			faults.Add(at+"/role", indicator.FaultConflict, string(Head), "one head; the first stands at "+indicator.Pointer("procedure", "members", head))
		} else if m.Role == Head {
			head = i
		}
		faults.Require(at+"/position", m.Position)
		reference(at+"/department", m.Department)
	}
	names := map[string]bool{}
	for i, s := range p.Scheme {
		at := indicator.Pointer("scheme", i)
		faults.Require(at+"/name", s.Name)
		if names[s.Name] && s.Name != "" {
			faults.Add(at+"/name", indicator.FaultDuplicate, s.Name, "another name than that of an earlier stage")
		}
		names[s.Name] = true
		validateSpan(&faults, at, s.Start, s.End)
	}
	for i, s := range p.Reported {
		at := indicator.Pointer("reported", i)
		if s.Stage != "" && !names[s.Stage] {
			faults.Add(at+"/stage", indicator.FaultReference, s.Stage, "the name of a stage of the scheme")
		}
		validateSpan(&faults, at, s.Start, s.End)
	}
	if p.MinMethods < 0 {
		faults.Add("/minMethods", indicator.FaultRange, strconv.Itoa(p.MinMethods), "0 or more")
	}
	allowed := setOf(p.Allowed)
	for i, m := range p.Methods {
		at := indicator.Pointer("methods", i)
		faults.Require(at+"/name", m.Name)
		for j, name := range m.As {
			if !allowed[name] {
				faults.Add(at+indicator.Pointer("as", j), indicator.FaultReference, name, "one of the allowed methods")
			}
		}
	}
	faults.Under("/contents", validateAssessed(p.Contents))
	for i, body := range p.Participation {
		faults.Enum(indicator.Pointer("participation", i, "body"), body.Body, Public, Deputies, Advisers, PeoplesOrganisation, Grassroots, SocialOrganisation)
	}
	kinds := map[TriggerKind]bool{}
	for i, t := range p.Triggers {
		at := indicator.Pointer("triggers", i)
		faults.Enum(at+"/kind", t.Kind, BelowExpectation, ManyObjections, DeemedNecessary, BasisChanged)
		if kinds[t.Kind] && t.Kind != "" {
			faults.Add(at+"/kind", indicator.FaultDuplicate, string(t.Kind), "another reason than that of an earlier trigger")
		}
		kinds[t.Kind] = true
		faults.Enum(at+"/status", t.Status, Unknown, Met, NotMet)
		faults.Under(at+"/facts", indicator.ValidateFacts(t.Facts))
	}
	for i, e := range p.Evaluations {
		at := indicator.Pointer("evaluations", i)
		faults.Require(at+"/name", e.Name)
		validateSpan(&faults, at, e.Start, e.End)
	}
	return faults
}
