package report

import (
	"slices"
	"strconv"

	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/survey"
)

// sharesTable holds the shares of every option with their intervals, counts and base, and what each rests on.
func (w *writer) sharesTable(s survey.Survey, tabulation survey.Tabulation) Table {
	o := tabulation.Options
	t := Table{
		ID:      "survey-" + s.Code + "-shares",
		Caption: w.say("survey-shares.caption") + w.which(s),
		Columns: columns([]string{
			w.say("column.question"), w.say("column.option"), w.say("column.share"), w.say("column.share-interval", "confidence", w.confidence(o)),
			w.say("column.of-responses"), w.say("column.answers"), w.say("column.base"), w.say("column.knowledge"),
		}, 2, 3, 4, 5),
	}
	var has sharesShown
	for i, d := range tabulation.Questions {
		if i >= len(s.Questions) {
			break
		}
		q := s.Questions[i]
		has.caution = has.caution || d.Caution != survey.BaseLarge
		for k, p := range d.Proportions {
			tally := survey.Tally{}
			if k < len(q.Tallies) {
				tally = q.Tallies[k]
			}
			has.interval = has.interval || p.Interval.Missing() == indicator.Present
			has.printed = has.printed || p.Knowledge == survey.FromPercentages
			knowledge := Cell{Text: w.word("knowledge", string(p.Knowledge), "unknown")}
			if p.Agreement != survey.Unchecked {
				knowledge.Text += w.paren(w.word("agreement", string(p.Agreement), ""))
				knowledge.State = shareState(p.Agreement)
			}
			ofResponses := ""
			if p.OfResponses != nil {
				ofResponses = w.figure(*p.OfResponses)
				has.ticks = has.ticks || p.OfResponses.Result.Missing() == indicator.Present
			}
			t.Rows = append(t.Rows, []Cell{
				{Text: w.t(q.Text)}, {Text: w.t(p.Option) + w.paren(w.t(tally.Note))}, {Text: w.printedShare(p)},
				{Text: w.reach(p.Interval)}, {Text: ofResponses}, w.answers(d, p, tally), w.baseCell(d.Base, d.Caution), knowledge,
			})
		}
	}
	t.Notes = w.sharesNotes(s, o, has)
	if !has.ticks {
		t = withoutColumn(t, 4)
	}
	return t
}

// confidence prints the level of confidence in per cent, without zeros behind the point.
func (w *writer) confidence(o survey.Options) string {
	return o.Confidence.Ratio(indicator.NotDefined).Percent(4, indicator.HalfUp).String()
}

// sharesShown is what a table of shares has to explain.
type sharesShown struct{ printed, interval, caution, ticks bool }

// sharesNotes say how the intervals were computed, and where a base is too small which are.
func (w *writer) sharesNotes(s survey.Survey, o survey.Options, has sharesShown) []string {
	var notes []string
	if has.printed {
		notes = append(notes, w.say("survey-shares.note"))
	}
	if has.interval {
		notes = append(notes, w.say("survey-shares.interval", "confidence", w.confidence(o), "method", w.word("interval", string(o.Method), "")))
	}
	if has.interval && !s.Population.IsZero() {
		notes = append(notes, w.say("survey-shares.finite", "population", w.value(s.Population)))
	}
	if has.caution {
		notes = append(notes, w.say("survey-shares.bases", "small", w.count(max(o.SmallBase, 0)), "least", w.count(max(o.LeastBase, 0)),
			"mark", w.word("caution", string(survey.BaseSmall), "")))
	}
	return notes
}

// reach prints both bounds of an interval in per cent, or why there are none.
func (w *writer) reach(i survey.Interval) string {
	if why := i.Missing(); why != indicator.Present {
		return w.reason(why)
	}
	return w.say("interval.range", "low", w.percent(i.Low), "high", w.percent(i.High))
}

