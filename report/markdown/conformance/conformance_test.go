package conformance

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/planeval/planeval/report"
	"github.com/planeval/planeval/report/markdown"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// hostile are texts that mean something to some parser of Markdown, by construct.
var hostile = []string{
	// Characters, alone and in pairs that open and close something.
	"\\", "\\\\", "`", "``a``", "*", "**", "*a*", "**粗**体", "_", "_a_", "__a__", "a_b", "a_b_c", "_中_文_", "{", "}", "[", "]",
	"(", ")", "#", "##", "+", "-", ".", "!", "|", "||", "<", "<<", ">", "&", "~", "~~a~~", "5~10、6~8", "$", "$a$", "$$", "@",
	"a*b*c", "中*文*字", "=", "==", "===", "'", "\"", "a \\", "a\\\nb", "a  \nb", "\\|", "\\\\|", "|\\", "a|b", "`|`", "`a`|`b`",
	// Links, images, footnotes.
	"[a](b)", "[a]", "[a][b]", "[a]: http://b.c", "![a](b)", "[^1]", "[^1]: a", "a](b)", "[a](<b>)", "[x]", "[ ] a", "[x] a",
	"http://a.b", "https://a.b/c_d_e?f=g&h=i", "HTTP://A.B", "ftp://a.b", "xhttp://a.b", "www.a.b", "WWW.A.B", "(www.a.b)",
	"a@b.c", "a.b-c_d@e-f.g", "<a@b.c>", "<5@b.c>", "mailto:a@b.c", "xmpp:a@b.c/d", "<http://a.b>", "见http://a.b。", "中www.a.b",
	// HTML and entities.
	"<b>a</b>", "</b>", "<!-- a -->", "<!a>", "<?a?>", "<![CDATA[a]]>", "<br>", "a<br/>b", "<a id=\"x\"></a>", "<div>", "<script>",
	"&amp;", "&lt;b&gt;", "&#60;b&#62;", "&#x3c;", "&nbsp;", "&ampamp;", "&;", "&#;", "&copy", "R&D;", "&amp", "a<b", "a<5", "<=5", "<",
	// Starts of blocks.
	"# a", "#", "####### a", "a #", "a ##", "a#", "# #", "#a", "- a", "-", "--", "---", "- - -", "+ a", "+", "* a", "***", "___", "_ _ _",
	"1. a", "1.", "1)", "12) a", "1.5", "2023. a", "> a", ">a", "= a", "    a", "\ta", "~~~", "```", "```go\na\n```", "a\n===", "a\n---",
	"| a | b |\n| - | - |", "| - | :-: |", ":---:", "a\n\nb", "a\r\nb", "a\rb", "\n", "\r\n", "\na", "a\n", ": a", "---\na: b\n---",
	// Spaces and characters without a shape.
	" ", "  ", " a", "a ", "  a  ", "a  b", "\t", "a\tb", "　", "　　全角", "全角　", "\u00a0a\u00a0", "\u2028", "a\u2028b", "\u2003a",
	"\x00", "a\x00b", "\x1b[31m红\x1b[0m", "\u0085", "\u009b31m", "\u202eabc", "\u2066a\u2069", "\ufeffa", "\ufffe", "\U0001ffff", "\xff", "a\xc3",
	"a\u0301", "\u0301", "👍🏽", "𠮷", "\u200b", "\u200da",
	// Ordinary texts.
	"95.33%", "R&D", "2022-08-20", "+6.32", "4+1", "-5.3", "#5", "3 < 5", "“十四五”规划", "（一）评估", "a_b", "C#", "1374家", "50%~60%",
}

// catalogue returns the inputs of testdata/bad_inputs.json, copied from the project's vectors; the entries' source says so.
func catalogue(t testing.TB) []string {
	file, err := os.ReadFile("testdata/bad_inputs.json")
	require.NoError(t, err)
	var entries []struct {
		ID    string `json:"id"`
		Input string `json:"input"`
	}
	require.NoError(t, json.Unmarshal(file, &entries))
	require.Len(t, entries, 21)
	inputs := make([]string, len(entries))
	for i, e := range entries {
		inputs[i] = e.Input
	}
	return inputs
}

