package evaluate_test

import (
	"testing"

	"github.com/planeval/planeval/evaluate"
	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// setAgainst evaluates a plan with one benefit and one cost alone.
func setAgainst(t *testing.T, benefit evaluate.Statistic, cost evaluate.Cost, asOf string) evaluate.CostBenefitResult {
	t.Helper()
	plan := orderly()
	benefit.Code, benefit.Name, cost.Code, cost.Name = "b", "Benefit", "c", "Funds"
	plan.Benefits, plan.Costs = []evaluate.Statistic{benefit}, []evaluate.Cost{cost}
	e, err := evaluate.Evaluate(plan, evaluate.Options{AsOf: period(asOf)})
	require.NoError(t, err)
	require.Len(t, e.CostBenefit, 1)
	assert.Equal(t, "/benefits/0", e.CostBenefit[0].Benefit)
	assert.Equal(t, "/costs/0", e.CostBenefit[0].Cost)
	return e.CostBenefit[0]
}

// funds is a cost of 1.77亿元 in 2021–2023 with yearly input, which may be none.
func funds(unit, total string, s indicator.Series) evaluate.Cost {
	return evaluate.Cost{Unit: unit, Total: value(total), Start: period("2021"), End: period("2023"), Series: s}
}

// The seed gives the total of 2021–2023 alone, and its results end in 2022 or before.
func TestTheSeedsTotalIsNotSetAgainstResultsOfOtherYears(t *testing.T) {
	e := evaluateSeed(t)
	want := []struct{ benefit, unitCost, leverage, elasticity string }{
		{"/benefits/0", "not-computed", "period-mismatch", "period-mismatch"},     // 全市研发投入
		{"/benefits/1", "shares-use-points", "not-computed", "shares-use-points"}, // 比重
		{"/benefits/2", "period-mismatch", "not-computed", "period-mismatch"},     // 高新技术企业 2020–2022
		{"/benefits/3", "no-previous", "not-computed", "no-previous"},             // 省级以上创新平台, 2022 alone
	}
	require.Len(t, e.CostBenefit, len(want))
	for i, w := range want {
		r := e.CostBenefit[i]
		assert.Equal(t, w.benefit, r.Benefit)
		assert.Equal(t, w.unitCost, shown(r.UnitCost), w.benefit)
		assert.Equal(t, w.leverage, shown(r.Leverage), w.benefit)
		assert.Equal(t, w.elasticity, shown(r.Elasticity), w.benefit)
		assert.Equal(t, w.elasticity, shown(r.Growth), w.benefit)
		assert.Zero(t, r.From)
	}
}

func TestUnitCost(t *testing.T) {
	yearly := series("2021", "0.50", "2022", "0.60", "2023", "0.67")
	enterprises := series("2020", "703", "2021", "1025", "2022", "1374")
	cases := []struct {
		name string
		unit string // of the result
		s    indicator.Series
		cost evaluate.Cost
		want string
		x    []string // the periods of the money
	}{
		{"the money of the years after the first result is divided by the increase", "家", enterprises, funds("亿元", "1.77", yearly),
			"16.39344262万元/家", []string{"2021", "2022"}}, // 1.1 亿元 ÷ 671 家 = 0.00163934…亿元
		{"money in 万元 stays in 万元", "家", enterprises, funds("万元", "17700", series("2021", "5000", "2022", "6000")),
			"16.39344262万元/家", []string{"2021", "2022"}}, // 11000 ÷ 671
		{"a small amount is given in 元", "家", enterprises, funds("万元", "600", series("2021", "50", "2022", "60")),
			"1639.3442623元/家", []string{"2021", "2022"}}, // 110 ÷ 671 万元 = 0.1639…
		{"just one 亿元 for each stays in 亿元", "座", series("2020", "1", "2021", "2"), funds("亿元", "1.77", series("2021", "1")),
			"1亿元/座", []string{"2021"}},
		{"less than one 亿元 for each is given in 万元", "座", series("2020", "1", "2021", "2"), funds("亿元", "1.77", series("2021", "0.99")),
			"9900万元/座", []string{"2021"}},
		{"money of no known unit keeps it", "家", enterprises, funds("USD million", "17", series("2021", "5", "2022", "6.42")),
			"0.01701937USD million/家", []string{"2021", "2022"}}, // 11.42 ÷ 671
		{"no money makes it free", "家", enterprises, funds("亿元", "0", series("2021", "0", "2022", "0")), "0亿元/家", []string{"2021", "2022"}},
		{"a year without money ends the time that can be looked at", "家", enterprises, funds("亿元", "1.77", series("2022", "0.60", "2023", "0.67")),
			"17.19197708万元/家", []string{"2022"}}, // 0.6 ÷ (1374 − 1025 = 349)
		{"a year between whose money is unavailable splits the time", "家", series("2021", "20", "2022", "30", "2023", "50"),
			funds("亿元", "1.77", series("2021", "0.50", "2022", "", "2023", "0.60")), "300万元/家", []string{"2023"}}, // 0.6 ÷ 20
		{"the total serves where it is of a longer time", "家", series("2020", "10", "2021", "20", "2022", "30", "2023", "50"),
			funds("亿元", "1.77", series("2021", "0.50", "2022", "", "2023", "0.60")), "442.5万元/家", []string{""}}, // 1.77 ÷ 40
		{"the total serves where it is of just those years", "家", series("2020", "703", "2023", "1703"), funds("亿元", "1.77", nil),
			"17.7万元/家", []string{""}}, // 1.77 ÷ 1000
		{"the total of other years does not serve", "家", enterprises, funds("亿元", "1.77", nil), "period-mismatch", nil},
		{"the total of part of a year does not serve", "家", series("2020", "703", "2023", "1703"),
			evaluate.Cost{Unit: "亿元", Total: value("1.77"), Start: period("2021-07"), End: period("2023")}, "period-mismatch", nil},
		{"a result that did not grow costs no amount for each", "家", series("2020", "703", "2022", "703"), funds("亿元", "1.77", yearly), "zero-denominator", []string{"2021", "2022"}},
		{"a result that fell has no unit cost", "家", series("2020", "703", "2022", "702"), funds("亿元", "1.77", yearly), "not-defined", []string{"2021", "2022"}},
		{"results within the year are not of the years of the money", "家", series("2021Q1", "1", "2021Q2", "2"), funds("亿元", "1.77", yearly), "period-mismatch", nil},
		{"one result shows no increase", "家", series("2022", "703"), funds("亿元", "1.77", yearly), "no-previous", nil},
		{"no result, no unit cost", "家", nil, funds("亿元", "1.77", yearly), "no-observation", nil},
		{"money has leverage instead", "万元", series("2020", "1", "2022", "2"), funds("亿元", "1.77", yearly), "not-computed", nil},
		{"a share has no unit cost", "%", series("2020", "1", "2022", "2"), funds("亿元", "1.77", yearly), "shares-use-points", nil},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			r := setAgainst(t, evaluate.Statistic{Unit: c.unit, Series: c.s}, c.cost, "2023-12-31")
			assert.Equal(t, c.want, shown(r.UnitCost))
			var x []string
			for _, in := range r.UnitCost.Inputs {
				if in.Symbol[0] == 'x' {
					x = append(x, in.Period.String())
				}
			}
			assert.Equal(t, c.x, x)
		})
	}
}

