package indicator_test

import (
	"encoding/json"
	"testing"

	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/internal/golden"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestAssessmentJSON keeps the form in which an assessment leaves the program: one indicator with every figure, and one
// whose figures are mostly missing.
func TestAssessmentJSON(t *testing.T) {
	var assessments []indicator.Assessment
	for _, i := range []int{1, 2} { // high-tech share, technology SMEs
		assessments = append(assessments, indicator.Assess(seeds()[i].indicator, evaluationDate, indicator.Schedule(indicator.Bands{})))
	}
	text, err := json.MarshalIndent(assessments, "", "  ")
	require.NoError(t, err)
	golden.Compare(t, "testdata/assessment.golden.json", append(text, '\n'))

	for _, computed := range []any{&assessments[0], &assessments[0].Measurement, &assessments[0].Figures()[0]} {
		assert.ErrorContains(t, json.Unmarshal([]byte("{}"), computed), "measure the indicator of the plan again")
	}
}
