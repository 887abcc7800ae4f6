package report

import (
	"slices"

	"github.com/planeval/planeval/evaluate/score"
	"github.com/planeval/planeval/indicator"
)

// How many rows a table of removals has at most before it keeps to the levels above, and how many parts of the first level at
// most before it keeps to these.
const (
	mostLeft  = 30
	fewOfThem = 6
)

// removedParts chooses the parts whose removal is shown: those of the first level and, where these are few, of every level below
// down to which there is room. It says how many are left out.
func (s *scorer) removedParts() (shown map[string]bool, left int) {
	shown = map[string]bool{}
	for level := 1; len(shown) < len(s.parts)-1; level++ {
		var codes []string
		for i := range s.parts {
			if s.parts[i].level == level {
				codes = append(codes, s.parts[i].Code)
			}
		}
		if level > 1 && (len(s.first()) > fewOfThem || len(shown)+len(codes) > mostLeft) {
			break
		}
		for _, code := range codes {
			shown[code] = true
		}
	}
	return shown, len(s.parts) - 1 - len(shown)
}

// removalTable shows the result of a unit without each part.
func (s *scorer) removalTable(unit int) Table {
	t := Table{
		ID:      s.id + "-removals",
		Caption: s.captionOf(unit, s.say("score-removals.caption")),
		Columns: columns([]string{
			s.say("column.score-left-out"), s.say("column.score-total"), s.say("column.score-change"), s.say("column.score-grade"),
		}, 1, 2),
		Notes: []string{s.say("score-removals.note"), s.say("score-removals.note-change")},
	}
	if s.r.Totals[unit].Score.Missing() != indicator.Present {
		return t
	}
	removals, notes := s.removals([]int{unit})
	for _, removal := range removals {
		p := &s.parts[s.places[removal.Code]]
		row := []Cell{s.indented(p.level-1, s.t(p.Name)), {Text: s.say("score.only-child")}, {Text: missing}, {Text: missing}}
		if removal.Why == indicator.Present {
			total := removal.Totals[unit]
			row[1].Text, row[3] = s.number(total.Score), s.gradeCell(total)
			if total.Score.Missing() == indicator.Present {
				row[2].Text = s.change(score.Difference(total.Score, s.r.Totals[unit].Score))
			} else {
				row[3].Text = missing
			}
		}
		t.Rows = append(t.Rows, row)
	}
	t.Notes = append(t.Notes, notes...)
	return s.gradeless(t, 3)
}

// removals are those that are shown, of the parts that have a score for one of the units, with notes on the others.
func (s *scorer) removals(units []int) ([]score.Removal, []string) {
	shown, left := s.removedParts()
	codes, without := s.compared(units, shown)
	notes := kept([]string{without})
	if left > 0 {
		notes = append(notes, s.say("score-removals.note-left", "count", s.count(left)))
	}
	if len(codes) == 0 { // of no code there would be all removals
		return nil, notes
	}
	return s.r.Removals(codes...), notes
}

// compared returns the codes of the parts that count for one of the units at least, and names the others, the uppermost of them, in
// a note. Where some parts are given by code, it speaks of these alone.
func (s *scorer) compared(units []int, among map[string]bool) (codes []string, note string) {
	var without []string
	counts := func(place int) bool {
		return slices.ContainsFunc(units, func(u int) bool { return s.counts(u, place) })
	}
	for i := range s.parts {
		p := &s.parts[i]
		switch {
		case p.parent < 0 || among != nil && !among[p.Code]:
		case counts(i):
			codes = append(codes, p.Code)
		case counts(p.parent):
			without = append(without, s.t(p.Name))
		}
	}
	if len(without) > 0 {
		note = s.say("score.not-compared", "parts", s.list(without...))
	}
	return codes, note
}

// gradeless leaves out the column of grades where the sheet has none.
func (s *scorer) gradeless(t Table, column int) Table {
	if len(s.r.Sheet.Grades) > 0 {
		return t
	}
	return withoutColumn(t, column)
}

