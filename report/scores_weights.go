package report

import (
	"github.com/planeval/planeval/evaluate/score"
	"github.com/planeval/planeval/indicator"
)

// weightTable shows the weights of the parts: always for several units, of which no table of parts shows them, and for one
// where a method derives some.
func (s *scorer) weightTable() Table {
	t := Table{
		ID:      s.id + "-weights",
		Caption: s.caption(s.say("score-weights.caption")),
		Columns: columns([]string{
			s.say("column.score-part"), s.say("column.score-used"), s.say("column.score-share"), s.say("column.score-weight"), s.say("column.score-how"),
		}, 1, 2, 3),
		Notes: []string{s.say("score-weights.note")},
	}
	derived, rounded := false, map[string]int{}
	for _, w := range s.r.Weights {
		rounded[w.Node] = w.Places
	}
	for i := range s.parts {
		p := &s.parts[i]
		derived = derived || p.weight.Derived != nil
		used, share, how := missing, missing, missing
		if p.parent >= 0 {
			share = s.share(p.weight.Share)
			if s.parts[p.parent].Weighting.Method != score.EqualWeights {
				used = s.used(p.weight.Weight, rounded[s.parts[p.parent].Code])
			}
		}
		if !p.leaf() {
			how = s.how(p.Node)
		} else if p.Rule != nil {
			how = s.word("score-rule", string(p.Rule.Kind), "")
		}
		t.Rows = append(t.Rows, []Cell{s.indented(p.level, s.t(p.Name)), {Text: used}, {Text: share}, {Text: s.share(p.weight.Effective)}, {Text: how}})
	}
	switch {
	case s.single() < 0:
		t.Notes = append(t.Notes, s.partNotes()...)
	case !derived:
		return Table{}
	}
	return telling(t, 1, missing)
}

// used prints a weight as it is used: rounded to so many places where a method derived it, else as the sheet states it.
func (s *scorer) used(weight indicator.Ratio, rounded int) string {
	if why := weight.Missing(); why != indicator.Present {
		return s.why(why)
	}
	if rounded > 0 {
		return s.to(weight, rounded)
	}
	const most = 12
	return s.digits(trimmed(weight.Decimal(most, indicator.HalfUp).StringFixed(most)))
}

// derivations say of each node how a method derived the weights of its children.
func (s *scorer) derivations() []Block {
	var list []Block
	for _, w := range s.r.Weights {
		if w.Places == 0 {
			continue
		}
		i, ok := s.places[w.Node]
		if !ok {
			continue
		}
		node, units, why := s.parts[i].Node, "", ""
		if w.Units > 0 {
			units = s.say("score-derived.units", "count", s.count(w.Units))
		}
		if len(w.Children) > 0 && w.Children[0].Weight.Missing() != indicator.Present {
			why = s.say("score-derived.none", "reason", s.why(w.Children[0].Weight.Missing()))
		}
		list = append(list, Paragraph{Text: s.sentences(
			s.say("score-derived.method", "part", s.quoted(s.t(node.Name)), "method", s.weighting(node.Weighting), "places", s.count(w.Places)),
			units, why, s.consistency(node, w),
		)})
	}
	return list
}

// How many places the numbers of a consistency test are shown with, and the ratio up to which judgements pass it.
const (
	consistencyPlaces = 4
	mostInconsistent  = "0.1"
)

// consistency words the consistency test of judgements.
func (s *scorer) consistency(n *score.Node, w score.Weights) string {
	c := w.Consistency
	switch {
	case c == nil || len(w.Children) < 2:
		return ""
	case len(w.Children) == 2:
		return s.say("score-derived.two")
	}
	verdict := s.say("score-derived.inconsistent", "limit", mostInconsistent)
	if c.Acceptable {
		verdict = s.say("score-derived.consistent", "limit", mostInconsistent)
	}
	worst := ""
	if c.Worst >= 0 && c.Worst < len(n.Weighting.Judgements) {
		j := n.Weighting.Judgements[c.Worst]
		worst = s.say("score-derived.worst", "more", s.quoted(s.name(j.More)), "less", s.quoted(s.name(j.Less)), "times", s.value(j.Times), "implied", s.to(c.Implied, places))
	}
	return s.sentences(s.say("score-derived.consistency", "lambda", s.to(c.Lambda, consistencyPlaces), "index", s.to(c.Index, consistencyPlaces),
		"random", trimmed(s.to(c.RandomIndex, consistencyPlaces)), "table", s.word("score-random", string(w.Table), "saaty"),
		"ratio", s.to(c.Ratio, consistencyPlaces), "verdict", verdict), worst)
}
