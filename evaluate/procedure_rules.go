package evaluate

import (
	"slices"
	"strconv"

	"github.com/planeval/planeval/indicator"
)

func procedureRules() []Rule {
	return []Rule{
		{ID: "procedure.methods-too-few", Revision: 1, Severity: High, Basis: basedOn(OwnScheme),
			Reads: []string{"/procedure/methods", "/procedure/allowed", "/procedure/minMethods"}, Check: checkMethodCount},
		{ID: "procedure.method-not-allowed", Revision: 1, Severity: Low, Basis: basedOn(OwnScheme),
			Reads: []string{"/procedure/methods", "/procedure/allowed"}, Check: checkMethodsAllowed},
		{ID: "procedure.stages-out-of-order", Revision: 1, Severity: Medium, Basis: basedOn(GoodPractice),
			Reads: []string{"/procedure/scheme", "/procedure/reported"}, Check: checkStageOrder},
		{ID: "procedure.stages-missing", Revision: 1, Severity: Medium, Basis: basedOn(OwnScheme),
			Reads: []string{"/procedure/scheme", "/procedure/reported", "/procedure/announced"}, Check: checkStageCount},
		{ID: "procedure.stages-shifted", Revision: 1, Severity: Medium, Basis: basedOn(OwnScheme),
			Reads: []string{"/procedure/scheme", "/procedure/reported"}, Check: checkStageDates},
		{ID: "procedure.outside-year", Revision: 1, Severity: Low, Basis: basedOn(GoodPractice),
			Reads: []string{"/procedure/start", "/procedure/end"}, Check: checkWithinYear},
		{ID: "procedure.head-missing", Revision: 1, Severity: Medium, Basis: basedOn(GoodPractice),
			Seeks: []string{"/procedure/members"}, Check: given("/procedure/members", headed)},
		{ID: "procedure.role-unfilled", Revision: 1, Severity: Medium, Basis: basedOn(GoodPractice),
			Reads: []string{"/procedure/roles", "/procedure/members"}, Seeks: []string{"/procedure/members"}, Check: checkRoles},
		{ID: "procedure.department-unrepresented", Revision: 1, Severity: Low, Basis: basedOn(GoodPractice),
			Reads: []string{"/procedure/members", "/departments"}, Seeks: []string{"/procedure/members"}, Check: checkRepresented},
		{ID: "procedure.safeguard-not-assessed", Revision: 1, Severity: Medium, Basis: basedOn(OwnScheme),
			Reads: []string{"/safeguards/*/finding"}, Check: func(e *Evaluation) Checked { return checkAssessed("/safeguards", e.Plan.Safeguards) }},
		{ID: "procedure.dimension-not-assessed", Revision: 1, Severity: Medium, Basis: basedOn(OwnScheme),
			Reads: []string{"/dimensions/*/finding"}, Check: func(e *Evaluation) Checked { return checkAssessed("/dimensions", e.Plan.Dimensions) }},
		{ID: "procedure.dimension-not-scored", Revision: 1, Severity: Medium, Basis: basedOn(GoodPractice),
			Reads: []string{"/dimensions/*/score"}, Check: checkScored},
		{ID: "procedure.content-missing", Revision: 1, Severity: Medium, Basis: basedOn(OwnScheme),
			Reads: []string{"/procedure/contents/*/finding"}, Check: func(e *Evaluation) Checked { return checkAssessed("/procedure/contents", e.Plan.Procedure.Contents) }},
		{ID: "procedure.conductor-missing", Revision: 1, Severity: Medium, Basis: []Basis{{Pack: GoodPractice}, article36("第三十六条第一款", false)},
			Seeks: []string{"/procedure/conductor"}, Check: given("/procedure/conductor", func(p Plan) bool { return p.Procedure.Conductor != "" })},
		{ID: "procedure.third-party-conflict", Revision: 1, Severity: High, Basis: []Basis{article36("第三十六条第二款", true)},
			Reads: []string{"/procedure/thirdParty", "/procedure/preparers"}, Check: checkThirdParty},
		{ID: "procedure.public-not-heard", Revision: 1, Severity: High, Basis: []Basis{article36("第三十六条第三款", true)},
			Seeks: []string{"/procedure/participation", "/surveys"}, Check: checkPublic},
		{ID: "procedure.representatives-absent", Revision: 1, Severity: Medium, Basis: []Basis{article36("第三十六条第三款", true)},
			Reads: []string{"/procedure/participation"}, Check: checkRepresentatives},
		{ID: "procedure.trigger-unstated", Revision: 1, Severity: Low, Basis: []Basis{article36("第三十六条第一款", false)},
			Reads: []string{"/procedure/triggers"}, Check: checkTriggers},
	}
}

// checkMethodCount counts the allowed methods that were used; one method used may be several allowed ones. Where the
// scheme lists none, which methods count is not known.
func checkMethodCount(e *Evaluation) Checked {
	p := e.Plan.Procedure
	c := Checked{}
	if p.MinMethods == 0 {
		return c
	}
	var used []string
	counted := map[string]bool{}
	for _, m := range p.Methods {
		for _, name := range m.As {
			if !counted[name] {
				counted[name] = true
				used = append(used, name)
			}
		}
	}
	c.look("/procedure/methods")
	args := []Arg{text("used", used...), text("count", strconv.Itoa(len(used))), text("demanded", strconv.Itoa(p.MinMethods))}
	if len(p.Allowed) == 0 {
		c.unknown("/procedure/methods", args...)
		return c
	}
	enough := len(used) >= p.MinMethods
	if !enough {
		c.notMet("/procedure/methods", args...)
	}
	c.measured(margin(len(used)-p.MinMethods, "种"), !enough)
	return c
}

