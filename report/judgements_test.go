package report

import (
	"strings"
	"testing"

	"github.com/planeval/planeval/evaluate"
	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"
)

// TestEveryMethodIsShownWithItsMargin has the seed judged by all methods side by side: where there is a verdict, the
// report shows the figure that decided, its threshold and the margin.
func TestEveryMethodIsShownWithItsMargin(t *testing.T) {
	e, err := evaluate.Evaluate(seed(t).Plan, evaluate.Options{AsOf: indicator.MustPeriod("2023-08-31"), Methods: []indicator.Method{
		indicator.Schedule(indicator.Bands{}), indicator.ProgressChart(), indicator.Weather(),
		indicator.EnergyAssessment(indicator.EnergyPoints{}), indicator.OpenSDG(indicator.OpenSDGOptions{}),
	}})
	require.NoError(t, err)
	rows := map[string][]string{}
	for _, row := range table(t, Build(&e, Options{Language: language.English}), "judgements").Rows {
		cells := make([]string, len(row))
		for i, cell := range row {
			cells[i] = cell.Text
		}
		if strings.HasPrefix(cells[0], "High-tech share") {
			rows[cells[1]] = cells[2:]
		}
	}
	assert.Equal(t, []string{"on course", "pace", "0.95", "0.90", "+0.05"}, rows["Schedule"])
	assert.Equal(t, []string{"slightly cloudy", "gap left by the trend", "7.78%", "20.00%", "+12.22 pp"}, rows["Weather symbols"])
	assert.Equal(t, []string{"on track", "projected progress", "105.30%", "95.00%", "+10.30 pp"}, rows["UN progress chart"])
	assert.Equal(t, []string{"missed", "pace", "0.95", "1.00", "-0.05"}, rows["Energy-saving target assessment"])
}
