package docx_test

import (
	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/report"
)

var v = indicator.MustValue

func at(n, text string) report.Point { return report.Point{At: v(n), Text: text} }

func moment(year, n, text string) report.Moment {
	return report.Moment{Time: v(year), Point: at(n, text)}
}

// everything is a document with every kind of block and plot, after the example in the design of reports.
func everything() report.Document {
	return report.Document{
		Language: "zh-Hans",
		Title:    "《淄博市“十四五”科技创新规划》后评估报告",
		Subtitle: "评估单位：市科技局",
		Blocks:   []report.Block{report.Paragraph{Text: "为全面了解《淄博市“十四五”科技创新规划》（以下简称《规划》）实施取得的进展成效，总结提炼经验做法，深入剖析问题及原因，确保顺利完成既定目标任务，我局开展了《规划》后评估工作。"}},
		Sections: []report.Section{
			{
				ID: "summary", Part: report.Front, Level: 1, Title: "评估结论",
				Blocks: []report.Block{
					report.Tiles{Items: []report.Tile{
						{Figure: "8", Unit: "项", Label: "主要指标", Note: "完成率67.48%至95.33%"},
						{Figure: "2", Unit: "项", Label: "快于预期", State: "ahead"},
						{Figure: "1", Unit: "项", Label: "符合预期", State: "on-course", Note: "4项待补基期数"},
						{Figure: "1", Unit: "项", Label: "慢于预期", State: "behind"},
					}},
					report.Paragraph{Lead: "关于是否调整", Text: "评估单位声明的结论为“继续执行”。"},
					report.Paragraph{},
					report.List{Items: []report.Paragraph{{Lead: "一是：", Text: "查阅资料"}, {Text: "实地走访"}}},
					report.List{Numbered: true, Items: []report.Paragraph{{Text: "甲"}, {Text: "乙"}}},
					report.List{Numbered: true, Items: []report.Paragraph{{Text: "丙\n另一行"}}},
				},
			},
			{
				ID: "ch2", Level: 1, Number: "二、", Title: "《规划》实施基本情况",
				Sections: []report.Section{
					{
						ID: "ch2-1", Level: 2, Number: "（一）", Title: "主要指标完成情况",
						Blocks: []report.Block{indicators(), bullets(), trajectories()},
						Sections: []report.Section{{
							ID: "ch2-1-1", Level: 3, Number: "1.", Title: "优化科技创新空间布局",
							Blocks: []report.Block{grid(), strips(), projections()},
							Sections: []report.Section{{
								ID: "ch2-1-1-1", Level: 4, Number: "（1）", Title: "提升市及县域创新能力",
								Blocks: []report.Block{report.Paragraph{Text: "综合科技创新水平指数连续保持全省前列。"}},
							}},
						}},
					},
				},
			},
			{ID: "ch4", Level: 1, Number: "四、", Title: "社会公众评价", Blocks: []report.Block{bars(), scores()}},
		},
	}
}

func indicators() report.Table {
	return report.Table{
		ID: "table-1", Caption: "表1　主要指标完成情况",
		Columns: []report.Column{{Title: "指标"}, {Title: "目标值", Align: report.End}, {Title: "完成率", Align: report.End}, {Title: "年份", Align: report.Center}, {Title: "判定"}},
		Rows: [][]report.Cell{
			{{Text: "R&D经费支出占GDP比重（%）"}, {Text: "3"}, {Text: "95.33%"}, {Text: "2021年"}, {Text: "快于预期", State: "ahead"}},
			{{Text: "高新技术产业产值占规模以上工业总产值比重（%）"}, {Text: "58"}, {Text: "83.48%"}, {Text: "2022年"}, {Text: "慢于预期", State: "behind"}},
			{{Text: "科技型中小企业（家）\n含入库企业"}, {Text: "2700"}, {Text: "67.48%"}, {Text: "2022年"}, {Text: "不判定", State: "not-judged"}},
		},
		Notes: []string{"完成率为实际值与目标值之比。"},
	}
}

