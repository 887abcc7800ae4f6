package docx

import (
	"math"
	"slices"
)

// canvas is a picture that is being drawn. Places are in sixteenths of a pixel from the top left; areas are covered by
// whole-number arithmetic, so that every machine draws the same bytes.
type canvas struct {
	width, height int     // in pixels
	pixels        []uint8 // places in inks
	inks          []ink
	cover         []int // by how much the cover of each pixel of the row being filled differs from that of the one before
	crossings     []int
}

const (
	pixel = 16            // a pixel's side in the unit of places
	scans = 4             // lines on which a row is looked at
	whole = scans * pixel // a pixel that is covered
	steps = 8             // shades between two colours: few, so that the file is small
	emu   = 4500          // a pixel, an eighth of a millimetre, in the unit of drawings
)

// pixels returns tenths of a millimetre in whole pixels.
func pixels(tenths int) int { return (tenths*8 + 5) / 10 }

// mm returns tenths of a millimetre as a length on canvases, of whole pixels so that edges are sharp.
func mm(tenths int) int { return pixels(tenths) * pixel }

type point struct{ x, y int }

// ink is a colour, 0xRRGGBB.
type ink uint32

func (i ink) hex() string {
	const digits = "0123456789ABCDEF"
	var b [6]byte
	for k := range b {
		b[k] = digits[i>>(20-4*k)&15]
	}
	return string(b[:])
}

// paint is the colour of an area, or two of stripes at 45°.
type paint struct{ base, stripe ink }

func solid(i ink) paint { return paint{i, i} }

// stripes is how much of a pixel the base covers, by the pixel's place across the stripes, in steps.
var stripes = [...]int{8, 8, 8, 8, 8, 8, 4, 0, 0, 4}

func (p paint) at(x, y int) ink {
	if p.base == p.stripe {
		return p.base
	}
	return mix(p.stripe, p.base, stripes[(x+y)%len(stripes)])
}

// mix returns n of steps of a colour over another.
func mix(under, over ink, n int) ink {
	var result ink
	for shift := 0; shift <= 16; shift += 8 {
		u, o := int(under>>shift&255), int(over>>shift&255)
		result |= ink((u*(steps-n)+o*n)/steps) << shift
	}
	return result
}

// coarse returns the nearest colour on a scale of 16, so that edges that lie over each other time and again make no picture
// of hundreds of colours.
func (i ink) coarse() ink {
	var result ink
	for shift := 0; shift <= 16; shift += 8 {
		result |= (i>>shift&255 + 8) / 17 * 17 << shift
	}
	return result
}

// newCanvas returns a white canvas, its sides in tenths of a millimetre.
func newCanvas(width, height int) *canvas {
	width, height = pixels(width), pixels(height)
	return &canvas{width: width, height: height, pixels: make([]uint8, width*height), inks: []ink{white}, cover: make([]int, width+2)}
}

// place returns the place of a colour in the inks; of one too many, that of the nearest.
func (c *canvas) place(i ink) uint8 {
	if at := slices.Index(c.inks, i); at >= 0 {
		return uint8(at)
	}
	if len(c.inks) <= math.MaxUint8 {
		c.inks = append(c.inks, i)
		return uint8(len(c.inks) - 1)
	}
	return uint8(palette(c.inks).Index(i.colour()))
}

// draw lays n of steps of a paint over the pixels of a row.
func (c *canvas) draw(p paint, left, right, y, n int) {
	row := c.pixels[y*c.width:][left:right]
	switch {
	case n == 0:
	case n == steps && p.base == p.stripe:
		place := c.place(p.base)
		for x := range row {
			row[x] = place
		}
	default:
		for x := range row {
			over := p.at(left+x, y)
			if n < steps {
				over = mix(c.inks[row[x]], over, n).coarse()
			}
			row[x] = c.place(over)
		}
	}
}

// fill fills a polygon; where it crosses itself, what lies within an even number of its edges stays free.
func (c *canvas) fill(p paint, polygon ...point) {
	first := polygon[0]
	left, right, top, bottom := first.x, first.x, first.y, first.y
	for _, q := range polygon {
		left, right, top, bottom = min(left, q.x), max(right, q.x), min(top, q.y), max(bottom, q.y)
	}
	left, right = max(left/pixel, 0), min(right/pixel+1, c.width)
	for y := max(top/pixel, 0); y < min(bottom/pixel+1, c.height) && left < right; y++ {
		clear(c.cover[left : right+2])
		for s := range scans {
			c.scan(polygon, y*pixel+s*pixel/scans+pixel/scans/2)
		}
		cover, from := 0, left
		for x := left; x < right; x++ {
			cover += c.cover[x]
			if x+1 == right || c.cover[x+1] != 0 {
				c.draw(p, from, x+1, y, (cover*steps+whole/2)/whole)
				from = x + 1
			}
		}
	}
}

