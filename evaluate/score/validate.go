package score

import (
	"fmt"

	"github.com/planeval/planeval/indicator"
)

// The limits of a sheet and its data.
const (
	MostDepth = 30        // nodes below one another
	MostNodes = 2_000     // nodes in all
	MostUnits = 100_000   // units
	MostCells = 2_000_000 // units times leaves; a leaf for which each unit has its own target counts four times

	// What takes longer than in proportion to the cells: exact numerators grow with the leaves; Copeland compares units pair by
	// pair; outliers are looked for again after each that is brought in.
	mostWork    = 50_000_000  // units times the square of the leaves
	mostPairs   = 100_000_000 // pairs of units of a period times children
	mostTreated = 250_000     // units times outliers
)

// Validate returns every fault of the sheet, each at a JSON Pointer below it: what is missing, outside its vocabulary or
// contradicts something else; a code that stands twice, as a leaf below two parents would; weights that are negative, vanish
// or do not add up; and judgements that are incomplete or, unless that is accepted, inconsistent.
func (s Sheet) Validate() indicator.Faults {
	v := validator{codes: map[string]string{}, froms: map[string]From{}}
	v.Require("/code", s.Code)
	v.Require("/title", s.Title)
	v.node(&s.Root, "/root", 1, s.Root.Weight.Ratio(indicator.NotDefined))
	if len(s.Bonuses) > MostNodes-v.nodes && v.nodes <= MostNodes {
		v.Add("/bonuses", indicator.FaultRange, fmt.Sprint(len(s.Bonuses)), fmt.Sprintf("at most %d nodes and bonuses", MostNodes))
	}
	for i := range s.Bonuses {
		v.bonus(&s.Bonuses[i], indicator.Pointer("bonuses", i))
	}
	if !s.Most.IsZero() && s.Most.Sign() <= 0 {
		v.Add("/most", indicator.FaultRange, s.Most.String(), "above 0")
	}
	v.grades(s.Grades)
	for i, veto := range s.Vetoes {
		v.veto(&s, veto, indicator.Pointer("vetoes", i))
	}
	v.Enum("/ties", s.Ties, TiesFirst, TiesLast, TiesAverage, TiesDense)
	return v.Faults
}

type validator struct {
	indicator.Faults
	codes map[string]string // the path at which each code stands
	froms map[string]From   // the figure of each leaf, bonus and veto
	nodes int
}

// node checks a node and what is below it; above is the weight of the node itself.
func (v *validator) node(n *Node, at string, depth int, above indicator.Ratio) {
	if v.nodes++; depth > MostDepth || v.nodes > MostNodes {
		if depth > MostDepth {
			v.Add(at, indicator.FaultDepth, "", fmt.Sprintf("at most %d nodes below one another", MostDepth))
		} else if v.nodes == MostNodes+1 {
			v.Add(at, indicator.FaultRange, "", fmt.Sprintf("at most %d nodes", MostNodes))
		}
		return
	}
	v.code(n, at)
	v.weight(n.Weight, at+"/weight")
	if len(n.Children) == 0 {
		v.leaf(n, at)
		return
	}
	if n.Rule != nil {
		v.Add(at+"/rule", indicator.FaultConflict, string(n.Rule.Kind), "no rule: a node with children is aggregated")
	}
	if n.From != (From{}) {
		v.Add(at+"/from", indicator.FaultConflict, n.From.Path, "no figure: a node with children is aggregated")
	}
	v.weighting(n, at, above)
	v.aggregation(n, at)
	for i := range n.Children {
		v.node(&n.Children[i], at+indicator.Pointer("children", i), depth+1, n.Children[i].Weight.Ratio(indicator.NotDefined))
	}
}

// bounded reports whether the node, at that depth, and what is below it keep to the limits of a sheet; nodes counts them.
func (n *Node) bounded(depth int, nodes *int) bool {
	if *nodes++; depth > MostDepth || *nodes > MostNodes {
		return false
	}
	for i := range n.Children {
		if !n.Children[i].bounded(depth+1, nodes) {
			return false
		}
	}
	return true
}

func (v *validator) code(n *Node, at string) {
	v.Require(at+"/code", n.Code)
	v.Require(at+"/name", n.Name)
	if earlier, twice := v.codes[n.Code]; twice && n.Code != "" {
		v.Add(at+"/code", indicator.FaultDuplicate, n.Code, "a code of its own, and one parent alone: "+earlier+" has it already")
		return
	}
	v.codes[n.Code] = at
}

func (v *validator) weight(w indicator.Value, at string) {
	if w.Sign() < 0 {
		v.Add(at, indicator.FaultRange, w.String(), "0 or more")
	}
}

func (v *validator) leaf(n *Node, at string) {
	if n.Rule == nil {
		v.Add(at, indicator.FaultRequired, "", "a rule or children")
		return
	}
	if w := n.Weighting; w.Method != "" || w.Relative || len(w.Judgements) > 0 || w.Priority != "" || w.RandomIndex != "" || w.AcceptInconsistent || w.Places != 0 {
		v.Add(at+"/weighting", indicator.FaultConflict, string(n.Weighting.Method), "children, which are weighted")
	}
	if n.Aggregation != (Aggregation{}) {
		v.Add(at+"/aggregation", indicator.FaultConflict, string(n.Aggregation.Method), "children, which are aggregated")
	}
	if n.Missing != (Missing{}) {
		v.Add(at+"/missing", indicator.FaultConflict, "", "children, of which one may be missing")
	}
	v.from(n.From, at+"/from")
	v.froms[n.Code] = n.From
	if n.Rule.Kind == Levels && n.From != (From{}) {
		v.Add(at+"/from", indicator.FaultConflict, n.From.Path, "no figure: points within a level are given by people")
	}
	v.rule(n.Rule, at+"/rule")
}

