package report

import "slices"

// overTime shows the totals of a series: a row for each period, without the ranks that one unit does not have. treated gives the
// notes on values that are not as observed.
func (s *scorer) overTime(treated func(units []int) []string) []Block {
	if !s.series() {
		return nil
	}
	var units []int
	names := false
	for _, g := range s.periods {
		units = append(units, g.units...)
		names = names || s.r.Data.Units[g.units[0]].Name != s.r.Data.Units[0].Name
	}
	head := []attribute{{s.say("column.score-period"), Start, func(u int) Cell { return Cell{Text: s.period(s.r.Data.Units[u].Period)} }, false}}
	if names {
		head = append(head, attribute{s.say("column.score-unit"), Start, func(u int) Cell { return Cell{Text: s.t(s.r.Data.Units[u].Name)} }, false})
	}
	head = append(head, s.totals())
	t := s.unitTable("-series", s.caption(s.say("score-series.caption")), units, slices.Concat(head, s.changes(), s.ranges(), s.beside()))
	t.Notes = append(s.unitNotes(units), s.rangeNotes(units)...)
	t.Notes = append(t.Notes, treated(units)...)
	return blocks(t, s.partScores(units, ""))
}
