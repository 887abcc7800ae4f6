package report

import (
	"strings"
	"testing"

	"github.com/planeval/planeval/evaluate"
	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/assert"
)

func TestEachWayOfGoingOnIsARowAndTheMainOneIsMarked(t *testing.T) {
	zh := table(t, built(t, kinds(t), Options{}), "projections")
	assert.Equal(t, []string{"指标", "推进方式", "外推数值", "预计完成率", "预计缺口", "到目标期能否达到", "预计实现时间"}, titles(zh))
	assert.Equal(t, [][]string{
		{"直线推进（主要）", "65.17", "98.74%", "0.83个百分点", "达不到", "2027年"},
		{"等速增长", "65.20", "98.79%", "0.80个百分点", "达不到", "2027年"},
		{"重复上年增量", "64.70", "98.03%", "1.30个百分点", "达不到", "2029年"},
		{"最小二乘", "65.46", "99.18%", "0.54个百分点", "达不到", "2026年"},
	}, rows(zh, "常住人口"))
	assert.Equal(t, [][]string{
		{"直线推进", "1150", "102.68%", "−30", "达到", "2024年"},
		{"等速增长（主要）", "1154.46", "103.08%", "−34.46", "达到", "2024年"},
		{"重复上年增量", "1168", "104.29%", "−48", "达到", "2024年"},
		{"最小二乘", "1146", "102.32%", "−26", "达到", "2025年"},
	}, rows(zh, "粮食产量"))
	assert.Equal(t, []string{"重复上年增量", "41", "82.86%", "6", "达不到", "照此下去不会实现目标"}, rows(zh, "细颗粒物")[2], "by the difference method")
	assert.Len(t, rows(zh, "城区人口密度"), 2, "without last year's number there is no last step")
	assert.Equal(t, [][]string{{"直线推进", "43500", "96.67%", "1500", "达不到", "2026年"}}, rows(zh, "新增保障性"), "the only way is not marked")
	assert.Equal(t, [][]string{{"等速下降", "13.13", "97.28%", "0.37个百分点", "达不到", "2026年"}}, rows(zh, "单位地区生产"))
	assert.Empty(t, rows(zh, "地区生产总值"), "a rate is not projected")
	assert.Equal(t, "not-met", zh.Rows[0][5].State)
	assert.Equal(t, "met", zh.Rows[4][5].State)
	assert.Len(t, zh.Notes, 3)

	en := table(t, built(t, kinds(t), languages[english]), "projections")
	assert.Equal(t, []string{"straight line (main)", "65.17", "98.74%", "0.83 pp", "not met", "2027"}, rows(en, "Urbanisation")[0])
	assert.Equal(t, []string{"constant growth (main)", "1,154.46", "103.08%", "−34.46", "met", "2024"}, rows(en, "Grain")[1])
}

func TestWhatCannotBeProjectedIsNamedWithTheReason(t *testing.T) {
	assert.Contains(t, section(t, built(t, kinds(t), Options{}), "ch2-indicators").Blocks, Block(Paragraph{Text: "不能外推的指标：新增造林面积（期间数据不全）。"}))
	assert.Contains(t, section(t, built(t, seed(t), languages[english]), "ch2-indicators").Blocks, Block(Paragraph{Text: "Not projected: Technology-based SMEs, " +
		"Innovation platforms at or above provincial level, Incubators and makerspaces at or above provincial level, " +
		"Technology contracts registered in the year, High-value invention patents per 10,000 people (no baseline)."}))
}

// In the target's own period nothing is left to project, and the latest number would stand there as a projection.
func TestNothingIsProjectedWhenTheTargetPeriodHasBeenObserved(t *testing.T) {
	e := read(t, `"indicators": [
		{"code": "a", "name": "Share", "unit": "%", "direction": "increase", "kind": "level", "baseline": "2020", "targets": [{"period": "2023", "value": "60"}],
			"series": [{"period": "2020", "value": "50"}, {"period": "2021", "value": "52"}, {"period": "2022", "value": "55"}, {"period": "2023", "value": "57"}]},
		{"code": "b", "name": "Cut", "unit": "%", "direction": "increase", "kind": "reduction", "baseline": "2020", "targets": [{"period": "2023", "value": "9"}],
			"series": [{"period": "2023", "value": "8"}]}]`, evaluate.Options{})
	w := newWriter(e, languages[english])
	assert.Empty(t, w.projectionTable().Rows)
	assert.Empty(t, w.trendTable().Rows)
	assert.Equal(t, "Not projected: Share, Cut (target period reached).", w.unprojected())
	assert.NotContains(t, strings.Join(allTexts(built(t, e, languages[english])), " "), "Projected")
}

