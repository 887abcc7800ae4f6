package report

import (
	"strings"

	"github.com/planeval/planeval/evaluate"
	"github.com/planeval/planeval/indicator"
)

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
	case "interval":
		return w.intervalText(first(f, "low"), first(f, "high")), true
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
	case "achieved":
		if a := w.indicatorAt(f.Path); a != nil {
			return w.achieved(a), true
		}
	case "other":
		if fact, ok := w.factAt(f.Path); ok && first(f, "other") != "" {
			return w.factValue(fact), true
		}
	case "promised":
		if fact, ok := w.factAt(f.Path); ok && fact.Promised != (indicator.Target{}) {
			return w.targetAmount(fact.Promised, fact.Unit), true
		}
	case "place":
		return w.printedAt(f.Path), true
	case "note":
		if fact, ok := w.factAt(f.Path); ok && fact.Note != "" {
			return w.say("finding.note", "note", w.t(fact.Note)), true
		}
		return "", true
	case "without":
		return w.optional(f, "without", func(text string) string { return w.say("finding.without", "without", text) }), true
	case "outcomes":
		return w.outcomes(), true
	case "continue":
		return w.outcomeWord(evaluate.Continue), true
	case "missing":
		return w.optional(f, "missing", func(text string) string { return w.say("finding.missing", "missing", text) }), true
	case "step":
		return w.optional(f, "step", func(text string) string { return w.say("finding.step", "step", text) }), true
	case "serving":
		return w.optional(f, "serving", func(text string) string { return w.say("finding.serving", "serving", text) }), true
	case "late":
		late := w.optional(f, "days", func(text string) string { return w.say("delay.late", "days", text) })
		return or(late, w.say("delay.unknown")), true
	case "holder":
		return w.holder(f.Path), true
	case "lack":
		p, _ := w.promiseAt(f.Path)
		_, why := p.Assessment.Met()
		return w.reason(why), true
	case "projections":
		return w.projections(f), true
	case "reasons":
		return w.outcomeReasons(f.Args), true
	case "list":
		return w.word("stage-list", strings.Split(f.Path+"//", "/")[2], ""), true
	}
	return "", false
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

// optional words an argument that a finding need not have.
func (w *writer) optional(f evaluate.Finding, name string, say func(string) string) string {
	for _, arg := range f.Args {
		if arg.Name == name && len(arg.Texts) > 0 {
			return say(w.argument(f, arg))
		}
	}
	return ""
}

// achieved is what an indicator is held against its target by: its actual value, or the mean of its yearly rates.
func (w *writer) achieved(a *indicator.Assessment) string {
	if a.IsRate() {
		return w.present(a.MeanRate(), func() string { return w.amount(fixedIn(a.MeanRate(), a.Indicator.Unit), a.Indicator.Unit) })
	}
	return w.amount(a.Actual.Value.String(), a.Indicator.Unit)
}

// printedAt says where something is printed: the section of the source report or, where that is not known, the part of
// the plan.
func (w *writer) printedAt(path string) string {
	if section := w.sourceAt(path); section != "" {
		return w.say("finding.section", "section", w.t(section))
	}
	return w.place(path)
}
