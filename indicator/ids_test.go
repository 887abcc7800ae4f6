package indicator_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/internal/golden"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestIDsAreFrozen lists every id that leaves the package. One may be added or retired, never reused for something
// else: a reader of old output must be able to rely on it.
func TestIDsAreFrozen(t *testing.T) {
	var b strings.Builder
	list := func(kind string, ids ...any) {
		for _, id := range ids {
			fmt.Fprintf(&b, "%s %s\n", kind, id)
		}
	}
	list("fault", indicator.FaultRequired, indicator.FaultEnum, indicator.FaultNumber, indicator.FaultPeriod,
		indicator.FaultRange, indicator.FaultOrder, indicator.FaultDuplicate, indicator.FaultReference, indicator.FaultCycle,
		indicator.FaultDepth, indicator.FaultConflict, indicator.FaultText, indicator.FaultSyntax, indicator.FaultType,
		indicator.FaultUnknown, indicator.FaultMore)
	for _, r := range indicator.Reasons() {
		list("reason", r)
	}
	for _, f := range indicator.Formulas() {
		list("formula", fmt.Sprintf("%s = %s", string(f), f.Expression()))
	}
	for _, method := range everyMethod() {
		list("method", method.ID+" "+method.Version)
		for _, v := range method.Verdicts {
			list("verdict", method.ID+" "+string(v))
		}
	}
	list("nature", indicator.Binding, indicator.Anticipatory)
	list("direction", indicator.Increase, indicator.Decrease, indicator.Range, indicator.Maintain)
	list("kind", indicator.Level, indicator.Flow, indicator.Cumulative, indicator.Reduction, indicator.Growth)
	list("status", indicator.Final, indicator.Preliminary, indicator.Estimated, indicator.Derived, indicator.Unavailable)
	list("qualifier", indicator.AtLeast, indicator.AtMost, indicator.MoreThan, indicator.Nearly, indicator.About)
	list("rounding", indicator.HalfUp, indicator.HalfEven, indicator.Truncate)
	list("unit", indicator.PointUnit)
	golden.Compare(t, "testdata/ids.golden", []byte(b.String()))
}

func TestReasons(t *testing.T) {
	assert.Equal(t, "", indicator.Present.String())
	assert.Equal(t, "no-baseline", indicator.NoBaseline.String())
	assert.Equal(t, "reason-200", indicator.Reason(200).String(), "an unknown reason is no panic")
	seen := map[string]bool{}
	for _, r := range indicator.Reasons() {
		assert.NotEqual(t, indicator.Present, r)
		assert.False(t, seen[r.String()], "%s twice", r)
		seen[r.String()] = true

		text, err := json.Marshal(r)
		require.NoError(t, err)
		var back indicator.Reason
		require.NoError(t, json.Unmarshal(text, &back))
		assert.Equal(t, r, back)
	}
	var r indicator.Reason
	assert.EqualError(t, r.UnmarshalText([]byte("because")), `indicator: unknown reason "because"`)
}

func TestFormulas(t *testing.T) {
	seen := map[indicator.Formula]bool{}
	for _, f := range indicator.Formulas() {
		assert.NotEmpty(t, f.Expression(), f)
		assert.False(t, seen[f], "%s twice", f)
		seen[f] = true
	}
	assert.Equal(t, "(a − b) ÷ (t − b)", indicator.FormulaProgress.Expression())
	assert.Equal(t, indicator.Percent, indicator.FormulaProgress.Display())
	assert.Equal(t, indicator.Points, indicator.FormulaScheduleGap.Display())
	assert.Equal(t, indicator.Plain, indicator.FormulaPace.Display())
	assert.Equal(t, indicator.InUnit, indicator.FormulaDue.Display())
	assert.Equal(t, "", indicator.Formula("made-up").Expression())

	// Every figure of a measurement is by a formula of the list.
	for _, s := range seeds() {
		m := indicator.Measure(s.indicator, evaluationDate)
		for _, f := range m.Figures() {
			assert.True(t, seen[f.Formula], f.Formula)
		}
	}
}
