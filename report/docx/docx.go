// Package docx writes a report as a Word document in the layout of Chinese official documents (GB/T 9704): A4, lines of
// exact pitch, headings with outline levels, page numbers at the outer side. An English report has its own defaults.
//
// A chart is a table with one picture without text in each row: its words and figures stay text that can be read aloud,
// searched and edited. What no document can hold, such as control characters and broken UTF-8, is U+FFFD.
package docx

import (
	"archive/zip"
	"compress/flate"
	"errors"
	"fmt"
	"io"

	"github.com/planeval/planeval/report"
)

// Write writes the document, or returns the error of w. Faults of the document or of the options, all of them, are an
// error too, and nothing is written then.
func Write(w io.Writer, d report.Document, o Options) error {
	if err := errors.Join(d.Validate().Err(), o.Validate().Err()); err != nil {
		return fmt.Errorf("docx: %w", err)
	}
	p := archive{zip: zip.NewWriter(w)}
	deflater, err := flate.NewWriter(w, flate.BestSpeed)
	if err != nil {
		return fmt.Errorf("docx: %w", err)
	}
	p.zip.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) {
		deflater.Reset(w) // parts come one after the other
		return deflater, nil
	})
	l := newLayout(d.Language, o)
	body := writer{layout: l}
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
	for i, file := range body.album.files {
		p.file(mediaName(i), zip.Store, func(w io.Writer) error {
			_, err := w.Write(file)
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

// part writes a file of XML.
func (a *archive) part(name string, fill func(*markup)) {
	a.file(name, zip.Deflate, func(w io.Writer) error {
		x := &markup{w: w}
		x.raw(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`, "\n")
		fill(x)
		x.flush()
		return x.err
	})
}

// file writes a file without a date.
func (a *archive) file(name string, method uint16, fill func(io.Writer) error) {
	if a.err != nil {
		return
	}
	var w io.Writer
	if w, a.err = a.zip.CreateHeader(&zip.FileHeader{Name: name, Method: method}); a.err == nil {
		a.err = fill(w)
	}
}

func mediaName(i int) string { return fmt.Sprintf("word/media/image%d.png", i+1) }
