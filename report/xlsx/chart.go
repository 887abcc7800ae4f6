package xlsx

import (
	"strconv"

	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/internal/typeset"
	"github.com/planeval/planeval/report"
	"github.com/xuri/excelize/v2"
)

// ends are the start and the end of the axis, where 1 is the target.
func (s *bulletSheet) ends() (from, to float64) {
	axis := s.plot.Axis
	return share(axis[0].At), share(axis[len(axis)-1].At)
}

// share is a number in per cent as a share of 1.
func share(v indicator.Value) float64 {
	x, _ := strconv.ParseFloat(v.String()+"e-2", 64) // a Value has no more digits than a float has room for
	return x
}

// dataBars draws the attainments into their cells, on the scale of the document's chart.
func (s *bulletSheet) dataBars() {
	from, to := s.ends()
	s.keep(s.f.SetConditionalFormat(s.name, s.rangeOf(s.attainment), []excelize.ConditionalFormatOptions{{
		Type: "data_bar", Criteria: "=", MinType: "num", MinValue: plain(from), MaxType: "num", MaxValue: plain(to), BarColor: "#6FA8D6",
	}}))
}

// Pixels: of a digit in the normal font, of the edges of a column, of a bar with its gap, and of what stands around the bars.
const (
	digitPixels = 7
	edgePixels  = 5
	barPixels   = 34
	framePixels = 110
)

// chart adds Excel's own chart of the attainments below the notes, as wide as the sheet.
func (s *bulletSheet) chart(c report.Chart, total int) {
	from, to := s.ends()
	gap := uint(60)
	format := excelize.ChartNumFmt{CustomNumFmt: "0%"}
	small := excelize.Font{Family: s.font, Size: 9, Color: ink}
	heading := excelize.Font{Family: s.font, Size: 11, Bold: true, Color: ink}
	chart := &excelize.Chart{
		Type: excelize.Bar,
		Series: []excelize.ChartSeries{{
			Categories: quoted(s.name) + "!" + s.rangeOf(0), Values: quoted(s.name) + "!" + s.rangeOf(s.attainment),
			Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{bar}}, DataLabel: excelize.ChartDataLabel{Font: small},
		}},
		Format:    excelize.GraphicOptions{AltText: typeset.Clean(c.Summary)},
		Dimension: excelize.ChartDimension{Width: uint(total*digitPixels + len(s.widths)*edgePixels), Height: uint(framePixels + barPixels*len(s.plot.Rows))},
		Legend:    excelize.ChartLegend{Position: "none"},
		Title:     excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Font: &heading, Text: typeset.Clean(c.Caption)}}},
		XAxis:     excelize.ChartAxis{ReverseOrder: true, Font: small},
		YAxis:     excelize.ChartAxis{Minimum: &from, Maximum: &to, MajorGridLines: true, NumFmt: format, Font: small},
		PlotArea:  excelize.ChartPlotArea{ShowVal: true, NumFmt: excelize.ChartNumFmt{CustomNumFmt: "0.00%"}},
		GapWidth:  &gap,
	}
	s.keep(s.f.AddChart(s.name, s.cell(0, s.row+1), chart))
}

func plain(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }
