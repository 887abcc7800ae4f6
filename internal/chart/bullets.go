package chart

import (
	"math"
	"strings"

	"github.com/planeval/planeval/internal/typeset"
	"github.com/planeval/planeval/report"
)

// Sizes of a row of bullets.
const (
	barHeight = 14.0
	overhang  = 6.0 // of the track beyond the bar, above and below
	rowGap    = 9.0 // between the rows' contents and the lines between rows
	columnGap = 16.0
	nameWidth = 256.0 // of the names before wide plots
)

// target is where the target lies, in per cent of itself.
const target = 100

// at returns an element of a list, the zero value where there is none.
func at[T any](list []T, i int) (element T) {
	if i < len(list) {
		return list[i]
	}
	return element
}

func (p *picture) bullets(b report.Bullets, l Layout) {
	if l == Narrow {
		p.narrowBullets(b)
		return
	}
	attainment := columnOf(figure, at(b.Columns, 2), 44, 90)
	values := columnOf(body, at(b.Columns, 3), 44, 140)
	period := columnOf(body, at(b.Columns, 4), 36, 90)
	verdict := columnOf(strong, at(b.Columns, 5), 72, 200)
	for _, row := range b.Rows {
		if !row.Attainment.At.IsZero() {
			attainment.take(figure, row.Attainment.Text)
		}
		values.take(body, row.Values)
		period.take(body, row.Period)
		verdict.take(strong, word(row.State, row.Verdict))
		verdict.take(small, row.Detail)
	}
	verdictLeft := p.width - verdict.width
	periodLeft := verdictLeft - columnGap - period.width
	valuesRight := periodLeft - columnGap
	attainmentRight := valuesRight - values.width - columnGap
	barLeft := nameWidth + columnGap
	barRight := attainmentRight - attainment.width - columnGap - 4
	s := newScale(b.Axis, barLeft, barRight)

	p.row(2,
		cell{heading.paragraph(at(b.Columns, 0), nameWidth), start, 0, nameWidth},
		cell{heading.paragraph(at(b.Columns, 1), barRight-barLeft), start, barLeft, barRight - barLeft},
		cell{heading.paragraph(at(b.Columns, 2), attainment.width), end, attainmentRight, attainment.width},
		cell{heading.paragraph(at(b.Columns, 3), values.width), end, valuesRight, values.width},
		cell{heading.paragraph(at(b.Columns, 4), period.width), start, periodLeft, period.width},
		cell{heading.paragraph(at(b.Columns, 5), verdict.width), start, verdictLeft, verdict.width})
	p.across("a", 0, p.y, p.width)
	for i, row := range b.Rows {
		if i > 0 {
			p.across("g", 0, p.y, p.width)
		}
		says := strong.of(row.State).paragraph(word(row.State, row.Verdict), verdict.width)
		detail := small.paragraph(row.Detail, verdict.width)
		content := max(says.height()+detail.height(), barHeight+2*overhang)
		cells := []cell{
			{body.paragraph(row.Name, nameWidth), start, 0, nameWidth},
			{body.paragraph(row.Values, values.width), end, valuesRight, values.width},
			{small.paragraph(row.Period, period.width), start, periodLeft, period.width},
		}
		if row.Attainment.At.IsZero() {
			cells = append(cells, cell{small.paragraph(row.Attainment.Text, barRight-barLeft-24), start, barLeft + 12, barRight - barLeft - 24})
		} else {
			cells = append(cells, cell{figure.paragraph(row.Attainment.Text, attainment.width), end, attainmentRight, attainment.width})
		}
		for _, c := range cells {
			content = max(content, c.height())
		}
		centre := p.y + rowGap + content/2
		p.bullet(row, s, centre-barHeight/2)
		for _, c := range cells {
			p.lines(c.paragraph, c.anchor, c.x, centre-c.height()/2, c.room)
		}
		top := centre - (says.height()+detail.height())/2
		p.lines(says, start, verdictLeft, top, verdict.width)
		p.lines(detail, start, verdictLeft, top+says.height(), verdict.width)
		p.y += content + 2*rowGap
	}
	p.across("a", barLeft, p.y, barRight-barLeft)
	p.ticks(b.Axis, s, p.y+3, barLeft-16, barRight+40, target)
	p.y += lineHeight + 6
}

