package indicator

import (
	"github.com/planeval/planeval/internal/exact"
	"github.com/shopspring/decimal"
)

// RootRatio is an exact figure that is an affine function of a quotient of two roots, such as the growth observed
// beside the growth needed. The zero RootRatio is missing for the reason NotComputed.
type RootRatio struct{ q exact.GrowthRatio }

// plus returns r + n.
func (r RootRatio) plus(n Ratio) RootRatio {
	r.q.Shift = r.q.Shift.Add(n.f)
	return r
}

func newRootRatio(num, den Root, scale, shift Ratio) RootRatio {
	return RootRatio{exact.GrowthRatio{Num: num.r, Den: den.r, Scale: scale.f, Shift: shift.f}}
}

// Missing returns NotComputed for the zero RootRatio, or Present.
func (r RootRatio) Missing() Reason {
	if r.q.Num.Degree == 0 {
		return NotComputed
	}
	return Present
}

// Cmp compares r with an exact fraction, exactly; a missing number comes before every other, so ask Missing first.
func (r RootRatio) Cmp(s Ratio) int {
	if present := r.Missing() == Present; !present || !s.f.Valid() {
		return comparePresence(present, s.f.Valid())
	}
	return r.q.Cmp(s.f)
}

// Decimal returns r correctly rounded to the given places.
func (r RootRatio) Decimal(places int, mode Rounding) decimal.Decimal {
	return r.rounded(places, 0, mode)
}

// Percent returns 100·r correctly rounded to the given places.
func (r RootRatio) Percent(places int, mode Rounding) decimal.Decimal {
	return r.rounded(places, 2, mode)
}

func (r RootRatio) rounded(places, shift int, mode Rounding) decimal.Decimal {
	if r.Missing() != Present {
		return decimal.Decimal{}
	}
	return r.q.Decimal(places, shift, exact.Mode(mode))
}

// MarshalJSON writes r rounded half up to six places, or the reason why it is missing.
func (r RootRatio) MarshalJSON() ([]byte, error) {
	if why := r.Missing(); why != Present {
		return marshal(missingJSON{why})
	}
	return marshal(struct {
		Rounded string `json:"rounded"`
	}{r.Decimal(jsonPlaces, HalfUp).StringFixed(jsonPlaces)})
}
