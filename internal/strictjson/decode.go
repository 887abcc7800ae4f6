// Package strictjson reads JSON that people have written by hand. encoding/json stops at the first mistake, keeps the
// last of two equal keys, matches keys whatever their case and turns broken text into U+FFFD; here each of these is a
// fault with its place, and one reading reports them all.
//
// Types are described as for encoding/json: structs with json tags, slices, maps with text keys, pointers, texts,
// booleans, integers, and types with UnmarshalText. The options omitempty and omitzero mean nothing to a reader. null
// means absent, except as the whole document and in a list of objects. An [indicator.Value] may also stand as a bare
// number and is read exactly as written.
package strictjson

import (
	"encoding"
	"fmt"
	"io"
	"reflect"
	"strconv"
	"strings"

	"github.com/planeval/planeval/indicator"
)

// The limits of a document. They keep time and memory in proportion to what an honest document needs.
const (
	MaxBytes = 32 << 20 // the whole input
	MaxDepth = 64       // lists and objects within one another, the whole document being the first
	MaxItems = 1 << 20  // elements of lists and entries of maps in all
	MaxPath  = 64 << 10 // bytes of the path to a value
)

// Read reads the rest of r as Decode does. The error is that of a failing reader.
func Read(r io.Reader, v any) (faults indicator.Faults, complete bool, err error) {
	data, err := io.ReadAll(io.LimitReader(r, MaxBytes+1))
	if err != nil {
		return nil, false, fmt.Errorf("reading JSON: %w", err)
	}
	faults, complete = Decode(data, v)
	return faults, complete, nil
}

// Decode reads one JSON document into the struct that v points to, which should be zero, and returns every fault in
// document order; with a fault, v holds what could be read and no more. Nothing is read after a syntax error or beyond a
// limit, and then the reading is not complete. A byte order mark at the start is skipped. Decode panics when v's type is
// none that it can read.
func Decode(data []byte, v any) (faults indicator.Faults, complete bool) {
	target := reflect.ValueOf(v).Elem()
	wanted := describe(target.Type(), map[reflect.Type]*shape{})
	d := decoder{data: data, line: 1, column: 1}
	if len(data) > MaxBytes {
		d.halt(indicator.FaultRange, "", fmt.Sprintf("at most %d bytes", MaxBytes))
		return d.faults, false
	}
	d.skipMark()
	if d.peek() == nothing {
		d.fail(d.pos, "a JSON document")
	}
	d.present(target, wanted)
	if d.peek(); d.pos < len(data) {
		d.fail(d.pos, "nothing after the document")
	}
	return d.faults, !d.halted
}

// decoder reads a document in one pass. A fatal fault moves pos to the end, so that every loop ends by itself.
type decoder struct {
	data   []byte
	pos    int
	path   []byte // JSON Pointer of the value at pos
	depth  int
	items  int
	faults indicator.Faults
	halted bool

	// Line and column of an offset already passed: counting goes on from there, never from the start again.
	offset, line, column int
}

// ignored is the shape of a value that nothing reads: it is checked for syntax and text alone.
var ignored = func() *shape {
	s := &shape{takes: anything}
	s.elem = s
	return s
}()

// present reads a value that must not be null if it is to be an object.
func (d *decoder) present(v reflect.Value, s *shape) {
	if d.peek() == aNull && s.takes == anObject|aNull {
		d.mismatch(s.want)
		return
	}
	d.value(v, s)
}

// value reads the next value into v, which is invalid where the shape is ignored.
func (d *decoder) value(v reflect.Value, s *shape) {
	kind := d.peek()
	switch {
	case kind == nothing:
		d.fail(d.pos, "a value")
	case kind&s.takes == 0:
		d.mismatch(s.want)
	case kind == aNull:
		if d.word("null"); v.IsValid() {
			v.SetZero()
		}
	case v.Kind() == reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		d.value(v.Elem(), s.elem)
	case kind == aText:
		d.putText(v, s)
	case kind == aNumber:
		d.putNumber(v, s)
	case kind == aBoolean:
		d.putBoolean(v)
	case kind == aList:
		d.list(v, s)
	default:
		d.object(v, s)
	}
}

func (d *decoder) putText(v reflect.Value, s *shape) {
	text, flaw := d.text()
	switch d.report(flaw); {
	case flaw != nil:
	case s.refused != "":
		d.unmarshal(v, s, text)
	case v.IsValid():
		v.SetString(string(text))
	}
}

func (d *decoder) putNumber(v reflect.Value, s *shape) {
	literal := d.number()
	switch {
	case s.refused != "":
		d.unmarshal(v, s, literal)
	case v.IsValid():
		n, err := strconv.ParseInt(string(literal), 10, 64)
		if err != nil || v.OverflowInt(n) {
			d.fault(indicator.FaultNumber, excerpt(literal), "a whole number that is not too large")
			return
		}
		v.SetInt(n)
	}
}

