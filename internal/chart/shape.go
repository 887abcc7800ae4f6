package chart

import "github.com/planeval/planeval/report"

// shape draws the shape of a tone around a point: ▲ ● ▼, and ○ as a ring.
func (p *picture) shape(t report.Tone, class string, x, y, r float64) {
	switch t {
	case report.Beyond:
		p.path(class, "M% %l% %h%z", x, y-r, r, 2*r-1, -2*r)
	case report.Short:
		p.path(class, "M% %l% %h%z", x, y+r, r, 1-2*r, -2*r)
	default:
		p.circle(class, x, y, r)
	}
}

// dot draws a value as the shape of its tone.
func (p *picture) dot(t report.Tone, x, y float64) {
	if t == report.Unsettled {
		p.circle("u w", x, y, 5)
		return
	}
	p.shape(t, "f"+letter(t), x, y, 6)
}

// square draws one thing of a state: a square with the shape of its tone.
func (p *picture) square(t report.Tone, x, y, size float64) {
	p.box("f"+letter(t), x, y, size, size)
	switch t {
	case report.Plain:
	case report.Unsettled:
		p.circle("u", x+size/2, y+size/2, size/4)
	default:
		p.shape(t, "w", x+size/2, y+size/2, size/4+.5)
	}
}

// AppendKey appends the small picture of a key of a legend, one svg element that is 30 wide and 16 high. It says nothing
// to those who do not see it: the key's text stands beside it.
func AppendKey(dst []byte, k report.Key) []byte {
	var p picture
	tone := report.ToneOf(k.State)
	line := "l" + letter(tone)
	switch k.Mark {
	case report.MarkBar:
		p.box("q", 0, 1, 30, 14)
		p.box("f"+letter(tone), 0, 4, 24, 8)
		if tone == report.Short {
			p.path("z", "M0 12l8-8M8 12l8-8M16 12l8-8")
		}
	case report.MarkDot:
		p.dot(tone, 15, 8)
	case report.MarkTarget:
		p.down("t", 15, 0, 16)
	case report.MarkElapsed:
		p.down("r", 15, 0, 16)
	case report.MarkDue:
		p.diamond(15, 8)
	case report.MarkBaseline:
		p.box("f"+letter(tone), 0, 4, 30, 8)
		p.down("x", 15, 4, 8)
	case report.MarkStart:
		p.circle(line+" w", 15, 8, 4)
	case report.MarkActual:
		p.across(line, 0, 8, 30)
		p.circle("f"+letter(tone), 15, 8, 4)
	case report.MarkPath:
		p.across("f", 0, 8, 30)
	case report.MarkFan:
		p.path("n f"+letter(tone), "M0 12L30 2v12z")
		p.path(line+" d", "M0 12L30 2M0 12l30 2")
	case report.MarkInterval:
		p.path("p", "M3 8h24M3 3v10M27 3v10")
	case report.MarkBound:
		p.down("u", 15, 0, 16)
	case report.MarkCell:
		p.square(tone, 8, 1, 14)
	}
	dst = append(dst, `<svg class="ch key" viewBox="0 0 30 16" aria-hidden="true">`...)
	dst = append(dst, p.drawn...)
	return append(dst, `</svg>`...)
}
