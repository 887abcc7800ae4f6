package seeds

import (
	"github.com/planeval/planeval/evaluate/score"
	"github.com/planeval/planeval/indicator"
)

// ZiboSheets returns two score sheets for the plan, as illustrations: the city's report assigns no scores, and weights and
// grades are ours. The first is the mean of the attainments of the eight indicators, each capped at 100 %; the second has
// the three dimensions that the report's scheme names, of which it says nothing on rationality, so that has no score. Their
// leaves stand on figures of the plan's evaluation, see [score.Collect].
func ZiboSheets() []score.Sheet {
	plan := Zibo()
	mean := score.CappedMean(plan.Indicators)
	mean.Note = "完成率对照2025年目标，数据为2021年和2022年，得分不表示进度快慢。"

	share := func(code, name, path string, formula indicator.Formula) score.Node {
		return score.Node{
			Code: code, Name: name, From: score.From{Path: path, Formula: formula},
			Rule: &score.Rule{Kind: score.Attainment, Direction: indicator.Increase},
		}
	}
	led := share("tasks-led", "有牵头单位的任务占比", "/tasks", indicator.FormulaTasksLed)
	led.Note = "牵头单位由职责推定。"
	dimensions := score.ThreeDimensions(nil,
		[]score.Node{led, share("duties-served", "有对应任务的职责占比", "/departments", indicator.FormulaDutiesServed)},
		score.AttainmentLeaves(plan.Indicators))
	dimensions.Note = "原报告列出三个评估维度，未说明内容和权重，也没有评价合理性；各维度下的内容由本报告选定，完成率对照2025年目标。"

	for _, sheet := range []score.Sheet{mean, dimensions} {
		english := sheet.Translations["en"]
		for text, translated := range plan.Translations["en"] {
			if _, own := english[text]; !own && named(sheet.Root, text) {
				english[text] = translated
			}
		}
		english[mean.Note] = "Attainment is against the targets of 2025, with data of 2021 and 2022: the score says nothing about pace."
		english[dimensions.Note] = "The source report names three dimensions of assessment without content or weights, and does not " +
			"assess rationality. What stands below each is chosen for this report; attainment is against the targets of 2025."
		english[led.Name] = "Tasks with a lead"
		english[led.Note] = "Leads are inferred from duties."
		english["有对应任务的职责占比"] = "Duties that a task serves"
	}
	return []score.Sheet{mean, dimensions}
}

// named reports whether a node has that name.
func named(n score.Node, name string) bool {
	if n.Name == name {
		return true
	}
	for _, child := range n.Children {
		if named(child, name) {
			return true
		}
	}
	return false
}
