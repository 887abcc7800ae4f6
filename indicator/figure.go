package indicator

import (
	"cmp"
	"slices"
	"strings"
)

// Formulas returns every formula, for catalogues of words and for tests.
func Formulas() []Formula {
	return slices.Concat([]Formula{
		FormulaAttainment, FormulaAttainmentDecrease, FormulaAttainmentDifference, FormulaAttainmentLow, FormulaAttainmentHigh,
		FormulaAttainmentWithin, FormulaProgress, FormulaElapsed, FormulaScheduleGap, FormulaPace, FormulaDue,
		FormulaDueGeometric, FormulaYearOnYear, FormulaPeriodOnPeriod, FormulaPointChange, FormulaMultiple, FormulaMeanGrowth, FormulaRequiredGrowth,
		FormulaRequiredStep, FormulaStraightLine, FormulaConstantGrowth, FormulaLastStep, FormulaMeanGrowthSum, FormulaShare, FormulaTasksLed, FormulaDutiesServed,
		FormulaYearlyAverage, FormulaGrowth, FormulaDifference, FormulaMeanChange, FormulaTrendValue, FormulaTrendGap,
		FormulaProjectedProgress, FormulaPoints, FormulaLeastSquares, FormulaTrendSlope, FormulaTrendIntercept,
		FormulaSum, FormulaProgressReduction, FormulaScheduleGapReduction, FormulaPaceReduction, FormulaDueReduction,
		FormulaPlannedReduction, FormulaMeanReduction, FormulaNeededReduction, FormulaRequiredReduction,
		FormulaConstantReduction, FormulaGrowthIndex, FormulaMeanRate, FormulaAttainmentRate, FormulaRateGap,
		FormulaRequiredRate, FormulaObservedGrowth, FormulaNeededGrowth, FormulaGrowthRatio, FormulaDirectedGrowth,
		FormulaLimitCoefficient, FormulaScaledGrowth, FormulaRatioScore, FormulaGrowthScore, FormulaScaledScore,
		FormulaBestScore, FormulaWorstScore,
	}, projectionFormulas(), costFormulas(), surveyFormulas())
}

// Formula is the stable id of the rule by which a figure is computed. Ids are frozen.
type Formula string

