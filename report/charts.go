package report

import (
	"slices"
	"strconv"

	"github.com/planeval/planeval/indicator"
)

// How many rows and panels one picture holds at most; what is more goes into further pictures, so that none is longer than
// a page.
const (
	mostRows   = 16
	mostPanels = 9
)

// parted makes a chart of each run of things, with a legend of its own, and with captions that count them where there are several.
func parted[T any](w *words, c Chart, most int, things []T, plot func([]T) (Plot, []Key)) []Block {
	var list []Block
	count := (len(things) + most - 1) / most
	for i := range count {
		one := c
		one.Plot, one.Legend = plot(things[i*len(things)/count : (i+1)*len(things)/count])
		if count > 1 {
			one.Caption += w.paren(w.say("matrix.part", "n", strconv.Itoa(i+1), "count", strconv.Itoa(count)))
		}
		list = append(list, one)
	}
	return list
}

// stateKeys explain the marks of states.
func (w *words) stateKeys(mark Mark, word func(state string) string, states ...string) []Key {
	keys := make([]Key, 0, len(states))
	for _, state := range states {
		keys = append(keys, Key{Mark: mark, State: state, Text: word(state)})
	}
	return keys
}

// bulletCharts show how far each indicator has come.
func (w *writer) bulletCharts() []Block {
	var rows []Bullet
	most := indicator.IntValue(0)
	for i := range w.e.Indicators {
		b := w.bullet(&w.e.Indicators[i])
		if !b.Attainment.At.IsZero() && b.Attainment.At.Cmp(most) > 0 {
			most = b.Attainment.At
		}
		rows = append(rows, b)
	}
	heads := []string{
		w.say("column.indicator"), w.say("bullets.scale"), w.say("column.attainment"), w.say("bullets.values"), w.say("column.period"),
		w.say("column.verdict"),
	}
	c := Chart{
		ID: "attainment", Caption: w.say("bullets.caption"), Tables: []string{"attainment", "schedule", "outlook"},
		Summary: w.say("bullets.summary"), Notes: []string{w.say("bullets.note")},
	}
	axis := w.attainmentAxis(most)
	return parted(&w.words, c, mostRows, rows, func(rows []Bullet) (Plot, []Key) {
		return Bullets{Columns: heads, Axis: axis, Rows: rows}, w.bulletKeys(rows)
	})
}

// bulletKeys explain the marks that bullets have.
func (w *writer) bulletKeys(rows []Bullet) []Key {
	keys := []Key{{Mark: MarkBar, Text: w.say("column.attainment")}, {Mark: MarkTarget, Text: w.say("column.target")}}
	for _, k := range []struct {
		key Key
		of  func(Bullet) indicator.Value
	}{
		{Key{Mark: MarkElapsed, Text: w.say("column.elapsed")}, func(b Bullet) indicator.Value { return b.Elapsed }},
		{Key{Mark: MarkDue, Text: w.say("column.due")}, func(b Bullet) indicator.Value { return b.Due }},
		{Key{Mark: MarkBaseline, Text: w.say("column.baseline")}, func(b Bullet) indicator.Value { return b.Baseline }},
	} {
		if slices.ContainsFunc(rows, func(b Bullet) bool { return !k.of(b).IsZero() }) {
			keys = append(keys, k.key)
		}
	}
	return keys
}

// attainmentAxis reaches to the target, or to the greatest attainment, but to twice the target at most.
func (w *writer) attainmentAxis(most indicator.Value) Axis {
	for _, a := range []struct{ end, step int }{{100, 20}, {150, 50}} {
		if most.Cmp(indicator.IntValue(int64(a.end))) <= 0 {
			return w.percentAxis(a.end, a.step)
		}
	}
	return w.percentAxis(200, 50)
}

func (w *writer) bullet(a *indicator.Assessment) Bullet {
	m := &a.Measurement
	verdict := w.judged(verdictOf(a))
	b := Bullet{
		Name: w.indicatorName(a.Indicator), State: verdict.State, Verdict: verdict.Text,
		Attainment: Point{At: percentAt(attainment(m)), Text: w.percent(attainment(m))},
		Values:     w.say("bullets.reached", "reached", w.reachedValue(m), "target", or(w.target(a.Target, ""), missing)),
		Period:     w.reachedPeriod(m),
	}
	if !b.Attainment.At.IsZero() && !m.IsRate() { // the mean of rates does not grow with time
		b.Elapsed = percentAt(a.Elapsed())
	}
	formula := a.AttainmentFormula()
	if m.IsRate() {
		formula = indicator.FormulaAttainmentRate
	}
	b.Working, _ = a.Figure(formula)
	if !b.Attainment.At.IsZero() {
		b.Due = attainmentOf(m, rounded(a.Due()))
	}
	if !b.Attainment.At.IsZero() && !countsFromBaseline(m) {
		b.Baseline = attainmentOf(m, m.Baseline.Value)
	}
	switch {
	case progress(m) != nil && progress(m).Missing() == indicator.Present:
		b.Detail = w.say("bullets.progress", "progress", w.percent(progress(m)))
	case !m.IsRate() && a.RequiredGrowth().Missing() == indicator.Present:
		b.Detail = w.say("bullets.required", "growth", w.percent(a.RequiredGrowth()))
	}
	return b
}

// reachedValue is what is held against the target, as [writer.reached] prints it, without its time.
func (w *writer) reachedValue(m *indicator.Measurement) string {
	switch {
	case m.Reached().Missing() != indicator.Present:
		return missing
	case m.IsRate():
		return w.bare(m.MeanRate(), m.Indicator.Unit)
	}
	return w.value(m.Actual.Value)
}

// reachedPeriod is the time that it is of.
func (w *writer) reachedPeriod(m *indicator.Measurement) string {
	switch {
	case m.Reached().Missing() != indicator.Present:
		return missing
	case m.IsRate() || m.IsSum():
		return w.run(m)
	}
	return w.period(m.Actual.Period)
}

// rounded is a figure as a number to draw.
func rounded(n indicator.Ratio) indicator.Value {
	v, ok := n.Round(2*places, indicator.HalfUp)
	if !ok {
		return indicator.Value{}
	}
	return v
}

// attainmentOf is the place of a value beside the attainment of the actual, by the same formula; of ranges, which have none for
// a value alone, it is absent.
func attainmentOf(m *indicator.Measurement, v indicator.Value) indicator.Value {
	if v.IsZero() || v.Sign() < 0 { // of numbers below zero a quotient says the opposite
		return indicator.Value{}
	}
	switch m.AttainmentFormula() {
	case indicator.FormulaAttainment:
		return percentAt(indicator.NewRatio(v, m.Target.Value, indicator.NoTarget))
	case indicator.FormulaAttainmentDecrease:
		return percentAt(indicator.NewRatio(m.Target.Value, v, indicator.NoTarget))
	case indicator.FormulaAttainmentDifference:
		return percentAt(indicator.IntRatio(2, 1).Sub(indicator.NewRatio(v, m.Target.Value, indicator.NoTarget)))
	}
	return indicator.Value{}
}
