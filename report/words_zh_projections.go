package report

// chineseProjections word what belongs to projections and to the history of targets.
func chineseProjections() catalogue {
	c := catalogue{
		"column.revisions": "历次设定",
		"interim.caption":  "阶段目标和目标调整",
		"interim.note":     "阶段目标按目标期末有效的目标值和截至目标期末的数据判定，此后的调整不计。",

		"rule.indicator.slipped":  "没有指标达到目标后又回落",
		"found.indicator.slipped": "指标“{indicator}”{period}为{value}，已达到目标值{target}；{latest}为{actual}，不再达到。",
		"head.indicator.slipped":  "达到目标后又回落",
		"item.indicator.slipped":  "{indicator}（{period}{value}，{latest}{actual}，目标{target}）",

		"reason.already-met":          "目标已实现",
		"reason.never-met":            "照此下去不会实现目标",
		"reason.beyond-horizon":       "照此下去在可计算的年限内不会实现目标",
		"reason.too-few-observations": "数据期数不足，不能拟合趋势",

		"formula.least-squares":           "外推：最小二乘",
		"formula.trend-slope":             "趋势线斜率",
		"formula.trend-intercept":         "趋势线起点",
		"formula-meaning.least-squares":   "最小二乘趋势线在目标期的数值",
		"formula-meaning.trend-slope":     "最小二乘趋势线每个时间单位的变化",
		"formula-meaning.trend-intercept": "最小二乘趋势线在首个数据期的数值",
	}
	for way, name := range map[string]string{
		"straight-line": "直线推进", "constant-growth": "等速增长", "last-step": "重复上年增量", "least-squares": "最小二乘",
	} {
		c["formula."+way+"-attainment"] = "预计完成率：" + name
		c["formula."+way+"-attainment-decrease"] = "预计完成率（逆向指标）：" + name
		c["formula."+way+"-shortfall"] = "预计缺口：" + name
		c["formula."+way+"-shortfall-decrease"] = "预计缺口（逆向指标）：" + name
		c["formula-meaning."+way+"-attainment"] = "按" + name + "外推的数值占目标值的比例"
		c["formula-meaning."+way+"-attainment-decrease"] = "越低越好的指标，目标值占按" + name + "外推的数值的比例"
		c["formula-meaning."+way+"-shortfall"] = "目标值减去按" + name + "外推的数值，负数表示超过目标"
		c["formula-meaning."+way+"-shortfall-decrease"] = "越低越好的指标，按" + name + "外推的数值减去目标值，负数表示优于目标"
	}
	return c
}
