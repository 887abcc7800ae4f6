package score_test

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/planeval/planeval/evaluate/score"
	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// branch is a node with children whose given weights may add up to anything.
func branch(code, weight string, children ...score.Node) score.Node {
	return score.Node{
		Code: code, Name: code, Weight: literal(weight), Weighting: score.Weighting{Relative: true}, Children: children,
	}
}

// rooted is a sheet of these children of the root r, whose given weights may add up to anything.
func rooted(children ...score.Node) score.Sheet {
	root := branch("r", "", children...)
	return score.Sheet{Code: "s", Title: "S", Root: root}
}

func evaluateExact(t *testing.T, sheet score.Sheet, data score.Data) *score.Result {
	t.Helper()
	r, err := score.Evaluate(sheet, data, score.Options{})
	require.NoError(t, err)
	return r
}

// shownParts writes what is shown of each part, - for nothing.
func shownParts(list []score.Contribution) string {
	words := make([]string, len(list))
	for i, c := range list {
		words[i] = c.Code + " " + c.Shown.String()
		if c.Shown.IsZero() {
			words[i] = c.Code + " -"
		}
	}
	return strings.Join(words, ", ")
}

// threeLevels has the scores economy (83 + 71) ÷ 2 = 77, society 0.3 × 90 + 0.7 × 65 = 72.5, and the total
// 0.6 × 77 + 0.4 × 72.5 = 75.2.
func threeLevels() (score.Sheet, score.Data) {
	sheet := rooted(
		branch("economy", "60", pointed("growth", "50"), pointed("jobs", "50")),
		branch("society", "40", pointed("schools", "30"), pointed("health", "70")),
	)
	return sheet, columnsData("growth", "83", "jobs", "71", "schools", "90", "health", "65")
}

// Points are worked by hand: 0.6 × 0.5 × 83 = 24.9 and so on.
func TestContributionsOfThreeLevels(t *testing.T) {
	sheet, data := threeLevels()
	r := evaluateExact(t, sheet, data)
	var lines []string
	for _, c := range r.Contributions(0, 0) {
		lines = append(lines, fmt.Sprintf("%d %v %s: %s × %s = %s, %s", c.Level, c.Leaf, c.Code, worded(c.Score), worded(c.Weight), worded(c.Points), c.Shown))
	}
	assert.Equal(t, []string{
		"0 false r: 376/5 × 1 = 376/5, 75",
		"1 false economy: 77 × 3/5 = 231/5, 46",
		"2 true growth: 83 × 3/10 = 249/10, 25",
		"2 true jobs: 71 × 3/10 = 213/10, 21",
		"1 false society: 145/2 × 2/5 = 29, 29",
		"2 true schools: 90 × 3/25 = 54/5, 11",
		"2 true health: 65 × 7/25 = 91/5, 18",
	}, lines)
	assert.Equal(t, "r 75.2, economy 46.2, growth 24.9, jobs 21.3, society 29.0, schools 10.8, health 18.2", shownParts(r.Contributions(0, 1)))
}

func TestShownPartsByTheLargestRemainder(t *testing.T) {
	for _, c := range []struct{ name, weights, scores, want string }{
		// 40.5 + 23.1 + 13.8 = 77.4: 40 + 23 + 13 lacks 1.
		{"the unit that is lacking goes to the part that lost most", "50 30 20", "81 77 69", "r 77, a 40, b 23, c 14"},
		// 16⅔ each.
		{"parts that lost as much take them in the order of the sheet", "1 1 1", "50 50 50", "r 50, a 17, b 17, c 16"},
		// 40.5 + 23.4 + 13.6 = 77.5, which is rounded up: 76 lacks 2.
		{"the total is rounded half up and its parts follow", "50 30 20", "81 78 68", "r 78, a 41, b 23, c 14"},
		// −5.25 + 12.5 = 7.25: −6 + 12 lacks 1, and −6 lost more.
		{"a part below 0 is rounded down, away from 0, and may take the unit back", "50 50", "-10.5 25", "r 7, a -5, b 12"},
		{"a total of minus a half is rounded away from 0", "50 50", "-1 0", "r -1, a -1, b 0"},
		{"a part without weight takes nothing", "50 0 50", "99 99 0", "r 50, a 50, b 0, c 0"},
		{"whole points lack nothing", "50 50", "80 60", "r 70, a 40, b 30"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var children []score.Node
			var data []string
			scores := strings.Fields(c.scores)
			for i, weight := range strings.Fields(c.weights) {
				code := string(rune('a' + i))
				children = append(children, pointed(code, weight))
				data = append(data, code, scores[i])
			}
			r := evaluateExact(t, rooted(children...), columnsData(data...))
			assert.Equal(t, c.want, shownParts(r.Contributions(0, 0)))
		})
	}
}

