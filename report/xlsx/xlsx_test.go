package xlsx_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/internal/failing"
	"github.com/planeval/planeval/report"
	"github.com/planeval/planeval/report/xlsx"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"
)

// write returns the document as a workbook.
func write(t testing.TB, d report.Document) []byte {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, xlsx.Write(&b, d))
	return b.Bytes()
}

// open reads a workbook as another program would.
func open(t testing.TB, content []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(content))
	require.NoError(t, err)
	t.Cleanup(func() { assert.NoError(t, f.Close()) })
	return f
}

// value is a cell as it is shown, raw as it is stored.
func value(t testing.TB, f *excelize.File, sheet, cell string) (shown, raw string) {
	t.Helper()
	shown, err := f.GetCellValue(sheet, cell)
	require.NoError(t, err)
	raw, err = f.GetCellValue(sheet, cell, excelize.Options{RawCellValue: true})
	require.NoError(t, err)
	return shown, raw
}

// format is a cell's number format.
func format(t testing.TB, f *excelize.File, sheet, cell string) string {
	t.Helper()
	id, err := f.GetCellStyle(sheet, cell)
	require.NoError(t, err)
	style, err := f.GetStyle(id)
	require.NoError(t, err)
	if style.CustomNumFmt != nil {
		return *style.CustomNumFmt
	}
	if style.NumFmt != 0 {
		return fmt.Sprint(style.NumFmt)
	}
	return ""
}

func input(symbol, value, period string) indicator.Input {
	in := indicator.Input{Symbol: symbol, Value: indicator.MustValue(value)}
	if period != "" {
		in.Period = indicator.MustPeriod(period)
	}
	return in
}

func tick(at int64) report.Point {
	return report.Point{At: indicator.IntValue(at), Text: fmt.Sprintf("%d%%", at)}
}

// bullet is an indicator with its attainment as printed, by a formula over the inputs.
func bullet(name, printed string, result indicator.Number, f indicator.Formula, inputs ...indicator.Input) report.Bullet {
	return report.Bullet{
		Name: name, Attainment: report.Point{Text: printed}, Verdict: "快于预期", State: "ahead", Detail: "增量完成26.32%",
		Working: indicator.Figure{Formula: f, Inputs: inputs, Result: result},
	}
}

// small is a document with indicators and tables. Its forms of attainment are those of the library; what is printed is
// computed by hand, √(1.06 × 1.08) and the logarithms with Python.
var small = report.Document{
	Language: "zh-Hans", Title: "后评估报告",
	Blocks: []report.Block{report.Table{Caption: "表1　结论", Columns: []report.Column{{Title: "判定"}}, Rows: [][]report.Cell{{{Text: "提前实现"}}}}},
	Sections: []report.Section{{
		ID: "indicators", Level: 1, Number: "一、", Title: "主要指标",
		Blocks: []report.Block{
			report.Chart{
				ID: "chart", Caption: "图1　目标完成率", Summary: "完成率", Tables: []string{"t2"}, Notes: []string{"注：条形为完成率。"},
				Plot: report.Bullets{
					Columns: []string{"指标", "标尺", "完成率", "实际值/目标值", "期间", "判定"},
					Axis:    report.Axis{tick(0), tick(50), tick(120)},
					Rows: []report.Bullet{
						bullet("高新技术企业（家）", "76.33%", indicator.IntRatio(1374, 1800), indicator.FormulaAttainment, input("a", "1374", "2022"), input("t", "1800", "2025")),
						bullet("能耗", "80.00%", indicator.IntRatio(4, 5), indicator.FormulaAttainmentDecrease, input("a", "0.50", "2022"), input("t", "0.40", "2025")),
						bullet("能耗（差额法）", "95.00%", indicator.IntRatio(19, 20), indicator.FormulaAttainmentDifference, input("a", "105", "2023-06"), input("t", "100", "2025")),
						bullet("区间", "100.00%", indicator.IntRatio(1, 1), indicator.FormulaAttainmentWithin, input("a", "5", "2022"), input("t", "", "2025")),
						bullet("增速（%）", "99.93%", indicator.IntRatio(9993, 10_000), indicator.FormulaAttainmentRate, input("g1", "6", "2021"), input("g2", "8", "2022"), input("k", "2", ""), input("t", "7", "2025")),
						bullet("降低率（%）", "47.22%", indicator.IntRatio(4722, 10_000), indicator.FormulaProgressReduction, input("a", "10", "2022"), input("t", "20", "2025")),
						bullet("多位数", "61.73%", indicator.IntRatio(6173, 10_000), indicator.FormulaAttainment, input("a", "12345678901234567", "2022"), input("t", "20000000000000000", "2025")),
						{Name: "缺目标值", Attainment: report.Point{Text: "缺目标值"}, Verdict: "不判定", State: "unknown", Working: indicator.Figure{
							Formula: indicator.FormulaAttainment, Inputs: []indicator.Input{input("a", "3", "2022"), input("t", "", "")}, Result: indicator.Missing(indicator.NoTarget),
						}},
						{Name: "无算式", Attainment: report.Point{Text: "88.00%"}},
					},
				},
			},
		},
		Sections: []report.Section{{Level: 2, Title: "明细", Blocks: []report.Block{
			report.Table{
				ID: "t2", Caption: "表2　指标", Columns: []report.Column{{Title: "指标"}, {Title: "数值", Align: report.End}, {Title: "判定", Align: report.Center}},
				Rows: [][]report.Cell{
					{{Text: "家数"}, {Text: "1374"}, {Text: "快于预期", State: "ahead"}},
					{{Text: "grouped"}, {Text: "-1,954.34"}, {Text: "behind", State: "behind"}},
					{{Text: "完成率"}, {Text: "74.60%"}, {}},
					{{Text: "变化"}, {Text: "+6.32个百分点"}, {}},
					{{Text: "change"}, {Text: "-1.93 pp"}, {}},
					{{Text: "千分率"}, {Text: "3.5‰"}, {}},
					{{Text: "增量"}, {Text: "+142"}, {}},
					{{Text: "多位数"}, {Text: "12345678901234567"}, {}},
					{{Text: "带期间"}, {Text: "2.86（2021年）"}, {}},
				},
				Notes: []string{"注：数据来自年报。"},
			},
			report.Table{Columns: []report.Column{{Title: "唯一"}}},
		}}},
	}},
}

