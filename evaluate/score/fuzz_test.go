package score_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"math"
	"testing"
	"time"

	"github.com/planeval/planeval/evaluate/score"
	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/require"
)

// drawnFrom makes choices of bytes; when there are none left it makes the first.
type drawnFrom []byte

func (b *drawnFrom) choose(n int) int {
	if len(*b) == 0 {
		return 0
	}
	c := int((*b)[0]) % n
	*b = (*b)[1:]
	return c
}

// value is a number of few digits, a large or a tiny one, or none.
func (b *drawnFrom) value() indicator.Value {
	switch b.choose(8) {
	case 0:
		return indicator.Value{}
	case 1:
		return literal([]string{"0", "-1", "99999999999999999999", "0.000000000000000001", "1", "100"}[b.choose(6)])
	}
	return literal(fmt.Sprintf("%d.%d", b.choose(200)-40, b.choose(10)))
}

// dataFor are data for a sheet that is in order: values for every leaf and veto, levels and targets where they are asked for.
// Units have no period, or stand in two years each.
func (b *drawnFrom) dataFor(sheet score.Sheet) score.Data {
	var data score.Data
	dated := b.choose(2) == 1
	for u := range 1 + b.choose(4) {
		unit := score.Unit{Code: fmt.Sprint("u", u), Name: "U"}
		if dated {
			unit = score.Unit{Code: fmt.Sprint("u", u/2), Name: "U", Period: indicator.Year(2023 + u%2)}
		}
		data.Units = append(data.Units, unit)
	}
	seen := map[string]bool{}
	column := func(code string, rule *score.Rule) {
		if seen[code] {
			return
		}
		seen[code] = true
		c := score.Column{Leaf: code}
		for range data.Units {
			v := b.value()
			switch {
			case rule != nil && rule.Kind == score.Levels:
				v = rule.Levels[b.choose(len(rule.Levels))].Low
			case rule != nil && rule.Kind == score.Points && rule.Scale != score.Scale{}:
				v = rule.Scale.To
			}
			c.Values = append(c.Values, v)
		}
		measured := rule != nil && (rule.Kind == score.Attainment || rule.Kind == score.Banded && rule.Direction != "")
		if measured && (rule.Target.IsZero() || b.choose(2) == 1) {
			for range data.Units {
				c.Targets = append(c.Targets, b.value())
			}
		}
		data.Columns = append(data.Columns, c)
	}
	var visit func(n *score.Node)
	visit = func(n *score.Node) {
		if len(n.Children) == 0 {
			column(n.Code, n.Rule)
		}
		for i := range n.Children {
			visit(&n.Children[i])
		}
	}
	visit(&sheet.Root)
	for i := range sheet.Bonuses {
		visit(&sheet.Bonuses[i])
	}
	for _, v := range sheet.Vetoes {
		column(v.Code, nil)
	}
	return data
}

// requireNumbers fails the test where a number is neither there nor missing for a reason, or not finite.
func requireNumbers(t *testing.T, numbers ...indicator.Number) {
	t.Helper()
	for _, n := range numbers {
		require.NotNil(t, n)
		if a, ok := n.(score.Approx); ok && a.Missing() == indicator.Present {
			for _, r := range []indicator.Ratio{a.Ratio(), a.Error()} {
				x := floatOf(r)
				require.False(t, math.IsNaN(x) || math.IsInf(x, 0))
			}
		}
	}
}

// requireSound looks at all that there is of a sheet and data that are in order: nothing panics, what is shown adds up, and the
// result in float64 is the exact one within its error.
func requireSound(t *testing.T, sheet score.Sheet, data score.Data) {
	t.Helper()
	began := time.Now()
	r, err := score.Evaluate(sheet, data, score.Options{})
	if err != nil { // such as a reference to a unit that there is not
		var faults indicator.Faults
		require.ErrorAs(t, err, &faults)
		return
	}
	float, err := score.Evaluate(sheet, data, score.Options{Float: true})
	require.NoError(t, err)
	for u, total := range r.Totals {
		other := float.Totals[u].Score
		requireNumbers(t, total.Score, other, total.Rank.Rank)
		if exact, ok := total.Score.(indicator.Ratio); ok && exact.Missing() == indicator.Present && other.Missing() == indicator.Present {
			require.Equal(t, 0, other.Cmp(exact), "unit %d: %s is not %s", u, other, exact)
		}
		for _, c := range r.Contributions(u, 2) {
			requireNumbers(t, c.Score, c.Weight, c.Points)
			w := r.Working(u, c.Code)
			requireNumbers(t, w.Result)
			if w.Expression == "" {
				require.Empty(t, w.Operands)
			}
		}
		for _, f := range append(r.GradeFlips(u), r.OrderFlips(0, u)...) {
			requireNumbers(t, f.At, f.Change, f.ShareAt)
		}
	}
	removals := r.Removals()
	require.Len(t, removals, len(r.Removals()))
	if nodes := len(removals) + 1; nodes <= 100 {
		s := score.Simulation{Replications: 5, Rules: []score.Rule{{Kind: score.ZScore, Scale: scaleOf(50, 60)}}, Aggregations: []score.Aggregation{{Method: score.Geometric}}}
		ranges, err := r.Simulate(context.Background(), s)
		require.NoError(t, err)
		for _, o := range ranges.Units {
			requireNumbers(t, o.Mean, o.TotalLow, o.TotalHigh)
		}
		found, err := r.Sensitivity(context.Background(), s)
		require.NoError(t, err)
		require.Len(t, found.Totals, len(data.Units))
		text, err := json.Marshal([]any{r, float, ranges, found, removals})
		require.NoError(t, err)
		require.NotContains(t, string(text), "NaN")
	}
	require.Less(t, time.Since(began), 3*time.Second)
}

// FuzzReadSheet: whatever is read is refused with its faults, or is a sheet by which any data can be scored.
func FuzzReadSheet(f *testing.F) {
	f.Fuzz(func(t *testing.T, text, choices []byte) {
		if len(text) > 20_000 {
			return
		}
		sheet, err := score.ReadSheet(bytes.NewReader(text))
		if err != nil {
			var faults indicator.Faults
			require.ErrorAs(t, err, &faults)
			require.NotEmpty(t, faults)
			return
		}
		require.Empty(t, sheet.Validate())
		written, err := json.Marshal(sheet)
		require.NoError(t, err)
		again, err := score.ReadSheet(bytes.NewReader(written))
		require.NoError(t, err, "what was written is read again")
		rewritten, err := json.Marshal(again)
		require.NoError(t, err)
		require.Equal(t, string(written), string(rewritten))
		b := drawnFrom(choices)
		requireSound(t, sheet, b.dataFor(sheet))
	})
}

// FuzzEvaluate: a small sheet and data of arbitrary choices are in order and can be scored.
func FuzzEvaluate(f *testing.F) {
	f.Fuzz(func(t *testing.T, choices []byte) {
		b := drawnFrom(choices)
		sheet := b.sheet()
		require.Empty(t, sheet.Validate())
		data := b.dataFor(sheet)
		require.Empty(t, data.Validate(sheet))
		requireSound(t, sheet, data)
	})
}
