package score_test

import (
	"strings"
	"testing"

	"github.com/planeval/planeval/evaluate/score"
	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func parent(children ...score.Node) score.Sheet {
	return score.Sheet{Code: "s", Title: "S", Root: score.Node{Code: "r", Name: "r", Children: children}}
}

func TestWhatIsDoneWhereAChildHasNoScore(t *testing.T) {
	for _, c := range []struct {
		name    string
		weights string
		missing score.Missing
		rows    [4]string // of each child, of one unit
		want    string
	}{
		{"by default the node has none, for the reason of the first", "50 30 20 0", score.Missing{}, [4]string{"80", "-", "60", "1"}, "no-observation"},
		// (50 × 80 + 20 × 60) ÷ 70.
		{"dropped, it leaves its weight to the others", "50 30 20 0", score.Missing{Drop: true}, [4]string{"80", "-", "60", "1"}, "520/7"},
		{"a share of the children just below the least is too few", "40 30 20 10", score.Missing{Drop: true, Share: literal("0.51")}, [4]string{"80", "-", "60", "-"}, "too-few-scores"},
		// (40 × 80 + 20 × 60) ÷ 60.
		{"a share of the children at the least is enough", "40 30 20 10", score.Missing{Drop: true, Share: literal("0.5")}, [4]string{"80", "-", "60", "-"}, "220/3"},
		{"the share is by number and not by weight", "10 70 10 10", score.Missing{Drop: true, Share: literal("0.75")}, [4]string{"80", "-", "60", "70"}, "70"},
		{"where every child is without there is none", "40 30 20 10", score.Missing{Drop: true}, [4]string{"-", "-", "-", "-"}, "no-observation"},
		{"a child without weight is not asked", "50 30 20 0", score.Missing{}, [4]string{"80", "70", "60", "-"}, "73"},
		{"a child without weight does not count in the share", "50 50 0 0", score.Missing{Drop: true, Share: literal("0.75")}, [4]string{"80", "-", "60", "70"}, "too-few-scores"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var children []score.Node
			var data []string
			for i, weight := range strings.Fields(c.weights) {
				code := string(rune('w' + i))
				children = append(children, pointed(code, weight))
				data = append(data, code, c.rows[i])
			}
			sheet := parent(children...)
			sheet.Root.Missing = c.missing
			assert.Equal(t, c.want, scored(t, sheet, columnsData(data...), "r"))
		})
	}
}

func TestWaysOfAggregating(t *testing.T) {
	for _, c := range []struct {
		name   string
		method score.AggregationMethod
		power  string
		x, y   string // with the weights 50 and 50
		want   string
	}{
		{"the arithmetic mean", score.Arithmetic, "", "4 0 -4", "9 5 3", "13/2 5/2 -1/2"},
		{"the geometric mean of 4 and 9 is 6", score.Geometric, "", "4 9", "9 4", "~6.0000000000 ~6.0000000000"},
		{"the geometric mean has none of a 0 or a number below it", score.Geometric, "", "0 4 -4", "9 0 -9", "not-positive not-positive not-positive"},
		{"the harmonic mean of 4 and 12 is 6", score.Harmonic, "", "4 12", "12 4", "6 6"},
		{"the harmonic mean has none of a 0 or a number below it", score.Harmonic, "", "0 4 -4", "9 0 -9", "not-positive not-positive not-positive"},
		{"the square mean of 1 and 7 is 5", score.PowerMean, "2", "1 7", "7 1", "~5.0000000000 ~5.0000000000"},
		{"the mean of the power −1 is the harmonic one", score.PowerMean, "-1", "4", "12", "~6.0000000000"},
		{"the mean of the power ½ of 4 and 16 is 9", score.PowerMean, "0.5", "4", "16", "~9.0000000000"},
		{"a power mean has none of a 0 or a number below it", score.PowerMean, "2", "0 4 -4", "9 0 -9", "not-positive not-positive not-positive"},
		{"units that beat each other once are even", score.Copeland, "", "3 2 1", "1 2 3", "0 0 0"},
		{"who is better in one child and equal in the other is ahead", score.Copeland, "", "3 2 1", "5 5 5", "2 0 -2"},
		{"units that are equal in all are even", score.Copeland, "", "3 3", "5 5", "0 0"},
		{"a unit without a score is not compared", score.Copeland, "", "3 2 -", "5 4 9", "1 -1 no-observation"},
		{"the nearest to the best and to the worst", score.Topsis, "", "0 50 100", "0 50 100", "~0.0000000000 ~50.0000000000 ~100.0000000000"},
		// The weights are ½: d+ is (0, 50) and d- (50, 0), so both are half way.
		{"units that are best in one child each", score.Topsis, "", "0 100", "100 0", "~50.0000000000 ~50.0000000000"},
		{"units that do not differ have no nearness", score.Topsis, "", "5 5", "7 7", "one-value one-value"},
		{"a unit without a score has no distance", score.Topsis, "", "0 100 -", "0 100 999", "~0.0000000000 ~100.0000000000 no-observation"},
	} {
		t.Run(c.name, func(t *testing.T) {
			sheet := parent(pointed("x", "50"), pointed("y", "50"))
			sheet.Root.Aggregation = score.Aggregation{Method: c.method, Power: literal(c.power)}
			assert.Equal(t, c.want, scored(t, sheet, columnsData("x", c.x, "y", c.y), "r"))
		})
	}
}

