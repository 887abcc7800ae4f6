package report

import (
	"strings"

	"github.com/planeval/planeval/indicator"
)

// implementation is chapter 2: indicators and tasks.
func (w *writer) implementation() Section {
	return Section{
		ID:       "ch2",
		Title:    w.say("ch2.title", "plan", w.plan()),
		Sections: []Section{w.indicators(), w.tasks()},
	}
}

func (w *writer) indicators() Section {
	s := Section{ID: "ch2-indicators", Title: w.say("indicators.title")}
	s.Blocks = blocks(w.bulletCharts()...)
	s.Blocks = append(s.Blocks, blocks(w.attainmentTable(), w.scheduleTable(), w.rateTable(), w.outlookTable())...)
	s.Blocks = append(s.Blocks, blocks(w.trajectoryCharts()...)...)
	s.Blocks = append(s.Blocks, blocks(w.projectionTable(),
		Paragraph{Text: w.unprojected()}, w.trendTable(), w.interimTable(), w.judgementTable(), w.servingTable())...)
	for i := range w.e.Indicators {
		s.Blocks = append(s.Blocks, blocks(w.indicatorParagraph(&w.e.Indicators[i]))...)
	}
	s.Blocks = append(s.Blocks, w.indicatorNotes()...)
	return s
}

// attainmentTable is how far each indicator is from its target.
func (w *writer) attainmentTable() Table {
	t := Table{
		ID:      "attainment",
		Caption: w.say("attainment.caption"),
		Columns: columns([]string{
			w.say("column.indicator"), w.say("column.nature"), w.say("column.baseline"), w.say("column.target"),
			w.say("column.actual"), w.say("column.attainment"), w.say("column.verdict"),
		}, 2, 3, 4, 5),
		Notes: []string{w.say("attainment.note")},
	}
	stated := false
	for i := range w.e.Indicators {
		a := &w.e.Indicators[i]
		stated = stated || a.Indicator.Nature != indicator.NatureUnstated
		t.Rows = append(t.Rows, []Cell{
			{Text: w.indicatorName(a.Indicator)},
			{Text: w.word("nature", string(a.Indicator.Nature), "unstated")},
			{Text: w.baseline(&a.Measurement)},
			{Text: w.datedTarget(a.Target)},
			{Text: w.reached(&a.Measurement)},
			{Text: w.percent(attainment(&a.Measurement))},
			w.judged(verdictOf(a)),
		})
	}
	if !stated {
		t = withoutColumn(t, 1)
	}
	if w.anyOf(countsFromBaseline) {
		t.Notes = append(t.Notes, w.say("attainment.note-kinds"))
	}
	if names := w.byDifference(); names != "" {
		t.Notes = append(t.Notes, w.say("attainment.note-difference", "names", names))
	}
	return t
}

// byDifference names the indicators whose attainment is computed by the difference from the target.
func (w *writer) byDifference() string {
	var names []string
	for i := range w.e.Indicators {
		a := &w.e.Indicators[i]
		if a.AttainmentFormula() != indicator.FormulaAttainmentDifference {
			continue
		}
		if _, ok := a.Figure(indicator.FormulaAttainmentDifference); ok {
			names = append(names, w.t(a.Indicator.Name))
		}
	}
	return w.list(names...)
}

// dated prints an observation's value with its period and, where it is not simply printed, its status.
func (w *writer) dated(o indicator.Observation, absent indicator.Reason) string {
	if o.Value.IsZero() {
		return w.reason(absent) + w.paren(w.period(o.Period))
	}
	return w.value(o.Value) + w.paren(w.remarks(w.period(o.Period), w.status(o.Status)))
}

func (w *writer) datedTarget(t indicator.Target) string {
	if t.Period.IsZero() {
		return w.reason(indicator.NoTarget)
	}
	return w.target(t, "") + w.paren(w.period(t.Period))
}

// target prints a target with its tolerance word or, in a range, its bounds, where the subject is named with its unit.
func (w *writer) target(t indicator.Target, unit string) string {
	return w.targetBy(t, func(v indicator.Value) string { return w.quantity(w.value(v), unit) })
}

