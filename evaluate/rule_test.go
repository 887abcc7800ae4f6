package evaluate_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/planeval/planeval/evaluate"
	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/survey"
	"github.com/planeval/planeval/task"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var (
	value  = indicator.MustValue
	period = indicator.MustPeriod
	asOf   = period("2023-08-31")
)

// orderly is a plan in which every default rule is met or has nothing to look at.
func orderly() evaluate.Plan {
	return evaluate.Plan{
		Code: "orderly", Title: "A plan in order", Start: period("2021"), End: period("2025"),
		Procedure: evaluate.Procedure{
			Roles: []evaluate.Member{{Role: evaluate.Head}}, Members: []evaluate.Member{{Role: evaluate.Head, Position: "Director", Department: "d1"}},
			Announced: []string{"one", "two"},
			Scheme: []evaluate.Stage{
				{Name: "one", Start: period("2023-08-01"), End: period("2023-08-10")},
				{Name: "two", Start: period("2023-08-11"), End: period("2023-08-20")},
			},
			Reported: []evaluate.Stage{
				{Stage: "one", Start: period("2023-08-01"), End: period("2023-08-10")},
				{Stage: "two", Start: period("2023-08-11"), End: period("2023-08-20")},
			},
			MinMethods: 2, Allowed: []string{"survey", "hearing", "case study"},
			Methods: []evaluate.Method{{Name: "Survey", As: []string{"survey"}}, {Name: "Hearing", As: []string{"hearing"}}},
		},
		Indicators: []indicator.Indicator{{
			Code: "i1", Name: "Enterprises", Nature: indicator.Binding, Direction: indicator.Increase, Kind: indicator.Level,
			Baseline: period("2020"),
			Series: indicator.Series{
				{Period: period("2020"), Value: value("100")}, {Period: period("2021"), Value: value("120")},
				{Period: period("2022"), Value: value("140")},
			},
			Targets: []indicator.Target{{Period: period("2025"), Value: value("200")}},
		}},
		Departments: []task.Department{{Code: "d1", Name: "Planning", Duties: []task.Duty{{Subject: "planning", Tasks: []string{"1"}}}}},
		Tasks: []task.Task{
			{Code: "1", Number: "1", Title: "First", Lead: "d1", Due: period("2025"), Status: task.OnSchedule,
				Facts: []indicator.Fact{{Name: "projects", Value: value("3")}}},
			{Code: "2", Number: "2", Title: "Second", Lead: "d1", Due: period("2022"), Status: task.Completed,
				Facts: []indicator.Fact{{Name: "projects", Value: value("4")}}},
		},
		Safeguards: []evaluate.Assessed{{Name: "funding", Finding: "funded"}},
		Dimensions: []evaluate.Assessed{{Name: "rationality", Finding: "rational"}},
		Costs: []evaluate.Cost{{Code: "c1", Name: "Funds", Unit: "亿元", Total: value("1.77"), Start: period("2021"), End: period("2023"),
			Yearly: indicator.Fact{Name: "yearly", Value: value("6000"), Unit: "万元", Qualifier: indicator.Nearly}}},
		Benefits: []evaluate.Statistic{{Code: "s1", Name: "Enterprises", Indicator: "i1",
			Changes: []evaluate.Change{{Kind: evaluate.Relative, From: period("2020"), To: period("2022"), Value: value("40.0")}}}},
		Surveys: []survey.Survey{{Code: "q", Title: "Survey", Sent: value("100"), Returned: value("95"), Valid: value("93"),
			Questions: []survey.Question{{Code: "q1", Text: "Satisfied?", Kind: survey.Single, Base: survey.Respondents,
				Tallies: []survey.Tally{{Option: "yes", Count: value("76"), Percent: value("81.7")}}}}}},
		Acceptance: []evaluate.Acceptance{{Group: "firms", Evidence: "survey"}},
		Adjustment: evaluate.Adjustment{Outcome: evaluate.Continue},
	}
}

