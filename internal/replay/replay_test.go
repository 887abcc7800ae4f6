package replay_test

import (
	"math/big"
	"testing"

	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/internal/replay"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestCheckNoticesAWrongFigure(t *testing.T) {
	input := func(symbol, value string) indicator.Input {
		return indicator.Input{Symbol: symbol, Value: indicator.MustValue(value)}
	}
	share := func(result indicator.Number, inputs ...indicator.Input) indicator.Figure {
		return indicator.Figure{Formula: indicator.FormulaShare, Inputs: inputs, Result: result}
	}
	right := indicator.IntRatio(1, 4)
	cases := []struct {
		name   string
		figure indicator.Figure
		fault  string // empty: in order
	}{
		{"the right fraction", share(right, input("x", "5"), input("n", "20")), ""},
		{"another fraction", share(indicator.IntRatio(1, 5), input("x", "5"), input("n", "20")), "share is 1/5"},
		{"a result from nothing", share(right, input("x", "5"), input("n", "")), "give none"},
		{"a division by zero with a result", share(right, input("x", "5"), input("n", "0")), "give none"},
		{"missing although it can be had", share(indicator.Missing(indicator.NoCount), input("x", "5"), input("n", "20")), "is missing for no-count"},
		{"missing with its input", share(indicator.Missing(indicator.NoCount), input("x", ""), input("n", "20")), ""},
		{"an input too many", share(right, input("x", "5"), input("n", "20"), input("z", "1")), "not used"},
		{"an input twice", share(right, input("x", "5"), input("x", "5"), input("n", "20")), "stands twice"},
		{"an input too few", share(right, input("x", "5")), "no input n"},
		{"a root", indicator.Figure{Formula: indicator.FormulaRequiredGrowth, Result: indicator.IntRatio(1, 10),
			Inputs: []indicator.Input{input("t", "121"), input("a", "100"), input("y", "1"), input("m", "2")}}, "required-growth is 1/10"}, // 10 % is right, as a root only
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			err := replay.Check(c.figure)
			if c.fault == "" {
				assert.NoError(t, err)
				return
			}
			assert.ErrorContains(t, err, c.fault)
		})
	}
}

// The roots are from mpmath, with 40 digits.
func TestExpression(t *testing.T) {
	half, minus, two, three := big.NewRat(1, 2), big.NewRat(-1, 1), big.NewRat(2, 1), big.NewRat(3, 1)
	cases := []struct {
		name, expression string
		symbols          map[string]*big.Rat
		exact            string // empty: a root
		digits           string
		fault            string // empty: in order
	}{
		{"a fraction stays one", "(w1 × s1 + w2 × s2) ÷ (w1 + w2)", map[string]*big.Rat{"w1": half, "s1": two, "w2": three, "s2": half}, "5/7", "", ""},
		{"a whole power below 0 is a fraction", "x ^ p", map[string]*big.Rat{"x": two, "p": minus}, "1/2", "", ""},
		{"1 ÷ √2", "x ^ p", map[string]*big.Rat{"x": two, "p": big.NewRat(-1, 2)}, "", "0.7071067811865475244008443621048490392848", ""},
		{"a root of a sum of roots", "(x ^ h + y ^ h) ^ h", map[string]*big.Rat{"x": two, "y": three, "h": half}, "", "1.773771228186423239889868548861289503732", ""},
		{"a whole power of a root", "(x ^ h + 1) ^ 3", map[string]*big.Rat{"x": two, "h": half}, "", "14.07106781186547524400844362104849039285", ""},
		{"a power of 0 below 0 is not defined", "x ^ p", map[string]*big.Rat{"x": new(big.Rat), "p": minus}, "", "", "x ^ p: not defined"},
		{"a power of what is below 0 is not defined", "x ^ h", map[string]*big.Rat{"x": minus, "h": half}, "", "", "not defined"},
		{"an input too many", "x", map[string]*big.Rat{"x": two, "z": two}, "", "", "x: the input z is not used"},
		{"an input too few", "x + y", map[string]*big.Rat{"x": two}, "", "", "no input y"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			exact, float, err := replay.Expression(c.expression, c.symbols)
			switch {
			case c.fault != "":
				assert.ErrorContains(t, err, c.fault)
			case c.exact != "":
				require.NoError(t, err)
				assert.Equal(t, c.exact, exact.RatString())
			default:
				require.NoError(t, err)
				assert.Nil(t, exact)
				assert.Equal(t, c.digits, float.Text('g', 40))
			}
		})
	}
}
