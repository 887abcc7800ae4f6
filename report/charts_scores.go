package report

import (
	"slices"

	"github.com/planeval/planeval/indicator"
)

// mostUnits is how many units are shown in pictures at most; more are read in the table alone.
const mostUnits = 64

// profile shows the scores of the parts of the sheet for a unit, 得分剖面, and where its total lies when weights vary.
func (s *scorer) profile(unit int) []Block {
	heads := []string{s.say("column.score-part"), "", s.say("column.score-score"), s.say("column.score-weight")}
	var bars []Bar
	for i := range s.parts {
		p := &s.parts[i]
		bar := s.dot(s.indented(p.level, s.t(p.Name)).Text, s.r.Score(unit, p.Code), s.scoreOf(unit, p.Node))
		bar.Remarks = []string{s.share(p.weight.Effective)}
		if i == 0 {
			bar.Low, bar.High = s.drawnInterval(unit)
		}
		bars = append(bars, bar)
	}
	return s.profileCharts("profile", s.captionOf(unit, s.say("profile.caption")), []string{"-parts"}, heads, bars)
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
	return s.profileCharts("rank-profile", s.caption(s.say("profile.caption-ranks")), []string{"-ranking", "-ranges"}, heads, bars)
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

func (s *scorer) profileCharts(id, caption string, tables, heads []string, bars []Bar) []Block {
	var on []indicator.Value
	interval := false
	for _, b := range bars {
		on = append(on, b.Value.At, b.Low, b.High)
		interval = interval || !b.Low.IsZero()
	}
	bounds := s.gradeBounds()
	for _, b := range bounds {
		on = append(on, b.At)
	}
	axis := s.axis("", on...)
	if axis == nil {
		return nil
	}
	c := Chart{ID: s.id + "-" + id, Caption: caption, Summary: s.say("profile.summary", "sheet", s.title()), Legend: []Key{{Mark: MarkDot, Text: heads[2]}}}
	for _, table := range tables {
		c.Tables = append(c.Tables, s.id+table)
	}
	if interval {
		c.Legend = append(c.Legend, Key{Mark: MarkInterval, Text: s.say("column.score-totals")})
	}
	if len(bounds) > 0 {
		c.Legend = append(c.Legend, Key{Mark: MarkBound, Text: s.say("profile.bound")})
	}
	return parted(&s.words, c, mostRows, bars, func(bars []Bar) Plot {
		return Bars{Dots: true, Columns: heads, Axis: axis, Bounds: bounds, Groups: []BarGroup{{Rows: bars}}}
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
