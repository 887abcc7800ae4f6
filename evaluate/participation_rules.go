package evaluate

import "slices"

// checkThirdParty reports a third party entrusted with the evaluation that did the main appraisal before the decision.
// Where nobody is said to have done that, it cannot be told.
func checkThirdParty(e *Evaluation) Checked {
	p := e.Plan.Procedure
	c := Checked{}
	if p.ThirdParty == "" {
		return c
	}
	c.look("/procedure/thirdParty")
	switch {
	case len(p.Preparers) == 0:
		c.unknown("/procedure/preparers", text("thirdParty", p.ThirdParty))
	case slices.ContainsFunc(p.Preparers, func(name string) bool { return same(name, p.ThirdParty) }):
		c.notMet("/procedure/thirdParty", text("thirdParty", p.ThirdParty))
	}
	return c
}

// checkPublic asks whether the public was heard: by a survey, or as the procedure says. Where the procedure says
// nothing of who took part, it cannot be told.
func checkPublic(e *Evaluation) Checked {
	return e.tookPart(func(b Body) bool { return b == Public }, len(e.Plan.Surveys) > 0)
}

// checkRepresentatives asks whether deputies, advisers, people's or social organisations or grassroots bodies took
// part.
func checkRepresentatives(e *Evaluation) Checked {
	return e.tookPart(func(b Body) bool { return b != Public }, false)
}

// tookPart asks whether such a body took part, or was heard otherwise.
func (e *Evaluation) tookPart(is func(Body) bool, heard bool) Checked {
	const path = "/procedure/participation"
	c := Checked{Evidence: []string{path}}
	var bodies []string
	for _, p := range e.Plan.Procedure.Participation {
		heard = heard || is(p.Body)
		bodies = append(bodies, string(p.Body))
	}
	switch {
	case heard:
	case len(bodies) == 0:
		c.unknown(path)
	default:
		c.notMet(path, text("bodies", bodies...))
	}
	return c
}

// checkTriggers asks whether it is stated which reason opened the evaluation.
func checkTriggers(e *Evaluation) Checked {
	c := Checked{}
	stated := slices.ContainsFunc(e.Plan.Procedure.Triggers, func(t Trigger) bool { return t.Status == Met })
	c.require(stated, "/procedure/triggers")
	return c
}
