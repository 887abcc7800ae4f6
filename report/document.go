// Package report makes the official report of an evaluation: a document of sections, paragraphs, tables and charts, worded
// in zh-Hans or English, that renderers in the packages below it write as a web page, a Word document, Markdown, tables or
// plain text. It is the only package that makes sentences; every figure in them comes from the evaluation, so text, tables
// and charts cannot disagree.
package report

import "iter"

// Document is a report as data. Renderers show it and add nothing.
type Document struct {
	Language string // BCP 47 tag of the words, "zh-Hans" or "en"
	Title    string
	Subtitle string
	Blocks   []Block // before the first section
	Sections []Section
}

// Section returns the section with the given ID, wherever it stands, to be read or changed in place; nil if there is none.
// The IDs of the report are those of its web page's headings: summary, ch1 to ch10, annex-1 to annex-4, appendix-a to
// appendix-e, and below them such as ch2-tasks.
func (d *Document) Section(id string) *Section { return sectionIn(d.Sections, id) }

func sectionIn(sections []Section, id string) *Section {
	for i := range sections {
		if sections[i].ID == id {
			return &sections[i]
		}
		if s := sectionIn(sections[i].Sections, id); s != nil {
			return s
		}
	}
	return nil
}

// Section is a part of a document with its heading.
type Section struct {
	ID       string // stable, unique in the document, made of a-z 0-9 - . alone
	Part     Part   // of the document, which says how it is numbered; counts in sections of the first level alone
	Level    int    // 1 for chapters and annexes
	Number   string // as it is printed before the title, such as 一、 or （一） or 1.1; may be empty
	Title    string
	Blocks   []Block
	Sections []Section
}

// Part says which part of a document a section of the first level belongs to, and so how it is numbered. The zero Part is
// Chapter.
type Part uint8

// The parts, in the order in which a document has them but for the front.
const (
	Chapter  Part = iota // 一、
	Front                // before the chapters, without a number
	Annex                // 附件1
	Appendix             // 附录A
)

// Block is a [Paragraph], a [List], a [Table], [Tiles] or a [Chart].
type Block interface{ block() }

// Paragraph is running text; the lead, if any, is emphasised and stands before it.
type Paragraph struct {
	Lead string
	Text string
}

// List is a list of items, numbered or not.
type List struct {
	Numbered bool
	Items    []Paragraph
}

// Tiles are the few figures that answer first, 要点.
type Tiles struct{ Items []Tile }

// Tile is a figure with what it counts, such as 2 项 快于预期.
type Tile struct {
	Figure string
	Unit   string // may be empty
	Label  string
	State  string // as of a [Cell]
	Note   string // may be empty
}

// Table is a table with a caption, a header row and notes below.
type Table struct {
	ID      string // stable, unique in the document
	Caption string // with its number
	Columns []Column
	Rows    [][]Cell // each as long as Columns
	Notes   []string
	// Grouped says that the first column names groups of rows: neighbours with the same first cell. On pages and in Word
	// documents a group has its name in a row of its own above it, and the title of the column is left out; Markdown and
	// tables for data have the name in every row. There must be a second column.
	Grouped bool
}

// Shown returns the columns of a table that are columns on pages and in Word documents too: of a grouped one all but the
// first, whose cells are rows of their own.
func (t Table) Shown() []Column {
	if t.Grouped && len(t.Columns) > 0 {
		return t.Columns[1:]
	}
	return t.Columns
}

// Groups yields the rows of each group of a grouped table: neighbours whose first cells have the same text and state. The
// table must be one that [Document.Validate] accepts.
func (t Table) Groups() iter.Seq[[][]Cell] {
	return func(yield func([][]Cell) bool) {
		for rest := t.Rows; len(rest) > 0; {
			n := 1
			for n < len(rest) && rest[n][0] == rest[0][0] {
				n++
			}
			if !yield(rest[:n]) {
				return
			}
			rest = rest[n:]
		}
	}
}

// Column is a table's column.
type Column struct {
	Title string
	Align Align
}

// Align says where a column's cells stand. The zero Align is Start.
type Align uint8

// The alignments; figures stand at the end.
const (
	Start Align = iota
	End
	Center
)

// Cell is a table's cell; a line break in its text separates lines.
type Cell struct {
	Text string
	// State is the verdict or status that the cell shows, such as "ahead" or "not-met"; empty where it shows none.
	// Renderers may add a colour or shape to the word, never replace it.
	State string
}

func (Paragraph) block() {}
func (List) block()      {}
func (Table) block()     {}
func (Tiles) block()     {}