func TestLeverage(t *testing.T) {
	rd := series("2020", "102.64", "2021", "119.43") // 四2, 亿元
	cases := []struct {
		name string
		unit string
		s    indicator.Series
		cost evaluate.Cost
		want string
	}{
		{"money is divided by the money put in in the same year", "亿元", rd, funds("亿元", "1.77", series("2021", "0.6")), "199.05"}, // 119.43 ÷ 0.6
		{"亿元 is divided by 万元", "亿元", rd, funds("万元", "17700", series("2021", "6000")), "199.05"},
		{"万元 is divided by 亿元", "万元", series("2021", "1194300"), funds("亿元", "1.77", series("2021", "0.6")), "199.05"},
		{"元 is divided by 亿元", "元", series("2021", "11943000000"), funds("亿元", "1.77", series("2021", "0.6")), "199.05"},
		{"one unknown unit of money is divided by the same", "USD", series("2021", "12"), funds("USD", "9", series("2021", "5")), "2.4"},
		{"the latest year of both counts", "亿元", series("2021", "10", "2022", "30"), funds("亿元", "1.77", series("2021", "1", "2022", "2", "2023", "3")), "15"},
		{"a year of one side alone does not count", "亿元", series("2021", "10", "2022", "30"), funds("亿元", "1.77", series("2021", "1", "2023", "3")), "10"},
		{"the total serves where it is of the one year", "亿元", rd,
			evaluate.Cost{Unit: "亿元", Total: value("0.6"), Start: period("2021"), End: period("2021")}, "199.05"},
		{"the total of several years does not serve", "亿元", rd, funds("亿元", "1.77", nil), "period-mismatch"},
		{"without money put in there is no divisor", "亿元", rd, funds("亿元", "1.77", series("2021", "0")), "zero-denominator"},
		{"no value, no leverage", "亿元", nil, funds("亿元", "1.77", series("2021", "0.6")), "no-observation"},
		{"what is not money has no leverage", "家", series("2021", "5"), funds("亿元", "1.77", series("2021", "0.6")), "not-computed"},
		{"another money is not converted", "USD", series("2021", "5"), funds("亿元", "1.77", series("2021", "0.6")), "not-computed"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			r := setAgainst(t, evaluate.Statistic{Unit: c.unit, Series: c.s}, c.cost, "2023-08-31")
			assert.Equal(t, c.want, shown(r.Leverage))
		})
	}
}

