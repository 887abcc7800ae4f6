package docx

import (
	"archive/zip"
	"compress/flate"
	"io"
	"math"
	"slices"
	"time"
)

// archive writes files one after the other, until one fails.
type archive struct {
	zip *zip.Writer
	err error
}

// pack has the files that follow compressed.
func (a *archive) pack() {
	deflater, err := flate.NewWriter(io.Discard, flate.BestSpeed)
	if err != nil {
		a.err = err
		return
	}
	a.zip.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) {
		deflater.Reset(w) // files come one after the other
		return deflater, nil
	})
}

// store has the files that follow written as they are.
func (a *archive) store() {
	a.zip.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return stored{w}, nil })
}

// stored writes blocks of Deflate that are not compressed (RFC 1951, section 3.2.4). So does the standard library, but it
// takes more than half a megabyte of memory for it.
type stored struct{ w io.Writer }

func (s stored) Write(content []byte) (n int, err error) {
	for block := range slices.Chunk(content, math.MaxUint16) {
		if err := s.head(0, len(block)); err != nil {
			return n, err
		}
		written, err := s.w.Write(block)
		if n += written; err != nil {
			return n, err
		}
	}
	return n, nil
}

// Close writes the last block, which is empty.
func (s stored) Close() error { return s.head(1, 0) }

func (s stored) head(last byte, length int) error {
	_, err := s.w.Write([]byte{last, byte(length), byte(length >> 8), ^byte(length), ^byte(length >> 8)})
	return err
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
