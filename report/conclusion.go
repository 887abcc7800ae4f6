package report

import (
	"github.com/planeval/planeval/evaluate"
	"github.com/planeval/planeval/indicator"
)

// conclusion is the summary before the chapters.
func (w *writer) conclusion() Section {
	e := w.e
	s := Section{ID: "summary", Title: w.say("summary.title")}
	s.Blocks = blocks(
		w.tiles(),
		Paragraph{Lead: w.lead(w.say("outcome.lead")), Text: w.bothOutcomes()},
	)
	if n := len(e.Plan.Unseen); n > 0 {
		s.Blocks = append(s.Blocks, Paragraph{Text: w.say("summary.unseen", "parts", w.counted("parts", n))})
	}
	if list := w.shortFindings(evaluate.High); len(list) > 0 {
		s.Blocks = append(s.Blocks, Paragraph{Lead: w.say("summary.high")}, items(list...))
	}
	if list := w.shortFindings(evaluate.Medium); len(list) > 0 {
		s.Sections = []Section{{ID: "summary-attention", Title: w.say("summary.medium"), Blocks: blocks(items(list...))}}
	}
	s.Blocks = append(s.Blocks, blocks(Paragraph{Text: w.attainments()}, Paragraph{Text: w.unjudged()}, w.verdictTable())...)
	switch {
	case len(e.Runs) == 0:
		s.Blocks = append(s.Blocks, Paragraph{Text: w.say("summary.no-rules")})
	case len(e.Findings) == 0:
		s.Blocks = append(s.Blocks, Paragraph{Text: w.say("summary.no-findings")})
	}
	return s
}

// tiles are how many indicators there are, and how many have each verdict.
func (w *writer) tiles() Block {
	if len(w.e.Indicators) == 0 {
		return Paragraph{Text: w.say("summary.no-indicators")}
	}
	unit := w.say("tiles.unit")
	t := Tiles{Items: []Tile{{Figure: w.count(len(w.e.Indicators)), Unit: unit, Label: w.say("tiles.indicators")}}}
	for _, c := range w.e.Verdicts {
		tile := Tile{Figure: w.count(c.Count), Unit: unit, Label: w.verdict(c.Verdict), State: verdictState(c.Verdict)}
		if c.Count == 0 {
			tile.State = "" // there is nothing of that state
		}
		t.Items = append(t.Items, tile)
	}
	return t
}

// counts says how many indicators each verdict was given to.
func (w *writer) counts() string {
	if len(w.e.Indicators) == 0 {
		return w.say("summary.no-indicators")
	}
	var parts []string
	for _, c := range w.e.Verdicts {
		parts = append(parts, w.say("summary.count", "verdict", w.verdict(c.Verdict), "count", w.count(c.Count)))
	}
	return capital(w.say("summary.counts", "plan", w.plan(), "indicators", w.counted("indicators", len(w.e.Indicators)), "counts", w.list(parts...)))
}

// attainments states the range of the attainments, which are compared as they are printed.
func (w *writer) attainments() string {
	low, high := -1, -1
	list := w.e.Indicators
	printed := make([]indicator.Value, len(list))
	for i := range list {
		var ok bool
		if printed[i], ok = attainment(&list[i].Measurement).Round(places+2, indicator.HalfUp); !ok {
			continue
		}
		if low < 0 || printed[i].Cmp(printed[low]) < 0 {
			low = i
		}
		if high < 0 || printed[i].Cmp(printed[high]) > 0 {
			high = i
		}
	}
	if low < 0 || low == high {
		return ""
	}
	return w.say("summary.attainments",
		"low", w.percent(attainment(&list[low].Measurement)), "lowest", w.t(list[low].Indicator.Name),
		"high", w.percent(attainment(&list[high].Measurement)), "highest", w.t(list[high].Indicator.Name))
}

// byReason joins the names of the indicators that lack something, those of one reason together, such as "a, b (no
// baseline); c (no data)".
func (w *writer) byReason(lacks func(*indicator.Assessment) indicator.Reason) string {
	var reasons []indicator.Reason
	names := map[indicator.Reason][]string{}
	for i := range w.e.Indicators {
		a := &w.e.Indicators[i]
		why := lacks(a)
		if why == indicator.Present {
			continue
		}
		if names[why] == nil {
			reasons = append(reasons, why)
		}
		names[why] = append(names[why], w.t(a.Indicator.Name))
	}
	var parts []string
	for _, why := range reasons {
		parts = append(parts, w.list(names[why]...)+w.paren(w.reason(why)))
	}
	return w.clauses(parts...)
}

// unjudged says which indicators are not judged, and why, by reason.
func (w *writer) unjudged() string {
	list := w.byReason(func(a *indicator.Assessment) indicator.Reason {
		switch j := verdictOf(a); {
		case j.Verdict != indicator.NotJudged:
			return indicator.Present
		case j.Reason == indicator.Present: // of a caller's method that gives none
			return indicator.NotComputed
		default:
			return j.Reason
		}
	})
	if list == "" {
		return ""
	}
	return w.say("summary.unjudged", "reasons", list)
}

// verdictTable sets the indicators beside the verdicts they were given.
func (w *writer) verdictTable() Table {
	t := Table{
		ID:      "verdicts",
		Caption: w.say("verdicts.caption"),
		Columns: columns([]string{w.say("column.verdict"), w.say("column.count"), w.say("column.indicators")}, 1),
	}
	if len(w.e.Indicators) == 0 {
		return t
	}
	for _, c := range w.e.Verdicts {
		var names []string
		for i := range w.e.Indicators {
			if a := &w.e.Indicators[i]; verdictOf(a).Verdict == c.Verdict {
				names = append(names, w.t(a.Indicator.Name))
			}
		}
		t.Rows = append(t.Rows, []Cell{
			{Text: w.verdict(c.Verdict), State: verdictState(c.Verdict)},
			{Text: w.count(c.Count)},
			{Text: or(w.list(names...), missing)},
		})
	}
	return t
}

// verdict words a verdict.
func (w *writer) verdict(v indicator.Verdict) string {
	return w.word("verdict", string(v), "not-judged")
}

// judged words a judgement: its verdict, and in parentheses that it is a veto or the reason why there is none.
func (w *writer) judged(j indicator.Judgement) Cell {
	text := w.verdict(j.Verdict)
	switch {
	case j.Verdict == indicator.NotJudged:
		text += w.paren(w.reason(j.Reason))
	case j.Veto:
		text += w.paren(w.say("veto"))
	}
	return Cell{Text: text, State: verdictState(j.Verdict)}
}

func verdictState(v indicator.Verdict) string { return or(string(v), "not-judged") }

// or returns the first text that is not empty.
func or(list ...string) string {
	for _, text := range list {
		if text != "" {
			return text
		}
	}
	return ""
}
