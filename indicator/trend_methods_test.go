package indicator_test

import (
	"encoding/csv"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestTrendMethods holds un-progress-chart and weather against a second implementation of the published rules: verdicts
// the same, figures to 1e-9. Rows without a symbol or a ratio there have a target that is met already; ours are then
// sun and on track, by the target itself.
func TestTrendMethods(t *testing.T) {
	file, err := os.Open("testdata/trend_methods.csv")
	require.NoError(t, err)
	defer file.Close()
	reader := csv.NewReader(file)
	reader.Comment = '#'
	rows, err := reader.ReadAll()
	require.NoError(t, err)
	column := map[string]int{}
	for i, name := range rows[0] {
		column[name] = i
	}
	scores := map[string]indicator.Verdict{"3": indicator.OnTrack, "2": indicator.FairProgress, "1": indicator.Stagnation}
	symbols := map[string]indicator.Verdict{
		"sun": indicator.Sun, "slightly_cloudy": indicator.SlightlyCloudy, "cloudy": indicator.Cloudy,
		"thunderstorm": indicator.Thunderstorm, "see-constant-target-rule": indicator.Sun,
	}
	met := map[string]bool{}
	for _, row := range rows[1:] {
		get := func(name string) string { return row[column[name]] }
		id := get("id")
		ind := indicator.Indicator{Code: id, Name: id, Kind: indicator.Level, Direction: indicator.Direction(get("direction")),
			Targets: []indicator.Target{{Period: period(get("target_year")), Value: value(get("target"))}}}
		for pair := range strings.SplitSeq(get("series"), ";") {
			year, number, _ := strings.Cut(pair, ":")
			ind.Series = append(ind.Series, indicator.Observation{Period: period(year), Value: value(number)})
		}
		ind.Baseline = ind.Series[0].Period
		require.NoError(t, ind.Validate().Err())

		m := indicator.Measure(ind, indicator.Period{})
		chart, weather := indicator.Judge(indicator.ProgressChart(), &m), indicator.Judge(indicator.Weather(), &m)
		assert.Equal(t, scores[get("un_score_with_target")], chart.Verdict, "row %s", id)
		assert.Equal(t, symbols[get("dns_symbol")], weather.Verdict, "row %s", id)
		steps := map[indicator.Formula]indicator.Number{}
		for _, f := range trendSteps(&m) {
			steps[f.Formula] = f.Result
		}
		if get("un_ratio_projected_gap_closed") == "" {
			met[id] = true
			assert.Empty(t, chart.Decisive, "row %s: the actual against the target", id)
			assert.Empty(t, weather.Decisive, "row %s: the actual against the target", id)
		} else {
			near(t, get("un_ratio_projected_gap_closed"), steps[indicator.FormulaProjectedProgress], id)
			near(t, get("dns_mean_annual_change"), steps[indicator.FormulaMeanChange], id)
			near(t, get("dns_projection"), steps[indicator.FormulaTrendValue], id)
		}

		ind.Targets = nil
		m = indicator.Measure(ind, indicator.Period{})
		near(t, get("un_cagr_no_target"), m.MeanGrowth(), id)
		chart = indicator.Judge(indicator.ProgressChart(), &m)
		assert.Equal(t, scores[get("un_score_no_target")], chart.Verdict, "row %s without its target", id)
	}
	assert.Equal(t, map[string]bool{"1": true, "49": true, "124": true, "126": true}, met)
	assert.Len(t, rows, 78)
}

// trendSteps are the steps of the two methods.
func trendSteps(m *indicator.Measurement) []indicator.Figure {
	return append(indicator.ProgressChart().Steps(m), indicator.Weather().Steps(m)...)
}

// near holds a figure against a number that was computed in floating point.
func near(t *testing.T, want string, got indicator.Number, id string) {
	t.Helper()
	number, err := strconv.ParseFloat(want, 64)
	require.NoError(t, err)
	require.Equal(t, indicator.Present, got.Missing(), "row %s", id)
	f, _ := got.Decimal(18, indicator.HalfUp).Float64()
	assert.LessOrEqual(t, math.Abs(f-number), 1e-9*max(1, math.Abs(number)), "row %s: %v, want %s", id, f, want)
}
