package report

import (
	"strings"
	"testing"

	"github.com/planeval/planeval/evaluate/score"
	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/assert"
)

// After GB/T 15834 no mark of enumeration stands between quotation marks or titles that follow each other.
func TestItemsInQuotationMarksFollowEachOther(t *testing.T) {
	zh, en := both()
	assert.Equal(t, "“甲”“乙”、丙", zh.list("“甲”", "“乙”", "丙"))
	assert.Equal(t, "“甲”（一）、“乙”", zh.list("“甲”（一）", "“乙”"))
	assert.Equal(t, "《甲》《乙》", zh.and("《甲》", "《乙》"))
	assert.Equal(t, "“甲”1%、“乙”2%", zh.list("“甲”1%", "“乙”2%"))
	assert.Equal(t, "“a”, “b”", en.list("“a”", "“b”"))
}

func TestNamesThatHoldTheMarkOfAListAreKeptApart(t *testing.T) {
	zh, en := scorer{}, scorer{}
	zh.words, en.words = both()
	assert.Equal(t, "教育；道路、桥梁", zh.list("教育", "道路、桥梁"))
	assert.Equal(t, "丙县（道路、桥梁）、丁县", zh.list("丙县（道路、桥梁）", "丁县"), "what stands in parentheses is apart")
	assert.Equal(t, "“道路、桥梁”“教育”", zh.list("“道路、桥梁”", "“教育”"))
	assert.Equal(t, "Schools; Roads, bridges", en.list("Schools", "Roads, bridges"))
	assert.Equal(t, "A (roads, bridges), B", en.list("A (roads, bridges)", "B"))

	sheet, data := lacking()
	data.Columns[1].Values, data.Columns[2].Values = values("70", "90", "80"), values("70", "", "70")
	sheet.Root.Children[1].Children[0].Name = "教育"
	sheet.Root.Children[1].Weight = v("30")
	sheet.Root.Children = append(sheet.Root.Children, pointsLeaf("c", "丙项", "10"))
	data.Columns = append(data.Columns, pointsOf("c", "1", "", "1"))
	d, _ := scoresBuilt(t, Options{}, scoredBy(t, sheet, data))
	assert.Contains(t, table(t, d, "score-simple-ranking").Notes, "没有得分的项目：丁县（道路、桥梁；丙项）、戊县（甲项）；其权重由同级其他项目分担。")
}

func TestBoundsSayWhetherTheyAreIncluded(t *testing.T) {
	sheet := simple()
	sheet.Root.Children[0].Rule = &score.Rule{Kind: score.Banded, Bands: []score.Band{{AtLeast: v("90"), Points: v("100")}, {AtLeast: v("80"), Points: v("80")}, {Points: v("50")}}}
	sheet.Root.Children[1].Rule = &score.Rule{Kind: score.Levels, Levels: []score.Level{
		{Name: "好", Low: v("80"), High: v("100")}, {Name: "一般", Low: v("60"), High: v("80"), Below: true}, {Name: "较差", Low: v("0"), High: v("60"), Below: true},
	}}
	scoring := scoredBy(t, sheet, one(pointsOf("a", "91"), pointsOf("b", "75")))
	zh := strings.Join(textsOf(t, withScores(t, Options{}, scoring), "score-simple-methods"), "\n")
	for _, want := range []string{
		"90及以上得100分；80及以上、90以下得80分；其余得50分。", "“好”80（含）至100分、“一般”60（含）至80分、“较差”0至60分。",
		"优（90分及以上）、良（80分及以上、90分以下）、中（60分及以上、80分以下）、差（60分以下）。", "给定权重（评分表给定）",
	} {
		assert.Contains(t, zh, want)
	}
	en := strings.Join(textsOf(t, withScores(t, languages[english], scoring), "score-simple-methods"), "\n")
	for _, want := range []string{
		"90 or more: 100 points; 80 or more, below 90: 80; less: 50.", "“好” 80 to 100 points, “一般” 60 to below 80 points, “较差” 0 to below 60 points.",
		"Excellent (90 points or more), good (80 or more, below 90), fair (60 or more, below 80), poor (below 60).",
	} {
		assert.Contains(t, en, want)
	}

	s := newScorer(newWords(Options{}, nil), scoring)
	assert.Equal(t, "“低”0至5（不含）分", s.levels(&score.Rule{Levels: []score.Level{{Name: "低", Low: v("0"), High: v("5"), Below: true}}}), "which no level holds")
	s.r.Sheet.Grades = []score.Grade{{Name: "合格"}}
	assert.Equal(t, "合格", s.grades(), "a grade for every total")
}

