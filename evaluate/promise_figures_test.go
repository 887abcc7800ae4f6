package evaluate_test

import (
	"testing"

	"github.com/planeval/planeval/evaluate"
	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/internal/replay"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A promise has a status and one figure, its attainment, which comes out again from its own working.
func TestEveryPromiseHasAStatusAndItsAttainment(t *testing.T) {
	promise := func(actual, due string, target indicator.Target) indicator.Fact {
		target.Period = period(due)
		return indicator.Fact{Name: "Roads", Value: value(actual), Unit: "km", Period: period("2022"), Promised: target}
	}
	plan := orderly()
	plan.Tasks = nil // one of its facts has a promise of its own
	plan.Departments[0].Duties = nil
	plan.Cases = []evaluate.Case{{Title: "A case", Facts: []indicator.Fact{
		promise("90", "2022", indicator.Target{Value: value("100")}),
		promise("90", "2025", indicator.Target{Value: value("100")}),
		promise("100", "2025", indicator.Target{Value: value("100")}),
		promise("90", "2022", indicator.Target{Value: value("80"), Qualifier: indicator.AtMost}),
		promise("70", "2022", indicator.Target{Low: value("80"), High: value("95")}),
		promise("99", "2022", indicator.Target{Low: value("80"), High: value("95")}),
		promise("90", "2022", indicator.Target{Low: value("80"), High: value("95")}),
		{Name: "Not yet seen", Value: value("90"), Period: period("2024"), Promised: indicator.Target{Period: period("2022"), Value: value("100")}},
	}}}
	e, err := evaluate.Evaluate(plan, evaluate.Options{AsOf: asOf})
	require.NoError(t, err)
	require.Len(t, e.Promises, 8)
	var figures []indicator.Figure
	for path, f := range e.Figures() {
		if path == e.Promises[len(figures)%8].Path {
			require.NoError(t, replay.Check(f), path)
			figures = append(figures, f)
		}
	}
	require.Len(t, figures, 8, "in the order of the promises")
	for i, want := range []struct {
		status     evaluate.Status
		formula    indicator.Formula
		attainment string
	}{
		{evaluate.NotMet, indicator.FormulaAttainment, "90.0"},
		{evaluate.NotApplicable, indicator.FormulaAttainment, "90.0"},
		{evaluate.Met, indicator.FormulaAttainment, "100.0"},
		{evaluate.NotMet, indicator.FormulaAttainmentDecrease, "88.9"},
		{evaluate.NotMet, indicator.FormulaAttainmentLow, "87.5"},
		{evaluate.NotMet, indicator.FormulaAttainmentHigh, "96.0"},
		{evaluate.Met, indicator.FormulaAttainmentWithin, "100.0"},
		{evaluate.Unknown, indicator.FormulaAttainment, ""},
	} {
		assert.Equal(t, want.status, e.Promises[i].Status(asOf), i)
		assert.Equal(t, want.formula, figures[i].Formula, i)
		if want.attainment == "" {
			assert.Equal(t, indicator.NoObservation, figures[i].Result.Missing(), i)
			continue
		}
		assert.Equal(t, want.attainment, figures[i].Result.Percent(1, indicator.HalfUp).StringFixed(1), i)
	}
}
