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
	return s.sentences(s.say("score.total", "unit", name, "total", s.number(t.Score)), capped, s.graded(t.Grade), s.vetoed(t.Grade), s.shared(unit))
}

// graded words a grade with its distance from its own bound and from the next, or why there is none.
func (s *scorer) graded(g score.Graded) string {
	switch {
	case len(s.r.Sheet.Grades) == 0:
		return s.say("score.no-grades")
	case g.Why == indicator.WithinError && g.Name == "":
		return s.say("score.grade-within-last", "better", s.t(g.Or))
	case g.Why == indicator.WithinError:
		return s.say("score.grade-within", "better", s.t(g.Or), "worse", s.t(g.Name))
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

// gradeCell words a grade in a table.
func (s *scorer) gradeCell(g score.Graded) Cell {
	switch {
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
	if list := s.unscored(unit, func(p *part) bool { return p.parent >= 0 && s.scored(unit, p.parent) }); list != "" {
		return s.say("score.shared", "parts", list)
	}
	return ""
}

// lacking names the leaves without a score where there is no total.
func (s *scorer) lacking(unit int) string {
	list := s.unscored(unit, func(p *part) bool { return p.leaf() })
	for i := range s.r.Sheet.Bonuses {
		b := &s.r.Sheet.Bonuses[i]
		if why := s.r.Score(unit, b.Code).Missing(); why != indicator.Present {
			list = s.list(list, s.t(b.Name)+s.paren(s.why(why)))
		}
	}
	if list == "" {
		return ""
	}
	return s.say("score.lacking", "parts", list)
}

func (s *scorer) scored(unit, place int) bool {
	return s.r.Score(unit, s.parts[place].Code).Missing() == indicator.Present
}

// unscored lists, with the reason, the parts without a score that are wanted.
func (s *scorer) unscored(unit int, wanted func(*part) bool) string {
	var list []string
	for i := range s.parts {
		p := &s.parts[i]
		if why := s.r.Score(unit, p.Code).Missing(); why != indicator.Present && wanted(p) {
			list = append(list, s.t(p.Name)+s.paren(s.why(why)))
		}
	}
	return s.list(list...)
}
