package score

import (
	"math"
	"slices"

	"github.com/planeval/planeval/indicator"
)

// The tables, for 1 to 15 children.
const (
	Saaty1980 RandomIndex = ""                  // T. L. Saaty, The Analytic Hierarchy Process, 1980: customary in China
	SaatyNew  RandomIndex = "saaty-new"         // of Saaty's later works
	Tummala   RandomIndex = "tummala-ling-1998" // V. M. R. Tummala, H. Ling, 1998
)

// indices returns the table for 1, 2, 3, … children, in ten-thousandths.
func (t RandomIndex) indices() []int64 {
	switch t {
	case SaatyNew:
		return []int64{0, 0, 5200, 8900, 11100, 12500, 13500, 14000, 14500, 14900, 15200, 15400, 15600, 15800, 15900}
	case Tummala:
		return []int64{0, 0, 5799, 8921, 11159, 12358, 13322, 13952, 14537, 14882, 15117, 15356, 15571, 15714, 15831}
	}
	return []int64{0, 0, 5800, 9000, 11200, 12400, 13200, 14100, 14500, 14900, 15100, 14800, 15600, 15700, 15900}
}

// mostJudged is how many children can be weighted by judgements: the tables go no further.
const mostJudged = 15

// Consistency says how far the judgements of AHP contradict each other, 一致性检验. With λ the mean of (A w)ᵢ ÷ wᵢ, which for
// the eigenvector is its eigenvalue, the index is (λ − n) ÷ (n − 1), and the ratio is that over the random index.
type Consistency struct {
	Lambda      Approx           `json:"lambda"`
	Index       Approx           `json:"index"`
	RandomIndex indicator.Ratio  `json:"randomIndex"`
	Ratio       indicator.Number `json:"ratio"` // 0 for two children, which cannot contradict each other
	Acceptable  bool             `json:"acceptable"`
	Worst       int              `json:"worst"`   // the judgement that is farthest from what the weights imply; -1 where all agree
	Implied     Approx           `json:"implied"` // and how many times as important they imply
}

// acceptable is the consistency ratio up to which judgements are used, after Saaty.
func acceptable() indicator.Ratio { return indicator.IntRatio(1, 10) }

// judged returns the weights that follow from the judgements, which add up to 1, and their consistency. Every pair of the
// children has been judged once.
func (w Weighting) judged(children []Node) ([]ball, Consistency) {
	n := len(children)
	place := map[string]int{}
	for i, c := range children {
		place[c.Code] = i
	}
	matrix := make([][]ball, n)
	for i := range matrix {
		matrix[i] = slices.Repeat([]ball{ballOf(number(1))}, n)
	}
	for _, j := range w.Judgements {
		more, less := place[j.More], place[j.Less]
		times := j.Times.Ratio(indicator.NotDefined)
		matrix[more][less], matrix[less][more] = ballOf(times), ballOf(number(1).Quo(times))
	}
	var weights []ball
	switch w.Priority {
	case GeometricMean:
		weights = normalised(rowMeans(matrix))
	case ColumnMean:
		weights = normalised(columnShares(matrix))
	default:
		weights = eigenvector(matrix)
	}
	return weights, w.consistency(matrix, weights, place)
}

// normalised returns the list over its sum.
func normalised(list []ball) []ball {
	sum := total(list)
	shares := make([]ball, len(list))
	for i, x := range list {
		shares[i] = x.Quo(sum)
	}
	return shares
}

func total(list []ball) ball {
	var sum ball
	for _, x := range list {
		sum = sum.Add(x)
	}
	return sum
}

// rowMeans returns the geometric mean of each row.
func rowMeans(matrix [][]ball) []ball {
	share := ballOf(indicator.IntRatio(1, int64(len(matrix))))
	means := make([]ball, len(matrix))
	for i, row := range matrix {
		for _, x := range row {
			means[i] = means[i].Add(x.Log().Mul(share))
		}
		means[i] = means[i].Exp()
	}
	return means
}

// columnShares returns the sum of each row of the matrix whose columns are brought to the sum 1.
func columnShares(matrix [][]ball) []ball {
	sums := make([]ball, len(matrix))
	for j := range matrix {
		var column ball
		for i := range matrix {
			column = column.Add(matrix[i][j])
		}
		for i := range matrix {
			sums[i] = sums[i].Add(matrix[i][j].Quo(column))
		}
	}
	return sums
}

