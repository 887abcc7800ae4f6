package score

import (
	"iter"
	"strings"

	"github.com/planeval/planeval/indicator"
)

// Data is what is scored: units, and for each leaf, bonus and veto of a sheet a column with a value for each unit.
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

	// Figures are computed numbers, in place of values. Fractions are taken exactly, others rounded to 12 places.
	Figures []indicator.Figure `json:"-"`
}

// Collect makes the data of one unit from the figures of an evaluation: for every leaf and bonus that names one, the first
// figure of that path and formula, where attainment stands for whichever form of it the indicator has. A leaf whose figure
// is not there has no value.
func Collect(sheet Sheet, unit Unit, figures iter.Seq2[string, indicator.Figure]) Data {
	data := Data{Units: []Unit{unit}}
	found := map[From]indicator.Figure{}
	for path, figure := range figures {
		from := From{path, figure.Formula}.plain()
		if found[from].Result == nil {
			found[from] = figure
		}
	}
	for leaf := range sheet.leaves() {
		if leaf.From == (From{}) {
			continue
		}
		figure, ok := found[leaf.From.plain()]
		if !ok {
			figure = indicator.Figure{Formula: leaf.From.Formula, Result: indicator.Missing(indicator.NotComputed)}
		}
		data.Columns = append(data.Columns, Column{Leaf: leaf.Code, Figures: []indicator.Figure{figure}})
	}
	return data
}

// plain returns where a figure stands, with one name for attainment of every form.
func (f From) plain() From {
	if strings.HasPrefix(string(f.Formula), string(indicator.FormulaAttainment)) {
		f.Formula = indicator.FormulaAttainment
	}
	return f
}

// leaves yields the leaves of the tree in document order, then the bonuses; of a tree beyond the limits none.
func (s *Sheet) leaves() iter.Seq[*Node] {
	return func(yield func(*Node) bool) {
		if nodes := 0; !s.Root.bounded(1, &nodes) {
			return // they may be without end
		}
		if !s.Root.eachLeaf(yield) {
			return
		}
		for i := range s.Bonuses {
			if !yield(&s.Bonuses[i]) {
				return
			}
		}
	}
}

func (n *Node) eachLeaf(yield func(*Node) bool) bool {
	if len(n.Children) == 0 {
		return yield(n)
	}
	for i := range n.Children {
		if !n.Children[i].eachLeaf(yield) {
			return false
		}
	}
	return true
}
