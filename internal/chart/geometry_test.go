package chart_test

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/planeval/planeval/internal/chart"
	"github.com/planeval/planeval/report"
	"github.com/stretchr/testify/assert"
)

// Lines and areas lie within the view box, but for half the width of a line and the tips of marks at its edge.
func TestMarksHaveTheirRoom(t *testing.T) {
	const slack = 5
	for name, c := range cases() {
		for _, layout := range chart.Layouts(c.Plot) {
			t.Run(name+", "+names[layout], func(t *testing.T) {
				_, list := draw(t, c, layout)
				for _, p := range list {
					for _, m := range p.marks {
						if m[0] < -slack || m[1] > p.width+slack || m[2] < -slack || m[3] > p.height+slack {
							t.Fatalf("beyond the view box of %.0f × %.0f: %v", p.width, p.height, m)
						}
					}
				}
			})
		}
	}
}

// Texts lie within the view box, and none lies over another.
func TestTextsHaveTheirRoom(t *testing.T) {
	const slack = .11 // coordinates are printed with one decimal
	for name, c := range cases() {
		for _, layout := range chart.Layouts(c.Plot) {
			t.Run(name+", "+names[layout], func(t *testing.T) {
				_, list := draw(t, c, layout)
				for _, p := range list {
					faults := 0
					for i, a := range p.texts {
						if a.left < -slack || a.right > p.width+slack || a.top < -slack || a.bottom > p.height+slack {
							t.Errorf("beyond the view box of %.0f × %.0f: %s", p.width, p.height, a)
							faults++
						}
						for _, b := range p.texts[i+1:] {
							if a.left < b.right-slack && b.left < a.right-slack && a.top < b.bottom-slack && b.top < a.bottom-slack {
								t.Errorf("texts overlap:\n%s\n%s", a, b)
								faults++
							}
						}
						if faults > 5 {
							t.FailNow()
						}
					}
				}
			})
		}
	}
}

func TestViewBoxes(t *testing.T) {
	widths := map[chart.Layout]float64{chart.Wide: 1000, chart.Narrow: 360, chart.Panels: 300}
	for _, c := range samples() {
		for _, layout := range chart.Layouts(c.Plot) {
			_, list := draw(t, c, layout)
			for _, p := range list {
				want := widths[layout]
				if c.ID == "strips" { // of more than twenty squares
					want = 360
				}
				assert.Equal(t, want, p.width)
				assert.Greater(t, p.height, 60.0)
			}
		}
	}
}

// The plots of panels beside each other are level, however many lines their names have.
func TestPanelsAreLevel(t *testing.T) {
	plot := trajectories()
	plot.Panels[1].Name, plot.Panels[2].Name = longChinese, ""
	_, list := draw(t, sample("trajectories", plot), chart.Panels)
	for _, p := range list {
		var axis []text
		for _, x := range p.texts {
			if x.class == "k" {
				axis = append(axis, x)
			}
		}
		assert.Equal(t, 289.56, axis[0].top, "4 lines of a name and one of a unit, each 18, 16, the plot of 176, 5 and 14 to the base line, less .88×13")
	}
	strips := report.Strips{Rows: []report.Strip{
		{Name: "甲", Parts: []report.StripPart{{State: "met", Count: 1}}},
		{Name: longChinese[:75], Parts: []report.StripPart{{State: "met", Count: 1}}},
	}}
	squares := regexp.MustCompile(`<path class="sa" d="M0 50h16"/>`) // below 2 lines of 18, 6 and half of a square
	assert.Len(t, squares.FindAll(chart.Append(nil, sample("strips", strips), chart.Panels, ""), -1), 2)
}

var (
	numberText = regexp.MustCompile(`[0-9]+(\.[0-9]+)?`)
	blank      = regexp.MustCompile(`[\s\x{a0}]+`)
)

// printed returns the texts of pictures.
func printed(list []picture) (all []text) {
	for _, p := range list {
		all = append(all, p.texts...)
	}
	return all
}

// texts returns the texts of a chart's plot but those of axes.
func texts(c report.Chart) []string {
	var all []string
	reworded(report.Chart{Plot: withoutAxes(c.Plot)}, func(s string) string {
		if s != "" {
			all = append(all, s)
		}
		return s
	})
	return all
}