// 96.4 + 7.25 = 103.65, of which 3.65 are too many.
func TestBonusesAndWhatIsCutOffArePartsOfTheTotal(t *testing.T) {
	sheet := rooted(pointed("x", "1"))
	sheet.Bonuses, sheet.Most = []score.Node{leafNode("award", score.Rule{Kind: score.Points})}, literal("100")
	r := evaluateExact(t, sheet, columnsData("x", "96.4 90 90", "award", "7.25 7.25 -"))
	list := r.Contributions(0, 2)
	assert.Equal(t, "r 96.40, x 96.40, award 7.25,  -3.65", shownParts(list))
	cut := list[len(list)-1]
	assert.Equal(t, "-73/20", worded(cut.Points))
	assert.Equal(t, "not-computed", worded(cut.Score), "what is cut off is no score")
	// 7.2 and −3.7, of which each lost 0.05: the bonus stands first.
	assert.Equal(t, "r 96.4, x 96.4, award 7.3,  -3.7", shownParts(r.Contributions(0, 1)))
	assert.Equal(t, "r 90, x 90, award 7", shownParts(r.Contributions(1, 0)), "below the most nothing is cut off")
	assert.Equal(t, "r -, x -, award -", shownParts(r.Contributions(2, 0)), "without a total nothing is shown")
	assert.Equal(t, "90", worded(r.Contributions(2, 0)[1].Points), "what there is has points all the same")
}

// (50 × 80 + 20 × 60) ÷ 70 = 520/7 = 74.29.
func TestAMissingChildContributesNothingAndItsWeightIsShared(t *testing.T) {
	sheet := rooted(pointed("a", "50"), pointed("b", "30"), pointed("c", "20"))
	sheet.Root.Missing.Drop = true
	list := evaluateExact(t, sheet, columnsData("a", "80", "b", "-", "c", "60")).Contributions(0, 1)
	assert.Equal(t, "r 74.3, a 57.2, b -, c 17.1", shownParts(list))
	assert.Equal(t, []string{"5/7", "0", "2/7"}, []string{worded(list[1].Weight), worded(list[2].Weight), worded(list[3].Weight)})
	assert.Equal(t, []string{"400/7", "no-observation", "120/7"}, []string{worded(list[1].Points), worded(list[2].Points), worded(list[3].Points)})
}

// By Euler: the points are score × derivative. Of 4 and 9 in the geometric mean 6 they are 3 and 3; of 4 and 12 in the
// harmonic mean 6, 4.5 and 1.5; of 1 and 7 in the quadratic mean 5, 0.1 and 4.9.
func TestPointsOfOtherMeansAddUpToTheTotal(t *testing.T) {
	for _, c := range []struct {
		name, power string
		method      score.AggregationMethod
		x, y        string
		want        [3]string
	}{
		{"in a geometric mean each has its share of the whole", "", score.Geometric, "4", "9", [3]string{"~6.0000000000", "~3.0000000000", "~3.0000000000"}},
		{"in a harmonic mean the lower score counts more, exactly", "", score.Harmonic, "4", "12", [3]string{"6", "9/2", "3/2"}},
		{"in a quadratic mean the higher score counts more", "2", score.PowerMean, "1", "7", [3]string{"~5.0000000000", "~0.1000000000", "~4.9000000000"}},
		{"the power −1 is the harmonic mean", "-1", score.PowerMean, "4", "12", [3]string{"~6.0000000000", "~4.5000000000", "~1.5000000000"}},
		{"the power 1 is the arithmetic mean", "1", score.PowerMean, "4", "12", [3]string{"~8.0000000000", "~2.0000000000", "~6.0000000000"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			sheet := rooted(pointed("x", "1"), pointed("y", "1"))
			sheet.Root.Aggregation = score.Aggregation{Method: c.method, Power: literal(c.power)}
			list := evaluateExact(t, sheet, columnsData("x", c.x, "y", c.y)).Contributions(0, 1)
			assert.Equal(t, c.want, [3]string{worded(list[0].Points), worded(list[1].Points), worded(list[2].Points)})
		})
	}
}

