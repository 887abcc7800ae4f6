package docx

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"slices"
)

// canvas is a picture that is being drawn. Places are in sixteenths of a pixel from the top left; areas are covered by
// whole-number arithmetic, so that every machine draws the same bytes.
type canvas struct {
	width, height int // in pixels
	pixels        []ink
	cover         []int // of the row being filled
	crossings     []int
}

const (
	pixel = 16            // a pixel's side in the unit of places
	scans = 4             // lines on which a row is looked at
	whole = scans * pixel // a pixel that is covered
	steps = 8             // shades between two colours: few, so that the file is small
	emu   = 3600          // a pixel, a tenth of a millimetre, in the unit of drawings
)

// mm returns tenths of a millimetre as a length on canvases.
func mm(tenths int) int { return tenths * pixel }

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

// paint is the colour of an area: where over differs, in stripes at 45°.
type paint struct{ base, stripe ink }

func solid(i ink) paint { return paint{i, i} }

// stripes holds how much of a pixel a stripe covers, by its place across the stripes, in steps.
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

// newCanvas returns a white canvas, its sides in tenths of a millimetre, which are pixels.
func newCanvas(width, height int) *canvas {
	c := &canvas{width: width, height: height, pixels: make([]ink, width*height), cover: make([]int, width+1)}
	for i := range c.pixels {
		c.pixels[i] = white
	}
	return c
}

// fill fills a polygon; where it crosses itself, what lies within an even number of its edges stays free.
func (c *canvas) fill(p paint, polygon ...point) {
	if len(polygon) == 0 {
		return
	}
	top, bottom := polygon[0].y, polygon[0].y
	for _, q := range polygon {
		top, bottom = min(top, q.y), max(bottom, q.y)
	}
	for y := max(top/pixel, 0); y < min((bottom+pixel-1)/pixel, c.height); y++ {
		clear(c.cover)
		for s := range scans {
			c.scan(polygon, y*pixel+s*pixel/scans+pixel/scans/2)
		}
		row := c.pixels[y*c.width:][:c.width]
		for x := range row {
			if n := (c.cover[x]*steps + whole/2) / whole; n > 0 {
				row[x] = mix(row[x], p.at(x, y), n)
			}
		}
	}
}

// scan adds to the cover of a row what a line across it meets.
func (c *canvas) scan(polygon []point, y int) {
	c.crossings = c.crossings[:0]
	for i, to := range polygon {
		from := polygon[(i+len(polygon)-1)%len(polygon)]
		if (from.y <= y) != (to.y <= y) {
			c.crossings = append(c.crossings, from.x+(to.x-from.x)*(y-from.y)/(to.y-from.y))
		}
	}
	slices.Sort(c.crossings)
	for i := 0; i+1 < len(c.crossings); i += 2 {
		from, to := max(c.crossings[i], 0), min(c.crossings[i+1], c.width*pixel)
		for from < to {
			x := from / pixel
			next := min((x+1)*pixel, to)
			c.cover[x] += next - from
			from = next
		}
	}
}

// rect fills a rectangle.
func (c *canvas) rect(p paint, left, top, right, bottom int) {
	c.fill(p, point{left, top}, point{right, top}, point{right, bottom}, point{left, bottom})
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

// album holds the pictures of a document, each once.
type album struct {
	files   [][]byte
	index   map[string]int
	encoder png.Encoder
	buffer  *png.EncoderBuffer
}

// Get and Put keep what encoding needs from one picture to the next.
func (a *album) Get() *png.EncoderBuffer  { return a.buffer }
func (a *album) Put(b *png.EncoderBuffer) { a.buffer = b }

// add returns the place of a picture in the album.
func (a *album) add(c *canvas) int {
	picture := image.NewPaletted(image.Rect(0, 0, c.width, c.height), nil)
	places := map[ink]uint8{}
	last, place := c.pixels[0]+1, uint8(0)
	for i, p := range c.pixels {
		if p != last {
			var known bool
			if place, known = places[p]; !known {
				place = a.colour(picture, p)
				places[p] = place
			}
			last = p
		}
		picture.Pix[i] = place
	}
	var file bytes.Buffer
	a.encoder.BufferPool = a
	_ = a.encoder.Encode(&file, picture) // a buffer takes everything, and a palette has 256 colours at most
	if i, ok := a.index[file.String()]; ok {
		return i
	}
	if a.index == nil {
		a.index = map[string]int{}
	}
	a.index[file.String()] = len(a.files)
	a.files = append(a.files, file.Bytes())
	return len(a.files) - 1
}

// colour returns the place of a new colour in a picture's palette; of one too many, that of the nearest.
func (a *album) colour(picture *image.Paletted, i ink) uint8 {
	c := color.RGBA{uint8(i >> 16), uint8(i >> 8), uint8(i), 255}
	if len(picture.Palette) == 256 {
		return uint8(picture.Palette.Index(c))
	}
	picture.Palette = append(picture.Palette, c)
	return uint8(len(picture.Palette) - 1)
}
