package report

import (
	"github.com/planeval/planeval/evaluate"
	"github.com/planeval/planeval/task"
)

// ledgerTable is the roll-up by the department that leads, with whether it has returned its self-assessment. A column
// in which there is nothing but zeros, or nothing stated, is left out.
func (w *writer) ledgerTable() Table {
	titles := append([]string{w.say("column.department"), w.say("column.leads"), w.say("column.supports")}, w.tallyTitles()...)
	t := Table{
		ID:      "ledger",
		Caption: w.say("ledger.caption"),
		Columns: columns(append(titles, w.say("column.self-assessment")), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10),
	}
	var silent []string
	for i, d := range w.e.Tasks.Departments {
		assessment := task.SelfAssessment{State: d.SelfAssessment}
		if i < len(w.e.Plan.Departments) {
			assessment = w.e.Plan.Departments[i].SelfAssessment
		}
		t.Rows = append(t.Rows, append(w.tallyRow(w.departmentName(d.Code), d.Tally, d.Supports), w.selfAssessment(assessment)))
		if d.Silent {
			silent = append(silent, w.departmentName(d.Code))
		}
	}
	if w.e.Tasks.Unled.Tasks > 0 {
		row := w.tallyRow(w.say("ledger.unled"), w.e.Tasks.Unled, 0)
		row[2].Text = missing
		t.Rows = append(t.Rows, append(row, Cell{Text: missing}))
	}
	all := len(t.Columns)
	t = telling(t, 2, w.count(0), missing, w.say("not-stated"))
	if len(t.Columns) < all {
		t.Notes = append(t.Notes, w.say("ledger.note-left"))
	}
	if len(silent) > 0 {
		t.Notes = append(t.Notes, w.say("ledger.note-silent", "departments", w.list(silent...)))
	}
	t.Notes = append(t.Notes, w.unledNotes()...)
	return t
}

// selfAssessment says whether a department has returned its self-assessment, and when.
func (w *writer) selfAssessment(s task.SelfAssessment) Cell {
	cell := Cell{Text: w.say("not-stated")}
	switch s.State {
	case task.Returned:
		cell = Cell{Text: w.say("self-assessment.returned") + w.paren(w.period(s.On)), State: string(evaluate.Met)}
	case task.NotReturned:
		cell = Cell{Text: w.say("self-assessment.missing"), State: string(evaluate.NotMet)}
	}
	return cell
}