// how is the last column of the row of a part.
func how(t *testing.T, d Document, name string) string {
	t.Helper()
	for _, row := range table(t, d, "score-simple-parts").Rows {
		if strings.TrimLeft(row[0].Text, "　\u2003") == name {
			return row[len(row)-1].Text
		}
	}
	return ""
}

// 31 of 38 tasks are 81.58 %, and 5 ÷ 19 is 26.32 %.
func TestAWorkingShowsWhatReachedABandOrLiesBeyondAnEnd(t *testing.T) {
	tasks, pace := indicator.IntRatio(31, 38), indicator.IntRatio(5, 19)
	share := func(from indicator.Formula, n indicator.Ratio) (score.From, score.Column) {
		return score.From{Path: "/x", Formula: from}, score.Column{Leaf: "a", Figures: []indicator.Figure{{Formula: from, Result: n}}}
	}
	led, ledColumn := share(indicator.FormulaTasksLed, tasks)
	progress, progressColumn := share(indicator.FormulaProgress, pace)
	steps := []score.Band{{AtLeast: v("0.95"), Points: v("100")}, {AtLeast: v("0.8"), Points: v("80")}, {Points: v("50")}}
	goalposts := score.Rule{Kind: score.Goalposts, Direction: indicator.Increase, Low: v("0"), High: v("0.2")}
	less := score.Rule{Kind: score.Attainment, Direction: indicator.Decrease, Target: v("40"), Most: v("1.2")}
	difference := less
	difference.Attainment = indicator.AttainmentDifference
	for _, c := range []struct {
		name   string
		rule   score.Rule
		from   score.From
		column score.Column
		zh, en string
	}{
		{"a figure in a band", score.Rule{Kind: score.Banded, Bands: steps}, led, ledColumn, "81.58%，达到80%及以上一档", "81.58%, in the band 80% or more"},
		{"an attainment in a band", score.Rule{Kind: score.Banded, Direction: indicator.Increase, Target: v("40"), Bands: steps}, score.From{}, pointsOf("a", "39"),
			"97.50%，达到95%及以上一档", "97.50%, in the band 95% or more"},
		{"the last band", score.Rule{Kind: score.Banded, Bands: []score.Band{{AtLeast: v("90"), Points: v("100")}, {Points: v("50")}}}, score.From{}, pointsOf("a", "-3.5"),
			"−3.5，属其余一档", "−3.5, below all other bands"},
		{"above goalposts", goalposts, progress, progressColumn, "26.32%，超过上限20%，按上限计", "26.32%, above the upper end of 20%, counts as the upper end"},
		{"below goalposts", score.Rule{Kind: score.Goalposts, Direction: indicator.Decrease, Low: v("10"), High: v("60")}, score.From{}, pointsOf("a", "5"),
			"5，低于下限10，按下限计", "5, below the lower end of 10, counts as the lower end"},
		{"better than satisfactory", score.Rule{Kind: score.Efficacy, Direction: indicator.Decrease, Low: v("10"), High: v("60")}, score.From{}, pointsOf("a", "5"),
			"5，低于满意值10，按满意值计", "5, below the satisfactory value of 10, counts as the satisfactory value"},
		{"better than the target", score.Rule{Kind: score.DistanceToTarget, Direction: indicator.Increase, Target: v("40")}, score.From{}, pointsOf("a", "50"),
			"50，超过目标值40，按目标值计", "50, above the target of 40, counts as the target"},
		{"at the target", score.Rule{Kind: score.DistanceToTarget, Direction: indicator.Increase, Target: v("40")}, score.From{}, pointsOf("a", "40"),
			"40，各对象都已达到目标", "40, all units have met the target"},
		{"over-fulfilled", less, score.From{}, pointsOf("a", "20"), "200.00%，超过上限120%，按上限计", "200.00%, above the upper end of 120%, counts as the upper end"},
		{"nothing where less is better", less, score.From{}, pointsOf("a", "0"), "实际值为0，按上限120%计", "the actual is 0, which counts as the upper end of 120%"},
		{"below nothing", difference, score.From{}, pointsOf("a", "100"), "−50.00%，低于下限0%，按下限计", "−50.00%, below the lower end of 0%, counts as the lower end"},
		{"imputed", score.Rule{Kind: score.Banded, Bands: []score.Band{{AtLeast: v("2"), Points: v("9")}, {Points: v("4")}}, Impute: score.Impute{By: score.ByValue, Value: v("3")}},
			score.From{}, pointsOf("a", ""), "3，达到2及以上一档（插补值）", "3, in the band 2 or more (imputed)"},
	} {
		t.Run(c.name, func(t *testing.T) {
			sheet := simple()
			sheet.Root.Children[0].Rule, sheet.Root.Children[0].From = &c.rule, c.from
			scoring := scoredBy(t, sheet, one(c.column, pointsOf("b", "50")))
			assert.Equal(t, c.zh, how(t, withScores(t, Options{}, scoring), "甲项"))
			assert.Equal(t, c.en, how(t, withScores(t, languages[english], scoring), "Part A"))
		})
	}
	sheet := simple()
	sheet.Root.Children[0].Rule, sheet.Root.Children[0].From = &score.Rule{Kind: score.Banded, Bands: steps}, led
	d := withScores(t, Options{}, scoredBy(t, sheet, one(ledColumn, pointsOf("b", "50"))))
	assert.Contains(t, strings.Join(textsOf(t, d, "score-simple-methods"), "\n"), "95%及以上得100分；80%及以上、95%以下得80分；其余得50分", "bounds of shares are shares")
}

