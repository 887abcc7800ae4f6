package score_test

import (
	"testing"

	"github.com/planeval/planeval/evaluate/score"
	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/assert"
)

// floatOf returns a fraction as a float64.
func floatOf(r indicator.Ratio) float64 {
	x, _ := fractionOf(r).Float64()
	return x
}

// Of n draws the quantile p strays from that of the distribution by √(p (1 − p) ÷ n) ÷ density, once in 16,000 by four times
// that. The total of two leaves with the scores 40 and 100 is uniform between them: density 1 ÷ 60, for n = 4000 0.207 at
// 5 % and 95 %, and 0.474 in the middle.
func TestAnyWeightsOfTwoLeavesGiveTotalsThatAreUniform(t *testing.T) {
	r := evaluateExact(t, rooted(pointed("x", "90"), pointed("y", "10")), columnsData("x", "40", "y", "100"))
	o := simulate(t, r, score.Simulation{Seed: 7, Replications: 4000, AnyWeights: true}).Units[0]
	assert.InDelta(t, 43, floatOf(o.TotalLow), 0.83)
	assert.InDelta(t, 70, floatOf(o.TotalMedian), 1.9)
	assert.InDelta(t, 97, floatOf(o.TotalHigh), 0.83)
	o = simulate(t, r, score.Simulation{Seed: 7, Replications: 4000, AnyWeights: true, Confidence: literal("0.5")}).Units[0]
	assert.InDelta(t, 55, floatOf(o.TotalLow), 1.65, "0.411 at 25 %")
	assert.InDelta(t, 85, floatOf(o.TotalHigh), 1.65)
}

// The first of three weights that are uniform over all has the density 2 (1 − w): its quantile p is 1 − √(1 − p), 2.532, 29.289
// and 77.639 in per cent. For n = 4000 they stray by 0.177, 0.559 and 0.771.
func TestAnyWeightsOfThreeLeavesAreUniformOverAll(t *testing.T) {
	r := evaluateExact(t, rooted(pointed("x", "1"), pointed("y", "1"), pointed("z", "1"), pointed("none", "0")),
		columnsData("x", "100 0 0", "y", "0 100 0", "z", "0 0 100", "none", "0 0 999"))
	for _, o := range simulate(t, r, score.Simulation{Seed: 11, Replications: 4000, AnyWeights: true}).Units {
		assert.InDelta(t, 2.532, floatOf(o.TotalLow), 0.71)
		assert.InDelta(t, 29.289, floatOf(o.TotalMedian), 2.3)
		assert.InDelta(t, 77.639, floatOf(o.TotalHigh), 3.1)
	}
}

// Weights of 1 that vary by a half lie between 0.5 and 1.5; the share of one of two between ¼ and ¾, by default between 0.375 and
// 0.625. For 1000 draws the 5 % nearest to the ends are well inside.
func TestSpreadBoundsTheWeights(t *testing.T) {
	r := evaluateExact(t, rooted(pointed("x", "1"), pointed("y", "1")), columnsData("x", "0", "y", "100"))
	for _, c := range []struct {
		name, spread string
		low, high    float64
	}{
		{"by default a quarter", "", 37.5, 62.5},
		{"a half", "0.5", 25, 75},
		{"all of itself", "1", 0, 100},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := simulate(t, r, score.Simulation{Replications: 1000, Spread: literal(c.spread), Confidence: literal("0.9999")}).Units[0]
			assert.GreaterOrEqual(t, floatOf(o.TotalLow), c.low)
			assert.LessOrEqual(t, floatOf(o.TotalHigh), c.high)
			assert.Less(t, floatOf(o.TotalLow), c.low+(50-c.low)*0.3, "and comes near")
			assert.Greater(t, floatOf(o.TotalHigh), c.high-(50-c.low)*0.3)
		})
	}
}

func TestAUnitThatIsBetterEverywhereIsAlwaysFirst(t *testing.T) {
	r := evaluateExact(t, rooted(pointed("x", "5"), pointed("y", "3"), pointed("z", "2")),
		columnsData("x", "50 90 60", "y", "60 80 20", "z", "10 70 65"))
	s := score.Simulation{Replications: 500, AnyWeights: true, Aggregations: []score.Aggregation{{Method: score.Geometric}, {Method: score.Harmonic}}}
	units := simulate(t, r, s).Units
	assert.Equal(t, [3]int{1, 1, 1}, [3]int{units[1].Low, units[1].Median, units[1].High})
	assert.Equal(t, "1", worded(units[1].Mean))
	assert.Equal(t, [2]int{2, 3}, [2]int{units[0].Low, units[0].High}, "the others change places")
	assert.Equal(t, [2]int{2, 3}, [2]int{units[2].Low, units[2].High})
	// The ranks of the three add up to 6 in every replication.
	assert.Equal(t, "5", worded(units[0].Mean.Add(units[2].Mean)))
}

