package score_test

import (
	"math/big"
	"strings"
	"testing"

	"github.com/planeval/planeval/evaluate/score"
	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The differences from COINr's normalisation, by what they are, with the number of rows.
const (
	// COINr takes x ÷ max of −x where less is better: the worst country gets the greatest number, and ÷ 0 Inf. Ours is
	// 1 − x ÷ the greatest.
	fracmaxOfCosts = "fracmax where less is better"
	// The country referred to has the worst value itself: COINr divides by 0, ours is missing as all have reached it.
	worstReference = "dist2ref to the worst value"
	// The target is no better than the worst value: COINr divides by a distance below 0, so that the best get the least. All
	// have reached it, so ours is the whole scale or, without a cap, missing.
	metByAll = "dist2targ to no better than the worst value"
)

func TestNormalisationIsThatOfCOINr(t *testing.T) {
	asem := asem(t)
	rules := asem.normalisations(t)
	results := map[string]evaluated{}
	for method, rule := range rules {
		root := asem.leaves(rule)
		results[method] = evaluateBoth(t, root, asem.data(t, root))
	}
	checked, differing := map[string]int{}, map[string]int{}
	for _, r := range records(t, "normalised_long.csv") {
		method, code, unit := r["method"], r["iCode"], asem.units[r["uCode"]]
		e := results[method]
		require.NotNil(t, e.exact, method)
		checked[method]++
		raw := asem.raw[unit][code]
		switch {
		case method == "fracmax" && direction(asem.indicators[code]) == indicator.Decrease && !noNumber(raw):
			differing[fracmaxOfCosts]++
			share := new(big.Rat).Quo(rational(t, raw), asem.worst(t, code)) // the greatest
			e.conforms(t, share.Sub(big.NewRat(1, 1), share).FloatString(30), unit, code, fracmaxOfCosts)
		case method == "dist2ref_row1_nocap" && !noNumber(raw) && asem.worst(t, code).Cmp(rational(t, asem.raw[0][code])) == 0:
			differing[worstReference]++
			assert.True(t, noNumber(r["value"]), "COINr divides by 0")
			assert.Equal(t, indicator.AlreadyMet, e.exact.Score(unit, code).Missing())
			assert.Equal(t, indicator.AlreadyMet, e.float.Score(unit, code).Missing())
		default:
			e.conforms(t, r["value"], unit, code, method)
		}
	}
	require.Len(t, checked, len(rules))
	for method, rows := range checked {
		assert.Equal(t, 460, rows, method)
	}
	assert.Equal(t, map[string]int{fracmaxOfCosts: 157, worstReference: 46}, differing)
}

// worst returns the worst value of all countries.
func (c connectivity) worst(t *testing.T, code string) *big.Rat {
	t.Helper()
	return extreme(t, c.column(code), direction(c.indicators[code]) == indicator.Decrease)
}

// extreme returns the greatest or the least of the numbers of a list.
func extreme(t *testing.T, list []string, greatest bool) *big.Rat {
	t.Helper()
	var found *big.Rat
	for _, s := range list {
		if noNumber(s) {
			continue
		}
		if x := rational(t, s); found == nil || (x.Cmp(found) > 0) == greatest {
			found = x
		}
	}
	return found
}

func TestGoalpostsAtATenthOfTheRangeGiveTenAndNinetyOfMinMax(t *testing.T) {
	asem := asem(t)
	root := asem.leaves(func(code string) score.Rule {
		posts := asem.goalposts[code]
		return score.Rule{
			Kind: score.Goalposts, Low: observed(t, posts["goalpost_lower"]), High: observed(t, posts["goalpost_upper"]),
			Scale: scaleOf(10, 90), Open: true,
		}
	})
	posts := evaluateBoth(t, root, asem.data(t, root))
	root = asem.leaves(func(string) score.Rule { return score.Rule{Kind: score.MinMax} })
	ends := evaluateBoth(t, root, asem.data(t, root))
	rows := 0
	for code := range asem.goalposts {
		rows++
		for unit := range asem.raw {
			if x := ends.exact.Score(unit, code); x.Missing() == indicator.Present {
				want, _ := parted(t, x)
				posts.conforms(t, want.FloatString(30), unit, code)
			}
		}
	}
	assert.Equal(t, 49, rows)
}

// vectorRules are the columns of normalisation_vectors.csv and how they are said here.
func vectorRules(t *testing.T, r record) map[string]score.Rule {
	up, down := observed(t, r["target_up"]), observed(t, r["target_down"])
	low, high := indicator.IntValue(0), indicator.IntValue(50)
	return map[string]score.Rule{
		"minmax01":           {Kind: score.MinMax, Direction: indicator.Increase, Scale: scaleOf(0, 1)},
		"zscore":             {Kind: score.ZScore, Direction: indicator.Increase},
		"rank_min":           {Kind: score.Rank, Direction: indicator.Increase},
		"rank_avg":           {Kind: score.Rank, Direction: indicator.Increase, Ties: score.TiesAverage},
		"prank":              {Kind: score.PercentileRank, Direction: indicator.Increase, Scale: scaleOf(0, 1)},
		"borda":              {Kind: score.Rank, Direction: indicator.Increase, Scale: scaleOf(0, 1)},
		"dist2targ_up":       {Kind: score.DistanceToTarget, Direction: indicator.Increase, Target: up, Scale: scaleOf(0, 1), Open: true},
		"dist2targ_up_cap":   {Kind: score.DistanceToTarget, Direction: indicator.Increase, Target: up, Scale: scaleOf(0, 1)},
		"dist2targ_down":     {Kind: score.DistanceToTarget, Direction: indicator.Decrease, Target: down, Scale: scaleOf(0, 1), Open: true},
		"dist2targ_down_cap": {Kind: score.DistanceToTarget, Direction: indicator.Decrease, Target: down, Scale: scaleOf(0, 1)},
		"goalposts_0_50_100": {Kind: score.Goalposts, Direction: indicator.Increase, Low: low, High: high},
		"goalposts_down":     {Kind: score.Goalposts, Direction: indicator.Decrease, Low: low, High: high},
		"fracmax":            {Kind: score.ShareOfMost, Direction: indicator.Increase, Scale: scaleOf(0, 1)},
	}
}

func TestNormalisationOfShortListsIsThatOfCOINr(t *testing.T) {
	rows, numbers, differing := 0, 0, map[string]int{}
	for _, r := range records(t, "normalisation_vectors.csv") {
		rows++
		values := r.list("x")
		root := score.Node{Code: "root", Weighting: score.Weighting{Method: score.EqualWeights}}
		var data score.Data
		for column, rule := range vectorRules(t, r) {
			root.Children = append(root.Children, score.Node{Code: column, Name: column, Rule: &rule})
			list := score.Column{Leaf: column}
			for _, x := range values {
				list.Values = append(list.Values, observed(t, x))
			}
			data.Columns = append(data.Columns, list)
		}
		for unit := range values {
			code := indicator.IntValue(int64(unit)).String()
			data.Units = append(data.Units, score.Unit{Code: code, Name: code})
		}
		e := evaluateBoth(t, root, data)
		for column := range vectorRules(t, r) {
			want := r.list(column)
			require.Len(t, want, len(values), "%s of %s", column, r["id"])
			for unit := range values {
				numbers++
				if !noNumber(values[unit]) && metAlready(t, r, column) {
					differing[metByAll]++
					if strings.HasSuffix(column, "_cap") {
						e.conforms(t, "1", unit, column, r["id"])
						continue
					}
					assert.Equal(t, indicator.AlreadyMet, e.exact.Score(unit, column).Missing())
					assert.Equal(t, indicator.AlreadyMet, e.float.Score(unit, column).Missing())
					continue
				}
				e.conforms(t, want[unit], unit, column, r["id"])
			}
		}
	}
	assert.Equal(t, 60, rows)
	assert.Equal(t, 4628, numbers)
	assert.Equal(t, map[string]int{metByAll: 30}, differing)
}

// metAlready reports whether a column is a distance to a target that is no better than the worst value.
func metAlready(t *testing.T, r record, column string) bool {
	t.Helper()
	switch column {
	case "dist2targ_up", "dist2targ_up_cap":
		return rational(t, r["target_up"]).Cmp(extreme(t, r.list("x"), false)) <= 0
	case "dist2targ_down", "dist2targ_down_cap":
		return rational(t, r["target_down"]).Cmp(extreme(t, r.list("x"), true)) >= 0
	}
	return false
}
