package indicator_test

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/internal/replay"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestOpenSDGVectors holds the rows of testdata/opensdg_progress.csv, which Open SDG's sdg-build computed, but for those
// in openSDGDiffers.
func TestOpenSDGVectors(t *testing.T) {
	file, err := os.Open("testdata/opensdg_progress.csv")
	require.NoError(t, err)
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	require.NoError(t, err)
	require.Len(t, rows, 325)
	differing, ownThresholds := map[string]bool{}, 0
	for _, cells := range rows[1:] {
		row := map[string]string{}
		for i, name := range rows[0] {
			row[name] = cells[i]
		}
		m, method := openSDGRow(t, row)
		j := indicator.Judge(method, &m)
		status := strings.ReplaceAll(row["series_status"], "_", "-")
		if status == "not-available" {
			status = ""
		}
		var progress, score float64
		hasProgress, hasScore := false, false
		coefficient := 1.0 // where there is no limit, or it is far
		for _, f := range method.Figures(&m) {
			require.NoError(t, replay.Check(f), row["id"])
			v, _ := f.Result.Decimal(12, indicator.HalfUp).Float64()
			switch {
			case f.Result.Missing() != indicator.Present:
			case strings.HasSuffix(string(f.Formula), "-score"):
				score, hasScore = v, true
			case f.Formula == indicator.FormulaLimitCoefficient:
				coefficient = v
			case f.Formula == indicator.FormulaGrowthRatio, f.Formula == indicator.FormulaDirectedGrowth:
				progress, hasProgress = v, true
			case f.Formula == indicator.FormulaScaledGrowth: // that software scales the thresholds instead
				progress, hasProgress = v*coefficient, true
			}
		}
		if d, ok := openSDGDiffers[row["id"]]; ok {
			assert.Equal(t, d.verdict, j.Verdict, "%s: %s", row["id"], d.why)
			assert.Equal(t, d.reason, j.Reason, "%s: %s", row["id"], d.why)
			assert.Equal(t, !math.IsNaN(d.score), hasScore, "%s: %s", row["id"], d.why)
			if hasScore {
				assert.InDelta(t, d.score, score, 1e-9, "%s: %s", row["id"], d.why)
			}
			differing[row["id"]] = true
			continue
		}
		assert.Equal(t, status, string(j.Verdict), "%s %s %v", row["id"], row["tag"], j.Reason)
		if want, err := strconv.ParseFloat(row["progress_value"], 64); err == nil && math.IsInf(want, 0) && status != "target-achieved" {
			// The target is the base: no growth is needed, by which that software divides. Any growth away from it is enough.
			assert.Equal(t, indicator.FormulaDirectedGrowth, j.Decisive, row["id"])
			assert.Negative(t, j.By().Cmp(indicator.IntRatio(0, 1)), row["id"])
		} else if err == nil && !math.IsInf(want, 0) && (hasProgress || status != "target-achieved") {
			assert.True(t, hasProgress, row["id"])
			assert.InDelta(t, want, progress, 1e-9, row["id"])
		}
		if want, err := strconv.ParseFloat(row["limit_coeff"], 64); err == nil && status != "" {
			assert.InDelta(t, want, coefficient, 1e-12, row["id"])
		}
		if row["thresholds_json"] != "" && status != "target-achieved" {
			// Own thresholds move the verdict of that software and leave the lines of its score where they are.
			assert.False(t, hasScore, row["id"])
			ownThresholds++
		} else if want, err := strconv.ParseFloat(row["series_score"], 64); err == nil {
			assert.True(t, hasScore, row["id"])
			assert.InDelta(t, want, score, 1e-9, "%s %s", row["id"], row["tag"])
		}
	}
	assert.Len(t, differing, len(openSDGDiffers), "every row that is listed is in the file")
	assert.Equal(t, 14, ownThresholds)
}

