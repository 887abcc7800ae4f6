package report

import "strconv"

// problems is chapter 9: problems with their causes, and the adjustment that is declared.
func (w *writer) problems() Section {
	problems := Section{ID: "ch9-problems", Title: w.say("problems.title")}
	for _, p := range w.e.Plan.Problems {
		s := Section{ID: "problem-" + p.Code, Title: capital(w.t(p.Title))}
		causes := items(capitals(w.ts(p.Causes))...)
		lead := ""
		if len(causes.Items) > 0 {
			lead = w.say("problems.causes")
		}
		s.Blocks = blocks(Paragraph{Text: w.t(p.Text)}, Paragraph{Text: lead}, causes)
		if len(p.Facts) > 0 {
			s.Blocks = append(s.Blocks, Paragraph{Text: w.say("problems.facts")}, w.facts(p.Facts))
		}
		problems.Sections = append(problems.Sections, s)
	}
	adjustment := Section{ID: "ch9-adjustment", Title: w.say("adjustment.title")}
	adjustment.Blocks = blocks(Paragraph{Text: w.outcome()}, Paragraph{Text: w.quoted(w.e.Plan.Adjustment.Text)})
	return Section{ID: "ch9", Title: w.say("ch9.title", "plan", w.plan()), Sections: []Section{problems, adjustment}}
}

// quoted says that a text is what the evaluators give as their reason.
func (w *writer) quoted(text string) string {
	if text == "" {
		return ""
	}
	return w.say("adjustment.reason", "text", w.t(text))
}

// advice is chapter 10: recommendations with the problems that they answer.
func (w *writer) advice() Section {
	chapter := Section{ID: "ch10", Title: w.say("ch10.title")}
	for i, a := range w.e.Plan.Advice {
		s := Section{ID: "advice-" + strconv.Itoa(i+1), Title: capital(w.t(a.Title))}
		answers := ""
		if len(a.Problems) > 0 {
			answers = w.say("advice.problems", "problems", w.clauses(w.named(w.problemTitles, a.Problems...)...))
		}
		measures := items(capitals(w.ts(a.Measures))...)
		lead := ""
		if len(measures.Items) > 0 {
			lead = w.say("advice.measures")
		}
		s.Blocks = blocks(Paragraph{Text: w.t(a.Text)}, Paragraph{Text: lead}, measures, Paragraph{Text: answers}, w.facts(a.Facts))
		chapter.Sections = append(chapter.Sections, s)
	}
	answered := map[string]bool{}
	for _, a := range w.e.Plan.Advice {
		for _, code := range a.Problems {
			answered[code] = true
		}
	}
	var open []string
	for _, p := range w.e.Plan.Problems {
		if !answered[p.Code] {
			open = append(open, p.Code)
		}
	}
	if len(open) > 0 && len(w.e.Plan.Advice) > 0 {
		chapter.Blocks = append(chapter.Blocks, Paragraph{Text: w.say("advice.unanswered", "problems", w.clauses(w.named(w.problemTitles, open...)...))})
	}
	return chapter
}
