package chart_test

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/planeval/planeval/internal/chart"
	"github.com/planeval/planeval/internal/golden"
	"github.com/planeval/planeval/report"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestPictures(t *testing.T) {
	for _, c := range samples() {
		for name, layout := range layouts {
			t.Run(c.ID+", "+name, func(t *testing.T) {
				svg, p := draw(t, c, layout)
				golden.Compare(t, "testdata/"+c.ID+"."+name+".golden.svg", []byte(strings.ReplaceAll(string(svg), "><", ">\n<")+"\n"))
				assert.Equal(t, c.Caption, p.title)
				assert.Equal(t, c.Summary, p.description)
				assert.Less(t, len(svg), 8000, "pictures are small, for the page that holds them all is")
			})
		}
	}
}

func TestKeys(t *testing.T) {
	var all []byte
	for _, mark := range []report.Mark{
		report.MarkBar, report.MarkDot, report.MarkStart, report.MarkTarget, report.MarkElapsed, report.MarkDue, report.MarkBaseline, report.MarkActual,
		report.MarkPath, report.MarkFan, report.MarkInterval, report.MarkBound, report.MarkCell, "no mark",
	} {
		for _, state := range []string{"", "ahead", "on-course", "behind", "no-baseline"} {
			key := chart.AppendKey(nil, report.Key{Mark: mark, State: state, Text: "<b>"})
			p := parse(t, key)
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

// What is no plot is not drawn; Document.Validate reports it.
func TestNoPlot(t *testing.T) {
	assert.Equal(t, "before", string(chart.Append([]byte("before"), report.Chart{ID: "a"}, chart.Wide)))
	assert.Equal(t, "before", string(chart.Append([]byte("before"), report.Chart{ID: "a", Plot: &report.Strips{}}, chart.Narrow)))
	assert.Equal(t, "before<svg", string(chart.Append([]byte("before"), report.Chart{Plot: report.Strips{}}, chart.Narrow))[:10])
}

// Pictures of one page share no id, and every reference leads into the picture itself.
func TestIDs(t *testing.T) {
	var all []string
	charts := append(samples(), sample("bullets-w", bullets()), sample("NOT an ID", bullets()), sample("NOT an ID either", bullets()), sample("", bullets()))
	for _, c := range charts {
		for _, layout := range layouts {
			svg, p := draw(t, c, layout)
			text := string(svg)
			for _, after := range strings.Split(text, `url(#`)[1:] {
				name, _, _ := strings.Cut(after, ")")
				assert.Contains(t, p.ids, name, "%s", c.ID)
			}
			assert.Contains(t, text, ` role="img"><title>`+strings.ReplaceAll(c.Caption, "&", "&amp;")+`</title><desc>`)
			all = append(all, p.ids...)
		}
	}
	assert.Greater(t, len(all), 2*2, "hatches have some")
	slices.Sort(all)
	assert.Equal(t, len(all), len(slices.Compact(slices.Clone(all))), "%s", all)
}

// forms are the elements that pictures are made of, with their attributes.
var forms = []string{
	"svg class viewBox role", "title", "desc",
	"pattern id width height patternUnits patternTransform", "path class d", "path fill d",
	"text x y", "text class x y", "text x y style", "text class x y style",
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
				for _, layout := range layouts {
					hostile := reworded(c, every(vector.Input))
					_, p := draw(t, hostile, layout)
					for _, element := range p.elements {
						assert.Contains(t, forms, element)
					}
					assert.Equal(t, shown(vector.Input), shown(p.title))
					assert.Equal(t, shown(vector.Input), shown(p.description))
					var b strings.Builder
					for _, x := range p.texts {
						b.WriteString(x.content)
					}
					assert.Contains(t, shown(b.String()), shown(vector.Input))

					hostile.ID = "" // the caption goes into an attribute
					_, p = draw(t, hostile, layout)
					for _, element := range p.elements {
						assert.Contains(t, forms, element)
					}

					hostile.ID = vector.Input // Document.Validate reports it
					_, p = draw(t, hostile, layout)
					for _, element := range p.elements {
						assert.Contains(t, forms, element)
					}
					for _, id := range p.ids {
						assert.Regexp(t, `^[0-9a-z.-]+_[wn][tdhc]$`, id)
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

// Whatever is in a chart, its picture is one well-formed element of the forms that pictures are made of.
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
			for _, layout := range layouts {
				c := report.Chart{ID: id, Caption: caption, Summary: words, Plot: plot}
				svg, p := draw(t, c, layout)
				for _, element := range p.elements {
					if !slices.Contains(forms, element) {
						t.Fatalf("<%s> in %s", element, svg)
					}
				}
				if again := chart.Append(nil, c, layout); string(again) != string(svg) {
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
		return testing.AllocsPerRun(3, func() { dst = chart.Append(dst[:0], c, chart.Wide) })
	}
	assert.Less(t, allocations(4000), 4.2*allocations(1000))
}

func BenchmarkBullets(b *testing.B) {
	for _, rows := range []int{10, 100, 1000, 10000} {
		c := manyBullets(rows)
		b.Run(fmt.Sprint(rows), func(b *testing.B) {
			b.ReportAllocs()
			var dst []byte
			for b.Loop() {
				dst = chart.Append(dst[:0], c, chart.Wide)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(rows), "ns/row")
		})
	}
}
