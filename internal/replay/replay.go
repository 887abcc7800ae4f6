// Package replay recomputes figures from their working, for tests: it knows nothing of the library but the text of a
// formula and the numbers that stand for its symbols. It keeps fractions exact; a power that is no fraction it takes
// with 600 bits, by Newton's method.
package replay

import (
	"errors"
	"fmt"
	"maps"
	"math/big"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/planeval/planeval/indicator"
)

// Check applies the figure's formula to the figure's inputs, and to nothing else, and returns an error where the result
// is another than the figure's: another fraction, or for a root another sixth place.
func Check(f indicator.Figure) error {
	switch {
	case f.Result.Missing() == indicator.NotDefined: // by rule: the kind or direction, or so long a time
		return nil
	case f.Formula == indicator.FormulaMeanGrowthSum:
		return checkEquation(f)
	}
	got, err := apply(f)
	if undefined := errors.Is(err, errUndefined); err != nil && !undefined {
		return fmt.Errorf("%s: %w", f.Formula, err)
	} else if f.Result.Missing() != indicator.Present {
		return checkMissing(f, undefined)
	} else if undefined {
		return fmt.Errorf("%s has a result, and its inputs %+v give none", f.Formula, f.Inputs)
	}
	if r, ok := f.Result.(indicator.Ratio); ok {
		want, _ := r.Rat()
		if got.irrational != nil || got.rat.Cmp(want) != 0 {
			return fmt.Errorf("%s is %s, and its inputs %+v give %v", f.Formula, want, f.Inputs, got)
		}
		return nil
	}
	return checkRoot(f, got)
}

// checkEquation puts the rate of the cumulative method, half a unit of its sixth place less and more, into the equation
// that it solves.
func checkEquation(f indicator.Figure) error {
	base, n, sum := new(big.Rat), new(big.Rat), new(big.Rat)
	complete := true
	for _, in := range f.Inputs {
		number, ok := in.Value.Ratio(indicator.NotComputed).Rat()
		switch {
		case !ok:
			complete = false
		case in.Symbol == "b":
			base = number
		case in.Symbol == "n":
			n = number
		default:
			sum.Add(sum, number)
		}
	}
	solvable := complete && base.Sign() > 0 && sum.Sign() > 0
	if present := f.Result.Missing() == indicator.Present; present != solvable {
		return fmt.Errorf("%s is %v, and its inputs %+v have a solution: %v", f.Formula, f.Result, f.Inputs, solvable)
	} else if !present {
		return nil
	}
	rounded, _ := new(big.Rat).SetString(f.Result.Decimal(6, indicator.HalfUp).StringFixed(6))
	at := func(rate *big.Rat) int { // the sum at that rate, compared with the sum given
		power, total := new(big.Rat).Set(base), new(big.Rat)
		factor := new(big.Rat).Add(rate, big.NewRat(1, 1))
		for range n.Num().Int64() {
			total.Add(total, power.Mul(power, factor))
		}
		return total.Cmp(sum)
	}
	half := big.NewRat(1, 2_000_000)
	if at(new(big.Rat).Sub(rounded, half)) > 0 || at(new(big.Rat).Add(rounded, half)) < 0 {
		return fmt.Errorf("%s is %s, which its inputs %+v do not bear out", f.Formula, rounded.FloatString(6), f.Inputs)
	}
	return nil
}

// apply evaluates the formula over the inputs and makes sure that each stands once and is used.
func apply(f indicator.Figure) (term, error) {
	symbols := map[string]*big.Rat{}
	for _, in := range f.Inputs {
		if _, twice := symbols[in.Symbol]; twice {
			return term{}, fmt.Errorf("the input %s stands twice", in.Symbol)
		}
		symbols[in.Symbol] = nil
		if !in.Value.IsZero() {
			symbols[in.Symbol], _ = in.Value.Ratio(indicator.NotComputed).Rat()
		}
	}
	got, used, err := evaluate(f.Expression(), symbols)
	if err != nil || f.Formula == indicator.FormulaAttainmentWithin { // which is 1, by the numbers beside it
		return got, err
	}
	for symbol := range symbols {
		if !used[symbol] {
			return term{}, fmt.Errorf("the input %s is not used", symbol)
		}
	}
	return got, nil
}

// checkMissing returns an error where a figure is missing although its inputs give a result, unless it is left out by
// rule.
func checkMissing(f indicator.Figure, undefined bool) error {
	byRule := false
	switch f.Result.Missing() {
	case indicator.SharesUsePoints:
		byRule = f.Formula == indicator.FormulaYearOnYear || f.Formula == indicator.FormulaPeriodOnPeriod
	case indicator.NotPositive:
		byRule = slices.ContainsFunc(f.Inputs, func(in indicator.Input) bool { return in.Value.Sign() <= 0 }) ||
			strings.Contains(string(f.Formula), "-attainment") || // of a projection below 0
			strings.Contains(string(f.Formula), "reduction") && slices.ContainsFunc(f.Inputs, all) // nothing is left
	case indicator.AfterTarget: // a projection into the past
		byRule = f.Formula == indicator.FormulaProjectedProgress || strings.HasPrefix(string(f.Formula), string(indicator.FormulaStraightLine)) ||
			strings.HasPrefix(string(f.Formula), string(indicator.FormulaConstantGrowth)) ||
			strings.HasPrefix(string(f.Formula), "least-squares")
	case indicator.OutsideBase: // of an option that is counted and has no share
		byRule = f.Formula == indicator.FormulaShare
	case indicator.NoObservation, indicator.NoTarget:
		byRule = f.Formula == indicator.FormulaAttainmentWithin
	}
	if undefined || byRule {
		return nil
	}
	return fmt.Errorf("%s is missing for %s, and its inputs %+v give a result", f.Formula, f.Result.Missing(), f.Inputs)
}

