package score

import (
	"maps"

	"github.com/planeval/planeval/indicator"
)

// Sheets that are ready to be used or changed. Weights in them are conventions of ours where the doc comment does not name
// a source.

// BudgetGrades returns the grades of budget performance evaluation, 绩效评价等级: 优 from 90, 良 from 80, 中 from 60, 差
// below, of 100 points.
func BudgetGrades() []Grade {
	return []Grade{
		{"优", indicator.IntValue(90)}, {"良", indicator.IntValue(80)}, {"中", indicator.IntValue(60)}, {Name: "差"},
	}
}

// QualitativeLevels returns the three levels by which qualitative indicators 定性指标 are scored in the self-assessment of budget
// performance: reached, 100 to 80 of 100 points; partly reached and with some effect, below 80 to 60; not reached, with
// little effect, below 60. They speak of objectives; criteria such as 项目立项 need levels of their own.
func QualitativeLevels() []Level {
	return threeLevels("达成年度指标", "部分达成年度指标并具有一定效果", "未达成年度指标且效果较差")
}

// judgedLevels are levels of quality by the same points, for criteria that are no objectives: a convention.
func judgedLevels() []Level { return threeLevels("好", "一般", "较差") }

func threeLevels(names ...string) []Level {
	bounds := []int64{100, 80, 60, 0}
	levels := make([]Level, len(names))
	for i, name := range names {
		levels[i] = Level{Name: name, Low: indicator.IntValue(bounds[i+1]), High: indicator.IntValue(bounds[i]), Below: i > 0}
	}
	return levels
}

// BudgetPerformance returns the sheet of project budget performance evaluation, 项目支出绩效评价 (财预〔2020〕10号): decision 决策,
// process 过程, output 产出 and effect 效益, with the criteria below them. Decision and process are judged by levels; output
// and effect are held against the targets that each unit gives, capped at 100 %, of cost by the difference to its target.
// The weights, 20, 20, 30 and 30 points, equal within a dimension, and the levels are a convention; practice asks that output and
// effect weigh 60 together at least.
//
// The codes of its leaves are initiation, objectives, funding; funds, organisation; output-quantity, output-quality,
// output-timeliness (a rate such as 按期完成率, as more is better), output-cost; benefit, satisfaction.
func BudgetPerformance() Sheet {
	judged := func(code, name string) Node {
		return Node{Code: code, Name: name, Rule: &Rule{Kind: Levels, Levels: judgedLevels()}}
	}
	measured := func(code, name string) Node {
		return Node{Code: code, Name: name, Rule: &Rule{Kind: Attainment, Direction: indicator.Increase}}
	}
	cost := measured("output-cost", "产出成本")
	cost.Rule = &Rule{Kind: Attainment, Direction: indicator.Decrease, Attainment: indicator.AttainmentDifference}
	dimension := func(code, name string, weight int64, children ...Node) Node {
		return Node{
			Code: code, Name: name, Weight: indicator.IntValue(weight),
			Weighting: Weighting{Method: EqualWeights}, Children: children,
		}
	}
	const note = "评价维度和准则参照该办法；权重、计分方法和定性级别为本库的约定，使用时应当按项目确定。"
	return Sheet{
		Code: "budget-performance", Title: "项目支出绩效评价", Source: "参照《项目支出绩效评价管理办法》（财预〔2020〕10号）", Note: note,
		Root: Node{Code: "performance", Name: "绩效评价总分", Children: []Node{
			dimension("decision", "决策", 20, judged("initiation", "项目立项"), judged("objectives", "绩效目标"), judged("funding", "资金投入")),
			dimension("process", "过程", 20, judged("funds", "资金管理"), judged("organisation", "组织实施")),
			dimension("output", "产出", 30, measured("output-quantity", "产出数量"), measured("output-quality", "产出质量"),
				measured("output-timeliness", "产出时效"), cost),
			dimension("effect", "效益", 30, measured("benefit", "项目效益"), measured("satisfaction", "满意度")),
		}},
		Grades: BudgetGrades(),
		Translations: map[string]map[string]string{"en": {
			note: "Dimensions and criteria follow that measure; weights, rules of scoring and levels are conventions of this library, to be " +
				"set for each project.",
			"参照《项目支出绩效评价管理办法》（财预〔2020〕10号）": "after the Measures for the Performance Evaluation of Project Spending (MOF, Caiyu [2020] No. 10)",
			"项目支出绩效评价": "Budget performance evaluation of a project", "绩效评价总分": "Performance",
			"决策": "Decision", "过程": "Process", "产出": "Output", "效益": "Effect",
			"项目立项": "Project initiation", "绩效目标": "Performance objectives", "资金投入": "Funding",
			"资金管理": "Management of funds", "组织实施": "Organisation and implementation",
			"产出数量": "Quantity of output", "产出质量": "Quality of output", "产出时效": "Timeliness of output", "产出成本": "Cost of output",
			"项目效益": "Benefits", "满意度": "Satisfaction",
			"好": "good", "一般": "fair", "较差": "poor",
			"优": "excellent", "良": "good", "中": "fair", "差": "poor",
		}},
	}
}

