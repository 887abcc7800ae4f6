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

// zero is where bars begin: at nought, or at the end of the axis next to it.
func (s scale) zero() int { return s.at(indicator.IntValue(0)) }

// beyond says whether a value passes the end of the axis.
func (s scale) beyond(v indicator.Value) bool { return number(v) > s.last }

func number(v indicator.Value) float64 {
	d, _ := v.Decimal()
	f, _ := d.Float64()
	return f
}

// The sizes of pictures in tenths of a millimetre.
const (
	rowHeight   = 52
	panelHeight = 230
	squareSize  = 34
	keyWidth    = 64
	keyHeight   = 34
	sidePadding = 22 // on both sides of a scale, for marks at its ends

	trajectoryPadding = 28
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
	target := s.at(indicator.IntValue(100))
	c.rect(solid(pale), s.zero(), mm(12), target, mm(rowHeight-12))
	end := s.zero()
	if !b.Attainment.At.IsZero() {
		end = s.at(b.Attainment.At)
		c.bar(tone, s.zero(), mm(16), end, mm(rowHeight-16), s.beyond(b.Attainment.At))
	}
	if !b.Baseline.IsZero() {
		x := s.at(b.Baseline)
		colour := white
		if x >= end {
			colour = grey
		}
		c.rect(solid(colour), x-mm(2), mm(16), x+mm(2), mm(rowHeight-16))
	}
	c.rect(solid(dark), target-mm(3), mm(6), target+mm(4), mm(rowHeight-6))
	if !b.Elapsed.IsZero() {
		x := s.at(b.Elapsed)
		c.dashes(solid(dark), mm(3), mm(5), mm(3), point{x, mm(2)}, point{x, mm(rowHeight - 2)})
	}
	if !b.Due.IsZero() {
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
		if !bound.At.IsZero() {
			x := s.at(bound.At)
			c.rect(solid(thin), x-mm(1), 0, x+mm(1), mm(rowHeight))
		}
	}
	c.rect(solid(grey), s.zero()-mm(1), 0, s.zero()+mm(1), mm(rowHeight))
	tone := report.ToneOf(b.State)
	if !b.Value.At.IsZero() && !p.Dots {
		c.bar(tone, s.zero(), mm(14), s.at(b.Value.At), mm(rowHeight-14), s.beyond(b.Value.At))
	}
	if !b.Low.IsZero() && !b.High.IsZero() {
		low, high := s.at(b.Low), s.at(b.High)
		c.rect(solid(dark), low, middle-mm(1), high, middle+mm(1))
		c.rect(solid(dark), low-mm(1), middle-mm(8), low+mm(1), middle+mm(8))
		c.rect(solid(dark), high-mm(1), middle-mm(8), high+mm(1), middle+mm(8))
	}
	if !b.Value.At.IsZero() && p.Dots {
		c.dot(solid(white), point{s.at(b.Value.At), middle}, mm(13))
		c.dot(solid(words(tone)), point{s.at(b.Value.At), middle}, mm(11))
	}
	return c
}

// trajectoryPicture draws what was observed, the way to the target, and the ways of going on.
func trajectoryPicture(t report.Trajectory, width int) *canvas {
	c := newCanvas(width, panelHeight)
	across := newScale(t.Across, mm(trajectoryPadding), mm(width-trajectoryPadding))
	up := newScale(t.Up, mm(panelHeight-16), mm(10))
	at := func(m report.Moment) point { return point{across.at(m.Time), up.at(m.At)} }
	there := func(m report.Moment) bool { return !m.Time.IsZero() && !m.At.IsZero() }
	for _, tick := range t.Up {
		c.rect(solid(pale), mm(sidePadding), up.at(tick.At)-mm(1), mm(width-sidePadding), up.at(tick.At)+mm(1))
	}
	for _, tick := range t.Across {
		c.rect(solid(grey), across.at(tick.At)-mm(1), mm(panelHeight-16), across.at(tick.At)+mm(1), mm(panelHeight-8))
	}
	c.rect(solid(grey), mm(sidePadding), mm(panelHeight-17), mm(width-sidePadding), mm(panelHeight-15))
	var actual []point
	for _, m := range t.Actual {
		if there(m) {
			actual = append(actual, at(m))
		}
	}
	tone := report.ToneOf(t.State)
	colour := solid(words(tone))
	if tone == report.Plain {
		colour = solid(words(report.AsAsked))
	}
	if len(actual) > 0 {
		c.fan(colour, actual[len(actual)-1], t.Ends, at, there)
		if there(t.Target) {
			c.dashes(solid(dark), mm(3), mm(3), mm(5), actual[0], at(t.Target))
		}
	}
	for i := 1; i < len(actual); i++ {
		c.line(colour, mm(5), actual[i-1], actual[i])
	}
	for i, p := range actual {
		c.dot(colour, p, mm(10))
		if i == 0 && t.HasBaseline {
			c.dot(solid(white), p, mm(6))
		}
	}
	if there(t.Target) {
		p := at(t.Target)
		c.rect(solid(dark), p.x-mm(12), p.y-mm(3), p.x+mm(12), p.y+mm(3))
	}
	return c
}