// all reports whether a reduction is of 100 % or more.
func all(in indicator.Input) bool { return in.Value.Cmp(indicator.IntValue(100)) >= 0 }

// checkRoot allows half a unit of the sixth place, and the evaluator's own error beside a number that may be large.
func checkRoot(f indicator.Figure, got term) error {
	rounded, ok := new(big.Rat).SetString(f.Result.Decimal(6, indicator.HalfUp).StringFixed(6))
	if !ok {
		return fmt.Errorf("%s: the result does not print as a number", f.Formula)
	}
	off := new(big.Float).Sub(got.float(), new(big.Float).SetPrec(precision).SetRat(rounded))
	limit := new(big.Float).SetPrec(precision).SetRat(big.NewRat(1, 2_000_000))
	limit.Add(limit, new(big.Float).SetMantExp(big.NewFloat(1), got.float().MantExp(nil)-precision+60))
	if off.Abs(off).Cmp(limit) > 0 {
		return fmt.Errorf("%s is %s, and its inputs %+v give %s", f.Formula, rounded.FloatString(6), f.Inputs, got.float().Text('f', 12))
	}
	return nil
}

// Expression applies a formula to the numbers that stand for its symbols, each of which it must use, and returns the
// result as a fraction where it is one, and in 600 bits in any case.
func Expression(expression string, symbols map[string]*big.Rat) (*big.Rat, *big.Float, error) {
	got, used, err := evaluate(expression, symbols)
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %w", expression, err)
	}
	for _, symbol := range slices.Sorted(maps.Keys(symbols)) {
		if !used[symbol] {
			return nil, nil, fmt.Errorf("%s: the input %s is not used", expression, symbol)
		}
	}
	return got.rat, got.float(), nil
}

type parser struct {
	text    string
	symbols map[string]*big.Rat
	used    map[string]bool
}

var errUndefined = errors.New("not defined")

// evaluate returns the expression's value, and which symbols it used. The error is errUndefined where an input is
// absent, a divisor is 0, or a power is not defined.
func evaluate(expression string, symbols map[string]*big.Rat) (term, map[string]bool, error) {
	p := &parser{strings.ReplaceAll(expression, " ", ""), symbols, map[string]bool{}}
	t, err := p.sum()
	if err == nil && p.text != "" {
		err = fmt.Errorf("left over: %q", p.text)
	}
	return t, p.used, err
}

// take takes the next rune where it is one of those wanted.
func (p *parser) take(wanted string) rune {
	r, size := utf8.DecodeRuneInString(p.text)
	if size == 0 || !strings.ContainsRune(wanted, r) {
		return 0
	}
	p.text = p.text[size:]
	return r
}

func (p *parser) sum() (term, error)     { return p.chain("+−", p.product) }
func (p *parser) product() (term, error) { return p.chain("×÷", p.power) }

func (p *parser) chain(operators string, operand func() (term, error)) (term, error) {
	left, err := operand()
	for err == nil {
		operator := p.take(operators)
		if operator == 0 {
			break
		}
		var right term
		if right, err = operand(); err == nil {
			left, err = operate(operator, left, right)
		}
	}
	return left, err
}

func (p *parser) power() (term, error) {
	base, err := p.atom()
	if err != nil || p.take("^") == 0 {
		return base, err
	}
	exponent, err := p.atom()
	if err != nil {
		return term{}, err
	}
	return raise(base, exponent)
}

func (p *parser) atom() (term, error) {
	if p.take("(") != 0 {
		t, err := p.sum()
		if err == nil && p.take(")") == 0 {
			err = fmt.Errorf("no closing parenthesis before %q", p.text)
		}
		return t, err
	}
	r, size := utf8.DecodeRuneInString(p.text)
	p.text = p.text[size:]
	switch {
	case r == 'Σ' || r == 'Π': // over nothing: otherwise the figure writes it out
		p.text = ""
		return term{}, errUndefined
	case r == 'l' && strings.HasPrefix(p.text, "n("):
		p.text = p.text[1:]
		x, err := p.atom()
		if err != nil {
			return term{}, err
		}
		return logarithm(x)
	case unicode.IsDigit(r):
		n, _ := new(big.Rat).SetString(string(r) + p.digits())
		return term{rat: n}, nil
	case unicode.IsLetter(r):
		symbol := string(r) + p.digits()
		p.used[symbol] = true
		v, ok := p.symbols[symbol]
		if !ok {
			return term{}, fmt.Errorf("no input %s", symbol)
		}
		if v == nil {
			return term{}, errUndefined
		}
		return term{rat: v}, nil
	}
	return term{}, fmt.Errorf("neither digit nor symbol: %q", r)
}

// digits takes what digits there are.
func (p *parser) digits() string {
	rest := strings.TrimLeft(p.text, "0123456789")
	taken := p.text[:len(p.text)-len(rest)]
	p.text = rest
	return taken
}
