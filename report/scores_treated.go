package report

import (
	"slices"

	"github.com/planeval/planeval/evaluate/score"
	"github.com/planeval/planeval/indicator"
)

// What stands behind a score that rests on values that were not observed as they are, and behind one that rests on fewer parts,
// as some below have no score.
const (
	mark      = "*"
	markFewer = "†"
)

// scoreCell holds the score of a part, marked where a value below it was imputed or brought in, or a part has no score.
func (s *scorer) scoreCell(unit int, p *part) Cell {
	return Cell{Text: s.scoreOf(unit, p.Node) + s.marks(unit, s.r.Score(unit, p.Code), p.Node)}
}

// totalCell holds a total, marked likewise.
func (s *scorer) totalCell(unit int) Cell {
	total := s.r.Totals[unit].Score
	return Cell{Text: s.number(total) + s.marks(unit, total, &s.r.Sheet.Root)}
}

// marks are those of a score that a unit has of a part.
func (s *scorer) marks(unit int, of indicator.Number, n *score.Node) string {
	marks := ""
	if imputed, brought := s.treatedBelow(unit, n); len(imputed)+len(brought) > 0 {
		marks += mark
	}
	if present(of) && s.lacks(unit, n) {
		marks += markFewer
	}
	return marks
}

// lacks reports whether a part below one that has a score has none, so that others share its weight, where it has any.
func (s *scorer) lacks(unit int, n *score.Node) bool {
	return slices.ContainsFunc(n.Children, func(child score.Node) bool {
		return !s.idle(s.places[child.Code]) && (!present(s.r.Score(unit, child.Code)) || s.lacks(unit, &child))
	})
}

// treatedBelow names the leaves of a node, and of the root the bonuses, of which the value was imputed for a unit, or brought in.
func (s *scorer) treatedBelow(unit int, n *score.Node) (imputed, brought []string) {
	if n.Rule != nil {
		byImpute, byLimits := s.r.Treated(unit, n.Code)
		if byImpute {
			imputed = append(imputed, s.t(n.Name))
		}
		if byLimits {
			brought = append(brought, s.t(n.Name))
		}
	}
	below := func(list []score.Node) {
		for i := range list {
			a, b := s.treatedBelow(unit, &list[i])
			imputed, brought = append(imputed, a...), append(brought, b...)
		}
	}
	below(n.Children)
	if n.Code == s.r.Sheet.Root.Code {
		below(s.r.Sheet.Bonuses)
	}
	return imputed, brought
}

// mostTreated is how many of the units with such values are named.
const mostTreated = 20

// marked are the notes on scores that are marked.
func (s *scorer) marked(units []int) []string {
	var notes []string
	if slices.ContainsFunc(units, func(u int) bool {
		imputed, brought := s.treatedBelow(u, &s.r.Sheet.Root)
		return len(imputed)+len(brought) > 0
	}) {
		notes = append(notes, s.say("score-ranking.note-mark", "mark", mark))
	}
	if slices.ContainsFunc(units, s.restsOnFewer) {
		notes = append(notes, s.say("score-ranking.note-fewer", "mark", markFewer))
	}
	return notes
}

// restsOnFewer reports whether the total of a unit, or a score of the first level, rests on fewer parts.
func (s *scorer) restsOnFewer(unit int) bool {
	return slices.ContainsFunc(s.parts, func(p part) bool { return p.level <= 1 && present(s.r.Score(unit, p.Code)) && s.lacks(unit, p.Node) })
}

// treated are the notes on scores that are marked, on the values of the units that were imputed or brought in, and on the parts
// of which they have no score.
func (s *scorer) treated(units []int) []string {
	notes := s.marked(units)
	var imputed, brought, lacking []string
	for _, u := range units {
		unit := s.label(u)
		byImpute, byLimits := s.treatedBelow(u, &s.r.Sheet.Root)
		if len(byImpute) > 0 {
			imputed = append(imputed, unit+s.paren(s.list(byImpute...)))
		}
		if len(byLimits) > 0 {
			brought = append(brought, unit+s.paren(s.list(byLimits...)))
		}
		var left []string
		for i := range s.parts {
			if present(s.r.Totals[u].Score) && s.leftOut(u)(&s.parts[i]) { // without a total another note names them
				left = append(left, s.t(s.parts[i].Name))
			}
		}
		if len(left) > 0 {
			lacking = append(lacking, unit+s.paren(s.list(left...)))
		}
	}
	if len(imputed) > 0 {
		notes = append(notes, s.say("score-ranking.note-imputed", "values", s.some(imputed)))
	}
	if len(brought) > 0 {
		notes = append(notes, s.say("score-ranking.note-brought", "values", s.some(brought)))
	}
	if len(lacking) > 0 {
		notes = append(notes, s.say("score-ranking.note-lacking", "parts", s.some(lacking)))
	}
	return notes
}

// some lists the first of many, and says how many there are.
func (s *scorer) some(list []string) string {
	if len(list) <= mostTreated {
		return s.list(list...)
	}
	return s.say("score.some", "first", s.list(list[:mostTreated]...), "count", s.count(len(list)))
}
