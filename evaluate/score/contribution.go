package score

import (
	"math/big"
	"slices"

	"github.com/planeval/planeval/indicator"
	"github.com/shopspring/decimal"
)

// Contribution is what one part of the sheet adds to the total of a unit.
type Contribution struct {
	Code  string           `json:"code"`  // of a node or bonus; empty for what is above the most that a total can be
	Level int              `json:"level"` // 0 for the root and the bonuses
	Leaf  bool             `json:"leaf"`
	Score indicator.Number `json:"score"`
	// Weight is how much a point of the score moves the total: for weighted means the effective weight 有效权重 among the parts
	// that have a score, for other means the derivative.
	Weight indicator.Number `json:"weight"`
	// Points is Score × Weight. The points of a node's children add up to those of the node, as every mean is homogeneous of
	// degree one: a mean is the sum of its arguments times its derivatives.
	Points indicator.Number `json:"points"`
	// Shown is Points rounded so that what is shown of the parts adds up to what is shown of the whole; absent where that has
	// more digits than a Value, or the total an error of more than a unit of the last place.
	Shown indicator.Value `json:"shown,omitzero"`
}

// Contributions returns what every node adds to a unit's total, in document order, then the bonuses and, below 0, what is cut
// off above the most. Shown has so many places, 0 to 12, and the parts of each node add up exactly to what is shown of it, in the end to
// the total rounded half up: each is rounded down, and the units that are then lacking go to those that lost most, the
// largest remainders. Below a node whose aggregation is no mean, parts are missing for NotAdditive.
func (r *Result) Contributions(unit, places int) []Contribution {
	if unit < 0 || unit >= len(r.Totals) {
		return nil
	}
	places = min(max(places, 0), 12)
	gradients := r.gradients(unit)
	list := make([]Contribution, len(r.nodes), len(r.nodes)+len(r.bonuses)+1)
	points := make([]amount, len(r.nodes))
	for i := range r.nodes {
		n := &r.nodes[i]
		score := n.column.amount(unit)
		points[i] = score.mul(gradients[i])
		list[i] = Contribution{
			Code: n.Code, Level: n.level, Leaf: n.Rule != nil,
			Score: score.number(), Weight: gradients[i].number(), Points: points[i].number(),
		}
	}
	top, digits := []int{0}, int32(places)
	for i := range r.bonuses {
		score := r.bonuses[i].column.amount(unit)
		top, points = append(top, len(list)), append(points, score)
		list = append(list, Contribution{Code: r.bonuses[i].Code, Leaf: true, Score: score.number(), Weight: number(1), Points: score.number()})
	}
	if r.Totals[unit].Capped {
		cut := exactAmount(r.Sheet.Most.Ratio(indicator.NotDefined)).sub(r.sum(unit))
		top, points = append(top, len(list)), append(points, cut)
		list = append(list, Contribution{Score: indicator.Missing(indicator.NotComputed), Weight: number(1), Points: cut.number()})
	}
	total := r.Totals[unit].Score
	if a, ok := total.(Approx); total.Missing() != indicator.Present ||
		ok && a.Error().Cmp(indicator.RatRatio(new(big.Rat).SetFrac(big.NewInt(1), tens(places)))) > 0 {
		return list
	}
	show := func(whole decimal.Decimal, parts []int) {
		for k, value := range apportion(whole, pick(points, parts), digits) {
			list[parts[k]].Shown, _ = indicator.FromDecimal(value)
		}
	}
	show(total.Decimal(places, indicator.HalfUp), numbered(points, top))
	for i := range r.nodes {
		if whole, ok := list[i].Shown.Decimal(); ok && len(r.nodes[i].children) > 0 {
			show(whole, numbered(points, r.nodes[i].children))
		}
	}
	return list
}

// numbered returns those of the places at which there is a number.
func numbered(list []amount, places []int) []int {
	return slices.DeleteFunc(slices.Clone(places), func(i int) bool { return list[i].missing() != indicator.Present })
}

func pick(list []amount, places []int) []amount {
	picked := make([]amount, len(places))
	for k, i := range places {
		picked[k] = list[i]
	}
	return picked
}

// gradients returns how much a point of each node's score moves the score of the root.
func (r *Result) gradients(unit int) []amount {
	list := make([]amount, len(r.nodes))
	list[0] = exactAmount(number(1))
	for i := range r.nodes {
		n := &r.nodes[i]
		whole := n.column.amount(unit)
		for j, child := range n.children {
			part := r.nodes[child].column.amount(unit)
			switch {
			case list[i].missing() != indicator.Present:
				list[child] = list[i]
			case whole.missing() != indicator.Present:
				list[child] = exactAmount(indicator.Missing(whole.missing()))
			case !n.Aggregation.mean():
				list[child] = exactAmount(indicator.Missing(indicator.NotAdditive))
			case part.missing() != indicator.Present || n.weights[j].Sign() == 0:
				list[child] = exactAmount(number(0))
			default:
				list[child] = list[i].mul(n.Aggregation.derivative(exactAmount(r.shareOf(n, j, unit)), part, whole))
			}
		}
	}
	return list
}

// derivative returns that of a mean after one of its arguments, which has a share of the weights.
func (a Aggregation) derivative(share, part, whole amount) amount {
	switch a.Method {
	case Arithmetic:
		return share
	case Geometric:
		return share.mul(whole).quo(part)
	case Harmonic:
		ratio := whole.quo(part)
		return share.mul(ratio).mul(ratio)
	case PowerMean:
		power := a.Power.Ratio(indicator.NotDefined).Sub(number(1))
		return share.mul(floatAmount(part.quo(whole).approximated().Pow(ballOf(power))))
	}
	return exactAmount(indicator.Missing(indicator.NotAdditive))
}

// apportion rounds parts so that they add up to the whole, which is rounded: the largest-remainder method.
func apportion(whole decimal.Decimal, parts []amount, places int32) []decimal.Decimal {
	units := make([]*big.Int, len(parts))
	rest := make([]*big.Rat, len(parts))
	lacking := whole.Shift(places).BigInt()
	order := make([]int, len(parts))
	for i, p := range parts {
		scaled := rational(p)
		scaled.Mul(scaled, new(big.Rat).SetInt(tens(int(places))))
		units[i], rest[i] = new(big.Int), new(big.Rat)
		remainder := new(big.Int)
		units[i].DivMod(scaled.Num(), scaled.Denom(), remainder) // of a positive divisor the floor
		rest[i].SetFrac(remainder, scaled.Denom())
		lacking.Sub(lacking, units[i])
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return rest[b].Cmp(rest[a]) })
	if len(order) > 0 {
		// Each gets as many as all can have, and the first so many, one more: of exact parts, that is all.
		each, more := new(big.Int).DivMod(lacking, big.NewInt(int64(len(order))), new(big.Int))
		for k, i := range order {
			units[i].Add(units[i], each)
			if int64(k) < more.Int64() {
				units[i].Add(units[i], big.NewInt(1))
			}
		}
	}
	shown := make([]decimal.Decimal, len(parts))
	for i, n := range units {
		shown[i] = decimal.NewFromBigInt(n, -places)
	}
	return shown
}

// tens returns 10^n.
func tens(n int) *big.Int { return new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n)), nil) }

// rational returns an amount as a fraction.
func rational(a amount) *big.Rat {
	if a.float {
		r, _ := approx(a.ball).Ratio().Rat()
		return r
	}
	r, _ := a.exact.Rat()
	return r
}
