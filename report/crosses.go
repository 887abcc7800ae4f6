package report

import (
	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/survey"
)

// crossTables are the cross tables of a survey, each with its test.
func (w *writer) crossTables(s survey.Survey, tabulation survey.Tabulation) []Block {
	all := make([]Block, 0, len(tabulation.CrossTables))
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