// 4 and 9 are 6.5 on the arithmetic and 6 on the geometric mean. Each is tried half of the time: of 1000 draws a share strays by
// 0.016.
func TestOtherAggregationsAreTriedAsOften(t *testing.T) {
	sheet := rooted(pointed("x", "1"), pointed("y", "1"))
	sheet.Grades = []score.Grade{{Name: "A", AtLeast: literal("6.25")}, {Name: "B"}}
	r := evaluateExact(t, sheet, columnsData("x", "4", "y", "9"))
	o := simulate(t, r, score.Simulation{Replications: 1000, Spread: literal("0"), Aggregations: []score.Aggregation{{Method: score.Geometric}}}).Units[0]
	assert.InDelta(t, 6, floatOf(o.TotalLow), 1e-12)
	assert.InDelta(t, 6.5, floatOf(o.TotalHigh), 1e-12)
	assert.InDelta(t, 0.5, floatOf(o.Grades[0].Share), 0.065)
	assert.Equal(t, "1", worded(o.Grades[0].Share.Add(o.Grades[1].Share)))
}

// 0, 5 and 10 are 0, 50 and 100 by the range, and −1, 0 and 1 in standard deviations, which is 5; where less is better the other
// way round. The leaf of points is not touched.
func TestOtherRulesAreTriedWhereUnitsAreCompared(t *testing.T) {
	for direction, ends := range map[indicator.Direction][3][2]float64{
		more: {{-1, 0}, {0, 50}, {1, 100}}, less: {{1, 100}, {0, 50}, {-1, 0}},
	} {
		sheet := rooted(leafNode("x", score.Rule{Kind: score.MinMax, Direction: direction}), pointed("y", "0"))
		sheet.Root.Children[0].Weight = literal("1")
		r := evaluateExact(t, sheet, columnsData("x", "0 5 10", "y", "7 7 7"))
		for u, o := range simulate(t, r, score.Simulation{Replications: 200, Spread: literal("0"), Rules: []score.Rule{{Kind: score.ZScore, Scale: scaleOf(0, 1)}}}).Units {
			assert.InDelta(t, ends[u][0], floatOf(o.TotalLow), 1e-12)
			assert.InDelta(t, ends[u][1], floatOf(o.TotalHigh), 1e-12)
		}
	}
}

// The geometric mean of a score of 0 is missing. It is tried half of the time: of 1000 draws the number strays by 16.
func TestReplicationsWithoutATotalAreCounted(t *testing.T) {
	sheet := rooted(pointed("x", "1"), pointed("y", "1"))
	sheet.Grades = []score.Grade{{Name: "A", AtLeast: literal("40")}, {Name: "B", AtLeast: literal("30")}, {Name: "C"}}
	r := evaluateExact(t, sheet, columnsData("x", "0 70 -", "y", "80 70 60"))
	units := simulate(t, r, score.Simulation{Replications: 1000, Aggregations: []score.Aggregation{{Method: score.Geometric}}}).Units
	assert.InDelta(t, 500, float64(units[0].Missing), 65)
	shares := indicator.IntRatio(0, 1)
	for _, g := range units[0].Grades {
		shares = shares.Add(g.Share)
	}
	assert.Equal(t, "1", worded(shares), "shares are of the replications with a total")
	assert.Equal(t, [2]int{2, 2}, [2]int{units[0].Low, units[0].High}, "and so are ranks")
	assert.Equal(t, 0, units[1].Missing)
	assert.Equal(t, score.Range{
		Rank: indicator.Missing(indicator.NoObservation), Total: indicator.Missing(indicator.NoObservation), Missing: 1000,
		Mean: indicator.Missing(indicator.NotDefined), TotalLow: indicator.Missing(indicator.NotDefined),
		TotalMedian: indicator.Missing(indicator.NotDefined), TotalHigh: indicator.Missing(indicator.NotDefined),
	}, units[2], "a unit that never has a total has no interval")
}

// b has the veto; of c its number is missing; d has no total on the sheet's own harmonic mean, and the veto all the same.
func TestVetoesHoldInEveryReplication(t *testing.T) {
	sheet := rooted(pointed("x", "1"), pointed("y", "1"))
	sheet.Root.Aggregation.Method = score.Harmonic
	sheet.Grades = []score.Grade{{Name: "A", AtLeast: literal("40")}, {Name: "B", AtLeast: literal("20")}, {Name: "C"}}
	sheet.Vetoes = []score.Veto{{Code: "v", Name: "V", AtMost: literal("0"), Grade: "B"}}
	r := evaluateExact(t, sheet, columnsData("x", "90 90 90 0", "y", "90 90 90 99", "v", "0 1 - 1"))
	units := simulate(t, r, score.Simulation{Replications: 200, Aggregations: []score.Aggregation{{}}}).Units
	share := func(u, grade int) string { return worded(units[u].Grades[grade].Share) }
	assert.Equal(t, "1", share(0, 0))
	assert.Equal(t, []string{"0", "1", "0"}, []string{share(1, 0), share(1, 1), share(1, 2)})
	assert.Empty(t, units[2].Grades, "where the number of a veto is missing no grade is known")
	assert.Equal(t, 0, units[2].Missing, "the total is")
	assert.Equal(t, []string{"0", "1", "0"}, []string{share(3, 0), share(3, 1), share(3, 2)})
	assert.InDelta(t, 100, float64(units[3].Missing), 29, "four times 7.1")
}

