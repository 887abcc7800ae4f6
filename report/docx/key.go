package docx

import "github.com/planeval/planeval/report"

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
