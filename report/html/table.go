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
	if len(t.Columns) == 0 {
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
	framed := len(t.Columns) > narrow
	label := ""
	if framed {
		label = p.frame(t)
	}
	p.raw("<table")
	if !framed {
		p.id(t.ID)
	}
	p.alignments(t.Columns)
	p.raw(">")
	if t.Caption != "" {
		p.raw("<caption")
		p.id(label)
		p.raw(">")
		p.text(t.Caption)
		p.raw("</caption>")
	}
	p.rows(t)
	p.raw("</table>")
	if framed {
		p.raw("</div>")
	}
	p.turn()
	p.notes(t.Notes)
}

// frame opens the frame of a table, which has the caption's words for a name, and returns the caption's label.
func (p *page) frame(t *report.Table) (label string) {
	class := "t"
	switch {
	case len(t.Columns) >= widest:
		class = `"t w x"`
	case len(t.Columns) >= wide:
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
	}
	if last > 0 {
		p.raw(declarations)
	}
}

// rows writes the header row and the others. Tags that HTML lets out are left out, and so is the scope of headers in a
// row or column of headers alone, which is understood.
func (p *page) rows(t *report.Table) {
	p.raw("<thead><tr>")
	scope := ""
	if slices.ContainsFunc(t.Columns, func(c report.Column) bool { return c.Title == "" }) {
		scope = " scope=col"
	}
	for _, c := range t.Columns {
		if c.Title == "" { // an empty header would be read out
			p.raw("<td>")
			continue
		}
		p.raw("<th" + scope + ">")
		p.lines(c.Title)
	}
	p.raw("<tbody>")
	named := len(t.Columns) > 1 && t.Columns[0].Align == report.Start
	scope = ""
	if named && slices.ContainsFunc(t.Rows, func(row []report.Cell) bool { return row[0].Text == "" }) {
		scope = " scope=row"
	}
	for _, row := range t.Rows {
		p.turn()
		p.raw("<tr>")
		for i := range row {
			c := &row[i]
			if i == 0 && named && c.Text != "" {
				p.raw("<th" + scope)
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
