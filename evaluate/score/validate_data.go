package score

import (
	"fmt"
	"strings"

	"github.com/planeval/planeval/indicator"
)

// Validate returns every fault of the data for a sheet that is in order, each at a JSON Pointer below it: units and columns
// given twice, columns of what the sheet does not hold or of another length than there are units, and points outside the
// level or scale that they belong to.
func (d Data) Validate(sheet Sheet) indicator.Faults {
	var faults indicator.Faults
	d.validateUnits(&faults)
	if nodes := 0; !sheet.Root.bounded(1, &nodes) {
		return faults // which is a fault of the sheet
	}
	leaves, count, brought := map[string]*Node{}, int64(0), int64(0)
	for leaf := range sheet.leaves() {
		leaves[leaf.Code] = leaf
		count++
		if leaf.Rule != nil {
			brought += int64(leaf.Rule.Outliers.Count)
		}
		d.validateReference(&faults, leaf)
	}
	targets := int64(0) // each makes a denominator of its own
	for i := range d.Columns {
		targets += int64(len(d.Columns[i].Targets))
	}
	if cells := int64(len(d.Units))*count + 3*targets; cells > MostCells {
		faults.Add("/units", indicator.FaultRange, fmt.Sprint(cells), fmt.Sprintf("at most %d units times leaves, where one with targets of the units counts four times", MostCells))
	} else if cells*count > mostWork {
		faults.Add("/units", indicator.FaultRange, fmt.Sprint(len(d.Units)), fmt.Sprintf("at most %d units for %d leaves", mostWork/count/count, count))
	}
	pairs, compared := int64(1), sheet.Root.compared()
	for _, group := range periods(d.Units) {
		pairs += int64(len(group)) * int64(len(group)) / 2
	}
	if compared > mostPairs/pairs {
		faults.Add("/units", indicator.FaultRange, fmt.Sprint(len(d.Units)), fmt.Sprintf("at most %d pairs of units times children, for the method copeland", mostPairs))
	}
	if brought > mostTreated/int64(max(1, len(d.Units))) {
		faults.Add("/units", indicator.FaultRange, fmt.Sprint(len(d.Units)), fmt.Sprintf("at most %d units times outliers that may be brought in, of all leaves", mostTreated))
	}
	vetoes := map[string]bool{}
	for _, v := range sheet.Vetoes {
		vetoes[v.Code] = true
	}
	seen := map[string]bool{}
	for i := range d.Columns {
		c := &d.Columns[i]
		at := indicator.Pointer("columns", i)
		leaf := leaves[c.Leaf]
		if leaf == nil && !vetoes[c.Leaf] {
			faults.Add(at+"/leaf", indicator.FaultReference, c.Leaf, "the code of a leaf, bonus or veto of the sheet")
		} else if seen[c.Leaf] {
			faults.Add(at+"/leaf", indicator.FaultDuplicate, c.Leaf, "one column for each leaf")
		}
		seen[c.Leaf] = true
		c.validateLengths(&faults, at, len(d.Units))
		if leaf == nil && (c.Targets != nil || c.Levels != nil) {
			faults.Add(at, indicator.FaultConflict, c.Leaf, "no targets and no levels: a veto looks at values alone")
		} else if leaf != nil && leaf.Rule.known() {
			c.validateRule(&faults, at, leaf.Rule)
		}
	}
	for leaf := range sheet.leaves() {
		if !seen[leaf.Code] {
			faults.Add("/columns", indicator.FaultRequired, leaf.Code, "a column for this leaf, with null where nothing was observed")
		}
	}
	for _, v := range sheet.Vetoes {
		if !seen[v.Code] {
			faults.Add("/columns", indicator.FaultRequired, v.Code, "a column for this veto")
			seen[v.Code] = true
		}
	}
	return faults
}

// compared returns by how many children in all units are compared pair by pair.
func (n *Node) compared() int64 {
	sum := int64(0)
	if n.Aggregation.Method == Copeland {
		sum = int64(len(n.Children))
	}
	for i := range n.Children {
		sum += n.Children[i].compared()
	}
	return sum
}

// validateReference checks that the unit that a leaf refers to stands in the data once.
func (d *Data) validateReference(faults *indicator.Faults, leaf *Node) {
	if leaf.Rule == nil || leaf.Rule.Reference == "" {
		return
	}
	times := 0
	for i := range d.Units {
		if d.Units[i].Code == leaf.Rule.Reference {
			times++
		}
	}
	if times != 1 {
		faults.Add("/units", indicator.FaultReference, leaf.Rule.Reference, "one unit of this code, to which the leaf "+leaf.Code+" refers")
	}
}

