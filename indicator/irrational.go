package indicator

import (
	"github.com/planeval/planeval/internal/exact"
	"github.com/shopspring/decimal"
)

// irrational is an exact number that is no fraction in general, or the reason why there is none: what [Root], [Log],
// [RootRatio], [SumRate] and [Real] share. It has no arithmetic, only what stays exact: comparison, and rounding once. The zero
// irrational is missing for the reason NotComputed.
type irrational[N exactNumber] struct {
	n       N
	present bool
	reason  Reason
}

// exactNumber is what package exact has of an irrational number.
type exactNumber interface {
	Cmp(exact.Fraction) int
	Round(places, shift int, mode exact.Mode) (exact.Decimal, bool)
	Decimal(places, shift int, mode exact.Mode) decimal.Decimal
}

// Missing returns why there is no number, or Present.
func (r irrational[N]) Missing() Reason {
	switch {
	case r.present:
		return Present
	case r.reason == Present:
		return NotComputed
	}
	return r.reason
}

// Cmp compares with an exact fraction, exactly; a missing number comes before every other, so ask Missing first.
func (r irrational[N]) Cmp(s Ratio) int {
	switch {
	case r.present && s.f.Valid():
		return r.n.Cmp(s.f)
	case r.present:
		return 1
	case s.f.Valid():
		return -1
	}
	return 0
}

// Decimal returns the number correctly rounded to the given places.
func (r irrational[N]) Decimal(places int, mode Rounding) decimal.Decimal {
	if !r.present {
		return decimal.Decimal{}
	}
	return r.n.Decimal(places, 0, exact.Mode(mode))
}

// Round returns the number correctly rounded to the given places, and false when it is missing or has more than 38
// digits.
func (r irrational[N]) Round(places int, mode Rounding) (Value, bool) {
	if !r.present {
		return Value{}, false
	}
	d, ok := r.n.Round(places, 0, exact.Mode(mode))
	return Value{d}, ok
}

// Percent returns a hundred times the number, correctly rounded to the given places.
func (r irrational[N]) Percent(places int, mode Rounding) decimal.Decimal {
	if !r.present {
		return decimal.Decimal{}
	}
	return r.n.Decimal(places, 2, exact.Mode(mode))
}

// String returns the number rounded half up to six places, such as 0.094201, or the reason why there is none.
func (r irrational[N]) String() string {
	if why := r.Missing(); why != Present {
		return why.String()
	}
	return r.Decimal(jsonPlaces, HalfUp).StringFixed(jsonPlaces)
}

// MarshalJSON writes the number rounded half up to six places, or the reason why it is missing; the working beside it
// holds what it is made of. It cannot be read back.
func (r irrational[N]) MarshalJSON() ([]byte, error) {
	if why := r.Missing(); why != Present {
		return marshal(missingJSON{why})
	}
	return marshal(struct {
		Rounded string `json:"rounded"`
	}{r.String()})
}
