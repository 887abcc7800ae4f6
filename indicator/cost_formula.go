package indicator

import "strings"

// The formulas of money and of growth set against growth. Of money, c is the total, n months, b the budget, x each
// year's amount, and u how many of the figure's units of money one of the money's makes: 10000 for 万元 of 亿元. A result
// a grew from b. Two growths are a on b and c on d; a growth that is published without both its ends is g or h per
// cent, and stands in the place of the first or the second ([Figure.Expression] writes it there).
const (
	FormulaYearlyAverageMonths Formula = "yearly-average-months" // 年均, by the months elapsed
	FormulaBudgetExecution     Formula = "budget-execution"      // 预算执行率
	FormulaUnitCost            Formula = "unit-cost"             // 单位成本: money for each unit by which a result grew
	FormulaLeverage            Formula = "leverage"              // 撬动: money that a year had, for each unit of money put in
	FormulaPublishedGrowth     Formula = "published-growth"      // 公布增速
	FormulaGrowthGap           Formula = "growth-gap"            // 增速差, in percentage points
	FormulaElasticity          Formula = "elasticity"            // 弹性系数: growth for each per cent of the other's growth
)

func costFormulas() []Formula {
	return []Formula{
		FormulaYearlyAverageMonths, FormulaBudgetExecution, FormulaUnitCost, FormulaLeverage, FormulaPublishedGrowth,
		FormulaGrowthGap, FormulaElasticity,
	}
}

// costForm is form for the formulas above.
func (f Formula) costForm() formulaForm {
	switch f {
	case FormulaYearlyAverageMonths:
		return formulaForm{"c × 12 ÷ n", InUnit}
	case FormulaBudgetExecution:
		return formulaForm{"c ÷ b", Percent}
	case FormulaUnitCost:
		return formulaForm{"(Σ x) × u ÷ (a − b)", InUnit}
	case FormulaLeverage:
		return formulaForm{"a × u ÷ x", Plain}
	case FormulaPublishedGrowth:
		return formulaForm{"g ÷ 100", Percent}
	case FormulaGrowthGap:
		return formulaForm{firstGrowth + " − " + secondGrowth, Points}
	case FormulaElasticity:
		return formulaForm{firstGrowth + " ÷ " + secondGrowth, Plain}
	}
	return formulaForm{}
}

const (
	firstGrowth  = "(a ÷ b − 1)"
	secondGrowth = "(c ÷ d − 1)"
)

// published puts the growths that the inputs give in per cent in the place of those that have both ends.
func (f Figure) published(expression string) string {
	for _, in := range f.Inputs {
		switch in.Symbol {
		case "g":
			expression = strings.Replace(expression, firstGrowth, "g ÷ 100", 1)
		case "h":
			expression = strings.Replace(expression, secondGrowth, "(h ÷ 100)", 1)
		}
	}
	return expression
}
