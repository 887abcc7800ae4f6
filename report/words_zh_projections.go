package report

// chineseProjections word what belongs to projections and to the history of targets.
func chineseProjections() catalogue {
	c := catalogue{
		"column.revisions": "历次设定",
		"interim.caption":  "阶段目标和目标调整",
		"interim.note":     "阶段目标按目标期末有效的目标值和截至目标期末的数据判定，此后的调整不计。",

		"projections.caption":    "外推结果与目标的比较",
		"projections.note":       "外推数值为目标期的数值，假定今后照此推进：直线推进为按基期以来的平均增量，等速增长为按基期以来的年均增速，重复上年增量为每年重复最近一年的增量。外推不是预测。预计缺口为目标值减去外推数值（舍入前），逆向指标为外推数值减去目标值，区间指标按较近的界限，负数表示优于目标；预计实现时间可以晚于目标期。",
		"projections.note-main":  "“主要”表示首先看的方式：比重类指标不可能长期等速增长，不能计算增速的指标也没有等速增长，以直线推进为主；其他指标以等速增长为主。其余方式供对照。",
		"projections.note-kinds": "累计指标和累计降低率指标各只有一种推进方式：累计指标按基期以来平均每期的数额直线推进，累计降低率指标按基期以来的年均变化等速下降，数值越大越好，预计缺口均为目标值减去外推数值。",
		"projections.none":       "不能外推的指标：{reasons}。",
		"projection-main":        "主要",
		"reaches.met":            "达到",
		"reaches.not-met":        "达不到",
		"trends.caption":         "最小二乘趋势和预测区间",
		"trends.note":            "最小二乘外推沿趋势线推进。趋势线用最小二乘法由到最近数据期为止的各期数据拟合，至少需要{least}期；其目标期数值列在外推结果中。预测区间的含义：如果数据围绕直线随机波动且今后不变，目标期数值有95%的可能落在区间内；数据期数越少，区间越宽。区间不考虑今后政策和条件的变化。",
		"slope.year":             "每年{change}",
		"slope.month":            "每月{change}",

		"reason.already-met":          "目标已实现",
		"reason.never-met":            "照此下去不会实现目标",
		"reason.beyond-horizon":       "照此下去在所算年限内不会实现目标",
		"reason.too-few-observations": "数据期数不足，不能拟合趋势",

		"formula.least-squares":           "外推：最小二乘",
		"formula.trend-slope":             "趋势线斜率",
		"formula.trend-intercept":         "趋势线起点",
		"formula-meaning.least-squares":   "最小二乘趋势线在目标期的数值",
		"formula-meaning.trend-slope":     "最小二乘趋势线每个时间单位的变化",
		"formula-meaning.trend-intercept": "最小二乘趋势线在首个数据期的数值",

		"formula.constant-growth-reduction-attainment":         "预计完成率：等速下降",
		"formula.constant-growth-reduction-shortfall":          "预计缺口：等速下降",
		"formula-meaning.constant-growth-reduction-attainment": "按等速下降外推的累计降低率占目标值的比例",
		"formula-meaning.constant-growth-reduction-shortfall":  "目标值减去按等速下降外推的累计降低率，负数表示超过目标",
	}
	for way, name := range map[string]string{
		"straight-line": "直线推进", "constant-growth": "等速增长", "last-step": "重复上年增量", "least-squares": "最小二乘",
	} {
		c["formula."+way+"-attainment"] = "预计完成率：" + name
		c["formula."+way+"-attainment-decrease"] = "预计完成率（逆向指标）：" + name
		c["formula."+way+"-attainment-difference"] = "预计完成率（差额法）：" + name
		c["formula."+way+"-shortfall"] = "预计缺口：" + name
		c["formula."+way+"-shortfall-decrease"] = "预计缺口（逆向指标）：" + name
		c["formula-meaning."+way+"-attainment"] = "按" + name + "外推的数值占目标值的比例"
		c["formula-meaning."+way+"-attainment-decrease"] = "越低越好的指标，目标值占按" + name + "外推的数值的比例"
		c["formula-meaning."+way+"-attainment-difference"] = "越低越好的指标，按" + name + "外推的数值每高于目标值百分之一，完成率减一个百分点"
		c["formula-meaning."+way+"-shortfall"] = "目标值减去按" + name + "外推的数值，负数表示超过目标"
		c["formula-meaning."+way+"-shortfall-decrease"] = "越低越好的指标，按" + name + "外推的数值减去目标值，负数表示优于目标"
	}
	return c
}
