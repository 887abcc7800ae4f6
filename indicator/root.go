package indicator

import "github.com/planeval/planeval/internal/exact"

// Root is an exact figure that is in general irrational, such as a mean growth rate (a ÷ b)^(1 ÷ n) − 1: it is kept
// as scale·base^(power ÷ degree) + shift, compared by integer powers, and rounded correctly once. The zero Root is
// missing for the reason NotComputed.
type Root struct{ irrational[exact.Root] }

// missingRoot returns the Root that is absent for the given reason.
func missingRoot(why Reason) Root { return Root{irrational[exact.Root]{reason: why}} }

// newRoot returns scale·base^(power/degree) + shift; it is missing when one of the three is, for NotPositive when base
// is below 0, for NotDefined when scale is 0, for NoTime when power or degree is not above 0, and for NotDefined when
// one is above exact.MaxDegree.
func newRoot(scale, base Ratio, power, degree int, shift Ratio) (r Root) {
	why := either(scale, base)
	switch {
	case why != Present:
	case shift.Missing() != Present:
		why = shift.Missing()
	case base.Sign() < 0:
		why = NotPositive
	case power < 1 || degree < 1:
		why = NoTime
	}
	if why != Present {
		return missingRoot(why)
	}
	r.n = exact.Root{Scale: scale.f, Base: base.f, Power: power, Degree: degree, Shift: shift.f}
	if !r.n.Valid() {
		return missingRoot(NotDefined)
	}
	r.present = true
	return r
}

func (r Root) scale() Ratio { return Ratio{f: r.n.Scale} }
func (r Root) base() Ratio  { return Ratio{f: r.n.Base} }

// plus returns r + n.
func (r Root) plus(n Ratio) Root {
	if r.present {
		if why := n.Missing(); why != Present {
			return missingRoot(why)
		}
		r.n.Shift = r.n.Shift.Add(n.f)
	}
	return r
}

// times returns r × n; it is missing for NotDefined when n is 0.
func (r Root) times(n Ratio) Root {
	if r.present {
		switch why := n.Missing(); {
		case why != Present:
			return missingRoot(why)
		case n.Sign() == 0:
			return missingRoot(NotDefined)
		}
		r.n.Scale, r.n.Shift = r.n.Scale.Mul(n.f), r.n.Shift.Mul(n.f)
	}
	return r
}
