package survey

import (
	"fmt"
	"math/big"

	"github.com/planeval/planeval/indicator"
	"github.com/shopspring/decimal"
)

// WeightCell is a cell of the sample that gets one weight: how many people, and which category of each margin they are in.
type WeightCell struct {
	Categories []int           `json:"categories"` // an index into each margin's totals
	Count      indicator.Value `json:"count"`
}

// Margin holds how many of the population are in each category of one variable, 边际总数.
type Margin struct {
	Name   string            `json:"name"`
	Totals []indicator.Value `json:"totals"`
}

// Weighting is a set of weights, 加权结果, and what it costs in precision.
type Weighting struct {
	Weights       []indicator.Ratio `json:"weights"` // of each person of a cell, in the order of the cells; none for a cell without people
	Least         indicator.Ratio   `json:"least"`
	Most          indicator.Ratio   `json:"most"`
	EffectiveSize indicator.Ratio   `json:"effectiveSize"` // Kish: (Σ w)² ÷ Σ w²
	DesignEffect  indicator.Ratio   `json:"designEffect"`  // n ÷ EffectiveSize
	// Iterations is how often raking went through all margins, and Residual by how much the weighted counts were off the
	// totals after the last, relative to the total, at most. Of a post-stratification they are 0.
	Iterations int             `json:"iterations,omitempty"`
	Residual   indicator.Ratio `json:"residual"`
}

// PostStratify returns the weights N ÷ n by which the sample has the population's numbers in every category of one margin,
// 事后分层加权. The error is [indicator.Faults]: counts that are none, and a category without people in the sample.
func PostStratify(counts []indicator.Value, margin Margin) (Weighting, error) {
	cells := make([]WeightCell, len(counts))
	for i, c := range counts {
		cells[i] = WeightCell{[]int{i}, c}
	}
	if err := validateCells(cells, []Margin{margin}).Err(); err != nil {
		return Weighting{}, err
	}
	w := Weighting{Residual: whole(0)}
	for i, c := range counts {
		w.Weights = append(w.Weights, indicator.NewRatio(margin.Totals[i], c, indicator.NoCount))
	}
	return w.summed(cells), nil
}

const (
	// MostIterations bounds how often Rake goes through the margins.
	MostIterations = 1000
	// MostCells bounds the cells of Rake and PostStratify, times the margins.
	MostCells = 10_000
	// rakedPlaces is how many places the weights are computed with, and residualPlaces how near the totals they must come.
	rakedPlaces    = 40
	residualPlaces = 25
	weightPlaces   = 20
)

// Rake returns the weights by which the sample has the population's numbers in every category of each margin, 多维边际加权
// (raking, iterative proportional fitting; Deming and Stephan, Annals of Mathematical Statistics 11, 1940). It begins with
// equal weights and goes through the margins until all weighted counts are within 10^-25 of their totals, relatively.
// Weights are then rounded half up to 20 places. How near they are to the limit shows in Residual, not in their places.
//
// The error is [indicator.Faults]: margins with unequal sums, categories that no person of the sample is in although some
// of the population are, more than MostCells cells, and margins that the cells cannot meet at once, which show by
// MostIterations that do not come near.
func Rake(cells []WeightCell, margins []Margin) (Weighting, error) {
	if err := validateCells(cells, margins).Err(); err != nil {
		return Weighting{}, err
	}
	r := newRaking(cells, margins)
	limit := new(big.Int).Exp(big.NewInt(10), big.NewInt(rakedPlaces-residualPlaces), nil)
	for iteration := 1; iteration <= MostIterations; iteration++ {
		r.pass()
		if residual := r.residual(); residual.Cmp(limit) <= 0 {
			return r.weighting(iteration, residual).summed(cells), nil
		}
	}
	var faults indicator.Faults
	faults.Add("/margins", indicator.FaultConflict, fmt.Sprintf("%d iterations", MostIterations), "totals that the cells can meet at once")
	return Weighting{}, faults
}

// raking is the state of raking in fixed-point numbers of rakedPlaces.
type raking struct {
	cells   []WeightCell
	counts  []*big.Int
	margins [][]*big.Int
	weights []*big.Int
}

func newRaking(cells []WeightCell, margins []Margin) *raking {
	r := &raking{cells: cells}
	one := new(big.Int).Exp(big.NewInt(10), big.NewInt(rakedPlaces), nil)
	for _, c := range cells {
		r.counts, r.weights = append(r.counts, scaledBy(c.Count, big.NewInt(1))), append(r.weights, new(big.Int).Set(one))
	}
	for _, m := range margins {
		var totals []*big.Int
		for _, t := range m.Totals {
			totals = append(totals, scaledBy(t, one))
		}
		r.margins = append(r.margins, totals)
	}
	return r
}

// scaledBy returns unit times v, cut off.
func scaledBy(v indicator.Value, unit *big.Int) *big.Int {
	rat, ok := v.Ratio(indicator.NoCount).Rat()
	if !ok {
		return new(big.Int)
	}
	n := new(big.Int).Mul(rat.Num(), unit)
	return n.Quo(n, rat.Denom())
}

// sums adds up the weighted counts of each category of a margin.
func (r *raking) sums(margin int) []*big.Int {
	sums := make([]*big.Int, len(r.margins[margin]))
	for i := range sums {
		sums[i] = new(big.Int)
	}
	product := new(big.Int)
	for i, c := range r.cells {
		at := sums[c.Categories[margin]]
		at.Add(at, product.Mul(r.counts[i], r.weights[i]))
	}
	return sums
}

