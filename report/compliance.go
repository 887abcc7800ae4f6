package report

import (
	"slices"
	"strconv"
	"strings"

	"github.com/planeval/planeval/evaluate"
	"github.com/planeval/planeval/indicator"
)

// compliance is appendix A: every rule that ran with its result, every finding, and what was not looked at.
func (w *writer) compliance() Section {
	rules := Section{ID: "rules", Title: w.say("rules.title")}
	if len(w.e.Runs) > 0 {
		rules.Blocks = append(blocks(Paragraph{Text: w.statusCounts()}), w.ruleCounts()...)
		rules.Blocks = append(rules.Blocks, blocks(w.rulesTable(), items(w.say("rules.note-statuses"), w.say("rules.note-unseen"),
			w.say("rules.note-basis"), w.say("rules.note-evidence"), w.say("rules.note-margin")))...)
	}
	return Section{
		ID: "appendix-a", Title: w.say("compliance.title"),
		Sections: []Section{
			rules,
			{ID: "findings", Title: w.say("findings.title"), Blocks: blocks(w.findingsTable())},
			{ID: "gaps", Title: w.say("gaps.title"), Blocks: w.limits()},
		},
	}
}

// otherGroup holds the rules of a caller that name no group of this module.
const otherGroup = "other"

func groupOf(r evaluate.Run) string {
	if slices.Contains(evaluate.Groups(), r.Group) {
		return string(r.Group)
	}
	return otherGroup
}

// groups returns the groups that have a rule which ran.
func (w *writer) groups() []string {
	var present []string
	for _, g := range append(evaluate.Groups(), otherGroup) {
		if slices.ContainsFunc(w.e.Runs, func(r evaluate.Run) bool { return groupOf(r) == string(g) }) {
			present = append(present, string(g))
		}
	}
	return present
}

// statusCounts says how many rules came to which status.
func (w *writer) statusCounts() string {
	counts := map[evaluate.Status]int{}
	for _, r := range w.e.Runs {
		counts[r.Status]++
	}
	var parts []string
	for _, s := range []evaluate.Status{evaluate.Met, evaluate.NotMet, evaluate.Unknown, evaluate.NotApplicable} {
		parts = append(parts, w.say("rules.count", "status", w.statusWord(s), "count", w.count(counts[s])))
	}
	return w.say("rules.counts", "rules", w.count(len(w.e.Runs)), "counts", w.list(parts...), "findings", w.count(len(w.e.Findings)))
}

func (w *writer) rulesTable() Table {
	t := Table{
		ID:      "rules",
		Caption: w.say("rules.title"),
		Columns: columns([]string{
			w.say("column.rule-group"), w.say("column.rule"), w.say("column.id"), w.say("column.basis"), w.say("column.looked"),
			w.say("column.severity"), w.say("column.status"), w.say("column.found"),
		}, 7),
	}
	for _, group := range w.groups() {
		for _, r := range w.e.Runs {
			if groupOf(r) != group {
				continue
			}
			t.Rows = append(t.Rows, []Cell{
				{Text: capital(w.word("group", group, ""))},
				{Text: w.word("rule", r.Rule, "")},
				{Text: w.t(r.Rule) + " " + strconv.Itoa(r.Revision)},
				{Text: w.bases(r.Basis)},
				{Text: w.looked(r)},
				{Text: w.word("severity", string(r.Severity), "")},
				w.statusCell(r.Status, w.t(r.Exempt), w.margin(r.Status, r.Margin)),
				{Text: w.count(r.Findings)},
			})
		}
	}
	return inGroups(t)
}

// looked says what a rule looked at or, where there was nothing to look at, what there was not.
func (w *writer) looked(r evaluate.Run) string {
	if r.Status == evaluate.NotApplicable && r.Exempt == "" && w.has("inapplicable", r.Rule) {
		return w.word("inapplicable", r.Rule, "")
	}
	return w.evidence(r.Evidence)
}

// statusCell is a status with remarks in parentheses.
func (w *writer) statusCell(s evaluate.Status, remarks ...string) Cell {
	return Cell{Text: w.statusWord(s) + w.paren(w.remarks(remarks...)), State: or(string(s), "unknown")}
}

func (w *writer) statusWord(s evaluate.Status) string { return w.word("status", string(s), "unknown") }

// margin says by how much something was met or not met; where it could not be decided, nothing is said.
func (w *writer) margin(s evaluate.Status, m *evaluate.Margin) string {
	if m == nil || m.By == nil || m.By.Missing() != indicator.Present {
		return ""
	}
	unit := indicator.DifferenceUnit(m.Unit)
	number := unsigned(fixedIn(m.By, unit))
	amount, zero := w.amount(number, unit), strings.Trim(number, "0.") == ""
	switch {
	case s == evaluate.Met && zero:
		return w.say("margin.none")
	case s == evaluate.Met:
		return w.say("margin.spare", "amount", amount)
	case s == evaluate.NotMet && !zero:
		return w.say("margin.short", "amount", amount)
	}
	return ""
}

func (w *writer) findingsTable() Table {
	t := Table{
		ID:      "findings",
		Caption: w.say("findings.caption"),
		Columns: columns([]string{
			w.say("column.number"), w.say("column.severity"), w.say("column.found"), w.say("column.status"), w.say("column.rule-id"),
			w.say("column.path"),
		}, 0),
		Notes: []string{w.say("findings.note")},
	}
	for i, f := range w.e.Findings {
		t.Rows = append(t.Rows, []Cell{
			{Text: strconv.Itoa(i + 1)}, {Text: w.word("severity", string(f.Severity), "")}, {Text: w.findingText(f)},
			w.statusCell(f.Status, w.margin(f.Status, f.Margin)), {Text: f.Rule}, {Text: w.t(f.Path)},
		})
	}
	return t
}

// limits lists the parts of the plan that were not to be had, and the rules that the plan says do not apply.
func (w *writer) limits() []Block {
	unseen := Table{
		ID:      "unseen",
		Caption: w.say("unseen.caption"),
		Columns: columns([]string{w.say("column.part"), w.say("column.reason"), w.say("column.source"), w.say("column.path")}),
	}
	for _, u := range w.e.Plan.Unseen {
		unseen.Rows = append(unseen.Rows, texts(w.place(u.Path), w.t(u.Reason), or(w.t(u.Source), missing), w.t(u.Path)))
	}
	exempt := Table{
		ID:      "exemptions",
		Caption: w.say("exemptions.caption"),
		Columns: columns([]string{w.say("column.rule"), w.say("column.reason"), w.say("column.source"), w.say("column.rule-id")}),
	}
	for _, x := range w.e.Plan.Exemptions {
		exempt.Rows = append(exempt.Rows, texts(w.word("rule", x.Rule, ""), w.t(x.Reason), or(w.t(x.Source), missing), w.t(x.Rule)))
	}
	nothingUnseen, nothingExempt := "", ""
	if len(unseen.Rows) == 0 {
		nothingUnseen = w.say("unseen.none")
	}
	if len(exempt.Rows) == 0 {
		nothingExempt = w.say("exemptions.none")
	}
	return blocks(Paragraph{Text: nothingUnseen}, unseen, Paragraph{Text: nothingExempt}, exempt)
}
