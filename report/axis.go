package report

import (
	"math/big"
	"strconv"

	"github.com/planeval/planeval/indicator"
)

// steps is into how many steps the span of the values on an axis is parted at most.
const steps = 4

// axis returns an axis that holds the values, with ticks at round numbers: steps of 1, 2 or 5 times a power of ten. Of one round number it
// reaches one step to either side. It is nil without a value, and where a tick would have more digits than a number may.
func (w *words) axis(values ...indicator.Value) Axis {
	low, high := (*big.Rat)(nil), (*big.Rat)(nil)
	for _, v := range values {
		r, ok := new(big.Rat).SetString(v.String())
		switch {
		case v.IsZero() || !ok:
			continue
		case low == nil:
			low, high = r, r
		case r.Cmp(low) < 0:
			low = r
		case r.Cmp(high) > 0:
			high = r
		}
	}
	if low == nil {
		return nil
	}
	step, places := roundStep(new(big.Rat).Sub(high, low), low)
	first, last := below(low, step), above(high, step)
	if first.Cmp(last) == 0 {
		first.Sub(first, big.NewInt(1))
		last.Add(last, big.NewInt(1))
	}
	var a Axis
	for n := first; n.Cmp(last) <= 0; n = new(big.Int).Add(n, big.NewInt(1)) {
		text := new(big.Rat).Mul(new(big.Rat).SetInt(n), step).FloatString(places)
		at, err := indicator.ParseValue(text)
		if err != nil {
			return nil
		}
		a = append(a, Point{At: at, Text: w.digits(text)})
	}
	return a
}

// roundStep returns the smallest round number that a span has at most [steps] of, or of which a number alone is one or a few where
// there is no span, and the places that it is printed with.
func roundStep(span, alone *big.Rat) (step *big.Rat, places int) {
	if span.Sign() == 0 {
		span = new(big.Rat).Abs(alone)
	}
	if span.Sign() == 0 {
		return big.NewRat(1, 1), 0
	}
	want := new(big.Rat).Quo(span, big.NewRat(steps, 1))
	power, exponent, ten := big.NewRat(1, 1), 0, big.NewRat(10, 1)
	for ; power.Cmp(want) > 0; exponent-- {
		power.Quo(power, ten)
	}
	for ; new(big.Rat).Mul(power, ten).Cmp(want) <= 0; exponent++ {
		power.Mul(power, ten)
	}
	for _, n := range []int64{1, 2, 5, 10} {
		if step = new(big.Rat).Mul(power, big.NewRat(n, 1)); step.Cmp(want) >= 0 {
			break
		}
	}
	return step, max(0, -exponent)
}

// below returns the greatest number of steps that is not above r.
func below(r, step *big.Rat) *big.Int {
	q := new(big.Rat).Quo(r, step)
	return new(big.Int).Div(q.Num(), q.Denom()) // of a denominator above 0 it rounds down
}

// above returns the least number of steps that is not below r.
func above(r, step *big.Rat) *big.Int {
	n := below(new(big.Rat).Neg(r), step)
	return n.Neg(n)
}

// percentAxis is an axis from 0 to the given per cent, in even steps.
func (w *words) percentAxis(end, step int) Axis {
	var a Axis
	for n := 0; n <= end; n += step {
		a = append(a, Point{At: indicator.IntValue(int64(n)), Text: strconv.Itoa(n) + "%"})
	}
	return a
}

// percentAt is the place of a figure on an axis of per cent; absent where there is no figure.
func percentAt(n indicator.Number) indicator.Value { return at(n, hundredfold) }

// numberAt is the place of a figure on an axis of its unit.
func numberAt(n indicator.Number) indicator.Value { return at(n, fixed) }

// at is a figure as it is printed, so that a mark stands where its number says.
func at(n indicator.Number, print func(indicator.Number) string) indicator.Value {
	if n == nil || n.Missing() != indicator.Present {
		return indicator.Value{}
	}
	v, err := indicator.ParseValue(print(n))
	if err != nil { // more digits than a number may have
		return indicator.Value{}
	}
	return v
}

// yearAt is the place of a period's end on an axis of years: 2022 is the end of 2022.
func yearAt(p indicator.Period) indicator.Value {
	if p.IsZero() {
		return indicator.Value{}
	}
	year := indicator.Year(p.Year())
	gone := int64(year.Start().DaysUntil(p.End())) + 1
	v, ok := indicator.IntRatio(int64(p.Year()-1)*int64(year.Days())+gone, int64(year.Days())).Round(3, indicator.HalfUp)
	if !ok {
		return indicator.Value{}
	}
	return v
}
