package indicator

import (
	"fmt"
	"slices"

	"github.com/planeval/planeval/internal/exact"
)

// Rounding says how a figure is rounded when it is printed, and at no other time. All modes look at the magnitude.
type Rounding uint8

// The rounding modes; the zero is HalfUp, and any other number rounds like it.
const (
	HalfUp   = Rounding(exact.HalfUp)   // 四舍五入: ties away from zero
	HalfEven = Rounding(exact.HalfEven) // 四舍六入五成双, GB/T 8170: ties to the even digit
	Truncate = Rounding(exact.Truncate) // 去尾: cut off
	HalfDown = Rounding(exact.HalfDown) // 五舍六入: ties toward zero
	Ceiling  = Rounding(exact.Ceiling)  // 进一: away from zero
)

var roundingTexts = []string{HalfUp: "half-up", HalfEven: "half-even", Truncate: "truncate", HalfDown: "half-down", Ceiling: "ceiling"}

// String returns "half-up", "half-even", "truncate", "half-down" or "ceiling".
func (r Rounding) String() string {
	if int(r) < len(roundingTexts) {
		return roundingTexts[r]
	}
	return fmt.Sprintf("rounding-%d", uint8(r))
}

// MarshalText returns String.
func (r Rounding) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText reads what MarshalText writes.
func (r *Rounding) UnmarshalText(text []byte) error {
	i := slices.Index(roundingTexts, string(text))
	if i < 0 {
		return fmt.Errorf("indicator: unknown rounding %q", text)
	}
	*r = Rounding(i)
	return nil
}
