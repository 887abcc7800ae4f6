package xlsx

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/planeval/planeval/internal/typeset"
	"github.com/xuri/excelize/v2"
)

// sheet is a sheet that is filled from above.
type sheet struct {
	*workbook
	name   string
	row    int   // that is written next, from 1
	widths []int // of the columns by what is in them, in digits
	texts  []laid
}

// laid is a text in a cell, or over the cells from one column to another.
type laid struct {
	row, column, last int
	text              string
	part              part
}

// newSheet adds a sheet with so many columns, and its name; path is the place of the title in the document. It is false where
// there can be no such sheet, or an error already.
func (b *workbook) newSheet(path, title string, columns int) (*sheet, bool) {
	name, err := b.sheetName(title)
	if err != nil {
		b.keep(fmt.Errorf("%s: %w", path, err))
	}
	if columns > excelize.MaxColumns {
		b.keep(fmt.Errorf("%s: %d columns; a sheet has %d", path, columns, excelize.MaxColumns))
	}
	if b.err != nil {
		return nil, false
	}
	if b.sheets == 0 { // a new workbook has a sheet
		b.keep(b.f.SetSheetName("Sheet1", name))
	} else {
		_, err = b.f.NewSheet(name)
		b.keep(err)
	}
	b.sheets++
	return &sheet{workbook: b, name: name, row: 1, widths: make([]int, columns)}, true
}

// cell returns the reference of a cell; columns count from 0.
func (s *sheet) cell(column, row int) string {
	reference, err := excelize.CoordinatesToCellName(column+1, row)
	if err != nil {
		s.keep(fmt.Errorf("sheet %q: %w", s.name, err))
	}
	return reference
}

// put writes a text as the report prints it: as a number where it is one that Excel holds exactly.
func (s *sheet) put(path string, column int, text string, of style) {
	s.over(path, column, column, text, of)
}

// over puts a text over the cells from one column to another, which then says nothing about their widths.
func (s *sheet) over(path string, column, last int, text string, of style) {
	cell, end := s.cell(column, s.row), s.cell(last, s.row)
	text = typeset.Clean(text)
	if n, ok := typeset.ParseNumber(text); ok && of.part == body && n.Digits() <= exactDigits {
		of.format = numberFormat(n)
		s.number(cell, n)
	} else {
		s.text(path, cell, text)
		s.texts = append(s.texts, laid{s.row, column, last, text, of.part})
	}
	s.keep(s.f.SetCellStyle(s.name, cell, end, s.styled(of)))
	if last > column {
		s.keep(s.f.MergeCell(s.name, cell, end))
		return
	}
	needs := width(text)
	if of.part == head || of.part == subhead { // which may wrap
		needs = min(needs, 14)
	}
	s.widths[column] = max(s.widths[column], needs)
}

// across writes a text over all columns, and goes to the next row.
func (s *sheet) across(path, text string, of style) {
	s.over(path, 0, len(s.widths)-1, text, of)
	s.row++
}

// exactDigits is how many significant digits Excel keeps of a number.
const exactDigits = 15

func (s *sheet) number(cell string, n typeset.Number) {
	digits := n.Plain
	if strings.TrimPrefix(n.Unit, " ") == "%" { // the format multiplies
		digits += "e-2"
	}
	value, err := strconv.ParseFloat(digits, 64)
	s.keep(err)
	s.keep(s.f.SetCellFloat(s.name, cell, value, -1, 64))
}

func (s *sheet) text(path, cell, text string) {
	if length := utf16Len(text); length > excelize.TotalCellChars {
		s.keep(fmt.Errorf("%s: a text of %d characters; a cell holds %d", path, length, excelize.TotalCellChars))
		return
	}
	switch {
	case text == "":
	case strings.Contains(text, "_x"): // as in _x0041_, an escape to readers; the library escapes it in runs alone
		s.keep(s.f.SetCellRichText(s.name, cell, []excelize.RichTextRun{{Text: text}}))
	default:
		s.keep(s.f.SetCellStr(s.name, cell, text))
	}
}