func TestBelowANodeThatIsNoMeanPartsAreNotAdditive(t *testing.T) {
	for _, method := range []score.AggregationMethod{score.Copeland, score.Topsis} {
		inner := branch("inner", "1", pointed("x", "1"), pointed("y", "1"))
		inner.Aggregation.Method = method
		sheet := rooted(inner, pointed("z", "1"))
		list := evaluateExact(t, sheet, columnsData("x", "3 1", "y", "3 1", "z", "7 7")).Contributions(0, 1)
		for _, part := range list[2:4] {
			assert.Equal(t, "not-additive", worded(part.Weight))
			assert.Equal(t, "not-additive", worded(part.Points))
			assert.Equal(t, indicator.Present, part.Score.Missing(), "the score itself is there")
			assert.True(t, part.Shown.IsZero())
		}
		assert.False(t, list[1].Shown.IsZero(), "the node itself is a part")
	}
}

func TestPlacesAndUnitsThatDoNotExist(t *testing.T) {
	sheet, data := threeLevels()
	r := evaluateExact(t, sheet, data)
	assert.Nil(t, r.Contributions(-1, 0))
	assert.Nil(t, r.Contributions(1, 0))
	assert.Equal(t, r.Contributions(0, 0), r.Contributions(0, -3), "below 0 places there are 0")
	assert.Equal(t, 12, r.Contributions(0, 99)[0].Shown.Places(), "there are 12 at most")
}

// anySheet is a sheet of up to four levels with random weights, gaps, bonuses and a cap, and data for it.
func anySheet(r *rand.Rand, units int, aggregate func(*score.Node)) (score.Sheet, score.Data) {
	var data score.Data
	leaves := 0
	observe := func(code string) {
		c := score.Column{Leaf: code}
		for range units {
			c.Values = append(c.Values, literal(fmt.Sprintf("%d.%0*d", r.IntN(200)-60, 1+r.IntN(3), r.IntN(10))))
			if r.IntN(6) == 0 && len(c.Values) > 1 {
				c.Values[len(c.Values)-1] = indicator.Value{}
			}
		}
		data.Columns = append(data.Columns, c)
	}
	var grow func(depth int) score.Node
	grow = func(depth int) score.Node {
		leaves++
		code, weight := fmt.Sprint("n", leaves), fmt.Sprint(r.IntN(9))
		if depth == 3 || depth > 0 && r.IntN(3) == 0 {
			observe(code)
			return pointed(code, weight)
		}
		n := branch(code, weight)
		n.Missing.Drop = r.IntN(4) > 0
		if aggregate != nil {
			aggregate(&n)
		}
		for range 1 + r.IntN(4) {
			n.Children = append(n.Children, grow(depth+1))
		}
		n.Children[0].Weight = literal(fmt.Sprint(1 + r.IntN(9)))
		return n
	}
	sheet := score.Sheet{Code: "s", Title: "S", Root: grow(0)}
	sheet.Root.Weight = indicator.Value{}
	for i := range r.IntN(3) {
		sheet.Bonuses = append(sheet.Bonuses, leafNode(fmt.Sprint("bonus", i), score.Rule{Kind: score.Points}))
		observe(sheet.Bonuses[i].Code)
	}
	if r.IntN(2) == 0 {
		sheet.Most = literal("62.5")
	}
	for u := range units {
		data.Units = append(data.Units, score.Unit{Code: fmt.Sprint("u", u), Name: fmt.Sprint("U", u)})
	}
	return sheet, data
}

// partsOf returns the places of the parts of a contribution: those one level below it, before the next that is not.
func partsOf(list []score.Contribution, whole int) (parts []int) {
	for i := whole + 1; i < len(list) && list[i].Level > list[whole].Level; i++ {
		if list[i].Level == list[whole].Level+1 {
			parts = append(parts, i)
		}
	}
	return parts
}

// fractionOf returns a published number as a fraction, 0 for what is missing.
func fractionOf(n indicator.Number) *big.Rat {
	ratio, ok := n.(indicator.Ratio)
	if a, approximate := n.(score.Approx); approximate {
		ratio, ok = a.Ratio(), true
	}
	if r, present := ratio.Rat(); ok && present {
		return r
	}
	return new(big.Rat)
}