func withoutAxes(plot report.Plot) report.Plot {
	switch p := plot.(type) {
	case report.Bullets:
		p.Axis = nil
		return p
	case report.Bars:
		p.Axis = nil
		return p
	case report.Trajectories:
		panels := []report.Trajectory(nil)
		for _, t := range p.Panels {
			t.Across, t.Up = nil, nil
			panels = append(panels, t)
		}
		return report.Trajectories{Panels: panels}
	}
	return plot
}

// A picture has no number of its own: those that are printed in it, but for the ticks of axes, are in the chart's texts.
func TestNumbersComeFromTheChart(t *testing.T) {
	for _, c := range samples() {
		known := map[string]bool{}
		for _, s := range texts(c) {
			for _, n := range numberText.FindAllString(s, -1) {
				known[n] = true
			}
		}
		for _, layout := range chart.Layouts(c.Plot) {
			t.Run(c.ID+", "+names[layout], func(t *testing.T) {
				_, list := draw(t, c, layout)
				seen := 0
				for _, x := range printed(list) {
					if strings.Contains(x.class, "k") {
						continue
					}
					for _, n := range numberText.FindAllString(x.content, -1) {
						assert.True(t, known[n], "%s in %q", n, x.content)
						seen++
					}
				}
				if c.ID != "grid" {
					assert.Positive(t, seen)
				}
			})
		}
	}
}

// No text is lost, however long it is. Left out are the labels of trajectories that have no place, bounds beyond the axis,
// on phones the headings of names and bars, and in lists the columns of a grid in which nothing stands.
func TestEveryTextIsThere(t *testing.T) {
	for name, c := range cases() {
		switch plot := c.Plot.(type) {
		case report.Trajectories:
			continue // TestTrajectoryTexts
		case report.Bars:
			plot.Bounds = slices.DeleteFunc(slices.Clone(plot.Bounds), func(p report.Point) bool { return p.Text == "没有的一级" })
			c.Plot = plot
		case report.Grid:
			if c.ID != "grid" {
				continue // some are lists
			}
		}
		for _, layout := range chart.Layouts(c.Plot) {
			t.Run(name+", "+names[layout], func(t *testing.T) {
				_, list := draw(t, c, layout)
				var b strings.Builder
				for _, x := range printed(list) {
					b.WriteString(x.content)
				}
				printed := blank.ReplaceAllString(b.String(), "")
				c := c
				if plot, ok := c.Plot.(report.Bullets); ok && layout == chart.Narrow && len(plot.Columns) > 2 {
					plot.Columns = plot.Columns[2:]
					c.Plot = plot
				}
				for _, want := range texts(c) {
					if !strings.Contains(printed, blank.ReplaceAllString(want, "")) {
						t.Errorf("missing: %s", want)
					}
				}
			})
		}
	}
}

// In the places where a label may stand there is room for the target, both ends and the latest observation.
func TestTrajectoryTexts(t *testing.T) {
	_, list := draw(t, sample("trajectories", trajectories()), chart.Panels)
	var got []string
	for _, x := range printed(list) {
		if !strings.Contains(x.class, "k") {
			got = append(got, strings.ReplaceAll(x.content, "\u00a0", " "))
		}
	}
	for _, want := range []string{
		"R&D经费支出占GDP比重", "%", "3.06", "3", "2.86", "▲ 按现有增速2025年达3.06%",
		"58", "57.3", "52.3", "48.42", "▼ 预计缺口0.7至5.7个百分点", "1800", "1374", "▲ 按现有增速可提前完成", "550", "448", "○ 只有一个观测值，不作外推",
	} {
		assert.Contains(t, got, want)
	}
}