func TestTexts(t *testing.T) {
	for _, text := range append(catalogue(t), hostile...) {
		check(t, text)
	}
	for _, a := range hostile { // what stands in the middle of a line
		check(t, "甲"+a+"乙")
		check(t, a+" b "+a)
	}
}

// TestEveryPair puts each mark of ASCII, and what they stand beside, before each other one.
func TestEveryPair(t *testing.T) {
	const characters = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~ a1文\n\t\x1b"
	for _, a := range characters {
		for _, b := range characters {
			pair := string([]rune{a, b})
			check(t, pair)
			check(t, pair+"x"+pair+"文"+pair)
		}
	}
}

// TestReports looks at the reports that package markdown has as golden files: they are made of a few elements, and each
// link leads to an anchor.
func TestReports(t *testing.T) {
	files, err := filepath.Glob("../testdata/*.golden.md")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		source, err := os.ReadFile(file)
		require.NoError(t, err)
		links, anchors := []string{}, []string{}
		for _, entry := range outline(t, source) {
			element, attributes, _ := strings.Cut(entry, " ")
			switch element {
			case "": // text
			case "h1", "h2", "h3", "h4", "h5", "h6", "p", "strong", "br", "ul", "ol", "li", "table", "thead", "tbody", "tr":
				assert.Empty(t, attributes, "%s: %s", file, entry)
			case "th", "td":
				assert.Regexp(t, "^(style=text-align:(right|center))?$", attributes, "%s: %s", file, entry)
			case "a":
				if href, ok := strings.CutPrefix(attributes, "href=#"); ok {
					links = append(links, href)
				} else {
					anchors = append(anchors, strings.TrimPrefix(attributes, "id="))
				}
			default:
				assert.Fail(t, "an element that is not written", "%s: %s", file, entry)
			}
		}
		assert.NotEmpty(t, links, file)
		assert.Equal(t, links, anchors, file)
	}
}

func FuzzText(f *testing.F) {
	f.Add("**a** [b](c) <d> | e")
	f.Fuzz(func(t *testing.T, text string) {
		if text != "x" && text != "X" { // goldmark takes [x](#a) for a task's box; GFM wants a space after it
			check(t, text)
		}
	})
}

