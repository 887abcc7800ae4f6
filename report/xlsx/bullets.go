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
// periods, the attainments, and the verdicts with what decided.
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
	exact  bool // a column for texts stands behind the numbers, where Excel does not hold one of them
}

// period is the column of its periods.
func (s symbol) period() int {
	if s.exact {
		return s.column + 2
	}
	return s.column + 1
}

// headRows are the caption and two rows of headings.
const headRows = 3

func (b *workbook) bulletSheet(path string, c report.Chart, plot report.Bullets) {
	symbols, attainment := symbolsOf(plot.Rows)
	s := bulletSheet{
		b.newSheet(path+"/caption", unnumbered(c.Caption), attainment+3, headRows+len(plot.Rows)+len(c.Notes)),
		path, plot, symbols, attainment,
	}
	s.across(path+"/caption", c.Caption, style{part: caption})
	s.heads()
	for i, row := range plot.Rows {
		s.indicator(path+indicator.Pointer("plot", "rows", i), row)
		s.row++
	}
	for i, text := range c.Notes {
		s.across(path+indicator.Pointer("notes", i), text, style{part: note})
	}
	if len(b.faults) > 0 {
		return
	}
	s.dataBars()
	s.widths[attainment] = max(s.widths[attainment], 18) // room for bars
	total := s.layOut(1, headRows)
	s.onePage()
	s.chart(c, total)
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
			symbols[i].exact = symbols[i].exact || ok && !holds(n)
		}
	}
	column := 1
	for i := range symbols {
		symbols[i].column = column
		column = symbols[i].period() + 1
	}
	return symbols, column
}

// heads writes two rows of headings; those that have nothing below them go over both.
func (s *bulletSheet) heads() {
	for column := range s.widths {
		for row, of := range []part{head, subhead} {
			cell := s.cell(column, s.row+row)
			s.keep(s.f.SetCellStyle(s.name, cell, cell, s.styled(style{part: of})))
		}
	}
	columns := s.plot.Columns
	s.heading(0, 0, 1, columns[0], report.Start)
	if len(s.symbols) > 0 {
		s.heading(1, s.attainment-1, 0, columns[3], report.Center)
	}
	s.heading(s.attainment, s.attainment, 0, columns[2], report.End)
	s.heading(s.attainment+1, s.attainment+2, 1, columns[5], report.Start)
	s.row++
	at := s.path + "/plot/columns"
	for _, symbol := range s.symbols {
		s.put(at, symbol.column, symbol.name, style{part: subhead, align: report.End})
		if symbol.exact {
			s.put(at, symbol.column+1, symbol.name, style{part: subhead, align: report.End})
		}
		s.put(at, symbol.period(), columns[4], style{part: subhead, align: report.Center})
	}
	s.put(at, s.attainment, s.expressions(), style{part: subhead, align: report.End})
	s.row++
}

// heading writes a heading over the columns from first to last and over so many rows more.
func (s *bulletSheet) heading(first, last, more int, text string, align report.Align) {
	from, to := s.cell(first, s.row), s.cell(last, s.row+more)
	text = typeset.Clean(text)
	s.fits(s.path+"/plot/columns", text)
	s.text(from, text)
	s.keep(s.f.SetCellStyle(s.name, from, from, s.styled(style{part: head, align: align})))
	if from != to {
		s.keep(s.f.MergeCell(s.name, from, to))
	}
}

// expressions are the formulas of the rows, each once.
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
		s.input(symbol.column, in.Value)
		if symbol.exact {
			s.put(at, symbol.column+1, exactText(in.Value), style{align: report.End})
		}
		s.put(at, symbol.period(), in.Period.String(), style{align: report.Center})
	}
	s.attained(path+"/attainment", row, cells)
	s.put(path+"/verdict", s.attainment+1, row.Verdict, stated(report.Start, row.State))
	s.put(path+"/detail", s.attainment+2, row.Detail, style{})
}

// input writes a number that formulas reckon with, also where Excel rounds it.
func (s *bulletSheet) input(column int, v indicator.Value) {
	cell := s.cell(column, s.row)
	n, _ := typeset.ParseNumber(v.String())
	s.number(cell, n)
	s.keep(s.f.SetCellStyle(s.name, cell, cell, s.styled(style{align: report.End, format: numberFormat(n)})))
	s.widths[column] = max(s.widths[column], width(n.Plain))
}

// exactText is a number as a text where Excel does not hold it.
func exactText(v indicator.Value) string {
	if n, ok := typeset.ParseNumber(v.String()); ok && !holds(n) {
		return v.String()
	}
	return ""
}

// attained writes the attainment: as a formula with its result where it has one, and else as it is printed.
func (s *bulletSheet) attained(path string, row report.Bullet, cells map[string]string) {
	formula, ok := cellFormula(row.Working.Expression(), cells)
	n, printed := typeset.ParseNumber(row.Attainment.Text)
	s.put(path, s.attainment, row.Attainment.Text, style{align: report.End})
	if result := row.Working.Result; ok && printed && result != nil && result.Missing() == indicator.Present {
		cell := s.cell(s.attainment, s.row)
		if x, err := strconv.ParseFloat(result.Decimal(resultPlaces, indicator.HalfUp).String(), 64); err == nil {
			s.keep(s.f.SetCellFloat(s.name, cell, x, -1, 64))
		} else {
			s.keep(s.f.SetCellValue(s.name, cell, nil))
		}
		s.keep(s.f.SetCellFormula(s.name, cell, formula)) // the result stays
		s.keep(s.f.SetCellStyle(s.name, cell, cell, s.styled(style{align: report.End, format: numberFormat(n)})))
	}
}

// resultPlaces is how many places of a formula's result are stored; a number in Excel has 15 digits.
const resultPlaces = 20

// rangeOf returns an absolute reference to the rows of a column.
func (s *bulletSheet) rangeOf(at int) string {
	first, last := strconv.Itoa(headRows+1), strconv.Itoa(headRows+len(s.plot.Rows))
	name := column(at)
	return "$" + name + "$" + first + ":$" + name + "$" + last
}
