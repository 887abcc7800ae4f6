// Package survey models a questionnaire, 问卷调查: how many were sent, returned and valid, what was asked, and the
// tallies; and says what it shows and how sure that is.
//
// A [Survey] is plain data: [Survey.Validate] says what is wrong with it, and [Tabulate] computes the return rate
// 回收率, the validity rate 有效率, the valid return rate 有效回收率, the share 占比 of each option with its interval,
// the scores of scales and the association in cross tables. [ReadRecords] counts a survey's tallies from the answers one
// by one.
//
// Sources tell more or less. Where they hand over the records or state counts, shares are exact; where they print
// percentages alone, the counts that can stand behind them are found, if there are any, and everything that fits is kept.
// Each result says which of the three it rests on ([Knowledge]).
package survey

import "github.com/planeval/planeval/indicator"

// Survey is one questionnaire. A count that the source does not state is absent, which is not 0.
type Survey struct {
	Code         string           `json:"code"` // unique in the plan
	Title        string           `json:"title"`
	Period       indicator.Period `json:"period,omitzero"`        // when it was held
	Population   indicator.Value  `json:"population,omitzero"`    // 总体: all who could have been asked; absent where it is not known, or as good as endless
	Sent         indicator.Value  `json:"sent,omitzero"`          // 发放
	Returned     indicator.Value  `json:"returned,omitzero"`      // 回收
	Valid        indicator.Value  `json:"valid,omitzero"`         // 有效
	Dispositions *Dispositions    `json:"dispositions,omitempty"` // what became of every case, where that is known
	Records      bool             `json:"records,omitempty"`      // the tallies were counted from the answers one by one, as ReadRecords does
	Topics       []string         `json:"topics,omitempty"`       // what was asked about, 调查内容
	Groups       []string         `json:"groups,omitempty"`       // who was asked, 调查对象
	Questions    []Question       `json:"questions,omitempty"`
	CrossTables  []CrossTable     `json:"crossTables,omitempty"`
	Source       string           `json:"source,omitempty"`
	Note         string           `json:"note,omitempty"`
}

// question returns the question with the code; the zero Question where there is none.
func (s Survey) question(code string) Question {
	for _, q := range s.Questions {
		if q.Code == code {
			return q
		}
	}
	return Question{}
}

// Kind says what form a question's answers take, 题型. The zero Kind is invalid.
type Kind string

// The kinds.
const (
	Single   Kind = "single"   // 单选: one option each
	Multiple Kind = "multiple" // 多选: any number of options each
	Scale    Kind = "scale"    // 量表: one degree each
)

// Base says what a question's shares are shares of, 占比基数. The zero Base is invalid. Answers outside the base, such as
// "don't know", are taken off it.
type Base string

// The bases.
const (
	Respondents Base = "respondents" // valid questionnaires, or the returned ones where valid is not stated
	Asked       Base = "asked"       // those to whom the question was put
	Answered    Base = "answered"    // those who answered the question
	Responses   Base = "responses"   // all options ticked in a multiple choice
)

// Question is one question with its tallies.
type Question struct {
	Code         string          `json:"code"` // unique in the survey
	Text         string          `json:"text"`
	Kind         Kind            `json:"kind"`
	Base         Base            `json:"base"`
	AskedIf      *Condition      `json:"askedIf,omitempty"`      // to whom it was put; absent: to all
	Asked        indicator.Value `json:"asked,omitzero"`         // to how many it was put
	Answered     indicator.Value `json:"answered,omitzero"`      // how many answered it
	Tallies      []Tally         `json:"tallies"`                // of a scale from one end to the other
	Satisfaction Satisfaction    `json:"satisfaction,omitempty"` // of a scale: how its 满意度 is defined
	Top          int             `json:"top,omitempty"`          // of a scale: how many degrees at each end make the top and the bottom box; 0 is 2
	Weights      *Weights        `json:"weights,omitempty"`      // of those in the base, where the survey is weighted
	Source       string          `json:"source,omitempty"`       // where not the survey's
}

// Condition says who is asked a question: those who chose one of the options of an earlier question, 跳转条件.
type Condition struct {
	Question string   `json:"question"` // its code
	Options  []string `json:"options"`
}

// exclusive reports whether a respondent, or a response, counts under one option only, so that the shares of all
// options sum to at most 100 %.
func (q Question) exclusive() bool {
	return q.Kind == Single || q.Kind == Scale || q.Base == Responses
}

// Tally is how often one option was chosen: a count, a printed percentage, or both.
type Tally struct {
	Option   string          `json:"option"` // unique in the question
	Count    indicator.Value `json:"count,omitzero"`
	Percent  indicator.Value `json:"percent,omitzero"`  // as the source prints it: 78.4 is 78.4 %
	Score    indicator.Value `json:"score,omitzero"`    // of a degree: 5, or 100 of 100/80/60/40/20; more is better
	Outside  bool            `json:"outside,omitempty"` // 不计入基数: "don't know", "not applicable", refusals
	Weighted indicator.Value `json:"weighted,omitzero"` // 加权数: the weights of those who chose it, added up
	Note     string          `json:"note,omitempty"`
}