// pass brings one margin after another to its totals.
func (r *raking) pass() {
	for m, totals := range r.margins {
		sums := r.sums(m)
		for i, c := range r.cells {
			if category := c.Categories[m]; r.counts[i].Sign() > 0 && sums[category].Sign() > 0 {
				w := r.weights[i]
				w.Quo(w.Mul(w, totals[category]), sums[category])
			}
		}
	}
}

// residual returns how far the sums are off their totals at most, relatively.
func (r *raking) residual() *big.Int {
	most := new(big.Int)
	one := new(big.Int).Exp(big.NewInt(10), big.NewInt(rakedPlaces), nil)
	for m, totals := range r.margins {
		for category, sum := range r.sums(m) {
			if totals[category].Sign() == 0 {
				continue
			}
			off := sum.Abs(sum.Sub(sum, totals[category]))
			if off.Quo(off.Mul(off, one), totals[category]).Cmp(most) > 0 {
				most = off
			}
		}
	}
	return most
}

func (r *raking) weighting(iterations int, residual *big.Int) Weighting {
	w := Weighting{Iterations: iterations, Residual: fixed(residual)}
	for i := range r.cells {
		rounded := indicator.Missing(indicator.NoCount)
		if r.counts[i].Sign() > 0 {
			rounded = fixed(r.weights[i])
		}
		w.Weights = append(w.Weights, rounded)
	}
	return w
}

// fixed returns a number of rakedPlaces, rounded to weightPlaces.
func fixed(n *big.Int) indicator.Ratio {
	d := decimal.NewFromBigInt(n, -rakedPlaces).Round(weightPlaces)
	v, err := indicator.FromDecimal(d)
	if err != nil {
		return indicator.Missing(indicator.NotDefined)
	}
	return v.Ratio(indicator.NoCount)
}

// summed fills in what the weights come to.
func (w Weighting) summed(cells []WeightCell) Weighting {
	n, total, squares := whole(0), whole(0), whole(0)
	for i, c := range cells {
		count, weight := c.Count.Ratio(indicator.NoCount), w.Weights[i]
		if count.Sign() == 0 {
			continue
		}
		n, total, squares = n.Add(count), total.Add(count.Mul(weight)), squares.Add(count.Mul(weight).Mul(weight))
		if w.Least.Missing() != indicator.Present || weight.Cmp(w.Least) < 0 {
			w.Least = weight
		}
		if w.Most.Missing() != indicator.Present || weight.Cmp(w.Most) > 0 {
			w.Most = weight
		}
	}
	w.EffectiveSize = total.Mul(total).Quo(squares)
	w.DesignEffect = n.Quo(w.EffectiveSize)
	return w
}

// validateCells checks cells and margins against each other.
func validateCells(cells []WeightCell, margins []Margin) indicator.Faults {
	var faults indicator.Faults
	if n := len(cells) * max(len(margins), 1); n == 0 || n > MostCells {
		faults.Add("/cells", indicator.FaultRange, fmt.Sprint(len(cells)), fmt.Sprintf("1 to %d cells, times the margins", MostCells))
	}
	if len(margins) == 0 {
		faults.Add("/margins", indicator.FaultRequired, "", "a margin")
	}
	sampled := make([][]bool, len(margins))
	for m, margin := range margins {
		sampled[m] = make([]bool, len(margin.Totals))
	}
	for i, c := range cells {
		at := indicator.Pointer("cells", i)
		if sound := validateCount(&faults, at+"/count", c.Count); !sound && c.Count.IsZero() {
			faults.Add(at+"/count", indicator.FaultRequired, "", "a count")
		}
		if len(c.Categories) != len(margins) {
			faults.Add(at+"/categories", indicator.FaultRange, fmt.Sprint(len(c.Categories)), fmt.Sprintf("%d categories, one of each margin", len(margins)))
			continue
		}
		for m, category := range c.Categories {
			if category < 0 || category >= len(margins[m].Totals) {
				faults.Add(at+indicator.Pointer("categories", m), indicator.FaultRange, fmt.Sprint(category), fmt.Sprintf("0 to %d", len(margins[m].Totals)-1))
			} else if c.Count.Sign() > 0 {
				sampled[m][category] = true
			}
		}
	}
	if len(faults) > 0 {
		return faults
	}
	var first indicator.Value
	for m, margin := range margins {
		sound := true
		for category, total := range margin.Totals {
			at := indicator.Pointer("margins", m, "totals", category)
			switch {
			case total.IsZero():
				faults.Add(at, indicator.FaultRequired, "", "how many of the population are in the category")
			case total.Sign() < 0 || total.Sign() == 0 && sampled[m][category]:
				faults.Add(at, indicator.FaultRange, total.String(), "a number above 0, as people of the sample are in the category")
			case total.Sign() > 0 && !sampled[m][category]:
				faults.Add(at, indicator.FaultConflict, total.String(), fmt.Sprintf("0, as nobody of the sample is in this category of %q", margin.Name))
			default:
				continue
			}
			sound = false
		}
		total := sum(margin.Totals)
		switch {
		case !sound:
		case first.IsZero():
			first = total
		case total.Cmp(first) != 0:
			faults.Add(indicator.Pointer("margins", m, "totals"), indicator.FaultConflict, total.String(), fmt.Sprintf("totals that sum to %s, as those of the first margin", first))
		}
	}
	return faults
}
