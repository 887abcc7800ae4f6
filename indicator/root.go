package indicator

import (
	"github.com/planeval/planeval/internal/exact"
	"github.com/shopspring/decimal"
)

// Root is an exact figure that is in general irrational, such as a mean growth rate (a ÷ b)^(1 ÷ n) − 1: it is kept
// as scale·base^(power ÷ degree) + shift, compared by integer powers, and rounded correctly once. The zero Root is
// missing for the reason NotComputed.
type Root struct {
	r      exact.Root
	reason Reason
}

// newRoot returns scale·base^(power/degree) + shift; it is missing when one of the three is, for NotPositive when base
// is not above 0, for NotDefined when scale is 0, for NoTime when power or degree is not above 0, and for NotDefined when
// one is above exact.MaxDegree.
func newRoot(scale, base Ratio, power, degree int, shift Ratio) Root {
	if why := either(scale, base); why != Present {
		return Root{reason: why}
	}
	if why := shift.Missing(); why != Present {
		return Root{reason: why}
	}
	if base.Sign() <= 0 {
		return Root{reason: NotPositive}
	}
	r := exact.Root{Scale: scale.f, Base: base.f, Power: power, Degree: degree, Shift: shift.f}
	switch {
	case power < 1 || degree < 1:
		return Root{reason: NoTime}
	case !r.Valid():
		return Root{reason: NotDefined}
	}
	return Root{r: r}
}

// plus returns r + n.
func (r Root) plus(n Ratio) Root {
	if r.Missing() != Present {
		return r
	}
	return newRoot(r.scale(), r.base(), r.r.Power, r.r.Degree, Ratio{f: r.r.Shift}.Add(n))
}

// times returns r × n.
func (r Root) times(n Ratio) Root {
	if r.Missing() != Present {
		return r
	}
	return newRoot(r.scale().Mul(n), r.base(), r.r.Power, r.r.Degree, Ratio{f: r.r.Shift}.Mul(n))
}

// Missing returns why r is absent, or Present.
func (r Root) Missing() Reason {
	if r.r.Degree != 0 {
		return Present
	}
	if r.reason == Present {
		return NotComputed
	}
	return r.reason
}

// Cmp compares r with an exact fraction, exactly; a missing number comes before every other, so ask Missing first.
func (r Root) Cmp(s Ratio) int {
	if present := r.Missing() == Present; !present || !s.f.Valid() {
		return comparePresence(present, s.f.Valid())
	}
	return r.r.Cmp(s.f)
}

// Decimal returns r correctly rounded to the given places.
func (r Root) Decimal(places int, mode Rounding) decimal.Decimal {
	if r.Missing() != Present {
		return decimal.Decimal{}
	}
	return r.r.Decimal(places, 0, exact.Mode(mode))
}

// Percent returns 100·r correctly rounded to the given places.
func (r Root) Percent(places int, mode Rounding) decimal.Decimal {
	if r.Missing() != Present {
		return decimal.Decimal{}
	}
	return r.r.Decimal(places, 2, exact.Mode(mode))
}

// String returns r rounded half up to six places, such as 0.094201, or the reason why there is none.
func (r Root) String() string {
	if why := r.Missing(); why != Present {
		return why.String()
	}
	return r.Decimal(jsonPlaces, HalfUp).StringFixed(jsonPlaces)
}

// MarshalJSON writes r rounded half up to six places, or the reason why it is missing; the working beside it holds
// what it is the root of. It cannot be read back.
func (r Root) MarshalJSON() ([]byte, error) {
	if why := r.Missing(); why != Present {
		return marshal(missingJSON{why})
	}
	return marshal(struct {
		Rounded string `json:"rounded"`
	}{r.String()})
}
