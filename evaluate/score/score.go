package score

import "github.com/planeval/planeval/indicator"

// Options say how a sheet is reckoned. The zero Options is exact wherever it can be.
type Options struct {
	// Float computes every score in float64, with a bound of its error: several times as fast for thousands of units. A total
	// that is exactly at the bound of a grade is then within the error of it, and not graded.
	Float bool
}

// Result is a sheet with the scores of its units. It shares memory with the sheet and the data and must not be changed.
type Result struct {
	Sheet   Sheet
	Data    Data
	Float   bool
	Weights []Weights // of every node with children, in document order
	Totals  []Total   // in the order of the units

	nodes   []node // in document order, the root first
	bonuses []node
	vetoed  []cells        // the numbers that the vetoes look at
	places  map[string]int // of nodes by code
	all     []int          // the places of the units
	groups  [][]int        // these by period
}

// node is a node of the sheet with its scores.
type node struct {
	*Node
	level    int // 0 for the root
	parent   int // -1 for the root
	children []int
	weights  []indicator.Ratio // of the children
	cells    cells             // of a leaf
	column   column
}

// Evaluate scores the units by the sheet. The error is [indicator.Faults] with everything that is wrong with the sheet, at
// paths below /sheet, and with the data, below /data; no result comes with it. Equal arguments give equal results.
func Evaluate(sheet Sheet, data Data, o Options) (*Result, error) {
	var faults indicator.Faults
	faults.Under("/sheet", sheet.Validate())
	faults.Under("/data", data.Validate(sheet))
	if err := faults.Err(); err != nil {
		return nil, err
	}
	return evaluate(sheet, data, o), nil
}

// evaluate is Evaluate for what is known to be in order.
func evaluate(sheet Sheet, data Data, o Options) *Result {
	r := &Result{Sheet: sheet, Data: data, Float: o.Float, places: map[string]int{}, all: upTo(len(data.Units)), groups: periods(data.Units)}
	r.add(&r.Sheet.Root, 0, -1)
	columns := map[string]*Column{}
	for i := range data.Columns {
		columns[data.Columns[i].Leaf] = &data.Columns[i]
	}
	for i := range r.Sheet.Bonuses {
		n := node{Node: &r.Sheet.Bonuses[i], parent: -1}
		r.scoreLeaf(&n, columns[n.Code])
		r.bonuses = append(r.bonuses, n)
	}
	for i := range r.nodes {
		if n := &r.nodes[i]; n.Rule != nil {
			r.scoreLeaf(n, columns[n.Code])
		}
	}
	byNode := make(map[int]Weights, len(r.nodes))
	for i := len(r.nodes) - 1; i >= 0; i-- { // children stand behind their parents
		if n := &r.nodes[i]; n.Rule == nil {
			byNode[i] = r.weigh(n)
			n.column = r.aggregate(n)
		}
	}
	for i := range r.nodes {
		if w, ok := byNode[i]; ok {
			r.Weights = append(r.Weights, w)
		}
	}
	r.setEffective()
	r.total(columns)
	return r
}

// add lists a node and what is below it.
func (r *Result) add(n *Node, level, parent int) int {
	place := len(r.nodes)
	r.places[n.Code] = place
	r.nodes = append(r.nodes, node{Node: n, level: level, parent: parent})
	for i := range n.Children {
		child := r.add(&n.Children[i], level+1, place)
		r.nodes[place].children = append(r.nodes[place].children, child)
	}
	return place
}

func (r *Result) scoreLeaf(n *node, c *Column) {
	n.cells = c.read(n.Rule, len(r.Data.Units))
	n.cells.impute(n.Rule, r.Data.Units, r.groups)
	n.cells.treat(n.Rule.Outliers)
	n.column = n.Rule.score(&n.cells, r.Data.Units, r.all, r.Float)
}

// aggregate puts together the scores of the children that have a weight.
func (r *Result) aggregate(n *node) column {
	p := parts{units: len(r.Data.Units), places: r.groups}
	for j, child := range n.children {
		if w := n.weights[j]; w.Sign() > 0 {
			p.columns, p.weights = append(p.columns, &r.nodes[child].column), append(p.weights, w)
		}
	}
	if len(p.columns) == 0 {
		why := n.weights[0].Missing()
		var c column
		for u := range p.units {
			c.lack(u, p.units, why)
		}
		c.balls = make([]ball, p.units)
		return c
	}
	return p.aggregate(n.Aggregation, n.Missing)
}

// Score returns the score of a node or bonus for a unit, by the unit's place in the data; it is missing for NotComputed for a
// code or a place that does not exist.
func (r *Result) Score(unit int, code string) indicator.Number {
	if n := r.node(code); n != nil && unit >= 0 && unit < len(r.Data.Units) {
		return n.column.number(unit)
	}
	return indicator.Missing(indicator.NotComputed)
}

// node returns the node or bonus of that code, or nil.
func (r *Result) node(code string) *node {
	if i, ok := r.places[code]; ok {
		return &r.nodes[i]
	}
	for i := range r.bonuses {
		if r.bonuses[i].Code == code {
			return &r.bonuses[i]
		}
	}
	return nil
}

// Treated reports whether a leaf's value was imputed for a unit, and whether it was brought in as an outlier.
func (r *Result) Treated(unit int, code string) (imputed, brought bool) {
	n := r.node(code)
	if n == nil || unit < 0 || unit >= len(r.Totals) {
		return false, false
	}
	return marked(n.cells.imputed, unit), marked(n.cells.brought, unit)
}
