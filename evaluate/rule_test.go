package evaluate_test

import (
	"os"
	"slices"
	"testing"

	"github.com/planeval/planeval/evaluate"
	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/task"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestOnlyVerdictsOfOneVocabularyAreCompared(t *testing.T) {
	own := indicator.Method{ID: "own", Version: "1", Verdicts: []indicator.Verdict{"passed", "failed"},
		Judge: func(*indicator.Measurement) indicator.Judgement { return indicator.Judgement{Verdict: "failed"} }}
	e, err := evaluate.Evaluate(orderly(), evaluate.Options{AsOf: asOf, Methods: []indicator.Method{indicator.Schedule(indicator.Bands{}), own}})
	require.NoError(t, err)
	assert.Empty(t, e.Findings)
}

func TestVerdictsInOtherWordsSupportNoOutcome(t *testing.T) {
	own := indicator.Method{ID: "own", Version: "1", Verdicts: []indicator.Verdict{"passed", "failed"},
		Judge: func(*indicator.Measurement) indicator.Judgement { return indicator.Judgement{Verdict: "failed"} }}
	e, err := evaluate.Evaluate(orderly(), evaluate.Options{AsOf: asOf, Methods: []indicator.Method{own}})
	require.NoError(t, err)
	assert.Equal(t, evaluate.Undetermined, e.Conclusion.Supported)
	assert.Equal(t, []evaluate.VerdictCount{{Verdict: "passed"}, {Verdict: "failed", Count: 2}, {}}, e.Verdicts)
	for _, run := range e.Runs {
		if run.Rule == "indicator.behind" {
			assert.Equal(t, evaluate.NotApplicable, run.Status)
		}
	}
}

func TestADateThatIsAYearMeansItsEnd(t *testing.T) {
	plan := orderly()
	plan.Tasks[1].Status, plan.Tasks[1].Due = task.Delayed, period("2022-06")
	for _, date := range []string{"2022", "2022-12-31", "2022-07-01"} {
		e, err := evaluate.Evaluate(plan, evaluate.Options{AsOf: period(date)})
		require.NoError(t, err)
		assert.True(t, slices.ContainsFunc(e.Findings, func(f evaluate.Finding) bool { return f.Rule == "task.overdue" }), date)
	}
}

func TestOptionsAreChecked(t *testing.T) {
	check := func(*evaluate.Evaluation) evaluate.Checked { return evaluate.Checked{} }
	schedule := indicator.Schedule(indicator.Bands{})
	e, err := evaluate.Evaluate(orderly(), evaluate.Options{
		Methods: []indicator.Method{schedule, schedule, {}},
		Rules:   []evaluate.Rule{{ID: "a", Severity: evaluate.Low, Check: check}, {ID: "a", Severity: evaluate.Low, Check: check}, {Severity: "grave"}},
	})
	assert.Equal(t, evaluate.Evaluation{}, e)
	var faults indicator.Faults
	require.ErrorAs(t, err, &faults)
	var got []string
	for _, f := range faults {
		got = append(got, f.Path+" "+string(f.Rule))
	}
	assert.Equal(t, []string{"/options/methods/1/id duplicate", "/options/methods/2/id required", "/options/rules/1/id duplicate",
		"/options/rules/2/id required", "/options/rules/2/severity enum", "/options/rules/2/check required"}, got)
}

func TestACallersOwnRuleIsAStructLiteral(t *testing.T) {
	rule := evaluate.Rule{ID: "city.title", Revision: 2, Severity: evaluate.Low, Basis: []evaluate.Basis{{Pack: "city-ordinance-7"}}, Check: func(e *evaluate.Evaluation) evaluate.Checked {
		return evaluate.Checked{Evidence: []string{"/title"}, Findings: []evaluate.Finding{{Status: evaluate.NotMet, Path: "/title"}}}
	}}
	e, err := evaluate.Evaluate(orderly(), evaluate.Options{Rules: []evaluate.Rule{rule}})
	require.NoError(t, err)
	assert.Equal(t, []evaluate.Run{{Rule: "city.title", Revision: 2, Severity: evaluate.Low, Basis: []evaluate.Basis{{Pack: "city-ordinance-7"}}, Status: evaluate.NotMet,
		Evidence: []string{"/title"}, Findings: 1}}, e.Runs)
	assert.Equal(t, []evaluate.Finding{{Rule: "city.title", Status: evaluate.NotMet, Severity: evaluate.Low, Path: "/title"}}, e.Findings)
}

