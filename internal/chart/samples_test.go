package chart_test

import (
	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/report"
)

func v(s string) indicator.Value { return indicator.MustValue(s) }

func axis(unit string, ticks ...string) report.Axis {
	var a report.Axis
	for _, t := range ticks {
		a = append(a, report.Point{At: v(t), Text: t + unit})
	}
	return a
}

// The indicators, survey and tasks of the seed, 《淄博市“十四五”科技创新规划》, in short.
func bullets() report.Bullets {
	row := func(name, state, attainment, baseline, due, values, period, verdict, detail string) report.Bullet {
		return report.Bullet{Name: name, State: state, Attainment: report.Point{At: v(attainment), Text: attainment + "%"},
			Baseline: v(baseline), Due: v(due), Elapsed: v("40"), Values: values, Period: period, Verdict: verdict, Detail: detail}
	}
	return report.Bullets{
		Columns: []string{"具体指标", "目标完成率（目标值＝100%）", "完成率", "完成数/目标数", "年份", "进度判断"},
		Axis:    axis("%", "0", "20", "40", "60", "80", "100"),
		Rows: []report.Bullet{
			row("R&D经费支出占GDP比重（%）", "ahead", "95.3", "93.7", "95", "2.86/3", "2021年", "快于时序", "增量完成26.3%"),
			row("高新技术产业产值占规模以上工业总产值比重（%）", "behind", "83.5", "73.5", "84.1", "48.42/58", "2022年", "慢于时序", "增量完成38.1%"),
			row("科技型中小企业（家）", "on-course", "67.5", "", "", "1822/2700", "2022年", "符合时序", "年均需增14.0%"),
			row("高新技术企业（家）", "ahead", "76.3", "39", "63.4", "1374/1800", "2022年", "快于时序", "增量完成61.2%"),
			row("省级以上创新平台（家）", "no-baseline", "81.5", "", "", "448/550", "2022年", "待补基期", "年均需增7.1%"),
			row("每万人高价值发明专利拥有量（件）", "", "120.4", "", "", "9.03/7.5", "2022年", "", ""),
			{Name: "年登记技术合同成交额（亿元）", State: "unknown", Attainment: report.Point{Text: "没有观测值"}, Elapsed: v("40"), Values: "—/350", Verdict: "无法判断"},
		},
	}
}

func trajectories() report.Trajectories {
	at := func(time, value, text string) report.Moment {
		return report.Moment{Time: v(time), Point: report.Point{At: v(value), Text: text}}
	}
	years := axis("", "2020", "2021", "2022", "2023", "2024", "2025")
	return report.Trajectories{Panels: []report.Trajectory{
		{Name: "R&D经费支出占GDP比重", Unit: "%", State: "ahead", Across: years, Up: axis("", "2.7", "2.8", "2.9", "3.0", "3.1"), HasBaseline: true,
			Actual: []report.Moment{at("2020", "2.81", ""), at("2021", "2.86", "2.86")}, Target: at("2025", "3", "3"),
			Ends: []report.Moment{at("2025", "3.06", "3.06")}, Says: "按现有增速2025年达3.06%"},
		{Name: "高新技术产业产值占规模以上工业总产值比重", Unit: "%", State: "behind", Across: years, Up: axis("", "40", "45", "50", "55", "60"), HasBaseline: true,
			Actual: []report.Moment{at("2020", "42.6", ""), at("2021", "47.2", ""), at("2022", "48.42", "48.42")}, Target: at("2025", "58", "58"),
			Ends: []report.Moment{at("2025", "52.3", "52.3"), at("2025", "57.3", "57.3")}, Says: "预计缺口0.7至5.7个百分点"},
		{Name: "高新技术企业", Unit: "家", State: "ahead", Across: years, Up: axis("", "500", "1000", "1500", "2000", "2500"), HasBaseline: true,
			Actual: []report.Moment{at("2020", "702", ""), at("2021", "1025", ""), at("2022", "1374", "1374")}, Target: at("2025", "1800", "1800"),
			Ends: []report.Moment{at("2025", "2382", ""), at("2025", "2421", "")}, Says: "按现有增速可提前完成"},
		{Name: "省级以上创新平台", Unit: "家", State: "no-baseline", Across: years, Up: axis("", "400", "500", "600"),
			Actual: []report.Moment{at("2022", "448", "448")}, Target: at("2025", "550", "550"), Says: "只有一个观测值，不作外推"},
	}}
}

