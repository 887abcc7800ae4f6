package docx

import (
	"archive/zip"
	"compress/flate"
	"io"
	"time"
)

// archive writes files one after the other, until one fails.
type archive struct {
	zip *zip.Writer
	err error
}

// pack has the files that follow compressed at a level.
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

// file writes a file with the first date that archives have. Its method is Deflate in any case, for programs that read
// archives as streams refuse files that are merely stored where the size stands behind them.
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

// close ends the archive.
func (a *archive) close() error {
	if a.err == nil {
		a.err = a.zip.Close()
	}
	return a.err
}
