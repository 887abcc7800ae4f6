package score

import (
	"slices"

	"github.com/planeval/planeval/indicator"
)

// treat brings outliers in, as the rule says: to stated limits, to what is left when a share of the units is set aside at
// each end, and one by one while the values are skewed.
func (c *cells) treat(o Outliers) {
	if o == (Outliers{}) {
		return
	}
	there := present(c.value, upTo(len(c.value)))
	if len(there) == 0 {
		return
	}
	before := slices.Clone(c.value)
	c.clamp(there, o.Low.Ratio(indicator.NoObservation), o.High.Ratio(indicator.NoObservation))
	if !o.Share.IsZero() {
		sorted := byValue(c.value, there)
		aside := o.Share.Ratio(indicator.NoObservation).Mul(number(int64(len(sorted)))).Decimal(0, indicator.Truncate).IntPart()
		c.clamp(there, c.value[sorted[aside]], c.value[sorted[int64(len(sorted))-1-aside]])
	}
	c.winsorise(there, o.Count)
	for _, u := range there {
		if before[u].Cmp(c.value[u]) != 0 {
			if c.brought == nil {
				c.brought = make([]bool, len(c.value))
			}
			c.brought[u] = true
		}
	}
}

// clamp brings values in to low and high; one that is missing is no bound.
func (c *cells) clamp(there []int, low, high indicator.Ratio) {
	for _, u := range there {
		switch {
		case low.Missing() == indicator.Present && c.value[u].Cmp(low) < 0:
			c.value[u] = low
		case high.Missing() == indicator.Present && c.value[u].Cmp(high) > 0:
			c.value[u] = high
		}
	}
}

// winsorise brings in up to count values, on the side of the skew, to the nearest that is left, while the values are
// outliers by their skewness and kurtosis.
func (c *cells) winsorise(there []int, count int) {
	sorted := byValue(c.value, there)
	for low, high := 0, len(sorted)-1; count > 0 && low < high; count-- {
		side, outlying := outlying(c.value, there)
		if !outlying {
			return
		}
		if side > 0 {
			high--
			for _, u := range sorted[high+1:] {
				c.value[u] = c.value[sorted[high]]
			}
		} else {
			low++
			for _, u := range sorted[:low] {
				c.value[u] = c.value[sorted[low]]
			}
		}
	}
}

// outlying reports whether the skewness of the values is above 2 in magnitude and their kurtosis above 3.5, and on which
// side the skew is. The square of the first and the second are fractions, so both are decided exactly.
func outlying(list []indicator.Ratio, there []int) (side int, outlying bool) {
	side, skewness, kurtosis := shape(list, there)
	return side, skewness.Cmp(number(4)) > 0 && kurtosis.Cmp(indicator.IntRatio(7, 2)) > 0
}

// shape returns the sign and the square of the skewness of the values, and their kurtosis; the two numbers are missing for
// fewer than four values and for equal ones. They are the estimates of a population's: with the central moments m2, m3, m4
// of n values
//
//	skewness G1 = m3 ÷ m2^1.5 × √(n (n − 1)) ÷ (n − 2)
//	kurtosis G2 = (n − 1) ÷ ((n − 2)(n − 3)) × ((n + 1)(m4 ÷ m2² − 3) + 6)
func shape(list []indicator.Ratio, there []int) (side int, skewness, kurtosis indicator.Ratio) {
	n := int64(len(there))
	if n < 4 {
		why := indicator.Missing(indicator.TooFewObservations)
		return 0, why, why
	}
	mean, m2, m3, m4 := average(list, there), number(0), number(0), number(0)
	for _, u := range there {
		off := list[u].Sub(mean)
		square := off.Mul(off)
		m2, m3, m4 = m2.Add(square), m3.Add(square.Mul(off)), m4.Add(square.Mul(square))
	}
	if m2.Sign() == 0 {
		why := indicator.Missing(indicator.OneValue)
		return 0, why, why
	}
	size := number(n)
	m2, m3, m4 = m2.Quo(size), m3.Quo(size), m4.Quo(size)
	skewness = m3.Mul(m3).Quo(m2.Mul(m2).Mul(m2)).Mul(indicator.IntRatio(n*(n-1), (n-2)*(n-2))) // squared
	excess := m4.Quo(m2.Mul(m2)).Sub(number(3))
	kurtosis = excess.Mul(number(n + 1)).Add(number(6)).Mul(indicator.IntRatio(n-1, (n-2)*(n-3)))
	return m3.Sign(), skewness, kurtosis
}