// A working with numbers below zero has one sign for them and for the subtraction.
func TestOneSignOfSubtraction(t *testing.T) {
	sheet := simple()
	sheet.Root.Children[0].Rule = &score.Rule{Kind: score.Goalposts, Direction: indicator.Increase, Low: v("-10"), High: v("10")}
	scoring := scoredBy(t, sheet, one(pointsOf("a", "-5"), pointsOf("b", "-50")))
	for _, o := range languages {
		texts := textsOf(t, withScores(t, o, scoring), "score-simple")
		assert.Contains(t, texts, "100 × ((−5) − (−10)) ÷ (10 − (−10)) = 25.00")
		assert.NotRegexp(t, `-[0-9]`, strings.Join(texts, "\n"))
	}
}

// With the judgements 2, 2 and 9 — the first over the second, the second over the third, the third over the first — the ratio is far
// above 0.1.
func TestJudgementsThatContradictEachOther(t *testing.T) {
	sheet := simple()
	sheet.Root.Children = append(sheet.Root.Children, pointsLeaf("c", "丙项", ""))
	for i := range sheet.Root.Children {
		sheet.Root.Children[i].Weight = indicator.Value{}
	}
	sheet.Root.Weighting = score.Weighting{Method: score.AHP, AcceptInconsistent: true, Judgements: []score.Judgement{
		{More: "a", Less: "b", Times: v("2")}, {More: "b", Less: "c", Times: v("2")}, {More: "c", Less: "a", Times: v("9")},
	}}
	data := one(pointsOf("a", "1"), pointsOf("b", "2"), pointsOf("c", "3"))
	scoring := scoredBy(t, sheet, data)
	assert.Regexp(t, `一致性比率CR为[0-9]\.[0-9]{4}，超过0\.1，未通过一致性检验，按评分表的规定仍予采用。`, strings.Join(textsOf(t, withScores(t, Options{}, scoring), "score-simple-weights"), "\n"))
	assert.Regexp(t, `and CR [0-9]\.[0-9]{4}, which is more than 0\.1: the judgements fail the test of consistency, and are used because the sheet says so\.`,
		strings.Join(textsOf(t, withScores(t, languages[english], scoring), "score-simple-weights"), "\n"))

	sheet.Root.Children, sheet.Root.Weighting.Judgements, data.Columns = sheet.Root.Children[:2], sheet.Root.Weighting.Judgements[:1], data.Columns[:2]
	scoring = scoredBy(t, sheet, data)
	for tag, want := range map[string]string{chinese: "四舍五入保留6位小数后使用。只有两项，无须检验一致性。",
		english: "before they are used. Two parts cannot contradict each other, so their consistency needs no test."} {
		assert.Contains(t, strings.Join(textsOf(t, withScores(t, languages[tag], scoring), "score-simple-weights"), "\n"), want)
	}
}

