package html_test

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/report"
	"github.com/planeval/planeval/report/html"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestVariablesAreWrittenInOrder(t *testing.T) {
	page := write(t, report.Document{}, html.Options{Variables: map[string]string{
		"ink": "rgb(0 0 0 / 90%)", "accent": "#036", "font-title": "华文中宋, Noto Serif CJK SC, 楷体_GB2312, serif", "beyond": "color-mix(in oklab, black, hsl(1.5turn 2% 3%))",
	}})
	assert.Contains(t, page, "\n:root:root:root{--accent:#036;--beyond:color-mix(in oklab, black, hsl(1.5turn 2% 3%));--font-title:华文中宋, Noto Serif CJK SC, 楷体_GB2312, serif;--ink:rgb(0 0 0 / 90%);}\n</style>")
	assert.NotContains(t, write(t, report.Document{}, html.Options{}), ":root:root")
}

// The names that may be set are those that the style sheets set: no more, no fewer.
func TestEveryVariableOfTheStyleSheetMayBeSet(t *testing.T) {
	names := map[string]string{}
	for _, found := range regexp.MustCompile(`[{;]--([a-z-]+):`).FindAllStringSubmatch(write(t, report.Document{}, html.Options{}), -1) {
		names[found[1]] = "0"
	}
	require.NotEmpty(t, names)
	assert.Empty(t, html.Options{Variables: names}.Validate())

	faults := html.Options{Variables: map[string]string{"no-such": "0"}}.Validate()
	require.Len(t, faults, 1)
	listed := strings.Split(strings.TrimPrefix(faults[0].Want, "one of "), ", ")
	for _, name := range listed {
		assert.Contains(t, names, name)
	}
	assert.Len(t, names, len(listed))
}

func TestFaultsOfOptions(t *testing.T) {
	const want = "a value made of letters, digits, spaces, # % . , + - / _ and functions that give a colour or reckon"
	values := []string{
		"", " ", "red;", "red}", "{", "</style>", "url(x)", "url(//a.b/c)", "URL(x)", "image-set(x)", "src(x)", "var(--ink)", "env(x)", "attr(x)", "()", "rgb(", "rgb)", ")rgb(",
		"rgb(url(x))", "a\\62", "a\nb", "a\tb", "'a'", `"a"`, "/* a */", "a:b", "a!important", "@import", "<!--", "expression(alert(1))", "a\x00", "a\xff", "\uFFFD", "rgb (0 0 0)",
	}
	for _, value := range values {
		faults := html.Options{Variables: map[string]string{"ink": value}}.Validate()
		assert.Equal(t, indicator.Faults{{Path: "/variables/ink", Rule: indicator.FaultText, Value: value, Want: want}}, faults, "%q", value)
	}

	o := html.Options{Variables: map[string]string{"ink": ";", "a/b": "0", "paper": "#fff", "Ink": "}"}}
	var rules []string
	for _, f := range o.Validate() {
		rules = append(rules, f.Path+" "+string(f.Rule))
	}
	assert.Equal(t, []string{"/variables/Ink unknown", "/variables/Ink text", "/variables/a~1b unknown", "/variables/ink text"}, rules, "all at once, by name")

	var b bytes.Buffer
	err := html.Write(&b, report.Document{}, html.Options{Variables: map[string]string{"ink": "}"}})
	assert.EqualError(t, err, `html: /options/variables/ink: text: got "}", want `+want)
	assert.Empty(t, b.String(), "nothing is written")
	var faults indicator.Faults
	require.ErrorAs(t, html.Write(&b, report.Document{Blocks: []report.Block{nil}}, html.Options{Variables: map[string]string{"ink": "}"}}), &faults)
	assert.Len(t, faults, 2, "those of the document and of the options at once")
}
