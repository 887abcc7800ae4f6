package xlsx

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/planeval/planeval/indicator"
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

// maxSheets is how many sheets a workbook gets: the library searches all of them whenever it writes a cell.
const maxSheets = 255

// newSheet adds a sheet with so many columns and rows, and its name; path is the place of the title in the document. Where there
// can be no such sheet, or there is a fault already, it is one that is only looked at for faults.
func (b *workbook) newSheet(path, title string, columns, rows int) *sheet {
	name, ok := b.sheetName(title)
	if !ok {
		b.faults.Add(path, indicator.FaultRequired, title, "a title, of which a sheet has its name")
	}
	b.most(path, columns, excelize.MaxColumns, "columns on a sheet")
	b.most(path, rows, excelize.TotalRows, "rows on a sheet")
	b.sheets++
	if b.sheets == maxSheets+1 { // once is enough
		b.most(path, b.sheets, maxSheets, "sheets")
	}
	switch {
	case len(b.faults) > 0:
	case b.sheets == 1: // a new workbook has a sheet
		b.keep(b.f.SetSheetName("Sheet1", name))
	default:
		_, err := b.f.NewSheet(name)
		b.keep(err)
	}
	return &sheet{workbook: b, name: name, row: 1, widths: make([]int, columns)}
}

// most adds a fault where there are more than a workbook can have.
func (b *workbook) most(path string, n, most int, of string) {
	if n > most {
		b.faults.Add(path, indicator.FaultRange, strconv.Itoa(n), fmt.Sprintf("at most %d %s", most, of))
	}
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
	text = typeset.Clean(text)
	s.fits(path, text)
	if len(s.faults) > 0 {
		return
	}
	cell, end := s.cell(column, s.row), s.cell(last, s.row)
	if n, ok := typeset.ParseNumber(text); ok && of.part == body && holds(n) {
		of.format = numberFormat(n)
		s.number(cell, n)
	} else {
		s.text(cell, text)
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

// What Excel holds: so many significant digits of a number, and so many places in a number's format.
const (
	exactDigits = 15
	mostPlaces  = 30
)

// holds reports whether Excel holds a number and shows it as it is printed. Any such number is one that a float has room for.
func holds(n typeset.Number) bool { return n.Digits() <= exactDigits && n.Places <= mostPlaces }

func (s *sheet) number(cell string, n typeset.Number) {
	digits := n.Plain
	if strings.TrimPrefix(n.Unit, " ") == "%" { // the format multiplies
		digits += "e-2"
	}
	value, err := strconv.ParseFloat(digits, 64)
	s.keep(err)
	s.keep(s.f.SetCellFloat(s.name, cell, value, -1, 64))
}

// fits adds a fault where no cell holds a text.
func (s *sheet) fits(path, text string) {
	s.most(path, utf16Len(text), excelize.TotalCellChars, "characters in a cell")
}

func (s *sheet) text(cell, text string) {
	switch {
	case text == "":
	case strings.Contains(text, "_x"): // as in _x0041_, an escape to readers; the library escapes it in runs alone
		s.keep(s.f.SetCellRichText(s.name, cell, []excelize.RichTextRun{{Text: text}}))
	default:
		s.keep(s.f.SetCellStr(s.name, cell, text))
	}
}
