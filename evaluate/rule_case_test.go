package evaluate_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/planeval/planeval/evaluate"
	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// ruleCase is one case of testdata/cases: the orderly plan, patched, and what the whole catalogue finds in it.
type ruleCase struct {
	Rule     string        `json:"rule"`
	Also     []string      `json:"also,omitempty"` // further rules that answer the same
	Name     string        `json:"name"`           // states what holds
	Patch    []operation   `json:"patch"`
	AsOf     string        `json:"asOf,omitempty"`    // 2023-08-31 where none is given
	Methods  []string      `json:"methods,omitempty"` // the method schedule where none is given
	Status   string        `json:"status"`
	Findings []caseFinding `json:"findings"`         // of the rule
	Others   []string      `json:"others,omitempty"` // of every other rule, as "rule status path"
}

// caseFinding is a finding as a case states it: a figure as a text, and the texts of arguments with one name together.
type caseFinding struct {
	Path   string         `json:"path"`
	Status string         `json:"status"`
	Args   map[string]any `json:"args,omitempty"`
	Margin string         `json:"margin,omitempty"`
}

// caseMethods are the methods that cases name.
func caseMethods() map[string]indicator.Method {
	strict := indicator.Schedule(indicator.Bands{Ahead: value("1.5"), OnCourse: value("1.2")})
	strict.ID = "strict"
	methods := map[string]indicator.Method{}
	for _, m := range []indicator.Method{
		indicator.Schedule(indicator.Bands{}), strict, indicator.FinalAssessment(indicator.FinalBands{}), indicator.Weather(),
		indicator.EnergyAssessment(indicator.EnergyPoints{}),
	} {
		methods[m.ID] = m
	}
	return methods
}

// caseFiles returns the cases by the group that their file is named after.
func caseFiles(t *testing.T) map[evaluate.Group][]ruleCase {
	t.Helper()
	files := map[evaluate.Group][]ruleCase{}
	for _, group := range evaluate.Groups() {
		var cases []ruleCase
		readFile(t, "testdata/cases/"+string(group)+".json", &cases)
		files[group] = cases
	}
	found, err := filepath.Glob("testdata/cases/*")
	require.NoError(t, err)
	require.Len(t, found, len(files), "every file is that of a group")
	return files
}

func TestRules(t *testing.T) {
	names := map[string]bool{}
	for group, cases := range caseFiles(t) {
		for _, c := range cases {
			t.Run(string(group)+"/"+c.Name, c.run)
			assert.False(t, names[c.Name], "two cases have the name %q", c.Name)
			names[c.Name] = true
		}
	}
}

// run evaluates the case's plan with the whole catalogue and compares.
func (c ruleCase) run(t *testing.T) {
	document, err := patched(orderlyDocument(t), c.Patch)
	require.NoError(t, err)
	options := evaluate.Options{AsOf: asOf, Rules: evaluate.Catalogue()}
	if c.AsOf != "" {
		options.AsOf = period(c.AsOf)
	}
	known := caseMethods()
	for _, id := range c.Methods {
		require.Contains(t, known, id)
		options.Methods = append(options.Methods, known[id])
	}
	e, err := evaluate.Evaluate(planOf(t, document), options)
	require.NoError(t, err)

	findings, others := []caseFinding{}, []string(nil)
	for _, f := range e.Findings {
		if f.Rule == c.Rule {
			findings = append(findings, stated(f))
		} else {
			others = append(others, f.Rule+" "+word(f.Status)+" "+f.Path)
		}
	}
	assert.Equal(t, c.Findings, findings)
	assert.Equal(t, c.Others, others)
	for _, run := range e.Runs {
		if run.Rule == c.Rule || slices.Contains(c.Also, run.Rule) {
			assert.Equal(t, c.Status, word(run.Status), run.Rule)
		}
	}
	checkPaths(t, &e, options.Rules, document)
}

