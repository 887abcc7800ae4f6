package report

import (
	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/survey"
)

// scalesTable holds what the answers to scales show.
func (w *writer) scalesTable(s survey.Survey, tabulation survey.Tabulation) Table {
	o := tabulation.Options
	t := Table{
		ID:      "survey-" + s.Code + "-scales",
		Caption: w.say("survey-scales.caption") + w.which(s),
		Columns: columns([]string{
			w.say("column.question"), w.say("column.base"), w.say("column.outside"), w.say("column.top"), w.say("column.share-interval", "confidence", w.confidence(o)),
			w.say("column.bottom"), w.say("column.net"), w.say("column.mean"), w.say("column.mean-interval", "confidence", w.confidence(o)),
			w.say("column.scaled"), w.say("column.satisfaction"), w.say("column.net-promoter"),
		}, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11),
	}
	for i, d := range tabulation.Questions {
		if d.Scale == nil || i >= len(s.Questions) {
			continue
		}
		r, q := d.Scale, s.Questions[i]
		satisfaction := w.defined(r.Satisfaction)
		if satisfaction != "" {
			satisfaction += w.paren(w.word("satisfaction", string(q.Satisfaction), ""))
		}
		t.Rows = append(t.Rows, []Cell{
			{Text: w.t(q.Text)}, w.baseCell(d.Base, d.Caution), {Text: w.value(d.Base.Outside)}, {Text: w.defined(r.Top)}, {Text: w.definedInterval(r.TopInterval)},
			{Text: w.defined(r.Bottom)}, {Text: w.defined(r.Net)}, {Text: w.defined(r.Mean)}, {Text: w.meanInterval(r.MeanInterval)},
			{Text: w.defined(r.Scaled)}, {Text: satisfaction}, {Text: w.netPromoter(r)},
		})
	}
	t.Notes = []string{w.say("survey-scales.note")}
	return telling(t, 2, "")
}

// defined prints a figure, and nothing where the scale is of another form.
func (w *writer) defined(f indicator.Figure) string {
	if f.Result == nil || f.Result.Missing() == indicator.NotDefined {
		return ""
	}
	return w.figure(f)
}

func (w *writer) definedInterval(i survey.Interval) string {
	if i.Missing() == indicator.NotDefined {
		return ""
	}
	return w.reach(i)
}

// meanInterval prints the bounds of a mean score.
func (w *writer) meanInterval(i survey.Interval) string {
	switch why := i.Missing(); why {
	case indicator.Present:
		return w.say("interval.range", "low", w.plain(i.Low), "high", w.plain(i.High))
	case indicator.NotDefined:
		return ""
	default:
		return w.reason(why)
	}
}

// netPromoter prints the score with its interval, in percentage points.
func (w *writer) netPromoter(r *survey.ScaleResult) string {
	score := w.defined(r.NetPromoter)
	if score == "" || r.NetPromoterInterval.Missing() != indicator.Present {
		return score
	}
	i := r.NetPromoterInterval
	return score + w.paren(w.say("interval.range", "low", w.points(i.Low), "high", w.points(i.High)))
}