func TestSheets(t *testing.T) {
	f := open(t, write(t, small))
	assert.Equal(t, []string{"目标完成率", "后评估报告", "一、主要指标"}, f.GetSheetList())
	properties, err := f.GetDocProps()
	require.NoError(t, err)
	assert.Equal(t, "后评估报告", properties.Title)
	assert.Equal(t, "zh-Hans", properties.Language)
	assert.Empty(t, properties.Created+properties.Modified+properties.Creator)
	for _, sheet := range f.GetSheetList() {
		layout, err := f.GetPageLayout(sheet)
		require.NoError(t, err)
		assert.Equal(t, []int{9, 1}, []int{*layout.Size, *layout.FitToWidth}, "A4, fit to width")
		props, err := f.GetSheetProps(sheet)
		require.NoError(t, err)
		assert.True(t, *props.FitToPage)
	}
	names := map[string]string{}
	for _, name := range f.GetDefinedName() {
		names[name.Scope] = name.RefersTo
	}
	assert.Equal(t, map[string]string{"目标完成率": "'目标完成率'!$1:$3", "后评估报告": "'后评估报告'!$1:$1", "一、主要指标": "'一、主要指标'!$1:$1"}, names, "rows on every page")
	panes, err := f.GetPanes("目标完成率")
	require.NoError(t, err)
	assert.Equal(t, []int{1, 3}, []int{panes.XSplit, panes.YSplit}, "names and headings stay")
	size, err := f.GetSheetDimension("目标完成率")
	require.NoError(t, err)
	assert.Equal(t, "A1:P13", size)
	panes, err = f.GetPanes("一、主要指标")
	require.NoError(t, err)
	assert.Equal(t, []int{0, 1}, []int{panes.XSplit, panes.YSplit}, "the title stays")
	assert.Equal(t, "bottomLeft", panes.ActivePane)
	bars, err := f.GetConditionalFormats("目标完成率")
	require.NoError(t, err)
	require.Len(t, bars["N4:N12"], 1)
	assert.Equal(t, "data_bar", bars["N4:N12"][0].Type)
	assert.Equal(t, []string{"0", "1.2"}, []string{bars["N4:N12"][0].MinValue, bars["N4:N12"][0].MaxValue}, "on the scale of the axis")
}

