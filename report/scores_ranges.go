package report

import (
	"slices"

	"github.com/planeval/planeval/evaluate/score"
	"github.com/planeval/planeval/indicator"
)

// drawnFor returns where a unit's rank and total lie when weights vary; it is false where that was not simulated.
func (s *scorer) drawnFor(unit int) (score.Range, bool) {
	if s.Ranges == nil || unit < 0 || unit >= len(s.Ranges.Units) {
		return score.Range{}, false
	}
	return s.Ranges.Units[unit], true
}

// ranges are the columns of the intervals of totals, of those of ranks where units are ranked, and of the grades that came out
// most often.
func (s *scorer) ranges() []attribute {
	if s.Ranges == nil {
		return nil
	}
	list := []attribute{{s.say("column.score-totals"), End, func(u int) Cell { return Cell{Text: s.totalRange(u)} }, true}}
	if !s.series() {
		list = append(list, attribute{s.say("column.score-ranks"), End, func(u int) Cell { return Cell{Text: s.ranks(u)} }, true})
	}
	if len(s.r.Sheet.Grades) > 0 {
		list = append(list, attribute{s.say("column.score-likeliest"), Start, func(u int) Cell { return Cell{Text: s.likeliest(u)} }, true})
	}
	return list
}

// totalRange prints the interval of a unit's total.
func (s *scorer) totalRange(unit int) string {
	of, ok := s.drawnFor(unit)
	if !ok || of.TotalLow.Missing() != indicator.Present {
		return missing
	}
	return s.say("score.interval", "low", s.number(of.TotalLow), "high", s.number(of.TotalHigh))
}

// ranks prints the interval of a unit's rank.
func (s *scorer) ranks(unit int) string {
	of, ok := s.drawnFor(unit)
	switch {
	case !ok || of.Low == 0:
		return missing
	case of.Low == of.High:
		return s.count(of.Low)
	}
	return s.say("score.interval", "low", s.count(of.Low), "high", s.count(of.High))
}

// likeliest names the grade that came out most often, the better of two that came out as often, and how often.
func (s *scorer) likeliest(unit int) string {
	of, _ := s.drawnFor(unit)
	best := -1
	for i, g := range of.Grades {
		if g.Share.Sign() > 0 && (best < 0 || g.Share.Cmp(of.Grades[best].Share) > 0) {
			best = i
		}
	}
	if best < 0 {
		return missing
	}
	return s.t(of.Grades[best].Name) + s.paren(s.share(of.Grades[best].Share))
}

// rangeNotes say what the intervals hold.
func (s *scorer) rangeNotes(units []int) []string {
	if s.Ranges == nil {
		return nil
	}
	notes := []string{s.say("score-ranges.note", "inside", bareShare(s.Ranges.Simulation.WithDefaults().Confidence))}
	if slices.ContainsFunc(units, func(u int) bool { return s.likeliest(u) != missing }) {
		notes = append(notes, s.say("score-ranges.note-grade"))
	}
	var lacking []string
	for _, u := range units {
		if of, ok := s.drawnFor(u); ok && of.Missing > 0 && of.TotalLow.Missing() == indicator.Present {
			lacking = append(lacking, s.label(u)+s.paren(s.count(of.Missing)))
		}
	}
	if len(lacking) > 0 {
		notes = append(notes, s.say("score-ranges.note-missing", "units", s.some(lacking)))
	}
	return notes
}
