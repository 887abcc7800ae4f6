package indicator_test

import (
	"encoding/json"
	"fmt"

	"github.com/planeval/planeval/indicator"
)

// A whole small program: one indicator of a plan, measured as of a date and judged. The figures are those of Zibo's
// high-tech enterprises, 高新技术企业: 703 in 2020, 1374 in 2022, 1800 to be reached in 2025.
func Example() {
	enterprises := indicator.Indicator{
		Code: "enterprises", Name: "高新技术企业", Unit: "家",
		Direction: indicator.Increase, Kind: indicator.Level,
		Baseline: indicator.Year(2020),
		Series: indicator.Series{
			{Period: indicator.Year(2020), Value: indicator.IntValue(703)},
			{Period: indicator.Year(2022), Value: indicator.IntValue(1374)},
		},
		Targets: []indicator.Target{{Period: indicator.Year(2025), Value: indicator.IntValue(1800)}},
	}
	if err := enterprises.Validate().Err(); err != nil {
		fmt.Println(err)
		return
	}

	a := indicator.Assess(enterprises, indicator.Day(2023, 8, 31), indicator.Schedule(indicator.Bands{}))
	percent := func(n indicator.Number) string {
		if why := n.Missing(); why != indicator.Present {
			return why.String()
		}
		return n.Percent(2, indicator.HalfUp).StringFixed(2) + " %"
	}
	fmt.Println("attainment      ", percent(a.Attainment()))
	fmt.Println("progress        ", percent(a.Progress()), "in", percent(a.Elapsed()), "of the time")
	fmt.Println("required growth ", percent(a.RequiredGrowth()), "a year")
	fmt.Println("growth last year", percent(a.YearOnYear()))

	j := a.Judgements[0]
	fmt.Println("verdict         ", j.Verdict, "by", j.Margin.Decimal(2, indicator.HalfUp).StringFixed(2))
	// Output:
	// attainment       76.33 %
	// progress         61.17 % in 40.00 % of the time
	// required growth  9.42 % a year
	// growth last year no-previous
	// verdict          ahead by 0.43
}

// Places are kept, because a figure's precision is information; absent is not 0.
func ExampleParseValue() {
	for _, text := range []string{"12.50", "-0.05", "0", "", "1e5", "1,822", "123456789012345678901234567890123456789"} {
		v, err := indicator.ParseValue(text)
		if err != nil {
			fmt.Printf("%q: %v\n", text, err)
			continue
		}
		fmt.Printf("%q: %v, %d places, absent %v\n", text, v, v.Places(), v.IsZero())
	}
	// Output:
	// "12.50": 12.50, 2 places, absent false
	// "-0.05": -0.05, 2 places, absent false
	// "0": 0, 0 places, absent false
	// "": , 0 places, absent true
	// "1e5": not a plain decimal number such as -12.50
	// "1,822": not a plain decimal number such as -12.50
	// "123456789012345678901234567890123456789": not within 38 digits and 38 places
}

func ExampleValue_Cmp() {
	a, b := indicator.MustValue("12.5"), indicator.MustValue("12.50")
	fmt.Println(a == b, a.Cmp(b))
	// Output: false 0
}

func ExampleValue_Scan() {
	var v indicator.Value
	fmt.Println(v.Scan("12.50"), v)
	fmt.Println(v.Scan(12.5))
	// Output:
	// <nil> 12.50
	// indicator: cannot scan float64 into a Value; select the column as text
}

func ExampleParsePeriod() {
	for _, text := range []string{"2022", "2022H1", "2022Q3", "2022-02", "2020-02-29", "2020-01-01T00:00:00+08:00", "2021-02-29"} {
		p, err := indicator.ParsePeriod(text)
		if err != nil {
			fmt.Printf("%s: %v\n", text, err)
			continue
		}
		fmt.Printf("%v: %v to %v, %d days, a year earlier %v\n", p, p.Start(), p.End(), p.Days(), p.PreviousYear())
	}
	// Output:
	// 2022: 2022-01-01 to 2022-12-31, 365 days, a year earlier 2021
	// 2022H1: 2022-01-01 to 2022-06-30, 181 days, a year earlier 2021H1
	// 2022Q3: 2022-07-01 to 2022-09-30, 92 days, a year earlier 2021Q3
	// 2022-02: 2022-02-01 to 2022-02-28, 28 days, a year earlier 2021-02
	// 2020-02-29: 2020-02-29 to 2020-02-29, 1 days, a year earlier 2019-02-28
	// 2020-01-01: 2020-01-01 to 2020-01-01, 1 days, a year earlier 2019-01-01
	// 2021-02-29: not a period such as 2022, 2022H1, 2022Q3, 2022-07 or 2022-07-15
}