func TestATrendNeedsFourObservations(t *testing.T) {
	zh := table(t, built(t, kinds(t), Options{}), "trends")
	assert.Equal(t, []string{"指标", "数据期数", "趋势线变化", "目标期95%预测区间", "区间与目标"}, titles(zh))
	assert.Equal(t, [][]string{
		{"常住人口城镇化率（%）", "5", "每年+0.71个百分点", "64.66至66.26", "部分达到"},
		{"粮食产量（万吨）", "4", "每年+30.5", "1075.9至1216.1", "部分达到"},
	}, rowTexts(zh))
	en := table(t, built(t, kinds(t), languages[english]), "trends")
	assert.Equal(t, []string{"5", "+0.71 pp a year", "64.66 to 66.26", "part of it meets the target"}, rows(en, "Urbanisation")[0])

	assert.Empty(t, newWriter(seed(t), Options{}).trendTable().Rows)
	for _, text := range allTexts(built(t, seed(t), Options{})) {
		assert.NotRegexp(t, "最小二乘|预测区间|95%的可能", text)
	}
}

func TestTheMainWayIsWorded(t *testing.T) {
	zh, en := paragraphs(t, built(t, kinds(t), Options{})), paragraphs(t, built(t, kinds(t), languages[english]))
	assert.Contains(t, zh["常住人口城镇化率（%）"], "外推到2025年：直线推进65.17%、等速增长65.20%、重复上年增量64.70%、最小二乘65.46%；目标值为66%。各种外推结果都达不到目标。"+
		"按主要方式（直线推进）：预计完成率98.74%；预计缺口0.83个百分点；预计2027年实现目标。"+
		"最小二乘外推的预测区间为64.66%至66.26%，区间内的数值部分达到目标。")
	assert.Contains(t, en["Urbanisation rate (%)"], "By the main way (straight line): projected attainment 98.74%; projected shortfall 0.83 pp; target met in 2027. "+
		"The prediction interval by least squares is 64.66% to 66.26%: part of it meets the target.")
	assert.Contains(t, zh["粮食产量（万吨）"], "各种外推结果都能达到目标。按主要方式（等速增长）：预计完成率103.08%；预计2024年实现目标。", "no shortfall where there is none")
	assert.Contains(t, zh["城区人口密度（万人/平方公里）"], "按主要方式（等速增长）：预计完成率100.00%；预计2025年实现目标。")

	text := paragraphs(t, built(t, read(t, `"indicators": [
		{"code": "a", "name": "Away", "direction": "increase", "kind": "level", "baseline": "2020", "targets": [{"period": "2025", "value": "20"}],
			"series": [{"period": "2020", "value": "10"}, {"period": "2021", "value": "9"}]},
		{"code": "b", "name": "There", "direction": "increase", "kind": "level", "baseline": "2020", "targets": [{"period": "2025", "value": "20"}],
			"series": [{"period": "2020", "value": "10"}, {"period": "2021", "value": "25"}]},
		{"code": "c", "name": "Vague", "direction": "increase", "kind": "level", "baseline": "2020", "targets": [],
			"series": [{"period": "2020", "value": "10"}, {"period": "2021", "value": "25"}]}]`, evaluate.Options{}), languages[english]))
	assert.Contains(t, text["Away"], "No projection meets the target. By the main way (constant growth): projected attainment 29.52%; projected shortfall 14.1; "+
		"going on like this never meets the target.")
	assert.Contains(t, text["There"], "The target is met.")
	assert.NotContains(t, text["There"], "main way", "what is met already is not expected to be met")
	assert.NotContains(t, text["Vague"], "Projected")
}

// The line of least squares has the same five residuals in each case; only the target moves.
func TestAPredictionIntervalIsHeldAgainstTheTarget(t *testing.T) {
	const series = `"baseline": "2020", "series": [{"period": "2019", "value": "61.1"}, {"period": "2020", "value": "62.0"}, {"period": "2021", "value": "62.6"},
		{"period": "2022", "value": "63.5"}, {"period": "2023", "value": "63.9"}]`
	for _, c := range []struct{ name, direction, target, zh, en string }{
		{"above the target all of it meets it", "increase", `"value": "64"`, "全部达到", "all of it meets the target"},
		{"around the target part of it does", "increase", `"value": "65"`, "部分达到", "part of it meets the target"},
		{"a bound that reaches the target as printed meets it", "increase", `"value": "66.26"`, "部分达到", "part of it meets the target"},
		{"below the target none does", "increase", `"value": "67"`, "都达不到", "none of it meets the target"},
		{"where lower is better the low end counts", "decrease", `"value": "65"`, "部分达到", "part of it meets the target"},
		{"inside a range all of it meets it", "range", `"low": "60", "high": "70"`, "全部达到", "all of it meets the target"},
		{"around a range part of it does", "range", `"low": "65", "high": "66"`, "部分达到", "part of it meets the target"},
		{"beside a range none does", "range", `"low": "70", "high": "80"`, "都达不到", "none of it meets the target"},
		{"above a range without a low bound none does", "range", `"high": "60"`, "都达不到", "none of it meets the target"},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := read(t, `"indicators": [{"code": "a", "name": "A", "unit": "%", "direction": "`+c.direction+`", "kind": "level", `+series+`,
				"targets": [{"period": "2025", `+c.target+`}]}]`, evaluate.Options{})
			assert.Equal(t, [][]string{{"A（%）", "5", "每年+0.71个百分点", "64.66至66.26", c.zh}}, rowTexts(newWriter(e, Options{}).trendTable()))
			assert.Equal(t, c.en, newWriter(e, languages[english]).trendTable().Rows[0][4].Text)
		})
	}
}

