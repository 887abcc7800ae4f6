package chart_test

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/internal/chart"
	"github.com/planeval/planeval/internal/golden"
	"github.com/planeval/planeval/report"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestPictures(t *testing.T) {
	for _, c := range samples() {
		for _, layout := range chart.Layouts(c.Plot) {
			t.Run(c.ID+", "+names[layout], func(t *testing.T) {
				svg, list := draw(t, c, layout)
				golden.Compare(t, "testdata/"+c.ID+"."+names[layout]+".golden.svg", []byte(strings.ReplaceAll(string(svg), "><", ">\n<")+"\n"))
				assert.Less(t, len(svg), 8000, "pictures are small, for the page that holds them all is")
				if layout != chart.Panels {
					require.Len(t, list, 1)
					assert.Equal(t, c.Caption, list[0].title)
					assert.Equal(t, c.Summary, list[0].description)
				}
			})
		}
	}
}

func TestKeys(t *testing.T) {
	var all []byte
	for _, mark := range []report.Mark{
		report.MarkBar, report.MarkDot, report.MarkStart, report.MarkTarget, report.MarkGoal, report.MarkElapsed, report.MarkDue, report.MarkBaseline, report.MarkActual,
		report.MarkPath, report.MarkFan, report.MarkInterval, report.MarkBound, report.MarkCell, "no mark",
	} {
		for _, state := range []string{"", "ahead", "on-course", "behind", "no-baseline"} {
			key := chart.AppendKey(nil, report.Key{Mark: mark, State: state, Text: "<b>"})
			p := parse(t, key)[0]
			assert.Equal(t, "svg class viewBox aria-hidden", p.elements[0])
			assert.Equal(t, []float64{30, 16}, []float64{p.width, p.height})
			assert.Empty(t, p.ids, "a key stands in many legends of a page")
			assert.Equal(t, mark == "no mark", len(p.elements) == 1, "%s", key)
			if state == "" {
				all = append(append(all, key...), '\n')
			}
		}
	}
	golden.Compare(t, "testdata/keys.golden.svg", all)
}

// The keys of cells look like the cells of grids.
func TestKeysOfCells(t *testing.T) {
	for state, want := range map[string]string{
		"completed":   `<path class="cb" d="M4 1h22v14H4z"/><text class="b tw m" x="15" y="13">▲</text>`,
		"on-schedule": `<path class="ca" d="M4 1h22v14H4z"/><text class="m" x="15" y="13">●</text>`,
		"delayed":     `<path class="cs" d="M4 1h22v14H4z"/><path class="y" d="M4 7l6-6M6 15l14-14M16 15l10-10"/><text class="b m" x="15" y="13">▼</text>`,
		"not-begun":   `<path class="cu" d="M4 1h22v14H4z"/><text class="tu m" x="15" y="13">○</text>`,
	} {
		key := string(chart.AppendKey(nil, report.Key{Mark: report.MarkCell, State: state}))
		assert.Equal(t, want, strings.TrimSuffix(key[strings.Index(key, ">")+1:], "</svg>"), state)
	}
}

// What is no plot is not drawn; Document.Validate reports it.
func TestNoPlot(t *testing.T) {
	assert.Equal(t, "before", string(chart.Append([]byte("before"), report.Chart{ID: "a"}, chart.Wide, "")))
	assert.Equal(t, "before", string(chart.Append([]byte("before"), report.Chart{ID: "a", Plot: &report.Strips{}}, chart.Narrow, "")))
	assert.Equal(t, "before<svg", string(chart.Append([]byte("before"), report.Chart{Plot: report.Bars{}}, chart.Narrow, ""))[:10])
	assert.Equal(t, "before", string(chart.Append([]byte("before"), report.Chart{Plot: report.Strips{}}, chart.Panels, "")), "no panels")
}

// The ids of a picture begin as the page wants it, no two are equal, and every reference leads into the picture itself.
func TestIDs(t *testing.T) {
	for c, want := range map[string][]string{"bullets": {"_1h"}, "strips": {"_1-2h"}, "grid": {"_1c"}, "trajectories": nil} {
		for _, each := range samples() {
			if each.ID != c {
				continue
			}
			for _, layout := range chart.Layouts(each.Plot) {
				svg, list := draw(t, each, layout)
				var ids []string
				for _, p := range list {
					ids = append(ids, p.ids...)
				}
				assert.Equal(t, want, ids)
				pictures := strings.Split(string(svg), "<svg")[1:]
				require.Len(t, pictures, len(list))
				for i, picture := range pictures {
					for _, after := range strings.Split(picture, `url(#`)[1:] {
						name, _, _ := strings.Cut(after, ")")
						assert.Contains(t, list[i].ids, name, c)
					}
				}
			}
		}
	}
}

