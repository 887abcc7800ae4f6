package indicator_test

import (
	"errors"
	"fmt"
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/require"
)

// The evaluator below knows nothing of the package but the text of a formula and the numbers that stand for its
// symbols. It keeps fractions exact; a power that is no fraction it takes with 600 bits, by Newton's method.

// A term is an exact fraction, or a number of 600 bits where irrational is set.
type term struct {
	rat        *big.Rat
	irrational *big.Float
}

const precision = 600

func (t term) float() *big.Float {
	if t.irrational != nil {
		return t.irrational
	}
	return new(big.Float).SetPrec(precision).SetRat(t.rat)
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
			left, err = apply(operator, left, right)
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
	case unicode.IsDigit(r):
		return term{rat: big.NewRat(int64(r-'0'), 1)}, nil
	case unicode.IsLetter(r):
		p.used[string(r)] = true
		v, ok := p.symbols[string(r)]
		if !ok {
			return term{}, fmt.Errorf("no input %c", r)
		}
		if v == nil {
			return term{}, errUndefined
		}
		return term{rat: v}, nil
	}
	return term{}, fmt.Errorf("neither digit nor symbol: %q", r)
}

func apply(operator rune, a, b term) (term, error) {
	if a.irrational == nil && b.irrational == nil {
		r := new(big.Rat)
		switch operator {
		case '+':
			r.Add(a.rat, b.rat)
		case '−':
			r.Sub(a.rat, b.rat)
		case '×':
			r.Mul(a.rat, b.rat)
		case '÷':
			if b.rat.Sign() == 0 {
				return term{}, errUndefined
			}
			r.Quo(a.rat, b.rat)
		}
		return term{rat: r}, nil
	}
	x, y, f := a.float(), b.float(), new(big.Float).SetPrec(precision)
	switch operator {
	case '+':
		f.Add(x, y)
	case '−':
		f.Sub(x, y)
	case '×':
		f.Mul(x, y)
	case '÷':
		f.Quo(x, y)
	}
	return term{irrational: f}, nil
}

// raise returns base^(p ÷ q) as the q-th root, taken by Newton's method, raised to p.
func raise(base, exponent term) (term, error) {
	if base.irrational != nil || exponent.irrational != nil || base.rat.Sign() <= 0 || exponent.rat.Sign() <= 0 {
		return term{}, errUndefined
	}
	p, q := exponent.rat.Num().Int64(), exponent.rat.Denom().Int64()
	x := base.float()
	one := new(big.Float).SetPrec(precision).SetInt64(1)
	root := new(big.Float).SetMantExp(one, x.MantExp(nil)/int(q)+1) // of the same precision, and above the root
	degree := new(big.Float).SetInt64(q)
	for range 2000 {
		step := new(big.Float).SetPrec(precision).Quo(x, times(root, q-1)) // x ÷ rootᵠ⁻¹
		step.Sub(step, root).Quo(step, degree)
		root.Add(root, step)
		if step.Sign() == 0 || step.MantExp(nil) < root.MantExp(nil)-precision+20 {
			return term{irrational: times(root, p)}, nil
		}
	}
	return term{}, fmt.Errorf("the root of degree %d of %s was not found", q, base.rat)
}

func times(x *big.Float, n int64) *big.Float {
	power := new(big.Float).SetPrec(precision).SetInt64(1)
	for range n {
		power.Mul(power, x)
	}
	return power
}

// replay applies the figure's formula to the figure's inputs, and to nothing else, and holds the result against what
// the figure says.
func replay(t *testing.T, f indicator.Figure) {
	t.Helper()
	symbols := map[string]*big.Rat{}
	for _, in := range f.Inputs {
		require.NotContains(t, symbols, in.Symbol, "an input stands twice")
		symbols[in.Symbol] = nil
		if !in.Value.IsZero() {
			symbols[in.Symbol], _ = in.Value.Ratio(indicator.NotComputed).Rat()
		}
	}
	got, used, err := evaluate(f.Formula.Expression(), symbols)
	if f.Formula != indicator.FormulaAttainmentWithin { // which is 1, by the actual and the target beside it
		for symbol := range symbols {
			if err == nil {
				require.True(t, used[symbol], "%s: the input %s is not used", f.Formula, symbol)
			}
		}
	}
	switch why := f.Result.Missing(); why {
	case indicator.Present:
	case indicator.SharesUsePoints, indicator.NotDefined, indicator.NotPositive:
		return // by rule, although the inputs may be there
	case indicator.AfterTarget:
		if f.Formula != indicator.FormulaStraightLine && f.Formula != indicator.FormulaConstantGrowth {
			require.ErrorIs(t, err, errUndefined, "%s is missing for %s, and its inputs give %v", f.Formula, why, got)
		}
		return // a projection into the past is left out by rule
	case indicator.NoObservation, indicator.NoTarget:
		if f.Formula != indicator.FormulaAttainmentWithin {
			require.ErrorIs(t, err, errUndefined, "%s is missing for %s, and its inputs give %v", f.Formula, why, got)
		}
		return
	default:
		require.ErrorIs(t, err, errUndefined, "%s is missing for %s, and its inputs give %v", f.Formula, why, got)
		return
	}
	require.NoError(t, err, "%s is %v, and its inputs give nothing", f.Formula, f.Result)

	if r, ok := f.Result.(indicator.Ratio); ok {
		require.Nil(t, got.irrational, f.Formula)
		want, _ := r.Rat()
		require.Zero(t, got.rat.Cmp(want), "%s is %s, its inputs %+v give %s", f.Formula, want, f.Inputs, got.rat)
		return
	}
	rounded, ok := new(big.Rat).SetString(f.Result.Decimal(6, indicator.HalfUp).StringFixed(6))
	require.True(t, ok)
	// Half a unit of the sixth place, and the evaluator's own error beside a number that may be large.
	off := new(big.Float).Sub(got.float(), new(big.Float).SetPrec(precision).SetRat(rounded))
	limit := new(big.Float).SetPrec(precision).SetRat(big.NewRat(1, 2_000_000))
	limit.Add(limit, new(big.Float).SetMantExp(big.NewFloat(1), got.float().MantExp(nil)-precision+60))
	require.LessOrEqual(t, off.Abs(off).Cmp(limit), 0, "%s is %s, its inputs %+v give %s",
		f.Formula, rounded.FloatString(6), f.Inputs, got.float().Text('f', 12))
}

