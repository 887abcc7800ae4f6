package chart

import (
	"slices"
	"strings"

	"github.com/planeval/planeval/internal/typeset"
	"github.com/planeval/planeval/report"
)

// Sizes of a grid that is drawn as a table.
const (
	firstColumn = 196.0 // of the names of the rows
	leastColumn = 64.0
	columnPad   = 7.0
	cellPad     = 8.0 // above and below what stands in a cell
)

// cells draws a grid as a table; as a list of what stands in it where its columns have no room.
func (p *picture) cells(g report.Grid) {
	lefts, ok := columnsOf(g, p.width)
	if !ok {
		p.cellList(g)
		return
	}
	place := func(s style, i int, text string) cell {
		if i == 0 {
			return cell{s.paragraph(text, firstColumn-columnPad), start, 4, firstColumn - columnPad}
		}
		width := lefts[i+1] - lefts[i]
		return cell{s.balanced(text, width-columnPad), middle, lefts[i] + width/2, width - columnPad}
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
		for i := range g.Columns {
			switch c := at(row, i); {
			case i == 0:
				cells = append(cells, place(body, i, c.Text))
			case isEmpty(c):
				cells = append(cells, cell{})
			default:
				cells = append(cells, place(cellStyle(c.State), i, word(c.State, c.Text)))
			}
		}
		height := rowHeight(cells)
		for i := 1; i < len(g.Columns); i++ {
			c, left, width := at(row, i), lefts[i], lefts[i+1]-lefts[i]
			if isEmpty(c) {
				dashes = steps(dashes, "M% %h10", left+width/2-5, p.y+height/2)
			} else {
				p.tint(report.ToneOf(c.State), left, p.y, width, height)
			}
		}
		p.cellRow(cells)
	}
	for i := 1; i < len(g.Columns); i++ {
		rules = steps(rules, "M% 0v%", lefts[i], p.y)
	}
	p.path("g", string(rules))
	p.path("g", string(dashes))
	p.across("t", 0, p.y, p.width)
	p.y += 2
}

// isEmpty reports whether nothing stands in a cell, or a dash that says so.
func isEmpty(c report.Cell) bool {
	return c.State == "" && strings.Trim(c.Text, " \u00a0\n—–-") == ""
}

// columnsOf returns where the columns of a table begin and where it ends: of equal widths, but none narrower than its
// longest word. It returns false where the columns have no room.
func columnsOf(g report.Grid, width float64) (lefts []float64, ok bool) {
	if len(g.Columns) == 0 {
		return nil, false
	}
	needs := make([]float64, len(g.Columns)-1)
	for i := range needs {
		needs[i] = heading.longest(oneLine(g.Columns[i+1].Title))
		for _, row := range g.Rows {
			if c := at(row, i+1); !isEmpty(c) {
				for line := range strings.SplitSeq(typeset.Clean(word(c.State, c.Text)), "\n") {
					needs[i] = max(needs[i], strong.longest(line))
				}
			}
		}
		needs[i] += columnPad + 1
	}
	// The widest needs come first: what is left is shared by the columns after them.
	room, share := width-firstColumn, 0.0
	sorted := slices.Sorted(slices.Values(needs))
	for i := len(sorted) - 1; i >= 0; i-- {
		if share = room / float64(i+1); sorted[i] <= share {
			break
		}
		room -= sorted[i]
		if i == 0 {
			return nil, false
		}
	}
	lefts = []float64{0, firstColumn}
	for _, need := range needs {
		lefts = append(lefts, lefts[len(lefts)-1]+max(need, share))
	}
	return lefts, share >= leastColumn || len(needs) == 0
}

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
		p.drawn = append(p.drawn, `<path fill="url(#`+p.ids+`c)" d="`...)
		p.drawn = steps(p.drawn, rectangular, x, y, width, height, x)
		p.drawn = append(p.drawn, `"/>`...)
	default:
		p.mark("c"+letter(t), rectangular, x, y, width, height, x)
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
			if isEmpty(c) {
				continue
			}
			text := cellStyle(c.State).paragraph(word(c.State, c.Text), room)
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
