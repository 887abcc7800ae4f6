package chart

import "github.com/planeval/planeval/report"

// dot draws a value as the shape of its tone: ▲ ● ▼, and ○ as a ring.
func (p *picture) dot(t report.Tone, x, y float64) {
	switch class := "f" + letter(t); t {
	case report.Beyond:
		p.mark(class, "M% %l6 11h-12z", x, y-6)
	case report.Short:
		p.mark(class, "M% %l6-11h-12z", x, y+6)
	case report.Unsettled:
		p.mark("u w", round, x, y-5, 5, 5)
	default:
		p.mark(class, round, x, y-6, 6, 6)
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
		p.box("f"+letter(tone), 0, 2, 30, 12)
		if tone == report.Short {
			p.path("z", "M0 7l5-5M0 14l12-12M7 14l12-12M14 14l12-12M21 14l9-9M28 14l2-2")
		}
	case report.MarkDot:
		p.dot(tone, 15, 8)
	case report.MarkTarget:
		p.down("t", 15, 0, 16)
	case report.MarkGoal:
		p.across("t", 7, 8, 16)
	case report.MarkElapsed:
		p.down("r", 15, 0, 16)
	case report.MarkDue:
		p.diamond(15, 8)
	case report.MarkBaseline:
		p.box("f"+letter(tone), 0, 4, 30, 8)
		p.down("x", 15, 4, 8)
	case report.MarkStart:
		p.path(line+" w", round, 15, 4, 4, 4)
	case report.MarkActual:
		p.path(line, "M0 8h30")
		p.path("f"+letter(tone), round, 15, 4, 4, 4)
	case report.MarkPath:
		p.path("f", "M0 8h30")
	case report.MarkFan:
		p.path("n f"+letter(tone), "M0 12L30 2v12z")
		p.path(line+" d", "M0 12L30 2M0 12l30 2")
	case report.MarkInterval:
		p.path("p", "M3 3v10m0-5h24m0-5v10")
	case report.MarkBound:
		p.down("u", 15, 0, 16)
	case report.MarkCell:
		p.keyCell(k.State)
	}
	dst = append(dst, `<svg class="ch key" viewBox="0 0 30 16" aria-hidden="true">`...)
	return append(p.appendDrawn(dst), `</svg>`...)
}

// keyCell draws a cell of a grid with nothing but the shape of its state; as a frame where that has none.
func (p *picture) keyCell(state string) {
	const x, y, width, height = 4, 1, 22, 14
	switch tone := report.ToneOf(state); tone {
	case report.Plain:
		p.box("g", x, y, width, height)
	case report.Short:
		p.box("cs", x, y, width, height)
		p.path("y", "M4 7l6-6M6 15l14-14M16 15l10-10")
	default:
		p.box("c"+letter(tone), x, y, width, height)
	}
	p.text(cellStyle(state), middle, x+width/2, 13, width, report.ToneOf(state).Shape())
}
