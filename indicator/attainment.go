package indicator

// AttainmentForm says how the attainment of an indicator that should fall is computed.
type AttainmentForm string

// The forms. The zero AttainmentForm is AttainmentRatio.
const (
	AttainmentRatio      AttainmentForm = ""           // t ÷ a
	AttainmentDifference AttainmentForm = "difference" // 2 − a ÷ t, 差额法: for each per cent above the target one per cent less
)

// Attainment returns 完成率, how much of the target the actual comes to: a ÷ t, where lower is better t ÷ a or by
// [AttainmentDifference] 2 − a ÷ t; in a range 1 inside and against the bound that is missed outside. Of a cumulative
// indicator a is the sum since the baseline. A rate of growth has [Measurement.RateAttainment] instead.
//
// It is missing for ZeroDenominator when the divisor is 0, and for NotPositive when a or t is below 0.
func (m *Measurement) Attainment() Ratio {
	if m.scheme != plain && m.scheme != summed && m.scheme != reduced {
		return Missing(m.lacks())
	}
	form, t := m.AttainmentFormula(), m.t
	switch form {
	case FormulaAttainmentLow:
		t = m.Target.Low.Ratio(NoTarget)
	case FormulaAttainmentHigh:
		t = m.Target.High.Ratio(NoTarget)
	case FormulaAttainmentWithin:
		if why := m.a.Missing(); why != Present {
			return m.a
		}
		if m.Target.Low.IsZero() && m.Target.High.IsZero() {
			return Missing(NoTarget)
		}
		return whole(1)
	}
	return form.attained(m.a, t)
}

// AttainmentFormula says which form of attainment fits the direction and, in a range, the side that was missed.
func (m *Measurement) AttainmentFormula() Formula {
	a, t := &m.Actual.Value, &m.Target
	switch {
	case m.Indicator.Direction == Range && !t.Low.IsZero() && !a.IsZero() && a.Cmp(t.Low) < 0:
		return FormulaAttainmentLow
	case m.Indicator.Direction == Range && !t.High.IsZero() && a.Cmp(t.High) > 0:
		return FormulaAttainmentHigh
	case m.Indicator.Direction == Range:
		return FormulaAttainmentWithin
	case m.falls && m.Indicator.Attainment == AttainmentDifference:
		return FormulaAttainmentDifference
	case m.falls:
		return FormulaAttainmentDecrease
	}
	return FormulaAttainment
}

// attained returns the attainment of a against t by that form.
func (f Formula) attained(a, t Ratio) Ratio {
	switch f {
	case FormulaAttainmentDecrease, FormulaAttainmentHigh:
		return attained(t, a)
	case FormulaAttainmentDifference:
		return whole(2).Sub(attained(a, t))
	}
	return attained(a, t)
}

// attained returns a ÷ t; of two negative numbers it would say the opposite of the truth, so it is missing for
// NotPositive when either is below 0.
func attained(a, t Ratio) Ratio {
	q := a.Quo(t)
	if (a.Sign() < 0 || t.Sign() < 0) && q.Missing() == Present {
		return Missing(NotPositive)
	}
	return q
}
