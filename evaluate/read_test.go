package evaluate_test

import (
	"errors"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/planeval/planeval/evaluate"
	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const minimal = `{"code":"x","title":"x","start":"2021","end":"2025","procedure":{},"indicators":[]`

func TestAMinimalPlanIsAccepted(t *testing.T) {
	plan, err := evaluate.ReadPlan(strings.NewReader(minimal + "}"))
	require.NoError(t, err)
	assert.Equal(t, period("2021"), plan.Start)
}

func TestReadPlanRefuses(t *testing.T) {
	cases := []struct {
		name, input string
		want        []string // "path rule"
	}{
		{"nothing at all", "", []string{" syntax"}},
		{"a document cut short", minimal, []string{" syntax"}},
		{"a second document", minimal + "} {}", []string{" syntax"}},
		{"a key that nothing reads", minimal + `,"titel":"y"}`, []string{"/titel unknown"}},
		{"a key in another case", minimal + `,"Issuer":"y"}`, []string{"/Issuer unknown"}},
		{"a key given twice", minimal + `,"code":"y"}`, []string{"/code duplicate"}},
		{"a list where an object belongs", minimal + `,"conformity":[]}`, []string{"/conformity type"}},
		{"bytes that are not UTF-8", minimal + ",\"region\":\"\xff\"}", []string{"/region text"}},
		{"a control character in a text", minimal + `,"region":"\u0007"}`, []string{"/region text"}},
		{"an absurd number", minimal + `,"costs":[{"code":"c","name":"c","unit":"元","total":1e400,"start":"2021","end":"2021"}]}`,
			[]string{"/costs/0/total number"}},
		{"a number of 400 digits", minimal + `,"costs":[{"code":"c","name":"c","unit":"元","total":` + strings.Repeat("9", 400) + `,"start":"2021","end":"2021"}]}`,
			[]string{"/costs/0/total number"}},
		{"a day that does not exist", minimal + `,"published":"2020-02-30"}`, []string{"/published period"}},
		{"a translation into no language", minimal + `,"translations":{"en":{},"EN":{},"xx_bad!!":{}}}`,
			[]string{"/translations/EN enum", "/translations/xx_bad!! enum"}},
		{"tasks that wait for each other", minimal + `,"tasks":[{"code":"a","title":"a","after":["b"]},{"code":"b","title":"b","after":["a"]}]}`,
			[]string{"/tasks/0 cycle"}},
		{"nothing is said of what stands behind a syntax error", `{"code":"x","title":1,`, []string{"/title type", " syntax"}},
		{"mistakes of every layer in one answer", `{
			"code": "", "title": "x", "start": "2025", "end": "2021", "extra": 1,
			"procedure": {"members": [{"role": "boss", "position": "p", "department": "d9"}], "minMethods": -1},
			"indicators": [{"code": "i", "name": "n", "direction": "increase", "kind": "level",
				"series": [{"period": "2022", "value": "3"}, {"period": "2021", "value": "2"}, {"period": "2023", "value": "x"}], "targets": []},
				{"code": "i", "name": "n", "direction": "increase", "kind": "level", "series": [], "targets": []}],
			"departments": [{"code": "d", "name": "d"}],
			"tasks": [{"code": "t", "title": "t", "lead": "nobody"}],
			"surveys": [{"code": "s", "title": "s", "returned": "10", "valid": "11"}]}`,
			[]string{"/extra unknown", "/indicators/0/series/2/value number",
				"/code required", "/end order", "/procedure/members/0/role enum", "/procedure/members/0/department reference",
				"/procedure/minMethods range", "/indicators/0/series/1/period order", "/indicators/1/code duplicate",
				"/tasks/0/lead reference", "/surveys/0/valid conflict"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			plan, err := evaluate.ReadPlan(strings.NewReader(c.input))
			assert.Equal(t, evaluate.Plan{}, plan, "nothing comes with an error")
			var faults indicator.Faults
			require.ErrorAs(t, err, &faults)
			var got []string
			for _, f := range faults {
				got = append(got, f.Path+" "+string(f.Rule))
			}
			assert.Equal(t, c.want, got)
		})
	}
}

func TestReadPlanGivesTheReadersError(t *testing.T) {
	broken := errors.New("disk on fire")
	_, err := evaluate.ReadPlan(iotest.ErrReader(broken))
	assert.ErrorIs(t, err, broken)
}

func TestValidateFindsEveryFault(t *testing.T) {
	fact := indicator.Fact{} // no name, no value
	plan := evaluate.Plan{
		Start: period("2021"), End: period("2025"),
		Purpose: evaluate.Statement{Facts: []indicator.Fact{fact}},
		Basis:   []evaluate.Document{{}},
		Procedure: evaluate.Procedure{
			Start: period("2023"), Office: "nowhere", Roles: []evaluate.Member{{Role: "boss"}},
			Scheme:      []evaluate.Stage{{}, {Name: "a", Start: period("2023"), End: period("2023")}, {Name: "a", Start: period("2023"), End: period("2023")}},
			Reported:    []evaluate.Stage{{Stage: "b", Start: period("2023-02"), End: period("2023-01")}},
			Methods:     []evaluate.Method{{As: []string{"magic"}}},
			Evaluations: []evaluate.Evaluated{{}},
		},
		Safeguards: []evaluate.Assessed{{}},
		Costs:      []evaluate.Cost{{Total: value("-1"), Start: period("2021"), End: period("2021"), Yearly: indicator.Fact{Name: "x"}}, {Code: "c"}, {Code: "c"}},
		Benefits: []evaluate.Statistic{{Code: "s", Name: "s", Indicator: "none", Series: indicator.Series{{Period: period("2021"), Value: value("1")}},
			Changes: []evaluate.Change{{}}}},
		Economy:    []evaluate.Statistic{{Code: "s"}},
		Opinions:   []evaluate.Statement{{}},
		Acceptance: []evaluate.Acceptance{{}},
		Effects:    []evaluate.Effect{{}},
		Problems:   []evaluate.Problem{{}, {Code: "p", Title: "p"}, {Code: "p", Title: "p"}},
		Adjustment: evaluate.Adjustment{Outcome: "explode"},
		Advice:     []evaluate.Advice{{Problems: []string{"q"}}},
		Cases:      []evaluate.Case{{Practice: []evaluate.Statement{{}}}},
	}
	var got []string
	for _, f := range plan.Validate() {
		got = append(got, f.Path+" "+string(f.Rule))
	}
	assert.Equal(t, []string{
		"/code required", "/title required",
		"/purpose/text required", "/purpose/facts/0/name required", "/purpose/facts/0/value required",
		"/basis/0/title required",
		"/procedure/end required", "/procedure/office reference", "/procedure/roles/0/role enum",
		"/procedure/scheme/0/name required", "/procedure/scheme/0/start required", "/procedure/scheme/0/end required",
		"/procedure/scheme/2/name duplicate", "/procedure/reported/0/stage reference", "/procedure/reported/0/end order",
		"/procedure/methods/0/name required", "/procedure/methods/0/as/0 reference",
		"/procedure/evaluations/0/name required", "/procedure/evaluations/0/start required", "/procedure/evaluations/0/end required",
		"/safeguards/0/name required",
		"/costs/0/code required", "/costs/0/name required", "/costs/0/unit required", "/costs/0/total range", "/costs/0/yearly/value required",
		"/costs/1/name required", "/costs/1/unit required", "/costs/1/total required", "/costs/1/start required", "/costs/1/end required",
		"/costs/2/name required", "/costs/2/unit required", "/costs/2/total required", "/costs/2/start required", "/costs/2/end required",
		"/costs/2/code duplicate",
		"/benefits/0/indicator reference", "/benefits/0/series conflict", "/benefits/0/changes/0/kind required",
		"/benefits/0/changes/0/from required", "/benefits/0/changes/0/to required", "/benefits/0/changes/0/value required",
		"/opinions/0/text required", "/acceptance/0/group required",
		"/economy/0/name required", "/economy/0/code duplicate",
		"/effects/0/horizon required", "/effects/0/text required",
		"/problems/0/code required", "/problems/0/title required", "/problems/2/code duplicate",
		"/adjustment/outcome enum",
		"/advice/0/title required", "/advice/0/problems/0 reference",
		"/cases/0/title required", "/cases/0/practice/0/text required",
	}, got)
}