func checkMethodsAllowed(e *Evaluation) Checked {
	p := e.Plan.Procedure
	c := Checked{}
	if len(p.Allowed) == 0 {
		return c
	}
	for i, m := range p.Methods {
		staged := slices.ContainsFunc(p.Scheme, func(s Stage) bool { return same(s.Name, m.Name) })
		c.require(len(m.As) > 0 || staged, indicator.Pointer("procedure", "methods", i), text("method", m.Name))
	}
	return c
}

// checkStageOrder looks at both lists of stages: each stage must start after the one before it has ended.
func checkStageOrder(e *Evaluation) Checked {
	c := Checked{}
	for _, list := range []struct {
		field  string
		stages []Stage
	}{{"scheme", e.Plan.Procedure.Scheme}, {"reported", e.Plan.Procedure.Reported}} {
		for i := 1; i < len(list.stages); i++ {
			before, s := list.stages[i-1], list.stages[i]
			c.require(before.End.Before(s.Start), indicator.Pointer("procedure", list.field, i), text("number", strconv.Itoa(i+1)),
				text("start", s.Start.String()), text("previousEnd", before.End.String()))
		}
	}
	return c
}

// checkStageCount reports the stages of the scheme whose work no reported stage tells; where the scheme has no stages,
// it compares how many are announced and reported.
func checkStageCount(e *Evaluation) Checked {
	p := e.Plan.Procedure
	c := Checked{}
	told := map[string]bool{}
	for _, s := range p.Reported {
		told[s.Stage] = true
	}
	var missing []string
	for _, s := range p.Scheme {
		if !told[s.Name] {
			missing = append(missing, s.Name)
		}
	}
	expected := max(len(p.Announced), len(p.Scheme))
	for i := range p.Announced {
		c.look(indicator.Pointer("procedure", "announced", i))
	}
	for i := range p.Scheme {
		c.look(indicator.Pointer("procedure", "scheme", i))
	}
	if len(missing) > 0 || len(p.Reported) < len(p.Announced) {
		c.notMet("/procedure/reported", text("reported", strconv.Itoa(len(p.Reported))),
			text("expected", strconv.Itoa(expected)), text("missing", missing...))
	}
	return c
}

// checkStageDates holds the dates of every reported stage against those of the stage of the scheme whose work it
// tells.
func checkStageDates(e *Evaluation) Checked {
	p := e.Plan.Procedure
	c := Checked{}
	if len(p.Scheme) == 0 {
		return c
	}
	scheme := map[string]Stage{}
	for _, s := range p.Scheme {
		scheme[s.Name] = s
	}
	for i, s := range p.Reported {
		c.look(indicator.Pointer("procedure", "reported", i))
		planned, ok := scheme[s.Stage]
		if !ok || s.Stage == "" {
			c.unknown(indicator.Pointer("procedure", "reported", i), text("number", strconv.Itoa(i+1)),
				text("dates", s.Start.String(), s.End.String()))
			continue
		}
		if planned.Start != s.Start || planned.End != s.End {
			c.notMet(indicator.Pointer("procedure", "reported", i), text("number", strconv.Itoa(i+1)),
				text("stage", planned.Name), text("dates", s.Start.String(), s.End.String()),
				text("planned", planned.Start.String(), planned.End.String()))
			late := max(planned.Start.DaysUntil(s.Start), s.Start.DaysUntil(planned.Start),
				planned.End.DaysUntil(s.End), s.End.DaysUntil(planned.End))
			c.measured(margin(-late, days), true)
		}
	}
	return c
}

func checkRoles(e *Evaluation) Checked {
	p := e.Plan.Procedure
	c := Checked{}
	filled := map[Role]bool{}
	for _, m := range p.Members {
		filled[m.Role] = true
	}
	for i, m := range p.Roles {
		c.require(filled[m.Role], indicator.Pointer("procedure", "roles", i), text("role", string(m.Role)))
	}
	return c
}

// checkRepresented reports a department with duties that has no place in the working group.
func checkRepresented(e *Evaluation) Checked {
	p := e.Plan.Procedure
	c := Checked{}
	if len(p.Members) == 0 {
		return c
	}
	represented := map[string]bool{}
	for _, m := range p.Members {
		represented[m.Department] = true
	}
	for i, d := range e.Plan.Departments {
		if len(d.Duties) == 0 {
			continue
		}
		c.require(represented[d.Code], indicator.Pointer("departments", i), text("department", d.Name))
	}
	return c
}

// checkAssessed reports what is promised in the list at a path and not assessed.
func checkAssessed(at string, promised []Assessed) Checked {
	c := Checked{}
	for i, a := range promised {
		c.require(a.Finding != "", at+indicator.Pointer(i, "finding"), text("name", a.Name))
	}
	return c
}

// checkScored reports a dimension that is to be assessed and has no score.
func checkScored(e *Evaluation) Checked {
	c := Checked{}
	for i, d := range e.Plan.Dimensions {
		c.require(!d.Score.IsZero(), indicator.Pointer("dimensions", i, "score"), text("name", d.Name))
	}
	return c
}

// checkWithinYear reports an evaluation that does not end in the calendar year in which it starts.
func checkWithinYear(e *Evaluation) Checked {
	p := e.Plan.Procedure
	c := Checked{}
	if p.Start.IsZero() {
		return c
	}
	c.look("/procedure/end")
	left := p.End.DaysUntil(indicator.Year(p.Start.Year()))
	if left < 0 {
		c.notMet("/procedure/end", text("start", p.Start.String()), text("end", p.End.String()))
	}
	c.measured(margin(left, days), left < 0)
	return c
}

// headed reports whether the working group as it is listed has a head.
func headed(p Plan) bool {
	return slices.ContainsFunc(p.Procedure.Members, func(m Member) bool { return m.Role == Head })
}
