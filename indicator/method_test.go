package indicator_test

import (
	"encoding/json"
	"testing"

	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// byAttainment is a caller's own method: a struct literal like those of the package.
var byAttainment = indicator.Method{
	ID: "by-attainment", Version: "2", Basis: "a city's own rule",
	Parameters: []indicator.Parameter{{Name: "good", Value: indicator.MustValue("0.8")}},
	Verdicts:   []indicator.Verdict{"good", "poor"},
	Judge: func(m *indicator.Measurement) indicator.Judgement {
		if why := m.Attainment().Missing(); why != indicator.Present {
			return indicator.Judgement{Reason: why}
		}
		threshold := indicator.MustValue("0.8").Ratio(indicator.NotComputed)
		j := indicator.Judgement{
			Verdict: "poor", Decisive: indicator.FormulaAttainment,
			Threshold: threshold, Margin: m.Attainment().Sub(threshold),
		}
		if m.Attainment().Cmp(threshold) >= 0 {
			j.Verdict = "good"
		}
		return j
	},
}

func TestMethodsSideBySide(t *testing.T) {
	a := indicator.Assess(seeds()[2].indicator, evaluationDate, indicator.Schedule(indicator.Bands{}), byAttainment)
	require.Len(t, a.Judgements, 2)
	assert.Equal(t, indicator.Judgement{Method: "schedule", Version: "1", Reason: indicator.NoBaseline}, a.Judgements[0])
	assert.Equal(t, indicator.Verdict("poor"), a.Judgements[1].Verdict)
	assert.Equal(t, "by-attainment", a.Judgements[1].Method, "signed with the method's id")
	assert.Equal(t, "2", a.Judgements[1].Version)
	assert.Equal(t, "-169/1350", a.Judgements[1].Margin.String()) // 1822/2700 − 0.8

	assert.Empty(t, indicator.Assess(seeds()[2].indicator, evaluationDate).Judgements, "no method, no judgement")
}

func TestMethodWithoutJudge(t *testing.T) {
	m := indicator.Measure(seeds()[0].indicator, evaluationDate)
	assert.Equal(t, indicator.Judgement{Method: "mine", Reason: indicator.NotDefined}, indicator.Judge(indicator.Method{ID: "mine"}, &m))
}

func TestZeroVerdictIsNotJudged(t *testing.T) {
	assert.Equal(t, indicator.NotJudged, indicator.Judgement{}.Verdict)
	assert.NotContains(t, indicator.Schedule(indicator.Bands{}).Verdicts, indicator.NotJudged)
}

func TestJudgementJSON(t *testing.T) {
	marshal := func(v any) string {
		text, err := json.Marshal(v)
		require.NoError(t, err)
		return string(text)
	}
	schedule := indicator.Schedule(indicator.Bands{})
	a := indicator.Assess(seeds()[3].indicator, evaluationDate, schedule)
	assert.JSONEq(t, `{"method":"schedule","version":"1","verdict":"ahead","decisive":"pace","favourable":true,
		"threshold":{"fraction":"11/10","rounded":"1.100000"},"margin":{"fraction":"2354/5485","rounded":"0.429170"}}`,
		marshal(a.Judgements[0]))
	assert.JSONEq(t, `{"method":"schedule","version":"1","reason":"no-baseline","verdict":"not-judged"}`,
		marshal(indicator.Assess(seeds()[2].indicator, evaluationDate, schedule).Judgements[0]))
	binding := aimed(yearly(indicator.Increase, "50", "90", "100"), func(t *indicator.Target) { t.Period = period("2022") })
	binding.Nature = indicator.Binding
	assert.JSONEq(t, `{"method":"final","version":"1","verdict":"missed","decisive":"attainment","veto":true,
		"threshold":{"fraction":"19/20","rounded":"0.950000"},"margin":{"fraction":"-1/20","rounded":"-0.050000"}}`,
		marshal(indicator.Assess(binding, indicator.Period{}, indicator.FinalAssessment(indicator.FinalBands{})).Judgements[0]))
	assert.JSONEq(t, `{"id":"schedule","version":"1",
		"basis":"words of the national mid-term evaluation of the 14th five-year plan, 2023; bands are planeval's convention",
		"parameters":[{"name":"ahead","value":"1.1"},{"name":"on-course","value":"0.9"}],
		"verdicts":["achieved","ahead","on-course","behind","reversed"],"favourable":3}`, marshal(schedule))
}

func TestFigureJSON(t *testing.T) {
	m := indicator.Measure(seeds()[3].indicator, evaluationDate)
	figures := m.Figures()
	require.Equal(t, indicator.FormulaProgress, figures[1].Formula)
	text, err := json.Marshal(figures[1])
	require.NoError(t, err)
	assert.JSONEq(t, `{"formula":"progress","expression":"(a − b) ÷ (t − b)",
		"inputs":[
			{"symbol":"a","value":"1374","period":"2022","source":"二（一）"},
			{"symbol":"b","value":"703","period":"2020","source":"三（一）2"},
			{"symbol":"t","value":"1800","period":"2025","source":"二（一）"}],
		"result":{"fraction":"671/1097","rounded":"0.611668"}}`, string(text))

	m = indicator.Measure(seeds()[2].indicator, evaluationDate)
	text, err = json.Marshal(m.Figures()[1])
	require.NoError(t, err)
	assert.JSONEq(t, `{"formula":"progress","expression":"(a − b) ÷ (t − b)",
		"inputs":[
			{"symbol":"a","value":"1822","period":"2022","source":"二（一）"},
			{"symbol":"b","value":null,"period":"2020"},
			{"symbol":"t","value":"2700","period":"2025","source":"二（一）"}],
		"result":{"missing":"no-baseline"}}`, string(text))
}

// everyMethod has the methods of the package with their default parameters.
func everyMethod() []indicator.Method {
	return []indicator.Method{
		indicator.Schedule(indicator.Bands{}), indicator.FinalAssessment(indicator.FinalBands{}), indicator.ProgressChart(),
		indicator.Weather(), indicator.EnergyAssessment(indicator.EnergyPoints{}), indicator.OpenSDG(indicator.OpenSDGOptions{}),
	}
}