func projections() report.Table {
	row := func(name, way, value, verdict, state string) []report.Cell {
		return []report.Cell{{Text: name}, {Text: way}, {Text: value}, {Text: verdict, State: state}}
	}
	return report.Table{
		ID: "table-2", Caption: "表2　外推", Grouped: true,
		Columns: []report.Column{{Title: "指标"}, {Title: "推进方式"}, {Title: "外推数值", Align: report.End}, {Title: "能否达到"}},
		Rows: [][]report.Cell{
			row("高新技术企业（家）", "直线推进", "2380.5", "达到", "met"), row("高新技术企业（家）", "等速增长", "3754.34", "达到", "met"),
			row("高新技术产业产值占规模以上工业总产值比重（%）", "直线推进", "57.26", "达不到", "not-met"),
		},
	}
}

func bullets() report.Chart {
	return report.Chart{
		ID: "figure-1", Caption: "图1　主要指标目标完成率与时序进度", Summary: "4项指标的目标完成率为67.48%至95.33%。", Tables: []string{"table-1"},
		Legend: []report.Key{
			{Mark: report.MarkBar, State: "ahead", Text: "目标完成率"}, {Mark: report.MarkTarget, Text: "2025年目标值"}, {Mark: report.MarkElapsed, Text: "时序进度"},
			{Mark: report.MarkDue, Text: "时序应达水平"}, {Mark: report.MarkBaseline, Text: "基期值"},
		},
		Plot: report.Bullets{
			Columns: []string{"具体指标", "目标完成率（目标值＝100%）", "完成率", "完成数/目标数", "年份", "进度判断"},
			Axis:    report.Axis{at("0", "0%"), at("20", "20%"), at("40", "40%"), at("60", "60%"), at("80", "80%"), at("100", "100%")},
			Rows: []report.Bullet{
				{Name: "R&D经费支出占GDP比重（%）", State: "ahead", Attainment: at("95.33", "95.33%"), Elapsed: v("20"), Due: v("94.93"), Baseline: v("93.67"), Values: "2.86/3", Period: "2021年", Verdict: "快于预期", Detail: "增量完成26.3%"},
				{Name: "高新技术产业产值占规模以上工业总产值比重（%）", State: "behind", Attainment: at("83.48", "83.48%"), Elapsed: v("40"), Due: v("84"), Baseline: v("73.33"), Values: "48.42/58", Period: "2022年", Verdict: "慢于预期", Detail: "增量完成38.1%"},
				{Name: "科技型中小企业（家）", State: "on-course", Attainment: at("67.48", "67.48%"), Elapsed: v("40"), Values: "1822/2700", Period: "2022年", Verdict: "符合预期"},
				{Name: "省级以上创新平台（家）", State: "not-judged", Attainment: at("81.45", "81.45%"), Elapsed: v("40"), Values: "448/550", Period: "2022年", Verdict: "不判定（缺基期值）"},
				{Name: "每万人高价值发明专利拥有量（件）", State: "achieved", Attainment: at("132.1", "132.1%"), Elapsed: v("40"), Values: "13.21/10", Period: "2022年", Verdict: "提前实现"},
				{Name: "尚无数据（家）", State: "no-data", Attainment: report.Point{Text: "无数据"}, Values: "—/5", Period: "—", Verdict: "无数据"},
			},
		},
		Notes: []string{"时序进度＝已过年数÷5。"},
	}
}

func trajectories() report.Chart {
	years := report.Axis{at("2020", "2020"), at("2021", "2021"), at("2022", "2022"), at("2023", "2023"), at("2024", "2024"), at("2025", "2025")}
	return report.Chart{
		ID: "figure-2", Caption: "图2　有基期数的指标：完成轨迹与目标路径", Summary: "2项指标。", Tables: []string{"table-1"},
		Legend: []report.Key{{Mark: report.MarkActual, Text: "实际值"}, {Mark: report.MarkPath, Text: "目标路径"}, {Mark: report.MarkFan, Text: "趋势外推区间"}},
		Plot: report.Trajectories{Panels: []report.Trajectory{
			{
				Name: "R&D经费支出占GDP比重", Unit: "单位：%", State: "ahead", Across: years, Up: report.Axis{at("2.7", "2.7"), at("2.9", "2.9"), at("3.1", "3.1")},
				Actual: []report.Moment{moment("2020", "2.81", ""), moment("2021", "2.86", "2.86")}, Target: moment("2025", "3", "3"),
				Ends: []report.Moment{moment("2025", "3.06", "")}, Says: "按现有增速2025年达3.06%", HasBaseline: true,
			},
			{
				Name: "高新技术产业产值占规模以上工业总产值比重", Unit: "单位：%", State: "behind", Across: years, Up: report.Axis{at("40", "40"), at("50", "50"), at("60", "60")},
				Actual: []report.Moment{moment("2020", "42.53", ""), moment("2021", "47.2", ""), moment("2022", "48.42", "48.42")}, Target: moment("2025", "58", "58"),
				Ends: []report.Moment{moment("2025", "57.26", ""), moment("2025", "52.29", "")}, Says: "预计缺口0.7至5.7个百分点", HasBaseline: true,
			},
		}},
	}
}

