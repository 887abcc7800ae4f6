package docx

import (
	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/report"
)

// The colours.
const (
	white ink = 0xffffff
	dark  ink = 0x1a1f26
	grey  ink = 0x4a5460
	pale  ink = 0xe3e8ed
	thin  ink = 0xbfc5cc
)

// fills returns how areas of a tone are filled.
func fills(t report.Tone) paint {
	switch t {
	case report.Beyond:
		return solid(0x0a4a86)
	case report.Short:
		return paint{0xb4530a, white}
	case report.Unsettled:
		return solid(0xaeb7c2)
	}
	return solid(0x3b82bd)
}

// words returns the colour of a tone's words and lines.
func words(t report.Tone) ink {
	switch t {
	case report.Beyond:
		return 0x0a4a86
	case report.AsAsked:
		return 0x2368a0
	case report.Short:
		return 0xb4530a
	case report.Unsettled:
		return grey
	}
	return dark
}

// lines returns the paint of lines and dots of a tone.
func lines(t report.Tone) paint {
	if t == report.Plain {
		t = report.AsAsked
	}
	return solid(words(t))
}

// cells returns how cells of a grid are filled.
func cells(t report.Tone) paint {
	switch t {
	case report.Beyond:
		return solid(0x0a4a86)
	case report.AsAsked:
		return solid(0xd3e4f4)
	case report.Short:
		return paint{0xfce9d6, 0xf2c79b}
	case report.Unsettled:
		return solid(0xf0f2f4)
	}
	return solid(white)
}

// scale places values between two ends of a picture.
type scale struct {
	first, last float64
	from, to    int // in sixteenths of a pixel
}

// newScale returns the scale of an axis, which [report.Document.Validate] has looked at.
func newScale(a report.Axis, from, to int) scale {
	return scale{number(a[0].At), number(a[len(a)-1].At), from, to}
}

// at places a value; one beyond an end is at the end.
func (s scale) at(v indicator.Value) int {
	share := (number(v) - s.first) / (s.last - s.first)
	if !(share > 0) { // nor a number at all
		return s.from
	}
	return s.from + int(float64(min(share, 1)*float64(s.to-s.from)))
}

// shows says whether a value is there and on the axis; a mark of any other is not drawn.
func (s scale) shows(v indicator.Value) bool {
	return !v.IsZero() && s.first <= number(v) && number(v) <= s.last
}

// zero is where bars begin: at nought, or at the end of the axis next to it.
func (s scale) zero() int { return s.at(indicator.IntValue(0)) }

// beyond says whether a value passes the end of the axis.
func (s scale) beyond(v indicator.Value) bool { return number(v) > s.last }

func number(v indicator.Value) float64 {
	d, _ := v.Decimal()
	f, _ := d.Float64()
	return f
}

// The sizes of pictures and marks in tenths of a millimetre.
const (
	rowHeight   = 52
	panelHeight = 205
	labelHeight = 30 // of the texts below a panel
	squareSize  = 34
	keyWidth    = 64
	keyHeight   = 34
	sidePadding = 22 // on both sides of a scale, for marks at its ends

	trajectoryPadding = 28

	dotRadius = 8 // small, so that whiskers are seen
	capHeight = 9 // of whiskers, above and below their line
)

// bar fills a bar of a tone with an outline where it is pale, and a notch where it is cut off.
func (c *canvas) bar(t report.Tone, left, top, right, bottom int, cut bool) {
	if right < left {
		left, right = right, left
	}
	if right == left {
		return
	}
	if t == report.Unsettled || t == report.Short {
		c.rect(solid(words(t)), left, top, right, bottom)
		c.rect(fills(t), left+pixel, top+pixel, max(right-pixel, left+pixel), bottom-pixel)
	} else {
		c.rect(fills(t), left, top, right, bottom)
	}
	if cut {
		for _, x := range []int{right - mm(14), right - mm(7)} {
			c.line(solid(white), mm(3), point{x - mm(3), bottom + mm(2)}, point{x + mm(3), top - mm(2)})
		}
	}
}

// whiskers draws an interval.
func (c *canvas) whiskers(low, high, y int) {
	c.rect(solid(dark), low, y-mm(1), high, y+mm(1))
	c.rect(solid(dark), low-mm(1), y-mm(capHeight), low+mm(1), y+mm(capHeight))
	c.rect(solid(dark), high-mm(1), y-mm(capHeight), high+mm(1), y+mm(capHeight))
}

// bound draws the line of a bound.
func (c *canvas) bound(x int) { c.rect(solid(thin), x-mm(1), 0, x+mm(1), c.height*pixel) }

// goal draws the dash at the end of a trajectory.
func (c *canvas) goal(at point) {
	c.rect(solid(dark), at.x-mm(12), at.y-mm(3), at.x+mm(12), at.y+mm(3))
}

// due draws the hollow diamond.
func (c *canvas) due(at point) {
	c.diamond(solid(dark), at, mm(16))
	c.diamond(solid(white), at, mm(11))
}

// bulletPicture draws an indicator's bar.
func bulletPicture(b report.Bullet, axis report.Axis, width int) *canvas {
	c := newCanvas(width, rowHeight)
	s := newScale(axis, mm(sidePadding), mm(width-sidePadding))
	tone := report.ToneOf(b.State)
	whole := indicator.IntValue(100)
	target := s.at(whole)
	c.rect(solid(pale), s.zero(), mm(12), target, mm(rowHeight-12))
	end := s.zero()
	if !b.Attainment.At.IsZero() {
		end = s.at(b.Attainment.At)
		c.bar(tone, s.zero(), mm(16), end, mm(rowHeight-16), s.beyond(b.Attainment.At))
	}
	if s.shows(b.Baseline) {
		x := s.at(b.Baseline)
		colour := white
		if x >= end {
			colour = grey
		}
		c.rect(solid(colour), x-mm(2), mm(16), x+mm(2), mm(rowHeight-16))
	}
	if s.shows(whole) {
		c.rect(solid(dark), target-mm(3), mm(6), target+mm(4), mm(rowHeight-6))
	}
	if s.shows(b.Elapsed) {
		x := s.at(b.Elapsed)
		c.dashes(solid(dark), mm(3), mm(5), mm(3), point{x, mm(2)}, point{x, mm(rowHeight - 2)})
	}
	if s.shows(b.Due) {
		c.due(point{s.at(b.Due), mm(rowHeight / 2)})
	}
	return c
}

// barPicture draws one value with its interval, between the lines of the bounds.
func barPicture(b report.Bar, p report.Bars, width int) *canvas {
	c := newCanvas(width, rowHeight)
	s := newScale(p.Axis, mm(sidePadding), mm(width-sidePadding))
	middle := mm(rowHeight / 2)
	for _, bound := range p.Bounds {
		if s.shows(bound.At) {
			c.bound(s.at(bound.At))
		}
	}
	c.rect(solid(grey), s.from-mm(1), 0, s.from+mm(1), mm(rowHeight))
	tone := report.ToneOf(b.State)
	if !b.Value.At.IsZero() && !p.Dots {
		c.bar(tone, s.from, mm(14), s.at(b.Value.At), mm(rowHeight-14), s.beyond(b.Value.At))
	}
	if !b.Low.IsZero() && !b.High.IsZero() {
		c.whiskers(s.at(b.Low), s.at(b.High), middle)
	}
	if s.shows(b.Value.At) && p.Dots {
		c.dot(lines(tone), point{s.at(b.Value.At), middle}, mm(dotRadius))
	}
	return c
}
