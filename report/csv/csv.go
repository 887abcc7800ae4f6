// Package csv writes the tables of a report as comma-separated values, RFC 4180: UTF-8 with a byte order mark, by which
// spreadsheets know the encoding, and CR LF at the end of each record.
//
// A number is written plain, as 1374 for 1,374 and -3.5 for −3.5, with its sign of per cent or per mille or its unit of
// percentage points where it has one. A text that a spreadsheet could take for a formula gets one apostrophe before it: one
// whose first character is = + - @, a tab or a line break, or = + - @ in full width, also behind a byte order mark; but not
// a number without a unit or with % or ‰. One of percentage points, as -1.93 pp, is a text to a spreadsheet and gets it. To
// read the texts again take that one apostrophe away where one of these characters comes after it; a text that itself begins
// so loses its own.
//
// A spreadsheet that opens a CSV file rounds numbers of more than 15 digits, and turns texts such as 007, 1e5 or 1-2 into
// numbers and dates; nothing in the file can keep it from that.
//
// Line breaks within a text are LF. Tabs stay; other control characters, bidirectional overrides, noncharacters and broken
// UTF-8 are U+FFFD.
package csv

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/planeval/planeval/internal/typeset"
	"github.com/planeval/planeval/report"
)

// mark is the byte order mark.
const mark = "\ufeff"

// Write writes every table of the document in its order: the caption, the titles of the columns, the rows and the notes,
// and an empty record between tables. All records have as many fields as the widest table has columns. It returns the
// error of w; of a document with faults it writes nothing.
func Write(w io.Writer, d report.Document) error {
	if err := d.Validate().Err(); err != nil {
		return fmt.Errorf("csv: %w", err)
	}
	tables := sectionTables(blockTables(nil, d.Blocks), d.Sections)
	width := 1
	for _, t := range tables {
		width = max(width, len(t.Columns))
	}
	p := printer{w: w, width: width}
	p.WriteString(mark)
	for i, t := range tables {
		if i > 0 {
			p.record()
		}
		if t.Caption != "" {
			p.record(t.Caption)
		}
		p.table(t)
		for _, note := range t.Notes {
			p.record(note)
		}
	}
	return p.flush()
}

// WriteTable writes the titles of a table's columns and its rows alone, for programs that read data. The paths of faults are
// those within the table.
func WriteTable(w io.Writer, t report.Table) error {
	faults := (report.Document{Blocks: []report.Block{t}}).Validate()
	for i, fault := range faults {
		faults[i].Path = strings.TrimPrefix(fault.Path, "/blocks/0") // the caller has the table alone
	}
	if err := faults.Err(); err != nil {
		return fmt.Errorf("csv: %w", err)
	}
	p := printer{w: w, width: len(t.Columns)}
	p.WriteString(mark)
	p.table(t)
	return p.flush()
}

func blockTables(tables []report.Table, blocks []report.Block) []report.Table {
	for _, b := range blocks {
		if t, ok := b.(report.Table); ok {
			tables = append(tables, t)
		}
	}
	return tables
}

func sectionTables(tables []report.Table, sections []report.Section) []report.Table {
	for _, s := range sections {
		tables = sectionTables(blockTables(tables, s.Blocks), s.Sections)
	}
	return tables
}

// printer writes records of one width, some at a time, and keeps the first error.
//
// encoding/csv is of no use here: with CR LF at the end of records it puts one in the place of each line break in a text
// too, and it drops a CR.
type printer struct {
	bytes.Buffer // what is not written yet
	w            io.Writer
	width        int
	err          error
}

// full is how many bytes are written at once.
const full = 1 << 15

// flush writes what is there, and returns the first error.
func (p *printer) flush() error {
	if p.err == nil {
		_, p.err = p.WriteTo(p.w)
	}
	p.Reset()
	return p.err
}

func (p *printer) table(t report.Table) {
	if len(t.Columns) == 0 {
		return
	}
	fields := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		fields[i] = c.Title
	}
	p.record(fields...)
	for _, row := range t.Rows {
		for i, c := range row {
			fields[i] = c.Text
		}
		p.record(fields...)
	}
}

// record writes the texts as the first fields of a record. One empty field alone is quoted, since readers pass over an
// empty line.
func (p *printer) record(texts ...string) {
	for i := range p.width {
		field := ""
		if i < len(texts) {
			field = written(texts[i])
		}
		if strings.ContainsAny(field, "\",\n") || field == "" && p.width == 1 {
			field = `"` + strings.ReplaceAll(field, `"`, `""`) + `"`
		}
		if i > 0 {
			p.WriteByte(',')
		}
		p.WriteString(field)
	}
	p.WriteString("\r\n")
	if p.Len() >= full {
		_ = p.flush() // it keeps the error
	}
}

// written returns what a field holds: a number, or a text that is no formula.
func written(text string) string {
	if n, ok := typeset.ParseNumber(text); ok {
		text = n.Plain + n.Unit
		if !n.Points() {
			return text
		}
	}
	parts := strings.Split(text, "\t") // for data a tab is not the space that it is on paper
	for i, part := range parts {
		parts[i] = typeset.Clean(part)
	}
	text = strings.Join(parts, "\t")
	first, size := utf8.DecodeRuneInString(strings.TrimPrefix(text, mark))
	if size > 0 && strings.ContainsRune("=+-@\t\n＝＋－＠", first) {
		return "'" + text
	}
	return text
}
