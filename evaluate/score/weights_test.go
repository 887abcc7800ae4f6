package score_test

import (
	"math/big"
	"testing"

	"github.com/planeval/planeval/evaluate/score"
	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// judgedSheet has children a, b, c, … of points, judged by triples of codes and times.
func judgedSheet(children int, judgements ...string) score.Sheet {
	var nodes []score.Node
	for i := range children {
		nodes = append(nodes, leafNode(string(rune('a'+i)), score.Rule{Kind: score.Points}))
	}
	sheet := parent(nodes...)
	sheet.Root.Weighting.Method = score.AHP
	for i := 0; i < len(judgements); i += 3 {
		sheet.Root.Weighting.Judgements = append(sheet.Root.Weighting.Judgements,
			score.Judgement{More: judgements[i], Less: judgements[i+1], Times: literal(judgements[i+2])})
	}
	return sheet
}

// weightsOf evaluates one unit with points of 1.
func weightsOf(t *testing.T, sheet score.Sheet) score.Weights {
	t.Helper()
	var data []string
	for _, child := range sheet.Root.Children {
		data = append(data, child.Code, "1")
	}
	r, err := score.Evaluate(sheet, columnsData(data...), score.Options{})
	require.NoError(t, err)
	require.Len(t, r.Weights, 1)
	return r.Weights[0]
}

// agrees asserts that a number is the decimal want within its own error, and half a unit of the decimal's 22nd digit, and
// that its error is small.
func agrees(t *testing.T, want string, got indicator.Number) {
	t.Helper()
	a, ok := got.(score.Approx)
	require.True(t, ok, "%T", got)
	exact, ok := new(big.Rat).SetString(want)
	require.True(t, ok)
	mid, ok := a.Ratio().Rat()
	require.True(t, ok)
	bound, _ := a.Error().Rat()
	off := new(big.Rat).Sub(mid, exact)
	assert.LessOrEqual(t, off.Abs(off).Cmp(new(big.Rat).Add(bound, big.NewRat(1, 1e18))), 0, "%s: got %s ± %s", want, a, a.Error())
	assert.Equal(t, -1, bound.Cmp(big.NewRat(1, 1e12)), "the error of %s is %s", want, bound.FloatString(20))
}

// The literals are mpmath's, with 40 digits, of the matrices that the judgements make.
func TestWeightsOfJudgements(t *testing.T) {
	three := []string{"a", "b", "3", "a", "c", "5", "b", "c", "2"}
	four := []string{"a", "b", "2", "a", "c", "5", "a", "d", "7", "b", "c", "3", "b", "d", "4", "c", "d", "3"}
	for _, c := range []struct {
		name       string
		children   int
		judgements []string
		priority   score.Priority
		weights    []string
		lambda     string
		index      string
	}{
		{"the eigenvector of three children", 3, three, score.Eigenvector,
			[]string{"0.6483290138222366876011", "0.2296507940626371037298", "0.1220201921151262086691"}, "3.003694598063639557125", "0.001847299031819778562647"},
		{"the geometric mean of three children, which is the eigenvector", 3, three, score.GeometricMean,
			[]string{"0.6483290138222366876011", "0.2296507940626371037298", "0.1220201921151262086691"}, "3.003694598063639557125", "0.001847299031819778562647"},
		{"the column mean of three children", 3, three, score.ColumnMean,
			[]string{"0.6479468599033816425121", "0.2298711755233494363929", "0.122181964573268921095"}, "3.003696667834885399098", "0.001848333917442699549077"},
		{"the eigenvector of four children", 4, four, score.Eigenvector,
			[]string{"0.5274745148434713869739", "0.2865228765896006815656", "0.124804817378425530049", "0.06119779118850240141151"}, "4.081578981826640680854", "0.02719299394221356028473"},
		{"the geometric mean of four children", 4, four, score.GeometricMean,
			[]string{"0.5300886401305094222185", "0.2868215642015332980417", "0.1225551275375584179694", "0.06053466813039886177036"}, "4.081255961918437309837", "0.02708532063947910327911"},
		{"the column mean of four children", 4, four, score.ColumnMean,
			[]string{"0.5257890365448504983389", "0.2846207087486157253599", "0.1271733111849390919158", "0.06241694352159468438538"}, "4.083039597400255242839", "0.02767986580008508094642"},
	} {
		t.Run(c.name, func(t *testing.T) {
			sheet := judgedSheet(c.children, c.judgements...)
			sheet.Root.Weighting.Priority = c.priority
			w := weightsOf(t, sheet)
			for j, want := range c.weights {
				agrees(t, want, w.Children[j].Derived)
			}
			require.NotNil(t, w.Consistency)
			agrees(t, c.lambda, w.Consistency.Lambda)
			agrees(t, c.index, w.Consistency.Index)
			assert.True(t, w.Consistency.Acceptable)
			assert.Equal(t, score.AHP, w.Method)
			assert.Equal(t, c.priority, w.Priority)
		})
	}
}

// Judged so, the weights of rounding are used to the last place: the mean of 1 and 0 and 0 is the first weight.
func TestDerivedWeightsAreRoundedAndUsedExactly(t *testing.T) {
	for _, c := range []struct {
		name   string
		places int
		used   [3]string
		total  string
	}{
		{"to six places unless it is said", 0, [3]string{"648329/1000000", "229651/1000000", "12202/100000"}, "648329/1000000"},
		// 0.65 + 0.23 + 0.12 = 1.
		{"to two places", 2, [3]string{"65/100", "23/100", "12/100"}, "65/100"},
		// 0.6 + 0.2 + 0.1 = 0.9, so the share of the first is ⅔.
		{"to one place, though they no longer add up to 1", 1, [3]string{"6/10", "2/10", "1/10"}, "2/3"},
		{"to twelve places", 12, [3]string{"648329013822/1000000000000", "229650794063/1000000000000", "122020192115/1000000000000"}, "648329013822/1000000000000"},
	} {
		t.Run(c.name, func(t *testing.T) {
			sheet := judgedSheet(3, "a", "b", "3", "a", "c", "5", "b", "c", "2")
			sheet.Root.Weighting.Places = c.places
			r, err := score.Evaluate(sheet, columnsData("a", "1", "b", "0", "c", "0"), score.Options{})
			require.NoError(t, err)
			for j, want := range c.used {
				assert.Equal(t, fraction(t, want), r.Weights[0].Children[j].Weight.String())
			}
			assert.Equal(t, fraction(t, c.total), worded(r.Score(0, "r")))
			assert.Equal(t, fraction(t, c.total), r.Weights[0].Children[0].Share.String())
			assert.Equal(t, fraction(t, c.total), r.Weights[0].Children[0].Effective.String())
			assert.Equal(t, max(c.places, 6*(1-min(c.places, 1))), r.Weights[0].Places)
		})
	}
}

// fraction brings a fraction to lowest terms.
func fraction(t *testing.T, s string) string {
	t.Helper()
	x, ok := new(big.Rat).SetString(s)
	require.True(t, ok)
	return x.RatString()
}

// Of a over b 2, b over c 4 and a over c 3 the index over the random index of three children is 0.0930 by the table of 1980,
// 0.1037 by the later one and 0.0930 by Tummala and Ling: the tables part on what is acceptable.
func TestTheTableDecidesWhetherJudgementsAreConsistent(t *testing.T) {
	for _, c := range []struct {
		name       string
		table      score.RandomIndex
		random     string
		ratio      string
		acceptable bool
	}{
		{"by the table of 1980 they are", score.Saaty1980, "29/50", "0.0929718395301497", true},
		{"by the later table they are not", score.SaatyNew, "13/25", "0.103699359475936", false},
		{"by Tummala and Ling they are", score.Tummala, "5799/10000", "0.0929878719218603", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			sheet := judgedSheet(3, "a", "b", "2", "b", "c", "4", "a", "c", "3")
			sheet.Root.Weighting.RandomIndex = c.table
			assert.Equal(t, c.acceptable, len(sheet.Validate()) == 0, "what is not is a fault")
			sheet.Root.Weighting.AcceptInconsistent = true
			w := weightsOf(t, sheet)
			assert.Equal(t, c.random, w.Consistency.RandomIndex.String())
			want, ok := new(big.Rat).SetString(c.ratio)
			require.True(t, ok)
			got, ok := w.Consistency.Ratio.(score.Approx).Ratio().Rat()
			require.True(t, ok)
			off := got.Sub(got, want)
			assert.Equal(t, -1, off.Abs(off).Cmp(big.NewRat(1, 1e15)))
			assert.Equal(t, c.acceptable, w.Consistency.Acceptable)
			assert.Equal(t, c.table, w.Table)
		})
	}
}

