package report

import (
	"slices"

	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/survey"
)

// surveyWorkings are the workings of rates and shares, of the counts that can stand behind printed percentages, and of
// intervals.
func (w *writer) surveyWorkings() Table {
	t := w.workingTable("workings-surveys", w.say("workings.surveys"))
	for i, s := range w.e.Surveys {
		if i >= len(w.e.Plan.Surveys) {
			break
		}
		plan := w.e.Plan.Surveys[i]
		w.addWorkings(&t, w.t(plan.Title), working{w.say("column.return-rate"), s.ReturnRate},
			working{w.say("column.validity-rate"), s.ValidityRate}, working{w.say("column.valid-return-rate"), s.ValidReturnRate})
		for k, q := range s.Questions {
			text := q.Question
			if k < len(plan.Questions) {
				text = plan.Questions[k].Text
			}
			interval := w.say("column.share-interval", "confidence", w.confidence(s.Options))
			for _, p := range q.Proportions {
				w.addShare(&t, w.t(text), interval, q, p)
			}
		}
	}
	return t
}

// addShare adds the working of a share and, of a printed percentage, those of the least and the most count that can stand
// behind it; below them its interval, if it has one.
func (w *writer) addShare(t *Table, question, interval string, d survey.Distribution, p survey.Proportion) {
	least, most, some := p.Counts()
	if p.Knowledge == survey.FromPercentages && some && d.Caution != survey.BaseWithheld {
		text := w.working(shareOf(least, d.Base.Value))
		if least.Cmp(most) != 0 {
			text = w.say("interval.range", "low", text, "high", w.working(shareOf(most, d.Base.Value)))
		}
		t.Rows = append(t.Rows, texts(question, capital(w.t(p.Option)), w.say("working.printed", "working", text, "printed", w.printedShare(p)),
			or(w.symbols(slices.DeleteFunc(slices.Clone(p.Share.Inputs), func(i indicator.Input) bool { return i.Value.IsZero() })...), missing)))
	} else {
		w.addWorkings(t, question, working{w.t(p.Option), p.Share})
	}
	if p.Interval.Missing() == indicator.Present {
		t.Rows = append(t.Rows, texts(question, interval,
			w.say("working.interval", "method", w.word("interval", string(p.Interval.Method), ""),
				"n", w.digits(p.Interval.Size.Decimal(places, indicator.HalfUp).String()), "interval", w.reach(p.Interval)), missing))
	}
}

// shareOf is the share of a count.
func shareOf(count, base indicator.Value) indicator.Figure {
	return indicator.Figure{
		Formula: indicator.FormulaShare,
		Inputs:  []indicator.Input{{Symbol: "x", Value: count}, {Symbol: "n", Value: base}},
		Result:  indicator.NewRatio(count, base, indicator.NoCount),
	}
}