func ExampleNewSpan() {
	years, _ := indicator.NewSpan(indicator.Year(2020), indicator.Year(2022), indicator.Year(2025))
	months, _ := indicator.NewSpan(indicator.Year(2015), indicator.Month(2016, 10), indicator.Year(2016))
	_, why := indicator.NewSpan(indicator.Year(2020), indicator.Day(2022, 7, 15), indicator.Year(2025))
	fmt.Printf("%d of %d %ss\n", years.Elapsed, years.Total, years.Unit)
	fmt.Printf("%d of %d %ss\n", months.Elapsed, months.Total, months.Unit)
	fmt.Println(why)
	// Output:
	// 2 of 5 years
	// 10 of 12 months
	// period-unaligned
}

// A ratio is exact; it is rounded when it is printed, by a rule that has a name.
func ExampleRatio() {
	r := indicator.NewRatio(indicator.MustValue("0.125"), indicator.MustValue("100"), indicator.NoTarget)
	fmt.Println(r)
	fmt.Println("half up  ", r.Percent(2, indicator.HalfUp).StringFixed(2), "%")
	fmt.Println("half even", r.Percent(2, indicator.HalfEven).StringFixed(2), "%")
	fmt.Println("truncate ", r.Percent(2, indicator.Truncate).StringFixed(2), "%")

	none := indicator.NewRatio(indicator.MustValue("0.125"), indicator.MustValue("0"), indicator.NoTarget)
	fmt.Println(none.Missing())
	// Output:
	// 1/800
	// half up   0.13 %
	// half even 0.12 %
	// truncate  0.12 %
	// zero-denominator
}

func ExampleRatio_MarshalJSON() {
	text, err := json.Marshal([]indicator.Ratio{
		indicator.NewRatio(indicator.IntValue(1374), indicator.IntValue(1800), indicator.NoTarget),
		indicator.NewRatio(indicator.IntValue(1374), indicator.Value{}, indicator.NoTarget),
	})
	fmt.Println(string(text), err)
	// Output: [{"fraction":"229/300","rounded":"0.763333"},{"missing":"no-target"}] <nil>
}

// Without a baseline there is attainment and what is still required, but no progress to hold against elapsed time.
func ExampleMeasure() {
	m := indicator.Measure(indicator.Indicator{
		Code: "sme", Name: "科技型中小企业", Unit: "家",
		Direction: indicator.Increase, Kind: indicator.Level,
		Baseline: indicator.Year(2020),
		Series:   indicator.Series{{Period: indicator.Year(2022), Value: indicator.IntValue(1822)}},
		Targets:  []indicator.Target{{Period: indicator.Year(2025), Value: indicator.IntValue(2700)}},
	}, indicator.Day(2023, 8, 31))

	fmt.Println(m.Attainment().Percent(2, indicator.HalfUp).StringFixed(2), "%")
	fmt.Println(m.RequiredGrowth().Percent(2, indicator.HalfUp).StringFixed(2), "%")
	fmt.Println(m.Progress().Missing())
	// Output:
	// 67.48 %
	// 14.01 %
	// no-baseline
}

// Every figure comes with its formula and its inputs; applying the one to the other gives the result again.
func ExampleMeasurement_Figures() {
	m := indicator.Measure(indicator.Indicator{
		Code: "high-tech-share", Name: "高新技术产业产值占比", Unit: "%",
		Direction: indicator.Increase, Kind: indicator.Level,
		Baseline: indicator.Year(2020),
		Series: indicator.Series{
			{Period: indicator.Year(2020), Value: indicator.MustValue("42.53"), Status: indicator.Derived},
			{Period: indicator.Year(2021), Value: indicator.MustValue("47.13"), Status: indicator.Derived},
			{Period: indicator.Year(2022), Value: indicator.MustValue("48.42")},
		},
		Targets: []indicator.Target{{Period: indicator.Year(2025), Value: indicator.IntValue(58)}},
	}, indicator.Period{})

	for _, f := range m.Figures() {
		result := f.Result.Missing().String()
		if result == "" {
			switch f.Formula.Display() {
			case indicator.Percent:
				result = f.Result.Percent(2, indicator.HalfUp).StringFixed(2) + " %"
			case indicator.Points:
				result = f.Result.Percent(2, indicator.HalfUp).StringFixed(2) + " pp"
			case indicator.Plain:
				result = f.Result.Decimal(2, indicator.HalfUp).StringFixed(2)
			case indicator.InUnit:
				result = f.Result.Decimal(2, indicator.HalfUp).StringFixed(2) + " " + f.Unit
			}
		}
		fmt.Printf("%s = %s", f.Formula, f.Formula.Expression())
		for _, in := range f.Inputs {
			fmt.Printf(", %s %v", in.Symbol, in.Value)
		}
		fmt.Println(":", result)
	}
	// Output:
	// attainment = a ÷ t, a 48.42, t 58: 83.48 %
	// progress = (a − b) ÷ (t − b), a 48.42, b 42.53, t 58: 38.07 %
	// elapsed = k ÷ n, k 2, n 5: 40.00 %
	// schedule-gap = (a − b) ÷ (t − b) − k ÷ n, a 48.42, b 42.53, t 58, k 2, n 5: -1.93 pp
	// pace = (a − b) ÷ (t − b) ÷ (k ÷ n), a 48.42, b 42.53, t 58, k 2, n 5: 0.95
	// due = b + (t − b) × k ÷ n, b 42.53, t 58, k 2, n 5: 48.72 %
	// due-geometric = b × (t ÷ b) ^ (k ÷ n), b 42.53, t 58, k 2, n 5: 48.15 %
	// year-on-year = a ÷ p − 1, a 48.42, p 47.13: shares-use-points
	// point-change = a − p, a 48.42, p 47.13: 1.29 pp
	// mean-growth = (a ÷ b) ^ (y ÷ k) − 1, a 48.42, b 42.53, k 2, y 1: 6.70 %
	// required-growth = (t ÷ a) ^ (y ÷ m) − 1, t 58, a 48.42, m 3, y 1: 6.20 %
	// required-step = (t − a) × y ÷ m, t 58, a 48.42, m 3, y 1: 3.19 pp
	// straight-line = b + (a − b) × n ÷ k, b 42.53, a 48.42, k 2, n 5: 57.26 %
	// constant-growth = b × (a ÷ b) ^ (n ÷ k), b 42.53, a 48.42, k 2, n 5: 58.82 %
	// last-step = a + (a − p) × m ÷ y, a 48.42, p 47.13, m 3, y 1: 52.29 %
}

