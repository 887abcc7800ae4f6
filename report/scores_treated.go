package report

import (
	"slices"

	"github.com/planeval/planeval/evaluate/score"
)

// mark stands behind a score that rests on values that were not observed as they are.
const mark = "*"

// scoreCell holds the score of a part, marked where a value below it was imputed or brought in.
func (s *scorer) scoreCell(unit int, p *part) Cell {
	text := s.number(s.r.Score(unit, p.Code))
	if imputed, brought := s.treatedBelow(unit, p.Node); len(imputed)+len(brought) > 0 {
		text += mark
	}
	return Cell{Text: text}
}

// treatedBelow names the leaves of a node of which the value was imputed for a unit, or brought in.
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
	for i := range n.Children {
		a, b := s.treatedBelow(unit, &n.Children[i])
		imputed, brought = append(imputed, a...), append(brought, b...)
	}
	return imputed, brought
}

// mostTreated is how many of the units with such values are named.
const mostTreated = 20

// marked is the note on scores that are marked.
func (s *scorer) marked(units []int) []string {
	if !slices.ContainsFunc(units, func(u int) bool {
		imputed, brought := s.treatedBelow(u, &s.r.Sheet.Root)
		return len(imputed)+len(brought) > 0
	}) {
		return nil
	}
	return []string{s.say("score-ranking.note-mark", "mark", mark)}
}

// treated are the notes on scores that are marked, and on the values of the units that were imputed or brought in.
func (s *scorer) treated(units []int) []string {
	notes := s.marked(units)
	var imputed, brought []string
	for _, u := range units {
		unit := s.label(u)
		byImpute, byLimits := s.treatedBelow(u, &s.r.Sheet.Root)
		if len(byImpute) > 0 {
			imputed = append(imputed, unit+s.paren(s.list(byImpute...)))
		}
		if len(byLimits) > 0 {
			brought = append(brought, unit+s.paren(s.list(byLimits...)))
		}
	}
	if len(imputed) > 0 {
		notes = append(notes, s.say("score-ranking.note-imputed", "values", s.some(imputed)))
	}
	if len(brought) > 0 {
		notes = append(notes, s.say("score-ranking.note-brought", "values", s.some(brought)))
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
