package report

import (
	"fmt"
	"maps"
	"slices"

	"github.com/planeval/planeval/indicator"
	"golang.org/x/text/language"
)

// Options say how a report is worded and, of the whole report, what it holds. The zero Options are the report as it comes. Language
// and Words count for every document, Scores for [Build] and [Summary], Edit for Build alone.
type Options struct {
	// Language of the words: zh-Hans, which is also the zero's and that of every language that is neither Chinese nor
	// English, or en.
	Language language.Tag
	// Scores are the score sheets by which units were scored, shown in an appendix of their own. Without any, the whole
	// report has no such appendix. [BuildScores], which needs no evaluation, takes them by themselves.
	Scores []Scoring
	// Words replace words of the language's catalogue, by key: templates with the placeholders of those in [Words], of
	// which they may leave some out. What [Options.Validate] faults is not replaced, so ask it first.
	Words map[string]string
	// Edit, unless nil, changes the draft of the whole report that [Build] makes: a chapter's text, one more chapter, one
	// less. [Document.Section] finds sections by their IDs. Sections stand in the order that Edit leaves, and are numbered by
	// their Part; a Number that is digits counts instead of the place. Tables and charts get numbers before their captions, and
	// table- and figure- before their IDs, which are made unique; a chart names its tables by the IDs of the draft, and
	// loses those that are not there. A section without blocks says that there is nothing on it. What Edit puts in is not
	// translated. Texts that point to an annex or the appendices stay when these are taken out.
	Edit func(draft *Document)
}

// Words returns the catalogue of a language: the templates that the report is worded with, by key, with placeholders
// such as {name}. The catalogue is the caller's own copy. Keys may change between versions of the module.
func Words(tag language.Tag) map[string]string {
	return maps.Clone(catalogueOf(tag))
}

// Validate returns a fault for each of the words whose key no catalogue has, or that has a placeholder for which there is no
// value, in the order of the keys.
func (o Options) Validate() indicator.Faults {
	var faults indicator.Faults
	c := catalogueOf(o.Language)
	for _, key := range slices.Sorted(maps.Keys(o.Words)) {
		path := indicator.Pointer("words", key)
		template, ok := c[key]
		if !ok {
			faults.Add(path, indicator.FaultUnknown, key, "a key of the catalogue")
			continue
		}
		known := placeholders(template)
		for _, name := range placeholders(o.Words[key]) {
			if !slices.Contains(known, name) {
				faults.Add(path, indicator.FaultReference, name, fmt.Sprintf("some of the placeholders %v", known))
			}
		}
	}
	return faults
}

// replaced returns a catalogue with those words that fit.
func (o Options) replaced(c catalogue) catalogue {
	if len(o.Words) == 0 {
		return c
	}
	c = maps.Clone(c)
	for key, template := range o.Words {
		if one := (Options{Language: o.Language, Words: map[string]string{key: template}}); len(one.Validate()) == 0 {
			c[key] = template
		}
	}
	return c
}

func catalogueOf(tag language.Tag) catalogue {
	if isEnglish(tag) {
		return englishWords()
	}
	return chineseWords()
}