// The formulas, over these symbols: a actual, b baseline, t target; p the previous year's value, in period-on-period
// that of the period before; k elapsed, n total and m remaining units of time, y units of time in a year.
//
// Some have symbols of their own. Of sums, x is each amount and n, in mean-growth-sum, their number; of mean rates g
// is each year's rate in per cent, k their number, n and m the years of the plan and those left. In trend figures of
// the method weather f is the first of the last observations; of points p are for the target and e for measures. With
// least squares n is the number of observations, X, Y, Q and P the sums of their times, values, squared times, and
// products of time and value, and x the target's time. A share is x of n, a yearly average c over n years; growth and
// difference compare a with b. Those of the method open-sdg, those of money and of compared growth, and those of
// questionnaires stand where they are declared.
const (
	FormulaAttainment           Formula = "attainment"            // 完成率
	FormulaAttainmentDecrease   Formula = "attainment-decrease"   // 完成率 of an indicator that should fall
	FormulaAttainmentDifference Formula = "attainment-difference" // the same, 差额法
	FormulaAttainmentLow        Formula = "attainment-low"        // 完成率 against the lower bound of a range
	FormulaAttainmentHigh       Formula = "attainment-high"       // 完成率 against the upper bound of a range
	FormulaAttainmentWithin     Formula = "attainment-within"     // 完成率 inside a range
	FormulaProgress             Formula = "progress"              // 增量完成率
	FormulaElapsed              Formula = "elapsed"               // 时间进度
	FormulaScheduleGap          Formula = "schedule-gap"          // 序时进度差
	FormulaPace                 Formula = "pace"                  // progress for each unit of elapsed time
	FormulaDue                  Formula = "due"                   // 应达水平, straight line
	FormulaDueGeometric         Formula = "due-geometric"         // 应达水平, constant growth
	FormulaYearOnYear           Formula = "year-on-year"          // 同比
	FormulaPeriodOnPeriod       Formula = "period-on-period"      // 环比
	FormulaMultiple             Formula = "multiple"              // 是基期的n倍
	FormulaPointChange          Formula = "point-change"          // 百分点
	FormulaMeanGrowth           Formula = "mean-growth"           // 年均增速, 水平法
	FormulaRequiredGrowth       Formula = "required-growth"       // 所需年均增速
	FormulaRequiredStep         Formula = "required-step"         // 年均需增量
	FormulaStraightLine         Formula = "straight-line"         // projection from the baseline in a straight line
	FormulaConstantGrowth       Formula = "constant-growth"       // projection from the baseline by constant growth
	FormulaLastStep             Formula = "last-step"             // projection by repeating the last year's step
	FormulaShare                Formula = "share"                 // 占比
	FormulaTasksLed             Formula = "tasks-led"             // 牵头覆盖率: a share
	FormulaDutiesServed         Formula = "duties-served"         // 职责对应率: a share
	FormulaYearlyAverage        Formula = "yearly-average"        // 年均
	FormulaGrowth               Formula = "growth"                // 增长
	FormulaDifference           Formula = "difference"            // 增加额, 百分点
	FormulaMeanChange           Formula = "mean-change"           // 年均变化量 over the last observations
	FormulaTrendValue           Formula = "trend-value"           // projection by that change
	FormulaTrendGap             Formula = "trend-gap"             // what would remain of the way that is left
	FormulaProjectedProgress    Formula = "projected-progress"    // 预计增量完成率 by constant growth
	FormulaPoints               Formula = "points"                // 得分
	FormulaLeastSquares         Formula = "least-squares"         // projection by the line of least squares, 最小二乘
	FormulaTrendSlope           Formula = "trend-slope"           // its slope
	FormulaTrendIntercept       Formula = "trend-intercept"       // its value at the first observation's period
	FormulaSum                  Formula = "sum"                   // 累计完成

	// Of a reduction of a per cent 累计降低率, where yearly changes are those of what is reduced.
	FormulaProgressReduction    Formula = "progress-reduction"        // 进度
	FormulaScheduleGapReduction Formula = "schedule-gap-reduction"    // 序时进度差
	FormulaPaceReduction        Formula = "pace-reduction"            // progress for each unit of elapsed time
	FormulaDueReduction         Formula = "due-reduction"             // 应达水平
	FormulaPlannedReduction     Formula = "planned-reduction"         // the yearly change planned
	FormulaMeanReduction        Formula = "mean-reduction"            // the mean yearly change since the baseline
	FormulaNeededReduction      Formula = "needed-reduction"          // the change in all that is still required
	FormulaRequiredReduction    Formula = "required-reduction"        // the same in a year
	FormulaConstantReduction    Formula = "constant-growth-reduction" // projection by the mean yearly change

	// Of rates g in per cent, one a year.
	FormulaGrowthIndex    Formula = "growth-index"    // what they make of 1
	FormulaMeanRate       Formula = "mean-rate"       // 年均增速
	FormulaAttainmentRate Formula = "attainment-rate" // the mean rate against the target
	FormulaRateGap        Formula = "rate-gap"        // the mean rate above the target
	FormulaRequiredRate   Formula = "required-rate"   // 所需年均增速
)

// Display says how a figure is printed.
type Display uint8

// The displays.
const (
	InUnit  Display = iota // in the unit of its inputs
	Percent                // times a hundred, with %
	Points                 // times a hundred, in percentage points
	Plain                  // a bare number
)

type formulaForm struct {
	expression string
	display    Display
}

