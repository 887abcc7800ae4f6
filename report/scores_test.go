package report

import (
	"slices"
	"strings"
	"testing"

	"github.com/planeval/planeval/evaluate"
	"github.com/planeval/planeval/evaluate/score"
	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestWithoutScoresThereIsNoAppendixOfScores(t *testing.T) {
	for _, scores := range [][]Scoring{nil, {{}}, {{Result: &score.Result{}}}} {
		d := withScores(t, Options{}, scores...)
		assert.Equal(t, "附录D", d.Sections[len(d.Sections)-1].Number)
		assert.Equal(t, "more", Summary(&evaluate.Evaluation{}, Options{Scores: scores}).Sections[0].ID)
	}
}

// 60 % of 90 and 40 % of 75 are 54 and 30, by hand 84.
func TestWhatIsSaidOfATotal(t *testing.T) {
	const (
		good = "甲区的总分为84.00分。等级为“良”，总分比“良”的下限（80分）高4.00分，比“优”的下限（90分）低6.00分。"
		best = "甲区的总分为90.00分。等级为“优”，总分比“优”的下限（90分）高0.00分。"
	)
	for _, c := range []struct {
		name, zh, en string
		sheet        func(*score.Sheet)
		data         score.Data
	}{
		{
			"a grade with its margins", good, "The total for District A is 84.00 points. " +
				"The grade is “good”: the total is 4.00 points above the bound of “good” (80) and 6.00 points below the bound of “excellent” (90).",
			func(*score.Sheet) {}, one(pointsOf("a", "90"), pointsOf("b", "75")),
		},
		{
			"the best grade has no next", best, "The total for District A is 90.00 points. The grade is “excellent”: the total is 0.00 points above the bound of “excellent” (90).",
			func(*score.Sheet) {}, one(pointsOf("a", "90"), pointsOf("b", "90")),
		},
		{
			"the last grade has no bound", "甲区的总分为10.00分。等级为“差”，总分比“中”的下限（60分）低50.00分。",
			"The total for District A is 10.00 points. The grade is “poor”: the total is 50.00 points below the bound of “fair” (60).",
			func(*score.Sheet) {}, one(pointsOf("a", "10"), pointsOf("b", "10")),
		},
		{
			"below all grades there is none", "甲区的总分为10.00分。总分比“优”的下限（90分）低80.00分，低于各等级，没有等级。",
			"The total for District A is 10.00 points. The total is 80.00 points below the bound of “excellent” (90), below all grades, so there is no grade.",
			func(s *score.Sheet) { s.Grades = s.Grades[:1] }, one(pointsOf("a", "10"), pointsOf("b", "10")),
		},
		{
			"a sheet without grades", "甲区的总分为10.00分。指标体系没有设等级。", "The total for District A is 10.00 points. The sheet sets no grades.",
			func(s *score.Sheet) { s.Grades = nil }, one(pointsOf("a", "10"), pointsOf("b", "10")),
		},
		{
			"no total", "甲区没有总分（暂无数据）。没有得分的项目：乙项（暂无数据）。", "District A has no total (no data). Parts without a score: Part B (no data).",
			func(*score.Sheet) {}, one(pointsOf("a", "10"), pointsOf("b", "")),
		},
		{
			"a part that is left out", "甲区的总分为90.00分。等级为“优”，总分比“优”的下限（90分）高0.00分。没有得分的项目：乙项（暂无数据）；其权重由同级其他项目分担。",
			"The total for District A is 90.00 points. The grade is “excellent”: the total is 0.00 points above the bound of “excellent” (90). " +
				"Parts without a score: Part B (no data); the parts beside them share their weight.",
			func(s *score.Sheet) { s.Root.Missing.Drop = true }, one(pointsOf("a", "90"), pointsOf("b", "")),
		},
		{ // √(90 × 90) is 90 but for the error of floating point
			"a grade within the error", "甲区的总分为90.00分。总分与等级界限之差在计算误差以内，等级是“优”还是“良”不能判定。",
			"The total for District A is 90.00 points. A bound lies within the error of the total, so whether the grade is “excellent” or “good” is not decided.",
			func(s *score.Sheet) { s.Root.Aggregation.Method = score.Geometric }, one(pointsOf("a", "90"), pointsOf("b", "90")),
		},
		{
			"a bonus above the most", "甲区的总分为100.00分。加分后超过满分，按满分100分计。等级为“优”，总分比“优”的下限（90分）高10.00分。",
			"The total for District A is 100.00 points. With its bonuses it came to more than the most that there can be, and counts as 100 points. " +
				"The grade is “excellent”: the total is 10.00 points above the bound of “excellent” (90).",
			func(s *score.Sheet) {
				s.Most, s.Bonuses = v("100"), []score.Node{pointsLeaf("c", "奖励", "")}
			}, one(pointsOf("a", "99"), pointsOf("b", "99"), pointsOf("c", "5")),
		},
		{
			"a veto", "甲区的总分为84.00分。等级为“差”。触发一票否决事项“事故”，等级不得高于“差”。",
			"The total for District A is 84.00 points. The grade is “poor”. The veto “事故” holds, so the grade is no better than “poor”.",
			func(s *score.Sheet) {
				s.Vetoes = []score.Veto{{Code: "accidents", Name: "事故", AtMost: v("2"), Grade: "差"}}
			}, one(pointsOf("a", "90"), pointsOf("b", "75"), pointsOf("accidents", "3")),
		},
		{
			"vetoes without data", "甲区的总分为84.00分。一票否决事项“事故”“通报”缺数据，不能定等级。",
			"The total for District A is 84.00 points. Vetoes without data, so that the grade cannot be decided: “事故”, “通报”.",
			func(s *score.Sheet) {
				s.Vetoes = []score.Veto{{Code: "accidents", Name: "事故", AtMost: v("2"), Grade: "差"}, {Code: "fires", Name: "火灾", AtMost: v("2"), Grade: "差"},
					{Code: "notices", Name: "通报", AtMost: v("2"), Grade: "差"}}
			}, one(pointsOf("a", "90"), pointsOf("b", "75"), pointsOf("accidents", ""), pointsOf("fires", "0"), pointsOf("notices", "")),
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			sheet := simple()
			c.sheet(&sheet)
			scoring := scoredBy(t, sheet, c.data)
			for tag, want := range map[string]string{chinese: c.zh, english: c.en} {
				d := withScores(t, languages[tag], scoring)
				assert.Equal(t, []Block{Paragraph{Text: want}}, section(t, d, "score-simple-total").Blocks)
				o := languages[tag]
				o.Scores = []Scoring{scoring}
				summary := Summary(&evaluate.Evaluation{}, o)
				assert.Contains(t, strings.Join(allTexts(summary), "\n"), want, "and in the summary")
			}
		})
	}
}

