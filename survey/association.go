package survey

import (
	"slices"

	"github.com/planeval/planeval/indicator"
)

// Association is what a cross table shows, 交叉分析: the shares of each group, and whether the two answers go together.
// Rows and columns outside the base are left out. Counts are not weighted. What is said of the whole table is said of the
// groups that are not withheld: χ² is exact, and with the totals of the rows it would tell what the others hold.
type Association struct {
	Rows      string    `json:"rows"`    // code of the question that is looked at
	Columns   string    `json:"columns"` // code of the question that makes the groups
	Knowledge Knowledge `json:"knowledge,omitempty"`
	Groups    []Group   `json:"groups"`

	Size indicator.Ratio `json:"size"` // n, all in those groups
	// ChiSquare is χ² = n·(Σ o² ÷ (r·c) − 1) over the cells o, r and c being the totals of their row and column, of rows and
	// columns with anybody in them (Pearson, 1900). It is missing for NotExclusive where one person may stand in several
	// cells, for NoCount, for Withheld where fewer than two groups are left, and for OneValue where all are in one row or one
	// column.
	ChiSquare indicator.Ratio `json:"chiSquare"`
	Freedom   int             `json:"freedom"` // 自由度: (rows − 1)·(columns − 1)
	// P is the chance of a χ² at least so large if the two had nothing to do with each other, p值. It is missing for
	// SmallExpected where more than a fifth of the cells are expected to hold fewer than 5 people, or one fewer than 1
	// (Cochran, Biometrics 10, 1954), and for Census where everybody was asked.
	P       indicator.Number `json:"p"`
	CramerV indicator.Number `json:"cramerV"` // √(χ² ÷ (n·(the lesser of rows and columns − 1))), 0 to 1
	// SmallExpected is how many of the cells are expected to hold fewer than 5.
	SmallExpected indicator.Ratio `json:"smallExpected"`
}

// Group is one column of a cross table: those who chose an option, and how they spread over the rows.
type Group struct {
	Option      string          `json:"option"`
	Base        indicator.Value `json:"base,omitzero"` // 基数; absent where it is withheld
	Caution     Caution         `json:"caution,omitempty"`
	Proportions []Proportion    `json:"proportions"` // of the rows
}

// Figures returns the shares of the rows in each group.
func (a Association) Figures() []indicator.Figure {
	var all []indicator.Figure
	for _, g := range a.Groups {
		for _, p := range g.Proportions {
			all = append(all, p.Share)
		}
	}
	return all
}

func (t tabulator) associate(c CrossTable) Association {
	a := Association{Rows: c.Rows, Columns: c.Columns}
	rows, columns := t.question(c.Rows), t.question(c.Columns)
	cells, why := c.inside(rows, columns)
	a.Groups = t.groups(rows, columns, cells)
	if why == indicator.Present && (rows.Kind == Multiple || columns.Kind == Multiple) {
		why = indicator.NotExclusive
	}
	if why == indicator.Present {
		a.Knowledge = t.counted()
	}
	shown, hidden := a.shown(cells)
	if why == indicator.Present && hidden && (len(shown) == 0 || len(shown[0]) < 2) {
		why = indicator.Withheld
	}
	a = a.tested(shown, why)
	if t.census() && why == indicator.Present {
		a.P = indicator.Missing(indicator.Census)
	}
	return a
}

// shown returns the cells of the groups that are not withheld, and whether there are others.
func (a Association) shown(cells [][]indicator.Ratio) (shown [][]indicator.Ratio, hidden bool) {
	for _, line := range cells {
		var rest []indicator.Ratio
		for j, count := range line {
			if a.Groups[j].Caution == BaseWithheld {
				hidden = true
			} else {
				rest = append(rest, count)
			}
		}
		shown = append(shown, rest)
	}
	return shown, hidden
}

// inside returns the counts of the options inside the base as fractions, a list a row, and NoCount where one is missing.
func (c CrossTable) inside(rows, columns Question) (cells [][]indicator.Ratio, why indicator.Reason) {
	for i, row := range rows.Tallies {
		if row.Outside || i >= len(c.Counts) {
			continue
		}
		var line []indicator.Ratio
		for j, column := range columns.Tallies {
			if column.Outside || j >= len(c.Counts[i]) {
				continue
			}
			count := c.Counts[i][j].Ratio(indicator.NoCount)
			if count.Missing() != indicator.Present {
				why = indicator.NoCount
			}
			line = append(line, count)
		}
		cells = append(cells, line)
	}
	return cells, why
}

// groups returns the columns with the shares of the rows in each.
func (t tabulator) groups(rows, columns Question, cells [][]indicator.Ratio) []Group {
	var groups []Group
	var bases []int64
	for _, column := range columns.Tallies {
		if column.Outside {
			continue
		}
		j := len(groups)
		g := Group{Option: column.Option}
		total := whole(0)
		for _, line := range cells {
			total = total.Add(line[j])
		}
		if rows.Kind == Multiple { // one person ticks several rows, so the cells do not add up to people
			total = rows.everybody(column)
		}
		g.Base, _ = total.Round(0, indicator.HalfUp)
		n, _ := g.Base.Int()
		bases = append(bases, int64(n))
		g.Caution = t.cautionOf(g.Base)
		i := 0
		for _, row := range rows.Tallies {
			if row.Outside || i >= len(cells) {
				continue
			}
			g.Proportions = append(g.Proportions, t.cell(row.Option, cells[i][j], total, g.Base))
			i++
		}
		groups = append(groups, g)
	}
	withheld := Withhold(append(bases, rest(rows, columns, cells)), int64(t.LeastBase))
	for j, hidden := range withheld[:len(groups)] {
		if hidden {
			groups[j].Caution, groups[j].Base = BaseWithheld, indicator.Value{}
			for i, p := range groups[j].Proportions {
				groups[j].Proportions[i] = p.withheld()
			}
		}
	}
	return groups
}

