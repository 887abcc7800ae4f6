package score_test

import (
	"encoding/csv"
	"math/big"
	"os"
	"strings"
	"testing"

	"github.com/planeval/planeval/evaluate/score"
	"github.com/planeval/planeval/indicator"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// record is a row of a file of testdata/composite, by the names of its columns.
type record map[string]string

func records(t *testing.T, name string) []record {
	t.Helper()
	file, err := os.Open("testdata/composite/" + name)
	require.NoError(t, err)
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	require.NoError(t, err)
	var list []record
	for _, row := range rows[1:] {
		r := record{}
		for i, name := range rows[0] {
			r[name] = row[i]
		}
		list = append(list, r)
	}
	return list
}

func (r record) list(name string) []string { return strings.Split(r[name], ";") }

// noNumber reports whether R has no finite number.
func noNumber(s string) bool {
	return s == "" || s == "NA" || s == "NaN" || s == "Inf" || s == "-Inf"
}

// observed reads a number as R and Python print it, which may have an exponent.
func observed(t *testing.T, s string) indicator.Value {
	t.Helper()
	if noNumber(s) {
		return indicator.Value{}
	}
	if v, err := indicator.ParseValue(s); err == nil {
		return v
	}
	d, err := decimal.NewFromString(s)
	require.NoError(t, err)
	v, err := indicator.FromDecimal(d)
	require.NoError(t, err)
	return v
}

func rational(t *testing.T, s string) *big.Rat {
	t.Helper()
	r, ok := new(big.Rat).SetString(s)
	require.True(t, ok, s)
	return r
}

// billionth returns 1e-9, of a number above 1 relative to it.
func billionth(x *big.Rat) *big.Rat {
	size := new(big.Rat).Abs(x)
	if one := big.NewRat(1, 1); size.Cmp(one) < 0 {
		size = one
	}
	return size.Mul(size, big.NewRat(1, 1e9))
}

// parted returns a number and the bound of its error, which is 0 for a fraction and below 1e-9 for what is not.
func parted(t *testing.T, n indicator.Number) (x, bound *big.Rat) {
	t.Helper()
	if r, ok := n.(indicator.Ratio); ok {
		x, ok = r.Rat()
		require.True(t, ok, "no number: %v", n)
		return x, new(big.Rat)
	}
	a, ok := n.(score.Approx)
	require.True(t, ok, "%T", n)
	x, _ = a.Ratio().Rat()
	bound, _ = a.Error().Rat()
	require.Equal(t, -1, bound.Cmp(billionth(x)), "%v: the bound of the error, %s, is of no use", n, bound.FloatString(30))
	return x, bound
}

// apart reports whether two numbers differ by more than allowed.
func apart(a, b, allowed *big.Rat) bool {
	off := new(big.Rat).Sub(a, b)
	return off.Abs(off).Cmp(allowed) > 0
}

// conforms compares a number of another program with ours, reckoned exactly and in float64: to 1e-9, where it has none ours
// has a reason. The bounds of error must hold all of the distance between our two numbers, and between them and the other.
func conforms(t *testing.T, want string, exact, float indicator.Number, what ...any) {
	t.Helper()
	if noNumber(want) || exact.Missing() != indicator.Present || float.Missing() != indicator.Present {
		assert.True(t, noNumber(want) && exact.Missing() != indicator.Present, "%v: want %q, got %v", what, want, exact)
		assert.Equal(t, exact.Missing(), float.Missing(), "%v", what)
		return
	}
	x, bound := parted(t, exact)
	y, other := parted(t, float)
	expected := rational(t, want)
	if allowed := billionth(expected); apart(x, expected, allowed) || apart(y, expected, allowed) ||
		apart(x, expected, new(big.Rat).Add(bound, allowed)) || apart(y, expected, new(big.Rat).Add(other, allowed)) {
		assert.Fail(t, "another number", "%v: want %s, got %v and %v", what, want, exact, float)
	}
	if apart(x, y, new(big.Rat).Add(bound, other)) {
		assert.Fail(t, "the bound of the error does not hold", "%v: %v and %v", what, exact, float)
	}
}

// evaluated is a sheet reckoned exactly and in float64.
type evaluated struct{ exact, float *score.Result }

func evaluateBoth(t *testing.T, root score.Node, data score.Data) evaluated {
	t.Helper()
	root.Name = root.Code
	sheet := score.Sheet{Code: "sheet", Title: "sheet", Root: root}
	exact, err := score.Evaluate(sheet, data, score.Options{})
	require.NoError(t, err)
	float, err := score.Evaluate(sheet, data, score.Options{Float: true})
	require.NoError(t, err)
	return evaluated{exact, float}
}

func (e evaluated) conforms(t *testing.T, want string, unit int, code string, what ...any) {
	t.Helper()
	conforms(t, want, e.exact.Score(unit, code), e.float.Score(unit, code), append(what, unit, code)...)
}

// scaleOf returns a scale from one number to another.
func scaleOf(from, to int64) score.Scale {
	return score.Scale{From: indicator.IntValue(from), To: indicator.IntValue(to)}
}

// connectivity is the data set ASEM Sustainable Connectivity.
type connectivity struct {
	raw        []record // by country
	structure  []record // of indicators and aggregates
	indicators map[string]record
	goalposts  map[string]record
	units      map[string]int
}

func asem(t *testing.T) connectivity {
	t.Helper()
	c := connectivity{records(t, "raw.csv"), nil, map[string]record{}, map[string]record{}, map[string]int{}}
	for _, r := range records(t, "structure.csv") {
		switch r["Type"] {
		case "Indicator":
			c.indicators[r["iCode"]] = r
			fallthrough
		case "Aggregate":
			c.structure = append(c.structure, r)
		}
	}
	for _, r := range records(t, "goalposts.csv") {
		c.goalposts[r["iCode"]] = r
	}
	for u, r := range c.raw {
		c.units[r["uCode"]] = u
	}
	require.Len(t, c.units, 51)
	require.Len(t, c.indicators, 49)
	return c
}

// data returns the columns of the leaves of a node.
func (c connectivity) data(t *testing.T, root score.Node) score.Data {
	t.Helper()
	var d score.Data
	for _, r := range c.raw {
		d.Units = append(d.Units, score.Unit{Code: r["uCode"], Name: r["uCode"]})
	}
	var add func(score.Node)
	add = func(n score.Node) {
		for _, child := range n.Children {
			add(child)
		}
		if n.Rule == nil {
			return
		}
		column := score.Column{Leaf: n.Code}
		for _, x := range c.column(n.Code) {
			column.Values = append(column.Values, observed(t, x))
		}
		d.Columns = append(d.Columns, column)
	}
	add(root)
	return d
}

// column returns what is printed of an indicator, by country.
func (c connectivity) column(code string) []string {
	var list []string
	for _, r := range c.raw {
		list = append(list, r[code])
	}
	return list
}

func direction(r record) indicator.Direction {
	if r["Direction"] == "-1" {
		return indicator.Decrease
	}
	return indicator.Increase
}

// leaves returns all indicators side by side.
func (c connectivity) leaves(rule func(code string) score.Rule) score.Node {
	root := score.Node{Code: "root", Weighting: score.Weighting{Method: score.EqualWeights}}
	for _, r := range c.structure {
		if r["Type"] == "Indicator" {
			rule := rule(r["iCode"])
			rule.Direction = direction(r)
			root.Children = append(root.Children, score.Node{Code: r["iCode"], Name: r["iName"], Rule: &rule})
		}
	}
	return root
}

// normalisations are COINr's methods and how they are said here.
func (c connectivity) normalisations(t *testing.T) map[string]func(code string) score.Rule {
	plain := func(rule score.Rule) func(string) score.Rule { return func(string) score.Rule { return rule } }
	between := func(open bool) func(string) score.Rule {
		return func(code string) score.Rule {
			posts := c.goalposts[code]
			return score.Rule{
				Kind: score.Goalposts, Low: observed(t, posts["goalpost_lower"]), High: observed(t, posts["goalpost_upper"]),
				Scale: score.Scale{From: indicator.IntValue(0), To: observed(t, posts["goalpost_scale"])}, Open: open,
			}
		}
	}
	toTarget := func(open bool) func(string) score.Rule {
		return func(code string) score.Rule {
			return score.Rule{Kind: score.DistanceToTarget, Target: observed(t, c.indicators[code]["Target"]), Scale: scaleOf(0, 1), Open: open}
		}
	}
	return map[string]func(string) score.Rule{
		"minmax_0_100":                plain(score.Rule{Kind: score.MinMax}),
		"minmax_1_100":                plain(score.Rule{Kind: score.MinMax, Scale: scaleOf(1, 100)}),
		"zscore_0_1":                  plain(score.Rule{Kind: score.ZScore}),
		"zscore_10_2":                 plain(score.Rule{Kind: score.ZScore, Scale: scaleOf(10, 12)}), // mean and mean + sd
		"rank_min":                    plain(score.Rule{Kind: score.Rank}),
		"rank_average":                plain(score.Rule{Kind: score.Rank, Ties: score.TiesAverage}),
		"borda_min":                   plain(score.Rule{Kind: score.Rank, Scale: scaleOf(0, 1)}), // rank − 1
		"prank_min":                   plain(score.Rule{Kind: score.PercentileRank, Scale: scaleOf(0, 1)}),
		"dist2max":                    plain(score.Rule{Kind: score.MinMax, Scale: scaleOf(0, 1)}), // 1 − (max − x) ÷ range
		"dist2ref_row1_nocap":         plain(score.Rule{Kind: score.DistanceToTarget, Reference: c.raw[0]["uCode"], Scale: scaleOf(0, 1), Open: true}),
		"dist2targ_iMetaTarget_nocap": toTarget(true),
		"dist2targ_iMetaTarget_cap":   toTarget(false),
		"fracmax":                     plain(score.Rule{Kind: score.ShareOfMost, Scale: scaleOf(0, 1)}),
		"goalposts_trunc":             between(false),
		"goalposts_notrunc":           between(true),
	}
}