// CappedMean returns the sheet by which a plan's total is the mean of the attainments of its indicators, each capped at
// 100 %, with equal weights: the leaves stand on the figures of an evaluation of the plan whose indicators these are. An
// indicator without attainment leaves the plan without a total.
func CappedMean(indicators []indicator.Indicator) Sheet {
	return Sheet{
		Code: "capped-mean", Title: "指标完成率均值",
		Root: Node{
			Code: "capped-mean/total", Name: "指标完成率均值", Weighting: Weighting{Method: EqualWeights}, Children: AttainmentLeaves(indicators),
		},
		Grades: BudgetGrades(),
		Translations: map[string]map[string]string{"en": {
			"指标完成率均值": "Mean attainment of the indicators", "优": "excellent", "良": "good", "中": "fair", "差": "poor",
		}},
	}
}

// AttainmentLeaves returns a leaf for each indicator of a plan, which scores its attainment, capped at 100 %.
func AttainmentLeaves(indicators []indicator.Indicator) []Node {
	leaves := make([]Node, len(indicators))
	for i, ind := range indicators {
		leaves[i] = Node{
			Code: ind.Code, Name: ind.Name, From: From{indicator.Pointer("indicators", i), indicator.FormulaAttainment},
			Rule: &Rule{Kind: Attainment, Direction: indicator.Increase},
		}
	}
	return leaves
}

// ThreeDimensions returns the sheet of the three dimensions in which Chinese post-evaluations assess a plan: rationality 合理性,
// operability 可操作性 and performance 绩效性, with equal weights, over the leaves that are given for each. A dimension that has
// no score is left out, if two are left; a dimension without leaves, which nobody judged, has none.
func ThreeDimensions(rationality, operability, performance []Node) Sheet {
	dimension := func(code, name string, leaves []Node) Node {
		if len(leaves) == 0 {
			return Node{Code: code, Name: name, Rule: &Rule{Kind: Levels, Levels: judgedLevels()}}
		}
		return Node{Code: code, Name: name, Weighting: Weighting{Method: EqualWeights}, Children: leaves}
	}
	sheet := Sheet{
		Code: "three-dimensions", Title: "合理性、可操作性、绩效性评分",
		Root: Node{
			Code: "three-dimensions/total", Name: "三个维度", Weighting: Weighting{Method: EqualWeights},
			Missing: Missing{Drop: true, Share: indicator.MustValue("0.6")},
			Children: []Node{
				dimension("three-dimensions/rationality", "合理性", rationality), dimension("three-dimensions/operability", "可操作性", operability),
				dimension("three-dimensions/performance", "绩效性", performance),
			},
		},
		Grades: BudgetGrades(),
	}
	english := maps.Clone(CappedMean(nil).Translations["en"])
	maps.Copy(english, map[string]string{
		"合理性、可操作性、绩效性评分": "Rationality, operability and performance", "三个维度": "The three dimensions",
		"合理性": "Rationality", "可操作性": "Operability", "绩效性": "Performance",
		"好": "good", "一般": "fair", "较差": "poor",
	})
	sheet.Translations = map[string]map[string]string{"en": english}
	return sheet
}
