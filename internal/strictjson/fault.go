package strictjson

import (
	"fmt"
	"reflect"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/planeval/planeval/indicator"
)

// fault adds a fault at the path.
func (d *decoder) fault(rule indicator.FaultRule, value, want string) {
	if !d.halted {
		d.faults.Add(string(d.path), rule, value, want)
	}
}

// fail adds the fault of data that is not JSON and ends the reading.
func (d *decoder) fail(at int, want string) {
	if f := d.broken(at); f != nil {
		d.halt(indicator.FaultText, f.what+d.where(at), f.want)
		return
	}
	d.halt(indicator.FaultSyntax, d.glimpse(at)+d.where(at), want)
}

// halt adds a fault and ends the reading.
func (d *decoder) halt(rule indicator.FaultRule, value, want string) {
	d.fault(rule, value, want)
	d.halted, d.pos = true, len(d.data)
}

// mismatch reports the next value as one of a wrong type, then what is wrong inside it.
func (d *decoder) mismatch(want string) {
	start, place := d.pos, len(d.faults)
	d.fault(indicator.FaultType, "", want)
	d.value(reflect.Value{}, ignored)
	if place < min(len(d.faults), indicator.MaxFaults) {
		var cut indicator.Faults
		cut.Add("", "", excerpt(d.data[start:d.pos]), "")
		d.faults[place].Value = cut[0].Value
	}
}

func (d *decoder) unknown(key []byte, s *shape) {
	near := ""
	if len(d.faults) < indicator.MaxFaults { // beyond that the search would be for nothing
		near = s.nearest(string(key))
	}
	d.fault(indicator.FaultUnknown, excerpt(key), near)
}

// flaw is what no text can hold, and where it stands.
type flaw struct {
	at         int
	what, want string
}

// report adds the fault of a text that has a flaw. What is not UTF-8 is as a rule not UTF-8 from one end to the other,
// so the first such byte ends the reading.
func (d *decoder) report(f *flaw) {
	switch {
	case f == nil:
	case f.want == utf8Wanted:
		d.halt(indicator.FaultText, f.what+d.where(f.at), f.want)
	default:
		d.fault(indicator.FaultText, f.what+d.where(f.at), f.want)
	}
}

const utf8Wanted = "UTF-8; the file may be saved in another encoding, such as GB18030"

// flawed returns what is wrong with the character r that was read at an offset.
func (d *decoder) flawed(at int, r rune) *flaw {
	switch {
	case r == utf8.RuneError:
		return d.broken(at)
	case utf16.IsSurrogate(r):
		return &flaw{at, string(d.data[at : at+6]), "a whole pair of surrogates"}
	case r < ' ' && r != '\t' && r != '\n' && r != '\r', r == '\uFFFE', r == '\uFFFF':
		return &flaw{at, fmt.Sprintf("%U", r), "a character that documents can hold"}
	}
	return nil
}

// broken returns the flaw of a byte that is not UTF-8.
func (d *decoder) broken(at int) *flaw {
	if r, size := utf8.DecodeRune(d.data[at:]); r == utf8.RuneError && size == 1 {
		return &flaw{at, fmt.Sprintf("byte %#02x", d.data[at]), utf8Wanted}
	}
	return nil
}

// excerpt returns the beginning of a text: a fault shows no more than 80 bytes, and what is not shown need not be copied.
func excerpt(text []byte) string {
	return string([]rune(string(text[:min(len(text), 100)])))
}

// glimpse shows the character at an offset.
func (d *decoder) glimpse(at int) string {
	if at >= len(d.data) {
		return "end of input"
	}
	r, _ := utf8.DecodeRune(d.data[at:])
	return strconv.Quote(string(r))
}

// where words the place of an offset at or after the last one asked for. Columns count characters.
func (d *decoder) where(at int) string {
	for ; d.offset < at; d.offset++ {
		switch c := d.data[d.offset]; {
		case c == '\n':
			d.line++
			d.column = 1
		case utf8.RuneStart(c):
			d.column++
		}
	}
	return fmt.Sprintf(" at line %d, column %d", d.line, d.column)
}
