package score

import (
	"cmp"
	"math"
	"slices"

	"github.com/planeval/planeval/indicator"
)

// derived returns weights, which add up to 1, that follow from the scores of a node's children: columns[j][i] is that of the
// j-th child and the i-th unit. They are missing for TooFewObservations for fewer than two units, for NotPositive where
// entropy meets a score below 0, and for OneValue where no child tells anything: all are constant or, with CRITIC, say the same.
func (m WeightMethod) derived(columns [][]ball) ([]ball, indicator.Reason) {
	if len(columns[0]) < 2 {
		return nil, indicator.TooFewObservations
	}
	var information []ball
	switch m {
	case Entropy:
		information = make([]ball, len(columns))
		for j, column := range columns {
			one, why := negentropy(column)
			if why != indicator.Present {
				return nil, why
			}
			information[j] = one
		}
	case Critic:
		information = critic(columns, columns)
	case CriticRank:
		ranked := make([][]ball, len(columns))
		for j, column := range columns {
			ranked[j] = rankedBalls(column)
		}
		information = critic(columns, ranked)
	default:
		information = make([]ball, len(columns))
		for j, column := range columns {
			information[j] = variance(column)
			if m == Deviation {
				information[j] = information[j].Sqrt()
			}
		}
	}
	if !total(information).positive() {
		return nil, indicator.OneValue
	}
	return normalised(information), indicator.Present
}

// negentropy returns 1 + Σ p ln p ÷ ln n, with the shares p of a column of n scores in their sum; p ln p of 0 is 0.
func negentropy(column []ball) (ball, indicator.Reason) {
	for _, x := range column {
		if x.high() < 0 {
			return ball{}, indicator.NotPositive
		}
	}
	sum := total(column)
	var entropy ball
	for _, x := range column {
		switch p := x.Quo(sum); {
		case p.positive():
			entropy = entropy.Add(p.Mul(p.Log()))
		case p.known() && p.high() < 1/math.E: // p may be 0, and |p ln p| grows up to here
			entropy = entropy.Add(ball{0, 2 * float64(p.high()*math.Abs(logarithm(max(p.high(), 0x1p-1000))))})
		default:
			return ball{}, indicator.OneValue // all are 0
		}
	}
	return ballOf(number(1)).Add(entropy.Quo(ballOf(number(int64(len(column)))).Log())), indicator.Present
}

func meanOf(column []ball) ball {
	return total(column).Mul(ballOf(indicator.IntRatio(1, int64(len(column)))))
}

// offMean returns a column less its mean.
func offMean(column []ball) []ball {
	mean := meanOf(column)
	off := make([]ball, len(column))
	for i, x := range column {
		off[i] = x.Sub(mean)
	}
	return off
}

// products returns Σ x y.
func products(x, y []ball) ball {
	var sum ball
	for i := range x {
		sum = sum.Add(x[i].Mul(y[i]))
	}
	return sum
}

// variance returns that of a sample.
func variance(column []ball) ball {
	off := offMean(column)
	return products(off, off).Mul(ballOf(indicator.IntRatio(1, int64(len(column))-1)))
}

// critic returns, for each column, its standard deviation times the sum of 1 − its correlation with every other; of a column
// that is constant, 0.
func critic(columns, correlated [][]ball) []ball {
	type centred struct {
		off    []ball
		length ball
	}
	list := make([]centred, len(columns))
	for j := range columns {
		off := offMean(correlated[j])
		list[j] = centred{off, products(off, off).Sqrt()}
	}
	information := make([]ball, len(columns))
	for j, column := range columns {
		if !list[j].length.positive() {
			continue
		}
		var conflict ball
		for k := range columns {
			if k != j && list[k].length.positive() {
				r := products(list[j].off, list[k].off).Quo(list[j].length.Mul(list[k].length))
				conflict = conflict.Add(ballOf(number(1)).Sub(r))
			}
		}
		information[j] = variance(column).Sqrt().Mul(conflict)
	}
	return information
}

// rankedBalls returns the ranks of a column, equal ones sharing the mean; scores within the error of each other are equal.
func rankedBalls(column []ball) []ball {
	list := make([]ball, len(column))
	for _, p := range ranks(upTo(len(column)), TiesAverage, compareBalls(column)) {
		list[p.unit] = ballOf(p.rank)
	}
	return list
}

// compareBalls compares two places of a column by classes: those that are within the error of a neighbour are equal, and so
// are all that are linked in this way, so that the order is an order.
func compareBalls(column []ball) func(a, b int) int {
	sorted := upTo(len(column))
	slices.SortFunc(sorted, func(a, b int) int { return cmp.Or(cmp.Compare(column[a].mid, column[b].mid), cmp.Compare(a, b)) })
	class, reach := make([]int, len(column)), math.Inf(-1)
	for k, i := range sorted {
		if k > 0 {
			class[i] = class[sorted[k-1]]
			if column[i].low() > reach {
				class[i]++
			}
		}
		reach = max(reach, column[i].high())
	}
	return func(a, b int) int { return cmp.Compare(class[a], class[b]) }
}