func openSDGRow(t *testing.T, row map[string]string) (indicator.Measurement, indicator.Method) {
	t.Helper()
	year := func(text string, absent int) indicator.Period {
		if n, err := strconv.Atoi(strings.TrimSuffix(text, ".0")); err == nil {
			absent = n
		}
		return indicator.Year(absent)
	}
	ind := indicator.Indicator{Kind: indicator.Level, Direction: indicator.Decrease, Baseline: year(row["base_year_cfg"], 2015)}
	if row["direction"] == "positive" {
		ind.Direction = indicator.Increase
	}
	var points [][2]json.RawMessage
	require.NoError(t, json.Unmarshal([]byte(row["series_json"]), &points))
	for _, p := range points {
		o := indicator.Observation{Period: year(strings.Trim(string(p[0]), `"`)[:4], 0), Status: indicator.Unavailable}
		if v, err := indicator.ParseValue(string(p[1])); err == nil {
			o.Value, o.Status = v, indicator.Printed
		}
		ind.Series = append(ind.Series, o)
	}
	if row["target"] != "" {
		ind.Targets = []indicator.Target{{Period: year(row["target_year_cfg"], 2030), Value: value(row["target"])}}
	}
	var options indicator.OpenSDGOptions
	if row["limit"] != "" {
		options.Limit = value(row["limit"])
	}
	if row["thresholds_json"] != "" {
		var given map[string]json.Number
		require.NoError(t, json.Unmarshal([]byte(row["thresholds_json"]), &given))
		for name, into := range map[string]*indicator.Value{"high": &options.Substantial, "med": &options.Moderate, "low": &options.Limited} {
			if n, ok := given[name]; ok {
				*into = value(n.String())
			}
		}
	}
	return indicator.Measure(ind, indicator.Period{}), indicator.OpenSDG(options)
}

type openSDGDifference struct {
	verdict indicator.Verdict
	reason  indicator.Reason
	score   float64 // NaN where there is none
	why     string
}

var noScore = math.NaN()

// openSDGDiffers are the rows where ours is another answer, with ours and the reason. Scores are worked out with forty
// digits from the published lines.
var openSDGDiffers = map[string]openSDGDifference{
	"74":  {indicator.NotJudged, indicator.NotPositive, noScore, "a target of 0, which that software replaces by 0.001"},
	"75":  {indicator.NotJudged, indicator.NotPositive, noScore, "a target of 0, which that software replaces by 0.001"},
	"77":  {indicator.Deterioration, indicator.Present, noScore, "away from a target of 0, which needs no ratio; that software replaces it by 0.001"},
	"78":  {indicator.Deterioration, indicator.Present, noScore, "away from a target of 0, which needs no ratio; that software replaces it by 0.001"},
	"80":  {indicator.Deterioration, indicator.Present, noScore, "away from a target of 0, which needs no ratio; that software replaces it by 0.001"},
	"118": {indicator.NotJudged, indicator.NotPositive, noScore, "a target of 0, which that software replaces by 0.001"},
	"123": {indicator.Deterioration, indicator.Present, noScore, "away from a target of 0, which needs no ratio; that software replaces it by 0.001"},
	"124": {indicator.Deterioration, indicator.Present, noScore, "away from a target of 0, which needs no ratio; that software replaces it by 0.001"},
	"126": {indicator.Deterioration, indicator.Present, noScore, "away from a target of 0, which needs no ratio; that software replaces it by 0.001"},
	"183": {indicator.TargetAchieved, indicator.Present, 5, "the base lies after the last observation, where that software crashes, and the target is met"},
	"197": {indicator.NotJudged, indicator.NotPositive, noScore, "a base of 0, which that software replaces by 0.001"},
	"199": {indicator.NotJudged, indicator.NotPositive, noScore, "a base of 0, which that software replaces by 0.001"},
	"206": {indicator.TargetAchieved, indicator.Present, 5, "0 meets the target 0, which that software replaces by 0.001"},
	"207": {indicator.TargetAchieved, indicator.Present, 5, "0 meets the target 0, which that software replaces by 0.001"},
	"213": {indicator.NotJudged, indicator.NotPositive, noScore, "a base of 0, which that software replaces by 0.001"},
	"229": {indicator.NotJudged, indicator.NotPositive, noScore, "a base of 0, which that software replaces by 0.001"},
	"231": {indicator.NotJudged, indicator.NotPositive, noScore, "a base of 0, which that software replaces by 0.001"},
	"237": {indicator.NotJudged, indicator.NotPositive, noScore, "a base of 0, which that software replaces by 0.001"},
	"244": {indicator.NotJudged, indicator.NotPositive, noScore, "a target of 0, which that software replaces by 0.001"},
	"255": {indicator.NotJudged, indicator.NotPositive, noScore, "a base of 0 and a target of another sign, whose root is complex"},
	"260": {indicator.NotJudged, indicator.NotPositive, noScore, "a target of another sign, whose root is complex"},
	"315": {indicator.NotJudged, indicator.NotPositive, noScore, "a base of 0, which that software replaces by 0.001"},
	"317": {indicator.NotJudged, indicator.NotPositive, noScore, "a base of 0, which that software replaces by 0.001"},
	"319": {indicator.NotJudged, indicator.NotPositive, noScore, "a base of 0, which that software replaces by 0.001"},
	"414": {indicator.LimitedProgress, indicator.Present, 0.00002, "the ratio is below 0.6, and floating point makes it 0.6000000000000004"},
}