func TestGrowthOfResultsAgainstGrowthOfCosts(t *testing.T) {
	grew := series("2020", "100", "2021", "120", "2022", "150")
	cases := []struct {
		name                               string
		s, cost                            indicator.Series
		span, growth, against, gap, factor string
	}{
		{"both grew: 25 % against 20 %", grew, series("2021", "0.50", "2022", "0.60"), "2021–2022", "25", "20", "5", "1.25"},
		{"money of a year that is not over does not count", grew, series("2021", "0.50", "2022", "0.60", "2023", "0.1"), "2021–2022", "25", "20", "5", "1.25"},
		{"the cost fell while the result grew", grew, series("2021", "0.50", "2022", "0.40"), "2021–2022", "25", "-20", "45", "-1.25"},
		{"the result fell while the cost grew", series("2021", "100", "2022", "90"), series("2021", "0.50", "2022", "0.60"), "2021–2022", "-10", "20", "-30", "-0.5"},
		{"a cost that did not grow leaves no elasticity", grew, series("2021", "0.50", "2022", "0.50"), "2021–2022", "25", "0", "25", "zero-denominator"},
		{"a cost that grew from nothing has no rate", grew, series("2021", "0", "2022", "0.50"), "2021–2022", "25", "not-positive", "not-positive", "not-positive"},
		{"one common year is no growth", series("2020", "100", "2022", "150"), series("2021", "0.50", "2022", "0.60"), "–", "period-mismatch", "period-mismatch", "period-mismatch", "period-mismatch"},
		{"the money of one year did not grow", grew, series("2021", "0.50"), "–", "no-previous", "no-previous", "no-previous", "no-previous"},
		{"a total did not grow", grew, nil, "–", "period-mismatch", "period-mismatch", "period-mismatch", "period-mismatch"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			r := setAgainst(t, evaluate.Statistic{Unit: "家", Series: c.s}, funds("亿元", "1.77", c.cost), "2023-08-31")
			assert.Equal(t, c.span, r.From.String()+"–"+r.To.String())
			assert.Equal(t, []string{c.growth, c.against, c.gap, c.factor},
				[]string{shown(r.Growth), shown(r.Against), shown(r.Gap), shown(r.Elasticity)})
		})
	}
}
