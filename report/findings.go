package report

import (
	"strconv"
	"strings"

	"github.com/planeval/planeval/evaluate"
	"github.com/planeval/planeval/indicator"
)

// findingText words one finding in a full sentence.
func (w *writer) findingText(f evaluate.Finding) string {
	template, ok := w.template("found", f)
	if !ok {
		return w.plainFinding(f)
	}
	return strings.TrimSpace(fill(template, w.findingValues(f)))
}

// shortFindings words the findings of a severity in short, those of one rule and kind joined into one.
func (w *writer) shortFindings(severity evaluate.Severity) []string {
	var heads []string
	things := map[string][]string{}
	for _, f := range w.e.Findings {
		if f.Severity != severity {
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

// variant says how a finding differs from the usual one of its rule: it is said of all tasks, of all projections or of the
// only one, or it could not be decided for want of data. An outcome that the data do support is not wanting, even where
// it cannot be compared.
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

// findingValues returns what the placeholders of a finding's templates stand for.
func (w *writer) findingValues(f evaluate.Finding) func(string) string {
	return func(name string) string {
		if text, ok := w.derived(f, name); ok {
			return text
		}
		var parts []string
		for _, arg := range f.Args {
			if arg.Name == name {
				parts = append(parts, w.argument(f, arg))
			}
		}
		return or(w.list(parts...), missing)
	}
}

// argument words one argument of a finding by what its name says it is.
func (w *writer) argument(f evaluate.Finding, arg evaluate.Arg) string {
	if arg.Figure != nil {
		return w.figure(*arg.Figure)
	}
	each := func(word func(string) string) string {
		words := make([]string, 0, len(arg.Texts))
		for _, text := range arg.Texts {
			words = append(words, word(text))
		}
		return w.list(words...)
	}
	switch arg.Name {
	case "period", "periods", "latest", "due", "start", "previousEnd", "from", "to":
		return each(w.periodText)
	case "dates", "planned":
		return w.spanText(arg.Texts)
	case "role":
		return each(func(s string) string { return w.word("role", s, "") })
	case "counts":
		return each(func(s string) string { return w.word("count", s, "") })
	case "declared", "supported":
		return each(func(s string) string { return w.outcomeWord(evaluate.Outcome(s)) })
	case "verdict":
		return each(func(s string) string { return w.verdict(indicator.Verdict(s)) })
	case "count", "unknown", "tasks", "short", "projected", "demanded", "reported", "expected", "base", "least":
		return each(w.digits)
	case "printed":
		return w.printed(f, arg.Texts)
	case "method":
		if w.indicatorAt(f.Path) != nil { // elsewhere it is one that the source report names
			return each(w.methodName)
		}
	case "value", "baseline", "target", "actual":
		if a := w.indicatorAt(f.Path); a != nil {
			return each(func(s string) string { return w.amount(s, a.Indicator.Unit) })
		}
	}
	return each(w.t)
}

// printed puts the unit to a number that the source prints.
func (w *writer) printed(f evaluate.Finding, numbers []string) string {
	number := strings.Join(numbers, " ")
	if i, ok := index(f.Path, "/costs/"); ok && i < len(w.e.Plan.Costs) {
		return w.factValue(w.e.Plan.Costs[i].Yearly)
	}
	if _, ok := index(f.Path, "/surveys/"); ok {
		return w.digits(number) + "%"
	}
	if c, unit, ok := w.changeAt(f.Path); ok {
		return w.printedChange(c.Change, unit)
	}
	return w.digits(number)
}

// changeAt returns the published change at a path, and the unit of its statistic.
func (w *writer) changeAt(path string) (c evaluate.ChangeResult, unit string, ok bool) {
	for field, list := range map[string][]evaluate.StatisticResult{"/economy/": w.e.Economy, "/benefits/": w.e.Benefits} {
		i, ok := index(path, field)
		if !ok || i >= len(list) {
			continue
		}
		if k, ok := index(path, list[i].Path+"/changes/"); ok && k < len(list[i].Changes) {
			return list[i].Changes[k], list[i].Unit, true
		}
	}
	return evaluate.ChangeResult{}, "", false
}

// index returns the number behind a prefix of a path.
func index(path, prefix string) (int, bool) {
	rest, ok := strings.CutPrefix(path, prefix)
	if !ok {
		return 0, false
	}
	number, _, _ := strings.Cut(rest, "/")
	n, err := strconv.Atoi(number)
	return n, err == nil && n >= 0
}

func (w *writer) indicatorAt(path string) *indicator.Assessment {
	i, ok := index(path, "/indicators/")
	if !ok || i >= len(w.e.Indicators) {
		return nil
	}
	return &w.e.Indicators[i]
}

// derived returns the placeholders that are no argument but follow from the finding's path and arguments.
func (w *writer) derived(f evaluate.Finding, name string) (string, bool) {
	switch name {
	case "of":
		for _, arg := range f.Args {
			if arg.Name == "period" && len(arg.Texts) == 1 && arg.Texts[0] != "" {
				return w.say("of-period", "period", w.periodText(arg.Texts[0])), true
			}
		}
		return "", true
	case "gap":
		return w.gap(f), true
	case "required":
		return w.stillRequired(f), true
	case "accumulated":
		if a := w.indicatorAt(f.Path); a != nil && a.IsRate() {
			return w.say("finding.mean"), true
		}
		return w.say("finding.sum"), true
	case "target":
		if a := w.indicatorAt(f.Path); a != nil {
			return w.targetAmount(a.Target, a.Indicator.Unit), true
		}
	case "targetYear":
		if a := w.indicatorAt(f.Path); a != nil {
			return w.period(a.Target.Period), true
		}
	case "why":
		c, _, _ := w.changeAt(f.Path)
		return w.unchecked(c), true
	case "projections":
		return w.projections(f), true
	case "reasons":
		return w.outcomeReasons(f.Args), true
	case "list":
		return w.word("stage-list", strings.Split(f.Path+"//", "/")[2], ""), true
	}
	return "", false
}

// given returns the figure that a finding has by that name.
func given(f evaluate.Finding, name string) (indicator.Figure, bool) {
	for _, arg := range f.Args {
		if arg.Name == name && arg.Figure != nil {
			return *arg.Figure, true
		}
	}
	return indicator.Figure{}, false
}

// gap is how far an indicator is behind: of its schedule or, for a mean rate, of its target.
func (w *writer) gap(f evaluate.Finding) string {
	gap, ok := given(f, "gap")
	switch {
	case !ok:
		return ""
	case gap.Formula == indicator.FormulaRateGap:
		return w.say("finding.rate-gap", "gap", w.figure(gap))
	}
	return w.say("finding.gap", "gap", w.figure(gap))
}

// stillRequired is what a target out of reach still asks for: an amount a year of a sum, a yearly change of what a
// reduction reduces, and a step of all others.
func (w *writer) stillRequired(f evaluate.Finding) string {
	required, ok := given(f, "required")
	a := w.indicatorAt(f.Path)
	switch {
	case !ok || a == nil || required.Result == nil:
		return ""
	case required.Result.Missing() != indicator.Present:
		return ""
	case required.Formula == indicator.FormulaRequiredReduction:
		return w.say("finding.required", "required", w.yearly(required.Result))
	case a.IsSum():
		return w.say("finding.required", "required", w.say("step.amount", "amount", w.figure(required)))
	}
	return w.say("finding.required", "required", w.rise(required.Result, required.Unit, w.amount))
}

// projections lists the ways of going on that a finding says fall short.
func (w *writer) projections(f evaluate.Finding) string {
	var parts []string
	for _, arg := range f.Args {
		if arg.Figure == nil || arg.Name == "required" {
			continue
		}
		parts = append(parts, w.say("projection.item", "name", w.word("projection", arg.Name, ""), "value", w.argument(f, arg)))
	}
	return w.list(parts...)
}
