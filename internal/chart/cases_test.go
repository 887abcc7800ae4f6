package chart_test

import (
	"fmt"
	"strings"

	"github.com/planeval/planeval/report"
)

const (
	longChinese = "高新技术产业产值占规模以上工业总产值（当年价格）的比重以及“十四五”期间年均提高的幅度（百分点），《淄博市“十四五”科技创新规划》第三章第二节所列各项"
	longEnglish = "Share of the output value of high-technology industries in the total output value of industrial enterprises above the designated size, counterrevolutionaries-notwithstanding"
	longNumber  = "123456789012345678901234567890.12345678%"
)

// reworded returns a chart in which every text but the headings of axes has gone through a function.
func reworded(c report.Chart, f func(string) string) report.Chart {
	point := func(p report.Point) report.Point { return report.Point{At: p.At, Text: f(p.Text)} }
	points := func(list []report.Point) (out []report.Point) {
		for _, p := range list {
			out = append(out, point(p))
		}
		return out
	}
	words := func(list []string) (out []string) {
		for _, s := range list {
			out = append(out, f(s))
		}
		return out
	}
	moments := func(list []report.Moment) (out []report.Moment) {
		for _, m := range list {
			out = append(out, report.Moment{Time: m.Time, Point: point(m.Point)})
		}
		return out
	}
	c.Caption, c.Summary = f(c.Caption), f(c.Summary)
	switch p := c.Plot.(type) {
	case report.Bullets:
		rows := []report.Bullet(nil)
		for _, r := range p.Rows {
			r.Name, r.Attainment, r.Values, r.Period, r.Verdict, r.Detail = f(r.Name), point(r.Attainment), f(r.Values), f(r.Period), f(r.Verdict), f(r.Detail)
			rows = append(rows, r)
		}
		c.Plot = report.Bullets{Columns: words(p.Columns), Axis: points(p.Axis), Rows: rows}
	case report.Trajectories:
		panels := []report.Trajectory(nil)
		for _, t := range p.Panels {
			t.Name, t.Unit, t.Says, t.Across, t.Up = f(t.Name), f(t.Unit), f(t.Says), points(t.Across), points(t.Up)
			t.Actual, t.Ends, t.Target = moments(t.Actual), moments(t.Ends), moments([]report.Moment{t.Target})[0]
			panels = append(panels, t)
		}
		c.Plot = report.Trajectories{Panels: panels}
	case report.Bars:
		groups := []report.BarGroup(nil)
		for _, g := range p.Groups {
			rows := []report.Bar(nil)
			for _, r := range g.Rows {
				r.Name, r.Value, r.Remarks = f(r.Name), point(r.Value), words(r.Remarks)
				rows = append(rows, r)
			}
			groups = append(groups, report.BarGroup{Title: f(g.Title), Rows: rows})
		}
		p.Columns, p.Axis, p.Bounds, p.Groups = words(p.Columns), points(p.Axis), points(p.Bounds), groups
		c.Plot = p
	case report.Grid:
		var g report.Grid
		for _, column := range p.Columns {
			g.Columns = append(g.Columns, report.Column{Title: f(column.Title)})
		}
		for _, row := range p.Rows {
			cells := []report.Cell(nil)
			for _, cell := range row {
				cells = append(cells, report.Cell{Text: f(cell.Text), State: cell.State})
			}
			g.Rows = append(g.Rows, cells)
		}
		c.Plot = g
	case report.Strips:
		var s report.Strips
		for _, row := range p.Rows {
			parts := []report.StripPart(nil)
			for _, part := range row.Parts {
				part.Text = f(part.Text)
				parts = append(parts, part)
			}
			s.Rows = append(s.Rows, report.Strip{Name: f(row.Name), Parts: parts})
		}
		c.Plot = s
	}
	return c
}

// every returns a function that gives every text that is not empty another one.
func every(s string) func(string) string {
	return func(old string) string {
		if old == "" {
			return ""
		}
		return s
	}
}