// shiftTable shows how far the ranks of several units move on average without each part.
func (s *scorer) shiftTable() Table {
	t := Table{
		ID:      s.id + "-shifts",
		Caption: s.caption(s.say("score-removals.caption")),
		Columns: columns([]string{s.say("column.score-left-out"), s.say("column.score-shift")}, 1),
		Notes:   []string{s.say("score-removals.note"), s.say("score-removals.note-shift")},
	}
	if !s.ranked() {
		return t
	}
	units := make([]int, len(s.r.Totals))
	for u := range units {
		units[u] = u
	}
	removals, notes := s.removals(units)
	for _, removal := range removals {
		p := &s.parts[s.places[removal.Code]]
		shift := s.say("score.only-child")
		if removal.Why == indicator.Present {
			shift = s.number(removal.Shift)
		}
		t.Rows = append(t.Rows, []Cell{s.indented(p.level-1, s.t(p.Name)), {Text: shift}})
	}
	t.Notes = append(t.Notes, notes...)
	return t
}

// ranked reports whether some units of one period are ranked.
func (s *scorer) ranked() bool {
	return slices.ContainsFunc(s.r.Totals, func(t score.Total) bool { return t.Rank.Of > 1 })
}

// flips shows how much the weight of one part must change for a unit's grade to change.
func (s *scorer) flips(unit int) []Block {
	total, lead := s.r.Totals[unit], s.lead(s.say("score-flips.lead"))
	switch {
	case total.Grade.Why != indicator.Present:
		return nil
	case len(total.Grade.Vetoes) > 0:
		return []Block{Paragraph{Lead: lead, Text: s.say("score-flips.vetoed")}}
	case total.Capped:
		return []Block{Paragraph{Lead: lead, Text: s.say("score-flips.capped")}}
	}
	t := Table{
		ID:      s.id + "-flips",
		Caption: s.captionOf(unit, s.say("score-flips.caption")),
		Columns: columns([]string{
			s.say("column.score-part"), s.say("column.score-share"), s.say("column.score-flips"), s.say("column.score-grade-then"),
		}, 1, 2),
		Notes: []string{s.say("score-flips.note")},
	}
	var without []string
	others := map[indicator.Reason][]string{}
	_, notCompared := s.compared([]int{unit}, nil)
	for _, flip := range s.r.GradeFlips(unit) {
		p := &s.parts[s.places[flip.Code]]
		if !s.counts(unit, s.places[flip.Code]) {
			continue
		}
		switch why := flip.At.Missing(); why {
		case indicator.Present:
			t.Rows = append(t.Rows, texts(capital(s.t(p.Name)), s.finely(flip.Share), s.flipsAt(flip), or(s.t(flip.Grade), s.say("score.below-all"))))
		case indicator.NoSuchWeight:
			without = append(without, s.t(p.Name))
		default:
			others[why] = append(others[why], s.t(p.Name))
		}
	}
	var notes []string
	if len(without) > 0 {
		notes = append(notes, s.say("score-flips.note-none", "zero", "0", "parts", s.list(without...)))
	}
	for _, why := range indicator.Reasons() {
		if list := others[why]; len(list) > 0 {
			notes = append(notes, s.say("score-flips.note-unknown", "parts", s.list(list...), "reason", s.why(why)))
		}
	}
	notes = append(notes, kept([]string{notCompared})...)
	if len(t.Rows) == 0 {
		return []Block{Paragraph{Lead: lead, Text: s.sentences(notes...)}}
	}
	t.Notes = append(t.Notes, notes...)
	return []Block{t}
}

// flipsAt says from which share on, or beyond which, the grade is another.
func (s *scorer) flipsAt(flip score.Flip) string {
	at := s.finely(flip.ShareAt)
	switch {
	case flip.Up && flip.Beyond:
		return s.say("score-flips.above", "share", at)
	case flip.Up:
		return s.say("score-flips.from", "share", at)
	case flip.Beyond:
		return s.say("score-flips.below", "share", at)
	}
	return s.say("score-flips.down-to", "share", at)
}

// mostSharePlaces is how many places a share is shown with at most.
const mostSharePlaces = 12

// finely prints a share as a percentage, with as many more places as it takes for one that is not 0 or 1 to look like neither.
func (s *scorer) finely(n indicator.Number) string {
	none, whole := indicator.IntRatio(0, 1), indicator.IntRatio(1, 1)
	if !present(n) || n.Cmp(none) == 0 || n.Cmp(whole) == 0 {
		return s.share(n)
	}
	for more := places; ; more++ {
		shown := n.Percent(more, indicator.HalfUp).StringFixed(int32(more))
		if bare := trimmed(shown); bare != "0" && bare != "100" || more == mostSharePlaces {
			return s.digits(shown) + "%"
		}
	}
}
