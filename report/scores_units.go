package report

import (
	"slices"

	"github.com/planeval/planeval/evaluate/score"
	"github.com/planeval/planeval/indicator"
)

// How many parts of the first level stand beside the totals at most, and how many columns their table has; what is more has a
// table of its own.
const (
	mostBeside  = 5
	mostColumns = 8
)

// attribute is a column of a table whose rows are units.
type attribute struct {
	title string
	align Align
	of    func(unit int) Cell
	// telling is one that is left out where it says nothing of any of the units.
	telling bool
}

// unitTable shows attributes of units.
func (s *scorer) unitTable(id, caption string, units []int, attributes []attribute) Table {
	t := Table{ID: s.id + id, Caption: caption}
	for _, a := range attributes {
		t.Columns = append(t.Columns, Column{Title: a.title, Align: a.align})
	}
	for _, u := range units {
		var row []Cell
		for _, a := range attributes {
			row = append(row, a.of(u))
		}
		t.Rows = append(t.Rows, row)
	}
	says := func(i int) bool {
		return slices.ContainsFunc(t.Rows, func(row []Cell) bool { return row[i].Text != missing })
	}
	for i := len(attributes) - 1; i >= 0; i-- {
		if attributes[i].telling && !says(i) {
			t = withoutColumn(t, i)
		}
	}
	return t
}

// rankings shows the units of each period in the order of their ranks.
func (s *scorer) rankings() []Block {
	var list []Block
	for _, g := range s.periods {
		list = append(list, s.ranking(g, s.treated)...)
	}
	return list
}

// ranking shows the units of a period: ranks and totals, and, in the same table where there is room, the scores of the parts of
// the first level and where ranks and totals lie when weights vary. treated gives the notes on values that are not as observed.
func (s *scorer) ranking(g group, treated func(units []int) []string) []Block {
	there, others := s.inOrder(g)
	if len(there) == 0 {
		return []Block{Paragraph{Text: s.sentences(s.unitNotes(g.units)...)}}
	}
	head := []attribute{
		{s.say("column.score-rank"), Start, func(u int) Cell { return Cell{Text: s.rank(s.r.Totals[u].Rank)} }, false},
		{s.say("column.score-unit"), Start, func(u int) Cell { return Cell{Text: s.label(u)} }, false}, s.totals(),
	}
	caption := s.caption(s.period(g.period) + s.say("score-ranking.caption"))
	if !g.period.IsZero() && s.tag == english {
		caption = s.caption(s.say("score-ranking.caption") + s.paren(s.period(g.period)))
	}
	ranges := s.ranges()
	list, own := slices.Concat(head, s.changes(), ranges, s.beside()), Table{}
	if s.rangesApart() {
		list = slices.Concat(head, s.changes(), s.beside())
		own = s.unitTable("-ranges", s.caption(s.say("score-ranges.caption")+s.paren(s.period(g.period))), there, slices.Concat(head, ranges))
		own.Notes = s.rangeNotes(g.units)
	}
	t := s.unitTable("-ranking", caption, there, list)
	t.Notes = s.unitNotes(g.units)
	if len(own.Rows) == 0 {
		t.Notes = append(t.Notes, s.rangeNotes(g.units)...)
	}
	t.Notes = append(t.Notes, treated(g.units)...)
	return blocks(t, s.partScores(slices.Concat(there, others), s.paren(s.period(g.period))), own)
}

// rangesApart reports whether the intervals of units that are ranked stand in a table of their own, as there is no room beside the
// totals: behind the rank, the unit, its total and what else is said of it.
func (s *scorer) rangesApart() bool {
	const head = 3
	ranges := s.ranges()
	return len(ranges) > 0 && head+len(s.changes())+len(ranges)+len(s.beside()) > mostColumns
}

// rangesTable names the table of the intervals of units that are ranked.
func (s *scorer) rangesTable() string {
	if s.rangesApart() {
		return capital(s.say("score-ranges.caption"))
	}
	return capital(s.say("score-ranking.caption"))
}

// totals is the column of the totals.
func (s *scorer) totals() attribute {
	return attribute{s.say("column.score-total"), End, s.totalCell, false}
}

