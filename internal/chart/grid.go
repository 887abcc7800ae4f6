package chart

import (
	"github.com/planeval/planeval/report"
)

// cells draws a grid as a table; as a list of what stands in it where its columns have no room.
func (p *picture) cells(g report.Grid, l Layout) {
	const (
		first = 196.0
		least = 64.0 // of a column
		pad   = 7.0
	)
	columns := max(len(g.Columns), 1)
	width := (p.width - first) / float64(max(columns-1, 1))
	if l == Narrow || width < least {
		p.cellList(g)
		return
	}
	left := func(i int) float64 {
		if i == 0 {
			return 0
		}
		return first + float64(i-1)*width
	}
	place := func(s style, i int, text string) cell {
		if i == 0 {
			return cell{s.paragraph(text, first-pad), start, 4, first - pad}
		}
		return cell{s.balanced(text, width-pad), middle, left(i) + width/2, width - pad}
	}
	var heads []cell
	for i, column := range g.Columns {
		heads = append(heads, place(heading, i, column.Title))
	}
	var rules, dashes []byte
	p.across("t", 0, p.y+1, p.width)
	p.cellRow(heads)
	for _, row := range g.Rows {
		rules = steps(rules, "M0 %h%", p.y, p.width)
		var cells []cell
		for i := range columns {
			c := at(row, i)
			if i == 0 {
				cells = append(cells, place(body, i, c.Text))
			} else {
				cells = append(cells, place(cellStyle(c.State), i, word(c.State, c.Text)))
			}
		}
		height := rowHeight(cells)
		for i := 1; i < columns; i++ {
			c := at(row, i)
			if len(cells[i].lines) == 0 {
				dashes = steps(dashes, "M% %h10", left(i)+width/2-5, p.y+height/2)
			} else {
				p.tint(report.ToneOf(c.State), left(i), p.y, width, height)
			}
		}
		p.cellRow(cells)
	}
	for i := 1; i < columns; i++ {
		rules = steps(rules, "M% 0v%", left(i), p.y)
	}
	p.path("g", string(rules))
	p.path("g", string(dashes))
	p.across("t", 0, p.y, p.width)
	p.y += 2
}

const cellPad = 8 // above and below what stands in a cell

func rowHeight(cells []cell) float64 {
	height := lineHeight
	for _, c := range cells {
		height = max(height, c.height())
	}
	return height + 2*cellPad
}

// cellRow writes cells side by side, each in the middle of the row's height.
func (p *picture) cellRow(cells []cell) {
	height := rowHeight(cells)
	for _, c := range cells {
		p.lines(c.paragraph, c.anchor, c.x, p.y+(height-c.height())/2, c.room)
	}
	p.y += height
}

// cellStyle returns the style of the text in a cell of a state.
func cellStyle(state string) style {
	switch report.ToneOf(state) {
	case report.Beyond:
		return strong.with("tw")
	case report.Short:
		return strong
	case report.Unsettled:
		return body.with("tu")
	}
	return body
}

// tint fills a cell in the colour of a tone.
func (p *picture) tint(t report.Tone, x, y, width, height float64) {
	switch t {
	case report.Plain:
	case report.Short:
		p.cellHatch = true
		p.drawn = append(p.drawn, `<path fill="url(#`+p.name+`c)" d="`...)
		p.drawn = steps(p.drawn, "M% %h%v%h%z", x, y, width, height, -width)
		p.drawn = append(p.drawn, `"/>`...)
	default:
		p.box("c"+letter(t), x, y, width, height)
	}
}

// cellList draws a grid as a list: below the name of each row the columns in which something stands.
func (p *picture) cellList(g report.Grid) {
	mark := p.width * .6
	room := p.width - mark - 12
	if head := at(g.Columns, 0).Title; head != "" {
		title := heading.paragraph(head, p.width)
		p.lines(title, start, 0, p.y, p.width)
		p.y += title.height() + 4
	}
	for _, row := range g.Rows {
		p.across("a", 0, p.y, p.width)
		p.y += 6
		name := strong.paragraph(at(row, 0).Text, p.width)
		p.lines(name, start, 0, p.y, p.width)
		p.y += max(name.height(), lineHeight) + 5
		empty := true
		for i := 1; i < len(g.Columns); i++ {
			c := at(row, i)
			title := body.paragraph(g.Columns[i].Title, mark-14)
			text := cellStyle(c.State).paragraph(word(c.State, c.Text), room)
			if len(text.lines) == 0 {
				continue
			}
			empty = false
			height := max(title.height(), text.height(), lineHeight) + 8
			p.tint(report.ToneOf(c.State), mark, p.y, p.width-mark, height-2)
			p.lines(title, start, 0, p.y+(height-2-title.height())/2, mark-14)
			p.lines(text, start, mark+6, p.y+(height-2-text.height())/2, room)
			p.y += height
		}
		if empty {
			p.across("g", 0, p.y+4, 10)
			p.y += 12
		}
		p.y += 6
	}
}
