package evaluate

import "slices"

// Pack is a set of rules that rest on one document or kind of evaluation, chosen by the caller: see [Rules]. A caller's
// own rules may name a pack of their own.
type Pack string

// The packs of this module.
const (
	// GoodPractice holds what no document demands and any careful evaluation does.
	GoodPractice Pack = "good-practice"

	// OwnScheme holds what the plan's own evaluation scheme 评估方案 demands; the plan says in which clause.
	OwnScheme Pack = "scheme"

	// DecisionRegulation holds what the Interim Regulation on the Procedure of Major Administrative Decisions demands
	// of a post-evaluation: 重大行政决策程序暂行条例, State Council decree 713 of 2019.
	DecisionRegulation Pack = "decision-regulation"

	// FinalEvaluation holds what a final evaluation 总结评估 answers at the end of a plan's period.
	FinalEvaluation Pack = "final-evaluation"

	// BudgetPerformance holds what budget performance evaluation 预算绩效评价 demands: 项目支出绩效评价管理办法, 财预〔2020〕10号.
	BudgetPerformance Pack = "budget-performance"
)

// Packs returns the packs of this module.
func Packs() []Pack {
	return []Pack{GoodPractice, OwnScheme, DecisionRegulation, FinalEvaluation, BudgetPerformance}
}

// Document returns the document that a pack rests on; good practice, an own scheme and a final evaluation rest on none
// that could be named here.
func (p Pack) Document() Document {
	switch p {
	case DecisionRegulation:
		return Document{Title: "《重大行政决策程序暂行条例》", Number: "国务院令第713号"}
	case BudgetPerformance:
		return Document{Title: "《项目支出绩效评价管理办法》", Number: "财预〔2020〕10号"}
	}
	return Document{}
}

// Basis is one thing that demands what a rule checks, 依据.
type Basis struct {
	Pack   Pack   `json:"pack"`
	Clause string `json:"clause,omitempty"` // such as 第三十六条; of an own scheme as the plan states it

	// General says that the demand is taken from general knowledge of the document: its text was not before us.
	General bool `json:"general,omitempty"`
}

// basedOn makes the bases of a rule that stands in several packs without a clause.
func basedOn(packs ...Pack) []Basis {
	bases := make([]Basis, len(packs))
	for i, p := range packs {
		bases[i] = Basis{Pack: p}
	}
	return bases
}

// article36 is the article of the regulation on post-evaluation. Its first paragraph, on what opens one, is quoted in the
// literature (Hans Publishers, paper 126017); the others are known in general.
func article36(clause string, general bool) Basis {
	return Basis{Pack: DecisionRegulation, Clause: clause, General: general}
}

// Rules returns the rules of this module's catalogue that stand in one of the packs, each with its bases in these
// packs; none where a pack has none, as one that is misspelt.
func Rules(packs ...Pack) []Rule {
	chosen := []Rule{} // not nil, which would stand for the default rules
	for _, rule := range Catalogue() {
		var bases []Basis
		for _, b := range rule.Basis {
			if slices.Contains(packs, b.Pack) {
				bases = append(bases, b)
			}
		}
		if len(bases) > 0 {
			rule.Basis = bases
			chosen = append(chosen, rule)
		}
	}
	return chosen
}
