package report

import (
	"strconv"

	"github.com/planeval/planeval/evaluate"
)

// compliance is appendix A: every rule that ran, and every finding.
func (w *writer) compliance() Section {
	return Section{
		ID: "appendix-a", Title: w.say("compliance.title"),
		Sections: []Section{
			{ID: "rules", Title: w.say("rules.title"), Blocks: blocks(w.rulesTable())},
			{ID: "findings", Title: w.say("findings.title"), Blocks: blocks(w.findingsTable())},
		},
	}
}

func (w *writer) rulesTable() Table {
	t := Table{
		ID:      "rules",
		Caption: w.say("rules.caption"),
		Columns: columns([]string{
			w.say("column.rule"), w.say("column.rule-id"), w.say("column.basis"), w.say("column.looked"), w.say("column.found"), w.say("column.status"),
		}, 3, 4),
		Notes: []string{w.say("rules.note")},
	}
	for _, r := range w.e.Runs {
		t.Rows = append(t.Rows, []Cell{
			{Text: w.word("rule", r.Rule, "")},
			{Text: r.Rule},
			{Text: w.bases(r.Basis)},
			{Text: w.count(len(r.Evidence))},
			{Text: w.count(r.Findings)},
			w.statusCell(r.Status),
		})
	}
	return t
}

func (w *writer) statusCell(s evaluate.Status) Cell {
	return Cell{Text: w.word("status", string(s), "unknown"), State: or(string(s), "unknown")}
}

func (w *writer) findingsTable() Table {
	t := Table{
		ID:      "findings",
		Caption: w.say("findings.caption"),
		Columns: columns([]string{
			w.say("column.number"), w.say("column.severity"), w.say("column.found"), w.say("column.status"), w.say("column.path"),
		}, 0),
		Notes: []string{w.say("findings.note")},
	}
	for i, f := range w.e.Findings {
		t.Rows = append(t.Rows, []Cell{
			{Text: strconv.Itoa(i + 1)}, {Text: w.word("severity", string(f.Severity), "")}, {Text: w.findingText(f)},
			w.statusCell(f.Status), {Text: w.t(f.Path)},
		})
	}
	return t
}

// bases words what demands a rule: the document with its clause, and whether that rests on general knowledge.
func (w *writer) bases(list []evaluate.Basis) string {
	var parts []string
	for _, b := range list {
		var remarks []string
		if b.General {
			remarks = append(remarks, w.say("pack.general"))
		}
		parts = append(parts, w.word("pack", string(b.Pack), "")+w.t(b.Clause)+w.paren(w.remarks(remarks...)))
	}
	return w.list(parts...)
}
