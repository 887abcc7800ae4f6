package report

// chineseSurvey words the results of surveys.
var chineseSurvey = catalogue{
	"reason.outside-base":   "不计入基数",
	"reason.withheld":       "基数过小，不予公布",
	"reason.census":         "全部调查，没有抽样误差",
	"reason.not-people":     "按应答次数，没有区间",
	"reason.no-whole-count": "没有份数与之相符",
	"reason.no-score":       "选项没有分值",
	"reason.one-value":      "全部相同，无从比较",
	"reason.small-expected": "期望频数过小，不计算",
	"reason.not-exclusive":  "多选题，不作检验",

	"count.asked":  "被问人数",
	"count.chosen": "选择人数",

	"knowledge.records": "由原始记录统计",

	"caution.small":    "基数偏小",
	"caution.withheld": "不予公布",

	"interval.wilson":                "威尔逊（Wilson）法",
	"interval.wilson-continuity":     "威尔逊法（连续性校正）",
	"interval.clopper-pearson":       "克洛珀－皮尔逊（Clopper-Pearson）精确法",
	"interval.jeffreys":              "杰弗里斯（Jeffreys）法",
	"interval.jeffreys-equal-tailed": "杰弗里斯法（等尾）",
	"interval.agresti-coull":         "阿格雷斯蒂－库尔（Agresti-Coull）法",
	"interval.wald":                  "沃尔德（Wald）法",

	"rounding.half-up":   "四舍五入",
	"rounding.half-even": "四舍六入五成双",
	"rounding.truncate":  "去尾",

	"satisfaction.top-box":        "前几项占比",
	"satisfaction.scaled-mean":    "平均分换算为百分制",
	"satisfaction.weighted-score": "加权得分",

	"column.share-interval": "{confidence}%置信区间",
	"column.of-responses":   "占应答次数",
	"column.outside":        "不计入基数的回答",
	"column.top":            "前几项",
	"column.bottom":         "后几项",
	"column.net":            "净值",
	"column.mean":           "平均分",
	"column.mean-interval":  "平均分的{confidence}%置信区间",
	"column.scaled":         "平均分换算",
	"column.satisfaction":   "满意度",
	"column.net-promoter":   "净推荐值",
	"column.majority":       "是否过半",

	"survey-shares.interval": "区间为{confidence}%置信区间，按{method}计算，表示向全部对象调查可能得到的占比，以随机抽样为前提，自愿填答的问卷只能作参考；只公布比例的，由可能的最少份数的下限到最多份数的上限。",
	"survey-shares.finite":   "总体为{population}，区间已按有限总体缩小。",
	"survey-shares.bases":    "基数少于{small}的标注“{mark}”，少于{least}的不予公布。",

	"count.derived": "{counts}（推算）",
	"count.range":   "{least}至{most}",

	"interval.range": "{low}至{high}",

	"base.effective": "有效样本量{size}",

	"printing.tested":     "公布的比例中有{count}个可以由基数检验（按{places}位小数读）。",
	"printing.all":        "按{modes}，全部可能是整数份数的占比",
	"printing.some":       "按{modes}，有{count}个不可能是整数份数的占比（{percents}）",
	"printing.bases":      "在不超过{largest}份的基数中，能同时得出按答卷计的全部比例的只有：{bases}",
	"printing.bases-many": "在不超过{largest}份的基数中，能同时得出按答卷计的全部比例的有{count}个",

	"survey-rates.caption":  "应答率",
	"survey-rates.note":     "应答率按美国民意研究协会（AAPOR）标准定义计算；资格不明的个案中估计有资格的比例为{eligible}{estimate}。",
	"survey-rates.unstated": "应答率按美国民意研究协会（AAPOR）标准定义计算；没有说明资格不明的个案中有资格的比例。",

	"survey-scales.caption": "量表题统计",
	"survey-scales.note":    "前几项和后几项为分值最高和最低的选项（另有说明的除外各两项），净值为两者之差；平均分的区间按t分布计算。",

	"survey-cross.caption":  "交叉分析：{rows}（按“{columns}”分组）",
	"survey-cross.base":     "基数",
	"survey-cross.tested":   "χ² = {square}，自由度{freedom}，p {p}，克莱姆V = {v}。",
	"survey-cross.untested": "没有作关联检验：{reason}。",
	"survey-cross.withheld": "不予公布的组不少于两个，使其不能由合计数推出。",

	"accepted.interval":       "区间为{low}至{high}",
	"accepted.census":         "全部调查，占比为{low}",
	"accepted.no-interval":    "没有区间",
	"p.exactly":               "= {p}",
	"p.missing":               "未计算（{reason}）",
	"p.below":                 "< {p}",
	"survey-cross.unweighted": "交叉分析的计数没有加权。",
	"accepted.caption":        "表示认可的回答和抽样误差",
	"accepted.note":           "区间全部高于一半的为过半，全部不高于一半的为未过半，其余不能判断；抽样误差只就随机抽样而言。",
	"accepted.met":            "过半",
	"accepted.not-met":        "未过半",
	"accepted.unknown":        "不能判断",
}