// times returns the product of a matrix and a vector.
func times(matrix [][]ball, vector []ball) []ball {
	product := make([]ball, len(matrix))
	for i, row := range matrix {
		for j, x := range row {
			product[i] = product[i].Add(x.Mul(vector[j]))
		}
	}
	return product
}

// eigenvector returns the principal eigenvector of a positive matrix, of the sum 1, with a proven error.
//
// It is found by repeated multiplication. How near the last vector x is to the true one v follows from Birkhoff's theorem: in
// Hilbert's metric d(x, y) = ln(max xᵢ÷yᵢ ÷ min xᵢ÷yᵢ) a positive matrix A brings vectors together by the factor
// k = tanh(Δ ÷ 4) at least, where e^Δ is the greatest of aᵢₖ aⱼₗ ÷ (aⱼₖ aᵢₗ), so d(x, v) ≤ d(x, A x) ÷ (1 − k). Vectors of
// the sum 1 that are d apart differ in each part by no more than the factor e^d, and e^d − 1 < d (1 + d) for d below 1.
func eigenvector(matrix [][]ball) []ball {
	const most = 10_000
	x := slices.Repeat([]ball{ballOf(indicator.IntRatio(1, int64(len(matrix))))}, len(matrix))
	for range most {
		next := normalised(times(matrix, x))
		moved := 0.0
		for i := range next {
			moved = max(moved, math.Abs(next[i].mid-x[i].mid))
			next[i].rad = 0 // any vector is as good a start
		}
		x = next
		if moved < 0x1p-51 {
			break
		}
	}
	apart := ratios(times(matrix, x), x)
	contraction := 1.0
	for i := range matrix {
		for j := range matrix {
			contraction = max(contraction, ratios(matrix[i], matrix[j]))
		}
	}
	// tanh(ln(c) ÷ 4) = (√c − 1) ÷ (√c + 1), and 1 less that is 2 ÷ (√c + 1).
	distance := float64(logarithm(apart) * (1 + math.Sqrt(contraction)) / 2 * (1 + 0x1p-40))
	x = normalised(x) // again, with what the sum of floats is off 1
	for i := range x {
		x[i] = round(x[i].mid, x[i].rad+float64(x[i].high()*float64(distance*(1+distance))*(1+0x1p-40)))
	}
	return x
}

// ratios returns the greatest of xᵢ ÷ yᵢ over the least, at most.
func ratios(x, y []ball) float64 {
	low, high := math.Inf(1), 0.0
	for i := range x {
		q := x[i].Quo(y[i])
		low, high = min(low, q.low()), max(high, q.high())
	}
	return high / low * (1 + 0x1p-50)
}

// consistency compares the judgements with the weights.
func (w Weighting) consistency(matrix [][]ball, weights []ball, place map[string]int) Consistency {
	n := int64(len(weights))
	var sum ball
	for i, x := range times(matrix, weights) {
		sum = sum.Add(x.Quo(weights[i]))
	}
	lambda := sum.Mul(ballOf(indicator.IntRatio(1, n)))
	index := lambda.Sub(ballOf(number(n))).Mul(ballOf(indicator.IntRatio(1, n-1)))
	c := Consistency{
		Lambda: approx(lambda), Index: approx(index), Ratio: number(0), Acceptable: true, Worst: -1,
		RandomIndex: indicator.IntRatio(w.RandomIndex.indices()[n-1], 10_000),
	}
	if c.RandomIndex.Sign() > 0 {
		c.Ratio = approx(index.Quo(ballOf(c.RandomIndex)))
		c.Acceptable = c.Ratio.Cmp(acceptable()) <= 0
	}
	farthest := 0x1p-30 // nearer than that they agree
	for k, j := range w.Judgements {
		implied := weights[place[j.More]].Quo(weights[place[j.Less]])
		off := math.Abs(logarithm(implied.mid) - logarithm(ballOf(j.Times.Ratio(indicator.NotDefined)).mid))
		if off > farthest*(1+0x1p-30) { // the first of those that are as far
			farthest, c.Worst, c.Implied = off, k, approx(implied)
		}
	}
	return c
}
