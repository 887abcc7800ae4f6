package report

import (
	"github.com/planeval/planeval/evaluate"
	"github.com/planeval/planeval/indicator"
)

// Summary returns the evaluation on one page, as a terminal shows it: a table of the indicators, the outcome declared
// and the one that the data support, the findings in short, those of one rule joined, and the totals of the scores that the
// options hold.
func Summary(e *evaluate.Evaluation, o Options) Document {
	w := newWriter(e, o)
	d := Document{
		Language: w.tag,
		Title:    w.say("report.title", "plan", w.planTitle()),
		Subtitle: w.byline(),
		Blocks: blocks(
			Paragraph{Text: w.asOf() + w.say("mark.stop")},
			w.summaryTable(),
			Paragraph{Text: w.counts()},
			Paragraph{Lead: w.lead(w.say("outcome.lead")), Text: w.bothOutcomes()},
		),
	}
	for _, severity := range evaluate.Severities() {
		if list := w.shortFindings(severity); len(list) > 0 {
			d.Sections = append(d.Sections, Section{
				ID: string(severity), Title: w.say("summary.findings", "severity", w.word("severity", string(severity), "")),
				Blocks: blocks(items(list...)),
			})
		}
	}
	if scores := w.scoreTotals(); len(scores) > 0 {
		d.Sections = append(d.Sections, Section{ID: "scores", Title: w.say("scores.title"), Blocks: scores})
	}
	d.Sections = append(d.Sections, Section{
		ID: "more", Title: w.say("summary.more-title"), Blocks: blocks(Paragraph{Text: w.say("summary.more")}),
	})
	inPart(Front, d.Sections...)
	w.finish(&d)
	return d
}

// summaryTable holds one row for each indicator.
func (w *writer) summaryTable() Table {
	t := Table{
		ID:      "indicators",
		Caption: w.say("summary.caption"),
		Columns: columns([]string{
			w.say("column.indicator"), w.say("column.target"), w.say("column.actual"), w.say("column.year"),
			w.say("column.attainment"), w.say("column.progress-elapsed"), w.say("column.needed"), w.say("column.verdict"),
		}, 1, 2, 4, 5, 6),
	}
	for i := range w.e.Indicators {
		a := &w.e.Indicators[i]
		m := &a.Measurement
		actual, year := w.reason(indicator.NoObservation), missing
		switch {
		case m.IsRate() && m.MeanRate().Missing() == indicator.Present:
			actual, year = w.bare(m.MeanRate(), a.Indicator.Unit), w.run(m)
		case m.IsRate():
			actual = w.reason(m.MeanRate().Missing())
		case !a.Actual.Value.IsZero():
			actual, year = w.value(a.Actual.Value), w.bareYear(a.Actual.Period)
		}
		if why := m.Reached().Missing(); m.IsSum() && why != indicator.Present {
			actual = w.reason(why)
		}
		advance := missing
		if n := progress(m); n.Missing() == indicator.Present && a.Elapsed().Missing() == indicator.Present {
			advance = w.percent(n) + " / " + w.share(a)
		}
		required := missing
		if a.RequiredGrowth().Missing() == indicator.Present {
			required = w.percent(a.RequiredGrowth())
		}
		t.Rows = append(t.Rows, []Cell{
			{Text: w.indicatorName(a.Indicator)}, {Text: w.target(a.Target, "")}, {Text: actual}, {Text: year},
			{Text: w.percent(attainment(m))}, {Text: advance}, {Text: required}, w.judged(verdictOf(a)),
		})
	}
	return t
}

// bareYear is a year without a word beside it, or another period in words.
func (w *writer) bareYear(p indicator.Period) string {
	if p.IsYear() {
		return p.String()
	}
	return w.period(p)
}
