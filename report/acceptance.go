package report

import (
	"github.com/planeval/planeval/evaluate"
)

// acceptance is chapter 5: the groups that the plan concerns.
func (w *writer) acceptance() Section {
	s := Section{ID: "ch5", Title: w.say("ch5.title", "plan", w.plan())}
	t := Table{
		ID:      "acceptance",
		Caption: w.say("acceptance.caption"),
		Columns: columns([]string{w.say("column.group"), w.say("column.form"), w.say("column.evidence"), w.say("column.facts-stated")}),
	}
	for _, a := range w.e.Plan.Acceptance {
		evidence, form := Cell{Text: w.t(a.Evidence)}, Cell{Text: w.word("acceptance-form", string(a.Form), "unstated")}
		switch {
		case a.Evidence == "":
			evidence, form = Cell{Text: w.say("acceptance.none"), State: string(evaluate.NotMet)}, Cell{Text: missing}
		case a.Form == evaluate.FormUnstated:
			form.State = "unknown"
		}
		t.Rows = append(t.Rows, []Cell{{Text: capital(w.t(a.Group))}, form, evidence, {Text: w.factList(a.Facts)}})
	}
	s.Blocks = blocks(t, w.acceptedTable())
	return s
}

// intervalText words the bounds that a majority is judged by, in per cent; they are the same where everybody was asked, and
// empty where there are none.
func (w *writer) intervalText(low, high string) string {
	switch {
	case low == "":
		return w.say("accepted.no-interval")
	case low == high:
		return w.say("accepted.census", "low", w.digits(low)+"%")
	}
	return w.say("accepted.interval", "low", w.digits(low)+"%", "high", w.digits(high)+"%")
}

// acceptedTable holds the answers that show acceptance, and whether they are a majority beyond sampling error.
func (w *writer) acceptedTable() Table {
	t := Table{ID: "accepted", Caption: w.say("accepted.caption")}
	if len(w.e.Acceptance) == 0 {
		return t
	}
	// All surveys of an evaluation are tabulated alike.
	t.Columns = columns([]string{
		w.say("column.group"), w.say("column.question"), w.say("column.option"), w.say("column.share"),
		w.say("column.share-interval", "confidence", w.confidence(w.e.Surveys[0].Options)), w.say("column.base"), w.say("column.majority"),
	}, 3, 4)
	for _, s := range w.e.Acceptance {
		group := ""
		if i, ok := index(s.Path, "/acceptance/"); ok && i < len(w.e.Plan.Acceptance) {
			group = capital(w.t(w.e.Plan.Acceptance[i].Group))
		}
		status := s.Majority()
		t.Rows = append(t.Rows, []Cell{
			{Text: group}, {Text: w.t(s.Question)}, {Text: or(w.t(s.Proportion.Option), w.say("column.top"))},
			{Text: w.printedShare(s.Proportion)}, {Text: w.reach(s.Proportion.Interval)}, w.baseCell(s.Base, s.Caution),
			{Text: w.word("accepted", string(status), "unknown"), State: or(string(status), "unknown")},
		})
	}
	t.Notes = []string{w.say("accepted.note")}
	return t
}
