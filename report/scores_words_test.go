package report

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// scoreConstants reads the constants of package score from its source: their values by type.
func scoreConstants(t *testing.T) map[string][]string {
	t.Helper()
	const folder = "../evaluate/score"
	files, err := os.ReadDir(folder)
	require.NoError(t, err)
	found := map[string][]string{}
	for _, entry := range files {
		if !strings.HasSuffix(entry.Name(), ".go") || strings.HasSuffix(entry.Name(), "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(folder, entry.Name()), nil, 0)
		require.NoError(t, err)
		ast.Inspect(file, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if !ok || len(spec.Values) != 1 {
				return true
			}
			kind, named := spec.Type.(*ast.Ident)
			value, literal := spec.Values[0].(*ast.BasicLit)
			if named && literal && value.Kind == token.STRING {
				text, err := strconv.Unquote(value.Value)
				require.NoError(t, err)
				found[kind.Name] = append(found[kind.Name], text)
			}
			return true
		})
	}
	return found
}

// What is added to package score has words here, or this test fails: a name in each family, and a meaning where that is more.
func TestEveryConstantOfScoresHasWords(t *testing.T) {
	families := map[string]struct {
		zero     string
		families []string
		count    int
	}{
		"RuleKind":          {"", []string{"score-rule", "score-formula"}, 14},
		"ImputeBy":          {"", []string{"score-impute"}, 5},
		"Ties":              {"first", []string{"score-ties", "score-ties-total"}, 4},
		"WeightMethod":      {"given", []string{"score-weighting", "score-weighting-meaning"}, 8},
		"Priority":          {"eigenvector", []string{"score-priority", "score-priority-meaning"}, 3},
		"RandomIndex":       {"saaty", []string{"score-random"}, 3},
		"AggregationMethod": {"arithmetic", []string{"score-aggregation", "score-aggregation-meaning"}, 6},
	}
	constants := scoreConstants(t)
	for kind, list := range constants {
		assert.Contains(t, families, kind, "constants of a type without words")
		assert.Len(t, list, families[kind].count, kind)
		for _, id := range list {
			for _, family := range families[kind].families {
				for tag, c := range catalogues() {
					assert.Contains(t, c, family+"."+or(id, families[kind].zero), tag)
				}
			}
		}
	}
	assert.Len(t, constants, len(families))
	for _, id := range []string{"score-factor.aggregation", "score-factor.rule", "score-direction.increase", "score-direction.decrease"} {
		for tag, c := range catalogues() {
			assert.Contains(t, c, id, tag)
		}
	}
	for key := range chineseScoring { // and nothing has words that is not there
		family, id, _ := strings.Cut(key, ".")
		for kind, of := range families {
			for _, own := range of.families {
				if family == own {
					assert.Contains(t, append(constants[kind], of.zero), id, key)
				}
			}
		}
	}
}
