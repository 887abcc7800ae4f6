package report

import (
	"context"
	"strings"
	"testing"

	"github.com/planeval/planeval/evaluate"
	"github.com/planeval/planeval/evaluate/score"
	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// overYears is the simple sheet for one unit in three years, of which the second has no number. In the
// third 60 % of 85 and 40 % of 75 are 81, and 80 is reached with halves.
func overYears() score.Data {
	var units []score.Unit
	for _, year := range []int{2023, 2021, 2022} {
		units = append(units, score.Unit{Code: "x", Name: "甲区", Period: indicator.Year(year)})
	}
	return score.Data{Units: units, Columns: []score.Column{pointsOf("a", "85", "80", ""), pointsOf("b", "75", "80", "70")}}
}

// ranged puts ranges in the place of what was drawn, so that a test can say what is shown of them.
func ranged(s Scoring, units ...score.Range) Scoring {
	s.Ranges = &score.Ranges{Simulation: score.Simulation{Seed: 7, Replications: 100}, Units: units}
	return s
}

func drawn(low, high string, lowest, highest int, grades ...score.GradeShare) score.Range {
	number := func(n string) indicator.Ratio { return v(n).Ratio(indicator.NotDefined) }
	return score.Range{Low: lowest, High: highest, TotalLow: number(low), TotalMedian: number(high), TotalHigh: number(high), Grades: grades}
}

func TestOneUnitOverYearsIsASeries(t *testing.T) {
	none := indicator.Missing(indicator.NotDefined)
	scoring := ranged(scoredBy(t, simple(), overYears()),
		drawn("80.1", "81.4", 1, 1, score.GradeShare{Name: "良", Share: indicator.IntRatio(4, 5)}, score.GradeShare{Name: "中", Share: indicator.IntRatio(1, 5)}),
		drawn("80", "80", 1, 1, score.GradeShare{Name: "优", Share: indicator.IntRatio(0, 1)}, score.GradeShare{Name: "良", Share: indicator.IntRatio(1, 2)},
			score.GradeShare{Name: "中", Share: indicator.IntRatio(1, 2)}),
		score.Range{TotalLow: none, TotalMedian: none, TotalHigh: none, Missing: 100},
	)
	zh, short := scoresBuilt(t, Options{}, scoring)
	series := table(t, zh, "score-simple-series")
	assert.Equal(t, "表1　各期总分", series.Caption)
	assert.Equal(t, []string{"时期", "总分（分）", "比上期（分）", "等级", "总分区间（分）", "最可能的等级", "甲项（分）", "乙项（分）"}, titles(series), "no ranks")
	assert.Equal(t, [][]string{
		{"2021年", "80.00", "—", "良", "80.00至80.00", "良（50.00%）", "80.00", "80.00"},
		{"2022年", "暂无数据", "—", "暂无数据", "—", "—", "暂无数据", "70.00"},
		{"2023年", "81.00", "上期没有总分", "良", "80.10至81.40", "良（80.00%）", "85.00", "75.00"},
	}, rowTexts(series))
	assert.Equal(t, []string{"比上期为与同一对象上一期总分之差。", "区间包括随机模拟90%的抽取结果。", "最可能的等级为抽取结果中出现最多的等级，括号内为其比例。"}, series.Notes)
	assert.Contains(t, section(t, zh, "score-simple-total").Blocks[0].(Paragraph).Text, "甲区（2023年）的总分为81.00分。", "the latest")
	assert.Contains(t, short.Blocks, Block(series))
	assert.Equal(t, "表2　得分构成（2023年）", table(t, zh, "score-simple-parts").Caption)
	assert.Equal(t, "表3　略去一个项目时的结果（2023年）", table(t, zh, "score-simple-removals").Caption)
	assert.Equal(t, "表4　等级改变所需的权重变化（2023年）", table(t, zh, "score-simple-flips").Caption)
	assert.Equal(t, []string{"甲项", "60.00%", "低于50.00%", "中"}, row2texts(table(t, zh, "score-simple-flips").Rows[0]))
	text := strings.Join(allTexts(zh), "\n")
	assert.Contains(t, text, "甲区（2023年）总分的90%区间为80.10分至81.40分，中位数为81.40分。各等级出现的比例：“良”80.00%、“中”20.00%。")
	for _, word := range []string{"排名", "名次变动", "名次区间", "并列"} {
		assert.NotContains(t, text, word, "of one unit there are no ranks")
	}

	en, _ := scoresBuilt(t, languages[english], scoring)
	series = table(t, en, "score-simple-series")
	assert.Equal(t, []string{"Period", "Total (points)", "Since the period before (points)", "Grade", "Interval of the total", "Most likely grade", "Part A (points)", "Part B (points)"}, titles(series))
	assert.Equal(t, []string{"2023", "81.00", "no total then", "good", "80.10 to 81.40", "good (80.00%)", "85.00", "75.00"}, row2texts(series.Rows[2]))
	assert.Equal(t, "Table 4. How much a weight must change to change the grade (2023)", table(t, en, "score-simple-flips").Caption)
	assert.Contains(t, strings.Join(allTexts(en), "\n"), "The 90% interval of the total for District A (2023) is 80.10 to 81.40 points, and its median 81.40 points.")

	o := Options{Scores: []Scoring{scoring}}
	assert.Contains(t, strings.Join(allTexts(Summary(&evaluate.Evaluation{}, o)), "\n"), "甲区（2023年）的总分为81.00分。", "in the summary of an evaluation too")
}

func TestPlansThatFollowEachOtherAreNamed(t *testing.T) {
	data := overYears()
	data.Units[0].Name, data.Units[0].Code = "新区", "new"
	d, _ := scoresBuilt(t, Options{}, scoredBy(t, simple(), data))
	series := table(t, d, "score-simple-series")
	assert.Equal(t, []string{"甲区", "甲区", "新区"}, column(series, 1))
	assert.NotContains(t, titles(series), "比上期（分）", "another code is another unit, and of the first one there is one total")
	assert.Equal(t, "表2　得分构成（新区（2023年））", table(t, d, "score-simple-parts").Caption)
}

func TestTheSensitivityOfASeriesIsThatOfTheLatestTotal(t *testing.T) {
	scoring := scoredBy(t, simple(), overYears())
	found, err := scoring.Result.Sensitivity(context.Background(), score.Simulation{Seed: 3, Replications: 50})
	require.NoError(t, err)
	scoring.Sensitivity = &found
	d, _ := scoresBuilt(t, languages[english], scoring)
	sensitivity := table(t, d, "score-simple-sensitivity")
	assert.Equal(t, "Table 5. How sensitive the total is to each choice (2023)", sensitivity.Caption)
	assert.Equal(t, []string{"Weights below “All”", "1.000"}, row2texts(sensitivity.Rows[0])[:2], "all of it, as nothing else varies")
}

func TestIntervalsStandBesideTotalsWhereThereIsRoom(t *testing.T) {
	sheet := simple()
	sheet.Grades = nil
	data := four()
	plain := ranged(scoredBy(t, sheet, data), drawn("82.5", "85.25", 1, 2), drawn("81", "84", 1, 2), drawn("70", "70", 3, 3), drawn("70", "70", 3, 3))
	d, _ := scoresBuilt(t, Options{}, plain)
	ranking := table(t, d, "score-simple-ranking")
	assert.Equal(t, []string{"名次", "评分对象", "总分（分）", "总分区间（分）", "名次区间", "甲项（分）", "乙项（分）"}, titles(ranking))
	assert.Equal(t, []string{"1", "甲区", "84.00", "82.50至85.25", "1至2", "90.00", "75.00"}, row2texts(ranking.Rows[0]))
	assert.Equal(t, []string{"区间包括随机模拟90%的抽取结果。"}, ranking.Notes)

	graded := ranged(scoredBy(t, simple(), data), drawn("82.5", "85.25", 1, 2, score.GradeShare{Name: "良", Share: indicator.IntRatio(1, 1)}), score.Range{},
		drawn("70", "70", 3, 3), drawn("70", "70", 3, 3))
	graded.Ranges.Units[0].Missing = 3
	d, _ = scoresBuilt(t, languages[english], graded)
	ranking, ranges := table(t, d, "score-simple-ranking"), table(t, d, "score-simple-ranges")
	assert.Equal(t, []string{"Rank", "Unit", "Total (points)", "Grade", "Part A (points)", "Part B (points)"}, titles(ranking))
	assert.Equal(t, "Table 2. Where totals and ranks lie when weights vary", ranges.Caption)
	assert.Equal(t, []string{"Rank", "Unit", "Total (points)", "Interval of the total", "Interval of the rank", "Most likely grade"}, titles(ranges))
	assert.Equal(t, []string{"1", "District A", "84.00", "82.50 to 85.25", "1 to 2", "good (100.00%)"}, row2texts(ranges.Rows[0]))
	assert.Equal(t, []string{"2", "乙区", "83.20", "—", "—", "—"}, row2texts(ranges.Rows[1]))
	assert.Equal(t, []string{"Intervals hold 90% of the replications of the simulation.",
		"The most likely grade is the one that comes out most often, with its share of the replications.",
		"Replications that are not counted because they leave a unit without a total: District A (3)."}, ranges.Notes)
}

// A sheet of two parts with three below one of them: three levels in all, which have room.
func TestRemovalsGoDownAsFarAsThereIsRoom(t *testing.T) {
	sheet, data := simple(), four()
	sheet.Root.Children[0] = score.Node{Code: "a", Name: "甲项", Weight: v("60"), Children: []score.Node{
		{Code: "m", Name: "丙项", Weight: v("60"), Children: []score.Node{pointsLeaf("n", "丁项", "50"), pointsLeaf("o", "戊项", "50")}}, pointsLeaf("p", "己项", "40"),
	}}
	data.Columns = []score.Column{pointsOf("n", "90", "80", "70", "70"), pointsOf("o", "90", "80", "70", "70"), pointsOf("p", "90", "80", "70", "70"), data.Columns[1]}
	d, _ := scoresBuilt(t, Options{}, scoredBy(t, sheet, data))
	shifts := table(t, d, "score-simple-shifts")
	assert.Equal(t, []string{"甲项", "　丙项", "　　丁项", "　　戊项", "　己项", "乙项"}, column(shifts, 0))
}

func TestManyPartsOfASeriesHaveATableOfTheirOwn(t *testing.T) {
	sheet, data := simple(), overYears()
	sheet.Root.Children, sheet.Root.Weighting, data.Columns = nil, score.Weighting{Method: score.EqualWeights}, nil
	for _, code := range strings.Split("abcdef", "") {
		sheet.Root.Children = append(sheet.Root.Children, pointsLeaf(code, code, ""))
		data.Columns = append(data.Columns, pointsOf(code, "70", "60", "65"))
	}
	d, _ := scoresBuilt(t, Options{}, scoredBy(t, sheet, data))
	assert.Equal(t, []string{"时期", "总分（分）", "比上期（分）", "等级", "总分区间（分）", "最可能的等级"}, titles(table(t, d, "score-simple-series")))
	parts := table(t, d, "score-simple-part-scores")
	assert.Equal(t, "表2　各项目得分", parts.Caption)
	assert.Equal(t, []string{"时期", "A（分）", "B（分）", "C（分）", "D（分）", "E（分）", "F（分）"}, titles(parts))
	assert.Equal(t, []string{"2021年", "60.00", "60.00", "60.00", "60.00", "60.00", "60.00"}, row2texts(parts.Rows[0]))
}

func TestAPeriodWithoutTotalsIsSaidInASentence(t *testing.T) {
	data := years()
	data.Columns[0].Values = values("80", "70", "60", "", "", "")
	_, short := scoresBuilt(t, languages[english], scoredBy(t, simple(), data))
	assert.Equal(t, Paragraph{Text: "Units without a total: District A (no data), 乙区 (no data), 丙区 (no data)."}, short.Blocks[0])
}