// census reports whether everybody was asked.
func (s Survey) census() bool {
	return finite(s.respondents().value.Ratio(indicator.NoCount), s.Population).Missing() == indicator.Census
}

// everybody is the count of a group where that is the base of its rows: where these are shares of all respondents, and none
// is outside.
func (q Question) everybody(group Tally) indicator.Ratio {
	if q.Base != Respondents || slices.ContainsFunc(q.Tallies, func(t Tally) bool { return t.Outside }) {
		return indicator.Missing(indicator.NoCount)
	}
	return group.Count.Ratio(indicator.NoCount)
}

// rest is how many of those in the rows are in no group that is shown, such as in a column outside the base: they could be
// found by subtracting the groups from the rows' totals, so they are withheld like a group. It is 0 where it is not known.
func rest(rows, columns Question, cells [][]indicator.Ratio) int64 {
	total := whole(0)
	for _, row := range rows.Tallies {
		if !row.Outside {
			total = total.Add(row.Count.Ratio(indicator.NoCount))
		}
	}
	for _, line := range cells {
		for _, count := range line {
			total = total.Sub(count)
		}
	}
	people, _ := total.Round(0, indicator.HalfUp)
	n, ok := people.Int()
	if !ok || rows.Kind == Multiple || columns.Kind == Multiple {
		return 0
	}
	return int64(n)
}

// cell is the share of a row in a group.
func (t tabulator) cell(option string, x, n indicator.Ratio, base indicator.Value) Proportion {
	count, _ := x.Round(0, indicator.HalfUp)
	p := Proportion{Option: option, Share: share(t.input(count), t.input(base))}
	p.Interval = t.intervalOf(Sample{X: x, N: n})
	if p.Interval.Missing() == indicator.Present && t.census() {
		p.Interval = p.Interval.without(indicator.Census)
	}
	if p.Share.Result.Missing() == indicator.Present {
		p.Knowledge = t.counted()
	}
	return p
}

// tested fills in χ² and what follows from it, or why there is none.
func (a Association) tested(cells [][]indicator.Ratio, why indicator.Reason) Association {
	var rowTotals, columnTotals []indicator.Ratio
	total := whole(0)
	for _, line := range cells {
		row := whole(0)
		for j, count := range line {
			if j == len(columnTotals) {
				columnTotals = append(columnTotals, whole(0))
			}
			row, columnTotals[j] = row.Add(count), columnTotals[j].Add(count)
		}
		rowTotals, total = append(rowTotals, row), total.Add(row)
	}
	rows, columns := positive(rowTotals), positive(columnTotals)
	if why == indicator.Present && (rows < 2 || columns < 2) {
		why = indicator.OneValue
	}
	a.Size = total
	if why != indicator.Present {
		a.Size, a.ChiSquare, a.SmallExpected = indicator.Missing(why), indicator.Missing(why), indicator.Missing(why)
		a.P, a.CramerV = indicator.Missing(why), indicator.Missing(why)
		return a
	}
	sum, small, tiny := whole(0), int64(0), false
	for i, line := range cells {
		for j, count := range line {
			product := rowTotals[i].Mul(columnTotals[j])
			if product.Sign() == 0 {
				continue
			}
			sum = sum.Add(count.Mul(count).Quo(product))
			if product.Cmp(whole(5).Mul(total)) < 0 {
				small++
			}
			tiny = tiny || product.Cmp(total) < 0
		}
	}
	a.ChiSquare = total.Mul(sum.Sub(whole(1)))
	a.Freedom = (rows - 1) * (columns - 1)
	a.SmallExpected = indicator.IntRatio(small, int64(rows*columns))
	a.P = indicator.ChiSquareTail(a.ChiSquare, int64(a.Freedom))
	if tiny || a.SmallExpected.Cmp(indicator.IntRatio(1, 5)) > 0 {
		a.P = indicator.Missing(indicator.SmallExpected)
	}
	a.CramerV = whole(0)
	if a.ChiSquare.Sign() > 0 {
		a.CramerV = a.ChiSquare.Quo(total.Mul(whole(int64(min(rows, columns) - 1)))).Real().Sqrt()
	}
	return a
}

// positive counts the numbers above 0.
func positive(numbers []indicator.Ratio) int {
	n := 0
	for _, r := range numbers {
		if r.Sign() > 0 {
			n++
		}
	}
	return n
}

// Contrast compares the shares of a row in two groups, by their indices in Groups; the groups are independent where each
// person is in one of them. Where everybody was asked the interval has no width. Comparing many pairs finds some difference
// by chance; how many were compared is for the reader to be told.
func (a Association) Contrast(row, first, second int, confidence indicator.Value) Difference {
	return a.sample(row, first).Difference(a.sample(row, second), confidence)
}

// sample is the row's count of a group's base; it is missing where there is no such row or group, or it is withheld.
func (a Association) sample(row, group int) Sample {
	none := Sample{X: indicator.Missing(indicator.NotDefined), N: indicator.Missing(indicator.NotDefined)}
	if group < 0 || group >= len(a.Groups) || row < 0 || row >= len(a.Groups[group].Proportions) {
		return none
	}
	p := a.Groups[group].Proportions[row]
	if why := p.Share.Result.Missing(); why != indicator.Present {
		return Sample{X: indicator.Missing(why), N: indicator.Missing(why)}
	}
	n := p.Share.Inputs[1].Value
	s := Sample{X: p.Share.Inputs[0].Value.Ratio(indicator.NoCount), N: n.Ratio(indicator.NoCount)}
	if p.Interval.Missing() == indicator.Census {
		s.Population = n
	}
	return s
}
