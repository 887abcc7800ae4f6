package report

import (
	"slices"
	"strings"
	"testing"

	"github.com/planeval/planeval/evaluate"
	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// changed returns the texts of the report of what changed between two evaluations.
func changed(t *testing.T, before, after *evaluate.Evaluation, o Options) string {
	t.Helper()
	d, err := BuildChanges(before, after, o)
	require.NoError(t, err)
	list := allTexts(d)
	eachBlock(d, func(_ *Section, b Block) {
		if table, ok := b.(Table); ok {
			for _, row := range table.Rows {
				list = append(list, row2texts(row)...)
			}
		}
	})
	return strings.Join(slices.DeleteFunc(list, func(s string) bool { return s == "" }), "\n")
}

// forest is a plan of one indicator with a target, evaluated as of a year's end.
func forest(t *testing.T, target, year string) *evaluate.Evaluation {
	t.Helper()
	return read(t, `"indicators": [{"code": "a", "name": "Forest", "direction": "increase", "kind": "level", "baseline": "2020",
		"series": [{"period": "2020", "value": "100"}, {"period": "2021", "value": "110"}, {"period": "2022", "value": "130"}],
		"targets": [{"period": "2025", "value": "`+target+`"}]}]`, evaluate.Options{AsOf: indicator.MustPeriod(year)})
}

func TestOnePlanAsOfTwoDatesIsSaidToBeOne(t *testing.T) {
	before, after := forest(t, "200", "2021"), forest(t, "200", "2022")
	assert.Contains(t, changed(t, before, after, Options{}), "两次评估使用同一份规划数据，只有评估时点不同")
	assert.Contains(t, changed(t, before, after, languages[english]), "Both evaluations take the same plan data as of two dates")
	assert.NotContains(t, changed(t, before, after, Options{}), "目标由")
}

func TestARevisedTargetIsSaid(t *testing.T) {
	before, after := forest(t, "200", "2021"), forest(t, "180", "2022")
	assert.Contains(t, changed(t, before, after, Options{}), "Forest（目标由200调整为180）")
	assert.Contains(t, changed(t, before, after, languages[english]), "Forest (target changed from 200 to 180)")
	assert.NotContains(t, changed(t, before, after, Options{}), "同一份规划数据")
}
