package score

import (
	"slices"

	"github.com/planeval/planeval/indicator"
)

// Flip is how much the weight of one node must change, its siblings' being kept, until a grade or an order changes.
type Flip struct {
	Code    string           `json:"code"`    // of the node whose weight changes
	Weight  indicator.Ratio  `json:"weight"`  // as it is
	At      indicator.Number `json:"at"`      // the weight at which the result changes; missing where none from 0 up does that
	Change  indicator.Number `json:"change"`  // At − Weight
	Share   indicator.Ratio  `json:"share"`   // the weight's share among the siblings, as it is
	ShareAt indicator.Number `json:"shareAt"` // and at At
	Grade   string           `json:"grade,omitempty"`
	// Beyond says that the result changes not at the weight but beyond it: at it a total is still on its grade's bound, or two
	// totals are equal. Where Change is 0 that is so now, and the least change of the weight in that direction is enough.
	Beyond bool `json:"beyond"`
	// Up says that the weight must grow, else that it must shrink; of totals that are equal now, either does.
	Up bool `json:"up"`

	siblings indicator.Ratio // their weights together
}

// line is a total as a function of the weight w of one node: rest + gradient × (sum + w × score) ÷ (others + w), where sum is
// that of the siblings' scores times their weights, and others that of these weights.
type line struct {
	rest, gradient, sum, others, score amount
}

// GradeFlips returns, for every node that has siblings, in document order, the weight at which the unit's grade changes, of two
// the one with the share among the siblings that is nearer. It is computed from an equation of the first degree, so it is exact
// where the scores are.
//
// It is missing for NotLinear where an aggregation between the node and the root is no weighted arithmetic mean or a weight of 0
// decides whether enough siblings have a score, for NoSuchWeight where no weight above 0 changes the grade, for WithinError where
// that cannot be told, and for NotDefined where the grade is not known, a veto holds or the total is capped.
func (r *Result) GradeFlips(unit int) []Flip {
	if unit < 0 || unit >= len(r.Totals) {
		return nil
	}
	total := r.Totals[unit]
	return r.flips(unit, func(f *Flip, l line, why indicator.Reason) {
		place := r.Sheet.place(total.Grade.Name)
		if why != indicator.Present {
			f.missing(why)
			return
		}
		if total.Grade.Why != indicator.Present || len(total.Grade.Vetoes) > 0 || total.Capped {
			f.missing(indicator.NotDefined)
			return
		}
		f.missing(indicator.NoSuchWeight)
		for i, beyond := range []bool{false, true} { // up to the grade above, down from this one
			if k := place - 1 + i; k >= 0 && !r.Sheet.Grades[k].AtLeast.IsZero() {
				grade := r.Sheet.Grades[k].Name
				if beyond {
					if grade = ""; k+1 < len(r.Sheet.Grades) {
						grade = r.Sheet.Grades[k+1].Name
					}
				}
				bound := r.Sheet.Grades[k].AtLeast
				if beyond && f.Weight.Sign() == 0 && l.rises() {
					continue // from 0 the weight can only grow, and the total with it
				}
				if most := r.Sheet.Most; most.IsZero() || bound.Cmp(most) <= 0 {
					f.nearer(l.reaches(exactAmount(bound.Ratio(indicator.NotDefined))), grade, beyond, l.rises() != beyond)
				}
			}
		}
	})
}

// OrderFlips returns, for every node that has siblings, in document order, the weight at which the totals of two units are equal,
// and beyond which their order is the other one. It is missing as in GradeFlips, and for NotLinear also where the two units do
// not have scores of the same among the node and its siblings.
func (r *Result) OrderFlips(unit, other int) []Flip {
	if min(unit, other) < 0 || max(unit, other) >= len(r.Totals) {
		return nil
	}
	second := r.view(other)
	return r.flips(unit, func(f *Flip, a line, why indicator.Reason) {
		b, others := second.line(r.places[f.Code])
		switch {
		case why == indicator.NoSuchWeight && others == indicator.Present, why == indicator.Present && others == indicator.NoSuchWeight:
			f.missing(indicator.NotLinear) // the weight counts for one of the two
		case why != indicator.Present:
			f.missing(why)
		case others != indicator.Present:
			f.missing(others)
		case r.Totals[unit].Capped || r.Totals[other].Capped:
			f.missing(indicator.NotDefined)
		case a.others.sub(b.others).number().Cmp(number(0)) != 0:
			f.missing(indicator.NotLinear)
		default:
			f.missing(indicator.NoSuchWeight)
			if at := a.meets(b); at.missing() != indicator.Present || !r.capped(a.at(at)) {
				f.nearer(at, "", true, true)
			}
		}
	})
}

// flips calls find for every node that has siblings, with the unit's total as a function of its weight, or why it is none.
func (r *Result) flips(unit int, find func(*Flip, line, indicator.Reason)) []Flip {
	var list []Flip
	view := r.view(unit)
	for i := range r.nodes {
		n := &r.nodes[i]
		if n.parent < 0 || len(r.nodes[n.parent].children) < 2 {
			continue
		}
		parent := &r.nodes[n.parent]
		j := slices.Index(parent.children, i)
		sum := number(0)
		for _, w := range parent.weights {
			sum = sum.Add(w)
		}
		f := Flip{Code: n.Code, Weight: parent.weights[j], Share: parent.weights[j].Quo(sum), siblings: sum.Sub(parent.weights[j])}
		l, why := view.line(i)
		find(&f, l, why)
		if !parent.Missing.Share.IsZero() && f.At.Missing() == indicator.Present && (f.At.Cmp(number(0)) == 0) != (f.Weight.Sign() == 0) {
			f.missing(indicator.NotLinear) // with a weight of 0 it is not among the children of which a share must have a score
		}
		list = append(list, f)
	}
	return list
}

