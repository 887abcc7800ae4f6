package report

import (
	"slices"

	"github.com/planeval/planeval/evaluate/score"
	"github.com/planeval/planeval/indicator"
)

// methods lists every method that the sheet uses, with its formula in words.
func (s *scorer) methods() List {
	list := List{Items: s.rules()}
	add := func(lead string, clauses ...string) {
		if text := s.clauses(clauses...); text != "" {
			list.Items = append(list.Items, Paragraph{Lead: s.lead(lead), Text: capital(text) + s.say("mark.stop")})
		}
	}
	add(s.say("score-methods.weighting"), s.byNodes(func(n *score.Node) string {
		return s.weighting(n.Weighting) + s.meaning(s.weightingMeaning(n.Weighting), s.priorityMeaning(n.Weighting))
	})...)
	add(s.say("score-methods.aggregation"), s.byNodes(func(n *score.Node) string {
		return s.aggregation(n.Aggregation) + s.meaning(s.aggregationMeaning(n.Aggregation))
	})...)
	add(s.say("score-methods.missing"), s.byNodes(func(n *score.Node) string { return s.missingPolicy(n.Missing) })...)
	sheet := &s.r.Sheet
	var bonuses []string
	for i := range sheet.Bonuses {
		bonuses = append(bonuses, s.t(sheet.Bonuses[i].Name))
	}
	if len(bonuses) > 0 {
		add(s.say("score-methods.bonuses"), s.say("score-methods.bonuses-added", "parts", s.list(bonuses...)))
	}
	if !sheet.Most.IsZero() {
		add(s.say("score-methods.most"), s.say("score-methods.most-is", "most", s.value(sheet.Most)))
	}
	add(s.say("score-methods.grades"), s.grades())
	add(s.say("score-methods.vetoes"), s.vetoes()...)
	if s.ranked() {
		add(s.say("score-methods.ties"), s.word("score-ties-total", string(sheet.Ties), "first"))
	}
	if s.approximate() {
		add(s.say("score-methods.error"), s.say("score-methods.error-is"))
	}
	add(s.say("score-methods.basis"), s.bases()...)
	return list
}

// byNodes says of the nodes with children what holds of them; those of which the same holds are named together, and where it
// is all of them none is named.
func (s *scorer) byNodes(of func(*score.Node) string) []string {
	var said []string
	names := map[string][]string{}
	for i := range s.parts {
		if p := &s.parts[i]; !p.leaf() {
			text := of(p.Node)
			if names[text] == nil {
				said = append(said, text)
			}
			names[text] = append(names[text], s.quoted(s.t(p.Name)))
		}
	}
	if len(said) == 1 {
		return said
	}
	for i, text := range said {
		said[i] = s.colon(s.say("score-methods.below", "parts", s.list(names[text]...)), text)
	}
	return said
}

// meaning puts what a method is behind its name.
func (s *scorer) meaning(texts ...string) string { return s.paren(s.clauses(texts...)) }

func (s *scorer) weightingMeaning(w score.Weighting) string {
	if id := or(string(w.Method), "given"); s.has("score-weighting-meaning", id) {
		return withDigits(s.word("score-weighting-meaning", id, ""))
	}
	return ""
}

func (s *scorer) priorityMeaning(w score.Weighting) string {
	if id := or(string(w.Priority), "eigenvector"); w.Method == score.AHP && s.has("score-priority-meaning", id) {
		return s.word("score-priority-meaning", id, "")
	}
	return ""
}

func (s *scorer) aggregationMeaning(a score.Aggregation) string {
	if id := or(string(a.Method), "arithmetic"); s.has("score-aggregation-meaning", id) {
		return s.word("score-aggregation-meaning", id, "")
	}
	return ""
}

// missingPolicy says what is done where a child has no score.
func (s *scorer) missingPolicy(m score.Missing) string {
	switch {
	case !m.Drop:
		return s.say("score-missing.none")
	case m.Share.IsZero():
		return s.say("score-missing.drop")
	}
	return s.say("score-missing.share", "share", bareShare(m.Share))
}

// grades lists the grades with their bounds.
func (s *scorer) grades() string {
	var list []string
	above := "" // the bound of the grade before
	for _, g := range s.r.Sheet.Grades {
		name, bound := s.t(g.Name), s.value(g.AtLeast)
		switch {
		case g.AtLeast.IsZero() && above == "":
			list = append(list, name)
		case g.AtLeast.IsZero():
			list = append(list, s.say("score-methods.grade-last", "grade", name, "above", above))
		case above == "":
			list = append(list, s.say("score-methods.grade", "grade", name, "bound", bound))
		default:
			list = append(list, s.say("score-methods.grade-between", "grade", name, "bound", bound, "above", above))
		}
		above = bound
	}
	return s.list(list...)
}

// vetoes say when a veto holds and what it leaves.
func (s *scorer) vetoes() []string {
	var list []string
	for _, v := range s.r.Sheet.Vetoes {
		low, high := "", ""
		if !v.AtLeast.IsZero() {
			low = s.say("score-methods.veto-below", "bound", s.value(v.AtLeast))
		}
		if !v.AtMost.IsZero() {
			high = s.say("score-methods.veto-above", "bound", s.value(v.AtMost))
		}
		list = append(list, s.say("score-methods.veto", "veto", s.quoted(s.t(v.Name)), "when", s.or(low, high), "grade", s.quoted(s.t(v.Grade)))+
			s.paren(s.t(v.Source)))
	}
	if len(list) > 0 && s.ranked() {
		list = append(list, s.say("score-methods.veto-ranks"))
	}
	return list
}

// approximate reports whether a score was computed with an error.
func (s *scorer) approximate() bool {
	return s.r.Float || slices.ContainsFunc(s.r.Totals, func(t score.Total) bool {
		_, exact := t.Score.(indicator.Ratio)
		return !exact
	})
}

// bases say what parts rest on, and where what was observed of them is printed.
func (s *scorer) bases() []string {
	var list []string
	add := func(n *score.Node) {
		printed := ""
		if c := s.column(n.Code); c != nil {
			printed = c.Source
		}
		if n.Source != "" || printed != "" {
			list = append(list, s.colon(s.t(n.Name), s.list(s.t(n.Source), s.t(printed))))
		}
	}
	for i := range s.parts {
		add(s.parts[i].Node)
	}
	for i := range s.r.Sheet.Bonuses {
		add(&s.r.Sheet.Bonuses[i])
	}
	return list
}
