package xlsx

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"
)

// Widths of columns, in digits. A page of A4 on its side holds landscape of them in a size that one likes to read.
const (
	narrowest = 8
	widest    = 42
	flexible  = 14 // columns beyond this give way where a sheet gets too wide
	portrait  = 88
	landscape = 130
)

// width is how many digits the longest line of a text takes; a Chinese character takes two.
func width(text string) int {
	most := 0
	for line := range strings.SplitSeq(text, "\n") {
		n := 0
		for _, r := range line {
			n++
			if r >= '⺀' {
				n++
			}
		}
		most = max(most, n)
	}
	return most
}

// fitted returns the widths that the columns get.
func fitted(widths []int) (fit []int, total int) {
	fixed, free := 0, 0
	for _, w := range widths {
		w = min(max(w+2, narrowest), widest)
		fit = append(fit, w)
		fixed += min(w, flexible)
		free += max(w-flexible, 0)
		total += w
	}
	if total <= landscape {
		return fit, total
	}
	total = 0
	for i, w := range fit {
		if w > flexible {
			fit[i] = flexible + (w-flexible)*max(landscape-fixed, 0)/free
		}
		total += fit[i]
	}
	return fit, total
}

// layOut sets the widths, the heights of what goes over all columns, and the page: A4, as wide as the sheet, with so many
// first rows on every page. So many columns and these rows stay where they are while one scrolls. It returns the width of
// all columns.
func (s *sheet) layOut(columns, rows int) int {
	fit, total := fitted(s.widths)
	for i, w := range fit {
		name, err := excelize.ColumnNumberToName(i + 1)
		s.keep(err)
		s.keep(s.f.SetColWidth(s.name, name, name, float64(w)))
	}
	for _, w := range s.wide {
		s.keep(s.f.SetRowHeight(s.name, w.row, w.height(total)))
	}
	orientation := "portrait"
	if total > portrait {
		orientation = "landscape"
	}
	a4, one, any, yes, no := 9, 1, 0, true, false
	s.keep(s.f.SetPageLayout(s.name, &excelize.PageLayoutOptions{Size: &a4, Orientation: &orientation, FitToWidth: &one, FitToHeight: &any}))
	s.keep(s.f.SetSheetProps(s.name, &excelize.SheetPropsOptions{FitToPage: &yes}))
	edge, foot := 0.6, 0.3
	s.keep(s.f.SetPageMargins(s.name, &excelize.PageLayoutMarginsOptions{
		Left: &edge, Right: &edge, Top: &edge, Bottom: &edge, Header: &foot, Footer: &foot, Horizontally: &yes,
	}))
	s.keep(s.f.SetHeaderFooter(s.name, &excelize.HeaderFooterOptions{OddFooter: "&C&P"}))
	s.keep(s.f.SetSheetView(s.name, 0, &excelize.ViewOptions{ShowGridLines: &no}))
	if rows > 0 {
		s.keep(s.f.SetPanes(s.name, &excelize.Panes{
			Freeze: true, XSplit: columns, YSplit: rows, TopLeftCell: s.cell(columns, rows+1), ActivePane: "bottomRight",
		}))
		s.keep(s.f.SetDefinedName(&excelize.DefinedName{
			Name: "_xlnm.Print_Titles", Scope: s.name, RefersTo: fmt.Sprintf("%s!$1:$%d", quoted(s.name), rows),
		}))
	}
	return total
}

// height is the height of a text over columns of that width, in points.
func (w wide) height(total int) float64 {
	size, line := 1.0, 15.5 // in digits of 10.5 points
	switch w.part {
	case title:
		size, line = 1.4, 22
	case note:
		size, line = 0.88, 13
	}
	lines := 0.0
	for text := range strings.SplitSeq(w.text, "\n") {
		lines += max(1, ceil(float64(width(text))*size/(float64(total)*0.97)))
	}
	return min(lines*line+4, excelize.MaxRowHeight)
}

func ceil(x float64) float64 {
	if whole := float64(int(x)); whole < x {
		return whole + 1
	}
	return x
}

// quoted is a sheet's name as it stands in references.
func quoted(name string) string { return "'" + strings.ReplaceAll(name, "'", "''") + "'" }
