package score

import (
	"cmp"
	"math/big"
	"slices"

	"github.com/planeval/planeval/indicator"
)

// cells is what a leaf is scored from: a number for each unit, after imputation and the treatment of outliers.
type cells struct {
	value   []indicator.Ratio // or missing, with its reason
	target  []indicator.Ratio // as far as the rule needs one
	imputed []bool            // nil for none
	brought []bool            // brought in as outliers; nil for none
	share   bool              // the values are figures that are attainments already
}

// marked reports whether a unit is marked in a list that is nil where none is.
func marked(list []bool, unit int) bool { return len(list) > 0 && list[unit] }

// read returns the column's numbers as they were observed.
func (c *Column) read(rule *Rule, units int) cells {
	read := cells{value: make([]indicator.Ratio, units)}
	if c == nil {
		for i := range read.value {
			read.value[i] = indicator.Missing(indicator.NoObservation)
		}
		return read
	}
	read.share = c.Figures != nil
	for i, f := range c.Figures {
		read.value[i] = fraction(f.Result)
		read.share = read.share && (f.Result == nil || attains(f.Formula))
	}
	for i, v := range c.Values {
		read.value[i] = v.Ratio(indicator.NoObservation)
	}
	if !rule.measuresTarget() {
		return read
	}
	read.target = make([]indicator.Ratio, units)
	for i := range read.target {
		own := rule.Target
		if len(c.Targets) > 0 && !c.Targets[i].IsZero() {
			own = c.Targets[i]
		}
		read.target[i] = own.Ratio(indicator.NoTarget)
	}
	return read
}

// fraction returns a figure's result; one that is no fraction, such as a mean rate of growth, rounded to so many places.
func fraction(n indicator.Number) indicator.Ratio {
	const places = 12
	switch r, ok := n.(indicator.Ratio); {
	case ok:
		return r
	case n == nil:
		return indicator.Missing(indicator.NotComputed)
	case n.Missing() != indicator.Present:
		return indicator.Missing(n.Missing())
	}
	rounded, _ := n.Round(places, indicator.HalfUp)
	return rounded.Ratio(indicator.NotDefined)
}

// present returns the places of the values that are there, among the given units; where that is all of them, in the same list.
func present(list []indicator.Ratio, units []int) []int {
	missing := func(u int) bool { return list[u].Missing() != indicator.Present }
	if !slices.ContainsFunc(units, missing) {
		return units
	}
	return slices.DeleteFunc(slices.Clone(units), missing)
}

// upTo returns 0 to n − 1.
func upTo(n int) []int {
	list := make([]int, n)
	for i := range list {
		list[i] = i
	}
	return list
}

// impute fills in what is missing; groups are the units by period, the earliest first.
func (c *cells) impute(rule *Rule, units []Unit, groups [][]int) {
	if rule.Impute.By == "" {
		return
	}
	observed := slices.Clone(c.value)
	last := map[string]indicator.Ratio{} // the latest value of each unit in the periods before
	for _, group := range groups {
		there := present(observed, group)
		if len(there) < len(group) {
			common := statistic(rule, observed, there, c.share && rule.Target.IsZero())
			for _, u := range group {
				value := common
				if previous, ok := last[units[u].Code]; rule.Impute.By == ByPrevious && ok {
					value = previous
				}
				if observed[u].Missing() != indicator.Present && value.Missing() == indicator.Present {
					c.fill(u, value)
				}
			}
		}
		for _, u := range there {
			last[units[u].Code] = observed[u]
		}
	}
}

// fill puts an imputed value in.
func (c *cells) fill(unit int, value indicator.Ratio) {
	if c.imputed == nil {
		c.imputed = make([]bool, len(c.value))
	}
	c.value[unit], c.imputed[unit] = value, true
}

// statistic returns what stands for a missing value beside the values at the given places: a stated value, their mean, their
// median or the worst of them, which of attainments is the least whatever the direction.
func statistic(rule *Rule, list []indicator.Ratio, there []int, attained bool) indicator.Ratio {
	switch {
	case rule.Impute.By == ByValue:
		return rule.Impute.Value.Ratio(indicator.NoObservation)
	case rule.Impute.By == ByPrevious || len(there) == 0:
		return indicator.Missing(indicator.NoPrevious)
	case rule.Impute.By == ByMean:
		return average(list, there)
	}
	sorted := byValue(list, there)
	n := len(sorted)
	switch {
	case rule.Impute.By == ByMedian:
		return list[sorted[(n-1)/2]].Add(list[sorted[n/2]]).Quo(number(2))
	case rule.Direction == indicator.Decrease && !attained:
		return list[sorted[n-1]]
	}
	return list[sorted[0]]
}

