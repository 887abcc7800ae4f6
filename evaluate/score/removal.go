package score

import (
	"slices"

	"github.com/planeval/planeval/indicator"
)

// Removal is the result without one node of the sheet, and without what is below it. Given weights are kept; weights that follow
// from judgements or scores are derived from those that are left, and judgements that are then inconsistent are used.
type Removal struct {
	Code   string  `json:"code"`
	Totals []Total `json:"totals"` // in the order of the units
	// Shift is the mean over the units of how far their ranks move, for those that have a rank with and without the node.
	Shift indicator.Ratio  `json:"shift"`
	Why   indicator.Reason `json:"why,omitempty"` // NotDefined for the only child, or the only one with a weight, which cannot be left out
}

// Removals scores the units again without each of the nodes that are named, or without each node but the root, in document
// order: what would the result be without it? That takes as long as scoring them so many times.
func (r *Result) Removals(codes ...string) []Removal {
	var list []Removal
	for i := range r.nodes {
		n := &r.nodes[i]
		if n.parent < 0 || len(codes) > 0 && !slices.Contains(codes, n.Code) {
			continue
		}
		removal := Removal{Code: n.Code, Why: indicator.NotDefined, Shift: indicator.Missing(indicator.NotDefined)}
		if r.nodes[n.parent].spares(n.Node) {
			sheet := r.Sheet
			sheet.Root = pruned(&r.Sheet.Root, n.Node)
			without := evaluate(sheet, r.dataOf(&sheet), Options{r.Float})
			removal = Removal{Code: n.Code, Totals: without.Totals, Shift: shift(r.Totals, without.Totals)}
		}
		list = append(list, removal)
	}
	return list
}

// spares reports whether the node has other children than the given one, with a weight.
func (n *Node) spares(child *Node) bool {
	for i := range n.Children {
		if c := &n.Children[i]; c != child && (n.Weighting.Method != GivenWeights || c.Weight.Sign() > 0) {
			return true
		}
	}
	return false
}

// pruned returns a node without one below it.
func pruned(n, removed *Node) Node {
	copied := *n
	copied.Children = make([]Node, 0, len(n.Children))
	for i := range n.Children {
		if child := &n.Children[i]; child != removed {
			copied.Children = append(copied.Children, pruned(child, removed))
		}
	}
	if len(copied.Children) == 0 {
		copied.Children = nil
	}
	copied.Weighting.Judgements = slices.DeleteFunc(slices.Clone(n.Weighting.Judgements), func(j Judgement) bool {
		return !slices.ContainsFunc(copied.Children, func(c Node) bool { return c.Code == j.More }) ||
			!slices.ContainsFunc(copied.Children, func(c Node) bool { return c.Code == j.Less })
	})
	return copied
}

// dataOf returns the columns that the sheet still holds.
func (r *Result) dataOf(sheet *Sheet) Data {
	held := map[string]bool{}
	for leaf := range sheet.leaves() {
		held[leaf.Code] = true
	}
	for _, v := range sheet.Vetoes {
		held[v.Code] = true
	}
	data := Data{Units: r.Data.Units}
	for _, c := range r.Data.Columns {
		if held[c.Leaf] {
			data.Columns = append(data.Columns, c)
		}
	}
	return data
}

// shift returns the mean of how far ranks moved.
func shift(before, after []Total) indicator.Ratio {
	sum, units := number(0), int64(0)
	for u := range before {
		if moved := after[u].Rank.Rank.Sub(before[u].Rank.Rank); moved.Missing() == indicator.Present {
			if moved.Sign() < 0 {
				moved = number(0).Sub(moved)
			}
			sum, units = sum.Add(moved), units+1
		}
	}
	return sum.Quo(number(units))
}
