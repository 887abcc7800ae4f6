package report

// chineseUnits words what is shown of many units, and of one unit over time.
var chineseUnits = catalogue{
	"column.score-period":    "时期",
	"column.score-totals":    "总分区间（分）",
	"column.score-likeliest": "最可能的等级",
	"score-series.caption":   "各期总分",
	"score.none-before":      "上期没有总分",

	"column.score-part-points": "{part}（分）",

	"score-ranges.caption":      "权重变动时总分和名次的区间",
	"score-ranges.note":         "区间包括随机模拟{inside}的抽取结果。",
	"score-ranges.note-grade":   "最可能的等级为抽取结果中出现最多的等级，括号内为其比例。",
	"score-ranges.note-missing": "因没有总分而不计的抽取次数：{units}。",

	"score-swaps.lead":        "相邻名次",
	"score-swaps.caption":     "相邻名次互换所需的权重变化",
	"column.score-ahead":      "在前",
	"column.score-behind":     "在后",
	"column.score-lead":       "领先（分）",
	"column.score-swapped-by": "改变权重的项目",
	"column.score-swaps":      "互换时的占比",
	"score-swaps.note":        "列出的是占比变化最小就使两者互换的项目。",
	"score-swaps.note-left":   "有部分权重没有比较（{reason}）的：{pairs}。",
	"score-swaps.not-linear":  "两者有得分的同级项目不同，或者其上有的项目不按加权算术平均合成",
	"score-swaps.note-more":   "名次在后、没有列出的相邻对象：{count}对。",
	"score-swaps.pair":        "{ahead}与{behind}",
	"score-swaps.tied":        "无（并列）",
	"score-swaps.none":        "无（任何单个权重都不能使两者互换）",
	"score-swaps.unknown":     "无（部分权重不能计算）",
	"score-swaps.of":          "{pairs}",
	"score-swaps.first-of":    "{pairs}的前{count}对",
	"score-swaps.counts":      "{of}中，{counts}。",
	"score-swaps.each":        "{of}中，各对都可因某一个权重的改变而互换。",
	"score-swaps.can":         "可因某一个权重的改变而互换的有{count}对",
	"score-swaps.firm":        "任何单个权重都不能使之互换的有{count}对",
	"score-swaps.ties":        "并列的有{count}对",
	"score-swaps.open":        "部分权重不能计算的有{count}对",
	"score-swaps.nearest":     "最接近互换的是{ahead}与{behind}：{part}占同级权重的比例由{share}变为{there}时，两者名次互换。",
}
