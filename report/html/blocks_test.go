package html_test

import (
	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/report"
)

// everyBlock is a small document with every kind of block and part, in a language.
func everyBlock(language string) report.Document {
	if language == "en" {
		return document("en", func(_, en string) string { return en })
	}
	return document("zh-Hans", func(zh, _ string) string { return zh })
}

func document(language string, say func(zh, en string) string) report.Document {
	return report.Document{
		Language: language,
		Title:    say("《科技创新规划》后评估报告", "Innovation plan: post-evaluation report"),
		Subtitle: say("评估单位：市科技局", "Evaluated by the Science Bureau"),
		Blocks:   []report.Block{report.Paragraph{Text: say("本报告由评估结果生成。", "This report is made from the evaluation.")}},
		Sections: []report.Section{
			{
				ID: "summary", Part: report.Front, Level: 1, Title: say("评估结论", "Summary"),
				Blocks: []report.Block{
					report.Tiles{Items: []report.Tile{
						{Figure: "1", Unit: say("／2项", "of 2"), Label: say("快于预期", "ahead"), State: "ahead"},
						{Figure: "0", Unit: say("／2项", "of 2"), Label: say("基本符合预期", "on course"), State: "on-course"},
						{Figure: "1", Unit: say("／2项", "of 2"), Label: say("相对滞后", "behind"), State: "behind", Note: say("须年均提高3.19个百分点", "needs 3.19 pp a year")},
						{Figure: "0", Unit: say("／2项", "of 2"), Label: say("不判定", "not judged"), State: "not-judged"},
					}},
					report.Paragraph{Lead: say("关于是否调整", "Outcome:"), Text: say("两者不一致，声明的结论偏轻。", "The two differ.")},
				},
			},
			{
				ID: "ch1", Level: 1, Number: say("一、", "1"), Title: say("实施情况", "Implementation"),
				Sections: []report.Section{{
					ID: "ch1-indicators", Level: 2, Number: say("（一）", "1.1"), Title: say("主要指标", "Main indicators"),
					Blocks: []report.Block{
						strips(say),
						bars(say),
						report.Table{
							ID: "table-indicators", Caption: say("表1\u3000主要指标", "Table 1. Main indicators"),
							Columns: []report.Column{
								{Title: say("指标", "Indicator")}, {Title: say("目标值", "Target"), Align: report.End}, {Title: say("实际值", "Actual"), Align: report.End},
								{Title: say("是否约束性", "Binding"), Align: report.Center}, {Title: say("判定", "Verdict")},
							},
							Rows: [][]report.Cell{
								{{Text: say("高新技术企业\n（家）", "High-tech enterprises\n(number)")}, {Text: say("1800", "1,800")}, {Text: say("1374", "1,374")}, {Text: say("否", "no")}, {Text: say("快于预期", "ahead"), State: "ahead"}},
								{{Text: say("产值占比（%）", "Share of output (%)")}, {Text: "58"}, {}, {Text: "—"}, {Text: say("相对滞后", "behind"), State: "behind"}},
							},
							Notes: []string{say("注：数据来自年报。", "Source: yearbook.")},
						},
					},
					Sections: []report.Section{{
						ID: "ch1-third", Level: 3, Number: say("1.", "1.1.1"), Title: say("说明", "Remarks"),
						Blocks: []report.Block{
							report.List{Items: []report.Paragraph{{Lead: say("一是", "First"), Text: say("查阅资料", "documents were read")}, {Text: "a < b & c"}}},
							report.List{Numbered: true, Items: []report.Paragraph{{Text: say("实地走访", "sites were visited")}}},
						},
					}},
				}},
			},
			{
				ID: "annex-1", Part: report.Annex, Level: 1, Number: say("附件1", "Annex 1"), Title: say("工作方案", "Scheme"),
				Blocks: []report.Block{report.Paragraph{Text: say("客观公正、公开透明。", "Fair and open.")}},
			},
			{
				ID: "appendix-a", Part: report.Appendix, Level: 1, Number: say("附录A", "Appendix A"), Title: say("计算过程", "Workings"),
				Blocks: []report.Block{report.Table{
					ID: "table-workings", Caption: say("表2\u3000计算过程", "Table 2. Workings"), Columns: []report.Column{{Title: say("算式", "Formula")}, {Title: say("结果", "Result"), Align: report.End}},
					Rows: [][]report.Cell{{{Text: "1374 ÷ 1800"}, {Text: "76.33%"}}},
				}, report.Table{
					ID: "table-projections", Grouped: true, Caption: say("表3\u3000外推", "Table 3. Projections"),
					Columns: []report.Column{
						{Title: say("指标", "Indicator")}, {Title: say("推进方式", "If this goes on")}, {Title: say("数值", "Value"), Align: report.End}, {Title: say("主要", "Main"), Align: report.Center},
						{Title: say("判定", "Verdict")},
					},
					Rows: [][]report.Cell{
						{{Text: say("高新技术企业（家）", "High-tech enterprises")}, {Text: say("直线推进", "straight line")}, {Text: "2380.5"}, {}, {Text: say("达到", "reached"), State: "met"}},
						{{Text: say("高新技术企业（家）", "High-tech enterprises")}, {Text: say("等速增长", "constant growth")}, {Text: "3754.34"}, {Text: "✓"}, {Text: say("达到", "reached"), State: "met"}},
						{{Text: say("产值占比（%）", "Share of output (%)"), State: "behind"}, {Text: say("直线推进", "straight line")}, {Text: "57.26"}, {Text: "✓"}, {Text: say("达不到", "missed"), State: "not-met"}},
					},
				}},
			},
		},
	}
}

func strips(say func(zh, en string) string) report.Chart {
	return report.Chart{
		ID: "figure-checks", Caption: say("图1\u3000检查结果", "Figure 1. Checks"), Summary: say("符合2条。", "Two are met."),
		Legend: []report.Key{{Mark: report.MarkCell, State: "met", Text: say("符合", "met")}},
		Plot:   report.Strips{Rows: []report.Strip{{Name: say("数据", "Data"), Parts: []report.StripPart{{State: "met", Count: 2, Text: say("符合2条", "2 met")}}}}},
	}
}

func bars(say func(zh, en string) string) report.Chart {
	tick := func(value string) report.Point {
		return report.Point{At: indicator.MustValue(value), Text: value + "%"}
	}
	return report.Chart{
		ID: "figure-survey", Caption: say("图2\u3000问卷调查", "Figure 2. Survey"), Summary: say("优化明显占81.7%。", "81.7% say improved."),
		Tables: []string{"table-indicators", "table-workings"},
		Legend: []report.Key{{Mark: report.MarkBar, Text: say("占比", "Share")}, {Mark: report.MarkInterval, Text: say("置信区间", "Interval")}},
		Plot: report.Bars{
			Axis: report.Axis{tick("0"), tick("50"), tick("100")},
			Groups: []report.BarGroup{{Rows: []report.Bar{{
				Name: say("优化明显", "improved"), Value: tick("81.7"), Low: indicator.MustValue("72.7"), High: indicator.MustValue("88.3"),
			}}}},
		},
		Notes: []string{say("须线为置信区间。", "Whiskers are intervals.")},
	}
}
