package evaluate_test

import (
	"encoding/json"
	"maps"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/planeval/planeval/evaluate"
	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// everyOption applies the whole catalogue and every method that cases name.
func everyOption() evaluate.Options {
	known := caseMethods()
	options := evaluate.Options{AsOf: asOf, Rules: evaluate.Catalogue()}
	for _, id := range slices.Sorted(maps.Keys(known)) {
		options.Methods = append(options.Methods, known[id])
	}
	slices.SortFunc(options.Methods, func(a, b indicator.Method) int { // the one that counts is the default one
		return strings.Compare(a.ID, b.ID)
	})
	i := slices.IndexFunc(options.Methods, func(m indicator.Method) bool { return m.ID == "schedule" })
	options.Methods[0], options.Methods[i] = options.Methods[i], options.Methods[0]
	return options
}

// places returns the JSON Pointers of everything in a document, in their order. Its keys need no escapes.
func places(document any, path string) []string {
	list := []string{path}
	switch part := document.(type) {
	case map[string]any:
		for _, key := range slices.Sorted(maps.Keys(part)) {
			list = append(list, places(part[key], path+"/"+key)...)
		}
	case []any:
		for i, element := range part {
			list = append(list, places(element, path+"/"+strconv.Itoa(i))...)
		}
	}
	return list
}

// mutated returns the orderly plan after a few random operations, and false where it is no plan any more. It may be at
// fault.
func mutated(t *testing.T, random *rand.Rand) (evaluate.Plan, bool) {
	t.Helper()
	values := []string{`""`, `"0"`, `"-1"`, `"2022"`, `"2022-06-30"`, `"2022Q3"`, `"99999999999999999999999999999999999999"`, `"0.00000000000000000001"`,
		`"i1"`, `"built"`, `"d1"`, `"1"`, `"%"`, `"亿元"`, `"元"`, `"decrease"`, `"range"`, `"maintain"`, `"flow"`, `"cumulative"`, `"reduction"`, `"growth"`,
		`"about"`, `"nearly"`, `"delayed"`, `"adjusted"`, `"derived"`, `"suspend"`, `"performance"`, `"good"`, `[]`, `{}`, `null`, `true`, `7`}
	document := orderlyDocument(t)
	for range 1 + random.IntN(4) {
		all := places(document, "")[1:]
		op := operation{Op: "replace", Path: all[random.IntN(len(all))]}
		if random.IntN(2) == 0 {
			op.Op = "remove"
		} else {
			require.NoError(t, unmarshalStrictly([]byte(values[random.IntN(len(values))]), &op.Value))
		}
		var err error
		document, err = patched(document, []operation{op})
		require.NoError(t, err)
	}
	data, err := json.Marshal(document)
	require.NoError(t, err)
	var plan evaluate.Plan
	return plan, json.Unmarshal(data, &plan) == nil
}

func TestRandomPlansAreEvaluatedOrRefused(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	options := everyOption()
	evaluated, refused := 0, 0
	for range 500 {
		plan, ok := mutated(t, random)
		if !ok {
			continue
		}
		faults := plan.Validate()
		e, err := evaluate.Evaluate(plan, options)
		require.Equal(t, len(faults) == 0, err == nil)
		if err != nil {
			refused++
			continue
		}
		evaluated++
		require.Len(t, e.Runs, len(options.Rules))
		_, err = json.Marshal(e)
		require.NoError(t, err)
	}
	assert.Greater(t, evaluated, 50)
	assert.Greater(t, refused, 50)
}

// What was not seen makes answers unknown: it never turns one that is not met, or not known, into one that is met, and
// concerns those rules alone that read it.
func TestWhatWasNotSeenMakesNothingMet(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	rules := evaluate.Catalogue()
	options := evaluate.Options{AsOf: asOf, Rules: rules}
	worse, spared := 0, 0
	for range 15 {
		plan, ok := mutated(t, random)
		if !ok || len(plan.Validate()) > 0 {
			continue
		}
		before, err := evaluate.Evaluate(plan, options)
		require.NoError(t, err)
		for _, path := range places(orderlyDocument(t), "")[1:] {
			less := plan
			less.Unseen = append(slices.Clone(plan.Unseen), evaluate.Unseen{Path: path, Reason: "not handed over"})
			after, err := evaluate.Evaluate(less, options)
			require.NoError(t, err)
			for i, run := range after.Runs {
				was := before.Runs[i].Status
				if was == evaluate.NotMet || was == evaluate.Unknown {
					require.Contains(t, []evaluate.Status{evaluate.NotMet, evaluate.Unknown}, run.Status, "%s without %s", run.Rule, path)
				}
				reads := evaluate.Overlaps(rules[i].Reads, path)
				switch {
				case run.Exempt != "":
				case reads && was != evaluate.NotMet:
					require.Equal(t, evaluate.Unknown, run.Status, "%s without %s", run.Rule, path)
					worse++
				case !reads:
					require.Equal(t, was, run.Status, "%s without %s", run.Rule, path)
					spared++
				}
			}
		}
	}
	assert.Greater(t, worse, 500)
	assert.Greater(t, spared, 500)
}

func TestRulesDoNotDependOnEachOther(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	for range 100 {
		plan, ok := mutated(t, random)
		if !ok || len(plan.Validate()) > 0 {
			continue
		}
		options := everyOption()
		together, err := evaluate.Evaluate(plan, options)
		require.NoError(t, err)
		random.Shuffle(len(options.Rules), func(i, j int) { options.Rules[i], options.Rules[j] = options.Rules[j], options.Rules[i] })
		shuffled, err := evaluate.Evaluate(plan, options)
		require.NoError(t, err)
		require.Equal(t, byRule(&together), byRule(&shuffled))
	}
}

// byRule returns the run and the findings of each rule.
func byRule(e *evaluate.Evaluation) map[string][]any {
	of := map[string][]any{}
	for _, run := range e.Runs {
		of[run.Rule] = append(of[run.Rule], run)
	}
	for _, f := range e.Findings {
		of[f.Rule] = append(of[f.Rule], f)
	}
	return of
}
