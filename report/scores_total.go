package report

import (
	"slices"

	"github.com/planeval/planeval/evaluate/score"
	"github.com/planeval/planeval/indicator"
)

// total words the total of a unit and its grade.
func (s *scorer) total(unit int) string {
	t := s.r.Totals[unit]
	name := s.unitName(unit)
	if why := t.Score.Missing(); why != indicator.Present {
		return s.sentences(s.say("score.none", "unit", name, "reason", s.why(why)), s.lacking(unit))
	}
	capped := ""
	if t.Capped {
		capped = s.say("score.capped", "most", s.value(s.r.Sheet.Most))
	}
	return s.sentences(s.say("score.total", "unit", name, "total", s.number(t.Score)), capped, s.graded(unit), s.vetoed(t.Grade), s.shared(unit))
}

// graded words a grade with its distance from its own bound and from the next, or why there is none.
func (s *scorer) graded(unit int) string {
	g := s.r.Totals[unit].Grade
	switch {
	case len(s.r.Sheet.Grades) == 0:
		return s.say("score.no-grades")
	case g.Why == indicator.WithinError && g.Name == "":
		return s.say("score.grade-within-last", "better", s.t(g.Or))
	case g.Why == indicator.WithinError:
		return s.say("score.grade-within", "better", s.t(g.Or), "worse", s.t(g.Name))
	case len(s.undecided(unit)) > 0:
		return s.say("score.grade-veto", "vetoes", s.list(s.undecided(unit)...))
	case g.Why != indicator.Present && g.Below == nil:
		return s.say("score.grade-none", "reason", s.why(g.Why))
	}
	grades := s.r.Sheet.Grades
	place := slices.IndexFunc(grades, func(own score.Grade) bool { return own.Name == g.Name })
	if g.Why != indicator.Present {
		place = len(grades)
	}
	above, below := "", ""
	if g.Above != nil && place >= 0 {
		above = s.say("score.above", "grade", s.t(g.Name), "bound", s.value(grades[place].AtLeast), "margin", s.number(g.Above))
	}
	if g.Below != nil && place > 0 {
		next := grades[place-1]
		below = s.say("score.below", "grade", s.t(next.Name), "bound", s.value(next.AtLeast), "margin", s.number(g.Below))
	}
	margins := above + below
	if above != "" && below != "" {
		margins = s.say("score.margins", "above", above, "below", below)
	}
	switch {
	case g.Why != indicator.Present:
		return s.say("score.grade-lower", "margins", margins)
	case margins == "":
		return s.say("score.grade", "grade", s.t(g.Name))
	}
	return s.say("score.grade-margins", "grade", s.t(g.Name), "margins", margins)
}

// vetoed names the vetoes that hold.
func (s *scorer) vetoed(g score.Graded) string {
	var said []string
	for _, veto := range s.r.Sheet.Vetoes {
		if slices.Contains(g.Vetoes, veto.Code) {
			said = append(said, s.say("score.vetoed", "veto", s.t(veto.Name), "grade", s.t(veto.Grade)))
		}
	}
	return s.sentences(said...)
}

// undecided names the vetoes of which it is not known whether they hold, where a unit with a total has no grade for that reason.
func (s *scorer) undecided(unit int) []string {
	t := s.r.Totals[unit]
	if !undecided(t) {
		return nil
	}
	var names []string
	for _, veto := range s.r.Sheet.Vetoes {
		c := s.column(veto.Code)
		if c == nil || unit < len(c.Values) && c.Values[unit].IsZero() || unit < len(c.Figures) && !present(c.Figures[unit].Result) {
			names = append(names, s.quoted(s.t(veto.Name)))
		}
	}
	return names
}

// undecided reports whether a unit has a total and no grade, though there are grades that it could have: a veto has no data.
func undecided(t score.Total) bool {
	switch t.Grade.Why {
	case indicator.Present, indicator.WithinError, indicator.NoGrades:
		return false
	}
	return present(t.Score)
}

func present(n indicator.Number) bool { return n != nil && n.Missing() == indicator.Present }

// gradeCell words the grade of a total in a table.
func (s *scorer) gradeCell(t score.Total) Cell {
	g := t.Grade
	switch {
	case undecided(t):
		return Cell{Text: s.say("score.grade-undecided")}
	case g.Why == indicator.WithinError:
		return Cell{Text: s.say("score.grade-either", "better", s.t(g.Or), "worse", or(s.t(g.Name), s.say("score.below-all")))}
	case g.Why != indicator.Present:
		return Cell{Text: s.why(g.Why)}
	case len(g.Vetoes) > 0:
		return Cell{Text: s.t(g.Name) + s.paren(s.say("veto"))}
	}
	return Cell{Text: s.t(g.Name)}
}

// shared names the parts without a score that were left out, whose weight the others share.
func (s *scorer) shared(unit int) string {
	if list := s.unscored(unit, s.leftOut(unit)); len(list) > 0 {
		return s.say("score.shared", "parts", s.list(list...))
	}
	return ""
}

// lacking names the leaves without a score where there is no total.
func (s *scorer) lacking(unit int) string {
	var list []string
	for _, n := range s.lackingLeaves(unit) {
		list = append(list, s.t(n.Name)+s.paren(s.whyOf(unit, n)))
	}
	if len(list) == 0 {
		return ""
	}
	return s.say("score.lacking", "parts", s.list(list...))
}

// lackingLeaves are the leaves with a weight, and the bonuses, without a score.
func (s *scorer) lackingLeaves(unit int) []*score.Node {
	var list []*score.Node
	for i := range s.parts {
		if p := &s.parts[i]; p.leaf() && !s.scored(unit, i) && !s.belowIdle(i) {
			list = append(list, p.Node)
		}
	}
	for i := range s.r.Sheet.Bonuses {
		if b := &s.r.Sheet.Bonuses[i]; !present(s.r.Score(unit, b.Code)) {
			list = append(list, b)
		}
	}
	return list
}

// belowIdle reports whether the weight of a part, or of one above it, is 0.
func (s *scorer) belowIdle(place int) bool {
	for ; place >= 0; place = s.parts[place].parent {
		if s.idle(place) {
			return true
		}
	}
	return false
}

// idle reports whether the weight of a part is 0, so that there is nothing of it to share.
func (s *scorer) idle(place int) bool {
	weight := s.parts[place].weight.Weight
	return present(weight) && weight.Sign() == 0
}

func (s *scorer) scored(unit, place int) bool { return present(s.r.Score(unit, s.parts[place].Code)) }

// leftOut says of which parts the whole has a score while they have none: their weight is shared by those beside them.
func (s *scorer) leftOut(unit int) func(*part) bool {
	return func(p *part) bool {
		place := s.places[p.Code]
		return p.parent >= 0 && !s.idle(place) && s.scored(unit, p.parent) && !s.scored(unit, place)
	}
}

// unscored lists, with the reason, the parts without a score that are wanted.
func (s *scorer) unscored(unit int, wanted func(*part) bool) []string {
	var list []string
	for i := range s.parts {
		if p := &s.parts[i]; !s.scored(unit, i) && wanted(p) {
			list = append(list, s.t(p.Name)+s.paren(s.whyOf(unit, p.Node)))
		}
	}
	return list
}

// counts reports whether a part has a score for a unit, and so has everything above it.
func (s *scorer) counts(unit, place int) bool {
	for ; place >= 0; place = s.parts[place].parent {
		if !s.scored(unit, place) {
			return false
		}
	}
	return true
}
