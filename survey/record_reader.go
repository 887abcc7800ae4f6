package survey

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"strings"
)

// mostRecord bounds the bytes of one record: a quote that is never closed would take the rest of the file into memory.
const mostRecord = 1 << 20

// errLongRecord is of a record of more than mostRecord bytes, with the blank lines before it.
var errLongRecord = errors.New("the record is too long")

// recordReader reads the records of a CSV text one by one, by encoding/csv, which it adds a bound of length and rows to.
type recordReader struct {
	source  *failingReader
	limited *io.LimitedReader // of source
	csv     *csv.Reader       // of limited

	cells []string // of the record at hand; where it cannot be read, those before the fault
	row   int      // of the record, as a spreadsheet counts: blank lines are rows, line breaks in a cell are not
	line  int      // in which the record ends
}

// failingReader remembers with what error its source failed. A source that gives nothing so many times fails too.
type failingReader struct {
	io.Reader
	failed error
	empty  int // reads that gave nothing, one after another
}

const mostEmpty = 100

func (r *failingReader) Read(p []byte) (int, error) {
	n, err := r.Reader.Read(p)
	if r.empty++; n > 0 || err != nil {
		r.empty = 0
	} else if r.empty == mostEmpty {
		err = io.ErrNoProgress
	}
	if err != nil && err != io.EOF { // itself, as what wraps it is no end
		r.failed = err
	}
	return n, err
}

func newRecordReader(source io.Reader, comma rune) *recordReader {
	const byteOrderMark = "\ufeff"
	r := &recordReader{source: &failingReader{Reader: source}}
	start := make([]byte, len(byteOrderMark))
	n, _ := io.ReadFull(r.source, start) // a failure is remembered
	start = bytes.TrimPrefix(start[:n], []byte(byteOrderMark))
	r.limited = &io.LimitedReader{R: io.MultiReader(bytes.NewReader(start), r.source)}
	r.csv = csv.NewReader(r.limited)
	r.csv.Comma, r.csv.FieldsPerRecord, r.csv.ReuseRecord = comma, -1, true
	return r
}

// next reads one record. The error is io.EOF after the last one, errLongRecord, or that of encoding/csv; nothing can be read
// after it.
func (r *recordReader) next() error {
	start := r.csv.InputOffset()
	r.limited.N = mostRecord + 1 // beside what csv has read ahead: a longer record seems to end
	var err error
	r.cells, err = r.csv.Read()

	first := r.line + 1
	if syntax, ok := errors.AsType[*csv.ParseError](err); ok {
		first = syntax.StartLine
	} else if len(r.cells) > 0 {
		first, _ = r.csv.FieldPos(0)
	}
	r.row += first - r.line
	if last := len(r.cells) - 1; last >= 0 {
		r.line, _ = r.csv.FieldPos(last)
		r.line += strings.Count(r.cells[last], "\n")
	}
	if r.csv.InputOffset()-start > mostRecord {
		return errLongRecord
	}
	return err
}

// cell returns the text of a cell without the spaces around it.
func (r *recordReader) cell(i int) string { return strings.TrimSpace(r.cells[i]) }
