package evaluate

import (
	"fmt"
	"reflect"
	"strings"

	"github.com/planeval/planeval/internal/pointer"
	"golang.org/x/text/unicode/norm"
)

// about returns a path into the plan with each index replaced by what the element there is known by, its code or
// name, so that the same thing is known again in another edition of the plan. What is not found in the plan stays as
// it is.
func (p Plan) about(path string) string {
	place, walked := []string{""}, 1
	for token, v := range pointer.Walk(p, path) {
		walked++
		if _, ok := pointer.Index(token); ok {
			token = norm.NFC.String(known(v, token))
		} else if token == "tasks" && len(place) > 2 && place[1] == token {
			place = place[:1] // a task is known by its own code, wherever in the tree it stands
		}
		place = append(place, token)
	}
	return strings.Join(append(place, strings.Split(path, "/")[walked:]...), "/")
}

// known returns what an element of a list is known by, the surest first, or its index.
func known(v reflect.Value, index string) string {
	if v.Kind() != reflect.Struct {
		return index
	}
	if c, ok := v.Interface().(Change); ok {
		return fmt.Sprint(c.Kind, c.From, c.To)
	}
	for _, name := range []string{"Code", "Name", "Title", "Group", "Subject", "Text", "Option", "Position", "Period", "Kind", "Role"} {
		if f := v.FieldByName(name); f.IsValid() && !f.IsZero() {
			return fmt.Sprint(f.Interface())
		}
	}
	return index
}

// isPlace reports whether a JSON Pointer can point into a plan: the names are those of fields, and where a list stands
// there is an index, which need not be in use.
func isPlace(path string) bool {
	tokens := strings.Split(path, "/")
	t := reflect.TypeFor[Plan]()
	for _, token := range tokens[1:] {
		if t.Kind() == reflect.Pointer {
			t = t.Elem()
		}
		switch t.Kind() {
		case reflect.Struct:
			f := pointer.Field(reflect.Zero(t), token)
			if !f.IsValid() {
				return false
			}
			t = f.Type()
		case reflect.Slice:
			if _, ok := pointer.Index(token); !ok {
				return false
			}
			t = t.Elem()
		default:
			return false
		}
	}
	return tokens[0] == "" && len(tokens) > 1
}
