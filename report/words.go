package report

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"
)

// The languages of the words, as tags of [Document].
const (
	chinese = "zh-Hans"
	english = "en"
)

// catalogue holds the words of one language: templates by key, with named placeholders such as {name}.
type catalogue map[string]string

// words words things in one language.
type words struct {
	tag          string
	catalogue    catalogue
	translations map[string]string // of the plan's texts
	fault        func(string)      // told of a key or placeholder that does not fit; tests set it
}

func newWords(o Options, translations map[string]map[string]string) words {
	w := words{tag: chinese, catalogue: o.replaced(catalogueOf(o.Language))}
	if isEnglish(o.Language) {
		w.tag = english
	}
	w.translations = w.inLanguage(translations)
	return w
}

// inLanguage returns the translations into the language of the words.
func (w *words) inLanguage(translations map[string]map[string]string) map[string]string {
	if exact := translations[w.tag]; exact != nil {
		return exact
	}
	base, _, _ := strings.Cut(w.tag, "-")
	return translations[base]
}

// isEnglish reports whether the tag names English; every other language is answered in Chinese.
func isEnglish(tag language.Tag) bool {
	base, _, _ := tag.Raw()
	return base.String() == english
}

// say fills the template of a key; values are names and texts in turn.
func (w *words) say(key string, values ...string) string {
	template, ok := w.catalogue[key]
	if !ok {
		w.report("no words for " + key)
		return key
	}
	used := 0
	text := fill(template, func(name string) string {
		for i := 0; i+1 < len(values); i += 2 {
			if values[i] == name {
				used |= 1 << (i / 2)
				return values[i+1]
			}
		}
		w.report(key + " has nothing for {" + name + "}")
		return missing
	})
	if used != 1<<(len(values)/2)-1 {
		w.report(key + " does not use all of its values")
	}
	return text
}

// missing stands where a placeholder has no value.
const missing = "—"

func (w *words) report(problem string) {
	if w.fault != nil {
		w.fault(problem)
	}
}

// fill replaces every {name} of a template.
func fill(template string, value func(name string) string) string {
	if !strings.Contains(template, "{") {
		return template
	}
	var b strings.Builder
	b.Grow(2 * len(template))
	for {
		before, rest, ok := strings.Cut(template, "{")
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		name, after, ok := strings.Cut(rest, "}")
		if !ok {
			b.WriteString("{" + rest)
			return b.String()
		}
		b.WriteString(value(name))
		template = after
	}
}

// placeholders returns the names between braces, in their order.
func placeholders(template string) []string {
	var names []string
	fill(template, func(name string) string {
		names = append(names, name)
		return ""
	})
	return names
}

// word returns the words for an id of a family, such as a verdict; zero is the id of the empty one. An id that the
// catalogue does not know is the word itself.
func (w *words) word(family, id, zero string) string {
	if id == "" {
		id = zero
	}
	if text, ok := w.catalogue[family+"."+id]; ok {
		return text
	}
	return w.t(id)
}

// has reports whether there are words for an id of a family.
func (w *words) has(family, id string) bool {
	_, ok := w.catalogue[family+"."+id]
	return ok
}

// t returns a text of the plan, translated where the plan has a translation for it. Line breaks and other controls
// become spaces.
func (w *words) t(text string) string {
	if translated := w.translations[text]; translated != "" {
		text = translated
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == '\u2028' || r == '\u2029' {
			return ' '
		}
		return r
	}, text)
}

func (w *words) ts(texts []string) []string {
	translated := make([]string, 0, len(texts))
	for _, text := range texts {
		translated = append(translated, w.t(text))
	}
	return translated
}

// list joins short items inside a sentence. In Chinese nothing stands between marks of quotation or titles that follow each other
// (GB/T 15834).
func (w *words) list(items ...string) string {
	items = kept(items)
	mark := w.catalogue["mark.list"]
	if w.tag != chinese {
		return strings.Join(items, mark)
	}
	var b strings.Builder
	for i, item := range items {
		if i > 0 && !(closes(items[i-1]) && opens(item)) {
			b.WriteString(mark)
		}
		b.WriteString(item)
	}
	return b.String()
}

func opens(item string) bool { return strings.HasPrefix(item, "“") || strings.HasPrefix(item, "《") }

func closes(item string) bool {
	return strings.HasSuffix(item, "”") || strings.HasSuffix(item, "》")
}

// and joins short items inside a sentence, the last with a word.
func (w *words) and(items ...string) string { return w.joined(w.catalogue["mark.and"], items) }

// or joins alternatives inside a sentence.
func (w *words) or(items ...string) string { return w.joined(w.catalogue["mark.or"], items) }

func (w *words) joined(last string, items []string) string {
	items = kept(items)
	if len(items) < 2 || last == w.catalogue["mark.list"] {
		return w.list(items...)
	}
	return w.list(items[:len(items)-1]...) + last + items[len(items)-1]
}

// counted says how many of a thing there are, such as 8 departments.
func (w *words) counted(thing string, n int) string {
	form := "many"
	if n == 1 {
		form = "one"
	}
	return fill(w.catalogue["counted."+thing+"."+form], func(string) string { return w.count(n) })
}

// remarks joins what stands together in parentheses.
func (w *words) remarks(items ...string) string {
	return strings.Join(kept(items), w.catalogue["mark.remark"])
}

// clauses joins longer items inside a sentence.
func (w *words) clauses(items ...string) string {
	return strings.Join(kept(items), w.catalogue["mark.clause"])
}

// sentences joins whole sentences, leaving out empty ones.
func (w *words) sentences(items ...string) string {
	return strings.Join(kept(items), w.catalogue["mark.sentence"])
}

// colon joins a label and what it says.
func (w *words) colon(label, text string) string {
	if text == "" {
		return label
	}
	return label + w.catalogue["mark.colon"] + text
}

// paren puts a text in parentheses, to stand behind another; an empty one gives none.
func (w *words) paren(text string) string {
	if text == "" {
		return ""
	}
	return w.say("mark.paren", "text", text)
}

// capital makes the first letter of a heading or sentence a capital.
func capital(text string) string {
	r, size := utf8.DecodeRuneInString(text)
	if r >= 'a' && r <= 'z' {
		return string(unicode.ToUpper(r)) + text[size:]
	}
	return text
}

// kept leaves out the empty texts.
func kept(items []string) []string {
	if !slices.Contains(items, "") {
		return items
	}
	var rest []string
	for _, item := range items {
		if item != "" {
			rest = append(rest, item)
		}
	}
	return rest
}

// merged returns one catalogue of several parts, which have no keys in common.
func merged(parts []catalogue) catalogue {
	all := catalogue{}
	for _, part := range parts {
		for key, template := range part {
			all[key] = template
		}
	}
	return all
}

// lead ends the lead of a paragraph: in English with a colon, while in Chinese a space of full width sets it off.
func (w *words) lead(text string) string {
	if w.tag == english {
		return text + ":"
	}
	return text
}
