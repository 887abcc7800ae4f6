package report

import (
	"slices"

	"github.com/planeval/planeval/indicator"
)

// mostUnits is how many units are shown in pictures at most; more are read in the table alone.
const mostUnits = 64

// profile shows the scores of the parts of the sheet for a unit, 得分剖面, by the parts of the first level, and where its total
// lies when weights vary. Beside the scores stand the weights that counted.
func (s *scorer) profile(unit int) []Block {
	weights, head := s.countedWeights(unit)
	heads := []string{s.say("column.score-part"), "", s.say("column.score-score"), head}
	groups := []BarGroup{{}}
	for i := range s.parts {
		p := &s.parts[i]
		name := capital(s.t(p.Name))
		if p.level == 1 && !p.leaf() {
			groups = append(groups, BarGroup{Title: name})
			name = s.say("profile.subtotal")
		}
		if p.level == 1 && p.leaf() && groups[len(groups)-1].Title != "" {
			groups = append(groups, BarGroup{}) // it belongs to none before it
		}
		bar := s.dot(name, s.r.Score(unit, p.Code), s.scoreOf(unit, p.Node))
		bar.Remarks = []string{weights(p)}
		if i == 0 {
			bar.Low, bar.High = s.drawnInterval(unit)
		}
		last := &groups[len(groups)-1]
		last.Rows = append(last.Rows, bar)
	}
	return s.profileCharts("profile", s.captionOf(unit, s.say("profile.caption")), []string{"-parts"}, heads, groups)
}

// countedWeights prints the weights of parts with which a unit's total was computed, which differ from those of the sheet where
// parts have no score, and says what they are called.
func (s *scorer) countedWeights(unit int) (of func(*part) string, head string) {
	if !s.linear() || !present(s.r.Totals[unit].Score) {
		return func(p *part) string { return s.share(p.weight.Effective) }, s.say("column.score-weight")
	}
	counted, differs := map[string]string{}, false
	for _, c := range s.r.Contributions(unit, places) {
		counted[c.Code] = s.share(c.Weight)
		if i, ok := s.places[c.Code]; ok {
			differs = differs || counted[c.Code] != s.share(s.parts[i].weight.Effective)
		}
	}
	head = s.say("column.score-weight")
	if differs {
		head = s.say("column.score-counted")
	}
	return func(p *part) string { return or(counted[p.Code], missing) }, head
}

// rankProfile shows the totals of the units of a period by rank, with where total and rank lie when weights vary.
func (s *scorer) rankProfile(g group) []Block {
	there, _ := s.inOrder(g)
	if len(there) < 2 || len(there) > mostUnits {
		return nil
	}
	heads := []string{s.say("column.score-unit"), "", s.say("column.score-total"), s.say("column.score-rank")}
	if s.Ranges != nil {
		heads = append(heads, s.say("column.score-ranks"))
	}
	var bars []Bar
	for _, u := range there {
		bar := s.dot(s.label(u), s.r.Totals[u].Score, s.number(s.r.Totals[u].Score))
		bar.Low, bar.High = s.drawnInterval(u)
		bar.Remarks = []string{s.rank(s.r.Totals[u].Rank)}
		if s.Ranges != nil {
			bar.Remarks = append(bar.Remarks, s.ranks(u))
		}
		bars = append(bars, bar)
	}
	return s.profileCharts("rank-profile", s.caption(s.say("profile.caption-ranks")+s.paren(s.period(g.period))), []string{"-ranking", "-ranges"}, heads, []BarGroup{{Rows: bars}})
}

func (s *scorer) dot(name string, n indicator.Number, text string) Bar {
	return Bar{Name: name, Value: Point{At: numberAt(n), Text: text}}
}

// drawnInterval is where a unit's total lies when weights vary; absent where that was not simulated.
func (s *scorer) drawnInterval(unit int) (low, high indicator.Value) {
	of, ok := s.drawnFor(unit)
	if !ok {
		return low, high
	}
	return numberAt(of.TotalLow), numberAt(of.TotalHigh)
}

func (s *scorer) profileCharts(id, caption string, tables, heads []string, groups []BarGroup) []Block {
	var on []indicator.Value
	interval := false
	for _, g := range groups {
		for _, b := range g.Rows {
			on = append(on, b.Value.At, b.Low, b.High)
			interval = interval || !b.Low.IsZero()
		}
	}
	bounds := s.gradeBounds()
	for _, b := range bounds {
		on = append(on, b.At)
	}
	axis := s.axis(on...)
	if axis == nil {
		return nil
	}
	c := Chart{ID: s.id + "-" + id, Caption: caption, Summary: s.say("profile.summary", "sheet", s.title()), Legend: []Key{{Mark: MarkDot, Text: heads[2]}}}
	for _, table := range tables {
		c.Tables = append(c.Tables, s.id+table)
	}
	if interval {
		c.Legend = append(c.Legend, Key{Mark: MarkInterval, Text: s.say("column.score-totals")})
		c.Notes = []string{s.say("score-ranges.note", "inside", bareShare(s.Ranges.Simulation.WithDefaults().Confidence))}
	}
	if len(bounds) > 0 {
		c.Legend = append(c.Legend, Key{Mark: MarkBound, Text: s.say("profile.bound")})
	}
	return pagedBars(&s.words, c, groups, func(page []BarGroup) Bars {
		return Bars{Dots: true, Columns: heads, Axis: axis, Bounds: bounds, Groups: page}
	})
}

// gradeBounds are the totals from which on there is a grade.
func (s *scorer) gradeBounds() []Point {
	var list []Point
	for _, g := range s.r.Sheet.Grades {
		if !g.AtLeast.IsZero() {
			list = append(list, Point{At: g.AtLeast, Text: s.t(g.Name)})
		}
	}
	slices.SortFunc(list, func(a, b Point) int { return a.At.Cmp(b.At) })
	return list
}
