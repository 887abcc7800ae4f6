package report

import (
	"slices"

	"github.com/planeval/planeval/evaluate/score"
	"github.com/planeval/planeval/indicator"
)

// mostBeside is how many parts of the first level stand beside the totals; more have a table of their own.
const mostBeside = 5

// rankings shows the units of each period in the order of their ranks.
func (s *scorer) rankings() []Block {
	var list []Block
	for _, g := range s.periods {
		t := s.rankingTable(g)
		if len(t.Rows) == 0 {
			list = append(list, Paragraph{Text: s.sentences(t.Notes...)})
			continue
		}
		if len(s.first()) <= mostBeside {
			list = append(list, t)
			continue
		}
		list = append(list, t, s.partScores(g))
	}
	return list
}

// first returns the parts of the first level.
func (s *scorer) first() []*part {
	var list []*part
	for i := range s.parts {
		if s.parts[i].level == 1 {
			list = append(list, &s.parts[i])
		}
	}
	return list
}

// inOrder returns the units of a period that have a total by rank, and the others.
func (s *scorer) inOrder(g group) (there, others []int) {
	for _, u := range g.units {
		if s.r.Totals[u].Score.Missing() == indicator.Present {
			there = append(there, u)
		} else {
			others = append(others, u)
		}
	}
	slices.SortStableFunc(there, func(a, b int) int { return s.r.Totals[a].Rank.Rank.Cmp(s.r.Totals[b].Rank.Rank) })
	return there, others
}

func (s *scorer) rankingTable(g group) Table {
	there, others := s.inOrder(g)
	t := Table{
		ID:      s.id + "-ranking",
		Caption: s.caption(s.period(g.period) + s.say("score-ranking.caption")),
		Columns: columns([]string{
			s.say("column.score-rank"), s.say("column.score-unit"), s.say("column.score-total"), s.say("column.score-since"),
			s.say("column.score-grade"), s.say("column.score-ranks"),
		}, 2, 3),
	}
	if !g.period.IsZero() && s.tag == english {
		t.Caption = s.caption(s.say("score-ranking.caption") + s.paren(s.period(g.period)))
	}
	beside := s.first()
	if len(beside) > mostBeside {
		beside = nil
	}
	for _, p := range beside {
		t.Columns = append(t.Columns, Column{Title: capital(s.t(p.Name)), Align: End})
	}
	for _, u := range there {
		total := s.r.Totals[u]
		row := []Cell{
			{Text: s.rank(total.Rank)}, {Text: s.t(s.r.Data.Units[u].Name)}, {Text: s.number(total.Score)}, {Text: s.since(u)},
			s.gradeCell(total.Grade), {Text: s.ranks(u)},
		}
		for _, p := range beside {
			row = append(row, s.scoreCell(u, p))
		}
		t.Rows = append(t.Rows, row)
	}
	t.Notes = s.rankingNotes(t, g, others)
	if s.Ranges == nil {
		t = withoutColumn(t, 5)
	}
	t = s.gradeless(t, 4)
	if len(t.Rows) > 0 && !slices.ContainsFunc(t.Rows, func(row []Cell) bool { return row[3].Text != missing }) {
		t = withoutColumn(t, 3)
	}
	if len(beside) == 0 {
		return t
	}
	return s.treated(t, g)
}

// rankingNotes say what the columns are, which of the units have no total, and why.
func (s *scorer) rankingNotes(t Table, g group, others []int) []string {
	var notes, without []string
	if slices.ContainsFunc(t.Rows, func(row []Cell) bool { return row[3].Text != missing }) {
		notes = append(notes, s.say("score-ranking.note-since"))
	}
	for _, u := range others {
		without = append(without, s.t(s.r.Data.Units[u].Name)+s.paren(s.why(s.r.Totals[u].Score.Missing())))
	}
	if len(without) > 0 {
		notes = append(notes, s.say("score-ranking.note-without", "units", s.list(without...)))
	}
	for _, veto := range s.r.Sheet.Vetoes {
		var held []string
		for _, u := range g.units {
			if slices.Contains(s.r.Totals[u].Grade.Vetoes, veto.Code) {
				held = append(held, s.t(s.r.Data.Units[u].Name))
			}
		}
		if len(held) > 0 {
			notes = append(notes, s.say("score-ranking.note-veto", "veto", s.quoted(s.t(veto.Name)), "units", s.list(held...), "grade", s.quoted(s.t(veto.Grade))))
		}
	}
	return notes
}