// targetAmount is target for one that stands alone.
func (w *writer) targetAmount(t indicator.Target, unit string) string {
	return w.targetBy(t, func(v indicator.Value) string { return w.amount(v.String(), unit) })
}

func (w *writer) targetBy(t indicator.Target, amount func(indicator.Value) string) string {
	low, high := amount(t.Low), amount(t.High)
	switch {
	case !t.Value.IsZero() && t.Qualifier == indicator.About && !t.Tolerance.IsZero():
		return amount(t.Value) + " ± " + amount(t.Tolerance)
	case !t.Value.IsZero():
		return w.qualified(t.Qualifier, amount(t.Value))
	case low != "" && high != "":
		return w.say("target.range", "low", low, "high", high)
	case low != "":
		return w.qualified(indicator.AtLeast, low)
	case high != "":
		return w.qualified(indicator.AtMost, high)
	}
	return w.reason(indicator.NoTarget)
}

// scheduleTable holds progress against elapsed time, where there is progress.
func (w *writer) scheduleTable() Table {
	t := Table{
		ID:      "schedule",
		Caption: w.say("schedule.caption"),
		Columns: columns([]string{
			w.say("column.indicator"), w.say("column.progress"), w.say("column.elapsed"), w.say("column.gap"),
			w.say("column.pace"), w.say("column.due"), w.say("column.due-geometric"),
		}, 1, 2, 3, 4, 5, 6),
		Notes: []string{w.say("schedule.note")},
	}
	for i := range w.e.Indicators {
		a := &w.e.Indicators[i]
		m := &a.Measurement
		if m.IsRate() {
			continue
		}
		t.Rows = append(t.Rows, texts(
			w.indicatorName(a.Indicator), w.percent(progress(m)), w.elapsed(a), w.points(scheduleGap(m)),
			w.plain(pace(m)), w.bare(a.Due(), a.Indicator.Unit), w.bare(a.DueGeometric(), a.Indicator.Unit),
		))
	}
	if w.anyOf((*indicator.Measurement).IsReduction) {
		t.Notes = append(t.Notes, w.say("schedule.note-reduction"))
	}
	return w.shortened(t)
}

// elapsed prints the elapsed share and the units of time it is made of.
func (w *writer) elapsed(a *indicator.Assessment) string {
	if a.Elapsed().Missing() != indicator.Present {
		return w.percent(a.Elapsed())
	}
	total := w.count(a.Span.Total)
	return w.share(a) + w.paren(w.say("elapsed.units", "elapsed", w.count(a.Span.Elapsed), "total", total,
		"unit", singular(total, w.word("span-unit", a.Span.Unit, ""))))
}

// share prints the elapsed share without places that are zero.
func (w *writer) share(a *indicator.Assessment) string {
	if a.Elapsed().Missing() != indicator.Present {
		return w.percent(a.Elapsed())
	}
	return strings.TrimSuffix(strings.TrimRight(hundredfold(a.Elapsed()), "0"), ".") + "%"
}

// outlookTable holds what the targets still require. Of rates the rateTable does.
func (w *writer) outlookTable() Table {
	t := Table{
		ID:      "outlook",
		Caption: w.say("outlook.caption"),
		Columns: columns([]string{
			w.say("column.indicator"), w.say("column.target"), w.say("column.mean-growth"), w.say("column.required-growth"),
			w.say("column.required-step"),
		}, 1, 2, 3, 4),
		Notes: []string{w.say("outlook.note")},
	}
	for i := range w.e.Indicators {
		a := &w.e.Indicators[i]
		if a.IsRate() {
			continue
		}
		t.Rows = append(t.Rows, texts(
			w.indicatorName(a.Indicator), w.datedTarget(a.Target), w.percent(a.MeanGrowth()), w.percent(a.RequiredGrowth()),
			w.difference(a.RequiredStep(), a.Indicator.Unit),
		))
	}
	if w.anyOf((*indicator.Measurement).IsReduction) {
		t.Notes = append(t.Notes, w.say("outlook.note-reduction"))
	}
	return w.shortened(t)
}

