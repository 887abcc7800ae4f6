package html_test

import (
	"bytes"
	stdhtml "html"
	"strings"
	"testing"

	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/internal/typeset"
	"github.com/planeval/planeval/report"
	"github.com/planeval/planeval/report/html"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A reader of the page gets the text that [typeset.Clean] makes of the text of the document, and no markup.
func FuzzTexts(f *testing.F) {
	f.Add("a<b>&\"c\"\r\n")
	f.Add("\x00\xff\u202e\uFFFE&amp;\u2028")
	f.Fuzz(func(t *testing.T, text string) {
		if text == "" {
			return // no paragraph
		}
		written := in(t, report.Paragraph{Text: text})
		inner := strings.TrimSuffix(strings.TrimPrefix(written, "<p>"), "\n")
		assert.NotContains(t, inner, "<")
		assert.NotContains(t, inner, ">")
		assert.NotContains(t, inner, `"`)
		assert.Equal(t, typeset.Clean(text), stdhtml.UnescapeString(inner))
	})
}

// A value that passes stands in its declaration as it is: nothing in it ends one, opens a block or a comment, or loads a
// file.
func FuzzVariables(f *testing.F) {
	f.Add("rgb(0 0 0)")
	f.Add("url(x);}</style>")
	f.Fuzz(func(t *testing.T, value string) {
		o := html.Options{Variables: map[string]string{"ink": value}}
		var b bytes.Buffer
		err := html.Write(&b, report.Document{}, o)
		if err != nil {
			require.ErrorAs(t, err, new(indicator.Faults))
			require.Empty(t, b.Bytes())
			return
		}
		assert.Contains(t, b.String(), ":root:root:root{--ink:"+value+";}\n</style>")
		assert.False(t, strings.ContainsAny(value, ";{}<>\\\"'@:!*\n\r\t"), "%q", value)
		assert.NotContains(t, strings.ToLower(value), "url(")
		assert.Equal(t, strings.Count(value, "("), strings.Count(value, ")"))
	})
}