// form returns the expression over the inputs' symbols, and how the result is printed.
func (f Formula) form() formulaForm {
	switch f {
	case FormulaAttainment, FormulaAttainmentLow:
		return formulaForm{"a ÷ t", Percent}
	case FormulaAttainmentDecrease, FormulaAttainmentHigh:
		return formulaForm{"t ÷ a", Percent}
	case FormulaAttainmentDifference:
		return formulaForm{"2 − a ÷ t", Percent}
	case FormulaAttainmentWithin:
		return formulaForm{"1", Percent}
	case FormulaProgress:
		return formulaForm{"(a − b) ÷ (t − b)", Percent}
	case FormulaElapsed:
		return formulaForm{"k ÷ n", Percent}
	case FormulaScheduleGap:
		return formulaForm{"(a − b) ÷ (t − b) − k ÷ n", Points}
	case FormulaPace:
		return formulaForm{"(a − b) ÷ (t − b) ÷ (k ÷ n)", Plain}
	case FormulaDue:
		return formulaForm{"b + (t − b) × k ÷ n", InUnit}
	case FormulaDueGeometric:
		return formulaForm{"b × (t ÷ b) ^ (k ÷ n)", InUnit}
	case FormulaYearOnYear, FormulaPeriodOnPeriod:
		return formulaForm{"a ÷ p − 1", Percent}
	case FormulaPointChange:
		return formulaForm{"a − p", InUnit}
	case FormulaMultiple:
		return formulaForm{"a ÷ b", Plain}
	case FormulaMeanGrowth:
		return formulaForm{"(a ÷ b) ^ (y ÷ k) − 1", Percent}
	case FormulaMeanGrowthSum:
		return formulaForm{"b × ((1 + r) + … + (1 + r) ^ n) = Σ x", Percent}
	case FormulaRequiredGrowth:
		return formulaForm{"(t ÷ a) ^ (y ÷ m) − 1", Percent}
	case FormulaRequiredStep:
		return formulaForm{"(t − a) × y ÷ m", InUnit}
	case FormulaStraightLine:
		return formulaForm{"b + (a − b) × n ÷ k", InUnit}
	case FormulaConstantGrowth:
		return formulaForm{"b × (a ÷ b) ^ (n ÷ k)", InUnit}
	case FormulaLastStep:
		return formulaForm{"a + (a − p) × m ÷ y", InUnit}
	case FormulaShare, FormulaTasksLed, FormulaDutiesServed:
		return formulaForm{"x ÷ n", Percent}
	case FormulaYearlyAverage:
		return formulaForm{"c ÷ n", InUnit}
	case FormulaGrowth:
		return formulaForm{"a ÷ b − 1", Percent}
	case FormulaDifference:
		return formulaForm{"a − b", InUnit}
	case FormulaMeanChange:
		return formulaForm{"(a − f) × y ÷ k", InUnit}
	case FormulaTrendValue:
		return formulaForm{"a + (a − f) × m ÷ k", InUnit}
	case FormulaTrendGap:
		return formulaForm{"(t − a − (a − f) × m ÷ k) ÷ (t − a)", Percent}
	case FormulaProjectedProgress:
		return formulaForm{"(b × (a ÷ b) ^ (n ÷ k) − b) ÷ (t − b)", Percent}
	case FormulaPoints:
		return formulaForm{"p + e", Plain}
	case FormulaLeastSquares:
		return formulaForm{"Y ÷ n + (n × P − X × Y) ÷ (n × Q − X × X) × (x − X ÷ n)", InUnit}
	case FormulaTrendSlope:
		return formulaForm{"(n × P − X × Y) ÷ (n × Q − X × X)", InUnit}
	case FormulaTrendIntercept:
		return formulaForm{"Y ÷ n − (n × P − X × Y) ÷ (n × Q − X × X) × X ÷ n", InUnit}
	case FormulaSum:
		return formulaForm{"Σ x", InUnit}
	case FormulaProgressReduction:
		return formulaForm{"ln (1 − a ÷ 100) ÷ ln (1 − t ÷ 100)", Percent}
	case FormulaScheduleGapReduction:
		return formulaForm{"ln (1 − a ÷ 100) ÷ ln (1 − t ÷ 100) − k ÷ n", Points}
	case FormulaPaceReduction:
		return formulaForm{"ln (1 − a ÷ 100) ÷ ln (1 − t ÷ 100) ÷ (k ÷ n)", Plain}
	case FormulaDueReduction:
		return formulaForm{"100 − 100 × (1 − t ÷ 100) ^ (k ÷ n)", InUnit}
	case FormulaPlannedReduction:
		return formulaForm{"(1 − t ÷ 100) ^ (y ÷ n) − 1", Percent}
	case FormulaMeanReduction:
		return formulaForm{"(1 − a ÷ 100) ^ (y ÷ k) − 1", Percent}
	case FormulaNeededReduction:
		return formulaForm{"(1 − t ÷ 100) ÷ (1 − a ÷ 100) − 1", Percent}
	case FormulaRequiredReduction:
		return formulaForm{"((1 − t ÷ 100) ÷ (1 − a ÷ 100)) ^ (y ÷ m) − 1", Percent}
	case FormulaConstantReduction:
		return formulaForm{"100 − 100 × (1 − a ÷ 100) ^ (n ÷ k)", InUnit}
	case FormulaGrowthIndex:
		return formulaForm{"Π (1 + g ÷ 100)", Plain}
	case FormulaMeanRate:
		return formulaForm{"(Π (1 + g ÷ 100)) ^ (1 ÷ k) − 1", Percent}
	case FormulaAttainmentRate:
		return formulaForm{"((Π (1 + g ÷ 100)) ^ (1 ÷ k) − 1) ÷ (t ÷ 100)", Percent}
	case FormulaRateGap:
		return formulaForm{"(Π (1 + g ÷ 100)) ^ (1 ÷ k) − 1 − t ÷ 100", Points}
	case FormulaRequiredRate:
		return formulaForm{"((1 + t ÷ 100) ^ n ÷ (Π (1 + g ÷ 100))) ^ (1 ÷ m) − 1", Percent}
	case FormulaObservedGrowth:
		return formulaForm{"(a ÷ b) ^ (y ÷ k) − 1", Percent}
	case FormulaNeededGrowth:
		return formulaForm{"(t ÷ b) ^ (y ÷ n) − 1", Percent}
	case FormulaGrowthRatio:
		return formulaForm{"s × ((a ÷ b) ^ (y ÷ k) − 1) ÷ ((t ÷ b) ^ (y ÷ n) − 1)", Plain}
	case FormulaDirectedGrowth:
		return formulaForm{"s × ((a ÷ b) ^ (y ÷ k) − 1)", Percent}
	case FormulaLimitCoefficient:
		return formulaForm{"1 − (1 − r × (l − b) ÷ l) ^ e", Plain}
	case FormulaScaledGrowth:
		return formulaForm{"s × ((a ÷ b) ^ (y ÷ k) − 1) ÷ (1 − (1 − r × (l − b) ÷ l) ^ e)", Percent}
	case FormulaRatioScore:
		return formulaForm{"f × s × ((a ÷ b) ^ (y ÷ k) − 1) ÷ ((t ÷ b) ^ (y ÷ n) − 1) + g", Plain}
	case FormulaGrowthScore:
		return formulaForm{"f × s × ((a ÷ b) ^ (y ÷ k) − 1) + g", Plain}
	case FormulaScaledScore:
		return formulaForm{"f × s × ((a ÷ b) ^ (y ÷ k) − 1) ÷ (1 − (1 − r × (l − b) ÷ l) ^ e) + g", Plain}
	case FormulaBestScore:
		return formulaForm{"5", Plain}
	case FormulaWorstScore:
		return formulaForm{"0 − 5", Plain}
	}
	return cmp.Or(f.costForm(), f.surveyForm(), f.projectedForm())
}

