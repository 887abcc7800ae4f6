package report

import (
	"reflect"

	"github.com/planeval/planeval/evaluate"
	"github.com/planeval/planeval/indicator"
)

// BuildChanges returns the report of what changed between two evaluations of one plan, such as last year's and this
// year's: what moved, and which findings appeared, closed and remain. The error is that of [evaluate.Compare].
func BuildChanges(before, after *evaluate.Evaluation, o Options) (Document, error) {
	c, err := evaluate.Compare(before, after)
	if err != nil {
		return Document{}, err
	}
	w := changesWriter{writer: newWriter(after, o), earlier: newWriter(before, o), c: &c}
	return w.document(), nil
}

// changesWriter words the later evaluation, and with another writer what only the earlier one has.
type changesWriter struct {
	*writer
	earlier *writer
	c       *evaluate.Changes
}

func (w changesWriter) document() Document {
	d := Document{
		Language: w.tag,
		Title:    w.say("changes.title", "plan", w.planTitle()),
		Subtitle: w.subtitle(),
	}
	d.Sections = []Section{
		{ID: "summary", Title: w.say("changes.summary"), Blocks: blocks(Paragraph{Text: w.summary()}, Paragraph{Text: w.outcomes()})},
		{ID: "indicators", Title: w.say("changes.indicators"), Blocks: blocks(w.indicatorTable(), w.revisionTable())},
		{ID: "tasks", Title: w.say("changes.tasks"), Blocks: blocks(w.taskTable())},
		{ID: "findings", Title: w.say("changes.findings"), Sections: []Section{
			{ID: "appeared", Title: w.say("changes.appeared"), Blocks: blocks(w.findingList(w.writer, w.c.Appeared))},
			{ID: "closed", Title: w.say("changes.closed"), Blocks: blocks(w.findingList(w.earlier, w.c.Closed))},
			{ID: "remaining", Title: w.say("changes.remaining"), Blocks: blocks(w.findingList(w.writer, w.remaining()))},
		}},
		{ID: "rules", Title: w.say("changes.rules"), Blocks: blocks(w.ruleTable())},
	}
	w.fillEmpty(d.Sections)
	w.finish(&d)
	return d
}

// fillEmpty says of sections without content that nothing changed.
func (w changesWriter) fillEmpty(sections []Section) {
	for i := range sections {
		s := &sections[i]
		if len(s.Blocks) == 0 && len(s.Sections) == 0 {
			s.Blocks = blocks(Paragraph{Text: w.say("changes.none")})
		}
		w.fillEmpty(s.Sections)
	}
}

// subtitle names the two evaluations by their dates.
func (w changesWriter) subtitle() string {
	if w.c.Before == w.c.After {
		return w.say("changes.subtitle-same", "date", w.asOfShort())
	}
	return w.say("changes.subtitle", "before", w.earlier.asOfShort(), "after", w.asOfShort())
}

// asOfShort names an evaluation by its date.
func (w *writer) asOfShort() string { return or(w.period(w.e.AsOf), w.say("dates.all-data")) }

// summary counts what moved.
func (w changesWriter) summary() string {
	up, down, same := 0, 0, 0
	for _, i := range w.c.Indicators {
		if i.Gained.Missing() != indicator.Present {
			continue
		}
		switch i.Gained.Sign() {
		case 1:
			up++
		case -1:
			down++
		default:
			same++
		}
	}
	return w.sentences(
		w.say("changes.moved", "up", w.count(up), "down", w.count(down), "same", w.count(same),
			"other", w.count(len(w.c.Indicators)-up-down-same)),
		w.samePlan(),
		w.say("changes.found", "appeared", w.count(len(w.c.Appeared)), "closed", w.count(len(w.c.Closed)), "remaining", w.count(len(w.c.Remaining))),
	)
}

// samePlan says, where the plan's data are the same, that only the date differs.
func (w changesWriter) samePlan() string {
	if !reflect.DeepEqual(w.e.Plan, w.earlier.e.Plan) {
		return ""
	}
	return w.say("changes.same-plan")
}

// outcomes sets the outcomes of both evaluations side by side.
func (w changesWriter) outcomes() string {
	o := w.c.Outcome
	return w.say("changes.outcome",
		"declaredBefore", w.earlier.outcomeWord(o.DeclaredBefore), "declaredAfter", w.outcomeWord(o.DeclaredAfter),
		"supportedBefore", w.earlier.outcomeWord(o.SupportedBefore), "supportedAfter", w.outcomeWord(o.SupportedAfter))
}