func (d *Data) validateUnits(faults *indicator.Faults) {
	if n := len(d.Units); n == 0 || n > MostUnits {
		faults.Add("/units", indicator.FaultRange, fmt.Sprint(n), fmt.Sprintf("1 to %d units", MostUnits))
	}
	type key struct {
		code   string
		period indicator.Period
	}
	seen := make(map[key]int, len(d.Units))
	if len(d.Units) > 0 {
		first := d.Units[0].Period
		for i, u := range d.Units {
			if u.Period.IsZero() != first.IsZero() || !first.IsZero() && !u.Period.SameForm(first) {
				faults.Add(indicator.Pointer("units", i, "period"), indicator.FaultConflict, u.Period.String(), "periods of one form, or none, for all units")
				break
			}
		}
	}
	for i, u := range d.Units {
		if u.Code == "" || u.Name == "" {
			at := indicator.Pointer("units", i)
			faults.Require(at+"/code", u.Code)
			faults.Require(at+"/name", u.Name)
		}
		k := key{u.Code, u.Period}
		if earlier, twice := seen[k]; twice && u.Code != "" {
			faults.Add(indicator.Pointer("units", i, "code"), indicator.FaultDuplicate, u.Code, fmt.Sprintf("another code or period than unit %d has", earlier))
		}
		seen[k] = i
	}
}

func (c *Column) validateLengths(faults *indicator.Faults, at string, units int) {
	if (c.Values == nil) == (c.Figures == nil) {
		faults.Add(at+"/values", indicator.FaultRequired, "", "either values or figures")
	}
	if c.Figures != nil && c.Targets != nil {
		faults.Add(at+"/targets", indicator.FaultConflict, "", "no targets beside figures")
	}
	length := func(path string, given bool, n int) {
		if given && n != units {
			faults.Add(at+path, indicator.FaultRange, fmt.Sprint(n), fmt.Sprintf("%d values, one for each unit", units))
		}
	}
	length("/values", c.Values != nil, len(c.Values))
	length("/figures", c.Figures != nil, len(c.Figures))
	length("/targets", c.Targets != nil, len(c.Targets))
	length("/levels", c.Levels != nil, len(c.Levels))
}

// validateRule checks what the column holds against the leaf's rule.
func (c *Column) validateRule(faults *indicator.Faults, at string, r *Rule) {
	if r.measuresTarget() && r.Target.IsZero() && c.Targets == nil && c.Figures == nil {
		faults.Add(at+"/targets", indicator.FaultRequired, "", "a target for each unit, or one of the rule")
	}
	if c.Targets != nil && r.Impute.By != "" && r.Impute.By != ByPrevious && r.Impute.By != ByValue {
		faults.Add(at+"/targets", indicator.FaultConflict, string(r.Impute.By), "no imputation from other units, whose targets are others")
	}
	if c.Targets != nil && !r.measuresTarget() {
		faults.Add(at+"/targets", indicator.FaultConflict, "", "no targets: the rule "+string(r.Kind)+" does not look at them")
	}
	for i, f := range c.Figures {
		if r.Kind == Levels || r.Kind == Points && f.Formula.Display() == indicator.Percent {
			faults.Add(at+indicator.Pointer("figures", i), indicator.FaultConflict, string(f.Formula), "points; for a share take the rule attainment")
		}
	}
	if c.Levels != nil && r.Kind != Levels {
		faults.Add(at+"/levels", indicator.FaultConflict, "", "no levels: the rule is "+string(r.Kind))
	}
	limited := r.Kind == Points && r.Scale != Scale{}
	if r.Kind != Levels && !limited {
		return
	}
	for i, x := range c.Values {
		switch {
		case r.Kind == Levels:
			c.validateLevel(faults, at, r, i)
		case !x.IsZero() && (x.Cmp(r.Scale.From) < 0 || x.Cmp(r.Scale.To) > 0):
			faults.Add(at+indicator.Pointer("values", i), indicator.FaultRange, x.String(), r.Scale.From.String()+" to "+r.Scale.To.String())
		}
	}
	for i, f := range c.Figures {
		x, low, high := fraction(f.Result), r.Scale.From.Ratio(indicator.NotDefined), r.Scale.To.Ratio(indicator.NotDefined)
		if limited && x.Missing() == indicator.Present && (x.Cmp(low) < 0 || x.Cmp(high) > 0) {
			faults.Add(at+indicator.Pointer("figures", i), indicator.FaultRange, x.String(), r.Scale.From.String()+" to "+r.Scale.To.String())
		}
	}
}

// validateLevel checks that points lie within the level that the unit was given or, where none is named, within any.
func (c *Column) validateLevel(faults *indicator.Faults, at string, r *Rule, unit int) {
	name := ""
	if unit < len(c.Levels) {
		name = c.Levels[unit]
	}
	x, known := c.Values[unit], name == ""
	for _, l := range r.Levels {
		if name == "" || l.Name == name {
			known = true
			if x.IsZero() || l.holds(x) {
				return
			}
		}
	}
	switch {
	case !known:
		names := make([]string, len(r.Levels))
		for i, l := range r.Levels {
			names[i] = l.Name
		}
		faults.Add(at+indicator.Pointer("levels", unit), indicator.FaultReference, name, "one of "+strings.Join(names, ", "))
	case !x.IsZero():
		faults.Add(at+indicator.Pointer("values", unit), indicator.FaultRange, x.String(), "points of the level that was given, or of any")
	}
}
