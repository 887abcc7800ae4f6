package indicator_test

import (
	"encoding/csv"
	"encoding/json"
	"math"
	"os"
	"strconv"
	"testing"

	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// published is a row of a table that a government or a paper printed: its figures, and what it printed of them.
type published struct {
	Plan      string              `json:"plan"`
	Indicator string              `json:"indicator"`
	Unit      string              `json:"unit"`
	Direction indicator.Direction `json:"direction"`
	Kind      indicator.Kind      `json:"kind"`
	Baseline  struct {
		Period indicator.Period `json:"period"`
		Value  indicator.Value  `json:"value"`
	} `json:"baseline"`
	Target indicator.Target      `json:"target"`
	Actual indicator.Observation `json:"actual"`

	Completion  indicator.Value `json:"completion"`  // per cent, as printed
	Recomputed  indicator.Value `json:"recomputed"`  // where the printed completion is not what its own numbers give
	Progress    indicator.Value `json:"progress"`    // of a reduction, per cent, as printed
	ScheduleGap indicator.Value `json:"scheduleGap"` // percentage points, as printed
	Due         indicator.Value `json:"due"`         // on a straight line from the baseline, by hand
	Margin      indicator.Value `json:"margin"`      // by how much the target was passed, as printed
	Met         *bool           `json:"met"`
	Source      string          `json:"source"`
	Note        string          `json:"note"`
}

func (p published) measure() indicator.Measurement {
	ind := indicator.Indicator{
		Code: "a", Name: p.Indicator, Unit: p.Unit, Direction: p.Direction, Kind: p.Kind, Baseline: p.Baseline.Period,
		Series: indicator.Series{p.Actual}, Targets: []indicator.Target{p.Target},
	}
	if !p.Baseline.Value.IsZero() {
		ind.Series = append(indicator.Series{{Period: p.Baseline.Period, Value: p.Baseline.Value}}, ind.Series...)
	}
	return indicator.Measure(ind, indicator.Period{})
}

func readPublished(t *testing.T) []published {
	t.Helper()
	text, err := os.ReadFile("testdata/published.json")
	require.NoError(t, err)
	var file struct {
		Note string      `json:"note"`
		Rows []published `json:"rows"`
	}
	require.NoError(t, json.Unmarshal(text, &file))
	require.NotEmpty(t, file.Rows)
	return file.Rows
}

func TestPublishedTables(t *testing.T) {
	for _, p := range readPublished(t) {
		t.Run(p.Plan+" "+p.Indicator+" "+p.Actual.Period.String(), func(t *testing.T) {
			m := p.measure()
			require.NoError(t, m.Indicator.Validate().Err())
			if want := p.Completion; !want.IsZero() {
				if !p.Recomputed.IsZero() {
					want = p.Recomputed
				}
				got := m.Attainment.Percent(want.Places(), indicator.HalfUp)
				assert.Equal(t, want.String(), got.StringFixed(int32(want.Places())))
			}
			if want := p.Progress; !want.IsZero() {
				got := m.Accumulated.Progress.Percent(want.Places(), indicator.HalfUp)
				assert.Equal(t, want.String(), got.StringFixed(int32(want.Places())))
			}
			if want := p.ScheduleGap; !want.IsZero() {
				got := m.ScheduleGap.Percent(want.Places(), indicator.HalfUp)
				assert.Equal(t, want.String(), got.StringFixed(int32(want.Places())))
			}
			if want := p.Due; !want.IsZero() {
				assert.Zero(t, m.Due.Cmp(want.Ratio(indicator.NoTarget)), "due %s, want %s", m.Due, want)
			}
			if p.Met != nil {
				met, why := m.Met()
				assert.Equal(t, indicator.Present, why)
				assert.Equal(t, *p.Met, met)
			}
			if want := p.Margin; !want.IsZero() {
				j := indicator.Judge(indicator.Schedule(indicator.Bands{}), &m)
				assert.Equal(t, indicator.Achieved, j.Verdict)
				assert.Zero(t, j.Margin.Cmp(want.Ratio(indicator.NoTarget)), "margin %s, want %s", j.Margin, want)
			}
		})
	}
}

// Jiangmen printed 97.2 % by October, 13.8 percentage points ahead of time. 97.2 − 83.3 would be 13.9.
func TestRoundingHappensAtOutputOnly(t *testing.T) {
	var m indicator.Measurement
	for _, p := range readPublished(t) {
		if !p.ScheduleGap.IsZero() {
			m = p.measure()
		}
	}
	assert.Equal(t, "3145/3237", m.Progress.String(), "629.0 ÷ 647.4")
	assert.Equal(t, "97.158", m.Progress.Percent(3, indicator.HalfUp).StringFixed(3))
	assert.Equal(t, "97.2", m.Progress.Percent(1, indicator.HalfUp).StringFixed(1))
	assert.Equal(t, "5/6", m.Elapsed.String())
	assert.Equal(t, "13.82", m.ScheduleGap.Percent(2, indicator.HalfUp).StringFixed(2))
	assert.Equal(t, "13.8", m.ScheduleGap.Percent(1, indicator.HalfUp).StringFixed(1))

	rounded := indicator.NewRatio(value("97.2"), value("100"), indicator.NotComputed)
	assert.Equal(t, "13.9", rounded.Sub(m.Elapsed).Percent(1, indicator.HalfUp).StringFixed(1), "what rounding first would print")
}

// TestProgressReference holds progress against the baseline-aware column of testdata/attainment.csv. Where target and
// baseline are equal there is no such number, and a reason instead.
func TestProgressReference(t *testing.T) {
	file, err := os.Open("testdata/attainment.csv")
	require.NoError(t, err)
	defer file.Close()
	reader := csv.NewReader(file)
	reader.Comment = '#'
	rows, err := reader.ReadAll()
	require.NoError(t, err)
	require.Equal(t, []string{"id", "baseline", "target", "actual", "direction", "reference"}, rows[0])

	directions := map[string]indicator.Direction{"positive": indicator.Increase, "negative": indicator.Decrease}
	without := 0
	for _, row := range rows[1:] {
		m := indicator.Measure(yearly(directions[row[4]], row[1], row[3], row[2]), indicator.Period{})
		if row[5] == "" {
			without++
			assert.Equal(t, indicator.ZeroDenominator, m.Progress.Missing(), "row %s", row[0])
			assert.Equal(t, row[1], row[2], "row %s", row[0])
			continue
		}
		want, err := strconv.ParseFloat(row[5], 64)
		require.NoError(t, err)
		progress, ok := m.Progress.Rat()
		require.True(t, ok, "row %s", row[0])
		got, _ := progress.Float64()
		// The reference was computed in floating point, with two subtractions of numbers of two places.
		assert.LessOrEqual(t, math.Abs(got-want), 1e-12*max(1, math.Abs(want)), "row %s: %v, reference %v", row[0], got, want)
	}
	assert.Equal(t, 6, without)
	assert.Greater(t, len(rows), 100)
}
