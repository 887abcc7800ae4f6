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
		for layoutName, layout := range layouts {
			t.Run(name+", "+layoutName, func(t *testing.T) {
				_, p := draw(t, c, layout)
				for _, m := range p.marks {
					if m[0] < -slack || m[1] > p.width+slack || m[2] < -slack || m[3] > p.height+slack {
						t.Fatalf("beyond the view box of %.0f × %.0f: %v", p.width, p.height, m)
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
		for layoutName, layout := range layouts {
			t.Run(name+", "+layoutName, func(t *testing.T) {
				_, p := draw(t, c, layout)
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
			})
		}
	}
}

func TestViewBoxes(t *testing.T) {
	for _, c := range samples() {
		_, wide := draw(t, c, chart.Wide)
		_, narrow := draw(t, c, chart.Narrow)
		assert.Equal(t, 1000.0, wide.width)
		assert.Equal(t, 360.0, narrow.width)
		assert.Greater(t, wide.height, 60.0)
		assert.Greater(t, narrow.height, 60.0)
	}
}

var (
	numberText = regexp.MustCompile(`[0-9]+(\.[0-9]+)?`)
	blank      = regexp.MustCompile(`[\s\x{a0}]+`)
)

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
		for name, layout := range layouts {
			t.Run(c.ID+", "+name, func(t *testing.T) {
				_, p := draw(t, c, layout)
				seen := 0
				for _, x := range p.texts {
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
				continue // lists, in both layouts
			}
		}
		for layoutName, layout := range layouts {
			t.Run(name+", "+layoutName, func(t *testing.T) {
				_, p := draw(t, c, layout)
				var b strings.Builder
				for _, x := range p.texts {
					b.WriteString(x.content)
				}
				printed := blank.ReplaceAllString(b.String(), "")
				c := c
				if plot, ok := c.Plot.(report.Bullets); ok && layout == chart.Narrow && len(plot.Columns) > 2 {
					plot.Columns = plot.Columns[2:]
					c.Plot = plot
				}
				for _, want := range texts(c) {
					want = blank.ReplaceAllString(want, "")
					if !strings.Contains(printed, want) && !(c.ID == "grid" && layout == chart.Narrow && slices.Contains([]string{"政策法规与创新促进科", "外国专家服务科"}, want)) {
						t.Errorf("missing: %s", want)
					}
				}
			})
		}
	}
}

// In the places where a label may stand there is room for the target, both ends and the latest observation.
func TestTrajectoryTexts(t *testing.T) {
	for name, layout := range layouts {
		t.Run(name, func(t *testing.T) {
			_, p := draw(t, sample("trajectories", trajectories()), layout)
			var got []string
			for _, x := range p.texts {
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
		})
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

// A dash without a state says that nothing stands in a cell: it is drawn as a line, and in a list the column is left out.
func TestEmptyCells(t *testing.T) {
	g := report.Grid{
		Columns: []report.Column{{Title: "任务"}, {Title: "甲科"}, {Title: "乙科"}, {Title: "丙科"}},
		Rows:    [][]report.Cell{{{Text: "任务1"}, {Text: "—"}, {Text: "—", State: "unknown"}, {Text: "配合1"}}},
	}
	printed := func(l chart.Layout) (list []string) {
		_, p := draw(t, sample("grid", g), l)
		for _, x := range p.texts {
			list = append(list, x.content)
		}
		return list
	}
	assert.Equal(t, []string{"任务", "甲科", "乙科", "丙科", "任务1", "○\u00a0—", "配合1"}, printed(chart.Wide))
	assert.Equal(t, []string{"任务", "任务1", "乙科", "○\u00a0—", "丙科", "配合1"}, printed(chart.Narrow))
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
			_, p := draw(t, sample("a", test.plot), layout)
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
		_, p := draw(t, sample("a", report.Bars{Axis: axis("", "0", "10"), Groups: groups}), chart.Wide)
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
