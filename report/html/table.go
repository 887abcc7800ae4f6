package html

import (
	"slices"
	"strconv"

	"github.com/planeval/planeval/report"
)

// narrow is how many columns a table may have that fits the width of a phone. Wider ones get a frame of their own, in
// which they are scrolled, with the keyboard too.
const narrow = 3

// wide is from how many columns on a table is set in smaller type, and widest from how many on it gets the smallest on
// paper, where no line may run out of the page: a browser would print the whole document smaller.
const (
	wide   = 7
	widest = 10
)

// table writes a table with its caption and notes.
func (p *page) table(t *report.Table) {
	columns := t.Shown()
	if len(columns) == 0 {
		if t.Caption != "" || t.ID != "" {
			p.raw("<p class=c")
			p.id(t.ID)
			p.raw(">")
			p.text(t.Caption)
			p.turn()
		}
		p.notes(t.Notes)
		return
	}
	framed := len(columns) > narrow
	label := ""
	if framed {
		label = p.frame(t, len(columns))
	}
	p.raw("<table")
	if !framed {
		p.id(t.ID)
	}
	p.alignments(columns)
	p.raw(">")
	if t.Caption != "" {
		p.raw("<caption")
		p.id(label)
		p.raw(">")
		p.text(t.Caption)
		p.raw("</caption>")
	}
	p.header(t)
	p.body(t)
	p.raw("</table>")
	if framed {
		p.raw("</div>")
	}
	p.turn()
	p.notes(t.Notes)
}

// frame opens the frame of a table of so many columns, which has the caption's words for a name, and returns the caption's
// label.
func (p *page) frame(t *report.Table, columns int) (label string) {
	class := "t"
	switch {
	case columns >= widest:
		class = `"t w x"`
	case columns >= wide:
		class = `"t w"`
	}
	p.raw("<div class=" + class)
	p.id(t.ID)
	p.raw(" tabindex=0")
	if t.Caption != "" {
		label = p.label()
		p.raw(" role=region aria-labelledby=" + label)
	}
	p.raw(">")
	return label
}

// label returns an ID that no block has, since theirs have no underscore.
func (p *page) label() string {
	p.labels++
	return "_" + strconv.Itoa(p.labels)
}

// alignments writes a class for each column that is not set to the start; see columnRules.
func (p *page) alignments(columns []report.Column) {
	opened := false
	for i, c := range columns {
		letter := byte('e')
		switch c.Align {
		case report.End:
		case report.Center:
			letter = 'c'
		default:
			continue
		}
		if opened {
			p.b = append(p.b, ' ')
		} else {
			p.raw(` class="`)
			opened = true
		}
		p.b = append(p.b, letter)
		p.b = strconv.AppendInt(p.b, int64(i+1), 10)
	}
	if opened {
		p.raw(`"`)
	}
}

// columnRules writes the rules of the columns' classes, as many as the document's tables need.
func (p *page) columnRules() {
	p.columnRule("e", p.ends, "{text-align:end;overflow-wrap:normal;word-break:keep-all}\n")
	p.columnRule("c", p.centers, "{text-align:center}\n")
}

func (p *page) columnRule(class string, last int, declarations string) {
	for i := 1; i <= last; i++ {
		if i > 1 {
			p.raw(",")
		}
		n := strconv.Itoa(i)
		p.raw("." + class + n + " tr>:nth-child(" + n + ")")
		if i == 1 { // the first in its row as well, but over all columns
			p.raw(":not([colspan])")
		}
	}
	if last > 0 {
		p.raw(declarations)
	}
}

// header writes the header row. It has no title for the names of groups: as the only one in a row of its own it would read
// like an empty field. Tags that HTML lets out are left out, and so is the scope of headers in a row or column of headers
// alone, which is understood.
func (p *page) header(t *report.Table) {
	columns := t.Shown()
	p.raw("<thead><tr>")
	scope := ""
	if slices.ContainsFunc(columns, func(c report.Column) bool { return c.Title == "" }) {
		scope = " scope=col"
	}
	for _, c := range columns {
		if c.Title == "" { // an empty header would be read out
			p.raw("<td>")
			continue
		}
		p.raw("<th" + scope + ">")
		p.lines(c.Title)
	}
}

// across makes a cell as wide as its table.
func (p *page) across(columns int) {
	p.raw(" colspan=")
	p.b = strconv.AppendInt(p.b, int64(columns), 10)
}

// body writes the rows, those of each group below its name.
func (p *page) body(t *report.Table) {
	columns := t.Shown()
	first := len(t.Columns) - len(columns)
	head := "<td"
	if len(columns) > 1 && columns[0].Align == report.Start { // rows are named by their first cells
		head = "<th"
		empty := func(row []report.Cell) bool { return row[0].Text == "" || row[first].Text == "" }
		if columns[0].Title == "" || slices.ContainsFunc(t.Rows, empty) { // not headers alone are in their column
			head = "<th scope=row"
		}
	}
	open := "<tbody>"
	if !t.Grouped || len(t.Rows) == 0 {
		p.raw(open)
		p.cells(t.Rows, first, head)
		return
	}
	for group := range t.Groups() {
		p.raw(open)
		open = "\n<tbody>"
		p.name(group[0][0], len(columns))
		p.cells(group, first, head)
	}
}

// name writes the row that names a group. The name is an element in its cell, so that it can stay in sight where the cell
// is wider than the window.
func (p *page) name(c report.Cell, columns int) {
	p.turn()
	if c.Text == "" {
		p.raw("<tr><td")
	} else {
		p.raw("<tr><th scope=rowgroup")
	}
	p.across(columns)
	if c.State != "" {
		p.tone(c.State)
	}
	p.raw("><b>")
	p.lines(c.Text)
	p.raw("</b>")
}

// cells writes rows from their cell first on, which is opened by head unless it is empty.
func (p *page) cells(rows [][]report.Cell, first int, head string) {
	for _, row := range rows {
		p.turn()
		p.raw("<tr>")
		for i := first; i < len(row); i++ {
			c := &row[i]
			if i == first && c.Text != "" {
				p.raw(head)
			} else {
				p.raw("<td")
			}
			if c.State != "" {
				p.tone(c.State)
			}
			p.raw(">")
			p.lines(c.Text)
		}
	}
}