func TestPartsShowWeightScorePointsAndWorking(t *testing.T) {
	e := seed(t)
	scores := seedScores(t, e)
	o := Options{Scores: scores}
	zh := built(t, e, o)
	mean := table(t, zh, "score-capped-mean-parts")
	assert.Equal(t, []string{"评分项目", "有效权重", "得分（分）", "计入总分（分）", "方法或者算式"}, titles(mean))
	assert.Equal(t, []string{"指标完成率均值", "100.00%", "81.16", "81.16", "加权算术平均，等权"}, row2texts(mean.Rows[0]))
	assert.Equal(t, []string{"　高新技术企业", "12.50%", "76.33", "9.54", "100 × 1374 ÷ 1800 = 76.33"}, row2texts(mean.Rows[4]))
	three := table(t, zh, "score-three-dimensions-parts")
	assert.Equal(t, []string{"评分项目", "有效权重", "实际权重", "得分（分）", "计入总分（分）", "方法或者算式"}, titles(three))
	assert.Equal(t, []string{"　合理性", "33.33%", "0.00%", "未评分", "—", "—"}, row2texts(three.Rows[1]))
	assert.Equal(t, []string{"　可操作性", "33.33%", "50.00%", "85.95", "42.98", "加权算术平均，等权"}, row2texts(three.Rows[2]))
	assert.Equal(t, []string{"　　有牵头单位的任务占比", "16.67%", "25.00%", "81.58", "20.40", "100 × 31 ÷ 38 = 81.58"}, row2texts(three.Rows[3]))
	assert.Contains(t, three.Notes, "关于“有牵头单位的任务占比”的说明：牵头单位由职责推定。")

	// What is shown of the parts adds up to what is shown of the whole, in hundredths.
	for _, shown := range []Table{mean, three} {
		points := slices.IndexFunc(shown.Columns, func(c Column) bool { return c.Title == "计入总分（分）" })
		hundredths := func(row []Cell) int64 {
			if row[points].Text == missing {
				return 0
			}
			n, ok := indicator.MustValue(strings.ReplaceAll(row[points].Text, ".", "")).Int()
			require.True(t, ok)
			return int64(n)
		}
		leaves := int64(0)
		for _, row := range shown.Rows {
			if strings.Contains(row[len(row)-1].Text, " = ") {
				leaves += hundredths(row)
			}
		}
		assert.Equal(t, hundredths(shown.Rows[0]), leaves)
	}
	en := built(t, e, Options{Language: languages[english].Language, Scores: scores})
	assert.Equal(t, []string{"\u2003High-tech enterprises", "12.50%", "76.33", "9.54", "100 × 1374 ÷ 1800 = 76.33"}, row2texts(table(t, en, "score-capped-mean-parts").Rows[4]))
}

