package docx_test

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"strconv"
	"strings"
	"testing"

	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/report"
	"github.com/planeval/planeval/report/docx"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The colours of tones, from the design of reports.
const (
	beyond    = "#0A4A86"
	asAsked   = "#3B82BD"
	short     = "#B4530A"
	unsettled = "#AEB7C2"
	track     = "#E3E8ED"
	ink       = "#1A1F26"
	white     = "#FFFFFF"
)

// pictures returns the pictures of a chart in the order in which they were first drawn.
func pictures(t *testing.T, c report.Chart) []image.Image {
	t.Helper()
	found := parts(t, write(t, report.Document{Blocks: []report.Block{c}}))
	var all []image.Image
	for i := 1; ; i++ {
		content, ok := found[fmt.Sprintf("word/media/image%d.png", i)]
		if !ok {
			return all
		}
		picture, err := png.Decode(bytes.NewReader(content))
		require.NoError(t, err)
		assert.IsType(t, &image.Paletted{}, picture)
		assert.Less(t, len(content), 2500, "bytes")
		all = append(all, picture)
	}
}

// bullet returns the picture of one bullet on a scale from 0 to 100, which begins 2.2 mm from the left and ends 2.2 mm from
// the right of 46 mm: in pixels of an eighth of a millimetre, 18 and 350 of 368.
func bullet(t *testing.T, b report.Bullet) image.Image {
	t.Helper()
	all := pictures(t, report.Chart{Plot: report.Bullets{Columns: make([]string, 6), Axis: report.Axis{at("0", ""), at("100", "")}, Rows: []report.Bullet{b}}})
	require.Len(t, all, 1)
	assert.Equal(t, image.Rect(0, 0, 368, 42), all[0].Bounds())
	return all[0]
}

func shade(c color.Color) string {
	r, g, b, _ := c.RGBA()
	return fmt.Sprintf("#%02X%02X%02X", r>>8, g>>8, b>>8)
}

func colours(p image.Image) map[string]int {
	count := map[string]int{}
	for y := range p.Bounds().Dy() {
		for x := range p.Bounds().Dx() {
			count[shade(p.At(x, y))]++
		}
	}
	return count
}

func TestBulletPicture(t *testing.T) {
	// 50 lies in the middle, at pixel 184; 25 at 101; 75 at 267.
	p := bullet(t, report.Bullet{State: "ahead", Attainment: at("50", "")})
	for x, want := range map[int]string{10: white, 20: beyond, 182: beyond, 186: track, 345: track, 350: ink, 360: white} {
		assert.Equal(t, want, shade(p.At(x, 21)), "at %d", x)
	}
	p = bullet(t, report.Bullet{State: "on-course", Attainment: at("50", ""), Baseline: v("25"), Due: v("75"), Elapsed: v("60")})
	for x, want := range map[int]string{95: asAsked, 101: white, 107: asAsked, 267: white} {
		assert.Equal(t, want, shade(p.At(x, 21)), "at %d", x)
	}
	assert.Equal(t, ink, shade(p.At(267, 11)), "the upper corner of the diamond")
	p = bullet(t, report.Bullet{State: "behind", Attainment: at("50", "")})
	assert.Greater(t, colours(p)[short], 500)
	assert.Equal(t, 0, colours(p)[beyond])
	hatched := map[string]bool{}
	for x := 40; x < 60; x++ {
		hatched[shade(p.At(x, 21))] = true
	}
	assert.True(t, hatched[short] && hatched[white], "stripes")
	p = bullet(t, report.Bullet{State: "not-judged", Attainment: at("50", "")})
	assert.Equal(t, unsettled, shade(p.At(100, 21)))
}

// A bar that passes the end of the axis is cut off there, with two strokes across it.
func TestBarBeyondTheAxis(t *testing.T) {
	p := bullet(t, report.Bullet{State: "ahead", Attainment: at("99999999999999999999", "")})
	whites := 0
	for x := 18; x < 347; x++ {
		if shade(p.At(x, 21)) == white {
			whites++
		}
	}
	assert.Greater(t, whites, 1)
	within := bullet(t, report.Bullet{State: "ahead", Attainment: at("100", "")})
	assert.Equal(t, beyond, shade(within.At(340, 21)))
	assert.Equal(t, beyond, shade(within.At(330, 21)))
}

