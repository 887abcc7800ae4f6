package conformance

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	htmlrenderer "github.com/yuin/goldmark/renderer/html"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// parser lets raw HTML through, so that HTML which a text brought along shows as an element.
var parser = goldmark.New(goldmark.WithExtensions(extension.GFM), goldmark.WithRendererOptions(htmlrenderer.WithUnsafe()))

// outline returns what a reader of the Markdown gets: one entry for each element, with its attributes, and one for each
// stretch of text between two tags, quoted by a leading space. White space between blocks is left out.
func outline(t testing.TB, markdown []byte) []string {
	var page bytes.Buffer
	require.NoError(t, parser.Convert(markdown, &page))
	nodes, err := html.ParseFragment(&page, &html.Node{Type: html.ElementNode, DataAtom: atom.Body, Data: "body"})
	require.NoError(t, err)
	var entries []string
	for _, n := range nodes {
		entries = walk(entries, n)
	}
	return entries
}

func walk(entries []string, n *html.Node) []string {
	switch n.Type {
	case html.TextNode:
		if !layout(n) {
			entries = append(entries, " "+n.Data)
		}
	case html.ElementNode:
		var entry strings.Builder
		entry.WriteString(n.Data)
		for _, a := range n.Attr {
			entry.WriteString(" " + a.Key + "=" + a.Val)
		}
		entries = append(entries, entry.String())
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			entries = walk(entries, c)
		}
	default:
		entries = append(entries, "not text or element: "+n.Data)
	}
	return entries
}

// layout says whether a text is only the line break that goldmark puts between two blocks.
func layout(n *html.Node) bool {
	if n.Data != "\n" {
		return false
	}
	return n.Parent == nil || slices.Contains([]string{"ul", "ol", "table", "thead", "tbody", "tr"}, n.Parent.Data)
}
