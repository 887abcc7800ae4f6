package chart

import (
	"math"
	"slices"

	"github.com/planeval/planeval/report"
)

// bars draws names, bars, values and remarks in columns; where columns have no room, names above the bars and what is
// said of them below.
func (p *picture) bars(b report.Bars, l Layout) {
	remarks := max(len(b.Columns)-3, 0)
	for _, group := range b.Groups {
		for _, row := range group.Rows {
			remarks = max(remarks, len(row.Remarks))
		}
	}
	const columns = 5 // remarks that have room beside the bars
	if l == Narrow || remarks > columns {
		p.narrowBars(b)
		return
	}
	widest := 300.0 // of names
	if b.Dots {     // phones scroll them, and show what comes first: names and values
		widest = 230
	}
	names := columnOf(minor, at(b.Columns, 0), 60, widest)
	values := columnOf(figure, at(b.Columns, 2), 40, 120)
	beside := make([]*column, remarks)
	for i := range beside {
		beside[i] = columnOf(small, at(b.Columns, 3+i), 24, max(160-float64(remarks)*20, 60))
	}
	for _, group := range b.Groups {
		for _, row := range group.Rows {
			names.take(nameStyle(b, group), row.Name)
			if !row.Value.At.IsZero() {
				values.take(figure, word(row.State, row.Value.Text))
			}
			for i, remark := range row.Remarks {
				beside[i].take(small, remark)
			}
		}
	}
	if titled(b) {
		names.width += indent
	}
	lefts, right := make([]float64, remarks), p.width
	for i := remarks - 1; i >= 0; i-- {
		lefts[i] = right - beside[i].width
		right = lefts[i] - columnGap
	}
	valueLeft := right - values.width
	barLeft, barRight := names.width+12, valueLeft-columnGap-12
	if b.Dots {
		valueLeft = names.width + columnGap
		barLeft, barRight = valueLeft+values.width+12, right-12
	}
	s := newScale(b.Axis, barLeft, barRight)

	if len(b.Columns) > 0 {
		heads := []cell{
			{heading.paragraph(at(b.Columns, 0), names.width), start, 0, names.width},
			{heading.paragraph(at(b.Columns, 1), barRight-barLeft), start, barLeft, barRight - barLeft},
			{heading.paragraph(at(b.Columns, 2), values.width), start, valueLeft, values.width},
		}
		for i, c := range beside {
			heads = append(heads, cell{heading.paragraph(at(b.Columns, 3+i), c.width), start, lefts[i], c.width})
		}
		p.row(2, heads...)
		p.across("a", 0, p.y, p.width)
		p.y += 4
	}
	p.boundNames(b.Bounds, s, barLeft, barRight)
	top := p.y
	p.y += 3
	for i, group := range b.Groups {
		p.groupTitle(group, i, p.width)
		for _, row := range group.Rows {
			left := 0.0
			if group.Title != "" {
				left = indent
			}
			cells := []cell{{nameStyle(b, group).paragraph(row.Name, names.width-left), start, left, names.width - left}}
			if row.Value.At.IsZero() {
				cells = append(cells, cell{small.with("o").paragraph(row.Value.Text, barRight-barLeft-20), start, barLeft + 10, barRight - barLeft - 20})
			} else {
				cells = append(cells, cell{figure.of(row.State).paragraph(word(row.State, row.Value.Text), values.width), start, valueLeft, values.width})
			}
			for i, remark := range row.Remarks {
				cells = append(cells, cell{small.paragraph(remark, beside[i].width), start, lefts[i], beside[i].width})
			}
			height := 18.0
			for _, c := range cells {
				height = max(height, c.height())
			}
			p.value(b, row, s, p.y+6+height/2-8)
			for _, c := range cells {
				p.lines(c.paragraph, c.anchor, c.x, p.y+6+(height-c.height())/2, c.room)
			}
			p.y += height + 12
		}
	}
	p.grid(b.Axis, s, extent{top, p.y})
	p.verticals(boundClass(b), b.Bounds, s, extent{top, p.y})
	p.ticks(b.Axis, s, p.y+3, 0, p.width, math.NaN())
	p.y += lineHeight + 6
}

