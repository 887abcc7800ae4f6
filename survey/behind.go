package survey

import (
	"math"
	"strconv"

	"github.com/planeval/planeval/indicator"
)

// Counts are the whole numbers that can stand behind a printed figure, 可能的份数: all from Least to Most, if the figure was
// rounded in that mode. Both are absent where no whole number is printed so, and Missing says why: NoWholeCount; NoCount
// where the figure or the base is not stated; ZeroDenominator for a base of 0; NotDefined for figures below 0 and numbers
// too long.
//
// Telling is false where every figure with so many places stands for some count, because the base is as large as the
// figures are fine: then that there is one shows nothing.
type Counts struct {
	Rounding indicator.Rounding `json:"rounding"`
	Least    indicator.Value    `json:"least,omitzero"`
	Most     indicator.Value    `json:"most,omitzero"`
	Telling  bool               `json:"telling"`
	Missing  indicator.Reason   `json:"missing,omitzero"`
}

// PercentCounts returns the counts of n that are printed as the given percentage when rounded to its places: of 93, 78.4
// is 73 when it is cut off, and none when it is rounded. With P the percentage in units of its last place, S = 100·10^d
// and d places, k of n is printed as P when
//
//	half up    n(2P−1)/2S ≤ k < n(2P+1)/2S      half down  n(2P−1)/2S < k ≤ n(2P+1)/2S
//	half even  as either end, where P is even both count, where it is odd neither
//	truncate   nP/S ≤ k < n(P+1)/S              ceiling    n(P−1)/S < k ≤ nP/S
//
// and k is at most n.
func PercentCounts(percent, n indicator.Value, mode indicator.Rounding) Counts {
	return printedBy(percent, n, 100, mode).atMost(n)
}

// MeanCounts returns the sums that n whole numbers can have when their mean is printed as given, such as of so many
// answers, each the mean of some items: n is then the answers times the items. It is the GRIM test (Brown and Heathers,
// Social Psychological and Personality Science 8, 2017), by the formula of [PercentCounts] with S = 10^d.
func MeanCounts(mean, n indicator.Value, mode indicator.Rounding) Counts {
	return printedBy(mean, n, 1, mode)
}

// printedBy returns the k of which scale·k ÷ n is printed as given.
func printedBy(printed, n indicator.Value, scale int64, mode indicator.Rounding) Counts {
	c := Counts{Rounding: mode}
	size, figure, ok := wholes(printed, n)
	switch {
	case printed.IsZero() || n.IsZero():
		c.Missing = indicator.NoCount
		return c
	case n.Sign() == 0:
		c.Missing = indicator.ZeroDenominator
		return c
	case !ok:
		c.Missing = indicator.NotDefined
		return c
	}
	units := unitsOf(printed, scale)
	c.Telling = int64(size) < units
	least, most := size.from(figure, units, mode)
	if least > most {
		c.Missing = indicator.NoWholeCount
		return c
	}
	c.Least, c.Most = indicator.IntValue(least), indicator.IntValue(most)
	return c
}

// atMost keeps the counts to those of n people.
func (c Counts) atMost(n indicator.Value) Counts {
	switch {
	case c.Missing != indicator.Present || c.Most.Cmp(n) <= 0:
	case c.Least.Cmp(n) > 0:
		c.Least, c.Most, c.Missing = indicator.Value{}, indicator.Value{}, indicator.NoWholeCount
	default:
		c.Most = n
	}
	return c
}

// base is an n, and figure a printed number in units of its last place, both small enough to be multiplied.
type (
	base   int64
	figure int64
)

// mostPlaces bounds the places of a printed figure that counts are looked for behind.
const mostPlaces = 8

// unitsOf returns how many units of the figure's last place make the scale.
func unitsOf(printed indicator.Value, scale int64) int64 {
	for range printed.Places() {
		scale *= 10
	}
	return scale
}

// wholes returns n and the printed figure as whole numbers, and false where they are none, or too long.
func wholes(printed, n indicator.Value) (base, figure, bool) {
	if !isCount(n) || printed.Sign() < 0 || printed.Places() > mostPlaces {
		return 0, 0, false
	}
	p, fits := printed.Ratio(indicator.NoCount).Mul(whole(unitsOf(printed, 1))).Round(0, indicator.Truncate)
	small, err := strconv.ParseInt(p.String(), 10, 64)
	count, _ := strconv.ParseInt(n.String(), 10, 64)
	if !fits || err != nil || small > math.MaxInt64/4/max(count, 1) {
		return 0, 0, false
	}
	return base(count), figure(small), true
}

// from returns the least and the most k that P stands for, in a unit of which s make the whole; least is above most where
// there is none.
func (n base) from(p figure, s int64, mode indicator.Rounding) (least, most int64) {
	at := func(halves int64) int64 { return int64(n) * (2*int64(p) + halves) } // n·(P + halves/2), over s
	twice := 2 * s
	switch mode {
	case indicator.Truncate:
		least, most = ceilDiv(at(0), twice), ceilDiv(at(2), twice)-1
	case indicator.Ceiling:
		least, most = floorDiv(at(-2), twice)+1, floorDiv(at(0), twice)
	case indicator.HalfDown:
		least, most = floorDiv(at(-1), twice)+1, floorDiv(at(1), twice)
	case indicator.HalfEven:
		if p%2 == 0 {
			least, most = ceilDiv(at(-1), twice), floorDiv(at(1), twice)
		} else {
			least, most = floorDiv(at(-1), twice)+1, ceilDiv(at(1), twice)-1
		}
	default:
		least, most = ceilDiv(at(-1), twice), ceilDiv(at(1), twice)-1
	}
	return max(least, 0), most
}

// floorDiv returns ⌊a ÷ b⌋ for b > 0.
func floorDiv(a, b int64) int64 {
	if a < 0 {
		return -((-a + b - 1) / b)
	}
	return a / b
}

// ceilDiv returns ⌈a ÷ b⌉ for b > 0.
func ceilDiv(a, b int64) int64 { return -floorDiv(-a, b) }
