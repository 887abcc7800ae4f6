package report

import (
	"github.com/planeval/planeval/evaluate"
)

// ruleCounts shows how many rules of each group came to which status, as a chart and a table.
func (w *writer) ruleCounts() []Block {
	statuses := []evaluate.Status{evaluate.Met, evaluate.NotMet, evaluate.Unknown, evaluate.NotApplicable}
	t := Table{ID: "rule-counts", Caption: w.say("rule-counts.caption"), Columns: []Column{{Title: w.say("column.rule-group")}, {Title: w.say("column.rules"), Align: End}}}
	c := Chart{
		ID: "rules", Caption: w.say("rule-counts.caption"), Summary: w.say("rule-counts.summary"), Tables: []string{t.ID}, Notes: []string{w.say("rule-counts.note")},
	}
	for _, s := range statuses {
		t.Columns = append(t.Columns, Column{Title: capital(w.statusWord(s)), Align: End})
	}
	var strips []Strip
	total := map[evaluate.Status]int{}
	for _, group := range w.groups() {
		counts := map[evaluate.Status]int{}
		for _, r := range w.e.Runs {
			if groupOf(r) == group {
				counts[r.Status]++
				total[r.Status]++
			}
		}
		name := capital(w.word("group", group, ""))
		strip := Strip{Name: name}
		for i, state := range statusStates(statuses) {
			if n := counts[statuses[i]]; n > 0 {
				strip.Parts = append(strip.Parts, StripPart{State: state, Count: n, Text: w.say("rules.count", "status", w.statusWord(statuses[i]), "count", w.count(n))})
			}
		}
		strips = append(strips, strip)
		t.Rows = append(t.Rows, w.ruleCountRow(name, statuses, counts))
	}
	if len(t.Rows) == 0 {
		return nil
	}
	t.Rows = append(t.Rows, w.ruleCountRow(w.say("total"), statuses, total))
	c.Plot = Strips{Rows: strips}
	return []Block{c, t}
}

func (w *writer) ruleCountRow(name string, statuses []evaluate.Status, counts map[evaluate.Status]int) []Cell {
	sum, row := 0, texts(name, "")
	for _, s := range statuses {
		sum += counts[s]
		row = append(row, Cell{Text: w.count(counts[s])})
	}
	row[1].Text = w.count(sum)
	return row
}

// statusStates are the states of cells for statuses.
func statusStates(statuses []evaluate.Status) []string {
	var list []string
	for _, s := range statuses {
		list = append(list, or(string(s), "unknown"))
	}
	return list
}
