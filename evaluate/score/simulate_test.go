package score_test

import (
	"context"
	"encoding/json"
	"errors"
	"math/big"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/planeval/planeval/evaluate/score"
	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/internal/golden"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// districts has four units, of which c lacks a score, two dimensions, grades, a veto and a bonus, and rules that compare.
func districts(t *testing.T) *score.Result {
	t.Helper()
	compared := func(code, weight string, direction indicator.Direction) score.Node {
		n := leafNode(code, score.Rule{Kind: score.MinMax, Direction: direction, Scale: scaleOf(1, 100)})
		n.Weight = literal(weight)
		return n
	}
	first := branch("economy", "60", compared("income", "50", more), compared("debt", "50", less))
	first.Missing.Drop = true
	sheet := rooted(first, branch("society", "40", compared("doctors", "30", more), compared("schools", "70", more)))
	sheet.Grades = []score.Grade{{Name: "A", AtLeast: literal("60")}, {Name: "B", AtLeast: literal("40")}, {Name: "C"}}
	sheet.Vetoes = []score.Veto{{Code: "fires", Name: "Fires", AtMost: literal("2"), Grade: "B"}}
	sheet.Bonuses = []score.Node{leafNode("award", score.Rule{Kind: score.Points})}
	return evaluateExact(t, sheet, columnsData(
		"income", "51.3 48.2 60.1 44.9", "debt", "30 22 - 41", "doctors", "2.1 3.3 2.9 1.8", "schools", "12 15 11 19", "fires", "0 3 1 0", "award", "0 1.5 0 2"))
}

// alternatives tries other means and another rule beside those of the sheet.
func alternatives() score.Simulation {
	return score.Simulation{
		Seed: 2026, Replications: 500, Aggregations: []score.Aggregation{{Method: score.Geometric}, {Method: score.PowerMean, Power: literal("0.5")}},
		Rules: []score.Rule{{Kind: score.ZScore, Scale: scaleOf(50, 60)}},
	}
}

func simulate(t *testing.T, r *score.Result, s score.Simulation) score.Ranges {
	t.Helper()
	ranges, err := r.Simulate(context.Background(), s)
	require.NoError(t, err)
	return ranges
}

// The file was written on one machine; another must come to the same bytes.
func TestASimulationIsTheSameOnEveryMachine(t *testing.T) {
	text, err := json.MarshalIndent(simulate(t, districts(t), alternatives()), "", "  ")
	require.NoError(t, err)
	golden.Compare(t, "testdata/simulation.golden.json", append(text, '\n'))
}

func TestASimulationDependsOnItsSeedAndNotOnItsWorkers(t *testing.T) {
	r, s := districts(t), alternatives()
	one := simulate(t, r, s)
	for _, workers := range []int{1, 2, 7} {
		s.Workers, s.Progress = workers, func(int, int) {}
		assert.Equal(t, one, simulate(t, r, s), "%d workers", workers)
	}
	s = alternatives()
	s.Seed++
	assert.NotEqual(t, one.Units, simulate(t, r, s).Units, "another seed")
	s = alternatives()
	s.AnyWeights = true
	assert.NotEqual(t, one.Units, simulate(t, r, s).Units, "another way of drawing weights")
}

// waitForGoroutines gives those that have ended the time to be gone.
func waitForGoroutines(most int) int {
	for range 200 {
		if runtime.NumGoroutine() <= most {
			break
		}
		time.Sleep(5 * time.Millisecond)
	}
	return runtime.NumGoroutine()
}

func TestASimulationEndsWithItsContext(t *testing.T) {
	r := districts(t)
	before := runtime.NumGoroutine()
	ctx, cancel := context.WithCancel(context.Background())
	s := score.Simulation{Replications: 200_000, Workers: 3}
	calls := 0
	s.Progress = func(done, total int) {
		assert.Less(t, done, total, "it ends before all is done")
		if calls++; calls == 3 {
			cancel()
		}
	}
	ranges, err := r.Simulate(ctx, s)
	assert.ErrorIs(t, err, context.Canceled)
	assert.Equal(t, score.Ranges{}, ranges, "no outcome comes with an error")
	assert.Less(t, calls, 100)

	s.Progress = func(int, int) { assert.Fail(t, "nothing is done in a context that has ended") }
	_, err = r.Simulate(ctx, s)
	assert.ErrorIs(t, err, context.Canceled)
	_, err = r.Sensitivity(ctx, score.Simulation{Replications: 100})
	assert.ErrorIs(t, err, context.Canceled)
	assert.LessOrEqual(t, waitForGoroutines(before), before, "no goroutine is left")
}

func TestProgressRisesUpToTheTotal(t *testing.T) {
	for _, workers := range []int{0, 1, 5} {
		last := 0
		simulate(t, districts(t), score.Simulation{Replications: 1000, Workers: workers, Progress: func(done, total int) {
			assert.Greater(t, done, last)
			assert.Equal(t, 1000, total)
			last = done
		}})
		assert.Equal(t, 1000, last)
	}
}

func TestWithoutSpreadEveryIntervalIsThePoint(t *testing.T) {
	r := districts(t)
	for u, o := range simulate(t, r, score.Simulation{Replications: 50, Spread: literal("0")}).Units {
		rank, _ := r.Totals[u].Rank.Rank.Round(0, indicator.HalfUp)
		n, _ := rank.Int()
		assert.Equal(t, [3]int{n, n, n}, [3]int{o.Low, o.Median, o.High})
		assert.Equal(t, r.Totals[u].Rank.Rank, o.Rank)
		assert.Equal(t, r.Totals[u].Rank.Rank.String(), o.Mean.String())
		assert.Equal(t, r.Totals[u].Score, o.Total)
		for _, x := range []indicator.Ratio{o.TotalLow, o.TotalMedian, o.TotalHigh} {
			assert.False(t, apart(fractionOf(x), fractionOf(o.Total), big.NewRat(1, 1e12)), "%s is not %s", x, o.Total)
		}
		for _, g := range o.Grades {
			want := "0"
			if g.Name == r.Totals[u].Grade.Name {
				want = "1"
			}
			assert.Equal(t, want, worded(g.Share), g.Name)
		}
	}
}

func simulationFaults(err error) string {
	var faults indicator.Faults
	errors.As(err, &faults)
	var words []string
	for _, f := range faults {
		words = append(words, f.Path+" "+string(f.Rule))
	}
	return strings.Join(words, ", ")
}

func TestASimulationThatIsNotInOrderIsRefused(t *testing.T) {
	for _, c := range []struct {
		name       string
		simulation score.Simulation
		faults     string
	}{
		{"no replications", score.Simulation{}, "/replications range"},
		{"more replications than there may be", score.Simulation{Replications: score.MostReplications + 1}, "/replications range"},
		{"a spread above 1 would give weights below 0", score.Simulation{Replications: 9, Spread: literal("1.01")}, "/spread range"},
		{"a spread below 0", score.Simulation{Replications: 9, Spread: literal("-0.1")}, "/spread range"},
		{"any weights have no spread", score.Simulation{Replications: 9, Spread: literal("0.1"), AnyWeights: true}, "/spread conflict"},
		{"an aggregation that is no mean gives another scale", score.Simulation{Replications: 9, Aggregations: []score.Aggregation{{}, {Method: score.Topsis}}}, "/aggregations/1/method conflict"},
		{"a power mean needs a power", score.Simulation{Replications: 9, Aggregations: []score.Aggregation{{Method: score.PowerMean}}}, "/aggregations/0/power required"},
		{"an aggregation that there is not", score.Simulation{Replications: 9, Aggregations: []score.Aggregation{{Method: "mode"}}}, "/aggregations/0/method enum"},
		{"a rule that does not compare units", score.Simulation{Replications: 9, Rules: []score.Rule{{Kind: score.Attainment}}}, "/rules/0/kind conflict"},
		{"a rule that there is not", score.Simulation{Replications: 9, Rules: []score.Rule{{Kind: "stars"}}}, "/rules/0/kind conflict"},
		{"a rule with what it does not look at", score.Simulation{Replications: 9, Rules: []score.Rule{{Kind: score.MinMax, Target: literal("3")}}}, "/rules/0/target conflict"},
		{"a rule with a direction of its own", score.Simulation{Replications: 9, Rules: []score.Rule{{Kind: score.MinMax}, {Kind: score.MinMax, Direction: less}}}, "/rules/1 conflict"},
		{"a rule with outliers of its own", score.Simulation{Replications: 9, Rules: []score.Rule{{Kind: score.MinMax, Outliers: score.Outliers{Count: 2}}}}, "/rules/0 conflict"},
		{"a rule with an imputation of its own", score.Simulation{Replications: 9, Rules: []score.Rule{{Kind: score.MinMax, Impute: score.Impute{By: score.ByMean}}}}, "/rules/0 conflict"},
		{"standard deviations without a scale", score.Simulation{Replications: 9, Rules: []score.Rule{{Kind: score.ZScore}}}, "/rules/0/scale required"},
		{"ranks without a scale", score.Simulation{Replications: 9, Rules: []score.Rule{{Kind: score.Rank}}}, "/rules/0/scale required"},
		{"half a scale", score.Simulation{Replications: 9, Rules: []score.Rule{{Kind: score.Rank, Scale: score.Scale{To: literal("1")}}}}, "/rules/0/scale required"},
		{"a confidence of 0", score.Simulation{Replications: 9, Confidence: literal("0")}, "/confidence range"},
		{"a confidence of 1", score.Simulation{Replications: 9, Confidence: literal("1")}, "/confidence range"},
		{"fewer workers than none", score.Simulation{Replications: 9, Workers: -1}, "/workers range"},
		{"more workers than there may be", score.Simulation{Replications: 9, Workers: 257}, "/workers range"},
		{"all faults at once", score.Simulation{Spread: literal("2"), Confidence: literal("3"), Workers: 999}, "/replications range, /spread range, /confidence range, /workers range"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := districts(t)
			ranges, err := r.Simulate(context.Background(), c.simulation)
			assert.Equal(t, c.faults, simulationFaults(err))
			assert.Equal(t, score.Ranges{}, ranges)
			assert.Equal(t, c.faults, simulationFaults(c.simulation.Validate().Err()))
			found, err := r.Sensitivity(context.Background(), c.simulation)
			assert.Equal(t, c.faults, simulationFaults(err), "a sensitivity analysis has the same")
			assert.Equal(t, score.Sensitivity{}, found)
		})
	}
	assert.Empty(t, score.Simulation{Replications: 1, Spread: literal("1"), Workers: 256, Confidence: literal("0.999")}.Validate(), "the ends are in order")
}

// 10,000,000 totals at most: of 11 units a million are too many, of 10 not.
func TestTheTotalsThatAreDrawnAreLimited(t *testing.T) {
	sheet, data := made(11)
	r := evaluateExact(t, sheet, data)
	_, err := r.Simulate(context.Background(), score.Simulation{Replications: score.MostReplications})
	assert.Equal(t, "/replications range", simulationFaults(err))
	// 12 outputs of 15 runs: 13 nodes with children, and the two samples.
	_, err = r.Sensitivity(context.Background(), score.Simulation{Replications: 55_556})
	assert.Equal(t, "/replications range", simulationFaults(err))
	_, err = r.Sensitivity(context.Background(), score.Simulation{Replications: 1})
	assert.Equal(t, "/replications range", simulationFaults(err), "a variance needs two")
}