func (d *decoder) putBoolean(v reflect.Value) {
	truth := d.data[d.pos] == 't'
	d.word(strconv.FormatBool(truth))
	if v.IsValid() {
		v.SetBool(truth)
	}
}

func (d *decoder) unmarshal(v reflect.Value, s *shape, text []byte) {
	if err := v.Addr().Interface().(encoding.TextUnmarshaler).UnmarshalText(text); err != nil {
		d.fault(s.refused, excerpt(text), strings.TrimPrefix(err.Error(), "not ")) // what it is not is what was wanted
	}
}

func (d *decoder) list(v reflect.Value, s *shape) {
	if v.IsValid() {
		v.Set(reflect.MakeSlice(v.Type(), 0, 0))
	}
	d.enter()
	mark := len(d.path)
	for i := 0; d.more(i == 0, ']'); i++ {
		d.path = strconv.AppendInt(append(d.path, '/'), int64(i), 10)
		var element reflect.Value
		if v.IsValid() && d.count() {
			v.Grow(1)
			v.SetLen(i + 1)
			element = v.Index(i)
		}
		d.present(element, s.elem)
		d.path = d.path[:mark]
	}
	d.depth--
}

func (d *decoder) object(v reflect.Value, s *shape) {
	if v.Kind() == reflect.Map {
		v.Set(reflect.MakeMap(v.Type()))
	}
	d.enter()
	mark := len(d.path)
	seen := make([]bool, len(s.fields))
	for first := true; d.more(first, '}'); first = false {
		if d.peek() != aText {
			d.fail(d.pos, "a key in quotes")
			return
		}
		key, flaw := d.text()
		d.push(key)
		d.report(flaw)
		if d.space(); d.at() != ':' {
			d.fail(d.pos, "a colon after the key")
			return
		}
		d.pos++
		switch {
		case flaw == nil && v.Kind() == reflect.Struct:
			d.member(v, s, key, seen)
		case flaw == nil && v.Kind() == reflect.Map:
			d.entry(v, s, key)
		default:
			d.value(reflect.Value{}, ignored)
		}
		d.path = d.path[:mark]
	}
	d.depth--
}

// member reads the value of a struct's key; of two equal keys the first counts.
func (d *decoder) member(v reflect.Value, s *shape, key []byte, seen []bool) {
	i, known := s.byName[string(key)]
	switch {
	case !known:
		d.unknown(key, s)
	case seen[i]:
		d.fault(indicator.FaultDuplicate, excerpt(key), "each key once")
	default:
		seen[i] = true
		d.value(v.Field(s.fields[i].index), s.fields[i].shape)
		return
	}
	d.value(reflect.Value{}, ignored)
}

// entry reads the value of a map's key; of two equal keys the first counts.
func (d *decoder) entry(v reflect.Value, s *shape, key []byte) {
	k := reflect.ValueOf(string(key)).Convert(v.Type().Key())
	if v.MapIndex(k).IsValid() {
		d.fault(indicator.FaultDuplicate, excerpt(key), "each key once")
		d.value(reflect.Value{}, ignored)
		return
	}
	if !d.count() {
		return
	}
	element := reflect.New(v.Type().Elem()).Elem()
	d.value(element, s.elem)
	v.SetMapIndex(k, element)
}

// enter steps over the bracket that opens a list or an object.
func (d *decoder) enter() {
	d.pos++
	if d.depth++; d.depth > MaxDepth {
		d.halt(indicator.FaultDepth, "", fmt.Sprintf("at most %d lists and objects within one another", MaxDepth))
	}
}

// count allows for one more element in memory: a few bytes such as "{}," can stand for a large struct.
func (d *decoder) count() bool {
	if d.items++; d.items > MaxItems {
		d.halt(indicator.FaultRange, "", fmt.Sprintf("at most %d elements in all lists", MaxItems))
	}
	return !d.halted
}

// push appends a key to the path.
func (d *decoder) push(key []byte) {
	if len(d.path)+len(key) > MaxPath {
		d.halt(indicator.FaultRange, excerpt(key), fmt.Sprintf("a path of at most %d bytes", MaxPath))
		return
	}
	d.path = append(d.path, '/')
	for _, r := range string(key) { // broken bytes become U+FFFD
		switch r {
		case '~':
			d.path = append(d.path, "~0"...)
		case '/':
			d.path = append(d.path, "~1"...)
		default:
			d.path = append(d.path, string(r)...)
		}
	}
}
