package report

import "github.com/planeval/planeval/evaluate"

// outcome sets the declared outcome beside the one that the data support, with everything that decided.
func (w *writer) outcome() string {
	return w.sentences(w.vocabulary(), w.declared(), w.supported(""), w.outcomeReasons(w.e.Conclusion.Reasons), w.outcomeGap())
}

// bothOutcomes is outcome in short: what decided is counted, not named.
func (w *writer) bothOutcomes() string {
	return w.sentences(w.declared(), w.supported(w.paren(w.list(w.reasonCounts()...))), w.outcomeGap())
}

// vocabulary lists the outcomes that the evaluators choose from.
func (w *writer) vocabulary() string {
	if w.e.Conclusion.Vocabulary == evaluate.ActionWords {
		return ""
	}
	return w.say("outcome.vocabulary", "outcomes", w.outcomes())
}

// outcomes lists the words of the plan's vocabulary.
func (w *writer) outcomes() string {
	var list []string
	for _, o := range w.e.Conclusion.Vocabulary.Outcomes() {
		list = append(list, w.say("outcome.quoted", "outcome", w.outcomeWord(o)))
	}
	return w.or(list...)
}

func (w *writer) declared() string {
	c := w.e.Conclusion
	if c.Declared == evaluate.Undetermined {
		return w.say("outcome.not-declared")
	}
	return w.say("outcome.declared", "declared", w.outcomeWord(c.Declared))
}

// supported says which outcome the data support, and in parentheses why; where they support none, it says that this is
// no pass.
func (w *writer) supported(because string) string {
	c := w.e.Conclusion
	if c.Supported != evaluate.Undetermined {
		return w.say("outcome.supported", "supported", w.outcomeWord(c.Supported), "because", because)
	}
	why := w.say("outcome.no-indicators")
	if c.Vocabulary.Graded() {
		why = w.say("outcome.no-grade")
	}
	for _, r := range c.Reasons {
		if r.Name == "unjudged" {
			why = w.say("outcome.not-judged", "count", w.count(len(r.Texts)), "total", w.count(len(w.e.Indicators)))
		}
	}
	return w.sentences(why, w.say("outcome.no-pass"))
}

// outcomeGap says how the declared outcome stands to the supported one.
func (w *writer) outcomeGap() string {
	c := w.e.Conclusion
	switch {
	case c.Gap == evaluate.GapUnknown:
		return ""
	case c.Agrees == evaluate.Unknown:
		return w.say("outcome.not-compared")
	}
	return w.word("outcome-gap", string(c.Gap), "")
}

// reasonCounts says in short what decided on the supported outcome. Indicators that are not judged decide on none.
func (w *writer) reasonCounts() []string {
	var parts []string
	for _, r := range w.e.Conclusion.Reasons {
		switch r.Name {
		case "behind", "vetoed", "delayed":
			parts = append(parts, w.counted(r.Name, len(r.Texts)))
		case "negatives":
			parts = append(parts, w.outcomeReason(r))
		}
	}
	return parts
}

// outcomeReasons says what decided, with names.
func (w *writer) outcomeReasons(reasons []evaluate.Arg) string {
	var parts []string
	for _, r := range reasons {
		parts = append(parts, w.outcomeReason(r))
	}
	if len(kept(parts)) == 0 {
		return ""
	}
	return w.say("outcome.reasons", "reasons", w.clauses(parts...))
}

// outcomeReason words one reason of an outcome; another argument of a finding is none, and indicators that are not
// judged are one only where the data support no outcome.
func (w *writer) outcomeReason(r evaluate.Arg) string {
	switch r.Name {
	case "behind":
		return w.say("outcome.behind", "names", w.list(w.ts(r.Texts)...))
	case "vetoed":
		return w.say("outcome.vetoed", "names", w.list(w.ts(r.Texts)...))
	case "delayed":
		return w.say("outcome.delayed", "tasks", w.list(w.named(w.taskNames, r.Texts...)...))
	case "negatives":
		return w.say("outcome.negatives", "count", w.digits(w.list(r.Texts...)))
	case "unseen":
		return w.say("outcome.unseen", "reason", w.list(w.ts(r.Texts)...))
	case "unjudged":
		if w.e.Conclusion.Supported == evaluate.Undetermined {
			return w.say("outcome.unjudged", "names", w.list(w.ts(r.Texts)...))
		}
	}
	return ""
}

// outcomeWord words an outcome in the plan's vocabulary, or where that has no word of its own for it, in general.
func (w *writer) outcomeWord(o evaluate.Outcome) string {
	if own := string(w.e.Conclusion.Vocabulary) + "-" + string(o); w.has("outcome-word", own) {
		return w.word("outcome-word", own, "")
	}
	return w.word("outcome-word", string(o), "undetermined")
}

// outcomeConvention tells the rule of [evaluate.Conclusion] in the plan's words, or for a plan that is graded in
// general ones.
func (w *writer) outcomeConvention() string {
	return w.sentences(
		w.say("conventions.outcome", "adjust", w.outcomeWord(evaluate.Adjust), "continue", w.outcomeWord(evaluate.Continue),
			"undetermined", w.outcomeWord(evaluate.Undetermined)),
		w.say("conventions.outcome-limits", "suspend", w.outcomeWord(evaluate.Suspend), "terminate", w.outcomeWord(evaluate.Terminate)),
		w.say("conventions.outcome-grades", "continue", w.outcomeWord(evaluate.Continue)),
	)
}