// word is the status in a word, which unknown has too.
func word(s evaluate.Status) string {
	text, _ := s.MarshalText() // there is no error to have
	return string(text)
}

// stated gives a finding as cases state it.
func stated(f evaluate.Finding) caseFinding {
	c := caseFinding{Path: f.Path, Status: word(f.Status)}
	for _, a := range f.Args {
		if c.Args == nil {
			c.Args = map[string]any{}
		}
		if a.Figure != nil {
			c.Args[a.Name] = shownRounded(*a.Figure)
			continue
		}
		texts, ok := c.Args[a.Name].([]any)
		if !ok {
			texts = []any{}
		}
		for _, text := range a.Texts {
			texts = append(texts, text)
		}
		c.Args[a.Name] = texts
	}
	if f.Margin != nil {
		const places = 4
		c.Margin = strings.TrimSpace(f.Margin.By.Decimal(places, indicator.HalfUp).String() + " " + f.Margin.Unit)
	}
	return c
}

// shownRounded prints a figure with two places, as reports do.
func shownRounded(f indicator.Figure) string {
	const places = 2
	if why := f.Result.Missing(); why != indicator.Present {
		return why.String()
	}
	percent := f.Result.Percent(places, indicator.HalfUp).StringFixed(places)
	number := f.Result.Decimal(places, indicator.HalfUp).StringFixed(places)
	switch f.Formula.Display() {
	case indicator.Percent:
		return percent + " %"
	case indicator.Points:
		return percent + " points"
	case indicator.InUnit:
		return strings.TrimSpace(number + " " + f.Unit)
	}
	return number
}

// checkPaths checks of every run that its evidence and findings lie in the plan, or just beyond it where something is
// missing, and within what the rule says it reads; and that only what was looked at is called met.
func checkPaths(t *testing.T, e *evaluate.Evaluation, rules []evaluate.Rule, document any) {
	t.Helper()
	paths := map[string][]string{}
	for _, f := range e.Findings {
		paths[f.Rule] = append(paths[f.Rule], f.Path)
	}
	require.Len(t, e.Runs, len(rules))
	for i, run := range e.Runs {
		require.Equal(t, rules[i].ID, run.Rule)
		require.Len(t, paths[run.Rule], run.Findings)
		if len(run.Evidence) == 0 && run.Findings == 0 {
			assert.Equal(t, evaluate.NotApplicable, run.Status, run.Rule)
		} else {
			assert.NotEqual(t, evaluate.NotApplicable, run.Status, run.Rule)
		}
		for _, path := range append(slices.Clone(run.Evidence), paths[run.Rule]...) {
			parent := path[:strings.LastIndexByte(path, '/')]
			assert.True(t, resolves(document, path) || resolves(document, parent), "%s: %s is nowhere in the plan", run.Rule, path)
			assert.True(t, evaluate.Overlaps(slices.Concat(rules[i].Reads, rules[i].Seeks), path), "%s looks at %s, which it does not say it reads", run.Rule, path)
		}
	}
}

func TestEveryRuleHasACaseOfEachStatus(t *testing.T) {
	seen := map[string]bool{}
	for group, cases := range caseFiles(t) {
		of := map[string]bool{}
		for _, rule := range evaluate.Catalogue() {
			of[rule.ID] = rule.Group == group
		}
		for _, c := range cases {
			assert.True(t, of[c.Rule], "%s, of the case %q, is no rule of the group %s", c.Rule, c.Name, group)
			for _, id := range append([]string{c.Rule}, c.Also...) {
				seen[id+" "+c.Status] = true
			}
		}
	}
	for _, rule := range evaluate.Catalogue() {
		for _, status := range []evaluate.Status{evaluate.Met, evaluate.NotMet, evaluate.Unknown, evaluate.NotApplicable} {
			assert.True(t, seen[rule.ID+" "+word(status)], "%s has no case in which it is %s", rule.ID, word(status))
		}
	}
}
