package indicator

import "github.com/planeval/planeval/internal/exact"

// Log is an exact figure made of two logarithms, such as the share of a reduction that has been achieved,
// ln(1 − c) ÷ ln(1 − t): it is kept as scale·ln x ÷ ln base + shift, compared and rounded correctly from bounds drawn as
// close as it takes. The zero Log is missing for the reason NotComputed.
type Log struct{ irrational[exact.Log] }

// missingLog returns the Log that is absent for the given reason.
func missingLog(why Reason) Log { return Log{irrational[exact.Log]{reason: why}} }

// newLog returns scale·ln x ÷ ln base + shift; it is missing when one of the four is, for NotPositive when x or base is
// not above 0, for ZeroDenominator when base is 1, and for NotDefined when scale is 0 or a number is longer than
// exact.MaxLogBits.
func newLog(scale, x, base, shift Ratio) Log {
	for _, r := range [...]Ratio{x, base, scale, shift} {
		if why := r.Missing(); why != Present {
			return missingLog(why)
		}
	}
	l := exact.Log{Scale: scale.f, X: x.f, Base: base.f, Shift: shift.f}
	switch {
	case x.Sign() <= 0 || base.Sign() <= 0:
		return missingLog(NotPositive)
	case base.Cmp(whole(1)) == 0:
		return missingLog(ZeroDenominator)
	case !l.Valid():
		return missingLog(NotDefined)
	}
	return Log{irrational[exact.Log]{n: l, present: true}}
}

// plus returns l + n.
func (l Log) plus(n Ratio) Log {
	if l.Missing() == Present && n.Missing() == Present {
		l.n.Shift = l.n.Shift.Add(n.f)
	}
	return l
}

// Sign returns -1, 0 or 1; a missing Log has sign 0.
func (l Log) Sign() int {
	if l.Missing() != Present {
		return 0
	}
	return l.Cmp(whole(0))
}
