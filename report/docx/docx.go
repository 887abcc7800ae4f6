// Package docx writes a report as a Word document in the layout of Chinese official documents (GB/T 9704): A4, lines of
// exact pitch, headings with outline levels, page numbers at the outer side. An English report has its own defaults.
//
// A chart is a table with one picture without text in each row: its words and figures stay text that can be read aloud,
// searched and edited. What no document can hold, such as control characters and broken UTF-8, is U+FFFD.
package docx

import (
	"archive/zip"
	"fmt"
	"io"

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
	p.pack()
	l := newLayout(d.Language, o)
	body := writer{layout: l, album: album{places: map[string]int{}, keys: map[keyKind]picture{}}}
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
	p.store() // pictures are compressed
	for i, file := range body.album.files {
		p.file(mediaName(i), func(w io.Writer) error {
			_, err := io.WriteString(w, file)
			return err
		})
	}
	return p.close()
}

func mediaName(i int) string { return fmt.Sprintf("word/media/image%d.png", i+1) }