func TestReplaySeed(t *testing.T) {
	figures := 0
	for _, s := range seeds() {
		m := indicator.Measure(s.indicator, evaluationDate)
		for _, f := range m.Figures() {
			replay(t, f)
			figures++
		}
	}
	require.Greater(t, figures, 100)
}

func TestReplayPublished(t *testing.T) {
	for _, p := range readPublished(t) {
		m := p.measure()
		for _, f := range m.Figures() {
			replay(t, f)
		}
	}
}

func TestReplayGenerated(t *testing.T) {
	random := rand.New(rand.NewPCG(14, 5))
	present := map[indicator.Formula]int{}
	for range 3000 {
		ind := generate(random)
		m := indicator.Measure(ind, indicator.Period{})
		if random.IntN(3) == 0 {
			m = indicator.Measure(ind, indicator.Day(2018+random.IntN(10), 1+random.IntN(12), 28))
		}
		for _, f := range m.Figures() {
			replay(t, f)
			if f.Result.Missing() == indicator.Present {
				present[f.Formula]++
			}
		}
	}
	for _, f := range indicator.Formulas() {
		switch f {
		case indicator.FormulaShare, indicator.FormulaYearlyAverage, indicator.FormulaGrowth, indicator.FormulaDifference:
			continue // not of an indicator
		}
		require.Greater(t, present[f], 30, "%s was hardly ever there", f)
	}
}

// generate makes an indicator of any direction over years, half-years, quarters, months or a mixture, with numbers
// that may be absent, zero or negative.
func generate(random *rand.Rand) indicator.Indicator {
	ind := indicator.Indicator{
		Code: "g", Name: "指标", Unit: []string{"家", "%", "‰"}[random.IntN(3)],
		Direction: []indicator.Direction{indicator.Increase, indicator.Decrease, indicator.Range, indicator.Maintain}[random.IntN(4)],
		Kind:      []indicator.Kind{indicator.Level, indicator.Flow}[random.IntN(2)],
	}
	form := random.IntN(7)
	periodOf := func(year int) indicator.Period {
		form := form
		if form == 5 { // mixed
			form = random.IntN(5)
		}
		switch form {
		case 0:
			return indicator.Year(year)
		case 1:
			return indicator.MustPeriod(fmt.Sprintf("%04dH%d", year, 1+random.IntN(2)))
		case 2:
			return indicator.MustPeriod(fmt.Sprintf("%04dQ%d", year, 1+random.IntN(4)))
		case 3:
			return indicator.Month(year, 1+random.IntN(12))
		case 4:
			if month := indicator.Month(year, 1+random.IntN(12)); random.IntN(2) == 0 {
				return month.End() // whole months
			}
			return indicator.Day(year, 1+random.IntN(12), 15)
		}
		return indicator.Year(year)
	}
	number := func() indicator.Value {
		n := indicator.MustValue(fmt.Sprintf("%d.%02d", 1+random.IntN(5000), random.IntN(100)))
		switch random.IntN(16) {
		case 0:
			return indicator.Value{}
		case 1:
			return indicator.IntValue(0)
		case 2:
			return indicator.IntValue(-int64(random.IntN(100)))
		case 3:
			return indicator.MustValue(fmt.Sprintf("%d.%018d", random.Uint64(), random.Int64N(1e18)))
		}
		return n
	}
	if random.IntN(10) > 0 {
		ind.Baseline = periodOf(2020)
		ind.Series = append(ind.Series, indicator.Observation{Period: ind.Baseline, Value: number()})
	}
	same := periodOf(2001)
	for year := 2019 + random.IntN(3); year < 2021+random.IntN(7); year++ {
		p := periodOf(year)
		if form != 5 && random.IntN(2) == 0 && !same.IsZero() { // the same part of each year, so that years can be compared
			p = indicator.MustPeriod(fmt.Sprintf("%04d", year) + same.String()[4:])
		}
		ind.Series = append(ind.Series, indicator.Observation{Period: p, Value: number()})
	}
	if random.IntN(10) > 0 {
		target := indicator.Target{Period: periodOf(2023 + random.IntN(4)), Value: number()}
		if ind.Direction == indicator.Range {
			target.Low, target.High, target.Value = number(), number(), indicator.Value{}
		}
		ind.Targets = append(ind.Targets, target)
	}
	return ind
}
