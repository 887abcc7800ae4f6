package xlsx

import (
	"slices"
	"strconv"
	"strings"

	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/internal/typeset"
	"github.com/planeval/planeval/report"
)

// charts adds a sheet for each chart of how far indicators have come.
func (b *workbook) charts(above string, blocks []report.Block, sections []report.Section) {
	for i, block := range blocks {
		if c, ok := block.(report.Chart); ok {
			if bullets, ok := c.Plot.(report.Bullets); ok && len(bullets.Rows) > 0 {
				b.bulletSheet(above+indicator.Pointer("blocks", i), c, bullets)
			}
		}
	}
	for i, s := range sections {
		b.charts(above+indicator.Pointer("sections", i), s.Blocks, s.Sections)
	}
}

// bulletSheet is a sheet of indicators: names, a column for each symbol of the attainments' formulas with one for its
// periods, the attainments and the verdicts.
type bulletSheet struct {
	*sheet
	path       string
	plot       report.Bullets
	symbols    []symbol
	attainment int // its column
}

// symbol is a symbol of the formulas and its first column.
type symbol struct {
	name   string
	column int
	exact  bool // a column for texts stands behind the numbers, where Excel would round one of them
}

// headRows are the caption and two rows of headings.
const headRows = 3

func (b *workbook) bulletSheet(path string, c report.Chart, plot report.Bullets) {
	symbols, attainment := symbolsOf(plot.Rows)
	s := bulletSheet{b.newSheet(path+"/caption", unnumbered(c.Caption), attainment+2), path, plot, symbols, attainment}
	s.across(path+"/caption", c.Caption, style{part: caption})
	s.heads()
	for i, row := range plot.Rows {
		s.indicator(path+indicator.Pointer("plot", "rows", i), row)
		s.row++
	}
	s.dataBars()
	for i, text := range c.Notes {
		s.across(path+indicator.Pointer("notes", i), text, style{part: note})
	}
	s.widths[attainment] = max(s.widths[attainment], 18) // room for bars
	s.chart(c, s.layOut(1, headRows))
}

// symbolsOf returns the symbols of the rows' formulas in the order in which they come, and the column after theirs.
func symbolsOf(rows []report.Bullet) ([]symbol, int) {
	var symbols []symbol
	for _, row := range rows {
		for _, in := range row.Working.Inputs {
			i := slices.IndexFunc(symbols, func(s symbol) bool { return s.name == in.Symbol })
			if i < 0 {
				i = len(symbols)
				symbols = append(symbols, symbol{name: in.Symbol})
			}
			n, ok := typeset.ParseNumber(in.Value.String())
			symbols[i].exact = symbols[i].exact || ok && n.Digits() > exactDigits
		}
	}
	column := 1
	for i := range symbols {
		symbols[i].column = column
		column += 2
		if symbols[i].exact {
			column++
		}
	}
	return symbols, column
}

// heads writes two rows of headings, of which all but those of the symbols go over both.
func (s *bulletSheet) heads() {
	type heading struct {
		column, last int
		text         string
		align        report.Align
	}
	headings := []heading{
		{0, 0, s.plot.Columns[0], report.Start}, {s.attainment, s.attainment, s.plot.Columns[2], report.End},
		{s.attainment + 1, s.attainment + 1, s.plot.Columns[5], report.Start},
	}
	if len(s.symbols) > 0 {
		headings = append(headings, heading{1, s.attainment - 1, s.plot.Columns[3], report.Center})
	}
	columns := s.path + "/plot/columns"
	for column := range s.widths {
		for row := range 2 {
			cell := s.cell(column, s.row+row)
			s.keep(s.f.SetCellStyle(s.name, cell, cell, s.styled(style{part: head})))
		}
	}
	for _, h := range headings {
		s.put(columns, h.column, h.text, style{part: head, align: h.align})
		switch {
		case h.last > h.column:
			s.keep(s.f.MergeCell(s.name, s.cell(h.column, s.row), s.cell(h.last, s.row)))
		case h.text == s.plot.Columns[2]: // its formulas go below
		default:
			s.keep(s.f.MergeCell(s.name, s.cell(h.column, s.row), s.cell(h.column, s.row+1)))
		}
	}
	s.row++
	for _, symbol := range s.symbols {
		column := symbol.column
		s.put(columns, column, symbol.name, style{part: head, align: report.End})
		if symbol.exact {
			column++
			s.put(columns, column, symbol.name, style{part: head, align: report.End})
		}
		s.put(columns, column+1, s.plot.Columns[4], style{part: head, align: report.End})
	}
	s.put(columns, s.attainment, s.expressions(), style{part: head, align: report.End})
	s.row++
}

