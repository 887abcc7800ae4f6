package report

import (
	"slices"

	"github.com/planeval/planeval/evaluate"
	"github.com/planeval/planeval/indicator"
)

// procedure is chapter 1: how the evaluation itself was done.
func (w *writer) procedure() Section {
	p := w.e.Plan.Procedure
	principles := ""
	if len(p.Principles) > 0 {
		principles = w.say("procedure.principles", "principles", w.list(w.ts(p.Principles)...))
	}
	purpose := ""
	if p.Purpose.Text != "" {
		purpose = w.say("organisation.purpose", "purpose", w.statementText(p.Purpose))
	}
	annex := ""
	if len(p.Members) > 0 {
		annex = w.say("organisation.annex", "annex", w.say("group.title"))
	}
	return Section{
		ID:    "ch1",
		Title: w.say("ch1.title", "plan", w.plan()),
		Sections: []Section{
			{ID: "ch1-dates", Title: w.say("dates.title"), Blocks: blocks(w.datesTable())},
			{ID: "ch1-organisation", Title: w.say("organisation.title"), Blocks: blocks(
				Paragraph{Text: purpose},
				w.facts(p.Purpose.Facts),
				Paragraph{Text: w.sentences(w.organised(), annex, principles)},
			)},
			{ID: "ch1-stages", Title: w.say("stages.title"), Blocks: blocks(
				Paragraph{Text: w.announced()}, w.stagesTable(), w.activities(p.Reported),
			)},
			{ID: "ch1-division", Title: w.say("division.title"), Blocks: blocks(Paragraph{Text: w.sentences(w.subjects(), w.divisionSummary())})},
			{ID: "ch1-methods", Title: w.say("methods-used.title"), Blocks: blocks(
				Paragraph{Text: w.methodsUsed()}, w.methodsTable(),
			)},
			{ID: "ch1-evaluations", Title: w.say("evaluations.title"), Blocks: blocks(w.earlier())},
			{ID: "ch1-basis", Title: w.say("basis.title"), Blocks: blocks(w.basis())},
			{ID: "ch1-triggers", Title: w.say("triggers.title"), Blocks: blocks(w.triggersTable())},
			{ID: "ch1-participation", Title: w.say("participation.title"), Blocks: blocks(Paragraph{Text: w.thirdParty()}, w.participationTable())},
			{ID: "ch1-contents", Title: w.say("contents.title"), Blocks: blocks(
				w.assessedTable("contents", w.say("contents.caption"), w.say("contents.not"), "/procedure/contents", p.Contents),
			)},
		},
	}
}

func (w *writer) datesTable() Table {
	plan, p := w.e.Plan, w.e.Plan.Procedure
	date := func(text string) string { return or(text, w.say("not-stated")) }
	return Table{
		ID:      "dates",
		Caption: w.say("dates.caption"),
		Columns: columns([]string{w.say("column.matter"), w.say("column.time")}),
		Rows: [][]Cell{
			texts(w.say("dates.published"), date(w.period(plan.Published))),
			texts(w.say("dates.plan"), date(w.span(plan.Start, plan.End))),
			texts(w.say("dates.evaluation"), date(w.span(p.Start, p.End))),
			texts(w.say("dates.data"), or(w.period(w.e.AsOf), w.say("dates.all-data"))),
		},
	}
}

// organised says who did the evaluation: the working group by role, a role that nobody fills, and its office.
func (w *writer) organised() string {
	p := w.e.Plan.Procedure
	conductor, group, office := "", "", ""
	if p.Conductor != "" {
		conductor = w.say("organisation.conductor", "conductor", w.t(p.Conductor))
	}
	if len(p.Members) > 0 {
		var roles []string
		for _, role := range []evaluate.Role{evaluate.Head, evaluate.Deputy, evaluate.Participant} {
			n := 0
			for _, m := range p.Members {
				if m.Role == role {
					n++
				}
			}
			if n > 0 {
				roles = append(roles, w.counted(string(role), n))
			}
		}
		group = w.say("organisation.group", "roles", w.and(roles...))
	}
	var unfilled []string
	for _, announced := range p.Roles {
		if !slices.ContainsFunc(p.Members, func(m evaluate.Member) bool { return m.Role == announced.Role }) {
			unfilled = append(unfilled, w.role(announced.Role))
		}
	}
	unfilledText := ""
	if len(unfilled) > 0 {
		unfilledText = w.say("organisation.unfilled", "roles", w.or(unfilled...))
	}
	if p.Office != "" {
		office = w.say("organisation.office", "office", w.departmentName(p.Office))
	}
	return w.sentences(conductor, w.announcedGroup(), group, unfilledText, office)
}

// announcedGroup says which positions the source announces for the working group.
func (w *writer) announcedGroup() string {
	var places []string
	for _, m := range w.e.Plan.Procedure.Roles {
		if m.Position != "" {
			places = append(places, w.say("organisation.place", "role", w.word("role-as", string(m.Role), ""), "position", w.t(m.Position)))
		}
	}
	if len(places) == 0 {
		return ""
	}
	return w.say("organisation.announced", "places", w.and(places...))
}

func (w *writer) role(r evaluate.Role) string { return w.word("role", string(r), "") }

func (w *writer) announced() string {
	names := w.e.Plan.Procedure.Announced
	if len(names) == 0 {
		return ""
	}
	return w.say("stages.announced", "names", w.and(w.ts(names)...))
}

