package indicator

import (
	"github.com/planeval/planeval/internal/exact"
	"github.com/shopspring/decimal"
)

// Log is an exact figure made of two logarithms, such as the share of a reduction that has been achieved,
// ln(1 − c) ÷ ln(1 − t): it is kept as scale·ln x ÷ ln base + shift, compared and rounded correctly from bounds drawn as
// close as it takes. The zero Log is missing for the reason NotComputed.
type Log struct {
	l      exact.Log
	reason Reason
}

// newLog returns scale·ln x ÷ ln base + shift; it is missing when one of the four is, for NotPositive when x or base is
// not above 0, for ZeroDenominator when base is 1, and for NotDefined when scale is 0 or a number is longer than
// exact.MaxLogBits.
func newLog(scale, x, base, shift Ratio) Log {
	for _, r := range [...]Ratio{x, base, scale, shift} {
		if why := r.Missing(); why != Present {
			return Log{reason: why}
		}
	}
	l := exact.Log{Scale: scale.f, X: x.f, Base: base.f, Shift: shift.f}
	switch {
	case x.Sign() <= 0 || base.Sign() <= 0:
		return Log{reason: NotPositive}
	case base.Cmp(whole(1)) == 0:
		return Log{reason: ZeroDenominator}
	case !l.Valid():
		return Log{reason: NotDefined}
	}
	return Log{l: l}
}

// plus returns l + n.
func (l Log) plus(n Ratio) Log {
	if l.Missing() == Present && n.Missing() == Present {
		l.l.Shift = l.l.Shift.Add(n.f)
	}
	return l
}

// Missing returns why l is absent, or Present.
func (l Log) Missing() Reason {
	if l.l.Scale.Valid() {
		return Present
	}
	if l.reason == Present {
		return NotComputed
	}
	return l.reason
}

// Sign returns -1, 0 or 1; a missing Log has sign 0.
func (l Log) Sign() int {
	if l.Missing() != Present {
		return 0
	}
	return l.l.Cmp(exact.FromInt(0))
}

// Cmp compares l with an exact fraction, exactly; a missing number comes before every other, so ask Missing first.
func (l Log) Cmp(r Ratio) int {
	if present := l.Missing() == Present; !present || !r.f.Valid() {
		return comparePresence(present, r.f.Valid())
	}
	return l.l.Cmp(r.f)
}

// Decimal returns l correctly rounded to the given places.
func (l Log) Decimal(places int, mode Rounding) decimal.Decimal {
	if l.Missing() != Present {
		return decimal.Decimal{}
	}
	return l.l.Decimal(places, 0, exact.Mode(mode))
}

// Percent returns 100·l correctly rounded to the given places.
func (l Log) Percent(places int, mode Rounding) decimal.Decimal {
	if l.Missing() != Present {
		return decimal.Decimal{}
	}
	return l.l.Decimal(places, 2, exact.Mode(mode))
}

// String returns l rounded half up to six places, such as 0.267974, or the reason why there is none.
func (l Log) String() string {
	if why := l.Missing(); why != Present {
		return why.String()
	}
	return l.Decimal(jsonPlaces, HalfUp).StringFixed(jsonPlaces)
}

// MarshalJSON writes l rounded half up to six places, or the reason why it is missing; the working beside it holds what
// it is made of. It cannot be read back.
func (l Log) MarshalJSON() ([]byte, error) {
	if why := l.Missing(); why != Present {
		return marshal(missingJSON{why})
	}
	return marshal(struct {
		Rounded string `json:"rounded"`
	}{l.String()})
}
