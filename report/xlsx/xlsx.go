// Package xlsx writes a report as an Excel workbook, for readers who go on calculating. It is a module of its own, because it
// needs a library that writes such files.
//
// Each chart of how far the indicators have come is a sheet: their numbers with the periods, and the attainment as a formula
// over these cells, with data bars and a chart of Excel's own. The results are stored beside the formulas for programs that only
// show them; one that calculates finds them anew when it opens the file. Each section of the first level that holds tables is a
// sheet with these.
//
// A number is a number with the places, grouping, sign and unit that it is printed with as its number format. One of more
// than 15 digits, which Excel would round, or of more than 30 places, which no number format shows, is a text; beside an
// indicator's number it stands as a text besides. Any other text is a text, whatever it begins with. What XML cannot hold
// is U+FFFD.
package xlsx

import (
	"archive/zip"
	"fmt"
	"io"
	"sort"
	"strings"

	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/internal/typeset"
	"github.com/planeval/planeval/report"
	"github.com/xuri/excelize/v2"
)

// Write writes the document's charts of indicators and its tables. It returns the error of w.
//
// A cell has at most 32,767 characters, as UTF-16 counts them, a sheet 16,384 columns and 1,048,576 rows, and a workbook 255
// sheets. Of a document with faults, or else of one that has more or has no title for a sheet, Write returns all the faults as
// [indicator.Faults], and writes nothing.
//
// Titles are cut to the 31 characters of a sheet's name, and names that are equal where case is ignored get numbers, as
// "Tasks (2)": the whole titles stand on the sheets.
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
	if err := b.faults.Err(); err != nil {
		return err
	}
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
		b.newSheet("/title", d.Title, 1, 0)
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

// workbook collects the sheets, all faults, and the first error of the library. Where there are faults the sheets are only
// looked at for more.
type workbook struct {
	f      *excelize.File
	font   string
	sheets int
	styles map[style]int
	names  map[string]bool // taken, in lower case
	faults indicator.Faults
	err    error
}

// Fonts that a program has where the language is read.
const (
	latin   = "Calibri"
	chinese = "等线"
)

func newWorkbook(d report.Document) *workbook {
	b := &workbook{f: excelize.NewFile(), font: chinese, styles: map[style]int{}, names: map[string]bool{"history": true}} // a name that Excel keeps for itself
	if d.Language == "en" || strings.HasPrefix(d.Language, "en-") {
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
	b.f.SetZipWriter(func(w io.Writer) excelize.ZipWriter { return archive{zip.NewWriter(w)} })
	return b.f.Write(w)
}
