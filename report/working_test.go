package report

import (
	"testing"

	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/assert"
)

func input(symbol, value string) indicator.Input {
	return indicator.Input{Symbol: symbol, Value: indicator.MustValue(value)}
}

func ratio(n, d int64) indicator.Number { return indicator.IntRatio(n, d) }

func TestWorking(t *testing.T) {
	for _, c := range []struct {
		name   string
		figure indicator.Figure
		zh, en string
	}{
		{"a percentage", indicator.Figure{Formula: indicator.FormulaAttainment, Inputs: []indicator.Input{input("a", "1374"), input("t", "1800")}, Result: ratio(1374, 1800)},
			"1374 ÷ 1800 = 76.33 %", "1374 ÷ 1800 = 76.33 %"},
		{"percentage points have a sign", indicator.Figure{Formula: indicator.FormulaScheduleGap,
			Inputs: []indicator.Input{input("a", "3"), input("b", "1"), input("t", "5"), input("k", "1"), input("n", "5")}, Result: ratio(3, 10)},
			"(3 − 1) ÷ (5 − 1) − 1 ÷ 5 = +30.00个百分点", "(3 − 1) ÷ (5 − 1) − 1 ÷ 5 = +30.00 pp"},
		{"a negative input stands in parentheses", indicator.Figure{Formula: indicator.FormulaDifference, Inputs: []indicator.Input{input("a", "-2"), input("b", "-1.5")}, Unit: "t", Result: ratio(-1, 2)},
			"(−2) − (−1.5) = −0.5t", "(−2) − (−1.5) = −0.5 t"},
		{"points as a unit", indicator.Figure{Formula: indicator.FormulaDifference, Inputs: []indicator.Input{input("a", "2.86"), input("b", "2.81")}, Unit: "pp", Result: ratio(5, 100)},
			"2.86 − 2.81 = +0.05个百分点", "2.86 − 2.81 = +0.05 pp"},
		{"a bare number", indicator.Figure{Formula: indicator.FormulaPace, Inputs: []indicator.Input{input("a", "3"), input("b", "1"), input("t", "5"), input("k", "1"), input("n", "5")}, Result: ratio(5, 2)},
			"(3 − 1) ÷ (5 − 1) ÷ (1 ÷ 5) = 2.50", "(3 − 1) ÷ (5 − 1) ÷ (1 ÷ 5) = 2.50"},
		{"half goes up", indicator.Figure{Formula: indicator.FormulaShare, Inputs: []indicator.Input{input("x", "1"), input("n", "16")}, Result: ratio(1, 16)},
			"1 ÷ 16 = 6.25 %", "1 ÷ 16 = 6.25 %"},
		{"inside a range", indicator.Figure{Formula: indicator.FormulaAttainmentWithin, Result: ratio(1, 1)}, "1 = 100.00 %", "1 = 100.00 %"},
		{"a reason", indicator.Figure{Formula: indicator.FormulaProgress, Result: indicator.Missing(indicator.NoBaseline)}, "缺基期值", "no baseline"},
		{"nothing", indicator.Figure{}, "不适用", "not applicable"},
		{"a formula that is not known", indicator.Figure{Formula: "own", Result: ratio(1, 3)}, "0.33", "0.33"},
		{"an input that is not given", indicator.Figure{Formula: indicator.FormulaAttainment, Inputs: []indicator.Input{input("a", "2")}, Result: ratio(1, 2)}, "2 ÷ t = 50.00 %", "2 ÷ t = 50.00 %"},
	} {
		t.Run(c.name, func(t *testing.T) {
			assert.Equal(t, c.zh, Working(c.figure, languages[chinese]))
			assert.Equal(t, c.en, Working(c.figure, languages[english]))
		})
	}
}

func TestFiguresOfUnknownUnitsAndReasons(t *testing.T) {
	zh, en := both()
	average := indicator.Figure{Formula: indicator.FormulaYearlyAverage, Unit: "亿元", Inputs: []indicator.Input{input("c", "1.77"), input("n", "3")}, Result: ratio(59, 100)}
	assert.Equal(t, "1.77 ÷ 3 = 0.59亿元", zh.working(average))
	assert.Equal(t, "1.77 ÷ 3 = 0.59 (100 million yuan)", en.working(average))
	assert.Equal(t, "0.59亿元", zh.figure(average))
	assert.Equal(t, "59 million yuan", en.figure(average))
	assert.Equal(t, "reason-99", en.reason(indicator.Reason(99)))
	for _, r := range indicator.Reasons() {
		assert.NotEqual(t, r.String(), zh.percent(indicator.Missing(r)))
	}
}
