package indicator

// The formulas of questionnaires. Of a scale, x is the number of those who gave a degree and s its score, l and h the
// least and the greatest score. Of a net share p stands for those at one end, d for those at the other, of n. Of response
// rates, after AAPOR's Standard Definitions: I complete and P partial interviews, R refusals and break-offs, N
// non-contacts, O others, U cases of unknown eligibility that may be no household, V such cases of other kinds, and e the
// share of those that is estimated to be eligible.
const (
	FormulaMeanScore   Formula = "mean-score"   // 平均分
	FormulaScaledMean  Formula = "scaled-mean"  // 满意度指数, the mean between the least and the greatest score
	FormulaNetShare    Formula = "net-share"    // 净值: NPS of promoters and detractors
	FormulaNetVariance Formula = "net-variance" // the variance of a net share in a simple random sample
	FormulaResponseRR1 Formula = "response-rr1" // 应答率 RR1, the least
	FormulaResponseRR2 Formula = "response-rr2" // RR2, partial interviews count
	FormulaResponseRR3 Formula = "response-rr3" // RR3, with an estimated share of eligible cases
	FormulaResponseRR4 Formula = "response-rr4" // RR4, the same, partial interviews count
	FormulaResponseRR5 Formula = "response-rr5" // RR5, the greatest: no case of unknown eligibility is eligible
	FormulaResponseRR6 Formula = "response-rr6" // RR6, the same, partial interviews count
)

const (
	responseKnown       = "I + P + R + N + O"
	meanScoreExpression = "(Σ x × s) ÷ (Σ x)"
)

func surveyFormulas() []Formula {
	return []Formula{
		FormulaMeanScore, FormulaScaledMean, FormulaNetShare, FormulaNetVariance, FormulaResponseRR1, FormulaResponseRR2,
		FormulaResponseRR3, FormulaResponseRR4, FormulaResponseRR5, FormulaResponseRR6,
	}
}

// surveyForm is form for the formulas above.
func (f Formula) surveyForm() formulaForm {
	switch f {
	case FormulaMeanScore:
		return formulaForm{meanScoreExpression, Plain}
	case FormulaScaledMean:
		return formulaForm{"(" + meanScoreExpression + " − l) ÷ (h − l)", Percent}
	case FormulaNetShare:
		return formulaForm{"(p − d) ÷ n", Points}
	case FormulaNetVariance:
		return formulaForm{"((p + d) ÷ n − ((p − d) ÷ n) ^ 2) ÷ n", Plain}
	case FormulaResponseRR1:
		return formulaForm{"I ÷ (" + responseKnown + " + U + V)", Percent}
	case FormulaResponseRR2:
		return formulaForm{"(I + P) ÷ (" + responseKnown + " + U + V)", Percent}
	case FormulaResponseRR3:
		return formulaForm{"I ÷ (" + responseKnown + " + e × (U + V))", Percent}
	case FormulaResponseRR4:
		return formulaForm{"(I + P) ÷ (" + responseKnown + " + e × (U + V))", Percent}
	case FormulaResponseRR5:
		return formulaForm{"I ÷ (" + responseKnown + ")", Percent}
	case FormulaResponseRR6:
		return formulaForm{"(I + P) ÷ (" + responseKnown + ")", Percent}
	}
	return formulaForm{}
}
