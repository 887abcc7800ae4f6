package report

import (
	"fmt"
	"testing"

	"github.com/planeval/planeval/evaluate/score"
	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/assert"
)

// four are units of which the first two total 84.00 and 83.20: with a share w of the first part they have 75 + 15w and 88 − 8w,
// which are equal at w = 13 ÷ 23, 56.52 %. The other two have 70 in both parts.
func four() score.Data {
	return score.Data{
		Units:   []score.Unit{{Code: "x", Name: "甲区"}, {Code: "y", Name: "乙区"}, {Code: "z", Name: "丙区"}, {Code: "w", Name: "丁区"}},
		Columns: []score.Column{pointsOf("a", "90", "80", "70", "70"), pointsOf("b", "75", "88", "70", "70")},
	}
}

func TestNeighboursSwapAtAShare(t *testing.T) {
	scoring := scoredBy(t, simple(), four())
	zh, short := scoresBuilt(t, Options{}, scoring)
	swaps := table(t, zh, "score-simple-swaps")
	assert.Equal(t, []string{"名次", "在前", "在后", "领先（分）", "改变权重的项目", "占同级权重的比例", "互换时的占比"}, titles(swaps))
	assert.Equal(t, [][]string{
		{"1", "甲区", "乙区", "0.80", "甲项", "60.00%", "低于56.52%"},
		{"2", "乙区", "丙区", "13.20", "无（任何单个权重都不能使两者互换）", "—", "—"},
		{"3（并列）", "丙区", "丁区", "0.00", "无（并列）", "—", "—"},
	}, rowTexts(swaps))
	assert.Equal(t, []string{"列出的是占比变化最小就使两者互换的项目。", "每次只改变一个项目的权重，同级其他项目的权重之比不变。"}, swaps.Notes)
	assert.Contains(t, short.Blocks, Block(Paragraph{Lead: "相邻名次", Text: "3对相邻对象中，可因某一个权重的改变而互换的有1对，任何单个权重都不能使之互换的有1对，并列的有1对。" +
		"最接近互换的是甲区与乙区：“甲项”占同级权重的比例由60.00%变为低于56.52%时，两者名次互换。"}))

	en, short := scoresBuilt(t, languages[english], scoring)
	swaps = table(t, en, "score-simple-swaps")
	assert.Equal(t, "Table 5. How much a weight must change to swap neighbours in the ranking", swaps.Caption)
	assert.Equal(t, []string{"1", "District A", "乙区", "0.80", "Part A", "60.00%", "below 56.52%"}, row2texts(swaps.Rows[0]))
	assert.Equal(t, []string{"Part A", "none (no single weight swaps them)", "none (tied)"}, column(swaps, 4))
	assert.Equal(t, []string{"The part that is named is the one whose share of its level has to change least.",
		"One weight changes at a time; the weights of the parts beside it keep their proportions."}, swaps.Notes)
	assert.Contains(t, short.Blocks, Block(Paragraph{Lead: "Neighbours in the ranking:", Text: "Of 3 pairs of neighbours, 1 can be swapped by changing a single weight, " +
		"1 cannot be swapped by any single weight, 1 tied. " +
		"Closest to a swap are District A and 乙区: they change places when the share of “Part A” in its level goes from 60.00% to below 56.52%."}))
	assert.Equal(t, swaps.Rows, table(t, withScores(t, languages[english], scoring), "score-simple-swaps").Rows, "in the appendix too")
}

func TestWeightsThatCannotBeComparedAreNamed(t *testing.T) {
	sheet := simple()
	sheet.Root.Aggregation.Method = score.Harmonic
	zh, short := scoresBuilt(t, Options{}, scoredBy(t, sheet, four()))
	swaps := table(t, zh, "score-simple-swaps")
	assert.Equal(t, []string{"无（部分权重不能计算）", "无（部分权重不能计算）", "无（并列）"}, column(swaps, 4))
	assert.Contains(t, swaps.Notes, "有部分权重没有比较（两者有得分的同级项目不同，或者其上有的项目不按加权算术平均合成）的：甲区与乙区、乙区与丙区。")
	assert.Contains(t, short.Blocks, Block(Paragraph{Lead: "相邻名次", Text: "3对相邻对象中，并列的有1对，部分权重不能计算的有2对。"}))

	// A bonus brings the second to the most that there can be, so nothing is known of its weights.
	sheet = simple()
	sheet.Most, sheet.Bonuses = v("85"), []score.Node{pointsLeaf("c", "奖励", "")}
	data := four()
	data.Columns = append(data.Columns, pointsOf("c", "0", "5", "0", "0"))
	en, _ := scoresBuilt(t, languages[english], scoredBy(t, sheet, data))
	assert.Contains(t, table(t, en, "score-simple-swaps").Notes, "Pairs of which some weights are left out (cannot be computed): 乙区 and District A.")
}

func TestOfManyPairsTheFirstAreShown(t *testing.T) {
	data := score.Data{Columns: []score.Column{{Leaf: "a"}, {Leaf: "b"}}}
	for i := range 23 {
		data.Units = append(data.Units, score.Unit{Code: fmt.Sprint(i), Name: fmt.Sprint("u", i)})
		for c := range data.Columns {
			data.Columns[c].Values = append(data.Columns[c].Values, indicator.IntValue(int64(90-i)))
		}
	}
	scoring := scoredBy(t, simple(), data)
	zh, short := scoresBuilt(t, Options{}, scoring)
	swaps := table(t, zh, "score-simple-swaps")
	assert.Len(t, swaps.Rows, 20)
	assert.Equal(t, []string{"u19", "u20"}, row2texts(swaps.Rows[19])[1:3])
	assert.Contains(t, swaps.Notes, "名次在后、没有列出的相邻对象：2对。")
	assert.Contains(t, short.Blocks, Block(Paragraph{Lead: "相邻名次", Text: "22对相邻对象的前20对中，任何单个权重都不能使之互换的有20对。"}))
	en, short := scoresBuilt(t, languages[english], scoring)
	assert.Contains(t, table(t, en, "score-simple-swaps").Notes, "Pairs lower in the ranking that are not listed: 2.")
	assert.Contains(t, short.Blocks, Block(Paragraph{Lead: "Neighbours in the ranking:", Text: "Of the first 20 of 22 pairs of neighbours, 20 cannot be swapped by any single weight."}))
}
