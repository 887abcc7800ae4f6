// Package pointer follows JSON Pointers, RFC 6901, through plain data as it stands in memory.
package pointer

import (
	"iter"
	"reflect"
	"strconv"
	"strings"
)

// Walk yields each token of a path with what it leads to, as far as the path leads: fields of structs by the names that
// JSON knows them by, also behind a pointer, and elements of slices by their index. No token with ~ or / in it leads anywhere.
func Walk(root any, path string) iter.Seq2[string, reflect.Value] {
	return func(yield func(string, reflect.Value) bool) {
		v := reflect.ValueOf(root)
		for _, token := range strings.Split(path, "/")[1:] {
			v = reflect.Indirect(v)
			switch v.Kind() {
			case reflect.Struct:
				v = Field(v, token)
			case reflect.Slice:
				i, ok := Index(token)
				if !ok || i >= v.Len() {
					return
				}
				v = v.Index(i)
			default:
				return
			}
			if !v.IsValid() || !yield(token, v) {
				return
			}
		}
	}
}

// Field returns the field of a struct that JSON knows by that name; it is not valid where there is none.
func Field(v reflect.Value, name string) reflect.Value {
	for i := range v.NumField() {
		if tag, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("json"), ","); tag == name && name != "" {
			return v.Field(i)
		}
	}
	return reflect.Value{}
}

// Index returns the index that a token stands for, and false where it is none: digits without a leading zero.
func Index(token string) (int, bool) {
	i, err := strconv.ParseUint(token, 10, 31)
	return int(i), err == nil && (len(token) == 1 || token[0] != '0')
}
