// Package evaluate holds a whole plan as data and evaluates it: every indicator measured and judged, tasks rolled up,
// surveys, costs and benefits computed, and rules applied that say what is in order and what is not.
//
// A [Rule] has an id that never changes, says what demands it ([Basis]), which places it looked at, and answers met,
// not met, unknown or not applicable; [Rules] chooses them by the document that they rest on, and a caller's own
// stand beside them. The [Conclusion] sets the outcome that the plan declares beside the one that the findings
// support. [Compare] sets two evaluations of one plan side by side.
package evaluate

import (
	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/survey"
	"github.com/planeval/planeval/task"
)

// Plan is a government plan 规划 with everything that its evaluation rests on. It is plain data: a struct literal, or
// JSON read by [ReadPlan]; Validate checks it.
type Plan struct {
	Code       string           `json:"code"`
	Title      string           `json:"title"`                // 规划名称
	ShortTitle string           `json:"shortTitle,omitempty"` // 简称, used inside sentences
	Region     string           `json:"region,omitempty"`
	Issuer     string           `json:"issuer,omitempty"`
	Published  indicator.Period `json:"published,omitzero"`
	Start      indicator.Period `json:"start"` // the plan's first period
	End        indicator.Period `json:"end"`   // the plan's last period
	Source     string           `json:"source,omitempty"`
	Note       string           `json:"note,omitempty"`

	Purpose     Statement             `json:"purpose,omitzero"` // 规划目的
	Basis       []Document            `json:"basis,omitempty"`  // 评估依据
	Procedure   Procedure             `json:"procedure"`        // how the evaluation itself was done
	Indicators  []indicator.Indicator `json:"indicators"`       // 主要指标
	Departments []task.Department     `json:"departments,omitempty"`
	Tasks       []task.Task           `json:"tasks,omitempty"`      // 重点任务, by chapter
	Safeguards  []Assessed            `json:"safeguards,omitempty"` // 保障措施
	Dimensions  []Assessed            `json:"dimensions,omitempty"` // 评估维度
	Conformity  Statement             `json:"conformity,omitzero"`  // 结果与目的相符性
	Costs       []Cost                `json:"costs,omitempty"`
	Benefits    []Statistic           `json:"benefits,omitempty"`
	Surveys     []survey.Survey       `json:"surveys,omitempty"`
	Opinions    []Statement           `json:"opinions,omitempty"`   // 社会公众评价, beside the shares
	Acceptance  []Acceptance          `json:"acceptance,omitempty"` // 特定对象的接受程度
	Economy     []Statistic           `json:"economy,omitempty"`    // 与经济社会发展的符合程度
	Fit         Statement             `json:"fit,omitzero"`         // what the plan says about that fit
	Negatives   []Statement           `json:"negatives,omitempty"`  // 负面影响
	Effects     []Effect              `json:"effects,omitempty"`    // 近期效果和长远影响
	Problems    []Problem             `json:"problems,omitempty"`
	Adjustment  Adjustment            `json:"adjustment,omitzero"` // 调整事项
	Advice      []Advice              `json:"advice,omitempty"`    // 对策建议
	Cases       []Case                `json:"cases,omitempty"`     // 典型案例

	Unseen     []Unseen    `json:"unseen,omitempty"`     // 未提供的资料
	Exemptions []Exemption `json:"exemptions,omitempty"` // 不适用说明

	// Translations gives texts of the plan in other languages: by BCP 47 tag, then by the text as it stands in the
	// plan. A text without translation stays as given; a unit whose translation is empty is left out, as "家" is where
	// English says what is counted in the name.
	Translations map[string]map[string]string `json:"translations,omitempty"`
}

// Statement is something that the plan's evaluators say, with the figures it rests on. The text holds no figures of
// its own, so that text and figures cannot disagree.
type Statement struct {
	Text   string           `json:"text"`
	Facts  []indicator.Fact `json:"facts,omitempty"`
	Source string           `json:"source,omitempty"`
}

// Document is a legal or methodological basis, 依据.
type Document struct {
	Title  string `json:"title"`
	Number string `json:"number,omitempty"` // 文号
	Role   string `json:"role,omitempty"`   // what it is the basis of
	Source string `json:"source,omitempty"`
}

// Assessed is something the scheme promises to assess, such as a safeguard 保障措施 or a dimension 合理性, and what the
// report says about it; an empty Finding means that the report does not assess it.
type Assessed struct {
	Name    string           `json:"name"`
	Finding string           `json:"finding,omitempty"`
	Score   indicator.Value  `json:"score,omitzero"` // 0 to 100; absent where the report gives none
	Facts   []indicator.Fact `json:"facts,omitempty"`
	Source  string           `json:"source,omitempty"`
}

// Horizon says how far an effect reaches. The zero Horizon is invalid.
type Horizon string

// The horizons.
const (
	NearTerm Horizon = "near" // 近期效果
	LongTerm Horizon = "long" // 长远影响
)

// Effect is an effect of the plan with its horizon.
type Effect struct {
	Horizon Horizon          `json:"horizon"`
	Text    string           `json:"text"`
	Facts   []indicator.Fact `json:"facts,omitempty"`
	Source  string           `json:"source,omitempty"`
}

// Problem is a problem with its causes, 问题及原因.
type Problem struct {
	Code   string           `json:"code"`
	Title  string           `json:"title"`
	Text   string           `json:"text,omitempty"`
	Causes []string         `json:"causes,omitempty"`
	Facts  []indicator.Fact `json:"facts,omitempty"`
	Source string           `json:"source,omitempty"`
}

// Advice is a recommendation 对策建议 and the problems it answers.
type Advice struct {
	Title    string           `json:"title"`
	Text     string           `json:"text,omitempty"`
	Measures []string         `json:"measures,omitempty"`
	Problems []string         `json:"problems,omitempty"` // codes
	Facts    []indicator.Fact `json:"facts,omitempty"`
	Source   string           `json:"source,omitempty"`
}

// Case is a typical case, 典型案例.
type Case struct {
	Title    string           `json:"title"`
	Text     string           `json:"text,omitempty"`
	Practice []Statement      `json:"practice,omitempty"` // what was done, point by point
	Facts    []indicator.Fact `json:"facts,omitempty"`
	Source   string           `json:"source,omitempty"`
}