// narrowBullets draws each name above its bar, and what is said of it below.
func (p *picture) narrowBullets(b report.Bullets) {
	s := newScale(b.Axis, 2, p.width-2)
	p.narrowHeads(b.Columns)
	for i, row := range b.Rows {
		if i > 0 {
			p.across("g", 0, p.y, p.width)
		}
		p.y += rowGap
		title := strong.paragraph(row.Name, p.width)
		p.lines(title, start, 0, p.y, p.width)
		p.y += title.height() + overhang + 4
		attainment := figure.paragraph(row.Attainment.Text, p.width)
		if row.Attainment.At.IsZero() {
			absent := small.paragraph(row.Attainment.Text, p.width-24)
			room := max(absent.height(), barHeight)
			p.bullet(row, s, p.y+(room-barHeight)/2)
			p.lines(absent, start, 12, p.y+(room-absent.height())/2, p.width-24)
			p.y += room
			attainment = paragraph{}
		} else {
			p.bullet(row, s, p.y)
			p.y += barHeight
		}
		p.y += overhang + 5
		p.y += p.flow(0, p.y, p.width, attainment, body.paragraph(row.Values, p.width), small.paragraph(row.Period, p.width),
			strong.of(row.State).paragraph(word(row.State, row.Verdict), p.width), small.paragraph(row.Detail, p.width))
		p.y += rowGap
	}
	p.across("a", 0, p.y, p.width)
	p.ticks(b.Axis, s, p.y+3, 0, p.width, target)
	p.y += lineHeight + 6
}

// bullet draws the bar of a row and the marks on it; y is the top of the bar.
func (p *picture) bullet(row report.Bullet, s scale, y float64) {
	top, height := y-overhang, barHeight+2*overhang
	if left, right, ok := s.span(0, target); ok {
		p.mark("q", rectangular, left, top, right-left, height, left)
	}
	left, right, hasBar := p.bar(s, 0, value(row.Attainment.At), row.State, y, barHeight)
	if x, ok := s.place(value(row.Baseline)); ok {
		if left < x && x < right {
			p.down("x", x, y, barHeight)
		} else {
			p.down("u", x, y, barHeight)
		}
	}
	if x, ok := s.place(value(row.Elapsed)); ok {
		if hasBar {
			p.down("j", x, y, barHeight)
		}
		p.down("r", x, top-3, height+6)
	}
	if x, ok := s.place(target); ok {
		p.down("t", x, top-3, height+6)
	}
	if x, ok := s.place(value(row.Due)); ok {
		p.diamond(x, y+barHeight/2)
	}
}

func (p *picture) diamond(x, y float64) { p.mark("c", "M% %l6 7-6 7-6-7z", x, y-7) }

// column is a column of texts beside a plot, as wide as the widest of them but within limits.
type column struct{ width, most float64 }

func columnOf(s style, title string, least, most float64) *column {
	c := &column{least, most}
	c.take(heading, title)
	return c
}

func (c *column) take(s style, text string) {
	for line := range strings.SplitSeq(typeset.Clean(text), "\n") {
		c.width = max(c.width, min(math.Ceil(s.width(line)), c.most))
	}
}

// cell is a paragraph with its place in a row.
type cell struct {
	paragraph
	anchor anchor
	x      float64
	room   float64
}

// row draws cells side by side with their last lines at the bottom, as headings stand.
func (p *picture) row(gap float64, cells ...cell) {
	height := 0.0
	for _, c := range cells {
		height = max(height, c.height())
	}
	for _, c := range cells {
		p.lines(c.paragraph, c.anchor, c.x, p.y+gap+height-c.height(), c.room)
	}
	p.y += height + 2*gap
}