func bars() report.Chart {
	return report.Chart{
		ID: "figure-4", Caption: "图4　问卷调查结果", Summary: "3项比例。", Tables: []string{"table-1"},
		Plot: report.Bars{
			Columns: []string{"选项", "比例", "比例（%）", "份数", "95%置信区间"},
			Axis:    report.Axis{at("0", "0%"), at("50", "50%"), at("100", "100%")},
			Groups: []report.BarGroup{
				{Title: "认可与成效", Rows: []report.Bar{{Name: "认为我市科技创新环境优化明显", Value: at("81.7", "81.7%"), Low: v("72.7"), High: v("88.3"), Remarks: []string{"76家", "72.7—88.3"}}}},
				{Title: "反映的问题与诉求", Rows: []report.Bar{
					{Name: "创新成本高、技术人员流失影响较大", State: "behind", Value: at("64.5", "64.5%"), Low: v("54.4"), High: v("73.5"), Remarks: []string{"60家", "54.4—73.5"}},
					{Name: "未回答", Value: report.Point{Text: "无数据"}, Remarks: []string{"", ""}},
				}},
			},
		},
	}
}

func scores() report.Chart {
	return report.Chart{
		ID: "figure-5", Caption: "图5　综合评分", Tables: []string{"table-1"},
		Plot: report.Bars{
			Dots: true, Axis: report.Axis{at("60", "60"), at("80", "80"), at("100", "100")}, Bounds: []report.Point{at("70", "合格"), at("72", "中等"), at("90", "优秀")},
			Groups: []report.BarGroup{{Rows: []report.Bar{{Name: "市科技局", Value: at("86.2", "86.20"), Low: v("84"), High: v("88")}}}},
		},
	}
}

func grid() report.Chart {
	return report.Chart{
		ID: "figure-3", Caption: "图3　重点任务责任分工与推进状态", Tables: []string{"table-1"},
		Legend: []report.Key{{Mark: report.MarkCell, State: "completed", Text: "超前"}, {Mark: report.MarkCell, State: "delayed", Text: "滞后"}},
		Plot: report.Grid{
			Columns: []report.Column{{Title: "重点任务"}, {Title: "规划与资源配置科", Align: report.Center}, {Title: "科技合作科", Align: report.Center}, {Title: "人才与成果科", Align: report.Center}},
			Rows: [][]report.Cell{
				{{Text: "优化科技创新空间布局"}, {Text: "正常", State: "on-schedule"}, {Text: "—"}, {Text: "超前", State: "completed"}},
				{{Text: "强化企业创新主体地位"}, {Text: "滞后", State: "delayed"}, {Text: "未说明", State: "unknown"}, {Text: "—"}},
			},
		},
	}
}

func strips() report.Chart {
	return report.Chart{
		ID: "figure-6", Caption: "图6　检查结果", Tables: []string{"table-1"},
		Plot: report.Strips{Rows: []report.Strip{
			{Name: "合规性", Parts: []report.StripPart{{State: "met", Count: 12, Text: "符合12项"}, {State: "not-met", Count: 3, Text: "不符合3项"}, {State: "unknown", Count: 9, Text: "无法判断9项"}}},
			{Name: "数据", Parts: []report.StripPart{{State: "met", Count: 800, Text: "符合800项"}, {State: "not-met", Count: 150, Text: "不符合150项"}}},
			{Name: "无"},
		}},
	}
}
