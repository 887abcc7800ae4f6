package evaluate_test

import (
	"fmt"
	"testing"

	"github.com/planeval/planeval/evaluate"
	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// 六, by hand: enterprises 703 → 1374 are +95.4481 %. Beside it GDP is printed to have grown by 19.8 %, revenue by 40.22 %,
// and 1775 → 2004 are +12.9014 %. R&D spending is of 2020 and 2021 alone, and two statistics are shares.
func TestTheSeedsFit(t *testing.T) {
	const gdp, industry, revenue = "/economy/0", "/economy/1", "/economy/2"
	const shares, mismatch = "shares-use-points", "period-mismatch"
	want := []struct{ science, economy, span, growth, against, gap, elasticity string }{
		{"/economy/3", gdp, "–", mismatch, mismatch, mismatch, mismatch}, // 全市研发投入
		{"/economy/3", industry, "–", mismatch, mismatch, mismatch, mismatch},
		{"/economy/3", revenue, "–", mismatch, mismatch, mismatch, mismatch},
		{"/economy/4", gdp, "–", shares, shares, shares, shares},
		{"/economy/4", industry, "–", shares, shares, shares, shares},
		{"/economy/4", revenue, "–", shares, shares, shares, shares},
		{"/economy/5", gdp, "2020–2022", "95.4481", "19.8", "75.6481", "4.82061008"},         // 671 ÷ 703 ÷ 0.198
		{"/economy/5", industry, "2020–2022", "95.4481", "12.9014", "82.5467", "7.39826818"}, // 671 × 1775 ÷ (703 × 229)
		{"/economy/5", revenue, "2020–2022", "95.4481", "40.22", "55.2281", "2.37314967"},
		{"/economy/6", gdp, "–", shares, shares, shares, shares},
		{"/economy/6", industry, "–", shares, shares, shares, shares},
		{"/economy/6", revenue, "–", shares, shares, shares, shares},
	}
	e := evaluateSeed(t)
	require.Len(t, e.Fit, len(want))
	for i, w := range want {
		r := e.Fit[i]
		assert.Equal(t, w.science+" "+w.economy+" "+w.span, r.Science+" "+r.Economy+" "+r.From.String()+"–"+r.To.String())
		assert.Equal(t, []string{w.growth, w.against, w.gap, w.elasticity},
			[]string{shown(r.Growth), shown(r.Against), shown(r.Gap), shown(r.Elasticity)}, w.science+" "+w.economy)
	}
	published := e.Fit[6].Against
	assert.Equal(t, indicator.FormulaPublishedGrowth, published.Formula)
	assert.Equal(t, []indicator.Input{{Symbol: "g", Value: value("19.8"), Period: period("2022"), Source: "六"}}, published.Inputs)
	assert.Equal(t, "(a ÷ b − 1) − (h ÷ 100)", e.Fit[6].Gap.Expression())
	assert.Equal(t, "(a ÷ b − 1) ÷ (c ÷ d − 1)", e.Fit[7].Elasticity.Expression())
	assert.Equal(t, indicator.Derived, e.Fit[7].Elasticity.Inputs[3].Status, "1775 is 2004 less the printed 229")
}

func TestFit(t *testing.T) {
	rose := func(from, to, by string) []evaluate.Change {
		return []evaluate.Change{{Kind: evaluate.Relative, From: period(from), To: period(to), Value: value(by)}}
	}
	cases := []struct {
		name             string
		science, economy evaluate.Statistic
		want             string // from–to growth against gap elasticity
	}{
		{"the longest common time is compared", evaluate.Statistic{Series: series("2019", "1", "2020", "10", "2021", "11", "2022", "15")},
			evaluate.Statistic{Series: series("2020", "100", "2021", "120", "2022", "125", "2023", "1")}, "2020–2022 50 25 25 2"},
		{"a published change serves where an end is missing", evaluate.Statistic{Series: series("2020", "10", "2022", "15")},
			evaluate.Statistic{Series: series("2022", "125"), Changes: rose("2020", "2022", "25")}, "2020–2022 50 25 25 2"},
		{"observations go before a published change", evaluate.Statistic{Series: series("2020", "10", "2022", "15")},
			evaluate.Statistic{Series: series("2020", "100", "2022", "125"), Changes: rose("2020", "2022", "30")}, "2020–2022 50 25 25 2"},
		{"two published changes of the same time are compared", evaluate.Statistic{Changes: rose("2020", "2022", "50")},
			evaluate.Statistic{Changes: rose("2020", "2022", "25")}, "2020–2022 50 25 25 2"},
		{"a longer time with a published change goes before a shorter one with observations", evaluate.Statistic{Series: series("2021", "10", "2022", "11"), Changes: rose("2020", "2022", "50")},
			evaluate.Statistic{Series: series("2020", "100", "2021", "110", "2022", "125")}, "2020–2022 50 25 25 2"},
		{"of equally long times the later is compared, whatever leap day lies in them", evaluate.Statistic{Series: series("2019", "8", "2020", "10"), Changes: append(rose("2019", "2021", "1"), rose("2020", "2022", "50")...)},
			evaluate.Statistic{Changes: append(rose("2020", "2022", "25"), rose("2019", "2021", "2")...)}, "2020–2022 50 25 25 2"},
		{"years are not compared with quarters", evaluate.Statistic{Series: series("2020", "10", "2022", "15")},
			evaluate.Statistic{Series: series("2020Q4", "100", "2022Q4", "125")}, "– period-mismatch period-mismatch period-mismatch period-mismatch"},
		{"quarters are compared with quarters", evaluate.Statistic{Series: series("2020Q4", "10", "2021Q4", "15", "2021", "1")},
			evaluate.Statistic{Series: series("2020Q4", "100", "2021Q4", "125")}, "2020Q4–2021Q4 50 25 25 2"},
		{"a published change of other years is refused", evaluate.Statistic{Series: series("2020", "10", "2021", "15")},
			evaluate.Statistic{Changes: rose("2020", "2022", "25")}, "– period-mismatch period-mismatch period-mismatch period-mismatch"},
		{"a change in units is no growth", evaluate.Statistic{Series: series("2020", "10", "2022", "15")},
			evaluate.Statistic{Changes: []evaluate.Change{{Kind: evaluate.Absolute, From: period("2020"), To: period("2022"), Value: value("25")}}},
			"– no-observation no-observation no-observation no-observation"},
		{"one value does not grow", evaluate.Statistic{Series: series("2022", "10")}, evaluate.Statistic{Series: series("2020", "100", "2022", "125")},
			"– no-previous no-previous no-previous no-previous"},
		{"what had not ended by the date is not compared", evaluate.Statistic{Series: series("2021", "10", "2022", "12", "2023", "15")},
			evaluate.Statistic{Series: series("2021", "100", "2022", "110"), Changes: rose("2021", "2023", "25")}, "2021–2022 20 10 10 2"},
		{"a falling economy turns the elasticity round", evaluate.Statistic{Series: series("2020", "10", "2022", "11")},
			evaluate.Statistic{Series: series("2020", "100", "2022", "95")}, "2020–2022 10 -5 15 -2"},
		{"an economy that stands still leaves no elasticity", evaluate.Statistic{Series: series("2020", "10", "2022", "15")},
			evaluate.Statistic{Changes: rose("2020", "2022", "0")}, "2020–2022 50 0 50 zero-denominator"},
		{"growth from nothing has no rate", evaluate.Statistic{Series: series("2020", "0", "2022", "15")},
			evaluate.Statistic{Series: series("2020", "100", "2022", "125")}, "2020–2022 not-positive 25 not-positive not-positive"},
		{"two shares are not compared either", evaluate.Statistic{Unit: "%", Series: series("2020", "2", "2022", "3")},
			evaluate.Statistic{Unit: "‰", Series: series("2020", "2", "2022", "3")}, "– shares-use-points shares-use-points shares-use-points shares-use-points"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			plan := orderly()
			c.science.Code, c.science.Name, c.science.Science = "s", "Science", true
			c.economy.Code, c.economy.Name = "e", "Economy"
			plan.Benefits, plan.Economy = nil, []evaluate.Statistic{c.science, c.economy}
			e, err := evaluate.Evaluate(plan, evaluate.Options{AsOf: asOf})
			require.NoError(t, err)
			require.Len(t, e.Fit, 1)
			r := e.Fit[0]
			assert.Equal(t, c.want, fmt.Sprintf("%s–%s %s %s %s %s", r.From, r.To, shown(r.Growth), shown(r.Against), shown(r.Gap), shown(r.Elasticity)))
		})
	}
}

func TestWithoutBothSidesNothingIsCompared(t *testing.T) {
	plan := orderly()
	plan.Economy = []evaluate.Statistic{{Code: "e", Name: "Economy"}, {Code: "f", Name: "Economy too"}}
	e, err := evaluate.Evaluate(plan, evaluate.Options{AsOf: asOf})
	require.NoError(t, err)
	assert.Empty(t, e.Fit)
}