// Expression returns the formula over its inputs' symbols, such as "(a − b) ÷ (t − b)", with + − × ÷ ^, ln and
// parentheses in the usual precedence. Σ x stands for x1 + x2 + …, Σ x × s for x1 × s1 + x2 × s2 + …, and
// Π (1 + g ÷ 100) for a product of the same form; [Figure.Expression] writes them out. One formula is an equation for its result r. An unknown formula gives the empty
// text.
func (f Formula) Expression() string { return f.form().expression }

// Display returns how the formula's results are printed.
func (f Formula) Display() Display { return f.form().display }

// Input is one number that goes into a figure.
type Input struct {
	Symbol string `json:"symbol"` // as in the formula's expression
	Value  Value  `json:"value"`
	Period Period `json:"period,omitzero"`
	Status Status `json:"status,omitempty"`
	Source string `json:"source,omitempty"`
}

// Figure is a computed number with its working: the formula, the inputs with their sources, and the exact result or
// the reason why there is none. Applying the formula to the inputs gives the result again.
type Figure struct {
	Formula Formula
	Inputs  []Input
	Unit    string // of the result, where the formula's display is InUnit
	Result  Number
}

// Expression returns the formula's expression, with a sum or product over numbered inputs written out:
// (1 + g1 ÷ 100) × (1 + g2 ÷ 100), and a growth that is published in per cent in the place of one that has both ends.
func (f Figure) Expression() string {
	expression := f.Formula.Expression()
	for _, series := range [...]struct{ whole, term, symbol, operator string }{ // # is the number of the term
		{"Σ x × s", "x# × s#", "x", " + "}, {"Σ x", "x#", "x", " + "}, {"Π (1 + g ÷ 100)", "(1 + g# ÷ 100)", "g", " × "},
	} {
		if !strings.Contains(expression, series.whole) {
			continue
		}
		var terms []string
		for _, in := range f.Inputs {
			if number, ok := strings.CutPrefix(in.Symbol, series.symbol); ok && number != "" {
				terms = append(terms, strings.ReplaceAll(series.term, "#", number))
			}
		}
		if len(terms) > 0 {
			expression = strings.Replace(expression, series.whole, strings.Join(terms, series.operator), 1)
		}
	}
	if f.Formula == FormulaGrowthGap || f.Formula == FormulaElasticity {
		return f.published(expression)
	}
	return expression
}

// MarshalJSON writes the formula with its expression, the inputs and the result. It is for readers: a figure is not
// read back but computed again.
func (f Figure) MarshalJSON() ([]byte, error) {
	return marshal(struct {
		Formula    Formula `json:"formula"`
		Expression string  `json:"expression"`
		Inputs     []Input `json:"inputs,omitempty"`
		Unit       string  `json:"unit,omitempty"`
		Result     Number  `json:"result"`
	}{f.Formula, f.Expression(), f.Inputs, f.Unit, f.Result})
}