// amountOf returns a number of a Flip again.
func amountOf(n indicator.Number) amount {
	if a, ok := n.(Approx); ok {
		return floatAmount(a.ball)
	}
	r, _ := n.(indicator.Ratio)
	return exactAmount(r)
}

// missing notes why there is no weight.
func (f *Flip) missing(why indicator.Reason) {
	f.At, f.Change, f.ShareAt = indicator.Missing(why), indicator.Missing(why), indicator.Missing(why)
}

// nearer takes a weight that is nearer than the one found before.
func (f *Flip) nearer(at amount, grade string, beyond, up bool) {
	if at.missing() == indicator.WithinError && f.At.Missing() != indicator.Present {
		f.missing(indicator.WithinError)
	}
	if at.missing() != indicator.Present || at.number().Cmp(number(0)) < 0 {
		return
	}
	if beyond && f.Weight.Sign() > 0 && at.number().Cmp(number(0)) == 0 {
		return // no weight lies beyond 0
	}
	share, own := at.quo(exactAmount(f.siblings).add(at)), exactAmount(f.Share)
	if f.ShareAt.Missing() == indicator.Present &&
		share.sub(own).magnitude().sub(amountOf(f.ShareAt).sub(own).magnitude()).number().Cmp(number(0)) >= 0 {
		return
	}
	f.At, f.Change, f.ShareAt = at.number(), at.sub(exactAmount(f.Weight)).number(), share.number()
	f.Grade, f.Beyond, f.Up = grade, beyond, up
	if c := f.Change.Cmp(number(0)); c != 0 {
		f.Up = c > 0
	}
}

// magnitude returns |a|.
func (a amount) magnitude() amount {
	if a.missing() == indicator.Present && a.number().Cmp(number(0)) < 0 {
		return exactAmount(number(0)).sub(a)
	}
	return a
}

// view is what all lines of a unit are made of.
type view struct {
	*Result
	unit      int
	gradients []amount
	sum       amount
}

func (r *Result) view(unit int) view { return view{r, unit, r.gradients(unit), r.sum(unit)} }

// line returns the unit's total as a function of a node's weight, or why it is none.
func (v view) line(place int) (line, indicator.Reason) {
	if why := v.Totals[v.unit].Score.Missing(); why != indicator.Present {
		return line{}, why
	}
	n := &v.nodes[place]
	for p := n.parent; p >= 0; p = v.nodes[p].parent {
		if v.nodes[p].Aggregation.Method != Arithmetic {
			return line{}, indicator.NotLinear
		}
	}
	parent := &v.nodes[n.parent]
	l := line{
		gradient: v.gradients[n.parent],
		sum:      exactAmount(number(0)), others: exactAmount(number(0)), score: n.column.amount(v.unit),
	}
	if why := l.score.missing(); why != indicator.Present {
		return line{}, indicator.NoSuchWeight // the weight counts for nothing
	}
	for j, child := range parent.children {
		score := v.nodes[child].column.amount(v.unit)
		if child != place && score.missing() == indicator.Present {
			weight := exactAmount(parent.weights[j])
			l.sum, l.others = l.sum.add(weight.mul(score)), l.others.add(weight)
		}
	}
	l.rest = v.sum.sub(l.gradient.mul(parent.column.amount(v.unit)))
	return l, indicator.Present
}

// at returns the total at a weight.
func (l line) at(weight amount) amount {
	return l.rest.add(l.gradient.mul(l.sum.add(weight.mul(l.score)).quo(l.others.add(weight))))
}

// capped reports whether a total is the most that there can be, or would be above it, so that others like it are equal.
func (r *Result) capped(total amount) bool {
	most := r.Sheet.Most.Ratio(indicator.NotDefined)
	return most.Missing() == indicator.Present && total.missing() == indicator.Present && total.number().Cmp(most) >= 0
}

// rises reports whether the total grows with the weight: whether the score is above the mean of its siblings.
func (l line) rises() bool {
	return l.gradient.mul(l.score.mul(l.others).sub(l.sum)).number().Cmp(number(0)) > 0
}

// reaches returns the weight at which the total is bound: (others × (bound − rest) − gradient × sum) over
// (gradient × score + rest − bound).
func (l line) reaches(bound amount) amount {
	left := bound.sub(l.rest)
	return l.solve(l.others.mul(left).sub(l.gradient.mul(l.sum)), l.gradient.mul(l.score).sub(left))
}

// meets returns the weight at which two totals are equal.
func (l line) meets(m line) amount {
	rest := l.rest.sub(m.rest)
	sum := l.gradient.mul(l.sum).sub(m.gradient.mul(m.sum))
	return l.solve(exactAmount(number(0)).sub(rest.mul(l.others).add(sum)), rest.add(l.gradient.mul(l.score).sub(m.gradient.mul(m.score))))
}

// solve returns over ÷ under, missing for NoSuchWeight where there is no other weight, or where under is 0, and for WithinError
// where it may be.
func (l line) solve(over, under amount) amount {
	switch zero := under.number().Cmp(number(0)) == 0; {
	case l.others.number().Cmp(number(0)) == 0 || zero && !under.float:
		return exactAmount(indicator.Missing(indicator.NoSuchWeight))
	case zero:
		return exactAmount(indicator.Missing(indicator.WithinError))
	}
	return over.quo(under)
}