// byValue returns the places in the order of their values, the least first; equal ones stay in order.
func byValue(list []indicator.Ratio, there []int) []int {
	sorted := slices.Clone(there)
	slices.SortStableFunc(sorted, func(a, b int) int { return list[a].Cmp(list[b]) })
	return sorted
}

func average(list []indicator.Ratio, there []int) indicator.Ratio {
	sum, _ := sums(list, there)
	return sum.Quo(number(int64(len(there))))
}

// sums returns Σ x and Σ x² of the values at the given places: where these have one denominator, as published numbers do, of
// whole numbers, which takes no common divisors.
func sums(list []indicator.Ratio, there []int) (sum, squares indicator.Ratio) {
	having := make([]indicator.Ratio, len(there))
	for i, u := range there {
		having[i] = list[u]
	}
	f := fractionsOf(having)
	if f.own != nil {
		sum, squares = number(0), number(0)
		for _, x := range having {
			if sum, squares = sum.Add(x), squares.Add(x.Mul(x)); unwieldy(squares) {
				return roughSums(having)
			}
		}
		return sum, squares
	}
	var total, totalSquares, numerator, product big.Int
	for i := range having {
		n := f.numerator(i, &numerator)
		total.Add(&total, n)
		totalSquares.Add(&totalSquares, product.Mul(n, n))
	}
	sum = indicator.RatRatio(new(big.Rat).SetFrac(&total, f.den))
	return sum, indicator.RatRatio(new(big.Rat).SetFrac(&totalSquares, product.Mul(f.den, f.den)))
}

// roughSums is sums of figures of which the denominators have nothing in common: cut off after so many places, they have one.
func roughSums(list []indicator.Ratio) (sum, squares indicator.Ratio) {
	unit := tens(30)
	cut := make([]indicator.Ratio, len(list))
	for i, x := range list {
		rat, _ := x.Rat()
		n := new(big.Int).Mul(rat.Num(), unit)
		cut[i] = indicator.RatRatio(new(big.Rat).SetFrac(n.Quo(n, rat.Denom()), unit))
	}
	return sums(cut, upTo(len(cut)))
}

// spread returns Σ (x − mean)² of the values at the given places.
func spread(list []indicator.Ratio, there []int, mean indicator.Ratio) indicator.Ratio {
	sum, squares := sums(list, there)
	// Σ x² − 2 mean Σ x + n mean²
	return squares.Sub(number(2).Mul(mean).Mul(sum)).Add(number(int64(len(there))).Mul(mean).Mul(mean))
}

// number returns n.
func number(n int64) indicator.Ratio { return indicator.IntRatio(n, 1) }

// ends returns the least and the greatest of the values at the given places, of which there is one at least.
func ends(list []indicator.Ratio, there []int) (low, high indicator.Ratio) {
	low, high = list[there[0]], list[there[0]]
	for _, u := range there[1:] {
		if x := list[u]; x.Cmp(low) < 0 {
			low = x
		} else if x.Cmp(high) > 0 {
			high = x
		}
	}
	return low, high
}

// placed is a unit with its rank.
type placed struct {
	unit int
	rank indicator.Ratio
	tied bool
}

// ranks returns the units in order, the one that compare puts first with the rank 1; ties says which rank equals share.
func ranks(units []int, ties Ties, compare func(a, b int) int) []placed {
	sorted := slices.Clone(units)
	slices.SortFunc(sorted, func(a, b int) int { return cmp.Or(compare(a, b), cmp.Compare(a, b)) })
	list := make([]placed, len(sorted))
	dense := int64(0)
	for i := 0; i < len(sorted); {
		end := i + 1
		for end < len(sorted) && compare(sorted[i], sorted[end]) == 0 {
			end++
		}
		dense++
		rank := number(int64(i + 1))
		switch ties {
		case TiesLast:
			rank = number(int64(end))
		case TiesAverage:
			rank = indicator.IntRatio(int64(i+1+end), 2)
		case TiesDense:
			rank = number(dense)
		}
		for tied := end > i+1; i < end; i++ {
			list[i] = placed{sorted[i], rank, tied}
		}
	}
	return list
}

// periods returns the places of the units by period, the earliest first.
func periods(units []Unit) [][]int {
	by := map[indicator.Period][]int{}
	var order []indicator.Period
	for i, u := range units {
		if by[u.Period] == nil {
			order = append(order, u.Period)
		}
		by[u.Period] = append(by[u.Period], i)
	}
	slices.SortFunc(order, indicator.Period.Compare)
	groups := make([][]int, 0, len(order))
	for _, p := range order {
		groups = append(groups, by[p])
	}
	return groups
}
