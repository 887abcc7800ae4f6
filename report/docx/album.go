package docx

import (
	"bytes"
	"image"
	"image/color"
	"image/png"

	"github.com/planeval/planeval/report"
)

// album holds the pictures of a document, each once.
type album struct {
	files  []string
	places map[string]int // of each file
	keys   map[keyKind]picture
	buffer *png.EncoderBuffer
}

// picture is one of an album.
type picture struct{ place, width, height int }

// keyKind is what keys that look alike have in common.
type keyKind struct {
	mark   report.Mark
	tone   report.Tone
	shaded bool
}

// key returns the picture of a legend's key.
func (a *album) key(k report.Key, shaded bool) picture {
	kind := keyKind{k.Mark, report.ToneOf(k.State), shaded}
	p, ok := a.keys[kind]
	if !ok {
		p = a.add(keyPicture(k, shaded))
		a.keys[kind] = p
	}
	return p
}

// Get and Put keep what encoding needs from one picture to the next.
func (a *album) Get() *png.EncoderBuffer  { return a.buffer }
func (a *album) Put(b *png.EncoderBuffer) { a.buffer = b }

// add puts a picture into the album, unless it is there.
func (a *album) add(c *canvas) picture {
	encoder := png.Encoder{CompressionLevel: png.BestSpeed, BufferPool: a}
	var file bytes.Buffer
	_ = encoder.Encode(&file, &image.Paletted{ // a buffer takes everything, and there are 256 colours at most
		Pix: c.pixels, Stride: c.width, Rect: image.Rect(0, 0, c.width, c.height), Palette: palette(c.inks),
	})
	content := file.String()
	place, ok := a.places[content]
	if !ok {
		place = len(a.files)
		a.files, a.places[content] = append(a.files, content), place
	}
	return picture{place, c.width, c.height}
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
