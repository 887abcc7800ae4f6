package indicator

import "github.com/planeval/planeval/internal/exact"

// Real is an exact figure that is made of fractions, square roots and quantiles of distributions, such as the bound of an
// interval: it is known by enclosures that are drawn ever closer, and compared and rounded correctly from them; where it is
// known to be a fraction, it is kept as that. Where a comparison, or a rounding, is still open when all that it is made of
// is known to 460 places, the two numbers count as the same, and the upper of the two roundings. The zero Real is missing
// for the reason NotComputed.
type Real struct{ irrational[exact.Real] }

// MissingReal returns the Real that is absent for the given reason.
func MissingReal(why Reason) Real { return Real{irrational[exact.Real]{reason: why}} }

// Real returns r as a Real.
func (r Ratio) Real() Real { return newReal(exact.RealOf(r.f), r.Missing(), NotComputed) }

// newReal returns n; it is missing for the reason why when that is given, and otherwise, when n is no number, for the
// reason that its own operation gives.
func newReal(n exact.Real, why, own Reason) Real {
	switch {
	case why != Present:
		return MissingReal(why)
	case !n.Valid():
		return MissingReal(own)
	}
	return Real{irrational[exact.Real]{n: n, present: true}}
}

// eitherReal returns the reason of the first operand that is missing, or Present.
func eitherReal(r, s Real) Reason {
	if why := r.Missing(); why != Present {
		return why
	}
	return s.Missing()
}

// Add returns r + s; it is missing when either is.
func (r Real) Add(s Real) Real { return newReal(r.n.Add(s.n), eitherReal(r, s), NotDefined) }

// Sub returns r − s; it is missing when either is.
func (r Real) Sub(s Real) Real { return newReal(r.n.Sub(s.n), eitherReal(r, s), NotDefined) }

// Mul returns r × s; it is missing when either is.
func (r Real) Mul(s Real) Real { return newReal(r.n.Mul(s.n), eitherReal(r, s), NotDefined) }

// Quo returns r ÷ s; it is missing when either is, and for ZeroDenominator when s cannot be told from 0.
func (r Real) Quo(s Real) Real { return newReal(r.n.Quo(s.n), eitherReal(r, s), ZeroDenominator) }

// Sqrt returns the square root of r; it is missing when r is, and for NotPositive when r is below 0.
func (r Real) Sqrt() Real { return newReal(r.n.Sqrt(), r.Missing(), NotPositive) }

// Exp returns e to the power of r; it is missing when r is, and for NotDefined when r is above 64.
func (r Real) Exp() Real { return newReal(r.n.Exp(), r.Missing(), NotDefined) }

// Sin returns the sine of r, an angle in radians; it is missing when r is, and for NotDefined when r is not within ±4.
func (r Real) Sin() Real { return newReal(r.n.Sin(), r.Missing(), NotDefined) }
