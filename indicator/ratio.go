package indicator

import (
	"encoding/json"
	"fmt"
	"math/big"

	"github.com/planeval/planeval/internal/exact"
	"github.com/shopspring/decimal"
)

// Number is an exact computed figure: a [Ratio], a [Root], a [Log], a [RootRatio], a [SumRate] or a [Real]. It is rounded
// once, when it is printed.
type Number interface {
	// Decimal returns the number rounded to places (0 to 38; others are brought into that range); a missing number
	// gives 0, so ask Missing first.
	Decimal(places int, mode Rounding) decimal.Decimal
	// Round is Decimal as a Value; ordinary numbers cost no allocation. It returns false when the number is missing or has
	// more than 38 digits.
	Round(places int, mode Rounding) (Value, bool)
	// Percent is Decimal of a hundred times the number.
	Percent(places int, mode Rounding) decimal.Decimal
	// Cmp compares with an exact fraction; a missing number comes before every other, so ask Missing first.
	Cmp(Ratio) int
	// Missing returns why there is no number, or Present.
	Missing() Reason
}

// Ratio is an exact fraction, or the reason why there is none. The zero Ratio is missing for the reason NotComputed.
type Ratio struct {
	f exact.Fraction // what is no number carries the Reason as its code
}

// Missing returns the Ratio that is absent for the given reason.
func Missing(why Reason) Ratio { return Ratio{exact.Absent(uint8(why))} }

// NewRatio returns num ÷ den exactly. It is missing for the reason absent when either is absent, and for
// ZeroDenominator when den is 0.
func NewRatio(num, den Value, absent Reason) Ratio {
	return num.Ratio(absent).Quo(den.Ratio(absent))
}

// whole returns n.
func whole(n int64) Ratio { return Ratio{f: exact.FromInt(n)} }

// IntRatio returns num ÷ den.
func IntRatio(num, den int64) Ratio {
	return whole(num).Quo(whole(den))
}

// RatRatio returns r exactly; a nil r is missing for the reason NotComputed.
func RatRatio(r *big.Rat) Ratio {
	if r == nil {
		return Ratio{}
	}
	return Ratio{exact.FromRat(r)}
}

// Missing returns why r is absent, or Present.
func (r Ratio) Missing() Reason {
	if r.f.Valid() {
		return Present
	}
	return max(Reason(r.f.Code()), NotComputed)
}

// Int64 returns a numerator and a positive denominator of r, not necessarily in lowest terms, and false when it is missing
// or they do not fit. It costs no allocation, as Rat does.
func (r Ratio) Int64() (num, den int64, ok bool) { return r.f.Small() }

// Sign returns -1, 0 or 1; a missing Ratio has sign 0.
func (r Ratio) Sign() int { return r.f.Sign() }

// Cmp compares r and s exactly; a missing Ratio comes before every number, so ask Missing first.
func (r Ratio) Cmp(s Ratio) int { return r.f.Cmp(s.f) }

// either returns the reason of the first operand that is missing, or Present.
func either(r, s Ratio) Reason {
	if why := r.Missing(); why != Present {
		return why
	}
	return s.Missing()
}

// Add returns r + s; it is missing when either is.
func (r Ratio) Add(s Ratio) Ratio { return Ratio{r.f.Add(s.f)} }

// Sub returns r − s; it is missing when either is.
func (r Ratio) Sub(s Ratio) Ratio { return Ratio{r.f.Sub(s.f)} }

// Mul returns r × s; it is missing when either is.
func (r Ratio) Mul(s Ratio) Ratio { return Ratio{r.f.Mul(s.f)} }

// Quo returns r ÷ s; it is missing when either is, and for ZeroDenominator when s is 0.
func (r Ratio) Quo(s Ratio) Ratio { return Ratio{r.f.QuoOr(s.f, uint8(ZeroDenominator))} }

// Decimal returns r rounded once to the given places.
func (r Ratio) Decimal(places int, mode Rounding) decimal.Decimal {
	if !r.f.Valid() {
		return decimal.Decimal{}
	}
	return r.f.Decimal(places, 0, exact.Mode(mode))
}

// Round returns r rounded once to the given places, and false when it is missing or has more than 38 digits.
func (r Ratio) Round(places int, mode Rounding) (Value, bool) {
	if !r.f.Valid() {
		return Value{}, false
	}
	d, ok := r.f.Round(places, 0, exact.Mode(mode))
	return Value{d}, ok
}

// Percent returns 100·r rounded once to the given places.
func (r Ratio) Percent(places int, mode Rounding) decimal.Decimal {
	if !r.f.Valid() {
		return decimal.Decimal{}
	}
	return r.f.Decimal(places, 2, exact.Mode(mode))
}

// String returns the fraction in lowest terms, such as 229/300, or the reason why there is none.
func (r Ratio) String() string {
	if why := r.Missing(); why != Present {
		return why.String()
	}
	return r.f.Rat().RatString()
}

// jsonPlaces is the precision of the rounded copy beside each exact number in JSON, in places, half up.
const jsonPlaces = 6

// MarshalJSON writes the fraction in lowest terms and a copy rounded half up to six places, or the reason why there
// is none: {"fraction":"229/300","rounded":"0.763333"} or {"missing":"no-baseline"}.
func (r Ratio) MarshalJSON() ([]byte, error) {
	if why := r.Missing(); why != Present {
		return marshal(missingJSON{why})
	}
	return marshal(struct {
		Fraction string `json:"fraction"`
		Rounded  string `json:"rounded"`
	}{r.String(), r.Decimal(jsonPlaces, HalfUp).StringFixed(jsonPlaces)})
}

type missingJSON struct {
	Missing Reason `json:"missing"`
}

// ErrRatio says what the JSON of a Ratio looks like.
var ErrRatio = fmt.Errorf("not {\"fraction\": …} with a fraction such as 229/300 of at most %d bytes, nor {\"missing\": …} with a reason", exact.MaxFractionText)

// UnmarshalJSON reads what MarshalJSON writes: either a fraction or a reason. The fraction counts, the rounded copy is
// ignored. The error is ErrRatio.
func (r *Ratio) UnmarshalJSON(data []byte) error {
	var form struct {
		Fraction string `json:"fraction"`
		Missing  Reason `json:"missing"`
	}
	if err := json.Unmarshal(data, &form); err != nil {
		return err
	}
	if (form.Fraction == "") == (form.Missing == Present) {
		return ErrRatio
	}
	if form.Fraction == "" {
		*r = Missing(form.Missing)
		return nil
	}
	f, err := exact.ParseFraction(form.Fraction)
	if err != nil {
		return ErrRatio
	}
	*r = Ratio{f: f}
	return nil
}

// Rat returns r as a new big.Rat, and false when it is missing.
func (r Ratio) Rat() (*big.Rat, bool) {
	if !r.f.Valid() {
		return nil, false
	}
	return r.f.Rat(), true
}
