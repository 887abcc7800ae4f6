package report

// chineseCharts word the charts, the tables beside them, and the figures on the cover.
var chineseCharts = catalogue{
	"figure.caption": "图{n}　{caption}",
	"tiles.unit":     "／{total}项",

	"bullets.caption":  "主要指标目标完成率与时间进度",
	"bullets.scale":    "完成率（以目标值为满格）",
	"bullets.values":   "实际值/目标值",
	"bullets.reached":  "{reached}/{target}",
	"bullets.progress": "增量完成{progress}",
	"bullets.required": "年均需增{growth}",
	"bullets.note":     "条形为完成率，粗线为目标，虚线为时间进度。颜色和形状表示判定；缺基期值的指标不作进度判定，只列实现目标所需的年均增速。",
	"bullets.summary":  "各指标完成率的条形图，附目标、时间进度和应达水平。",

	"trajectories.caption":  "主要指标的变化、目标路径和外推结果",
	"trajectories.path":     "基期到目标的路径",
	"trajectories.fan":      "外推范围",
	"trajectories.note":     "只画出有两期以上数据、目标为单一数值的指标；各图纵轴不同，不从零开始。",
	"trajectories.note-fan": "外推范围为各推进方式在目标期所到数值之间，连线只表示起点和终点；外推不是预测。",
	"trajectories.says":     "按{way}，{period}为{value}",
	"trajectories.summary":  "{indicators}历年数值的折线图，附目标路径和外推范围。",

	"shares.note":    "须线为置信区间。",
	"shares.summary": "{survey}各选项占比的条形图。",

	"overview.caption":  "各项重点任务的部门分工",
	"overview.note":     "数字为任务项数；颜色和形状表示所牵头任务中进展最慢的一项；“{none}”表示没有分工。",
	"overview.summary":  "重点任务和部门的对照图，格中为牵头和配合的任务项数。",
	"overview.leads":    "牵头{count}",
	"overview.supports": "配合{count}",

	"column.leading":    "牵头部门（任务项数）",
	"column.supporting": "配合部门（任务项数）",

	"rule-counts.caption": "检查结果",
	"rule-counts.summary": "各类检查结果的方格图。",
	"rule-counts.note":    "每格为一项检查。",
	"column.rule-group":   "检查范围",
	"column.rules":        "检查项数",

	"profile.caption":       "各评分项目得分",
	"profile.caption-ranks": "总分和位次区间",
	"profile.bound":         "等级起点",
	"profile.summary":       "{sheet}得分的点图。",
}
