package indicator

import "strings"

// The endings of the formulas that hold a projection against the target.
const (
	endAttainment           = "-" + FormulaAttainment
	endAttainmentDecrease   = "-" + FormulaAttainmentDecrease
	endAttainmentDifference = "-" + FormulaAttainmentDifference

	endShortfall         Formula = "-shortfall"
	endShortfallDecrease Formula = "-shortfall-decrease"
)

// projectedForm is form for the formulas that hold a projection against the target.
func (f Formula) projectedForm() formulaForm {
	for _, way := range ways {
		end, ok := strings.CutPrefix(string(f), string(way))
		if !ok {
			continue
		}
		value := way.Expression()
		switch Formula(end) {
		case endAttainment:
			return formulaForm{"(" + value + ") ÷ t", Percent}
		case endAttainmentDecrease:
			return formulaForm{"t ÷ (" + value + ")", Percent}
		case endAttainmentDifference:
			return formulaForm{"2 − (" + value + ") ÷ t", Percent}
		case endShortfall:
			return formulaForm{"t − (" + value + ")", InUnit}
		case endShortfallDecrease:
			return formulaForm{value + " − t", InUnit}
		}
	}
	return formulaForm{}
}

// ways are the formulas of the ways of going on.
var ways = [...]Formula{FormulaStraightLine, FormulaConstantGrowth, FormulaLastStep, FormulaLeastSquares, FormulaConstantReduction}

// projectionFormulas returns the formulas that hold each way's projection against the target.
func projectionFormulas() []Formula {
	var list []Formula
	for _, way := range ways {
		ends := []Formula{endAttainment, endAttainmentDecrease, endAttainmentDifference, endShortfall, endShortfallDecrease}
		if way == FormulaConstantReduction { // more of which is always better
			ends = []Formula{endAttainment, endShortfall}
		}
		for _, end := range ends {
			list = append(list, way+end)
		}
	}
	return list
}

// projectedAttainment is attainment with a projection in the actual's place.
func (m *Measurement) projectedAttainment(value Figure) Figure {
	target, falls := m.heldAgainst(value.Result)
	if met, why := m.Meets(value.Result); m.Indicator.Direction == Range && why == Present && met {
		return Figure{FormulaAttainmentWithin, value.Inputs, "", whole(1)}
	}
	form := FormulaAttainment
	switch {
	case m.falls && m.Indicator.Attainment == AttainmentDifference:
		form = FormulaAttainmentDifference
	case falls:
		form = FormulaAttainmentDecrease
	}
	f := Figure{value.Formula + "-" + form, m.with(value.Inputs, target), "", nil}
	t := target.Ratio(NoTarget)
	switch v := value.Result.(type) {
	case Ratio:
		f.Result = form.attained(v, t)
	case Root:
		switch {
		case v.Missing() != Present:
			f.Result = v
		case t.Missing() != Present:
			f.Result = missingRoot(t.Missing())
		case t.Sign() < 0 || v.Cmp(whole(0)) < 0:
			f.Result = missingRoot(NotPositive)
		case form == FormulaAttainmentDecrease && t.Sign() == 0:
			f.Result = t
		case form == FormulaAttainmentDifference:
			f.Result = v.times(whole(-1).Quo(t)).plus(whole(2))
		case form == FormulaAttainmentDecrease: // of growth, whose shift is 0
			f.Result = newRoot(t.Quo(v.scale()), whole(1).Quo(v.base()), v.n.Power, v.n.Degree, whole(0))
		default:
			f.Result = v.times(whole(1).Quo(t))
		}
	}
	return f
}

// shortfall is the target less the projection, or where it should fall, the projection less the target.
func (m *Measurement) shortfall(value Figure) Figure {
	target, falls := m.heldAgainst(value.Result)
	f := Figure{value.Formula + endShortfall, m.with(value.Inputs, target), DifferenceUnit(m.Indicator.Unit), nil}
	t, sign := target.Ratio(NoTarget), whole(-1)
	if falls {
		f.Formula, sign = value.Formula+endShortfallDecrease, whole(1)
		t = whole(0).Sub(t)
	}
	switch v := value.Result.(type) {
	case Ratio:
		f.Result = v.Mul(sign).Add(t)
	case Root:
		f.Result = v.times(sign).plus(t)
	}
	return f
}

// heldAgainst returns the number that a projection is held against, and whether it should fall to it: the target, in a
// range the nearer bound.
func (m *Measurement) heldAgainst(n Number) (Value, bool) {
	t := m.Target
	switch {
	case m.falls:
		return t.Value, true
	case m.Indicator.Direction != Range:
		return t.Value, false
	case t.Low.IsZero():
		return t.High, true
	case t.High.IsZero():
		return t.Low, false
	}
	middle := t.Low.Ratio(NoTarget).Add(t.High.Ratio(NoTarget)).Quo(whole(2))
	if n.Cmp(middle) <= 0 {
		return t.Low, false
	}
	return t.High, true
}

// with returns the inputs of a projection and the number that it is held against.
func (m *Measurement) with(inputs []Input, target Value) []Input {
	return append(inputs[:len(inputs):len(inputs)], m.Target.input(target))
}