// from checks that a figure, if one is named, can be found.
func (v *validator) from(f From, at string) {
	if (f.Path == "") != (f.Formula == "") {
		v.Add(at, indicator.FaultRequired, f.Path+string(f.Formula), "a path and a formula")
	}
	if f.Formula != "" && f.Formula.Expression() == "" {
		v.Add(at+"/formula", indicator.FaultEnum, string(f.Formula), "the id of a formula of package indicator")
	}
}

// bonus checks a leaf that stands outside the tree.
func (v *validator) bonus(n *Node, at string) {
	if v.nodes++; v.nodes > MostNodes {
		return // told where the limit was passed
	}
	v.code(n, at)
	if !n.Weight.IsZero() {
		v.Add(at+"/weight", indicator.FaultConflict, n.Weight.String(), "no weight: a bonus is added")
	}
	if len(n.Children) > 0 {
		v.Add(at+"/children", indicator.FaultConflict, "", "a leaf")
		return
	}
	v.leaf(n, at)
}

func (v *validator) aggregation(n *Node, at string) {
	a := n.Aggregation
	v.Enum(at+"/aggregation/method", a.Method, Arithmetic, Geometric, Harmonic, PowerMean, Copeland, Topsis)
	switch most := indicator.IntValue(10); {
	case a.Method != PowerMean && !a.Power.IsZero():
		v.Add(at+"/aggregation/power", indicator.FaultConflict, a.Power.String(), "the method power")
	case a.Method == PowerMean && a.Power.IsZero():
		v.Add(at+"/aggregation/power", indicator.FaultRequired, "", "a number")
	case a.Method == PowerMean && (a.Power.Sign() == 0 || a.Power.Cmp(most) > 0 || a.Power.Cmp(indicator.IntValue(-10)) < 0):
		v.Add(at+"/aggregation/power", indicator.FaultRange, a.Power.String(), "not 0, from -10 to 10; for 0 take the method geometric")
	}
	m := n.Missing
	v.within(m.Share, at+"/missing/share", 0, 1)
	if !m.Share.IsZero() && !m.Drop {
		v.Add(at+"/missing/share", indicator.FaultConflict, m.Share.String(), "drop")
	}
	if m.Drop && a.Method == Topsis {
		v.Add(at+"/missing/drop", indicator.FaultConflict, "true", "no units without a score: distances are over all children")
	}
}

// within checks that a number, if there is one, is from low to high.
func (v *validator) within(x indicator.Value, at string, low, high int64) {
	if !x.IsZero() && (x.Cmp(indicator.IntValue(low)) < 0 || x.Cmp(indicator.IntValue(high)) > 0) {
		v.Add(at, indicator.FaultRange, x.String(), fmt.Sprintf("%d to %d", low, high))
	}
}

func (v *validator) grades(grades []Grade) {
	names := map[string]bool{}
	for i, g := range grades {
		at := indicator.Pointer("grades", i)
		v.Require(at+"/name", g.Name)
		if names[g.Name] && g.Name != "" {
			v.Add(at+"/name", indicator.FaultDuplicate, g.Name, "a name of its own")
		}
		names[g.Name] = true
		v.descending(at+"/atLeast", i, len(grades), g.AtLeast, func() indicator.Value { return grades[i-1].AtLeast })
	}
}

// descending checks that each of so many bounds is below the one before; only the last may be absent.
func (v *validator) descending(at string, i, of int, bound indicator.Value, before func() indicator.Value) {
	switch {
	case bound.IsZero() && i < of-1:
		v.Add(at, indicator.FaultRequired, "", "a number: only the last may have none")
	case !bound.IsZero() && i > 0 && !before().IsZero() && bound.Cmp(before()) >= 0:
		v.Add(at, indicator.FaultOrder, bound.String(), "below "+before().String())
	}
}

func (v *validator) veto(s *Sheet, veto Veto, at string) {
	v.Require(at+"/code", veto.Code)
	v.Require(at+"/name", veto.Name)
	switch {
	case veto.AtLeast.IsZero() && veto.AtMost.IsZero():
		v.Add(at, indicator.FaultRequired, "", "atLeast, atMost, or both")
	case !veto.AtLeast.IsZero() && !veto.AtMost.IsZero() && veto.AtLeast.Cmp(veto.AtMost) > 0:
		v.Add(at+"/atMost", indicator.FaultOrder, veto.AtMost.String(), "at least "+veto.AtLeast.String())
	}
	if v.Require(at+"/grade", veto.Grade); veto.Grade != "" && s.place(veto.Grade) == len(s.Grades) {
		v.Add(at+"/grade", indicator.FaultReference, veto.Grade, "a grade of the sheet")
	}
	v.from(veto.From, at+"/from")
	if own, taken := v.froms[veto.Code]; taken && veto.From != (From{}) && veto.From != own {
		v.Add(at+"/from", indicator.FaultConflict, veto.From.Path, "the figure of "+veto.Code+", which has this code already, or none")
	} else if !taken {
		v.froms[veto.Code] = veto.From
	}
}
