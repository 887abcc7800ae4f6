// Package survey models a questionnaire, 问卷调查: how many were sent, returned and valid, what was asked, and the
// tallies; and computes rates and shares, each with its base.
//
// A [Survey] is plain data: [Survey.Validate] says what is wrong with it, and [Tabulate] computes the return rate
// 回收率, the validity rate 有效率, the valid return rate 有效回收率, and the share 占比 of each option.
//
// Sources tell more or less. Where they state counts, shares are exact; where they print percentages alone, the
// percentages are kept as printed and no count is guessed. Each [Proportion] says which of the two it rests on.
package survey

import "github.com/planeval/planeval/indicator"

// Survey is one questionnaire. A count that the source does not state is absent, which is not 0.
type Survey struct {
	Code      string           `json:"code"` // unique in the plan
	Title     string           `json:"title"`
	Period    indicator.Period `json:"period,omitzero"`   // when it was held
	Sent      indicator.Value  `json:"sent,omitzero"`     // 发放
	Returned  indicator.Value  `json:"returned,omitzero"` // 回收
	Valid     indicator.Value  `json:"valid,omitzero"`    // 有效
	Topics    []string         `json:"topics,omitempty"`  // what was asked about, 调查内容
	Groups    []string         `json:"groups,omitempty"`  // who was asked, 调查对象
	Questions []Question       `json:"questions,omitempty"`
	Source    string           `json:"source,omitempty"`
	Note      string           `json:"note,omitempty"`
}

// Kind says what form a question's answers take, 题型. The zero Kind is invalid.
type Kind string

// The kinds.
const (
	Single   Kind = "single"   // 单选: one option each
	Multiple Kind = "multiple" // 多选: any number of options each
	Scale    Kind = "scale"    // 量表: one degree each
)

// Base says what a question's shares are shares of, 占比基数. The zero Base is invalid.
type Base string

// The bases.
const (
	Respondents Base = "respondents" // valid questionnaires, or the returned ones where valid is not stated
	Answered    Base = "answered"    // those who answered the question
	Responses   Base = "responses"   // all options ticked in a multiple choice
)

// Question is one question with its tallies.
type Question struct {
	Code     string          `json:"code"` // unique in the survey
	Text     string          `json:"text"`
	Kind     Kind            `json:"kind"`
	Base     Base            `json:"base"`
	Answered indicator.Value `json:"answered,omitzero"` // how many answered it
	Tallies  []Tally         `json:"tallies"`
	Source   string          `json:"source,omitempty"` // where not the survey's
}

// exclusive reports whether a respondent, or a response, counts under one option only, so that the shares of all
// options sum to at most 100 %.
func (q Question) exclusive() bool {
	return q.Kind == Single || q.Kind == Scale || q.Base == Responses
}

// Tally is how often one option was chosen: a count, a printed percentage, or both.
type Tally struct {
	Option  string          `json:"option"` // unique in the question
	Count   indicator.Value `json:"count,omitzero"`
	Percent indicator.Value `json:"percent,omitzero"` // as the source prints it: 78.4 is 78.4 %
	Note    string          `json:"note,omitempty"`
}