// judgementTable holds each verdict with what decided it.
func (w *writer) judgementTable() Table {
	t := Table{
		ID:      "judgements",
		Caption: w.say("judgements.caption"),
		Columns: columns([]string{
			w.say("column.indicator"), w.say("column.method"), w.say("column.verdict"), w.say("column.decisive"),
			w.say("column.figure"), w.say("column.threshold"), w.say("column.margin"),
		}, 4, 5, 6),
		Notes: []string{w.say("judgements.note")},
	}
	vetoed := false
	for i := range w.e.Indicators {
		a := &w.e.Indicators[i]
		for _, j := range a.Judgements {
			d := w.decision(a, j)
			vetoed = vetoed || j.Veto
			t.Rows = append(t.Rows, []Cell{
				{Text: w.indicatorName(a.Indicator)}, {Text: w.methodName(j.Method)}, w.judged(j),
				{Text: or(d.name, missing)}, {Text: or(d.figure, missing)}, {Text: or(d.threshold, missing)}, {Text: or(d.margin, missing)},
			})
		}
	}
	if vetoed {
		t.Notes = append(t.Notes, w.say("judgements.note-veto"))
	}
	return t
}

// decision is what a judgement was decided by, in words; its parts are empty where the judgement has none.
type decision struct {
	name, figure, threshold, margin string
}

func (w *writer) decision(a *indicator.Assessment, j indicator.Judgement) decision {
	d := decision{}
	if j.Verdict == indicator.NotJudged {
		return d
	}
	if j.Decisive == "" {
		unit := a.Indicator.Unit
		d.name, d.figure = w.say("decisive.actual"), w.quantity(w.value(a.Actual.Value), unit)
		d.threshold, d.margin = w.inUnit(j.Threshold, unit), w.step(j.By(), indicator.DifferenceUnit(unit))
	} else {
		d.name = w.word("formula", string(j.Decisive), "")
		figure, ok := w.decisive(a, j)
		if !ok { // of a caller's method that does not show its steps
			return d
		}
		d.figure = w.figure(figure)
		switch j.Decisive.Display() {
		case indicator.Percent, indicator.Points:
			d.threshold, d.margin = w.percent(j.Threshold), w.points(j.By())
		case indicator.InUnit:
			d.figure = w.inUnit(figure.Result, a.Indicator.Unit)
			d.threshold, d.margin = w.inUnit(j.Threshold, a.Indicator.Unit), w.step(j.By(), indicator.DifferenceUnit(a.Indicator.Unit))
		default:
			d.threshold = w.plain(j.Threshold)
			d.margin = w.present(j.By(), func() string { return signed(fixed(j.By())) })
		}
	}
	if j.Threshold.Missing() != indicator.Present || j.By().Missing() != indicator.Present {
		d.threshold, d.margin = "", ""
	}
	return d
}

// decisive returns the figure that decided, of the measurement or among the method's own steps.
func (w *writer) decisive(a *indicator.Assessment, j indicator.Judgement) (indicator.Figure, bool) {
	for _, figure := range w.figures(a) {
		if figure.Formula == j.Decisive {
			return figure, true
		}
	}
	for _, method := range w.e.Methods {
		for _, figure := range method.Steps(&a.Measurement) {
			if method.ID == j.Method && figure.Formula == j.Decisive {
				return figure, true
			}
		}
	}
	return indicator.Figure{}, false
}

// inUnit prints a number in a unit.
func (w *writer) inUnit(n indicator.Number, unit string) string {
	return w.present(n, func() string { return w.quantity(w.bare(n, unit), unit) })
}

// bare prints a number whose unit stands in the name of its row.
func (w *writer) bare(n indicator.Number, unit string) string {
	return w.present(n, func() string { return w.digits(fixedIn(n, unit)) })
}

// methodName words a method's id.
func (w *writer) methodName(id string) string { return w.word("method", id, "") }
