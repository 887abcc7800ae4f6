package report

import (
	"fmt"
	"strings"
	"testing"

	"github.com/planeval/planeval/evaluate"
	"github.com/planeval/planeval/evaluate/score"
	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/assert"
)

// lacking is a sheet of two parts, of which the second has two below it, for three units: the second lacks one of these, the
// third the whole first part. The totals are 60 % of 80 and 40 % of 70, 60 % of 80 and 40 % of 90, and 75.
func lacking() (score.Sheet, score.Data) {
	sheet := simple()
	sheet.Root.Missing.Drop = true
	sheet.Root.Children[1] = score.Node{
		Code: "b", Name: "乙项", Weight: v("40"), Weighting: score.Weighting{Method: score.EqualWeights}, Missing: score.Missing{Drop: true},
		Children: []score.Node{pointsLeaf("research", "研发投入强度", ""), pointsLeaf("roads", "道路、桥梁", "")},
	}
	units := []score.Unit{{Code: "u", Name: "丙县"}, {Code: "w", Name: "丁县"}, {Code: "x", Name: "戊县"}}
	return sheet, score.Data{Units: units, Columns: []score.Column{pointsOf("a", "80", "80", ""), pointsOf("research", "70", "", "80"), pointsOf("roads", "70", "90", "70")}}
}

func TestARankingSaysWhichScoresRestOnFewerParts(t *testing.T) {
	sheet, data := lacking()
	scoring := scoredBy(t, sheet, data)
	d, short := scoresBuilt(t, Options{}, scoring)
	ranking := table(t, d, "score-simple-ranking")
	assert.Equal(t, [][]string{
		{"1", "丁县", "84.00†", "良", "80.00", "90.00†"}, {"2", "丙县", "76.00", "中", "80.00", "70.00"}, {"3", "戊县", "75.00†", "中", "暂无数据", "75.00"},
	}, rowTexts(ranking))
	assert.Equal(t, []string{"带†的分数，其下有的项目没有得分。", "没有得分的项目：丁县（研发投入强度）、戊县（甲项）；其权重由同级其他项目分担。"}, ranking.Notes)
	assert.Equal(t, []string{"带†的分数，其下有的项目没有得分。"}, table(t, short, "score-simple-ranking").Notes)

	en := table(t, withScores(t, languages[english], scoring), "score-simple-ranking")
	assert.Equal(t, []string{"1", "丁县", "84.00†", "good", "80.00", "90.00†"}, row2texts(en.Rows[0]))
	assert.Equal(t, []string{"Scores with † rest on fewer parts, as some have no score.",
		"Parts without a score: 丁县 (研发投入强度), 戊县 (Part A); the parts beside them share their weight."}, en.Notes)
}

func TestOfManyUnitsThatLackAPartTheFirstAreNamed(t *testing.T) {
	sheet := simple()
	sheet.Root.Missing.Drop = true
	data := score.Data{Columns: []score.Column{{Leaf: "a"}, {Leaf: "b"}}}
	for i := range 23 {
		data.Units = append(data.Units, score.Unit{Code: fmt.Sprint(i), Name: fmt.Sprint("u", i)})
		data.Columns[0].Values = append(data.Columns[0].Values, indicator.Value{})
		data.Columns[1].Values = append(data.Columns[1].Values, indicator.IntValue(int64(90-i)))
	}
	d, _ := scoresBuilt(t, Options{}, scoredBy(t, sheet, data))
	notes := table(t, d, "score-simple-ranking").Notes
	assert.True(t, strings.HasSuffix(notes[len(notes)-1], "、u19（甲项）等23个；其权重由同级其他项目分担。"), notes)
	d, _ = scoresBuilt(t, languages[english], scoredBy(t, sheet, data))
	notes = table(t, d, "score-simple-ranking").Notes
	assert.True(t, strings.HasSuffix(notes[len(notes)-1], ", u19 (Part A), and more, 23 in all; the parts beside them share their weight."), notes)
}

