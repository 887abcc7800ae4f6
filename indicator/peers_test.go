package indicator_test

import (
	"encoding/csv"
	"math"
	"os"
	"strconv"
	"testing"

	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// peerRow is a row of testdata/attainment.csv by the names of its columns.
type peerRow map[string]string

func (row peerRow) measure() indicator.Measurement {
	direction := indicator.Increase
	if row["direction"] == "negative" {
		direction = indicator.Decrease
	}
	return indicator.Measure(yearly(direction, row["baseline"], row["actual"], row["target"]), indicator.Period{})
}

func readPeers(t *testing.T) []peerRow {
	t.Helper()
	file, err := os.Open("testdata/attainment.csv")
	require.NoError(t, err)
	defer file.Close()
	reader := csv.NewReader(file)
	reader.Comment = '#'
	records, err := reader.ReadAll()
	require.NoError(t, err)
	require.Equal(t, []string{"id", "baseline", "target", "actual", "direction", "akvo_percent_accomplishment", "akvo_percent_accomplishment_100",
		"etools_progress_percentage", "tola_percent_met", "tola_over_under", "hikaya_end_of_program_pct", "reference"}, records[0])
	var rows []peerRow
	for _, record := range records[1:] {
		row := peerRow{}
		for i, name := range records[0] {
			row[name] = record[i]
		}
		rows = append(rows, row)
	}
	require.Len(t, rows, 100)
	return rows
}

// TestProgressReference holds progress against the baseline-aware column. Where target and baseline are equal there is no
// such number, and a reason instead.
func TestProgressReference(t *testing.T) {
	without := 0
	for _, row := range readPeers(t) {
		m := row.measure()
		reference := row["reference"]
		if reference == "" {
			without++
			assert.Equal(t, indicator.ZeroDenominator, m.Progress().Missing(), "row %s", row["id"])
			assert.Equal(t, row["baseline"], row["target"], "row %s", row["id"])
			continue
		}
		want, err := strconv.ParseFloat(reference, 64)
		require.NoError(t, err)
		progress, ok := m.Progress().Rat()
		require.True(t, ok, "row %s", row["id"])
		got, _ := progress.Float64()
		// The reference was computed in floating point, with two subtractions of numbers of two places.
		assert.LessOrEqual(t, math.Abs(got-want), 1e-12*max(1, math.Abs(want)), "row %s: %v, reference %v", row["id"], got, want)
	}
	assert.Equal(t, 6, without)
}

// TestPeersDefects names what the formulas of the peers get wrong, each with a row of the file. Ours is the fraction of
// progress, or why there is none, and whether the target is met.
func TestPeersDefects(t *testing.T) {
	rows := map[string]peerRow{}
	for _, row := range readPeers(t) {
		rows[row["id"]] = row
	}
	const akvo, capped, etools, tola = "akvo_percent_accomplishment", "akvo_percent_accomplishment_100", "etools_progress_percentage", "tola_percent_met"
	for _, c := range []struct {
		defect       string
		id           string
		triple       string // baseline → actual of target
		peer, theirs string
		progress     string
		met          bool
	}{
		{"a fall toward the target is scored 0", "80", "100 → 10 of -20", etools, "-0.0", "3/4", false},
		{"a fall nearly to the target is scored 0", "62", "100 → 10 of 0", etools, "-0.0", "9/10", false},
		{"a fall past the target is scored 0", "72", "100 → -10 of 50", etools, "-0.0", "11/5", true},
		{"a fall past the target is scored below 100 %", "134", "141.56 → 57.42 of 63.06", akvo, "91.1", "4207/3925", true},
		{"a fall past the target is scored near 0, the further the lower", "137", "191.61 → 0.14 of 169.46", tola, "0.0008261536645816122", "19147/2215", true},
		{"a fall that misses the target is scored above 100 %", "142", "151.61 → 61.6 of 23.6", akvo, "261.0", "9001/12801", false},
		{"a rise in what should fall is scored above 100 %", "71", "100 → 130 of 50", akvo, "260.0", "-3/5", false},

		{"the baseline is ignored: half the number is not half the way", "45", "10 → 60 of 120", akvo, "50.0", "5/11", false},
		{"the baseline is ignored: nothing has moved, and 10 % are scored", "56", "10 → 10 of 100", akvo, "10.0", "0", false},
		{"the baseline is ignored: moving away is scored as 0", "37", "10 → 0 of 50", tola, "0.0", "-1/4", false},
		{"the baseline is ignored: falling to a tenth is scored as progress", "74", "100 → 10 of 120", tola, "0.08333333333333333", "-9/2", false},
		{"moving away is cut off at 0", "75", "100 → 60 of 120", etools, "0.0", "-2", false},

		{"what is below the target is scored 100 %", "14", "0 → 10 of 120", capped, "100", "1/12", false},
		{"a negative number is scored 100 %", "42", "10 → -10 of 50", capped, "100", "-1/2", false},
		{"target and baseline equal, and the number at both, is scored 0", "88", "100 → 100 of 100", etools, "0.0", "zero-denominator", true},
		{"target and baseline 0 is scored 0", "2", "0 → 10 of 0", etools, "0.0", "zero-denominator", true},
	} {
		t.Run(c.defect, func(t *testing.T) {
			row := rows[c.id]
			require.Equal(t, c.triple, row["baseline"]+" → "+row["actual"]+" of "+row["target"])
			require.Equal(t, c.theirs, row[c.peer], "what the peer computes")
			m := row.measure()
			assert.Equal(t, c.progress, m.Progress().String())
			met, why := m.Met()
			assert.Equal(t, indicator.Present, why)
			assert.Equal(t, c.met, met)
		})
	}
}
