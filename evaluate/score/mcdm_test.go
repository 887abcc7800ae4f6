package score_test

import (
	"bytes"
	"encoding/json"
	"math"
	"os"
	"strings"
	"testing"

	"github.com/planeval/planeval/evaluate/score"
	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// problem is a decision matrix, alternatives × criteria, or judgements.
type problem struct {
	Matrix       [][]json.Number   `json:"matrix"`
	Types        []int             `json:"types"`
	Objectives   []int             `json:"objectives"`
	Weights      []json.Number     `json:"weights"`
	Triangle     [][]json.Number   `json:"lower_triangle"`
	Criteria     [][]json.Number   `json:"criteria"`
	Alternatives [][][]json.Number `json:"alternatives"`
}

// vector is an entry of mcdm_vectors.json: a test of pymcdm or of scikit-criteria.
type vector struct {
	problem
	Source    string          `json:"source"`
	File      string          `json:"file"`
	Test      string          `json:"test"`
	Method    string          `json:"method"`
	Note      string          `json:"note"`
	Tolerance string          `json:"tolerance"`
	Input     *problem        `json:"input"` // of scikit-criteria
	Expected  json.RawMessage `json:"expected"`
	Rerun     []json.Number   `json:"full_precision_rerun"`

	numbers []json.Number            // what is expected
	named   map[string][]json.Number // the lists that stand beside it
	single  map[string]json.Number
}

func vectors(t *testing.T) map[string]vector {
	t.Helper()
	text, err := os.ReadFile("testdata/composite/mcdm_vectors.json")
	require.NoError(t, err)
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.DisallowUnknownFields()
	var list []vector
	require.NoError(t, decoder.Decode(&list))
	byMethod := map[string]vector{}
	for _, v := range list {
		if v.Input != nil {
			v.problem = *v.Input
			v.Types = v.Objectives
		}
		if json.Unmarshal(v.Expected, &v.numbers) != nil && json.Unmarshal(v.Expected, &v.named) != nil {
			require.NoError(t, json.Unmarshal(v.Expected, &v.single))
		}
		for _, name := range []string{"weights", "similarity", "score", "points"} {
			if v.named[name] != nil {
				v.numbers = v.named[name]
			}
		}
		byMethod[v.Method] = v
	}
	require.Len(t, byMethod, len(list))
	return byMethod
}

// evaluate makes a sheet of the criteria and scores the alternatives.
func (v vector) evaluate(t *testing.T, rule score.Rule, root score.Node) evaluated {
	t.Helper()
	root.Code = "root"
	data := score.Data{}
	for j := range v.Matrix[0] {
		rule := rule
		if rule.Kind != score.Points {
			rule.Direction = indicator.Increase
			if len(v.Types) > 0 && v.Types[j] < 0 {
				rule.Direction = indicator.Decrease
			}
		}
		code := nth(j)
		child := score.Node{Code: code, Name: code, Rule: &rule}
		if root.Weighting.Method == score.GivenWeights {
			root.Weighting.Relative = true
			child.Weight = indicator.IntValue(1)
			if len(v.Weights) > 0 {
				child.Weight = observed(t, v.Weights[j].String())
			}
		}
		root.Children = append(root.Children, child)
		column := score.Column{Leaf: code}
		for _, row := range v.Matrix {
			column.Values = append(column.Values, observed(t, row[j].String()))
		}
		data.Columns = append(data.Columns, column)
	}
	for i := range v.Matrix {
		data.Units = append(data.Units, score.Unit{Code: nth(i), Name: nth(i)})
	}
	return evaluateBoth(t, root, data)
}

func nth(i int) string { return indicator.IntValue(int64(i)).String() }

// printedWeights, printedCells and printedTotals are what a vector may print.
func printedWeights(r *score.Result) (list []indicator.Number) {
	for _, c := range r.Weights[0].Children {
		if c.Derived != nil {
			list = append(list, c.Derived)
		} else {
			list = append(list, c.Share)
		}
	}
	return list
}

func printedCells(r *score.Result) (list []indicator.Number) {
	for i := range r.Totals {
		for j := range r.Weights[0].Children {
			list = append(list, r.Score(i, nth(j)))
		}
	}
	return list
}

func printedTotals(r *score.Result) (list []indicator.Number) {
	for _, total := range r.Totals {
		list = append(list, total.Score)
	}
	return list
}

// floated returns a number in float64, which must have a bound of error that is of use.
func floated(t *testing.T, n indicator.Number) (x, bound float64) {
	t.Helper()
	r, rad := parted(t, n)
	x, _ = r.Float64()
	bound, _ = rad.Float64()
	return x, bound
}

// printed returns half a unit of the last place: of the number's own where the computation was also run in full, else of the
// longest in the list, as Python drops zeros.
func (v vector) printed(i int) float64 {
	places := 0
	for k, n := range v.numbers {
		if k == i || v.Rerun == nil {
			_, digits, _ := strings.Cut(n.String(), ".")
			places = max(places, len(digits))
		}
	}
	return math.Pow10(-places) / 2
}

// holds compares what is expected with our numbers; theirs makes of ours what the vector prints, nil for the same.
func (v vector) holds(t *testing.T, exact, float []indicator.Number, theirs func(float64) float64) {
	t.Helper()
	require.Len(t, exact, len(v.numbers))
	for i := range exact {
		x, bound := floated(t, exact[i])
		y, other := floated(t, float[i])
		assert.InDelta(t, x, y, bound+other+1e-15*math.Abs(x), "the bounds of error")
		for _, ours := range []float64{x, y} {
			if theirs != nil {
				ours = theirs(ours)
			}
			want, err := v.numbers[i].Float64()
			require.NoError(t, err)
			assert.InDelta(t, want, ours, v.printed(i)*(1+1e-9), "%s, place %d", v.Method, i)
			if v.Rerun != nil {
				want, err = v.Rerun[i].Float64()
				require.NoError(t, err)
				assert.InDelta(t, want, ours, 1e-9*max(1, math.Abs(want)), "%s, place %d", v.Method, i)
			}
		}
	}
}

// scaled is a rule on the scale from 0 to 1.
func scaled(kind score.RuleKind) score.Rule { return score.Rule{Kind: kind, Scale: scaleOf(0, 1)} }

// asGiven takes the matrix as it is.
var asGiven = score.Rule{Kind: score.Points}

func TestWeightsAndScoresAreThoseOfPymcdmAndScikitCriteria(t *testing.T) {
	weighting := func(m score.WeightMethod) score.Node { return score.Node{Weighting: score.Weighting{Method: m}} }
	aggregation := func(m score.AggregationMethod) score.Node {
		return score.Node{Aggregation: score.Aggregation{Method: m}}
	}
	equal, sum := weighting(score.EqualWeights), aggregation(score.Arithmetic)
	critic := " correlation=pearson (cenit-distance scaling when scale)"
	spearman := " correlation=spearman (cenit-distance scaling when scale)"
	logarithm := func(weight float64) func(float64) float64 {
		return func(x float64) float64 { return weight * math.Log10(x) }
	}
	list := vectors(t)
	cases := []struct {
		rule, method string
		leaves       score.Rule
		root         score.Node
		printed      func(*score.Result) []indicator.Number
		theirs       func(float64) float64 // what the vector prints for our number
		why          string                // it is not the same
	}{
		{"equal weights are 1 ÷ n", "equal weights", asGiven, equal, printedWeights, nil, ""},
		{"equal weights are shares", "equal weights, base_value=2", asGiven, equal, printedWeights, func(x float64) float64 { return 2 * x }, "theirs add up to a base value"},
		{"entropy is of the matrix as given", "entropy weights", asGiven, weighting(score.Entropy), printedWeights, nil, ""},
		{"the base of entropy is the number of rows", "entropy weights, log base = n rows", asGiven, weighting(score.Entropy), printedWeights, nil, ""},
		{"deviation is of the matrix as given", "standard-deviation weights", asGiven, weighting(score.Deviation), printedWeights, nil, ""},
		{"deviation is that of a sample", "std (ddof=1) weights", asGiven, weighting(score.Deviation), printedWeights, nil, ""},
		{"CRITIC is of min-max scores", "CRITIC weights", scaled(score.MinMax), weighting(score.Critic), printedWeights, nil, ""},
		{"CRITIC is of min-max scores", "CRITIC scale=True" + critic, scaled(score.MinMax), weighting(score.Critic), printedWeights, nil, ""},
		{"CRITIC can be of the matrix as given", "CRITIC scale=False" + critic, asGiven, weighting(score.Critic), printedWeights, nil, ""},
		{"CRITIC can be by ranks", "CRITIC scale=True" + spearman, scaled(score.MinMax), weighting(score.CriticRank), printedWeights, nil, ""},
		{"by ranks the deviation is still of the scores", "CRITIC scale=False" + spearman, asGiven, weighting(score.CriticRank), printedWeights, nil, ""},
		{"variance is of min-max scores", "variance weights", scaled(score.MinMax), weighting(score.Variance), printedWeights, nil, ""},

		{"min-max of costs is reversed", "min-max normalisation, row-major", scaled(score.MinMax), sum, printedCells, nil, ""},
		{"the share of the greatest of costs is taken from 1", "max normalisation, row-major", scaled(score.ShareOfMost), sum, printedCells, nil, ""},
		{"the share of the sum of costs is that of inverses", "sum normalisation, row-major", scaled(score.ShareOfSum), sum, printedCells, nil, ""},
		{"the share of the length of costs is taken from 1", "vector normalisation, row-major", scaled(score.ShareOfLength), sum, printedCells, nil, ""},

		{"TOPSIS of min-max scores", "TOPSIS (see note)", scaled(score.MinMax), aggregation(score.Topsis), printedTotals, func(x float64) float64 { return x / 100 }, "ours is from 0 to 100"},
		{"TOPSIS of the matrix as given", "TOPSIS, no scaling, euclidean, unit weights", asGiven, aggregation(score.Topsis), printedTotals, func(x float64) float64 { return x / 100 }, "ours is from 0 to 100"},
		{"TOPSIS of shares of the length", "vector scaling (target=matrix) then TOPSIS", scaled(score.ShareOfLength), aggregation(score.Topsis), printedTotals, func(x float64) float64 { return x / 100 }, "ours is from 0 to 100"},
		{"a sum is the mean times the weights together", "weighted sum", scaled(score.ShareOfSum), sum, printedTotals, func(x float64) float64 { return 2 * x }, "their weights add up to 2 and are not brought to 1"},
		{"a sum is the mean times the weights together", "weighted sum, no scaling, unit weights", asGiven, sum, printedTotals, func(x float64) float64 { return 3 * x }, "their weights add up to 3 and are not brought to 1"},
		{"the sum of shares of the sum", "InvertMinimize (1/x on min columns), SumScaler(target=both: matrix columns and weights sum to 1), weighted sum", scaled(score.ShareOfSum), sum, printedTotals, nil, ""},
		{"a product is the geometric mean to the weights together", "weighted product", scaled(score.ShareOfSum), aggregation(score.Geometric), printedTotals, func(x float64) float64 { return x * x }, "their weights add up to 2 and are not brought to 1"},
		{"a product is the geometric mean to the weights together", "weighted product: score = sum(w*log10(x)), unit weights", asGiven, aggregation(score.Geometric), printedTotals, logarithm(3), "theirs is the decadic logarithm, with weights of 3"},
		{"the product of shares of the sum", "SumScaler(both) then weighted product (log10)", scaled(score.ShareOfSum), aggregation(score.Geometric), printedTotals, logarithm(1), "theirs is the decadic logarithm"},
	}
	differing, ranked, unpublished := 0, 0, 0
	for _, c := range cases {
		t.Run(c.rule+"/"+c.method, func(t *testing.T) {
			v, ok := list[c.method]
			require.True(t, ok)
			delete(list, c.method)
			require.Equal(t, c.theirs == nil, c.why == "")
			if c.why != "" {
				differing++
			}
			e := v.evaluate(t, c.leaves, c.root)
			v.holds(t, c.printed(e.exact), c.printed(e.float), c.theirs)
			for list := range v.named {
				if list == "ideal" || list == "anti_ideal" {
					unpublished++
				}
			}
			for i, rank := range v.named["rank"] {
				ranked++
				assert.Equal(t, rank.String(), e.exact.Totals[i].Rank.Rank.String())
				assert.Equal(t, rank.String(), e.float.Totals[i].Rank.Rank.String())
			}
		})
	}
	assert.Equal(t, 9, differing)
	assert.Equal(t, 19, ranked)
	assert.Equal(t, 2, unpublished, "the best and the worst scores of TOPSIS, which we do not publish")
	assert.Len(t, list, 3, "the judgements of AHP, which have a test of their own")
}
