package xlsx

import (
	"fmt"
	"strings"

	"github.com/planeval/planeval/internal/typeset"
	"github.com/planeval/planeval/report"
	"github.com/xuri/excelize/v2"
)

// part is what a cell is to its sheet.
type part uint8

const (
	body part = iota
	title
	caption
	head
	subhead // the second of two rows of headings
	note
)

// style is how a cell looks.
type style struct {
	part   part
	align  report.Align
	tone   report.Tone
	format string // of its number or text; empty: as it is
}

// The colours, without #.
const (
	ink   = "1A1F26"
	faint = "4A5460"
	line  = "C3CAD3"
	shade = "E9EDF2"
	bar   = "3B82BD"
)

// inks are the colours of the words of states.
var inks = map[report.Tone]string{
	report.Plain: ink, report.Beyond: "0A4A86", report.AsAsked: "2368A0", report.Short: "B4530A", report.Unsettled: faint,
}

// styled returns the number of a style in the workbook.
func (b *workbook) styled(s style) int {
	id, ok := b.styles[s]
	if !ok {
		var err error
		id, err = b.f.NewStyle(b.excelStyle(s))
		b.keep(err)
		b.styles[s] = id
	}
	return id
}

func (b *workbook) excelStyle(s style) *excelize.Style {
	font := excelize.Font{Family: b.font, Size: 10.5, Color: inks[s.tone]}
	e := excelize.Style{Font: &font, Alignment: &excelize.Alignment{
		Horizontal: map[report.Align]string{report.Start: "left", report.End: "right", report.Center: "center"}[s.align],
		Vertical:   "center", WrapText: true,
	}}
	if s.align == report.Start && s.part != title && s.part != caption && s.part != note {
		e.Alignment.Indent = 1
	}
	switch s.part {
	case title:
		font.Size, font.Bold = 14, true
	case caption:
		font.Bold = true
	case note:
		font.Size, font.Color = 9, faint
		e.Alignment.Vertical = "top"
	case head, subhead:
		font.Bold = true
		e.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{shade}}
		e.Border = []excelize.Border{{Type: "bottom", Color: ink, Style: 1}}
		if s.part == head {
			e.Border = append(e.Border, excelize.Border{Type: "top", Color: ink, Style: 2})
		}
	default:
		font.Bold = s.tone == report.Beyond || s.tone == report.Short
		e.Border = []excelize.Border{{Type: "bottom", Color: line, Style: 1}}
	}
	if s.format != "" {
		e.CustomNumFmt = &s.format
	}
	return &e
}

// textFormat is the number format of a text with a state: its shape stands before it, and the text stays what it is.
func textFormat(tone report.Tone) string {
	if tone.Shape() == "" {
		return ""
	}
	return `"` + tone.Shape() + ` "@`
}

// numberFormat shows a number as the report prints it.
func numberFormat(n typeset.Number) string {
	format := "0"
	if n.Grouped {
		format = "#,##0"
	}
	if n.Places > 0 {
		format += "." + strings.Repeat("0", min(n.Places, mostPlaces))
	}
	switch unit := strings.TrimPrefix(n.Unit, " "); {
	case unit == "%" && n.Unit != unit:
		format += `" "%`
	case unit == "%":
		format += "%"
	case unit != "":
		format += `"` + n.Unit + `"`
	}
	if n.Signed || n.Points() && strings.HasPrefix(n.Plain, "-") {
		return fmt.Sprintf("+%s;-%s;%s", format, format, format)
	}
	return format
}