// An image must have a name; one without is but a drawing.
func TestPicturesAreNamed(t *testing.T) {
	for _, test := range []struct{ caption, summary, want string }{
		{"图1", "条形为完成率。", ` role="img"><title>图1</title><desc>条形为完成率。</desc><`},
		{"图1", "", ` role="img"><title>图1</title><`},
		{"", "条形为完成率。", ` role="img"><title>条形为完成率。</title><`},
		{" \n", "条形为完成率。", ` role="img"><title>条形为完成率。</title><`},
		{"", "", `><`},
	} {
		svg := string(chart.Append(nil, report.Chart{Caption: test.caption, Summary: test.summary, Plot: bars()}, chart.Wide, ""))
		_, after, _ := strings.Cut(svg, `viewBox="0 0 1000 `)
		_, after, _ = strings.Cut(after, `"`)
		assert.True(t, strings.HasPrefix(after, test.want), "%s", svg[:100])
	}
}

// A panel is named by its own name, and described by what it says: a strip by its parts.
func TestPanelsAreNamed(t *testing.T) {
	met, not := report.StripPart{State: "met", Count: 8, Text: "8 met"}, report.StripPart{State: "not-met", Count: 8, Text: "8 not met"}
	for _, test := range []struct {
		name, caption string
		plot          report.Plot
		want          []string // titles and descriptions
	}{
		{
			"a strip says its parts", "Figure 5", report.Strips{Rows: []report.Strip{{Name: "Indicators", Parts: []report.StripPart{met, not}}, {Name: "Survey", Parts: []report.StripPart{not}}}},
			[]string{"Indicators", "8 met, 8 not met", "Survey", "8 not met"},
		},
		{
			"in Chinese with a comma of its own", "图5", report.Strips{Rows: []report.Strip{{Name: "指标", Parts: []report.StripPart{{Count: 2, Text: "符合2条"}, {Count: 1, Text: "不符合1条"}}}}},
			[]string{"指标", "符合2条、不符合1条"},
		},
		{
			"a trajectory says where it leads", "Figure 2", report.Trajectories{Panels: []report.Trajectory{{Name: "R&D", Unit: "%", State: "ahead", Says: "ahead; all reach the target"}}},
			[]string{"R&D", "ahead; all reach the target"},
		},
		{"one without a name has the chart's caption", "Figure 2", report.Trajectories{Panels: []report.Trajectory{{Says: "ahead"}, {Name: " "}}}, []string{"Figure 2", "ahead", "Figure 2", ""}},
		{"without either, it is named by what it says", "", report.Trajectories{Panels: []report.Trajectory{{Says: "ahead"}, {}}}, []string{"ahead", "", "", ""}},
	} {
		_, list := draw(t, report.Chart{Caption: test.caption, Summary: "Lines.", Plot: test.plot}, chart.Panels)
		var got []string
		for _, p := range list {
			got = append(got, p.title, p.description)
		}
		assert.Equal(t, test.want, got, test.name)
	}
}

// The pictures that show a chart on every width of page.
func TestLayouts(t *testing.T) {
	for want, plots := range map[string][]report.Plot{
		"wide narrow": {report.Bullets{}, report.Bars{}},
		"wide":        {report.Grid{}, report.Bars{Dots: true}},
		"panels":      {report.Trajectories{}, report.Strips{}},
	} {
		for _, plot := range plots {
			var got []string
			for _, layout := range chart.Layouts(plot) {
				got = append(got, names[layout])
			}
			assert.Equal(t, want, strings.Join(got, " "), "%T", plot)
		}
	}
	assert.Nil(t, chart.Layouts(nil))
	assert.Nil(t, chart.Layouts(&report.Strips{}), "of no known kind")
}

// forms are the elements that pictures are made of, with their attributes.
var forms = []string{
	"svg class viewBox role", "svg class viewBox", "title", "desc",
	"pattern id width height patternUnits patternTransform", "path class d", "path fill d",
	"text x y", "text class x y", "text x y style", "text class x y style", "text y", "text class y", "text y style", "text class y style",
}

func TestHostileTexts(t *testing.T) {
	content, err := os.ReadFile("testdata/hostile.json")
	require.NoError(t, err)
	var vectors struct{ Cases []struct{ ID, Input string } }
	require.NoError(t, json.Unmarshal(content, &vectors))
	require.Greater(t, len(vectors.Cases), 20)
	for _, vector := range vectors.Cases {
		t.Run(vector.ID, func(t *testing.T) {
			for _, c := range samples() {
				for _, layout := range chart.Layouts(c.Plot) {
					hostile := reworded(c, every(vector.Input))
					_, list := draw(t, hostile, layout)
					require.NotEmpty(t, list)
					for _, p := range list {
						for _, element := range p.elements {
							assert.Contains(t, forms, element)
						}
						assert.Equal(t, shown(vector.Input), shown(p.title))
						if c.ID == "strips" { // of several parts
							assert.Contains(t, shown(p.description), shown(vector.Input))
						} else {
							assert.Equal(t, shown(vector.Input), shown(p.description))
						}
						var b strings.Builder
						for _, x := range p.texts {
							b.WriteString(x.content)
						}
						assert.Contains(t, shown(b.String()), shown(vector.Input))
					}
				}
			}
		})
	}
}

