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

// shownSum adds up what is shown at the given places.
func shownSum(list []score.Contribution, places []int) *big.Rat {
	sum := new(big.Rat)
	for _, i := range places {
		sum.Add(sum, fractionOf(list[i].Shown.Ratio(indicator.NotDefined)))
	}
	return sum
}

// topOf returns the places of the root, the bonuses and what is cut off.
func topOf(list []score.Contribution) (top []int) {
	for i, c := range list {
		if c.Level == 0 {
			top = append(top, i)
		}
	}
	return top
}

// requireShownAddsUp fails the test unless what is shown of the parts is what is shown of the whole, at every node, and unless
// every part is shown as one of the two numbers of so many places next to it.
func requireShownAddsUp(t *testing.T, r *score.Result, unit, places int) {
	t.Helper()
	list := r.Contributions(unit, places)
	if r.Totals[unit].Score.Missing() != indicator.Present {
		for _, c := range list {
			require.True(t, c.Shown.IsZero(), c.Code)
		}
		return
	}
	printed, ok := new(big.Rat).SetString(r.Totals[unit].Score.Decimal(places, indicator.HalfUp).String())
	require.True(t, ok)
	require.Equal(t, printed.RatString(), shownSum(list, topOf(list)).RatString(), "the total")
	unitOfPlaces, _ := new(big.Rat).SetString(fmt.Sprintf("1e-%d", places))
	for i, c := range list {
		if parts := partsOf(list, i); len(parts) > 0 && !c.Shown.IsZero() && c.Points.Missing() == indicator.Present {
			require.Equal(t, fractionOf(c.Shown.Ratio(indicator.NotDefined)).RatString(), shownSum(list, parts).RatString(), "the parts of %s", c.Code)
		}
		if !c.Shown.IsZero() {
			require.Equal(t, places, c.Shown.Places(), c.Code)
			off := new(big.Rat).Sub(fractionOf(c.Shown.Ratio(indicator.NotDefined)), fractionOf(c.Points))
			require.Negative(t, off.Abs(off).Cmp(unitOfPlaces), "%s is shown as %s, and its points are %s", c.Code, c.Shown, c.Points)
		}
	}
}

// Weighted means and harmonic means of random trees, with scores below 0, gaps, bonuses and a cap. Scores below 0 leave a
// harmonic mean without a score.
func TestWhatIsShownOfThePartsIsWhatIsShownOfTheWhole(t *testing.T) {
	source := rand.New(rand.NewPCG(3, 1))
	shown, capped := 0, 0
	for trial := range 400 {
		sheet, data := anySheet(source, 3, nil)
		for _, float := range []bool{false, true} {
			r, err := score.Evaluate(sheet, data, score.Options{Float: float})
			require.NoError(t, err, "trial %d", trial)
			for u := range r.Totals {
				for places := range 5 {
					requireShownAddsUp(t, r, u, places)
				}
				if r.Totals[u].Score.Missing() == indicator.Present {
					shown++
				}
				if r.Totals[u].Capped {
					capped++
				}
			}
		}
	}
	assert.Greater(t, shown, 1000, "most units have a total")
	assert.Greater(t, capped, 50, "some are capped")
}

