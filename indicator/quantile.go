package indicator

import "github.com/planeval/planeval/internal/exact"

// NormalSquare returns z², where the standard normal distribution has the given confidence between −z and z: 1.96² for
// 0.95. It is missing when the confidence is, and for NotDefined when that is not above 0 and at most 0.999999.
func NormalSquare(confidence Ratio) Real {
	return newReal(exact.NormalSquare(confidence.f), confidence.Missing(), NotDefined)
}

// StudentSquare returns t² likewise, for Student's distribution with 1 to 10^10 degrees of freedom.
func StudentSquare(confidence Ratio, freedom int64) Real {
	return newReal(exact.StudentSquare(confidence.f, freedom), confidence.Missing(), NotDefined)
}

// BetaQuantile returns the number below which the share p of the beta distribution with parameters a and b lies. It is
// missing when one of them is, and for NotDefined when p is not between 10^-9 and 1 − 10^-9, or a or b between 10^-10 and
// 10^10 + 1.
func BetaQuantile(p, a, b Ratio) Real {
	return newReal(exact.BetaQuantile(p.f, a.f, b.f), p.Add(a).Add(b).Missing(), NotDefined)
}

// ChiSquareTail returns the share of the χ² distribution that lies above x, with 1 to 10,000 degrees of freedom. It is
// missing when x is, and for NotDefined when x is below 0 or the degrees are others.
func ChiSquareTail(x Ratio, freedom int64) Real {
	return newReal(exact.ChiSquareTail(x.f, freedom), x.Missing(), NotDefined)
}