// shown returns what a reader sees of a text: without blanks, and a sign for what cannot be shown.
func shown(s string) string {
	s = strings.Map(func(r rune) rune {
		if r == '\n' || r == '\r' || r == '\t' || r == '\u2028' || r == '\u2029' {
			return ' '
		}
		if r < ' ' || r == 0x7f || r == 0xfffe || r == 0xffff || 0x202a <= r && r <= 0x202e || 0x2066 <= r && r <= 0x2069 {
			return '\ufffd'
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd"))
	return blank.ReplaceAllString(s, "")
}

// Whatever is in a chart, its pictures are well-formed elements of the forms that pictures are made of.
func FuzzAppend(f *testing.F) {
	f.Add("id", "图1", "高新技术企业（家）", "behind", "95.3", 3)
	f.Add("", "<svg onload=alert(1)>", "\x00\u202e\ufffe\xff", "ahead", "-35", -1)
	f.Add("a b", "&amp;\r\n", "W\u0301\u200d。。。。", "", "99999999999999999999999999999999999999", 1<<31-1)
	f.Add("_", "]]>", "\u2028（（（（", "unknown", "0.00000000000000000000000000000000000001", 241)
	f.Fuzz(func(t *testing.T, id, caption, words, state, number string, count int) {
		at, err := report.Point{Text: words}, error(nil)
		if err = at.At.UnmarshalText([]byte(number)); err != nil {
			at.At = v("50")
		}
		axis := report.Axis{{At: v("0"), Text: words}, at, {At: v("100"), Text: number}}
		moment := report.Moment{Time: at.At, Point: at}
		last := report.Moment{Time: v("100"), Point: at}
		plots := []report.Plot{
			report.Bullets{Columns: []string{words, number, words, caption}, Axis: axis, Rows: []report.Bullet{
				{Name: words, State: state, Attainment: at, Baseline: at.At, Due: at.At, Elapsed: at.At, Values: number, Period: words, Verdict: words, Detail: caption},
				{Name: number, Attainment: report.Point{Text: words}},
			}},
			report.Trajectories{Panels: []report.Trajectory{
				{Name: words, Unit: number, State: state, Across: axis, Up: axis, Actual: []report.Moment{moment, last}, Target: last, Ends: []report.Moment{last, moment}, Says: words, HasBaseline: count > 0},
				{Across: axis[1:], Up: axis[:1], Actual: []report.Moment{moment}, Target: moment},
			}},
			report.Bars{Dots: count > 0, Columns: []string{words}, Axis: axis, Bounds: axis, Groups: []report.BarGroup{{Title: words, Rows: []report.Bar{
				{Name: words, State: state, Value: at, Low: at.At, High: v("100"), Remarks: []string{words, number, caption}}, {Value: report.Point{Text: words}},
			}}}},
			report.Grid{Columns: []report.Column{{Title: words}, {Title: number}}, Rows: [][]report.Cell{{{Text: words}, {Text: words, State: state}, {Text: number}}, {}}},
			report.Strips{Rows: []report.Strip{{Name: words, Parts: []report.StripPart{{State: state, Count: count, Text: words}, {Count: 1, Text: number}}}}},
		}
		for _, plot := range plots {
			for _, layout := range chart.Layouts(plot) {
				c := report.Chart{ID: id, Caption: caption, Summary: words, Plot: plot}
				svg, list := draw(t, c, layout)
				for _, p := range list {
					for _, element := range p.elements {
						if !slices.Contains(forms, element) {
							t.Fatalf("<%s> in %s", element, svg)
						}
					}
				}
				if again := chart.Append(nil, c, layout, "_1"); string(again) != string(svg) {
					t.Fatalf("drawn twice, it differs:\n%s\n%s", svg, again)
				}
			}
		}
	})
}

func manyBullets(n int) report.Chart {
	plot := bullets()
	rows := plot.Rows
	plot.Rows = nil
	for i := range n {
		plot.Rows = append(plot.Rows, rows[i%len(rows)])
	}
	return sample("bullets", plot)
}

// The memory that pictures take grows no faster than their rows.
func TestWorkIsLinear(t *testing.T) {
	allocations := func(rows int) float64 {
		c := manyBullets(rows)
		var dst []byte
		return testing.AllocsPerRun(3, func() { dst = chart.Append(dst[:0], c, chart.Wide, "") })
	}
	assert.Less(t, allocations(4000), 4.2*allocations(1000))
}

// Texts beside marks are held against each other and against every line, so only a few are, whatever there is.
func TestFewTextsAreHeldAgainstEachOther(t *testing.T) {
	axis := axis("", "0", "5000")
	count := func(plot report.Plot) int {
		svg, list := draw(t, sample("a", plot), chart.Layouts(plot)[0])
		assert.Less(t, list[0].height, 400.0)
		return strings.Count(string(svg), "<text")
	}
	observed := func(text string) report.Plot {
		panel := report.Trajectory{Across: axis, Up: axis}
		for i := range 4000 {
			at := report.Point{At: indicator.IntValue(int64(i)), Text: text}
			panel.Actual = append(panel.Actual, report.Moment{Time: at.At, Point: at})
		}
		return report.Trajectories{Panels: []report.Trajectory{panel}}
	}
	bounded := func(text string) report.Plot {
		b := report.Bars{Axis: axis}
		for range 4000 {
			b.Bounds = append(b.Bounds, report.Point{At: indicator.IntValue(2500), Text: text})
		}
		return b
	}
	ticks := count(report.Bars{Axis: axis})
	assert.Equal(t, 2, ticks)
	assert.Equal(t, 2*ticks, count(observed("\u200b")), "a text without width is none")
	assert.LessOrEqual(t, count(observed("1")), 2*ticks+12)
	assert.Equal(t, ticks, count(bounded("\u200b")))
	assert.Equal(t, ticks+12, count(bounded("优")))
}

// The last observations keep their labels.
func TestTheLastObservationIsLabelled(t *testing.T) {
	panel := report.Trajectory{Across: axis("", "0", "4000"), Up: axis("", "0", "4000")}
	for i := range 4000 {
		at := report.Point{At: indicator.IntValue(int64(i)), Text: fmt.Sprint("第", i)}
		panel.Actual = append(panel.Actual, report.Moment{Time: at.At, Point: at})
	}
	p := drawn(t, sample("a", report.Trajectories{Panels: []report.Trajectory{panel}}), chart.Panels)
	var labels []string
	for _, x := range p.texts {
		if !strings.Contains(x.class, "k") {
			labels = append(labels, x.content)
		}
	}
	assert.Equal(t, "第3999", labels[0])
	for _, label := range labels {
		assert.Regexp(t, "^第39(99|98|97|96|95|94|93|92|91|90|89|88)$", label)
	}
}

func BenchmarkBullets(b *testing.B) {
	for _, rows := range []int{10, 100, 1000, 10000} {
		c := manyBullets(rows)
		b.Run(fmt.Sprint(rows), func(b *testing.B) {
			b.ReportAllocs()
			var dst []byte
			for b.Loop() {
				dst = chart.Append(dst[:0], c, chart.Wide, "")
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(rows), "ns/row")
		})
	}
}
