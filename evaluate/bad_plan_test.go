package evaluate_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/planeval/planeval/evaluate"
	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// What an office gets wrong in one file is told in one answer, each fault with its place.
func TestEverythingWrongWithTasksAndProcedureIsToldAtOnce(t *testing.T) {
	const plan = `{"code": "p", "title": "Plan", "start": "2021", "end": "2025", "indicators": [],
		"procedure": {
			"start": "2023-02-30",
			"members": [{"role": "head", "position": "A"}, {"role": "head", "position": "B"}],
			"participation": [{"body": "crowd"}],
			"triggers": [{"kind": "many-objections"}, {"kind": "many-objections", "status": "perhaps"}]
		},
		"departments": [{"code": "d1", "name": "One"}, {"code": "d1", "name": "Another"}],
		"tasks": [
			{"code": "1", "title": "First", "lead": "d9", "weight": "0", "start": "2023", "due": "2022"},
			{"code": "2", "title": "Second", "lead": "d1", "support": ["d1"], "weight": "0", "after": ["3"],
				"facts": [{"name": "stations", "value": "6", "indicator": "none", "part": true}]},
			{"code": "3", "title": "Third", "weight": "0", "after": ["2"]}
		],
		"dimensions": [{"name": "rationality", "score": "101"}],
		"acceptance": [{"group": "firms", "form": "rumour"}],
		"adjustment": {"vocabulary": "continuation", "outcome": "suspend"},
		"unseen": [{"path": "surveys", "reason": "not handed over"}, {"path": "/survey", "reason": "not handed over"},
			{"path": "/surveys/0/questions/3/tallies", "reason": "not handed over"},
			{"path": "/surveys/0/questions/3/tallies", "reason": "not found"}],
		"exemptions": [{"rule": "survey.missing"}]
	}`
	_, err := evaluate.ReadPlan(strings.NewReader(plan))
	var faults indicator.Faults
	require.ErrorAs(t, err, &faults)
	var got []string
	for _, f := range faults {
		got = append(got, strings.TrimSpace(f.Path+" "+string(f.Rule)+" "+f.Value))
	}
	assert.Equal(t, []string{
		"/procedure/start period 2023-02-30",
		"/procedure/members/1/role conflict head",
		"/procedure/participation/0/body enum crowd",
		"/procedure/triggers/1/kind duplicate many-objections",
		"/procedure/triggers/1/status enum perhaps",
		"/departments/1/code duplicate d1",
		"/tasks range 0",
		"/tasks/0/lead reference d9",
		"/tasks/0/due order 2022",
		"/tasks/1/support/0 conflict d1",
		"/tasks/1 cycle 2 → 3 → 2",
		"/dimensions/0/score range 101",
		"/acceptance/0/form enum rumour",
		"/adjustment/outcome enum suspend",
		"/tasks/1/facts/0/indicator reference none",
		"/unseen/0/path reference surveys",
		"/unseen/1/path reference /survey",
		"/unseen/3/path duplicate /surveys/0/questions/3/tallies",
		"/exemptions/0/reason required",
	}, got)
}

func TestTwoLeadersOfOneTaskAreAFault(t *testing.T) {
	_, err := evaluate.ReadPlan(strings.NewReader(`{"code": "p", "title": "Plan", "start": "2021", "end": "2025", "procedure": {}, "indicators": [],
		"departments": [{"code": "a", "name": "A"}, {"code": "b", "name": "B"}],
		"tasks": [{"code": "1", "title": "First", "lead": ["a", "b"]}, {"code": "2", "title": "Second", "lead": "a", "lead": "b"}]}`))
	var faults indicator.Faults
	require.ErrorAs(t, err, &faults)
	require.Len(t, faults, 2)
	assert.Equal(t, "/tasks/0/lead type", faults[0].Path+" "+string(faults[0].Rule))
	assert.Equal(t, "/tasks/1/lead duplicate", faults[1].Path+" "+string(faults[1].Rule))
}

// Costs, benefits and economic statistics are set beside one another in pairs, so their number is bounded.
func TestListsThatAreComparedInPairsAreBounded(t *testing.T) {
	plan := orderly()
	for i := range 201 {
		code := fmt.Sprint("x", i)
		plan.Costs = append(plan.Costs, evaluate.Cost{Code: code, Name: "Funds", Unit: "元", Total: value("1"), Start: period("2022"), End: period("2022")})
		plan.Economy = append(plan.Economy, evaluate.Statistic{Code: code, Name: "Output"})
	}
	faults := plan.Validate()
	require.Len(t, faults, 2)
	assert.Equal(t, "/costs range at most 200", faults[0].Path+" "+string(faults[0].Rule)+" "+faults[0].Want)
	assert.Equal(t, "/economy range at most 200", faults[1].Path+" "+string(faults[1].Rule)+" "+faults[1].Want)
}
