// Package html writes a report as one web page that needs nothing else: no script, no network, no font of its own. It is
// read at the width of a phone as well as on a desk, and printed on A4 in the form of an official document, with page
// numbers on the outer side.
package html

import (
	"fmt"
	"io"

	"github.com/planeval/planeval/internal/chart"
	"github.com/planeval/planeval/report"
)

// contentsFrom is how many sections a document needs to get a table of contents.
const contentsFrom = 4

// Write writes the document, or returns the error of w. Of a document that [report.Document.Validate] finds fault with,
// or with options that [Options.Validate] does, it writes nothing and returns all the faults, those of the options below the
// path /options.
func Write(w io.Writer, d report.Document, o Options) error {
	faults := d.Validate()
	faults.Under("/options", o.Validate())
	if err := faults.Err(); err != nil {
		return fmt.Errorf("html: %w", err)
	}
	p := newPage(w)
	p.scan(d.Blocks, d.Sections)
	p.head(d, o)
	p.document(d)
	return p.close()
}

// head writes what stands before the body: the title and the style sheet.
func (p *page) head(d report.Document, o Options) {
	p.raw("<!DOCTYPE html>\n<html")
	if d.Language != "" {
		p.raw(` lang="`)
		p.text(d.Language)
		p.raw(`"`)
	}
	p.raw("><meta charset=utf-8><meta name=viewport content=\"width=device-width,initial-scale=1\">\n<title>")
	p.text(d.Title)
	p.raw("</title>\n<style>\n")
	p.raw(chart.CSS)
	p.raw(screenStyle)
	p.raw(printStyle)
	p.columnRules()
	o.rule(p)
	p.raw("</style>\n")
}

// document writes the body: the title, what stands before the chapters, the table of contents, and the rest.
func (p *page) document(d report.Document) {
	if d.Title != "" || d.Subtitle != "" {
		p.raw("<header>")
		p.title(d.Title)
		if d.Subtitle != "" {
			p.raw("<p>")
			p.text(d.Subtitle)
		}
		p.raw("</header>\n")
	}
	p.raw("<main>\n")
	if len(d.Blocks) > 0 {
		p.raw("<div class=preface>\n")
		p.blocks(d.Blocks)
		p.raw("</div>\n")
	}
	front := 0
	for front < len(d.Sections) && d.Sections[front].Part == report.Front {
		front++
	}
	p.parts(d.Sections[:front])
	if len(d.Sections) >= contentsFrom {
		p.contents(d.Sections[front:])
	}
	p.parts(d.Sections[front:])
	p.raw("</main>\n")
}

// parts writes sections of the first level. The front, and what follows the chapters, have a style of their own; annexes
// and appendices begin on a new page.
func (p *page) parts(sections []report.Section) {
	for i := range sections {
		class := partClasses[sections[i].Part]
		if class != "" {
			p.raw("<div class=\"" + class + "\">\n")
		}
		p.section(&sections[i], 1)
		if class != "" {
			p.raw("</div>\n")
		}
	}
}

// partClasses are the classes of the parts of a document, by [report.Part].
var partClasses = [...]string{report.Chapter: "", report.Front: "front", report.Annex: "annex", report.Appendix: "annex appendix"}