// partScores holds the scores of the parts of the first level, where these are too many to stand beside the totals.
func (s *scorer) partScores(g group) Table {
	there, others := s.inOrder(g)
	t := Table{
		ID:      s.id + "-part-scores",
		Caption: s.caption(s.say("score-ranking.caption-parts") + s.paren(s.period(g.period))),
		Columns: columns([]string{s.say("column.score-unit")}),
	}
	for _, p := range s.first() {
		t.Columns = append(t.Columns, Column{Title: capital(s.t(p.Name)), Align: End})
	}
	for _, u := range slices.Concat(there, others) {
		row := texts(s.t(s.r.Data.Units[u].Name))
		for _, p := range s.first() {
			row = append(row, s.scoreCell(u, p))
		}
		t.Rows = append(t.Rows, row)
	}
	return s.treated(t, g)
}

// rank prints a rank, marked where it is shared.
func (s *scorer) rank(r score.Ranked) string {
	number := s.digits(fixedIn(r.Rank, ""))
	switch {
	case r.Within:
		return number + s.paren(s.say("score.tied-within"))
	case r.Tied:
		return number + s.paren(s.say("score.tied"))
	}
	return number
}

// ranks prints the interval of a unit's rank.
func (s *scorer) ranks(unit int) string {
	if s.Ranges == nil || unit >= len(s.Ranges.Units) || s.Ranges.Units[unit].Low == 0 {
		return missing
	}
	of := s.Ranges.Units[unit]
	if of.Low == of.High {
		return s.count(of.Low)
	}
	return s.say("score.ranks", "low", s.count(of.Low), "high", s.count(of.High))
}

// since prints how a unit's total has changed since its latest earlier period.
func (s *scorer) since(unit int) string {
	units, before := s.r.Data.Units, -1
	for u := range units {
		if units[u].Code == units[unit].Code && units[u].Period.Before(units[unit].Period) && (before < 0 || units[before].Period.Before(units[u].Period)) {
			before = u
		}
	}
	if before < 0 {
		return missing
	}
	return s.change(score.Difference(s.r.Totals[unit].Score, s.r.Totals[before].Score))
}

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

// treated adds the notes on the values that were imputed or brought in.
func (s *scorer) treated(t Table, g group) Table {
	var imputed, brought []string
	for _, u := range g.units {
		unit := s.t(s.r.Data.Units[u].Name)
		byImpute, byLimits := s.treatedBelow(u, &s.r.Sheet.Root)
		if len(byImpute) > 0 {
			imputed = append(imputed, unit+s.paren(s.list(byImpute...)))
		}
		if len(byLimits) > 0 {
			brought = append(brought, unit+s.paren(s.list(byLimits...)))
		}
	}
	if len(imputed)+len(brought) > 0 {
		t.Notes = append(t.Notes, s.say("score-ranking.note-mark", "mark", mark))
	}
	if len(imputed) > 0 {
		t.Notes = append(t.Notes, s.say("score-ranking.note-imputed", "values", s.some(imputed)))
	}
	if len(brought) > 0 {
		t.Notes = append(t.Notes, s.say("score-ranking.note-brought", "values", s.some(brought)))
	}
	return t
}

// some lists the first of many, and says how many there are.
func (s *scorer) some(list []string) string {
	if len(list) <= mostTreated {
		return s.list(list...)
	}
	return s.say("score.some", "first", s.list(list[:mostTreated]...), "count", s.count(len(list)))
}
