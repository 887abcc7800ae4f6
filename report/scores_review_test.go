package report

import (
	"strings"
	"testing"

	"github.com/planeval/planeval/evaluate/score"
	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/assert"
)

// weighted is simple with other weights.
func weighted(a, b string) score.Sheet {
	sheet := simple()
	sheet.Root.Children[0].Weight, sheet.Root.Children[1].Weight = v(a), v(b)
	return sheet
}

// Half of 70 and half of 90 are 80, which is the bound of 良: any less of the second part is below it, and any more of the first.
func TestTheSideOfABoundThatATotalIsOn(t *testing.T) {
	scoring := scoredBy(t, weighted("50", "50"), one(pointsOf("a", "70"), pointsOf("b", "90")))
	for tag, want := range map[string][][]string{
		chinese: {{"甲项", "50.00%", "超过50.00%", "中"}, {"乙项", "50.00%", "低于50.00%", "中"}},
		english: {{"Part A", "50.00%", "above 50.00%", "fair"}, {"Part B", "50.00%", "below 50.00%", "fair"}},
	} {
		assert.Equal(t, want, rowTexts(table(t, withScores(t, languages[tag], scoring), "score-simple-flips")))
	}
}

// 100 − 99.999 w is 99.9995 at w = 0.0005 ÷ 99.999, which is 0.0005 %: at two places it would be 0.00 %, and the rest, 99.9995 % less a
// little, 100.00 %.
func TestSharesThatAreNotNothingDoNotLookLikeIt(t *testing.T) {
	sheet := weighted("60", "40")
	sheet.Grades = []score.Grade{{Name: "优", AtLeast: v("99.9995")}, {Name: "差"}}
	scoring := scoredBy(t, sheet, one(pointsOf("a", "0.001"), pointsOf("b", "100")))
	for tag, want := range map[string][][]string{
		chinese: {{"甲项", "60.00%", "降至0.001%", "优"}, {"乙项", "40.00%", "升至99.999%", "优"}},
		english: {{"Part A", "60.00%", "0.001% or less", "excellent"}, {"Part B", "40.00%", "99.999% or more", "excellent"}},
	} {
		assert.Equal(t, want, rowTexts(table(t, withScores(t, languages[tag], scoring), "score-simple-flips")))
	}
	s := newScorer(newWords(Options{}, nil), scoring)
	for want, n := range map[string]indicator.Number{
		"0.00%": indicator.IntRatio(0, 1), "100.00%": indicator.IntRatio(1, 1), "0.01%": indicator.IntRatio(1, 10000), "99.999%": indicator.IntRatio(99999, 100000),
		"0.000000000000%": indicator.IntRatio(1, 1e17), "未评分": indicator.Missing(indicator.NoScore),
	} {
		assert.Equal(t, want, s.finely(n))
	}
}

func TestAWeightOfNothingIsNotShared(t *testing.T) {
	sheet := weighted("100", "0")
	sheet.Root.Missing.Drop = true
	single := scoredBy(t, sheet, one(pointsOf("a", "90"), pointsOf("b", "")))
	several := score.Data{Units: []score.Unit{{Code: "x", Name: "丙县"}, {Code: "y", Name: "丁县"}}, Columns: []score.Column{pointsOf("a", "90", "80"), pointsOf("b", "70", "")}}
	for tag, none := range map[string]string{chinese: "分担", english: "share their weight"} {
		d := withScores(t, languages[tag], single)
		assert.NotContains(t, section(t, d, "score-simple-total").Blocks[0].(Paragraph).Text, none)
		ranking := table(t, withScores(t, languages[tag], scoredBy(t, sheet, several)), "score-simple-ranking")
		assert.Equal(t, []string{"90.00", "80.00"}, column(ranking, 2))
		assert.Empty(t, ranking.Notes)
	}

	// The first part swaps the two, so that nothing need be said of the second, which counts for one of them alone.
	sheet.Root.Children[0].Weight = v("60")
	sheet.Root.Children = append(sheet.Root.Children, pointsLeaf("c", "丙项", "40"))
	several.Columns = append(several.Columns, pointsOf("c", "60", "90"))
	swaps := table(t, withScores(t, Options{}, scoredBy(t, sheet, several)), "score-simple-swaps")
	assert.Equal(t, []string{"丁县", "丙县", "6.00", "甲项"}, row2texts(swaps.Rows[0])[1:5]) // 80 × 0.6 + 90 × 0.4 and 90 × 0.6 + 60 × 0.4
	assert.Len(t, swaps.Notes, 2)
}

func TestUnitsWithoutATotalSayWhatTheyLack(t *testing.T) {
	sheet, data := lacking()
	sheet.Root.Missing.Drop = false
	scoring := scoredBy(t, sheet, data)
	ranking := table(t, withScores(t, Options{}, scoring), "score-simple-ranking")
	assert.Equal(t, []string{"没有总分的对象：戊县（暂无数据；没有得分的项目：甲项）。", "带†的分数，其下有的项目没有得分。",
		"没有得分的项目：丁县（研发投入强度）；其权重由同级其他项目分担。"}, ranking.Notes)
	ranking = table(t, withScores(t, languages[english], scoring), "score-simple-ranking")
	assert.Equal(t, []string{"Units without a total: 戊县 (no data; without a score: Part A).", "Scores with † rest on fewer parts, as some have no score.",
		"Parts without a score: 丁县 (研发投入强度); the parts beside them share their weight."}, ranking.Notes)
}

func TestAnImputedBonusIsMarked(t *testing.T) {
	sheet, data := simple(), four()
	sheet.Bonuses = []score.Node{pointsLeaf("c", "奖励", "")}
	sheet.Bonuses[0].Rule.Impute = score.Impute{By: score.ByValue, Value: v("3")}
	data.Columns = append(data.Columns, pointsOf("c", "0", "", "0", "1"))
	scoring := scoredBy(t, sheet, data)
	ranking := table(t, withScores(t, Options{}, scoring), "score-simple-ranking")
	assert.Equal(t, []string{"86.20*", "84.00", "71.00", "70.00"}, column(ranking, 2))
	assert.Equal(t, []string{"88.00", "75.00", "70.00", "70.00"}, column(ranking, 5), "the parts have none")
	assert.Contains(t, ranking.Notes, "缺数据而插补的数值：乙区（奖励）。")
	ranking = table(t, withScores(t, languages[english], scoring), "score-simple-ranking")
	assert.Contains(t, ranking.Notes, "Values imputed because there are no data: 乙区 (奖励).")
}

func TestABandOfAnActualOfNothing(t *testing.T) {
	sheet := simple()
	sheet.Root.Children[0].Rule = &score.Rule{Kind: score.Banded, Direction: indicator.Decrease, Target: v("40"),
		Bands: []score.Band{{AtLeast: v("0.95"), Points: v("98.5")}, {Points: v("50")}}}
	scoring := scoredBy(t, sheet, one(pointsOf("a", "0"), pointsOf("b", "50")))
	assert.Equal(t, "实际值为0，得98.50分", how(t, withScores(t, Options{}, scoring), "甲项"))
	assert.Equal(t, "the actual is 0, which earns 98.50 points", how(t, withScores(t, languages[english], scoring), "Part A"))
}

func TestWeightsThatCannotChangeTheGrade(t *testing.T) {
	scoring := scoredBy(t, simple(), one(pointsOf("a", "85"), pointsOf("b", "85")))
	text := strings.Join(textsOf(t, withScores(t, Options{}, scoring), "score-simple-robust"), "\n")
	assert.Contains(t, text, "权重在0以上无论怎样改变都不影响等级的项目：甲项、乙项。")
}
