package report

import (
	"strings"

	"github.com/planeval/planeval/indicator"
)

// indicatorParagraph says in words what the tables say of one indicator. Every number in it stands in a table too.
func (w *writer) indicatorParagraph(a *indicator.Assessment) Paragraph {
	text := w.sentences(w.position(a), w.against(a), w.baselineMissing(a), w.required(a), w.projected(a), w.because(a))
	return Paragraph{Lead: w.lead(w.indicatorName(a.Indicator)), Text: text}
}

// indicatorNotes says what the plan notes on indicators, each note once with those that it is on.
func (w *writer) indicatorNotes() []Block {
	var notes []string
	on := map[string][]string{}
	for i := range w.e.Indicators {
		ind := w.e.Indicators[i].Indicator
		if ind.Note == "" {
			continue
		}
		if on[ind.Note] == nil {
			notes = append(notes, ind.Note)
		}
		on[ind.Note] = append(on[ind.Note], w.t(ind.Name))
	}
	var all []Block
	for _, note := range notes {
		names := w.list(on[note]...)
		if len(on[note]) > 1 && len(on[note]) == len(w.e.Indicators) {
			names = w.say("indicator.all")
		}
		all = append(all, Paragraph{Text: w.say("indicator.note", "names", names, "note", w.t(note))})
	}
	return all
}

// number prints a number of the indicator with its unit, or without where the paragraph's head names it.
func (w *writer) number(a *indicator.Assessment, n indicator.Number) string {
	return w.inUnit(n, a.Indicator.Unit)
}

func (w *writer) observed(a *indicator.Assessment, o indicator.Observation) string {
	return w.quantity(w.value(o.Value), a.Indicator.Unit)
}

// firmness marks a number that is not simply printed.
func (w *writer) firmness(o indicator.Observation) string {
	if o.Status == indicator.Printed {
		return ""
	}
	return w.say("mark.status", "status", w.status(o.Status))
}

// position is what is held against the target.
func (w *writer) position(a *indicator.Assessment) string {
	m := &a.Measurement
	stand, lacking := w.stand(a)
	switch {
	case lacking != "":
		return lacking
	case a.Target.Period.IsZero():
		return w.say("indicator.no-target", "stand", stand)
	}
	values := []string{
		"stand", stand, "targetYear", w.period(a.Target.Period), "target", w.target(a.Target, a.Indicator.Unit),
		"attainment", w.percent(attainment(m)),
	}
	text := w.say("indicator.position", values...)
	if attainment(m).Missing() != indicator.Present {
		text = w.say("indicator.position-alone", values...)
	}
	return w.sentences(text, w.rateGap(m))
}

// stand says how far the indicator has come: the actual, the sum or the mean rate; or what there is not.
func (w *writer) stand(a *indicator.Assessment) (stand, lacking string) {
	m := &a.Measurement
	actual := []string{"year", w.period(a.Actual.Period), "actual", w.observed(a, a.Actual), "firmness", w.firmness(a.Actual)}
	why := a.Reached().Missing()
	switch {
	case a.Actual.Period.IsZero():
		return "", w.say("indicator.no-actual")
	case m.IsSum() && why != indicator.Present:
		return "", w.say("indicator.no-sum", "of", w.of(m), "reason", w.reason(why)+w.paren(w.gaps(m)))
	case m.IsSum():
		return w.say("stand.sum", "span", w.run(m), "actual", w.observed(a, a.Actual)), ""
	case m.IsRate() && why != indicator.Present:
		return "", w.say("indicator.no-mean", "of", w.of(m), "reason", w.reason(why)+w.paren(w.gaps(m)))
	case m.IsRate():
		return w.say("stand.mean", append(actual, "span", w.run(m), "mean", w.percent(m.MeanGrowth()))...), ""
	case a.Actual.Value.IsZero():
		return "", w.say("indicator.no-actual")
	}
	return w.say("stand.actual", actual...), ""
}