// The panels of strips are as wide as the longest needs that is drawn as squares, but no narrower than other panels, nor wider
// than twenty squares: up to there lengths can be compared.
func TestStripsOfAChartAreOfOneWidth(t *testing.T) {
	for _, test := range []struct {
		counts []int
		want   float64
	}{{[]int{16, 2}, 300}, {[]int{3, 17}, 306}, {[]int{19, 18, 1}, 342}, {[]int{1, 20}, 360}, {[]int{21, 19}, 360}, {[]int{5, 241}, 300}, {[]int{}, 300}} {
		var s report.Strips
		for _, count := range test.counts {
			s.Rows = append(s.Rows, report.Strip{Name: "规则", Parts: []report.StripPart{{State: "met", Count: count - 1}, {State: "unknown", Count: 1}}})
		}
		_, list := draw(t, sample("strips", s), chart.Panels)
		assert.Len(t, list, len(test.counts))
		for _, p := range list {
			assert.Equal(t, test.want, p.width, "%v", test.counts)
		}
	}
}

// A strip has a square for each thing, up to twenty in a line: of one state a dashed line with the marks on it, or each with its
// outline. Dots are dashes, too.
func TestSquares(t *testing.T) {
	s := report.Strips{Rows: []report.Strip{{Parts: []report.StripPart{
		{State: "met", Count: 22}, {State: "not-met", Count: 2}, {State: "unknown", Count: 1}, {State: "ahead", Count: 1}, {Count: 3},
	}}}}
	svg := string(chart.Append(nil, sample("strips", s), chart.Panels, ""))
	assert.Contains(t, svg, `</title>`+
		`<path class="sa" d="M0 14h358"/><path class="so" d="M8 14h343"/>`+
		`<path class="sa" d="M0 32h34"/><path class="so" d="M8 32h19"/>`+
		`<path class="ss" d="M36 32h34"/><path class="w" d="M44 36l4-7h-8zm18 0l4-7h-8z"/>`+
		`<path class="fu" d="M72 24h16v16h-16z"/><path class="u" d="M80 28a4 4 0 1 1-.1 0z"/>`+
		`<path class="sb" d="M90 32h16"/><path class="w" d="M98 28l4 7h-8z"/>`+
		`<path class="sp" d="M108 32h52"/>`+
		`</svg>`)
	for _, rule := range []string{"stroke-width:16;stroke-dasharray:16 2}", "stroke-width:8;stroke-dasharray:0 18;stroke-linecap:round}"} {
		assert.Contains(t, chart.CSS, rule)
	}
}

// The lines of bounds lie below dots, and over bars, which would hide them.
func TestBoundsLieBelowDotsAndOverBars(t *testing.T) {
	for _, dots := range []bool{true, false} {
		plot := report.Bars{Dots: dots, Axis: axis("", "0", "100"), Bounds: axis("", "60"), Groups: []report.BarGroup{{Rows: []report.Bar{{State: "ahead", Value: report.Point{At: v("60")}}}}}}
		svg := string(chart.Append(nil, sample("a", plot), chart.Wide, ""))
		bound := strings.Index(svg, `class="u"`)
		if dots {
			bound = strings.Index(svg, `class="g u"`)
		}
		value := strings.Index(svg, `class="fb"`)
		assert.Positive(t, bound)
		assert.Positive(t, value)
		assert.Equal(t, dots, bound < value)
	}
}

// A bar that passes the end of the axis ends there; one of nothing is still seen.
func TestBarsEndWithinTheAxis(t *testing.T) {
	bars := regexp.MustCompile(`class="fb" d="M([0-9.]+) [0-9.]+h([0-9.]+)v`)
	draw := func(attainment string) []string {
		plot := report.Bullets{Axis: axis("", "0", "100"), Rows: []report.Bullet{{State: "ahead", Attainment: report.Point{At: v(attainment)}}}}
		return bars.FindStringSubmatch(string(chart.Append(nil, sample("a", plot), chart.Narrow, "")))
	}
	ends := func(attainment string) string {
		plot := report.Bullets{Axis: axis("", "0", "100"), Rows: []report.Bullet{{State: "ahead", Attainment: report.Point{At: v(attainment)}}}}
		switch svg := string(chart.Append(nil, sample("a", plot), chart.Narrow, "")); {
		case strings.Contains(svg, `class="w"`):
			return "break"
		case strings.Contains(svg, `class="u"`):
			return "arrow"
		}
		return ""
	}
	assert.Equal(t, []string{"2", "356"}, draw("100")[1:])
	assert.Equal(t, []string{"2", "356"}, draw("5000")[1:])
	assert.Equal(t, []string{"2", "178"}, draw("50")[1:])
	assert.Equal(t, []string{"2", "1.5"}, draw("0")[1:])
	assert.Equal(t, []string{"2", "1.5"}, draw("-35")[1:])
	assert.Equal(t, []string{"", "break", "break", "arrow"}, []string{ends("100"), ends("5000"), ends("100.1"), ends("-35")})
	assert.Empty(t, draw(""), "what is absent is not drawn")
}

