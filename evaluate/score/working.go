package score

import (
	"strconv"
	"strings"

	"github.com/planeval/planeval/indicator"
)

// Working is how a score comes about: an expression over operands, in the form of [indicator.Formula.Expression]. Applying it to
// the operands gives the score again.
type Working struct {
	Expression string           `json:"expression"`
	Operands   []Operand        `json:"operands"`
	Result     indicator.Number `json:"result"`
	Value      indicator.Number `json:"value,omitempty"`     // the value, or the attainment, that reached a band or, where Ended, lies beyond the end
	End        indicator.Number `json:"end,omitempty"`       // the end that Value lies beyond: of an attainment 0 or the most that counts
	Imputed    bool             `json:"imputed,omitempty"`   // x was not observed but imputed
	Brought    bool             `json:"brought,omitempty"`   // x was brought in as an outlier
	Unlimited  bool             `json:"unlimited,omitempty"` // less is better and the actual is 0, so that its attainment is more than any number
	Ended      bool             `json:"ended,omitempty"`     // x lies beyond an end, and has the score of that end
}

// Operand is a number that a symbol stands for.
type Operand struct {
	Symbol string           `json:"symbol"`
	Node   string           `json:"node,omitempty"` // of which it is the score or the weight
	Number indicator.Number `json:"number"`
}

// Working returns how the score of a node or bonus comes about for a unit. There is no expression where there is no score, and
// for Copeland and TOPSIS, which look at all scores of all units.
//
// Of a leaf x is the value, p the points of a band, a and t actual and target, c the attainment that counts at most, m the mean, n
// the number of units, r the rank, v the sum of the values, of their inverses or of squares, l and h the two values between which
// the score moves, f and g the scores at the worse and the better end. Of a node w is the weight and s the score of each child
// that has one, p the power.
func (r *Result) Working(unit int, code string) Working {
	n := r.node(code)
	if n == nil || unit < 0 || unit >= len(r.Totals) {
		return Working{Result: indicator.Missing(indicator.NotComputed)}
	}
	w := Working{Result: n.column.number(unit)}
	switch {
	case w.Result.Missing() != indicator.Present:
	case n.Rule != nil:
		w.Imputed, w.Brought = marked(n.cells.imputed, unit), marked(n.cells.brought, unit)
		w.leaf(r, n, unit)
	default:
		w.node(r, n, unit)
	}
	return w
}

// add notes an operand.
func (w *Working) add(symbol string, number indicator.Ratio) {
	w.Operands = append(w.Operands, Operand{Symbol: symbol, Number: number})
}

func (w *Working) node(r *Result, n *node, unit int) {
	term, whole := "", ""
	switch n.Aggregation.Method {
	case Arithmetic:
		term, whole = "w# × s#", "(Σ) ÷ (W)"
	case Geometric:
		term, whole = "s# ^ (w# ÷ (W))", "Π"
	case Harmonic:
		term, whole = "w# ÷ s#", "(W) ÷ (Σ)"
	case PowerMean:
		term, whole = "w# × s# ^ p", "((Σ) ÷ (W)) ^ (1 ÷ p)"
		w.Operands = []Operand{{Symbol: "p", Number: n.Aggregation.Power.Ratio(indicator.NotDefined)}}
	default:
		return
	}
	var terms, weights []string
	for j, child := range n.children {
		c := &r.nodes[child]
		if n.weights[j].Sign() <= 0 || c.column.missing(unit) != indicator.Present {
			continue
		}
		number := strconv.Itoa(len(terms) + 1)
		w.Operands = append(w.Operands, Operand{"w" + number, c.Code, n.weights[j]}, Operand{"s" + number, c.Code, c.column.number(unit)})
		terms, weights = append(terms, strings.ReplaceAll(term, "#", number)), append(weights, "w"+number)
	}
	w.Expression = strings.NewReplacer("Σ", strings.Join(terms, " + "), "Π", strings.Join(terms, " × ")).Replace(whole)
	w.Expression = strings.ReplaceAll(w.Expression, "W", strings.Join(weights, " + "))
}

