package evaluate_test

import (
	"os"
	"testing"

	"github.com/planeval/planeval/evaluate"
	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var (
	value  = indicator.MustValue
	period = indicator.MustPeriod
	asOf   = period("2023-08-31")
)

// orderlyDocument reads the plan in which every rule is met that can be met together with the others, as JSON.
func orderlyDocument(t testing.TB) any {
	t.Helper()
	var document any
	readFile(t, "testdata/orderly.json", &document)
	return document
}

// orderly is that plan, another one each time.
func orderly() evaluate.Plan {
	file, err := os.Open("testdata/orderly.json")
	if err != nil {
		panic(err)
	}
	defer file.Close()
	plan, err := evaluate.ReadPlan(file)
	if err != nil {
		panic("orderly.json: " + err.Error())
	}
	return plan
}

func TestAPlanInOrderHasNoFindings(t *testing.T) {
	e, err := evaluate.Evaluate(orderly(), evaluate.Options{AsOf: asOf, Rules: evaluate.Catalogue(), Methods: []indicator.Method{
		indicator.Schedule(indicator.Bands{}), indicator.FinalAssessment(indicator.FinalBands{}),
	}})
	require.NoError(t, err)
	assert.Empty(t, e.Findings)
	for _, run := range e.Runs {
		switch run.Rule {
		case "final.too-early", "final.target-missed", "final.task-open", "budget.score-missing":
			assert.Equal(t, evaluate.NotApplicable, run.Status, run.Rule)
			assert.NotEmpty(t, run.Exempt, run.Rule)
		case "budget.grade-differs": // a course of action is no grade
			assert.Equal(t, evaluate.NotApplicable, run.Status, run.Rule)
		case "outcome.negatives-unanswered": // whoever reports a negative effect does not continue as before
			assert.Equal(t, evaluate.NotApplicable, run.Status, run.Rule)
		default:
			assert.Equal(t, evaluate.Met, run.Status, run.Rule)
			assert.NotEmpty(t, run.Evidence, run.Rule)
		}
	}
}