// of names the time that an indicator would be summed or compounded over.
func (w *writer) of(m *indicator.Measurement) string {
	if span := w.run(m); span != "" {
		return w.say("of-period", "period", span)
	}
	return ""
}

// rateGap is the mean rate against the target.
func (w *writer) rateGap(m *indicator.Measurement) string {
	if m.RateGap().Missing() != indicator.Present {
		return ""
	}
	gap := w.quantity(unsigned(hundredfold(m.RateGap())), indicator.PointUnit)
	switch sign(m.RateGap()) {
	case 1:
		return w.say("rate.above", "gap", gap)
	case -1:
		return w.say("rate.below", "gap", gap)
	}
	return w.say("rate.equal")
}

// against is progress against elapsed time, and the actual against the values due.
func (w *writer) against(a *indicator.Assessment) string {
	m := &a.Measurement
	n := scheduleGap(m)
	if n.Missing() != indicator.Present {
		return ""
	}
	from := w.say("from.baseline", "baseYear", w.period(a.Baseline.Period), "baseline", w.observed(a, a.Baseline), "firmness", w.firmness(a.Baseline))
	if countsFromBaseline(m) {
		from = w.say("from.period", "baseYear", w.period(a.Indicator.Baseline))
	}
	values := []string{"from", from, "progress", w.percent(progress(m)), "elapsed", w.share(a)}
	text := ""
	switch gap := w.quantity(unsigned(hundredfold(n)), indicator.PointUnit); sign(n) {
	case 1:
		text = w.say("indicator.faster", append(values, "gap", gap)...)
	case -1:
		text = w.say("indicator.slower", append(values, "gap", gap)...)
	default:
		text = w.say("indicator.level", values...)
	}
	return w.sentences(text, w.due(a))
}

// unsigned leaves out the sign of a number, printed or not.
func unsigned(number string) string { return strings.TrimLeft(number, "+-−") }

func (w *writer) due(a *indicator.Assessment) string {
	actual := a.Actual.Value.Ratio(indicator.NoObservation)
	year := w.period(a.Actual.Period)
	straight := []string{"due", w.number(a, a.Due()), "straight", w.compared(a, a.Due().Cmp(actual))}
	geometric := []string{"geometric", w.number(a, a.DueGeometric()), "growth", w.compared(a, a.DueGeometric().Cmp(actual))}
	line, growth := a.Due().Missing() == indicator.Present, a.DueGeometric().Missing() == indicator.Present
	switch {
	case line && growth:
		return w.say("indicator.due", append(append(straight, geometric...), "year", year)...)
	case line:
		return w.say("indicator.due-straight", append(straight, "year", year)...)
	case growth && a.IsReduction():
		return w.say("indicator.due-reduction", append(geometric, "year", year)...)
	}
	return ""
}

// compared says where the actual lies against a value due, given the comparison of that value with the actual.
func (w *writer) compared(a *indicator.Assessment, c int) string {
	lowerIsBetter := a.Indicator.Direction == indicator.Decrease && a.Indicator.Kind != indicator.Reduction
	switch {
	case c > 0 && lowerIsBetter:
		return w.say("compared.below-better")
	case c < 0 && lowerIsBetter:
		return w.say("compared.above-worse")
	case c > 0:
		return w.say("compared.below")
	case c < 0:
		return w.say("compared.above")
	}
	return w.say("compared.equal")
}

// baselineMissing says what cannot be said without a baseline.
func (w *writer) baselineMissing(a *indicator.Assessment) string {
	if progress(&a.Measurement).Missing() != indicator.NoBaseline || countsFromBaseline(&a.Measurement) {
		return ""
	}
	of := ""
	if !a.Baseline.Period.IsZero() {
		of = w.say("of-period", "period", w.period(a.Baseline.Period))
	}
	return w.say("indicator.no-baseline", "of", of)
}

