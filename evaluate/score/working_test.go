package score_test

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/planeval/planeval/evaluate/score"
	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/internal/replay"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// requireReplayed applies the expression of a working to its operands: a fraction must come out again exactly, another number
// within its error.
func requireReplayed(t *testing.T, w score.Working, what ...any) {
	t.Helper()
	symbols := map[string]*big.Rat{}
	for _, o := range w.Operands {
		require.NotContains(t, symbols, o.Symbol, what...)
		symbols[o.Symbol], _ = parted(t, o.Number)
	}
	exact, float, err := replay.Expression(w.Expression, symbols)
	require.NoError(t, err, what...)
	if r, ok := w.Result.(indicator.Ratio); ok {
		require.NotNil(t, exact, what...)
		want, _ := r.Rat()
		require.Equal(t, want.RatString(), exact.RatString(), what...)
		return
	}
	mid, bound := parted(t, w.Result)
	got, _ := float.Rat(nil)
	require.False(t, apart(got, mid, bound), "%v: %s of %v is %s, not %s ± %s", what, w.Expression, w.Operands, got.FloatString(25), mid.FloatString(25), bound.FloatString(25))
}

// everyRule returns each kind of rule in each direction and with its options.
func everyRule() (rules []score.Rule) {
	bands := []score.Band{{AtLeast: literal("0.9"), Points: literal("10")}, {AtLeast: literal("0.5"), Points: literal("4.5")}, {Points: literal("1")}}
	rules = []score.Rule{{Kind: score.Points}, {Kind: score.Banded, Bands: bands}}
	for _, direction := range []indicator.Direction{more, less} {
		add := func(r score.Rule) {
			r.Direction = direction
			rules = append(rules, r)
			r.Scale = scaleOf(-3, 17)
			rules = append(rules, r)
		}
		rules = append(rules, score.Rule{Kind: score.Banded, Direction: direction, Bands: bands, Target: literal("60")})
		add(score.Rule{Kind: score.Attainment, Target: literal("60")})
		add(score.Rule{Kind: score.Attainment, Target: literal("60"), Most: literal("1.25")})
		if direction == less {
			add(score.Rule{Kind: score.Attainment, Target: literal("40"), Attainment: indicator.AttainmentDifference})
		}
		for _, open := range []bool{false, true} {
			add(score.Rule{Kind: score.Goalposts, Low: literal("30"), High: literal("62.5"), Open: open})
			add(score.Rule{Kind: score.Efficacy, Low: literal("30"), High: literal("62.5"), Open: open})
			add(score.Rule{Kind: score.DistanceToTarget, Target: literal(map[indicator.Direction]string{more: "70", less: "20"}[direction]), Open: open})
			add(score.Rule{Kind: score.DistanceToTarget, Reference: "u1", Open: open})
		}
		for _, kind := range []score.RuleKind{score.MinMax, score.ZScore, score.ShareOfMost, score.ShareOfSum, score.ShareOfLength} {
			add(score.Rule{Kind: kind})
		}
		for _, ties := range []score.Ties{score.TiesFirst, score.TiesLast, score.TiesAverage} {
			add(score.Rule{Kind: score.Rank, Ties: ties})
			add(score.Rule{Kind: score.PercentileRank, Ties: ties})
		}
	}
	return rules
}

func TestEveryScoreOfARuleIsReproducedByItsWorking(t *testing.T) {
	source := rand.New(rand.NewPCG(8, 1))
	replayed := map[score.RuleKind]int{}
	ended, imputed, brought := 0, 0, 0
	for _, rule := range everyRule() {
		for trial := range 12 {
			data := score.Data{Columns: []score.Column{{Leaf: "x"}}}
			for u := range 9 {
				data.Units = append(data.Units, score.Unit{Code: fmt.Sprint("u", u), Name: "U"})
				v := literal(fmt.Sprintf("%d.%d", 1+source.IntN(99), source.IntN(4)))
				if source.IntN(7) == 0 && u != 1 {
					v = indicator.Value{}
				}
				data.Columns[0].Values = append(data.Columns[0].Values, v)
			}
			switch trial % 4 {
			case 1:
				rule.Impute = score.Impute{By: score.ByMedian}
			case 2:
				rule.Outliers = score.Outliers{Low: literal("20"), High: literal("80")}
			case 3:
				rule.Impute, rule.Outliers = score.Impute{By: score.ByValue, Value: literal("33")}, score.Outliers{Share: literal("0.2")}
			}
			for _, float := range []bool{false, true} {
				r, err := score.Evaluate(leafSheet(rule), data, score.Options{Float: float})
				require.NoError(t, err, rule)
				for u := range data.Units {
					w := r.Working(u, "x")
					require.Equal(t, r.Score(u, "x"), w.Result)
					if w.Result.Missing() != indicator.Present {
						require.Empty(t, w.Expression, "of what is missing there is no working")
						require.Empty(t, w.Operands)
						continue
					}
					replayed[rule.Kind]++
					requireReplayed(t, w, rule)
					ended, imputed, brought = ended+count(w.Ended), imputed+count(w.Imputed), brought+count(w.Brought)
				}
			}
		}
	}
	for _, kind := range []score.RuleKind{
		score.Points, score.Attainment, score.Banded, score.Goalposts, score.Efficacy, score.DistanceToTarget, score.MinMax, score.ZScore,
		score.Rank, score.PercentileRank, score.ShareOfMost, score.ShareOfSum, score.ShareOfLength,
	} {
		assert.Greater(t, replayed[kind], 100, kind)
	}
	assert.Greater(t, ended, 500)
	assert.Greater(t, imputed, 500)
	assert.Greater(t, brought, 500)
}