// Four months in a straight line: 10, 12, 14, 16, and two a month on to June.
func TestATrendWithinTheYearChangesByTheMonth(t *testing.T) {
	e := read(t, `"indicators": [{"code": "a", "name": "A", "unit": "t", "direction": "increase", "kind": "level", "baseline": "2023-01",
		"series": [{"period": "2023-01", "value": "10"}, {"period": "2023-02", "value": "12"}, {"period": "2023-03", "value": "14"}, {"period": "2023-04", "value": "16"}],
		"targets": [{"period": "2023-06", "value": "20"}]}]`, evaluate.Options{})
	assert.Equal(t, []string{"4", "+2 a month", "20 to 20", "all of it meets the target"}, rows(newWriter(e, languages[english]).trendTable(), "A")[0])
	assert.Equal(t, "每月+2", newWriter(e, Options{}).trendTable().Rows[0][2].Text)
	assert.Contains(t, rows(newWriter(e, Options{}).projectionTable(), "A"), []string{"直线推进", "20", "100.00%", "0", "达到", "2023年6月"})
}

func TestProjectionsAndTrendsStandInTheAppendixWithTheirWorking(t *testing.T) {
	d := built(t, kinds(t), Options{})
	workings := map[string]string{}
	for _, row := range rows(table(t, d, "workings-indicators"), "常住人口") {
		workings[row[0]] = row[1]
	}
	for name, want := range map[string]string{
		"外推：最小二乘":      "313.1 ÷ 5 + (5 × 633.3 − 10 × 313.1) ÷ (5 × 30 − 10 × 10) × (6 − 10 ÷ 5) = 65.46 %",
		"趋势线斜率":        "(5 × 633.3 − 10 × 313.1) ÷ (5 × 30 − 10 × 10) = +0.71个百分点",
		"趋势线起点":        "313.1 ÷ 5 − (5 × 633.3 − 10 × 313.1) ÷ (5 × 30 − 10 × 10) × 10 ÷ 5 = 61.20 %",
		"预计完成率：直线推进":   "(62.0 + (63.9 − 62.0) × 5 ÷ 3) ÷ 66 = 98.74 %",
		"预计缺口：直线推进":    "66 − (62.0 + (63.9 − 62.0) × 5 ÷ 3) = +0.83个百分点",
		"预计完成率：重复上年增量": "(63.9 + (63.9 − 63.5) × 2 ÷ 1) ÷ 66 = 98.03 %",
	} {
		assert.Equal(t, want, workings[name], name)
	}
	for _, row := range rows(table(t, d, "workings-indicators"), "粮食产量") {
		workings[row[0]] = row[1]
	}
	assert.Equal(t, "1000 × ((1 + r) + … + (1 + r) ^ 3) = 1016 + 1051 + 1090，解得r = 2.57 %", workings["基期以来年均增速（累计法）"])

	formulas := table(t, d, "formulas")
	assert.Equal(t, [][]string{{"2 − (b + (a − b) × n ÷ k) ÷ t", "越低越好的指标，按直线推进外推的数值每高于目标值百分之一，完成率减一个百分点"}}, rows(formulas, "预计完成率（差额法）：直线推进"))
	assert.Equal(t, "b × ((1 + r) + … + (1 + r) ^ n) = Σ x", rows(formulas, "基期以来年均增速（累计法）")[0][0])
	assert.Len(t, formulas.Notes, 5)
	assert.Contains(t, strings.Join(allTexts(Document{Sections: []Section{section(t, d, "conventions")}}), ""), "学生分布的0.975分位数")
}

// A method of the caller's own need not say more than that it gives no verdict.
func TestAMethodWithoutVerdictOrReasonDoesNotJudge(t *testing.T) {
	mute := indicator.Method{ID: "mute", Judge: func(*indicator.Measurement) indicator.Judgement { return indicator.Judgement{} }}
	e := evaluated(t, kinds(t).Plan, evaluate.Options{Methods: []indicator.Method{mute}})
	assert.Contains(t, newWriter(e, languages[english]).unjudged(), "Mean growth of household income (not applicable)")
}

func TestAProjectionThatCannotBeHeldAgainstTheTargetSaysWhy(t *testing.T) {
	cell := newWriter(kinds(t), languages[english]).reaches(indicator.Projection{MeetsReason: indicator.NoTolerance})
	assert.Equal(t, Cell{Text: "no tolerance stated", State: "unknown"}, cell)
}