// required is what the target still asks for.
func (w *writer) required(a *indicator.Assessment) string {
	m := &a.Measurement
	met, why := a.Met()
	met = met && why == indicator.Present
	year, present := w.period(a.Target.Period), a.RequiredGrowth().Missing() == indicator.Present
	switch {
	case m.IsRate() && present:
		return w.requiredRate(a, met)
	case m.IsRate() && underWay(m):
		return ""
	case met:
		return w.say("indicator.met")
	case m.IsReduction() && present && a.MeanGrowth().Missing() == indicator.Present:
		return w.say("indicator.required-reduction", "targetYear", year, "past", w.yearly(a.MeanGrowth()), "change", w.yearly(a.RequiredGrowth()))
	case a.RequiredStep().Missing() != indicator.Present:
		return ""
	case m.IsSum():
		return w.say("indicator.required-amount", "targetYear", year, "amount", w.number(a, a.RequiredStep()))
	}
	step := w.rise(a.RequiredStep(), indicator.DifferenceUnit(a.Indicator.Unit), w.grouped)
	if !present {
		return w.say("indicator.required-step", "targetYear", year, "step", step)
	}
	if sign(a.RequiredGrowth()) < 0 {
		return w.say("indicator.required-fall", "targetYear", year, "fall", w.digits(unsigned(hundredfold(a.RequiredGrowth())))+"%", "step", step)
	}
	return w.say("indicator.required", "targetYear", year, "growth", w.percent(a.RequiredGrowth()), "step", step)
}

// requiredRate is the mean rate that the years left need for the target, or where it is met so far, for keeping it.
func (w *writer) requiredRate(a *indicator.Assessment, met bool) string {
	growth, year := w.percent(a.RequiredGrowth()), w.period(a.Target.Period)
	if !met {
		return w.say("indicator.required-rate", "targetYear", year, "growth", growth)
	}
	limit := indicator.AtLeast
	if a.Indicator.Direction == indicator.Decrease {
		limit = indicator.AtMost
	}
	return w.say("indicator.kept-rate", "year", w.period(a.Actual.Period), "targetYear", year, "growth", w.qualified(limit, growth))
}

// yearly words a yearly change in per cent as a rise or a fall.
func (w *writer) yearly(n indicator.Number) string {
	number := hundredfold(n)
	amount := w.digits(unsigned(number)) + "%"
	if number != unsigned(number) {
		return w.say("yearly.down", "amount", amount)
	}
	return w.say("yearly.up", "amount", amount)
}

// grouped prints a number with its unit where the subject is named with its unit.
func (w *writer) grouped(number, unit string) string { return w.quantity(w.digits(number), unit) }

// rise words a change in a unit as an increase or a decrease; write prints the number with its unit.
func (w *writer) rise(n indicator.Number, unit string, write func(number, unit string) string) string {
	return w.present(n, func() string {
		number := fixedIn(n, unit)
		amount := write(unsigned(number), unit)
		if number != unsigned(number) {
			return w.say("step.down", "amount", amount)
		}
		return w.say("step.up", "amount", amount)
	})
}

// because states the verdict with what decided it.
func (w *writer) because(a *indicator.Assessment) string {
	j := verdictOf(a)
	if j.Verdict == indicator.NotJudged {
		if j.Reason == indicator.NoBaseline && !a.Actual.Value.IsZero() {
			return "" // said with the missing baseline
		}
		return w.say("indicator.not-judged", "reason", w.reason(j.Reason))
	}
	d := w.decision(a, j)
	if d.threshold == "" || d.margin == "" {
		return w.say("indicator.verdict", "verdict", w.verdict(j.Verdict))
	}
	values := []string{
		"verdict", w.verdict(j.Verdict), "name", d.name, "figure", d.figure, "threshold", d.threshold, "margin", unsigned(d.margin),
	}
	veto := ""
	if j.Veto {
		veto = w.say("indicator.veto")
	}
	if j.By().Cmp(indicator.IntRatio(0, 1)) < 0 {
		return w.sentences(w.say("indicator.because-below", values...), veto)
	}
	return w.sentences(w.say("indicator.because", values...), veto)
}
