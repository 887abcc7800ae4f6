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

// crossTables are the cross tables of a survey, each with its test.
func (w *writer) crossTables(s survey.Survey, tabulation survey.Tabulation) []Block {
	var tables []Table
	for i, a := range tabulation.CrossTables {
		texts, weighted := map[string]string{}, false
		for _, q := range s.Questions {
			texts[q.Code] = w.t(q.Text)
			weighted = weighted || q.Weights != nil && (q.Code == a.Rows || q.Code == a.Columns)
		}
		t := Table{
			ID:      "survey-" + s.Code + "-cross-" + w.count(i+1),
			Caption: w.say("survey-cross.caption", "rows", texts[a.Rows], "columns", texts[a.Columns]),
			Columns: []Column{{Title: w.say("column.option")}},
			Rows:    [][]Cell{{{Text: w.say("survey-cross.base")}}},
			Notes:   []string{w.association(a)},
		}
		withheld := false
		for _, g := range a.Groups {
			t.Columns = append(t.Columns, Column{Title: w.t(g.Option), Align: End})
			base := Cell{Text: w.value(g.Base)}
			switch g.Caution {
			case survey.BaseWithheld:
				withheld = true
				base = Cell{Text: w.word("caution", string(g.Caution), ""), State: "unknown"}
			case survey.BaseSmall:
				base = Cell{Text: base.Text + w.paren(w.word("caution", string(g.Caution), "")), State: "unknown"}
			}
			t.Rows[0] = append(t.Rows[0], base)
			for k, p := range g.Proportions {
				if k+1 == len(t.Rows) {
					t.Rows = append(t.Rows, []Cell{{Text: w.t(p.Option)}})
				}
				share := Cell{Text: w.figure(p.Share)}
				if g.Caution == survey.BaseWithheld {
					share.Text = w.word("caution", string(g.Caution), "")
				}
				if p.Interval.Missing() == indicator.Present {
					share.Text += w.paren(w.reach(p.Interval))
				}
				t.Rows[k+1] = append(t.Rows[k+1], share)
			}
		}
		if weighted {
			t.Notes = append(t.Notes, w.say("survey-cross.unweighted"))
		}
		if withheld {
			t.Notes = append(t.Notes, w.say("survey-cross.withheld"))
		}
		tables = append(tables, t)
	}
	all := make([]Block, 0, len(tables))
	for _, t := range tables {
		all = append(all, t)
	}
	return all
}

// association words the test of a cross table, or why there is none.
func (w *writer) association(a survey.Association) string {
	if why := a.ChiSquare.Missing(); why != indicator.Present {
		return w.say("survey-cross.untested", "reason", w.reason(why))
	}
	const digits = 4
	number := func(n indicator.Number) string {
		return w.present(n, func() string { return w.digits(n.Decimal(digits, indicator.HalfUp).StringFixed(digits)) })
	}
	p := w.say("p.exactly", "p", number(a.P))
	if why := a.P.Missing(); why != indicator.Present {
		p = w.say("p.missing", "reason", w.reason(why))
	} else if a.P.Cmp(indicator.IntRatio(1, 20_000)) < 0 { // which rounds to nothing
		p = w.say("p.below", "p", number(indicator.IntRatio(1, 10_000)))
	}
	return w.say("survey-cross.tested", "square", number(a.ChiSquare), "freedom", w.count(a.Freedom), "p", p, "v", number(a.CramerV))
}
