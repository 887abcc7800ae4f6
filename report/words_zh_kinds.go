package report

// chineseKinds words the formulas of cumulative amounts, reductions and growth rates.
var chineseKinds = catalogue{
	"reason.incomplete-series": "期间数据不全",
	"reason.period-mismatch":   "期间不一致",

	"formula.sum":                       "累计完成",
	"formula.progress-reduction":        "累计降低率进度",
	"formula.schedule-gap-reduction":    "序时进度差（累计降低率）",
	"formula.pace-reduction":            "进度比（累计降低率）",
	"formula.due-reduction":             "应达累计降低率（等速下降）",
	"formula.planned-reduction":         "目标要求的年均变化",
	"formula.mean-reduction":            "基期以来年均变化",
	"formula.needed-reduction":          "尚需变化幅度",
	"formula.required-reduction":        "所需年均变化",
	"formula.constant-growth-reduction": "外推：等速下降",
	"formula.growth-index":              "累计增长指数",
	"formula.mean-rate":                 "年均增速（按各年增速）",
	"formula.attainment-rate":           "年均增速完成率",
	"formula.rate-gap":                  "年均增速与目标之差",
	"formula.required-rate":             "剩余年份所需年均增速",

	"formula-meaning.sum":                       "各期数额之和（指标自基期以后算起）；缺任何一期即不计算",
	"formula-meaning.progress-reduction":        "已降低幅度与目标降低幅度按对数（等速下降）折算之比",
	"formula-meaning.schedule-gap-reduction":    "累计降低率进度减时间进度",
	"formula-meaning.pace-reduction":            "累计降低率进度与时间进度之比",
	"formula-meaning.due-reduction":             "按等速下降到本期应累计降低的幅度",
	"formula-meaning.planned-reduction":         "按目标自基期起每年平均变化的幅度",
	"formula-meaning.mean-reduction":            "自基期起每年平均变化的幅度",
	"formula-meaning.needed-reduction":          "从本期到目标期总共还需变化的幅度",
	"formula-meaning.required-reduction":        "从本期到目标期每年平均还需变化的幅度",
	"formula-meaning.constant-growth-reduction": "按基期以来年均变化推到目标期的累计降低率",
	"formula-meaning.growth-index":              "各年增速连乘，以基期为一",
	"formula-meaning.mean-rate":                 "各年增速连乘后开年数次方再减一",
	"formula-meaning.attainment-rate":           "年均增速与目标增速之比，在目标期结束以前即为进度比",
	"formula-meaning.rate-gap":                  "年均增速减目标增速，单位百分点",
	"formula-meaning.required-rate":             "剩余年份达到目标年均增速所需的年均增速",
}
