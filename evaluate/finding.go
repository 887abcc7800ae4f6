package evaluate

import "github.com/planeval/planeval/indicator"

// Status is the answer of a rule, 合规性. The zero Status is Unknown: it counts neither as met nor as not met.
type Status string

// The statuses.
const (
	Unknown       Status = ""               // 无法判断
	Met           Status = "met"            // 符合
	NotMet        Status = "not-met"        // 不符合
	NotApplicable Status = "not-applicable" // 不适用
)

// MarshalText writes the status, and "unknown" for Unknown.
func (s Status) MarshalText() ([]byte, error) {
	if s == Unknown {
		return []byte("unknown"), nil
	}
	return []byte(s), nil
}

// UnmarshalText reads what MarshalText writes.
func (s *Status) UnmarshalText(text []byte) error {
	*s = Status(text)
	if *s == "unknown" {
		*s = Unknown
	}
	return nil
}

// Severity says how much a finding matters. The zero Severity is invalid.
type Severity string

// The severities.
const (
	High   Severity = "high"   // 重要: the evaluation or its outcome does not hold without it
	Medium Severity = "medium" // 一般: a figure or judgement is weaker for it
	Low    Severity = "low"    // 提示: worth knowing
)

// Severities returns the severities, the gravest first.
func Severities() []Severity { return []Severity{High, Medium, Low} }

// Finding is one thing that a rule found not to be met, or could not decide. It holds facts; reports make sentences.
type Finding struct {
	Rule     string   `json:"rule"` // the rule's id
	Status   Status   `json:"status"`
	Severity Severity `json:"severity"`
	Path     string   `json:"path"` // JSON Pointer into the plan
	Args     []Arg    `json:"args,omitempty"`
	Margin   *Margin  `json:"margin,omitempty"` // by how much it failed, where something was measured
}

// Arg is a named fact of a finding: texts as they stand in the plan, or a figure with its working.
type Arg struct {
	Name   string            `json:"name"`
	Texts  []string          `json:"texts,omitempty"`
	Figure *indicator.Figure `json:"figure,omitempty"`
}

func text(name string, texts ...string) Arg { return Arg{Name: name, Texts: texts} }

func figure(name string, f indicator.Figure) Arg { return Arg{Name: name, Figure: &f} }
