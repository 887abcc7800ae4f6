package strictjson

import (
	"encoding"
	"encoding/json"
	"fmt"
	"reflect"
	"strings"

	"github.com/planeval/planeval/indicator"
)

// shape is what the decoder must know of a Go type.
type shape struct {
	takes   token               // the kinds of JSON value that fit
	want    string              // the same in words
	refused indicator.FaultRule // the fault of a text that UnmarshalText refuses; empty for a type without it
	elem    *shape              // of a list, map or pointer
	fields  []field
	byName  map[string]int // place in fields
}

type field struct {
	name  string
	index int
	shape *shape
}

// describe returns the shape of a type and panics when the type is none that can be read. A type may hold itself, so
// a shape is known before it is complete.
func describe(t reflect.Type, known map[reflect.Type]*shape) *shape {
	if s, ok := known[t]; ok {
		return s
	}
	s := &shape{}
	known[t] = s
	if s.describeText(t) {
		return s
	}
	switch t.Kind() {
	case reflect.String:
		s.takes, s.want = aText|aNull, "a text"
	case reflect.Bool:
		s.takes, s.want = aBoolean|aNull, "true or false"
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		s.takes, s.want = aNumber|aNull, "a whole number"
	case reflect.Slice:
		s.takes, s.want = aList|aNull, "a list"
		s.elem = describe(t.Elem(), known)
	case reflect.Map:
		mustBe(t.Key().Kind() == reflect.String && !hasMethod[encoding.TextUnmarshaler](t.Key()), t)
		s.takes, s.want = anObject|aNull, "an object"
		s.elem = describe(t.Elem(), known)
	case reflect.Pointer:
		s.elem = describe(t.Elem(), known)
		s.takes, s.want = s.elem.takes, s.elem.want
	case reflect.Struct:
		s.takes, s.want = anObject|aNull, "an object"
		s.describeFields(t, known)
	default:
		mustBe(false, t)
	}
	return s
}

// describeText reports whether t reads itself from a text.
func (s *shape) describeText(t reflect.Type) bool {
	if !hasMethod[encoding.TextUnmarshaler](t) {
		mustBe(!hasMethod[json.Unmarshaler](t), t) // its own idea of JSON would be passed over
		return false
	}
	s.takes, s.want, s.refused = aText|aNull, "a text", indicator.FaultEnum
	switch t {
	case reflect.TypeFor[indicator.Value]():
		s.takes |= aNumber
		s.want, s.refused = "a number or a number in quotes", indicator.FaultNumber
	case reflect.TypeFor[indicator.Period]():
		s.want, s.refused = "a period such as 2022 in quotes", indicator.FaultPeriod
	}
	return true
}

func (s *shape) describeFields(t reflect.Type, known map[reflect.Type]*shape) {
	s.byName = make(map[string]int, t.NumField())
	for i := range t.NumField() {
		f := t.Field(i)
		mustBe(!f.Anonymous, t)
		tag := f.Tag.Get("json")
		if !f.IsExported() || tag == "-" {
			continue
		}
		name, options, _ := strings.Cut(tag, ",")
		if name == "" {
			name = f.Name
		}
		_, twice := s.byName[name]
		mustBe(!twice && !strings.Contains(options, "string"), t)
		s.byName[name] = len(s.fields)
		s.fields = append(s.fields, field{name, i, describe(f.Type, known)})
	}
}

func hasMethod[I any](t reflect.Type) bool {
	return reflect.PointerTo(t).Implements(reflect.TypeFor[I]())
}

func mustBe(readable bool, t reflect.Type) {
	if !readable {
		panic(fmt.Sprintf("strictjson: cannot read a %v", t))
	}
}

// nearest returns the key that was probably meant by an unknown one, or else some of the keys.
func (s *shape) nearest(key string) string {
	near, best := "", 3
	names := make([]string, len(s.fields))
	for i, f := range s.fields {
		names[i] = f.name
		if strings.EqualFold(key, f.name) {
			return f.name
		}
		if d := distance(key, f.name, best); d < best && d < len(f.name) {
			near, best = f.name, d
		}
	}
	const most = 8
	switch {
	case near != "":
		return near
	case len(names) > most:
		return "one of " + strings.Join(names[:most], ", ") + "…"
	case len(names) == 0:
		return "no keys"
	}
	return "one of " + strings.Join(names, ", ")
}

// distance counts the bytes to insert, drop or replace to make one key of the other; keys whose lengths differ by
// limit are not compared, as an unknown key can be very long.
func distance(a, b string, limit int) int {
	if max(len(a), len(b))-min(len(a), len(b)) >= limit {
		return limit
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			replaced := diagonal
			if a[i] != b[j] {
				replaced++
			}
			diagonal = row[j+1]
			row[j+1] = min(replaced, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