func TestCopelandComparesUnitsOfTheSamePeriod(t *testing.T) {
	sheet := parent(pointed("x", "100"))
	sheet.Root.Aggregation.Method = score.Copeland
	data := score.Data{Units: unitsOf(t, "a@2021 b@2021 a@2022 b@2022 c@2022"), Columns: []score.Column{{Leaf: "x", Values: row("1 2 9 8 7")}}}
	assert.Equal(t, "-1 1 2 0 -2", scored(t, sheet, data, "r"))
}

// A geometric mean of 0 is missing. The others are compared by what they have: of g alone c is ahead of b. Of g, which weighs 2, and
// h, which weighs 1 and rises from c to a, a is ahead by h alone, and c of b by 2 − 1.
func TestAChildThatCouldNotBeScoredDoesNotChangeTheOrderOfTheOthers(t *testing.T) {
	mean := branch("g", "2", pointed("x", "1"), pointed("y", "1"))
	mean.Aggregation.Method = score.Geometric
	for _, drop := range []bool{false, true} {
		sheet := rooted(mean)
		sheet.Root.Aggregation.Method, sheet.Root.Missing.Drop = score.Copeland, drop
		assert.Equal(t, "not-positive -1 1", scored(t, sheet, columnsData("x", "0 20 90", "y", "50 20 90"), "r"))
	}
	sheet := rooted(mean, pointed("h", "1"))
	sheet.Root.Aggregation.Method = score.Copeland
	data := columnsData("x", "0 20 90", "y", "50 20 90", "h", "10 5 1")
	assert.Equal(t, "not-positive -1 1", scored(t, sheet, data, "r"))
	sheet.Root.Missing.Drop = true
	assert.Equal(t, "2 -2 0", scored(t, sheet, data, "r"))
}

func TestRanksOfEqualTotals(t *testing.T) {
	for _, c := range []struct {
		name string
		ties score.Ties
		want string
	}{
		{"the first of them", score.TiesFirst, "2 1 2 4"},
		{"the last of them", score.TiesLast, "3 1 3 4"},
		{"the mean of them", score.TiesAverage, "5/2 1 5/2 4"},
		{"none left out", score.TiesDense, "2 1 2 3"},
	} {
		t.Run(c.name, func(t *testing.T) {
			sheet := leafSheet(score.Rule{Kind: score.Points})
			sheet.Ties = c.ties
			r, err := score.Evaluate(sheet, rowData("80 90 80.0 70 -"), score.Options{})
			require.NoError(t, err)
			var got []string
			for u, tied := range []bool{true, false, true, false} {
				rank := r.Totals[u].Rank
				got = append(got, rank.Rank.String())
				assert.Equal(t, 4, rank.Of)
				assert.Equal(t, tied, rank.Tied)
				assert.False(t, rank.Within)
			}
			assert.Equal(t, c.want, strings.Join(got, " "))
			assert.Equal(t, indicator.NoObservation, r.Totals[4].Rank.Rank.Missing(), "a unit without a total has no rank")
		})
	}
}

func TestRanksAreAmongTheUnitsOfOnePeriod(t *testing.T) {
	data := score.Data{Units: unitsOf(t, "a@2021 b@2022 a@2022"), Columns: []score.Column{{Leaf: "x", Values: row("50 60 70")}}}
	r, err := score.Evaluate(leafSheet(score.Rule{Kind: score.Points}), data, score.Options{})
	require.NoError(t, err)
	for u, want := range []struct {
		rank string
		of   int
	}{{"1", 1}, {"2", 2}, {"1", 2}} {
		assert.Equal(t, want.rank, r.Totals[u].Rank.Rank.String())
		assert.Equal(t, want.of, r.Totals[u].Rank.Of)
	}
}

// The z-scores of 1 and 1 differ by nothing, those of 1 and 2 by far more than the error.
func TestApproximateTotalsWithinTheirErrorAreTied(t *testing.T) {
	r, err := score.Evaluate(leafSheet(score.Rule{Kind: score.ZScore, Direction: more}), rowData("1 2 1"), score.Options{})
	require.NoError(t, err)
	var got []string
	for _, total := range r.Totals {
		got = append(got, total.Rank.Rank.String())
		assert.Equal(t, total.Rank.Tied, total.Rank.Within)
	}
	assert.Equal(t, "2 1 2", strings.Join(got, " "))
	assert.True(t, r.Totals[0].Rank.Within)
}

func TestBonusesAreAddedUpToTheMost(t *testing.T) {
	sheet := leafSheet(score.Rule{Kind: score.Points})
	sheet.Bonuses = []score.Node{leafNode("prize", score.Rule{Kind: score.Points})}
	sheet.Most = literal("100")
	for _, float := range []bool{false, true} {
		r, err := score.Evaluate(sheet, columnsData("x", "80 98 95 96 -", "prize", "5 5 5 - 5"), score.Options{Float: float})
		require.NoError(t, err)
		for u, want := range []string{"85", "100", "100", "no-observation", "no-observation"} {
			got := r.Totals[u].Score
			if got.Missing() == indicator.Present {
				assert.Equal(t, 0, got.Cmp(literal(want).Ratio(indicator.NotDefined)))
			} else {
				assert.Equal(t, want, got.Missing().String())
			}
			assert.Equal(t, u == 1, r.Totals[u].Capped, "only what is above the most is brought down")
		}
		assert.Equal(t, 0, r.Score(1, "prize").Cmp(indicator.IntRatio(5, 1)))
	}
}