// A circle: a over b 3, b over c 5, c over a 3. By mpmath the ratio is 0.9190187631 ÷ 0.58 = 1.5845; the weights make each
// of the three e^1.2689 less, b over c 1.41; by column means that of b over c is the farthest, e^1.4023.
func TestInconsistentJudgementsAreAFaultUnlessTheyAreAccepted(t *testing.T) {
	sheet := judgedSheet(3, "a", "b", "3", "b", "c", "5", "c", "a", "3")
	sheet.Root.Weighting.Priority = score.ColumnMean
	faults := sheet.Validate()
	require.Len(t, faults, 1)
	assert.Equal(t, "/root/weighting/judgements/1", faults[0].Path)
	assert.Equal(t, indicator.FaultConflict, faults[0].Rule)
	assert.Equal(t, "1.5995", faults[0].Value, "the ratio alone")
	assert.Equal(t, "a consistency ratio of at most 0.1, or acceptInconsistent; this judgement, b over c 5 times, is the farthest from the weights, "+
		"which make it 1.23 times, but the mistake may be in another", faults[0].Want)

	sheet.Root.Weighting.AcceptInconsistent = true
	w := weightsOf(t, sheet)
	assert.False(t, w.Consistency.Acceptable)
	assert.Equal(t, 1, w.Consistency.Worst)
	agrees(t, "1.23019111015675327464", w.Consistency.Implied)
	agrees(t, "1.599530307047683364898", w.Consistency.Ratio)

	sheet.Root.Weighting.Priority = score.Eigenvector
	w = weightsOf(t, sheet)
	for j, want := range []string{"0.3301350110093417041112", "0.3914183367456268928857", "0.2784466522450314030031"} {
		agrees(t, want, w.Children[j].Derived)
	}
	agrees(t, "4.838037526257312553621", w.Consistency.Lambda)
	agrees(t, "1.584515108842510822087", w.Consistency.Ratio)
	assert.Equal(t, 0, w.Consistency.Worst, "of judgements that are equally far the first is named")
}

func TestFewerThanThreeChildrenCannotContradictEachOther(t *testing.T) {
	one := weightsOf(t, judgedSheet(1))
	assert.Equal(t, "1", one.Children[0].Weight.String())
	assert.Nil(t, one.Consistency)
	assert.Nil(t, one.Children[0].Derived)

	two := weightsOf(t, judgedSheet(2, "b", "a", "3"))
	assert.Equal(t, "1/4", two.Children[0].Weight.String())
	assert.Equal(t, "3/4", two.Children[1].Weight.String())
	assert.Equal(t, "0", worded(two.Consistency.Ratio))
	assert.Equal(t, "0", two.Consistency.RandomIndex.String())
	assert.True(t, two.Consistency.Acceptable)
	agrees(t, "2", two.Consistency.Lambda)
	agrees(t, "0.25", two.Children[0].Derived)
}