// 75 + 15 w is 80 at a third; 90, at 1, is farther from 60 and 40 %. 75 + 23 w is 90 at 15 ÷ 23.
func TestTheSideOfABoundIsNamed(t *testing.T) {
	scoring := scoredBy(t, simple(), one(pointsOf("a", "90"), pointsOf("b", "75")))
	flips := table(t, withScores(t, languages[english], scoring), "score-simple-flips")
	assert.Equal(t, []string{"Part", "Share of the level", "Share at which the grade changes", "Grade then"}, titles(flips))
	assert.Equal(t, [][]string{{"Part A", "60.00%", "below 33.33%", "fair"}, {"Part B", "40.00%", "above 66.67%", "fair"}}, rowTexts(flips))
	scoring = scoredBy(t, simple(), one(pointsOf("a", "98"), pointsOf("b", "75")))
	flips = table(t, withScores(t, languages[english], scoring), "score-simple-flips")
	assert.Equal(t, []string{"Part A", "60.00%", "65.22% or more", "excellent"}, row2texts(flips.Rows[0]))
	assert.Equal(t, []string{"Part B", "40.00%", "34.78% or less", "excellent"}, row2texts(flips.Rows[1]))
	zh := table(t, withScores(t, Options{}, scoring), "score-simple-flips")
	assert.Equal(t, []string{"评分项目", "占同级权重的比例", "等级改变时的占比", "改变后的等级"}, titles(zh))
	assert.Equal(t, []string{"乙项", "40.00%", "降至34.78%", "优"}, row2texts(zh.Rows[1]))
}

func TestEveryPairThatCanBeSwapped(t *testing.T) {
	data := four()
	data.Units = data.Units[:2]
	for i := range data.Columns {
		data.Columns[i].Values = data.Columns[i].Values[:2]
	}
	for tag, want := range map[string]string{chinese: "1对相邻对象中，各对都可因某一个权重的改变而互换。", english: "Of 1 pair of neighbours, each can be swapped by changing a single weight."} {
		_, short := scoresBuilt(t, languages[tag], scoredBy(t, simple(), data))
		assert.Contains(t, strings.Join(allTexts(short), "\n"), want)
	}
}

func TestWhereIntervalsStandIsNamed(t *testing.T) {
	sheet := simple()
	sheet.Grades = nil
	for _, c := range []struct {
		grades []score.Grade
		zh     string
	}{
		{nil, "总分区间和名次区间列在表“排名”中。"}, {score.BudgetGrades(), "总分区间和名次区间列在表“权重变动时总分和名次的区间”中。"},
	} {
		sheet.Grades = c.grades
		d, _ := scoresBuilt(t, Options{}, scoredBy(t, sheet, four()))
		assert.Contains(t, strings.Join(allTexts(d), "\n"), c.zh)
	}
}
