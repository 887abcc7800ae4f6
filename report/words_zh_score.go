package report

// chineseScore words scores: reasons, and what covers the division of work.
var chineseScore = catalogue{
	"reason.too-few-scores":         "有得分的组成部分不足",
	"reason.not-additive":           "该合成方法的得分不能分解到各组成部分",
	"reason.not-linear":             "总分与该权重不成简单关系",
	"reason.within-error":           "界限值落在计算误差范围内",
	"reason.no-such-weight":         "任何权重都不改变结果",
	"reason.no-grades":              "未设相应等级",
	"formula.tasks-led":             "牵头覆盖率",
	"formula.duties-served":         "职责对应率",
	"formula-meaning.tasks-led":     "有牵头单位的末级任务占全部末级任务的比例",
	"formula-meaning.duties-served": "有对应任务的部门职责占全部职责的比例",
}
