package report

import "github.com/planeval/planeval/indicator"

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

// position is the actual against the target.
func (w *writer) position(a *indicator.Assessment) string {
	switch {
	case a.Actual.Value.IsZero():
		return w.say("indicator.no-actual")
	case a.Target.Period.IsZero():
		return w.say("indicator.no-target", "year", w.period(a.Actual.Period), "actual", w.observed(a, a.Actual), "firmness", w.firmness(a.Actual))
	}
	values := []string{
		"year", w.period(a.Actual.Period), "actual", w.observed(a, a.Actual), "firmness", w.firmness(a.Actual),
		"targetYear", w.period(a.Target.Period), "target", w.target(a.Target, a.Indicator.Unit), "attainment", w.percent(a.Attainment),
	}
	if a.Attainment.Missing() != indicator.Present {
		return w.say("indicator.position-alone", values...)
	}
	return w.say("indicator.position", values...)
}

// against is progress against elapsed time, and the actual against the two values due.
func (w *writer) against(a *indicator.Assessment) string {
	if a.ScheduleGap.Missing() != indicator.Present {
		return ""
	}
	values := []string{
		"baseYear", w.period(a.Baseline.Period), "baseline", w.observed(a, a.Baseline), "firmness", w.firmness(a.Baseline),
		"progress", w.percent(a.Progress), "elapsed", w.share(a),
	}
	text := ""
	switch gap := w.quantity(unsigned(hundredfold(a.ScheduleGap)), indicator.PointUnit); a.ScheduleGap.Sign() {
	case 1:
		text = w.say("indicator.faster", append(values, "gap", gap)...)
	case -1:
		text = w.say("indicator.slower", append(values, "gap", gap)...)
	default:
		text = w.say("indicator.level", values...)
	}
	return w.sentences(text, w.due(a))
}

func unsigned(number string) string {
	if number != "" && (number[0] == '-' || number[0] == '+') {
		return number[1:]
	}
	return number
}

func (w *writer) due(a *indicator.Assessment) string {
	if a.Due.Missing() != indicator.Present || a.DueGeometric.Missing() != indicator.Present {
		return ""
	}
	actual := a.Actual.Value.Ratio(indicator.NoObservation)
	return w.say("indicator.due", "year", w.period(a.Actual.Period), "due", w.number(a, a.Due), "straight", w.compared(a, a.Due.Cmp(actual)),
		"geometric", w.number(a, a.DueGeometric), "growth", w.compared(a, a.DueGeometric.Cmp(actual)))
}

// compared says where the actual lies against a value due, given the comparison of that value with the actual.
func (w *writer) compared(a *indicator.Assessment, c int) string {
	lowerIsBetter := a.Indicator.Direction == indicator.Decrease
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
	if a.Progress.Missing() != indicator.NoBaseline {
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
	if met, why := a.Met(); why == indicator.Present && met {
		return w.say("indicator.met")
	}
	if a.RequiredStep.Missing() != indicator.Present {
		return ""
	}
	step := w.rise(a.RequiredStep, indicator.DifferenceUnit(a.Indicator.Unit), w.grouped)
	if a.RequiredGrowth.Missing() != indicator.Present {
		return w.say("indicator.required-step", "targetYear", w.period(a.Target.Period), "step", step)
	}
	return w.say("indicator.required", "targetYear", w.period(a.Target.Period),
		"growth", w.percent(a.RequiredGrowth), "step", step)
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

// projected is where three ways of going on would lead, and which of them fall short.
func (w *writer) projected(a *indicator.Assessment) string {
	var all, short []string
	for _, p := range []struct {
		formula indicator.Formula
		number  indicator.Number
	}{
		{indicator.FormulaStraightLine, a.StraightLine},
		{indicator.FormulaConstantGrowth, a.ConstantGrowth},
		{indicator.FormulaLastStep, a.LastStep},
	} {
		if p.number.Missing() != indicator.Present {
			continue
		}
		name := w.word("projection", string(p.formula), "")
		all = append(all, w.say("projection.item", "name", name, "value", w.number(a, p.number)))
		if reaches, why := a.Meets(p.number); why == indicator.Present && !reaches {
			short = append(short, name)
		}
	}
	if len(all) == 0 || a.Target.Value.IsZero() {
		return ""
	}
	verdict := w.say("indicator.projected-met")
	switch {
	case len(short) == len(all):
		verdict = w.say("indicator.projected-missed")
	case len(short) > 0:
		verdict = w.say("indicator.projected-short", "short", w.list(short...))
	}
	return w.sentences(w.say("indicator.projected", "targetYear", w.period(a.Target.Period), "projections", w.list(all...),
		"target", w.target(a.Target, a.Indicator.Unit)), verdict)
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
	if j.By().Cmp(indicator.IntRatio(0, 1)) < 0 {
		return w.say("indicator.because-below", values...)
	}
	return w.say("indicator.because", values...)
}