func (w *Working) leaf(r *Result, n *node, unit int) {
	c, rule := &n.cells, n.Rule
	x, there := c.value[unit], present(c.value, r.all)
	share := "" // of the way from f to g
	switch rule.Kind {
	case Points, Levels:
		w.Expression = "x"
		w.add("x", x)
		return
	case Banded:
		w.Expression = "p"
		w.add("p", rule.alone(c, unit))
		w.Value = x
		if w.Unlimited = rule.measuresTarget() && rule.unlimited(c, unit); rule.measuresTarget() && !w.Unlimited {
			w.Value = c.attainment(rule, unit)
		}
		return
	case Attainment:
		share = w.attainment(c, rule, unit)
	case Rank, PercentileRank:
		share = w.rank(rule, c.value, there, unit)
	case ShareOfSum, ShareOfLength, ZScore:
		share = w.compared(rule, c.value, there, x)
	default:
		low, high, _ := rule.between(c, r.Data.Units, there)
		share = w.between(rule, x, low, high)
	}
	if w.Ended {
		if w.Value = x; rule.measuresTarget() {
			w.Value = c.attainment(rule, unit)
		}
	}
	from, to := rule.scale()
	if w.add("f", from); share == "" {
		w.Expression = "f"
		return
	}
	w.Expression = "f + (g − f) × " + share
	w.add("g", to)
}

// attainment words the share that is attained; it is empty for none.
func (w *Working) attainment(c *cells, r *Rule, unit int) string {
	share := c.attainment(r, unit)
	w.Unlimited = r.unlimited(c, unit)
	switch most := r.most(); {
	case share.Sign() < 0:
		w.Ended, w.End = true, number(0)
		return ""
	case share.Cmp(most) > 0, w.Unlimited:
		w.Ended, w.End = true, most
		w.add("c", most)
		return "c"
	}
	w.add("a", c.value[unit])
	if c.share && c.target[unit].Missing() != indicator.Present {
		return "a"
	}
	w.add("t", c.target[unit])
	switch {
	case r.Direction != indicator.Decrease:
		return "a ÷ t"
	case r.Attainment == indicator.AttainmentDifference:
		return "(2 − a ÷ t)"
	}
	return "t ÷ a"
}

func (w *Working) rank(r *Rule, list []indicator.Ratio, there []int, unit int) string {
	for _, p := range r.order(list, there) {
		if p.unit == unit {
			w.add("r", p.rank)
		}
	}
	if r.Kind == Rank {
		return "(r − 1)"
	}
	w.add("n", number(int64(len(there))))
	return "(r − 1) ÷ (n − 1)"
}

// compared words the share by the rules that set a value beside a sum of all.
func (w *Working) compared(r *Rule, list []indicator.Ratio, there []int, x indicator.Ratio) string {
	less := r.Direction == indicator.Decrease
	w.add("x", x)
	if r.Kind == ZScore {
		mean := average(list, there)
		w.add("m", mean)
		w.add("v", spread(list, there, mean))
		w.add("n", number(int64(len(there))))
		if less {
			return "(m − x) ÷ (v ÷ (n − 1)) ^ (1 ÷ 2)"
		}
		return "(x − m) ÷ (v ÷ (n − 1)) ^ (1 ÷ 2)"
	}
	if r.Kind == ShareOfLength {
		w.add("v", spread(list, there, number(0)))
		if less {
			return "(1 − x ÷ v ^ (1 ÷ 2))"
		}
		return "x ÷ v ^ (1 ÷ 2)"
	}
	sum := exactAmount(number(0))
	for _, u := range there {
		part := list[u]
		if less {
			part = number(1).Quo(part)
		}
		if sum = sum.add(exactAmount(part)); !sum.float && unwieldy(sum.exact) {
			sum = floatAmount(sum.approximated())
		}
	}
	w.Operands = append(w.Operands, Operand{Symbol: "v", Number: sum.number()})
	if less {
		return "1 ÷ x ÷ v"
	}
	return "x ÷ v"
}

// between words the share by the rules that move between two values; it is empty for none.
func (w *Working) between(r *Rule, x, low, high indicator.Ratio) string {
	less := r.Direction == indicator.Decrease
	if low.Cmp(high) >= 0 { // all have reached the target
		if w.Ended, w.End = true, high; less {
			w.End = low
		}
		return "1"
	}
	s := r.stretch(low, high)
	if side := s.beyond(x); side != 0 {
		if w.Ended, w.End = true, high; side < 0 {
			w.End = low
		}
		if (side < 0) != less {
			return ""
		}
		return "1"
	}
	w.add("x", x)
	w.add("l", low)
	w.add("h", high)
	if less {
		return "(h − x) ÷ (h − l)"
	}
	return "(x − l) ÷ (h − l)"
}