func (p *picture) narrowBars(b report.Bars) {
	s := newScale(b.Axis, 2, p.width-2)
	if len(b.Columns) > 0 {
		p.narrowHeads(b.Columns)
		p.y += 4
	}
	p.boundNames(b.Bounds, s, 0, p.width)
	var rows []extent
	for i, group := range b.Groups {
		p.groupTitle(group, i, p.width)
		for _, row := range group.Rows {
			name := nameStyle(b, group).paragraph(row.Name, p.width)
			p.y += 4
			p.lines(name, start, 0, p.y, p.width)
			p.y += name.height() + 4
			below := make([]paragraph, 0, 1+len(row.Remarks))
			absent := paragraph{}
			if row.Value.At.IsZero() {
				absent = small.with("o").paragraph(row.Value.Text, p.width-20)
			} else {
				below = append(below, figure.of(row.State).paragraph(word(row.State, row.Value.Text), p.width))
			}
			height := max(16, absent.height())
			rows = append(rows, extent{p.y - 2, p.y + height + 2})
			p.value(b, row, s, p.y+(height-16)/2)
			p.lines(absent, start, 10, p.y+(height-absent.height())/2, p.width-20)
			p.y += height + 5
			for _, remark := range row.Remarks {
				below = append(below, small.paragraph(remark, p.width))
			}
			p.y += p.flow(0, p.y, p.width, below...) + 8
		}
	}
	p.grid(b.Axis, s, rows...)
	p.verticals(boundClass(b), b.Bounds, s, rows...)
	p.ticks(b.Axis, s, p.y, 0, p.width, math.NaN())
	p.y += lineHeight + 6
}

// indent is how far the names of a group with a title stand to the right of it.
const indent = 16.0

// titled reports whether a group has a title.
func titled(b report.Bars) bool {
	return slices.ContainsFunc(b.Groups, func(g report.BarGroup) bool { return g.Title != "" })
}

// nameStyle returns the style of the names in a group. Those that stand beside titles and not below one, such as that of a
// total, look like them.
func nameStyle(b report.Bars, group report.BarGroup) style {
	if group.Title == "" && titled(b) {
		return strong
	}
	return body
}

// narrowHeads writes the headings of what stands below the bars, in its order, and a line. What names and bars are is seen.
func (p *picture) narrowHeads(columns []string) {
	var heads []paragraph
	for _, column := range columns[min(2, len(columns)):] {
		heads = append(heads, small.paragraph(column, p.width))
	}
	p.y += p.flow(0, p.y, p.width, heads...) + 4
	p.across("a", 0, p.y, p.width)
}

// groupTitle writes the title of a group, the nth from 0.
func (p *picture) groupTitle(group report.BarGroup, n int, room float64) {
	title := strong.with("o").paragraph(group.Title, room)
	if n > 0 {
		p.y += 8
	}
	p.lines(title, start, 0, p.y, room)
	if len(title.lines) > 0 {
		p.y += title.height() + 2
	}
}

// value draws the bar or dot of a row, 16 high, with its interval.
func (p *picture) value(b report.Bars, row report.Bar, s scale, y float64) {
	centre := y + 8
	left, right, hasInterval := s.span(value(row.Low), value(row.High))
	const whisker = "M% %v10m0-5h%m0-5v10"
	if b.Dots {
		p.across("g", s.from, centre, s.to-s.from)
		if hasInterval {
			p.path("p", whisker, left, centre-5, right-left) // below the dot
		}
		if x, ok := s.place(value(row.Value.At)); ok {
			p.dot(report.ToneOf(row.State), x, centre)
		}
		return
	}
	p.bar(s, s.first, value(row.Value.At), row.State, y, 16)
	if hasInterval {
		p.across("j", left, centre, right-left)
		p.mark("p", whisker, left, centre-5, right-left)
	}
}

// boundClass returns the class of the lines of bounds: they lie over bars, which would hide them, but below dots.
func boundClass(b report.Bars) string {
	if b.Dots {
		return "g u"
	}
	return "u"
}

// boundNames writes the names of bounds above the plot, in as many lines as keep them apart, up to a few.
func (p *picture) boundNames(bounds []report.Point, s scale, left, right float64) {
	const gap, most = 8, 12
	var free []float64 // by line, from the lowest
	type placed struct {
		x    float64
		line int
		text string
	}
	var texts []placed
	for _, bound := range bounds {
		x, ok := s.place(value(bound.At))
		text := oneLine(bound.Text)
		width := min(small.width(text), right-left)
		if !ok || width <= 0 {
			continue
		}
		x = min(max(x-width/2, left), right-width)
		line := 0
		for line < len(free) && free[line] > x {
			line++
		}
		switch line {
		case most:
			continue
		case len(free):
			free = append(free, 0)
		}
		free[line] = x + width + gap
		texts = append(texts, placed{x, line, text})
	}
	height := float64(len(free)) * lineHeight
	for _, t := range texts {
		p.text(small, start, t.x, p.y+height-float64(t.line)*lineHeight-lineHeight+ascent, right-left, t.text)
	}
	p.y += height + 2
}