func TestAnIllustrationSaysSoFirst(t *testing.T) {
	e := seed(t)
	for tag, want := range map[string]Paragraph{
		chinese: {Lead: "示例", Text: "原报告没有评分。以下指标体系、权重和等级仅为示例，得分不代表原报告的评价。"},
		english: {Lead: "Illustration:", Text: "The source report assigns no scores. The sheet, its weights and its grades are an illustration, and the score is no finding of that report."},
	} {
		o := languages[tag]
		o.Scores = seedScores(t, e)
		assert.Equal(t, want, section(t, built(t, e, o), "score-capped-mean").Blocks[0])
	}
	assert.Empty(t, section(t, withScores(t, Options{}, scoredBy(t, simple(), one(pointsOf("a", "1"), pointsOf("b", "1")))), "score-simple").Blocks)
}

// Without the first part 75 is left, without the second 90. 90 w + 75 (1 − w) is 80 where the first weighs a third, and the
// second two thirds; it is 90 where the second weighs nothing, which is farther off.
func TestRemovalsAndFlips(t *testing.T) {
	d := withScores(t, Options{}, scoredBy(t, simple(), one(pointsOf("a", "90"), pointsOf("b", "75"))))
	assert.Equal(t, [][]string{{"甲项", "75.00", "−9.00", "中"}, {"乙项", "90.00", "+6.00", "优"}}, rowTexts(table(t, d, "score-simple-removals")))
	flips := table(t, d, "score-simple-flips")
	assert.Equal(t, []string{"甲项", "60.00%", "低于33.33%", "中"}, row2texts(flips.Rows[0]))
	assert.Equal(t, []string{"乙项", "40.00%", "超过66.67%", "中"}, row2texts(flips.Rows[1]))

	equal := withScores(t, languages[english], scoredBy(t, simple(), one(pointsOf("a", "85"), pointsOf("b", "85"))))
	assert.Contains(t, section(t, equal, "score-simple-robust").Blocks, Block(Paragraph{Lead: "Weights:", Text: "Parts whose weight, as long as it is above 0, cannot change the grade: Part A, Part B."}))

	curved := simple()
	curved.Root.Aggregation.Method = score.Harmonic
	blocks := section(t, withScores(t, Options{}, scoredBy(t, curved, one(pointsOf("a", "85"), pointsOf("b", "85")))), "score-simple-robust").Blocks
	assert.Contains(t, blocks, Block(Paragraph{Lead: "权重变化", Text: "不能计算的项目：甲项、乙项（总分与该权重不成简单关系）。"}))
}

