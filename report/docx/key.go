package docx

import "github.com/planeval/planeval/report"

// keyPicture draws the mark of a legend's key as plots draw it; cells are those of grids where shaded says so, and squares
// elsewhere.
func keyPicture(k report.Key, shaded bool) *canvas {
	c := newCanvas(keyWidth, keyHeight)
	middle := point{mm(keyWidth / 2), mm(keyHeight / 2)}
	left, right := point{mm(4), middle.y}, point{mm(keyWidth - 4), middle.y}
	tone := report.ToneOf(k.State)
	colour := lines(tone)
	switch k.Mark {
	case report.MarkBar:
		c.bar(tone, left.x, mm(8), right.x, mm(keyHeight-8), false)
	case report.MarkTarget:
		c.rect(solid(dark), middle.x-mm(3), mm(2), middle.x+mm(4), mm(keyHeight-2))
	case report.MarkBound:
		c.bound(middle.x)
	case report.MarkGoal:
		c.goal(middle)
	case report.MarkElapsed:
		c.dashes(solid(dark), mm(3), mm(5), mm(3), point{middle.x, mm(1)}, point{middle.x, mm(keyHeight - 1)})
	case report.MarkDue:
		c.due(middle)
	case report.MarkBaseline:
		c.bar(report.Beyond, left.x, mm(8), right.x, mm(keyHeight-8), false)
		c.rect(solid(white), middle.x-mm(2), mm(8), middle.x+mm(2), mm(keyHeight-8))
	case report.MarkDot:
		c.dot(colour, middle, mm(dotRadius))
	case report.MarkStart:
		c.dot(colour, middle, mm(10))
		c.dot(solid(white), middle, mm(6))
	case report.MarkActual:
		c.line(colour, mm(5), left, right)
		c.dot(colour, middle, mm(10))
	case report.MarkPath:
		c.dashes(solid(dark), mm(3), mm(3), mm(5), left, right)
	case report.MarkFan:
		top, bottom := point{right.x, mm(5)}, point{right.x, mm(keyHeight - 5)}
		c.fill(solid(mix(white, colour.base, 1)), left, top, bottom)
		c.dashes(colour, mm(3), mm(8), mm(5), left, top)
		c.dashes(colour, mm(3), mm(8), mm(5), left, bottom)
	case report.MarkInterval:
		c.whiskers(left.x, right.x, middle.y)
	case report.MarkCell:
		if shaded {
			c.rect(solid(thin), middle.x-mm(24), mm(2), middle.x+mm(24), mm(keyHeight-2))
			c.rect(cells(tone), middle.x-mm(24)+pixel, mm(2)+pixel, middle.x+mm(24)-pixel, mm(keyHeight-2)-pixel)
		} else {
			c.bar(tone, middle.x-mm(15), mm(2), middle.x+mm(15), mm(keyHeight-2), false)
		}
	}
	return c
}