// answers prints how many chose an option: as stated, or the counts that can stand behind the printed percentage.
func (w *writer) answers(d survey.Distribution, p survey.Proportion, tally survey.Tally) Cell {
	least, most, some := p.Counts()
	switch {
	case d.Caution == survey.BaseWithheld:
		return Cell{Text: w.word("caution", string(d.Caution), "")}
	case !tally.Count.IsZero():
		return Cell{Text: w.value(tally.Count)}
	case some && least.Cmp(most) == 0:
		return Cell{Text: w.say("count.derived", "counts", w.value(least))}
	case some:
		return Cell{Text: w.say("count.derived", "counts", w.say("count.range", "least", w.value(least), "most", w.value(most)))}
	case len(p.Behind) > 0:
		return Cell{Text: w.reason(indicator.NoWholeCount), State: "not-met"}
	}
	return Cell{Text: w.say("not-stated")}
}

// baseCell prints the base, and warns where it is small.
func (w *writer) baseCell(b survey.BaseCount, caution survey.Caution) Cell {
	cell := Cell{Text: w.base(b)}
	var remarks []string
	if b.Effective.Missing() == indicator.Present {
		remarks = append(remarks, w.say("base.effective", "size", w.digits(b.Effective.Decimal(1, indicator.HalfUp).StringFixed(1))))
	}
	if caution != survey.BaseLarge {
		cell.State = "unknown"
		remarks = append(remarks, w.word("caution", string(caution), ""))
	}
	cell.Text += w.paren(w.remarks(remarks...))
	return cell
}

// shareState is the status of a printed share that was held against its count.
func shareState(a survey.Agreement) string {
	if a == survey.Consistent {
		return "met"
	}
	return "not-met"
}

// printedShare prints a share computed from counts, beside the printed one where they differ, or the printed one.
func (w *writer) printedShare(p survey.Proportion) string {
	printed := ""
	if !p.Printed.IsZero() {
		printed = w.value(p.Printed) + "%"
	}
	switch {
	case p.Knowledge == survey.FromPercentages:
		return printed
	case p.Agreement == survey.Contradictory || p.Agreement == survey.OnlyTruncated:
		return w.figure(p.Share) + w.paren(w.say("share.printed", "printed", printed))
	}
	return w.figure(p.Share)
}

func (w *writer) base(b survey.BaseCount) string {
	if b.Value.IsZero() {
		return w.reason(b.Missing)
	}
	return w.colon(w.word("count", string(b.Count), ""), w.value(b.Value))
}

// printing says by which rounding the printed percentages can be shares of whole counts, and of which bases.
func (w *writer) printing(p survey.Printing) string {
	if p.Tested == 0 {
		return ""
	}
	sentences := []string{w.say("printing.tested", "count", w.count(p.Tested), "places", w.count(p.Places))}
	for i := 0; i < len(p.Modes); {
		m, modes := p.Modes[i], []string(nil)
		for ; i < len(p.Modes) && slices.Equal(p.Modes[i].Impossible, m.Impossible) && slices.Equal(p.Modes[i].Bases, m.Bases); i++ {
			modes = append(modes, w.word("rounding", p.Modes[i].Rounding.String(), ""))
		}
		sentences = append(sentences, w.printedBy(p, m, w.or(modes...)))
	}
	return w.sentences(sentences...)
}

// printedBy says what modes that come to the same make of the printed percentages.
func (w *writer) printedBy(p survey.Printing, m survey.PrintingMode, modes string) string {
	percents := make([]string, 0, len(m.Impossible))
	for _, s := range m.Impossible {
		percents = append(percents, w.value(s.Read)+"%")
	}
	parts := []string{w.say("printing.all", "modes", modes)}
	if len(percents) > 0 {
		parts[0] = w.say("printing.some", "modes", modes, "count", w.count(len(percents)), "percents", w.list(percents...))
	}
	const shown = 5
	bases := make([]string, 0, shown)
	for _, n := range m.Bases[:min(len(m.Bases), shown)] {
		bases = append(bases, w.digits(strconv.FormatInt(n, 10)))
	}
	largest := w.digits(strconv.FormatInt(p.Largest, 10))
	switch {
	case p.Largest == 0 || len(percents) > 0:
	case len(m.Bases) > shown:
		parts = append(parts, w.say("printing.bases-many", "largest", largest, "count", w.count(len(m.Bases))))
	case len(bases) > 0:
		parts = append(parts, w.say("printing.bases", "largest", largest, "bases", w.and(bases...)))
	}
	return capital(w.clauses(parts...)) + w.say("mark.stop")
}