func TestIndicators(t *testing.T) {
	f := open(t, write(t, small))
	const sheet = "目标完成率"
	for cell, want := range map[string]string{
		"A1": "图1　目标完成率", "A2": "指标", "B2": "实际值/目标值", "N2": "完成率", "O2": "判定",
		"B3": "a", "C3": "a", "D3": "期间", "E3": "t", "F3": "t", "G3": "期间", "H3": "g1", "J3": "g2", "L3": "k",
		"A4": "高新技术企业（家）", "B4": "1374", "D4": "2022", "E4": "1800", "G4": "2025", "O4": "▲ 快于预期", "P4": "增量完成26.32%",
		"B5": "0.50", "D6": "2023-06", "A13": "注：条形为完成率。",
	} {
		shown, _ := value(t, f, sheet, cell)
		assert.Equal(t, want, shown, cell)
	}
	for _, c := range []struct{ cell, formula, shown string }{
		{"N4", "B4/E4", "76.33%"},
		{"N5", "E5/B5", "80.00%"},
		{"N6", "2-B6/E6", "95.00%"},
		{"N7", "1", "100.00%"},
		{"N8", "(((1+H8/100)*(1+J8/100))^(1/L8)-1)/(E8/100)", "99.93%"},
		{"N9", "LN(1-B9/100)/LN(1-E9/100)", "47.22%"},
		{"N10", "B10/E10", "61.73%"},
	} {
		formula, err := f.GetCellFormula(sheet, c.cell)
		require.NoError(t, err)
		assert.Equal(t, c.formula, formula, c.cell)
		shown, err := f.CalcCellValue(sheet, c.cell)
		require.NoError(t, err)
		assert.Equal(t, c.shown, shown, c.cell)
		assert.Equal(t, "0.00%", format(t, f, sheet, c.cell))
	}
	for cell, want := range map[string]string{"N11": "缺目标值", "N12": "88.00%"} {
		formula, err := f.GetCellFormula(sheet, cell)
		require.NoError(t, err)
		assert.Empty(t, formula, "no formula without a figure")
		shown, _ := value(t, f, sheet, cell)
		assert.Equal(t, want, shown)
	}
	_, raw := value(t, f, sheet, "C10")
	assert.Equal(t, "12345678901234567", raw, "a number of 17 digits stands as a text beside the number")
	kind, err := f.GetCellType(sheet, "C10")
	require.NoError(t, err)
	assert.Equal(t, excelize.CellTypeSharedString, kind)
	assert.Equal(t, `"▲ "@`, format(t, f, sheet, "O4"), "a shape before the word")
}

func TestNumbers(t *testing.T) {
	f := open(t, write(t, small))
	const sheet = "一、主要指标"
	for _, c := range []struct{ name, cell, raw, format, shown string }{
		{"a count", "B5", "1374", "1", "1374"},
		{"groups and places", "B6", "-1954.34", "4", "-1,954.34"},
		{"a percentage is a hundredth", "B7", "0.746", "10", "74.60%"},
		{"percentage points with their sign", "B8", "6.32", `+0.00"个百分点";-0.00"个百分点";0.00"个百分点"`, "+6.32个百分点"},
		{"percentage points below zero", "B9", "-1.93", `+0.00" pp";-0.00" pp";0.00" pp"`, "-1.93 pp"},
		{"per mille", "B10", "3.5", `0.0"‰"`, "3.5‰"},
		{"a step with its sign", "B11", "142", "+0;-0;0", "+142"},
	} {
		shown, raw := value(t, f, sheet, c.cell)
		assert.Equal(t, c.raw, raw, c.name)
		assert.Equal(t, c.shown, shown, c.name)
		kind, err := f.GetCellType(sheet, c.cell)
		require.NoError(t, err)
		assert.Equal(t, excelize.CellTypeUnset, kind, c.name)
	}
	for cell, want := range map[string]string{"B12": "12345678901234567", "B13": "2.86（2021年）"} {
		_, raw := value(t, f, sheet, cell)
		assert.Equal(t, want, raw)
		kind, err := f.GetCellType(sheet, cell)
		require.NoError(t, err)
		assert.Equal(t, excelize.CellTypeSharedString, kind, "a text")
	}
}

// What Excel or a number format does not hold is a text; see "Excel specifications and limits".
func TestNumbersThatExcelDoesNotHold(t *testing.T) {
	for _, text := range []string{"0." + strings.Repeat("0", 300) + "1", "0." + strings.Repeat("0", 400) + "1%", "0." + strings.Repeat("0", 30) + "1", "1" + strings.Repeat("0", 400)} {
		isText(t, text)
	}
	f := open(t, write(t, texts("0."+strings.Repeat("0", 29)+"1")))
	_, raw := value(t, f, "s", "A5")
	assert.Equal(t, "1E-30", raw)
	assert.Equal(t, "0."+strings.Repeat("0", 30), format(t, f, "s", "A5"), "30 places are a number")
}