// expressions are the formulas of the rows, each once, unless there are so many that they are no heading.
func (s *bulletSheet) expressions() string {
	var list []string
	for _, row := range s.plot.Rows {
		if e := row.Working.Formula.Expression(); e != "" && !slices.Contains(list, e) {
			list = append(list, e)
		}
	}
	return strings.Join(list, "\n")
}

// indicator writes a row.
func (s *bulletSheet) indicator(path string, row report.Bullet) {
	s.put(path+"/name", 0, row.Name, style{})
	cells := map[string]string{}
	for column := 1; column < s.attainment; column++ {
		s.put(path, column, "", style{})
	}
	for i, in := range row.Working.Inputs {
		symbol := s.symbols[slices.IndexFunc(s.symbols, func(s symbol) bool { return s.name == in.Symbol })]
		if in.Value.IsZero() {
			continue
		}
		at := path + indicator.Pointer("working", "inputs", i)
		cells[in.Symbol] = s.cell(symbol.column, s.row)
		column := symbol.column
		s.input(column, in.Value)
		if symbol.exact {
			column++
			s.put(at, column, exactText(in.Value), style{align: report.End})
		}
		s.put(at, column+1, in.Period.String(), style{align: report.End})
	}
	s.attained(path+"/attainment", row, cells)
	verdict := row.Verdict
	if row.Detail != "" {
		verdict += "\n" + row.Detail
	}
	s.put(path+"/verdict", s.attainment+1, verdict, stated(report.Start, row.State))
}

// input writes a number that formulas reckon with, also where Excel rounds it.
func (s *bulletSheet) input(column int, v indicator.Value) {
	cell := s.cell(column, s.row)
	n, _ := typeset.ParseNumber(v.String())
	s.number(cell, n)
	s.keep(s.f.SetCellStyle(s.name, cell, cell, s.styled(style{align: report.End, format: numberFormat(n)})))
	s.widths[column] = max(s.widths[column], width(n.Plain))
}

// exactText is a number as a text where Excel does not hold all its digits.
func exactText(v indicator.Value) string {
	if n, ok := typeset.ParseNumber(v.String()); ok && n.Digits() > exactDigits {
		return v.String()
	}
	return ""
}

// attained writes the attainment: as a formula where it has one, and else as it is printed.
func (s *bulletSheet) attained(path string, row report.Bullet, cells map[string]string) {
	formula, ok := cellFormula(row.Working.Expression(), cells)
	n, printed := typeset.ParseNumber(row.Attainment.Text)
	s.put(path, s.attainment, row.Attainment.Text, style{align: report.End})
	if result := row.Working.Result; ok && printed && result != nil && result.Missing() == indicator.Present {
		cell := s.cell(s.attainment, s.row)
		s.keep(s.f.SetCellValue(s.name, cell, nil)) // a stored result would be a text
		s.keep(s.f.SetCellFormula(s.name, cell, formula))
		s.keep(s.f.SetCellStyle(s.name, cell, cell, s.styled(style{align: report.End, format: numberFormat(n)})))
	}
}

// range returns an absolute reference to the rows of a column.
func (s *bulletSheet) rangeOf(column int) string {
	first, last := strconv.Itoa(headRows+1), strconv.Itoa(headRows+len(s.plot.Rows))
	name := strings.TrimRight(s.cell(column, 1), "1")
	return "$" + name + "$" + first + ":$" + name + "$" + last
}
