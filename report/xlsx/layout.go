package xlsx

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// Widths of columns, in digits.
const (
	narrowest = 8
	widest    = 48
	names     = 28 // the first column, of names, keeps this
	others    = 11 // and others this, where a sheet gets too wide
	portrait  = 88 // a page of A4 upright holds this in a size that one likes to read
	broadest  = 150
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

// fitted returns the widths that the columns get. Where all that they need is too wide, they give way in equal parts of what
// they can spare.
func fitted(needs []int) (widths []int, total int) {
	kept, spare := 0, 0
	for i, need := range needs {
		w := min(max(need+3, narrowest), widest)
		widths = append(widths, w)
		total += w
		kept += min(w, keeps(i))
		spare += max(w-keeps(i), 0)
	}
	if total <= broadest {
		return widths, total
	}
	room := max(broadest-kept, 0)
	total = 0
	for i, w := range widths {
		if more := w - keeps(i); more > 0 {
			widths[i] = keeps(i) + more*room/spare
		}
		total += widths[i]
	}
	return widths, total
}

// keeps is what a column keeps of its width.
func keeps(column int) int {
	if column == 0 {
		return names
	}
	return others
}

// layOut sets the widths, the heights of what goes over all columns, and the page: A4, as wide as the sheet, with so many
// first rows on every page. So many columns and these rows stay where they are while one scrolls. It returns the width of
// all columns.
func (s *sheet) layOut(columns, rows int) int {
	fit, total := fitted(s.widths)
	for first := 0; first < len(fit); { // a run of equal widths at once: each takes the library the longer the more there are
		next := first + 1
		for next < len(fit) && fit[next] == fit[first] {
			next++
		}
		s.keep(s.f.SetColWidth(s.name, column(first), column(next-1), float64(fit[first])))
		first = next
	}
	s.heights(fit)
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
	s.keep(s.f.SetSheetDimension(s.name, "A1:"+s.cell(len(fit)-1, s.row-1)))
	pane := "bottomLeft"
	if columns > 0 {
		pane = "bottomRight"
	}
	s.keep(s.f.SetPanes(s.name, &excelize.Panes{
		Freeze: true, XSplit: columns, YSplit: rows, TopLeftCell: s.cell(columns, rows+1), ActivePane: pane,
	}))
	s.keep(s.f.SetDefinedName(&excelize.DefinedName{
		Name: "_xlnm.Print_Titles", Scope: s.name, RefersTo: fmt.Sprintf("%s!$1:$%d", quoted(s.name), rows),
	}))
	return total
}

// column is the name of a column, counted from 0.
func column(i int) string {
	name, _ := excelize.ColumnNumberToName(i + 1) // a sheet was made with so many
	return name
}

// onePage keeps a sheet with its chart on one page, upright, unless that makes it too small.
func (s *sheet) onePage() {
	orientation, one := "portrait", 1
	options := excelize.PageLayoutOptions{Orientation: &orientation}
	if s.row <= 30 {
		options.FitToHeight = &one
	}
	s.keep(s.f.SetPageLayout(s.name, &options))
}

// heights sets the height of each row by the longest of its texts: programs find it by themselves at best for what stands
// in one column.
func (s *sheet) heights(widths []int) {
	heights := make([]float64, s.row+1)
	for _, t := range s.texts {
		room := 0
		for _, w := range widths[t.column : t.last+1] {
			room += w
		}
		heights[t.row] = max(heights[t.row], t.height(room))
	}
	for row, height := range heights {
		if height > 0 {
			s.keep(s.f.SetRowHeight(s.name, row, min(height, excelize.MaxRowHeight)))
		}
	}
}

// height is the height of a text in a room of that width, in points.
func (t laid) height(room int) float64 {
	line := 15.0
	switch t.part {
	case title:
		room, line = room*2/3, 22
	case note:
		room, line = room*8/7, 13
	}
	return float64(lines(t.text, room-1))*line + 4 // beside the text there is an indent
}

// lines is how many lines a text takes: it breaks between words, and within words that are too long or Chinese.
func lines(text string, room int) int {
	count := 0
	for paragraph := range strings.SplitSeq(text, "\n") {
		count++
		at := 0
		for word := range strings.SplitSeq(paragraph, " ") {
			w := width(word)
			if wide := w > utf8.RuneCountInString(word); at > 0 && at+w > room && !wide {
				count++
				at = 0
			}
			at += w
			count += max(at-1, 0) / room
			at -= max(at-1, 0) / room * room
			at++
		}
	}
	return count
}

// quoted is a sheet's name as it stands in references.
func quoted(name string) string { return "'" + strings.ReplaceAll(name, "'", "''") + "'" }