// A program that does not calculate shows what is stored.
func TestResults(t *testing.T) {
	row := bullet("高新技术企业（家）", "76.33%", indicator.IntRatio(1374, 1800), indicator.FormulaAttainment, input("a", "1374", "2022"), input("t", "1800", "2025"))
	chart := small.Sections[0].Blocks[0].(report.Chart)
	plot := chart.Plot.(report.Bullets)
	plot.Rows = []report.Bullet{row}
	chart.Plot, chart.Tables = plot, nil
	content := write(t, report.Document{Title: "a", Blocks: []report.Block{chart}})
	shown, raw := value(t, open(t, content), "目标完成率", "F4")
	assert.Equal(t, "76.33%", shown)
	assert.Equal(t, "0.763333333333333", raw, "229/300 with 15 digits")
	assert.Regexp(t, `<c r="F4" s="\d+"><f>B4/D4</f><v>0\.763333333333333</v></c>`, part(t, content, "xl/worksheets/sheet1.xml"), "a number, and no text")
}

// A place in the number of an indicator is one in its cell's format up to 30; the whole number stands beside it.
func TestAnIndicatorOfManyPlaces(t *testing.T) {
	tiny := "0." + strings.Repeat("0", 36) + "1"
	chart := small.Sections[0].Blocks[0].(report.Chart)
	plot := chart.Plot.(report.Bullets)
	plot.Rows = []report.Bullet{bullet("小", "100.00%", indicator.IntRatio(1, 1), indicator.FormulaAttainment, input("a", tiny, "2022"), input("t", tiny, "2025"))}
	chart.Plot, chart.Tables = plot, nil
	f := open(t, write(t, report.Document{Title: "a", Blocks: []report.Block{chart}}))
	assert.Equal(t, "0."+strings.Repeat("0", 30), format(t, f, "目标完成率", "B4"))
	_, raw := value(t, f, "目标完成率", "C4")
	assert.Equal(t, tiny, raw)
}

func TestFonts(t *testing.T) {
	for language, want := range map[string]string{"en": "Calibri", "en-GB": "Calibri", "zh-Hans": "等线", "": "等线", "enm": "等线"} {
		font, err := open(t, write(t, report.Document{Title: "a", Language: language})).GetDefaultFont()
		require.NoError(t, err)
		assert.Equal(t, want, font, language)
	}
}

func TestWithoutTables(t *testing.T) {
	f := open(t, write(t, report.Document{Title: "报告"}))
	assert.Equal(t, []string{"报告"}, f.GetSheetList())
}

