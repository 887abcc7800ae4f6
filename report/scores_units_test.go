package report

import (
	"context"
	"strings"
	"testing"
	"unicode"

	"github.com/planeval/planeval/evaluate/score"
	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestSeveralUnitsAreRanked(t *testing.T) {
	sheet, data := districts()
	scoring := scoredBy(t, sheet, data)
	zh := withScores(t, Options{}, scoring)
	ranking := table(t, zh, "score-districts-ranking")
	assert.Equal(t, []string{"名次", "评分对象", "总分（分）", "等级", "经济（分）", "环境（分）", "满意度（分）"}, titles(ranking))
	assert.Equal(t, [][]string{
		{"1.5（并列）", "甲区", "94.79", "优", "100.00", "87.50", "90.00"},
		{"1.5（并列）", "丁区", "94.79", "优", "100.00", "87.50", "90.00"},
		{"3", "乙区", "69.30*", "中", "73.24*", "58.33", "80.00"},
		{"4", "丙区", "12.54*", "差", "0.00", "12.50*", "70.00"},
	}, rowTexts(ranking))
	assert.Equal(t, []string{"带*的分数，其下有插补或者缩尾的数值。", "缺数据而插补的数值：乙区（就业）。", "作为异常值缩尾的数值：丙区（颗粒物）。"}, ranking.Notes)

	en := table(t, withScores(t, languages[english], scoring), "score-districts-ranking")
	assert.Equal(t, []string{"1.5 (tied)", "A", "94.79", "excellent", "100.00", "87.50", "90.00"}, row2texts(en.Rows[0]))
	assert.Equal(t, []string{"Scores with * rest on values that were imputed or brought in.", "Values imputed because there are no data: B (Jobs).",
		"Values brought in as outliers: C (Dust)."}, en.Notes)

	shifts := table(t, zh, "score-districts-shifts")
	assert.Equal(t, []string{"经济", "　产值", "　就业", "环境", "　颗粒物", "　绿地", "满意度"}, column(shifts, 0))
	scoring.Ranges = nil
	eachBlock(withScores(t, Options{}, scoring), func(_ *Section, b Block) {
		if table, ok := b.(Table); ok {
			assert.NotEqual(t, "table-score-districts-ranges", table.ID, "no intervals without a simulation")
		}
	})
}

// The judgements 2, 4 and 3 have the principal eigenvalue 3.0183: λ³ − 3λ² = 4 ÷ (2 × 3) + 2 × 3 ÷ 4 − 2.
func TestDerivedWeightsSayWhereTheyComeFrom(t *testing.T) {
	sheet, data := districts()
	scoring := scoredBy(t, sheet, data)
	zh := strings.Join(textsOf(t, withScores(t, Options{}, scoring), "score-districts-weights"), "\n")
	assert.Contains(t, zh, "“总评”下级的权重由层次分析法（特征根法）得出，四舍五入保留4位小数后使用。一致性检验：最大特征值λmax为3.0183，一致性指标CI为0.0091，"+
		"平均随机一致性指标RI为0.58（萨蒂《层次分析法》所列），一致性比率CR为0.0158，未超过0.1，通过一致性检验。与权重相差最大的判断：“经济”的重要程度为“环境”的2倍，按权重为1.75倍。")
	assert.Contains(t, zh, "“经济”下级的权重由熵权法得出，四舍五入保留6位小数后使用。比较了4个各项得分齐全的对象。")
	en := strings.Join(textsOf(t, withScores(t, languages[english], scoring), "score-districts-weights"), "\n")
	assert.Contains(t, en, "The weights below “All” come from the method “analytic hierarchy process (eigenvector)” and are rounded half up to 4 places before they are used. "+
		"Consistency: λmax is 3.0183, CI 0.0091, RI 0.58 (after Saaty, The Analytic Hierarchy Process) and CR 0.0158, "+
		"which is no more than 0.1: the judgements pass the test of consistency. Farthest from the weights is the judgement of “Economy” over “Nature”: 2 times as important, where the weights imply 1.75.")
	weights := table(t, withScores(t, Options{}, scoring), "score-districts-weights")
	assert.Equal(t, []string{"　经济", "0.5584", "55.84%", "55.84%", "加权算术平均，熵权法"}, row2texts(weights.Rows[1]))
	assert.Equal(t, []string{"　满意度", "0.1220", "12.20%", "12.20%", "直接评分"}, row2texts(weights.Rows[7]), "with all places that it was rounded to")

	few := data
	few.Units = few.Units[:1]
	few.Columns = []score.Column{pointsOf("gdp", "100"), pointsOf("jobs", "50"), pointsOf("dust", "1"), pointsOf("green", "20"), pointsOf("trust", "90")}
	alone := strings.Join(textsOf(t, withScores(t, Options{}, scoredBy(t, sheet, few)), "score-districts"), "\n")
	assert.Contains(t, alone, "权重不能得出（可比较的对象不足）。")
	assert.Contains(t, alone, "甲区没有总分（")
}

func TestEachPeriodHasItsRankingWithTheChange(t *testing.T) {
	scoring := scoredBy(t, simple(), years())
	first := table(t, withScores(t, Options{}, scoring), "score-simple-ranking")
	assert.True(t, strings.HasSuffix(first.Caption, "简表：2021年排名"), first.Caption)
	assert.NotContains(t, titles(first), "比上期（分）")
	second := table(t, withScores(t, Options{}, scoring), "score-simple-ranking-2")
	assert.Equal(t, [][]string{ // 60 % of 85 and 40 % of 80 are 83
		{"1", "乙区", "90.00", "+20.00", "优", "90.00", "90.00"}, {"2", "甲区", "83.00", "+3.00", "良", "85.00", "80.00"},
	}, rowTexts(second))
	assert.Equal(t, []string{"比上期为与同一对象上一期总分之差。", "没有总分的对象：丙区（暂无数据；没有得分的项目：甲项）。"}, second.Notes)
	en := table(t, withScores(t, languages[english], scoring), "score-simple-ranking-2")
	assert.True(t, strings.HasSuffix(en.Caption, "Simple sheet: ranking (2022)"), en.Caption)
}

func TestManyPartsHaveATableOfTheirOwn(t *testing.T) {
	sheet, data := simple(), score.Data{Units: []score.Unit{{Code: "x", Name: "甲区"}, {Code: "y", Name: "乙区"}}}
	sheet.Root.Children, sheet.Root.Weighting = nil, score.Weighting{Method: score.EqualWeights}
	for _, code := range strings.Split("abcdef", "") {
		sheet.Root.Children = append(sheet.Root.Children, pointsLeaf(code, code, ""))
		data.Columns = append(data.Columns, pointsOf(code, "70", ""))
	}
	d := withScores(t, Options{}, scoredBy(t, sheet, data))
	assert.Equal(t, []string{"名次", "评分对象", "总分（分）", "等级", "总分区间（分）", "名次区间", "最可能的等级"}, titles(table(t, d, "score-simple-ranking")))
	assert.Equal(t, [][]string{{"甲区", "70.00", "70.00", "70.00", "70.00", "70.00", "70.00"},
		{"乙区", "暂无数据", "暂无数据", "暂无数据", "暂无数据", "暂无数据", "暂无数据"}}, rowTexts(table(t, d, "score-simple-part-scores")))
}

func TestSensitivityIsShownWithItsErrors(t *testing.T) {
	scoring := scoredBy(t, simple(), one(pointsOf("a", "90"), pointsOf("b", "75")))
	found, err := scoring.Result.Sensitivity(context.Background(), score.Simulation{Seed: 3, Replications: 50})
	require.NoError(t, err)
	scoring.Sensitivity = &found
	zh := withScores(t, Options{}, scoring)
	assert.Equal(t, []string{"选择", "一阶指数", "标准误", "总效应指数", "标准误"}, titles(table(t, zh, "score-simple-sensitivity")))
	assert.Equal(t, "“总评”下级的权重", table(t, zh, "score-simple-sensitivity").Rows[0][0].Text)
	assert.Equal(t, "1.000", table(t, zh, "score-simple-sensitivity").Rows[0][1].Text, "all of it, as nothing else varies")
	assert.Contains(t, strings.Join(textsOf(t, zh, "score-simple-robust"), "\n"), "以3为随机种子，样本量为50，共计分150次：每个权重在原值上下25%以内均匀抽取。")

	constant := scoredBy(t, simple(), one(pointsOf("a", "90"), pointsOf("b", "90")))
	none, err := constant.Result.Sensitivity(context.Background(), score.Simulation{Seed: 3, Replications: 50})
	require.NoError(t, err)
	constant.Sensitivity = &none
	assert.Contains(t, strings.Join(textsOf(t, withScores(t, languages[english], constant), "score-simple-robust"), "\n"), "The result does not vary with these choices, so there are no indices.")
}

// everyRule is a sheet with a leaf of each kind, in both directions where there are two, and what else a rule may hold.
func everyRule() (score.Sheet, score.Data) {
	sheet := score.Sheet{Code: "rules", Title: "Rules", Ties: score.TiesDense, Root: score.Node{Code: "root", Name: "Root", Weighting: score.Weighting{Method: score.EqualWeights}}}
	var data score.Data
	for _, name := range []string{"a", "b", "c"} {
		data.Units = append(data.Units, score.Unit{Code: name, Name: name})
	}
	add := func(rule score.Rule) {
		code := string(rule.Kind) + "-" + string(rule.Direction) + "-" + string(rule.Attainment)
		sheet.Root.Children = append(sheet.Root.Children, score.Node{Code: code, Name: code, Rule: &rule})
		data.Columns = append(data.Columns, pointsOf(code, "20", "30", "50"))
	}
	add(score.Rule{Kind: score.Points})
	add(score.Rule{Kind: score.Levels, Levels: []score.Level{{Name: "any", Low: v("0"), High: v("100")}}})
	add(score.Rule{Kind: score.Banded, Bands: []score.Band{{AtLeast: v("30"), Points: v("9")}, {Points: v("4")}}})
	for _, direction := range []indicator.Direction{indicator.Increase, indicator.Decrease} {
		add(score.Rule{Kind: score.Banded, Direction: direction, Target: v("40"), Bands: []score.Band{{AtLeast: v("0.8"), Points: v("9")}, {Points: v("4")}}})
		add(score.Rule{Kind: score.Attainment, Direction: direction, Target: v("40"), Most: v("1.2")})
		add(score.Rule{Kind: score.Goalposts, Direction: direction, Low: v("10"), High: v("60"), Open: true})
		add(score.Rule{Kind: score.Efficacy, Direction: direction, Low: v("10"), High: v("60")})
		add(score.Rule{Kind: score.DistanceToTarget, Direction: direction, Reference: map[indicator.Direction]string{indicator.Increase: "c", indicator.Decrease: "a"}[direction]})
		for _, kind := range []score.RuleKind{score.MinMax, score.ZScore, score.Rank, score.PercentileRank, score.ShareOfMost, score.ShareOfSum, score.ShareOfLength} {
			add(score.Rule{Kind: kind, Direction: direction, Outliers: score.Outliers{Low: v("5"), High: v("90"), Share: v("0.1"), Count: 2}, Impute: score.Impute{By: score.ByValue, Value: v("3")}})
		}
	}
	add(score.Rule{Kind: score.Attainment, Direction: indicator.Decrease, Attainment: indicator.AttainmentDifference, Target: v("40")})
	return sheet, data
}

func TestEveryRuleIsNamedWithItsFormula(t *testing.T) {
	sheet, data := everyRule()
	scoring := scoredBy(t, sheet, data)
	zh := strings.Join(textsOf(t, withScores(t, Options{}, scoring), "score-rules-methods"), "\n")
	for _, want := range []string{
		"适用于efficacy-decrease-；得分 = 起点分 + (终点分 − 起点分) × (数值 − 不容许值) ÷ (满意值 − 不容许值)；越低越好；优于满意值的按满意值计，劣于不容许值的照算；不容许值60，满意值10；起点分60分，终点分100分。",
		"完成率 = 2 − 实际值 ÷ 目标值；越低越好；目标值40；起点分0分，终点分100分；完成率高于100%的按100%计。",
		"完成率高于120%的按120%计", "80%及以上得9分；其余得4分", "；30及以上得9分；其余得4分", "× (名次 − 1)，最差者名次为1", "“any”0至100分", "以“c”的数值为目标", "超出两端的照算；下限10，上限60",
		"低于5的数值按5计；高于90的数值按90计；两端各10%的数值缩尾，按其余数值的端点计；分布过偏过尖时，偏斜一侧最远的数值缩尾，至多2个；缺数据时以规定的数值代替（3）",
		"总分相同的并列，其后的名次不空缺", "含有乘方、开方、对数或者标准差的得分按双精度浮点数计算",
	} {
		assert.Contains(t, zh, want)
	}
	en := textsOf(t, withScores(t, languages[english], scoring), "score-rules-methods")
	for _, text := range en {
		assert.False(t, strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Han, r) }), text)
	}
	assert.Contains(t, strings.Join(en, "\n"), "For z-score-decrease-; score = start + (end − start) × (mean − value) ÷ standard deviation of the sample; less is better; starts at 0, ends at 1 points")
	data.Units = data.Units[:1]
	for i := range data.Columns {
		data.Columns[i].Values = data.Columns[i].Values[:1]
	}
	for i := range sheet.Root.Children {
		if r := sheet.Root.Children[i].Rule; r.Reference == "c" {
			r.Reference = "a"
		}
	}
	parts := table(t, withScores(t, Options{}, scoredBy(t, sheet, data)), "score-rules-parts")
	how := func(code string) string {
		for _, row := range parts.Rows {
			if row[0].Text == "　"+capital(code) {
				return row[len(row)-1].Text
			}
		}
		return ""
	}
	assert.Equal(t, "100 × 20 ÷ 40 = 50.00", how("attainment-increase-"))
	assert.Equal(t, "200.00%，超过上限120%，按上限计", how("attainment-decrease-"), "40 ÷ 20 is 2, above the most")
	assert.Equal(t, "60 + (100 − 60) × (20 − 10) ÷ (60 − 10) = 68.00", how("efficacy-increase-"))
	assert.Equal(t, "直接评分", how("points--"))
}

