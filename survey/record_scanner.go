package survey

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"github.com/planeval/planeval/indicator"
)

const (
	// mostRecord bounds the bytes of one record: a quote that is never closed would take the rest of the file into memory.
	mostRecord = 1 << 20
	// readSize is how much is asked of the source at once, at the start.
	readSize = 64 << 10
)

// recordScanner reads the records of a CSV text one by one, as RFC 4180 and encoding/csv have them, in memory that it uses
// again. encoding/csv makes a new string of every record and has no bound for its length.
type recordScanner struct {
	source io.Reader
	comma  []byte
	buffer []byte
	start  int // of the record in the buffer; what follows counts from it
	end    int // of what is in the buffer
	length int // of the record with its line breaks
	text   int // of the record without its last line break
	line   int // where its last line begins
	cells  []span

	row, lines int   // of the record, as a spreadsheet counts; of lines read
	ended      bool  // the source has nothing beyond what is in the buffer
	failed     error // of the source, after what is in the buffer
	fault      indicator.Fault
}

// span is a part of the record.
type span struct{ from, to int }

func newRecordScanner(source io.Reader, comma rune) *recordScanner {
	s := &recordScanner{source: source, comma: utf8.AppendRune(nil, comma), buffer: make([]byte, readSize)}
	for s.end < len(byteOrderMark) && !s.ended {
		s.fill()
	}
	if bytes.HasPrefix(s.buffer[:s.end], []byte(byteOrderMark)) {
		s.start = len(byteOrderMark)
	}
	return s
}

const byteOrderMark = "\ufeff"

// cell returns the text of a cell without the spaces around it; the next record overwrites it.
func (s *recordScanner) cell(i int) []byte {
	c := s.cells[i]
	text := s.buffer[s.start+c.from : s.start+c.to]
	if n := len(text); n == 0 || isBare(text[0]) && isBare(text[n-1]) {
		return text
	}
	return bytes.TrimSpace(text)
}

// isBare reports whether c is no space nor part of one, as in nearly all cells.
func isBare(c byte) bool { return c > ' ' && c < utf8.RuneSelf }

// next reads one record. It returns false at the end of the text, at a fault in it, and when the source fails. A blank line
// is a row without a record.
func (s *recordScanner) next() bool {
	s.start += s.length
	for {
		s.row++
		s.length, s.text, s.cells = 0, 0, s.cells[:0]
		if !s.extend() {
			return false
		}
		if s.text > 0 {
			return s.split()
		}
		s.start += s.length
	}
}

// split finds the cells of the record.
func (s *recordScanner) split() bool {
	record, first := s.buffer[s.start:s.start+s.text], s.comma[0]
	for i := 0; ; i += len(s.comma) {
		if i < len(record) && record[i] == '"' {
			end, ok := s.quoted(i)
			if !ok {
				return false
			}
			record, i = s.buffer[s.start:s.start+s.text], end
		} else {
			from := i
			for i < len(record) && (record[i] != first || !bytes.HasPrefix(record[i:], s.comma)) {
				if record[i] == '"' {
					return s.misquoted(s.lines, i-s.line)
				}
				i++
			}
			s.cells = append(s.cells, span{from, i})
		}
		if i == len(record) {
			return true
		}
	}
}

// quoted reads the cell whose opening quote is at i, and returns where it ends. Its text moves to the front as doubled
// quotes become one.
func (s *recordScanner) quoted(i int) (end int, ok bool) {
	line, at := s.lines, i-s.line
	i++
	from, to := i, i
	for {
		record := s.buffer[s.start : s.start+s.text]
		quote := bytes.IndexByte(record[i:], '"')
		if quote < 0 { // the cell goes on in the next line
			to += copy(record[to:], record[i:])
			i = s.length
			if !s.extend() {
				if s.failed == nil && s.fault.Rule == "" {
					s.misquoted(line, at)
				}
				return 0, false
			}
			s.buffer[s.start+to] = '\n'
			to++
			continue
		}
		to += copy(record[to:], record[i:i+quote])
		i += quote + 1
		switch {
		case i == len(record) || bytes.HasPrefix(record[i:], s.comma):
			s.cells = append(s.cells, span{from, to})
			return i, true
		case record[i] != '"':
			return 0, s.misquoted(s.lines, i-1-s.line)
		}
		record[to] = '"'
		to++
		i++
	}
}

// misquoted notes a quote that stands wrong, and returns false.
func (s *recordScanner) misquoted(line, at int) bool {
	s.fault = indicator.Fault{
		Rule: indicator.FaultSyntax, Value: fmt.Sprintf("line %d, byte %d", line, at+1),
		Want: "quotes around a whole cell, and doubled inside it",
	}
	return false
}

// extend takes one more line into the record.
func (s *recordScanner) extend() bool {
	s.line = s.length
	for searched := s.length; ; {
		have := s.end - s.start
		if i := bytes.IndexByte(s.buffer[s.start+searched:s.end], '\n'); i >= 0 {
			s.length = searched + i + 1
			s.text = s.length - 1
			break
		}
		if have > mostRecord {
			return s.tooLong()
		}
		if s.ended {
			if s.failed != nil || have == s.length {
				return false
			}
			s.length, s.text = have, have
			break
		}
		searched = have
		s.fill()
	}
	if s.text > s.line && s.buffer[s.start+s.text-1] == '\r' {
		s.text--
	}
	s.lines++
	return s.length <= mostRecord || s.tooLong()
}

// tooLong notes that the record is longer than it may be, and returns false.
func (s *recordScanner) tooLong() bool {
	s.cells = s.cells[:0]
	s.fault = indicator.Fault{
		Rule: indicator.FaultRange, Value: fmt.Sprintf("more than %d bytes", mostRecord),
		Want: fmt.Sprintf("a record of at most %d bytes", mostRecord),
	}
	return false
}

// fill reads more, or notes why there is no more.
func (s *recordScanner) fill() {
	if s.end == len(s.buffer) {
		room := s.buffer
		if 2*(s.end-s.start) > len(room) {
			room = make([]byte, 2*len(room))
		}
		s.end = copy(room, s.buffer[s.start:s.end])
		s.buffer, s.start = room, 0
	}
	const patience = 100 // how often a source may give nothing, as in bufio
	for range patience {
		n, err := s.source.Read(s.buffer[s.end:])
		if n < 0 || n > len(s.buffer)-s.end {
			n, err = 0, errReadCount
		}
		s.end += n
		s.ended = err != nil
		if err != nil && err != io.EOF {
			s.failed = err
		}
		if n > 0 || s.ended {
			return
		}
	}
	s.ended, s.failed = true, io.ErrNoProgress
}

// errReadCount is of a source that breaks the contract of [io.Reader].
var errReadCount = errors.New("the reader returned an impossible count")