// A dash without a state says that nothing stands in a cell: it is drawn as a line. In a list, which a grid is whose columns
// have no room, the column is left out.
func TestEmptyCells(t *testing.T) {
	g := report.Grid{
		Columns: []report.Column{{Title: "任务"}, {Title: "甲科"}, {Title: "乙科"}, {Title: "丙科"}},
		Rows:    [][]report.Cell{{{Text: "任务1"}, {Text: "—"}, {Text: "—", State: "unknown"}, {Text: "配合1"}}},
	}
	printed := func(g report.Grid) (list []string) {
		for _, x := range drawn(t, sample("grid", g), chart.Wide).texts {
			list = append(list, x.content)
		}
		return list
	}
	assert.Equal(t, []string{"任务", "甲科", "乙科", "丙科", "任务1", "○\u00a0—", "配合1"}, printed(g))
	g.Columns = append(g.Columns, slices.Repeat([]report.Column{{Title: "其他科"}}, 20)...)
	assert.Equal(t, []string{"任务", "任务1", "乙科", "○\u00a0—", "丙科", "配合1"}, printed(g))
}

// Where ticks have no room, those of the middle are left out: never the ends, nor the target.
func TestTicks(t *testing.T) {
	for _, test := range []struct {
		name string
		plot report.Plot
		wide string
		slim string
	}{
		{"to 100", report.Bullets{Axis: axis("%", "0", "20", "40", "60", "80", "100")}, "0% 20% 40% 60% 80% 100%", "0% 20% 40% 60% 80% 100%"},
		{"to 150", report.Bullets{Axis: axis("%", "0", "50", "100", "150")}, "0% 50% 100% 150%", "0% 50% 100% 150%"},
		{"to 200", report.Bullets{Axis: axis("%", "0", "50", "100", "150", "200")}, "0% 50% 100% 150% 200%", "0% 50% 100% 150% 200%"},
		{"the target is beside another", report.Bullets{Axis: axis("%", "0", "98", "99", "100", "500")}, "0% 100% 500%", "0% 100% 500%"},
		{"the end is beside another", report.Bars{Axis: axis("%", "0", "50", "99", "100")}, "0% 50% 100%", "0% 50% 100%"},
	} {
		for layout, want := range map[chart.Layout]string{chart.Wide: test.wide, chart.Narrow: test.slim} {
			p := drawn(t, sample("a", test.plot), layout)
			slices.SortFunc(p.texts, func(a, b text) int { return cmp.Compare(a.left, b.left) })
			var got []string
			for _, x := range p.texts {
				got = append(got, x.content)
			}
			assert.Equal(t, want, strings.Join(got, " "), test.name)
		}
	}
}

// The names of a group stand to the right of its title; one beside titles, such as that of a total, looks like them.
func TestGroupsReadAsAHierarchy(t *testing.T) {
	row := func(name string) report.Bar {
		return report.Bar{Name: name, Value: report.Point{At: v("5"), Text: "5"}}
	}
	classes := func(groups ...report.BarGroup) map[string]string {
		p := drawn(t, sample("a", report.Bars{Axis: axis("", "0", "10"), Groups: groups}), chart.Wide)
		got := map[string]string{}
		for _, x := range p.texts {
			got[x.content] = fmt.Sprint(x.class, " ", x.left)
		}
		return got
	}
	got := classes(report.BarGroup{Rows: []report.Bar{row("总分")}}, report.BarGroup{Title: "合理性", Rows: []report.Bar{row("小计")}})
	assert.Equal(t, []string{"b 0", "b o 0", " 16"}, []string{got["总分"], got["合理性"], got["小计"]})
	assert.Equal(t, " 0", classes(report.BarGroup{Rows: []report.Bar{row("总分")}})["总分"])
}
