package report

import (
	"slices"

	"github.com/planeval/planeval/indicator"
)

// ways returns the ways of going on that lead to a number in the target's period, which must lie ahead. They are computed
// once, as they are asked for again and again and need roots.
func (w *writer) ways(m *indicator.Measurement) []indicator.Projection {
	if m.Left.Total == 0 {
		return nil
	}
	list, known := w.leading[m]
	if known {
		return list
	}
	for _, p := range m.Projections() {
		if p.Value.Result.Missing() == indicator.Present {
			list = append(list, p)
		}
	}
	w.leading[m] = list
	return list
}

// projectionTable holds where each way of going on leads, one row a way.
func (w *writer) projectionTable() Table {
	t := Table{
		ID:      "projections",
		Caption: w.say("projections.caption"),
		Columns: columns([]string{
			w.say("column.indicator"), w.say("column.way"), w.say("column.projected"), w.say("column.projected-attainment"),
			w.say("column.shortfall"), w.say("column.reaches"), w.say("column.met-period"),
		}, 2, 3, 4),
		Notes: []string{w.say("projections.note"), w.say("projections.note-main")},
	}
	for i := range w.e.Indicators {
		a := &w.e.Indicators[i]
		for _, p := range w.ways(&a.Measurement) {
			t.Rows = append(t.Rows, []Cell{
				{Text: w.indicatorName(a.Indicator)}, {Text: w.way(a, p)}, {Text: w.bare(p.Value.Result, a.Indicator.Unit)},
				{Text: w.percent(p.Attainment.Result)}, {Text: w.shortfall(p, a.Indicator.Unit)}, w.reaches(p), {Text: w.metPeriod(p)},
			})
		}
	}
	if w.anyOf(oneWay) {
		t.Notes = append(t.Notes, w.say("projections.note-kinds"))
	}
	return inGroups(t)
}

// way names a way of going on, and marks the main one of several.
func (w *writer) way(a *indicator.Assessment, p indicator.Projection) string {
	name := w.wayName(p)
	if p.Main && !oneWay(&a.Measurement) {
		return name + w.paren(w.say("projection-main"))
	}
	return name
}

func (w *writer) wayName(p indicator.Projection) string {
	return w.word("projection", string(p.Value.Formula), "")
}

// shortfall prints how far a projection falls short where the row is named with the unit, below zero where it does not.
func (w *writer) shortfall(p indicator.Projection, unit string) string {
	n := p.Shortfall.Result
	return w.present(n, func() string {
		number := w.digits(fixedIn(n, unit))
		if p.Shortfall.Unit == indicator.PointUnit {
			return w.quantity(number, indicator.PointUnit)
		}
		return number
	})
}

// reaches says whether a projection meets the target.
func (w *writer) reaches(p indicator.Projection) Cell {
	switch {
	case p.MeetsReason != indicator.Present:
		return Cell{Text: w.reason(p.MeetsReason), State: "unknown"}
	case p.Meets:
		return Cell{Text: w.say("reaches.met"), State: "met"}
	}
	return Cell{Text: w.say("reaches.not-met"), State: "not-met"}
}

func (w *writer) metPeriod(p indicator.Projection) string {
	if p.MetReason != indicator.Present {
		return w.reason(p.MetReason)
	}
	return w.period(p.Met)
}

// unprojected names the indicators that cannot be projected, by the reason why. Rates have no projection.
func (w *writer) unprojected() string {
	list := w.byReason(func(a *indicator.Assessment) indicator.Reason {
		m := &a.Measurement
		if len(w.ways(m)) > 0 || m.IsRate() {
			return indicator.Present
		}
		why := m.StraightLine().Missing()
		if m.IsReduction() {
			why = m.ConstantGrowth().Missing()
		}
		if why == indicator.Present { // the target's period has been observed
			return indicator.AfterTarget
		}
		return why
	})
	if list == "" {
		return ""
	}
	return w.say("projections.none", "reasons", list)
}

// figures returns an indicator's own figures, computed once.
func (w *writer) figures(a *indicator.Assessment) []indicator.Figure {
	list, known := w.measured[a]
	if !known {
		list = a.Figures()
		w.measured[a] = list
	}
	return list
}

// outlookFigures returns the figures of an indicator's trend and projections.
func (w *writer) outlookFigures(a *indicator.Assessment) []indicator.Figure {
	var figures []indicator.Figure
	if trend, ok := trended(&a.Measurement); ok {
		figures = append(figures, trend.Slope, trend.Intercept, trend.Value)
	}
	var attainments, shortfalls []indicator.Figure
	for _, p := range w.ways(&a.Measurement) {
		attainments, shortfalls = append(attainments, p.Attainment), append(shortfalls, p.Shortfall)
	}
	return slices.Concat(figures, attainments, shortfalls)
}

// projected says in words where the ways of going on would lead, which of them fall short, and what the main one comes
// to.
func (w *writer) projected(a *indicator.Assessment) string {
	var all, short []string
	main := ""
	list := w.ways(&a.Measurement)
	for _, p := range list {
		name := w.wayName(p)
		all = append(all, w.say("projection.item", "name", name, "value", w.number(a, p.Value.Result)))
		if p.MeetsReason == indicator.Present && !p.Meets {
			short = append(short, name)
		}
		if p.Main {
			main = w.mainWay(p, len(list) == 1)
		}
	}
	if len(all) == 0 {
		return ""
	}
	verdict := ""
	switch {
	case list[0].MeetsReason != indicator.Present:
	case len(all) == 1 && len(short) == 1:
		verdict = w.say("indicator.projected-one-missed")
	case len(all) == 1:
		verdict = w.say("indicator.projected-one-met")
	case len(short) == len(all):
		verdict = w.say("indicator.projected-missed")
	case len(short) > 0:
		verdict = w.say("indicator.projected-short", "short", w.list(short...))
	default:
		verdict = w.say("indicator.projected-met")
	}
	return w.sentences(w.say("indicator.projected", "targetYear", w.period(a.Target.Period), "projections", w.list(all...),
		"target", w.target(a.Target, a.Indicator.Unit)), verdict, main, w.trend(a))
}

// mainWay says what the main way comes to against a target that is not met yet; it needs no name where it stands alone.
func (w *writer) mainWay(p indicator.Projection, alone bool) string {
	if p.MetReason == indicator.AlreadyMet {
		return ""
	}
	var parts []string
	if p.Attainment.Result.Missing() == indicator.Present {
		parts = append(parts, w.say("main.attainment", "attainment", w.percent(p.Attainment.Result)))
	}
	if !p.Meets && p.MeetsReason == indicator.Present && p.Shortfall.Result.Missing() == indicator.Present {
		n, unit := p.Shortfall.Result, p.Shortfall.Unit
		parts = append(parts, w.say("main.shortfall", "shortfall", w.quantity(w.digits(fixedIn(n, unit)), unit)))
	}
	switch p.MetReason {
	case indicator.Present:
		parts = append(parts, w.say("main.met", "period", w.period(p.Met)))
	case indicator.NeverMet, indicator.BeyondHorizon:
		parts = append(parts, w.reason(p.MetReason))
	}
	if len(parts) == 0 {
		return ""
	}
	if alone {
		return capital(w.clauses(parts...)) + w.say("mark.stop")
	}
	return w.say("indicator.main-way", "way", w.wayName(p), "parts", w.clauses(parts...))
}