// What is absent, below the axis or out of all proportion is not drawn, and nothing panics.
func TestOddValues(t *testing.T) {
	empty := bullet(t, report.Bullet{State: "ahead"})
	assert.Equal(t, 0, colours(empty)[beyond])
	assert.Equal(t, 0, colours(bullet(t, report.Bullet{State: "ahead", Attainment: at("-50", "")}))[beyond])
	tiny := report.Axis{at("1.00000000000000000000000000001", ""), at("1.00000000000000000000000000002", "")}
	huge := report.Axis{at("-99999999999999999999999999999999999999", ""), at("99999999999999999999999999999999999999", "")}
	for _, axis := range []report.Axis{tiny, huge} {
		for _, n := range []indicator.Value{v("0"), v("1"), v("-99999999999999999999999999999999999999"), v("99999999999999999999999999999999999999"), v("0.00000000000000000000000000001")} {
			p := report.Point{At: n}
			m := report.Moment{Time: n, Point: p}
			blocks := []report.Block{
				report.Chart{Plot: report.Bullets{Columns: make([]string, 6), Axis: axis, Rows: []report.Bullet{{Attainment: p, Baseline: n, Due: n, Elapsed: n}}}},
				report.Chart{Plot: report.Bars{Axis: axis, Bounds: []report.Point{p}, Groups: []report.BarGroup{{Rows: []report.Bar{{Value: p, Low: n, High: n}}}}}},
				report.Chart{Plot: report.Bars{Dots: true, Axis: axis, Groups: []report.BarGroup{{Rows: []report.Bar{{Value: p, Low: n, High: v("0")}}}}}},
				report.Chart{Plot: report.Trajectories{Panels: []report.Trajectory{{Across: axis, Up: axis, Actual: []report.Moment{m, m}, Target: m, Ends: []report.Moment{m, m}}}}},
			}
			assert.NoError(t, docx.Write(&bytes.Buffer{}, report.Document{Blocks: blocks}, docx.Options{}))
		}
	}
}

func TestStripPicture(t *testing.T) {
	strip := func(parts ...report.StripPart) image.Image {
		all := pictures(t, report.Chart{Plot: report.Strips{Rows: []report.Strip{{Parts: parts}}}})
		require.Len(t, all, 1)
		return all[0]
	}
	one := colours(strip(report.StripPart{State: "met", Count: 1}))[asAsked]
	assert.Greater(t, one, 400)
	two := strip(report.StripPart{State: "met", Count: 2}, report.StripPart{State: "completed", Count: 3})
	assert.Equal(t, 2*one, colours(two)[asAsked], "a square for each")
	assert.Equal(t, 3*one, colours(two)[beyond])
	many := colours(strip(report.StripPart{State: "met", Count: 1 << 30}, report.StripPart{State: "completed", Count: 1 << 30}))
	assert.Equal(t, many[asAsked], many[beyond], "equal shares of a bar")
	assert.Positive(t, many[beyond])
}

// A strip takes the room of its column before it takes a second line: 24 squares of 3.4 mm, in pixels of an eighth of a
// millimetre, beside short texts.
func TestStripsAreInOneLine(t *testing.T) {
	all := pictures(t, report.Chart{Plot: report.Strips{Rows: []report.Strip{{Name: "指标", Parts: []report.StripPart{{State: "met", Count: 24, Text: "符合24条"}}}}}})
	require.Len(t, all, 1)
	assert.Equal(t, image.Rect(0, 0, 653, 27), all[0].Bounds())
	long := strings.Repeat("没有足够依据判断", 3)
	all = pictures(t, report.Chart{Plot: report.Strips{Rows: []report.Strip{{Name: long, Parts: []report.StripPart{{State: "met", Count: 120, Text: "符合" + long}}}}}})
	require.Len(t, all, 1)
	assert.Greater(t, all[0].Bounds().Dy(), 27)
}

// keyOf returns the picture of a key in the legend of a plot.
func keyOf(t *testing.T, plot report.Plot, mark report.Mark, state string) image.Image {
	t.Helper()
	all := pictures(t, report.Chart{Legend: []report.Key{{Mark: mark, State: state}}, Plot: plot})
	require.Len(t, all, 1)
	return all[0]
}

// The lines of trajectories and dots without a state are those of what is as asked.
const line = "#2368A0"