// An id that has no words is shown as it is.
func TestAnUnknownMethodIsNamedByItsID(t *testing.T) {
	scoring := scoredBy(t, simple(), one(pointsOf("a", "90"), pointsOf("b", "75")))
	s := newScorer(newWords(Options{}, nil), scoring)
	assert.Equal(t, "odd", s.aggregation(score.Aggregation{Method: "odd"}))
	assert.Equal(t, "odd", s.weighting(score.Weighting{Method: "odd"}))
	assert.Empty(t, s.aggregationMeaning(score.Aggregation{Method: "odd"}))
	assert.Equal(t, "odd", s.factor("odd"))
	assert.Equal(t, "odd", s.name("odd"))
}

func TestRarerMarksOfARanking(t *testing.T) {
	sheet := simple()
	sheet.Root.Aggregation.Method = score.Geometric
	sheet.Vetoes = []score.Veto{{Code: "accidents", Name: "事故", AtLeast: v("0"), AtMost: v("2"), Grade: "差", Source: "规定"}}
	data := score.Data{Units: []score.Unit{{Code: "x", Name: "甲区"}, {Code: "y", Name: "乙区"}, {Code: "z", Name: "丙区"}},
		Columns: []score.Column{pointsOf("a", "80", "80", "0"), pointsOf("b", "80", "80", "5"), pointsOf("accidents", "0", "3", "0")}}
	d := withScores(t, Options{}, scoredBy(t, sheet, data))
	ranking := table(t, d, "score-simple-ranking")
	assert.Equal(t, []string{"1（误差内并列）", "1（误差内并列）"}, column(ranking, 0))
	assert.Equal(t, []string{"良或中", "差（一票否决）"}, column(ranking, 3), "80 lies within the error of the bound, but a veto holds whatever the total")
	assert.Equal(t, []string{"没有总分的对象：丙区（数值不为正数）。", "触发一票否决事项“事故”、等级不得高于“差”的对象：乙区。", "名次按总分排列，不因一票否决改变。"}, ranking.Notes)
	text := strings.Join(textsOf(t, d, "score-simple-methods"), "\n")
	assert.Contains(t, text, "“事故”低于0、高于2的，等级不得高于“差”（规定）；名次按总分排列，不因一票否决改变。")

	sheet.Root.Aggregation.Method = score.Arithmetic
	data.Columns[0], data.Columns[1] = pointsOf("a", "85", "85", "60"), pointsOf("b", "85", "85", "60")
	ranking = table(t, withScores(t, languages[english], scoredBy(t, sheet, data)), "score-simple-ranking")
	assert.Equal(t, []string{"good", "poor (veto)", "fair"}, column(ranking, 3))
	assert.Equal(t, []string{"Units for which the veto “事故” holds, so that the grade is no better than “poor”: 乙区.", "Ranks follow the totals, whatever the vetoes."}, ranking.Notes)
}

