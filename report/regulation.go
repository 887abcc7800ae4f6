package report

import (
	"slices"

	"github.com/planeval/planeval/evaluate"
)

// regulated reports whether rules of the regulation on major administrative decisions were applied.
func (w *writer) regulated() bool {
	return slices.ContainsFunc(w.e.Runs, func(r evaluate.Run) bool {
		return slices.ContainsFunc(r.Basis, func(b evaluate.Basis) bool { return b.Pack == evaluate.DecisionRegulation })
	})
}

// triggersTable lists the reasons for a post-evaluation: whether each applies, and what is stated of it. It is for
// plans that state any, and those held against the regulation.
func (w *writer) triggersTable() Table {
	t := Table{
		ID:      "triggers",
		Caption: w.say("triggers.caption"),
		Columns: columns([]string{w.say("column.trigger"), w.say("column.basis"), w.say("column.applies"), w.say("column.stated"), w.say("column.source")}),
	}
	stated := w.e.Plan.Procedure.Triggers
	if len(stated) == 0 && !w.regulated() {
		return t
	}
	for _, r := range w.e.Conclusion.Triggers {
		text, source := w.say("not-stated"), missing
		if i, ok := index(r.Path, "/procedure/triggers/"); ok && i < len(stated) {
			text, source = w.statedTrigger(stated[i]), or(w.t(stated[i].Source), missing)
		} else if r.Status != evaluate.Unknown || len(r.Args) > 0 {
			text = w.judgedTrigger(r.Args)
		}
		t.Rows = append(t.Rows, []Cell{
			{Text: capital(w.word("trigger", string(r.Kind), ""))}, {Text: w.bases([]evaluate.Basis{r.Basis})},
			{Text: w.word("trigger-status", string(r.Status), "unknown"), State: or(string(r.Status), "unknown")}, {Text: text}, {Text: source},
		})
	}
	return t
}

func (w *writer) statedTrigger(t evaluate.Trigger) string {
	facts := ""
	if len(t.Facts) > 0 {
		facts = w.factList(t.Facts)
	}
	return or(w.sentences(w.t(t.Text), facts), w.say("not-stated"))
}

// judgedTrigger says what the indicators say of the reason that the effect falls short of what was expected.
func (w *writer) judgedTrigger(args []evaluate.Arg) string {
	for _, arg := range args {
		switch arg.Name {
		case "vetoed":
			return w.say("triggers.vetoed", "names", w.list(w.ts(arg.Texts)...))
		case "behind":
			return w.say("triggers.behind", "names", w.list(w.ts(arg.Texts)...))
		case "unseen":
			return w.say("outcome.unseen", "reason", w.list(w.ts(arg.Texts)...))
		case "unjudged":
			return w.say("triggers.unjudged", "names", w.list(w.ts(arg.Texts)...))
		}
	}
	return w.say("triggers.none-behind")
}

// bodies are the parts of the public that the regulation names.
func bodies() []evaluate.Body {
	return []evaluate.Body{evaluate.Public, evaluate.Deputies, evaluate.Advisers, evaluate.PeoplesOrganisation,
		evaluate.Grassroots, evaluate.SocialOrganisation}
}

// participationTable says of every part of the public how it took part.
func (w *writer) participationTable() Table {
	t := Table{
		ID:      "participation",
		Caption: w.say("participation.caption"),
		Columns: columns([]string{w.say("column.body"), w.say("column.form"), w.say("column.source")}),
	}
	list := w.e.Plan.Procedure.Participation
	if len(list) == 0 {
		return t
	}
	for _, body := range bodies() {
		stated := false
		for _, p := range list {
			if p.Body == body {
				stated = true
				t.Rows = append(t.Rows, texts(capital(w.word("body", string(body), "")), or(w.t(p.Form), w.say("not-stated")), or(w.t(p.Source), missing)))
			}
		}
		if !stated {
			t.Rows = append(t.Rows, []Cell{{Text: capital(w.word("body", string(body), ""))},
				{Text: w.say("participation.none"), State: "unknown"}, {Text: missing}})
		}
	}
	return t
}

// thirdParty says who was entrusted with the evaluation, and who did the main appraisal before the decision.
func (w *writer) thirdParty() string {
	p := w.e.Plan.Procedure
	entrusted, prepared := "", ""
	if p.ThirdParty != "" {
		entrusted = w.say("participation.third-party", "name", w.t(p.ThirdParty))
	}
	if len(p.Preparers) > 0 {
		prepared = w.say("participation.preparers", "names", w.and(w.ts(p.Preparers)...))
	}
	return w.sentences(entrusted, prepared)
}