func TestFaults(t *testing.T) {
	table := func(title, text string) report.Table {
		return report.Table{Columns: []report.Column{{Title: title}}, Rows: [][]report.Cell{{{Text: text}}}}
	}
	titled := func(blocks ...report.Block) report.Document { return report.Document{Title: "a", Blocks: blocks} }
	long := strings.Repeat("a", 32768)
	tooLong := `range: got "32768", want at most 32767 characters in a cell`
	many := report.Document{}
	for range 256 {
		many.Sections = append(many.Sections, report.Section{Title: "a", Blocks: []report.Block{table("h", "")}})
	}
	wide := report.Table{Columns: make([]report.Column, 16385)}
	wide.Columns[16384].Title = long
	high := report.Table{Caption: "c", Columns: make([]report.Column, 1), Rows: make([][]report.Cell, 1_048_572), Notes: []string{"n"}}
	row := make([]report.Cell, 1)
	for i := range high.Rows {
		high.Rows[i] = row
	}
	chart := small.Sections[0].Blocks[0].(report.Chart)
	chart.Tables, chart.Caption, chart.Notes = nil, "", []string{"n", long}
	plot := chart.Plot.(report.Bullets)
	plot.Columns = []string{long, "", "", "", "", ""}
	plot.Rows = []report.Bullet{{Name: long}, bullet(long, "1", indicator.IntRatio(1, 1), indicator.FormulaAttainment)}
	chart.Plot = plot
	for _, c := range []struct {
		name, want string
		d          report.Document
	}{
		{"a document with faults", "/sections/0/blocks/0: enum: got \"<nil>\", want a Paragraph, List, Table, Tiles or Chart",
			report.Document{Sections: []report.Section{{Title: "a", Blocks: []report.Block{nil}}}}},
		{"texts that no cell holds, and a section without a title, all at once", "/blocks/0/columns/0: " + tooLong + "\n/blocks/1/rows/0/0: " + tooLong + "\n" +
			"/sections/1/title: required: want a title, of which a sheet has its name\n/sections/1/sections/0/blocks/0/rows/0/0: " + tooLong,
			report.Document{Title: "a", Blocks: []report.Block{table(long, ""), table("h", long)}, Sections: []report.Section{
				{Title: "a", Blocks: []report.Block{table("h", "")}},
				{Sections: []report.Section{{Blocks: []report.Block{table("h", long)}}}}}}},
		{"characters of two halves count twice", "/blocks/0/rows/0/0: " + tooLong, titled(table("h", strings.Repeat("𠮷", 16384)))},
		{"nothing", "/title: required: want a title, of which a sheet has its name", report.Document{}},
		{"more columns than a sheet has, with a text that is too long", "/title: range: got \"16385\", want at most 16384 columns on a sheet\n" +
			"/blocks/0/columns/16384: " + tooLong, titled(wide)},
		// a title, an empty row, a caption, a row of headings and a note
		{"more rows than a sheet has", "/title: range: got \"1048577\", want at most 1048576 rows on a sheet", titled(high)},
		{"more sheets than a workbook gets", "/sections/255/title: range: got \"256\", want at most 255 sheets", many},
		{"a chart", "/blocks/0/caption: required: want a title, of which a sheet has its name\n/blocks/0/plot/columns: " + tooLong + "\n" +
			"/blocks/0/plot/rows/0/name: " + tooLong + "\n/blocks/0/plot/rows/1/name: " + tooLong + "\n/blocks/0/notes/1: " + tooLong, titled(chart)},
	} {
		var b bytes.Buffer
		err := xlsx.Write(&b, c.d)
		assert.EqualError(t, err, "xlsx: "+c.want, c.name)
		var faults indicator.Faults
		assert.ErrorAs(t, err, &faults, c.name)
		assert.Empty(t, b.String(), "nothing is written")
	}
	assert.NotEmpty(t, write(t, titled(table("h", long[1:]))), "32767 characters fit")
	many.Sections = many.Sections[1:]
	assert.Len(t, open(t, write(t, many)).GetSheetList(), 255, "255 sheets fit")
}

func TestFailingWriter(t *testing.T) {
	failing.Test(t, 97, func(w io.Writer) error { return xlsx.Write(w, small) })
}

// The order of a map and the clock must not show, in any zone.
func TestAThousandWorkbooksAreEqual(t *testing.T) {
	zone := time.Local
	defer func() { time.Local = zone }()
	first := write(t, small)
	for i := range 1000 {
		time.Local = time.FixedZone("", (i%25-12)*3600)
		require.True(t, bytes.Equal(first, write(t, small)), "run %d", i)
	}
	archive, err := zip.NewReader(bytes.NewReader(first), int64(len(first)))
	require.NoError(t, err)
	for _, file := range archive.File {
		assert.True(t, file.Modified.Equal(time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)), "%s: %s", file.Name, file.Modified)
	}
}

// BenchmarkWrite has as many indicators in one chart and as many rows in one table; the time for each should stay the same.
func BenchmarkWrite(b *testing.B) {
	for _, count := range []int{100, 1000, 10_000} {
		chart := small.Sections[0].Blocks[0].(report.Chart)
		plot := chart.Plot.(report.Bullets)
		table := small.Sections[0].Sections[0].Blocks[0].(report.Table)
		row, cells := plot.Rows[0], table.Rows[0]
		plot.Rows, table.Rows = nil, nil
		for range count {
			plot.Rows, table.Rows = append(plot.Rows, row), append(table.Rows, cells)
		}
		chart.Plot = plot
		d := report.Document{Title: "a", Blocks: []report.Block{chart, table}}
		b.Run(fmt.Sprint(count), func(b *testing.B) {
			for b.Loop() {
				if err := xlsx.Write(io.Discard, d); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*count), "ns/indicator")
		})
	}
}

// BenchmarkSheets has as many sections with a table each. The library searches all sheets whenever it writes a cell, so the time
// for each grows with them; 255 is the most.
func BenchmarkSheets(b *testing.B) {
	for _, count := range []int{64, 255} {
		var d report.Document
		for i := range count {
			d.Sections = append(d.Sections, report.Section{Title: fmt.Sprint("部分", i), Blocks: []report.Block{small.Blocks[0]}})
		}
		b.Run(fmt.Sprint(count), func(b *testing.B) {
			for b.Loop() {
				if err := xlsx.Write(io.Discard, d); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*count), "ns/sheet")
		})
	}
}
