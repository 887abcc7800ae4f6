package indicator

import "github.com/planeval/planeval/internal/exact"

// RootRatio is an exact figure that is an affine function of a quotient of two roots, such as the growth observed
// beside the growth needed. The zero RootRatio is missing for the reason NotComputed.
type RootRatio struct{ irrational[exact.GrowthRatio] }

func newRootRatio(num, den Root, scale, shift Ratio) RootRatio {
	q := exact.GrowthRatio{Num: num.n, Den: den.n, Scale: scale.f, Shift: shift.f}
	return RootRatio{irrational[exact.GrowthRatio]{n: q, present: true}}
}

// plus returns r + n.
func (r RootRatio) plus(n Ratio) RootRatio {
	r.n.Shift = r.n.Shift.Add(n.f)
	return r
}
