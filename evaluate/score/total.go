package score

import "github.com/planeval/planeval/indicator"

// Total is the total of a unit, its grade and its rank.
type Total struct {
	Score  indicator.Number `json:"score"`
	Capped bool             `json:"capped,omitempty"` // brought down to the most that there can be
	Grade  Graded           `json:"grade"`
	Rank   Ranked           `json:"rank"`
}

// Graded is a grade 等级, or the reason why there is none. The zero Graded is not known.
type Graded struct {
	Name string           `json:"name,omitempty"`
	Why  indicator.Reason `json:"why,omitempty"`
	// Or is the next better grade where the bound between the two lies within the error of the total, and Name then the one
	// below: neither is decided, and Why is WithinError.
	Or string `json:"or,omitempty"`
	// Above is how far the total is above the grade's bound, and Below how far it is below that of the next better grade; nil
	// where there is no such bound.
	Above  indicator.Number `json:"above,omitempty"`
	Below  indicator.Number `json:"below,omitempty"`
	Vetoes []string         `json:"vetoes,omitempty"` // the codes of those that hold, whether or not the grade was lower already
}

// Ranked is a rank 名次 among the units of the same period that have a total.
type Ranked struct {
	Rank indicator.Ratio `json:"rank"` // 1 for the greatest total
	Of   int             `json:"of"`
	Tied bool            `json:"tied,omitempty"`
	// Within says that totals are tied that are within each other's error, which does not tell whether they are equal.
	Within bool `json:"within,omitempty"`
}

// total adds the bonuses, and finds grades and ranks.
func (r *Result) total(columns map[string]*Column) {
	r.Totals = make([]Total, len(r.Data.Units))
	amounts, balls := make([]amount, len(r.Totals)), make([]ball, len(r.Totals))
	for _, v := range r.Sheet.Vetoes {
		r.vetoed = append(r.vetoed, columns[v.Code].read(&Rule{}, len(r.Totals)))
	}
	for u := range r.Totals {
		t := &r.Totals[u]
		amounts[u] = r.sum(u)
		if most := r.Sheet.Most.Ratio(indicator.NotDefined); most.Missing() == indicator.Present &&
			amounts[u].missing() == indicator.Present && amounts[u].number().Cmp(most) > 0 {
			amounts[u], t.Capped = exactAmount(most), true
		}
		if t.Score = amounts[u].number(); amounts[u].missing() == indicator.Present {
			balls[u] = amounts[u].approximated()
		}
		t.Grade = r.Sheet.grade(amounts[u])
		for i, v := range r.Sheet.Vetoes {
			r.Sheet.veto(&t.Grade, v, r.vetoed[i].value[u])
		}
	}
	for _, group := range r.groups {
		r.rank(group, amounts, balls)
	}
}

// sum returns the score of the root with the bonuses.
func (r *Result) sum(unit int) amount {
	sum := r.nodes[0].column.amount(unit)
	for i := range r.bonuses {
		sum = sum.add(r.bonuses[i].column.amount(unit))
	}
	return sum
}

// rank gives the units of one period their ranks; balls are the amounts in float64.
func (r *Result) rank(group []int, amounts []amount, balls []ball) {
	var there []int
	exact := true
	for _, u := range group {
		r.Totals[u].Rank.Rank = indicator.Missing(amounts[u].missing())
		if amounts[u].missing() == indicator.Present {
			there = append(there, u)
			exact = exact && !amounts[u].float
		}
	}
	near := make([]ball, len(there))
	for i, u := range there {
		near[i] = balls[u]
	}
	order := compareBalls(near)
	compare := func(a, b int) int {
		if c := order(b, a); c != 0 || !exact {
			return c
		}
		return amounts[there[b]].exact.Cmp(amounts[there[a]].exact) // float64 does not tell
	}
	for _, p := range ranks(upTo(len(there)), r.Sheet.Ties, compare) {
		r.Totals[there[p.unit]].Rank = Ranked{Rank: p.rank, Of: len(there), Tied: p.tied, Within: p.tied && !exact}
	}
}

// grade finds the grade of a total.
func (s *Sheet) grade(total amount) Graded {
	if len(s.Grades) == 0 {
		return Graded{Why: indicator.NoGrades}
	}
	if why := total.missing(); why != indicator.Present {
		return Graded{Why: why}
	}
	var g Graded
	for i, grade := range s.Grades {
		if grade.AtLeast.IsZero() {
			g.Name = grade.Name
			break
		}
		bound := exactAmount(grade.AtLeast.Ratio(indicator.NotDefined))
		switch c := total.number().Cmp(bound.exact); {
		case c == 0 && total.float: // within the error
			g = Graded{Or: grade.Name, Why: indicator.WithinError}
			if i+1 < len(s.Grades) {
				g.Name = s.Grades[i+1].Name
			}
			return g
		case c >= 0:
			g.Name, g.Above = grade.Name, total.sub(bound).number()
			return g
		}
		g.Below = bound.sub(total).number()
	}
	if g.Name == "" {
		g.Why = indicator.NoGrades
	}
	return g
}

// veto lowers a grade by a veto on the number x.
func (s *Sheet) veto(g *Graded, v Veto, x indicator.Ratio) {
	if g.Why != indicator.Present && g.Why != indicator.WithinError {
		return
	}
	switch {
	case x.Missing() != indicator.Present:
		*g = Graded{Why: x.Missing()}
		return
	case !v.AtLeast.IsZero() && x.Cmp(v.AtLeast.Ratio(indicator.NotDefined)) < 0:
	case !v.AtMost.IsZero() && x.Cmp(v.AtMost.Ratio(indicator.NotDefined)) > 0:
	default:
		return
	}
	// Of two grades that are not decided between, one that is no better than the lower decides.
	if lower := s.place(v.Grade) - s.place(g.Name); lower > 0 || lower == 0 && g.Why != indicator.Present {
		*g = Graded{Name: v.Grade, Vetoes: g.Vetoes}
	}
	g.Vetoes = append(g.Vetoes, v.Code)
}

// place returns the place of a grade, the best first.
func (s *Sheet) place(name string) int {
	for i, g := range s.Grades {
		if g.Name == name {
			return i
		}
	}
	return len(s.Grades)
}