// stagesTable sets the stages of the scheme beside those of the report.
func (w *writer) stagesTable() Table {
	p := w.e.Plan.Procedure
	t := Table{
		ID:      "stages",
		Caption: w.say("stages.caption"),
		Columns: columns([]string{
			w.say("column.stage"), w.say("column.scheme-dates"), w.say("column.reported-dates"), w.say("column.compared"),
		}),
	}
	reported := map[string][]evaluate.Stage{} // by the scheme's stage
	for _, s := range p.Reported {
		reported[s.Stage] = append(reported[s.Stage], s)
	}
	for _, planned := range p.Scheme {
		name, dates := capital(or(w.t(planned.Name), missing)), w.span(planned.Start, planned.End)
		if len(reported[planned.Name]) == 0 {
			none := w.say("stages.not-reported")
			t.Rows = append(t.Rows, []Cell{{Text: name}, {Text: dates}, {Text: none}, {Text: none, State: "unknown"}})
		}
		for _, s := range reported[planned.Name] {
			compared := Cell{Text: w.say("stages.same"), State: string(evaluate.Met)}
			if s.Start != planned.Start || s.End != planned.End {
				compared = Cell{Text: w.say("stages.different"), State: string(evaluate.NotMet)}
			}
			t.Rows = append(t.Rows, []Cell{{Text: name}, {Text: dates}, {Text: w.span(s.Start, s.End)}, compared})
		}
	}
	for _, s := range reported[""] {
		t.Rows = append(t.Rows, []Cell{
			{Text: capital(or(w.t(s.Name), w.t(s.Stage), missing))}, {Text: w.say("stages.not-planned")}, {Text: w.span(s.Start, s.End)},
			{Text: w.say("stages.not-planned"), State: "unknown"},
		})
	}
	return t
}

// activities lists what was done in each stage.
func (w *writer) activities(stages []evaluate.Stage) List {
	l := List{Numbered: true}
	for _, s := range stages {
		l.Items = append(l.Items, Paragraph{
			Lead: w.lead(capital(or(w.t(s.Name), w.t(s.Stage), missing)) + w.paren(w.span(s.Start, s.End))),
			Text: capital(or(w.clauses(w.ts(s.Activities)...), w.say("not-stated"))),
		})
	}
	return l
}

// subjects says what the source says the work was divided into.
func (w *writer) subjects() string {
	subjects := w.e.Plan.Procedure.Subjects
	if len(subjects) == 0 {
		return ""
	}
	return w.say("division.subjects", "subjects", w.list(w.ts(subjects)...))
}

func (w *writer) divisionSummary() string {
	departments := w.e.Plan.Departments
	if len(departments) == 0 {
		return ""
	}
	duties := 0
	for _, d := range departments {
		duties += len(d.Duties)
	}
	return w.say("division.summary", "plan", w.plan(), "departments", w.counted("departments", len(departments)),
		"duties", w.counted("duties", duties), "unserved", w.counted("unserved", len(w.e.Coverage.DutiesWithoutTask)),
		"annex", w.say("division.annex"))
}

// methodsUsed says which methods were allowed, demanded and used.
func (w *writer) methodsUsed() string {
	p := w.e.Plan.Procedure
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
	allowed, demanded, usedText := "", "", ""
	if len(p.Allowed) > 0 {
		allowed = w.say("methods-used.allowed", "methods", w.list(w.ts(p.Allowed)...))
		usedText = w.say("methods-used.none")
		if len(used) > 0 {
			usedText = w.say("methods-used.counted", "methods", w.list(w.ts(used)...), "count", w.count(len(used)))
		}
	}
	if p.MinMethods > 0 {
		demanded = w.say("methods-used.demanded", "count", w.count(p.MinMethods))
	}
	return w.sentences(allowed, demanded, usedText)
}

func (w *writer) methodsTable() Table {
	t := Table{
		ID:      "methods-used",
		Caption: w.say("methods-used.caption"),
		Columns: columns([]string{w.say("column.method-used"), w.say("column.counts-as"), w.say("column.description")}),
	}
	for _, m := range w.e.Plan.Procedure.Methods {
		as := Cell{Text: w.list(w.ts(m.As)...)}
		if as.Text == "" {
			as = Cell{Text: w.say("methods-used.not-listed"), State: string(evaluate.NotMet)}
			if len(w.e.Plan.Procedure.Allowed) == 0 {
				as = Cell{Text: missing}
			}
		}
		t.Rows = append(t.Rows, []Cell{{Text: capital(w.t(m.Name))}, as, {Text: or(w.t(m.Text), w.say("not-stated"))}})
	}
	return t
}

func (w *writer) earlier() List {
	var l List
	for _, e := range w.e.Plan.Procedure.Evaluations {
		l.Items = append(l.Items, Paragraph{Text: capital(w.t(e.Name)) + w.paren(w.span(e.Start, e.End))})
	}
	return l
}

func (w *writer) basis() List {
	var l List
	for _, d := range w.e.Plan.Basis {
		l.Items = append(l.Items, Paragraph{Text: w.colon(w.t(d.Title)+w.paren(w.t(d.Number)), w.t(d.Role))})
	}
	return l
}

// statementText is what a statement says; its figures stand beside it.
func (w *writer) statementText(s evaluate.Statement) string { return w.t(s.Text) }

// facts lists facts, each on its line.
func (w *writer) facts(list []indicator.Fact) List {
	var l List
	for _, f := range list {
		l.Items = append(l.Items, Paragraph{Text: w.fact(f)})
	}
	return l
}

// fact words one fact, such as 高新技术企业：1374家（2022年）.
func (w *writer) fact(f indicator.Fact) string {
	return w.colon(w.t(f.Name), w.factValue(f)) + w.paren(w.remarks(w.period(f.Period), w.t(f.Note), w.status(f.Status)))
}

// factValue words the number of a fact.
func (w *writer) factValue(f indicator.Fact) string {
	if f.Value.IsZero() {
		return w.reason(indicator.NoObservation)
	}
	return w.qualified(f.Qualifier, w.amount(f.Value.String(), f.Unit))
}
