package report

import (
	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/survey"
)

// opinion is the third part of chapter 4: surveys, and what else is said of public opinion.
func (w *writer) opinion() []Block {
	var all []Block
	for i, tabulation := range w.e.Surveys {
		if i >= len(w.e.Plan.Surveys) {
			break
		}
		s := w.e.Plan.Surveys[i]
		all = append(all, blocks(
			Paragraph{Text: w.surveyed(s)}, w.countsTable(s, tabulation), w.sharesTable(s, tabulation),
		)...)
	}
	for _, o := range w.e.Plan.Opinions {
		all = append(all, blocks(Paragraph{Text: w.statementText(o)}, w.facts(o.Facts))...)
	}
	return all
}

// surveyed says what the survey was.
func (w *writer) surveyed(s survey.Survey) string {
	var parts []string
	if !s.Period.IsZero() {
		parts = append(parts, w.say("survey.period", "period", w.period(s.Period)))
	}
	if len(s.Groups) > 0 {
		parts = append(parts, w.say("survey.groups", "groups", w.and(w.ts(s.Groups)...)))
	}
	if len(s.Topics) > 0 {
		parts = append(parts, w.say("survey.topics", "topics", w.list(w.ts(s.Topics)...)))
	}
	return w.colon(capital(w.t(s.Title)), or(w.clauses(parts...), w.say("not-stated"))) + w.say("mark.stop")
}

// which names the survey in parentheses where there are several.
func (w *writer) which(s survey.Survey) string {
	if len(w.e.Plan.Surveys) < 2 {
		return ""
	}
	return w.paren(w.t(s.Title))
}

// countsTable holds how many questionnaires were sent, returned and valid, and the rates between them.
func (w *writer) countsTable(s survey.Survey, tabulation survey.Tabulation) Table {
	count := func(v indicator.Value) string {
		if v.IsZero() {
			return w.say("not-stated")
		}
		return w.value(v)
	}
	t := Table{
		ID:      "survey-" + s.Code,
		Caption: w.say("survey-counts.caption") + w.which(s),
		Columns: columns([]string{
			capital(w.word("count", "sent", "")), capital(w.word("count", "returned", "")), capital(w.word("count", "valid", "")),
			w.say("column.return-rate"), w.say("column.validity-rate"), w.say("column.valid-return-rate"),
		}, 0, 1, 2, 3, 4, 5),
		Rows: [][]Cell{texts(
			count(s.Sent), count(s.Returned), count(s.Valid),
			w.figure(tabulation.ReturnRate), w.figure(tabulation.ValidityRate), w.figure(tabulation.ValidReturnRate),
		)},
	}
	if note := w.t(s.Note); note != "" {
		t.Notes = append(t.Notes, note)
	}
	return t
}

// sharesTable holds the shares of every option, with the base and what each share rests on.
func (w *writer) sharesTable(s survey.Survey, tabulation survey.Tabulation) Table {
	t := Table{
		ID:      "survey-" + s.Code + "-shares",
		Caption: w.say("survey-shares.caption") + w.which(s),
		Columns: columns([]string{
			w.say("column.question"), w.say("column.option"), w.say("column.share"), w.say("column.answers"),
			w.say("column.base"), w.say("column.knowledge"),
		}, 2, 3),
		Notes: []string{w.say("survey-shares.note")},
	}
	for i, d := range tabulation.Questions {
		if i >= len(s.Questions) {
			break
		}
		q := s.Questions[i]
		for k, p := range d.Proportions {
			tally := survey.Tally{}
			if k < len(q.Tallies) {
				tally = q.Tallies[k]
			}
			knowledge := Cell{Text: w.word("knowledge", string(p.Knowledge), "unknown")}
			if p.Agreement != survey.Unchecked {
				knowledge.Text += w.paren(w.word("agreement", string(p.Agreement), ""))
				knowledge.State = shareState(p.Agreement)
			}
			t.Rows = append(t.Rows, []Cell{
				{Text: w.t(q.Text)}, {Text: w.t(p.Option) + w.paren(w.t(tally.Note))}, {Text: w.printedShare(p)},
				{Text: or(w.value(tally.Count), w.say("not-stated"))}, {Text: w.base(d.Base)}, knowledge,
			})
		}
	}
	return t
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
