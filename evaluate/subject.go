package evaluate

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"
)

// subject tells what a place in a plan is about, by codes and names instead of indices, so that the same thing is known
// again in another edition of the plan.
type subject struct{ plan reflect.Value }

func newSubject(p Plan) subject { return subject{reflect.ValueOf(p)} }

// of returns a path with each index replaced by what the element there is known by. What is not found in the plan stays
// as it is.
func (s subject) of(path string) string {
	tokens := strings.Split(path, "/")
	v := s.plan
	for i, token := range tokens[1:] {
		switch {
		case v.Kind() == reflect.Struct:
			v = fieldByTag(v, token)
		case v.Kind() == reflect.Slice:
			index, err := strconv.Atoi(token)
			if err != nil || index < 0 || index >= v.Len() {
				return strings.Join(tokens, "/")
			}
			v = v.Index(index)
			tokens[i+1] = known(v, token)
		}
		if !v.IsValid() {
			break
		}
	}
	return strings.Join(tokens, "/")
}

// isPlace reports whether a JSON Pointer can point into a plan: the names are those of fields, and where a list stands
// there is an index, which need not be in use.
func isPlace(path string) bool {
	tokens := strings.Split(path, "/")
	t := reflect.TypeFor[Plan]()
	for _, token := range tokens[1:] {
		switch t.Kind() {
		case reflect.Struct:
			f := fieldByTag(reflect.Zero(t), token)
			if !f.IsValid() {
				return false
			}
			t = f.Type()
		case reflect.Slice:
			if _, err := strconv.ParseUint(token, 10, 31); err != nil {
				return false
			}
			t = t.Elem()
		default:
			return false
		}
	}
	return tokens[0] == "" && len(tokens) > 1
}

// known returns what an element of a list is known by, the surest first, or its index.
func known(v reflect.Value, index string) string {
	if v.Kind() != reflect.Struct {
		return index
	}
	for _, name := range []string{"Code", "Name", "Title", "Group", "Subject", "Text", "Option", "Position", "Period", "Kind", "Role"} {
		if f := v.FieldByName(name); f.IsValid() && !f.IsZero() {
			return fmt.Sprint(f.Interface())
		}
	}
	return index
}

// fieldByTag returns the field that JSON knows by that name.
func fieldByTag(v reflect.Value, name string) reflect.Value {
	for i := range v.NumField() {
		if tag, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("json"), ","); tag == name && name != "" {
			return v.Field(i)
		}
	}
	return reflect.Value{}
}
