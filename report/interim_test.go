package report

import (
	"testing"

	"github.com/planeval/planeval/evaluate"
	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestInterimTargetsAndRevisionsAreShown(t *testing.T) {
	e := read(t, `"indicators": [{"code": "c", "name": "Forest", "direction": "increase", "kind": "level", "baseline": "2020",
		"series": [{"period": "2020", "value": "100"}, {"period": "2022", "value": "150"}, {"period": "2023", "value": "170"}],
		"targets": [{"period": "2022", "value": "180", "set": "2021-01"}, {"period": "2022", "value": "160", "set": "2022-06"},
			{"period": "2023", "value": "170"}, {"period": "2025", "value": "250", "set": "2021"}, {"period": "2025", "value": "240", "set": "2023"}]}]`,
		evaluate.Options{AsOf: indicator.MustPeriod("2024-06")})
	w := newWriter(e, languages[english])
	table := w.interimTable()
	var rows [][]string
	for _, row := range table.Rows {
		var cells []string
		for _, cell := range row {
			cells = append(cells, cell.Text)
		}
		rows = append(rows, cells)
	}
	require.Len(t, rows, 3)
	assert.Equal(t, []string{"Forest", "2022", "160", "180 (set January 2021); 160 (set June 2022)", "150 (2022)", "93.75%", "not met"}, rows[0])
	assert.Equal(t, []string{"Forest", "2023", "170", missing, "170 (2023)", "100.00%", "met"}, rows[1])
	assert.Equal(t, []string{"Forest", "2025", "240", "250 (set 2021); 240 (set 2023)", missing, missing, missing}, rows[2])
	built(t, e, languages[english])
	built(t, e, languages[chinese])
	assert.Empty(t, newWriter(seed(t), Options{}).interimTable().Rows)
}
