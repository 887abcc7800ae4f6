package report

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// call is a call of say or word in the source of this package.
type call struct {
	method, key string
	names       []string
	spread      bool
	at          token.Position
}

func calls(t *testing.T) []call {
	t.Helper()
	var list []call
	files, err := os.ReadDir(".")
	require.NoError(t, err)
	set := token.NewFileSet()
	for _, entry := range files {
		if !strings.HasSuffix(entry.Name(), ".go") || strings.HasSuffix(entry.Name(), "_test.go") {
			continue
		}
		file, err := parser.ParseFile(set, entry.Name(), nil, 0)
		require.NoError(t, err)
		ast.Inspect(file, func(n ast.Node) bool {
			c, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			f, ok := c.Fun.(*ast.SelectorExpr)
			if !ok || f.Sel.Name != "say" && f.Sel.Name != "word" {
				return true
			}
			found := call{method: f.Sel.Name, key: literal(c.Args[0]), spread: c.Ellipsis.IsValid(), at: set.Position(c.Pos())}
			for i := 1; i < len(c.Args); i += 2 {
				found.names = append(found.names, literal(c.Args[i]))
			}
			list = append(list, found)
			return true
		})
	}
	require.Greater(t, len(list), 300)
	return list
}

func literal(e ast.Expr) string {
	if l, ok := e.(*ast.BasicLit); ok && l.Kind == token.STRING {
		text, _ := strconv.Unquote(l.Value)
		return text
	}
	return ""
}

// TestEveryKeyIsUsedAsItIsWritten reads the source: every key that is said is in the catalogue with just the
// placeholders that are given to it, and every key of the catalogue is said somewhere.
func TestEveryKeyIsUsedAsItIsWritten(t *testing.T) {
	c := chineseWords()
	used := map[string]bool{}
	families := map[string]bool{
		"mark": true, "qualifier": true, "method-basis": true, "counted": true,
	}
	maps.Copy(families, ruleFamilies)
	for _, call := range calls(t) {
		if !assert.NotEmpty(t, call.key, "%s: the key is a literal", call.at) {
			continue
		}
		if call.method == "word" {
			families[call.key] = true
			assert.Positive(t, count(c, call.key+"."), "%s: no words of the family %s", call.at, call.key)
			continue
		}
		used[call.key] = true
		template, ok := c[call.key]
		if assert.True(t, ok, "%s: no words for %s", call.at, call.key) && !call.spread {
			given := slices.Sorted(slices.Values(call.names))
			assert.Equal(t, names(template), slices.Compact(given), "%s: %s", call.at, call.key)
		}
	}
	for key := range c {
		family, _, _ := strings.Cut(key, ".")
		assert.True(t, used[key] || families[family], "nothing says %s", key)
	}
}
