package score

import (
	"iter"

	"github.com/planeval/planeval/indicator"
)

// Data is what is scored: units, and for every leaf, bonus and veto of a sheet a column with a value for each unit; the zero
// Value, in JSON null, is one that is missing.
type Data struct {
	Units   []Unit   `json:"units"`
	Columns []Column `json:"columns"`
}

// Unit is what gets a total: a plan at one date, or a district. With a period, the same code may stand once a period; ranks
// are then among the units of the same period, while rules that compare look at all.
type Unit struct {
	Code   string           `json:"code"`
	Name   string           `json:"name"`
	Period indicator.Period `json:"period,omitzero"`
}

// Column holds what was observed of one leaf, in the order of the units.
type Column struct {
	Leaf    string            `json:"leaf"` // the code of a leaf, bonus or veto
	Values  []indicator.Value `json:"values,omitempty"`
	Targets []indicator.Value `json:"targets,omitempty"` // each unit's own target
	Levels  []string          `json:"levels,omitempty"`  // of a rule with levels: what each unit was given; its value is the points
	Source  string            `json:"source,omitempty"`

	// Figures are computed numbers, in place of values. Fractions are taken exactly, others rounded to 12 places. Of attainment,
	// progress, shares of a whole and scaled means the figure is an attainment already, unless the rule has a target to measure
	// it against; others need that target.
	Figures []indicator.Figure `json:"-"`
}

// Collect makes the data of one unit from the figures of an evaluation: for every leaf, bonus and veto that names one, the figure of
// that path and formula, where [indicator.FormulaAttainment] stands for whichever form of it the indicator has. What names
// none has no value. The error is [indicator.Faults] with every figure that the evaluation does not have.
func Collect(sheet Sheet, unit Unit, figures iter.Seq2[string, indicator.Figure]) (Data, error) {
	found := map[From]indicator.Figure{}
	for path, figure := range figures {
		for _, formula := range []indicator.Formula{figure.Formula, anyAttainment(figure.Formula)} {
			if from := (From{path, formula}); found[from].Result == nil {
				found[from] = figure
			}
		}
	}
	data := Data{Units: []Unit{unit}}
	var faults indicator.Faults
	collect := func(code string, from From, at string) {
		column := Column{Leaf: code, Values: make([]indicator.Value, 1)}
		if from != (From{}) {
			figure, ok := found[from]
			if !ok {
				faults.Add(at+"/from", indicator.FaultReference, from.Path+" "+string(from.Formula), "a figure of the evaluation")
			}
			column = Column{Leaf: code, Figures: []indicator.Figure{figure}}
		}
		data.Columns = append(data.Columns, column)
	}
	taken := map[string]bool{}
	for at, leaf := range sheet.placedLeaves() {
		collect(leaf.Code, leaf.From, at)
		taken[leaf.Code] = true
	}
	for i, v := range sheet.Vetoes {
		if !taken[v.Code] { // more than one veto may be on a number, which may be a leaf's
			collect(v.Code, v.From, indicator.Pointer("vetoes", i))
			taken[v.Code] = true
		}
	}
	if err := faults.Err(); err != nil {
		return Data{}, err
	}
	return data, nil
}

// anyAttainment returns FormulaAttainment for every form of it, and other formulas as they are.
func anyAttainment(f indicator.Formula) indicator.Formula {
	switch f {
	case indicator.FormulaAttainmentDecrease, indicator.FormulaAttainmentDifference, indicator.FormulaAttainmentLow,
		indicator.FormulaAttainmentHigh, indicator.FormulaAttainmentWithin, indicator.FormulaAttainmentRate:
		return indicator.FormulaAttainment
	}
	return f
}

// attains reports whether a formula's figures say how much there is of what there should be, so that they need no target.
func attains(f indicator.Formula) bool {
	switch anyAttainment(f) {
	case indicator.FormulaAttainment, indicator.FormulaProgress, indicator.FormulaProgressReduction, indicator.FormulaShare,
		indicator.FormulaTasksLed, indicator.FormulaDutiesServed, indicator.FormulaBudgetExecution, indicator.FormulaScaledMean:
		return true
	}
	return false
}

// leaves yields the leaves of the tree in document order, then the bonuses; of a tree beyond the limits none.
func (s *Sheet) leaves() iter.Seq[*Node] {
	return func(yield func(*Node) bool) {
		for _, leaf := range s.placedLeaves() {
			if !yield(leaf) {
				return
			}
		}
	}
}

// placedLeaves is leaves with the JSON Pointer of each in the sheet.
func (s *Sheet) placedLeaves() iter.Seq2[string, *Node] {
	return func(yield func(string, *Node) bool) {
		if nodes := 0; !s.Root.bounded(1, &nodes) {
			return // they may be without end
		}
		if !s.Root.eachLeaf("/root", yield) {
			return
		}
		for i := range s.Bonuses {
			if !yield(indicator.Pointer("bonuses", i), &s.Bonuses[i]) {
				return
			}
		}
	}
}

func (n *Node) eachLeaf(at string, yield func(string, *Node) bool) bool {
	if len(n.Children) == 0 {
		return yield(at, n)
	}
	for i := range n.Children {
		if !n.Children[i].eachLeaf(at+indicator.Pointer("children", i), yield) {
			return false
		}
	}
	return true
}
