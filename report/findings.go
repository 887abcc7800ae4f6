package report

import (
	"strings"

	"github.com/planeval/planeval/evaluate"
)

// findingText words one finding in a full sentence.
func (w *writer) findingText(f evaluate.Finding) string {
	if reason := first(f, "unseen"); reason != "" {
		return w.say("finding.unseen", "place", w.place(f.Path), "unseen", w.t(reason), "rule", w.word("rule", f.Rule, ""))
	}
	template, ok := w.template("found", f)
	if !ok {
		return w.plainFinding(f)
	}
	return strings.TrimSpace(fill(template, w.findingValues(f)))
}

// shortFindings words the findings of a severity in short, those of one rule and kind joined into one. What the outcome
// should be is said beside the list already.
func (w *writer) shortFindings(severity evaluate.Severity) []string {
	var heads []string
	things := map[string][]string{}
	for _, f := range w.e.Findings {
		if f.Severity != severity || f.Rule == "outcome.supported" {
			continue
		}
		head, thing := w.shortFinding(f)
		if _, ok := things[head]; !ok {
			heads = append(heads, head)
			things[head] = nil
		}
		if thing != "" {
			things[head] = append(things[head], thing)
		}
	}
	list := make([]string, 0, len(heads))
	for _, head := range heads {
		list = append(list, w.colon(head, w.clauses(things[head]...)))
	}
	return list
}

// shortFinding returns what is not in order, and the thing that it is said of.
func (w *writer) shortFinding(f evaluate.Finding) (head, thing string) {
	if first(f, "unseen") != "" {
		return w.say("finding.unseen-head"), w.word("rule", f.Rule, "")
	}
	template, ok := w.template("head", f)
	if !ok {
		return w.plainFinding(f), ""
	}
	head = fill(template, w.findingValues(f))
	if template, ok := w.template("item", f); ok {
		thing = fill(template, w.findingValues(f))
	}
	return head, thing
}

// template returns the template for a finding: the one of its variant, where the rule has words for that.
func (w *writer) template(family string, f evaluate.Finding) (string, bool) {
	if template, ok := w.catalogue[family+variant(f)+"."+f.Rule]; ok {
		return template, true
	}
	template, ok := w.catalogue[family+"."+f.Rule]
	return template, ok
}

// variant says how a finding differs from the usual one of its rule: it is said of all tasks, of all projections or
// of the only one, or it could not be decided for want of data. An outcome that the data do support is not wanting,
// even where it cannot be compared.
func variant(f evaluate.Finding) string {
	tasks, projected, supported := first(f, "tasks"), first(f, "projected"), first(f, "supported")
	switch {
	case projected == "1":
		return "-one"
	case tasks != "" && tasks == first(f, "unknown"), projected != "" && projected == first(f, "short"):
		return "-all"
	case f.Status == evaluate.Unknown && (supported == "" || supported == "undetermined"):
		return "-unknown"
	}
	return ""
}

// first returns the first text of a finding's argument.
func first(f evaluate.Finding, name string) string {
	for _, arg := range f.Args {
		if arg.Name == name && len(arg.Texts) > 0 {
			return arg.Texts[0]
		}
	}
	return ""
}

// plainFinding shows a finding of a rule that the catalogue does not know: its id, path and arguments.
func (w *writer) plainFinding(f evaluate.Finding) string {
	parts := []string{w.t(f.Path)}
	for _, arg := range f.Args {
		text := w.list(w.ts(arg.Texts)...)
		if arg.Figure != nil {
			text = w.list(text, w.figure(*arg.Figure))
		}
		parts = append(parts, w.t(arg.Name)+" = "+text)
	}
	return w.colon(f.Rule, w.clauses(parts...))
}
