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
	return w.part(path) + w.paren(w.t(w.nameAt(path)))
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
			for section := range strings.SplitSeq(w.sourceAt(path), "；") {
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
	for end := len(path); end > 0; {
		slash := strings.LastIndexByte(path[:end], '/')
		before := strings.LastIndexByte(path[:max(slash, 0)], '/')
		if _, ok := pointer.Index(path[slash+1 : end]); ok && before >= 0 {
			return path[:end], path[before+1 : slash]
		}
		end = slash
	}
	return path, ""
}

// nameAt returns the name of the nearest element of a list on the way to a place in the plan, as far as the path leads.
func (w *writer) nameAt(path string) string {
	name := ""
	for token, v := range pointer.Walk(&w.e.Plan, path) {
		if _, ok := pointer.Index(token); ok {
			name = or(textOf(v, "Name"), textOf(v, "Title"), textOf(v, "Group"), textOf(v, "Text"), name)
		}
	}
	return name
}

// sourceAt returns the section that the source report has a place in the plan in, as far as the path leads. Many rules look
// at the same places, so it is looked up once.
func (w *writer) sourceAt(path string) string {
	source, known := w.sources[path]
	if known {
		return source
	}
	for _, v := range pointer.Walk(&w.e.Plan, path) {
		source = or(textOf(v, "Source"), source)
	}
	w.sources[path] = source
	return source
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