// The bands of the default method are a convention, so they can be changed, and every judgement says which it used.
func ExampleSchedule() {
	m := indicator.Measure(indicator.Indicator{
		Code: "a", Name: "指标", Direction: indicator.Increase, Kind: indicator.Level, Baseline: indicator.Year(2020),
		Series: indicator.Series{
			{Period: indicator.Year(2020), Value: indicator.IntValue(100)},
			{Period: indicator.Year(2022), Value: indicator.IntValue(126)},
		},
		Targets: []indicator.Target{{Period: indicator.Year(2025), Value: indicator.IntValue(200)}},
	}, indicator.Period{})

	for _, bands := range []indicator.Bands{{}, {OnCourse: indicator.MustValue("0.6")}} {
		j := indicator.Judge(indicator.Schedule(bands), &m)
		fmt.Println(j.Verdict, j.Decisive, m.Pace(), "threshold", j.Threshold, "margin", j.Margin)
	}
	// Output:
	// behind pace 13/20 threshold 9/10 margin -1/4
	// on-course pace 13/20 threshold 3/5 margin 1/20
}

// A caller's own method is a struct literal. Several methods judge one measurement side by side.
func ExampleMethod() {
	threshold := indicator.IntRatio(4, 5)
	own := indicator.Method{
		ID: "attainment-80", Version: "1", Basis: "a city's own rule", Verdicts: []indicator.Verdict{"good", "poor"},
		Judge: func(m *indicator.Measurement) indicator.Judgement {
			if why := m.Attainment().Missing(); why != indicator.Present {
				return indicator.Judgement{Reason: why}
			}
			j := indicator.Judgement{
				Verdict: "poor", Decisive: indicator.FormulaAttainment,
				Threshold: threshold, Margin: m.Attainment().Sub(threshold),
			}
			if j.Margin.Sign() >= 0 {
				j.Verdict = "good"
			}
			return j
		},
	}
	a := indicator.Assess(indicator.Indicator{
		Code: "platforms", Name: "省级以上创新平台", Unit: "家", Direction: indicator.Increase, Kind: indicator.Level,
		Baseline: indicator.Year(2020),
		Series:   indicator.Series{{Period: indicator.Year(2022), Value: indicator.IntValue(448)}},
		Targets:  []indicator.Target{{Period: indicator.Year(2025), Value: indicator.IntValue(550)}},
	}, indicator.Period{}, indicator.Schedule(indicator.Bands{}), own)
	for _, j := range a.Judgements {
		fmt.Printf("%s: %q %v\n", j.Method, j.Verdict, j.Reason)
	}
	// Output:
	// schedule: "" no-baseline
	// attainment-80: "good"
}

// All faults come at once, each with its path, its rule and the offending value.
func ExampleIndicator_Validate() {
	ind := indicator.Indicator{
		Code: "rd", Direction: "up", Kind: indicator.Level, Baseline: indicator.Year(2020),
		Series: indicator.Series{
			{Period: indicator.Year(2021), Value: indicator.MustValue("2.86")},
			{Period: indicator.Year(2020)},
		},
		Targets: []indicator.Target{{Period: indicator.Year(2019), Value: indicator.IntValue(3)}},
	}
	fmt.Println(ind.Validate().Err())
	// Output:
	// /name: required: want a text
	// /direction: enum: got "up", want one of increase, decrease, range, maintain
	// /series/1/period: order: got "2020", want a period after 2021
	// /series/1/value: required: want a number, or the status "unavailable"
	// /targets/0/period: order: got "2019", want a period after the baseline 2020
}
