package evaluate_test

import (
	"fmt"
	"strings"

	"github.com/planeval/planeval/evaluate"
	"github.com/planeval/planeval/indicator"
)

// A whole program: a plan as JSON, evaluated as of a date.
func Example() {
	plan, err := evaluate.ReadPlan(strings.NewReader(`{
	  "code": "demo", "title": "A five-year plan", "start": "2021", "end": "2025",
	  "procedure": {},
	  "indicators": [{
	    "code": "enterprises", "name": "High-tech enterprises", "unit": "enterprises",
	    "direction": "increase", "kind": "level", "baseline": "2020",
	    "series": [{"period": "2020", "value": "703"}, {"period": "2022", "value": "1374"}],
	    "targets": [{"period": "2025", "value": "1800"}]
	  }],
	  "adjustment": {"outcome": "continue"}
	}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	evaluation, err := evaluate.Evaluate(plan, evaluate.Options{AsOf: indicator.MustPeriod("2023-08-31")})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, a := range evaluation.Indicators {
		fmt.Printf("%s: attainment %s %%, progress %s %% of the way after %s %% of the time: %s\n", a.Indicator.Name,
			a.Attainment().Percent(2, indicator.HalfUp), a.Progress().Percent(2, indicator.HalfUp),
			a.Elapsed().Percent(0, indicator.HalfUp), a.Judgements[0].Verdict)
	}
	fmt.Println("supported outcome:", evaluation.Conclusion.Supported)
	for _, f := range evaluation.Findings {
		fmt.Println(f.Severity, f.Rule, f.Path)
	}
	// Output:
	// High-tech enterprises: attainment 76.33 %, progress 61.17 % of the way after 40 % of the time: ahead
	// supported outcome: continue
	// medium plan.basis-missing /basis
	// medium procedure.head-missing /procedure/members
	// medium procedure.conductor-missing /procedure/conductor
	// medium survey.missing /surveys
	// medium cost.missing /costs
	// medium benefit.missing /benefits
	// medium outcome.reasons-missing /adjustment/text
	// low plan.source-missing /indicators/0
	// low indicator.scope-unstated /indicators
	// low indicator.nature-unstated /indicators
}

func ExampleReadPlan() {
	_, err := evaluate.ReadPlan(strings.NewReader(`{
	  "code": "demo", "title": "A plan with mistakes", "start": "2021", "end": "2020",
	  "procedure": {},
	  "indicators": [{
	    "code": "x", "units": "%", "direction": "up", "kind": "level",
	    "series": [{"period": "2022", "value": "1e3"}],
	    "targets": [{"period": "2025-13", "value": "58"}]
	  }]
	}`))
	fmt.Println(err)
	// Output:
	// /indicators/0/units: unknown: got "units", want unit
	// /indicators/0/series/0/value: number: got "1e3", want a plain decimal number such as -12.50
	// /indicators/0/targets/0/period: period: got "2025-13", want a period such as 2022, 2022H1, 2022Q3, 2022-07 or 2022-07-15
	// /end: order: got "2020", want a period not before 2021
	// /indicators/0/name: required: want a text
	// /indicators/0/direction: enum: got "up", want one of increase, decrease, range, maintain
}

// A caller's own rule beside the default ones, and stricter bands beside the default method.
func ExampleOptions() {
	rule := evaluate.Rule{
		ID: "city.enough-indicators", Revision: 1, Severity: evaluate.Medium, Basis: []evaluate.Basis{{Pack: "city-handbook", Clause: "section 3"}},
		Check: func(e *evaluate.Evaluation) evaluate.Checked {
			checked := evaluate.Checked{Evidence: []string{"/indicators"}}
			if n := len(e.Plan.Indicators); n < 3 {
				checked.Findings = append(checked.Findings, evaluate.Finding{
					Status: evaluate.NotMet, Path: "/indicators", Args: []evaluate.Arg{{Name: "count", Texts: []string{fmt.Sprint(n)}}},
				})
			}
			return checked
		},
	}
	strict := indicator.Schedule(indicator.Bands{Ahead: indicator.MustValue("1.5"), OnCourse: indicator.MustValue("1.2")})
	strict.ID = "strict-schedule"

	evaluation, err := evaluate.Evaluate(evaluate.Plan{
		Code: "demo", Title: "A plan", Start: indicator.Year(2021), End: indicator.Year(2025),
		Indicators: []indicator.Indicator{{
			Code: "share", Name: "Share", Unit: "%", Nature: indicator.Binding, Direction: indicator.Increase, Kind: indicator.Level,
			Baseline: indicator.Year(2020),
			Series: indicator.Series{
				{Period: indicator.Year(2020), Value: indicator.MustValue("42.53")},
				{Period: indicator.Year(2022), Value: indicator.MustValue("48.42")},
			},
			Targets: []indicator.Target{{Period: indicator.Year(2025), Value: indicator.MustValue("58")}},
		}},
	}, evaluate.Options{
		Methods: []indicator.Method{indicator.Schedule(indicator.Bands{}), strict},
		Rules:   append(evaluate.DefaultRules(), rule),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, j := range evaluation.Indicators[0].Judgements {
		fmt.Println(j.Method, j.Verdict, "margin", j.Margin.Decimal(3, indicator.HalfUp))
	}
	for _, f := range evaluation.Findings {
		fmt.Println(f.Severity, f.Rule, f.Path)
	}
	// Output:
	// schedule on-course margin 0.052
	// strict-schedule behind margin -0.248
	// high outcome.declared /adjustment/outcome
	// medium plan.basis-missing /basis
	// medium indicator.target-out-of-reach /indicators/0
	// medium indicator.methods-disagree /indicators/0
	// medium procedure.head-missing /procedure/members
	// medium procedure.conductor-missing /procedure/conductor
	// medium survey.missing /surveys
	// medium cost.missing /costs
	// medium benefit.missing /benefits
	// medium city.enough-indicators /indicators
	// low plan.source-missing /indicators/0
	// low indicator.scope-unstated /indicators
}

// Results are set against the money of the same years, and science beside the economy over the same time.
func ExampleFitResult() {
	plan, err := evaluate.ReadPlan(strings.NewReader(`{
	  "code": "demo", "title": "A five-year plan", "start": "2021", "end": "2025", "procedure": {}, "indicators": [],
	  "costs": [{"code": "funds", "name": "Funds", "unit": "亿元", "total": "1.77", "start": "2021", "end": "2023",
	    "series": [{"period": "2021", "value": "0.50"}, {"period": "2022", "value": "0.60"}, {"period": "2023", "value": "0.67"}]}],
	  "benefits": [{"code": "enterprises", "name": "High-tech enterprises", "unit": "家",
	    "series": [{"period": "2020", "value": "703"}, {"period": "2022", "value": "1374"}]}],
	  "economy": [
	    {"code": "high-tech", "name": "High-tech enterprises", "unit": "家", "science": true,
	      "series": [{"period": "2020", "value": "703"}, {"period": "2022", "value": "1374"}]},
	    {"code": "gdp", "name": "GDP", "unit": "亿元",
	      "changes": [{"kind": "relative", "from": "2020", "to": "2022", "value": "19.8"}]},
	    {"code": "exports", "name": "Exports", "unit": "亿元",
	      "changes": [{"kind": "relative", "from": "2021", "to": "2022", "value": "5"}]}
	  ]
	}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	e, err := evaluate.Evaluate(plan, evaluate.Options{AsOf: indicator.MustPeriod("2023-08-31")})
	if err != nil {
		fmt.Println(err)
		return
	}
	unitCost := e.CostBenefit[0].UnitCost
	fmt.Println("each new enterprise:", unitCost.Result.Decimal(2, indicator.HalfUp), unitCost.Unit)
	for _, f := range e.Fit {
		if why := f.Gap.Result.Missing(); why != indicator.Present {
			fmt.Printf("%s beside %s: %s\n", f.Science, f.Economy, why)
			continue
		}
		fmt.Printf("%s beside %s, %s to %s: %s %% and %s %%, %s points apart, elasticity %s\n", f.Science, f.Economy, f.From, f.To,
			f.Growth.Result.Percent(2, indicator.HalfUp), f.Against.Result.Percent(2, indicator.HalfUp),
			f.Gap.Result.Percent(2, indicator.HalfUp), f.Elasticity.Result.Decimal(2, indicator.HalfUp))
	}
	// Output:
	// each new enterprise: 16.39 万元/家
	// /economy/0 beside /economy/1, 2020 to 2022: 95.45 % and 19.8 %, 75.65 points apart, elasticity 4.82
	// /economy/0 beside /economy/2: period-mismatch
}