func TestAPlanInOrderHasNoFindings(t *testing.T) {
	e, err := evaluate.Evaluate(orderly(), evaluate.Options{AsOf: asOf})
	require.NoError(t, err)
	assert.Empty(t, e.Findings)
	for _, run := range e.Runs {
		switch run.Rule {
		case "indicator.data-years-mixed", "indicator.methods-disagree", "outcome.negatives-unanswered",
			"indicator.binding-missed", "indicator.series-incomplete":
			assert.Equal(t, evaluate.NotApplicable, run.Status, run.Rule)
		default:
			assert.Equal(t, evaluate.Met, run.Status, run.Rule)
			assert.NotEmpty(t, run.Evidence, run.Rule)
		}
	}
}

func TestRules(t *testing.T) {
	type found struct {
		rule   string
		status evaluate.Status
		path   string
	}
	const notMet, unknown = evaluate.NotMet, evaluate.Unknown
	cases := []struct {
		name   string
		change func(*evaluate.Plan)
		want   []found
	}{
		{"an indicator without observation has no verdict, and its baseline is missing too", func(p *evaluate.Plan) {
			p.Indicators[0].Series, p.Benefits = nil, nil
		}, []found{
			{"indicator.observation-missing", notMet, "/indicators/0/series"},
			{"outcome.supported", unknown, "/adjustment/outcome"},
			{"indicator.baseline-missing", notMet, "/indicators/0/series"},
		}},
		{"an indicator without target is not judged", func(p *evaluate.Plan) { p.Indicators[0].Targets = nil }, []found{
			{"indicator.target-missing", notMet, "/indicators/0/targets"},
			{"outcome.supported", unknown, "/adjustment/outcome"},
		}},
		{"an indicator behind schedule contradicts an outcome without change", func(p *evaluate.Plan) {
			p.Indicators[0].Series[2].Value, p.Benefits = value("121"), nil
		}, []found{
			{"indicator.behind", notMet, "/indicators/0"},
			{"outcome.supported", notMet, "/adjustment/outcome"},
			{"indicator.target-out-of-reach", notMet, "/indicators/0"},
		}},
		{"an attainment above ten times the target is kept, and reported as implausible", func(p *evaluate.Plan) { // number-31 of the bad inputs
			p.Indicators[0].Series[2].Value, p.Benefits = value("2001"), nil
		}, []found{{"indicator.attainment-implausible", notMet, "/indicators/0"}}},
		{"ten times the target is plausible", func(p *evaluate.Plan) {
			p.Indicators[0].Series[2].Value, p.Benefits = value("2000"), nil
		}, nil},
		{"a sum that lacks a year is reported, and no number of it is called missing", func(p *evaluate.Plan) {
			p.Indicators[0].Kind, p.Indicators[0].Baseline, p.Benefits = indicator.Cumulative, period("2019"), nil
			p.Indicators[0].Series = indicator.Series{{Period: period("2020"), Value: value("80")}, {Period: period("2022"), Value: value("70")}}
		}, []found{
			{"indicator.series-incomplete", notMet, "/indicators/0/series"},
			{"outcome.supported", unknown, "/adjustment/outcome"},
		}},
		{"an indicator that met its target and does not any more is reported", func(p *evaluate.Plan) {
			p.Indicators[0].Series[1].Value, p.Benefits = value("200"), nil
		}, []found{
			{"indicator.slipped", notMet, "/indicators/0/series"},
			{"indicator.target-out-of-reach", notMet, "/indicators/0"}, // the last step is −60
		}},
		{"an indicator without baseline leaves the outcome undecided", func(p *evaluate.Plan) {
			p.Indicators[0].Series, p.Benefits = p.Indicators[0].Series[1:], nil
		}, []found{
			{"outcome.supported", unknown, "/adjustment/outcome"},
			{"indicator.baseline-missing", notMet, "/indicators/0/series"},
		}},
		{"actuals of different years are not compared silently", func(p *evaluate.Plan) {
			older := p.Indicators[0]
			older.Code, older.Series = "i2", append(indicator.Series{}, older.Series[:2]...)
			p.Indicators = append(p.Indicators, older)
		}, []found{{"indicator.data-years-mixed", notMet, "/indicators/1/series"}}},
		{"a verdict on a derived number says so", func(p *evaluate.Plan) {
			p.Indicators[0].Series[0].Status, p.Benefits = indicator.Derived, nil
		}, []found{{"indicator.value-derived", notMet, "/indicators/0/series"}}},
		{"an indicator should be binding or anticipatory", func(p *evaluate.Plan) { p.Indicators[0].Nature = "" },
			[]found{{"indicator.nature-unstated", notMet, "/indicators"}}},
		{"one projection of three that falls short is reported", func(p *evaluate.Plan) {
			p.Indicators[0].Series[1].Value = value("139") // the last step is 1 a year
		}, []found{{"indicator.target-out-of-reach", notMet, "/indicators/0"}}},
		{"a projection within the tolerance of a target is not short", func(p *evaluate.Plan) {
			p.Indicators[0].Series[1].Value = value("121") // the last step is 19 a year: 197
			p.Indicators[0].Targets[0].Qualifier, p.Indicators[0].Targets[0].Tolerance = indicator.About, value("5")
		}, nil},
		{"an indicator that is met needs no baseline, and its pace is not held against it", func(p *evaluate.Plan) {
			p.Indicators[0].Series, p.Benefits = p.Indicators[0].Series[2:], nil
			p.Indicators[0].Targets[0].Value = value("140")
		}, []found{{"indicator.baseline-missing", notMet, "/indicators/0/series"}}},
		{"data within the year are not held against yearly data", func(p *evaluate.Plan) {
			monthly := p.Indicators[0]
			monthly.Code, monthly.Baseline = "i2", period("2020-12")
			monthly.Series = indicator.Series{{Period: period("2020-12"), Value: value("100")}, {Period: period("2022-12"), Value: value("140")}}
			p.Indicators = append(p.Indicators, monthly)
		}, nil},
		{"a target on the wrong side of its baseline", func(p *evaluate.Plan) {
			p.Indicators[0].Direction = indicator.Decrease
		}, []found{{"indicator.target-against-direction", notMet, "/indicators/0/targets"}}},
		{"an indicator that is to be kept may start above its target", func(p *evaluate.Plan) {
			p.Indicators[0].Direction, p.Indicators[0].Targets[0].Value, p.Indicators[0].Targets[0].Qualifier = indicator.Maintain, value("90"), indicator.AtLeast
		}, nil},
		{"a delayed task", func(p *evaluate.Plan) { p.Tasks[0].Status = task.Delayed },
			[]found{{"task.delayed", notMet, "/tasks/0/status"}}},
		{"a task whose due period has ended without completion is overdue", func(p *evaluate.Plan) { p.Tasks[1].Status = task.OnSchedule },
			[]found{{"task.overdue", notMet, "/tasks/1/due"}}},
		{"of a task with unknown status it is not known whether it is overdue", func(p *evaluate.Plan) { p.Tasks[1].Status = task.Unknown },
			[]found{{"task.overdue", unknown, "/tasks/1/due"}, {"task.status-unknown", unknown, "/tasks"}}},
		{"a task that nobody leads", func(p *evaluate.Plan) { p.Tasks[1].Lead = "" },
			[]found{{"task.lead-missing", notMet, "/tasks/1/lead"}}},
		{"a task without evidence", func(p *evaluate.Plan) { p.Tasks[1].Facts = nil },
			[]found{{"task.evidence-missing", notMet, "/tasks/1/facts"}}},
		{"a department with nothing to do", func(p *evaluate.Plan) {
			p.Departments = append(p.Departments, task.Department{Code: "d2", Name: "Idle"})
		}, []found{{"task.department-idle", notMet, "/departments/1"}}},
		{"a department with duties and no place in the group", func(p *evaluate.Plan) {
			p.Departments = append(p.Departments, task.Department{Code: "d2", Name: "Absent", Duties: []task.Duty{{Subject: "planning", Tasks: []string{"1"}}}})
			p.Tasks[0].Support = []string{"d2"}
		}, []found{{"procedure.department-unrepresented", notMet, "/departments/1"}}},
		{"a duty that no task serves", func(p *evaluate.Plan) { p.Departments[0].Duties[0].Tasks = nil },
			[]found{{"task.duty-unserved", notMet, "/departments/0/duties/0"}}},
		{"a number left out among the chapters", func(p *evaluate.Plan) { p.Tasks[1].Number = "3" },
			[]found{{"task.numbering-gap", notMet, "/tasks"}}},
		{"fewer methods than the scheme demands", func(p *evaluate.Plan) { p.Procedure.Methods = p.Procedure.Methods[:1] },
			[]found{{"procedure.methods-too-few", notMet, "/procedure/methods"}}},
		{"one method used that covers two allowed ones is two", func(p *evaluate.Plan) {
			p.Procedure.Methods = []evaluate.Method{{Name: "Both", As: []string{"survey", "hearing"}}}
		}, nil},
		{"which methods count is not known where the scheme lists none", func(p *evaluate.Plan) {
			p.Procedure.Allowed, p.Procedure.Methods = nil, []evaluate.Method{{Name: "Survey"}}
		}, []found{{"procedure.methods-too-few", unknown, "/procedure/methods"}}},
		{"a method that the scheme does not allow", func(p *evaluate.Plan) {
			p.Procedure.Methods = append(p.Procedure.Methods, evaluate.Method{Name: "Own review"})
		}, []found{{"procedure.method-not-allowed", notMet, "/procedure/methods/2"}}},
		{"a stage that starts before the one before it has ended", func(p *evaluate.Plan) {
			p.Procedure.Scheme[1].Start = period("2023-08-10")
			p.Procedure.Reported[1].Start = period("2023-08-10")
		}, []found{
			{"procedure.stages-out-of-order", notMet, "/procedure/scheme/1"},
			{"procedure.stages-out-of-order", notMet, "/procedure/reported/1"},
		}},
		{"fewer stages reported than announced", func(p *evaluate.Plan) { p.Procedure.Reported = p.Procedure.Reported[:1] },
			[]found{{"procedure.stages-missing", notMet, "/procedure/reported"}}},
		{"a stage on other dates than the scheme's", func(p *evaluate.Plan) { p.Procedure.Reported[1].Start = period("2023-08-12") },
			[]found{{"procedure.stages-shifted", notMet, "/procedure/reported/1"}}},
		{"a reported stage that names none of the scheme's cannot be compared", func(p *evaluate.Plan) { p.Procedure.Reported[1].Stage = "" },
			[]found{{"procedure.stages-missing", notMet, "/procedure/reported"}, {"procedure.stages-shifted", unknown, "/procedure/reported/1"}}},
		{"two reports of one stage do not make two stages", func(p *evaluate.Plan) { p.Procedure.Reported[1].Stage = "one" },
			[]found{{"procedure.stages-missing", notMet, "/procedure/reported"}, {"procedure.stages-shifted", notMet, "/procedure/reported/1"}}},
		{"fewer stages reported than announced, without a scheme", func(p *evaluate.Plan) {
			p.Procedure.Scheme, p.Procedure.Reported = nil, []evaluate.Stage{{Start: period("2023"), End: period("2023")}}
		}, []found{{"procedure.stages-missing", notMet, "/procedure/reported"}}},
		{"a role that is announced and not filled", func(p *evaluate.Plan) {
			p.Procedure.Roles = append(p.Procedure.Roles, evaluate.Member{Role: evaluate.Deputy})
		},
			[]found{{"procedure.role-unfilled", notMet, "/procedure/roles/1"}}},
		{"a safeguard promised and not assessed", func(p *evaluate.Plan) { p.Safeguards[0].Finding = "" },
			[]found{{"procedure.safeguard-not-assessed", notMet, "/safeguards/0"}}},
		{"a dimension promised and not assessed", func(p *evaluate.Plan) { p.Dimensions[0].Finding = "" },
			[]found{{"procedure.dimension-not-assessed", notMet, "/dimensions/0"}}},
		{"no survey", func(p *evaluate.Plan) { p.Surveys = nil }, []found{{"survey.missing", notMet, "/surveys"}}},
		{"a survey that does not say how many were sent", func(p *evaluate.Plan) { p.Surveys[0].Sent = indicator.Value{} },
			[]found{{"survey.counts-unstated", notMet, "/surveys/0"}}},
		{"a survey without counts has no base to be small", func(p *evaluate.Plan) {
			p.Surveys[0] = survey.Survey{Code: "q", Title: "Survey", Questions: []survey.Question{{Code: "q1", Text: "Satisfied?",
				Kind: survey.Single, Base: survey.Respondents, Tallies: []survey.Tally{{Option: "yes", Percent: value("50")}}}}}
		}, []found{{"survey.counts-unstated", notMet, "/surveys/0"}, {"survey.share-untested", unknown, "/surveys/0"}}},
		{"a base of fewer than 30", func(p *evaluate.Plan) {
			p.Surveys[0].Valid = value("29")
			p.Surveys[0].Questions[0].Tallies = []survey.Tally{{Option: "yes", Count: value("29")}}
		}, []found{{"survey.base-small", notMet, "/surveys/0/questions/0"}}},
		{"a share that is only right when cut off", func(p *evaluate.Plan) {
			p.Surveys[0].Questions[0].Tallies[0] = survey.Tally{Option: "yes", Count: value("73"), Percent: value("78.4")} // 73/93 = 78.49…
		}, []found{{"survey.share-differs", notMet, "/surveys/0/questions/0/tallies/0"}}},
		{"a share without a count cannot be tested", func(p *evaluate.Plan) { p.Surveys[0].Questions[0].Tallies[0].Count = indicator.Value{} },
			[]found{{"survey.share-untested", unknown, "/surveys/0"}}},
		{"a printed change that the series does not give", func(p *evaluate.Plan) { p.Benefits[0].Changes[0].Value = value("40.1") },
			[]found{{"statistic.change-differs", notMet, "/benefits/0/changes/0"}}},
		{"a printed change whose base is not given", func(p *evaluate.Plan) { p.Benefits[0].Changes[0].From = period("2019") },
			[]found{{"statistic.base-missing", unknown, "/benefits/0/changes/0"}}},
		{"no costs", func(p *evaluate.Plan) { p.Costs = nil }, []found{{"cost.missing", notMet, "/costs"}}},
		{"nearly 5000 a year does not state 5900", func(p *evaluate.Plan) { p.Costs[0].Yearly.Value = value("5000") },
			[]found{{"cost.average-differs", notMet, "/costs/0/yearly"}}},
		{"an average in a unit that is not money is not compared", func(p *evaluate.Plan) { p.Costs[0].Yearly.Unit = "人" },
			[]found{{"cost.average-differs", unknown, "/costs/0/yearly"}}},
		{"a group without evidence of acceptance", func(p *evaluate.Plan) { p.Acceptance[0].Evidence = "" },
			[]found{{"acceptance.evidence-missing", notMet, "/acceptance/0"}}},
		{"no declared outcome", func(p *evaluate.Plan) { p.Adjustment.Outcome = evaluate.Undetermined },
			[]found{{"outcome.declared", notMet, "/adjustment/outcome"}}},
		{"a declared end of the plan is neither confirmed nor refuted", func(p *evaluate.Plan) { p.Adjustment.Outcome = evaluate.Terminate },
			[]found{{"outcome.supported", unknown, "/adjustment/outcome"}}},
		{"negative effects beside an adjustment are answered", func(p *evaluate.Plan) {
			p.Adjustment.Outcome, p.Negatives = evaluate.Adjust, []evaluate.Statement{{Text: "late payment"}}
			p.Indicators[0].Series[2].Value, p.Benefits = value("121"), nil
		}, []found{{"indicator.behind", notMet, "/indicators/0"}, {"indicator.target-out-of-reach", notMet, "/indicators/0"}}},
		{"negative effects beside an outcome without change", func(p *evaluate.Plan) {
			p.Negatives = []evaluate.Statement{{Text: "late payment"}}
		}, []found{{"outcome.negatives-unanswered", notMet, "/adjustment"}}},
	}
	seen := map[string]bool{"indicator.methods-disagree": true, "indicator.binding-missed": true} // tested below
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			plan := orderly()
			c.change(&plan)
			e, err := evaluate.Evaluate(plan, evaluate.Options{AsOf: asOf})
			require.NoError(t, err)
			var got []found
			for _, f := range e.Findings {
				got = append(got, found{f.Rule, f.Status, f.Path})
			}
			assert.Equal(t, c.want, got)
		})
		for _, w := range c.want {
			seen[w.rule] = true
		}
	}
	for _, rule := range evaluate.DefaultRules() {
		assert.True(t, seen[rule.ID], "no case has a finding of %s", rule.ID)
	}
}