// check writes the text in every position of a document and reads it back.
func check(t testing.TB, text string) {
	t.Helper()
	if text == "" {
		return // an empty text leaves its block out
	}
	p, table, list := func(text string) report.Paragraph { return report.Paragraph{Text: text} }, report.Table{
		Caption: text,
		Columns: []report.Column{{Title: text}, {Title: text, Align: report.End}, {Title: "丙", Align: report.Center}},
		Rows: [][]report.Cell{
			{{Text: text}, {Text: "1"}, {Text: text}},
			{{}, {Text: text}, {}},
		},
		Notes: []string{text, text},
	}, []report.Paragraph{{Text: text}, {Lead: "项：", Text: text}, {Text: text}}
	d := report.Document{
		Title:    text,
		Subtitle: text,
		Blocks: []report.Block{
			p(text), p(text), report.List{Items: list}, report.List{Items: list}, report.List{Numbered: true, Items: list},
			report.List{Numbered: true, Items: list}, table, p(text),
		},
		Sections: []report.Section{
			{ID: "a", Level: 1, Title: text, Blocks: []report.Block{table}, Sections: []report.Section{{Level: 2, Number: "1.1", Title: text}}},
			{ID: "b", Level: 1, Number: "一、", Title: text},
			{Level: 3, Title: "丙" + text},
			{Level: 9, Title: text + "丁"},
		},
	}
	var b bytes.Buffer
	require.NoError(t, markdown.Write(&b, d))

	// What must come out, written down from the document's meaning and not from the writer.
	flow := " " + strings.ReplaceAll(clean(text), "\n", " ")
	var inCell []string
	for i, part := range strings.Split(clean(text), "\n") {
		if i > 0 {
			inCell = append(inCell, "br")
		}
		if part != "" {
			inCell = append(inCell, " "+part)
		}
	}
	var want []string
	add := func(entries ...string) { want = append(want, entries...) }
	items := func(kind string) {
		add(kind, "li", flow, "li", "strong", " 项", " ："+flow[1:], "li", flow)
	}
	cells := func() {
		add("p", "strong", flow, "table", "thead", "tr", "th")
		add(inCell...)
		add("th style=text-align:right")
		add(inCell...)
		add("th style=text-align:center", " 丙", "tbody", "tr", "td")
		add(inCell...)
		add("td style=text-align:right", " 1", "td style=text-align:center")
		add(inCell...)
		add("tr", "td", "td style=text-align:right")
		add(inCell...)
		add("td style=text-align:center", "p", flow, "p", flow)
	}
	add("h1", flow, "p", flow)
	add("ul", "li", "a href=#a", flow, "li", "a href=#b", " 一、"+flow[1:], "li", " 丙"+flow[1:], "li", flow+"丁")
	add("p", flow, "p", flow)
	items("ul")
	items("ul")
	items("ol")
	items("ol")
	cells()
	add("p", flow, "h2", flow, "a id=a")
	cells()
	add("h3", " 1.1 "+flow[1:], "h2", " 一、"+flow[1:], "a id=b", "h4", " 丙"+flow[1:], "h6", flow+"丁")
	require.Equal(t, strings.Join(want, "\n"), strings.Join(outline(t, b.Bytes()), "\n"), "%q is written as\n%s", text, b.String())
	checkLeads(t, text)
}

// checkLeads puts the text before and after leads. One space, of either width, may come between them, and the lead's own
// stops may follow its bold part.
func checkLeads(t testing.TB, text string) {
	t.Helper()
	for _, c := range []report.Paragraph{
		{Lead: text, Text: "后文"}, {Lead: text, Text: "after"}, {Lead: text, Text: text}, {Lead: "前言：", Text: text}, {Lead: "（一）", Text: text},
		{Lead: text + "：", Text: text}, {Lead: "Lead.", Text: text}, {Lead: "中" + text + "）", Text: "后" + text},
	} {
		var b bytes.Buffer
		require.NoError(t, markdown.Write(&b, report.Document{Blocks: []report.Block{c}}))
		lead, rest := strings.ReplaceAll(clean(c.Lead), "\n", " "), strings.ReplaceAll(clean(c.Text), "\n", " ")
		entries := outline(t, b.Bytes())
		require.Len(t, entries, 4, "%q is written as %s", c, b.String())
		assert.Equal(t, []string{"p", "strong"}, entries[:2], "%q", c)
		bold, after := entries[2][1:], entries[3][1:]
		stops, ok := strings.CutPrefix(lead, bold)
		assert.True(t, ok, "%q is written as %s", c, b.String())
		assert.Empty(t, strings.Trim(stops, "：。，；、！？"), "%q is written as %s", c, b.String())
		if after != stops+rest && after != " "+rest && after != "\u3000"+rest {
			assert.Fail(t, "the text differs", "%q is written as %s", c, b.String())
		}
	}
}

// clean says what becomes of a text in any renderer of Markdown: line breaks are \n, a tab is a space, and what cannot be
// shown is U+FFFD.
func clean(text string) string {
	var b strings.Builder
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n").Replace(text)
	for _, r := range text {
		switch {
		case r == '\n':
			b.WriteRune(r)
		case r == '\t':
			b.WriteRune(' ')
		case r < ' ', 0x7f <= r && r <= 0x9f, unicode.In(r, unicode.Noncharacter_Code_Point), 0x202a <= r && r <= 0x202e, 0x2066 <= r && r <= 0x2069:
			b.WriteRune(utf8.RuneError)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
