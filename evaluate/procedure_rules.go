package evaluate

import (
	"strconv"

	"github.com/planeval/planeval/indicator"
)

func procedureRules() []Rule {
	return []Rule{
		{ID: "procedure.methods-too-few", Revision: 1, Severity: High, Basis: BasisScheme, Check: checkMethodCount},
		{ID: "procedure.method-not-allowed", Revision: 1, Severity: Low, Basis: BasisScheme, Check: checkMethodsAllowed},
		{ID: "procedure.stages-out-of-order", Revision: 1, Severity: Medium, Basis: BasisGoodPractice, Check: checkStageOrder},
		{ID: "procedure.stages-missing", Revision: 1, Severity: Medium, Basis: BasisScheme, Check: checkStageCount},
		{ID: "procedure.stages-shifted", Revision: 1, Severity: Medium, Basis: BasisScheme, Check: checkStageDates},
		{ID: "procedure.role-unfilled", Revision: 1, Severity: Medium, Basis: BasisGoodPractice, Check: checkRoles},
		{ID: "procedure.department-unrepresented", Revision: 1, Severity: Low, Basis: BasisGoodPractice, Check: checkRepresented},
		{ID: "procedure.safeguard-not-assessed", Revision: 1, Severity: Medium, Basis: BasisScheme, Check: func(e *Evaluation) Checked {
			return checkAssessed("safeguards", e.Plan.Safeguards)
		}},
		{ID: "procedure.dimension-not-assessed", Revision: 1, Severity: Medium, Basis: BasisScheme, Check: func(e *Evaluation) Checked {
			return checkAssessed("dimensions", e.Plan.Dimensions)
		}},
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
	c.Looked = max(len(p.Methods), 1)
	args := []Arg{text("used", used...), text("count", strconv.Itoa(len(used))), text("demanded", strconv.Itoa(p.MinMethods))}
	switch {
	case len(p.Allowed) == 0:
		c.unknown("/procedure/methods", args...)
	case len(used) < p.MinMethods:
		c.notMet("/procedure/methods", args...)
	}
	return c
}

func checkMethodsAllowed(e *Evaluation) Checked {
	p := e.Plan.Procedure
	c := Checked{}
	if len(p.Allowed) == 0 {
		return c
	}
	c.Looked = len(p.Methods)
	for i, m := range p.Methods {
		if len(m.As) == 0 {
			c.notMet(indicator.Pointer("procedure", "methods", i), text("method", m.Name))
		}
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
		c.Looked += max(len(list.stages)-1, 0)
		for i := 1; i < len(list.stages); i++ {
			before, s := list.stages[i-1], list.stages[i]
			if !before.End.Before(s.Start) {
				c.notMet(indicator.Pointer("procedure", list.field, i), text("number", strconv.Itoa(i+1)),
					text("start", s.Start.String()), text("previousEnd", before.End.String()))
			}
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
	c.Looked = max(len(p.Announced), len(p.Scheme))
	if len(missing) > 0 || len(p.Scheme) == 0 && len(p.Reported) < len(p.Announced) {
		c.notMet("/procedure/reported", text("reported", strconv.Itoa(len(p.Reported))),
			text("expected", strconv.Itoa(c.Looked)), text("missing", missing...))
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
	c.Looked = len(p.Reported)
	scheme := map[string]Stage{}
	for _, s := range p.Scheme {
		scheme[s.Name] = s
	}
	for i, s := range p.Reported {
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
		}
	}
	return c
}

func checkRoles(e *Evaluation) Checked {
	p := e.Plan.Procedure
	c := Checked{Looked: len(p.Roles)}
	filled := map[Role]bool{}
	for _, m := range p.Members {
		filled[m.Role] = true
	}
	for i, m := range p.Roles {
		if !filled[m.Role] {
			c.notMet(indicator.Pointer("procedure", "roles", i), text("role", string(m.Role)))
		}
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
		c.Looked++
		if !represented[d.Code] {
			c.notMet(indicator.Pointer("departments", i), text("department", d.Name))
		}
	}
	return c
}

func checkAssessed(field string, promised []Assessed) Checked {
	c := Checked{Looked: len(promised)}
	for i, a := range promised {
		if a.Finding == "" {
			c.notMet(indicator.Pointer(field, i), text("name", a.Name))
		}
	}
	return c
}