func count(is bool) int {
	if is {
		return 1
	}
	return 0
}

func TestEveryScoreOfANodeIsReproducedByItsWorking(t *testing.T) {
	source := rand.New(rand.NewPCG(8, 2))
	ways := []score.Aggregation{{}, {Method: score.Harmonic}, {Method: score.Geometric}}
	for _, power := range []string{"-10", "-2.5", "-1", "-0.4", "0.5", "1", "2", "3.2", "10"} {
		ways = append(ways, score.Aggregation{Method: score.PowerMean, Power: literal(power)})
	}
	replayed := map[score.Aggregation]int{}
	for trial := range 160 {
		sheet, data := anySheet(source, 2, func(n *score.Node) { n.Aggregation = ways[source.IntN(len(ways))] })
		for i := range data.Columns {
			for u, v := range data.Columns[i].Values {
				if v.Sign() <= 0 && !v.IsZero() {
					data.Columns[i].Values[u] = literal("12.25")
				}
			}
		}
		r, err := score.Evaluate(sheet, data, score.Options{Float: trial%4 == 0})
		require.NoError(t, err)
		var visit func(n *score.Node)
		visit = func(n *score.Node) {
			for u := range data.Units {
				if w := r.Working(u, n.Code); w.Result.Missing() == indicator.Present && len(n.Children) > 0 {
					replayed[n.Aggregation]++
					requireReplayed(t, w, n.Aggregation)
				}
			}
			for i := range n.Children {
				visit(&n.Children[i])
			}
		}
		visit(&sheet.Root)
	}
	for _, way := range ways {
		assert.Greater(t, replayed[way], 20, way)
	}
}

// working writes a working: the expression, the operands, and what happened to the value.
func working(w score.Working) string {
	words := []string{w.Expression + ";"}
	for _, o := range w.Operands {
		name := o.Symbol
		if o.Node != "" {
			name += "(" + o.Node + ")"
		}
		words = append(words, name+"="+worded(o.Number))
	}
	for _, flag := range []struct {
		is   bool
		word string
	}{{w.Imputed, "imputed"}, {w.Brought, "brought in"}, {w.Ended, "ended"}} {
		if flag.is {
			words = append(words, flag.word)
		}
	}
	return strings.Join(words, " ")
}

func TestTheWorkingOfABandNamesWhatReachedIt(t *testing.T) {
	bands := []score.Band{{AtLeast: literal("0.5"), Points: literal("8")}, {Points: literal("3")}}
	r := evaluateExact(t, leafSheet(score.Rule{Kind: score.Banded, Bands: bands}), rowData("7"))
	assert.Equal(t, "7", fmt.Sprint(r.Working(0, "x").Value))
	r = evaluateExact(t, leafSheet(score.Rule{Kind: score.Banded, Bands: bands, Direction: more, Target: literal("28")}), rowData("7"))
	assert.Equal(t, "1/4", fmt.Sprint(r.Working(0, "x").Value), "the attainment 7 of 28")
	assert.Equal(t, "3", fmt.Sprint(r.Working(0, "x").Result))
	r = evaluateExact(t, leafSheet(score.Rule{Kind: score.Banded, Bands: bands, Direction: less, Target: literal("28")}), rowData("0"))
	w := r.Working(0, "x")
	assert.Equal(t, "8 0 true", fmt.Sprint(w.Result, " ", w.Value, " ", w.Unlimited), "0 is in the first band, and attains more than any number")
}