// What a rule found is its own: it may keep the slice, and a status that does not exist there decides nothing.
func TestWhatACallersRuleFoundIsMadeSoundInACopy(t *testing.T) {
	kept := []evaluate.Finding{{Status: "fine", Path: "/title", Margin: &evaluate.Margin{}}}
	rule := evaluate.Rule{ID: "city.title", Severity: evaluate.Low, Check: func(*evaluate.Evaluation) evaluate.Checked {
		return evaluate.Checked{Evidence: []string{"/title"}, Findings: kept, Margin: &evaluate.Margin{}}
	}}
	e, err := evaluate.Evaluate(orderly(), evaluate.Options{Rules: []evaluate.Rule{rule}})
	require.NoError(t, err)
	assert.Equal(t, []evaluate.Finding{{Rule: "city.title", Status: evaluate.Unknown, Severity: evaluate.Low, Path: "/title"}}, e.Findings)
	assert.Equal(t, evaluate.Unknown, e.Runs[0].Status)
	assert.Nil(t, e.Runs[0].Margin, "a margin without a number is none")
	assert.Equal(t, []evaluate.Finding{{Status: "fine", Path: "/title", Margin: &evaluate.Margin{}}}, kept)
}

func TestARuleThatLookedAtNothingIsNotApplicable(t *testing.T) {
	e, err := evaluate.Evaluate(evaluate.Plan{Code: "x", Title: "x", Start: period("2021"), End: period("2025")}, evaluate.Options{})
	require.NoError(t, err)
	for _, run := range e.Runs {
		if len(run.Evidence) == 0 {
			assert.Equal(t, evaluate.NotApplicable, run.Status, run.Rule)
		}
	}
	assert.Equal(t, evaluate.Undetermined, e.Conclusion.Supported)
}

func TestFindingsStandTheGravestFirst(t *testing.T) {
	e := evaluateSeed(t)
	assert.True(t, slices.IsSortedFunc(e.Findings, func(a, b evaluate.Finding) int {
		return slices.Index(evaluate.Severities(), a.Severity) - slices.Index(evaluate.Severities(), b.Severity)
	}))
}

func evaluateSeed(t testing.TB) evaluate.Evaluation {
	t.Helper()
	file, err := os.Open("../seeds/zibo.json")
	require.NoError(t, err)
	defer file.Close()
	plan, err := evaluate.ReadPlan(file)
	require.NoError(t, err)
	e, err := evaluate.Evaluate(plan, evaluate.Options{AsOf: asOf})
	require.NoError(t, err)
	return e
}

// High-tech share of the seed: 38.07 % of the way in 40 % of the time is on course by schedule, and less than what is due
// by energy-assessment.
func TestMethodsOfDifferentVocabulariesDisagreeWhereOneIsFavourable(t *testing.T) {
	e, err := evaluate.Evaluate(evaluateSeed(t).Plan, evaluate.Options{AsOf: asOf, Methods: []indicator.Method{
		indicator.Schedule(indicator.Bands{}), indicator.Weather(), indicator.EnergyAssessment(indicator.EnergyPoints{}),
	}})
	require.NoError(t, err)
	var found []string
	for _, f := range e.Findings {
		if f.Rule == "indicator.methods-disagree" && f.Status == evaluate.NotMet {
			found = append(found, f.Path)
			assert.Equal(t, "energy-assessment", f.Args[1].Texts[0])
			assert.Equal(t, "missed", f.Args[2].Texts[0])
			assert.Len(t, f.Args, 3, "a slightly cloudy trend does not disagree")
		}
	}
	assert.Equal(t, []string{"/indicators/1"}, found)
}

func TestScoresLieBetween0And100(t *testing.T) {
	for score, faults := range map[string]int{"0": 0, "100": 0, "100.00": 0, "100.01": 1, "101": 1, "-0.01": 1} {
		plan := orderly()
		plan.Adjustment = evaluate.Adjustment{Vocabulary: evaluate.PerformanceWords, Score: value(score)}
		plan.Dimensions[0].Score = value(score)
		assert.Len(t, plan.Validate(), 2*faults, score)
	}
}
