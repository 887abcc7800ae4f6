package report

import (
	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/survey"
)

// shareCharts show the shares of a survey's answers with their intervals.
func (w *writer) shareCharts(s survey.Survey, tabulation survey.Tabulation) []Block {
	interval := false
	var groups []BarGroup
	for i, d := range tabulation.Questions {
		if i >= len(s.Questions) {
			break
		}
		g := BarGroup{Title: w.t(s.Questions[i].Text)}
		for k, p := range d.Proportions {
			tally := survey.Tally{}
			if k < len(s.Questions[i].Tallies) {
				tally = s.Questions[i].Tallies[k]
			}
			bar := Bar{Name: w.t(p.Option), Value: Point{At: w.shareAt(p), Text: w.printedShare(p)}, Remarks: []string{w.answers(d, p, tally).Text, w.reach(p.Interval)}}
			if p.Interval.Missing() == indicator.Present {
				bar.Low, bar.High, interval = percentAt(p.Interval.Low), percentAt(p.Interval.High), true
			}
			g.Rows = append(g.Rows, bar)
		}
		groups = append(groups, g)
	}
	if len(groups) == 0 {
		return nil
	}
	heads := []string{w.say("column.option"), "", w.say("column.share"), w.say("column.answers"),
		w.say("column.share-interval", "confidence", w.confidence(tabulation.Options))}
	c := Chart{
		ID: "survey-" + s.Code, Caption: w.say("survey-shares.caption") + w.which(s), Summary: w.say("shares.summary", "survey", w.t(s.Title)),
		Tables: []string{"survey-" + s.Code + "-shares"}, Legend: []Key{{Mark: MarkBar, Text: w.say("column.share")}},
	}
	if interval {
		c.Legend = append(c.Legend, Key{Mark: MarkInterval, Text: heads[4]})
		c.Notes = []string{w.say("survey-shares.interval", "confidence", w.confidence(tabulation.Options), "method", w.word("interval", string(tabulation.Options.Method), ""))}
	}
	if !interval {
		heads = heads[:4]
		for _, g := range groups {
			for i := range g.Rows {
				g.Rows[i].Remarks = g.Rows[i].Remarks[:1]
			}
		}
	}
	axis := w.percentAxis(100, 25)
	return pagedBars(&w.words, c, groups, func(page []BarGroup) Bars { return Bars{Columns: heads, Axis: axis, Groups: page} })
}

// pagedBars makes a chart of each page of groups, with captions that count them where there are several.
func pagedBars(w *words, c Chart, groups []BarGroup, plot func([]BarGroup) Bars) []Block {
	return parted(w, c, 1, barPages(groups), func(page [][]BarGroup) (Plot, []Key) { return plot(page[0]), c.Legend })
}

// shareAt is the place of a share: as computed or, where it was not, as the source prints it.
func (w *writer) shareAt(p survey.Proportion) indicator.Value {
	if p.Knowledge == survey.FromPercentages {
		return p.Printed
	}
	return percentAt(p.Share.Result)
}

// barPages parts groups of bars so that no picture has more rows than fit; a group that is longer is cut.
func barPages(groups []BarGroup) [][]BarGroup {
	var pages [][]BarGroup
	room := 0
	for _, g := range groups {
		for len(g.Rows) > 0 {
			if room <= 0 || len(g.Rows) > room && len(g.Rows) <= mostRows {
				pages, room = append(pages, nil), mostRows
			}
			n := min(room, len(g.Rows))
			last := len(pages) - 1
			pages[last] = append(pages[last], BarGroup{Title: g.Title, Rows: g.Rows[:n]})
			g.Rows, room = g.Rows[n:], room-n
		}
	}
	return pages
}
