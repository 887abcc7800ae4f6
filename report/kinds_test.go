package report

import (
	"os"
	"strings"
	"testing"

	"github.com/planeval/planeval/evaluate"
	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// kinds is a plan with an indicator of every kind and direction, one of them with five observations, evaluated in June
// 2024. Two lack a year: of one sum and of no rate.
func kinds(t testing.TB) *evaluate.Evaluation {
	t.Helper()
	file, err := os.Open("testdata/kinds.json")
	require.NoError(t, err)
	defer file.Close()
	plan, err := evaluate.ReadPlan(file)
	require.NoError(t, err)
	return evaluated(t, plan, evaluate.Options{AsOf: indicator.MustPeriod("2024-06")})
}

// rows returns the texts of a table's rows by the start of their first cell.
func rows(t Table, begins string) [][]string {
	var list [][]string
	for _, row := range t.Rows {
		if strings.HasPrefix(row[0].Text, begins) {
			list = append(list, row2texts(row)[1:])
		}
	}
	return list
}

// paragraphs returns the texts on the indicators by the names before them.
func paragraphs(t testing.TB, d Document) map[string]string {
	t.Helper()
	texts := map[string]string{}
	for _, b := range section(t, d, "ch2-indicators").Blocks {
		if p, ok := b.(Paragraph); ok {
			texts[strings.TrimSuffix(p.Lead, ":")] = p.Text
		}
	}
	return texts
}

func TestTheActualOfEachKindIsWhatIsHeldAgainstTheTarget(t *testing.T) {
	zh := table(t, built(t, kinds(t), Options{}), "attainment")
	for name, want := range map[string][]string{
		"细颗粒物":   {"约束性", "42（2020年）", "35（2025年）", "39（2023年）", "88.57%", "相对滞后"},
		"城区人口密度": {"预期性", "0.80（2020年）", "1.00至1.20（2025年）", "0.92（2023年）", "92.00%", "不判定（类型或方向不适用）"},
		"新增保障性":  {"约束性", "—（2020年）", "45000（2025年）", "26100（2021年至2023年累计）", "58.00%", "基本符合预期"},
		"单位地区生产": {"约束性", "—（2020年）", "13.5（2025年）", "8.1（2023年）", "60.00%", "基本符合预期"},
		"地区生产总值": {"预期性", "—（2020年）", "5.5以上（2025年）", "5.41（2021年至2023年年均）", "98.41%", "基本符合预期"},
		"居民收入":   {"未说明", "—（2020年）", "6（2025年）", "7.04（2021年至2022年年均）", "117.41%", "快于预期"},
		"新增造林":   {"未说明", "—（2020年）", "4500（2025年）", "期间数据不全（缺2022年数据）", "期间数据不全", "不判定（期间数据不全）"},
	} {
		assert.Equal(t, [][]string{want}, rows(zh, name))
	}
	assert.Len(t, zh.Notes, 3)
	assert.Equal(t, "按差额法计算完成率（实际值每高于目标值百分之一，完成率减一个百分点）的指标：细颗粒物平均浓度。", zh.Notes[2])

	en := table(t, built(t, kinds(t), languages[english]), "attainment")
	assert.Equal(t, [][]string{{"binding", "— (2020)", "45,000 (2025)", "26,100 (sum of 2021 to 2023)", "58.00%", "on course"}}, rows(en, "Affordable"))
	assert.Equal(t, "5.41 (mean of 2021 to 2023)", rows(en, "Mean growth of GDP")[0][3])
	assert.Equal(t, "series incomplete (no data for 2022)", rows(en, "Area")[0][3])

	assert.Len(t, table(t, built(t, seed(t), Options{}), "attainment").Notes, 1, "the seed has levels and flows alone")
}

func TestASumAndAReductionHaveProgressAndARateHasATableOfItsOwn(t *testing.T) {
	d := built(t, kinds(t), Options{})
	schedule, none := table(t, d, "schedule"), "不适用"
	assert.Equal(t, [][]string{{"58.00%", "60%（5年中的3年）", "−2.00个百分点", "0.97", "27000", none}}, rows(schedule, "新增保障性"))
	assert.Equal(t, [][]string{{"58.24%", "60%（5年中的3年）", "−1.76个百分点", "0.97", none, "8.33"}}, rows(schedule, "单位地区生产"))
	assert.Len(t, schedule.Notes, 3)
	assert.Equal(t, "“不适用”表示按指标类型或方向没有这一数值。", schedule.Notes[2])
	outlook := table(t, d, "outlook")
	assert.Equal(t, [][]string{{"45000（2025年）", none, none, "+9450"}}, rows(outlook, "新增保障性"))
	assert.Equal(t, [][]string{{"13.5（2025年）", "−2.78%", "−2.98%", none}}, rows(outlook, "单位地区生产"))
	assert.Len(t, outlook.Notes, 3)

	for _, other := range []Table{schedule, outlook} {
		assert.Empty(t, rows(other, "地区生产总值"), other.ID)
		assert.Len(t, other.Rows, 7, other.ID)
	}
	assert.Equal(t, []string{"指标", "基期以来年均增速", "与目标值之差", "时间进度", "最近一年增速", "比上年变化", "今后所需年均增速"}, titles(table(t, d, "rates")))
	assert.Equal(t, [][]string{
		{"地区生产总值年均增速（%）", "5.41", "−0.09个百分点", "60%（5年中的3年）", "5.2（2023年）", "+2.20个百分点", "5.63"},
		{"居民收入年均增速（%）", "7.04", "+1.04个百分点", "40%（5年中的2年）", "6（2022年）", "−2.10个百分点", "5.31"},
	}, rowTexts(table(t, d, "rates")))
	en := table(t, built(t, kinds(t), languages[english]), "rates")
	assert.Equal(t, []string{"5.41", "−0.09 pp", "60% (3 of 5 years)", "5.2 (2023)", "+2.20 pp", "5.63"}, rows(en, "Mean growth of GDP")[0])

	assert.Empty(t, newWriter(seed(t), Options{}).rateTable().Rows)
	assert.Len(t, table(t, built(t, seed(t), Options{}), "schedule").Notes, 1)
}

func titles(t Table) []string {
	list := make([]string, 0, len(t.Columns))
	for _, c := range t.Columns {
		list = append(list, c.Title)
	}
	return list
}

func rowTexts(t Table) [][]string {
	list := make([][]string, 0, len(t.Rows))
	for _, row := range t.Rows {
		list = append(list, row2texts(row))
	}
	return list
}

func TestEachKindIsWordedByItsOwnFigures(t *testing.T) {
	zh := paragraphs(t, built(t, kinds(t), Options{}))
	assert.Equal(t, "2021年至2023年累计为26100套，2025年目标值为45000套，完成率58.00%。"+
		"以2020年为基期，增量完成率为58.00%，时间进度为60%，慢于时间进度2.00个百分点。按直线推进，2023年应达27000套，实际值低于应达水平。"+
		"要在2025年实现目标，今后平均每年须完成9450套。外推到2025年：直线推进43500套；目标值为45000套。照此达不到目标。"+
		"预计完成率96.67%；预计缺口1500套；预计2026年实现目标。"+
		"判定为“基本符合预期”：进度比为0.97，界限为0.90，余量为0.07。", zh["新增保障性住房（套）"])
	assert.Equal(t, "2023年实际值为8.1%，2025年目标值为13.5%，完成率60.00%。"+
		"以2020年为基期，增量完成率为58.24%，时间进度为60%，慢于时间进度1.76个百分点。按等速下降，2023年应达8.33%，实际值低于应达水平。"+
		"按累计降低率折算，基期以来平均每年下降2.78%；要在2025年实现目标，今后须平均每年下降2.98%。外推到2025年：等速下降13.13%；目标值为13.5%。照此达不到目标。"+
		"预计完成率97.28%；预计缺口0.37个百分点；预计2026年实现目标。"+
		"判定为“基本符合预期”：进度比（累计降低率）为0.97，界限为0.90，余量为0.07。", zh["单位地区生产总值能耗累计降低率（%）"])
	assert.Equal(t, "2021年至2023年年均增速为5.41%，其中2023年增速为5.2%，2025年目标值为5.5%以上，完成率98.41%。年均增速比目标值低0.09个百分点。"+
		"要使到2025年的年均增速达到目标，今后年均增速须达到5.63%。判定为“基本符合预期”：年均增速完成率为98.41%，界限为90.00%，余量为8.41个百分点。", zh["地区生产总值年均增速（%）"])
	assert.Equal(t, "2021年至2022年年均增速为7.04%，其中2022年增速为6%，2025年目标值为6%，完成率117.41%。年均增速比目标值高1.04个百分点。"+
		"到2022年的年均增速达到目标；要保持到2025年，今后年均增速须为5.31%以上。"+
		"判定为“快于预期”：年均增速完成率为117.41%，界限为110.00%，余量为7.41个百分点。", zh["居民收入年均增速（%）"])
	assert.Equal(t, "不能计算2021年至2023年累计数，原因：期间数据不全（缺2022年数据）。不判定，原因：期间数据不全。", zh["新增造林面积（公顷）"])

	en := paragraphs(t, built(t, kinds(t), languages[english]))
	assert.Equal(t, "The sum for 2021 to 2023 is 26,100 homes against a target of 45,000 homes (2025), an attainment of 58.00%. "+
		"From the base period 2020, progress is 58.00% with 60% of the time elapsed: behind schedule by 2.00 pp. "+
		"On a straight line 27,000 homes would be due (2023), and the actual value is below that. Meeting the target in 2025 requires 9,450 homes a year. "+
		"Projected to 2025: straight line 43,500 homes; the target is 45,000 homes. This does not meet the target. "+
		"Projected attainment 96.67%; projected shortfall 1,500 homes; target met in 2026. "+
		"The verdict is “on course”: the pace of 0.97 passes the threshold of 0.90 by 0.07.", en["Affordable homes built (homes)"])
	assert.Contains(t, en["Cumulative reduction of energy use per unit of GDP (%)"], "At constant change 8.33% would be due (2023), and the actual value is below that. "+
		"Since the baseline, what is to be reduced shows a fall of 2.78% a year on average; meeting the target in 2025 requires a fall of 2.98% a year. "+
		"Projected to 2025: constant change 13.13%; the target is 13.5%. This does not meet the target. "+
		"Projected attainment 97.28%; projected shortfall 0.37 pp; target met in 2026. ")
	assert.Equal(t, "The mean yearly rate for 2021 to 2022 is 7.04% (6% in 2022) against a target of 6% (2025), an attainment of 117.41%. "+
		"The mean rate is 1.04 pp above the target. "+
		"Up to 2022 the mean rate meets the target; keeping it there until 2025 takes a mean of at least 5.31% in the years left. "+
		"The verdict is “ahead”: the attainment of the mean rate of 117.41% passes the threshold of 110.00% by 7.41 pp.", en["Mean growth of household income (%)"])
	assert.Equal(t, "There is no sum for 2021 to 2023: series incomplete (no data for 2022). The pace is not judged: series incomplete.", en["Area afforested (hectares)"])
}

func TestWhatASumOrARateLacksIsSaid(t *testing.T) {
	d := built(t, read(t, `"procedure": {}, "indicators": [
		{"code": "a", "name": "Holed", "unit": "%", "direction": "increase", "kind": "growth", "baseline": "2020",
			"series": [{"period": "2021", "value": "5"}, {"period": "2023", "value": "7"}], "targets": [{"period": "2025", "value": "6"}]},
		{"code": "b", "name": "Unbased", "unit": "t", "direction": "increase", "kind": "cumulative",
			"series": [{"period": "2021", "value": "5"}], "targets": [{"period": "2025", "value": "6"}]},
		{"code": "c", "name": "Unseen", "unit": "t", "direction": "increase", "kind": "cumulative", "baseline": "2020", "series": [], "targets": [{"period": "2025", "value": "6"}]},
		{"code": "d", "name": "Aimless", "unit": "%", "direction": "increase", "kind": "growth", "baseline": "2020", "series": [{"period": "2021", "value": "5"}], "targets": []},
		{"code": "e", "name": "Falling", "unit": "%", "direction": "decrease", "kind": "growth", "baseline": "2020",
			"series": [{"period": "2021", "value": "2"}], "targets": [{"period": "2025", "value": "3"}]},
		{"code": "f", "name": "Even", "unit": "%", "direction": "increase", "kind": "growth", "baseline": "2020",
			"series": [{"period": "2021", "value": "3"}], "targets": [{"period": "2025", "value": "3", "qualifier": "more-than"}]},
		{"code": "g", "name": "Rising", "unit": "%", "direction": "increase", "kind": "reduction", "baseline": "2020",
			"series": [{"period": "2022", "value": "-1"}], "targets": [{"period": "2025", "value": "10"}]},
		{"code": "h", "name": "Half", "unit": "%", "direction": "increase", "kind": "growth", "baseline": "2020",
			"series": [{"period": "2021H1", "value": "3"}], "targets": [{"period": "2025", "value": "3"}]}]`, evaluate.Options{}), languages[english])
	text := paragraphs(t, d)
	assert.Equal(t, "There is no mean rate for 2021 to 2023: series incomplete (no data for 2022). The pace is not judged: series incomplete.", text["Holed (%)"])
	assert.Equal(t, "There is no sum: no baseline. The pace is not judged: no baseline.", text["Unbased (t)"])
	assert.Equal(t, "There is no actual value by the date of evaluation. The pace is not judged: no data.", text["Unseen (t)"])
	assert.Contains(t, text["Aimless (%)"], "The mean yearly rate for 2021 is 5.00% (5% in 2021); there is no target.")
	assert.Contains(t, text["Falling (%)"], "attainment cannot be computed: not defined for this kind or direction. The mean rate is 1.00 pp below the target. "+
		"Up to 2021 the mean rate meets the target; keeping it there until 2025 takes a mean of at most 3.25% in the years left.")
	assert.Contains(t, text["Even (%)"], "The mean rate equals the target. For the mean rate to meet the target by 2025, the years left need a mean of 3.00%.")
	assert.Contains(t, text["Rising (%)"], "Since the baseline, what is to be reduced shows a rise of 0.50% a year on average; meeting the target in 2025 requires a fall of 3.77% a year.")
	assert.Contains(t, text["Half (%)"], "The actual value is 3% (first half of 2021)", "rates within the year do not compound")

	attainment := table(t, d, "attainment")
	assert.Equal(t, "series incomplete (no data for 2022)", rows(attainment, "Holed")[0][2])
	assert.Equal(t, []string{"no baseline", "6 (2025)", "no baseline"}, rows(attainment, "Unbased")[0][:3])
	assert.Equal(t, "no data", rows(attainment, "Unseen")[0][2])
	assert.Len(t, table(t, d, "rates").Rows, 4)
	assert.Len(t, rows(table(t, d, "schedule"), "Half"), 1, "a kind that makes no sense stays in the common table")
}

func TestSummaryShowsTheMeanRateAndTheSum(t *testing.T) {
	summary := table(t, Summary(kinds(t), Options{}), "indicators")
	assert.Equal(t, []string{"5.5以上", "5.41", "2021年至2023年", "98.41%", "—", "5.63%", "基本符合预期"}, rows(summary, "地区生产总值")[0])
	assert.Equal(t, []string{"45000", "26100", "2023", "58.00%", "58.00% / 60%", "—", "基本符合预期"}, rows(summary, "新增保障性")[0])
	assert.Equal(t, []string{"13.5", "8.1", "2023", "60.00%", "58.24% / 60%", "−2.98%", "基本符合预期"}, rows(summary, "单位地区生产")[0])
	assert.Equal(t, []string{"4500", "期间数据不全", "—", "期间数据不全", "—", "—", "不判定（期间数据不全）"}, rows(summary, "新增造林")[0])
	assert.Contains(t, texted(section(t, built(t, kinds(t), Options{}), "summary")), "完成率最低的是新增保障性住房（58.00%），最高的是居民收入年均增速（117.41%）")
}

// The years that are left count as much as those behind, so that a mean above its target is no target met before its
// time.
func TestTheTargetOfAMeanRateIsMetWhenItsTimeIsOver(t *testing.T) {
	of := func(last, asOf string) *evaluate.Evaluation {
		return read(t, `"indicators": [{"code": "g", "name": "Growth", "unit": "%", "direction": "increase", "kind": "growth", "baseline": "2020",
			"series": [{"period": "2021", "value": "7"}`+last+`], "targets": [{"period": "2022", "value": "6"}, {"period": "2025", "value": "9"}]}]`,
			evaluate.Options{AsOf: indicator.MustPeriod(asOf)})
	}
	interim := func(e *evaluate.Evaluation) []string {
		return rows(newWriter(e, languages[english]).interimTable(), "Growth")[0]
	}
	assert.Equal(t, []string{"2022", "6", missing, "7.00 (mean of 2021)", "116.67%", "unknown"}, interim(of("", "2023-06")))
	assert.Equal(t, []string{"2022", "6", missing, "6.50 (mean of 2021 to 2022)", "108.31%", "met"}, interim(of(`, {"period": "2022", "value": "6"}`, "2023-06")))

	over := read(t, `"indicators": [{"code": "g", "name": "Growth", "unit": "%", "direction": "increase", "kind": "growth", "baseline": "2020",
		"series": [{"period": "2021", "value": "7"}, {"period": "2022", "value": "6"}], "targets": [{"period": "2022", "value": "6"}]}]`, evaluate.Options{})
	assert.Equal(t, "The mean yearly rate for 2021 to 2022 is 6.50% (6% in 2022) against a target of 6% (2022), an attainment of 108.31%. "+
		"The mean rate is 0.50 pp above the target. The target is met. "+
		"The verdict is “achieved”: the mean of the yearly rates of 6.50% passes the threshold of 6.00% by 0.50 pp.", paragraphs(t, built(t, over, languages[english]))["Growth (%)"])
	for _, text := range paragraphs(t, built(t, of("", "2023-06"), Options{})) {
		assert.NotContains(t, text, "已经实现")
	}
}

func TestAnInterimTargetOfASumIsHeldAgainstTheSumUpToIt(t *testing.T) {
	e := read(t, `"indicators": [{"code": "c", "name": "Homes", "direction": "increase", "kind": "cumulative", "baseline": "2020",
		"series": [{"period": "2021", "value": "10"}, {"period": "2022", "value": "15"}, {"period": "2023", "value": "17"}],
		"targets": [{"period": "2022", "value": "20"}, {"period": "2025", "value": "60"}]}]`, evaluate.Options{})
	interim := newWriter(e, languages[english]).interimTable()
	assert.Equal(t, [][]string{{"2022", "20", missing, "25 (sum of 2021 to 2022)", "125.00%", "met"}}, rows(interim, "Homes"))
}