func TestTwoMethodsThatDisagreeAreAFinding(t *testing.T) {
	strict := indicator.Schedule(indicator.Bands{Ahead: value("1.5"), OnCourse: value("1.2")})
	strict.ID = "strict"
	e, err := evaluate.Evaluate(orderly(), evaluate.Options{AsOf: asOf,
		Methods: []indicator.Method{indicator.Schedule(indicator.Bands{}), strict}})
	require.NoError(t, err)
	require.Len(t, e.Findings, 1)
	assert.Equal(t, "indicator.methods-disagree", e.Findings[0].Rule)
	assert.Equal(t, []evaluate.Arg{{Name: "indicator", Texts: []string{"Enterprises"}}, {Name: "method", Texts: []string{"strict"}}, {Name: "verdict", Texts: []string{"behind"}}},
		e.Findings[0].Args) // pace 40/100 ÷ 2/5 = 1 is on course by default, behind a band of 1.2
}

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
	assert.Equal(t, []evaluate.VerdictCount{{Verdict: "passed"}, {Verdict: "failed", Count: 1}, {}}, e.Verdicts)
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
	var ids []string
	for _, rule := range evaluate.DefaultRules() {
		ids = append(ids, rule.ID)
	}
	assert.ElementsMatch(t, active, ids)
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

