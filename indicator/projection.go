package indicator

import (
	"sort"

	"github.com/planeval/planeval/internal/exact"
)

// Projection is where one way of going on leads, 外推: the value at the target's period, what it comes to against the
// target, and when the target would be met. Each figure is exact, with its working, or missing for a reason.
type Projection struct {
	Value Figure `json:"value"` // at the target's period, in the unit; its Formula names the way of going on

	// Main marks the way to look at first: the straight line for shares, which cannot grow at a constant rate for long,
	// and for indicators without a rate of growth; constant growth for all others. The other ways stand beside it.
	Main bool `json:"main"`

	// Attainment is 预计完成率, by the form that fits the direction, as of [Measurement.Attainment].
	Attainment Figure `json:"attainment"`
	// Shortfall is how far the value falls short of the target, 预计缺口, in the unit, for per cent in percentage points:
	// target − value, where lower is better value − target, in a range against the nearer bound. It is negative where the
	// target is passed, and counts no tolerance.
	Shortfall Figure `json:"shortfall"`

	// Meets says whether the value meets the target, by its qualifier and tolerance; MeetsReason is Present where that
	// can be said.
	Meets       bool   `json:"meets"`
	MeetsReason Reason `json:"meetsReason,omitzero"`

	// Met is the first period after the actual that meets the target, 预计实现时间, of the actual's form (for a day, a
	// month); it may lie after the target's period. Where there is none, MetReason says why: AlreadyMet, NeverMet,
	// BeyondHorizon, NotDefined where a line of least squares meets the target already and the actual does not, or what is
	// missing.
	Met       Period `json:"met,omitzero"`
	MetReason Reason `json:"metReason,omitzero"`
}

// Horizon is how many years after the actual a target's being met is looked for.
const Horizon = 100

// Projections returns the ways of going on, in a fixed order: straight line and constant growth from the baseline, the
// last year's step repeated, and least squares over the series (see [Measurement.Trend]). A sum goes on in a straight
// line alone, a reduction at a constant yearly change; a mean rate of growth has no projection.
func (m *Measurement) Projections() []Projection {
	ways := m.ways()
	list := make([]Projection, 0, len(ways))
	main := FormulaConstantGrowth
	if m.share || m.ConstantGrowth().Missing() == NotPositive {
		main = FormulaStraightLine
	}
	for _, w := range ways {
		p := Projection{Value: w.value, Main: w.value.Formula == main || len(ways) == 1}
		p.Attainment, p.Shortfall = m.projectedAttainment(w.value), m.shortfall(w.value)
		p.Meets, p.MeetsReason = m.Meets(w.value.Result)
		p.Met, p.MetReason = m.firstMet(w)
		list = append(list, p)
	}
	return list
}

// way is a way of going on: the figure at the target's period, and the number any units of time after the actual.
type way struct {
	value   Figure
	perYear int
	slope   int // the sign of its change
	after   func(units int) Number
}

func (m *Measurement) ways() []way {
	a, b, k := m.a, m.b, m.Span.Elapsed
	figures := map[Formula]Figure{}
	for _, f := range m.Figures() {
		figures[f.Formula] = f
	}
	straight := way{figures[FormulaStraightLine], m.Span.PerYear(), m.gain.Sign(), func(units int) Number {
		return b.Add(m.gain.Mul(IntRatio(int64(k+units), int64(k))))
	}}
	switch m.scheme {
	case summed:
		return []way{straight}
	case reduced:
		return []way{{figures[FormulaConstantReduction], m.Span.PerYear(), a.Sign(), func(units int) Number {
			return raised(whole(-100), m.Actual.Value.kept(NoObservation), k+units, k, whole(100))
		}}}
	case plain:
	default:
		return nil
	}
	trend := m.Trend()
	trendYear := Span{Unit: trend.Unit}.PerYear()
	return []way{
		straight,
		{figures[FormulaConstantGrowth], m.Span.PerYear(), m.gain.Sign(), func(units int) Number {
			return raised(b, a.Quo(b), k+units, k, whole(0))
		}},
		{figures[FormulaLastStep], m.Left.PerYear(), a.Sub(m.p).Sign(), func(units int) Number {
			return a.Add(a.Sub(m.p).Mul(IntRatio(int64(units), int64(m.Left.PerYear()))))
		}},
		{trend.Value, trendYear, trend.slope.Sign(), func(units int) Number {
			return trend.last.Add(trend.slope.Mul(IntRatio(int64(units), 1)))
		}},
	}
}

// raised is newRoot for numbers that are there, of which one comparison is made, so that the power may be above its limit.
func raised(scale, base Ratio, power, degree int, shift Ratio) Root {
	root := exact.Root{Scale: scale.f, Base: base.f, Power: power, Degree: degree, Shift: shift.f}
	return Root{irrational[exact.Root]{n: root, present: true}}
}

// firstMet looks for the first period after the actual in which w meets the target. What w gives moves one way, so the
// period is found by bisection, and every comparison is exact.
func (m *Measurement) firstMet(w way) (Period, Reason) {
	if met, why := m.Met(); why != Present {
		return Period{}, why
	} else if met {
		return Period{}, AlreadyMet
	}
	if why := w.value.Result.Missing(); why != Present {
		return Period{}, why
	}
	if met, _ := m.Meets(w.after(0)); met { // a line of least squares, which does not go through the actual
		return Period{}, NotDefined
	}
	if w.perYear == 0 { // days, which make no whole number of the actual's periods
		return Period{}, PeriodUnaligned
	}
	form := m.Actual.Period.form().months()
	after := func(n int) Number { return w.after(n * form * w.perYear / 12) } // n periods of the actual's form
	next := after(1)
	first := 1
	if met, _ := m.Meets(next); !met {
		near, side := m.near(next)
		if w.slope != side || w.value.Formula == FormulaConstantGrowth && side < 0 && near.Sign() <= 0 {
			return Period{}, NeverMet
		}
		last := Horizon * 12 / form
		first = 2 + sort.Search(last-1, func(i int) bool {
			number := after(2 + i)
			met, _ := m.Meets(number)
			return met || m.Indicator.Direction == Range && number.Cmp(near)*side > 0
		})
		if first > last {
			return Period{}, BeyondHorizon
		}
		if met, _ := m.Meets(after(first)); !met { // from one side of a range to the other
			return Period{}, NeverMet
		}
	}
	if p := m.Actual.Period.later(first); !p.IsZero() {
		return p, Present
	}
	return Period{}, BeyondHorizon
}

// near returns the number at which what does not meet the target begins to meet it, and whether it lies above (1) or
// below (-1).
func (m *Measurement) near(n Number) (Ratio, int) {
	t := m.Target
	target, tolerance := t.Value.Ratio(NoTarget), whole(0)
	if t.Qualifier == About {
		tolerance = t.Tolerance.Ratio(NoTolerance)
	}
	low := t.Low.Ratio(NoTarget)
	switch {
	case m.falls:
		return target.Add(tolerance), -1
	case m.Indicator.Direction != Range:
		return target.Sub(tolerance), 1
	case !t.Low.IsZero() && n.Cmp(low) < 0:
		return low, 1
	}
	return t.High.Ratio(NoTarget), -1
}

// later returns the period of p's form n periods later, for a day the month n months later, and the zero Period beyond
// the calendar.
func (p Period) later(n int) Period {
	form := max(p.form(), monthForm)
	end := monthsTo(p) + n*form.months() - 1
	return form.part(end/12, (end%12+1)/form.months())
}
