package indicator

import (
	"database/sql/driver"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/planeval/planeval/internal/exact"
	"github.com/shopspring/decimal"
)

// Value is a published number that may be absent. It keeps the places it was written with, because a figure's
// precision is information: "12.50" stays 12.50. It holds at most 38 significant digits and 38 places.
//
// The zero Value is absent, which is not the number 0. Values are immutable and can be compared with ==, which asks
// for the same number written the same way; [Value.Cmp] compares the numbers.
type Value struct {
	d exact.Decimal
}

// The ways a text can fail to be a Value.
var (
	ErrNumberSyntax = errors.New("not a plain decimal number such as -12.50")
	ErrNumberLong   = fmt.Errorf("not within %d digits and %d places", exact.MaxDigits, exact.MaxPlaces)
)

// ParseValue reads -?digits[.digits]: no exponent, sign "+", thousands separator or space. Leading zeros and the sign
// of zero are not kept: 007 is 7, and -0 is 0. The empty text is the absent Value. The error is [ErrNumberSyntax] or
// [ErrNumberLong] and comes with no Value.
func ParseValue(s string) (Value, error) {
	if s == "" {
		return Value{}, nil
	}
	d, err := exact.Parse(s)
	switch {
	case errors.Is(err, exact.ErrLong):
		return Value{}, ErrNumberLong
	case err != nil:
		return Value{}, ErrNumberSyntax
	}
	return Value{d}, nil
}

// MustValue is ParseValue for literals in tests and tables; it panics on an error.
func MustValue(s string) Value {
	v, err := ParseValue(s)
	if err != nil {
		panic(fmt.Sprintf("indicator.MustValue(%q): %v", s, err))
	}
	return v
}

// IntValue returns n.
func IntValue(n int64) Value { return Value{exact.Int(n)} }

// FromDecimal returns d with its places; a positive exponent is written out. It returns ErrNumberLong when d does
// not fit.
func FromDecimal(d decimal.Decimal) (Value, error) {
	exponent := d.Exponent()
	if exponent < -exact.MaxPlaces || exponent > exact.MaxDigits {
		return Value{}, ErrNumberLong
	}
	if exponent > 0 {
		d, exponent = decimal.NewFromBigInt(d.BigInt(), 0), 0
	}
	small, err := exact.FromBig(d.Coefficient(), int(-exponent))
	if err != nil {
		return Value{}, ErrNumberLong
	}
	return Value{small}, nil
}

// IsZero reports whether v is absent, so that the JSON option omitzero drops absent values and keeps a real 0.
func (v Value) IsZero() bool { return !v.d.Valid() }

// Places returns the number of digits written after the point.
func (v Value) Places() int { return v.d.Places() }

// Sign returns -1, 0 or 1; an absent Value has sign 0.
func (v Value) Sign() int { return v.d.Sign() }

// Cmp compares the numbers, whatever their places; an absent Value comes before every number.
func (v Value) Cmp(w Value) int {
	switch {
	case v.IsZero() && w.IsZero():
		return 0
	case v.IsZero():
		return -1
	case w.IsZero():
		return 1
	}
	return v.d.Cmp(w.d)
}

// Decimal returns v as a decimal.Decimal with the same places, and false when v is absent.
func (v Value) Decimal() (decimal.Decimal, bool) {
	if v.IsZero() {
		return decimal.Decimal{}, false
	}
	if n, ok := v.d.Small(); ok {
		return decimal.New(n, -int32(v.d.Places())), true
	}
	return decimal.NewFromBigInt(v.d.Big(), -int32(v.d.Places())), true
}

// Ratio returns v as an exact fraction; an absent Value gives a Ratio missing for the given reason.
func (v Value) Ratio(absent Reason) Ratio {
	if v.IsZero() {
		return Missing(absent)
	}
	return Ratio{f: exact.FromDecimal(v.d)}
}

// Int returns v as an int, and false when v is absent, has places, or does not fit.
func (v Value) Int() (int, bool) {
	n, ok := v.d.Small()
	if !ok || !v.d.Valid() || v.d.Places() != 0 || int64(int(n)) != n {
		return 0, false
	}
	return int(n), true
}

// String returns v as it was written; an absent Value gives the empty text.
func (v Value) String() string {
	if v.IsZero() {
		return ""
	}
	return v.d.String()
}

// MarshalText returns v as it was written.
func (v Value) MarshalText() ([]byte, error) { return []byte(v.String()), nil }

// UnmarshalText is ParseValue.
func (v *Value) UnmarshalText(text []byte) error {
	parsed, err := ParseValue(string(text))
	if err != nil {
		return err
	}
	*v = parsed
	return nil
}

// MarshalJSON writes a string, or null for an absent Value.
func (v Value) MarshalJSON() ([]byte, error) {
	if v.IsZero() {
		return []byte("null"), nil
	}
	b := append(make([]byte, 0, 24), '"')
	return append(v.d.AppendText(b), '"'), nil
}

// UnmarshalJSON reads a string or a number without exponent; null is absent.
func (v *Value) UnmarshalJSON(data []byte) error {
	text := string(data)
	if text == "null" {
		*v = Value{}
		return nil
	}
	if strings.HasPrefix(text, `"`) {
		if err := json.Unmarshal(data, &text); err != nil {
			return err
		}
	}
	return v.UnmarshalText([]byte(text))
}

// Value returns the text of v, or nil when it is absent, for database/sql.
func (v Value) Value() (driver.Value, error) {
	if v.IsZero() {
		return nil, nil
	}
	return v.String(), nil
}

// Scan reads a text, bytes, an int64 or NULL from database/sql. A float64 is refused: it is not the number that was
// stored.
func (v *Value) Scan(source any) error {
	switch s := source.(type) {
	case nil:
		*v = Value{}
		return nil
	case int64:
		*v = IntValue(s)
		return nil
	case string:
		return v.UnmarshalText([]byte(s))
	case []byte:
		return v.UnmarshalText(s)
	}
	return fmt.Errorf("indicator: cannot scan %T into a Value; select the column as text", source)
}
