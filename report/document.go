// Package report makes the official report of an evaluation: a document of sections, paragraphs and tables, worded in
// zh-Hans or English, that renderers in the packages below it write as Markdown or plain text. It is the only package
// that makes sentences; every figure in them comes from the evaluation, so text and tables cannot disagree.
package report

// Document is a report as data. Renderers show it and add nothing.
type Document struct {
	Language string // BCP 47 tag of the words, "zh-Hans" or "en"
	Title    string
	Subtitle string
	Blocks   []Block // before the first section
	Sections []Section
}

// Section is a part of a document with its heading.
type Section struct {
	ID       string // stable, unique in the document, made of a-z 0-9 - . alone
	Level    int    // 1 for chapters and annexes
	Number   string // as it is printed before the title, such as 一、 or （一） or 1.1; may be empty
	Title    string
	Blocks   []Block
	Sections []Section
}

// Block is a [Paragraph], a [List] or a [Table].
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

// Table is a table with a caption, a header row and notes below.
type Table struct {
	ID      string // stable, unique in the document
	Caption string // with its number
	Columns []Column
	Rows    [][]Cell // each as long as Columns
	Notes   []string
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
