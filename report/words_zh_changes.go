package report

// chineseChanges word the report on what changed between two evaluations.
var chineseChanges = catalogue{
	"changes.title":             "{plan}评估变化情况",
	"changes.subtitle":          "{before}与{after}两次评估对比",
	"changes.summary":           "总体变化",
	"changes.moved":             "完成率上升的指标{up}项，下降的{down}项，不变的{same}项，不能比较的{other}项。",
	"changes.found":             "新出现的问题{appeared}项，已解决的{closed}项，仍然存在的{remaining}项。",
	"changes.outcome":           "声明的结论：前次“{declaredBefore}”，本次“{declaredAfter}”；数据支持的结论：前次“{supportedBefore}”，本次“{supportedAfter}”。",
	"changes.indicators":        "主要指标的变化",
	"changes.note":              "变化为本次实际值减前次实际值；完成率的变化以百分点计。目标有调整的，两次完成率按各自的目标计算。",
	"changes.column-task":       "任务",
	"changes.column-before":     "前次",
	"changes.column-after":      "本次",
	"changes.column-moved":      "变化",
	"changes.column-attainment": "完成率",
	"changes.column-gained":     "完成率变化",
	"changes.column-verdict":    "判定",
	"changes.revised":           "修订过的数据",
	"changes.tasks":             "任务状态的变化",
	"changes.added":             "前次没有此任务",
	"changes.removed":           "本次没有此任务",
	"changes.findings":          "问题的变化",
	"changes.appeared":          "新出现的问题",
	"changes.closed":            "已解决的问题",
	"changes.remaining":         "仍然存在的问题",
	"changes.rules":             "检查结果的变化",
}
