package replay_test

import (
	"testing"

	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/internal/replay"
	"github.com/stretchr/testify/assert"
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
