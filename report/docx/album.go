package docx

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"slices"
)

// album holds the pictures of a document, each once.
type album struct {
	pictures []*canvas
	files    [][]byte
	buffer   *png.EncoderBuffer
}

// Get and Put keep what encoding needs from one picture to the next.
func (a *album) Get() *png.EncoderBuffer  { return a.buffer }
func (a *album) Put(b *png.EncoderBuffer) { a.buffer = b }

// add returns the place of a picture in the album.
func (a *album) add(c *canvas) int {
	if place := slices.IndexFunc(a.pictures, c.equal); place >= 0 {
		return place
	}
	encoder := png.Encoder{CompressionLevel: png.BestSpeed, BufferPool: a}
	var file bytes.Buffer
	_ = encoder.Encode(&file, &image.Paletted{ // a buffer takes everything, and there are 256 colours at most
		Pix: c.pixels, Stride: c.width, Rect: image.Rect(0, 0, c.width, c.height), Palette: palette(c.inks),
	})
	a.pictures, a.files = append(a.pictures, c), append(a.files, file.Bytes())
	return len(a.files) - 1
}

func (c *canvas) equal(d *canvas) bool {
	return c.width == d.width && c.height == d.height && slices.Equal(c.inks, d.inks) && bytes.Equal(c.pixels, d.pixels)
}

// manyColours is how many colours make an encoder write a pixel as a byte, which is quicker than in parts of one.
const manyColours = 17

func palette(inks []ink) color.Palette {
	colours := make(color.Palette, max(len(inks), manyColours))
	for i := range colours {
		colours[i] = white.colour()
	}
	for i, ink := range inks {
		colours[i] = ink.colour()
	}
	return colours
}

func (i ink) colour() color.RGBA { return color.RGBA{uint8(i >> 16), uint8(i >> 8), uint8(i), 255} }