func bars() report.Bars {
	row := func(name, value, low, high, count, interval string) report.Bar {
		return report.Bar{Name: name, Value: report.Point{At: v(value), Text: value + "%"}, Low: v(low), High: v(high), Remarks: []string{count, interval}}
	}
	return report.Bars{
		Columns: []string{"选项", "占比", "占比", "家数", "95%置信区间"},
		Axis:    axis("%", "0", "25", "50", "75", "100"),
		Groups: []report.BarGroup{
			{Title: "认可与成效", Rows: []report.Bar{
				row("认为我市科技创新环境优化明显", "81.7", "72.7", "88.3", "76家", "[72.7, 88.3]"),
				row("研发投入达到5%以上", "61.2", "51.1", "70.6", "57家", "[51.1, 70.6]"),
			}},
			{Title: "反映的问题与诉求", Rows: []report.Bar{
				row("创新成本高、技术人员流失影响较大", "64.5", "54.4", "73.5", "60家", "[54.4, 73.5]"),
				row("应当简化申报资料", "40.8", "31.4", "51", "38家", "[31.4, 51.0]"),
				{Name: "没有问到的选项", Value: report.Point{Text: "没有答卷"}, Remarks: []string{"", ""}},
			}},
		},
	}
}

// Scores are dots with bounds, as of a score whose grades begin at 60, 80 and 90.
func scores() report.Bars {
	row := func(name, state, value, low, high string) report.Bar {
		return report.Bar{Name: name, State: state, Value: report.Point{At: v(value), Text: value}, Low: v(low), High: v(high)}
	}
	return report.Bars{
		Dots: true,
		Axis: axis("", "50", "60", "70", "80", "90", "100"),
		Bounds: []report.Point{
			{At: v("60"), Text: "合格（60分）"}, {At: v("80"), Text: "良好（80分）"}, {At: v("85"), Text: "较好（85分）"}, {At: v("90"), Text: "优秀（90分）"},
		},
		Groups: []report.BarGroup{{Rows: []report.Bar{
			row("综合得分", "ahead", "91.5", "86", "94"), row("实施进度", "on-course", "83.2", "", ""),
			row("资金保障", "behind", "57.4", "52", "61"), row("公众评价", "unknown", "72", "", ""), row("均值", "", "76", "", ""),
		}}},
	}
}

func grid() report.Grid {
	word := map[string]string{"completed": "已完成", "on-schedule": "正常", "delayed": "滞后", "not-begun": "未启动"}
	row := func(name string, states ...string) []report.Cell {
		cells := []report.Cell{{Text: name}}
		for _, s := range states {
			cells = append(cells, report.Cell{Text: word[s], State: s})
		}
		return cells
	}
	var g report.Grid
	for _, title := range []string{"重点任务", "政策法规与创新促进科", "规划与资源配置科", "科技合作科", "高新技术发展及产业化科", "农村与社会发展科", "人才与成果科", "外国专家服务科", "市科技发展中心"} {
		g.Columns = append(g.Columns, report.Column{Title: title})
	}
	g.Rows = [][]report.Cell{
		row("优化科技创新空间布局", "", "on-schedule", "on-schedule", "", "", "completed", "", ""),
		row("科技支撑产业发展及城市品质活力提升", "", "on-schedule", "", "on-schedule", "on-schedule", "", "", ""),
		row("强化企业创新主体地位", "", "delayed", "", "completed", "", "", "", "not-begun"),
		row("打造创新人才集聚高地", "", "", "", "", "", "", "", ""),
	}
	return g
}

func strips() report.Strips {
	part := func(state string, count int, text string) report.StripPart {
		return report.StripPart{State: state, Count: count, Text: text}
	}
	return report.Strips{Rows: []report.Strip{
		{Name: "主要指标", Parts: []report.StripPart{part("ahead", 2, "快于时序2项"), part("on-course", 1, "符合时序1项"), part("behind", 1, "慢于时序1项"), part("no-baseline", 4, "待补基期4项")}},
		{Name: "重点任务的责任单位与推进状态", Parts: []report.StripPart{part("completed", 40, "已完成40项"), part("delayed", 17, "滞后17项"), part("", 3, "其他3项")}},
		{Name: "问卷", Parts: []report.StripPart{part("ahead", 900, "满意900份"), part("behind", 100, "不满意100份")}},
	}}
}

func sample(id string, p report.Plot) report.Chart {
	return report.Chart{ID: id, Caption: "图1　主要指标目标完成率与时序进度", Summary: "条形为目标完成率，右端粗线为目标值。", Plot: p}
}

// samples are one chart of each plot, and one of dots.
func samples() []report.Chart {
	return []report.Chart{
		sample("bullets", bullets()), sample("trajectories", trajectories()), sample("bars", bars()),
		sample("scores", scores()), sample("grid", grid()), sample("strips", strips()),
	}
}