func TestTheWorkingOfALeafSaysWhatHappenedToTheValue(t *testing.T) {
	goalposts := func(direction indicator.Direction) score.Rule {
		return score.Rule{Kind: score.Goalposts, Direction: direction, Low: literal("20"), High: literal("40")}
	}
	capped := goalposts(more)
	capped.Outliers = score.Outliers{High: literal("35")}
	filled := goalposts(more)
	filled.Impute = score.Impute{By: score.ByMean}
	attained := score.Rule{Kind: score.Attainment, Direction: less, Target: literal("40"), Attainment: indicator.AttainmentDifference, Most: literal("1.2")}
	for _, c := range []struct {
		name   string
		rule   score.Rule
		values string // of the first unit the working is asked for
		want   string
	}{
		{"between two ends", goalposts(more), "30", "f + (g − f) × (x − l) ÷ (h − l); x=30 l=20 h=40 f=0 g=100"},
		{"where less is better", goalposts(less), "30", "f + (g − f) × (h − x) ÷ (h − l); x=30 l=20 h=40 f=0 g=100"},
		{"beyond the better end it has the score of that", goalposts(more), "41", "f + (g − f) × 1; f=0 g=100 ended"},
		{"beyond the worse end it has the score of that", goalposts(less), "41", "f; f=0 ended"},
		{"an end itself is not beyond it", goalposts(more), "40", "f + (g − f) × (x − l) ÷ (h − l); x=40 l=20 h=40 f=0 g=100"},
		{"what was brought in stands as it was scored", capped, "90", "f + (g − f) × (x − l) ÷ (h − l); x=35 l=20 h=40 f=0 g=100 brought in"},
		{"what was imputed stands as it was scored", filled, "- 30 24", "f + (g − f) × (x − l) ÷ (h − l); x=27 l=20 h=40 f=0 g=100 imputed"},
		{"attainment by difference", attained, "50", "f + (g − f) × (2 − a ÷ t); a=50 t=40 f=0 g=100"},
		{"attainment beyond what counts", attained, "10", "f + (g − f) × c; c=6/5 f=0 g=100 ended"},
		{"attainment below nothing", attained, "90", "f; f=0 ended"},
		{"attainment by ratio", score.Rule{Kind: score.Attainment, Direction: less, Target: literal("40")}, "50", "f + (g − f) × t ÷ a; a=50 t=40 f=0 g=100"},
		{"attainment by ratio of 0 is the most that counts", score.Rule{Kind: score.Attainment, Direction: less, Target: literal("40"), Most: literal("1.2")}, "0", "f + (g − f) × c; c=6/5 f=0 g=100 ended"},
		{"a rank among those that have a value", score.Rule{Kind: score.PercentileRank, Direction: more}, "7 - 5 9", "f + (g − f) × (r − 1) ÷ (n − 1); r=2 n=3 f=0 g=100"},
		{"a share of the sum of inverses", score.Rule{Kind: score.ShareOfSum, Direction: less}, "4 2", "f + (g − f) × 1 ÷ x ÷ v; x=4 v=3/4 f=0 g=100"},
		{"points are themselves", score.Rule{Kind: score.Points}, "83.5", "x; x=167/2"},
		{"a band has its points", score.Rule{Kind: score.Banded, Bands: []score.Band{{Points: literal("3")}}}, "7", "p; p=3"},
		{"what is missing has no working", score.Rule{Kind: score.Points}, "-", ";"},
	} {
		t.Run(c.name, func(t *testing.T) {
			assert.Equal(t, c.want, working(evaluateExact(t, leafSheet(c.rule), rowData(c.values)).Working(0, "x")))
		})
	}
}

// A share of 0 is an attainment of 0, but measured against a target, where less is better, the most that counts.
func TestTheWorkingOfAShareOf0(t *testing.T) {
	rule := score.Rule{Kind: score.Attainment, Direction: less}
	data := rowData("0")
	data.Columns[0] = score.Column{Leaf: "x", Figures: []indicator.Figure{{Formula: indicator.FormulaShare, Result: indicator.IntRatio(0, 1)}}}
	w := evaluateExact(t, leafSheet(rule), data).Working(0, "x")
	assert.Equal(t, "f + (g − f) × a; a=0 f=0 g=100", working(w))
	requireReplayed(t, w)
	rule.Target = literal("0.5")
	w = evaluateExact(t, leafSheet(rule), data).Working(0, "x")
	assert.Equal(t, "f + (g − f) × c; c=1 f=0 g=100 ended", working(w))
	requireReplayed(t, w)
}

func TestTheWorkingOfANodeNamesTheChildrenThatCount(t *testing.T) {
	sheet := rooted(pointed("a", "50"), pointed("b", "30"), pointed("c", "20"), pointed("d", "0"))
	sheet.Root.Missing.Drop = true
	sheet.Bonuses = []score.Node{leafNode("bonus", score.Rule{Kind: score.Points})}
	data := columnsData("a", "80", "b", "-", "c", "60", "d", "99", "bonus", "2")
	r := evaluateExact(t, sheet, data)
	assert.Equal(t, "(w1 × s1 + w2 × s2) ÷ (w1 + w2); w1(a)=50 s1(a)=80 w2(c)=20 s2(c)=60", working(r.Working(0, "r")))
	assert.Equal(t, "x; x=2", working(r.Working(0, "bonus")))
	for _, method := range []score.AggregationMethod{score.Copeland, score.Topsis} {
		sheet.Root.Aggregation.Method, sheet.Root.Missing.Drop = method, false
		w := evaluateExact(t, sheet, columnsData("a", "80 20", "b", "1 2", "c", "60 2", "d", "99 2", "bonus", "2 2")).Working(0, "r")
		assert.Equal(t, ";", working(w), "it looks at all scores of all units")
		assert.Equal(t, indicator.Present, w.Result.Missing())
	}
	for _, w := range []score.Working{r.Working(0, "nobody"), r.Working(-1, "r"), r.Working(1, "r")} {
		assert.Equal(t, score.Working{Result: indicator.Missing(indicator.NotComputed)}, w)
	}
}
