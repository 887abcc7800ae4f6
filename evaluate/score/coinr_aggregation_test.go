package score_test

import (
	"maps"
	"math/big"
	"slices"
	"strings"
	"testing"

	"github.com/planeval/planeval/evaluate/score"
	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// tree returns a node of the structure with all that is below it; setting makes settings of nodes with children.
func (c connectivity) tree(t *testing.T, code string, equal bool, rule score.Rule, setting func(*score.Node)) score.Node {
	t.Helper()
	for _, r := range c.structure {
		if r["iCode"] != code {
			continue
		}
		n := score.Node{Code: code, Name: r["iName"]}
		if !equal {
			n.Weight = observed(t, r["Weight"])
		}
		if r["Type"] == "Indicator" {
			rule.Direction = direction(r)
			n.Rule = &rule
			return n
		}
		n.Weighting.Relative = !equal
		if equal {
			n.Weighting.Method = score.EqualWeights
		}
		setting(&n)
		for _, child := range c.structure {
			if child["Parent"] == code {
				n.Children = append(n.Children, c.tree(t, child["iCode"], equal, rule, setting))
			}
		}
		return n
	}
	t.Fatalf("no %s", code)
	return score.Node{}
}

// aggregations are COINr's methods and how they are said here. COINr leaves out what is missing, and below the threshold
// gives nothing; its generalised mean alone gives nothing where anything is missing.
var aggregations = map[string]func(*score.Node){
	"a_amean":         func(n *score.Node) { n.Missing.Drop = true },
	"a_gmean":         func(n *score.Node) { n.Missing.Drop, n.Aggregation.Method = true, score.Geometric },
	"a_hmean":         func(n *score.Node) { n.Missing.Drop, n.Aggregation.Method = true, score.Harmonic },
	"a_genmean|p=-1":  powerMean("-1"),
	"a_genmean|p=0.5": powerMean("0.5"),
	"a_genmean|p=2":   powerMean("2"),
	"amean":           func(n *score.Node) { n.Missing.Drop = true },
	"gmean":           func(n *score.Node) { n.Missing.Drop, n.Aggregation.Method = true, score.Geometric },
	"hmean":           func(n *score.Node) { n.Missing.Drop, n.Aggregation.Method = true, score.Harmonic },
	"genmean_p2":      powerMean("2"),
	"genmean_pm1":     powerMean("-1"),
}

func powerMean(p string) func(*score.Node) {
	return func(n *score.Node) {
		n.Aggregation = score.Aggregation{Method: score.PowerMean, Power: indicator.MustValue(p)}
	}
}

func TestAggregationAndRanksAreThoseOfCOINr(t *testing.T) {
	asem := asem(t)
	byMethod := map[string][]record{}
	for _, r := range records(t, "aggregated_long.csv") {
		byMethod[r["method"]] = append(byMethod[r["method"]], r)
	}
	require.Len(t, byMethod, 15)
	missing := 0
	for method, rows := range byMethod {
		t.Run(method, func(t *testing.T) {
			name := strings.TrimSuffix(strings.TrimSuffix(method, "|nothresh"), "|thresh0.9")
			name, equal := strings.CutSuffix(name, "|equal")
			set := aggregations[strings.TrimSuffix(name, "|unequal")]
			require.NotNil(t, set)
			setting := func(n *score.Node) {
				set(n)
				if strings.HasSuffix(method, "|thresh0.9") {
					n.Missing.Share = indicator.MustValue("0.9")
				}
			}
			rule := score.Rule{Kind: score.MinMax, Scale: scaleOf(1, 100)}
			whole := asem.tree(t, "Index", equal, rule, setting)
			e := evaluateBoth(t, whole, asem.data(t, whole))
			ranked := map[string]evaluated{} // each node as the root of a sheet of its own: ranks are those of totals
			for _, r := range rows {
				unit, code := asem.units[r["uCode"]], r["iCode"]
				e.conforms(t, r["value"], unit, code)
				if noNumber(r["value"]) {
					missing++
				}
				if _, ok := ranked[code]; !ok {
					part := asem.tree(t, code, equal, rule, setting)
					ranked[code] = evaluateBoth(t, part, asem.data(t, part))
				}
				for _, result := range []*score.Result{ranked[code].exact, ranked[code].float} {
					rank := result.Totals[unit].Rank.Rank
					if noNumber(r["rank"]) {
						assert.NotEqual(t, indicator.Present, rank.Missing(), "%s of %s", code, r["uCode"])
						continue
					}
					assert.Equal(t, r["rank"], rank.String(), "%s of %s", code, r["uCode"])
				}
			}
			assert.Len(t, rows, 253)
		})
	}
	assert.Equal(t, 9*33, missing, "below the threshold of six methods, and with a gap in the three generalised means")
}

func TestMeansOfShortListsAreThoseOfCOINr(t *testing.T) {
	rows, missing := 0, 0
	for _, r := range records(t, "aggregation_vectors.csv") {
		rows++
		for _, method := range []string{"amean", "gmean", "hmean", "genmean_p2", "genmean_pm1"} {
			root := score.Node{Code: "root", Weighting: score.Weighting{Relative: true}}
			aggregations[method](&root)
			data := score.Data{Units: []score.Unit{{Code: "unit", Name: "unit"}}}
			weights := r.list("w")
			for i, x := range r.list("x") {
				code := indicator.IntValue(int64(i)).String()
				root.Children = append(root.Children, score.Node{
					Code: code, Name: code, Weight: observed(t, weights[i]), Rule: &score.Rule{Kind: score.Points},
				})
				data.Columns = append(data.Columns, score.Column{Leaf: code, Values: []indicator.Value{observed(t, x)}})
			}
			if noNumber(r[method]) {
				missing++
			}
			evaluateBoth(t, root, data).conforms(t, r[method], 0, "root", r["id"], method)
		}
	}
	assert.Equal(t, 120, rows)
	assert.Equal(t, 63, missing, "one list is empty; 30 have a gap, which the generalised mean does not leave out")
}

func TestEffectiveWeightsAreThoseOfCOINr(t *testing.T) {
	asem := asem(t)
	root := asem.tree(t, "Index", false, score.Rule{Kind: score.MinMax}, func(*score.Node) {})
	e := evaluateBoth(t, root, asem.data(t, root))
	weights, leaves := map[string][2]score.ChildWeight{}, indicator.IntRatio(0, 1)
	for k, node := range e.exact.Weights {
		for j, child := range node.Children {
			weights[child.Code] = [2]score.ChildWeight{child, e.float.Weights[k].Children[j]}
			if _, leaf := asem.indicators[child.Code]; leaf {
				leaves = leaves.Add(child.Effective)
			}
		}
	}
	assert.Equal(t, "1", leaves.String(), "those of the leaves add up to 1")
	rows := 0
	for _, r := range records(t, "effective_weights.csv") {
		rows++
		w, ok := weights[r["iCode"]]
		if r["iCode"] == "Index" { // the root has no weight here, and all of the effect
			assert.False(t, ok)
			assert.Equal(t, "1", r["EffWeight"])
			continue
		}
		require.True(t, ok, r["iCode"])
		conforms(t, r["Weight"], w[0].Weight, w[1].Weight, r["iCode"])
		conforms(t, r["EffWeight"], w[0].Effective, w[1].Effective, r["iCode"])
	}
	assert.Equal(t, 60, rows)
}

// better says how the children of two units are weighed against each other: a gap is a child that one of them lacks.
type better func(won, lost, gap *big.Rat) int

// The difference from COINr: it gives the weight of a gap to the unit that stands later, so that the order of the rows decides.
// Ours leaves gaps out, or without Drop the units that have any.
var (
	gapToLater  better = func(won, lost, gap *big.Rat) int { return won.Cmp(new(big.Rat).Add(lost, gap)) }
	gapsLeftOut better = func(won, lost, _ *big.Rat) int { return won.Cmp(lost) }
)

// victories counts for each of the units how many it beats less how many beat it.
func (c connectivity) victories(t *testing.T, group string, units []int, by better) map[int]int64 {
	t.Helper()
	list := map[int]int64{}
	for i, a := range units {
		list[a] += 0
		for _, b := range units[i+1:] {
			won, lost, even, gap := new(big.Rat), new(big.Rat), new(big.Rat), new(big.Rat)
			for _, r := range c.indicators {
				if r["Parent"] != group {
					continue
				}
				x, y, side := c.raw[a][r["iCode"]], c.raw[b][r["iCode"]], even
				if noNumber(x) || noNumber(y) {
					side = gap
				} else if order := rational(t, x).Cmp(rational(t, y)); order != 0 {
					side = won
					if (order < 0) == (direction(r) == indicator.Increase) {
						side = lost
					}
				}
				side.Add(side, rational(t, r["Weight"]))
			}
			result := int64(by(won, lost, gap))
			list[a], list[b] = list[a]+result, list[b]-result
		}
	}
	return list
}

func TestCopelandIsThatOfCOINrButForGaps(t *testing.T) {
	asem := asem(t)
	byGroup := map[string][]record{}
	for _, r := range records(t, "copeland_pillars.csv") {
		byGroup[r["group"]] = append(byGroup[r["group"]], r)
	}
	rows, differing := 0, map[bool]int{}
	for _, group := range slices.Sorted(maps.Keys(byGroup)) {
		var all, complete []int
		for unit, country := range asem.raw {
			all = append(all, unit)
			gaps := 0
			for code, r := range asem.indicators {
				if r["Parent"] == group && noNumber(country[code]) {
					gaps++
				}
			}
			if gaps == 0 {
				complete = append(complete, unit)
			}
		}
		theirs := asem.victories(t, group, all, gapToLater)
		for _, drop := range []bool{true, false} {
			ours := asem.victories(t, group, map[bool][]int{true: all, false: complete}[drop], gapsLeftOut)
			root := asem.tree(t, group, false, score.Rule{Kind: score.MinMax}, func(n *score.Node) {
				n.Aggregation.Method, n.Missing.Drop = score.Copeland, drop
			})
			e := evaluateBoth(t, root, asem.data(t, root))
			for _, r := range byGroup[group] {
				rows++
				unit := asem.units[r["uCode"]]
				require.Equal(t, r["copeland"], indicator.IntValue(theirs[unit]).String(), "the weight of a gap goes to the later unit")
				want := ""
				if score, ok := ours[unit]; ok {
					want = indicator.IntValue(score).String()
				}
				if want != r["copeland"] {
					differing[drop]++
				}
				e.conforms(t, want, unit, group)
			}
		}
	}
	assert.Equal(t, 2*408, rows)
	assert.Equal(t, map[bool]int{true: 166, false: 350}, differing, "rows, with Drop and without")
}
