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
			{Text: w.word("basis", string(r.Basis), "")},
			{Text: w.count(r.Looked)},
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