func TestPartsWithoutAScoreAreNotCompared(t *testing.T) {
	sheet, data := lacking()
	data.Units = data.Units[2:]
	for i := range data.Columns {
		data.Columns[i].Values = data.Columns[i].Values[2:]
	}
	for tag, want := range map[string][]string{
		chinese: {"未评分的项目不参加比较：甲项。", "乙项", "　研发投入强度", "　道路、桥梁"},
		english: {"Not compared, having no score: Part A.", "Part B", "\u2003研发投入强度", "\u2003道路、桥梁"},
	} {
		d, _ := scoresBuilt(t, languages[tag], scoredBy(t, sheet, data))
		removals := table(t, d, "score-simple-removals")
		assert.Equal(t, want[1:], column(removals, 0))
		assert.Contains(t, removals.Notes, want[0])
		flips := strings.Join(textsOf(t, d, "score-simple-robust"), "\n")
		assert.Equal(t, 2, strings.Count(flips, want[0]), "of removals and of changes of the grade")
	}

	// Of several units a part is compared where one of them has a score.
	several, _ := scoresBuilt(t, Options{}, scoredBy(t, sheet, func() score.Data { _, all := lacking(); return all }()))
	assert.Equal(t, []string{"甲项", "乙项", "　研发投入强度", "　道路、桥梁"}, column(table(t, several, "score-simple-shifts"), 0))

	// Where no part has a score there is nothing to leave out.
	none := simple()
	none.Bonuses = nil
	d, _ := scoresBuilt(t, Options{}, scoredBy(t, none, score.Data{Units: []score.Unit{{Code: "x", Name: "甲"}, {Code: "y", Name: "乙"}},
		Columns: []score.Column{pointsOf("a", "", ""), pointsOf("b", "", "")}}))
	assert.NotContains(t, strings.Join(allTexts(d), "\n"), "略去")
}

func TestAVetoWithoutDataLeavesTheGradeOpen(t *testing.T) {
	sheet := simple()
	sheet.Vetoes = []score.Veto{{Code: "accidents", Name: "事故", AtMost: v("2"), Grade: "差"}}
	data := score.Data{Units: []score.Unit{{Code: "x", Name: "丙县"}, {Code: "y", Name: "丁县"}},
		Columns: []score.Column{pointsOf("a", "80", "70"), pointsOf("b", "80", "70"), pointsOf("accidents", "", "3")}}
	scoring := scoredBy(t, sheet, data)
	ranking := table(t, withScores(t, Options{}, scoring), "score-simple-ranking")
	assert.Equal(t, []string{"未定", "差（一票否决）"}, column(ranking, 3))
	assert.Equal(t, []string{"一票否决事项“事故”缺数据、不能定等级的对象：丙县。", "触发一票否决事项“事故”、等级不得高于“差”的对象：丁县。",
		"名次按总分排列，不因一票否决改变。"}, ranking.Notes)
	ranking = table(t, withScores(t, languages[english], scoring), "score-simple-ranking")
	assert.Equal(t, []string{"not decided", "poor (veto)"}, column(ranking, 3))
	assert.Equal(t, []string{"Units of which the grade cannot be decided, having no data on “事故”, which is a veto: 丙县.",
		"Units for which the veto “事故” holds, so that the grade is no better than “poor”: 丁县.", "Ranks follow the totals, whatever the vetoes."}, ranking.Notes)
	methods := strings.Join(textsOf(t, withScores(t, languages[english], scoring), "score-simple-methods"), "\n")
	assert.Contains(t, methods, "Where “事故” is above 2, the grade is no better than “poor”; ranks follow the totals, whatever the vetoes.")
	assert.Contains(t, methods, "Equal totals share the better rank.")
}

