package report

import (
	"strings"

	"github.com/planeval/planeval/indicator"
)

// Working returns the working of a figure: its formula with the inputs put in and the result rounded half up to two
// places, such as "1374 ÷ 1800 = 76.33 %", or in words the reason why there is no figure. Digits are not grouped, so
// that the working can be calculated again as it stands, and the sign % stands off like an operator.
func Working(f indicator.Figure, o Options) string {
	w := newWords(o, nil)
	return w.working(f)
}

func (w *words) working(f indicator.Figure) string {
	if f.Result == nil || f.Result.Missing() != indicator.Present {
		return w.figure(f)
	}
	result := w.result(f)
	expression := f.Expression()
	if expression == "" {
		return result
	}
	put := w.substituted(expression, f.Inputs)
	if strings.Contains(expression, " = ") { // an equation for r
		return w.say("working.equation", "equation", put, "result", result)
	}
	if put == result {
		return result
	}
	return put + " = " + result
}

// substituted puts the inputs' values in the place of their symbols; a negative one gets parentheses. A symbol
// without input stays.
func (w *words) substituted(expression string, inputs []indicator.Input) string {
	return substitute(expression, func(symbol, _ string) (string, bool) {
		for _, input := range inputs {
			if input.Symbol == symbol && !input.Value.IsZero() {
				return negative(input.Value.String()), true
			}
		}
		return "", false
	})
}

// substitute puts what number gives in the place of the symbols of an expression; number is told what stands before. A
// symbol for which it gives nothing stays.
func substitute(expression string, number func(symbol, before string) (string, bool)) string {
	spaced := strings.ReplaceAll(strings.ReplaceAll(expression, "(", " ( "), ")", " ) ")
	tokens := strings.FieldsFunc(spaced, func(r rune) bool { return r == ' ' })
	before := ""
	for i, token := range tokens {
		if put, ok := number(token, before); ok {
			tokens[i] = put
		}
		before = token
	}
	return strings.ReplaceAll(strings.ReplaceAll(strings.Join(tokens, " "), "( ", "("), " )", ")")
}

// negative puts parentheses around a number below zero.
func negative(number string) string {
	if strings.HasPrefix(number, "-") {
		return "(" + minus(number) + ")"
	}
	return number
}

// result prints the figure without grouping and without multiplying its unit out.
func (w *words) result(f indicator.Figure) string {
	switch f.Formula.Display() {
	case indicator.Percent:
		return minus(hundredfold(f.Result)) + " %"
	case indicator.Points:
		return w.quantity(signed(hundredfold(f.Result)), indicator.PointUnit)
	case indicator.Plain:
		return minus(fixed(f.Result))
	}
	number := fixedIn(f.Result, f.Unit)
	if f.Unit == indicator.PointUnit || f.Formula == indicator.FormulaDifference {
		number = signed(number)
	}
	if indicator.IsShare(f.Unit) {
		return minus(number) + " " + f.Unit
	}
	if w.tag == english && scale(w.unit(f.Unit)) > 0 {
		return minus(number) + w.paren(w.unit(f.Unit))
	}
	return w.quantity(number, f.Unit)
}

// symbols says what the symbols of a figure's working are: the period and source of each input.
func (w *words) symbols(inputs ...indicator.Input) string {
	var parts []string
	for _, input := range inputs {
		about := w.remarks(w.period(input.Period), w.status(input.Status), w.t(input.Source))
		if about == "" {
			continue
		}
		parts = append(parts, input.Symbol+" "+about)
	}
	return w.clauses(parts...)
}

// status words how firm a number is; a printed one needs no word.
func (w *words) status(s indicator.Status) string {
	if s == indicator.Printed {
		return ""
	}
	return w.word("data-status", string(s), "")
}
