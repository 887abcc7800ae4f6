// Package xlsx writes a report as an Excel workbook, for readers who go on calculating. It is a module of its own, because it
// needs a library that writes such files.
//
// Each chart of how far the indicators have come is a sheet: their numbers with the periods, and the attainment as a formula
// over these cells, with data bars and a chart of Excel's own. The formulas have no stored results; a program that calculates
// finds them when it opens the file. Each section of the first level that holds tables is a sheet with these.
//
// A number is a number with the places, grouping, sign and unit that it is printed with as its number format. One of more
// than 15 digits, which Excel would round, is a text; beside an indicator's number it stands as a text besides. Any other
// text is a text, whatever it begins with. What XML cannot hold is U+FFFD.
package xlsx

import (
	"archive/zip"
	"fmt"
	"io"
	"sort"
	"time"

	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/internal/typeset"
	"github.com/planeval/planeval/report"
	"github.com/xuri/excelize/v2"
)

// Write writes the document's charts of indicators and its tables. It returns the error of w. Of a document with faults, of
// a text that is longer than the 32,767 characters of a cell, and of a sheet without a name it returns an error that says where, and
// writes nothing.
func Write(w io.Writer, d report.Document) error {
	if err := write(w, d); err != nil {
		return fmt.Errorf("xlsx: %w", err)
	}
	return nil
}

func write(w io.Writer, d report.Document) error {
	if err := d.Validate().Err(); err != nil {
		return err
	}
	b := newWorkbook(d)
	b.charts("", d.Blocks, d.Sections)
	b.tables(d)
	if b.err != nil {
		return b.err
	}
	return b.write(w)
}

// tables adds a sheet for the tables before the first section, and one for those of each section.
func (b *workbook) tables(d report.Document) {
	b.tableSheet("/title", d.Title, blockTables(nil, "", d.Blocks))
	for i, s := range d.Sections {
		path := indicator.Pointer("sections", i)
		b.tableSheet(path+"/title", typeset.Join(s.Number, s.Title), sectionTables(blockTables(nil, path, s.Blocks), path, s.Sections))
	}
	if b.sheets == 0 { // a workbook has one at least
		b.newSheet("/title", d.Title, 1)
	}
}

// placed is a table with its place in the document.
type placed struct {
	path string
	report.Table
}

func blockTables(tables []placed, above string, blocks []report.Block) []placed {
	for i, block := range blocks {
		if t, ok := block.(report.Table); ok {
			tables = append(tables, placed{above + indicator.Pointer("blocks", i), t})
		}
	}
	return tables
}

func sectionTables(tables []placed, above string, sections []report.Section) []placed {
	for i, s := range sections {
		path := above + indicator.Pointer("sections", i)
		tables = sectionTables(blockTables(tables, path, s.Blocks), path, s.Sections)
	}
	return tables
}

// workbook collects the sheets, and keeps the first error.
type workbook struct {
	f      *excelize.File
	font   string
	sheets int
	styles map[style]int
	names  map[string]bool // taken, in lower case
	err    error
}

// Fonts that a program has where the language is read.
const (
	latin   = "Calibri"
	chinese = "等线"
)

func newWorkbook(d report.Document) *workbook {
	b := &workbook{f: excelize.NewFile(), font: chinese, styles: map[style]int{}, names: map[string]bool{"history": true}} // a name that Excel keeps for itself
	if d.Language == "en" {
		b.font = latin
	}
	b.keep(b.f.SetDefaultFont(b.font))
	b.f.Pkg.Store("docProps/core.xml", coreProperties(d))
	b.f.Pkg.Store("docProps/app.xml", []byte(appProperties))
	return b
}

// keep keeps the first error.
func (b *workbook) keep(err error) {
	if b.err == nil {
		b.err = err
	}
}

// write writes the workbook as it stands.
func (b *workbook) write(w io.Writer) error {
	calculate := true
	if err := b.f.SetCalcProps(&excelize.CalcPropsOptions{FullCalcOnLoad: &calculate}); err != nil {
		return err
	}
	types := b.f.ContentTypes.Defaults // the library adds those of pictures in the order of a map
	sort.Slice(types, func(i, k int) bool { return types[i].Extension < types[k].Extension })
	b.f.SetZipWriter(func(w io.Writer) excelize.ZipWriter { return timeless{zip.NewWriter(w)} })
	return b.f.Write(w)
}

// timeless gives every file of an archive the first date that the format knows, in place of none.
type timeless struct{ *zip.Writer }

func (z timeless) Create(name string) (io.Writer, error) {
	return z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)})
}
