package report

import (
	"reflect"
	"slices"
	"strings"

	"github.com/planeval/planeval/internal/pointer"
)

// place names what a JSON Pointer into the plan points to: the part of the plan and, of a list, what the element is
// known by.
func (w *writer) place(path string) string {
	return w.part(path) + w.paren(w.t(w.placeAt(path).name))
}

// part names the part of the plan that a path leads into, as closely as there are words for it; a path into nothing
// that is known stays as it is.
func (w *writer) part(path string) string {
	var names []string
	for _, token := range strings.Split(path, "/")[1:] {
		if _, ok := pointer.Index(token); !ok {
			names = append(names, token)
		}
	}
	for n := len(names); n > 0; n-- {
		if key := strings.Join(names[:n], "-"); w.has("part", key) {
			return w.word("part", key, "")
		}
	}
	return w.t(path)
}

// mostSections is how many sections of the source report the evidence of a rule names; more are too many to look up.
const mostSections = 3

// evidence says how much of the plan a rule has looked at, such as 8 indicators, and where the source report has it
// where these are few places.
func (w *writer) evidence(paths []string) string {
	var things, lists, sections []string
	counts, seen := map[string]int{}, map[string]bool{}
	for _, path := range paths {
		if len(sections) <= mostSections {
			for section := range strings.SplitSeq(w.placeAt(path).source, "；") {
				if section = w.t(section); section != "" && !slices.Contains(sections, section) {
					sections = append(sections, section)
				}
			}
		}
		key, list := element(path)
		switch {
		case seen[key]:
		case !w.has("counted", list+".many"):
			things = append(things, w.part(path))
		case counts[list] == 0:
			lists = append(lists, list)
			fallthrough
		default:
			counts[list]++
		}
		seen[key] = true
	}
	for _, list := range lists {
		things = append(things, w.counted(list, counts[list]))
	}
	looked := or(w.list(things...), missing)
	if len(sections) == 0 || len(sections) > mostSections {
		return looked
	}
	return w.say("evidence.sections", "things", looked, "sections", w.list(sections...))
}

// element cuts a path behind its last index, and returns the name of the list that it is an index of; without any index
// it returns the whole path and no list.
func element(path string) (key, list string) {
	tokens := strings.Split(path, "/")
	for i := len(tokens) - 1; i > 1; i-- {
		if _, ok := pointer.Index(tokens[i]); ok {
			return strings.Join(tokens[:i+1], "/"), tokens[i-1]
		}
	}
	return path, ""
}

// planPlace is what is known of a place in the plan: the section that the source report has it in, and the name of the
// nearest element of a list.
type planPlace struct{ source, name string }

// placeAt follows a JSON Pointer into the plan as far as it leads; many rules look at the same places.
func (w *writer) placeAt(path string) planPlace {
	at, known := w.places[path]
	if known {
		return at
	}
	for token, v := range pointer.Walk(&w.e.Plan, path) {
		if _, ok := pointer.Index(token); ok {
			at.name = or(textOf(v, "Name"), textOf(v, "Title"), textOf(v, "Group"), textOf(v, "Text"), at.name)
		}
		at.source = or(textOf(v, "Source"), at.source)
	}
	w.places[path] = at
	return at
}

// textOf returns a text field of a struct, empty where there is none.
func textOf(v reflect.Value, field string) string {
	if v.Kind() != reflect.Struct {
		return ""
	}
	if f := v.FieldByName(field); f.IsValid() && f.Kind() == reflect.String {
		return f.String()
	}
	return ""
}