func TestOtherAggregationsSayWhatPointsAre(t *testing.T) {
	sheet := simple()
	sheet.Root.Aggregation = score.Aggregation{Method: score.Harmonic}
	data := one(pointsOf("a", "60"), pointsOf("b", "40"))
	parts := table(t, withScores(t, Options{}, scoredBy(t, sheet, data)), "score-simple-parts")
	assert.Contains(t, parts.Notes, "有的项目不按加权算术平均合成，其下级计入总分的分数为得分与总分对该得分的变化率之积，不是得分与权重之积。")
	assert.Equal(t, []string{"50.00", "25.00", "25.00"}, column(parts, 3), "100 ÷ (60 ÷ 60 + 40 ÷ 40), of which each has half")
	sheet.Root.Aggregation.Method = score.Copeland
	parts = table(t, withScores(t, languages[english], scoredBy(t, sheet, data)), "score-simple-parts")
	assert.Contains(t, parts.Notes, "“—” stands where an aggregation does not divide a score among its parts.")
	assert.Equal(t, []string{"0.00", "—", "—"}, column(parts, 3))
}

func TestOperandsThatDoNotEndAreRoundedWithANote(t *testing.T) {
	sheet := simple()
	sheet.Root.Children[0].Rule = &score.Rule{Kind: score.Goalposts, Direction: indicator.Increase, Low: v("0"), High: v("3")}
	e := indicator.Figure{Formula: indicator.FormulaYearlyAverage, Result: indicator.IntRatio(4, 3)}
	data := one(score.Column{Leaf: "a", Figures: []indicator.Figure{e}}, pointsOf("b", "40"))
	parts := table(t, withScores(t, Options{}, scoredBy(t, sheet, data)), "score-simple-parts")
	assert.Equal(t, "100 × (1.3333 − 0) ÷ (3 − 0) = 44.44", parts.Rows[1][4].Text)
	assert.Contains(t, parts.Notes, "算式中除不尽的数字保留四位小数。")
}
