package chart

import (
	"math"
	"slices"
	"strconv"

	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/report"
)

// scale maps an axis to coordinates.
type scale struct {
	first, last float64 // of the axis
	from, to    float64 // coordinates
}

// newScale returns the scale of an axis; an axis without two ends has a scale on which nothing lies.
func newScale(axis report.Axis, from, to float64) scale {
	s := scale{math.NaN(), math.NaN(), from, to}
	if len(axis) > 1 {
		s.first, s.last = value(axis[0].At), value(axis[len(axis)-1].At)
	}
	return s
}

// value returns a number, NaN where it is absent.
func value(v indicator.Value) float64 {
	if n, err := strconv.ParseFloat(v.String(), 64); err == nil {
		return n
	}
	return math.NaN()
}

// place returns where a number lies, kept within the axis, and whether it lies on it; NaN and false where it lies
// nowhere.
func (s scale) place(v float64) (at float64, within bool) {
	share := (v - s.first) / (s.last - s.first)
	if !(s.first < s.last) || math.IsNaN(share) {
		return math.NaN(), false
	}
	kept := min(max(share, 0), 1)
	// Rounded here, so that no processor may join the multiplication with what follows.
	return s.from + math.Round(kept*(s.to-s.from)*10)/10, kept == share
}

// span returns the places of the ends of a bar.
func (s scale) span(from, to float64) (left, right float64, ok bool) {
	a, _ := s.place(from)
	b, _ := s.place(to)
	return min(a, b), max(a, b), !math.IsNaN(a) && !math.IsNaN(b)
}

// ticks writes what stands at the ticks of a horizontal axis below y, between left and right. Where two would touch, the
// later one is left out, but one of the middle rather than that of the end or of the number to keep.
func (p *picture) ticks(axis report.Axis, s scale, y, left, right, keep float64) {
	const gap = 8
	var written []extent
	write := func(t report.Point) {
		x, ok := s.place(value(t.At))
		text := oneLine(t.Text)
		width := min(tick.width(text), right-left)
		x = min(max(x-width/2, left), right-width)
		touches := func(e extent) bool { return x < e.to+gap && e.from < x+width+gap }
		if ok && width > 0 && !slices.ContainsFunc(written, touches) {
			written = append(written, extent{x, x + width})
			p.text(tick, start, x, y+ascent, right-left, text)
		}
	}
	first := func(t report.Point) bool { at := value(t.At); return at == s.first || at == s.last || at == keep }
	for _, t := range axis {
		if first(t) {
			write(t)
		}
	}
	for _, t := range axis {
		if !first(t) {
			write(t)
		}
	}
}

// grid draws the lines of the ticks of a horizontal axis, the first of them in ink.
func (p *picture) grid(axis report.Axis, s scale, over ...extent) {
	if len(axis) > 0 {
		p.verticals("a", axis[:1], s, over...)
		p.verticals("g", axis[1:], s, over...)
	}
}

// extent is how far something reaches, such as vertical lines.
type extent struct{ from, to float64 }

// verticals draws vertical lines at points of a horizontal axis as marks, over one or several extents.
func (p *picture) verticals(class string, points []report.Point, s scale, over ...extent) {
	for _, e := range over {
		for _, point := range points {
			if x, ok := s.place(value(point.At)); ok {
				p.down(class, x, e.from, e.to-e.from)
			}
		}
	}
}

// bar draws a bar in the tone of a state between an origin and a value, with a break where it passes an end of the
// axis. It returns its ends, and false where there is none.
func (p *picture) bar(s scale, origin, v float64, state string, y, height float64) (left, right float64, ok bool) {
	left, right, ok = s.span(origin, v)
	if !ok {
		return 0, 0, false
	}
	right = max(right, left+1.5) // a bar of nothing is seen too
	p.fill(report.ToneOf(state), left, y, right-left, height)
	switch _, within := s.place(v); {
	case within:
	case v > s.last:
		p.slash(right-16, y, height)
	case right-left > 24:
		p.slash(left+8, y, height)
	default: // the whole bar lies before the axis
		p.mark("u", "M% %l-6 %l6 %", left+9, y+2, height/2-2, height/2-2)
	}
	return left, right, true
}

// slash draws a break through a bar.
func (p *picture) slash(x, y, height float64) {
	p.mark("w", "M% %l5 %h4l-5 %z", x, y+height+2, -height-4, height+4)
}

// fill draws an area in the colour of a tone.
func (p *picture) fill(t report.Tone, x, y, width, height float64) {
	if t != report.Short {
		p.mark("f"+letter(t), rectangular, x, y, width, height, x)
		return
	}
	p.hatch = true
	p.drawn = append(p.drawn, `<path fill="url(#`+p.ids+`h)" d="`...)
	p.drawn = steps(p.drawn, rectangular, x, y, width, height, x)
	p.drawn = append(p.drawn, `"/>`...)
}