// A missed binding target is a veto by the methods that have one; nothing else can say so.
func TestABindingTargetThatIsMissedForGoodIsReported(t *testing.T) {
	plan := orderly()
	plan.Indicators[0].Targets[0].Period = period("2022")
	methods := []indicator.Method{indicator.Schedule(indicator.Bands{}), indicator.FinalAssessment(indicator.FinalBands{})}
	of := func(nature indicator.Nature, methods ...indicator.Method) evaluate.Run {
		plan.Indicators[0].Nature = nature
		e, err := evaluate.Evaluate(plan, evaluate.Options{AsOf: asOf, Methods: methods})
		require.NoError(t, err)
		for _, run := range e.Runs {
			if run.Rule == "indicator.binding-missed" {
				return run
			}
		}
		t.Fatal("the rule did not run")
		return evaluate.Run{}
	}
	run := of(indicator.Binding, methods...)
	assert.Equal(t, evaluate.NotMet, run.Status, "140 of 200")
	assert.Equal(t, []string{"/indicators/0"}, run.Evidence)
	assert.Equal(t, evaluate.NotApplicable, of(indicator.Anticipatory, methods...).Status, "an anticipatory target is no veto")
	assert.Equal(t, evaluate.NotApplicable, of(indicator.Binding, methods[0]).Status, "schedule has no veto")
	plan.Indicators[0].Series[2].Value = value("200")
	plan.Benefits = nil
	assert.Equal(t, evaluate.Met, of(indicator.Binding, methods...).Status)
}