// The points of the parts of each node add up to its own: exactly where all is exact, else within their errors.
func TestThePointsOfThePartsAreThoseOfTheWhole(t *testing.T) {
	source := rand.New(rand.NewPCG(3, 2))
	methods := []score.Aggregation{{}, {Method: score.Harmonic}, {Method: score.Geometric}, {Method: score.PowerMean, Power: literal("-2.5")}}
	exact, approximate := 0, 0
	for trial := range 400 {
		kinds := methods[:1+trial%4]
		sheet, data := anySheet(source, 3, func(n *score.Node) { n.Aggregation = kinds[source.IntN(len(kinds))] })
		for i := range data.Columns {
			for u, v := range data.Columns[i].Values {
				if v.Sign() <= 0 && !v.IsZero() {
					data.Columns[i].Values[u] = literal("12.25")
				}
			}
		}
		r := evaluateExact(t, sheet, data)
		for u := range r.Totals {
			list := r.Contributions(u, 2)
			for i, c := range list {
				parts := partsOf(list, i)
				if len(parts) == 0 || c.Points.Missing() != indicator.Present {
					continue
				}
				sum, allowed, rounded := new(big.Rat), new(big.Rat), false
				for _, k := range append(parts, i) {
					x, bound := parted(t, zeroFor(list[k].Points))
					allowed.Add(allowed, bound)
					rounded = rounded || bound.Sign() > 0
					if k != i {
						sum.Add(sum, x)
					}
				}
				whole := fractionOf(c.Points)
				if !rounded {
					exact++
					require.Equal(t, whole.RatString(), sum.RatString(), "trial %d, %s", trial, c.Code)
					continue
				}
				approximate++
				require.False(t, apart(whole, sum, allowed), "trial %d, %s: %s and %s", trial, c.Code, whole.FloatString(20), sum.FloatString(20))
			}
			requireShownAddsUp(t, r, u, 2)
		}
	}
	assert.Greater(t, exact, 1000)
	assert.Greater(t, approximate, 500)
}

// Seven scores of about 1e14 to 1e15 have a geometric mean that is off by some tenths.
func TestWhereTheErrorIsMoreThanAUnitOfTheLastPlaceNothingIsShown(t *testing.T) {
	var children []score.Node
	var data []string
	for i, x := range []string{"123456789012345.6", "987654321098765.4", "314159265358979.3", "271828182845904.5", "161803398874989.5", "141421356237309.5", "999999999999999.9"} {
		code := string(rune('a' + i))
		children, data = append(children, pointed(code, "1")), append(data, code, x)
	}
	sheet := rooted(children...)
	sheet.Root.Aggregation.Method = score.Geometric
	r := evaluateExact(t, sheet, columnsData(data...))
	list := r.Contributions(0, 12)
	require.Len(t, list, 8)
	for _, c := range list {
		assert.True(t, c.Shown.IsZero(), c.Code)
		assert.Equal(t, indicator.Present, c.Points.Missing(), "what there is has points all the same")
	}

	// Cut off at 100 the total is exact, though its parts are not: what is shown of them ends, and adds up.
	sheet.Most = literal("100")
	list = evaluateExact(t, sheet, r.Data).Contributions(0, 6)
	require.Len(t, list, 9)
	assert.Equal(t, "100", shownSum(list, topOf(list)).RatString())
	assert.Equal(t, fractionOf(list[0].Shown.Ratio(indicator.NotDefined)).RatString(), shownSum(list, partsOf(list, 0)).RatString())

	// An arithmetic mean is exact, however great.
	sheet.Root.Aggregation.Method, sheet.Most = score.Arithmetic, indicator.Value{}
	requireShownAddsUp(t, evaluateExact(t, sheet, r.Data), 0, 12)
	small := rooted(pointed("x", "1"), pointed("y", "1"))
	small.Root.Aggregation.Method = score.Geometric
	r = evaluateExact(t, small, columnsData("x", "40", "y", "90"))
	assert.Equal(t, "r 60.000000, x 30.000000, y 30.000000", shownParts(r.Contributions(0, 6)), "less than a unit is shown")
}

// zeroFor is a number, or 0 for one that is missing.
func zeroFor(n indicator.Number) indicator.Number {
	if n.Missing() != indicator.Present {
		return indicator.IntRatio(0, 1)
	}
	return n
}

// A child of weight 0 below TOPSIS adds nothing that could be shown, and neither do its siblings.
func TestBelowWhatIsNoMeanNothingIsShown(t *testing.T) {
	sheet := parent(pointed("a", "1"), pointed("b", "1"), pointed("z", "0"))
	sheet.Root.Weighting.Relative = true
	sheet.Root.Aggregation.Method = score.Topsis
	for _, c := range evaluateExact(t, sheet, columnsData("a", "5 1", "b", "1 2", "z", "7 7")).Contributions(0, 2)[1:] {
		assert.Equal(t, "not-additive", worded(c.Points), c.Code)
		assert.True(t, c.Shown.IsZero(), c.Code)
	}
}