func ExampleOpenSDG() {
	a := indicator.Assess(indicator.Indicator{
		Code: "1", Name: "forest", Kind: indicator.Level, Direction: indicator.Increase, Baseline: indicator.Year(2015),
		Series: indicator.Series{
			{Period: indicator.Year(2015), Value: indicator.IntValue(100)},
			{Period: indicator.Year(2020), Value: indicator.IntValue(110)},
		},
		Targets: []indicator.Target{{Period: indicator.Year(2030), Value: indicator.IntValue(150)}},
	}, indicator.Period{}, indicator.OpenSDG(indicator.OpenSDGOptions{}))
	fmt.Println(a.Judgements[0].Verdict)
	// Output: moderate-progress
}

// TestOpenSDGWithoutGround has a base of 2015 and a target for 2030; verdicts and reasons follow from the rule.
func TestOpenSDGWithoutGround(t *testing.T) {
	of := func(year int, v string) indicator.Observation {
		return indicator.Observation{Period: indicator.Year(year), Value: value(v)}
	}
	tests := []struct {
		name       string
		series     indicator.Series
		target     string
		targetYear int
		verdict    indicator.Verdict
		reason     indicator.Reason
	}{
		{"a base of 0 has no growth", indicator.Series{of(2015, "0"), of(2020, "5")}, "10", 2030, "", indicator.NotPositive},
		{"a negative series has the sign turned", indicator.Series{of(2015, "-5"), of(2020, "-3")}, "-1", 2030, indicator.SubstantialProgress, 0},
		{"a change of sign has no growth", indicator.Series{of(2015, "5"), of(2020, "-4")}, "10", 2030, "", indicator.NotPositive},
		{"a target of another sign has no growth", indicator.Series{of(2015, "-5"), of(2020, "-4")}, "10", 2030, "", indicator.NotPositive},
		{"away from a target at the base is a deterioration", indicator.Series{of(2015, "10"), of(2020, "9")}, "10", 2030, indicator.Deterioration, 0},
		{"away from a target of 0 is a deterioration", indicator.Series{of(2015, "-5"), of(2020, "-6")}, "0", 2030, indicator.Deterioration, 0},
		{"toward a target of 0 no growth is enough", indicator.Series{of(2015, "-5"), of(2020, "-4")}, "0", 2030, "", indicator.NotPositive},
		{"a target before the base leaves no time", indicator.Series{of(2015, "5"), of(2020, "6")}, "10", 2014, "", indicator.NoTime},
		{"one observation is no growth", indicator.Series{of(2015, "5")}, "10", 2030, "", indicator.NoTime},
		{"no observation", nil, "10", 2030, "", indicator.NoObservation},
		{"a base after the last observation", indicator.Series{of(2012, "5"), of(2014, "6")}, "10", 2030, "", indicator.BeforeBaseline},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			m := indicator.Measure(indicator.Indicator{
				Kind: indicator.Level, Direction: indicator.Increase, Baseline: indicator.Year(2015), Series: test.series,
				Targets: []indicator.Target{{Period: indicator.Year(test.targetYear), Value: value(test.target)}},
			}, indicator.Period{})
			method := indicator.OpenSDG(indicator.OpenSDGOptions{})
			j := indicator.Judge(method, &m)
			assert.Equal(t, test.verdict, j.Verdict)
			assert.Equal(t, test.reason, j.Reason)
			for _, f := range method.Figures(&m) {
				require.NoError(t, replay.Check(f))
			}
		})
	}
}