// changes are the columns of what totals have changed by, where there are several periods, and of grades, where there are any.
func (s *scorer) changes() []attribute {
	var list []attribute
	if len(s.periods) > 1 {
		list = append(list, attribute{s.say("column.score-since"), End, func(u int) Cell { return Cell{Text: s.since(u)} }, true})
	}
	if len(s.r.Sheet.Grades) > 0 {
		list = append(list, attribute{s.say("column.score-grade"), Start, func(u int) Cell { return s.gradeCell(s.r.Totals[u]) }, false})
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

// scoresOf are the columns of the scores of parts.
func (s *scorer) scoresOf(parts []*part) []attribute {
	var list []attribute
	for _, p := range parts {
		list = append(list, attribute{s.say("column.score-part-points", "part", capital(s.t(p.Name))), End, func(u int) Cell { return s.scoreCell(u, p) }, false})
	}
	return list
}

// beside are the columns of the parts of the first level, where these are few enough to stand beside the totals.
func (s *scorer) beside() []attribute {
	if first := s.first(); len(first) <= mostBeside {
		return s.scoresOf(first)
	}
	return nil
}

// partScores holds the scores of the parts of the first level, where these are too many to stand beside the totals.
func (s *scorer) partScores(units []int, when string) Table {
	if len(s.first()) <= mostBeside {
		return Table{}
	}
	name := attribute{s.say("column.score-unit"), Start, func(u int) Cell { return Cell{Text: s.label(u)} }, false}
	if s.series() {
		name.title = s.say("column.score-period")
	}
	t := s.unitTable("-part-scores", s.caption(s.say("score-ranking.caption-parts")+when), units, append([]attribute{name}, s.scoresOf(s.first())...))
	t.Notes = s.marked(units)
	return t
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

// unitNotes say what the change is, which of the units have no total, and why, and of which the grade is limited.
func (s *scorer) unitNotes(units []int) []string {
	var notes, without []string
	if slices.ContainsFunc(units, func(u int) bool { return s.since(u) != missing }) {
		notes = append(notes, s.say("score-ranking.note-since"))
	}
	for _, u := range units {
		if why := s.r.Totals[u].Score.Missing(); why != indicator.Present && !s.series() { // there a row says so
			without = append(without, s.label(u)+s.paren(s.clauses(s.why(why), s.lackingShort(u))))
		}
	}
	if len(without) > 0 {
		notes = append(notes, s.say("score-ranking.note-without", "units", s.some(without)))
	}
	vetoed := false
	for _, veto := range s.r.Sheet.Vetoes {
		var held, unknown []string
		for _, u := range units {
			if slices.Contains(s.r.Totals[u].Grade.Vetoes, veto.Code) {
				held = append(held, s.label(u))
			}
			if slices.Contains(s.undecided(u), s.quoted(s.t(veto.Name))) {
				unknown = append(unknown, s.label(u))
			}
		}
		if len(unknown) > 0 {
			notes = append(notes, s.say("score-ranking.note-veto-unknown", "veto", s.quoted(s.t(veto.Name)), "units", s.list(unknown...)))
		}
		if vetoed = vetoed || len(held) > 0; len(held) > 0 {
			notes = append(notes, s.say("score-ranking.note-veto", "veto", s.quoted(s.t(veto.Name)), "units", s.list(held...), "grade", s.quoted(s.t(veto.Grade))))
		}
	}
	if vetoed && s.ranked() {
		notes = append(notes, s.say("score-ranking.note-vetoes"))
	}
	return notes
}

// lackingShort names the leaves without a score of a unit that has no total; a summary does not.
func (s *scorer) lackingShort(unit int) string {
	var names []string
	if s.brief {
		return ""
	}
	for _, n := range s.lackingLeaves(unit) {
		names = append(names, s.t(n.Name))
	}
	if len(names) == 0 {
		return ""
	}
	return s.say("score-ranking.without-score", "parts", s.some(names))
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

// since prints how a unit's total has changed since its latest earlier period.
func (s *scorer) since(unit int) string {
	before := s.before[unit]
	switch {
	case before < 0 || s.r.Totals[unit].Score.Missing() != indicator.Present:
		return missing
	case s.r.Totals[before].Score.Missing() != indicator.Present:
		return s.say("score.none-before")
	}
	return s.change(score.Difference(s.r.Totals[unit].Score, s.r.Totals[before].Score))
}
