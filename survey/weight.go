package survey

import (
	"fmt"

	"github.com/planeval/planeval/indicator"
)

// Weights are the sums of the weights of those in a question's base, 权数: what a weighted share and its precision need.
type Weights struct {
	Sum     indicator.Value `json:"sum"`           // Σ w
	Squares indicator.Value `json:"squares"`       // Σ w²
	Zero    indicator.Value `json:"zero,omitzero"` // how many have the weight 0 and count nowhere
}

// EffectiveSize returns Kish's effective size of a weighted sample, 有效样本量: (Σ w)² ÷ Σ w² (Kish, Survey Sampling, 1965,
// 11.7). It is missing for NoCount when a sum is not stated, and for ZeroDenominator when there is no weight.
func (w Weights) EffectiveSize() indicator.Ratio {
	total := w.Sum.Ratio(indicator.NoCount)
	return total.Mul(total).Quo(w.Squares.Ratio(indicator.NoCount))
}

// DesignEffect returns how much larger than of a simple sample the variance is by the weights alone, 设计效应: n·Σ w² ÷ (Σ w)²,
// of n people.
func (w Weights) DesignEffect(n indicator.Value) indicator.Ratio {
	return n.Ratio(indicator.NoCount).Quo(w.EffectiveSize())
}

// SumWeights adds up weights, one a person. A weight of 0 is left out and counted. The error is [indicator.Faults], with a
// path /i, for weights that are absent or below 0, and for sums that are too long.
func SumWeights(weights []indicator.Value) (Weights, error) {
	var faults indicator.Faults
	used, squares := []indicator.Value{indicator.IntValue(0)}, []indicator.Value{indicator.IntValue(0)}
	zero := int64(0)
	for i, w := range weights {
		square, fits := w.Ratio(indicator.NoCount).Mul(w.Ratio(indicator.NoCount)).Round(2*w.Places(), indicator.HalfUp)
		switch {
		case w.IsZero():
			faults.Add(indicator.Pointer(i), indicator.FaultRequired, "", "a weight")
		case w.Sign() < 0:
			faults.Add(indicator.Pointer(i), indicator.FaultRange, w.String(), "a weight of 0 or above")
		case w.Sign() == 0:
			zero++
		case !fits || 2*w.Places() > mostWeightPlaces:
			faults.Add(indicator.Pointer(i), indicator.FaultRange, w.String(), fmt.Sprintf("a weight of at most %d places", mostWeightPlaces/2))
		default:
			used, squares = append(used, w), append(squares, square)
		}
	}
	sums := Weights{Sum: sum(used), Squares: sum(squares)}
	if sums.Sum.IsZero() || sums.Squares.IsZero() {
		faults.Add("", indicator.FaultRange, "", "weights whose squares sum to a number that is not too long")
	}
	if err := faults.Err(); err != nil {
		return Weights{}, err
	}
	if zero > 0 {
		sums.Zero = indicator.IntValue(zero)
	}
	return sums, nil
}

// mostWeightPlaces bounds the places of squared weights.
const mostWeightPlaces = 24

// halfUnit is half of v's last place, by which rounding may have moved it.
func halfUnit(v indicator.Value) indicator.Ratio {
	unit := indicator.IntRatio(1, 2)
	for range v.Places() {
		unit = unit.Quo(whole(10))
	}
	return unit
}

// validate checks the sums against each other, against the n people of the question's base, and against its weighted
// tallies.
func (w Weights) validate(q Question, n indicator.Ratio) indicator.Faults {
	var faults indicator.Faults
	for _, v := range []struct {
		path  string
		value indicator.Value
	}{{"/sum", w.Sum}, {"/squares", w.Squares}} {
		if v.value.Sign() <= 0 {
			faults.Add("/weights"+v.path, indicator.FaultRange, v.value.String(), "a sum of weights above 0")
		}
	}
	validateCount(&faults, "/weights/zero", w.Zero)
	total := w.Sum.Ratio(indicator.NoCount)
	if total.Mul(total).Cmp(w.Squares.Ratio(indicator.NoCount)) < 0 && !w.Sum.IsZero() && !w.Squares.IsZero() {
		faults.Add("/weights/squares", indicator.FaultConflict, w.Squares.String(), "at most the square of the sum")
	}
	// (Σ w)² ≤ n·Σ w² for n people, up to the rounding of the two sums.
	least, most := total.Sub(halfUnit(w.Sum)), w.Squares.Ratio(indicator.NoCount).Add(halfUnit(w.Squares))
	if n.Missing() == indicator.Present && least.Sign() > 0 && least.Mul(least).Cmp(n.Mul(most)) > 0 {
		faults.Add("/weights/squares", indicator.FaultConflict, w.Squares.String(), fmt.Sprintf("at least the square of the sum, divided by the %s people of the base", n))
	}
	var inside []indicator.Value
	before := len(faults)
	for i, t := range q.Tallies {
		at := indicator.Pointer("tallies", i, "weighted")
		switch {
		case t.Weighted.Sign() < 0:
			faults.Add(at, indicator.FaultRange, t.Weighted.String(), "0 or above")
		case !t.Outside && t.Weighted.Cmp(w.Sum) > 0:
			faults.Add(at, indicator.FaultRange, t.Weighted.String(), fmt.Sprintf("at most %s, the sum of the weights", w.Sum))
		}
		if !t.Outside {
			inside = append(inside, t.Weighted)
		}
	}
	if total := sum(inside); len(faults) == before && q.Kind != Multiple && total.Cmp(w.Sum) > 0 {
		faults.Add("/tallies", indicator.FaultRange, total.String(), fmt.Sprintf("weighted counts that sum to at most %s, the sum of the weights", w.Sum))
	}
	return faults
}
