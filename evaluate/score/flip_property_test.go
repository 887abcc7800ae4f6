package score_test

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/planeval/planeval/evaluate/score"
	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// weighted returns a tree in which the node has another weight, given as a fraction: its siblings' are taken as many times
// as the denominator says.
func weighted(t *testing.T, n score.Node, code string, weight *big.Rat) score.Node {
	t.Helper()
	children := make([]score.Node, len(n.Children))
	found := false
	for i, c := range n.Children {
		found = found || c.Code == code
		children[i] = weighted(t, c, code, weight)
	}
	for i := range children {
		if !found {
			break
		}
		whole := new(big.Int).Set(weight.Num())
		if children[i].Code != code {
			own, _ := children[i].Weight.Ratio(indicator.NotDefined).Rat()
			require.True(t, own.IsInt())
			whole.Mul(own.Num(), weight.Denom())
		}
		v, err := indicator.ParseValue(whole.String())
		require.NoError(t, err)
		children[i].Weight = v
	}
	n.Children = children
	return n
}

// reweighted returns the totals with another weight of a node.
func reweighted(t *testing.T, r *score.Result, code string, weight *big.Rat) []score.Total {
	t.Helper()
	sheet := r.Sheet
	sheet.Root = weighted(t, sheet.Root, code, weight)
	return evaluateExact(t, sheet, r.Data).Totals
}

// around returns a flip's weight, and the ones a billionth before and beyond it.
func around(f score.Flip) (before, at, beyond *big.Rat) {
	at = fractionOf(f.At)
	step := big.NewRat(int64(fractionOf(f.Change).Sign()), 1e9)
	return new(big.Rat).Sub(at, step), at, new(big.Rat).Add(at, step)
}

// The weight put back into the sheet gives exactly the bound: a billionth before it the grade is what it was, a billionth
// beyond it, or at it where it is reached, the grade is the other one.
func TestAGradeFlipsAtItsWeightAndNotBefore(t *testing.T) {
	source := rand.New(rand.NewPCG(5, 1))
	up, down := 0, 0
	for range 400 {
		sheet, data := anySheet(source, 2, nil)
		sheet.Grades = []score.Grade{{Name: "A", AtLeast: literal("60")}, {Name: "B", AtLeast: literal("40")}, {Name: "C", AtLeast: literal("25")}, {Name: "D"}}
		r := evaluateExact(t, sheet, data)
		for unit, own := range r.Totals {
			for _, f := range r.GradeFlips(unit) {
				if f.At.Missing() != indicator.Present || fractionOf(f.Change).Sign() == 0 {
					continue
				}
				before, at, beyond := around(f)
				grades := sheet.Grades
				bound := map[string]int{grades[0].Name: 0, grades[1].Name: 1, grades[2].Name: 2}[own.Grade.Name]
				if !f.Beyond {
					bound = map[string]int{"A": 0, "B": 1, "C": 2}[f.Grade]
				}
				there := reweighted(t, r, f.Code, at)[unit]
				require.Equal(t, grades[bound].AtLeast.Ratio(indicator.NotDefined).String(), worded(there.Score), "%s of unit %d", f.Code, unit)
				require.Equal(t, own.Grade.Name, reweighted(t, r, f.Code, before)[unit].Grade.Name, "before")
				if f.Beyond {
					down++
					require.Equal(t, own.Grade.Name, there.Grade.Name, "at the bound the grade is still earned")
					require.Equal(t, f.Grade, reweighted(t, r, f.Code, beyond)[unit].Grade.Name, "beyond")
				} else {
					up++
					require.Equal(t, f.Grade, there.Grade.Name, "at the bound the grade is earned")
				}
			}
		}
	}
	assert.Greater(t, up, 100)
	assert.Greater(t, down, 100)
}

// At the weight the totals are exactly equal, before it the order is what it was, and beyond it the other.
func TestAnOrderFlipsAtItsWeightAndNotBefore(t *testing.T) {
	source := rand.New(rand.NewPCG(5, 2))
	flips := 0
	for range 400 {
		sheet, data := anySheet(source, 2, nil)
		sheet.Most = indicator.Value{}
		r := evaluateExact(t, sheet, data)
		order := func(totals []score.Total) int { return fractionOf(totals[0].Score).Cmp(fractionOf(totals[1].Score)) }
		for _, f := range r.OrderFlips(0, 1) {
			if f.At.Missing() != indicator.Present || fractionOf(f.Change).Sign() == 0 {
				continue
			}
			flips++
			before, at, beyond := around(f)
			require.True(t, f.Beyond)
			require.Equal(t, 0, order(reweighted(t, r, f.Code, at)), f.Code)
			require.Equal(t, order(r.Totals), order(reweighted(t, r, f.Code, before)), "before")
			require.Equal(t, -order(r.Totals), order(reweighted(t, r, f.Code, beyond)), "beyond")
		}
	}
	assert.Greater(t, flips, 100)
}

// 70 and 90 make 80, which is on the bound: the grade falls where the first weighs more or the second less.
func TestAFlipAtTheBoundSaysWhichWay(t *testing.T) {
	sheet := parent(pointed("a", "50"), pointed("b", "50"))
	sheet.Grades = score.BudgetGrades()
	flips := evaluateExact(t, sheet, columnsData("a", "70", "b", "90")).GradeFlips(0)
	assert.Equal(t, "0 true true, 0 true false", fmt.Sprint(flips[0].Change, flips[0].Beyond, flips[0].Up, ", ", flips[1].Change, flips[1].Beyond, flips[1].Up))
}

// With 20 points of bonus the totals 95 and 96 would both be above 100 where they meet, at 5/3, and are cut off there.
func TestTotalsThatAreCutOffWhereTheyMeetKeepTheirOrder(t *testing.T) {
	sheet := parent(pointed("a", "50"), pointed("b", "50"))
	sheet.Bonuses = []score.Node{leafNode("bonus", score.Rule{Kind: score.Points})}
	data := columnsData("a", "100 97", "b", "50 55", "bonus", "20 20")
	assert.Equal(t, "250/3", worded(evaluateExact(t, sheet, data).OrderFlips(0, 1)[0].At))
	sheet.Most = literal("100")
	assert.Equal(t, "no-such-weight", worded(evaluateExact(t, sheet, data).OrderFlips(0, 1)[0].At))
}
