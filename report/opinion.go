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
		all = append(all, blocks(Paragraph{Text: w.surveyed(s)}, w.countsTable(s, tabulation), w.responseTable(s, tabulation))...)
		all = append(all, w.shareCharts(s, tabulation)...)
		all = append(all, blocks(
			w.sharesTable(s, tabulation), Paragraph{Text: w.printing(tabulation.Printing)}, w.scalesTable(s, tabulation),
		)...)
		all = append(all, w.crossTables(s, tabulation)...)
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

// responseTable holds the response rates, where it is known what became of every case.
func (w *writer) responseTable(s survey.Survey, tabulation survey.Tabulation) Table {
	t := Table{ID: "survey-" + s.Code + "-rates", Caption: w.say("survey-rates.caption") + w.which(s)}
	if len(tabulation.ResponseRates) == 0 {
		return t
	}
	row := make([]Cell, 0, len(tabulation.ResponseRates))
	for i, f := range tabulation.ResponseRates {
		t.Columns = append(t.Columns, Column{Title: "RR" + w.count(i+1), Align: End})
		row = append(row, Cell{Text: w.figure(f)})
	}
	t.Rows = [][]Cell{row}
	note := w.say("survey-rates.unstated")
	if e := s.Dispositions.Eligible; !e.IsZero() {
		note = w.say("survey-rates.note", "eligible", e.Ratio(indicator.NoCount).Percent(places, indicator.HalfUp).String()+"%", "estimate", w.paren(w.t(s.Dispositions.Estimate)))
	}
	t.Notes = []string{note}
	return t
}