// fan draws dashed lines to where the ways of going on lead, and what lies between them.
func (c *canvas) fan(colour paint, from point, ends []report.Moment, at func(report.Moment) point, there func(report.Moment) bool) {
	var to []point
	for _, end := range ends {
		if there(end) {
			to = append(to, at(end))
		}
	}
	if len(to) == 0 {
		return
	}
	high, low := to[0], to[0]
	for _, p := range to {
		if p.y < high.y {
			high = p
		}
		if p.y > low.y {
			low = p
		}
	}
	c.fill(solid(mix(white, colour.base, 1)), from, high, low)
	for _, p := range to {
		c.dashes(colour, mm(3), mm(8), mm(5), from, p)
	}
}

// stripPicture draws a square for each thing in the colour of its state, in lines; of very many, a bar of their shares.
func stripPicture(s report.Strip, width int) *canvas {
	const most = 120
	total := 0
	for _, part := range s.Parts {
		total = min(total+min(part.Count, 1<<20), 1<<20)
	}
	inLine := max(width/squareSize, 1)
	if total == 0 || total > most {
		return sharePicture(s, total, width)
	}
	c := newCanvas(width, (total+inLine-1)/inLine*squareSize)
	n := 0
	for _, part := range s.Parts {
		for range part.Count {
			left, top := mm(n%inLine*squareSize), mm(n/inLine*squareSize)
			c.bar(report.ToneOf(part.State), left+mm(2), top+mm(2), left+mm(squareSize-4), top+mm(squareSize-4), false)
			n++
		}
	}
	return c
}

func sharePicture(s report.Strip, total, width int) *canvas {
	c := newCanvas(width, squareSize)
	done := 0
	for _, part := range s.Parts {
		left := int(int64(mm(width)) * int64(done) / int64(max(total, 1)))
		done = min(done+min(part.Count, 1<<20), total)
		c.bar(report.ToneOf(part.State), left, mm(2), int(int64(mm(width))*int64(done)/int64(max(total, 1))), mm(squareSize-4), false)
	}
	return c
}

// keyPicture draws the mark of a legend's key.
func keyPicture(k report.Key) *canvas {
	c := newCanvas(keyWidth, keyHeight)
	middle := point{mm(keyWidth / 2), mm(keyHeight / 2)}
	left, right := point{mm(4), middle.y}, point{mm(keyWidth - 4), middle.y}
	tone := report.ToneOf(k.State)
	colour := solid(words(tone))
	if tone == report.Plain {
		colour = solid(words(report.AsAsked))
	}
	switch k.Mark {
	case report.MarkBar:
		c.bar(tone, left.x, mm(8), right.x, mm(keyHeight-8), false)
	case report.MarkTarget, report.MarkBound:
		c.rect(solid(dark), middle.x-mm(3), mm(2), middle.x+mm(4), mm(keyHeight-2))
	case report.MarkElapsed:
		c.dashes(solid(dark), mm(3), mm(5), mm(3), point{middle.x, mm(1)}, point{middle.x, mm(keyHeight - 1)})
	case report.MarkDue:
		c.due(middle)
	case report.MarkBaseline:
		c.bar(report.Beyond, left.x, mm(8), right.x, mm(keyHeight-8), false)
		c.rect(solid(white), middle.x-mm(2), mm(8), middle.x+mm(2), mm(keyHeight-8))
	case report.MarkDot:
		c.dot(colour, middle, mm(11))
	case report.MarkStart:
		c.dot(colour, middle, mm(10))
		c.dot(solid(white), middle, mm(6))
	case report.MarkActual:
		c.line(colour, mm(5), left, right)
		c.dot(colour, middle, mm(9))
	case report.MarkPath:
		c.dashes(solid(dark), mm(3), mm(3), mm(5), left, right)
	case report.MarkFan:
		top, bottom := point{right.x, mm(5)}, point{right.x, mm(keyHeight - 5)}
		c.fill(solid(mix(white, colour.base, 1)), left, top, bottom)
		c.dashes(colour, mm(3), mm(8), mm(5), left, top)
		c.dashes(colour, mm(3), mm(8), mm(5), left, bottom)
	case report.MarkInterval:
		c.rect(solid(dark), left.x, middle.y-mm(1), right.x, middle.y+mm(1))
		c.rect(solid(dark), left.x, middle.y-mm(8), left.x+mm(2), middle.y+mm(8))
		c.rect(solid(dark), right.x-mm(2), middle.y-mm(8), right.x, middle.y+mm(8))
	case report.MarkCell:
		c.bar(tone, middle.x-mm(15), mm(2), middle.x+mm(15), mm(keyHeight-2), false)
	}
	return c
}