// Whatever the weights, the mean of 80, 80 and 80 is 80, and the mean of 60.3s is 60.3.
func TestATotalAtABoundReachesItHoweverTheWeightsAreRounded(t *testing.T) {
	sheet := rooted(pointed("x", "3"), pointed("y", "7"), pointed("z", "11"))
	sheet.Grades = []score.Grade{{Name: "A", AtLeast: literal("80")}, {Name: "B", AtLeast: literal("60.3")}, {Name: "C"}}
	r := evaluateExact(t, sheet, columnsData("x", "80 60.3", "y", "80 60.3", "z", "80 60.3"))
	units := simulate(t, r, score.Simulation{Replications: 1000}).Units
	assert.Equal(t, "1", worded(units[0].Grades[0].Share))
	assert.Equal(t, "1", worded(units[1].Grades[1].Share))
	assert.Equal(t, "80", worded(units[0].TotalLow))
}

// By the sheet the ranks are 1, 2, 2 and 3; drawn ones are 1, 2, 2 and 4.
func TestEqualTotalsThatAreDrawnShareTheFirstRank(t *testing.T) {
	sheet := leafSheet(score.Rule{Kind: score.Points})
	sheet.Ties = score.TiesDense
	units := simulate(t, evaluateExact(t, sheet, rowData("9 7 7 5")), score.Simulation{Replications: 20}).Units
	assert.Equal(t, []string{"1", "2", "2", "3"}, []string{worded(units[0].Rank), worded(units[1].Rank), worded(units[2].Rank), worded(units[3].Rank)})
	assert.Equal(t, []int{1, 2, 2, 4}, []int{units[0].Median, units[1].Median, units[2].Median, units[3].Median})
}

// b has the scores of a in another order, under equal weights. In float64 their means differ in the last place, in that order.
func TestTotalsWithinTheErrorOfEachOtherShareARank(t *testing.T) {
	for _, method := range []score.AggregationMethod{score.Arithmetic, score.Harmonic, score.Geometric} {
		sheet := rooted(pointed("x", "1"), pointed("y", "1"), pointed("z", "1"))
		sheet.Root.Aggregation.Method = method
		r := evaluateExact(t, sheet, columnsData("x", "57 87.9 10", "y", "87.9 52.2 10", "z", "52.2 57 10"))
		s := score.Simulation{Replications: 200, Spread: literal("0"), Confidence: literal("0.999")}
		units := simulate(t, r, s).Units
		for u, rank := range []int{1, 1, 3} {
			assert.Equal(t, [3]int{rank, rank, rank}, [3]int{units[u].Low, units[u].Median, units[u].High}, method)
			assert.Equal(t, "1", worded(units[u].Rank.Quo(units[u].Mean)), "as by the sheet itself")
		}
		shift := sensitivity(t, r, score.Simulation{Replications: 50, Spread: literal("0")}).Shift
		assert.Equal(t, "0", worded(shift.Variance), "and none moves")
	}
}

// a is better in both than b, so Copeland gives 1 and −1 whatever the weights, and so do the means above.
func TestMeansOfCountsAreSimulated(t *testing.T) {
	for _, method := range []score.AggregationMethod{score.Arithmetic, score.Topsis} {
		inner := branch("inner", "1", pointed("x", "1"), pointed("y", "1"))
		inner.Aggregation.Method = score.Copeland
		sheet := rooted(branch("middle", "1", inner))
		sheet.Root.Aggregation.Method = method
		units := simulate(t, evaluateExact(t, sheet, columnsData("x", "5 3", "y", "4 2")), score.Simulation{Replications: 50}).Units
		want := map[score.AggregationMethod][2]string{score.Arithmetic: {"1", "-1"}, score.Topsis: {"100", "0"}}[method]
		assert.InDelta(t, floatOf(literal(want[0]).Ratio(indicator.NotDefined)), floatOf(units[0].TotalMedian), 1e-12)
		assert.InDelta(t, floatOf(literal(want[1]).Ratio(indicator.NotDefined)), floatOf(units[1].TotalMedian), 1e-12)
	}
}

func TestTheMostThatATotalCanBeHoldsInEveryReplication(t *testing.T) {
	sheet := rooted(pointed("x", "1"), pointed("y", "1"))
	sheet.Most, sheet.Bonuses = literal("75"), []score.Node{leafNode("bonus", score.Rule{Kind: score.Points})}
	r := evaluateExact(t, sheet, columnsData("x", "50 50", "y", "90 90", "bonus", "5 -"))
	units := simulate(t, r, score.Simulation{Replications: 500}).Units
	assert.Equal(t, "75", worded(units[0].TotalHigh))
	assert.Less(t, floatOf(units[0].TotalLow), 74.0)
	assert.Equal(t, 500, units[1].Missing, "a bonus that is missing leaves no total")
}