// Marks look in the legend as in the plot. A key is 6.4 by 3.4 mm: 51 by 27 pixels.
func TestKeysLookLikeTheirMarks(t *testing.T) {
	bar := report.Bar{Value: at("50", ""), Low: v("45"), High: v("55")}
	bars := report.Bars{Dots: true, Axis: report.Axis{at("0", ""), at("100", "")}, Bounds: []report.Point{at("20", "")}, Groups: []report.BarGroup{{Rows: []report.Bar{bar}}}}
	plot := pictures(t, report.Chart{Plot: bars})[0]
	dot := keyOf(t, report.Strips{}, report.MarkDot, "")
	extent := func(p image.Image, y int, colour string) int {
		n := 0
		for x := range p.Bounds().Dx() {
			if shade(p.At(x, y)) == colour {
				n++
			}
		}
		return n
	}
	assert.InDelta(t, 12, extent(plot, 20, line), 2, "a dot of about 1.6 mm")
	assert.InDelta(t, 12, extent(dot, 13, line), 2)
	assert.Equal(t, ink, shade(plot.At(184+14, 21)), "the whisker beside the dot, at 184")
	bar.State = "behind"
	bars.Groups[0].Rows[0] = bar
	assert.InDelta(t, 12, extent(pictures(t, report.Chart{Plot: bars})[0], 20, short), 2)

	const thin = "#BFC5CC"
	bound := keyOf(t, report.Strips{}, report.MarkBound, "")
	assert.Positive(t, extent(plot, 1, thin))
	assert.InDelta(t, extent(plot, 1, thin), extent(bound, 13, thin), 1)
	assert.Zero(t, colours(bound)[ink])

	goal := keyOf(t, report.Strips{}, report.MarkGoal, "")
	assert.Equal(t, 20, extent(goal, 13, ink), "a dash of 2.4 mm")
	assert.Zero(t, extent(goal, 4, ink))
	target := keyOf(t, report.Strips{}, report.MarkTarget, "")
	assert.Equal(t, extent(target, 13, ink), extent(target, 4, ink), "a line across the bar")
}

// Cells of grids are filled palely, and squares of strips strongly.
func TestKeysOfCells(t *testing.T) {
	grid := report.Grid{Columns: make([]report.Column, 2), Rows: [][]report.Cell{{{}, {Text: "未说明", State: "unknown"}}, {{}, {Text: "正常", State: "on-schedule"}}, {{}, {Text: "滞后", State: "delayed"}}}}
	for state, fill := range map[string]string{"completed": beyond, "on-schedule": "#D3E4F4", "delayed": "#FCE9D6", "unknown": "#F0F2F4"} {
		assert.Greater(t, colours(keyOf(t, grid, report.MarkCell, state))[fill], 100, state)
	}
	assert.Positive(t, colours(keyOf(t, grid, report.MarkCell, "delayed"))["#F2C79B"], "stripes")
	assert.Greater(t, colours(keyOf(t, report.Strips{}, report.MarkCell, "on-schedule"))[asAsked], 100)
	body := string(parts(t, write(t, report.Document{Blocks: []report.Block{report.Chart{Plot: grid}}}))["word/document.xml"])
	for _, want := range []string{
		`<w:shd w:val="clear" w:color="auto" w:fill="F0F2F4"/>`, `<w:shd w:val="clear" w:color="auto" w:fill="D3E4F4"/>`, `<w:shd w:val="thinDiagStripe" w:color="F2C79B" w:fill="FCE9D6"/>`,
	} {
		assert.Equal(t, 1, strings.Count(body, want), want)
	}
}

// The texts of the upward axis stand at the heights of its lines: 1.4 mm and 18.9 mm below the top of the picture, which are
// 79 and 1072 twentieths of a point; a line of 7.5 pt is 180 high, and 20 are above the picture.
func TestUpwardAxis(t *testing.T) {
	axis := report.Axis{at("0", "下"), at("10", "上")}
	body := string(parts(t, write(t, report.Document{Language: "zh-Hans", Blocks: []report.Block{report.Chart{Plot: report.Trajectories{
		Panels: []report.Trajectory{{Name: "甲", Across: axis, Up: axis}},
	}}}}))["word/document.xml"])
	for text, before := range map[string]int{"上": 79 + 20 - 90, "下": 1072 - 79 - 180} {
		upper, _, ok := strings.Cut(body, `" w:after="0" w:line="180" w:lineRule="exact"/><w:jc w:val="right"/></w:pPr><w:r><w:t>`+text)
		require.True(t, ok, text)
		n, err := strconv.Atoi(upper[strings.LastIndex(upper, `"`)+1:])
		require.NoError(t, err)
		assert.InDelta(t, before, n, 8, text)
	}
}

