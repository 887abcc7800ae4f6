package report

// chineseCharts word the charts, the tables beside them, and the figures on the cover.
var chineseCharts = catalogue{
	"figure.caption":   "图{n}　{caption}",
	"tiles.unit":       "项",
	"tiles.indicators": "主要指标",

	"bullets.caption":  "主要指标完成率和应达水平",
	"bullets.scale":    "完成率（粗线为目标值）",
	"bullets.values":   "实际值/目标值",
	"bullets.reached":  "{reached}/{target}",
	"bullets.progress": "增量完成率{progress}",
	"bullets.required": "所需年均增速{growth}",
	"bullets.note":     "完成率只说明与目标的距离，不能与时间进度直接相比；进度快慢看判定，或者看条形是否到达应达水平。缺基期值的指标没有应达水平，只列实现目标所需的年均增速。",
	"bullets.summary":  "各指标完成率的条形图，附目标、时间进度和应达水平。",

	"trajectories.caption":  "主要指标的变化、目标路径和外推结果",
	"trajectories.path":     "基期到目标的路径",
	"trajectories.fan":      "外推范围",
	"trajectories.note":     "只画出有两期以上数据、目标为单一数值的指标；各图纵轴不同，有的不从零开始。",
	"trajectories.note-fan": "外推范围为各推进方式在目标期所到数值之间，连线只表示起点和终点；外推不是预测。",
	"trajectories.says":     "外推到{period}为{values}，{reaches}",
	"trajectories.all":      "均达到目标",
	"trajectories.none":     "均达不到目标",
	"trajectories.some":     "部分达到目标",
	"trajectories.one":      "达到目标",
	"trajectories.not":      "达不到目标",
	"trajectories.summary":  "历年数值的折线图，附目标路径和外推范围。",

	"shares.summary": "{survey}各选项占比的条形图。",

	"overview.caption":  "各项重点任务的部门分工",
	"overview.note":     "数字为任务项数；颜色和形状表示所牵头任务中进展最慢的一项，状态以申报的为准，没有申报的为推断；“{none}”表示没有分工。",
	"overview.summary":  "重点任务和部门的对照图，格中为牵头和配合的任务项数。",
	"overview.leads":    "牵头{count}",
	"overview.supports": "配合{count}",

	"column.leading":    "牵头部门（任务项数）",
	"column.supporting": "配合部门（任务项数）",

	"rule-counts.caption": "检查结果",
	"rule-counts.summary": "各类检查结果的方格图。",
	"rule-counts.note":    "每格为一条规则。",
	"column.rule-group":   "检查范围",
	"column.rules":        "规则条数",

	"profile.caption":       "各评分项目得分",
	"profile.caption-ranks": "总分和位次区间",
	"profile.bound":         "等级下限",
	"profile.subtotal":      "小计",
	"profile.summary":       "{sheet}得分的点图。",
}