// chineseSurveyFormulas words the formulas of surveys.
var chineseSurveyFormulas = catalogue{
	"formula.mean-score":   "平均分",
	"formula.scaled-mean":  "平均分换算",
	"formula.net-share":    "净值",
	"formula.net-variance": "净值的方差",

	"formula-meaning.mean-score":   "各选项分值按人数加权的平均",
	"formula-meaning.scaled-mean":  "平均分在最低分与最高分之间的位置",
	"formula-meaning.net-share":    "一端的占比减另一端的占比",
	"formula-meaning.net-variance": "简单随机样本中净值的方差",

	"formulas.note-mean-score": "平均分中x为选择各选项的人数、s为其分值，l、h为最低分和最高分。",
	"formulas.note-net-share":  "净值中p、d为两端的人数，n为基数。",
	"formulas.note-response":   "应答率中I为完成、P为部分完成、R为拒访及中断、N为未联系上、O为其他，U、V为资格不明，e为资格不明的个案中估计有资格的比例。",

	"formula.response-rr1": "应答率RR1",
	"formula.response-rr2": "应答率RR2",
	"formula.response-rr3": "应答率RR3",
	"formula.response-rr4": "应答率RR4",
	"formula.response-rr5": "应答率RR5",
	"formula.response-rr6": "应答率RR6",

	"formula-meaning.response-rr1": "完成数占已知和资格不明个案之和",
	"formula-meaning.response-rr2": "完成数和部分完成数占已知和资格不明个案之和",
	"formula-meaning.response-rr3": "完成数占已知和估计有资格的个案之和",
	"formula-meaning.response-rr4": "完成数和部分完成数占已知和估计有资格的个案之和",
	"formula-meaning.response-rr5": "完成数占已知有资格的个案",
	"formula-meaning.response-rr6": "完成数和部分完成数占已知有资格的个案",
}

// chineseSurveyRules words the rules about printed percentages and acceptance.
var chineseSurveyRules = catalogue{
	"rule.survey.percent-impossible":   "公布的比例是整数份数的占比",
	"rule.survey.percent-truncated":    "公布的比例经四舍五入，没有去尾",
	"rule.survey.set-impossible":       "同一问题各项比例的份数之和与基数相符",
	"rule.acceptance.majority-missing": "认可的回答确定过半",

	"inapplicable.survey.percent-impossible":   "没有可以由基数检验的公布比例",
	"inapplicable.survey.percent-truncated":    "没有可以由基数检验的公布比例",
	"inapplicable.survey.set-impossible":       "没有可以一并检验的公布比例",
	"inapplicable.acceptance.majority-missing": "没有列出表示认可的回答",

	"found.survey.percent-impossible":   "问题“{question}”的选项“{option}”公布的比例为{printed}，{base}份中没有任何份数能得出，四舍五入和去尾都不能。",
	"found.survey.percent-truncated":    "{survey}公布的比例中有{tested}个可以由基数检验，其中{count}个按四舍五入不是整数份数的占比，只有去尾才能得出：{percents}。",
	"found.survey.set-impossible":       "问题“{question}”的各项比例合计{sum}%，任何取整方法下各项份数之和都不等于{base}份。",
	"found.acceptance.majority-missing": "问题“{question}”的回答“{option}”未过半（{interval}）。",

	"found-unknown.acceptance.majority-missing": "问题“{question}”的回答“{option}”是否过半不能判断（{interval}）。",

	"head.survey.percent-impossible": "没有份数与之相符的公布比例",

	"item.survey.percent-impossible": "{option}（公布{printed}，基数{base}）",

	"head.survey.percent-truncated": "按四舍五入没有份数与之相符、只有去尾才能得出的比例",

	"item.survey.percent-truncated": "{survey}（{percents}）",

	"head.survey.set-impossible": "各项比例的份数之和与基数不符的问题",

	"item.survey.set-impossible": "{question}（合计{sum}%，基数{base}）",

	"head.acceptance.majority-missing": "表示认可的回答未过半",

	"item.acceptance.majority-missing": "{question}：{option}（{interval}）",

	"head-unknown.acceptance.majority-missing": "表示认可的回答是否过半不能判断",
}
