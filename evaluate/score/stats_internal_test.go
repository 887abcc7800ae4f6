package score

import (
	"encoding/csv"
	"math"
	"os"
	"strconv"
	"testing"

	"github.com/planeval/planeval/indicator"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func compositeTable(t *testing.T, name string) []map[string]string {
	t.Helper()
	file, err := os.Open("testdata/composite/" + name)
	require.NoError(t, err)
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	require.NoError(t, err)
	var list []map[string]string
	for _, row := range rows[1:] {
		r := map[string]string{}
		for i, name := range rows[0] {
			r[name] = row[i]
		}
		list = append(list, r)
	}
	return list
}

// halfUnit returns half a unit of the third significant digit.
func halfUnit(x float64) float64 {
	if x == 0 {
		return 0
	}
	return math.Pow10(int(math.Floor(math.Log10(math.Abs(x))))-2) / 2 * (1 + 1e-9)
}

// COINr gives no outlier where the skewness is 2 or less or the kurtosis 3.5 or less; our rule is the same, and decided by
// fractions: the skewness of PubDebt is printed as 2.
func TestStatisticsOfTheOutlierRuleAreThoseOfCOINr(t *testing.T) {
	raw := compositeTable(t, "raw.csv")
	rows := 0
	for _, r := range compositeTable(t, "stats_raw.csv") {
		rows++
		code := r["iCode"]
		list, all := make([]indicator.Ratio, len(raw)), make([]int, len(raw))
		for u, country := range raw {
			list[u], all[u] = indicator.Missing(indicator.NoObservation), u
			if text := country[code]; text != "NA" && text != "" {
				d, err := decimal.NewFromString(text)
				require.NoError(t, err, text)
				list[u] = indicator.RatRatio(d.Rat())
			}
		}
		there := present(list, all)
		assert.Equal(t, r["N.Avail"], strconv.Itoa(len(there)), code)
		least, most := ends(list, there)
		mean := average(list, there)
		deviation := ballOf(spread(list, there, mean).Quo(number(int64(len(there)) - 1))).Sqrt()
		side, square, kurtosis := shape(list, there)
		skewness := ballOf(square).Sqrt()
		if side < 0 {
			skewness = ball{}.Sub(skewness)
		}
		for column, ours := range map[string]ball{
			"Min": ballOf(least), "Max": ballOf(most), "Mean": ballOf(mean), "Std": deviation, "Skew": skewness, "Kurt": ballOf(kurtosis),
			"Median": ballOf(statistic(&Rule{Impute: Impute{By: ByMedian}}, list, there, false)),
		} {
			want, err := strconv.ParseFloat(r[column], 64)
			require.NoError(t, err)
			assert.InDelta(t, want, ours.mid, halfUnit(want)+ours.rad, "%s of %s", column, code)
		}
		_, flagged := outlying(list, there)
		assert.Equal(t, r["Flag.SkewKurt"] == "OUT", flagged, code)
	}
	assert.Equal(t, 49, rows)
}
