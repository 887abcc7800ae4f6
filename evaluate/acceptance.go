package evaluate

import (
	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/survey"
)

// Acceptance is a group the plan concerns, 特定对象, and the evidence of its acceptance; none is a gap.
type Acceptance struct {
	Group    string           `json:"group"`
	Form     AcceptanceForm   `json:"form,omitempty"` // what kind of evidence it is
	Evidence string           `json:"evidence,omitempty"`
	Shares   []ShareOf        `json:"shares,omitempty"` // answers to surveys that show it
	Facts    []indicator.Fact `json:"facts,omitempty"`
	Source   string           `json:"source,omitempty"`
}

// AcceptanceForm says how a group was heard. The zero AcceptanceForm is FormUnstated.
type AcceptanceForm string

// The forms.
const (
	FormUnstated  AcceptanceForm = ""
	FromSurvey    AcceptanceForm = "survey"    // 问卷调查
	FromInterview AcceptanceForm = "interview" // 访谈、座谈
	FromHearing   AcceptanceForm = "hearing"   // 听证、公开征求意见
)

// ShareOf names the answers that show acceptance: an option of a question, or without one the question's 满意度, if that is
// defined as a share of people.
type ShareOf struct {
	Survey   string `json:"survey"`   // code
	Question string `json:"question"` // code
	Option   string `json:"option,omitempty"`
}

// AcceptedShare is a share of answers that shows acceptance, 认可比例, as its survey comes to it.
type AcceptedShare struct {
	Path       string            `json:"path"` // JSON Pointer of the ShareOf
	Question   string            `json:"question"`
	Base       survey.BaseCount  `json:"base"`
	Caution    survey.Caution    `json:"caution,omitempty"`
	Proportion survey.Proportion `json:"proportion"` // of the option; without one, of the top box
}

// Majority says whether more than half accept beyond what drawing a sample explains: met where the whole interval lies
// above one half, not met where none of it does, and unknown otherwise; where all were asked, the share itself counts.
func (s AcceptedShare) Majority() Status {
	half := indicator.IntRatio(1, 2)
	low, high := s.bounds()
	switch {
	case low.Missing() != indicator.Present:
		return Unknown
	case low.Cmp(half) > 0:
		return Met
	case high.Cmp(half) <= 0:
		return NotMet
	}
	return Unknown
}

// bounds are those of the interval; of a census the share itself, or what can stand behind a printed one.
func (s AcceptedShare) bounds() (low, high indicator.Number) {
	p := s.Proportion
	switch least, most, ok := p.Counts(); {
	case p.Interval.Missing() != indicator.Census:
		return p.Interval.Low, p.Interval.High
	case p.Share.Result.Missing() != indicator.Present && ok:
		return indicator.NewRatio(least, s.Base.Value, indicator.NoCount), indicator.NewRatio(most, s.Base.Value, indicator.NoCount)
	}
	return p.Share.Result, p.Share.Result
}

// acceptedShares looks up the shares that the plan names, in its order.
func (e *Evaluation) acceptedShares() []AcceptedShare {
	all := []AcceptedShare{}
	for i, a := range e.Plan.Acceptance {
		for j, of := range a.Shares {
			s, q, tally := e.Plan.find(of)
			if q < 0 {
				continue
			}
			d := e.Surveys[s].Questions[q]
			found := AcceptedShare{
				Path: indicator.Pointer("acceptance", i, "shares", j), Question: e.Plan.Surveys[s].Questions[q].Text,
				Base: d.Base, Caution: d.Caution,
			}
			if tally >= 0 {
				found.Proportion = d.Proportions[tally]
			} else if scale := d.Scale; scale != nil {
				found.Proportion = survey.Proportion{Knowledge: scale.Knowledge, Share: scale.Top, Interval: scale.TopInterval}
			}
			all = append(all, found)
		}
	}
	return all
}

// find returns the indices of the survey, question and option that are named, -1 for what there is not.
func (p Plan) find(of ShareOf) (s, q, tally int) {
	for i, candidate := range p.Surveys {
		if candidate.Code != of.Survey {
			continue
		}
		for j, question := range candidate.Questions {
			if question.Code != of.Question {
				continue
			}
			for k, t := range question.Tallies {
				if t.Option == of.Option {
					return i, j, k
				}
			}
			return i, j, -1
		}
		return i, -1, -1
	}
	return -1, -1, -1
}

// validateShares checks that every share named is one.
func (p Plan) validateShares(a Acceptance) indicator.Faults {
	var faults indicator.Faults
	for i, of := range a.Shares {
		at := indicator.Pointer(i)
		s, q, tally := p.find(of)
		switch {
		case s < 0:
			faults.Add(at+"/survey", indicator.FaultReference, of.Survey, "the code of a survey")
		case q < 0:
			faults.Add(at+"/question", indicator.FaultReference, of.Question, "the code of a question of the survey")
		case of.Option != "" && tally < 0:
			faults.Add(at+"/option", indicator.FaultReference, of.Option, "an option of the question")
		case of.Option != "" && p.Surveys[s].Questions[q].Tallies[tally].Outside:
			faults.Add(at+"/option", indicator.FaultConflict, of.Option, "an option inside the base")
		case p.Surveys[s].Questions[q].Base == survey.Responses:
			faults.Add(at+"/question", indicator.FaultConflict, of.Question, "a question whose shares are of people, not of ticks")
		case of.Option == "" && p.Surveys[s].Questions[q].Satisfaction != survey.TopBox:
			faults.Add(at+"/option", indicator.FaultRequired, "", "an option, as the question defines no satisfaction as a share of people")
		}
	}
	return faults
}

// checkMajority asks of every share of acceptance whether it is a majority.
func checkMajority(e *Evaluation) Checked {
	c := Checked{}
	for _, s := range e.Acceptance {
		low, high := s.bounds()
		c.answer(s.Majority(), s.Path, text("question", s.Question), text("option", s.Proportion.Option), percent("low", low), percent("high", high))
	}
	return c
}

// percent is a bound in per cent with a place, empty where there is none.
func percent(name string, n indicator.Number) Arg {
	if n.Missing() != indicator.Present {
		return text(name, "")
	}
	return text(name, n.Percent(1, indicator.HalfUp).StringFixed(1))
}