func TestASimulationSaysWhatWasDrawnAndWhatCameOfIt(t *testing.T) {
	scoring := scoredBy(t, simple(), one(pointsOf("a", "90"), pointsOf("b", "90")))
	assert.Contains(t, section(t, withScores(t, Options{}, scoring), "score-simple-robust").Blocks, Block(Paragraph{
		Lead: "随机模拟", Text: "以7为随机种子抽取100次：每个权重在原值上下25%以内均匀抽取。总分的90%区间为90.00分至90.00分，中位数为90.00分。" +
			"各等级出现的比例：“优”100.00%，其他等级没有出现。",
	}))
	scoring.Ranges.Simulation = score.Simulation{Seed: 7, Replications: 100, AnyWeights: true, Confidence: v("0.95"),
		Aggregations: []score.Aggregation{{Method: score.PowerMean, Power: v("-1.5")}}, Rules: []score.Rule{{Kind: score.Rank}}}
	assert.Contains(t, strings.Join(textsOf(t, withScores(t, languages[english], scoring), "score-simple-robust"), "\n"),
		"100 replications are drawn from the seed 7; in each, weights are drawn uniformly from all that there can be; aggregations beside that of the sheet are tried "+
			"(power mean (power −1.5)); rules beside those of the sheet that compare units are tried (rank). The 95% interval of the total is 90.00 to 90.00 points")
	scoring.Ranges = nil
	assert.NotContains(t, strings.Join(textsOf(t, withScores(t, Options{}, scoring), "score-simple"), "\n"), "随机")
}

// TestFiguresOfScoresInSentencesStandInTables takes the numbers with two places out of the sentence on the total.
func TestFiguresOfScoresInSentencesStandInTables(t *testing.T) {
	e := seed(t)
	for _, scoring := range seedScores(t, e) {
		d := built(t, e, Options{Scores: []Scoring{scoring}})
		id := "score-" + scoring.Result.Sheet.Code
		total := fixed(scoring.Result.Totals[0].Score)
		parts := table(t, d, id+"-parts")
		assert.Contains(t, section(t, d, id+"-total").Blocks[0].(Paragraph).Text, "总分为"+total+"分")
		assert.Equal(t, total, parts.Rows[0][slices.IndexFunc(parts.Columns, func(c Column) bool { return c.Title == "得分（分）" })].Text)
	}
}

func TestHostileNamesInScoresDoNoHarm(t *testing.T) {
	const nasty = "{plan}\n| <b>&\u2028\x00 \"…\" 《"
	sheet := score.Sheet{
		Code: nasty, Title: nasty, Source: nasty, Note: nasty, Grades: []score.Grade{{Name: nasty, AtLeast: v("1")}, {Name: "x"}},
		Root: score.Node{Code: "{x}", Name: nasty, Note: nasty, Weighting: score.Weighting{Method: score.EqualWeights}, Children: []score.Node{
			{Code: nasty, Name: nasty, Source: nasty, Note: nasty, Rule: &score.Rule{Kind: score.Levels, Levels: []score.Level{{Name: nasty, Low: v("0"), High: v("9")}}}},
			pointsLeaf("b", nasty, ""),
		}},
	}
	data := score.Data{Units: []score.Unit{{Code: nasty, Name: nasty}}, Columns: []score.Column{
		{Leaf: nasty, Values: values("5"), Levels: []string{nasty}, Source: nasty}, pointsOf("b", "7"),
	}}
	several := score.Data{Units: append(data.Units, score.Unit{Code: "x", Name: nasty}), Columns: []score.Column{{Leaf: nasty, Values: values("5", "")}, pointsOf("b", "7", "8")}}
	for _, o := range languages {
		d := withScores(t, o, scoredBy(t, sheet, data), scoredBy(t, sheet, several))
		for _, text := range allTexts(d) {
			assert.NotContains(t, text, "\n")
			assert.NotContains(t, text, "\x00")
		}
		assert.Contains(t, strings.Join(allTexts(d), " "), "{plan} | <b>&")
	}
}

func TestNamesGoThroughTheSheetThenThePlan(t *testing.T) {
	sheet := simple()
	delete(sheet.Translations["en"], "乙项")
	plan := evaluate.Plan{Code: "p", Title: "P", Start: indicator.Year(2021), End: indicator.Year(2025),
		Translations: map[string]map[string]string{"en": {"乙项": "of the plan", "甲项": "not this"}}}
	o := languages[english]
	o.Scores = []Scoring{scoredBy(t, sheet, one(pointsOf("a", "90"), pointsOf("b", "75")))}
	d := built(t, evaluated(t, plan, evaluate.Options{}), o)
	assert.Equal(t, []string{"All", "\u2003Part A", "\u2003Of the plan"}, column(table(t, d, "score-simple-parts"), 0))
	assert.Equal(t, "not this", plan.Translations["en"]["甲项"], "the plan's own stay as they are")
}
