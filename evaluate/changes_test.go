package evaluate_test

import (
	"slices"
	"testing"

	"github.com/planeval/planeval/evaluate"
	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/task"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// twoYears evaluates the orderly plan, changed by a function for each, as of the ends of 2022 and 2023.
func twoYears(t *testing.T, last, this func(*evaluate.Plan)) (before, after evaluate.Evaluation) {
	t.Helper()
	at := func(date string, change func(*evaluate.Plan)) evaluate.Evaluation {
		plan := orderly()
		change(&plan)
		e, err := evaluate.Evaluate(plan, evaluate.Options{AsOf: period(date)})
		require.NoError(t, err)
		return e
	}
	return at("2022-12-31", last), at("2023-12-31", this)
}

func unchanged(*evaluate.Plan) {}

// 140 of 200 in 2022 and 170 of 200 in 2023: 30 more, and 15 percentage points of attainment.
func TestWhatAnIndicatorMoved(t *testing.T) {
	before, after := twoYears(t, unchanged, func(p *evaluate.Plan) {
		p.Indicators[0].Series = append(p.Indicators[0].Series, indicator.Observation{Period: period("2023"), Value: value("170")})
	})
	c, err := evaluate.Compare(&before, &after)
	require.NoError(t, err)
	require.Len(t, c.Indicators, 2)
	moved := c.Indicators[0]
	assert.Equal(t, "30", moved.Moved.Result.Decimal(0, indicator.HalfUp).String())
	assert.Equal(t, "15", moved.Gained.Percent(0, indicator.HalfUp).String())
	assert.Equal(t, indicator.OnCourse, moved.Before.Verdict) // 40 of 100 in two years of five
	assert.Equal(t, indicator.Ahead, moved.After.Verdict)     // 70 of 100 in three
	assert.Empty(t, moved.Revised)
}

func TestAValueThatWasPublishedAgainIsARevision(t *testing.T) {
	before, after := twoYears(t, unchanged, func(p *evaluate.Plan) { p.Indicators[0].Series[1].Value = value("121") })
	c, err := evaluate.Compare(&before, &after)
	require.NoError(t, err)
	assert.Equal(t, []evaluate.Revision{{Period: period("2021"), Before: value("120"), After: value("121")}}, c.Indicators[0].Revised)
}

func TestAnIndicatorOfOneYearAloneHasNoDifference(t *testing.T) {
	another := func(p *evaluate.Plan) {
		ind := p.Indicators[0]
		ind.Code, ind.Name = "i2", "Platforms"
		p.Indicators = append([]indicator.Indicator{ind}, p.Indicators...)
	}
	before, after := twoYears(t, unchanged, another)
	c, err := evaluate.Compare(&before, &after)
	require.NoError(t, err)
	require.Len(t, c.Indicators, 3)
	assert.Equal(t, "i2", c.Indicators[0].Code)
	assert.Nil(t, c.Indicators[0].Before)
	assert.Equal(t, indicator.NoPrevious, c.Indicators[0].Moved.Result.Missing())
	assert.Equal(t, "0", c.Indicators[1].Moved.Result.Decimal(0, indicator.HalfUp).String(), "i1 is matched by its code")

	before, after = twoYears(t, another, unchanged)
	c, err = evaluate.Compare(&before, &after)
	require.NoError(t, err)
	assert.Equal(t, "i2", c.Indicators[2].Code)
	assert.Nil(t, c.Indicators[2].After)
}

func TestFindingsAppearCloseAndRemain(t *testing.T) {
	before, after := twoYears(t, func(p *evaluate.Plan) {
		p.Tasks[0].Facts, p.Tasks[1].Facts = nil, nil
	}, func(p *evaluate.Plan) {
		p.Tasks = []task.Task{p.Tasks[1], p.Tasks[0]} // the order is another one, the codes are the same
		p.Tasks[0].Facts, p.Tasks[1].Lead = nil, ""
	})
	c, err := evaluate.Compare(&before, &after)
	require.NoError(t, err)
	name := func(list []evaluate.Finding) (names []string) {
		for _, f := range list {
			names = append(names, f.Rule+" "+f.Path)
		}
		return names
	}
	assert.Contains(t, name(c.Appeared), "task.lead-missing /tasks/1/lead")
	assert.Contains(t, name(c.Closed), "task.evidence-missing /tasks/0/facts")
	remains := false
	for _, f := range c.Remaining {
		if f.After.Rule == "task.evidence-missing" {
			assert.Equal(t, "/tasks/1/facts", f.Before.Path)
			assert.Equal(t, "/tasks/0/facts", f.After.Path)
			remains = true
		}
	}
	assert.True(t, remains)
	assert.Contains(t, c.Rules, evaluate.RuleChange{Rule: "task.lead-missing", Before: evaluate.Met, After: evaluate.NotMet})
}

func TestARuleThatWasNotAskedBeforeHasFoundNothingNew(t *testing.T) {
	plan := orderly()
	plan.Tasks[0].Lead = ""
	before, err := evaluate.Evaluate(plan, evaluate.Options{AsOf: period("2022"), Rules: evaluate.Rules("no-such-pack")})
	require.NoError(t, err)
	after, err := evaluate.Evaluate(plan, evaluate.Options{AsOf: period("2023")})
	require.NoError(t, err)
	require.NotEmpty(t, after.Findings)
	c, err := evaluate.Compare(&before, &after)
	require.NoError(t, err)
	assert.Empty(t, c.Appeared)
	assert.Empty(t, c.Closed)
	assert.Empty(t, c.Rules)
}

func TestATaskThatWasCompleted(t *testing.T) {
	before, after := twoYears(t, unchanged, func(p *evaluate.Plan) {
		p.Tasks[0].Status = task.Completed
		p.Tasks = append(p.Tasks, task.Task{Code: "3", Title: "Third"})
	})
	c, err := evaluate.Compare(&before, &after)
	require.NoError(t, err)
	assert.Equal(t, []evaluate.TaskChange{
		{Code: p1(before).Code, Title: p1(before).Title, Before: p1(before).Status, After: task.Completed},
		{Code: "3", Title: "Third", Added: true},
	}, c.Tasks)
}

func p1(e evaluate.Evaluation) task.Task { return e.Plan.Tasks[0] }

func TestOnlyEvaluationsOfOnePlanInTheirOrderAreCompared(t *testing.T) {
	before, after := twoYears(t, unchanged, func(p *evaluate.Plan) { p.Code = "another" })
	_, err := evaluate.Compare(&after, &before)
	assert.Equal(t, indicator.Faults{
		{Path: "/plan/code", Rule: indicator.FaultConflict, Value: "orderly", Want: "the code of the earlier evaluation, another"},
		{Path: "/asOf", Rule: indicator.FaultOrder, Value: "2022-12-31", Want: "a date not before the earlier evaluation's, 2023-12-31"},
	}, err)
}

func TestADatedEvaluationDoesNotFollowOneThatTookAllData(t *testing.T) {
	before, err := evaluate.Evaluate(orderly(), evaluate.Options{})
	require.NoError(t, err)
	after, err := evaluate.Evaluate(orderly(), evaluate.Options{AsOf: period("2023")})
	require.NoError(t, err)
	_, err = evaluate.Compare(&before, &after)
	assert.Equal(t, indicator.Faults{{Path: "/asOf", Rule: indicator.FaultOrder, Value: "2023",
		Want: "no date where the earlier evaluation has none and took all data"}}, err)
	_, err = evaluate.Compare(&after, &before)
	assert.NoError(t, err)
}

func TestEvaluationsJudgedByOtherMethodsAreNotCompared(t *testing.T) {
	before, after := twoYears(t, unchanged, unchanged)
	after, err := evaluate.Evaluate(after.Plan, evaluate.Options{AsOf: after.AsOf, Methods: []indicator.Method{indicator.Weather()}})
	require.NoError(t, err)
	_, err = evaluate.Compare(&before, &after)
	var faults indicator.Faults
	require.ErrorAs(t, err, &faults)
	require.Len(t, faults, 1)
	assert.Equal(t, "/methods/0", faults[0].Path)
	assert.Equal(t, indicator.FaultConflict, faults[0].Rule)
	_, err = evaluate.Compare(&evaluate.Evaluation{}, &after)
	assert.Error(t, err, "an evaluation that nobody made has no method")
}

// Whoever is exempted from a rule has not mended what it found, nor broken it when the exemption ends.
func TestAnExemptionNeitherClosesNorOpensAFinding(t *testing.T) {
	leaderless := func(p *evaluate.Plan) { p.Tasks[0].Lead = "" }
	exempt := func(p *evaluate.Plan) {
		leaderless(p)
		p.Exemptions = append(p.Exemptions, evaluate.Exemption{Rule: "task.lead-missing", Reason: "the office leads"})
	}
	found := func(f evaluate.Finding) bool { return f.Rule == "task.lead-missing" }

	before, after := twoYears(t, leaderless, exempt)
	require.True(t, slices.ContainsFunc(before.Findings, found))
	c, err := evaluate.Compare(&before, &after)
	require.NoError(t, err)
	assert.False(t, slices.ContainsFunc(c.Closed, found))

	before, after = twoYears(t, exempt, leaderless)
	require.True(t, slices.ContainsFunc(after.Findings, found))
	c, err = evaluate.Compare(&before, &after)
	require.NoError(t, err)
	assert.False(t, slices.ContainsFunc(c.Appeared, found))
}

// A task keeps its code when the plan is set out anew, and its findings with it.
func TestATaskThatMovedToAChapterKeepsItsFindings(t *testing.T) {
	before, after := twoYears(t, func(p *evaluate.Plan) { p.Tasks[0].Lead = "" }, func(p *evaluate.Plan) {
		p.Tasks[0].Lead = ""
		p.Tasks = []task.Task{{Code: "chapter", Title: "Chapter", Tasks: p.Tasks}}
	})
	c, err := evaluate.Compare(&before, &after)
	require.NoError(t, err)
	var paths [][2]string
	for _, f := range c.Remaining {
		if f.After.Rule == "task.lead-missing" {
			paths = append(paths, [2]string{f.Before.Path, f.After.Path})
		}
	}
	assert.Equal(t, [][2]string{{"/tasks/0/lead", "/tasks/0/tasks/0/lead"}}, paths)
}

func TestAnEvaluationComparedWithItselfHasNoChange(t *testing.T) {
	e := evaluateSeed(t)
	c, err := evaluate.Compare(&e, &e)
	require.NoError(t, err)
	assert.Empty(t, c.Appeared)
	assert.Empty(t, c.Closed)
	assert.Len(t, c.Remaining, len(e.Findings))
	assert.Empty(t, c.Tasks)
	assert.Empty(t, c.Rules)
	for _, i := range c.Indicators {
		assert.Equal(t, "0", i.Moved.Result.Decimal(6, indicator.HalfUp).String(), i.Code)
		assert.Empty(t, i.Revised)
	}
}
