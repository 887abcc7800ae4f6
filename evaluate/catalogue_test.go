package evaluate_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/planeval/planeval/evaluate"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestRuleIdsAreFrozen fails when an id is lost or changed: ids may be added at the end of the file, and one that is
// retired stays there with a minus sign.
func TestRuleIdsAreFrozen(t *testing.T) {
	frozen, err := os.ReadFile("testdata/rules.txt")
	require.NoError(t, err)
	var active []string
	for line := range strings.Lines(string(frozen)) {
		if id := strings.TrimSpace(line); id != "" && !strings.HasPrefix(id, "-") {
			active = append(active, id)
		}
	}
	assert.ElementsMatch(t, active, ids(evaluate.Catalogue()))
}

func ids(rules []evaluate.Rule) []string {
	list := make([]string, len(rules))
	for i, rule := range rules {
		list[i] = rule.ID
	}
	return list
}

func TestEveryRuleOfTheCatalogueIsComplete(t *testing.T) {
	last := -1
	for _, rule := range evaluate.Catalogue() {
		group := slices.Index(evaluate.Groups(), rule.Group)
		assert.GreaterOrEqual(t, group, max(last, 0), "%s stands in its group", rule.ID)
		last = group
		assert.Contains(t, evaluate.Severities(), rule.Severity, rule.ID)
		assert.GreaterOrEqual(t, rule.Revision, 1, rule.ID)
		assert.NotNil(t, rule.Check, rule.ID)
		require.NotEmpty(t, rule.Basis, rule.ID)
		given := map[evaluate.Pack]bool{}
		for _, b := range rule.Basis {
			assert.Contains(t, evaluate.Packs(), b.Pack, rule.ID)
			assert.False(t, given[b.Pack], "%s has %s twice", rule.ID, b.Pack)
			given[b.Pack] = true
		}
		parts := slices.Concat(rule.Reads, rule.Seeks)
		assert.NotEmpty(t, parts, rule.ID)
		for _, path := range parts {
			plan := orderly()
			path = strings.ReplaceAll(strings.ReplaceAll(path, "**", "0/tasks/1"), "*", "0")
			plan.Unseen = []evaluate.Unseen{{Path: path, Reason: "not handed over"}}
			assert.Empty(t, plan.Validate(), "%s reads %s, which no plan has", rule.ID, path)
		}
	}
}

func TestPacksAreSubsetsInTheOrderOfTheCatalogue(t *testing.T) {
	catalogue := evaluate.Catalogue()
	packs := evaluate.Packs()
	for set := range 1 << len(packs) {
		var chosen []evaluate.Pack
		for i, pack := range packs {
			if set>>i&1 == 1 {
				chosen = append(chosen, pack)
			}
		}
		want := map[string][]evaluate.Basis{}
		var order []string
		for _, rule := range catalogue {
			for _, b := range rule.Basis {
				if slices.Contains(chosen, b.Pack) {
					want[rule.ID] = append(want[rule.ID], b)
				}
			}
			if len(want[rule.ID]) > 0 {
				order = append(order, rule.ID)
			}
		}
		rules := evaluate.Rules(chosen...)
		require.NotNil(t, rules, "nil would stand for the default rules")
		require.Equal(t, len(order), len(rules), chosen)
		for i, rule := range rules {
			require.Equal(t, order[i], rule.ID, chosen)
			require.Equal(t, want[rule.ID], rule.Basis, chosen)
		}
	}
	assert.Equal(t, ids(catalogue), ids(evaluate.Rules(packs...)))
	assert.Equal(t, ids(evaluate.Rules(evaluate.GoodPractice, evaluate.OwnScheme)), ids(evaluate.DefaultRules()))
}

func TestPacksHaveRulesAndDocuments(t *testing.T) {
	documents := map[evaluate.Pack]string{
		evaluate.DecisionRegulation: "《重大行政决策程序暂行条例》 国务院令第713号",
		evaluate.BudgetPerformance:  "《项目支出绩效评价管理办法》 财预〔2020〕10号",
	}
	for _, pack := range evaluate.Packs() {
		assert.NotEmpty(t, evaluate.Rules(pack), pack)
		d := pack.Document()
		assert.Equal(t, documents[pack], strings.TrimSpace(d.Title+" "+d.Number), pack)
	}
	assert.Equal(t, evaluate.Document{}, evaluate.Pack("city-handbook").Document())
}

func TestTheCatalogueIsTheCallersToChange(t *testing.T) {
	rules := evaluate.Catalogue()
	rules[0].Basis[0].Pack, rules[0].Seeks[0] = "mine", "/mine"
	assert.NotEqual(t, rules[0].Basis, evaluate.Catalogue()[0].Basis)
	assert.NotEqual(t, rules[0].Seeks, evaluate.Catalogue()[0].Seeks)
}

// Clauses of the plan's own scheme stand where the plan states them, and nowhere else.
func TestThePlanSaysInWhichClauseItsSchemeDemandsARule(t *testing.T) {
	plan := orderly()
	plan.Procedure.Clauses = map[string]string{"procedure.stages-missing": "五", "plan.basis-missing": "六"}
	e, err := evaluate.Evaluate(plan, evaluate.Options{AsOf: asOf, Rules: evaluate.Catalogue()})
	require.NoError(t, err)
	for _, run := range e.Runs {
		for _, b := range run.Basis {
			if b.Pack == evaluate.OwnScheme {
				assert.Equal(t, plan.Procedure.Clauses[run.Rule], b.Clause, run.Rule)
			} else {
				assert.NotEqual(t, "六", b.Clause, run.Rule)
			}
		}
	}
}