// Every mark of a legend has a picture of its own.
func TestKeyPictures(t *testing.T) {
	marks := []report.Mark{
		report.MarkBar, report.MarkDot, report.MarkTarget, report.MarkElapsed, report.MarkDue, report.MarkBaseline, report.MarkStart, report.MarkActual,
		report.MarkPath, report.MarkFan, report.MarkInterval, report.MarkCell, report.MarkGoal, report.MarkBound,
	}
	keys := []report.Key{}
	for _, mark := range marks {
		keys = append(keys, report.Key{Mark: mark})
	}
	all := pictures(t, report.Chart{Legend: keys, Plot: report.Strips{}})
	assert.Len(t, all, len(marks))
	for i, p := range all {
		assert.Greater(t, len(colours(p)), 1, marks[i])
	}
}

// The alternative text of a picture says what its row does; that of the table, what the chart shows.
func TestAlternativeTexts(t *testing.T) {
	body := parts(t, write(t, everything()))["word/document.xml"]
	assert.Contains(t, attributes(t, body, "docPr", "descr"), "R&D经费支出占GDP比重（%） 95.33% 快于预期")
	assert.Contains(t, attributes(t, body, "docPr", "descr"), "认为我市科技创新环境优化明显 81.7%")
	assert.Contains(t, attributes(t, body, "tblCaption", "val"), "图1　主要指标目标完成率与时序进度")
	assert.Contains(t, attributes(t, body, "tblDescription", "val"), "4项指标的目标完成率为67.48%至95.33%。")
}

// What lies beyond an axis is drawn nowhere, as on a web page: at the end of the axis it would say another number.
func TestMarksBeyondTheAxisAreNotDrawn(t *testing.T) {
	plain := bullet(t, report.Bullet{State: "ahead", Attainment: at("50", "")})
	for _, b := range []report.Bullet{{Due: v("-140")}, {Due: v("150")}, {Baseline: v("222.22")}, {Elapsed: v("100.01")}} {
		b.State, b.Attainment = "ahead", at("50", "")
		assert.Equal(t, plain, bullet(t, b))
	}

	bars := func(b report.Bars) image.Image {
		b.Axis, b.Dots = report.Axis{at("0", ""), at("10", "")}, true
		return pictures(t, report.Chart{Plot: b})[0]
	}
	empty := bars(report.Bars{Groups: []report.BarGroup{{Rows: []report.Bar{{}}}}})
	assert.Equal(t, empty, bars(report.Bars{Groups: []report.BarGroup{{Rows: []report.Bar{{Value: at("50", "")}}}}}))
	assert.Equal(t, empty, bars(report.Bars{Bounds: []report.Point{at("20", "")}, Groups: []report.BarGroup{{Rows: []report.Bar{{}}}}}))

	panel := func(moments ...report.Moment) image.Image {
		return pictures(t, report.Chart{Plot: report.Trajectories{Panels: []report.Trajectory{{
			Across: report.Axis{at("2020", ""), at("2025", "")}, Up: report.Axis{at("0", ""), at("10", "")}, Actual: moments,
		}}}})[0]
	}
	first, last := report.Moment{Time: v("2021"), Point: at("3", "")}, report.Moment{Time: v("2023"), Point: at("5", "")}
	assert.Equal(t, panel(last), panel(report.Moment{Time: v("2010"), Point: at("3", "")}, last), "a time before the axis")
	assert.NotEqual(t, panel(first, last), panel(first, report.Moment{Time: v("2022")}, last), "what is absent breaks the line")
}

// From -10 to 10 a bar of -5 begins at the start of the axis, on the left, and ends before the middle.
func TestBarsBeginAtTheStartOfTheAxis(t *testing.T) {
	p := pictures(t, report.Chart{Plot: report.Bars{
		Axis: report.Axis{at("-10", ""), at("10", "")}, Groups: []report.BarGroup{{Rows: []report.Bar{{State: "ahead", Value: at("-5", "")}}}},
	}})[0]
	middle := p.Bounds().Dx() / 2
	assert.Equal(t, beyond, shade(p.At(middle/2, 21)))
	assert.Equal(t, white, shade(p.At(middle, 21)))
}
