package score

import "github.com/planeval/planeval/indicator"

// Weights are those of a node's children, 权重, and where they come from.
type Weights struct {
	Node        string        `json:"node"` // code
	Method      WeightMethod  `json:"method"`
	Children    []ChildWeight `json:"children"`
	Consistency *Consistency  `json:"consistency,omitempty"` // of judgements
	Units       int           `json:"units,omitempty"`       // how many units were compared
	Priority    Priority      `json:"priority,omitempty"`
	Table       RandomIndex   `json:"table,omitempty"`
	Places      int           `json:"places,omitempty"` // to which derived weights were rounded
}

// ChildWeight is the weight of a child.
type ChildWeight struct {
	Code      string           `json:"code"`
	Derived   indicator.Number `json:"derived,omitempty"` // by a method, before it was rounded; nil where the sheet gives it
	Weight    indicator.Ratio  `json:"weight"`            // as it is used
	Share     indicator.Ratio  `json:"share"`             // of its siblings' weights together
	Effective indicator.Ratio  `json:"effective"`         // 有效权重: the product of the shares from the root down
}

const defaultPlaces = 6

// weigh finds the weights of a node's children, whose scores are there.
func (r *Result) weigh(n *node) Weights {
	w := n.Weighting
	result := Weights{Node: n.Code, Method: w.Method}
	n.weights = make([]indicator.Ratio, len(n.children))
	var derived []ball
	why := indicator.Present
	switch w.Method {
	case GivenWeights:
		for j := range n.weights {
			n.weights[j] = n.Children[j].Weight.Ratio(indicator.NotDefined)
		}
	case EqualWeights:
		for j := range n.weights {
			n.weights[j] = number(1)
		}
	case AHP:
		if len(n.children) == 1 {
			n.weights[0] = number(1)
			break
		}
		result.Consistency = new(Consistency)
		derived, *result.Consistency = w.judged(n.Children)
		result.Priority, result.Table = w.Priority, w.RandomIndex
	default:
		derived, result.Units, why = r.compare(n)
	}
	if derived != nil || why != indicator.Present {
		result.Places = w.Places
		if w.Places == 0 {
			result.Places = defaultPlaces
		}
	}
	sum := number(0)
	for j := range n.weights {
		if why != indicator.Present {
			n.weights[j] = indicator.Missing(why)
		} else if derived != nil {
			rounded, _ := approx(derived[j]).Round(result.Places, indicator.HalfUp)
			n.weights[j] = rounded.Ratio(indicator.NotDefined)
		}
		sum = sum.Add(n.weights[j])
	}
	if sum.Missing() == indicator.Present && sum.Sign() == 0 { // all were rounded to nothing
		sum = indicator.Missing(indicator.ZeroDenominator)
		for j := range n.weights {
			n.weights[j] = sum
		}
	}
	for j, weight := range n.weights {
		child := ChildWeight{Code: n.Children[j].Code, Weight: weight, Share: weight.Quo(sum)}
		if derived != nil {
			child.Derived = approx(derived[j])
		}
		result.Children = append(result.Children, child)
	}
	return result
}

// compare derives weights from the units that have all scores of the node's children.
func (r *Result) compare(n *node) (weights []ball, units int, why indicator.Reason) {
	columns := make([][]ball, len(n.children))
	for u := range r.Data.Units {
		complete := true
		for _, child := range n.children {
			complete = complete && r.nodes[child].column.missing(u) == indicator.Present
		}
		if complete {
			units++
			for j, child := range n.children {
				columns[j] = append(columns[j], r.nodes[child].column.amount(u).approximated())
			}
		}
	}
	weights, why = n.Weighting.Method.derived(columns)
	return weights, units, why
}

// setEffective multiplies the shares down the tree.
func (r *Result) setEffective() {
	effective := make([]indicator.Ratio, len(r.nodes))
	effective[0] = number(1)
	for k := range r.Weights {
		place := r.places[r.Weights[k].Node]
		for j, child := range r.nodes[place].children {
			c := &r.Weights[k].Children[j]
			c.Effective = effective[place].Mul(c.Share)
			effective[child] = c.Effective
		}
	}
}

// shareOf returns the weight of a node's j-th child over those of the children that have a score for the unit.
func (r *Result) shareOf(n *node, j, unit int) indicator.Ratio {
	sum := number(0)
	for k, child := range n.children {
		if n.weights[k].Sign() > 0 && r.nodes[child].column.missing(unit) == indicator.Present {
			sum = sum.Add(n.weights[k])
		}
	}
	if r.nodes[n.children[j]].column.missing(unit) != indicator.Present {
		return number(0)
	}
	return n.weights[j].Quo(sum)
}