func (w changesWriter) indicatorTable() Table {
	t := Table{
		ID:      "changed-indicators",
		Caption: w.say("changes.indicators"),
		Columns: columns([]string{
			w.say("column.indicator"), w.say("changes.column-before"), w.say("changes.column-after"), w.say("changes.column-moved"),
			w.say("changes.column-attainment"), w.say("changes.column-gained"), w.say("changes.column-verdict"),
		}, 1, 2, 3, 4, 5),
		Notes: []string{w.say("changes.note")},
	}
	for _, c := range w.c.Indicators {
		before, after := w.state(c.Before), w.state(c.After)
		verdict := Cell{Text: w.arrow(before.verdict, after.verdict)}
		if c.After != nil {
			verdict.State = verdictState(c.After.Verdict)
		}
		t.Rows = append(t.Rows, []Cell{
			{Text: capital(w.t(c.Name)) + w.retargeted(c)}, {Text: before.actual}, {Text: after.actual}, {Text: w.change(c.Moved, w.movedPlaces(c))},
			{Text: w.arrow(before.attainment, after.attainment)}, {Text: w.points(c.Gained)}, verdict,
		})
	}
	return t
}

// retargeted says that an indicator's target is another one.
func (w changesWriter) retargeted(c evaluate.IndicatorChange) string {
	if c.Before == nil || c.After == nil || c.Before.Target.Value.IsZero() || c.Before.Target.Value.Cmp(c.After.Target.Value) == 0 {
		return ""
	}
	return w.paren(w.say("changes.target", "before", w.value(c.Before.Target.Value), "after", w.value(c.After.Target.Value)))
}

// movedPlaces is how many places a difference has: as many as the numbers that it is of.
func (w changesWriter) movedPlaces(c evaluate.IndicatorChange) int {
	most := 0
	for _, s := range []*evaluate.IndicatorState{c.Before, c.After} {
		if s != nil {
			most = max(most, s.Actual.Value.Places())
		}
	}
	return most
}

// stateWords are the words of how an indicator stood.
type stateWords struct{ actual, attainment, verdict string }

func (w changesWriter) state(s *evaluate.IndicatorState) stateWords {
	if s == nil {
		return stateWords{missing, missing, missing}
	}
	actual := w.reason(indicator.NoObservation)
	if !s.Actual.Value.IsZero() {
		actual = w.value(s.Actual.Value) + w.paren(w.period(s.Actual.Period))
	}
	return stateWords{actual, w.percent(s.Attainment), w.verdict(s.Verdict)}
}

// arrow sets two states side by side, once where they are the same.
func (w *writer) arrow(before, after string) string {
	if before == after {
		return after
	}
	return before + " → " + after
}

// revisionTable lists the numbers that were published again with another value.
func (w changesWriter) revisionTable() Table {
	t := Table{
		ID:      "revisions",
		Caption: w.say("changes.revised"),
		Columns: columns([]string{w.say("column.indicator"), w.say("column.period"), w.say("changes.column-before"), w.say("changes.column-after")}, 2, 3),
	}
	for _, c := range w.c.Indicators {
		for _, r := range c.Revised {
			after := w.reason(indicator.NoObservation)
			if !r.After.IsZero() {
				after = w.value(r.After)
			}
			t.Rows = append(t.Rows, texts(capital(w.t(c.Name)), w.period(r.Period), w.value(r.Before), after))
		}
	}
	return t
}

func (w changesWriter) taskTable() Table {
	t := Table{
		ID:      "changed-tasks",
		Caption: w.say("changes.tasks"),
		Columns: columns([]string{w.say("changes.column-task"), w.say("changes.column-before"), w.say("changes.column-after")}),
	}
	for _, c := range w.c.Tasks {
		before, after := capital(w.taskStatus(c.Before)), capital(w.taskStatus(c.After))
		if c.Added {
			before = w.say("changes.added")
		}
		if c.Removed {
			after = w.say("changes.removed")
		}
		t.Rows = append(t.Rows, texts(w.say("task.name", "code", w.t(c.Code), "title", w.t(c.Title)), before, after))
	}
	return t
}

func (w changesWriter) ruleTable() Table {
	t := Table{
		ID:      "changed-rules",
		Caption: w.say("changes.rules"),
		Columns: columns([]string{w.say("column.rule"), w.say("changes.column-before"), w.say("changes.column-after")}),
	}
	for _, c := range w.c.Rules {
		t.Rows = append(t.Rows, []Cell{{Text: w.word("rule", c.Rule, "")}, w.statusCell(c.Before), w.statusCell(c.After)})
	}
	return t
}

func (w changesWriter) remaining() []evaluate.Finding {
	list := make([]evaluate.Finding, 0, len(w.c.Remaining))
	for _, f := range w.c.Remaining {
		list = append(list, f.After)
	}
	return list
}

// findingList words findings with the writer of the evaluation that they are from, each behind its severity.
func (w changesWriter) findingList(by *writer, findings []evaluate.Finding) List {
	l := List{Numbered: true}
	for _, f := range findings {
		l.Items = append(l.Items, Paragraph{Lead: w.lead(capital(w.word("severity", string(f.Severity), ""))), Text: by.findingText(f)})
	}
	return l
}