// A figure that the evaluation did not compute, and one that has no score for a reason of its own, are no parts that nobody judged.
func TestWhyAFigureHasNoScore(t *testing.T) {
	sheet := simple()
	for i, formula := range []indicator.Formula{indicator.FormulaAttainment, indicator.FormulaScaledMean} {
		sheet.Root.Children[i].Rule = &score.Rule{Kind: score.Attainment, Direction: indicator.Increase}
		sheet.Root.Children[i].From = score.From{Path: "/x", Formula: formula}
	}
	figure := func(leaf string, f indicator.Formula, n indicator.Number) score.Column {
		return score.Column{Leaf: leaf, Figures: []indicator.Figure{{Formula: f, Result: n}}}
	}
	data := one(figure("a", indicator.FormulaAttainment, nil), figure("b", indicator.FormulaScaledMean, indicator.Missing(indicator.NoScore)))
	for tag, want := range map[string]string{
		chinese: "没有得分的项目：甲项（评估结果中没有该数字）、乙项（选项没有分值）。",
		english: "Parts without a score: Part A (the evaluation has no such figure), Part B (a degree has no score).",
	} {
		d := withScores(t, languages[tag], scoredBy(t, sheet, data))
		assert.Contains(t, section(t, d, "score-simple-total").Blocks[0].(Paragraph).Text, want)
	}
	judged := simple()
	judged.Root.Children[0].Rule = &score.Rule{Kind: score.Levels, Levels: []score.Level{{Name: "好", Low: v("0"), High: v("100")}}}
	d := withScores(t, Options{}, scoredBy(t, judged, one(pointsOf("a", ""), pointsOf("b", "50"))))
	assert.Contains(t, section(t, d, "score-simple-total").Blocks[0].(Paragraph).Text, "没有得分的项目：甲项（未评分）。")
}

func TestThePlanIsNamedAsOne(t *testing.T) {
	plan := evaluate.Plan{Code: "u", Title: "甲区", Start: indicator.Year(2021), End: indicator.Year(2025)}
	for tag, want := range map[string]string{chinese: "《甲区》的总分为84.00分。", english: "The total for the District A is 84.00 points."} {
		o := languages[tag]
		o.Scores = []Scoring{scoredBy(t, simple(), one(pointsOf("a", "90"), pointsOf("b", "75")))}
		d := built(t, evaluated(t, plan, evaluate.Options{}), o)
		assert.True(t, strings.HasPrefix(section(t, d, "score-simple-total").Blocks[0].(Paragraph).Text, want))
	}
}

func TestAGradeThatWeightsDoNotDecideSaysSo(t *testing.T) {
	vetoed, capped := simple(), simple()
	vetoed.Vetoes = []score.Veto{{Code: "accidents", Name: "事故", AtMost: v("2"), Grade: "差"}}
	capped.Most, capped.Bonuses = v("100"), []score.Node{pointsLeaf("c", "奖励", "")}
	for _, c := range []struct {
		scoring Scoring
		zh, en  string
	}{
		{scoredBy(t, vetoed, one(pointsOf("a", "90"), pointsOf("b", "75"), pointsOf("accidents", "3"))), "触发一票否决的，不计算等级改变所需的权重变化。",
			"Where a veto holds, no change of weights is computed that would change the grade."},
		{scoredBy(t, capped, one(pointsOf("a", "99"), pointsOf("b", "99"), pointsOf("c", "5"))), "加分后超过满分的，不计算等级改变所需的权重变化。",
			"Where bonuses bring the total to the most that there can be, no change of weights is computed that would change the grade."},
	} {
		assert.Contains(t, section(t, withScores(t, Options{}, c.scoring), "score-simple-robust").Blocks, Block(Paragraph{Lead: "权重变化", Text: c.zh}))
		assert.Contains(t, section(t, withScores(t, languages[english], c.scoring), "score-simple-robust").Blocks, Block(Paragraph{Lead: "Weights:", Text: c.en}))
	}
}
