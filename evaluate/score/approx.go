package score

import (
	"encoding/json"
	"math"
	"math/big"
	"strconv"

	"github.com/planeval/planeval/indicator"
	"github.com/shopspring/decimal"
)

// Approx is a number that was computed in float64, with a bound of its error. It is an [indicator.Number]: printing rounds
// the float64, which is a fraction, exactly. The zero Approx is missing for the reason NotComputed.
type Approx struct {
	ball ball
	why  indicator.Reason
}

// approx returns b as a number, missing for the reason NotDefined where it has no bound.
func approx(b ball) Approx {
	if !b.known() {
		return Approx{why: indicator.NotDefined}
	}
	return Approx{b, indicator.Present}
}

// Missing returns why there is no number, or Present.
func (a Approx) Missing() indicator.Reason {
	if a.why == indicator.Present && a.ball.rad == 0 {
		return indicator.NotComputed // no operation leaves a radius of 0
	}
	return a.why
}

// Ratio returns the float64 as a fraction.
func (a Approx) Ratio() indicator.Ratio { return a.fraction(a.ball.mid) }

// Error returns the most by which the number can be off.
func (a Approx) Error() indicator.Ratio { return a.fraction(a.ball.rad) }

func (a Approx) fraction(x float64) indicator.Ratio {
	if why := a.Missing(); why != indicator.Present {
		return indicator.Missing(why)
	}
	return indicator.RatRatio(new(big.Rat).SetFloat64(x))
}

// Cmp compares the float64 with r; where they are within the error of each other it returns 0. A missing number comes before
// every other, so ask Missing first.
func (a Approx) Cmp(r indicator.Ratio) int {
	off := a.Ratio().Sub(r)
	if off.Missing() == indicator.Present && off.Cmp(a.Error()) <= 0 && indicator.Ratio.Cmp(off, indicator.IntRatio(0, 1).Sub(a.Error())) >= 0 {
		return 0
	}
	return a.Ratio().Cmp(r)
}

// Decimal returns the number rounded to places; a missing number gives 0.
func (a Approx) Decimal(places int, mode indicator.Rounding) decimal.Decimal {
	return a.Ratio().Decimal(places, mode)
}

// Round is Decimal as a Value, and false for a missing number.
func (a Approx) Round(places int, mode indicator.Rounding) (indicator.Value, bool) {
	return a.Ratio().Round(places, mode)
}

// Percent is Decimal of a hundred times the number.
func (a Approx) Percent(places int, mode indicator.Rounding) decimal.Decimal {
	return a.Ratio().Percent(places, mode)
}

// String returns the shortest decimal that names the float64, or the reason why there is none.
func (a Approx) String() string {
	if why := a.Missing(); why != indicator.Present {
		return why.String()
	}
	return strconv.FormatFloat(a.ball.mid, 'f', -1, 64)
}

// MarshalJSON writes the float64 and the bound of its error in two digits, never less than it is, both as texts, or the reason why there
// is none: {"approximate":"58.06","error":"2.3e-14"} or {"missing":"not-positive"}.
func (a Approx) MarshalJSON() ([]byte, error) {
	if why := a.Missing(); why != indicator.Present {
		return json.Marshal(struct {
			Missing indicator.Reason `json:"missing"`
		}{why})
	}
	return json.Marshal(struct {
		Approximate string `json:"approximate"`
		Error       string `json:"error"`
	}{a.String(), strconv.FormatFloat(math.Nextafter(a.ball.rad, math.Inf(1))*1.05, 'e', 1, 64)})
}
