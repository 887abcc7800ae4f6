package report

import (
	"github.com/planeval/planeval/evaluate/score"
	"github.com/planeval/planeval/indicator"
)

// partTable shows what each part of the sheet adds to the total of a unit.
func (s *scorer) partTable(unit int) Table {
	t := Table{
		ID:      s.id + "-parts",
		Caption: s.captionOf(unit, s.say("score-parts.caption")),
		Columns: columns([]string{
			s.say("column.score-part"), s.say("column.score-weight"), s.say("column.score-counted"), s.say("column.score-score"),
			s.say("column.score-points"), s.say("column.score-how"),
		}, 1, 2, 3, 4),
	}
	s.rounded = false
	differs, additive, total := false, true, s.r.Totals[unit]
	for _, c := range s.r.Contributions(unit, places) {
		points := missing
		if !c.Shown.IsZero() {
			points = s.value(c.Shown)
		}
		i, inTree := s.places[c.Code]
		if !inTree || c.Code == "" {
			t.Rows = append(t.Rows, s.bonusRow(unit, c, points))
			continue
		}
		p := &s.parts[i]
		weight, counted := s.share(p.weight.Effective), s.share(c.Weight)
		if total.Score.Missing() != indicator.Present {
			counted = missing
		}
		differs = differs || counted != weight && counted != missing
		additive = additive && (c.Points == nil || c.Points.Missing() != indicator.NotAdditive)
		how := s.how(p.Node)
		if p.leaf() {
			how = s.leafWorking(unit, p.Node)
		}
		t.Rows = append(t.Rows, []Cell{s.indented(p.level, s.t(p.Name)), {Text: weight}, {Text: counted}, {Text: s.scoreOf(unit, p.Node)}, {Text: points}, {Text: how}})
	}
	if len(s.r.Sheet.Bonuses) > 0 || total.Capped {
		t.Rows = append(t.Rows, texts(s.say("score.total-row"), missing, missing, missing, s.number(total.Score), missing))
	}
	t.Notes = []string{s.say("score-parts.note-weights")}
	switch {
	case !s.linear():
		t.Notes = append(t.Notes, s.say("score-parts.note-points"), s.say("score-parts.note-slopes"))
	case differs:
		t.Notes = append(t.Notes, s.say("score-parts.note-counted"), s.say("score-parts.note-points-counted"))
	default:
		t.Notes = append(t.Notes, s.say("score-parts.note-points"))
	}
	if !s.linear() || !differs {
		t = withoutColumn(t, 2)
	}
	if !additive {
		t.Notes = append(t.Notes, s.say("score-parts.note-additive"))
	}
	if s.rounded {
		t.Notes = append(t.Notes, s.say("score-parts.note-places"))
	}
	t.Notes = append(t.Notes, s.partNotes()...)
	return t
}

// bonusRow is the row of a bonus or, without a code, of what is above the most that there can be.
func (s *scorer) bonusRow(unit int, c score.Contribution, points string) []Cell {
	if c.Code == "" {
		return texts(s.say("score.cut"), missing, missing, missing, points, missing)
	}
	how, own := "", ""
	for i := range s.r.Sheet.Bonuses {
		if b := &s.r.Sheet.Bonuses[i]; b.Code == c.Code {
			own, how = s.scoreOf(unit, b), s.leafWorking(unit, b)
		}
	}
	return texts(capital(s.name(c.Code)), s.say("score.bonus"), s.say("score.bonus"), own, points, how)
}

// linear reports whether every node is a weighted arithmetic mean, so that points are scores times weights.
func (s *scorer) linear() bool {
	for i := range s.parts {
		if s.parts[i].Aggregation.Method != score.Arithmetic {
			return false
		}
	}
	return true
}

// partNotes are what the sheet notes of its parts.
func (s *scorer) partNotes() []string {
	var notes []string
	add := func(n *score.Node) {
		if n.Note != "" {
			notes = append(notes, s.say("score.part-note", "part", s.quoted(s.t(n.Name)), "note", s.t(n.Note)))
		}
	}
	for i := range s.parts {
		add(s.parts[i].Node)
	}
	for i := range s.r.Sheet.Bonuses {
		add(&s.r.Sheet.Bonuses[i])
	}
	return notes
}

// how names the aggregation and the weighting of a node.
func (s *scorer) how(n *score.Node) string {
	return s.remarks(s.aggregation(n.Aggregation), s.weighting(n.Weighting))
}

func (s *scorer) aggregation(a score.Aggregation) string {
	name := s.word("score-aggregation", string(a.Method), "arithmetic")
	if a.Power.IsZero() {
		return name
	}
	return name + s.paren(s.say("score.power", "power", s.value(a.Power)))
}

func (s *scorer) weighting(w score.Weighting) string {
	name := s.word("score-weighting", string(w.Method), "given")
	if w.Method != score.AHP {
		return name
	}
	return name + s.paren(s.word("score-priority", string(w.Priority), "eigenvector"))
}
