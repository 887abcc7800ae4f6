package xlsx

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestCellFormula(t *testing.T) {
	cells := map[string]string{"a": "B4", "t": "D4", "k": "F4", "g1": "H4", "g2": "J4", "g10": "L4", "l": "N4", "n": "P4"}
	for _, c := range []struct{ name, expression, want string }{
		{"a quotient", "a ÷ t", "B4/D4"},
		{"a difference keeps its order", "2 − a ÷ t", "2-B4/D4"},
		{"parentheses, a power and a root", "(a ÷ t) ^ (1 ÷ k) − 1", "(B4/D4)^(1/F4)-1"},
		{"numbered symbols", "(1 + g1 ÷ 100) × (1 + g10 ÷ 100)", "(1+H4/100)*(1+L4/100)"},
		{"a logarithm", "ln (1 − a ÷ 100) ÷ ln (1 − t ÷ 100)", "LN(1-B4/100)/LN(1-D4/100)"},
		{"a symbol like the beginning of a logarithm", "l × n", "N4*P4"},
		{"a constant", "1", "1"},
	} {
		got, ok := cellFormula(c.expression, cells)
		assert.True(t, ok, c.name)
		assert.Equal(t, c.want, got, c.name)
	}
	for name, expression := range map[string]string{
		"a symbol without a cell": "a ÷ x",
		"a sum over nothing":      "Σ x",
		"a product over nothing":  "(Π (1 + g ÷ 100)) ^ (1 ÷ k)",
		"an equation":             "a × ((1 + r) + … + (1 + r) ^ n) = t",
		"nothing":                 "",
		"what is no expression":   "a;t",
		"broken UTF-8":            "a \xff t",
	} {
		_, ok := cellFormula(expression, cells)
		assert.False(t, ok, name)
	}
}
