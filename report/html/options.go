package html

import (
	"maps"
	"slices"
	"strings"
	"unicode"

	"github.com/planeval/planeval/indicator"
)

// Options say how a page looks. The zero Options are the default.
type Options struct {
	// Variables override custom properties of the style sheet by their names, without the two hyphens: "accent" with
	// "#003366" makes the rule below the title blue. Colours are page, paper, ink, muted, rule, track, band, accent, link; those of
	// tones are beyond, asked, asked-text, asked-cell, short, short-line, short-cell, unsettled, unsettled-cell; lists of fonts are
	// font-title, font-head, font-sub, font-text. A value is made of letters, digits, spaces and # % . , + - / _, so that names of
	// fonts stand without quotation marks, and of functions that give a colour or reckon; it is the caller's to make it one that
	// the property takes, and to keep texts readable on their ground.
	Variables map[string]string
}

// Validate returns a fault for each variable that the style sheet does not have and for each value that could be more
// than a value, such as one that ends its declaration or loads a file.
func (o Options) Validate() indicator.Faults {
	var faults indicator.Faults
	for _, name := range slices.Sorted(maps.Keys(o.Variables)) {
		path := indicator.Pointer("variables", name)
		if !slices.Contains(variables, name) {
			faults.Add(path, indicator.FaultUnknown, name, "one of "+strings.Join(variables, ", "))
		}
		if value := o.Variables[name]; !isValue(value) {
			faults.Add(path, indicator.FaultText, value, "a value made of letters, digits, spaces, # % . , + - / _ and functions that give a colour or reckon")
		}
	}
	return faults
}

// variables are the custom properties that may be set.
var variables = []string{
	"page", "paper", "ink", "muted", "rule", "track", "band", "accent", "link",
	"beyond", "asked", "asked-text", "asked-cell", "short", "short-line", "short-cell", "unsettled", "unsettled-cell",
	"font-title", "font-head", "font-sub", "font-text",
}

// functions are those of CSS that take no address of a file.
var functions = []string{"rgb", "rgba", "hsl", "hsla", "hwb", "lab", "lch", "oklab", "oklch", "color", "color-mix", "calc", "min", "max", "clamp"}

// isValue says whether a text is the value of a custom property and nothing more.
func isValue(s string) bool {
	open, word := 0, 0 // how many parentheses are open, and where the word began that is being read
	for i, r := range s {
		switch {
		case unicode.IsLetter(r), unicode.IsDigit(r), r == '-':
			continue
		case r == '(':
			if !slices.Contains(functions, s[word:i]) {
				return false
			}
			open++
		case r == ')':
			open--
			if open < 0 {
				return false
			}
		case !strings.ContainsRune(" #%.,+/_", r):
			return false
		}
		word = i + 1
	}
	return open == 0 && strings.TrimSpace(s) != ""
}

// rule writes the variables as a rule that goes before those of the style sheet, whatever the language and medium.
func (o Options) rule(p *page) {
	if len(o.Variables) == 0 {
		return
	}
	p.raw(":root:root:root{")
	for _, name := range slices.Sorted(maps.Keys(o.Variables)) {
		p.raw("--" + name + ":" + o.Variables[name] + ";")
	}
	p.raw("}\n")
}
