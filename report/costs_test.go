package report

import (
	"strings"
	"testing"

	"github.com/planeval/planeval/evaluate"
	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// money is a plan with yearly input, a budget, results of the same years, and science beside the economy, evaluated
// at the end of August 2023.
func money(t testing.TB) *evaluate.Evaluation {
	t.Helper()
	plan, err := evaluate.ReadPlan(strings.NewReader(`{
	  "code": "demo", "title": "计划", "start": "2021", "end": "2025", "procedure": {}, "indicators": [],
	  "costs": [
	    {"code": "funds", "name": "科技资金", "unit": "亿元", "total": "1.77", "start": "2021", "end": "2023", "budget": "2.00",
	      "yearly": {"name": "年均", "value": "5900", "unit": "万元"},
	      "series": [{"period": "2021", "value": "0.50"}, {"period": "2022", "value": "0.60"}, {"period": "2023", "value": "0.66", "status": "estimated"}]},
	    {"code": "loans", "name": "贷款", "unit": "亿元", "total": "3", "start": "2021", "end": "2022", "budget": "4"}
	  ],
	  "benefits": [
	    {"code": "enterprises", "name": "高新技术企业", "unit": "家", "series": [{"period": "2020", "value": "703"}, {"period": "2021", "value": "1025"}, {"period": "2022", "value": "1374"}]},
	    {"code": "rd", "name": "研发投入", "unit": "亿元", "series": [{"period": "2020", "value": "102.64"}, {"period": "2021", "value": "119.43"}]},
	    {"code": "accidents", "name": "事故", "unit": "起", "series": [{"period": "2020", "value": "10"}, {"period": "2022", "value": "7"}]},
	    {"code": "labs", "name": "实验室", "unit": "座", "series": [{"period": "2020", "value": "10"}, {"period": "2022", "value": "10"}]}
	  ],
	  "economy": [
	    {"code": "s", "name": "高新技术企业", "unit": "家", "science": true, "series": [{"period": "2020", "value": "703"}, {"period": "2022", "value": "1374"}]},
	    {"code": "gdp", "name": "地区生产总值", "unit": "亿元", "changes": [{"kind": "relative", "from": "2020", "to": "2022", "value": "19.8"}]}
	  ],
	  "translations": {"en": {"亿元": "100 million yuan", "万元": "10,000 yuan", "家": "enterprises", "起": ""}}
	}`))
	require.NoError(t, err)
	return evaluated(t, plan, evaluate.Options{AsOf: indicator.MustPeriod("2023-08-31")})
}

func TestCostsAreAveragedByYearsAndByMonths(t *testing.T) {
	zh := table(t, built(t, money(t), Options{}), "costs")
	assert.Equal(t, [][]string{ // 1.77 ÷ 3, and 1.77 × 12 ÷ 32
		{"2021年至2023年（3个年度）", "1.77亿元", "0.59亿元", "1.77 ÷ 3 = 0.59亿元", "5900万元", "一致"},
		{"2021年1月至2023年8月（32个月）", "1.77亿元", "0.66亿元", "1.77 × 12 ÷ 32 = 0.66亿元", "5900万元", "不一致"},
	}, rows(zh, "科技资金"))
	assert.Equal(t, [][]string{ // a cost that is over by the date: both ways give 3 ÷ 2
		{"2021年至2022年（2个年度）", "3亿元", "1.5亿元", "3 ÷ 2 = 1.5亿元", "未说明", "未公布"},
		{"2021年1月至2022年12月（24个月）", "3亿元", "1.5亿元", "3 × 12 ÷ 24 = 1.5亿元", "未说明", "未公布"},
	}, rows(zh, "贷款"))
}

func TestYearlyInputAndBudgetAreShownWhereTheyAreGiven(t *testing.T) {
	zh := table(t, built(t, money(t), Options{}), "cost-years")
	assert.Equal(t, [][]string{{"0.50亿元（2021年）、0.60亿元（2022年）、0.66亿元（2023年，预计数）", "+20.00%", "1.76亿元", "一致", "2.00亿元", "88.50%"}}, rows(zh, "科技资金"))
	assert.Equal(t, [][]string{{"未说明", "—", "—", "—", "4亿元", "75.00%"}}, rows(zh, "贷款"))
}

func TestBenefitsAreSetAgainstCosts(t *testing.T) {
	zh, en := built(t, money(t), Options{}), built(t, money(t), languages[english])
	assert.Equal(t, [][]string{
		{"科技资金", "16.39万元/家（2020年至2022年）", "不适用"}, // 1.1亿元 ÷ 671
		{"贷款", "44.71万元/家（2020年至2022年）", "不适用"},   // 3亿元 ÷ 671
	}, rows(table(t, zh, "cost-benefit"), "高新技术企业"))
	assert.Equal(t, [][]string{{"科技资金", "不适用", "238.86（2021年）"}, {"贷款", "不适用", "期间不一致"}}, rows(table(t, zh, "cost-benefit"), "研发投入")) // 119.43 ÷ 0.5
	assert.Equal(t, "效益指标下降，不计算单位成本", rows(table(t, zh, "cost-benefit"), "事故")[0][1])
	assert.Equal(t, "效益指标没有变化，不计算单位成本", rows(table(t, zh, "cost-benefit"), "实验室")[0][1])
	assert.Equal(t, "163,900 yuan per enterprise (2020 to 2022)", rows(table(t, en, "cost-benefit"), "高新技术企业")[0][1])
	assert.Equal(t, [][]string{ // 1374 ÷ 1025 − 1 beside 0.6 ÷ 0.5 − 1
		{"科技资金", "2021年至2022年", "+34.05%", "+20.00%", "+14.05个百分点", "1.70", "—"},
		{"贷款", "—", "—", "—", "—", "—", "期间不一致"},
	}, rows(table(t, zh, "cost-growth"), "高新技术企业"))
}

func TestAPublishedGrowthIsMarkedAndWithoutARefusalNoReasonIsAskedFor(t *testing.T) {
	zh := table(t, built(t, money(t), Options{}), "fit")
	assert.Equal(t, [][]string{{"地区生产总值", "2020年至2022年", "+95.45%", "+19.8%（公布数）", "+75.65个百分点", "4.82"}}, rows(zh, "高新技术企业"))
	assert.Len(t, zh.Columns, 7)
	assert.Len(t, zh.Notes, 1)
}

func TestEveryFigureOfMoneyStandsInTheAppendix(t *testing.T) {
	e := money(t)
	d := built(t, e, Options{})
	w := newWriter(e, Options{})
	workings := strings.Join(column(table(t, d, "workings-statistics"), 2), "\n")
	for path, f := range e.Figures() {
		if !strings.HasPrefix(path, "/tasks") {
			assert.Contains(t, workings, w.working(f), path)
		}
	}
	assert.Contains(t, workings, "(0.50 + 0.60) × 10000 ÷ (1374 − 703) = 16.39万元/家")
	assert.Equal(t, [][]string{{"2021年至2023年", "1.77亿元", "公布数", "—", "总额"}, {"2021年至2023年", "2.00亿元", "公布数", "—", "预算数"},
		{"2021年", "0.50亿元", "公布数", "—", "—"}, {"2022年", "0.60亿元", "公布数", "—", "—"}, {"2023年", "0.66亿元", "预计数", "—", "—"}},
		rows(table(t, d, "observations"), "科技资金"))
}

func TestUnitsOfMoneyForEachThing(t *testing.T) {
	_, en := both()
	en.translations = map[string]string{"万元": "10,000 yuan", "家": "enterprises", "起": "", "吨/万元": "t per 10,000 yuan"}
	assert.Equal(t, "10,000 yuan per enterprise", en.unit("万元/家"))
	assert.Equal(t, "10,000 yuan each", en.unit("万元/起"))
	assert.Equal(t, "t per 10,000 yuan", en.unit("吨/万元"), "a unit that is translated whole stays whole")
	assert.Equal(t, "163,934 yuan per enterprise", en.amount("16.3934", "万元/家"))
}
