// Package docx writes a report as a Word document in the layout of Chinese official documents (GB/T 9704): A4, lines of
// exact pitch, headings with outline levels, page numbers at the outer side. An English report has its own defaults.
//
// A chart is a table with one picture without text in each row: its words and figures stay text that can be read aloud,
// searched and edited. What no document can hold, such as control characters and broken UTF-8, is U+FFFD.
package docx

import (
	"archive/zip"
	"compress/flate"
	"fmt"
	"io"
	"time"

	"github.com/planeval/planeval/report"
)

// Write writes the document, or returns the error of w. Faults of the document or of the options, all of them, are an
// error too, and nothing is written then; paths of the options begin with /options. Word takes tables of 63 columns at most,
// so that a table or chart with more is a fault.
func Write(w io.Writer, d report.Document, o Options) error {
	faults := d.Validate()
	wide(&faults, "", d.Blocks, d.Sections)
	faults.Under("/options", o.Validate())
	if err := faults.Err(); err != nil {
		return fmt.Errorf("docx: %w", err)
	}
	p := archive{zip: zip.NewWriter(w)}
	p.pack(flate.BestSpeed)
	l := newLayout(d.Language, o)
	body := writer{layout: l, album: album{places: map[string]int{}}}
	p.part("[Content_Types].xml", func(x *markup) { x.raw(contentTypes) })
	p.part("_rels/.rels", func(x *markup) { x.raw(packageRelations) })
	p.part("docProps/core.xml", func(x *markup) { x.core(d) })
	p.part("word/settings.xml", func(x *markup) { x.raw(settings) })
	p.part("word/styles.xml", func(x *markup) { x.styles(l) })
	p.part("word/footer1.xml", func(x *markup) { x.footer(l, "right") })
	p.part("word/footer2.xml", func(x *markup) { x.footer(l, "left") })
	p.part("word/document.xml", func(x *markup) {
		body.markup = x
		body.document(d)
	})
	p.part("word/numbering.xml", func(x *markup) { x.numbering(l, body.numbered) })
	p.part("word/_rels/document.xml.rels", func(x *markup) { x.relations(len(body.album.files)) })
	p.pack(flate.NoCompression) // pictures are compressed
	for i, file := range body.album.files {
		p.file(mediaName(i), func(w io.Writer) error {
			_, err := io.WriteString(w, file)
			return err
		})
	}
	if p.err == nil {
		p.err = p.zip.Close()
	}
	return p.err
}

// archive writes files one after the other, until one fails.
type archive struct {
	zip *zip.Writer
	err error
}

// pack has the files that follow compressed at a level. None is merely stored, for programs that read archives as streams
// refuse such a file where its size stands behind it.
func (a *archive) pack(level int) {
	deflater, err := flate.NewWriter(io.Discard, level)
	if err != nil {
		a.err = err
		return
	}
	a.zip.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) {
		deflater.Reset(w) // files come one after the other
		return deflater, nil
	})
}

// part writes a file of XML.
func (a *archive) part(name string, fill func(*markup)) {
	a.file(name, func(w io.Writer) error {
		x := &markup{w: w}
		x.raw(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`, "\n")
		fill(x)
		x.flush()
		return x.err
	})
}

// file writes a file with the first date that archives have.
func (a *archive) file(name string, fill func(io.Writer) error) {
	if a.err != nil {
		return
	}
	var w io.Writer
	h := zip.FileHeader{Name: name, Method: zip.Deflate, Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)}
	if w, a.err = a.zip.CreateHeader(&h); a.err == nil {
		a.err = fill(w)
	}
}

func mediaName(i int) string { return fmt.Sprintf("word/media/image%d.png", i+1) }
