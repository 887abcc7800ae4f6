package seeds_test

import (
	"testing"

	"github.com/planeval/planeval/evaluate"
	"github.com/planeval/planeval/evaluate/score"
	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/seeds"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// By hand: the mean of 2.86/3, 48.42/58, 1822/2700, 1374/1800, 448/550, 25/30, 305.41/350 and 7.46/10 is 81.16 of 100, and the
// mean of that and of the mean of 31/38 and 28/31, which is 85.95, is 83.56.
func TestTheSheetsScoreThePlan(t *testing.T) {
	evaluation, err := evaluate.Evaluate(seeds.Zibo(), evaluate.Options{AsOf: indicator.MustPeriod("2023-08-31")})
	require.NoError(t, err)
	totals := map[string]string{}
	for _, sheet := range seeds.ZiboSheets() {
		data, err := score.Collect(sheet, score.Unit{Code: "zibo", Name: "淄博市"}, evaluation.Figures())
		require.NoError(t, err)
		result, err := score.Evaluate(sheet, data, score.Options{})
		require.NoError(t, err)
		totals[sheet.Code] = result.Totals[0].Score.Decimal(2, indicator.HalfUp).StringFixed(2) + " " + result.Totals[0].Grade.Name
		if sheet.Code == "three-dimensions" {
			assert.Equal(t, indicator.NoScore, result.Score(0, "three-dimensions/rationality").Missing(), "nobody judged it")
		}
	}
	assert.Equal(t, map[string]string{"capped-mean": "81.16 良", "three-dimensions": "83.56 良"}, totals)
}

func TestTheSheetsAreTranslated(t *testing.T) {
	for _, sheet := range seeds.ZiboSheets() {
		english := sheet.Translations["en"]
		var check func(n score.Node)
		check = func(n score.Node) {
			for _, text := range []string{n.Name, n.Note} {
				assert.True(t, text == "" || english[text] != "", "%s: no English for %s", sheet.Code, text)
			}
			for _, child := range n.Children {
				check(child)
			}
		}
		check(sheet.Root)
		assert.NotEmpty(t, english[sheet.Title])
		assert.NotEmpty(t, english[sheet.Note])
		for _, g := range sheet.Grades {
			assert.NotEmpty(t, english[g.Name])
		}
	}
}