// scan adds to the cover of a row what a line across it meets.
func (c *canvas) scan(polygon []point, y int) {
	c.crossings = c.crossings[:0]
	from := polygon[len(polygon)-1]
	for _, to := range polygon {
		if (from.y <= y) != (to.y <= y) {
			c.crossings = append(c.crossings, from.x+(to.x-from.x)*(y-from.y)/(to.y-from.y))
		}
		from = to
	}
	slices.Sort(c.crossings)
	for i := 0; i+1 < len(c.crossings); i += 2 {
		from, to := max(c.crossings[i], 0), min(c.crossings[i+1], c.width*pixel)
		if from >= to {
			continue
		}
		first, last := pixel-from%pixel, to%pixel // of the pixels at the ends
		c.cover[from/pixel] += first
		c.cover[from/pixel+1] += pixel - first
		c.cover[to/pixel] -= pixel - last
		c.cover[to/pixel+1] -= last
	}
}

// rect fills a rectangle.
func (c *canvas) rect(p paint, left, top, right, bottom int) {
	left, right = max(left, 0), min(right, c.width*pixel)
	top, bottom = max(top, 0), min(bottom, c.height*pixel)
	for y := top / pixel; y*pixel < bottom && left < right; y++ {
		high := min((y+1)*pixel, bottom) - max(y*pixel, top)
		first, last := left/pixel, (right-1)/pixel
		if first == last {
			c.draw(p, first, first+1, y, (right-left)*high*steps/(pixel*pixel))
			continue
		}
		c.draw(p, first, first+1, y, ((first+1)*pixel-left)*high*steps/(pixel*pixel))
		c.draw(p, first+1, last, y, high*steps/pixel)
		c.draw(p, last, last+1, y, (right-last*pixel)*high*steps/(pixel*pixel))
	}
}

// line draws a line of a thickness.
func (c *canvas) line(p paint, thick int, from, to point) {
	dx, dy := to.x-from.x, to.y-from.y
	length := root(dx*dx + dy*dy)
	if length == 0 {
		return
	}
	nx, ny := -dy*thick/(2*length), dx*thick/(2*length)
	c.fill(p, point{from.x + nx, from.y + ny}, point{to.x + nx, to.y + ny}, point{to.x - nx, to.y - ny}, point{from.x - nx, from.y - ny})
}

// dashes draws a line in dashes with gaps between them.
func (c *canvas) dashes(p paint, thick, dash, gap int, from, to point) {
	dx, dy := to.x-from.x, to.y-from.y
	length := root(dx*dx + dy*dy)
	at := func(n int) point { return point{from.x + dx*n/max(length, 1), from.y + dy*n/max(length, 1)} }
	for n := 0; n < length; n += dash + gap {
		c.line(p, thick, at(n), at(min(n+dash, length)))
	}
}

// circle is the unit circle in 24 corners, in 1/1024 of its radius, its first quarter.
var circle = [...]point{{1024, 0}, {989, 265}, {887, 512}, {724, 724}, {512, 887}, {265, 989}}

// dot fills a disc.
func (c *canvas) dot(p paint, at point, radius int) {
	corners := make([]point, 0, 4*len(circle))
	for turn := range 4 {
		for _, q := range circle {
			for range turn {
				q = point{-q.y, q.x}
			}
			corners = append(corners, point{at.x + q.x*radius/1024, at.y + q.y*radius/1024})
		}
	}
	c.fill(p, corners...)
}

// diamond fills a square that stands on a corner.
func (c *canvas) diamond(p paint, at point, radius int) {
	c.fill(p, point{at.x, at.y - radius}, point{at.x + radius, at.y}, point{at.x, at.y + radius}, point{at.x - radius, at.y})
}

// root returns the whole part of a square root.
func root(n int) int {
	low, high := 0, 1<<20
	for low < high {
		if mid := (low + high + 1) / 2; int64(mid)*int64(mid) <= int64(n) {
			low = mid
		} else {
			high = mid - 1
		}
	}
	return low
}