// extremes are charts at the limits of what figures may be.
func extremes() map[string]report.Plot {
	p := func(at, text string) report.Point { return report.Point{At: v(at), Text: text} }
	at := func(time, value string) report.Moment { return report.Moment{Time: v(time), Point: p(value, value)} }
	ticks := axis("%", strings.Fields("0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 50 100")...)
	years, up := axis("", "2020", "2021", "2022", "2023", "2024", "2025"), axis("", "0", "50", "100")
	bullet := func(attainment string) report.Bullet {
		return report.Bullet{Name: "甲（家）", State: "ahead", Attainment: p(attainment, attainment+"%"), Baseline: v("-20"), Due: v("5000"), Elapsed: v("0"), Values: "1/2", Period: "2022年", Verdict: "快于时序"}
	}
	panel := func(values ...string) report.Trajectory {
		t := report.Trajectory{Name: "甲", Unit: "家", State: "behind", Across: years, Up: up, HasBaseline: true, Target: at("2025", "50"),
			Ends: []report.Moment{at("2025", "50"), at("2025", "50.1"), at("2025", "49.9"), at("2025", "50.05")}, Says: "慢于时序"}
		for i, value := range values {
			t.Actual = append(t.Actual, at(fmt.Sprint(2020+i), value))
		}
		return t
	}
	huge := strings.Repeat("9", 38)
	tiny := "0." + strings.Repeat("0", 37) + "1"
	bar := func(value, low, high string) report.Bar {
		return report.Bar{Name: "甲", State: "ahead", Value: p(value, value), Low: v(low), High: v(high), Remarks: []string{value, low}}
	}
	// Beside the first column one that needs 156 and 7 that need 94: (1000 − 196 − 156 − 6 × 94) = 84, enough for a column, but not
	// for the last.
	words := report.Grid{Columns: []report.Column{{Title: "任务"}}, Rows: [][]report.Cell{{{Text: "甲"}, {Text: "正常", State: "ahead"}}}}
	for _, title := range strings.Fields(strings.Repeat("WWWWWWW ", 7) + "WWWWWWWWWWWW") {
		words.Columns = append(words.Columns, report.Column{Title: title})
	}
	var many report.Grid
	var row []report.Cell
	for i := range 60 {
		many.Columns = append(many.Columns, report.Column{Title: fmt.Sprint("第", i, "科")})
		row = append(row, report.Cell{Text: "正常", State: "on-schedule"})
	}
	many.Rows = [][]report.Cell{row, row[:3], nil}
	tallied := func(counts ...int) report.Strip {
		s := report.Strip{Name: "甲"}
		for i, n := range counts {
			s.Parts = append(s.Parts, report.StripPart{State: []string{"ahead", "behind", ""}[i%3], Count: n, Text: fmt.Sprint(n, "项")})
		}
		return s
	}
	return map[string]report.Plot{
		"attainments of 0, below 0, beyond the axis and of 38 digits": report.Bullets{Columns: []string{"指标", "完成率", "完成率", "数值", "年份", "判断"}, Axis: axis("%", "0", "50", "100"),
			Rows: []report.Bullet{bullet("0"), bullet("-35"), bullet("5000"), bullet(huge), bullet("-" + huge), bullet(tiny), bullet("100")}},
		"an axis that begins below 0":        report.Bullets{Axis: axis("%", "-50", "0", "50", "100", "150"), Rows: []report.Bullet{bullet("-35"), bullet("-80"), bullet("200")}},
		"an axis of two huge ends":           report.Bullets{Axis: axis("%", "-"+huge, huge), Rows: []report.Bullet{bullet("0"), bullet(huge)}},
		"no axis, no columns":                report.Bullets{Rows: []report.Bullet{bullet("50"), {}}},
		"an axis that does not ascend":       report.Bullets{Axis: axis("%", "100", "100", "0"), Rows: []report.Bullet{bullet("50")}},
		"an axis of many ticks":              report.Bullets{Axis: ticks},
		"nothing at all":                     report.Bullets{},
		"equal values":                       report.Trajectories{Panels: []report.Trajectory{panel("50", "50", "50", "50", "50", "50")}},
		"values that go up and down":         report.Trajectories{Panels: []report.Trajectory{panel("0", "100", "0", "100", "0", "100"), panel("50", "52", "48", "51", "49", "50")}},
		"a single observation":               report.Trajectories{Panels: []report.Trajectory{panel("50")}},
		"no observation":                     report.Trajectories{Panels: []report.Trajectory{panel()}},
		"a gap among observations":           report.Trajectories{Panels: []report.Trajectory{panel("10", "", "20", "30", "", "40")}},
		"observations beyond the axes":       report.Trajectories{Panels: []report.Trajectory{panel("-10", huge, "50", "-"+huge)}},
		"panels without anything":            report.Trajectories{Panels: []report.Trajectory{{}, {}}},
		"axes of many ticks":                 report.Trajectories{Panels: []report.Trajectory{{Across: ticks, Up: ticks, Target: at("50", "50")}}},
		"no panels":                          report.Trajectories{},
		"bars beyond the axis":               report.Bars{Axis: axis("", "0", "50"), Groups: []report.BarGroup{{Title: "组", Rows: []report.Bar{bar("5000", "-1", "9000"), bar("-5", "-9", "0"), bar(huge, "", huge), bar(tiny, tiny, "")}}}},
		"bounds all in one place":            report.Bars{Dots: true, Axis: axis("", "0", "50"), Bounds: []report.Point{p("10", "差"), p("10", "中等的一级"), p("10", "良"), p("11", "优"), p("50", "最优的一级"), p("70", "没有的一级")}, Groups: []report.BarGroup{{Rows: []report.Bar{bar("12", "9", "13")}}}},
		"more remarks than have room":        report.Bars{Axis: axis("", "0", "50"), Groups: []report.BarGroup{{Rows: []report.Bar{{Name: "甲", Value: p("5", "5"), Remarks: strings.Fields(strings.Repeat("备注 ", 40))}}}}},
		"no bars":                            report.Bars{},
		"more columns than have room":        many,
		"a grid whose words just do not fit": words,
		"a grid without columns":             report.Grid{Rows: [][]report.Cell{{{Text: "甲"}}}},
		"a grid of names":                    report.Grid{Columns: []report.Column{{Title: "任务"}}, Rows: [][]report.Cell{{{Text: "甲"}}}},
		"counts below 0 and of 2³¹ − 1":      report.Strips{Rows: []report.Strip{tallied(-5, 0, 3), tallied(1<<31-1, 1<<31-1, 1), tallied(0), tallied(), tallied(100, 139, 1)}},
		"no strips":                          report.Strips{},
	}
}

// cases are all charts that pictures are tested with, by what is special of them.
func cases() map[string]report.Chart {
	all := map[string]report.Chart{}
	for _, c := range samples() {
		all[c.ID] = c
		for name, words := range map[string]string{"Chinese": longChinese, "English": longEnglish, "number": longNumber, "a word": strings.Repeat("W", 300)} {
			all[c.ID+" of long texts, "+name] = reworded(c, every(words))
		}
	}
	for name, plot := range extremes() {
		all[name] = sample("extreme", plot)
	}
	rows := bullets()
	for len(rows.Rows) < 300 {
		rows.Rows = append(rows.Rows, rows.Rows...)
	}
	all["hundreds of bullets"] = sample("bullets", rows)
	panels := trajectories()
	for len(panels.Panels) < 50 {
		panels.Panels = append(panels.Panels, panels.Panels...)
	}
	all["tens of trajectories"] = sample("trajectories", panels)
	return all
}
